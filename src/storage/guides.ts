import type { Database, GuideRow } from "./database.ts";

/** @returns every guide version that a session of this machine uses */
export function listGuides(database: Database): Promise<readonly GuideRow[]> {
  return database.guides.toArray();
}
