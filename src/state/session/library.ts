import { useLiveQuery } from "dexie-react-hooks";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import {
  countSessionsUpTo,
  findSessionIds,
  findSessions,
  newestFirst,
  type SessionCounts,
  type SessionFilter,
  type SessionPage,
} from "../../storage/session/listing.ts";
import type { Scorecard } from "../../domain/session/scorecard.ts";
import { useApp } from "../app/appContext.ts";

export {
  newestFirst,
  sessionOrders,
  type SessionCounts,
  type SessionFilter,
  type SessionOrder,
} from "../../storage/session/listing.ts";

/** @returns the first sessions that match, kept up to date; undefined until they are read */
export function useSessions(
  filter: SessionFilter,
  limit: number,
  order = newestFirst,
): SessionPage | undefined {
  const { database } = useApp();
  const { status, text, from, until } = filter;
  return useLiveQuery(
    () => findSessions(database, filter, limit, order),
    [database, status, text, from, until, limit, order.by, order.isDescending],
  );
}

/**
 * @param filter null: nobody asks
 * @returns the ids of all sessions that match, kept up to date; undefined until they are read
 */
export function useMatchingIds(filter: SessionFilter | null): readonly string[] | undefined {
  const { database } = useApp();
  const { status, text, from, until } = filter ?? {};
  return useLiveQuery(
    async () => (filter ? findSessionIds(database, filter) : undefined),
    [database, filter === null, status, text, from, until],
  );
}

/** A list says of more than so many only that they are more: nobody does anything else with 12,000 than with 11,000. */
export const MOST_COUNTED = 1000;

/** @returns how many sessions there are of each status, one more than `MOST_COUNTED` at most, kept up to date; undefined until counted */
export function useSessionCounts(): SessionCounts | undefined {
  const { database } = useApp();
  return useLiveQuery(() => countSessionsUpTo(database, MOST_COUNTED + 1), [database]);
}

/** What was deleted together. */
export type RemovedGroup = readonly Scorecard[];

/** What is asked before sessions are deleted. */
export interface RemovalQuestion {
  readonly ids: readonly string[];
  /** The candidate, where it is one session. */
  readonly candidate: string | null;
  /** How many of them hold ratings or notes. */
  readonly writtenCount: number;
  /** Whether somebody has seen all of them. */
  readonly isAllSeen: boolean;
}

/** What can be put back, as long as the page lives; null where nothing was ever deleted from the list. */
export const removedSessions = createStore<readonly RemovedGroup[] | null>(() => null);

/** @returns `removedSessions`, kept up to date */
export function useRemovedSessions(): readonly RemovedGroup[] | null {
  return useStore(removedSessions);
}
