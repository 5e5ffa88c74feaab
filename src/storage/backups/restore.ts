import type { Answer } from "../../domain/session/answer.ts";
import {
  planRestore,
  toBackup,
  type Backup,
  type Entry,
  type RestoreStep,
  type Standing,
} from "../../domain/backups/backupMerge.ts";
import { buriedId, leaveExports, type ExportMade, type Tombstone } from "../../domain/candidates/deletion.ts";
import type { GuideDraft, GuideRow, Setting } from "../../domain/backups/storedRows.ts";
import type { Revision } from "../../domain/session/scorecard.ts";
import { allStores, keyIn, resultOf, storeOf, toKeptSessions, type OneRow } from "./backupRows.ts";
import { sessionToRow, type Database, type SessionRow } from "../database.ts";
import { EXPORTS_LEFT, settingToExportsLeft } from "../exports/exportLog.ts";

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
  const setting = (await resultOf(begin().objectStore("settings").get(EXPORTS_LEFT))) as Setting | undefined;
  const leftIds = new Set(settingToExportsLeft(setting?.value).map(({ id }) => id));
  return {
    compare: await compareWith(begin, {
      candidate: knowsCandidate,
      guideLine: (lineId) => lineIds.has(lineId),
      exportLeft: (id) => leftIds.has(id),
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
    const compare = await compareWith(() => transaction, {
      candidate: () => true,
      guideLine: () => false,
      exportLeft: () => false,
    });
    let removed = 0;
    const leftGuideIds = new Set<string>();
    for (let batch = nextBatch(); batch; batch = nextBatch()) {
      signal.throwIfAborted();
      const step = await compare(batch.map(({ entry }) => entry));
      const isAsDecided = step.standings.every(
        ({ standing, hereStamp, isTaken }, at) =>
          isTaken && standing === batch[at]?.standing && hereStamp === batch[at].hereStamp,
      );
      if (!isAsDecided) throw new ChangedMeanwhile(CHANGED);
      for (const entry of step.removed) {
        deleteEntry(transaction, entry);
        if (entry.kind === "session") leftGuideIds.add(entry.value.session.guideId);
        if (entry.kind === "panel") leftGuideIds.add(entry.value.guideId);
      }
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
    await deleteLeftGuidesIn(transaction, leftGuideIds);
    signal.throwIfAborted();
    transaction.commit();
  } catch (error) {
    abortQuietly(transaction);
    throw error;
  }
  await finished;
}

function abortQuietly(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It was over already.
  }
}

/** The guides go that only those had who were deleted where the file comes from, and nobody saved or is editing here. */
async function deleteLeftGuidesIn(transaction: IDBTransaction, ids: ReadonlySet<string>): Promise<void> {
  const [guides, drafts] = [transaction.objectStore("guides"), transaction.objectStore("guideDrafts")];
  for (const id of ids) {
    const [row, draft, ...counts] = (await Promise.all([
      resultOf(guides.get(id)),
      resultOf(drafts.get(id)),
      ...["sessions", "panels"].map((name) =>
        resultOf(transaction.objectStore(name).index("guideId").count(id)),
      ),
    ])) as [GuideRow | undefined, GuideDraft | undefined, ...number[]];
    if (row?.savedAt === null && !draft && counts.every((count) => count === 0)) guides.delete(id);
  }
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
  const tombstones = new Set(gone);
  const goneIds = made
    .flatMap(({ sessionIds, panelIds }) => [...sessionIds, ...panelIds])
    .filter((id) => tombstones.has(id) || tombstones.has(buriedId(id)));
  const { changed, emptied, left } = leaveExports(made, before, new Set(goneIds), isSomethingGone);
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
  const keysOf = (name: string) => resultOf(transaction.objectStore(name).getAllKeys());
  const [tombstones, scorecardKeys, idLists, ...counts] = (await Promise.all([
    resultOf(transaction.objectStore("tombstones").getAll()),
    keysOf("sealedScorecards"),
    Promise.all(["sessions", "panels", "panelKeys", "deletedByHand"].map(keysOf)),
    ...allStores.map((name) => resultOf(transaction.objectStore(name).count())),
  ])) as [Tombstone[], [string, string][], string[][], ...number[]];
  const idsByBuried = new Map<string, readonly string[]>();
  for (const id of new Set([...idLists, ...scorecardKeys].flat())) {
    const buried = buriedId(id);
    if (buried !== id) idsByBuried.set(buried, [...(idsByBuried.get(buried) ?? []), id]);
  }
  const empty = new Set(allStores.filter((_name, at) => counts[at] === 0));
  let known = toBackup(tombstones.map((value) => hideId({ kind: "tombstone", value })));
  return async (fileEntries) => {
    const entries = fileEntries.map(hideId);
    const here = await readHere(begin(), entries, { scorecardKeys, idsByBuried }, empty);
    const step = planRestore(new Map([...here, ...known]), toBackup(entries), knows);
    const fresh = step.puts.filter(({ kind }) => kind === "tombstone");
    if (fresh.length > 0) known = new Map([...known, ...toBackup(fresh)]);
    return step;
  };
}

/** A tombstone of an older version or file may have a name in its id. */
function hideId(entry: Entry): Entry {
  if (entry.kind !== "tombstone") return entry;
  return { ...entry, value: { ...entry.value, id: buriedId(entry.value.id) } };
}

/** What is here, as its ids say. */
interface HereIds {
  readonly scorecardKeys: readonly (readonly [string, string])[];
  /** Those of which a tombstone keeps the hash, by that; in truth one each. */
  readonly idsByBuried: ReadonlyMap<string, readonly string[]>;
}

/** @returns what is here under the keys of the entries, and what the tombstones among them name */
async function readHere(
  transaction: IDBTransaction,
  entries: readonly Entry[],
  { scorecardKeys, idsByBuried }: HereIds,
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
    if (kind !== "tombstone") continue;
    for (const id of [value.id, ...(idsByBuried.get(value.id) ?? [])]) {
      if (hasSessions) reads.push(readSession(id));
      readRow("panel", id);
      readRow("panelKey", id);
      readRow("deletedByHand", id);
      for (const key of scorecardKeys) if (key.includes(id)) readRow("sealedScorecard", [...key]);
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
