import { useEffect, useId, useRef, type Ref } from "react";
import { areaAnswer, isPoint } from "../../domain/session/answer.ts";
import { levelAdvice, levelWords } from "../../domain/guides/guide.ts";
import { LONGEST_TEXT } from "../../domain/text/limits.ts";
import { quantityToText } from "../../domain/text/quantityText.ts";
import {
  areasWithoutEvidence,
  HURRIED_MS,
  hurriedRatings,
  straightLine,
} from "../../domain/session/reviewHints.ts";
import { recommendations, recommendationToWords, stoppedAt } from "../../domain/session/session.ts";
import {
  isComplete,
  questionsOf,
  recommend,
  summarise,
  TAKE_BACK_MS,
  type Missing,
  type WholeSession,
} from "../../domain/session/wholeSession.ts";
import { capitalised } from "../../domain/text/capitalised.ts";
import { useFigures } from "../../state/app/figures.ts";
import { useNoteReader } from "../../state/notes/noteReading.ts";
import { useRunningSession, useSessionState } from "../../state/session/sessionContext.ts";
import { toAriaKeys } from "../../ui/keys/chords.ts";
import { NoteField } from "../../ui/parts/NoteField.tsx";
import { NoteLine } from "../../ui/parts/NoteLine.tsx";
import type { Submission } from "./useSubmission.ts";
import stacked from "./Stack.module.css";
import styles from "./Verdict.module.css";

/** When areas were rated on this screen, epoch ms, by area id. */
export type RatingTimes = Readonly<Record<string, number>>;

interface Props {
  readonly ref: Ref<HTMLElement>;
  readonly missing: Missing;
  /** Whether somebody submitted while something was missing, and something still is. */
  readonly isTriedEarly: boolean;
  readonly ratedAt: RatingTimes;
  readonly submission: Submission;
  readonly onSubmit: () => void;
  readonly onTakeBack: () => void;
  readonly onNextOpen: () => void;
  /** To the note of an area. */
  readonly onNote: (areaId: string) => void;
}

/** The recommendation, why, and the submission: all that is decided stands in one place. */
export function Verdict(props: Props) {
  const { ref, missing, isTriedEarly, submission, onSubmit, onTakeBack, onNextOpen } = props;
  const running = useRunningSession();
  const whole = useSessionState((state) => state.whole);
  const canWrite = useSessionState((state) => state.mode === "writing");
  const summaryId = useId();
  const hintsId = useId();
  const reason = useRef<HTMLDivElement>(null);
  const readNote = useNoteReader();
  const { session, guide } = whole;
  const isRated = missing.unrated.length === 0;
  const isPending = submission.secondsLeft !== null;
  const levelText = levelAdvice(guide, session.level)?.text;

  return (
    <aside ref={ref} className={styles.verdict} aria-labelledby="recommendation-title">
      <fieldset role="presentation" disabled={!canWrite || isPending} className={styles.part}>
        <h2 id="recommendation-title">Recommendation</h2>
        <div className={`small soft ${stacked.stack}`}>
          <p data-shown={!isRated || undefined}>
            Rate every area to unlock your recommendation.{" "}
            <button type="button" className={`plain ${styles.link}`} data-next-open onClick={onNextOpen}>
              Next unrated area
            </button>
          </p>
          <p data-shown={isRated || undefined}>
            {levelText !== undefined && (
              <>
                <b>{capitalised(levelWords[session.level])}:</b> <bdi>{levelText}</bdi>
              </>
            )}
          </p>
        </div>
        <fieldset
          disabled={!isRated}
          className={styles.choices}
          aria-labelledby="recommendation-title"
          data-own-keys
        >
          {recommendations.map((choice) => (
            <label key={choice} className={styles.choice} data-choice={choice}>
              <input
                type="radio"
                name="recommendation"
                disabled={missing.everyQuestion && choice !== "noDecision"}
                checked={session.recommendation === choice}
                onChange={() => running.change((before, now) => recommend(before, choice, now))}
              />
              {capitalised(recommendationToWords(choice))}
            </label>
          ))}
        </fieldset>
        <div ref={reason} className={styles.reason}>
          <label htmlFor={summaryId}>
            {session.recommendation === "noDecision"
              ? "Summary: why no decision?"
              : "Summary: what evidence supports this?"}
          </label>
          <NoteField
            id={summaryId}
            className={styles.summary}
            maxLength={LONGEST_TEXT}
            rows={5}
            aria-required
            text={session.summary}
            onWrite={(text) => running.change((before, now) => summarise(before, text, now))}
          />
          <NoteLine noteId={`${session.id} summary`} box={reason} readNote={readNote} />
        </div>
      </fieldset>
      <section className={styles.submit} aria-label="Submit">
        {isPending ? (
          <Pending submission={submission} canWrite={canWrite} onTakeBack={onTakeBack} />
        ) : (
          <>
            <p className={`small ${styles.missing}`} data-asked={isTriedEarly || undefined}>
              {missingToText(missing)}
            </p>
            <button
              type="button"
              className="primary"
              data-submit
              disabled={!canWrite || !isComplete(missing)}
              aria-describedby={hintsId}
              aria-keyshortcuts={toAriaKeys("Mod+Enter")}
              onClick={onSubmit}
            >
              Submit the scorecard
            </button>
            <p className="small soft">
              You can take it back for {TAKE_BACK_MS / 1000} seconds. After that you can’t edit it: later
              changes are revisions with a reason.
            </p>
          </>
        )}
      </section>
      <div id={hintsId}>{!isPending && <Hints {...props} whole={whole} />}</div>
    </aside>
  );
}

function Pending({
  submission: { secondsLeft, lock },
  canWrite,
  onTakeBack,
}: Pick<Props, "submission" | "onTakeBack"> & { readonly canWrite: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const wayBack = useRef<HTMLParagraphElement>(null);
  // Not the button: a key that is held down would take the submission back. It is to be seen all the same.
  useEffect(() => {
    heading.current?.focus();
    wayBack.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <>
      <h3 ref={heading} tabIndex={-1} className={styles.submitted}>
        <span aria-hidden="true">✓</span> Submitted
      </h3>
      {canWrite ? (
        <>
          <p className="small soft">
            It locks in <span className="figures">{secondsLeft}</span> s, or when you leave this page.
          </p>
          <p ref={wayBack} className={`row ${styles.wayBack}`}>
            <button type="button" onClick={onTakeBack}>
              Take back
            </button>
            <button type="button" className="primary" onClick={lock}>
              Lock now
            </button>
          </p>
        </>
      ) : (
        <p className="small soft">Until it locks, you can take it back in the other tab.</p>
      )}
    </>
  );
}

function Hints({ whole, ratedAt, onNote }: Props & { readonly whole: WholeSession }) {
  const bare = areasWithoutEvidence(whole, stoppedAt(whole.session));
  const figures = useFigures();
  const straight = figures === "on" ? straightLine(whole, stoppedAt(whole.session)) : null;
  const times = questionsOf(whole).flatMap((question) =>
    question.areas.flatMap(({ id }) => {
      const time = ratedAt[id];
      return time !== undefined && isPoint(areaAnswer(whole.answers[question.id], id).rating) ? time : [];
    }),
  );
  const hurried = figures === "on" ? hurriedRatings(times) : 0;
  const [first] = bare;
  if (!first && !straight && hurried === 0) return null;
  return (
    <section className={`small ${styles.hints}`} aria-label="Check before submitting">
      <h3 className="heading">Check before submitting</h3>
      <ul>
        {first && (
          <li>
            Highest and lowest ratings with no evidence noted: {bare.length}.{" "}
            <button type="button" className={`plain ${styles.link}`} onClick={() => onNote(first.area.id)}>
              Add a note
            </button>
          </li>
        )}
        {straight && (
          <li>
            All {straight.count} ratings are {straight.point}. Does that fit every answer?
          </li>
        )}
        {hurried > 0 && (
          <li>
            {hurried} ratings in a row came within {HURRIED_MS / 1000} seconds of the one before. Check them
            against the anchors.
          </li>
        )}
      </ul>
    </section>
  );
}

/** @returns what keeps a scorecard from being submitted, as a sentence */
export function missingToText(missing: Missing): string {
  const parts = [
    missing.unrated.length > 0 &&
      `a rating or a reason for ${quantityToText(missing.unrated.length, "area")}`,
    missing.recommendation && "your recommendation",
    missing.summary && "your summary",
  ].filter((part) => part !== false);
  return parts.length === 0 ? "Nothing is missing." : `Still missing: ${parts.join(", ")}.`;
}
