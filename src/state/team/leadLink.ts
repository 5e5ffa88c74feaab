import { useLiveQuery } from "dexie-react-hooks";
import { readLeadLink } from "../../storage/team/teamRows.ts";
import type { TeamLinkOf } from "../../storage/team/teamTables.ts";
import { useApp } from "../app/appContext.ts";

/**
 * @param panelId of a panel that was invited to already, perhaps
 * @returns what it is led through, or new panels of this device are; null where that is nothing, undefined until it is read
 */
export function useLeadLink(panelId = ""): TeamLinkOf<"server"> | null | undefined {
  const { database } = useApp();
  return useLiveQuery(() => readLeadLink(database, panelId), [database, panelId]);
}
