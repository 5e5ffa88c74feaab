import { format } from "date-fns";
import type { Scorecard } from "../../domain/scorecard.ts";
import { scorecardToReport } from "../../domain/scorecardReport.ts";
import type { AshbyMapping } from "../../interchange/ashbyFile.ts";
import { addLosses, lossesToSentences, noLosses, type TrackingForm } from "../../interchange/exportLosses.ts";
import { createZip } from "../../interchange/zip.ts";
import type { AppParts } from "../../state/appContext.ts";
import { countScorecards, scorecardsOf, type ExportSource } from "../../state/exports.ts";
import { fileName } from "../../ui/download.ts";
import type { ExportForm } from "./exportForms.ts";
import { formWriter } from "./formWriter.ts";

/** How long the page may be kept busy at a time, in ms: a frame has 16. */
const SLICE_MS = 12;

/** How the work is watched and stopped. */
export interface Watch {
  readonly signal: AbortSignal;
  /** Told a few times a second how many scorecards are done. */
  readonly onProgress: (done: number) => void;
}

export interface WrittenFile {
  readonly name: string;
  readonly blob: Blob;
}

/**
 * Writes an export as one file: where each scorecard is a file of its own, several come in a ZIP archive. It works in
 * slices, between which the page answers.
 *
 * @throws an AbortError where it was stopped
 */
export async function writeExport(
  app: AppParts,
  form: ExportForm,
  source: ExportSource,
  mapping: AshbyMapping,
  watch: Watch,
): Promise<WrittenFile> {
  const writer = await formWriter(app, form, source, mapping);
  const { ending, type } = writer;
  const isArchive = writer.isFileEach && countScorecards(source) > 1;
  const zip = createZip(app.clock.now());
  const pile = createPile();
  pile.add(writer.head);
  let only: Scorecard | undefined;
  await inSlices(app, source, watch, (scorecard, at) => {
    const text = writer.part(scorecard, at);
    if (isArchive) pile.add(...zip.add(fileName(namesOf(scorecard), ending), text));
    else pile.add(text);
    only = at === 0 ? scorecard : undefined;
  });
  if (isArchive) pile.add(...zip.finish());
  else pile.add(writer.tail);
  const names =
    source.kind === "panel"
      ? [source.panel.candidate, source.panel.role, form === "html" ? "packet" : "debrief"]
      : only
        ? namesOf(only)
        : [`${source.ids.length} sessions`, format(app.clock.now(), "yyyy-MM-dd")];
  const name = form === "session" || form === "html" ? names : [...names, form];
  return {
    name: fileName(name, isArchive ? "zip" : ending),
    blob: pile.toBlob(isArchive ? "application/zip" : type),
  };
}

/** As much is handed to the browser at a time. */
const PILE_LENGTH = 1_000_000;

/** Piles up the parts of a file; the browser takes them over as they come, so that none of it is left for the end. */
function createPile() {
  const taken: Blob[] = [];
  let waiting: (string | Uint8Array<ArrayBuffer>)[] = [];
  let length = 0;
  const handOver = () => {
    taken.push(new Blob(waiting));
    waiting = [];
    length = 0;
  };
  return {
    add: (...parts: readonly (string | Uint8Array<ArrayBuffer>)[]) => {
      waiting.push(...parts);
      for (const part of parts) length += part.length;
      if (length > PILE_LENGTH) handOver();
    },
    toBlob: (type: string) => {
      handOver();
      return new Blob(taken, { type });
    },
  };
}

function namesOf({ first: { session } }: Scorecard): readonly string[] {
  return [session.candidate, session.role, session.interviewer];
}

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
  if (form === "html") {
    return { plain: await plainTextOf(app, source), html: await fragmentOf(app, source) };
  }
  const writer = await formWriter(app, form, source, mapping);
  let plain = writer.head.replace(/^\uFEFF/u, "");
  let at = 0;
  for await (const scorecard of scorecardsOf(app, source)) plain += writer.part(scorecard, at++);
  return { plain: plain + writer.tail, html: null };
}

async function fragmentOf(app: AppParts, source: ExportSource): Promise<string> {
  if (source.kind === "panel") {
    const { packetToFragment } = await import("../../interchange/packet.ts");
    return packetToFragment(source, app.clock.now(), app.appName);
  }
  const { scorecardToFragment } = await import("../../interchange/scorecardHtml.ts");
  const fragments: string[] = [];
  for await (const scorecard of scorecardsOf(app, source))
    fragments.push(scorecardToFragment(scorecardToReport(scorecard)));
  return fragments.join("\n");
}

async function plainTextOf(app: AppParts, source: ExportSource): Promise<string> {
  const [{ documentToPlainText, scorecardToDocument }, { panelToDocument }] = await Promise.all([
    import("../../interchange/scorecardText.ts"),
    import("../../interchange/panelText.ts"),
  ]);
  const texts =
    source.kind === "panel" ? [documentToPlainText(panelToDocument(source.panel, source.scorecards))] : [];
  for await (const scorecard of scorecardsOf(app, source))
    texts.push(documentToPlainText(scorecardToDocument(scorecardToReport(scorecard))));
  return texts.join("\n");
}

/** @returns what a tracking system's form has no place for, in sentences */
export async function findLosses(
  app: AppParts,
  form: TrackingForm,
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

async function inSlices(
  app: AppParts,
  source: ExportSource,
  { signal, onProgress }: Watch,
  work: (scorecard: Scorecard, at: number) => void,
): Promise<void> {
  let sliceBegan = app.clock.monotonic();
  let at = 0;
  for await (const scorecard of scorecardsOf(app, source)) {
    signal.throwIfAborted();
    work(scorecard, at++);
    if (app.clock.monotonic() - sliceBegan < SLICE_MS) continue;
    onProgress(at);
    await new Promise<void>((resolve) => {
      setTimeout(resolve);
    });
    sliceBegan = app.clock.monotonic();
  }
}
