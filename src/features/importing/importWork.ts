import { errorToText, isOfDatabase } from "../../domain/text/errorText.ts";
import { refuse, type Decoded, type FileError } from "../../interchange/files/decoding.ts";
import { filesInZips, type ZipStep } from "../../interchange/files/filesInZips.ts";
import type { AppParts } from "../../state/app/appContext.ts";
import { beginWork, nowAndThen } from "../../state/app/longWork.ts";
import { saveGuideVersion } from "../../state/guides/guides.ts";
import {
  examineFile,
  importNew,
  takeImported,
  type Found,
  type InFile,
  type Taken,
} from "../../state/session/importing.ts";

/** A file, what is in it, and what came of it. */
export interface ImportEntry {
  readonly id: string;
  /** The name of the file. */
  readonly name: string;
  readonly found: Found | { readonly kind: "refused"; readonly errors: readonly FileError[] };
  /** The name of a file before it that holds the same new interview with other content, and comes in first; null for none. */
  readonly rival: string | null;
  /** Whether somebody said to take what waits for that: a revision, or the file's interview for the one here. */
  readonly isTaken: boolean;
  /** What came of it, in words; null before, and where `found` tells. */
  readonly outcome: string | null;
  /** Whether it came in. */
  readonly isImported: boolean;
}

/** How far the reading of many files is. */
export interface Reading {
  readonly step: ZipStep | "reading";
  readonly done: number;
  readonly of: number;
}

/** How many of those that "Import" does something with are done. */
export interface ImportCount {
  readonly done: number;
  readonly of: number;
}

/** @returns whether it comes in with "Import" unasked */
export function isNew({ found, outcome }: ImportEntry): boolean {
  return (
    outcome === null && (found.kind === "new" || found.kind === "guideNew" || found.kind === "guideArchived")
  );
}

/** @returns whether it comes in where somebody says so */
export function isOffered({ found, outcome }: ImportEntry): boolean {
  return outcome === null && (found.kind === "revision" || (found.kind === "conflict" && found.canReplace));
}

/** @returns whether "Import" does anything with it, or would */
export function isOpen(entry: ImportEntry): boolean {
  return isNew(entry) || isOffered(entry);
}

/**
 * Reads files one after another, those in a ZIP archive too, and writes nothing.
 *
 * @param before what was read before and waits still
 * @param onProgress called now and then
 * @returns all of them; only what was there before where it was aborted
 */
export async function examineFiles(
  app: AppParts,
  files: readonly File[],
  before: readonly ImportEntry[],
  signal: AbortSignal,
  onProgress: (reading: Reading) => void,
): Promise<readonly ImportEntry[]> {
  const entries = [...before];
  const firstOf: FirstFiles = new Map();
  for (const entry of before) noteFirst(firstOf, entry);
  const tell = nowAndThen(app.clock, onProgress);
  const breathe = beginWork(app.clock);
  const all = await filesInZips(files, signal, (step, done, of) => {
    tell({ step, done, of });
    return breathe();
  });
  for (const [at, file] of all.entries()) {
    if (signal.aborted) break;
    tell({ step: "reading", done: at, of: all.length });
    const decoded = await examineFile(app, file).catch((error: unknown) => refuse("", errorToText(error)));
    const found = foundIn(decoded);
    const made = { id: app.newId(), name: file.name, isTaken: false, outcome: null, isImported: false };
    const entry = { ...made, found, rival: await rivalOf(firstOf, found) };
    noteFirst(firstOf, entry);
    entries.push(entry);
  }
  return signal.aborted ? before : entries;
}

/** By the id of an interview: the first file that it is new in. */
type FirstFiles = Map<string, { readonly name: string; readonly inFile: InFile }>;

function noteFirst(first: FirstFiles, { name, found }: Pick<ImportEntry, "name" | "found">): void {
  if (found.kind !== "new") return;
  const { id } = found.whole.session;
  if (!first.has(id)) first.set(id, { name, inFile: found });
}

async function rivalOf(first: FirstFiles, found: ImportEntry["found"]): Promise<string | null> {
  const known = found.kind === "new" && first.get(found.whole.session.id);
  if (!known) return null;
  const { contentOf } = await import("../../domain/admission/admission.ts");
  const toText = ({ whole, revisions }: InFile) =>
    JSON.stringify([contentOf({ ...whole, revisions }), revisions]);
  return toText(known.inFile) === toText(found) ? null : known.name;
}

/**
 * Takes in what is new and what somebody said to take, one after another; what is not taken stays out. Where it is aborted
 * the one that comes in is finished, and those after it are left as they were.
 *
 * @param show called now and then with all so far, and at the end
 * @throws where the disk is full, or the browser gave its database up; that one and those after it are left as they were
 */
export async function importEntries(
  app: AppParts,
  before: readonly ImportEntry[],
  signal: AbortSignal,
  show: (entries: readonly ImportEntry[], count: ImportCount) => void,
): Promise<void> {
  const entries = [...before];
  const of = before.filter(isOpen).length;
  let done = 0;
  const showNow = () => show([...entries], { done, of });
  const tell = nowAndThen(app.clock, showNow);
  for (const [at, entry] of before.entries()) {
    if (signal.aborted) break;
    if (!isOpen(entry)) continue;
    try {
      entries[at] = await importOne(app, entry);
    } catch (error) {
      // Those after it would fare no better. They wait as they are.
      if (isOfDatabase(error)) {
        showNow();
        throw error;
      }
      entries[at] = { ...entry, outcome: `Not imported: ${errorToText(error)}` };
    }
    done += 1;
    tell(undefined);
  }
  showNow();
}

const takenWords: Readonly<Record<Taken, string>> = {
  done: "Imported from the file.",
  open: "Not imported: the interview is open in another tab. Close it there, then import again.",
  final: "Not imported: the interview here is live or submitted, and is never replaced.",
};

async function importOne(app: AppParts, entry: ImportEntry): Promise<ImportEntry> {
  const { found, isTaken } = entry;
  switch (found.kind) {
    case "new": {
      // Another file of the same interview may have come in before it.
      const now = foundIn(await importNew(app, found));
      return { ...entry, found: now, isImported: now.kind === "added" };
    }
    case "guideNew":
    case "guideArchived":
      await saveGuideVersion(app, found.guide, null);
      return { ...entry, found: { ...found, kind: "guideHere" }, isImported: true };
    case "revision":
    case "conflict": {
      if (!isTaken) return { ...entry, outcome: "The one here was kept." };
      const taken = await takeImported(app, found);
      return { ...entry, outcome: takenWords[taken], isImported: taken === "done" };
    }
    default:
      return entry;
  }
}

function foundIn(decoded: Decoded<Found>): ImportEntry["found"] {
  return decoded.ok ? decoded.value : { kind: "refused", errors: decoded.errors };
}
