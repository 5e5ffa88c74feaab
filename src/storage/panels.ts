import { Dexie } from "dexie";
import type { Guide } from "../domain/guide.ts";
import type { Panel } from "../domain/panel.ts";
import type { Scorecard } from "../domain/scorecard.ts";
import type { Session, SessionPanel } from "../domain/session.ts";
import { rowToSession, type Database, type PanelScorecardRow } from "./database.ts";
import { loadRevisions } from "./revisions.ts";
import { addMissingGuides, loadWholeSession } from "./sessions.ts";

/** A panel as it lies on this machine. */
export interface StoredPanel {
  readonly panel: Panel;
  readonly guide: Guide;
  readonly rows: readonly PanelScorecardRow[];
  /** Those sessions of this machine that are of the panel, or not submitted yet. */
  readonly here: readonly Session[];
  /** Submitted here for the panel, with their revisions. */
  readonly own: readonly Scorecard[];
  /** Undefined where the panel was not made here, or has none. */
  readonly secretKey: string | undefined;
}

/** @returns the panel with all that belongs to it, as it was at one moment; undefined where there is none of that id */
export async function readPanel(database: Database, id: string): Promise<StoredPanel | undefined> {
  const [stored] = await readPanels(database, [id]);
  return stored;
}

/** @returns those of the panels that are here, each with all that belongs to it, as they were at one moment */
export function readPanels(database: Database, ids: readonly string[]): Promise<readonly StoredPanel[]> {
  const { panels, panelKeys, sealedScorecards, guides, sessions, answers, revisions } = database;
  const tables = [panels, panelKeys, sealedScorecards, guides, sessions, answers, revisions];
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
        return guide ? [readAround(database, panel, guide, open)] : [];
      }),
    );
  });
}

async function readAround(
  database: Database,
  panel: Panel,
  guide: Guide,
  open: readonly Session[],
): Promise<StoredPanel> {
  const { id } = panel;
  const [rows, key, ofPanel] = await Promise.all([
    rowsOf(database, id).toArray(),
    database.panelKeys.get(id),
    database.sessions.where("panel.panelId").equals(id).toArray(),
  ]);
  const byId = new Map([...open, ...ofPanel.map(rowToSession)].map((session) => [session.id, session]));
  const submitted = ofPanel.filter(({ status }) => status === "submitted");
  const own = await Promise.all(submitted.map((session) => loadScorecard(database, session.id)));
  return {
    panel,
    guide,
    rows,
    here: [...byId.values()],
    own: own.filter((scorecard) => scorecard !== undefined),
    secretKey: key?.secretKey,
  };
}

async function loadScorecard(database: Database, sessionId: string): Promise<Scorecard | undefined> {
  const [first, revisions] = await Promise.all([
    loadWholeSession(database, sessionId),
    loadRevisions(database, sessionId),
  ]);
  return first && { first, revisions };
}

function rowsOf({ sealedScorecards }: Database, panelId: string) {
  return sealedScorecards
    .where("[panelId+sessionId]")
    .between([panelId, Dexie.minKey], [panelId, Dexie.maxKey]);
}

/** @returns the sessions of this machine that are not submitted yet */
export async function readOpenSessions({ sessions }: Database): Promise<readonly Session[]> {
  const rows = await Promise.all(
    ["planned", "live", "wrapUp"].map((status) =>
      sessions.where("[status+scheduledAt]").between([status, -Infinity], [status, Infinity]).toArray(),
    ),
  );
  return rows.flat().map(rowToSession);
}

/** @returns the id of the session of this machine that was planned for that interviewer of the panel, or undefined */
export async function findInvitedSession(
  { sessions }: Database,
  { panelId, interviewerId }: SessionPanel,
): Promise<string | undefined> {
  const row = await sessions
    .where("panel.panelId")
    .equals(panelId)
    .filter(({ panel }) => panel?.interviewerId === interviewerId)
    .first();
  return row?.id;
}

/** A panel as a list shows it. */
export interface PanelListing {
  readonly panel: Panel;
  /** How many scorecards are in. */
  readonly inCount: number;
  /** Whether its secret key is here. */
  readonly hasKey: boolean;
}

/** @returns every panel of this machine, the last made first */
export function listPanels(database: Database): Promise<readonly PanelListing[]> {
  const { panels, panelKeys, sealedScorecards, sessions } = database;
  return database.transaction("r", panels, panelKeys, sealedScorecards, sessions, async () => {
    const [all, keys] = await Promise.all([panels.toArray(), panelKeys.toCollection().primaryKeys()]);
    const listings = await Promise.all(
      all.map(async (panel): Promise<PanelListing> => {
        const [rowKeys, own] = await Promise.all([
          rowsOf(database, panel.id).primaryKeys(),
          sessions.where("panel.panelId").equals(panel.id).toArray(),
        ]);
        const submitted = own.filter(({ status }) => status === "submitted").map(({ id }) => id);
        const inIds = new Set([...rowKeys.map(([, sessionId]) => sessionId), ...submitted]);
        return { panel, inCount: inIds.size, hasKey: keys.includes(panel.id) };
      }),
    );
    return listings.toSorted((a, b) => b.panel.createdAt - a.panel.createdAt);
  });
}

/** @returns the secret keys of this machine's panels, by panel id */
export async function readPanelKeys({ panelKeys }: Database): Promise<ReadonlyMap<string, string>> {
  return new Map((await panelKeys.toArray()).map(({ panelId, secretKey }) => [panelId, secretKey]));
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
 */
export function changePanel(
  database: Database,
  id: string,
  change: (panel: Panel) => Panel,
  guide: Guide | null,
  now: number,
): Promise<Panel | undefined> {
  const { panels, guides } = database;
  return database.transaction("rw", panels, guides, async () => {
    const panel = await panels.get(id);
    if (!panel) return undefined;
    const changed = { ...change(panel), id, updatedAt: Math.max(now, panel.updatedAt + 1) };
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
  /** When the panel was last changed as it was read, epoch ms; null for one that was not here. */
  readonly readAt: number | null;
  readonly rows: readonly PanelScorecardRow[];
}

/**
 * Keeps all that came from files, in one transaction.
 *
 * @returns false where one of the panels was changed since it was read, and nothing was written
 */
export function addToPanels(database: Database, additions: readonly PanelAddition[]): Promise<boolean> {
  const { panels, sealedScorecards, guides } = database;
  return database.transaction("rw", panels, sealedScorecards, guides, async () => {
    const known = await panels.bulkGet(additions.map(({ panel }) => panel.id));
    const isAsRead = additions.every(({ readAt }, at) => (known[at]?.updatedAt ?? null) === readAt);
    if (!isAsRead) return false;
    await addMissingGuides(
      database,
      additions.map(({ panel, guide }) => ({ id: panel.guideId, guide })),
    );
    await panels.bulkPut(additions.map(({ panel }) => panel));
    await sealedScorecards.bulkPut(additions.flatMap(({ rows }) => rows));
    return true;
  });
}

/** A panel that was deleted, with all that is needed to put it back. */
export interface DeletedPanel {
  readonly panel: Panel;
  readonly rows: readonly PanelScorecardRow[];
  readonly secretKey: string | null;
}

/** Deletes a panel with its key and the scorecards it holds; sessions of this machine stay. */
export function deletePanel(database: Database, id: string): Promise<DeletedPanel | undefined> {
  const { panels, panelKeys, sealedScorecards } = database;
  return database.transaction("rw", panels, panelKeys, sealedScorecards, async () => {
    const [panel, key, rows] = await Promise.all([
      panels.get(id),
      panelKeys.get(id),
      rowsOf(database, id).toArray(),
    ]);
    if (!panel) return undefined;
    await Promise.all([panels.delete(id), panelKeys.delete(id), rowsOf(database, id).delete()]);
    return { panel, rows, secretKey: key?.secretKey ?? null };
  });
}

/** Puts back what `deletePanel` took. */
export function putBackPanel(database: Database, { panel, rows, secretKey }: DeletedPanel): Promise<void> {
  const { panels, panelKeys, sealedScorecards } = database;
  return database.transaction("rw", panels, panelKeys, sealedScorecards, async () => {
    await panels.put(panel);
    await sealedScorecards.bulkPut(rows);
    if (secretKey !== null) await panelKeys.put({ panelId: panel.id, secretKey });
  });
}

/** Takes one scorecard out of a panel. */
export async function deleteFromPanel(
  { sealedScorecards }: Database,
  panelId: string,
  sessionId: string,
): Promise<void> {
  await sealedScorecards.delete([panelId, sessionId]);
}
