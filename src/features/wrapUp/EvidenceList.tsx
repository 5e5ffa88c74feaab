import { areaAnswer, isPoint, noteArea } from "../../domain/answer.ts";
import type { OpenArea } from "../../domain/session.ts";
import { useRunningSession, useSessionState } from "../../state/sessionContext.ts";
import { useOnceListed } from "./useOnceListed.ts";
import styles from "./WrapUpPage.module.css";

/** Areas at either end of the scale need what was said beside them. */
export function EvidenceList({ missing }: { readonly missing: readonly OpenArea[] }) {
  const running = useRunningSession();
  const listed = useOnceListed(missing);
  const answers = useSessionState((state) => state.whole.answers);
  const scoresHidden = useSessionState((state) => state.scoresHidden);
  if (listed.length === 0) {
    return <p className="soft">Each of the lowest and highest ratings has its note.</p>;
  }
  return (
    <ul className={styles.evidence}>
      {listed.map(({ question, area }) => {
        const { note, rating } = areaAnswer(answers[question.id], area.id);
        return (
          <li key={area.id} className={styles.step}>
            <label htmlFor={`evidence-${area.id}`}>
              <bdi>{area.text}</bdi>
              {isPoint(rating) && !scoresHidden ? `, rated ${rating}` : ""}{" "}
              <span className="soft small">
                · <bdi>{question.title}</bdi>
              </span>
            </label>
            <textarea
              id={`evidence-${area.id}`}
              dir="auto"
              rows={2}
              placeholder="What was said and done, and what came of it"
              value={note}
              onChange={(event) => {
                const text = event.target.value;
                running.changeAnswer(question.id, (answer) => noteArea(answer, area.id, text));
              }}
            />
          </li>
        );
      })}
    </ul>
  );
}
