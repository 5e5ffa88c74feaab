import { errorToText, isDiskFull, toError } from "../domain/text/errorText.ts";
import { announceWrite } from "./announcedWrites.ts";
import { beginWrite, VanishedError, type Database } from "./database.ts";
import { openWriters, type OpenWriter } from "./openWriters.ts";
import { dropLeftBehind, dropWritten, leaveBehind, type LeftBehind } from "./leftBehind.ts";
import {
  isUnwritten,
  nextWriterState,
  retryAfterMs,
  type WriterEvent,
  type WriterState,
} from "./writerState.ts";

/** A part of a document that is written by itself. The newest of a key stands for all before it. */
export interface Part {
  readonly key: string;
}

/** What the writer has to know of a kind of document, and of the one that it writes. */
export interface WrittenDocument<P extends Part> {
  readonly kind: LeftBehind["kind"];
  readonly id: string;
  /** Writes that are under way at once at most; what comes then waits, and only the newest of it is written. */
  readonly mostInFlight: number;
  /** Whether other tabs write it at the same time: what this one wrote before may be older than what is there now. */
  readonly isShared: boolean;
  /** One may be named twice. */
  readonly storesOf: (parts: readonly P[]) => readonly string[];
  /** Begins to write the parts, and commits the transaction when all of them are. */
  readonly put: (transaction: IDBTransaction, parts: readonly P[]) => void;
  /** Whether the database, which was opened again, still holds what the parts belong to. */
  readonly isIn: (database: Database) => Promise<boolean>;
  /** What a page that goes away leaves behind of parts that are not on the disk, given the newest of all parts. */
  readonly toLeave: (unwritten: readonly P[], newest: ReadonlyMap<string, P>) => LeftBehind | null;
}

export interface Timers {
  readonly set: (act: () => void, afterMs: number) => unknown;
  readonly clear: (timer: unknown) => void;
}

/** The page's own. */
const pageTimers: Timers = {
  set: (act, afterMs) => setTimeout(act, afterMs),
  clear: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
};

export interface DocumentWriter<P extends Part> {
  readonly state: () => WriterState;
  /**
   * Begins to write the parts now, or behind the writes in flight where they are many. The newest of a key wins.
   *
   * @returns the state then, of which `onState` is not told: whoever shows the change shows both at once
   */
  readonly save: (parts: readonly P[]) => WriterState;
  /** Says that what was left behind is among what is saved from now on: it is dropped when all is written. */
  readonly takeUp: () => void;
  /** Writes what waits at once, without waiting for the write in flight: for a page that is hidden. */
  readonly flush: () => void;
  /**
   * Writes what waits at once, and leaves behind what is not on the disk then: for a page that goes away. It may go
   * without another word, so what is saved from now on is left behind too until it is written.
   */
  readonly leave: () => void;
  /** Resolves when all is written, or what is not can't get through now; what is held is waited for. */
  readonly settled: () => Promise<void>;
  /** Holds back what is saved until the promise is settled. */
  readonly holdUntil: (certain: Promise<unknown>) => void;
  /**
   * Stops without writing: the document is closed, or another tab writes now and may not be written over. What is only in
   * memory still counts as unwritten.
   */
  readonly abandon: () => void;
}

/** What begins a new log may not be there to be loaded; it is on the disk all the same. */
const LONGEST_UNCERTAIN_MS = 10_000;
/** A page that still runs so long after it was to go was kept, by the person or by the browser. */
const STAYS_AFTER_MS = 1000;

/**
 * The one way what is typed gets to the disk: native transactions with strict durability, each begun with its change. A
 * native put with `commit()` that was started while the page goes away survives; Dexie's own does not, since it commits
 * only after the request's result came back.
 *
 * A tab that closes may hear of no write's end any more, so what is typed into it then may not wait for one. Nor may it
 * wait for anything else: Chromium aborts the writes that its queue still holds when the page's connection goes, committed
 * or not, so one begun a few ms later is one begun too late. What it aborts is left behind. The browser keeps writes of
 * one store in the order they were begun.
 *
 * @param whole the parts as they are in the database now: all of them are written into one that was opened again, unless
 * other tabs write it too
 * @param onState called when the state changes by itself; "saved" is said when the transaction is complete, not before
 */
export function createDocumentWriter<P extends Part>(
  database: Database,
  document: WrittenDocument<P>,
  whole: readonly P[],
  onState: (state: WriterState) => void,
  timers: Timers = pageTimers,
): DocumentWriter<P> {
  /** The newest of every key, so that a retry never puts an older one over it. */
  const newest = new Map(whole.map((part) => [part.key, part]));
  let waiting = new Set<string>();
  const inFlight = new Set<readonly P[]>();
  let state: WriterState = { kind: "saved" };
  let hasLeft = false;
  let isGoing = false;
  let isAbandoned = false;
  let isSaving = false;
  let uncertain = 0;
  let staying: unknown;
  let retry: unknown;
  /** Ends the waiting for what is written to last, while there is one. */
  let lasting: unknown;
  let onSettled: (() => void)[] = [];

  function tell(event: WriterEvent): void {
    const before = state;
    state = nextWriterState(before, event);
    if (state === before) return;
    if (retry !== undefined) timers.clear(retry);
    const afterMs = retryAfterMs(state);
    retry = afterMs === null ? undefined : timers.set(state.kind === "failed" ? write : reopen, afterMs);
    if (!isSaving) onState(state);
  }

  function save(parts: readonly P[]): WriterState {
    if (parts.length === 0 || isAbandoned) return state;
    isSaving = true;
    for (const part of parts) newest.set(part.key, part);
    tell({ kind: "changed" });
    if (uncertain > 0) tell({ kind: "hung" });
    if (waiting.size === 0 && inFlight.size < document.mostInFlight && mayWrite()) begin([...parts]);
    else {
      for (const { key } of parts) waiting.add(key);
      if (inFlight.size < document.mostInFlight) write();
    }
    leaveWhatMayBeLost();
    isSaving = false;
    return state;
  }

  function partsOf(keys: Iterable<string>): readonly P[] {
    const parts: P[] = [];
    for (const key of keys) {
      const part = newest.get(key);
      if (part) parts.push(part);
    }
    return parts;
  }

  function mayWrite(): boolean {
    return state.kind !== "held" && state.kind !== "reconnecting";
  }

  function write(): void {
    if (waiting.size === 0 || !mayWrite()) return;
    const parts = partsOf(waiting);
    waiting = new Set();
    begin(parts);
  }

  function begin(parts: readonly P[]): void {
    inFlight.add(parts);
    let transaction: IDBTransaction | undefined;
    try {
      // Only the stores it writes: each one more costs.
      transaction = beginWrite(database, document.storesOf(parts));
      document.put(transaction, parts);
    } catch (error) {
      abort(transaction);
      fail(parts, error);
      return;
    }
    transaction.oncomplete = () => complete(parts);
    // An abort that nobody gave a reason for has no error either.
    transaction.onabort = ({ target }) =>
      fail(
        parts,
        (target as IDBTransaction).error ?? new DOMException("The write was aborted.", "AbortError"),
      );
  }

  function complete(parts: readonly P[]): void {
    if (!inFlight.delete(parts)) return;
    announceWrite(database, document.storesOf(parts));
    if (inFlight.size === 0 && !isAbandoned) {
      if (waiting.size > 0) write();
      else finish();
    }
    settleWhenDone();
  }

  function finish(): void {
    if (database.lasts) {
      untilItLasts(database.lasts);
      return;
    }
    if (hasLeft) dropWritten(database, document, newest);
    hasLeft = false;
    tell({ kind: "written" });
  }

  /** What is written is saved once a log that the browser's end cut is no more: before, the next end could take it along. */
  function untilItLasts(lasts: Promise<unknown>): void {
    if (lasting !== undefined) return;
    const goOn = () => {
      if (lasting === undefined) return;
      timers.clear(lasting);
      lasting = undefined;
      if (database.lasts === lasts) database.lasts = undefined;
      if (inFlight.size > 0 || waiting.size > 0 || isAbandoned) return;
      finish();
      settleWhenDone();
    };
    lasting = timers.set(goOn, LONGEST_UNCERTAIN_MS);
    lasts.then(goOn, goOn);
  }

  function fail(parts: readonly P[], error: unknown): void {
    if (!inFlight.delete(parts)) return;
    if (!isAbandoned) {
      waiting = new Set([...keysOf(parts), ...waiting]);
      const message = errorToText(error);
      const failure = failureOf(error);
      tell(
        failure === "disconnected"
          ? { kind: "disconnected", message }
          : { kind: "aborted", failure, message },
      );
      leaveWhatMayBeLost();
    }
    settleWhenDone();
  }

  async function reopen(): Promise<void> {
    try {
      await connect(database);
      // What is opened by this name may be a new database, or a copy that was restored meanwhile.
      if (!(await document.isIn(database))) throw new VanishedError();
    } catch (error) {
      const failure = error instanceof VanishedError ? "gone" : "disconnected";
      if (!isAbandoned) tell({ kind: "openFailed", failure, message: errorToText(error) });
      return;
    }
    if (isAbandoned) return;
    // Of a write whose connection a full disk took along, Chromium may never say how it ended.
    waiting = document.isShared ? unwrittenKeys() : new Set(newest.keys());
    inFlight.clear();
    tell({ kind: "opened" });
    if (uncertain > 0) tell({ kind: "hung" });
    write();
  }

  /** Firefox loses what is left in `pagehide` where a tab is closed: what can't be written now is left at once. */
  function leaveWhatMayBeLost(): void {
    if (isGoing || (isUnwritten(state) && state.failure !== "gone")) leaveUnwritten();
  }

  /** In the order in which they were saved. */
  function unwrittenKeys(): Set<string> {
    return new Set([...[...inFlight].flatMap(keysOf), ...waiting]);
  }

  function leaveUnwritten(): void {
    const unwritten = unwrittenKeys();
    if (unwritten.size === 0 || isAbandoned) return;
    const left = document.toLeave(partsOf(unwritten), newest);
    if (left) leaveBehind(database, left);
    else dropLeftBehind(document);
    hasLeft = left !== null;
  }

  function isUnderWay(): boolean {
    return inFlight.size > 0 || (!isAbandoned && (state.kind === "saving" || state.kind === "held"));
  }

  function settleWhenDone(): void {
    if (isUnderWay()) return;
    const resolved = onSettled;
    onSettled = [];
    for (const resolve of resolved) resolve();
  }

  const writer: DocumentWriter<P> = {
    state: () => state,
    save,
    takeUp: () => {
      hasLeft = true;
    },
    flush: write,
    leave: () => {
      isGoing = true;
      timers.clear(staying);
      staying = timers.set(() => {
        isGoing = false;
      }, STAYS_AFTER_MS);
      write();
      leaveUnwritten();
    },
    settled: () =>
      new Promise((resolve) => {
        if (isUnderWay()) onSettled.push(resolve);
        else resolve();
      }),
    holdUntil: (certain) => {
      uncertain++;
      if (waiting.size > 0) tell({ kind: "hung" });
      void certain
        .catch(() => {})
        .then(() => {
          uncertain--;
          if (uncertain > 0 || isAbandoned || state.kind !== "held") return;
          tell({ kind: "certain" });
          write();
        });
    },
    abandon: () => {
      isAbandoned = true;
      if (!isUnwritten(state) || hasLeft) openWriters.delete(own);
      timers.clear(retry);
      timers.clear(staying);
      waiting = new Set();
      newest.clear();
      hasLeft = false;
      settleWhenDone();
    },
  };
  const own: OpenWriter = { ...writer, isUnwritten: () => isUnwritten(state) };
  openWriters.add(own);
  return writer;
}

/** Openings under way: the documents of a page have one connection, and one must not close what another opens. */
const openings = new WeakMap<Database, Promise<unknown>>();

/** @throws (rejects) where the database can't be opened */
async function connect(database: Database): Promise<void> {
  if (isConnected(database)) return;
  const underWay = openings.get(database);
  if (underWay) {
    await underWay;
    return;
  }
  database.close({ disableAutoOpen: false });
  const opening = database.open().finally(() => openings.delete(database));
  openings.set(database, opening);
  await opening;
}

function isConnected(database: Database): boolean {
  try {
    database.backendDB().transaction("sessions");
    return true;
  } catch {
    return false;
  }
}

function keysOf(parts: readonly Part[]): readonly string[] {
  return parts.map(({ key }) => key);
}

function abort(transaction: IDBTransaction | undefined): void {
  try {
    transaction?.abort();
  } catch {
    // It was over already.
  }
}

function failureOf(error: unknown): "full" | "other" | "disconnected" {
  if (isDiskFull(error)) return "full";
  const { name } = toError(error);
  return name === "InvalidStateError" || name === "DatabaseClosedError" || error instanceof TypeError
    ? "disconnected"
    : "other";
}
