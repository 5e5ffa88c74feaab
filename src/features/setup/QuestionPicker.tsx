import { useId, useRef, useState } from "react";
import { competencyName, minutesFor, type Guide, type Question } from "../../domain/guides/guide.ts";
import { isQuestionFound } from "../../domain/guides/guideSearch.ts";
import { buttonOfRow, focusAfter } from "../../ui/page/focusAfter.ts";
import { minutesToText } from "../../ui/words/dates.ts";
import { SearchField } from "../../ui/parts/SearchField.tsx";
import { UndoNotice } from "../../ui/parts/UndoNotice.tsx";
import { useReorder } from "../../ui/rows/useReorder.ts";
import { ShutButton } from "../../ui/fields/ShutButton.tsx";
import styles from "./QuestionPicker.module.css";

interface Props {
  readonly guide: Guide;
  /** The chosen ones, in the order they are asked. */
  readonly questionIds: readonly string[];
  readonly timeMultiplier: number;
  readonly onChange: (questionIds: readonly string[]) => void;
  /** What the guide proposes; null where others chose, as a panel's lead does. */
  readonly proposedIds: readonly string[] | null;
}

/** Chooses and orders questions: by dragging, with buttons, or with Alt and the arrow keys. */
export function QuestionPicker({ guide, questionIds, proposedIds, timeMultiplier, onChange }: Props) {
  const [said, setSaid] = useState("");
  /** The own choice that the proposal took the place of, until there is another one. */
  const [replacedIds, setReplacedIds] = useState<readonly string[] | null>(null);
  const [wanted, setWanted] = useState("");
  const chosenTitle = useId();
  const othersTitle = useId();
  const list = useRef<HTMLOListElement>(null);
  const otherList = useRef<HTMLUListElement>(null);
  const chosen = questionIds.flatMap((id) => guide.questions.find((question) => question.id === id) ?? []);
  const others = guide.questions.filter(({ id }) => !questionIds.includes(id));
  const found = others.filter((question) => isQuestionFound(guide, question, wanted));

  const choose = (ids: readonly string[], words: string) => {
    setReplacedIds(null);
    onChange(ids);
    setSaid(words);
  };

  const propose = (proposed: readonly string[]) => {
    if (questionIds.join() === proposed.join()) {
      setSaid("These are the suggested questions.");
      return;
    }
    // The notice says it.
    choose(proposed, "");
    setReplacedIds(questionIds);
  };

  const move = (from: number, to: number) => {
    const question = chosen[from];
    if (!question || to < 0 || to >= questionIds.length) return;
    const without = questionIds.filter((id) => id !== question.id);
    choose(
      without.toSpliced(to, 0, question.id),
      `${question.title}: place ${to + 1} of ${questionIds.length}`,
    );
  };
  const { rowFor, gripFor } = useReorder(list, move);

  const remove = (question: Question, index: number) => {
    focusAfter(
      () =>
        choose(
          questionIds.filter((id) => id !== question.id),
          `${question.title}: removed`,
        ),
      () =>
        buttonOfRow(list.current, "[data-remove]", index) ?? buttonOfRow(otherList.current, "[data-add]", 0),
    );
  };

  const add = (question: Question, index: number) => {
    focusAfter(
      () =>
        choose([...questionIds, question.id], `${question.title}: added as number ${questionIds.length + 1}`),
      // Where no other is left or found, its own row.
      () =>
        buttonOfRow(otherList.current, "[data-add]", index) ??
        buttonOfRow(list.current, "[data-remove]", questionIds.length),
    );
  };

  return (
    <div className={styles.picker}>
      <div className="row">
        <h2 id={chosenTitle}>Selected questions</h2>
        {proposedIds && (
          <button type="button" className="plain push" onClick={() => propose(proposedIds)}>
            Use suggested questions
          </button>
        )}
      </div>
      {replacedIds && (
        <UndoNotice
          onUndo={() => choose(replacedIds, "Your own selection is restored.")}
          onDismiss={() => setReplacedIds(null)}
        >
          Replaced your selection with the suggested questions.
        </UndoNotice>
      )}
      <ol ref={list} className={`card ${styles.list}`} aria-labelledby={chosenTitle}>
        {chosen.map((question, index) => (
          <li key={question.id} className={styles.chosen} {...rowFor(index)}>
            <span className={styles.place}>
              <span className="grip" title="Drag to move" {...gripFor(index)} />
              <span className="soft figures">{index + 1}</span>
            </span>
            <QuestionText guide={guide} question={question} timeMultiplier={timeMultiplier} />
            <span className={styles.buttons}>
              <ShutButton
                className="plain"
                aria-label={`Move up: ${question.title}`}
                title="Move up (Alt + ↑)"
                isShut={index === 0}
                onClick={() => move(index, index - 1)}
              >
                ↑
              </ShutButton>
              <ShutButton
                className="plain"
                aria-label={`Move down: ${question.title}`}
                title="Move down (Alt + ↓)"
                isShut={index === chosen.length - 1}
                onClick={() => move(index, index + 1)}
              >
                ↓
              </ShutButton>
              <button
                type="button"
                className="plain"
                data-remove
                aria-label={`Remove: ${question.title}`}
                title="Remove"
                onClick={() => remove(question, index)}
              >
                ✕
              </button>
            </span>
          </li>
        ))}
        {chosen.length === 0 && <li className={`soft ${styles.none}`}>Select from the questions below.</li>}
      </ol>
      {others.length > 0 && (
        <>
          <h2 id={othersTitle}>Other questions</h2>
          <search>
            <SearchField
              className={styles.find}
              placeholder="Words in questions or areas"
              value={wanted}
              onChange={setWanted}
            />
          </search>
          {found.length === 0 && <p className="soft">No questions match.</p>}
          <ul
            ref={otherList}
            className={`card ${styles.list}`}
            aria-labelledby={othersTitle}
            hidden={found.length === 0}
          >
            {found.map((question, index) => (
              <li key={question.id} className={styles.other}>
                <QuestionText guide={guide} question={question} timeMultiplier={timeMultiplier} />
                <button
                  type="button"
                  data-add
                  aria-label={`Add: ${question.title}`}
                  onClick={() => add(question, index)}
                >
                  Add
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="heard" role="status">
        {said}
      </p>
    </div>
  );
}

interface TextProps {
  readonly guide: Guide;
  readonly question: Question;
  readonly timeMultiplier: number;
}

function QuestionText({ guide, question, timeMultiplier }: TextProps) {
  const competency = competencyName(guide, question.competencyId);
  return (
    <span className={styles.text}>
      <span className={styles.title}>
        <b dir="auto">{question.title}</b>{" "}
        <span className="small soft">
          {competency !== "" && (
            <>
              <bdi>{competency}</bdi> ·{" "}
            </>
          )}
          {minutesToText(minutesFor(question, timeMultiplier))}
        </span>
      </span>
      <span className="small" dir="auto">
        {question.text}
      </span>
    </span>
  );
}
