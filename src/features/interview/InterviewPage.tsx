import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { isAsked, unratedAreas } from "../../domain/session/answer.ts";
import { competencyName, type Question } from "../../domain/guides/guide.ts";
import {
  nextItem,
  questionItem,
  showQuestion,
  startItem,
  type AgendaItem,
} from "../../domain/session/agenda.ts";
import { finishSession } from "../../domain/session/call.ts";
import { segmentWords } from "../../domain/session/segment.ts";
import { questionById, questionsOf, type WholeSession } from "../../domain/session/session.ts";
import { useApp } from "../../state/app/appContext.ts";
import { useLaterDialog } from "../../ui/page/useLaterDialog.ts";
import { useRunningSession, useSessionState } from "../../state/session/sessionContext.ts";
import { AreaList } from "./question/AreaList.tsx";
import { FollowUps } from "./question/FollowUps.tsx";
import { InterviewHeader } from "./InterviewHeader.tsx";
import { Notes } from "./question/Notes.tsx";
import { QuestionRail } from "./QuestionRail.tsx";
import { QuestionTimer } from "./question/QuestionTimer.tsx";
import { useWakeLock } from "./useWakeLock.ts";
import styles from "./InterviewPage.module.css";

/* Read beside the screen, which does not need them. */
const AddQuestionDialog = lazy(async () => ({
  default: (await import("./AddQuestionDialog.tsx")).AddQuestionDialog,
}));
const KeysDialog = lazy(async () => ({ default: (await import("./KeysDialog.tsx")).KeysDialog }));

/** The live screen: one question at a time, everything on it reachable without looking. */
export function InterviewPage() {
  const { clock } = useApp();
  const running = useRunningSession();
  const session = useSessionState((state) => state.whole.session);
  const guide = useSessionState((state) => state.whole.guide);
  const canWrite = useSessionState((state) => state.mode === "writing");
  const [, navigate] = useLocation();
  const [leftId, setLeftId] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const [isRehearsedOpen, setRehearsedOpen] = useState(false);
  const { ref: keysDialog, open: openKeys } = useLaterDialog();
  const { ref: addDialog, open: openAdding } = useLaterDialog();
  const page = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const quickNote = useRef<HTMLTextAreaElement>(null);
  useWakeLock();

  const asked = { session, guide };
  const questions = questionsOf(asked);
  const question = questionById(asked, session.currentQuestionId);
  const at = questions.findIndex(({ id }) => id === question?.id);
  const nextTitle = useSessionState((state) => titleOf(state.whole, nextItem(state.whole)));

  const focusAreas = () => {
    page.current
      ?.querySelector<HTMLElement>("[data-current] input[type=checkbox]")
      ?.focus({ preventScroll: true });
  };

  /** Also for one that was added just now, so what is asked is read from the store. */
  const goTo = (id: string, isAskedNow = false) => {
    const { mode, whole } = running.store.getState();
    const target = questionById(whole, id);
    if (!target || mode === "reading" || (target === question && !isAskedNow)) return;
    const { answers } = whole;
    const all = questionsOf(whole);
    const open =
      question && isAsked(answers[question.id], clock.now())
        ? unratedAreas(question, answers[question.id])
        : [];
    setLeftId(open.length > 0 && target !== question ? session.currentQuestionId : null);
    running.change((before, now) =>
      isAskedNow ? startItem(before, questionItem(id), now) : showQuestion(before, id, now),
    );
    setSaid(
      `Question ${all.indexOf(target) + 1} of ${all.length}: ${target.title}.` +
        (open.length > 0 ? ` Not rated on the one before: ${open.length} of ${question?.areas.length}.` : ""),
    );
  };

  const goBack = () => {
    const target = questions[at - 1];
    if (target) goTo(target.id);
    else setSaid("This is the first question.");
  };

  const startNext = () => {
    const next = nextItem(running.store.getState().whole);
    if (next?.kind === "question") goTo(next.id, true);
    else if (next) {
      running.change((before, now) => startItem(before, next, now));
      setSaid(`${segmentWords[next.id]}.`);
    } else setSaid("This is the last question. Finish when you are done.");
  };

  const finish = () => {
    running.change(finishSession);
    page.current?.ownerDocument.defaultView?.scrollTo(0, 0);
  };

  // The new question's areas are there only after it is drawn.
  const shownId = question?.id;
  useEffect(() => {
    heading.current?.scrollIntoView({ block: "center" });
    focusAreas();
  }, [shownId, canWrite]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
      if (document.querySelector("dialog[open]")) return;
      event.preventDefault();
      if (event.shiftKey) goBack();
      else startNext();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  });

  if (!question) {
    return (
      <>
        <InterviewHeader onFinish={finish} onLeave={() => navigate("/")} />
        <main className="page">
          <h1>This session has no questions yet</h1>
          <p className="soft">Add one to begin.</p>
          <button type="button" className="primary" onClick={openAdding}>
            Add a question
          </button>
          <Suspense>
            <AddQuestionDialog ref={addDialog} onAdded={(id) => goTo(id, true)} />
          </Suspense>
        </main>
      </>
    );
  }

  const left = questionById(asked, leftId);
  const competency = competencyName(guide, question.competencyId);

  return (
    <div className={styles.screen} data-live>
      <InterviewHeader onFinish={finish} onLeave={() => navigate("/")} />
      <fieldset role="presentation" className={styles.body} disabled={!canWrite}>
        <nav className={styles.rail} aria-label="Questions">
          <QuestionRail onGo={goTo} onAdd={openAdding} />
        </nav>
        <main className={styles.question} ref={page}>
          <p className="eyebrow">
            Question {at + 1} of {questions.length}
            {competency ? ` · ${competency}` : ""}
          </p>
          <h1 ref={heading} className={styles.text} dir="auto" lang={guide.language}>
            {question.text}
          </h1>
          <AreaList
            key={question.id}
            question={question}
            onFollowUpKey={() => {
              page.current?.ownerDocument.querySelector<HTMLElement>("[data-next-follow-up]")?.click();
            }}
            onQuickNoteKey={() => quickNote.current?.focus()}
            onRehearsedKey={() => setRehearsedOpen(!isRehearsedOpen)}
            onKeysKey={openKeys}
            onSay={setSaid}
          />
        </main>
        <aside className={styles.side} aria-label="Time, follow-ups and notes">
          <QuestionTimer question={question} />
          <div className={styles.followUps}>
            <FollowUps
              question={question}
              isRehearsedOpen={isRehearsedOpen}
              onRehearsed={setRehearsedOpen}
              onSay={setSaid}
            />
          </div>
          <Notes key={question.id} questionId={question.id} ref={quickNote} onLeave={focusAreas} />
        </aside>
        <footer className={styles.foot}>
          <p className={styles.left}>
            {left ? (
              <LeftOpen question={left} onGo={() => goTo(left.id)} onLater={() => setLeftId(null)} />
            ) : (
              <span className={styles.keys}>
                <kbd>↑</kbd> <kbd>↓</kbd> area · <kbd>1</kbd>–<kbd>{guide.scale.points.length}</kbd> rate ·{" "}
                <kbd>Space</kbd> covered · <kbd>N</kbd> note · <kbd>F</kbd> follow-up · <kbd>Q</kbd> quick
                note
              </span>
            )}
          </p>
          <button type="button" className={`plain ${styles.keysButton}`} onClick={openKeys}>
            <kbd>?</kbd> Keys
          </button>
          {nextTitle !== null ? (
            <button type="button" className="primary" onClick={startNext} title="Ctrl + Enter">
              <span>Next</span>
              <span className={styles.nextTitle} dir="auto">
                {nextTitle}
              </span>
            </button>
          ) : (
            <button type="button" className="primary" onClick={finish}>
              Finish and wrap up
            </button>
          )}
        </footer>
      </fieldset>
      <p className="heard" role="status">
        {said}
      </p>
      <Suspense>
        <KeysDialog ref={keysDialog} />
        <AddQuestionDialog ref={addDialog} onAdded={(id) => goTo(id, true)} />
      </Suspense>
    </div>
  );
}

function titleOf(whole: WholeSession, item: AgendaItem | null): string | null {
  if (item?.kind === "segment") return segmentWords[item.id];
  return questionById(whole, item?.id ?? null)?.title ?? null;
}

interface LeftOpenProps {
  readonly question: Question;
  readonly onGo: () => void;
  readonly onLater: () => void;
}

/** Offers what is unrated on the question that was left, and lets it wait. */
function LeftOpen({ question, onGo, onLater }: LeftOpenProps) {
  const count = useSessionState((state) => unratedAreas(question, state.whole.answers[question.id]).length);
  if (count === 0) return null;
  return (
    <>
      <span>
        {count} {count === 1 ? "area" : "areas"} of “<bdi>{question.title}</bdi>” not rated yet.
      </span>
      <button type="button" onClick={onGo}>
        Rate now
      </button>
      <button type="button" className="plain" onClick={onLater}>
        Later
      </button>
    </>
  );
}
