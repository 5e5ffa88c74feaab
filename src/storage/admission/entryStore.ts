import type { Answer } from "../../domain/session/answer.ts";
import {
  admitAll,
  nothingTakenBack,
  seatOf,
  stampOf,
  toWrite,
  type Admission,
  type Admitted,
  type Here,
} from "../../domain/admission/admission.ts";
import { entryKey, toBackup, type Backup, type Entry } from "../../domain/admission/entries.ts";
import type { AuditEntry } from "../../domain/candidates/auditEntry.ts";
import { buriedId, leaveExports, type ExportMade, type Tombstone } from "../../domain/candidates/deletion.ts";
import { candidateKey } from "../../domain/candidates/candidateKey.ts";
import {
  MERGED_NAMES,
  personsBy,
  settingToMerges,
  type Persons,
} from "../../domain/candidates/nameMerges.ts";
import type { GuideDraft, GuideRow, PanelScorecardRow, Setting } from "../../domain/backups/storedRows.ts";
import type { Revision, Scorecard } from "../../domain/session/scorecard.ts";
import { isDiskFull, isOfDatabase } from "../../domain/text/errorText.ts";
import { allStores, keyIn, keysUnder, resultOf, storeOf, toKeptSessions, type OneRow } from "./entryRows.ts";
import { announceWrite } from "../announcedWrites.ts";
import { isChromium } from "../pageMarks.ts";
import {
  beginWrite,
  noteWordsKey,
  rowToSession,
  sessionToRow,
  type Database,
  type SessionRow,
} from "../database.ts";
import { EXPORTS_LEFT, settingToExportsLeft } from "../exports/exportLog.ts";

/** Asks the law of what comes in, of entries and of what is on this device. */
export interface Comparison {
  readonly compare: (entries: readonly Entry[]) => Promise<Admitted>;
  /** @returns whether a hold here is on the candidate of that name */
  readonly isHeld: (name: string) => boolean;
}

/** What comes with the app or beside the entries, and what opens a panel's scorecard, if anything does. */
export interface Known extends Pick<Here["knows"], "candidate" | "shippedGuide"> {
  readonly open: (row: PanelScorecardRow) => Promise<Scorecard | null>;
}

/**
 * Begins to compare what comes in with what is on this device, its entries in the order of a backup and some at a time.
 * Nothing is written.
 *
 * @param known its candidates are those that came in
 */
export async function beginComparison(database: Database, { open, ...known }: Known): Promise<Comparison> {
  await database.open();
  const begin = () => database.backendDB().transaction(allStores, "readonly");
  const lineIds = new Set(
    ((await resultOf(begin().objectStore("guides").getAll())) as GuideRow[]).map(({ lineId }) => lineId),
  );
  const persons = await readPersonsIn(begin());
  const holds = (await resultOf(begin().objectStore("holds").getAllKeys())) as string[];
  const heldPersons = new Set(holds.map(persons.ofKey));
  const setting = (await resultOf(begin().objectStore("settings").get(EXPORTS_LEFT))) as Setting | undefined;
  const leftIds = new Set(settingToExportsLeft(setting?.value).map(({ id }) => id));
  return {
    compare: await compareWith(
      begin,
      {
        ...known,
        guideLine: (lineId) => lineIds.has(lineId),
        exportLeft: (id) => leftIds.has(id),
      },
      open,
    ),
    isHeld: (name) => heldPersons.has(persons.of(name)),
  };
}

/** What is written of what came in, as it was decided on when it was compared. */
export interface Decided {
  /** As it came in. */
  readonly entry: Entry;
  readonly admission: Admission["kind"];
  readonly put: Entry;
  /** `stampOf` what was here when it was compared. */
  readonly hereStamp: string | number | null;
}

/** @returns what is written of something that came in, where what asks for it is taken; null where nothing is */
export function decide({ entry, admission, here }: Admitted["entries"][number]): Decided | null {
  const put = toWrite(admission, true);
  return put && { entry, admission: admission.kind, put, hereStamp: stampOf(here) };
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
export async function writeDecided(
  database: Database,
  nextBatch: () => readonly Decided[] | null,
  { removedCount, onProgress, signal }: RestoreEvents,
): Promise<void> {
  await database.open();
  signal.throwIfAborted();
  const transaction = beginWrite(database, [...allStores, "noteWords"]);
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
      shippedGuide: () => false,
    });
    const keepsWhatIsBehind = !isChromium();
    let removed = 0;
    let takenIn: Promise<unknown> | undefined;
    const leftGuideIds = new Set<string>();
    for (let batch = nextBatch(); batch; batch = nextBatch()) {
      signal.throwIfAborted();
      const { entries, removed: removedNow } = await compare(batch.map(({ entry }) => entry));
      if (!batch.every((decided, at) => isAsDecided(decided, entries[at])))
        throw new ChangedMeanwhile(CHANGED);
      for (const entry of removedNow) {
        await askOneByOne(deleteEntry(transaction, entry));
        if (entry.kind === "session") leftGuideIds.add(entry.value.session.guideId);
        if (entry.kind === "panel") leftGuideIds.add(entry.value.guideId);
      }
      let last: IDBRequest | undefined;
      for (const [at, { put }] of batch.entries()) {
        const requests = putEntry(transaction, put, entries[at]?.here);
        if (keepsWhatIsBehind) await askOneByOne(requests);
        else for (const request of requests) last = request;
      }
      removed += removedNow.length;
      // The browser takes in one batch while the next one is made ready, and no more.
      await takenIn;
      takenIn = last && resultOf(last);
      takenIn?.catch(() => {});
      onProgress();
    }
    await takenIn;
    if (removed !== removedCount) throw new ChangedMeanwhile(CHANGED);
    await leaveExportsIn(transaction, removed > 0);
    await deleteLeftGuidesIn(transaction, leftGuideIds);
    signal.throwIfAborted();
    transaction.commit();
  } catch (error) {
    abortQuietly(transaction);
    // What the browser gave it up for says why; what was asked for behind that only that it was given up.
    await finished.catch(() => {});
    throw transaction.error ?? error;
  }
  await finished;
}

function isAsDecided(decided: Decided, now: Admitted["entries"][number] | undefined): boolean {
  if (!now || stampOf(now.here) !== decided.hereStamp) return false;
  // A panel's scorecard was opened when it was compared, which takes longer than a transaction lives.
  const isShut =
    decided.entry.kind === "sealedScorecard" &&
    (now.admission.kind === "new" || (now.admission.kind === "refused" && now.admission.reason === "shut"));
  return now.admission.kind === decided.admission || (isShut && decided.admission === "newer");
}

/** So often something is tried. */
const MOST_TRIES = 5;
/** Before what had no room, or the browser gave up, is tried again: Chromium on SQLite refuses one write more once there is room. */
const PAUSE_MS = 300;

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PAUSE_MS);
  });
}

/**
 * Admits a few entries and writes what of them comes in, in one transaction.
 *
 * @param isWanted what of it somebody said to take, or takes unasked
 * @returns what came of each
 * @throws where it can't be written; nothing was changed then
 */
export async function admitEntries(
  database: Database,
  entries: readonly Entry[],
  known: Known,
  isWanted: (admission: Admission) => boolean,
): Promise<Admitted["entries"]> {
  for (let tries = 1; ; tries++) {
    try {
      await expectOpen(database);
      const { compare } = await beginComparison(database, known);
      const { entries: admitted } = await compare(entries);
      const decided = admitted.flatMap((one) => (isWanted(one.admission) ? (decide(one) ?? []) : []));
      // A guide does not come alone.
      if (decided.every(({ entry }) => entry.kind === "guide")) return admitted;
      const batches = [decided];
      await writeDecided(database, () => batches.pop() ?? null, {
        removedCount: 0,
        onProgress: () => {},
        signal: new AbortController().signal,
      });
      announceWrite(
        database,
        database.tables.map(({ name }) => name),
      );
      return admitted;
    } catch (error) {
      if (tries >= MOST_TRIES) throw error;
      if (isOfDatabase(error)) await pause();
      else if (!(error instanceof ChangedMeanwhile)) throw error;
    }
  }
}

/**
 * The native way would open a database again that was closed under the page. Where it did not open since its disk was full,
 * it may by now.
 */
async function expectOpen(database: Database): Promise<void> {
  try {
    await database.tombstones.toCollection().firstKey();
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    await database.open();
  }
}

/**
 * Asks for each only when the one before it is done. Where the disk is full Firefox takes back what a transaction wrote, and
 * keeps what was asked for behind the write that failed.
 */
async function askOneByOne(requests: Iterable<IDBRequest>): Promise<void> {
  for (const request of requests) await resultOf(request);
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
    if (row?.savedAt === null && !draft && counts.every((count) => count === 0))
      await resultOf(guides.delete(id));
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
  for (const entry of changed) await resultOf(exportsMade.put(entry));
  for (const { id } of emptied) await resultOf(exportsMade.delete(id));
  if (left.length > before.length) await resultOf(settings.put({ key: EXPORTS_LEFT, value: left }));
}

const CHANGED = "Data here changed after the file was read. Read the file again to see what it would do now.";

async function compareWith(
  begin: () => IDBTransaction,
  knows: Here["knows"],
  open: Known["open"] | null = null,
): Promise<Comparison["compare"]> {
  const transaction = begin();
  const persons = await readPersonsIn(transaction);
  const keysOf = (name: string) => resultOf(transaction.objectStore(name).getAllKeys());
  const [tombstones, scorecardKeys, idLists, openLists, ...counts] = (await Promise.all([
    resultOf(transaction.objectStore("tombstones").getAll()),
    keysOf("sealedScorecards"),
    Promise.all(["sessions", "panels", "panelKeys", "deletedByHand"].map(keysOf)),
    Promise.all(
      ["planned", "live", "wrapUp"].map((status) =>
        resultOf(
          transaction
            .objectStore("sessions")
            .index("[status+heldAt]")
            .getAll(IDBKeyRange.bound([status, -Infinity], [status, Infinity])),
        ),
      ),
    ),
    ...allStores.map((name) => resultOf(transaction.objectStore(name).count())),
  ])) as [Tombstone[], [string, string][], string[][], SessionRow[][], ...number[]];
  const [sessionIds = [], panelIds = [], panelKeyIds = [], deletedIds = []] = idLists;
  const idsByBuried = new Map<string, readonly string[]>();
  for (const id of new Set([...idLists, ...scorecardKeys].flat())) {
    const buried = buriedId(id);
    if (buried !== id) idsByBuried.set(buried, [...(idsByBuried.get(buried) ?? []), id]);
  }
  const empty = new Set(allStores.filter((_name, at) => counts[at] === 0));
  let around: Here = {
    entries: toBackup(tombstones.map((value) => hideId({ kind: "tombstone", value }))),
    open: openLists.flat().map(rowToSession),
    seats: new Map(),
    revised: new Map(),
    subjectIds: new Set([...sessionIds, ...panelIds, ...deletedIds]),
    ledIds: new Set(panelKeyIds),
    personOf: persons.of,
    takenBack: nothingTakenBack,
    knows,
  };
  return async (fileEntries) => {
    const entries = fileEntries.map(hideId);
    const read = await readHere(begin(), entries, { scorecardKeys, idsByBuried }, empty);
    const found = open ? { ...read, entries: await openThose(read.entries, entries, open) } : read;
    const here: Here = {
      ...around,
      entries: new Map([...found.entries, ...around.entries]),
      seats: new Map([...found.seats, ...around.seats]),
      revised: new Map([...found.revised, ...around.revised]),
      // Others are not asked of what was taken back, and the log is long.
      ...(entries.some(isOfPersons) && { takenBack: await readTakenBack(begin(), persons) }),
    };
    const admitted = admitAll(here, entries);
    around = { ...admitted.after, entries: new Map([...around.entries, ...admitted.after.entries]) };
    return admitted;
  };
}

/** Holds, and which names are one person's. */
function isOfPersons({ kind, value }: Entry): boolean {
  return kind === "hold" || (kind === "setting" && value.key === MERGED_NAMES);
}

async function readTakenBack(transaction: IDBTransaction, { ofKey }: Persons): Promise<Here["takenBack"]> {
  const log = (await resultOf(transaction.objectStore("auditEntries").getAll())) as AuditEntry[];
  const readKeys = async (id: string): Promise<readonly string[]> => {
    const rows = await Promise.all(
      ["sessions", "panels", "deletedByHand"].map((name) => resultOf(transaction.objectStore(name).get(id))),
    );
    return (rows as readonly ({ readonly candidate: string } | undefined)[]).flatMap((row) =>
      row ? candidateKey(row.candidate) : [],
    );
  };
  const releasedAt = new Map<string, number>();
  const separated = new Set<string>();
  await Promise.all(
    log.map(async ({ subjectId, at, change }) => {
      if (change.what === "released") {
        for (const person of (await readKeys(subjectId)).map(ofKey))
          releasedAt.set(person, Math.max(at, releasedAt.get(person) ?? -Infinity));
      } else if (change.what === "separated" && change.goesId !== null) {
        for (const key of await readKeys(change.goesId)) separated.add(key);
      }
    }),
  );
  return {
    holdAt: (key) => releasedAt.get(ofKey(key)) ?? null,
    merge: (key) => separated.has(key),
  };
}

async function readPersonsIn(transaction: IDBTransaction): Promise<Persons> {
  const setting = (await resultOf(transaction.objectStore("settings").get(MERGED_NAMES))) as
    | Setting
    | undefined;
  return personsBy(settingToMerges(setting?.value));
}

/** @returns what is here, with those of its scorecards opened that came in with another text */
async function openThose(here: Backup, entries: readonly Entry[], open: Known["open"]): Promise<Backup> {
  const opened = new Map(here);
  for (const entry of entries) {
    const key = entryKey(entry);
    const known = here.get(key);
    if (entry.kind !== "sealedScorecard" || known?.kind !== "sealedScorecard") continue;
    const scorecard = known.value.text === entry.value.text ? null : await open(known.value);
    if (scorecard) opened.set(key, { ...known, opened: scorecard });
  }
  return opened;
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

/**
 * @returns what is here under the keys of the entries, what they belong to, and what the tombstones among them name; the
 * sessions of the seats of the panels that they are of; and those that the revisions of their ids are of
 */
async function readHere(
  transaction: IDBTransaction,
  entries: readonly Entry[],
  { scorecardKeys, idsByBuried }: HereIds,
  empty: ReadonlySet<string>,
): Promise<Pick<Here, "entries" | "seats" | "revised">> {
  const found: Entry[] = [];
  const seats = new Map<string, string>();
  const revised = new Map<string, string>();
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
      transaction.objectStore("answers").getAll(keysUnder(id)),
      transaction.objectStore("revisions").index("sessionId").getAll(id),
    ];
    const result = await Promise.all(ofSession.map(resultOf));
    const [row, answers, revisions] = result as [SessionRow | undefined, Answer[], Revision[]];
    if (!row) return;
    for (const value of toKeptSessions([row], answers, revisions)) found.push({ kind: "session", value });
  };
  const readReviser = async (id: string) => {
    const revision = await resultOf(transaction.objectStore("revisions").get(id));
    if (revision) revised.set(id, (revision as Revision).sessionId);
  };
  const readLog = async (id: string) => {
    const rows = await resultOf(transaction.objectStore("auditEntries").getAll(keysUnder(id)));
    for (const value of rows as AuditEntry[]) found.push({ kind: "auditEntry", value });
  };
  const takeSeats = async (rows: IDBRequest, kind: "session" | "sealedScorecard") => {
    for (const row of (await resultOf(rows)) as readonly (SessionRow & PanelScorecardRow)[]) {
      const entry =
        kind === "session"
          ? { kind, value: { session: rowToSession(row), answers: {}, revisions: [] } }
          : { kind, value: row };
      const seat = seatOf(entry);
      if (seat) seats.set(...seat);
    }
  };
  const hasSessions = !empty.has("sessions");
  const panelIds = { session: new Set<string>(), sealedScorecard: new Set<string>() };
  for (const entry of entries) {
    const { kind, value } = entry;
    if (kind === "session") {
      if (hasSessions) reads.push(readSession(value.session.id));
      if (!empty.has("revisions")) for (const { id } of value.revisions) reads.push(readReviser(id));
      if (value.session.panel && value.session.status === "planned")
        panelIds.session.add(value.session.panel.panelId);
    } else readRow(kind, keyIn(value, transaction.objectStore(storeOf[kind])));
    if (kind === "sealedScorecard") {
      if (hasSessions) reads.push(readSession(value.sessionId));
      panelIds.sealedScorecard.add(value.panelId);
    }
    if (kind === "sealedScorecard" || kind === "panelKey") readRow("panel", value.panelId);
    if (kind !== "tombstone") continue;
    for (const id of [value.id, ...(idsByBuried.get(value.id) ?? [])]) {
      if (hasSessions) reads.push(readSession(id));
      readRow("panel", id);
      readRow("panelKey", id);
      readRow("deletedByHand", id);
      if (!empty.has("auditEntries")) reads.push(readLog(id));
      for (const key of scorecardKeys) if (key.includes(id)) readRow("sealedScorecard", [...key]);
    }
  }
  const sessions = transaction.objectStore("sessions").index("panel.panelId");
  if (hasSessions) for (const id of panelIds.session) reads.push(takeSeats(sessions.getAll(id), "session"));
  const scorecards = transaction.objectStore("sealedScorecards");
  if (scorecardKeys.length > 0) {
    for (const id of panelIds.sealedScorecard)
      reads.push(takeSeats(scorecards.getAll(keysUnder(id)), "sealedScorecard"));
  }
  await Promise.all(reads);
  return { entries: toBackup(found), seats, revised };
}

/** @param here what is stored under its key, which goes as a whole. @returns what writes it, asked for as it is gone through */
function* putEntry(
  transaction: IDBTransaction,
  { kind, value }: Entry,
  here: Entry | undefined,
): Generator<IDBRequest> {
  if (kind !== "session") {
    yield transaction.objectStore(storeOf[kind]).put(value);
    return;
  }
  const [answers, revisions] = [transaction.objectStore("answers"), transaction.objectStore("revisions")];
  if (here) yield* deleteEntry(transaction, here);
  for (const answer of Object.values(value.answers)) yield answers.put(answer);
  for (const revision of value.revisions) yield revisions.put(revision);
  yield transaction.objectStore("sessions").put(sessionToRow(value.session));
}

/** @returns what deletes it, asked for as it is gone through */
function* deleteEntry(transaction: IDBTransaction, { kind, value }: Entry): Generator<IDBRequest> {
  if (kind !== "session") {
    const store = transaction.objectStore(storeOf[kind]);
    yield store.delete(keyIn(value, store));
    return;
  }
  const { id } = value.session;
  yield transaction.objectStore("sessions").delete(id);
  yield transaction.objectStore("noteWords").delete(noteWordsKey(value.session));
  yield transaction.objectStore("answers").delete(keysUnder(id));
  for (const revision of value.revisions) yield transaction.objectStore("revisions").delete(revision.id);
}
