import { lockManager } from "../app/lockManager.ts";

/** What the names of the locks of documents begin with: as earlier versions call it, which another tab may still run. */
export const LOCK_PREFIX = "interview-scorecard session ";

/** @returns whether any tab has a document open for writing */
export async function isAnyDocumentLocked(): Promise<boolean> {
  const { held = [] } = (await lockManager()?.query()) ?? {};
  return held.some(({ name }) => name?.startsWith(LOCK_PREFIX));
}
