import { useCallback, useMemo, useRef, useState } from "react";
import { Link, useLocation } from "wouter";
import {
  closeUnrated,
  isPoint,
  nextAfter,
  nextReason,
  rateArea,
  type NotAssessed,
  type Rating,
} from "../../domain/session/answer.ts";
import { startSession } from "../../domain/session/call.ts";
import type { Area, Question } from "../../domain/guides/guide.ts";
import { reviewGaps } from "../../domain/session/reviewHints.ts";
import { stoppedAt } from "../../domain/session/session.ts";
import {
  askedQuestions,
  isComplete,
  missingForSubmit,
  TAKE_BACK_MS,
  type Missing,
  type OpenArea,
} from "../../domain/session/wholeSession.ts";
import { spentToText } from "../../interchange/documents/documentWords.ts";
import type { AnswerChange } from "../../domain/session/undo.ts";
import {
  scorecardToReport,
  type ReportedQuestion,
  type ScorecardReport,
} from "../../domain/session/scorecardReport.ts";
import { quantityToText } from "../../domain/text/quantityText.ts";
import { isolated } from "../../domain/text/isolated.ts";
import { useApp } from "../../state/app/appContext.ts";
import { changeToWords, ratingToWords } from "../../state/session/changeWords.ts";
import { useKeySettings } from "../../state/session/keySettings.ts";
import { useWantedNote } from "../../state/session/notePlace.ts";
import { useRunningSession, useSaveKind, useSessionState } from "../../state/session/sessionContext.ts";
import { toAriaKeys } from "../../ui/keys/chords.ts";
import { useKeys } from "../../ui/keys/useKeys.ts";
import { handOverAddress } from "../../ui/page/addresses.ts";
import { focusAfter } from "../../ui/page/focusAfter.ts";
import { BackArrow } from "../../ui/head/BackLink.tsx";
import { SaveStatus } from "../../ui/parts/SaveStatus.tsx";
import { nextOpenRow, ratingOf } from "./reviewed.ts";
import { OpenGap } from "./OpenGap.tsx";
import { Review } from "./Review.tsx";
import { reviewKeys, type ReviewActions } from "./reviewKeys.ts";
import { ReviewKeysHelp } from "./ReviewKeysHelp.tsx";
import { useSubmission } from "./useSubmission.ts";
import { missingToText, Verdict, type RatingTimes } from "./Verdict.tsx";
import { Facts } from "../../ui/words/Facts.tsx";
import styles from "./WrapUpPage.module.css";

const viewNow = () => window;
const ofRating = /^(?:\d|Backspace|Delete)$/u;

/**
 * A review of what the recommendation is made from, with the recommendation beside it. What was a gap on arrival stands
 * first and stays there: nothing goes from under a pointer because it was rated.
 */
export function WrapUpPage() {
  const { clock } = useApp();
  const running = useRunningSession();
  const [, navigate] = useLocation();
  const whole = useSessionState((state) => state.whole);
  const saveKind = useSaveKind();
  const isWriting = useSessionState((state) => state.mode === "writing");
  const { session, guide } = whole;
  const report = useMemo(() => scorecardToReport({ first: whole, revisions: [] }), [whole]);
  const missing = missingForSubmit(whole, stoppedAt(session));
  const openCount = missing.unrated.length;
  const askedNow = askedQuestions(whole, stoppedAt(session));
  const [askedFirst] = useState(askedNow);
  const [gaps] = useState(() => reviewGaps(whole, stoppedAt(session)));
  const submission = useSubmission();
  const isPending = submission.secondsLeft !== null;
  const canChange = isWriting && !isPending;
  const [ratedAt, setRatedAt] = useState<RatingTimes>({});
  const [showsAnchors, setShowsAnchors] = useState(false);
  const [areKeysOpen, setKeysOpen] = useState(false);
  const [said, setSaid] = useState("");
  /** Whether somebody submitted before all was there. */
  const [isTriedEarly, setTriedEarly] = useState(false);
  // Another tab took over: what was said here is no longer how things are.
  if (!isWriting && said !== "") setSaid("");
  const { nextAfterRating, singleKeys } = useKeySettings();
  const heading = useRef<HTMLHeadingElement>(null);
  const review = useRef<HTMLDivElement>(null);
  const verdict = useRef<HTMLElement>(null);

  // A question whose only rating is taken back was asked all the same.
  const askedIds = new Set([...askedFirst, ...askedNow].map(({ id }) => id));
  const isAsked = ({ question }: ReportedQuestion) => askedIds.has(question.id);
  const asked = report.questions.filter(isAsked);
  const above = [...gaps.open, ...gaps.withoutEvidence];
  const rows: readonly OpenArea[] = [
    ...above,
    ...asked.flatMap(({ question }) =>
      question.areas
        .filter(({ id }) => above.every(({ area }) => area.id !== id))
        .map((area) => ({ question, area })),
    ),
  ];
  const [currentId, setCurrentId] = useState(rows[0]?.area.id);
  const at = rows.findIndex(({ area }) => area.id === currentId);
  const current = rows[at];

  const wholeNow = () => running.store.getState().whole;

  const rowOf = (areaId: string) =>
    review.current?.querySelector<HTMLElement>(`[data-area="${CSS.escape(areaId)}"]`);

  /** Brings the area into view. @returns the point that it has, or its first one */
  const showArea = (areaId: string | undefined) => {
    const row = areaId === undefined ? null : rowOf(areaId);
    row?.scrollIntoView({ block: "nearest" });
    return row?.querySelector<HTMLElement>("input:checked") ?? row?.querySelector("input");
  };

  const focusArea = (areaId: string | undefined) => showArea(areaId)?.focus();

  useWantedNote(({ questionId, areaId }) =>
    focusArea(areaId ?? rows.find(({ question }) => question.id === questionId)?.area.id),
  );

  /** To be gone on with: at its beginning what is typed would run into what is there. */
  const focusNote = (areaId: string) => {
    const note = rowOf(areaId)?.querySelector("textarea");
    note?.setSelectionRange(note.value.length, note.value.length);
    note?.focus();
  };

  const focusRecommendation = () => {
    const radio =
      verdict.current?.querySelector<HTMLElement>("input:checked:not(:disabled)") ??
      verdict.current?.querySelector<HTMLElement>("input:not(:disabled)");
    // The way on stands beside the reason.
    (radio ?? verdict.current?.querySelector<HTMLElement>("[data-next-open]"))?.focus();
    if (!radio) setSaid("Rate every area to unlock your recommendation.");
  };

  const rate = useCallback(
    (question: Question, { id }: Area, rating: Rating | null) => {
      running.changeAnswer(question.id, (answer) => rateArea(answer, id, rating));
      if (isPoint(rating)) setRatedAt((before) => ({ ...before, [id]: clock.now() }));
    },
    [running, clock],
  );

  /** Rates, and goes on as in the call. */
  const rateByKey = (row: OpenArea, rating: Rating | null) => {
    const change = () => {
      rate(row.question, row.area, rating);
      setSaid(`${row.area.text}: ${ratingToWords(wholeNow(), rating)}`);
    };
    focusAfter(change, () => {
      const isOpen = (one: OpenArea) => ratingOf(wholeNow(), one) === null;
      const next = nextAfterRating && nextAfter(rows, rows.indexOf(row), rating, isOpen);
      return showArea((next || row).area.id);
    });
  };

  const closeRest = (question: Question, reason: NotAssessed) => {
    running.changeAnswer(question.id, (answer) => closeUnrated(answer, question, reason));
    const last = above.findLast((row) => row.question.id === question.id);
    const next = nextOpenRow(wholeNow(), rows, last?.area.id);
    // Where none is left it stays.
    if (next) focusArea(next.area.id);
    else setSaid("All areas rated.");
  };

  /** Leads to the first of what is missing. */
  const showMissing = ({ unrated, recommendation }: Missing) => {
    if (unrated.length > 0) focusArea(nextOpenRow(wholeNow(), rows, undefined)?.area.id);
    else if (recommendation) focusRecommendation();
    else verdict.current?.querySelector("textarea")?.focus();
  };

  const submit = () => {
    if (!canChange) return;
    const missingNow = missingForSubmit(wholeNow(), stoppedAt(wholeNow().session));
    const isReady = isComplete(missingNow);
    if (isReady) submission.submit();
    else showMissing(missingNow);
    setTriedEarly(!isReady);
    setSaid(
      isReady
        ? `Submitted. You can take it back for ${TAKE_BACK_MS / 1000} seconds.`
        : missingToText(missingNow),
    );
  };

  const takeBack = () => {
    focusAfter(submission.takeBack, () => verdict.current?.querySelector<HTMLElement>("[data-submit]"));
    setSaid("Taken back. Nothing was submitted.");
  };

  /** Goes to what was taken back, or brought back, and says so. */
  const step = (take: () => AnswerChange | null, words: string, nothing: string) => {
    let change: AnswerChange | null = null;
    focusAfter(
      () => {
        change = take();
        setSaid(change ? `${words}: ${changeToWords(wholeNow(), change)}` : nothing);
      },
      () => {
        const area = change?.parts.find((part) => part.kind === "area");
        return showArea(area?.areaId);
      },
    );
  };

  const actions: ReviewActions = {
    moveArea: (by) => {
      // The first one shows where the keys act.
      const isThere = document.activeElement?.closest("[data-area]") !== null;
      focusArea(((isThere && rows[at + by]) || current)?.area.id);
    },
    moveToEnd: (end) => focusArea(rows.at(end)?.area.id),
    ratePoint: (point) => current && rateByKey(current, point),
    notAssessed: () => current && rateByKey(current, nextReason(ratingOf(wholeNow(), current))),
    clearRating: () => current && rateByKey(current, null),
    undo: () => step(running.undo, "Undone, now", "There is nothing to undo."),
    redo: () => step(running.redo, "Redone", "There is nothing to redo."),
    writeNote: () => current && focusNote(current.area.id),
    decide: focusRecommendation,
    submit,
    leave: () => {
      const field = document.activeElement;
      if (!(field instanceof HTMLTextAreaElement)) return;
      if (verdict.current?.contains(field)) focusRecommendation();
      else focusArea(currentId);
    },
    goToLibrary: () => navigate("/"),
    toggleKeys: () => setKeysOpen((isOpen) => !isOpen),
  };

  const keyRows = useMemo(() => reviewKeys(guide.scale.points.map(({ value }) => value)), [guide.scale]);
  const libraryKeys = keyRows
    .find(({ id }) => id === "library")
    ?.keys.map(toAriaKeys)
    .join(" ");
  useKeys(
    viewNow,
    keyRows,
    actions,
    () => ({ singleKeys, isShared: false, isReading: !canChange }),
    (chord) => {
      const isTakenBack = chord === "Mod+Z" && isPending && isWriting;
      if (isTakenBack) takeBack();
      // A digit that is meant for the recommendation would change the rating of an area out of sight.
      return (
        isTakenBack || (ofRating.test(chord) && verdict.current?.contains(document.activeElement) === true)
      );
    },
  );

  return (
    <>
      <header className="topBar">
        <button
          type="button"
          className="plain"
          onClick={() => navigate("/")}
          aria-label="Back to interviews"
          title="Back to interviews"
          aria-keyshortcuts={libraryKeys}
        >
          <BackArrow />
        </button>
        <b dir="auto">{session.candidate}</b>
        <span className="soft">
          <Facts of={[session.role, session.role === "" ? "Wrap-up" : "wrap-up"]} />
        </span>
        <span className="push" />
        {isWriting && <SaveStatus kind={saveKind} />}
        <Link href={handOverAddress(session.id)} className="button">
          Hand over
        </Link>
        <button type="button" disabled={!canChange} onClick={() => running.change(startSession)}>
          Back to the interview
        </button>
      </header>
      <main className={`page ${styles.page}`}>
        <fieldset
          role="presentation"
          disabled={!canChange}
          className={styles.review}
          onFocus={({ target }) => {
            const row = target.closest<HTMLElement>("[data-area]");
            if (row) setCurrentId(row.dataset["area"]);
          }}
        >
          <div ref={review} className={styles.sections}>
            <div className={styles.title}>
              <h1 ref={heading} tabIndex={-1}>
                {asked.length === 0
                  ? "No question was asked"
                  : openCount === 0
                    ? "All areas rated"
                    : `${quantityToText(openCount, "area")} left to rate`}
              </h1>
              {rows.length > 0 && (
                <button
                  type="button"
                  aria-pressed={showsAnchors}
                  onClick={() => setShowsAnchors(!showsAnchors)}
                >
                  All anchors
                </button>
              )}
            </div>
            <p className={`small soft figures ${styles.facts}`}>
              <bdi>{timesToText(report)}</bdi>
            </p>
            <OpenGap onSettled={() => heading.current} />
            {rows.length > 0 && <ReviewKeysHelp rows={keyRows} isOpen={areKeysOpen} onToggle={setKeysOpen} />}
            <Review
              gaps={gaps}
              asked={asked}
              notAsked={report.questions.filter((one) => !isAsked(one))}
              currentId={currentId}
              showsAnchors={showsAnchors}
              onRate={rate}
              onCloseRest={closeRest}
              onGo={focusArea}
            />
          </div>
        </fieldset>
        <Verdict
          ref={verdict}
          missing={missing}
          isTriedEarly={isTriedEarly && !isComplete(missing)}
          ratedAt={ratedAt}
          submission={submission}
          onSubmit={submit}
          onTakeBack={takeBack}
          onNextOpen={() => focusArea(nextOpenRow(wholeNow(), rows, currentId)?.area.id)}
          onNote={focusNote}
        />
      </main>
      <p className="heard" role="status">
        {isWriting
          ? said
          : isPending
            ? "Another tab edits this interview. You can take back the submission there."
            : ""}
      </p>
    </>
  );
}

/** @returns what the call took, and its parts that are no questions */
function timesToText({ first: { session }, elapsedMs, segments }: ScorecardReport): string {
  return [
    `Interview ${spentToText({ elapsedMs, plannedMs: session.slotMinutes * 60_000 })}`,
    ...segments.map((segment) => `${isolated(segment.title)} ${spentToText(segment)}`),
  ].join(" · ");
}
