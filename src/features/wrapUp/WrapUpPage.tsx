import { useEffect, useId, useRef } from "react";
import { Link, useLocation } from "wouter";
import { levelAdvice, levelWords } from "../../domain/guides/guide.ts";
import { LONGEST_TEXT } from "../../domain/text/limits.ts";
import { quantityToText } from "../../domain/text/quantityText.ts";
import { startSession } from "../../domain/session/call.ts";
import {
  isComplete,
  missingForSubmit,
  recommend,
  recommendations,
  submitSession,
  summarise,
  type Missing,
  recommendationToWords,
} from "../../domain/session/session.ts";
import { capitalised } from "../../domain/text/capitalised.ts";
import { useNoteReader } from "../../state/notes/noteReading.ts";
import { useRunningSession, useSessionState } from "../../state/session/sessionContext.ts";
import { NoteField } from "../../ui/parts/NoteField.tsx";
import { NoteLine } from "../../ui/parts/NoteLine.tsx";
import { handOverAddress } from "../../ui/page/addresses.ts";
import { SaveStatus } from "../../ui/parts/SaveStatus.tsx";
import { EvidenceList } from "./EvidenceList.tsx";
import { OpenAreaList } from "./OpenAreaList.tsx";
import styles from "./WrapUpPage.module.css";

/** What is still open after the call, then the recommendation, then submit. */
export function WrapUpPage() {
  const running = useRunningSession();
  const [, navigate] = useLocation();
  const whole = useSessionState((state) => state.whole);
  const saveKind = useSessionState((state) => state.saveState.kind);
  const canWrite = useSessionState((state) => state.mode === "writing");
  const scoresHidden = useSessionState((state) => state.scoresHidden);
  const summaryId = useId();
  const { session, guide } = whole;
  // Every timer stands still by now, so any time will do.
  const missing = missingForSubmit(whole, session.endedAt ?? session.updatedAt);
  const isRated = missing.unrated.length === 0;
  const heading = useRef<HTMLHeadingElement>(null);
  const recommendation = useRef<HTMLElement>(null);
  const readNote = useNoteReader();
  const levelText = levelAdvice(guide, session.level)?.text;

  useEffect(() => {
    scrollTo(0, 0);
    heading.current?.focus();
  }, []);

  return (
    <>
      <header className="topBar">
        <button
          type="button"
          className="plain"
          onClick={() => navigate("/")}
          aria-label="To the library"
          title="To the library"
        >
          ←
        </button>
        <b dir="auto">{session.candidate}</b>
        <span className="soft">
          <bdi>{session.role}</bdi> · wrap-up
        </span>
        <span className="push" />
        {canWrite && <SaveStatus kind={saveKind} />}
        <button type="button" aria-pressed={scoresHidden} onClick={() => running.hideScores(!scoresHidden)}>
          {scoresHidden ? "Show scores" : "Hide scores"}
        </button>
        <Link href={handOverAddress(session.id)} className="button">
          Hand over
        </Link>
        <button type="button" disabled={!canWrite} onClick={() => running.change(startSession)}>
          Back to the interview
        </button>
      </header>
      <main className={`page ${styles.page}`}>
        <fieldset role="presentation" disabled={!canWrite} className={styles.steps}>
          <section className={styles.step} aria-labelledby="open-title">
            <h1 id="open-title" ref={heading} tabIndex={-1}>
              {missing.everyQuestion
                ? "No question was asked"
                : isRated
                  ? "Every area has a rating or a reason"
                  : `Still open: ${quantityToText(missing.unrated.length, "area")}`}
            </h1>
            <OpenAreaList open={missing.unrated} />
          </section>
          <section className={styles.step} aria-labelledby="evidence-title">
            <h2 id="evidence-title">What was said, for the ends of the scale</h2>
            <EvidenceList missing={missing.withoutEvidence} />
          </section>
          <section ref={recommendation} className={styles.step} aria-labelledby="recommendation-title">
            <h2 id="recommendation-title">Recommendation</h2>
            {!isRated && <p className="soft">It opens when no area is open any more.</p>}
            {isRated && levelText !== undefined && (
              <p className="small soft">
                <b>{capitalised(levelWords[session.level])}:</b> {levelText}
              </p>
            )}
            <fieldset disabled={!isRated} className={styles.choices} aria-labelledby="recommendation-title">
              {recommendations.map((choice) => (
                <label key={choice} className={styles.choice} data-choice={choice}>
                  <input
                    type="radio"
                    name="recommendation"
                    disabled={missing.everyQuestion && choice !== "noDecision"}
                    checked={!scoresHidden && session.recommendation === choice}
                    onChange={() => running.change((before, at) => recommend(before, choice, at))}
                  />
                  {capitalised(recommendationToWords(choice))}
                </label>
              ))}
            </fieldset>
            <label htmlFor={summaryId}>
              {session.recommendation === "noDecision"
                ? "Why no decision?"
                : "Why? What in the answers led you to it"}
            </label>
            <NoteField
              id={summaryId}
              maxLength={LONGEST_TEXT}
              rows={5}
              text={session.summary}
              onWrite={(text) => running.change((before, at) => summarise(before, text, at))}
            />
            <NoteLine noteId={`${session.id} summary`} box={recommendation} readNote={readNote} />
          </section>
          <section className={styles.submit} aria-label="Submit">
            <p className="soft" role="status">
              {missingToText(missing)}
            </p>
            <button
              type="button"
              className="primary"
              disabled={!isComplete(missing)}
              onClick={() => running.change(submitSession)}
            >
              Submit the scorecard
            </button>
            <p className="small soft">
              Submitting locks it: your view stays as it was before you heard the others’.
            </p>
          </section>
        </fieldset>
      </main>
    </>
  );
}

function missingToText(missing: Missing): string {
  const parts = [
    missing.unrated.length > 0 &&
      `a rating or a reason for ${quantityToText(missing.unrated.length, "area")}`,
    missing.withoutEvidence.length > 0 &&
      `a note on ${quantityToText(missing.withoutEvidence.length, "area")}`,
    missing.recommendation && "your recommendation",
    missing.summary && "the reason for it",
  ].filter((part) => part !== false);
  return parts.length === 0 ? "Nothing is missing." : `Still missing: ${parts.join(", ")}.`;
}
