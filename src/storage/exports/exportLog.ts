import {
  isExportLeft,
  leaveExports,
  type ExportLeft,
  type ExportMade,
} from "../../domain/candidates/deletion.ts";
import type { Database } from "../database.ts";
import { readSetting, writeSetting } from "../session/sessions.ts";

/** The setting that keeps what is left to be deleted by hand. */
export const EXPORTS_LEFT = "exportsLeft";

/** Writes down that an export was made, so that it can be deleted by hand with its candidate. */
export async function noteExport({ exportsMade }: Database, made: ExportMade): Promise<void> {
  await exportsMade.put(made);
}

/**
 * @param since when the first of those sessions and panels was made, epoch ms: what has everything in it had none of them before
 * @returns the exports in which one of those sessions or panels is, the first one first
 */
export async function findExportsOf(
  { exportsMade }: Database,
  ids: ReadonlySet<string>,
  since: number,
): Promise<readonly ExportMade[]> {
  const made = await exportsMade.toArray();
  return made
    .filter(
      ({ at, sessionIds, panelIds, isOfAll }) =>
        (isOfAll === true && at >= since) ||
        sessionIds.some((id) => ids.has(id)) ||
        panelIds.some((id) => ids.has(id)),
    )
    .toSorted((a, b) => a.at - b.at);
}

/**
 * Puts the exports in which something is that is gone among what is left to be deleted by hand, inside a transaction of
 * the caller.
 *
 * @param gone ids of sessions and panels
 */
export async function leaveExportsOf(database: Database, gone: ReadonlySet<string>): Promise<void> {
  const { exportsMade } = database;
  const made = await exportsMade.toArray();
  const before = await readAllLeft(database);
  const { changed, emptied, left } = leaveExports(made, before, gone, gone.size > 0);
  await exportsMade.bulkPut(changed);
  await exportsMade.bulkDelete(emptied.map(({ id }) => id));
  if (left.length > before.length) await writeSetting(database, EXPORTS_LEFT, left);
}

/** @returns the exports of deleted candidates that nobody has said to have deleted by hand yet */
export async function readExportsLeft(database: Database): Promise<readonly ExportLeft[]> {
  return (await readAllLeft(database)).filter(({ isDone }) => !isDone);
}

async function readAllLeft(database: Database): Promise<readonly ExportLeft[]> {
  return settingToExportsLeft(await readSetting(database, EXPORTS_LEFT));
}

/** A setting may come from a file: what is no such entry is passed over. */
export function settingToExportsLeft(value: unknown): readonly ExportLeft[] {
  return Array.isArray(value) ? value.filter(isExportLeft) : [];
}

/** Puts something more among what is left to be deleted by hand. */
export function addExportLeft(database: Database, left: ExportLeft): Promise<void> {
  return database.transaction("rw", database.settings, async () => {
    await writeSetting(database, EXPORTS_LEFT, [...(await readAllLeft(database)), left]);
  });
}

/** Notes that exports which were left to be deleted by hand are deleted. */
export function dropExportsLeft(database: Database, ids: readonly string[]): Promise<void> {
  return database.transaction("rw", database.settings, async () => {
    const left = await readAllLeft(database);
    await writeSetting(
      database,
      EXPORTS_LEFT,
      left.map((one): ExportLeft => (ids.includes(one.id) ? { ...one, isDone: true } : one)),
    );
  });
}
