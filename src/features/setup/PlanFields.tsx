import { addDays, startOfDay } from "date-fns";
import type { FocusEvent, SyntheticEvent } from "react";
import type { UseFormReturn } from "react-hook-form";
import { Link } from "wouter";
import { adviceFor, levelAdvice, levels, type Level, levelWords } from "../../domain/guides/guide.ts";
import { isTime, LONGEST_NAME } from "../../domain/text/limits.ts";
import { segmentIds, segmentWords, type SegmentId } from "../../domain/session/segment.ts";
import type { SessionPanel } from "../../domain/session/session.ts";
import { capitalised } from "../../domain/text/capitalised.ts";
import { useCandidateNames } from "../../state/candidates/candidateNames.ts";
import type { GuideListing } from "../../state/guides/guideLineages.ts";
import type { GuideVersion } from "../../state/guides/guideVersions.ts";
import { useInterviewCount, usualSlots } from "../../state/session/planning.ts";
import { CandidateField, candidateRule } from "../../ui/fields/CandidateField.tsx";
import { Field } from "../../ui/fields/Field.tsx";
import { ShutButton } from "../../ui/fields/ShutButton.tsx";
import { fieldToTime, minutesToText } from "../../ui/words/dates.ts";
import { isPassedOver, passedOverWords } from "../../ui/words/passedOver.ts";
import { boundsWords, isSegment, isSlot, segmentBounds, slotBounds } from "./minutes.ts";
import styles from "./PlanForm.module.css";

export interface PlanValues {
  candidate: string;
  role: string;
  interviewer: string;
  /** As a `datetime-local` field has it. */
  scheduledAt: string;
  slot: string;
  ownSlotMinutes: number;
  level: Level;
  remote: boolean;
  timeMultiplier: number;
  segmentMinutes: Record<SegmentId, number>;
  questionIds: string[];
}

/** The interview of a day from which on it is said to be one of many. */
const FIFTH = 5;

interface Props {
  readonly form: UseFormReturn<PlanValues>;
  /** What the form holds now. */
  readonly plan: PlanValues;
  readonly guides: readonly GuideListing[];
  /** The guide that is chosen. */
  readonly version: GuideVersion;
  /** The panel that the session is part of, whose candidate, guide and level it has; null for none. */
  readonly panel: SessionPanel | null;
  /** Null for a new session. */
  readonly sessionId: string | null;
  readonly onChooseGuide: (id: string) => void;
  readonly onExportGuide: () => void;
  readonly onSaveToCalendar: (event: SyntheticEvent) => void;
}

/** What is written of an interview before it: who, from which guide, when, how long, and for which level. */
export function PlanFields({
  form,
  plan,
  guides,
  version,
  panel,
  sessionId,
  onChooseGuide,
  onExportGuide,
  onSaveToCalendar,
}: Props) {
  const { register, formState, trigger } = form;
  const { isSubmitting } = formState;
  const names = useCandidateNames(plan.candidate);
  const { guide } = version;
  const isOfPanel = panel !== null;
  const levelText = levelAdvice(guide, plan.level)?.text;
  return (
    <>
      <CandidateField
        names={names}
        error={formState.errors.candidate?.message}
        maxLength={LONGEST_NAME}
        readOnly={isOfPanel}
        {...register("candidate", candidateRule)}
      />
      <Field label="Interviewer" error={formState.errors.interviewer?.message} id="interviewer">
        <input
          id="interviewer"
          dir="auto"
          maxLength={LONGEST_NAME}
          autoComplete="name"
          aria-required
          aria-invalid={formState.errors.interviewer !== undefined}
          aria-describedby="interviewer-error"
          {...register("interviewer", {
            validate: (value) => value.trim() !== "" || "Enter your name. It appears on the scorecard.",
          })}
        />
      </Field>
      <div className={`${styles.pair} ${styles.guide}`}>
        <Field label="Guide" id="guideId">
          <select
            id="guideId"
            value={version.id}
            disabled={isOfPanel}
            onChange={(event) => onChooseGuide(event.target.value)}
          >
            {guides.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </Field>
        <Field label="Role" id="role">
          <input id="role" dir="auto" maxLength={LONGEST_NAME} {...register("role")} />
        </Field>
      </div>
      <details className="small soft">
        <summary>About this guide</summary>
        <p className={styles.introduction} dir="auto" lang={guide.language}>
          {guide.introduction}
        </p>
        <button type="button" onClick={onExportGuide}>
          Export guide JSON
        </button>
      </details>
      <p className="small">
        <Link href="/guides">All guides</Link> · <Link href="/guides/bring-in">Import questions</Link>
      </p>
      <div className={`${styles.pair} ${styles.when}`}>
        <Field label="Date and time" error={formState.errors.scheduledAt?.message} id="scheduledAt">
          <input
            id="scheduledAt"
            type="datetime-local"
            aria-invalid={formState.errors.scheduledAt !== undefined}
            aria-describedby="scheduledAt-error"
            {...register("scheduledAt", {
              validate: (value) => {
                const at = fieldToTime(value);
                if (Number.isNaN(at)) return "Enter a date and a time.";
                if (!isTime(at)) return "Enter a year from 1970 to 9998.";
                return !isPassedOver(value) || passedOverWords;
              },
              onBlur: (event: FocusEvent<HTMLInputElement>) => {
                if (isPassedOver(event.target.value)) void trigger("scheduledAt");
              },
              onChange: () => {
                if (formState.errors.scheduledAt) void trigger("scheduledAt");
              },
            })}
          />
        </Field>
        <Field label="Duration" id="slot">
          <select id="slot" {...register("slot")}>
            {usualSlots.map((length) => (
              <option key={length} value={length}>
                {minutesToText(length)}
              </option>
            ))}
            <option value="own">Other length</option>
          </select>
        </Field>
      </div>
      {plan.slot === "own" && (
        <Field label="Length in minutes" error={formState.errors.ownSlotMinutes?.message} id="ownSlotMinutes">
          <input
            id="ownSlotMinutes"
            type="number"
            min={slotBounds.least}
            max={slotBounds.most}
            aria-invalid={formState.errors.ownSlotMinutes !== undefined}
            aria-describedby="ownSlotMinutes-error"
            {...register("ownSlotMinutes", {
              valueAsNumber: true,
              validate: (value, { slot }) => slot !== "own" || isSlot(value) || boundsWords(slotBounds),
            })}
          />
        </Field>
      )}
      <div>
        <ShutButton isShut={isSubmitting} onClick={onSaveToCalendar}>
          Save and download calendar file
        </ShutButton>
      </div>
      <div className={styles.pair}>
        <Field label="Level" id="level">
          <select id="level" {...register("level")}>
            {(panel ? [plan.level] : levels).map((level) => (
              <option key={level} value={level}>
                {capitalised(levelWords[level])}
              </option>
            ))}
          </select>
        </Field>
        <Field label="Extra time" id="timeMultiplier">
          <select id="timeMultiplier" {...register("timeMultiplier", { valueAsNumber: true })}>
            <option value={1}>None</option>
            <option value={1.25}>+25 %</option>
            <option value={1.5}>+50 %</option>
            <option value={2}>+100 %</option>
          </select>
        </Field>
      </div>
      <div className={styles.pair}>
        {segmentIds.map((id) => (
          <Field
            key={id}
            label={`${segmentWords[id]} (minutes)`}
            error={formState.errors.segmentMinutes?.[id]?.message}
            id={id}
          >
            <input
              id={id}
              type="number"
              min={segmentBounds.least}
              max={segmentBounds.most}
              aria-invalid={formState.errors.segmentMinutes?.[id] !== undefined}
              aria-describedby={`${id}-error`}
              {...register(`segmentMinutes.${id}`, {
                valueAsNumber: true,
                validate: (value) => isSegment(value) || boundsWords(segmentBounds),
              })}
            />
          </Field>
        ))}
      </div>
      {levelText !== undefined && (
        <p className="small soft" dir="auto">
          {levelText}
        </p>
      )}
      <label className="row">
        <input type="checkbox" {...register("remote")} />
        The role is remote
      </label>
      {plan.remote && (
        <p className="small soft">
          {adviceFor(guide, "remote")?.text} Remote follow-ups are offered with every question.
        </p>
      )}
      {/* Last: it comes when the interviews of that day are counted, and would move what stood after it. */}
      <FifthInterview interviewer={plan.interviewer} scheduledAt={plan.scheduledAt} sessionId={sessionId} />
    </>
  );
}

interface FifthProps {
  readonly interviewer: string;
  readonly scheduledAt: string;
  readonly sessionId: string | null;
}

/** Decisions get faster and lean on earlier ones as a day of interviews goes on. */
function FifthInterview({ interviewer, scheduledAt, sessionId }: FifthProps) {
  const day = startOfDay(fieldToTime(scheduledAt));
  const from = Number.isFinite(day.getTime()) ? day.getTime() : 0;
  const count = useInterviewCount(interviewer, from, addDays(from, 1).getTime(), sessionId);
  if (count + 1 < FIFTH || interviewer.trim() === "") return null;
  return (
    <p className="notice" role="status">
      This would be interview number {count + 1} on that day. Judgements get hastier after several interviews.
      Another day is fairer to the candidate.
    </p>
  );
}
