import { useLiveQuery } from "dexie-react-hooks";
import { findBuried } from "../../storage/candidates/tombstones.ts";
import { useApp } from "../app/appContext.ts";

const none: ReadonlySet<string> = new Set();

/**
 * @param ids of sessions and panels; the same array as long as they are the same
 * @returns those of them that were deleted with their candidate, in this tab or another, kept up to date
 */
export function useBuried(ids: readonly string[]): ReadonlySet<string> {
  const { database } = useApp();
  return useLiveQuery(() => findBuried(database, ids), [database, ids]) ?? none;
}
