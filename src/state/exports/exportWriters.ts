import { seatPanel } from "../../domain/panels/debrief.ts";
import type { Scorecard } from "../../domain/session/scorecard.ts";
import { scorecardToReport, type ScorecardReport } from "../../domain/session/scorecardReport.ts";
import type { CsvRows } from "../../interchange/documents/csvFile.ts";
import { documentTitles } from "../../interchange/files/fileFormats.ts";
import type { AshbyMapping } from "../../interchange/tracking/ashbyFile.ts";
import type { AppParts } from "../app/appContext.ts";
import { readFigures } from "../app/figures.ts";
import type { ExportForm } from "./exportForms.ts";
import { readCompetencyNames, type ExportSource } from "./exports.ts";

/** Writes one form: a head, a part for each scorecard, a tail. */
export interface ExportWriter {
  readonly ending: string;
  readonly type: string;
  /** Whether each scorecard is a file of its own. */
  readonly isFileEach: boolean;
  readonly head: string;
  /** @param at its place among the scorecards, from 0 on */
  readonly part: (scorecard: Scorecard, at: number) => string;
  readonly tail: string;
}

/** Loads what writes the form, and nothing of the others. */
export async function exportWriter(
  app: AppParts,
  form: ExportForm,
  source: ExportSource,
  mapping: AshbyMapping,
): Promise<ExportWriter> {
  const { clock, appName } = app;
  const panel = source.kind === "panel" ? source : null;
  const figures = await readFigures(app);
  switch (form) {
    case "html": {
      if (panel) {
        const { encodePacket } = await import("../../interchange/documents/packet.ts");
        const { readPanelRecords } = await import("../candidates/auditLog.ts");
        const seated = seatPanel(panel.panel, panel.scorecards);
        const { attendance } = panel;
        const records = await readPanelRecords(app, seated);
        const packet = await encodePacket({ ...seated, attendance, figures, records }, clock.now(), appName);
        return htmlWriter(packet, () => "", "");
      }
      const { frameScorecards, scorecardToFragment } =
        await import("../../interchange/documents/scorecardHtml.ts");
      const { head, tail } = await frameScorecards(documentTitles.scorecard, clock.now(), appName);
      return htmlWriter(
        head,
        (scorecard) => scorecardToFragment(scorecardToReport(scorecard), figures),
        tail,
      );
    }
    case "markdown": {
      const [texts, panelTexts] = await Promise.all([
        import("../../interchange/documents/scorecardText.ts"),
        import("../../interchange/documents/panelText.ts"),
      ]);
      const head = panel
        ? texts.documentToMarkdown(panelTexts.panelToDocument(seatPanel(panel.panel, panel.scorecards)))
        : "";
      return {
        ending: "md",
        type: "text/markdown;charset=utf-8",
        isFileEach: false,
        head,
        part: (scorecard, at) =>
          `${at === 0 && head === "" ? "" : "\n"}${texts.documentToMarkdown(texts.scorecardToDocument(scorecardToReport(scorecard), figures))}`,
        tail: "",
      };
    }
    case "csvAreas":
    case "csvSessions": {
      const { csvHead, scorecardToCsv } = await import("../../interchange/documents/csvFile.ts");
      const rows: CsvRows =
        form === "csvAreas"
          ? { of: "areas" }
          : { of: "sessions", competencies: await readCompetencyNames(app, source), figures };
      return {
        ending: "csv",
        type: "text/csv;charset=utf-8",
        isFileEach: false,
        head: csvHead(rows),
        part: (scorecard) => scorecardToCsv(scorecardToReport(scorecard), rows),
        tail: "",
      };
    }
    case "session": {
      const { encodeSessionFile } = await import("../../interchange/formats/sessionFile.ts");
      return jsonWriter(({ first, revisions }) => encodeSessionFile(first, clock.now(), appName, revisions));
    }
    case "greenhouse": {
      const { encodeGreenhouseFile } = await import("../../interchange/tracking/greenhouseFile.ts");
      return jsonWriter(ofReport(encodeGreenhouseFile));
    }
    case "lever": {
      const { encodeLeverFile } = await import("../../interchange/tracking/leverFile.ts");
      return jsonWriter(ofReport(encodeLeverFile));
    }
    case "ashby": {
      const { encodeAshbyFile } = await import("../../interchange/tracking/ashbyFile.ts");
      return jsonWriter(ofReport((report) => encodeAshbyFile(report, mapping)));
    }
    case "workable": {
      const { encodeWorkableFile } = await import("../../interchange/tracking/workableFile.ts");
      return jsonWriter(ofReport(encodeWorkableFile));
    }
  }
}

function htmlWriter(head: string, part: ExportWriter["part"], tail: string): ExportWriter {
  return { ending: "html", type: "text/html;charset=utf-8", isFileEach: false, head, part, tail };
}

function jsonWriter(part: ExportWriter["part"]): ExportWriter {
  return { ending: "json", type: "application/json", isFileEach: true, head: "", part, tail: "" };
}

function ofReport(write: (report: ScorecardReport) => string): ExportWriter["part"] {
  return (scorecard) => write(scorecardToReport(scorecard));
}
