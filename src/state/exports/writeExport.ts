import type { Scorecard } from "../../domain/session/scorecard.ts";
import { fileName } from "../../domain/text/fileName.ts";
import { defaultAshbyMapping, type AshbyMapping } from "../../interchange/tracking/ashbyFile.ts";
import { isoDay } from "../../interchange/documents/documentWords.ts";
import { createZip } from "../../interchange/files/zip.ts";
import type { AppParts } from "../app/appContext.ts";
import type { ExportForm } from "./exportForms.ts";
import { countScorecards, scorecardsOf, type ExportSource, type PanelSource } from "./exports.ts";
import { exportWriter } from "./exportWriters.ts";

/** How long the page may be kept busy at a time, in ms: a frame has 16. */
const SLICE_MS = 12;

/** How the work is watched and stopped. */
export interface Watch {
  readonly signal: AbortSignal;
  /** Told a few times a second how many scorecards are done. */
  readonly onProgress: (done: number) => void;
}

/** A file that is to be handed to the browser. */
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
  const writer = await exportWriter(app, form, source, mapping);
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
        : [`${source.ids.length} interviews`, isoDay(app.clock.now())];
  const name = [...names, endOfName[form] ?? form];
  return {
    name: fileName(name, isArchive ? "zip" : ending),
    blob: pile.toBlob(isArchive ? "application/zip" : type),
  };
}

/** What tells one form's file from another's of the same ending; empty for the forms that are the first to come to mind. */
const endOfName: Partial<Readonly<Record<ExportForm, string>>> = {
  session: "",
  html: "",
  csvAreas: "areas",
  csvSessions: "interviews",
};

const unwatched: Watch = { signal: new AbortController().signal, onProgress: () => {} };

/** Writes the decision packet of a panel: the form "html" of its debrief. */
export function writePacket(app: AppParts, source: PanelSource): Promise<WrittenFile> {
  return writeExport(app, "html", source, defaultAshbyMapping, unwatched);
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

/**
 * Works on the scorecards of a source one after another, in slices between which the page answers.
 *
 * @param work is told the place of a scorecard, from 0 on
 * @throws an AbortError where it was stopped
 */
export async function inSlices(
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
