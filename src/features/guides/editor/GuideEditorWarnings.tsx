import type { GuidePlace } from "../../../domain/guides/guideEditing.ts";
import { titleOf } from "../../../domain/guides/questionTitle.ts";
import type { GuideWarning } from "../../../domain/guides/guideWarnings.ts";
import type { Guide } from "../../../domain/guides/guide.ts";
import { useEditingState } from "../../../state/guides/guideEditingContext.ts";
import styles from "./GuideEditor.module.css";

interface Props {
  readonly guide: Guide;
  readonly warnings: readonly GuideWarning[];
  readonly onShow: (place: GuidePlace) => void;
}

/** What is worth a look: first in the part on the screen, then elsewhere. None of it has to be followed. */
export function GuideEditorWarnings({ guide, warnings, onShow }: Props) {
  const shown = useEditingState((state) => state.place);
  const here = warnings.filter(({ place }) => isSamePlace(place, shown));
  const others = warnings.filter(({ place }) => !isSamePlace(place, shown));
  return (
    <section className={styles.warnings} aria-labelledby="warnings">
      <h2 id="warnings" className="heading">
        Suggestions
      </h2>
      {warnings.length === 0 && <p className="small soft">No suggestions.</p>}
      {here.length > 0 && (
        <ul className={styles.here}>
          {here.map(({ kind, message }) => (
            <li key={kind} className="notice small">
              {message}
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <>
          {here.length > 0 && <h3 className="small soft">Elsewhere</h3>}
          <ul className={styles.elsewhere}>
            {others.map(({ kind, place, message }) => (
              <li key={`${kind} ${place.part === "question" ? place.questionId : place.part}`}>
                <button type="button" className={`plain ${styles.warning}`} onClick={() => onShow(place)}>
                  <b dir="auto">{placeToText(place, guide)}</b>
                  <span>{message}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function isSamePlace(a: GuidePlace, b: GuidePlace): boolean {
  return a.part === "question" && b.part === "question" ? a.questionId === b.questionId : a.part === b.part;
}

function placeToText(place: GuidePlace, { questions }: Guide): string {
  if (place.part !== "question") return place.part === "scale" ? "Scale" : "Competencies";
  const index = questions.findIndex(({ id }) => id === place.questionId);
  const question = questions[index];
  const title = question ? titleOf(question) : "";
  return `${index + 1}. ${title === "" ? "New question" : title}`;
}
