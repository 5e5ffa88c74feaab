import { progressOf, type Answer } from "../../domain/session/answer.ts";
import type { Scale } from "../../domain/guides/guide.ts";
import type { ReportedArea, ReportedQuestion } from "../../domain/session/scorecardReport.ts";
import { msToClock } from "../../domain/session/timer.ts";
import { markToWords } from "../../domain/panels/debrief.ts";
import { spentToText } from "../../interchange/documents/documentWords.ts";
import { RatingMark } from "../../ui/parts/RatingMark.tsx";
import styles from "./ScorecardPage.module.css";

interface Props {
  readonly scale: Scale;
  readonly asked: ReportedQuestion;
  /** As it was submitted: what is said to be covered is what was covered in the call. */
  readonly answer: Answer | undefined;
}

/** What came of one question, as it was submitted and revised. */
export function QuestionResult({ scale, asked, answer }: Props) {
  const { question, competency, followUpsAsked, notes } = asked;
  const { covered, total } = progressOf(question, answer);
  return (
    <section className={styles.section}>
      <h2 dir="auto" data-place={question.id} tabIndex={-1}>
        {question.title}
      </h2>
      <p dir="auto" className="soft">
        {question.text}
      </p>
      <p className="small figures">
        {competency !== "" && (
          <>
            <bdi>{competency}</bdi> ·{" "}
          </>
        )}
        <bdi>{spentToText(asked)}</bdi> ·{" "}
        <bdi>
          {covered} of {total} areas covered
        </bdi>
      </p>
      <table className={styles.table}>
        <thead className="heard">
          <tr>
            <th scope="col">Rating</th>
            <th scope="col">Area and note</th>
          </tr>
        </thead>
        <tbody>
          {asked.areas.map((one) => (
            <AreaResult key={one.area.id} scale={scale} {...one} />
          ))}
        </tbody>
      </table>
      {followUpsAsked.length > 0 && (
        <>
          <h3>Follow-ups asked</h3>
          <ul className={styles.log}>
            {followUpsAsked.map(({ id, text, atMs }) => (
              <li key={id}>
                <time className="soft figures">{msToClock(atMs)}</time>
                <span dir="auto">{text}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {notes.length > 0 && (
        <>
          <h3>Notes</h3>
          <ul className={styles.log}>
            {notes.map((note) => (
              <li key={note.id}>
                <time className="soft figures">{msToClock(note.atMs)}</time>
                <span dir="auto" className={styles.written}>
                  {note.text}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function AreaResult({
  scale,
  area,
  isCovered,
  first,
  firstNote,
  rating,
  note,
}: ReportedArea & { readonly scale: Scale }) {
  return (
    <tr data-place={area.id} tabIndex={-1}>
      <td className={styles.rating}>
        <RatingMark scale={scale} mark={rating} toWords={markToWords} />
        {first !== rating && (
          <span className={`small soft ${styles.first}`}>
            first <RatingMark scale={scale} mark={first} toWords={markToWords} />
          </span>
        )}
      </td>
      <td>
        <span dir="auto">{area.text}</span>
        {!isCovered && <span className="small soft"> · not covered</span>}
        {note !== "" && (
          <p dir="auto" className={`soft ${styles.written}`}>
            {note}
          </p>
        )}
        {firstNote !== note && (
          <p dir="auto" className={`small soft ${styles.written}`}>
            First: {firstNote === "" ? "no note" : firstNote}
          </p>
        )}
      </td>
    </tr>
  );
}
