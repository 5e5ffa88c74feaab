import type { AppParts } from "../../../state/app/appContext.ts";
import { addScorecardFiles } from "../../../state/panels/scorecardIntake.ts";

/**
 * Brings in the sample panel, the way any debrief file comes in. One that is here is left as it is.
 *
 * @returns the panel's id
 * @throws where it can't be stored
 */
export async function addSamplePanel(app: AppParts): Promise<string> {
  const { default: sample } = await import("../../../../data/samples/panel.json");
  const file = new File([JSON.stringify(sample)], "panel.json", { type: "application/json" });
  const { signal } = new AbortController();
  const intake = await addScorecardFiles(app, null, [file], { onProgress: () => {}, signal });
  const result = intake.kind === "done" ? intake.files[0]?.result : undefined;
  if (!result || result.kind === "refused") throw new Error("The sample can't be read.");
  return result.panelId;
}
