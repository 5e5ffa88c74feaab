import { Fragment, useRef, type KeyboardEvent } from "react";
import {
  areaAnswer,
  closeUnrated,
  rateArea,
  unratedAreas,
  type Rating,
  notAssessedWords,
  type NotAssessed,
} from "../../domain/session/answer.ts";
import { anchorsFor, type Question } from "../../domain/guides/guide.ts";
import type { OpenArea } from "../../domain/session/session.ts";
import { useRunningSession, useSessionState } from "../../state/session/sessionContext.ts";
import { keyOf } from "../../ui/page/keyOf.ts";
import { RatingControl } from "../../ui/parts/RatingControl.tsx";
import { useOnceListed } from "./useOnceListed.ts";
import styles from "./WrapUpPage.module.css";

/** The areas that are not rated: a digit rates, 0 marks "no evidence", and the focus moves to the next. */
export function OpenAreaList({ open }: { readonly open: readonly OpenArea[] }) {
  const running = useRunningSession();
  const listed = useOnceListed(open);
  const list = useRef<HTMLUListElement>(null);
  const whole = useSessionState((state) => state.whole);
  const scoresHidden = useSessionState((state) => state.scoresHidden);
  const { scale } = whole.guide;
  const questions = [...new Map(listed.map(({ question }) => [question.id, question])).values()];

  const focusRow = (areaId: string | undefined) => {
    if (areaId === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-area="${CSS.escape(areaId)}"] input`)?.focus();
  };

  const rate = (question: Question, areaId: string, rating: Rating | null) => {
    running.changeAnswer(question.id, (answer) => rateArea(answer, areaId, rating));
  };

  /** The buttons of the question go away with its last open area, and would take the focus with them. */
  const closeRest = (question: Question, reason: NotAssessed) => {
    running.changeAnswer(question.id, (answer) => closeUnrated(answer, question, reason));
    const next = open.find((entry) => entry.question.id !== question.id);
    focusRow((next ?? listed.findLast((entry) => entry.question.id === question.id))?.area.id);
  };

  const onKeyDown = (event: KeyboardEvent, { question, area }: OpenArea) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLSelectElement) return;
    const index = listed.findIndex((entry) => entry.area.id === area.id);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      focusRow(listed[index + (event.key === "ArrowDown" ? 1 : -1)]?.area.id);
      return;
    }
    const key = keyOf(event.nativeEvent);
    const point = scale.points.find(({ value }) => String(value) === key);
    if (key === "Backspace" || key === "Delete") {
      event.preventDefault();
      rate(question, area.id, null);
      return;
    }
    if (!point && key !== "0") return;
    event.preventDefault();
    rate(question, area.id, point ? point.value : "noEvidence");
    const next = [...listed.slice(index + 1), ...listed.slice(0, index)].find((entry) =>
      open.some((stillOpen) => stillOpen.area.id === entry.area.id),
    );
    focusRow(next?.area.id);
  };

  if (listed.length === 0) return null;
  return (
    <>
      <p className="small soft">
        <kbd>1</kbd>–<kbd>{scale.points.length}</kbd> rate, <kbd>0</kbd> no evidence; the next open area gets
        the focus.
      </p>
      <ul ref={list} className={`card ${styles.list}`} aria-label="Open areas">
        {questions.map((question) => (
          <Fragment key={question.id}>
            <li className={styles.group}>
              <h2 className={styles.groupTitle} dir="auto">
                {question.title}
              </h2>
              {unratedAreas(question, whole.answers[question.id]).length > 0 && (
                <span className={styles.all}>
                  <button type="button" onClick={() => closeRest(question, "noEvidence")}>
                    No evidence for the rest<span className="heard"> of {question.title}</span>
                  </button>
                  <button type="button" onClick={() => closeRest(question, "notAsked")}>
                    Rest not asked<span className="heard">: {question.title}</span>
                  </button>
                </span>
              )}
            </li>
            {listed
              .filter((entry) => entry.question.id === question.id)
              .map((entry) => {
                const { rating } = areaAnswer(whole.answers[question.id], entry.area.id);
                return (
                  <li
                    key={entry.area.id}
                    className={styles.area}
                    data-area={entry.area.id}
                    data-done={rating !== null || undefined}
                    onKeyDown={(event) => onKeyDown(event, entry)}
                  >
                    <span dir="auto">{entry.area.text}</span>
                    <RatingControl
                      scale={scale}
                      reasonWords={notAssessedWords}
                      rating={rating}
                      label={entry.area.text}
                      name={`open-${entry.area.id}`}
                      isHidden={scoresHidden}
                      onRate={(given) => rate(question, entry.area.id, given)}
                    />
                    <span className={`small soft ${styles.anchors}`}>
                      {anchorsFor(whole.guide, question, entry.area).map((anchor) => (
                        <span key={anchor.point}>
                          <b>{anchor.point}</b> <bdi>{anchor.text}</bdi>
                        </span>
                      ))}
                    </span>
                  </li>
                );
              })}
          </Fragment>
        ))}
      </ul>
    </>
  );
}
