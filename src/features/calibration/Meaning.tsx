import styles from "./Calibration.module.css";

/** What the figures can say, and what they can't. */
export function Meaning() {
  return (
    <section className={styles.section} aria-labelledby="meaning">
      <h2 id="meaning">What these figures can say, and what they can’t</h2>
      <ul className={`${styles.words} ${styles.points}`}>
        <li>
          <b>Agreement is no proof of being right.</b> Interviewers can agree and all be wrong, and the
          outlier may be the one who listened.
        </li>
        <li>
          <b>Few ratings say little.</b> Below the minimums given here no figure is shown; just above them,
          each new panel can still move it. No figure is shown for a single candidate.
        </li>
        <li>
          <b>Nothing is ever corrected.</b> Leniency by itself changes no rating and no mean. Talk about it,
          with the anchors at hand.
        </li>
        <li>
          For alpha, AC2, kappa and the ICC, 1 is full agreement and 0 is what chance would give; below 0 is
          less than chance. Where nearly all ratings are the same, alpha and kappa drop although people agree;
          AC2 does not.
        </li>
        <li>
          Each interviewer had their own conversation with the candidate. Where two differ, the answers may
          have differed too.
        </li>
        <li>
          Interviewers are identified by name only: two people with the same name in different panels count as
          one, and one with two spellings as two.
        </li>
      </ul>
    </section>
  );
}
