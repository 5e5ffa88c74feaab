import type { Answer } from "../domain/answer.ts";
import {
  entryKinds,
  planRestore,
  toBackup,
  type Backup,
  type Entry,
  type EntryKind,
  type KeptSession,
  type RestoreStep,
  type Standing,
} from "../domain/backup.ts";
import { leaveExports, type ExportMade, type Tombstone } from "../domain/deletion.ts";
import type { GuideRow, Setting } from "../domain/kept.ts";
import { mergeRevisions } from "../domain/revision.ts";
import type { Revision } from "../domain/scorecard.ts";
import type { Session } from "../domain/session.ts";
import { rowToSession, sessionToRow, type Database, type SessionRow } from "./database.ts";
import { EXPORTS_LEFT, settingToExportsLeft } from "./exportsMade.ts";

type OneRow = Exclude<EntryKind, "session">;

/** Where entries that are one row each are stored. */
const storeOf = {
  tombstone: "tombstones",
  guide: "guides",
  panel: "panels",
  panelKey: "panelKeys",
  sealedScorecard: "sealedScorecards",
  archivedGuide: "archivedGuides",
  guideDraft: "guideDrafts",
  deletedByHand: "deletedByHand",
  hold: "holds",
  exportMade: "exportsMade",
  setting: "settings",
} as const satisfies Record<OneRow, string>;

const allStores = [...Object.values(storeOf), "sessions", "answers", "revisions"];

/** Rows that are read in one transaction: some 20 ms, for which a key that is typed meanwhile waits. */
const BATCH = 100;

/** What is told of while everything is read. */
export interface ReadingEvents {
  /** In the order of a backup. */
  readonly onEntries: (entries: readonly Entry[]) => void;
  readonly onProgress: (rows: number, of: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Reads everything in the order of its keys, some rows at a time. Each time is a transaction of its own, so that an
 * interview that goes on meanwhile is written in between: one long one would hold back its keys until the end, and a
 * tab that is closed by then would lose them. Each session is as it was at one moment; what points at a guide or a panel
 * that came in since is left to the next backup. What can't be written as JSON (a folder's handle in a setting) is left
 * out, as are answers and revisions without a session.
 *
 * @throws the signal's reason where it gives up
 */
export async function readEverything(
  database: Database,
  { onEntries, onProgress, signal }: ReadingEvents,
): Promise<void> {
  if (!database.isOpen()) await database.open();
  const native = database.backendDB();
  const counting = native.transaction(allStores, "readonly");
  const counts = (await Promise.all(
    allStores.map((name) => resultOf(counting.objectStore(name).count())),
  )) as number[];
  const of = counts.reduce((sum, count) => sum + count, 0);
  const read = { guides: new Set<string>(), panels: new Set<string>() };
  let rows = 0;
  const take: Take = (entries, rowCount) => {
    signal.throwIfAborted();
    const kept = entries.filter((entry) => pointsAtRead(entry, read));
    for (const { kind, value } of kept) {
      if (kind === "guide") read.guides.add(value.id);
      if (kind === "panel") read.panels.add(value.id);
    }
    onEntries(kept);
    rows += rowCount;
    onProgress(rows, of);
  };
  for (const kind of entryKinds) {
    if (kind === "session") await readSessions(native, take);
    else await readKind(native, kind, take);
  }
}

function pointsAtRead(
  { kind, value }: Entry,
  { guides, panels }: { readonly guides: ReadonlySet<string>; readonly panels: ReadonlySet<string> },
): boolean {
  if (kind === "session") return guides.has(value.session.guideId);
  if (kind === "panel") return guides.has(value.guideId);
  return kind === "panelKey" || kind === "sealedScorecard" ? panels.has(value.panelId) : true;
}

type Take = (entries: readonly Entry[], rowCount: number) => void;

function readSessions(native: IDBDatabase, take: Take): Promise<void> {
  return inBatches(
    native,
    ["sessions", "answers", "revisions"],
    async (transaction, rows, first, last) => {
      const answers = transaction.objectStore("answers");
      const revisions = transaction.objectStore("revisions").index("sessionId");
      const [ofThem, revisionsOfThem] = (await Promise.all([
        resultOf(answers.getAll(IDBKeyRange.bound([first], [last, []]))),
        resultOf(revisions.getAll(IDBKeyRange.bound(first, last))),
      ])) as [Answer[], Revision[]];
      return [rows as readonly SessionRow[], ofThem, revisionsOfThem] as const;
    },
    (found) =>
      take(
        toKeptSessions(...found).map((value) => ({ kind: "session", value })),
        found.reduce((sum, { length }) => sum + length, 0),
      ),
  );
}

function readKind(native: IDBDatabase, kind: OneRow, take: Take): Promise<void> {
  return inBatches(
    native,
    [storeOf[kind]],
    (_transaction, rows) => rows,
    (rows) => {
      const written = kind === "setting" ? rows.filter(isJson) : rows;
      take(
        written.map((value) => ({ kind, value }) as Entry),
        rows.length,
      );
    },
  );
}

/**
 * Goes through the first of the stores in the order of its keys. The next rows are asked for before these are taken.
 *
 * @param read reads in the same transaction what belongs to the rows
 */
async function inBatches<T>(
  native: IDBDatabase,
  stores: readonly [string, ...string[]],
  read: (
    transaction: IDBTransaction,
    rows: readonly object[],
    first: IDBValidKey,
    last: IDBValidKey,
  ) => T | Promise<T>,
  take: (found: T) => void,
): Promise<void> {
  const ask = async (range: IDBKeyRange | null) => {
    const transaction = native.transaction(stores, "readonly");
    const store = transaction.objectStore(stores[0]);
    const rows = (await resultOf(store.getAll(range, BATCH))) as readonly object[];
    const [first, last] = [rows[0], rows.at(-1)];
    if (first === undefined || last === undefined) return null;
    const lastKey = keyIn(last, store);
    return { found: await read(transaction, rows, keyIn(first, store), lastKey), lastKey };
  };
  let next = ask(null);
  for (let batch = await next; batch; batch = await next) {
    next = ask(IDBKeyRange.lowerBound(batch.lastKey, true));
    // Where an error ends the work, nobody waits for it any more.
    next.catch(() => {});
    take(batch.found);
  }
}

function toKeptSessions(
  rows: readonly SessionRow[],
  answers: readonly Answer[],
  revisions: readonly Revision[],
): readonly KeptSession[] {
  const found = new Map<string, { session: Session; answers: Record<string, Answer>; revisions: Revision[] }>(
    rows.map((row) => [row.id, { session: rowToSession(row), answers: {}, revisions: [] }]),
  );
  for (const answer of answers) {
    const ofSession = found.get(answer.sessionId)?.answers;
    if (ofSession) ofSession[answer.questionId] = answer;
  }
  for (const revision of revisions) found.get(revision.sessionId)?.revisions.push(revision);
  return Array.from(found.values(), (kept) => ({ ...kept, revisions: mergeRevisions(kept.revisions, []) }));
}

function isJson(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return typeof value !== "bigint";
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(value).every(isJson);
}

/** The database says of no row what it is: whoever asks knows. */
function resultOf(request: IDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("The database does not answer."));
  });
}

function abortQuietly(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It was over already.
  }
}

/** Compares entries of a file with what is on this machine. */
export interface Comparison {
  readonly compare: (entries: readonly Entry[]) => Promise<RestoreStep>;
  /** @returns whether a hold here is on that candidate */
  readonly isHeld: (candidateKey: string) => boolean;
}

/**
 * Begins to compare a backup with what is on this machine, its entries in the order of a backup and some at a time.
 * Nothing is written.
 *
 * @param knowsCandidate whether the backup has that candidate, by its key
 */
export async function beginComparison(
  database: Database,
  knowsCandidate: (candidateKey: string) => boolean,
): Promise<Comparison> {
  if (!database.isOpen()) await database.open();
  const begin = () => database.backendDB().transaction(allStores, "readonly");
  const lineIds = new Set(
    ((await resultOf(begin().objectStore("guides").getAll())) as GuideRow[]).map(({ lineId }) => lineId),
  );
  const holds = (await resultOf(begin().objectStore("holds").getAllKeys())) as string[];
  return {
    compare: await compareWith(begin, {
      candidate: knowsCandidate,
      guideLine: (lineId) => lineIds.has(lineId),
    }),
    isHeld: (key) => holds.includes(key),
  };
}

/** What is written by a restore, as it was decided on when the file was compared. */
export interface Decided {
  readonly entry: Entry;
  readonly standing: Standing;
  /** That of a session of this machine when it was compared. */
  readonly hereStamp: number;
}

export interface RestoreEvents {
  /** How many entries the tombstones among what is written take away. */
  readonly removedCount: number;
  /** Called after each batch. */
  readonly onProgress: () => void;
  readonly signal: AbortSignal;
}

/** The rows changed after the file was compared: what was shown is no longer what would be done. */
export class ChangedMeanwhile extends Error {}

/**
 * Writes what was decided on in one transaction, all of it or nothing, also where the browser is killed meanwhile. When
 * it resolves, it is on the disk.
 *
 * @param nextBatch gives the next entries at once, so that the transaction stays open; null after the last
 * @throws `ChangedMeanwhile` where an entry no longer stands to what is here as it did, the signal's reason where it gives
 * up, or why it can't be written; nothing was changed then
 */
export async function writeRestore(
  database: Database,
  nextBatch: () => readonly Decided[] | null,
  { removedCount, onProgress, signal }: RestoreEvents,
): Promise<void> {
  if (!database.isOpen()) await database.open();
  signal.throwIfAborted();
  const transaction = database.backendDB().transaction(allStores, "readwrite", { durability: "strict" });
  const finished = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () =>
      reject(transaction.error ?? new DOMException("The write was aborted.", "AbortError"));
  });
  // Where an error below comes first, that one is told of.
  finished.catch(() => {});
  try {
    // What there is a choice about was decided on before.
    const compare = await compareWith(() => transaction, { candidate: () => true, guideLine: () => false });
    let removed = 0;
    for (let batch = nextBatch(); batch; batch = nextBatch()) {
      signal.throwIfAborted();
      const step = await compare(batch.map(({ entry }) => entry));
      const isAsDecided = step.standings.every(
        ({ standing, hereStamp, isTaken }, at) =>
          isTaken && standing === batch[at]?.standing && hereStamp === batch[at].hereStamp,
      );
      if (!isAsDecided) throw new ChangedMeanwhile(CHANGED);
      for (const entry of step.removed) deleteEntry(transaction, entry);
      let last: IDBRequest | undefined;
      for (const [at, entry] of step.puts.entries())
        last = putEntry(transaction, entry, step.standings[at]?.here);
      removed += step.removed.length;
      // The browser takes in what it is given before it is given more.
      if (last) await resultOf(last);
      onProgress();
    }
    if (removed !== removedCount) throw new ChangedMeanwhile(CHANGED);
    await leaveExportsIn(transaction, removed > 0);
    signal.throwIfAborted();
    transaction.commit();
  } catch (error) {
    abortQuietly(transaction);
    throw error;
  }
  await finished;
}

/** What was exported, here or where the file comes from, of something that is deleted now is to be deleted by hand. */
async function leaveExportsIn(transaction: IDBTransaction, isSomethingGone: boolean): Promise<void> {
  const [exportsMade, settings] = [
    transaction.objectStore("exportsMade"),
    transaction.objectStore("settings"),
  ];
  const [made, gone, setting] = (await Promise.all([
    resultOf(exportsMade.getAll()),
    resultOf(transaction.objectStore("tombstones").getAllKeys()),
    resultOf(settings.get(EXPORTS_LEFT)),
  ])) as [ExportMade[], string[], Setting | undefined];
  const before = settingToExportsLeft(setting?.value);
  const { changed, emptied, left } = leaveExports(made, before, new Set(gone), isSomethingGone);
  for (const entry of changed) exportsMade.put(entry);
  for (const { id } of emptied) exportsMade.delete(id);
  if (left.length > before.length) settings.put({ key: EXPORTS_LEFT, value: left });
}

const CHANGED = "Something here changed after the file was read. Read it again to see what it would do now.";

async function compareWith(
  begin: () => IDBTransaction,
  knows: Parameters<typeof planRestore>[2],
): Promise<(entries: readonly Entry[]) => Promise<RestoreStep>> {
  const transaction = begin();
  const [tombstones, scorecardKeys, ...counts] = (await Promise.all([
    resultOf(transaction.objectStore("tombstones").getAll()),
    resultOf(transaction.objectStore("sealedScorecards").getAllKeys()),
    ...allStores.map((name) => resultOf(transaction.objectStore(name).count())),
  ])) as [Tombstone[], [string, string][], ...number[]];
  const empty = new Set(allStores.filter((_name, at) => counts[at] === 0));
  let known = toBackup(tombstones.map((value) => ({ kind: "tombstone", value })));
  return async (entries) => {
    const here = await readHere(begin(), entries, scorecardKeys, empty);
    const step = planRestore(new Map([...here, ...known]), toBackup(entries), knows);
    const fresh = step.puts.filter(({ kind }) => kind === "tombstone");
    if (fresh.length > 0) known = new Map([...known, ...toBackup(fresh)]);
    return step;
  };
}

/** @returns what is here under the keys of the entries, and what the tombstones among them name */
async function readHere(
  transaction: IDBTransaction,
  entries: readonly Entry[],
  scorecardKeys: readonly (readonly [string, string])[],
  empty: ReadonlySet<string>,
): Promise<Backup> {
  const found: Entry[] = [];
  const reads: Promise<unknown>[] = [];
  const readRow = (kind: OneRow, key: IDBValidKey) => {
    if (empty.has(storeOf[kind])) return;
    reads.push(
      resultOf(transaction.objectStore(storeOf[kind]).get(key)).then(
        (value) => value !== undefined && found.push({ kind, value } as Entry),
      ),
    );
  };
  const readSession = async (id: string) => {
    const ofSession = [
      transaction.objectStore("sessions").get(id),
      transaction.objectStore("answers").getAll(IDBKeyRange.bound([id], [id, []])),
      transaction.objectStore("revisions").index("sessionId").getAll(id),
    ];
    const result = await Promise.all(ofSession.map(resultOf));
    const [row, answers, revisions] = result as [SessionRow | undefined, Answer[], Revision[]];
    if (!row) return;
    for (const value of toKeptSessions([row], answers, revisions)) found.push({ kind: "session", value });
  };
  const hasSessions = !empty.has("sessions");
  for (const entry of entries) {
    const { kind, value } = entry;
    if (kind === "session") {
      if (hasSessions) reads.push(readSession(value.session.id));
    } else readRow(kind, keyIn(value, transaction.objectStore(storeOf[kind])));
    if (kind === "tombstone") {
      if (hasSessions) reads.push(readSession(value.id));
      readRow("panel", value.id);
      readRow("panelKey", value.id);
      readRow("deletedByHand", value.id);
      for (const key of scorecardKeys) if (key.includes(value.id)) readRow("sealedScorecard", [...key]);
    }
  }
  await Promise.all(reads);
  return toBackup(found);
}

/** @param here what is stored under its key, which goes as a whole */
function putEntry(transaction: IDBTransaction, { kind, value }: Entry, here: Entry | undefined): IDBRequest {
  if (kind !== "session") return transaction.objectStore(storeOf[kind]).put(value);
  const [answers, revisions] = [transaction.objectStore("answers"), transaction.objectStore("revisions")];
  if (here) deleteEntry(transaction, here);
  for (const answer of Object.values(value.answers)) answers.put(answer);
  for (const revision of value.revisions) revisions.put(revision);
  return transaction.objectStore("sessions").put(sessionToRow(value.session));
}

function deleteEntry(transaction: IDBTransaction, { kind, value }: Entry): void {
  if (kind !== "session") {
    const store = transaction.objectStore(storeOf[kind]);
    store.delete(keyIn(value, store));
    return;
  }
  const { id } = value.session;
  transaction.objectStore("sessions").delete(id);
  transaction.objectStore("answers").delete(IDBKeyRange.bound([id], [id, []]));
  for (const revision of value.revisions) transaction.objectStore("revisions").delete(revision.id);
}

function keyIn(row: object, { keyPath }: IDBObjectStore): IDBValidKey {
  const parts = [keyPath].flat().map((name) => Reflect.get(row, name ?? "") as IDBValidKey);
  return parts.length > 1 ? parts : (parts[0] ?? "");
}
