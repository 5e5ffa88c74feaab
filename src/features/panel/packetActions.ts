import type { Scorecard } from "../../domain/scorecard.ts";
import { encodePacket } from "../../interchange/packet.ts";
import type { AppParts } from "../../state/appContext.ts";
import type { PanelView } from "../../state/panels.ts";
import { downloadText, fileName } from "../../ui/download.ts";

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
}

/** Opens the same packet in a tab of its own, with the browser's print dialog. */
export async function printPacket(
  app: AppParts,
  view: PanelView,
  scorecards: readonly Scorecard[],
): Promise<void> {
  const html = await packetOf(app, view, scorecards);
  const url = URL.createObjectURL(new Blob([html], { type: "text/html;charset=utf-8" }));
  const tab = open(url);
  tab?.addEventListener("load", () => tab.print());
  // Long enough for a slow machine to load it; a reload of the tab finds nothing then.
  setTimeout(() => URL.revokeObjectURL(url), 600_000);
}

function packetOf(
  { clock, appName }: AppParts,
  { panel, attendance }: PanelView,
  scorecards: readonly Scorecard[],
): Promise<string> {
  return encodePacket({ panel, attendance, scorecards }, clock.now(), appName);
}
