import { readLeadLink } from "../../storage/team/teamRows.ts";
import type { TeamLinkOf } from "../../storage/team/teamTables.ts";
import { useKeptReading } from "../app/keptReading.ts";

/**
 * @param panelId of a panel that was invited to already, perhaps
 * @returns what it is led through, or new panels of this device are; null where that is nothing, undefined until it is read
 */
export function useLeadLink(panelId = ""): TeamLinkOf<"server"> | null | undefined {
  return useKeptReading(`lead link of ${panelId}`, (database) => readLeadLink(database, panelId));
}
