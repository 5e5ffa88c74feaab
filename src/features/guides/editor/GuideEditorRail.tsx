import { useEffect, useRef } from "react";
import { insertQuestion, moveQuestion, newQuestion } from "../../../domain/guides/guideEditing.ts";
import { titleOf } from "../../../domain/guides/questionTitle.ts";
import { useApp } from "../../../state/app/appContext.ts";
import {
  useEditedGuide,
  useEditingState,
  useGuideEditing,
} from "../../../state/guides/guideEditingContext.ts";
import { focusAfter } from "../../../ui/page/focusAfter.ts";
import { useReorder } from "../../../ui/rows/useReorder.ts";
import styles from "./GuideEditor.module.css";

const parts = [
  ["about", "About the guide"],
  ["scale", "Scale"],
  ["competencies", "Competencies"],
  ["advice", "Advice"],
] as const;

interface Props {
  /** Ids of questions that there are warnings about. */
  readonly warnedIds: ReadonlySet<string>;
  readonly onSay: (text: string) => void;
}

/** All parts of the guide: those that are about the whole of it, and its questions, which can be put in order. */
export function GuideEditorRail({ warnedIds, onSay }: Props) {
  const app = useApp();
  const editing = useGuideEditing();
  const place = useEditingState((state) => state.place);
  const questionIds = useEditedGuide(({ questions }) => questions.map(({ id }) => id));
  const list = useRef<HTMLOListElement>(null);
  const shownId = place.part === "question" ? place.questionId : null;

  const move = (from: number, to: number) => {
    const questionId = questionIds[from];
    const question = editing.store.getState().history.present.questions[from];
    if (questionId === undefined || !question || to < 0 || to >= questionIds.length) return;
    editing.change((guide) => moveQuestion(guide, questionId, to), {
      place: { part: "question", questionId },
    });
    onSay(`“${titleOf(question)}”: place ${to + 1} of ${questionIds.length}`);
  };
  const { rowFor, gripFor } = useReorder(list, move);

  return (
    <nav className={styles.rail} aria-label="Parts of the guide">
      <ul className={styles.parts}>
        {parts.map(([part, name]) => (
          <li key={part}>
            <button
              type="button"
              className={`plain ${styles.entry}`}
              aria-current={place.part === part ? "step" : undefined}
              onClick={() => editing.show({ part })}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
      <h2 className={`heading ${styles.railHeading}`}>
        Questions <span className="figures">{questionIds.length}</span>
      </h2>
      <ol ref={list} className={styles.list} aria-label="Questions">
        {questionIds.map((questionId, index) => (
          <li key={questionId} className={styles.question} {...rowFor(index)}>
            <RailEntry
              index={index}
              isCurrent={questionId === shownId}
              hasWarnings={warnedIds.has(questionId)}
              onShow={() => editing.show({ part: "question", questionId })}
            />
            <span className="grip" title="Drag to move" {...gripFor(index)} />
          </li>
        ))}
      </ol>
      <button
        type="button"
        className={`plain ${styles.add}`}
        onClick={() => {
          const question = newQuestion(app.newId());
          focusAfter(
            () => {
              editing.change((guide) => insertQuestion(guide, question, null), {
                place: { part: "question", questionId: question.id },
              });
              onSay(`Question ${questionIds.length + 1} added`);
            },
            () => document.getElementById("question-text"),
          );
        }}
      >
        + Add a question
      </button>
    </nav>
  );
}

interface EntryProps {
  readonly index: number;
  readonly isCurrent: boolean;
  readonly hasWarnings: boolean;
  readonly onShow: () => void;
}

function RailEntry({ index, isCurrent, hasWarnings, onShow }: EntryProps) {
  const { title, areaCount, followUpCount } = useEditedGuide(({ questions }) => {
    const question = questions[index];
    return {
      title: question ? titleOf(question) : "",
      areaCount: question?.areas.length ?? 0,
      followUpCount: question?.followUps.length ?? 0,
    };
  });
  const entry = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isCurrent) entry.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [isCurrent]);
  return (
    <button
      ref={entry}
      type="button"
      className={`plain ${styles.entry}`}
      aria-current={isCurrent ? "step" : undefined}
      title="Move with Alt + ↑ or ↓"
      onClick={onShow}
    >
      <span className={styles.position}>{index + 1}</span>
      <span className={styles.entryTitle} dir="auto">
        {title === "" ? "New question" : title}
      </span>
      {hasWarnings && (
        <span className={styles.mark}>
          <span aria-hidden="true">!</span>
          <span className="heard">has warnings</span>
        </span>
      )}
      <small className="figures">
        {areaCount} {areaCount === 1 ? "area" : "areas"} · {followUpCount}{" "}
        {followUpCount === 1 ? "follow-up" : "follow-ups"}
      </small>
    </button>
  );
}
