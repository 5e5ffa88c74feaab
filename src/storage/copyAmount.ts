import type { Amount } from "../domain/copies.ts";
import type { Database } from "./database.ts";
import { countSessions } from "./sessions.ts";

/** @returns how much there is, and how many of the sessions are submitted */
export async function countAmount(database: Database): Promise<Amount & { readonly submitted: number }> {
  const [{ all, submitted }, panels] = await Promise.all([countSessions(database), database.panels.count()]);
  return { sessions: all, submitted, panels };
}

/** @param since epoch ms. @returns how many sessions and panels were deleted after that, as far as it was written down */
export function countDeletedSince({ tombstones }: Database, since: number): Promise<number> {
  return tombstones.filter(({ deletedAt }) => deletedAt > since).count();
}
