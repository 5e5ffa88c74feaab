import type { Database, GuideRow } from "./database.ts";

/** @returns every guide version that a session of this machine uses */
export function listGuides(database: Database): Promise<readonly GuideRow[]> {
  return database.guides.toArray();
}

/** @returns the guide version of that id, where a session of this machine uses it */
export function readGuide(database: Database, id: string): Promise<GuideRow | undefined> {
  return database.guides.get(id);
}
