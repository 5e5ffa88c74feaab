import {
  entryKey,
  entryTitle,
  neededKey,
  withoutFalseSample,
  type Entry,
  type EntryOf,
} from "../../domain/admission/entries.ts";
import { isOffered, type Admission, type Whose } from "../../domain/admission/admission.ts";
import type { PanelScorecardRow } from "../../domain/backups/storedRows.ts";
import { attendanceOf } from "../../domain/panels/panel.ts";
import { candidateKey } from "../../domain/candidates/candidateKey.ts";
import { errorToText } from "../../domain/text/errorText.ts";
import type { Guide } from "../../domain/guides/guide.ts";
import { encodeEntry, type LostEntry, type ReadEntry } from "../../interchange/formats/backupEntries.ts";
import {
  encodeBackupEnd,
  encodeBackupHead,
  joinEntries,
  readBackupFile,
} from "../../interchange/formats/backupFile.ts";
import { refuse } from "../../interchange/files/decoding.ts";
import { isSealed, seal, sealStream, secretToPublicKey } from "../../interchange/files/encryption.ts";
import { encodeSessionFile } from "../../interchange/formats/sessionFile.ts";
import { readEverything } from "../../storage/backups/backupReading.ts";
import type { Database } from "../../storage/database.ts";
import { readGuide } from "../../storage/guides/guides.ts";
import { dropMergesOfNobody } from "../../storage/candidates/candidates.ts";
import { beginComparison, decide, writeDecided, type Decided } from "../../storage/admission/entryStore.ts";
import { readPanelKeys } from "../../storage/panels/panels.ts";
import { isShipped } from "../guides/shippedGuides.ts";
import { openScorecardText } from "../panels/scorecardTexts.ts";
import { refusalToText } from "../session/refusalMessage.ts";

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

/** How an entry of a backup stands to what is here. */
export type Standing =
  | "new"
  | "newer"
  | "same"
  | "older"
  /** Both were changed, or it is a revision: what is here stays unless somebody says otherwise. */
  | "conflicting"
  | "deleted"
  /** It does not come in here, for another reason. */
  | "refused";

/** Here and in the file with other content, or a revision in the file of what is here. */
export interface Question extends Titled {
  /** What is said to `restoreBackup` to take the file's; null where what is here is never replaced, or a hold keeps it. */
  readonly key: string | null;
  /** Null for a panel. */
  readonly here: Whose | null;
  readonly incoming: Whose | null;
  /** The file's, as a session file; null for a panel. */
  readonly other: Blob | null;
  /** Of a submitted scorecard, whose revisions they are and when the last was made; null for what is no revision. */
  readonly revisions: { readonly interviewer: string; readonly at: number; readonly isOwn: boolean } | null;
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
  /** What is here stays in each, unless somebody says otherwise. */
  readonly questions: Listed<Question>;
  /** In the file, and deleted here: they stay deleted. */
  readonly refused: Listed<Titled & { readonly deletedAt: number }>;
  /** What can't be read in the file, and is left out. */
  readonly errors: Listed<LostEntry>;
  /** What does not come in here for other reasons, such as others' ratings of somebody one has still to submit on. */
  readonly barred: Listed<LostEntry>;
  /** Here, and deleted where the backup was made: they are deleted here too. */
  readonly removed: Listed<Titled>;
  /** Those of them that a hold keeps here: nothing can be restored as long as there are any. */
  readonly held: readonly Titled[];
  /** The sessions of this device that would change or go. */
  readonly touchedIds: readonly string[];
  readonly removedCount: number;
  /** What is to be written, with what waits for an answer. */
  readonly staged: readonly Blob[];
  /** Whether any of it is written without an answer. */
  readonly hasUnasked: boolean;
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
  const secretKeys = new Map(await readPanelKeys(database));
  const open = ({ panelId, text }: PanelScorecardRow) =>
    openScorecardText(text, secretKeys.get(panelId)).catch(() => null);
  const { compare, isHeld } = await beginComparison(database, {
    candidate: (key) => candidates.has(key),
    shippedGuide: isShipped,
    open,
  });
  const counts = { session: newCounts(), panel: newCounts(), guide: newCounts() };
  const questions = newList<Question>();
  const barred = newList<LostEntry>();
  const refused = newList<Titled & { readonly deletedAt: number }>();
  const errors = newList<LostEntry>();
  const removed: Entry[] = [];
  const staged: (Blob | null)[] = [];
  const stagedGuides: number[] = [];
  const guideIds = { kept: new Set<string>(), deleted: new Set<string>() };
  const touchedIds: string[] = [];
  let otherCount = 0;
  let hasUnasked = false;

  const take = async (batch: readonly GoodEntry[]) => {
    const step = await compare(batch.map(({ value }) => value.entry));
    const decided: Staged[] = [];
    for (const [at, admitted] of step.entries.entries()) {
      const { entry, admission, here } = admitted;
      // As "Import" does not replace it either.
      const isKept =
        admission.kind === "conflict" && here?.kind === "session" && isHeld(here.value.session.candidate);
      const key = isOffered(admission) && !isKept ? entryKey(entry) : null;
      const taken = isKept ? null : decide(admitted);
      if (taken) {
        const put = await toStored(entry, taken.put, secretKeys, head);
        decided.push({ ...taken, entry: withoutOpened(entry), put, key });
        hasUnasked ||= key === null;
        if (here?.kind === "session") touchedIds.push(here.value.session.id);
      }
      // Whoever has nothing left here but that is a candidate too: a hold, or another name of theirs, comes after it.
      if (entry.kind === "deletedByHand" && admission.kind !== "refused")
        candidates.add(candidateKey(entry.value.candidate));
      if (entry.kind === "guideDraft") guideIds.kept.add(entry.value.id);
      const standing = standingOf(admission);
      if (admission.kind === "refused" && standing === "refused" && admission.reason !== "kept") {
        const message = refusalToText(admission, interviewerOf(entry));
        addTo(barred, { title: entryTitle(entry.kind, entry.value), errors: [{ path: "", message }] });
      }
      if (isCounted(entry)) {
        counts[entry.kind][standing]++;
        if (entry.kind !== "guide") {
          const deletedAt =
            admission.kind === "refused" && admission.reason === "deleted" ? admission.deletedAt : null;
          guideIds[deletedAt === null ? "kept" : "deleted"].add(guideIdOf(entry));
          if (deletedAt === null) candidates.add(candidateKey(candidateOf(entry)));
          else addTo(refused, { ...titled(entry), deletedAt });
        }
      } else if (taken && key === null) otherCount++;
      if (standing !== "conflicting" || entry.kind === "guide") continue;
      const isShown = questions.first.length < MOST_LISTED;
      const guide = batch[at]?.value.guide;
      addTo(questions, {
        ...questionOf(entry, admission, key),
        other:
          isShown && admission.kind === "conflict" ? await sessionFileOf(database, entry, guide, head) : null,
      });
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
      const checked = await checkEntry(read, secretKeys);
      if (!checked.ok) {
        addTo(errors, { title: checked.title, errors: checked.errors });
        continue;
      }
      const { entry } = checked.value;
      if (entry.kind === "panelKey" && !secretKeys.has(entry.value.panelId)) {
        secretKeys.set(entry.value.panelId, entry.value.secretKey);
      }
      waiting.push(checked);
    }
    signal.throwIfAborted();
  }
  if (waiting.length > 0) await take(waiting);
  // A guide that only somebody had who was deleted here stays deleted with them; it stood before them in the file.
  const isLeft = ({ entry, admission }: Staged) =>
    entry.kind === "guide" &&
    admission === "new" &&
    entry.value.savedAt === null &&
    guideIds.deleted.has(entry.value.id) &&
    !guideIds.kept.has(entry.value.id);
  for (const at of guideIds.deleted.size > 0 ? stagedGuides : []) {
    const decided = JSON.parse((await staged[at]?.text()) ?? "[]") as readonly Staged[];
    const kept = decided.filter((one) => !isLeft(one));
    for (const { entry } of decided.filter(isLeft)) {
      counts.guide.new--;
      // One that comes with the app is here without being stored.
      counts.guide[entry.kind === "guide" && isShipped(entry.value.id) ? "same" : "deleted"]++;
    }
    staged[at] = kept.length > 0 ? new Blob([JSON.stringify(kept)]) : null;
  }
  const removedHere = removed.filter((entry) => entry.kind === "session" || entry.kind === "panel");
  const removedList = newList<Titled>();
  for (const entry of removedHere) addTo(removedList, titled(entry));
  return {
    counts,
    otherCount,
    questions,
    refused,
    errors,
    barred,
    removed: removedList,
    removedCount: removed.length,
    held: removedHere.filter((entry) => isHeld(candidateOf(entry))).map(titled),
    touchedIds: [
      ...touchedIds,
      ...removed.flatMap((entry) => (entry.kind === "session" ? entry.value.session.id : [])),
    ],
    staged: staged.filter((blob) => blob !== null),
    hasUnasked,
  };
}

/** What is to be written. */
interface Staged extends Omit<Decided, "put"> {
  /** Null where it is the entry itself: a backup is large, and all of it would be kept twice. */
  readonly put: Entry | null;
  /** What is said to take it; null where it is taken unasked. */
  readonly key: string | null;
}

function standingOf(admission: Admission): Standing {
  switch (admission.kind) {
    case "new":
      return "new";
    case "same":
      return admission.isOlder ? "older" : "same";
    case "newer":
      return admission.asked === null ? "newer" : "conflicting";
    case "conflict":
      return "conflicting";
    case "refused":
      return admission.reason === "deleted" ? "deleted" : "refused";
  }
}

function questionOf(entry: Entry, admission: Admission, key: string | null): Omit<Question, "other"> {
  const [here, incoming] =
    admission.kind === "conflict" ? [admission.here, admission.incoming] : [null, null];
  const asked = admission.kind === "newer" && admission.asked !== "lead" ? admission.asked : null;
  const at = asked?.revisions.at(-1)?.at;
  const revisions =
    asked && at !== undefined ? { interviewer: asked.interviewer, at, isOwn: asked.isOwn } : null;
  return { ...nameOf(entry), key, here, incoming, revisions };
}

function nameOf(entry: Entry): Titled {
  if (entry.kind === "session" || entry.kind === "panel") return titled(entry);
  const session = entry.kind === "sealedScorecard" ? entry.opened?.first.session : undefined;
  const id = entry.kind === "sealedScorecard" ? entry.value.sessionId : "";
  const candidate = session?.candidate ?? entryTitle(entry.kind, entry.value);
  return { id, kind: "session", candidate, role: session?.role ?? "" };
}

function interviewerOf({ kind, value }: Entry): string {
  if (kind === "session") return value.session.interviewer;
  return kind === "sealedScorecard" ? value.interviewer : "";
}

function withoutOpened(entry: Entry): Entry {
  if (entry.kind !== "sealedScorecard") return entry;
  const { opened: _opened, ...others } = entry;
  return others;
}

/** Opens what can be: a scorecard that lies open is read as it is when it is dropped, and a key is its panel's. */
async function checkEntry(read: GoodEntry, secretKeys: ReadonlyMap<string, string>): Promise<ReadEntry> {
  const { entry } = read.value;
  if (entry.kind === "panelKey") {
    const publicKey = await secretToPublicKey(entry.value.secretKey);
    return withEntry(read, { ...entry, publicKey });
  }
  if (entry.kind !== "sealedScorecard") return read;
  const { panelId, text } = entry.value;
  const isShut = isSealed(text);
  if (isShut && !secretKeys.has(panelId)) return withEntry(read, { ...entry, isSealed: true });
  try {
    const opened = await openScorecardText(text, secretKeys.get(panelId));
    // What the row says of it is worked out, not believed.
    const value = { ...entry.value, ...attendanceOf({ id: panelId }, opened.first) };
    return withEntry(read, { ...entry, value, opened, ...(isShut && { isSealed: true }) });
  } catch (error) {
    const title = entryTitle(entry.kind, entry.value);
    return { ok: false, title, errors: [{ path: "sealedScorecard.text", message: errorToText(error) }] };
  }
}

function withEntry(read: GoodEntry, entry: Entry): GoodEntry {
  return { ...read, value: { ...read.value, entry } };
}

/**
 * @returns the entry as it lies in the database: the text of a scorecard that got more is written anew, sealed where it
 *   was; null where it is the entry as it came in
 */
async function toStored(
  entry: Entry,
  put: Entry,
  secretKeys: ReadonlyMap<string, string>,
  { exportedAt, appName }: FileHead,
): Promise<Entry | null> {
  if (put.kind !== "sealedScorecard" || !put.opened) return put === entry ? null : put;
  const { first, revisions } = put.opened;
  const session = withoutFalseSample(first.session);
  if (put === entry && session === first.session) return null;
  const plain = encodeSessionFile({ ...first, session }, exportedAt, appName, revisions);
  const secretKey = secretKeys.get(put.value.panelId);
  const publicKey = put.isSealed && secretKey !== undefined ? await secretToPublicKey(secretKey) : null;
  const text = publicKey === null ? plain : await seal(plain, publicKey);
  return { kind: put.kind, value: { ...put.value, text } };
}

type GoodEntry = ReadEntry & { readonly ok: true };
type CandidateEntry = EntryOf<"session"> | EntryOf<"panel">;

function isCounted(entry: Entry): entry is CandidateEntry | EntryOf<"guide"> {
  return entry.kind === "session" || entry.kind === "panel" || entry.kind === "guide";
}

function newCounts(): Record<Standing, number> {
  return { new: 0, newer: 0, same: 0, older: 0, conflicting: 0, deleted: 0, refused: 0 };
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
 * @param taken the keys of the questions that were answered with the file's
 * @throws `ChangedMeanwhile` where the plan no longer holds, the signal's reason, or why it can't be written; nothing
 * was changed then
 */
export async function carryOut(
  database: Database,
  { staged, removedCount }: Pick<RestorePlan, "staged" | "removedCount">,
  readText: (blob: Blob) => string,
  { onProgress, signal }: BackupWork,
  taken: readonly string[] = [],
): Promise<void> {
  let at = 0;
  const nextBatch = () => {
    const blob = staged[at++];
    if (!blob) return null;
    const all = JSON.parse(readText(blob)) as readonly Staged[];
    return all
      .filter(({ key }) => key === null || taken.includes(key))
      .map((one) => ({ ...one, put: one.put ?? one.entry }));
  };
  await writeDecided(database, nextBatch, {
    removedCount,
    onProgress: () => onProgress(at, staged.length),
    signal,
  });
  // It is restored, whatever becomes of this: a name that stays goes with the next deletion.
  if (removedCount > 0) await dropMergesOfNobody(database).catch(() => {});
}
