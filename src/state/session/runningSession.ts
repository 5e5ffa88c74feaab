import { sessionEntries } from "../../domain/candidates/auditEntry.ts";
import type { Answer } from "../../domain/session/answer.ts";
import { readClocks, reopenSession, heartbeat } from "../../domain/session/clockGaps.ts";
import type { Session } from "../../domain/session/session.ts";
import {
  changeAnswer,
  lockWhenDue,
  takeUpLeft,
  type WholeSession,
} from "../../domain/session/wholeSession.ts";
import type { ClockReading } from "../../domain/session/timer.ts";
import {
  applyChange,
  noHistory,
  recordChange,
  redoStep,
  undoStep,
  type AnswerChange,
  type ChangeHistory,
  type HistoryStep,
} from "../../domain/session/undo.ts";
import type { Database } from "../../storage/database.ts";
import { dropLeftBehind, readLeftSession } from "../../storage/leftBehind.ts";
import { isUnwritten, type WriterState } from "../../storage/writerState.ts";
import { createDocumentWriter, type DocumentWriter } from "../../storage/documentWriter.ts";
import { sessionDocument, sessionParts, type SessionPart } from "../../storage/session/sessionDocument.ts";
import { loadWholeSession, watchWholeSession } from "../../storage/session/sessions.ts";
import type { AppParts, Clock } from "../app/appContext.ts";
import {
  acquireDocumentLock,
  takeDocumentLock,
  waitForDocumentLock,
  type LockEvents,
  type DocumentLock,
} from "../documents/documentLock.ts";
import { hangWatch } from "../documents/hangs.ts";
import { createUnsavedWork } from "../documents/unsavedWork.ts";
import { isReload, untilPageBeforeLanded, untilPageBeforeLetGo } from "../documents/pageBefore.ts";
import { createLateStore, type LateStore } from "../documents/lateStore.ts";

export interface SessionState {
  readonly whole: WholeSession;
  /** A tab that does not hold the session's lock only reads, and follows the one that writes. */
  readonly mode: "writing" | "reading";
  readonly saveState: WriterState;
  /** The wall clock at the last look, epoch ms; moves twice a second. */
  readonly now: number;
  /** Whether this tab shows what the candidate may see alone. */
  readonly isShared: boolean;
}

/** The session being worked on: its state, and the ways to change it. */
export interface RunningSession {
  readonly store: LateStore<SessionState>;
  /** Applies one change and writes it through. Does nothing in a tab that only reads. */
  readonly change: (change: (whole: WholeSession, now: number) => WholeSession) => void;
  /** Applies a change to one answer. No clock is touched: what is recorded may be of a question that is not asked yet. */
  readonly changeAnswer: (questionId: string, change: (answer: Answer, now: number) => Answer) => void;
  /** Applies a letter of a text in one answer: written at once as all changes are, told of a moment later. */
  readonly typeInAnswer: (questionId: string, change: (answer: Answer, now: number) => Answer) => void;
  /**
   * Takes back the last change of a rating, a tick, a follow-up or added minutes, one of at most 50; no text, no clock. A
   * question that was added goes as long as nothing was recorded for it.
   *
   * @returns what it changed; null where nothing is left to take back
   */
  readonly undo: () => AnswerChange | null;
  /** Brings back what was taken back last, as `undo` does. */
  readonly redo: () => AnswerChange | null;
  /** Turns screen-share mode on or off: for this interview in this tab, also after a reload. */
  readonly share: (isShared: boolean) => void;
  /**
   * Says that the session is shown in another window too: its seconds go on there, also while the page itself lies behind
   * others, where browsers hold back its timers.
   *
   * @returns ends it
   */
  readonly showIn: (view: Pick<Window, "setInterval" | "clearInterval">) => () => void;
  /** Reads the clock at once: in a window that was hidden the browser holds back the timer that would do so. */
  readonly readClock: () => void;
  /** Makes this the tab that writes. */
  readonly takeOver: () => Promise<void>;
  /** Writes what waits and lets go of the lock. */
  readonly close: () => void;
}

const TICK_MS = 500;
const WITNESS_EVERY_MS = 10_000;
/** Marks in a tab's own storage that it is the one that writes a session. */
const WRITES = "writes ";
/** Marks in a tab's own storage that it shows a session in screen-share mode. */
const SHARES = "shares ";

/** Sessions whose screen was left before their last changes were written. */
const unsaved = createUnsavedWork<RunningSession>();

/** @returns the session as it is in memory where its last changes are still to be written, or undefined */
export function unsavedSession(id: string): WholeSession | undefined {
  const state = unsaved.get(id)?.store.getState();
  // What another tab took over is written by that one.
  return state?.mode === "writing" ? state.whole : undefined;
}

/** @returns the session, open for writing if no other tab writes it; undefined where there is none of that id */
export async function openSession(
  { database, clock }: AppParts,
  id: string,
): Promise<RunningSession | undefined> {
  const kept = unsaved.take(id);
  if (kept) {
    if (kept.store.getState().mode === "writing") sessionStorage.setItem(WRITES + id, "yes");
    return kept;
  }
  const opened: { running?: Opening } = {};
  // Before the session is loaded, so that what is loaded is what the last tab that wrote it left.
  const lock = await acquireDocumentLock(id, {
    onAsked: async () => opened.running?.lockEvents.onAsked(),
    onLost: () => opened.running?.lockEvents.onLost(),
  });
  // The page before the reload may still have writes on their way.
  if (wroteBeforeReload(id)) await untilPageBeforeLanded();
  const loaded = await load(database, id).catch((error: unknown) => {
    lock?.release();
    throw error;
  });
  if (!loaded) {
    lock?.release();
    return undefined;
  }
  const running = createRunningSession(database, clock, loaded);
  opened.running = running;
  await running.begin(lock);
  return running;
}

/** A session as it is on the disk, and what the last page that wrote it left behind. */
interface Loaded {
  readonly whole: WholeSession;
  readonly left: Awaited<ReturnType<typeof readLeftSession>>;
}

async function load(database: Database, id: string): Promise<Loaded | undefined> {
  const left = await readLeftSession(database, id);
  const whole = await loadWholeSession(database, id);
  return whole && { whole, left };
}

/** A copied tab has the storage of the one it was copied from, so the mark alone says too little. */
function wroteBeforeReload(id: string): boolean {
  return isReload() && sessionStorage.getItem(WRITES + id) !== null;
}

interface Opening extends RunningSession {
  readonly lockEvents: LockEvents;
  /** @param free the lock, where no other tab had it before the session was loaded */
  readonly begin: (free: DocumentLock | null) => Promise<void>;
}

function createRunningSession(database: Database, clock: Clock, loaded: Loaded): Opening {
  const { id } = loaded.whole.session;
  const store = createLateStore<SessionState>({
    whole: loaded.whole,
    mode: "reading",
    saveState: { kind: "saved" },
    now: clock.now(),
    isShared: sessionStorage.getItem(SHARES + id) !== null,
  });
  let lock: DocumentLock | null = null;
  let inLine = new AbortController();
  let taking: Promise<void> | null = null;
  let writer: DocumentWriter<SessionPart> | null = null;
  let stopWatching: (() => void) | null = null;
  let closed = false;
  let lastReading = readingNow();
  let history = noHistory;
  const watchHangs = hangWatch(clock, (certain) => writer?.holdUntil(certain));

  const lockEvents: LockEvents = {
    onAsked: async () => {
      writer?.flush();
      await writer?.settled();
    },
    onLost: read,
  };

  function readingNow(): ClockReading {
    return { wallMs: clock.now(), monotonicMs: clock.monotonic() };
  }

  /** Takes in the clocks, and submits what its time has come for; everything that changes does so after, on one and the same `now`. */
  function look(): number {
    const reading = readingNow();
    const before = lastReading;
    lastReading = reading;
    watchHangs(reading.monotonicMs);
    apply(lockWhenDue(readClocks(store.getState().whole, before, reading), reading.wallMs));
    return reading.wallMs;
  }

  function apply(after: WholeSession): void {
    const before = store.getState().whole;
    if (after === before || !writer || before.session.status === "submitted") return;
    if (standsStill(before.session) && standsStill(after.session)) return;
    put(before, after, writer);
  }

  function put(before: WholeSession, after: WholeSession, to: DocumentWriter<SessionPart>): void {
    const answers = Object.values(after.answers).filter(
      (answer) => answer !== before.answers[answer.questionId],
    );
    // One change of state for both, so that the screen looks once.
    const isSame = after.session === before.session;
    const saveState = to.save(
      isSame
        ? sessionParts(null, answers)
        : sessionParts(after.session, answers, sessionEntries(before.session, after.session)),
    );
    // A timer carried over a clock set back shows an hour too much against the time of the last tick. Other
    // changes leave the seconds to the tick.
    const isTimed =
      !isSame || answers.some(({ questionId, timer }) => timer !== before.answers[questionId]?.timer);
    const now = isTimed ? lastReading.wallMs : store.getState().now;
    store.setState({ whole: after, saveState, now });
  }

  function tick(): void {
    const now = look();
    const { session } = store.getState().whole;
    if (session.status === "live" && Math.abs(now - (session.seenAt ?? 0)) >= WITNESS_EVERY_MS) {
      apply(heartbeat(store.getState().whole, now));
    }
    store.setState({ now });
  }

  function change(changeWhole: (whole: WholeSession, now: number) => WholeSession): void {
    if (!writer) return;
    const now = look();
    const before = store.getState().whole;
    apply(changeWhole(before, now));
    history = recordChange(history, before, store.getState().whole);
  }

  /** A letter changes nothing but a text of one answer; it is taken back by its field, and no timer is drawn for it. */
  function type(questionId: string, changeOne: (answer: Answer, now: number) => Answer): void {
    if (!writer) return;
    const now = look();
    const { whole } = store.getState();
    if (standsStill(whole.session)) return;
    const after = changeAnswer(whole, questionId, (answer) => changeOne(answer, now), now);
    const answer = after.answers[questionId];
    if (after === whole || !answer) return;
    store.setLater({ whole: after, saveState: writer.save(sessionParts(null, [answer])) });
  }

  function step(
    take: (history: ChangeHistory, whole: WholeSession) => HistoryStep | null,
  ): AnswerChange | null {
    const now = look();
    const { whole } = store.getState();
    const taken = writer && !standsStill(whole.session) ? take(history, whole) : null;
    if (!taken) return null;
    const { change: made } = taken;
    history = taken.history;
    apply(applyChange(whole, made, now));
    return made;
  }

  function read(): void {
    writer?.abandon();
    writer = null;
    lock = null;
    sessionStorage.removeItem(WRITES + id);
    if (closed) return;
    store.setState({ mode: "reading" });
    // Work that was never written is kept on the screen, to be downloaded; what the other tab writes would cover it.
    if (isUnwritten(store.getState().saveState)) return;
    store.setState({ saveState: { kind: "saved" } });
    stopWatching ??= watch();
    void writeWhenFree();
  }

  /** Stands in line for the lock: when the tab that writes is closed, this one goes on. */
  async function writeWhenFree(): Promise<void> {
    inLine = new AbortController();
    try {
      const free = await acquireDocumentLock(id, lockEvents);
      const held = free ?? (await waitForDocumentLock(id, lockEvents, inLine.signal));
      if (!free) await untilPageBeforeLanded();
      await takeUp(held);
    } catch {
      // The screen was left, or the session taken over, before the turn came.
    }
  }

  async function takeOver(): Promise<void> {
    inLine.abort();
    try {
      await takeUp(await takeDocumentLock(id, lockEvents));
    } catch (error) {
      // It stood in line before.
      if (!closed) void writeWhenFree();
      throw error;
    }
  }

  async function takeUp(held: DocumentLock | null): Promise<void> {
    // The tab that had it may have written since the last look.
    const now = await load(database, id).catch((error: unknown) => {
      held?.release();
      throw error;
    });
    if (held?.isHeld() && now && !closed) write(held, now);
    else held?.release();
  }

  function watch(): () => void {
    const subscription = watchWholeSession(database, id, (whole) =>
      store.setState({ whole, now: clock.now() }),
    );
    return () => subscription.unsubscribe();
  }

  function write(held: DocumentLock, { whole, left }: Loaded): void {
    stopWatching?.();
    stopWatching = null;
    lock = held;
    const parts = sessionParts(whole.session, Object.values(whole.answers));
    writer = createDocumentWriter(database, sessionDocument(id), parts, (saveState) => {
      // Each letter's write ends; to tell all of that as well would be most of what typing costs the page.
      if (saveState.kind === "saved") store.setLater({ saveState });
      else store.setState({ saveState });
    });
    lastReading = readingNow();
    // Another tab may have changed what it would take back.
    history = noHistory;
    store.setState({ whole, mode: "writing", saveState: { kind: "saved" } });
    sessionStorage.setItem(WRITES + id, "yes");
    const takenUp = left ? takeUpLeft(whole, left) : whole;
    if (takenUp !== whole) {
      writer.takeUp();
      // Also where it was handed over since: it went with it.
      put(whole, takenUp, writer);
    } else if (left) dropLeftBehind({ kind: "session", id });
    apply(lockWhenDue(reopenSession(takenUp, lastReading.wallMs), lastReading.wallMs));
  }

  function dispose(): void {
    closed = true;
    inLine.abort();
    clearInterval(ticking);
    stopWatching?.();
    writer?.abandon();
    lock?.release();
  }

  /** Unsaved work outlives its screen: it is tried again until it is written, and taken up by the next visit. */
  function close(): void {
    sessionStorage.removeItem(WRITES + id);
    const isSaved = () => store.getState().saveState.kind === "saved";
    unsaved.endWhenDone(id, running, store.subscribeNow, isSaved, dispose);
  }

  const ticking = setInterval(tick, TICK_MS);

  const running: Opening = {
    store,
    lockEvents,
    change,
    changeAnswer: (questionId, changeOne) =>
      change((whole, now) => changeAnswer(whole, questionId, (answer) => changeOne(answer, now), now)),
    typeInAnswer: type,
    undo: () => step(undoStep),
    redo: () => step(redoStep),
    share: (isShared) => {
      if (isShared) sessionStorage.setItem(SHARES + id, "yes");
      else sessionStorage.removeItem(SHARES + id);
      store.setState({ isShared });
    },
    showIn: (view) => {
      const ticksThere = view.setInterval(tick, TICK_MS);
      return () => view.clearInterval(ticksThere);
    },
    readClock: tick,
    takeOver: () => {
      // Twice at once, the second would take the lock from the first.
      taking ??= takeOver().finally(() => {
        taking = null;
      });
      return taking;
    },
    close,
    begin: async (free) => {
      if (loaded.whole.session.status === "submitted") {
        free?.release();
        return;
      }
      // A tab that is reloaded goes on writing, also where another stands in line.
      if (free?.isHeld()) write(free, loaded);
      else if (wroteBeforeReload(id)) await running.takeOver();
      else await Promise.race([writeWhenFree(), untilPageBeforeLetGo()]);
      if (!writer) stopWatching ??= watch();
    },
  };
  return running;
}

/** A submitted scorecard never changes, and what was handed over stands still until it goes on here. */
function standsStill({ status, handedOverAt }: Session): boolean {
  return status === "submitted" || handedOverAt !== undefined;
}
