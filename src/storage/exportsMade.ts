import type { CandidatePart } from "../domain/candidate.ts";
import type { ExportMade } from "../domain/deletion.ts";
import type { Database } from "./database.ts";
import { readSetting, writeSetting } from "./sessions.ts";

/** What of an export that was made is still to be deleted by hand: nothing in it names anybody. */
export type ExportLeft = Pick<ExportMade, "id" | "at" | "form">;

const EXPORTS_LEFT = "exportsLeft";

/** Writes down that an export was made, so that it can be deleted by hand with its candidate. */
export async function noteExport({ exportsMade }: Database, made: ExportMade): Promise<void> {
  await exportsMade.put(made);
}

/** @returns the exports that were made of those parts, the first one first */
export async function findExportsOf(
  { exportsMade }: Database,
  parts: readonly CandidatePart[],
): Promise<readonly ExportMade[]> {
  const { sessionIds, panelIds } = exportedIdsOf(parts);
  const made = await exportsMade
    .where("sessionIds")
    .anyOf([...sessionIds])
    .or("panelIds")
    .anyOf([...panelIds])
    .distinct()
    .toArray();
  return made.toSorted((a, b) => a.at - b.at);
}

function exportedIdsOf(parts: readonly CandidatePart[]) {
  return {
    sessionIds: new Set(
      parts.flatMap(({ sessions, scorecardIds }) => [...sessions.map(({ id }) => id), ...scorecardIds]),
    ),
    panelIds: new Set(parts.flatMap(({ panel }) => panel?.id ?? [])),
  };
}

/**
 * Takes the ids of what is gone out of the entries of exports, and puts those exports among what is left to be deleted by
 * hand, inside a transaction of the caller.
 */
export async function leaveExports(database: Database, gone: readonly CandidatePart[]): Promise<void> {
  const { exportsMade } = database;
  const { sessionIds, panelIds } = exportedIdsOf(gone);
  const made = await findExportsOf(database, gone);
  for (const entry of made) {
    const rest = {
      ...entry,
      sessionIds: entry.sessionIds.filter((id) => !sessionIds.has(id)),
      panelIds: entry.panelIds.filter((id) => !panelIds.has(id)),
    };
    if (rest.sessionIds.length + rest.panelIds.length === 0) await exportsMade.delete(entry.id);
    else await exportsMade.put(rest);
  }
  const left = new Map((await readExportsLeft(database)).map((entry) => [entry.id, entry]));
  for (const { id, at, form } of made) left.set(id, { id, at, form });
  if (made.length > 0) await writeSetting(database, EXPORTS_LEFT, [...left.values()]);
}

/** @returns the exports of deleted candidates that nobody has said to have deleted by hand yet */
export async function readExportsLeft(database: Database): Promise<readonly ExportLeft[]> {
  const left = await readSetting(database, EXPORTS_LEFT);
  // A setting may come from a file: what is no such entry is passed over.
  return Array.isArray(left) ? left.filter(isExportLeft) : [];
}

function isExportLeft(value: unknown): value is ExportLeft {
  return (
    typeof value === "object" &&
    value !== null &&
    "id" in value &&
    typeof value.id === "string" &&
    "at" in value &&
    Number.isFinite(value.at) &&
    "form" in value &&
    typeof value.form === "string"
  );
}

/** Puts something more among what is left to be deleted by hand. */
export function addExportLeft(database: Database, left: ExportLeft): Promise<void> {
  return database.transaction("rw", database.settings, async () => {
    await writeSetting(database, EXPORTS_LEFT, [...(await readExportsLeft(database)), left]);
  });
}

/** Takes exports off those left to be deleted by hand. */
export function dropExportsLeft(database: Database, ids: readonly string[]): Promise<void> {
  return database.transaction("rw", database.settings, async () => {
    const left = await readExportsLeft(database);
    await writeSetting(
      database,
      EXPORTS_LEFT,
      left.filter(({ id }) => !ids.includes(id)),
    );
  });
}
