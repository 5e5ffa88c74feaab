import { hasTeam } from "../../storage/team/teamRows.ts";
import type { AppParts } from "../app/appContext.ts";

/** Begins to work for the teams of this device; without one nothing is loaded, and nothing runs. */
export async function keepTeamsIfAny(app: AppParts): Promise<void> {
  if (app.teamAddress === undefined || !(await hasTeam(app.database))) return;
  (await import("./teamWork.ts")).keepTeams(app, app.teamAddress);
}
