import { useRef } from "react";
import { useFieldArray } from "react-hook-form";
import type { Competency } from "../../../domain/guides/guide.ts";
import { replaceCompetencies, toEveryPoint, withWords } from "../../../domain/guides/guideEditing.ts";
import { LONGEST_NAME } from "../../../domain/text/limits.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { useGuideEditing } from "../../../state/guides/guideEditingContext.ts";
import { GuideEditorAnchors } from "../fields/GuideEditorAnchors.tsx";
import { useGuidePart, type GuidePart } from "../fields/useGuidePart.ts";
import styles from "../fields/GuideEditorFields.module.css";

interface CompetencyFields {
  competencies: readonly Competency[];
}

const competenciesPart: GuidePart<CompetencyFields> = {
  name: "competencies",
  read: ({ competencies, scale }) => ({
    competencies: competencies.map((competency) => ({
      ...competency,
      anchors: toEveryPoint(competency.anchors, scale),
    })),
  }),
  write: (guide, { competencies }) =>
    replaceCompetencies(
      guide,
      competencies.map((competency) => ({ ...competency, anchors: withWords(competency.anchors) })),
    ),
};

interface Props {
  readonly onSay: (text: string) => void;
}

/** What the questions are about, and what each point of the scale sounds like for it. */
export function GuideEditorCompetencies({ onSay }: Props) {
  const app = useApp();
  const editing = useGuideEditing();
  const addButton = useRef<HTMLButtonElement>(null);
  const { control, register, getValues } = useGuidePart(competenciesPart);
  const { fields, append, remove } = useFieldArray({ control, name: "competencies", keyName: "key" });
  const guide = () => editing.store.getState().history.present;

  const removeAt = (index: number, id: string) => {
    const name = getValues(`competencies.${index}.name`);
    const asked = guide().questions.filter(({ competencyId }) => competencyId === id).length;
    remove(index);
    onSay(
      `${name === "" ? "A competency" : `“${name}”`} removed.${asked > 0 ? ` ${asked === 1 ? "One question names" : `${asked} questions name`} no competency now. Undo restores it.` : ""}`,
    );
    addButton.current?.focus();
  };

  return (
    <>
      <h1>Competencies</h1>
      <p className="small soft">
        An area without its own anchors shows those of its question’s competency. Describe what an answer at
        that point sounds like. Points in between can stay empty.
      </p>
      {fields.map(({ id, name, anchors }, index) => (
        <section key={id} className={`card ${styles.block}`} aria-label={`Competency ${index + 1}`}>
          <div className={styles.blockHead}>
            <label className={styles.field}>
              Name
              <input
                dir="auto"
                maxLength={LONGEST_NAME}
                autoComplete="off"
                {...register(`competencies.${index}.name`)}
              />
            </label>
            <button
              type="button"
              className="plain"
              aria-label={`Remove competency ${index + 1}`}
              title="Remove"
              onClick={() => removeAt(index, id)}
            >
              ✕
            </button>
          </div>
          <GuideEditorAnchors
            of={name === "" ? `competency ${index + 1}` : name}
            anchors={anchors}
            register={(at) => register(`competencies.${index}.anchors.${at}.text`)}
          />
        </section>
      ))}
      <button
        ref={addButton}
        type="button"
        className={styles.add}
        onClick={() =>
          append(
            { id: app.newId(), name: "", anchors: toEveryPoint([], guide().scale) },
            { focusName: `competencies.${fields.length}.name` },
          )
        }
      >
        + Add a competency
      </button>
    </>
  );
}
