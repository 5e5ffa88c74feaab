import { arrivalEntries, removalEntries, type AuditEntry } from "../../domain/candidates/auditEntry.ts";
import type { NameMerge } from "../../domain/candidates/nameMerges.ts";
import type { Guide } from "../../domain/guides/guide.ts";
import type { PanelScorecardRow } from "../../domain/backups/storedRows.ts";
import {
  debriefBeganAt,
  isSamplePanel,
  keepsShut,
  type Panel,
  type PanelInterviewer,
} from "../../domain/panels/panel.ts";
import type { Scorecard } from "../../domain/session/scorecard.ts";
import type { Session, SessionPanel } from "../../domain/session/session.ts";
import { canonicalText } from "../../domain/text/canonicalText.ts";
import { rowToSession, type Database } from "../database.ts";
import { dropLeftDebriefs } from "../leftBehind.ts";
import { lockedOf, readLockedAt } from "../team/lockedRows.ts";
import { readScorecardsHere, rowsOf, type ScorecardsHere } from "./scorecardRows.ts";
import { loadRevisions } from "../session/revisions.ts";
import { refuseHeld, refuseHeldRename } from "../candidates/holds.ts";
import { readMerges, readPersons } from "../candidates/nameMerges.ts";
import { addMissingGuides, loadWholeSession, RecordError } from "../session/sessions.ts";
import { readTombstones, refuseDeleted } from "../candidates/tombstones.ts";

/** What belongs to a panel on this device. */
export interface PanelContent {
  readonly guide: Guide;
  readonly rows: readonly PanelScorecardRow[];
  /** Those sessions of this device that are of the panel, or not submitted yet. */
  readonly here: readonly Session[];
  /** Submitted here for the panel, with their revisions. */
  readonly own: readonly Scorecard[];
  /** Undefined where the panel was not made here, or has none. */
  readonly secretKey: string | undefined;
  /** Which names of candidates are one person's here. */
  readonly merges: readonly NameMerge[];
  /** When each scorecard came in (epoch ms) that is here and locked, by interviewer id. */
  readonly lockedAt: ReadonlyMap<string, number>;
}

/** A panel as it lies on this device. */
export interface StoredPanel extends PanelContent {
  readonly panel: Panel;
}

/** @returns the panel alone, which is what a debrief changes; undefined where there is none of that id */
export function readPanelRow({ panels }: Database, id: string): Promise<Panel | undefined> {
  return panels.get(id);
}

/**
 * @param guideId that of the panel
 * @returns what belongs to the panel, as it was at one moment; null where its guide version is not here. The panel itself
 * is not read, so that who watches this is not told of a change of it
 */
export function readPanelContent(
  database: Database,
  id: string,
  guideId: string,
): Promise<PanelContent | null> {
  const { panelKeys, sealedScorecards, lockedScorecards, guides, sessions, answers, revisions, settings } =
    database;
  const tables = [
    panelKeys,
    sealedScorecards,
    lockedScorecards,
    guides,
    sessions,
    answers,
    revisions,
    settings,
  ];
  return database.transaction("r", tables, async () => {
    const [row, open] = await Promise.all([guides.get(guideId), readOpenSessions(database)]);
    return row ? readAround(database, id, row.guide, open) : null;
  });
}

/** @returns the panel with all that belongs to it, as it was at one moment; undefined where there is none of that id */
export async function readPanel(database: Database, id: string): Promise<StoredPanel | undefined> {
  const [stored] = await readPanels(database, [id]);
  return stored;
}

/** @returns those of the panels that are here, each with all that belongs to it, as they were at one moment */
export function readPanels(database: Database, ids: readonly string[]): Promise<readonly StoredPanel[]> {
  const { panels, panelKeys, sealedScorecards, lockedScorecards, guides, sessions, answers, revisions } =
    database;
  const scorecards = [sealedScorecards, lockedScorecards, sessions, answers, revisions];
  const tables = [panels, panelKeys, ...scorecards, guides, database.settings];
  return database.transaction("r", tables, async () => {
    const found = await panels.bulkGet([...ids]);
    const [guideRows, open] = await Promise.all([
      guides.bulkGet([...new Set(found.flatMap((panel) => panel?.guideId ?? []))]),
      readOpenSessions(database),
    ]);
    const guideById = new Map(guideRows.flatMap((row) => (row ? [[row.id, row.guide]] : [])));
    return Promise.all(
      found.flatMap((panel) => {
        const guide = panel && guideById.get(panel.guideId);
        if (!guide) return [];
        return readAround(database, panel.id, guide, open).then((content) => ({ panel, ...content }));
      }),
    );
  });
}

async function readAround(
  database: Database,
  id: string,
  guide: Guide,
  open: readonly Session[],
): Promise<PanelContent> {
  const [rows, key, ofPanel, merges, lockedAt] = await Promise.all([
    rowsOf(database, id).toArray(),
    database.panelKeys.get(id),
    database.sessions.where("panel.panelId").equals(id).toArray(),
    readMerges(database),
    readLockedAt(database, id),
  ]);
  const byId = new Map([...open, ...ofPanel.map(rowToSession)].map((session) => [session.id, session]));
  const submitted = ofPanel.filter(({ status }) => status === "submitted");
  const own = await Promise.all(submitted.map((session) => loadScorecard(database, session.id)));
  return {
    guide,
    rows,
    here: [...byId.values()],
    own: own.filter((scorecard) => scorecard !== undefined),
    secretKey: key?.secretKey,
    merges,
    lockedAt,
  };
}

async function loadScorecard(database: Database, sessionId: string): Promise<Scorecard | undefined> {
  const [first, revisions] = await Promise.all([
    loadWholeSession(database, sessionId),
    loadRevisions(database, sessionId),
  ]);
  return first && { first, revisions };
}

/** @returns the sessions of this machine that are not submitted yet */
export async function readOpenSessions({ sessions }: Database): Promise<readonly Session[]> {
  const rows = await Promise.all(
    ["planned", "live", "wrapUp"].map((status) =>
      sessions.where("[status+heldAt]").between([status, -Infinity], [status, Infinity]).toArray(),
    ),
  );
  return rows.flat().map(rowToSession);
}

/** @returns the session of this device that was planned for that interviewer of the panel, and those for others of it */
export async function findInvitedSessions(
  { sessions }: Database,
  { panelId, interviewerId }: SessionPanel,
): Promise<{ readonly own: Session | undefined; readonly others: readonly Session[] }> {
  const rows = await sessions.where("panel.panelId").equals(panelId).toArray();
  const isOwn = ({ panel }: Session) => panel?.interviewerId === interviewerId;
  const ofPanel = rows.map(rowToSession);
  return { own: ofPanel.find(isOwn), others: ofPanel.filter((session) => !isOwn(session)) };
}

/** A panel as a list shows it. */
export interface PanelListing {
  readonly panel: Panel;
  /** How many scorecards are in. */
  readonly inCount: number;
  /** Whether its secret key is here. */
  readonly hasKey: boolean;
  /** Whether it is deleted with its candidate alone. */
  readonly isRecord: boolean;
  /** Whether somebody has still to submit on its candidate here, and may not be told what was decided. */
  readonly isShut: boolean;
}

/** @returns every panel of this device, the last made first */
export async function listPanels(database: Database): Promise<readonly PanelListing[]> {
  return (await readListings(database)).listings;
}

/** @returns the same, and what gives what is here of one of their scorecards */
export function readListings(database: Database): Promise<{
  readonly listings: readonly PanelListing[];
  readonly hereOf: (panelId: string) => ScorecardsHere;
}> {
  const { panels, panelKeys, sealedScorecards, lockedScorecards, sessions, settings } = database;
  const tables = [panels, panelKeys, sealedScorecards, lockedScorecards, sessions, settings];
  return database.transaction("r", tables, async () => {
    const [all, keys, hereOf, open, { of: personOf }] = await Promise.all([
      panels.toArray(),
      panelKeys.toCollection().primaryKeys(),
      readScorecardsHere(database),
      readOpenSessions(database),
      readPersons(database),
    ]);
    const ledIds = new Set(keys);
    const listings = all.map((panel): PanelListing => {
      const { heldIds, locked, inCount } = hereOf(panel.id);
      const isRecord = isPanelRecord(panel, heldIds.length + locked.length);
      const isShut = open.some((session) => keepsShut(session, panel, personOf));
      return { panel, inCount, hasKey: ledIds.has(panel.id), isRecord, isShut };
    });
    return { listings: listings.toSorted((a, b) => b.panel.createdAt - a.panel.createdAt), hereOf };
  });
}

/** @returns the secret keys of this device's panels, by panel id */
export async function readPanelKeys({ panelKeys }: Database): Promise<ReadonlyMap<string, string>> {
  return new Map((await panelKeys.toArray()).map(({ panelId, secretKey }) => [panelId, secretKey]));
}

/** @returns the secret key of that panel of this device; undefined where it has none */
export async function readPanelKey({ panelKeys }: Database, panelId: string): Promise<string | undefined> {
  return (await panelKeys.get(panelId))?.secretKey;
}

/** Keeps a new panel with its guide version. @param secretKey null for one without keys */
export function addPanel(
  database: Database,
  panel: Panel,
  guide: Guide,
  secretKey: string | null,
): Promise<void> {
  const { panels, panelKeys, guides } = database;
  return database.transaction("rw", panels, panelKeys, guides, async () => {
    await addMissingGuides(database, [{ id: panel.guideId, guide }]);
    await panels.add(panel);
    if (secretKey !== null) await panelKeys.add({ panelId: panel.id, secretKey });
  });
}

/**
 * Changes a panel as it is at that moment, so that two tabs do not undo each other's changes.
 *
 * @param guide the guide version of the changed panel, where it may be another
 * @param now epoch ms; a clock that was set back does not make the changed panel an older one
 * @returns the panel as it is then; undefined where there is none of that id
 * @throws HeldError where the candidate would get another name under a hold
 */
export function changePanel(
  database: Database,
  id: string,
  change: (panel: Panel) => Panel,
  guide: Guide | null,
  now: number,
): Promise<Panel | undefined> {
  const { panels, guides, holds, settings } = database;
  return database.transaction("rw", panels, guides, holds, settings, async () => {
    const panel = await panels.get(id);
    if (!panel) return undefined;
    const changed = { ...change(panel), id, updatedAt: Math.max(now, panel.updatedAt + 1) };
    await refuseHeldRename(database, panel.candidate, changed.candidate);
    if (guide) await addMissingGuides(database, [{ id: changed.guideId, guide }]);
    await panels.put(changed);
    return changed;
  });
}

/** What one panel gets from files that were dropped. */
export interface PanelAddition {
  /** The panel with its interviewers as they are then. */
  readonly panel: Panel;
  readonly guide: Guide;
  /** The panel and its scorecards as they were read; null for one that was not here. */
  readonly before: { readonly panel: Panel; readonly rows: readonly PanelScorecardRow[] } | null;
  readonly rows: readonly PanelScorecardRow[];
  /** The panel's secret key where it came as well; null where it did not. */
  readonly secretKey: string | null;
}

/**
 * Keeps all that came from files, in one transaction.
 *
 * @returns false where one of the panels was changed since it was read, and nothing was written
 * @throws DeletedError where one of the panels or scorecards was deleted with its candidate; nothing was written
 */
export function addToPanels(database: Database, additions: readonly PanelAddition[]): Promise<boolean> {
  const { panels, panelKeys, sealedScorecards, guides, tombstones } = database;
  return database.transaction("rw", panels, panelKeys, sealedScorecards, guides, tombstones, async () => {
    await refuseDeleted(
      database,
      additions.flatMap(({ panel, rows }) => [panel.id, ...rows.map(({ sessionId }) => sessionId)]),
    );
    const known = await panels.bulkGet(additions.map(({ panel }) => panel.id));
    const rowLists = await Promise.all(additions.map(({ panel }) => rowsOf(database, panel.id).toArray()));
    const isAsRead = additions.every(({ before }, at) => {
      const [panel, read] = [known[at], rowLists[at] ?? []];
      return before === null ? panel === undefined : asText(before) === asText({ panel, rows: read });
    });
    if (!isAsRead) return false;
    await addMissingGuides(
      database,
      additions.map(({ panel, guide }) => ({ id: panel.guideId, guide })),
    );
    await panels.bulkPut(additions.map(({ panel }) => panel));
    await sealedScorecards.bulkPut(additions.flatMap(({ rows }) => rows));
    await panelKeys.bulkPut(
      additions.flatMap(({ panel, secretKey }) =>
        secretKey === null ? [] : [{ panelId: panel.id, secretKey }],
      ),
    );
    return true;
  });
}

function asText({ panel, rows }: { panel: Panel | undefined; rows: readonly PanelScorecardRow[] }): string {
  return canonicalText([panel, rows.map(({ sessionId, text }) => [sessionId, text])]);
}

/** What holds a scorecard, or was compared, is kept as long as the candidate. */
function isPanelRecord(panel: Panel, heldCount: number): boolean {
  return !isSamplePanel(panel) && (heldCount > 0 || debriefBeganAt(panel.debrief) !== null);
}

/** A panel that was deleted, with all that is needed to put it back. */
export interface DeletedPanel {
  readonly panel: Panel;
  /** What it asks from: nothing keeps it any more. Null where it was not here. */
  readonly guide: Guide | null;
  readonly rows: readonly PanelScorecardRow[];
  readonly secretKey: string | null;
}

/**
 * Deletes a panel with its key and remembers that, for when its candidate is deleted; sessions of this device stay.
 *
 * @param now epoch ms
 * @returns what was deleted, so that it can be put back; undefined where there is none of that id
 * @throws HeldError where there is a hold on its candidate, RecordError where it holds a scorecard or its debrief has
 * started (and it is no sample)
 */
export async function deletePanel(
  database: Database,
  id: string,
  now: number,
): Promise<DeletedPanel | undefined> {
  const { panels, panelKeys, sealedScorecards, tombstones, holds, deletedByHand, settings } = database;
  const written = [panels, panelKeys, sealedScorecards, deletedByHand, database.auditEntries];
  const tables = [...written, tombstones, holds, settings, database.lockedScorecards, database.guides];
  const deleted = await database.transaction("rw", tables, async () => {
    const [panel, key, rows, lockedCount] = await Promise.all([
      panels.get(id),
      panelKeys.get(id),
      rowsOf(database, id).toArray(),
      lockedOf(database, id).count(),
    ]);
    if (!panel) return undefined;
    await refuseHeld(database, [panel.candidate]);
    if (isPanelRecord(panel, rows.length + lockedCount)) throw new RecordError();
    if (isSamplePanel(panel)) await database.auditEntries.where("subjectId").equals(id).delete();
    else {
      const { candidate, role } = panel;
      await deletedByHand.put({ id, kind: "panel", candidate, role, deletedAt: now });
    }
    await Promise.all([panels.delete(id), panelKeys.delete(id), rowsOf(database, id).delete()]);
    const guide = (await database.guides.get(panel.guideId))?.guide ?? null;
    return { panel, guide, rows, secretKey: key?.secretKey ?? null };
  });
  if (deleted) dropLeftDebriefs([id]);
  return deleted;
}

/** Puts back what `deletePanel` took. @returns false where its candidate was deleted since; nothing was done then */
export function putBackPanel(
  database: Database,
  { panel, guide, rows, secretKey }: DeletedPanel,
): Promise<boolean> {
  const { panels, panelKeys, sealedScorecards, tombstones, deletedByHand, guides } = database;
  const tables = [panels, panelKeys, sealedScorecards, tombstones, deletedByHand, guides];
  return database.transaction("rw", tables, async () => {
    const buried = await readTombstones(database, [panel.id]);
    if (buried.length > 0) return false;
    await deletedByHand.delete(panel.id);
    if (guide) await addMissingGuides(database, [{ id: panel.guideId, guide }]);
    // What a file brought meanwhile is the newer one.
    if (!(await panels.get(panel.id))) await panels.put(panel);
    await sealedScorecards.bulkPut(rows);
    if (secretKey !== null) await panelKeys.put({ panelId: panel.id, secretKey });
    return true;
  });
}

/** A scorecard that was taken out of a panel, with all that is needed to put it back. */
export interface DeletedScorecard {
  readonly row: PanelScorecardRow;
  /** The place that it had brought along itself; null where its interviewer was planned. */
  readonly place: PanelInterviewer | null;
  /** What was logged of it. */
  readonly logged: readonly AuditEntry[];
}

/**
 * Takes one scorecard out of a panel whose debrief has not started, with the place that it had brought along.
 *
 * @param now epoch ms
 * @returns what was taken out; undefined where the panel does not hold it, or the debrief has started
 * @throws HeldError where there is a hold on its candidate
 */
export function deleteFromPanel(
  database: Database,
  panelId: string,
  sessionId: string,
  now: number,
): Promise<DeletedScorecard | undefined> {
  const { panels, panelKeys, sealedScorecards, holds, deletedByHand, settings, auditEntries } = database;
  const tables = [panels, panelKeys, sealedScorecards, holds, deletedByHand, settings, auditEntries];
  return database.transaction("rw", tables, async () => {
    const [panel, row] = await Promise.all([panels.get(panelId), sealedScorecards.get([panelId, sessionId])]);
    if (!panel || !row || debriefBeganAt(panel.debrief) !== null) return undefined;
    await refuseHeld(database, [panel.candidate]);
    const place = panel.interviewers.find(({ id }) => id === sessionId) ?? null;
    const interviewers = panel.interviewers.filter((one) => one !== place);
    await panels.put({ ...panel, interviewers, updatedAt: Math.max(now, panel.updatedAt + 1) });
    await sealedScorecards.delete([panelId, sessionId]);
    const { candidate, role } = panel;
    const { interviewer } = row;
    const removed = {
      id: sessionId,
      kind: "scorecard",
      candidate,
      role,
      deletedAt: now,
      panelId,
      interviewer,
    } as const;
    if (isSamplePanel(panel)) return { row, place, logged: [] };
    // Elsewhere than where the panel is led nobody is told when one came in.
    const isLed = (await panelKeys.get(panelId)) !== undefined;
    const logged = [...(isLed ? arrivalEntries(panelId, row.addedAt, row) : []), ...removalEntries(removed)];
    const before = await deletedByHand.get(sessionId);
    // Of a removal before there were entries of them the record alone tells, and of a panel that is gone nothing is logged.
    const isLost = before?.panelId !== undefined && (await panels.get(before.panelId)) !== undefined;
    await auditEntries.bulkPut([...(isLost ? removalEntries(before) : []), ...logged]);
    await deletedByHand.put(removed);
    return { row, place, logged };
  });
}

/**
 * Puts back what `deleteFromPanel` took.
 *
 * @param now epoch ms
 * @returns false where the panel is gone, or its interviewer's other scorecard came in meanwhile: nothing was written
 */
export function putBackScorecard(
  database: Database,
  { row, place, logged }: DeletedScorecard,
  now: number,
): Promise<boolean> {
  const { panels, sealedScorecards, tombstones, deletedByHand, auditEntries } = database;
  const tables = [panels, sealedScorecards, tombstones, deletedByHand, auditEntries];
  return database.transaction("rw", tables, async () => {
    await refuseDeleted(database, [row.sessionId]);
    const [panel, rows] = await Promise.all([
      panels.get(row.panelId),
      rowsOf(database, row.panelId).toArray(),
    ]);
    if (!panel || rows.some(({ interviewerId }) => interviewerId === row.interviewerId)) return false;
    const interviewers = place ? [...panel.interviewers, place] : panel.interviewers;
    await panels.put({ ...panel, interviewers, updatedAt: Math.max(now, panel.updatedAt + 1) });
    await sealedScorecards.put(row);
    await deletedByHand.delete(row.sessionId);
    await auditEntries.bulkDelete(logged.map(({ subjectId, id }): [string, string] => [subjectId, id]));
    return true;
  });
}
