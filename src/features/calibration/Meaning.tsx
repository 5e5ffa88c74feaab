import styles from "./Calibration.module.css";

/** What the figures can say, and what they can't. */
export function Meaning() {
  return (
    <section className={styles.section} aria-labelledby="meaning">
      <h2 id="meaning">What these figures can say, and what they can’t</h2>
      <ul className={`${styles.words} ${styles.points}`}>
        <li>
          <b>Agreement is no proof of being right.</b> Interviewers can agree and all be wrong, and the one
          who stands apart may be the one who listened.
        </li>
        <li>
          <b>Few ratings say little.</b> Below the numbers given here there is no figure at all; a little
          above them it still moves with every panel. For one candidate there is none.
        </li>
        <li>
          <b>Nothing is ever corrected.</b> How mild or strict somebody is changes no rating and no mean by
          itself. It is something to talk about, with the anchors beside you.
        </li>
        <li>
          For alpha, AC2, kappa and the ICC, 1 is full agreement and 0 is what chance would give; below 0 is
          less than chance. Where nearly all give the same point, alpha and kappa drop though people agree;
          AC2 does not.
        </li>
        <li>
          Each interviewer had an own conversation with the candidate. Where two differ, the answers may have
          differed too.
        </li>
        <li>
          Interviewers are known by their names alone: two people of one name in different panels count as
          one, and one with two spellings as two.
        </li>
      </ul>
    </section>
  );
}
