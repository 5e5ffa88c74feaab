import { useLiveQuery } from "dexie-react-hooks";
import { readServerProblem } from "../../storage/team/teamRows.ts";
import { useApp } from "../app/appContext.ts";

/**
 * @returns why there is no connection to the server that panels are led through: "expired", "unknown" or "offline", empty
 * where there is one; null where it is not known yet, undefined until it is read
 */
export function useTeamProblem(): string | null | undefined {
  const { database } = useApp();
  return useLiveQuery(() => readServerProblem(database), [database]);
}
