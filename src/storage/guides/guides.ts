import type { Guide } from "../../domain/guides/guide.ts";
import type { GuideDraft, GuideRow } from "../../domain/backups/storedRows.ts";
import { nameInText } from "../../domain/candidates/retention.ts";
import { announceWrite } from "../announcedWrites.ts";
import { beginWrite, type Database } from "../database.ts";
import { dropLeftBehind } from "../leftBehind.ts";

/** All there is of guides, as it was at one moment. */
export interface GuideShelf {
  readonly rows: readonly GuideRow[];
  readonly drafts: readonly GuideDraft[];
  readonly archivedLineIds: ReadonlySet<string>;
  /** The versions that sessions or panels hold. */
  readonly usedIds: ReadonlySet<string>;
}

/** What is on the shelf of an empty database. */
export const emptyShelf: GuideShelf = {
  rows: [],
  drafts: [],
  archivedLineIds: new Set(),
  usedIds: new Set(),
};

/** @returns every guide version of this device, every draft, and what is archived or used */
export function readShelf(database: Database): Promise<GuideShelf> {
  const { guides, guideDrafts, archivedGuides, sessions, panels } = database;
  return database.transaction("r", guides, guideDrafts, archivedGuides, sessions, panels, async () => {
    const [rows, drafts, archived, inSessions, inPanels] = await Promise.all([
      guides.toArray(),
      guideDrafts.toArray(),
      archivedGuides.toCollection().primaryKeys(),
      sessions.orderBy("guideId").uniqueKeys(),
      panels.orderBy("guideId").uniqueKeys(),
    ]);
    return {
      rows,
      drafts,
      archivedLineIds: new Set(archived),
      usedIds: new Set([...inSessions, ...inPanels].map(String)),
    };
  });
}

/** @returns the guide version of that id, where it was saved or imported here or a session of this device uses it */
export function readGuide(database: Database, id: string): Promise<GuideRow | undefined> {
  return database.guides.get(id);
}

/**
 * Stores a guide as the newest version of its lineage, and takes the lineage back from the archive. A version that is
 * here stays as it is; where it is an older one of the same lineage, it becomes the newest again.
 *
 * @param previousId the version it was edited from; null for one that has none
 * @param now epoch ms
 * @returns whether it was added, or was here already
 */
export function saveVersion(
  database: Database,
  version: { readonly id: string; readonly guide: Guide; readonly previousId: string | null },
  now: number,
): Promise<"added" | "here"> {
  const { guides, archivedGuides } = database;
  return database.transaction("rw", guides, archivedGuides, async () => {
    const { id, guide, previousId } = version;
    const [known, previous] = await Promise.all([
      guides.get(id),
      previousId === null ? undefined : guides.get(previousId),
    ]);
    const lineId = previous?.lineId ?? previousId ?? known?.lineId ?? id;
    const lineage = await guides.where("lineId").equals(lineId).toArray();
    // A clock that was set back does not put the newest version behind an older one.
    const savedAt = Math.max(now, ...lineage.map((row) => (row.savedAt ?? 0) + 1));
    await archivedGuides.delete(known?.lineId ?? lineId);
    if (id === previousId) return "here";
    if (!known) {
      // A lineage begins with its first version, also where what was made from it was stored before it.
      await guides.add({ id, guide, previousId: id === lineId ? null : previousId, lineId, savedAt });
      return "added";
    }
    if (previousId !== null && known.lineId === lineId) await guides.update(id, { savedAt });
    return "here";
  });
}

/** Stops offering a guide, or offers it again. @param archivedAt epoch ms; null takes it back */
export async function setArchived(
  database: Database,
  lineId: string,
  archivedAt: number | null,
): Promise<void> {
  if (archivedAt === null) await database.archivedGuides.delete(lineId);
  else await database.archivedGuides.put({ lineId, archivedAt });
}

/** @param lineIds every id that a guide is stored under. @returns whether it is no longer offered */
export async function isArchived({ archivedGuides }: Database, lineIds: readonly string[]): Promise<boolean> {
  return (await archivedGuides.bulkGet([...lineIds])).some((row) => row !== undefined);
}

/**
 * Deletes the guide versions that nobody has any more once candidates are deleted, inside a transaction of the caller: those
 * of what was deleted, and those that name the candidates. What was saved here stays, what a session or panel holds, and
 * what somebody is editing.
 *
 * @param ids of the versions that the deleted sessions and panels held
 * @param names of the candidates, in each way they are written
 */
export async function deleteLeftGuides(
  database: Database,
  ids: ReadonlySet<string>,
  names: readonly string[],
): Promise<void> {
  const { rows, drafts, usedIds } = await readShelf(database);
  const keptIds = new Set([...usedIds, ...drafts.map(({ id }) => id)]);
  const left = rows.filter(({ id, guide, savedAt }) => {
    if (savedAt !== null || keptIds.has(id)) return false;
    return ids.has(id) || nameInText(JSON.stringify(guide), names) !== null;
  });
  await database.guides.bulkDelete(left.map(({ id }) => id));
}

/** @returns the ids of the versions of a guide */
export function readVersionIds({ guides }: Database, lineId: string): Promise<readonly string[]> {
  return guides.where("lineId").equals(lineId).primaryKeys();
}

/** A guide that was deleted, with all that is needed to put it back. */
export interface DeletedGuide {
  readonly lineId: string;
  readonly rows: readonly GuideRow[];
  readonly drafts: readonly GuideDraft[];
  /** Epoch ms; null where it was not archived. */
  readonly archivedAt: number | null;
}

/**
 * Deletes a guide with all of its versions and drafts.
 *
 * @returns what was deleted; undefined where a session or a panel uses one of its versions, and nothing was done
 */
export async function deleteLineage(database: Database, lineId: string): Promise<DeletedGuide | undefined> {
  const { guides, guideDrafts, archivedGuides, sessions, panels } = database;
  const tables = [guides, guideDrafts, archivedGuides, sessions, panels];
  const deleted = await database.transaction("rw", tables, async () => {
    const rows = await guides.where("lineId").equals(lineId).toArray();
    const ids = rows.map(({ id }) => id);
    for (const table of [sessions, panels]) {
      if ((await table.where("guideId").anyOf(ids).count()) > 0) return undefined;
    }
    const [drafts, archived] = await Promise.all([guideDrafts.bulkGet(ids), archivedGuides.get(lineId)]);
    await Promise.all([guides.bulkDelete(ids), guideDrafts.bulkDelete(ids), archivedGuides.delete(lineId)]);
    return {
      lineId,
      rows,
      drafts: drafts.filter((draft) => draft !== undefined),
      archivedAt: archived?.archivedAt ?? null,
    };
  });
  for (const { id } of deleted?.rows ?? []) dropLeftBehind({ kind: "guideDraft", id });
  return deleted;
}

/** Puts back what `deleteLineage` took. */
export function putBackLineage(
  database: Database,
  { lineId, rows, drafts, archivedAt }: DeletedGuide,
): Promise<void> {
  const { guides, guideDrafts, archivedGuides } = database;
  return database.transaction("rw", guides, guideDrafts, archivedGuides, async () => {
    await guides.bulkPut(rows);
    await guideDrafts.bulkPut(drafts);
    await setArchived(database, lineId, archivedAt);
  });
}

/** @returns the draft of that id, or undefined */
export function readDraft(database: Database, id: string): Promise<GuideDraft | undefined> {
  return database.guideDrafts.get(id);
}

/**
 * Writes a draft over the one of its id. The write is begun before this returns, with an explicit commit, so
 * that it gets to the disk also where the tab is closed in that moment; drafts are written in the order of the
 * calls. A database that is not open yet, or was closed, is opened first.
 *
 * @throws (rejects) where the browser can't store it; the draft that was there stays
 */
export async function writeDraft(database: Database, draft: GuideDraft): Promise<void> {
  const begin = () => beginWrite(database, "guideDrafts");
  let transaction: IDBTransaction;
  try {
    transaction = begin();
  } catch {
    // Not open, or its stores are still being made, which Dexie calls open.
    await database.open();
    transaction = begin();
  }
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => {
      announceWrite(database, ["guideDrafts"]);
      resolve();
    };
    transaction.onabort = () =>
      reject(transaction.error ?? new DOMException("The write was aborted.", "AbortError"));
    transaction.objectStore("guideDrafts").put(draft);
    transaction.commit();
  });
}

/**
 * Deletes the draft of that id, where there is one.
 *
 * @returns whether it was all there was of its guide: no version that it was made from was saved here
 */
export async function deleteDraft(database: Database, id: string): Promise<boolean> {
  const { guides, guideDrafts } = database;
  const wasAll = await database.transaction("rw", guides, guideDrafts, async () => {
    const [draft, version] = await Promise.all([guideDrafts.get(id), guides.get(id)]);
    await guideDrafts.delete(id);
    return draft !== undefined && (version?.savedAt ?? null) === null;
  });
  dropLeftBehind({ kind: "guideDraft", id });
  return wasAll;
}
