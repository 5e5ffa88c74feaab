import { scorecardToReport } from "../../domain/session/scorecardReport.ts";
import type { AshbyMapping } from "../../interchange/tracking/ashbyFile.ts";
import {
  addLosses,
  lossesToSentences,
  noLosses,
  type LossyForm,
} from "../../interchange/tracking/exportLosses.ts";
import type { AppParts } from "../app/appContext.ts";
import type { ExportSource } from "./exports.ts";
import { inSlices, type Watch } from "./writeExport.ts";

/**
 * @returns what a tracking system's form has no place for, in sentences
 * @throws an AbortError where it was stopped
 */
export async function findLosses(
  app: AppParts,
  form: LossyForm,
  source: ExportSource,
  mapping: AshbyMapping,
  watch: Watch,
): Promise<readonly string[]> {
  let losses = noLosses;
  await inSlices(app, source, watch, (scorecard) => {
    losses = addLosses(losses, scorecardToReport(scorecard), mapping);
  });
  return lossesToSentences(form, losses);
}
