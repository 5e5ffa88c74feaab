import { useId, useRef, useState } from "react";
import { LONGEST_NAME } from "../../domain/text/limits.ts";
import { isolated } from "../../domain/text/isolated.ts";
import {
  isOwnTemplate,
  pasteParts,
  templateChoice,
  withoutTemplate,
  withTemplate,
  type PastePart,
  type PasteTemplates,
  type TemplateField,
} from "../../interchange/tracking/pasteTemplates.ts";
import { useApp } from "../../state/app/appContext.ts";
import { focusAfter } from "../../ui/page/focusAfter.ts";
import { useOpenDialog } from "../../ui/page/useOpenDialog.ts";
import { useReorder } from "../../ui/rows/useReorder.ts";
import { RowButtons } from "../../ui/rows/RowButtons.tsx";
import styles from "./TemplateDialog.module.css";

const partWords: Readonly<Record<PastePart, string>> = {
  recommendation: "Recommendation",
  summary: "Summary",
  areas: "Each area: rating and note",
  competencies: "Each competency: its areas",
  questions: "Each question: its areas and notes",
  notes: "All timed notes",
  everything: "Summary and all questions in one text",
};

interface Props {
  readonly templates: PasteTemplates;
  readonly onKeep: (templates: PasteTemplates) => void;
  readonly onClose: () => void;
}

/** The fields of a template: their order, names and formatting. One that comes with the app is left as it is, and copied. */
export function TemplateDialog({ templates, onKeep, onClose }: Props) {
  const app = useApp();
  const ref = useOpenDialog();
  const titleId = useId();
  const { chosen } = templateChoice(templates);
  const isOwn = isOwnTemplate(chosen);
  const [title, setTitle] = useState(isOwn ? chosen.title : `${chosen.title}, my fields`);
  const [fields, setFields] = useState(chosen.fields);
  const [said, say] = useState("");
  const [newPart, setNewPart] = useState<PastePart>("summary");
  const list = useRef<HTMLOListElement>(null);

  const move = (from: number, to: number) => {
    const field = fields[from];
    if (!field || to < 0 || to >= fields.length) return;
    setFields(fields.toSpliced(from, 1).toSpliced(to, 0, field));
    say(`“${isolated(field.name)}”: place ${to + 1} of ${fields.length}`);
  };
  const { rowFor, gripFor } = useReorder(list, move);
  const change = (id: string, changed: Partial<TemplateField>) =>
    setFields(fields.map((field) => (field.id === id ? { ...field, ...changed } : field)));

  const save = () => {
    const named = fields.map((field) => ({ ...field, name: field.name.trim() || partWords[field.part] }));
    onKeep(
      withTemplate(templates, {
        id: isOwn ? chosen.id : app.newId(),
        title: title.trim() || chosen.title,
        fields: named,
      }),
    );
    ref.current?.close();
  };

  return (
    <dialog ref={ref} aria-labelledby={titleId} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <h2 id={titleId}>Fields of the form</h2>
        <label className={styles.title}>
          Name of the template
          <input
            dir="auto"
            maxLength={LONGEST_NAME}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        <ol ref={list} className={`card ${styles.rows}`} aria-label="Fields">
          {fields.map(({ id, part, name, isRich }, index) => (
            <li key={id} className={styles.row} {...rowFor(index)}>
              <span className="grip" title="Drag to move" {...gripFor(index)} />
              <label className={styles.name}>
                <span className="small soft">{partWords[part]}</span>
                <input
                  dir="auto"
                  maxLength={LONGEST_NAME}
                  aria-label={`Name of field ${index + 1}, ${partWords[part]}`}
                  value={name}
                  onChange={(event) => change(id, { name: event.target.value })}
                />
              </label>
              <label className={styles.rich}>
                <input
                  type="checkbox"
                  checked={isRich}
                  onChange={(event) => change(id, { isRich: event.target.checked })}
                />
                Formatting<span className="heard"> of field {index + 1}</span>
              </label>
              <span className={styles.buttons}>
                <RowButtons
                  word={`field ${index + 1}`}
                  isFirst={index === 0}
                  isLast={index === fields.length - 1}
                  onMove={(step) => move(index, index + step)}
                  onRemove={() =>
                    focusAfter(
                      () => setFields(fields.toSpliced(index, 1)),
                      () => list.current?.children[Math.max(index - 1, 0)]?.querySelector("input"),
                    )
                  }
                />
              </span>
            </li>
          ))}
        </ol>
        <div className="row">
          <label className={styles.added}>
            <span className="heard">What the new field holds</span>
            <select value={newPart} onChange={(event) => setNewPart(toPart(event.target.value))}>
              {pasteParts.map((part) => (
                <option key={part} value={part}>
                  {partWords[part]}
                </option>
              ))}
            </select>
          </label>
          <button
            type="button"
            onClick={() =>
              focusAfter(
                () =>
                  setFields([
                    ...fields,
                    { id: app.newId(), part: newPart, name: partWords[newPart], isRich: false },
                  ]),
                () => list.current?.lastElementChild?.querySelector("input"),
              )
            }
          >
            + Add field
          </button>
        </div>
        <p role="status" className="small soft">
          {said}
        </p>
        <div className="row">
          <button type="submit" className="primary" disabled={fields.length === 0}>
            {isOwn ? "Save template" : "Save as my template"}
          </button>
          <button type="button" onClick={() => ref.current?.close()}>
            Cancel
          </button>
          {isOwn && (
            <button
              type="button"
              className="plain danger push"
              onClick={() => {
                onKeep(withoutTemplate(templates, chosen.id));
                ref.current?.close();
              }}
            >
              Delete template
            </button>
          )}
        </div>
      </form>
    </dialog>
  );
}

function toPart(value: string): PastePart {
  return pasteParts.find((part) => part === value) ?? "summary";
}
