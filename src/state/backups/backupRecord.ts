import { useSyncExternalStore } from "react";
import {
  emptyRecord,
  mergeRecords,
  noteDeleted,
  noteDeletionForGood,
  type BackupRecord,
  type BackupStatus,
  type DeletedAmount,
  type LastKnownAmount,
} from "../../domain/backups/backupRecord.ts";
import { isTime } from "../../domain/text/limits.ts";
import { followItems, readItem, writeItem } from "../../storage/localItems.ts";
import type { AppParts } from "../app/appContext.ts";

/*
 * The record of the automatic backups, and its one owner. It lies in localStorage: that is written at once, so that a
 * change is noted also where the page goes with the same key press; all tabs read it; and it is there still where the
 * browser cleared the site's databases or found them damaged, which it does with all of them together. Where it is lost
 * itself, the backups in the browser's files tell that there was something, and the next one is due.
 */

const KEY = "interview-scorecard automatic backups";

/** What earlier versions kept in its place. */
const MARKS = {
  lastKnown: "interview-scorecard stored",
  changedAt: "interview-scorecard uncopied",
  private: "interview-scorecard copies to replace",
  folder: "interview-scorecard copies to replace in the folder",
  status: "interview-scorecard copies",
} as const;

const listeners = new Set<() => void>();
let last = { text: null as string | null, record: emptyRecord };
/** What this tab wrote last. */
let own: BackupRecord | null = null;

/** @returns the record as it is; the same object as long as nothing changes */
export function readRecord(): BackupRecord {
  const text = readItem(KEY);
  if (text === null) return takeUpMarks() ?? emptyRecord;
  if (text !== last.text) last = { text, record: toRecord(parse(text)) };
  return last.record;
}

/** Takes a step. Where it changes nothing, nothing is written. */
export function updateRecord(step: (record: BackupRecord) => BackupRecord): void {
  const before = readRecord();
  const next = step(before);
  if (next !== before) write({ ...next, version: before.version + 1 });
}

function write(record: BackupRecord): void {
  own = record;
  writeItem(KEY, JSON.stringify(record));
  for (const listener of listeners) listener();
}

/**
 * Sees to it that no step of this tab is lost where another one, which had not heard of it yet, wrote over it. It runs as
 * long as the page.
 */
export function keepOwnSteps(): void {
  followItems((key, value) => {
    // Somebody cleared the site's data: nothing of what was is to come back.
    if (key === null || (key === KEY && value === null)) own = null;
    if (key !== KEY || !own) return;
    const there = readRecord();
    const both = mergeRecords(own, there);
    if (JSON.stringify(both) === JSON.stringify(there)) own = there;
    else write(both);
  });
}

/** Calls back after each change of the record, from whichever tab. @returns ends it */
export function followRecord(onChange: () => void): () => void {
  listeners.add(onChange);
  const stopFollowing = followItems(onChange);
  return () => {
    listeners.delete(onChange);
    stopFollowing();
  };
}

/** @returns the record, kept up to date */
export function useBackupRecord(): BackupRecord {
  return useSyncExternalStore(followRecord, readRecord);
}

/** Notes what somebody deleted, before anything else can happen. */
export function noteDeletedAmount(amount: DeletedAmount): void {
  updateRecord((record) => noteDeleted(record, amount));
}

/** Notes that somebody was deleted for good: the automatic backups made before hold them, and are replaced. */
export function noteDeletedForGood({ clock }: Pick<AppParts, "clock">): void {
  updateRecord((record) => noteDeletionForGood(record, clock.now()));
}

/** @returns a record of what an earlier version kept, which is written down as such; null where there is nothing of it */
function takeUpMarks(): BackupRecord | null {
  const marks = Object.values(MARKS);
  if (marks.every((key) => readItem(key) === null)) return null;
  const status = toStatus(parse(readItem(MARKS.status)));
  const since = readItem(MARKS.changedAt);
  const isReplacedIn = (place: "private" | "folder") => readItem(MARKS[place]) === null;
  const copiedUpTo = since === null ? (status.madeAt ?? 0) : 0;
  const changedAt = Math.max(1, since === null ? copiedUpTo : (toTime(Number(since)) ?? 1));
  const deletedAt = isReplacedIn("private") && isReplacedIn("folder") ? 0 : changedAt;
  const record: BackupRecord = {
    ...emptyRecord,
    changedAt,
    copyingUpTo: since === null ? changedAt : 0,
    copiedUpTo: since === null ? changedAt : 0,
    mustReplace: {
      deletedAt,
      replacedUpTo: {
        private: isReplacedIn("private") ? deletedAt : 0,
        folder: isReplacedIn("folder") ? deletedAt : 0,
      },
      toldUpTo: readItem(MARKS.folder) === "told" ? deletedAt : 0,
    },
    lastKnown: toLastKnown(parse(readItem(MARKS.lastKnown))),
    status,
  };
  write(record);
  for (const key of marks) writeItem(key, null);
  return record;
}

type Fields = Readonly<Record<string, unknown>>;

function parse(text: string | null): Fields {
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    return typeof value === "object" && value !== null ? (value as Fields) : {};
  } catch {
    return {};
  }
}

/** What of it can't be read is as if nothing had happened, but for a change: there is one, so that a backup is due. */
function toRecord(from: Fields): BackupRecord {
  const copiedUpTo = toTime(from.copiedUpTo) ?? 0;
  const copyingUpTo = Math.max(toTime(from.copyingUpTo) ?? 0, copiedUpTo);
  const changedAt = Math.max(toTime(from.changedAt) ?? copyingUpTo + 1, copyingUpTo);
  const mustReplace = fieldsIn(from.mustReplace);
  const replacedUpTo = fieldsIn(mustReplace.replacedUpTo);
  return {
    changedAt,
    copyingUpTo,
    copiedUpTo,
    mustReplace: {
      deletedAt: Math.min(toTime(mustReplace.deletedAt) ?? 0, changedAt),
      replacedUpTo: {
        private: toTime(replacedUpTo.private) ?? 0,
        folder: toTime(replacedUpTo.folder) ?? 0,
      },
      toldUpTo: toTime(mustReplace.toldUpTo) ?? 0,
    },
    tombstones: toTime(from.tombstones),
    lastKnown: toLastKnown(fieldsIn(from.lastKnown)),
    status: toStatus(fieldsIn(from.status)),
    version: toTime(from.version) ?? 0,
  };
}

function fieldsIn(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

/** @returns a time, or a count of anything; null where it is none */
function toTime(value: unknown): number | null {
  return typeof value === "number" && isTime(value) ? value : null;
}

const AMOUNT_KEYS = ["sessions", "panels", "guides", "submitted", "drafts", "at", "deleted"] as const;

function toLastKnown(from: Fields): LastKnownAmount | null {
  // What was noted at first says nothing of guides, nor what was noted later of drafts.
  const known: Fields = { guides: 0, drafts: 0, ...from };
  return AMOUNT_KEYS.every((key) => toTime(known[key]) !== null)
    ? (known as unknown as LastKnownAmount)
    : null;
}

function toStatus(from: Fields): BackupStatus {
  const { status } = emptyRecord;
  const textOf = (key: string) => (typeof from[key] === "string" ? from[key] : null);
  return {
    madeAt: toTime(from.madeAt),
    // An earlier version called it "beside".
    isQuarantined: from.isQuarantined === true || from.isBeside === true,
    leftOutCount: toTime(from.leftOutCount) ?? status.leftOutCount,
    isPrivate: from.isPrivate !== false,
    folder: textOf("folder"),
    isFolderLapsed: from.isFolderLapsed === true,
    folderProblem: textOf("folderProblem"),
    problem: textOf("problem"),
  };
}
