import { useEffect, useId, useRef, useState, type RefObject } from "react";
import { useForm } from "react-hook-form";
import { errorToText } from "../../domain/text/errorText.ts";
import { areaAnswer, type Rating, notAssessedWords } from "../../domain/session/answer.ts";
import type { Area, Question, Scale } from "../../domain/guides/guide.ts";
import { LONGEST_TEXT } from "../../domain/text/limits.ts";
import { finalOf, type RevisionRefusal, type WantedChange } from "../../domain/session/revision.ts";
import type { Scorecard } from "../../domain/session/scorecard.ts";
import { recommendations, type Recommendation, recommendationToWords } from "../../domain/session/session.ts";
import { questionsOf } from "../../domain/session/wholeSession.ts";
import { capitalised } from "../../domain/text/capitalised.ts";
import { useApp } from "../../state/app/appContext.ts";
import { useNoteReader } from "../../state/notes/noteReading.ts";
import { recordRevision } from "../../state/session/scorecards.ts";
import { focusAfter } from "../../ui/page/focusAfter.ts";
import { readTabDraft, useTabDraft } from "../../ui/page/tabDraft.ts";
import { DraftNotice } from "../../ui/parts/DraftNotice.tsx";
import { NoteField } from "../../ui/parts/NoteField.tsx";
import { NoteLine } from "../../ui/parts/NoteLine.tsx";
import { RatingControl } from "../../ui/parts/RatingControl.tsx";
import { ShutButton } from "../../ui/fields/ShutButton.tsx";
import styles from "./ReviseDialog.module.css";

interface Props {
  readonly ref: RefObject<HTMLDialogElement | null>;
  readonly scorecard: Scorecard;
  readonly onClose: () => void;
}

/** What is to be otherwise of an area. What is left out stays as it is then: another tab may have revised it since. */
interface RevisedArea {
  readonly rating?: Rating | null;
  readonly note?: string;
}

interface Values {
  reason: string;
  /** Empty where it stays. */
  recommendation: Recommendation | "";
  summary: string;
}

const refusalWords: Readonly<Record<RevisionRefusal, string>> = {
  notSubmitted: "This interview was not submitted.",
  noReason: "Enter a reason for the revision.",
  nothingChanges: "Nothing has changed. Change a rating, note or recommendation to revise the scorecard.",
  offScale: "A rating is not on the scale.",
  noSuchArea: "An area is not in the guide.",
};

/** Why it was not saved, and by which part that stands: an area's id, or above the buttons. */
interface Problem {
  readonly message: string;
  readonly part?: string | undefined;
}

const CHOICE = "the area to revise";
const REASON = "the reason";

const refusalParts: Readonly<Partial<Record<RevisionRefusal, string>>> = {
  noReason: REASON,
  nothingChanges: CHOICE,
};

const PROBLEM_ID = "revise-problem";

const nothing: Values = { reason: "", recommendation: "", summary: "" };

/** Records a revision. What was filled in stays while the dialog is closed, and in the tab. */
export function ReviseDialog({ ref, scorecard, onClose }: Props) {
  const app = useApp();
  const final = finalOf(scorecard);
  const { id: sessionId, candidate } = final.session;
  const draftKey = `revise ${sessionId}`;
  const beginning = { ...nothing, candidate, areas: {} as Readonly<Record<string, RevisedArea>> };
  const [draft, setDraft] = useState(() => readTabDraft(draftKey, beginning));
  const {
    reason: draftReason,
    recommendation: draftRecommendation,
    summary: draftSummary,
  } = draft ?? nothing;
  const { register, watch, setValue, handleSubmit, reset, formState } = useForm<Values>({
    defaultValues: { reason: draftReason, recommendation: draftRecommendation, summary: draftSummary },
  });
  const [areas, setAreas] = useState((draft ?? beginning).areas);
  useTabDraft(draftKey, { ...watch(), candidate, areas }, beginning);
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const all = questionsOf(final).flatMap((question) => question.areas.map((area) => ({ question, area })));
  const chosen = all.flatMap(({ question, area }) => {
    const wanted = areas[area.id];
    return wanted
      ? { question, area, revised: { ...areaAnswer(final.answers[question.id], area.id), ...wanted } }
      : [];
  });

  useEffect(() => {
    const part = problem && form.current?.querySelector("[data-problem]");
    part?.querySelector<HTMLElement>("input, select, textarea")?.focus();
    part?.querySelector(`#${PROBLEM_ID}`)?.scrollIntoView({ block: "nearest" });
  }, [problem]);
  const problemOf = (part?: string) => (problem?.part === part ? problem?.message : undefined);

  const beginAnew = () => {
    reset(nothing);
    setAreas({});
    setProblem(null);
    setDraft(null);
  };

  /** What was wrong was said of what was filled in then. */
  const change = (changed: typeof areas) => {
    setAreas(changed);
    setProblem(null);
  };
  const write = (part: "summary" | "reason", text: string) => {
    setValue(part, text);
    setProblem(null);
  };
  const save = handleSubmit(async ({ reason, recommendation, summary }) => {
    const rated: Record<string, WantedChange["areas"][string]> = {};
    for (const { area, revised } of chosen) {
      const { rating, note } = revised;
      if (rating === null) {
        setProblem({ message: "Rate every selected area, or mark it not assessed.", part: area.id });
        return;
      }
      rated[area.id] = { rating, note };
    }
    try {
      const refusal = await recordRevision(app, scorecard, {
        reason,
        areas: rated,
        recommendation: recommendation === "" ? null : recommendation,
        summary,
      });
      setProblem(refusal && { message: refusalWords[refusal], part: refusalParts[refusal] });
      if (refusal) return;
      beginAnew();
      onClose();
    } catch (error) {
      setProblem({ message: `The revision was not saved. ${errorToText(error)}` });
    }
  });

  return (
    <dialog
      ref={ref}
      aria-labelledby="revise-title"
      className={styles.dialog}
      onClose={() => setProblem(null)}
    >
      <form ref={form} className={styles.content} onSubmit={(event) => void save(event)} noValidate>
        <h2 id="revise-title">Revise scorecard</h2>
        {draft && (
          <DraftNotice
            onStartOver={() => focusAfter(beginAnew, () => form.current?.querySelector("select"))}
          />
        )}
        <p className="small soft">
          Your submitted scorecard doesn’t change. The revision is kept beside it, with its reason.
        </p>
        {chosen.map(({ question, area, revised }) => (
          <AreaFields
            key={area.id}
            noteId={`${sessionId} ${area.id}`}
            scale={final.guide.scale}
            question={question}
            area={area}
            revised={revised}
            problem={problemOf(area.id)}
            onRevise={(changed) => change({ ...areas, [area.id]: { ...areas[area.id], ...changed } })}
            onLeave={() => {
              const { [area.id]: _left, ...others } = areas;
              change(others);
            }}
          />
        ))}
        <div className={styles.field} data-problem={problemOf(CHOICE)}>
          <label htmlFor="revise-area">Area to revise</label>
          <select
            id="revise-area"
            aria-describedby={problemOf(CHOICE) && PROBLEM_ID}
            value=""
            onChange={({ target }) => change({ ...areas, [target.value]: {} })}
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
          <ProblemLine message={problemOf(CHOICE)} />
        </div>
        <div className={styles.field}>
          <label htmlFor="revise-recommendation">Recommendation</label>
          <select
            id="revise-recommendation"
            {...register("recommendation", { onChange: () => setProblem(null) })}
          >
            <option value="">unchanged</option>
            {recommendations.map((recommendation) => (
              <option key={recommendation} value={recommendation}>
                {capitalised(recommendationToWords(recommendation))}
              </option>
            ))}
          </select>
        </div>
        <WrittenPart
          noteId={`${sessionId} summary`}
          label="Summary for this recommendation (leave empty to keep the current one)"
          text={watch("summary")}
          onWrite={(text) => write("summary", text)}
        />
        <WrittenPart
          noteId={`${sessionId} reason`}
          label="Reason for the revision"
          isRequired
          text={watch("reason")}
          problem={problemOf(REASON)}
          onWrite={(text) => write("reason", text)}
        />
        <ProblemLine message={problemOf()} />
        <div className="row">
          <button type="button" className="push" onClick={onClose}>
            Cancel
          </button>
          <ShutButton type="submit" className="primary" isShut={formState.isSubmitting}>
            Save revision
          </ShutButton>
        </div>
      </form>
    </dialog>
  );
}

function ProblemLine({ message }: { readonly message: string | undefined }) {
  return (
    message !== undefined && (
      <p id={PROBLEM_ID} className="notice error" role="alert">
        {message}
      </p>
    )
  );
}

interface AreaFieldsProps {
  readonly noteId: string;
  readonly scale: Scale;
  readonly question: Question;
  readonly area: Area;
  readonly revised: Required<RevisedArea>;
  readonly problem: string | undefined;
  readonly onRevise: (revised: RevisedArea) => void;
  readonly onLeave: () => void;
}

function AreaFields({ noteId, scale, question, area, revised, problem, onRevise, onLeave }: AreaFieldsProps) {
  const { rating, note } = revised;
  const fields = useRef<HTMLFieldSetElement>(null);
  const readNote = useNoteReader();
  return (
    <fieldset
      ref={fields}
      className={styles.area}
      data-problem={problem}
      aria-describedby={problem && PROBLEM_ID}
    >
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
        onRate={(changed) => onRevise({ rating: changed })}
      />
      <ProblemLine message={problem} />
      <NoteField
        maxLength={LONGEST_TEXT}
        rows={2}
        aria-label={`Note: ${area.text}`}
        text={note}
        onWrite={(written) => onRevise({ note: written })}
      />
      <NoteLine noteId={noteId} box={fields} readNote={readNote} />
      <button type="button" className="plain" onClick={onLeave}>
        Keep unchanged<span className="heard">: {area.text}</span>
      </button>
    </fieldset>
  );
}

interface WrittenPartProps {
  readonly noteId: string;
  readonly label: string;
  readonly isRequired?: true;
  readonly text: string;
  readonly problem?: string | undefined;
  readonly onWrite: (text: string) => void;
}

function WrittenPart({ noteId, label, isRequired, text, problem, onWrite }: WrittenPartProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const readNote = useNoteReader();
  return (
    <div ref={box} className={styles.field} data-problem={problem}>
      <label htmlFor={id}>{label}</label>
      <NoteField
        id={id}
        maxLength={LONGEST_TEXT}
        rows={2}
        aria-required={isRequired}
        aria-invalid={problem !== undefined}
        aria-describedby={problem && PROBLEM_ID}
        text={text}
        onWrite={onWrite}
      />
      <ProblemLine message={problem} />
      <NoteLine noteId={noteId} box={box} readNote={readNote} />
    </div>
  );
}
