import { seatPanel } from "../../domain/panels/debrief.ts";
import type { Scorecard } from "../../domain/session/scorecard.ts";
import { scorecardToReport } from "../../domain/session/scorecardReport.ts";
import type { AshbyMapping } from "../../interchange/tracking/ashbyFile.ts";
import type { AppParts } from "../app/appContext.ts";
import { readFigures } from "../app/figures.ts";
import type { ExportForm } from "./exportForms.ts";
import { scorecardsOf, type ExportSource, type PanelSource } from "./exports.ts";
import { exportWriter } from "./exportWriters.ts";

/** A text to be copied, and the same with its formatting where the form has one. */
export interface CopyTexts {
  readonly plain: string;
  readonly html: string | null;
}

/** @returns what is copied of an export */
export async function exportToTexts(
  app: AppParts,
  form: ExportForm,
  source: ExportSource,
  mapping: AshbyMapping,
): Promise<CopyTexts> {
  const scorecards = scorecardsOf(app, source);
  if (form === "html") {
    const texts = await scorecardsToTexts(app, scorecards);
    return source.kind === "panel" ? panelToTexts(app, source, texts) : texts;
  }
  const writer = await exportWriter(app, form, source, mapping);
  let plain = writer.head.replace(/^\uFEFF/u, "");
  let at = 0;
  for await (const scorecard of scorecards) plain += writer.part(scorecard, at++);
  return { plain: plain + writer.tail, html: null };
}

/** @returns scorecards as they are copied: a plain text, and a piece of HTML */
export async function scorecardsToTexts(
  app: Pick<AppParts, "database">,
  scorecards: Iterable<Scorecard> | AsyncIterable<Scorecard>,
): Promise<CopyTexts> {
  const [{ documentToPlainText, scorecardToDocument }, { scorecardToFragment }] = await Promise.all([
    import("../../interchange/documents/scorecardText.ts"),
    import("../../interchange/documents/scorecardHtml.ts"),
  ]);
  const figures = await readFigures(app);
  const plain: string[] = [];
  const html: string[] = [];
  for await (const scorecard of scorecards) {
    const report = scorecardToReport(scorecard);
    plain.push(documentToPlainText(scorecardToDocument(report, figures)));
    html.push(scorecardToFragment(report, figures));
  }
  return { plain: plain.join("\n"), html: html.join("\n") };
}

/** @param ofScorecards the texts of the scorecards that the debrief has shown */
async function panelToTexts(app: AppParts, source: PanelSource, ofScorecards: CopyTexts): Promise<CopyTexts> {
  const [{ documentToPlainText }, { panelToDocument }, { packetToFragment }, { readPanelRecords }] =
    await Promise.all([
      import("../../interchange/documents/scorecardText.ts"),
      import("../../interchange/documents/panelText.ts"),
      import("../../interchange/documents/packet.ts"),
      import("../candidates/auditLog.ts"),
    ]);
  const { panel, attendance, scorecards } = source;
  const seated = seatPanel(panel, scorecards);
  const records = await readPanelRecords(app, seated);
  const figures = await readFigures(app);
  const panelText = documentToPlainText(panelToDocument(seated));
  return {
    plain: ofScorecards.plain === "" ? panelText : `${panelText}\n${ofScorecards.plain}`,
    // The packet has the scorecards in it.
    html: packetToFragment({ ...seated, attendance, figures, records }, app.clock.now(), app.appName),
  };
}
