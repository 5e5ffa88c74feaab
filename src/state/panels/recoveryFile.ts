import type { Panel } from "../../domain/panels/panel.ts";
import { keyPairToRecoveryFile, LONGEST_RECOVERY_FILE } from "../../interchange/files/encryption.ts";
import { readPanelKeys } from "../../storage/panels/panels.ts";
import { hasTeam } from "../../storage/team/teamPresence.ts";
import type { AppParts } from "../app/appContext.ts";

/**
 * @returns the text of the file that opens the panel's sealed scorecards, and has what its team is led with where it has
 * one; undefined where its key is not here
 */
export async function panelToRecoveryFile(app: AppParts, panel: Panel): Promise<string | undefined> {
  const { id, publicKey, createdAt } = panel;
  const secretKey = (await readPanelKeys(app.database)).get(id);
  if (publicKey === null || secretKey === undefined) return undefined;
  const team = (await hasTeam(app.database)) ? await teamOf(app, panel) : "";
  const text = keyPairToRecoveryFile({ publicKey, secretKey }, createdAt, team);
  // A panel of more seats than anybody invites: its key is worth more than its team.
  return text.length <= LONGEST_RECOVERY_FILE
    ? text
    : keyPairToRecoveryFile({ publicKey, secretKey }, createdAt);
}

/** What a team needs is loaded where there is one. */
async function teamOf(app: AppParts, panel: Panel): Promise<string> {
  const { leadToText } = await import("../team/leadRecovery.ts");
  return leadToText(app, panel);
}
