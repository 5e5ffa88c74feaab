import type { Database, GuideRow } from "./database.ts";

/** @returns every guide version that a session of this machine uses or that was imported */
export function listGuides(database: Database): Promise<readonly GuideRow[]> {
  return database.guides.toArray();
}

/** @returns the guide version of that id, where a session of this machine uses it or it was imported */
export function readGuide(database: Database, id: string): Promise<GuideRow | undefined> {
  return database.guides.get(id);
}

/** Stores a guide version. A version never changes, so one that is here stays as it is. */
export async function putGuide(database: Database, row: GuideRow): Promise<void> {
  await database.guides.put(row);
}
