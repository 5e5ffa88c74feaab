import { fileName } from "../../../domain/text/fileName.ts";
import type { Scorecard } from "../../../domain/session/scorecard.ts";
import type { AppParts } from "../../../state/app/appContext.ts";
import { AUDIT_LOG_FORM, writePanelAuditLog } from "../../../state/candidates/auditLog.ts";
import { exportToWords } from "../../../state/exports/exportForms.ts";
import { sourceToIds, type PanelSource } from "../../../state/exports/exports.ts";
import { noteExport } from "../../../state/exports/exportLog.ts";
import { openPanelToFileText, type PanelView } from "../../../state/panels/panels.ts";
import { writePacket } from "../../../state/exports/writeExport.ts";
import { downloadBlob, downloadText } from "../../../ui/files/download.ts";
import { printFile } from "../../../ui/files/printing.ts";

/** Saves the decision packet as a file that any browser opens. */
export async function downloadPacket(
  app: AppParts,
  view: PanelView,
  scorecards: readonly Scorecard[],
): Promise<void> {
  const source = toSource(view, scorecards);
  const { name, blob } = await writePacket(app, source);
  downloadBlob(name, blob);
  await noteExport(app, exportToWords("html", "panel", "downloaded"), sourceToIds(source));
}

/** Opens the same packet in a tab of its own, with the browser's print dialog. */
export async function printPacket(
  app: AppParts,
  view: PanelView,
  scorecards: readonly Scorecard[],
): Promise<void> {
  const source = toSource(view, scorecards);
  printFile((await writePacket(app, source)).blob);
  await noteExport(app, exportToWords("html", "panel", "printed"), sourceToIds(source));
}

/** Saves the file that the panel's interviewers can follow the debrief with. */
export async function downloadDebrief(
  app: AppParts,
  view: PanelView,
  scorecards: readonly Scorecard[],
): Promise<void> {
  const { candidate, role } = view.panel;
  const text = await openPanelToFileText(app, view, scorecards);
  downloadText(fileName([candidate, role, "debrief"], "json"), text);
  await noteExport(app, "Debrief file", sourceToIds(toSource(view, scorecards)));
}

/** Saves the audit log of the panel, for a spreadsheet. */
export async function downloadAuditLog(
  app: AppParts,
  view: PanelView,
  scorecards: readonly Scorecard[],
): Promise<void> {
  const { name, text } = await writePanelAuditLog(app, view.panel, scorecards);
  downloadText(name, text, "text/csv;charset=utf-8");
  await noteExport(app, AUDIT_LOG_FORM, sourceToIds(toSource(view, scorecards)));
}

function toSource({ panel, attendance }: PanelView, scorecards: readonly Scorecard[]): PanelSource {
  return { kind: "panel", panel, attendance, scorecards };
}
