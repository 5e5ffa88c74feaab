import { useRef } from "react";
import { useController, useFieldArray, useWatch, type Control, type UseFormReturn } from "react-hook-form";
import {
  advicePlaces,
  type Advice,
  type Competency,
  levelWords,
  advicePlaceWords,
} from "../../../domain/guides/guide.ts";
import { newAdvice, toEveryLevel } from "../../../domain/guides/guideEditing.ts";
import { LONGEST_NAME, LONGEST_TEXT } from "../../../domain/text/limits.ts";
import { capitalised } from "../../../domain/text/capitalised.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { useEditedGuide } from "../../../state/guides/guideEditingContext.ts";
import { GuideEditorRows } from "../fields/GuideEditorRows.tsx";
import { useGuidePart, type GuidePart } from "../fields/useGuidePart.ts";
import styles from "../fields/GuideEditorFields.module.css";

/** As a form has it: one sign a line, and an entry for every level. */
interface AdviceFields extends Omit<Advice, "signs"> {
  signs: string;
}

interface AllAdviceFields {
  advice: readonly AdviceFields[];
}

function toFields(advice: Advice): AdviceFields {
  return { ...advice, signs: advice.signs.join("\n"), levels: toEveryLevel(advice.levels) };
}

const advicePart: GuidePart<AllAdviceFields> = {
  name: "advice",
  read: ({ advice }) => ({ advice: advice.map(toFields) }),
  write: (guide, { advice }) => ({
    ...guide,
    advice: advice.map((fields) => ({
      ...fields,
      signs: fields.signs === "" ? [] : fields.signs.split("\n"),
      levels: fields.levels.filter(({ text, favours }) => text !== "" || favours.length > 0),
    })),
  }),
};

interface Props {
  readonly onSay: (text: string) => void;
}

/** Counsel for the interviewer, and where it is shown. */
export function GuideEditorAdvice({ onSay }: Props) {
  const app = useApp();
  const addButton = useRef<HTMLButtonElement>(null);
  const form = useGuidePart(advicePart);
  const { control, getValues } = form;
  const { fields, append, remove } = useFieldArray({ control, name: "advice", keyName: "key" });
  return (
    <>
      <h1>Advice</h1>
      <p className="small soft">Shown to the interviewer where it helps, one piece of advice per place.</p>
      {fields.map(({ id }, index) => (
        <PieceOfAdvice
          key={id}
          form={form}
          index={index}
          onSay={onSay}
          onRemove={() => {
            remove(index);
            onSay("The advice was removed. Undo restores it.");
            addButton.current?.focus();
          }}
        />
      ))}
      <button
        ref={addButton}
        type="button"
        className={styles.add}
        onClick={() => {
          const taken = getValues("advice").map(({ appliesTo }) => appliesTo);
          const free = advicePlaces.find((place) => !taken.includes(place)) ?? "planning";
          append(toFields(newAdvice(app.newId(), free)), { focusName: `advice.${fields.length}.title` });
        }}
      >
        + Add advice
      </button>
    </>
  );
}

interface PieceProps {
  readonly form: UseFormReturn<AllAdviceFields>;
  readonly index: number;
  readonly onRemove: () => void;
  readonly onSay: (text: string) => void;
}

function PieceOfAdvice({ form, index, onRemove, onSay }: PieceProps) {
  const app = useApp();
  const { control, register, getValues } = form;
  const followUps = useFieldArray({ control, name: `advice.${index}.followUps`, keyName: "key" });
  const place = useWatch({ control, name: `advice.${index}.appliesTo` });
  const competencies = useEditedGuide((guide) => guide.competencies);
  // What was written for another place stays in sight.
  const hasSigns = place === "rehearsedAnswer" || getValues(`advice.${index}.signs`) !== "";
  const hasLevels =
    place === "level" ||
    getValues(`advice.${index}.levels`).some(({ text, favours }) => text !== "" || favours.length > 0);
  const hasFollowUps = place === "rehearsedAnswer" || place === "remote" || followUps.fields.length > 0;
  return (
    <section className={`card ${styles.block}`} aria-label={`Advice ${index + 1}`}>
      <div className={styles.blockHead}>
        <label className={styles.field}>
          Place
          <select {...register(`advice.${index}.appliesTo`)}>
            {advicePlaces.map((known) => (
              <option key={known} value={known}>
                {capitalised(advicePlaceWords[known])}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="plain"
          aria-label={`Remove advice ${index + 1}`}
          title="Remove"
          onClick={onRemove}
        >
          ✕
        </button>
      </div>
      <label className={styles.field}>
        Title
        <input
          dir="auto"
          maxLength={LONGEST_NAME}
          autoComplete="off"
          {...register(`advice.${index}.title`)}
        />
      </label>
      <label className={styles.field}>
        Text
        <textarea
          className={styles.growing}
          dir="auto"
          maxLength={LONGEST_TEXT}
          rows={3}
          {...register(`advice.${index}.text`)}
        />
      </label>
      {hasSigns && (
        <label className={styles.field}>
          Signs to notice, one per line
          <textarea
            className={styles.growing}
            dir="auto"
            maxLength={LONGEST_TEXT}
            rows={3}
            {...register(`advice.${index}.signs`)}
          />
        </label>
      )}
      {hasLevels &&
        getValues(`advice.${index}.levels`).map(({ level }, at) => (
          <fieldset key={level} className={styles.group}>
            <legend className={styles.legend}>{capitalised(levelWords[level])}</legend>
            <textarea
              className={styles.growing}
              dir="auto"
              maxLength={LONGEST_TEXT}
              rows={2}
              aria-label={`What to weigh: ${capitalised(levelWords[level])}`}
              {...register(`advice.${index}.levels.${at}.text`)}
            />
            {competencies.length > 0 && (
              <Favoured
                control={control}
                name={`advice.${index}.levels.${at}.favours`}
                label={`Competencies to ask about: ${capitalised(levelWords[level])}`}
                competencies={competencies}
              />
            )}
          </fieldset>
        ))}
      {hasFollowUps && (
        <GuideEditorRows
          heading="Follow-ups that fit any question"
          word="follow-up"
          rows={followUps.fields}
          register={(row) => register(`advice.${index}.followUps.${row}.text`)}
          onInsert={(row, texts) =>
            followUps.insert(
              row,
              texts.map((text) => ({ id: app.newId(), text })),
              { focusName: `advice.${index}.followUps.${row + texts.length - 1}.text` },
            )
          }
          onReplace={(row, text) =>
            followUps.update(row, { ...getValues(`advice.${index}.followUps.${row}`), text })
          }
          onRemove={followUps.remove}
          onMove={followUps.move}
          onSay={onSay}
        />
      )}
    </section>
  );
}

interface FavouredProps {
  readonly control: Control<AllAdviceFields>;
  readonly name: `advice.${number}.levels.${number}.favours`;
  readonly label: string;
  readonly competencies: readonly Competency[];
}

function Favoured({ control, name, label, competencies }: FavouredProps) {
  const { field } = useController({ control, name });
  return (
    <div className="row" role="group" aria-label={label}>
      {competencies.map(({ id, name: competency }, index) => (
        <label key={id} className={`row small ${styles.choice}`}>
          <input
            type="checkbox"
            checked={field.value.includes(id)}
            onChange={({ target }) => {
              const others = field.value.filter((known) => known !== id);
              field.onChange(target.checked ? [...others, id] : others);
            }}
          />
          <span dir="auto">{competency === "" ? `Competency ${index + 1}` : competency}</span>
        </label>
      ))}
    </div>
  );
}
