import { withoutConclusions, type Panel } from "../../domain/panels/panel.ts";
import { readPanel } from "../../storage/panels/panels.ts";
import { hasTeam } from "../../storage/team/teamPresence.ts";
import type { AppParts } from "../app/appContext.ts";

/**
 * @returns the text of the file that opens the panel's sealed scorecards, and brings the panel back as it was planned, with
 * what its team is led with; undefined where its key is not here
 */
export async function panelToRecoveryFile(
  app: AppParts,
  { id }: Pick<Panel, "id">,
): Promise<string | undefined> {
  const { database, clock, appName } = app;
  const stored = await readPanel(database, id);
  if (!stored || stored.panel.publicKey === null || stored.secretKey === undefined) return undefined;
  const { secretKey, guide, panel } = stored;
  const { encodeRecoveryFile } = await import("../../interchange/files/recoveryFile.ts");
  const team = (await hasTeam(database)) ? await teamOf(app, panel) : null;
  const planned = { panel: withoutConclusions(panel), guide };
  return encodeRecoveryFile(secretKey, stored.panel.publicKey, planned, team, clock.now(), appName);
}

/** What a team needs is loaded where there is one. */
async function teamOf(app: AppParts, panel: Panel): Promise<unknown> {
  const { leadPartOf } = await import("../team/leadRecovery.ts");
  return leadPartOf(app, panel);
}
