import {
  entryKey,
  entryTitle,
  neededKey,
  type Entry,
  type EntryOf,
  type Standing,
} from "../../domain/backups/backupMerge.ts";
import { candidateKey } from "../../domain/candidates/deletion.ts";
import type { Guide } from "../../domain/guides/guide.ts";
import { encodeEntry, type LostEntry, type ReadEntry } from "../../interchange/formats/backupEntries.ts";
import {
  encodeBackupEnd,
  encodeBackupHead,
  joinEntries,
  readBackupFile,
} from "../../interchange/formats/backupFile.ts";
import { refuse } from "../../interchange/files/decoding.ts";
import { sealStream } from "../../interchange/files/encryption.ts";
import { encodeSessionFile } from "../../interchange/formats/sessionFile.ts";
import { readEverything } from "../../storage/backups/backupReading.ts";
import type { Database } from "../../storage/database.ts";
import { readGuide } from "../../storage/guides/guides.ts";
import { beginComparison, writeRestore, type Decided } from "../../storage/backups/restore.ts";

/*
 * What the worker does; none of it needs to be in one.
 */

export interface BackupWork {
  /** How much is done, and how much there is in all: rows when a backup is made, bytes when one is read. */
  readonly onProgress: (done: number, of: number) => void;
  readonly signal: AbortSignal;
}

/** A session or a panel, so that a person knows it. */
export interface Titled {
  readonly id: string;
  readonly kind: "session" | "panel";
  readonly candidate: string;
  readonly role: string;
}

/** Here and in the file, and changed in both. */
export interface Conflict extends Titled {
  readonly stays: "here" | "file";
  /** The one that would not stay, as a session file; null for a panel. */
  readonly other: Blob | null;
}

/** Of a long list only the first are given. */
export interface Listed<T> {
  readonly first: readonly T[];
  readonly count: number;
}

/** What restoring a backup would do. Nothing was written yet. */
export interface RestorePlan {
  readonly counts: Readonly<Record<"session" | "panel" | "guide", Readonly<Record<Standing, number>>>>;
  /** What else is taken: keys, scorecards of panels, drafts, settings and the like. */
  readonly otherCount: number;
  readonly conflicts: Listed<Conflict> & {
    /** In how many of them the file's stays. */
    readonly takenCount: number;
  };
  /** In the file, and deleted here: they stay deleted. */
  readonly refused: Listed<Titled & { readonly deletedAt: number }>;
  /** What can't be read in the file, and is left out. */
  readonly errors: Listed<LostEntry>;
  /** Here, and deleted where the backup was made: they are deleted here too. */
  readonly removed: Listed<Titled>;
  /** Those of them that a hold keeps here: nothing can be restored as long as there are any. */
  readonly held: readonly Titled[];
  /** The sessions of this machine that would change or go. */
  readonly touchedIds: readonly string[];
  readonly removedCount: number;
  /** What is to be written. */
  readonly staged: readonly Blob[];
}

export interface FileHead {
  /** Epoch ms. */
  readonly exportedAt: number;
  readonly appName: string;
}

/** A backup that was made. */
export interface MadeBackup {
  readonly blob: Blob;
  /** What is not in it, since it could not be read again: all else is. */
  readonly leftOut: Listed<LostEntry>;
}

/** Reads everything and writes it to a file. */
export async function writeBackup(
  database: Database,
  passphrase: string | null,
  { exportedAt, appName }: FileHead,
  { onProgress, signal }: BackupWork,
): Promise<MadeBackup> {
  // Each part goes into a blob at once: those are the browser's to keep, on the disk where they are many.
  const parts = [new Blob([encodeBackupHead(exportedAt, appName)])];
  let entryCount = 0;
  const leftOut = newList<LostEntry>();
  const leftOutKeys = new Set<string | null>();
  const toLine = (entry: Entry): readonly string[] => {
    const encoded = leftOutKeys.has(neededKey(entry)) ? refuse("", NEEDS_ANOTHER) : encodeEntry(entry);
    if (encoded.ok) return [encoded.value];
    leftOutKeys.add(entryKey(entry));
    addTo(leftOut, { title: entryTitle(entry.kind, entry.value), errors: encoded.errors });
    return [];
  };
  await readEverything(database, {
    onEntries: (entries) => {
      const lines = entries.flatMap(toLine);
      parts.push(new Blob([joinEntries(lines, entryCount === 0)]));
      entryCount += lines.length;
    },
    onProgress,
    signal,
  });
  parts.push(new Blob([encodeBackupEnd(entryCount)]));
  const plain = new Blob(parts, { type: "application/json" });
  return { blob: passphrase === null ? plain : await sealBlob(plain, passphrase, signal), leftOut };
}

const NEEDS_ANOTHER = "The guide or the panel that it belongs to can’t be backed up.";

async function sealBlob(plain: Blob, passphrase: string, signal: AbortSignal): Promise<Blob> {
  const parts: Blob[] = [];
  const reader = (await sealStream(plain.stream(), passphrase)).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    signal.throwIfAborted();
    parts.push(new Blob([new Uint8Array(next.value)]));
  }
  return new Blob(parts, { type: "application/octet-stream" });
}

/** So many entries are compared, and later written, at a time. */
const BATCH = 250;
/** Of what can be long, so much is listed; the rest is counted. */
const MOST_LISTED = 200;

/**
 * Reads a backup file, compares it with what is here, and lays out what would be written. Nothing is written.
 *
 * @throws `UnreadableFile` where it can't be read, `SealedFile` where it needs a passphrase, the signal's reason
 */
export async function planFromFile(
  database: Database,
  file: Blob,
  passphrase: string | null,
  head: FileHead,
  { onProgress, signal }: BackupWork,
): Promise<RestorePlan> {
  const candidates = new Set<string>();
  const { compare, isHeld } = await beginComparison(database, (key) => candidates.has(key));
  const counts = { session: newCounts(), panel: newCounts(), guide: newCounts() };
  const conflicts = newList<Conflict>();
  const refused = newList<Titled & { readonly deletedAt: number }>();
  const errors = newList<LostEntry>();
  const removed: Entry[] = [];
  const staged: Blob[] = [];
  const stagedGuides: number[] = [];
  const guideIds = { kept: new Set<string>(), deleted: new Set<string>() };
  const touchedIds: string[] = [];
  let [otherCount, takenCount] = [0, 0];

  const take = async (batch: readonly GoodEntry[]) => {
    const step = await compare(batch.map(({ value }) => value.entry));
    const decided: Decided[] = [];
    for (const [at, { entry, standing, here, hereStamp, isTaken, deletedAt }] of step.standings.entries()) {
      if (isTaken) {
        decided.push({ entry, standing, hereStamp });
        if (here?.kind === "session") touchedIds.push(here.value.session.id);
      }
      if (entry.kind === "guideDraft") guideIds.kept.add(entry.value.id);
      if (!isCounted(entry)) {
        if (isTaken) otherCount++;
        continue;
      }
      counts[entry.kind][standing]++;
      if (entry.kind === "guide") continue;
      guideIds[deletedAt === null ? "kept" : "deleted"].add(guideIdOf(entry));
      if (deletedAt === null) candidates.add(candidateKey(candidateOf(entry)));
      else addTo(refused, { ...titled(entry), deletedAt });
      if (standing === "conflicting" && here) {
        if (isTaken) takenCount++;
        const guide = batch[at]?.value.guide;
        const other = isTaken ? here : entry;
        const conflict = { ...titled(entry), stays: isTaken ? "file" : "here" } as const;
        const isShown = conflicts.first.length < MOST_LISTED;
        addTo(conflicts, {
          ...conflict,
          other: isShown ? await sessionFileOf(database, other, guide, head) : null,
        });
      }
    }
    removed.push(...step.removed);
    if (decided.length === 0) return;
    if (decided[0]?.entry.kind === "guide") stagedGuides.push(staged.length);
    staged.push(new Blob([JSON.stringify(decided)]));
  };

  let waiting: GoodEntry[] = [];
  for await (const found of readBackupFile(withProgress(file, onProgress), passphrase)) {
    for (const read of found) {
      if (!read.ok) {
        addTo(errors, { title: read.title, errors: read.errors });
        continue;
      }
      // What comes later may hang on what was decided before: holds on the sessions that are here then.
      const isOther = waiting.length > 0 && waiting[0]?.value.entry.kind !== read.value.entry.kind;
      if (isOther || waiting.length >= BATCH) {
        await take(waiting);
        waiting = [];
      }
      waiting.push(read);
    }
    signal.throwIfAborted();
  }
  if (waiting.length > 0) await take(waiting);
  // A guide that only somebody had who was deleted here stays deleted with them; it stood before them in the file.
  const isLeft = ({ entry, standing }: Decided) =>
    entry.kind === "guide" &&
    standing === "new" &&
    entry.value.savedAt === null &&
    guideIds.deleted.has(entry.value.id) &&
    !guideIds.kept.has(entry.value.id);
  for (const at of guideIds.deleted.size > 0 ? stagedGuides : []) {
    const decided = JSON.parse((await staged[at]?.text()) ?? "[]") as readonly Decided[];
    const kept = decided.filter((one) => !isLeft(one));
    counts.guide.new -= decided.length - kept.length;
    counts.guide.deleted += decided.length - kept.length;
    staged[at] = new Blob([JSON.stringify(kept)]);
  }
  const removedHere = removed.filter((entry) => entry.kind === "session" || entry.kind === "panel");
  const removedList = newList<Titled>();
  for (const entry of removedHere) addTo(removedList, titled(entry));
  return {
    counts,
    otherCount,
    conflicts: { ...conflicts, takenCount },
    refused,
    errors,
    removed: removedList,
    removedCount: removed.length,
    held: removedHere.filter((entry) => isHeld(candidateKey(candidateOf(entry)))).map(titled),
    touchedIds: [
      ...touchedIds,
      ...removed.flatMap((entry) => (entry.kind === "session" ? entry.value.session.id : [])),
    ],
    staged,
  };
}

type GoodEntry = ReadEntry & { readonly ok: true };
type CandidateEntry = EntryOf<"session"> | EntryOf<"panel">;

function isCounted(entry: Entry): entry is CandidateEntry | EntryOf<"guide"> {
  return entry.kind === "session" || entry.kind === "panel" || entry.kind === "guide";
}

function newCounts(): Record<Standing, number> {
  return { new: 0, newer: 0, same: 0, older: 0, conflicting: 0, deleted: 0 };
}

interface GrowingList<T> extends Listed<T> {
  readonly first: T[];
  count: number;
}

function newList<T>(): GrowingList<T> {
  return { first: [], count: 0 };
}

function addTo<T>(list: GrowingList<T>, item: T): void {
  list.count++;
  if (list.first.length < MOST_LISTED) list.first.push(item);
}

function candidateOf({ kind, value }: CandidateEntry): string {
  return kind === "session" ? value.session.candidate : value.candidate;
}

function guideIdOf({ kind, value }: CandidateEntry): string {
  return kind === "session" ? value.session.guideId : value.guideId;
}

function titled(entry: CandidateEntry): Titled {
  const { id, role } = entry.kind === "session" ? entry.value.session : entry.value;
  return { id, kind: entry.kind, candidate: candidateOf(entry), role };
}

/** @returns the session as a file of its own; null for what is none, or has lost its guide */
async function sessionFileOf(
  database: Database,
  { kind, value }: Entry,
  guideOfFile: Guide | undefined,
  { exportedAt, appName }: FileHead,
): Promise<Blob | null> {
  if (kind !== "session") return null;
  const { session, answers, revisions } = value;
  const guide = (await readGuide(database, session.guideId))?.guide ?? guideOfFile;
  if (!guide) return null;
  return new Blob([encodeSessionFile({ session, guide, answers }, exportedAt, appName, revisions)], {
    type: "application/json",
  });
}

function withProgress(file: Blob, onProgress: BackupWork["onProgress"]): ReadableStream<Uint8Array> {
  let done = 0;
  return file.stream().pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        done += chunk.length;
        onProgress(done, file.size);
        controller.enqueue(chunk);
      },
    }),
  );
}

/**
 * Writes what a plan laid out, in one transaction.
 *
 * @param readText reads a blob at once, as a worker can
 * @throws `ChangedMeanwhile` where the plan no longer holds, the signal's reason, or why it can't be written; nothing
 * was changed then
 */
export async function carryOut(
  database: Database,
  { staged, removedCount }: Pick<RestorePlan, "staged" | "removedCount">,
  readText: (blob: Blob) => string,
  { onProgress, signal }: BackupWork,
): Promise<void> {
  let at = 0;
  const nextBatch = () => {
    const blob = staged[at++];
    return blob ? (JSON.parse(readText(blob)) as readonly Decided[]) : null;
  };
  await writeRestore(database, nextBatch, {
    removedCount,
    onProgress: () => onProgress(at, staged.length),
    signal,
  });
}
