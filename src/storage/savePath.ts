import { errorToText } from "../domain/text/errorText.ts";
import type { Answer } from "../domain/session/answer.ts";
import type { Session, WholeSession } from "../domain/session/session.ts";
import {
  announceWrite,
  rowToSession,
  sessionToRow,
  VanishedError,
  type Database,
  type SessionRow,
} from "./database.ts";
import { dropLeftBehind, isLeftBehind, leaveBehind, type DocumentName } from "./leftBehind.ts";

/** What changed and is to be written together. */
export interface Changes {
  readonly session?: Session;
  readonly answers: readonly Answer[];
}

export type SaveFailure =
  | "full"
  | "disconnected"
  /** The database is another one now, and the session is not in it: a part of it there would be no session. */
  | "gone"
  | "other";

export type SaveState =
  | { readonly kind: "saved" }
  | { readonly kind: "saving" }
  /** Nothing is lost: what could not be written is kept in memory and tried again. */
  | { readonly kind: "failed"; readonly failure: SaveFailure; readonly message: string };

export interface SavePath {
  /** Begins to write the changes now, or behind the writes in flight where they are many. The newest state of a row wins. */
  readonly save: (changes: Changes) => void;
  /** Writes what waits at once, without waiting for the write in flight: for a page that is hidden. */
  readonly flush: () => void;
  /**
   * Writes what waits at once, and leaves behind what is not on the disk then: for a page that goes away. It may go
   * without another word, so what is saved from now on is left behind too until it is written.
   */
  readonly leave: () => void;
  /** Resolves when nothing waits to be written, or when `save` cannot get through now. */
  readonly settled: () => Promise<void>;
  /** Writes what waits once more, then stops retrying. */
  readonly close: () => void;
  /** Stops without writing: another tab writes now, and may not be written over. */
  readonly abandon: () => void;
  /** Holds back what is saved until the promise is settled. */
  readonly holdUntil: (certain: Promise<unknown>) => void;
}

type Waiting =
  | { readonly store: "sessions"; readonly row: SessionRow }
  | { readonly store: "answers"; readonly row: Answer };
type Batch = ReadonlyMap<string, Waiting>;

/**
 * A tab that closes may hear of no write's end any more, so what is typed into it then may not wait for one.
 * Nor may it wait for anything else: Chromium aborts the writes that its queue still holds when the page's
 * connection goes, committed or not, so one begun a few ms later is one begun too late. What it aborts is left behind.
 * The browser keeps writes of one store in the order they were begun. Ten keys a second come to so many
 * when the disk has not answered for six seconds.
 */
const MOST_IN_FLIGHT = 64;
const RETRY_EVERY_MS = 1000;
/** A page that still runs so long after it was to go was kept, by the person or by the browser. */
const STAYS_AFTER_MS = 1000;
const MOST_RECONNECTS = 3;

/**
 * The one way a session's changes get to the disk: native transactions with strict durability and an
 * explicit commit, each begun with its change. A native put with `commit()` that was started while the page
 * goes away survives; Dexie's own does not, since it commits only after the request's result came back.
 *
 * @param whole the session as it is in the database now
 * @param onState called when the state changes; "saved" is said when the transaction is complete, not before
 */
export function createSavePath(
  database: Database,
  whole: Pick<WholeSession, "session" | "answers">,
  onState: (state: SaveState) => void,
): SavePath {
  /** The newest state of every row, so that a retry never puts an older one over it. */
  const newest = rowsOf(whole.session, Object.values(whole.answers));
  const name: DocumentName = { kind: "session", id: whole.session.id };
  let hasLeft = isLeftBehind(name);
  let isGoing = false;
  let staying: ReturnType<typeof setTimeout> | undefined;
  let waiting = new Map<string, Waiting>();
  const inFlight = new Set<Batch>();
  let reconnects = 0;
  let failed = false;
  let closed = false;
  let isHeld = false;
  let isReconnecting = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let onSettled: (() => void)[] = [];

  function save({ session, answers }: Changes): void {
    for (const [key, row] of rowsOf(session, answers)) {
      newest.set(key, row);
      waiting.set(key, row);
    }
    if (waiting.size === 0) return;
    if (!failed) onState({ kind: "saving" });
    if (inFlight.size < MOST_IN_FLIGHT) write();
    if (isGoing) leaveUnwritten();
  }

  function write(): void {
    if (waiting.size === 0 || isHeld || isReconnecting) return;
    clearTimeout(retry);
    const batch = waiting;
    waiting = new Map();
    inFlight.add(batch);
    let transaction: IDBTransaction | undefined;
    try {
      // Only the stores it writes: each one more costs.
      const stores = [...new Set(Array.from(batch.values(), ({ store }) => store))];
      transaction = database.backendDB().transaction(stores, "readwrite", { durability: "strict" });
      for (const { store, row } of batch.values()) transaction.objectStore(store).put(row);
      transaction.commit();
    } catch (error) {
      abort(transaction);
      finish(batch, error);
      return;
    }
    transaction.oncomplete = () => finish(batch, null);
    // An abort that nobody gave a reason for has no error either.
    transaction.onabort = ({ target }) =>
      finish(
        batch,
        (target as IDBTransaction).error ?? new DOMException("The write was aborted.", "AbortError"),
      );
  }

  function finish(batch: Batch, error: unknown): void {
    inFlight.delete(batch);
    if (error === null) {
      failed = false;
      reconnects = 0;
      announceWrite(database, [...new Set(Array.from(batch.values(), ({ store }) => store))]);
    } else {
      for (const [key, row] of batch) waiting.set(key, newest.get(key) ?? row);
      failed = true;
      const failure = failureOf(error);
      onState({ kind: "failed", failure, message: errorToText(error) });
      scheduleRetry(failure);
      settle();
      return;
    }
    if (inFlight.size > 0) return;
    if (waiting.size > 0) {
      write();
      return;
    }
    if (hasLeft) dropLeftBehind(name);
    hasLeft = false;
    onState({ kind: "saved" });
    settle();
  }

  function leaveUnwritten(): void {
    const unwritten = new Set([waiting, ...inFlight].flatMap((batch) => [...batch.keys()]));
    const session = newest.get("session");
    if (unwritten.size === 0 || session?.store !== "sessions") return;
    const answers = [...newest].flatMap(([key, { store, row }]) =>
      store === "answers" && unwritten.has(key) ? row : [],
    );
    leaveBehind(database, { kind: "session", session: rowToSession(session.row), answers });
    hasLeft = true;
  }

  function scheduleRetry(failure: SaveFailure): void {
    clearTimeout(retry);
    if (closed) return;
    if (failure === "disconnected") {
      if (reconnects === MOST_RECONNECTS) return;
      reconnects++;
      reconnectIn(reconnects * 100);
    } else if (failure === "gone") reconnectIn(RETRY_EVERY_MS);
    else retry = setTimeout(write, RETRY_EVERY_MS);
  }

  function reconnectIn(ms: number): void {
    isReconnecting = true;
    retry = setTimeout(() => void reconnect(), ms);
  }

  async function reconnect(): Promise<void> {
    try {
      database.close({ disableAutoOpen: false });
      await database.open();
      // What is opened by this name may be a new database, or a copy that was restored meanwhile.
      if (!(await database.sessions.get(whole.session.id))) throw new VanishedError();
      waiting = new Map(newest);
      isReconnecting = false;
      write();
    } catch (error) {
      const failure = error instanceof VanishedError ? "gone" : "disconnected";
      isReconnecting = failure === "gone";
      onState({ kind: "failed", failure, message: errorToText(error) });
      scheduleRetry(failure);
    }
  }

  function settle(): void {
    const resolved = onSettled;
    onSettled = [];
    for (const resolve of resolved) resolve();
  }

  return {
    save,
    flush: write,
    leave: () => {
      isGoing = true;
      clearTimeout(staying);
      staying = setTimeout(() => {
        isGoing = false;
      }, STAYS_AFTER_MS);
      write();
      leaveUnwritten();
    },
    settled: () =>
      new Promise((resolve) => {
        if (inFlight.size === 0) resolve();
        else onSettled.push(resolve);
      }),
    close: () => {
      closed = true;
      clearTimeout(retry);
      write();
    },
    abandon: () => {
      closed = true;
      clearTimeout(retry);
      waiting = new Map();
      newest.clear();
      hasLeft = false;
    },
    holdUntil: (certain) => {
      isHeld = true;
      void certain.finally(() => {
        isHeld = false;
        if (inFlight.size === 0) write();
      });
    },
  };
}

/** @returns the rows that hold them, by what they are */
function rowsOf(session: Session | undefined, answers: readonly Answer[]): Map<string, Waiting> {
  const rows = new Map<string, Waiting>();
  if (session) rows.set("session", { store: "sessions", row: sessionToRow(session) });
  for (const answer of answers) rows.set(`answer ${answer.questionId}`, { store: "answers", row: answer });
  return rows;
}

function abort(transaction: IDBTransaction | undefined): void {
  try {
    transaction?.abort();
  } catch {
    // It was over already.
  }
}

function failureOf(error: unknown): SaveFailure {
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  if (name === "QuotaExceededError") return "full";
  return name === "InvalidStateError" || name === "DatabaseClosedError" || error instanceof TypeError
    ? "disconnected"
    : "other";
}
