import { Dexie } from "dexie";
import { auditEntries, EVERYBODY } from "../../domain/candidates/auditEntry.ts";
import {
  candidateWith,
  groupCandidates,
  idsIn,
  idsToBury,
  isHeldUnder,
  namesIn,
  type Candidate,
  type CandidatePart,
  type CandidateSources,
} from "../../domain/candidates/candidate.ts";
import { candidateKey } from "../../domain/candidates/candidateKey.ts";
import type { Hold } from "../../domain/candidates/deletion.ts";
import {
  DEFAULT_RETENTION_MONTHS,
  deletionRefusal,
  isRetention,
  nameInText,
  type DeletionRefusal,
} from "../../domain/candidates/retention.ts";
import { personsBy, type Persons } from "../../domain/candidates/nameMerges.ts";
import type { Panel } from "../../domain/panels/panel.ts";
import { textToSortKey } from "../../domain/text/tokens.ts";
import { announceWrite } from "../announcedWrites.ts";
import { noteWordsKey, rowToSession, type Database, type SessionRow } from "../database.ts";
import { keysUnder } from "../admission/entryRows.ts";
import { dropLeftDebriefs, dropLeftSessions } from "../leftBehind.ts";
import { leaveExportsOf } from "../exports/exportLog.ts";
import { deleteLeftGuides } from "../guides/guides.ts";
import { rowsOf } from "../panels/scorecardRows.ts";
import { readSetting, writeSetting } from "../session/sessions.ts";
import { readMerges, writeMerges } from "./nameMerges.ts";
import { deleteAuditEntries } from "./auditLog.ts";
import { bury } from "./tombstones.ts";

/** Every candidate, and for how many months they are kept, as it was at one moment. */
export interface CandidateShelf {
  readonly candidates: readonly Candidate[];
  readonly months: number;
}

const RETENTION_MONTHS = "retentionMonths";

/** @returns what this device has of every candidate */
export function readCandidates(database: Database): Promise<CandidateShelf> {
  return database.transaction("r", tablesOf(database), async () => {
    const [sources, rows, changes, months] = await Promise.all([
      readSources(database),
      database.sessions.toArray(),
      database.revisions.toArray(),
      readRetention(database),
    ]);
    return { candidates: await grouped(database, sources, rows, changes), months };
  });
}

/** What this device has of one candidate; no candidate where it has nothing of them any more. */
export interface ShelvedCandidate {
  readonly candidate: Candidate | undefined;
  readonly months: number;
}

/**
 * Reads of all sessions only those that may be the candidate's: of a hundred thousand it would take seconds.
 *
 * @param partId a session or a panel of theirs, also one that was deleted by hand
 * @param key `candidateKey` of the name, for where that one is gone and others are left
 */
export function readCandidate(
  database: Database,
  partId: string,
  key: string | undefined,
): Promise<ShelvedCandidate> {
  const { sessions } = database;
  return database.transaction("r", tablesOf(database), async () => {
    const [sources, session, months] = await Promise.all([
      readSources(database),
      sessions.get(partId),
      readRetention(database),
    ]);
    const found = candidateWith(await grouped(database, sources, session ? [session] : [], []), partId);
    const wanted = found?.key ?? key;
    if (wanted === undefined) return { candidate: undefined, months };
    const persons = personsBy(sources.merges);
    const [candidate] = await readNamed(database, sources, persons, new Set([wanted]));
    return { candidate, months };
  });
}

/**
 * Counts candidates past a time, of all of them those alone that something old is of.
 *
 * @param isOld of an epoch ms: whether what was last changed then may be deleted; so may all that is older
 * @param isCounted asked of each candidate of whom something is old
 * @param most where there are so many, no more are looked for
 */
export async function countOld(
  database: Database,
  isOld: (at: number) => boolean,
  isCounted: (candidate: Candidate) => boolean,
  most: number,
): Promise<number> {
  // Not in one transaction: what is written meanwhile would wait for all of it.
  const inTransaction = <T>(read: () => Promise<T>) => database.transaction("r", tablesOf(database), read);
  const sources = await inTransaction(() => readSources(database));
  const persons = personsBy(sources.merges);
  const looked = new Set<string>();
  let count = 0;
  const look = async (names: readonly string[]) => {
    const keys = new Set(names.map((name) => persons.of(name)).filter((key) => !looked.has(key)));
    for (const key of keys) looked.add(key);
    if (keys.size === 0) return;
    const found = await inTransaction(() => readNamed(database, sources, persons, keys));
    count += found.filter(isCounted).length;
  };
  const names = [
    ...sources.panels.filter((panel) => isOld(oldestOf(panel))).map((panel) => panel.candidate),
    ...sources.deletedByHand.filter(({ deletedAt }) => isOld(deletedAt)).map((one) => one.candidate),
  ];
  for (let from = 0; from < names.length; from += AT_ONCE) {
    await look(names.slice(from, from + AT_ONCE));
    if (count >= most) return count;
  }
  for (let from = 0; ; from += AT_ONCE) {
    const rows = await database.sessions.orderBy("heldAt").offset(from).limit(AT_ONCE).toArray();
    const old = rows.filter(({ heldAt }) => isOld(heldAt));
    await look(old.map(({ candidate }) => candidate));
    if (old.length < AT_ONCE || count >= most) return count;
  }
}

/** So many interviews are looked at in one go, so that the page is not held up. */
const AT_ONCE = 200;

/** @returns the earliest that the months of a panel can begin to count, epoch ms: what it has decided may have been decided on a clock of its own */
export function oldestOf({ createdAt, debrief }: Panel): number {
  return Math.min(createdAt, debrief.decision?.decidedAt ?? createdAt);
}

/** @returns the candidates of those keys, of whom something is here; in a transaction of the caller */
async function readNamed(
  database: Database,
  sources: Sources,
  persons: Persons,
  keys: ReadonlySet<string>,
): Promise<readonly Candidate[]> {
  const { sessions, revisions } = database;
  const panelIds = sources.panels.flatMap(({ id, candidate }) => (keys.has(persons.of(candidate)) ? id : []));
  const ofPanels = new Set(panelIds);
  const scorecardIds = sources.scorecardKeys.flatMap(([panelId, id]) => (ofPanels.has(panelId) ? id : []));
  const named = [...keys].flatMap((key) => persons.keysOf(key)).map(textToSortKey);
  // Not "any of": that goes through thousands of rows one by one.
  const rows = await Promise.all([
    ...named.map((order) => sessions.where("candidateOrder").equals(order).toArray()),
    ...panelIds.map((panelId) => sessions.where("panel.panelId").equals(panelId).toArray()),
    sessions.bulkGet(scorecardIds),
  ]);
  const byId = new Map(rows.flat().flatMap((row) => (row ? [[row.id, row] as const] : [])));
  // As the table is read whole: of what was changed at the same moment the first is who names the candidate.
  const own = [...byId.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const changes = await revisions
    .where("sessionId")
    .anyOf(own.map(({ id }) => id))
    .toArray();
  return (await grouped(database, sources, own, changes)).filter(({ key }) => keys.has(key));
}

function tablesOf(database: Database) {
  const { sessions, answers, revisions, panels, sealedScorecards, holds, settings, deletedByHand } = database;
  return [sessions, answers, revisions, panels, sealedScorecards, holds, settings, deletedByHand];
}

/** What candidates are grouped by besides their sessions. */
type Sources = Omit<CandidateSources, "sessions" | "changedAtBySessionId">;

async function readSources(database: Database): Promise<Sources> {
  const [panels, scorecardKeys, holds, deleted, merges] = await Promise.all([
    database.panels.toArray(),
    database.sealedScorecards.toCollection().primaryKeys(),
    database.holds.toArray(),
    database.deletedByHand.toArray(),
    readMerges(database),
  ]);
  const ids = deleted.map(({ id }) => id);
  const backAgain = new Set(await database.sessions.where("id").anyOf(ids).primaryKeys());
  return {
    panels,
    scorecardKeys,
    holds,
    deletedByHand: deleted.filter(({ id }) => !backAgain.has(id)),
    merges,
  };
}

async function grouped(
  { answers }: Database,
  sources: Sources,
  rows: readonly SessionRow[],
  changes: readonly { readonly sessionId: string; readonly at: number }[],
): Promise<readonly Candidate[]> {
  const open = rows.filter(({ status }) => status !== "submitted").map(({ id }) => id);
  const ofOpen = await Promise.all(open.map((id) => answers.where("sessionId").equals(id).toArray()));
  const changedAtBySessionId = new Map<string, number>();
  const changed = (id: string, at: number) =>
    changedAtBySessionId.set(id, Math.max(at, changedAtBySessionId.get(id) ?? 0));
  for (const { sessionId, at } of changes) changed(sessionId, at);
  for (const { sessionId, updatedAt } of ofOpen.flat()) changed(sessionId, updatedAt);
  return groupCandidates({ ...sources, sessions: rows.map(rowToSession), changedAtBySessionId });
}

/** @returns for how many calendar months candidates are kept */
export async function readRetention(database: Database): Promise<number> {
  const months = await readSetting(database, RETENTION_MONTHS);
  return isRetention(months) ? months : DEFAULT_RETENTION_MONTHS;
}

/** Keeps for how many calendar months candidates are kept, and logs it. @param now epoch ms */
export function writeRetention(database: Database, months: number, now: number): Promise<void> {
  const { settings, auditEntries: log } = database;
  return database.transaction("rw", settings, log, async () => {
    const from = await readRetention(database);
    await writeSetting(database, RETENTION_MONTHS, months);
    if (from !== months)
      await log.bulkPut(auditEntries([EVERYBODY], now, { what: "retention", from, to: months }));
  });
}

/**
 * Puts a hold on a candidate, or another reason on the hold there is, and logs it.
 *
 * @returns false where nothing of the candidate is here any more: a hold would bring the name back, and nothing was written
 */
export function putHold(database: Database, hold: Hold): Promise<boolean> {
  const { holds, auditEntries: log } = database;
  return database.transaction("rw", database.tables, async () => {
    const held = await heldCandidates(database, hold.candidateKey);
    if (held.length === 0) return false;
    await holds.put(hold);
    const change = { what: "held", reason: hold.reason } as const;
    await log.bulkPut(auditEntries(held.flatMap(subjectsOf), hold.heldAt, change));
    return true;
  });
}

/** Takes a candidate's hold off, and logs it. @param key `candidateKey` of the name. @param now epoch ms */
export async function deleteHold(database: Database, key: string, now: number): Promise<void> {
  const { holds, auditEntries: log } = database;
  await database.transaction("rw", database.tables, async () => {
    const subjectIds = (await heldCandidates(database, key)).flatMap(subjectsOf);
    const hold = await holds.get(key);
    await holds.delete(key);
    if (hold) await log.bulkPut(auditEntries(subjectIds, now, { what: "released", reason: hold.reason }));
  });
}

async function heldCandidates(database: Database, heldKey: string): Promise<readonly Candidate[]> {
  const { candidates } = await readCandidates(database);
  return candidates.filter((candidate) => isHeldUnder(candidate, heldKey));
}

/** @returns the interviews and panels of a candidate: what is logged of the candidate is of each of them */
export function subjectsOf({ parts, deletedByHand }: Candidate): readonly string[] {
  return [...parts.map(({ id }) => id), ...deletedByHand.map(({ id }) => id)];
}

/** What is to be deleted of one candidate. */
export interface WantedDeletion {
  /** `candidateKey` of the name. */
  readonly key: string;
  readonly partIds: readonly string[];
}

/** Why nothing was deleted. */
export type DeletionProblem =
  | DeletionRefusal
  /** Something came in or went since the caller looked. */
  | { readonly kind: "changed" }
  /** The reason for the override names the candidate, by this word. */
  | { readonly kind: "named"; readonly word: string };

export type Deletion = { readonly kind: "done" } | DeletionProblem;

/**
 * Deletes parts of candidates for good, in one transaction: sessions, answers, revisions, panels with their keys and
 * scorecards, the guides that nobody else has and nobody saved, the entries of exports made and of the audit log; of a
 * candidate of whom nothing is left, the hold, the names that were merged and what is remembered of what was deleted by
 * hand before as well. Of each session and panel a tombstone stays. The exports that were made are kept as left to be
 * deleted by hand.
 *
 * @param lockedIds the sessions that no tab can be writing; nothing is deleted where another one belongs to the parts
 * @param override the reason why it is done before its time or under a hold; empty where it is not to be
 * @param now epoch ms
 * @returns that it is done, or why nothing was deleted
 */
export async function deleteParts(
  database: Database,
  wanted: readonly WantedDeletion[],
  lockedIds: ReadonlySet<string>,
  override: string,
  now: number,
): Promise<Deletion> {
  let gone: readonly CandidatePart[] = [];
  const deletion = await database.transaction("rw", database.tables, async (): Promise<Deletion> => {
    const sources = await readSources(database);
    const persons = personsBy(sources.merges);
    const candidates = await readNamed(database, sources, persons, new Set(wanted.map(({ key }) => key)));
    const months = await readRetention(database);
    const byKey = new Map(candidates.map((candidate) => [candidate.key, candidate]));
    const found = wanted.map(({ key, partIds }) => {
      const candidate = byKey.get(key);
      const parts = candidate?.parts.filter(({ id }) => partIds.includes(id)) ?? [];
      return { candidate, parts, isWhole: parts.length === partIds.length };
    });
    for (const { candidate, parts, isWhole } of found) {
      const isLocked = parts.every(({ sessions }) => sessions.every(({ id }) => lockedIds.has(id)));
      const isNothing = parts.length === 0 && candidate?.deletedByHand.length === 0;
      if (!candidate || !isWhole || isNothing || !isLocked) return { kind: "changed" };
      const refusal = deletionRefusal(parts, candidate.hold, months, now);
      if (refusal && override === "") return refusal;
      const word = nameInText(override, allNamesOf(candidate));
      if (word !== null) return { kind: "named", word };
    }
    gone = found.flatMap(({ parts }) => parts);
    await deleteRowsOf(database, gone);
    const emptied = found.flatMap(({ candidate, parts }) =>
      candidate && parts.length === candidate.parts.length ? candidate : [],
    );
    const byHand = emptied.flatMap(({ deletedByHand }) => deletedByHand.map(({ id }) => id));
    // What had come back since it was deleted by hand is gone for good, too.
    await database.deletedByHand.bulkDelete([...idsIn(gone), ...byHand]);
    await dropHoldsOf(database, emptied);
    await dropMergesOfNobody(database);
    await deleteAuditEntries(database, [...idsIn(gone), ...byHand]);
    for (const { candidate, parts } of found) {
      if (!candidate || emptied.includes(candidate)) continue;
      const left = subjectsOf(candidate).filter((id) => !parts.some((part) => part.id === id));
      const change = { what: "deleted", count: parts.length, reason: override } as const;
      await database.auditEntries.bulkPut(auditEntries(left, now, change));
    }
    const buried = await withoutThoseHere(database, [...gone.flatMap(idsToBury), ...byHand]);
    await bury(database, buried, override, now);
    await leaveExportsOf(database, new Set([...idsIn(gone), ...byHand]));
    await deleteLeftGuides(database, new Set(gone.flatMap(guideIdsIn)), emptied.flatMap(allNamesOf));
    return { kind: "done" };
  });
  if (deletion.kind === "done") announceWrite(database, ["sessions", "answers", "noteWords"]);
  dropLeftSessions(gone.flatMap(({ sessions }) => sessions.map(({ id }) => id)));
  dropLeftDebriefs(gone.flatMap(({ panel }) => panel?.id ?? []));
  return deletion;
}

/** Takes off the holds on candidates of whom nothing is left; one that is on somebody else as well, under a name of theirs, stays. */
async function dropHoldsOf(database: Database, emptied: readonly Candidate[]): Promise<void> {
  const keys = emptied.flatMap(({ key, parts, merges }) => [
    key,
    ...[...parts.flatMap(namesIn), ...merges.map(({ name }) => name)].map(candidateKey),
  ]);
  const held = (await database.holds.bulkGet([...new Set(keys)])).flatMap((hold) => hold?.candidateKey ?? []);
  if (held.length === 0) return;
  const { candidates } = await readCandidates(database);
  const left = candidates.filter((candidate) => subjectsOf(candidate).length > 0);
  await database.holds.bulkDelete(
    held.filter((key) => !left.some((candidate) => isHeldUnder(candidate, key))),
  );
}

/** The candidate's name in each way it is written. */
function allNamesOf({ name, parts, deletedByHand, merges }: Candidate): readonly string[] {
  const merged = merges.flatMap((merge) => [merge.name, merge.intoName]);
  return [name, ...parts.flatMap(namesIn), ...deletedByHand.map(({ candidate }) => candidate), ...merged];
}

/** Forgets which names were one person's of whom nothing is left, so that no name stays of them. */
export function dropMergesOfNobody(database: Database): Promise<void> {
  return database.transaction("rw", database.tables, async () => {
    const merges = await readMerges(database);
    if (merges.length === 0) return;
    const { candidates } = await readCandidates(database);
    const left = new Set(candidates.flatMap((candidate) => candidate.merges));
    if (left.size < merges.length) await writeMerges(database, [...left]);
  });
}

function guideIdsIn({ panel, sessions }: CandidatePart): readonly string[] {
  return [...(panel ? [panel.guideId] : []), ...sessions.map(({ guideId }) => guideId)];
}

/** A panel of another device may be that of a session that stays. */
async function withoutThoseHere(
  { sessions, panels }: Database,
  ids: readonly string[],
): Promise<readonly string[]> {
  const wanted = [...new Set(ids)];
  const ofSessions = new Set(await sessions.where("panel.panelId").anyOf(wanted).uniqueKeys());
  const known = await panels.bulkGet(wanted);
  return wanted.filter((id, at) => !ofSessions.has(id) && known[at] === undefined);
}

/** To be called in a transaction of Dexie's that holds all stores; what was written is to be announced after it. */
async function deleteRowsOf(database: Database, parts: readonly CandidatePart[]): Promise<void> {
  const { revisions, panels, panelKeys } = database;
  const sessions = parts.flatMap((part) => part.sessions);
  const panelIds = parts.flatMap(({ panel }) => panel?.id ?? []);
  // Past Dexie, which reads each row that it deletes: of thousands of interviews that takes as long as the deletion.
  const { idbtrans } = Dexie.currentTransaction;
  for (const session of sessions) {
    const { id } = session;
    idbtrans.objectStore("sessions").delete(id);
    idbtrans.objectStore("answers").delete(keysUnder(id));
    idbtrans.objectStore("noteWords").delete(noteWordsKey(session));
  }
  await Promise.all([
    revisions
      .where("sessionId")
      .anyOf(sessions.map(({ id }) => id))
      .delete(),
    panels.bulkDelete(panelIds),
    panelKeys.bulkDelete(panelIds),
    ...panelIds.map((id) => rowsOf(database, id).delete()),
  ]);
}
