import { useMemo, useState, type ReactNode } from "react";
import { useFieldArray } from "react-hook-form";
import type { Guide, Question } from "../../../domain/guides/guide.ts";
import {
  insertQuestion,
  moveQuestion,
  newQuestion,
  removeQuestion,
  replaceQuestion,
  toEveryPoint,
  withWords,
} from "../../../domain/guides/guideEditing.ts";
import { titleOf } from "../../../domain/guides/questionTitle.ts";
import type { GuideRefusal } from "../../../domain/guides/guideVersion.ts";
import { FEWEST_MINUTES, LONGEST_NAME, LONGEST_TEXT, MOST_MINUTES } from "../../../domain/text/limits.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { useEditedGuide, useGuideEditing } from "../../../state/guides/guideEditingContext.ts";
import { Field } from "../../../ui/fields/Field.tsx";
import { focusAfter } from "../../../ui/page/focusAfter.ts";
import { ShutButton } from "../../../ui/fields/ShutButton.tsx";
import { GuideEditorAnchors } from "../fields/GuideEditorAnchors.tsx";
import { GuideEditorRows } from "../fields/GuideEditorRows.tsx";
import { useGuidePart, type GuidePart } from "../fields/useGuidePart.ts";
import { useRefusal } from "../fields/useRefusal.ts";
import styles from "../fields/GuideEditorFields.module.css";

function partOf(questionId: string): GuidePart<Question> {
  return {
    name: questionId,
    read: ({ questions, scale }) => {
      const question = questions.find(({ id }) => id === questionId) ?? newQuestion(questionId);
      return {
        ...question,
        areas: question.areas.map((area) => ({ ...area, anchors: toEveryPoint(area.anchors, scale) })),
      };
    },
    write: (guide, fields) =>
      replaceQuestion(guide, {
        ...fields,
        areas: fields.areas.map((area) => ({ ...area, anchors: withWords(area.anchors) })),
      }),
  };
}

interface Props {
  readonly questionId: string;
  readonly refusal: GuideRefusal | null;
  readonly onRefused: () => void;
  readonly onSay: (text: string) => void;
  readonly onRemoved: (title: string) => void;
}

/** One question with all that belongs to it. */
export function GuideEditorQuestion({ questionId, refusal, onRefused, onSay, onRemoved }: Props) {
  const app = useApp();
  const editing = useGuideEditing();
  const part = useMemo(() => partOf(questionId), [questionId]);
  const form = useGuidePart(part);
  useRefusal(form, refusal, onRefused);
  const {
    control,
    register,
    getValues,
    formState: { errors },
  } = form;
  const areas = useFieldArray({ control, name: "areas", keyName: "key" });
  const followUps = useFieldArray({ control, name: "followUps", keyName: "key" });
  const { index, count } = useEditedGuide(({ questions }) => ({
    index: questions.findIndex(({ id }) => id === questionId),
    count: questions.length,
  }));
  // They change in another part only, or by undo.
  const competencies = useEditedGuide(({ competencies: all }: Guide) => all);
  const scale = () => editing.store.getState().history.present.scale;

  const move = (to: number) => {
    if (to < 0 || to >= count) return;
    editing.change((guide) => moveQuestion(guide, questionId, to));
    onSay(`Question ${to + 1} of ${count}`);
  };

  const remove = () => {
    const title = titleOf(getValues());
    editing.change((guide) => removeQuestion(guide, questionId), { place: { part: "question", questionId } });
    onRemoved(title);
  };

  return (
    <>
      <div className={styles.questionHead}>
        <h1 className="eyebrow">
          Question {index + 1} of {count}
        </h1>
        <span className={styles.rowButtons}>
          <ShutButton
            className="plain"
            aria-label="Move the question up"
            title="Move the question up"
            isShut={index === 0}
            onClick={() => move(index - 1)}
          >
            ↑
          </ShutButton>
          <ShutButton
            className="plain"
            aria-label="Move the question down"
            title="Move the question down"
            isShut={index === count - 1}
            onClick={() => move(index + 1)}
          >
            ↓
          </ShutButton>
          <button
            type="button"
            className="plain"
            onClick={() => {
              const question = newQuestion(app.newId());
              focusAfter(
                () => {
                  editing.change((guide) => insertQuestion(guide, question, questionId), {
                    place: { part: "question", questionId: question.id },
                  });
                  onSay(`Question ${index + 2} added`);
                },
                () => document.getElementById("question-text"),
              );
            }}
          >
            Add question below
          </button>
          <button type="button" className="plain" onClick={remove}>
            Remove question
          </button>
        </span>
      </div>
      <Field label="Question text" id="question-text" error={errors.text?.message}>
        <textarea
          id="question-text"
          className={styles.asked}
          dir="auto"
          maxLength={LONGEST_TEXT}
          rows={3}
          aria-invalid={errors.text !== undefined}
          aria-describedby={errors.text && "question-text-error"}
          {...register("text")}
        />
      </Field>
      <div className={styles.three}>
        <Field label="Short title for lists" id="question-title">
          <input
            id="question-title"
            dir="auto"
            maxLength={LONGEST_NAME}
            autoComplete="off"
            placeholder="two to four words"
            {...register("title")}
          />
        </Field>
        <Field label="Competency" id="question-competency">
          <select id="question-competency" {...register("competencyId")}>
            <option value="">None</option>
            {competencies.map(({ id, name }, at) => (
              <option key={id} value={id}>
                {name === "" ? `Competency ${at + 1}` : name}
              </option>
            ))}
          </select>
        </Field>
        <Field label="Planned minutes" id="question-minutes" error={errors.plannedMinutes?.message}>
          <input
            id="question-minutes"
            type="number"
            inputMode="numeric"
            min={FEWEST_MINUTES}
            max={MOST_MINUTES}
            step="any"
            aria-required
            aria-invalid={errors.plannedMinutes !== undefined}
            aria-describedby={errors.plannedMinutes && "question-minutes-error"}
            {...register("plannedMinutes", { valueAsNumber: true })}
          />
        </Field>
      </div>
      <GuideEditorRows
        heading="Areas to cover"
        word="area"
        rows={areas.fields}
        register={(at) => register(`areas.${at}.text`)}
        onInsert={(at, texts) =>
          areas.insert(
            at,
            texts.map((text) => ({ id: app.newId(), text, anchors: toEveryPoint([], scale()) })),
            { focusName: `areas.${at + texts.length - 1}.text` },
          )
        }
        onReplace={(at, text) => areas.update(at, { ...getValues(`areas.${at}`), text })}
        onRemove={areas.remove}
        onMove={areas.move}
        onSay={onSay}
        more={areas.fields.map(({ id, anchors }, at) => (
          <AreaAnchors key={id} position={at + 1} count={withWords(anchors).length}>
            <GuideEditorAnchors
              of={`area ${at + 1}`}
              anchors={anchors}
              register={(point) => register(`areas.${at}.anchors.${point}.text`)}
            />
          </AreaAnchors>
        ))}
      />
      <GuideEditorRows
        heading="Follow-ups"
        word="follow-up"
        rows={followUps.fields}
        register={(at) => register(`followUps.${at}.text`)}
        onInsert={(at, texts) =>
          followUps.insert(
            at,
            texts.map((text) => ({ id: app.newId(), text })),
            { focusName: `followUps.${at + texts.length - 1}.text` },
          )
        }
        onReplace={(at, text) => followUps.update(at, { ...getValues(`followUps.${at}`), text })}
        onRemove={followUps.remove}
        onMove={followUps.move}
        onSay={onSay}
      />
    </>
  );
}

interface AreaAnchorsProps {
  readonly position: number;
  readonly count: number;
  readonly children: ReactNode;
}

/** An area's own anchors, folded; their fields are made when they are first looked at. */
function AreaAnchors({ position, count, children }: AreaAnchorsProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={`plain small ${styles.toggle}`}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        Anchors{count > 0 && ` ${count}`} <span className="heard">, of area {position}</span>
        <span aria-hidden="true">{isOpen ? "▴" : "▾"}</span>
      </button>
      {isOpen && <div className={styles.folded}>{children}</div>}
    </>
  );
}
