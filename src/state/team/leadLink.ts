import { useLiveQuery } from "dexie-react-hooks";
import { readLeadLink } from "../../storage/team/teamRows.ts";
import type { TeamLinkOf } from "../../storage/team/teamTables.ts";
import { useApp } from "../app/appContext.ts";

/** @returns what new panels of this device are led through; null where that is nothing, undefined until it is read */
export function useLeadLink(): TeamLinkOf<"server"> | null | undefined {
  const { database } = useApp();
  return useLiveQuery(() => readLeadLink(database), [database]);
}
