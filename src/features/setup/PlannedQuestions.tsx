import { useDeferredValue, useRef, type RefObject } from "react";
import { adviceFor, proposeQuestionIds, type Level } from "../../domain/guides/guide.ts";
import type { SessionPanel } from "../../domain/session/session.ts";
import { plannedMinutesOf } from "../../domain/session/wholeSession.ts";
import type { GuideVersion } from "../../state/guides/guideVersions.ts";
import { focusAfter } from "../../ui/page/focusAfter.ts";
import { minutesToText } from "../../ui/words/dates.ts";
import { QuestionPicker } from "./QuestionPicker.tsx";
import { isSlot } from "./minutes.ts";
import styles from "./PlanForm.module.css";

interface Props {
  readonly version: GuideVersion;
  readonly level: Level;
  /** The panel that the session is part of; null for none. */
  readonly panel: SessionPanel | null;
  readonly slotMinutes: number;
  /** What is not for questions. */
  readonly segmentMinutes: number;
  /** Whether every field of minutes holds some; otherwise nothing is summed up. */
  readonly areMinutesKnown: boolean;
  /** What was left for questions when that was last known. */
  readonly freeMinutes: number;
  readonly timeMultiplier: number;
  readonly questionIds: readonly string[];
  readonly hasChosen: boolean;
  /** What the guide proposes for that time. */
  readonly proposedIds: readonly string[];
  readonly onChoose: (questionIds: readonly string[]) => void;
  readonly onLengthen: (minutes: number, questionIds: readonly string[]) => void;
}

const ADVISED_MOST = 4;

/** The questions of a plan, and whether they go into its time. */
export function PlannedQuestions({
  version,
  level,
  panel,
  slotMinutes,
  segmentMinutes,
  areMinutesKnown,
  freeMinutes,
  timeMultiplier,
  questionIds,
  hasChosen,
  proposedIds,
  onChoose,
  onLengthen,
}: Props) {
  // The fields take letters before the questions beside them are drawn.
  const areFieldsDrawn = useDeferredValue(true, false);
  const questionsTitle = useRef<HTMLHeadingElement>(null);
  const isOfPanel = panel !== null;
  const { guide } = version;
  const questionsOf = (ids: readonly string[]) =>
    ids.flatMap((id) => guide.questions.find((question) => question.id === id) ?? []);
  const questions = questionsOf(questionIds);
  // What others are asked in that time: extra time is to be given, and not taken from the questions.
  const usual = questionsOf(proposeQuestionIds(guide, level, freeMinutes, 1));
  const usualMinutes = Math.ceil(segmentMinutes + plannedMinutesOf(usual, timeMultiplier));
  const minutes = segmentMinutes + plannedMinutesOf(questions, timeMultiplier);
  // How many to choose is said to whoever chooses: in a panel that is its lead.
  const planning = isOfPanel ? undefined : adviceFor(guide, "planning");
  return (
    <div className={styles.questions}>
      <div className={styles.meter}>
        <h1 ref={questionsTitle} tabIndex={-1}>
          Questions
        </h1>
        {areMinutesKnown && (
          <>
            <p className="figures" data-over={minutes > slotMinutes || undefined}>
              <b>{minutesToText(minutes)}</b> <span className="soft">of {minutesToText(slotMinutes)}</span>
            </p>
            <progress
              max={slotMinutes}
              value={Math.min(minutes, slotMinutes)}
              aria-label="Planned minutes of the interview"
            />
          </>
        )}
      </div>
      {planning && (
        <p className="small soft" dir="auto">
          {planning.text}
        </p>
      )}
      <div role="status" aria-atomic={false} className={styles.warnings}>
        {areMinutesKnown && minutes > slotMinutes && (
          <p className="notice row">
            <span>
              The plan is {minutesToText(minutes - slotMinutes)} longer than the interview. You can start
              anyway, but something will be cut short.
            </span>
            <PlanMinutes
              minutes={Math.ceil(minutes)}
              onPlan={() => onLengthen(Math.ceil(minutes), questionIds)}
              goesTo={questionsTitle}
            />
          </p>
        )}
        {areMinutesKnown && !hasChosen && questions.length < usual.length && (
          <p className="notice row">
            <span>
              Extra time leaves room for {questions.length} of the {usual.length} questions that others are
              asked. All of them take {minutesToText(usualMinutes)}.
            </span>
            <PlanMinutes
              minutes={usualMinutes}
              onPlan={() =>
                onLengthen(
                  usualMinutes,
                  usual.map(({ id }) => id),
                )
              }
              goesTo={questionsTitle}
            />
          </p>
        )}
        {questions.length > ADVISED_MOST && (
          <p className="notice">
            {questions.length} questions leave little time for follow-ups.
            {!isOfPanel && " Three or four let you go deeper."}
            {panel && !panel.isLead && " Check with the panel’s lead before you remove any."}
          </p>
        )}
        {questions.length === 0 && <p className="notice">No questions selected yet.</p>}
      </div>
      {areFieldsDrawn && (
        // What was said there and can be undone is of one guide.
        <QuestionPicker
          key={version.id}
          guide={guide}
          questionIds={questionIds}
          proposedIds={isOfPanel ? null : proposedIds}
          timeMultiplier={timeMultiplier}
          onChange={onChoose}
        />
      )}
    </div>
  );
}

interface PlanMinutesProps {
  readonly minutes: number;
  readonly onPlan: () => void;
  /** Where the focus goes: the button goes with what it was about. */
  readonly goesTo: RefObject<HTMLElement | null>;
}

/** Makes the interview as long as what is planned, where an interview can be that long. */
function PlanMinutes({ minutes, onPlan, goesTo }: PlanMinutesProps) {
  return (
    isSlot(minutes) && (
      <button type="button" onClick={() => focusAfter(onPlan, () => goesTo.current)}>
        Plan {minutesToText(minutes)}
      </button>
    )
  );
}
