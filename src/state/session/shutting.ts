import { useLiveQuery } from "dexie-react-hooks";
import type { Session } from "../../domain/session/session.ts";
import { readShutting } from "../../storage/session/shutting.ts";
import { useApp } from "../app/appContext.ts";

/**
 * @param ids of sessions; another list is read anew
 * @returns by session id, the interview that is to be submitted before that scorecard may be read here, kept up to date;
 * undefined until it is read
 */
export function useShutting(ids: readonly string[]): ReadonlyMap<string, Session> | undefined {
  const { database } = useApp();
  const read = useLiveQuery(
    async () => ({ ids, shutting: await readShutting(database, ids) }),
    [database, ids],
  );
  // What was read of the list before is there until this one is read, and says nothing of it.
  return read?.ids === ids ? read.shutting : undefined;
}

/** @returns the interview that is to be submitted before that scorecard may be read; null for none, undefined until it is read */
export function useShuttingOf(id: string): Session | null | undefined {
  const { database } = useApp();
  return useLiveQuery(async () => (await readShutting(database, [id])).get(id) ?? null, [database, id]);
}
