import { useFieldArray } from "react-hook-form";
import type { ScalePoint } from "../../../domain/guides/guide.ts";
import { countLooseAnchors, resizeScale } from "../../../domain/guides/guideEditing.ts";
import { LONGEST_NAME, LONGEST_TEXT } from "../../../domain/text/limits.ts";
import { useEditedGuide, useGuideEditing } from "../../../state/guides/guideEditingContext.ts";
import { useGuidePart, type GuidePart } from "../fields/useGuidePart.ts";
import styles from "../fields/GuideEditorFields.module.css";

interface ScaleFields {
  points: readonly ScalePoint[];
}

const scale: GuidePart<ScaleFields> = {
  name: "scale",
  read: (guide) => ({ points: guide.scale.points }),
  write: (guide, { points }) => ({ ...guide, scale: { ...guide.scale, points } }),
};

const SIZES = [4, 5] as const;

interface Props {
  readonly onSay: (text: string) => void;
}

/** The points that areas are rated on, and what each one means. */
export function GuideEditorScale({ onSay }: Props) {
  const editing = useGuideEditing();
  const { control, register } = useGuidePart(scale);
  const { fields } = useFieldArray({ control, name: "points", keyName: "key" });
  const { count, isPlain, looseAtFour } = useEditedGuide((guide) => ({
    count: guide.scale.points.length,
    isPlain: guide.scale.points.every(({ value }, index) => value === index + 1),
    looseAtFour: countLooseAnchors(guide, 4),
  }));

  const resize = (size: (typeof SIZES)[number]) => {
    const dropped = countLooseAnchors(editing.store.getState().history.present, size);
    editing.change((guide) => resizeScale(guide, size), { isOutside: true });
    onSay(
      `The scale has ${size} points now.${dropped > 0 ? ` ${anchorsToText(dropped)} dropped. Undo restores them.` : ""}`,
    );
  };

  return (
    <>
      <h1>Scale</h1>
      <fieldset className="row">
        <legend className={styles.legend}>Number of points</legend>
        {SIZES.map((size) => (
          <label key={size} className={`row ${styles.choice}`}>
            <input
              type="radio"
              name="points"
              checked={isPlain && count === size}
              onChange={() => resize(size)}
            />
            {size} points
          </label>
        ))}
        {!(isPlain && (count === 4 || count === 5)) && (
          <label className={`row ${styles.choice}`}>
            <input type="radio" name="points" checked readOnly />
            {count} points, as they are
          </label>
        )}
      </fieldset>
      {isPlain && count === 5 && looseAtFour > 0 && (
        <p className="notice">
          With 4 points, {anchorsToText(looseAtFour)} of point 5 would be dropped. Undo restores{" "}
          {looseAtFour === 1 ? "it" : "them"}.
        </p>
      )}
      <p className="small soft">
        Describe the evidence in the answer, not the person, so that interviewers rate alike.
      </p>
      <ol className={`card ${styles.rows}`} aria-label="Points">
        {fields.map(({ value }, index) => (
          <li key={value} className={styles.point}>
            <b className="figures">{value}</b>
            <label className={styles.field}>
              Label
              <input
                dir="auto"
                maxLength={LONGEST_NAME}
                autoComplete="off"
                {...register(`points.${index}.label`)}
              />
            </label>
            <label className={styles.field}>
              Meaning
              <textarea
                className={styles.growing}
                dir="auto"
                maxLength={LONGEST_TEXT}
                rows={2}
                {...register(`points.${index}.meaning`)}
              />
            </label>
          </li>
        ))}
      </ol>
    </>
  );
}

function anchorsToText(count: number): string {
  return count === 1 ? "1 anchor" : `${count} anchors`;
}
