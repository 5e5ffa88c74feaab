import type { Scorecard } from "../../domain/scorecard.ts";
import { encodePacket } from "../../interchange/packet.ts";
import type { AppParts } from "../../state/appContext.ts";
import { noteExport, type ExportedIds } from "../../state/exportsMade.ts";
import { openPanelToFileText, type PanelView } from "../../state/panels.ts";
import { downloadText, fileName } from "../../ui/download.ts";
import { printFile } from "../../ui/printing.ts";

/** Saves the decision packet as a file that any browser opens. */
export async function downloadPacket(
  app: AppParts,
  view: PanelView,
  scorecards: readonly Scorecard[],
): Promise<void> {
  const { candidate, role } = view.panel;
  downloadText(
    fileName([candidate, role, "packet"], "html"),
    await packetOf(app, view, scorecards),
    "text/html",
  );
  await noteExport(app, "Decision packet", exportedIds(view, scorecards));
}

/** Opens the same packet in a tab of its own, with the browser's print dialog. */
export async function printPacket(
  app: AppParts,
  view: PanelView,
  scorecards: readonly Scorecard[],
): Promise<void> {
  const html = await packetOf(app, view, scorecards);
  printFile(new Blob([html], { type: "text/html;charset=utf-8" }));
  await noteExport(app, "Decision packet, printed", exportedIds(view, scorecards));
}

/** Saves the file that the panel's interviewers can follow the debrief with. */
export async function downloadDebrief(
  app: AppParts,
  view: PanelView,
  scorecards: readonly Scorecard[],
): Promise<void> {
  const { candidate, role } = view.panel;
  downloadText(fileName([candidate, role, "debrief"], "json"), openPanelToFileText(app, view, scorecards));
  await noteExport(app, "Debrief file", exportedIds(view, scorecards));
}

function exportedIds({ panel }: PanelView, scorecards: readonly Scorecard[]): ExportedIds {
  return { panelIds: [panel.id], sessionIds: scorecards.map(({ first }) => first.session.id) };
}

function packetOf(
  { clock, appName }: AppParts,
  { panel, attendance }: PanelView,
  scorecards: readonly Scorecard[],
): Promise<string> {
  return encodePacket({ panel, attendance, scorecards }, clock.now(), appName);
}
