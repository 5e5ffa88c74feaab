import { useLiveQuery } from "dexie-react-hooks";
import type { Guide } from "../../domain/guides/guide.ts";
import type { SessionPlan } from "../../domain/session/session.ts";
import type { WholeSession } from "../../domain/session/wholeSession.ts";
import {
  countInterviews,
  countSessionsUpTo,
  findSessionIds,
  findSessions,
  newestFirst,
  type SessionCounts,
  type SessionFilter,
  type SessionPage,
} from "../../storage/session/listing.ts";
import {
  loadWholeSession,
  putWholeSessions,
  readSetting,
  savePlan,
  writeSetting,
} from "../../storage/session/sessions.ts";
import { readUnlessFirst } from "../app/firstVisit.ts";
import { useApp, type AppParts } from "../app/appContext.ts";
import { whileNobodyWrites } from "../documents/documentLock.ts";

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

/** @returns how many other sessions the interviewer has between those times, kept up to date */
export function useInterviewCount(
  interviewer: string,
  from: number,
  until: number,
  exceptId: string | null,
): number {
  const { database } = useApp();
  return (
    useLiveQuery(
      () => countInterviews(database, interviewer, from, until, exceptId),
      [database, interviewer, from, until, exceptId],
    ) ?? 0
  );
}

/** @returns the whole session as it is now, or undefined */
export function readWholeSession({ database }: AppParts, id: string): Promise<WholeSession | undefined> {
  return loadWholeSession(database, id);
}

const INTERVIEWER = "interviewer";

/** @returns the name the last plan was made under, or an empty string */
export async function readInterviewer(app: AppParts): Promise<string> {
  const name = await readUnlessFirst(app, () => readSetting(app.database, INTERVIEWER), undefined);
  return typeof name === "string" ? name : "";
}

/**
 * Stores a plan under that id, or changes one that is still planned, and remembers the interviewer.
 *
 * @throws where the interview has begun
 */
export async function savePlanned(
  { database, clock }: AppParts,
  id: string,
  plan: SessionPlan,
  guide: Guide,
) {
  await savePlan(database, id, plan, guide, clock.now());
  await writeSetting(database, INTERVIEWER, plan.interviewer);
}

/** Takes a planned session live. */
export async function startPlanned(app: AppParts, id: string): Promise<void> {
  // The first screen starts nothing.
  const [{ startSession }, whole] = await Promise.all([
    import("../../domain/session/call.ts"),
    loadWholeSession(app.database, id),
  ]);
  if (whole?.session.status !== "planned") return;
  await whileNobodyWrites([id], () => putWholeSessions(app.database, [startSession(whole, app.clock.now())]));
}
