import { useRef, useState, type ReactNode, type RefObject } from "react";
import { useForm } from "react-hook-form";
import { errorToText } from "../../domain/text/errorText.ts";
import { areaAnswer, type Rating, notAssessedWords } from "../../domain/session/answer.ts";
import type { Area, Question, Scale } from "../../domain/guides/guide.ts";
import { LONGEST_TEXT } from "../../domain/text/limits.ts";
import { finalOf, type RevisionRefusal, type WantedChange } from "../../domain/session/revision.ts";
import type { Scorecard } from "../../domain/session/scorecard.ts";
import {
  questionsOf,
  recommendations,
  type Recommendation,
  recommendationToWords,
} from "../../domain/session/session.ts";
import { capitalised } from "../../domain/text/capitalised.ts";
import { useApp } from "../../state/app/appContext.ts";
import { useNoteHint } from "../../state/notes/noteHint.ts";
import { recordRevision } from "../../state/session/scorecards.ts";
import { NoteLine } from "../../ui/parts/NoteLine.tsx";
import { RatingControl } from "../../ui/parts/RatingControl.tsx";
import styles from "./ReviseDialog.module.css";

interface Props {
  readonly ref: RefObject<HTMLDialogElement | null>;
  readonly scorecard: Scorecard;
  readonly onClose: () => void;
}

interface RevisedArea {
  readonly rating: Rating | null;
  readonly note: string;
}

interface Values {
  reason: string;
  /** Empty where it stays. */
  recommendation: Recommendation | "";
  summary: string;
}

const refusalWords: Readonly<Record<RevisionRefusal, string>> = {
  notSubmitted: "This session was not submitted.",
  noReason: "Write down why it is revised.",
  nothingChanges: "Nothing differs from the scorecard as it stands.",
  offScale: "A rating is not on the scale.",
  noSuchArea: "An area is not in the guide.",
};

const nothing: Values = { reason: "", recommendation: "", summary: "" };

/** Records a revision. What was filled in stays while the dialog is closed. */
export function ReviseDialog({ ref, scorecard, onClose }: Props) {
  const app = useApp();
  const { register, handleSubmit, reset, formState } = useForm<Values>({ defaultValues: nothing });
  const [areas, setAreas] = useState<Readonly<Record<string, RevisedArea>>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const final = finalOf(scorecard);
  const sessionId = final.session.id;
  const all = questionsOf(final).flatMap((question) => question.areas.map((area) => ({ question, area })));
  const chosen = all.filter(({ area }) => areas[area.id] !== undefined);

  const choose = ({ question, area }: { readonly question: Question; readonly area: Area }) => {
    const { rating, note } = areaAnswer(final.answers[question.id], area.id);
    setAreas({ ...areas, [area.id]: { rating, note } });
  };

  const save = handleSubmit(async ({ reason, recommendation, summary }) => {
    const rated: Record<string, WantedChange["areas"][string]> = {};
    for (const [areaId, { rating, note }] of Object.entries(areas)) {
      if (rating === null) {
        setProblem("Rate every area that you chose, or mark it not assessed.");
        return;
      }
      rated[areaId] = { rating, note };
    }
    try {
      const refusal = await recordRevision(app, scorecard, {
        reason,
        areas: rated,
        recommendation: recommendation === "" ? null : recommendation,
        summary,
      });
      setProblem(refusal && refusalWords[refusal]);
      if (refusal) return;
      reset(nothing);
      setAreas({});
      onClose();
    } catch (error) {
      setProblem(`The revision was not saved. ${errorToText(error)}`);
    }
  });

  return (
    <dialog ref={ref} aria-labelledby="revise-title" className={styles.dialog}>
      <form className={styles.content} onSubmit={(event) => void save(event)} noValidate>
        <h2 id="revise-title">Revise this scorecard</h2>
        <p className="small soft">
          What you submitted stays as it is. The revision is kept beside it with its reason, and the debrief
          shows both.
        </p>
        {problem !== null && (
          <p className="notice error" role="alert">
            {problem}
          </p>
        )}
        {chosen.map(({ question, area }) => (
          <AreaFields
            key={area.id}
            noteId={`${sessionId} ${area.id}`}
            scale={final.guide.scale}
            question={question}
            area={area}
            revised={areas[area.id] ?? { rating: null, note: "" }}
            onRevise={(revised) => setAreas({ ...areas, [area.id]: revised })}
            onLeave={() => {
              const { [area.id]: _left, ...others } = areas;
              setAreas(others);
            }}
          />
        ))}
        <div className={styles.field}>
          <label htmlFor="revise-area">Area to revise</label>
          <select
            id="revise-area"
            value=""
            onChange={(event) => {
              const picked = all.find(({ area }) => area.id === event.target.value);
              if (picked) choose(picked);
            }}
          >
            <option value="">Choose…</option>
            {questionsOf(final).map((question) => (
              <optgroup key={question.id} label={question.title}>
                {question.areas
                  .filter((area) => areas[area.id] === undefined)
                  .map((area) => (
                    <option key={area.id} value={area.id}>
                      {area.text}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </div>
        <div className={styles.field}>
          <label htmlFor="revise-recommendation">Recommendation</label>
          <select id="revise-recommendation" {...register("recommendation")}>
            <option value="">stays as it is</option>
            {recommendations.map((recommendation) => (
              <option key={recommendation} value={recommendation}>
                {capitalised(recommendationToWords(recommendation))}
              </option>
            ))}
          </select>
        </div>
        <NoteField noteId={`${sessionId} summary`}>
          <label htmlFor="revise-summary">Why this recommendation (empty: stays as it is)</label>
          <textarea
            id="revise-summary"
            dir="auto"
            maxLength={LONGEST_TEXT}
            rows={2}
            {...register("summary")}
          />
        </NoteField>
        <NoteField noteId={`${sessionId} reason`}>
          <label htmlFor="revise-reason">Reason for the revision</label>
          <textarea id="revise-reason" dir="auto" maxLength={LONGEST_TEXT} rows={2} {...register("reason")} />
        </NoteField>
        <div className="row">
          <button type="button" className="push" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="primary" disabled={formState.isSubmitting}>
            Save the revision
          </button>
        </div>
      </form>
    </dialog>
  );
}

interface AreaFieldsProps {
  readonly noteId: string;
  readonly scale: Scale;
  readonly question: Question;
  readonly area: Area;
  readonly revised: RevisedArea;
  readonly onRevise: (revised: RevisedArea) => void;
  readonly onLeave: () => void;
}

function AreaFields({ noteId, scale, question, area, revised, onRevise, onLeave }: AreaFieldsProps) {
  const { rating, note } = revised;
  const fields = useRef<HTMLFieldSetElement>(null);
  const hint = useNoteHint(noteId, fields);
  return (
    <fieldset ref={fields} className={styles.area}>
      <legend>
        <b dir="auto">{area.text}</b>{" "}
        <span className="small soft" dir="auto">
          {question.title}
        </span>
      </legend>
      <RatingControl
        scale={scale}
        reasonWords={notAssessedWords}
        rating={rating}
        label={area.text}
        name={`revise ${area.id}`}
        isHidden={false}
        onRate={(changed) => onRevise({ rating: changed, note })}
      />
      <textarea
        dir="auto"
        maxLength={LONGEST_TEXT}
        rows={2}
        aria-label={`Note: ${area.text}`}
        value={note}
        onChange={(event) => onRevise({ rating, note: event.target.value })}
      />
      <NoteLine {...hint} />
      <button type="button" className="plain" onClick={onLeave}>
        Leave as it is<span className="heard">: {area.text}</span>
      </button>
    </fieldset>
  );
}

interface NoteFieldProps {
  readonly noteId: string;
  readonly children: ReactNode;
}

function NoteField({ noteId, children }: NoteFieldProps) {
  const field = useRef<HTMLDivElement>(null);
  const hint = useNoteHint(noteId, field);
  return (
    <div ref={field} className={styles.field}>
      {children}
      <NoteLine {...hint} />
    </div>
  );
}
