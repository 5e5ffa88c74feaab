import type { Amount } from "./amount.ts";

/*
 * What is remembered of automatic backups, and each step that changes it. Several tabs write the record, each over what
 * it read, so that one may write over a step of another: that is why its numbers only grow, and two records are made one.
 */

/** Where automatic backups lie: in the browser's own files for the app, or in a folder of the user's. */
export type BackupPlace = "private" | "folder";

/** How much there was when it was last counted, by which a database is known that lost what was in it. */
export interface LastKnownAmount extends Amount {
  /** How many of the sessions were submitted. */
  readonly submitted: number;
  /** How many of the guides are drafts, as `countGuides` counts them. */
  readonly drafts: number;
  /** Epoch ms. */
  readonly at: number;
  /** How many sessions, panels and guides somebody deleted since the last automatic backup. */
  readonly deleted: number;
}

/** How it stands with the automatic backups, for people. */
export interface BackupStatus {
  /** Epoch ms of the last one; null where there is none. */
  readonly madeAt: number | null;
  /** It holds so much less than the one before that it is quarantined. */
  readonly isQuarantined: boolean;
  /** How many entries are not in it, since they could not be read again. Who they are of is not written down here. */
  readonly leftOutCount: number;
  /** This browser lets the app keep files of its own. */
  readonly isPrivate: boolean;
  /** The name of the folder that automatic backups go into too; null where none was picked. */
  readonly folder: string | null;
  /** The browser wants to be asked again for the folder, by a click. */
  readonly isFolderLapsed: boolean;
  /** What went wrong there; null where nothing did. */
  readonly folderProblem: string | null;
  /** Why the last one could not be made; null where it could. */
  readonly problem: string | null;
}

/** @returns whether the folder that was picked gets no automatic backups */
export function isFolderWrong({ isFolderLapsed, folderProblem }: BackupStatus): boolean {
  return isFolderLapsed || folderProblem !== null;
}

/** @returns whether a person has to look after the automatic backups */
export function isBackupWrong(status: BackupStatus): boolean {
  const { problem, isQuarantined, isPrivate, folder } = status;
  const isNowhere = !isPrivate && folder === null;
  return problem !== null || isQuarantined || isFolderWrong(status) || isNowhere;
}

/**
 * Changes are told apart by when they were made, in epoch ms; each is later than those before, also where the clock was
 * set back.
 */
export interface BackupRecord {
  /** The first change that no automatic backup has, nor one that is being made; else the last that one has. */
  readonly changedAt: number;
  /** The last change that the one begun last is to have. */
  readonly copyingUpTo: number;
  /** The last change that one has. */
  readonly copiedUpTo: number;
  /** Automatic backups made before somebody was deleted for good hold them still: none of those may stay. */
  readonly mustReplace: {
    /** The last deletion for good; 0 where there was none. */
    readonly deletedAt: number;
    /** The change up to which those in the place were replaced. */
    readonly replacedUpTo: Readonly<Record<BackupPlace, number>>;
    /** The deletion up to which somebody was told that older ones are left in the folder. */
    readonly toldUpTo: number;
  };
  /** How many tombstones there were: where there are more, somebody was deleted for good. Null before they were counted. */
  readonly tombstones: number | null;
  /** Null before anything was counted. */
  readonly lastKnown: LastKnownAmount | null;
  readonly status: BackupStatus;
  /** How often it was written. */
  readonly version: number;
}

/** What there is to remember before anything happened. */
export const emptyRecord: BackupRecord = {
  changedAt: 0,
  copyingUpTo: 0,
  copiedUpTo: 0,
  mustReplace: { deletedAt: 0, replacedUpTo: { private: 0, folder: 0 }, toldUpTo: 0 },
  tombstones: null,
  lastKnown: null,
  status: {
    madeAt: null,
    isQuarantined: false,
    leftOutCount: 0,
    isPrivate: true,
    folder: null,
    isFolderLapsed: false,
    folderProblem: null,
    problem: null,
  },
  version: 0,
};

/** @returns whether there is a change that no automatic backup has */
export function isDue({ changedAt, copiedUpTo }: BackupRecord): boolean {
  return changedAt > copiedUpTo;
}

/** @returns whether automatic backups hold somebody who was deleted for good; in that place, or anywhere */
export function mustReplaceIn({ mustReplace }: BackupRecord, place?: BackupPlace): boolean {
  const { deletedAt, replacedUpTo } = mustReplace;
  const upTo = place ? replacedUpTo[place] : Math.min(replacedUpTo.private, replacedUpTo.folder);
  return deletedAt > upTo;
}

/** @returns whether those in the folder hold somebody who was deleted for good, and nobody was told of it */
export function isUntold(record: BackupRecord): boolean {
  return mustReplaceIn(record, "folder") && record.mustReplace.deletedAt > record.mustReplace.toldUpTo;
}

/** What is counted: what there is, and of which kind. */
export type CountedAmount = Amount & Pick<LastKnownAmount, "submitted" | "drafts">;

/** What was deleted; drafts are among the guides. */
export type DeletedAmount = Partial<Amount & Pick<LastKnownAmount, "drafts">>;

/** Something changed. @param now epoch ms */
export function noteChange(record: BackupRecord, now: number): BackupRecord {
  // Each key typed comes by here: where it is due already, nothing is to be written.
  if (record.changedAt > record.copyingUpTo) return record;
  return { ...record, changedAt: Math.max(now, record.copyingUpTo + 1) };
}

/** Somebody was deleted for good. @param now epoch ms */
export function noteDeletionForGood(record: BackupRecord, now: number): BackupRecord {
  const deletedAt = Math.max(now, record.changedAt + 1);
  return { ...record, changedAt: deletedAt, mustReplace: { ...record.mustReplace, deletedAt } };
}

/**
 * The tombstones were counted. Each is written in one transaction with what it deletes, so that no killed browser can
 * part the two.
 *
 * @param areOfRestore whether those that came were brought by a file: they deleted nobody here
 */
export function noteTombstones(
  record: BackupRecord,
  tombstones: number,
  now: number,
  areOfRestore = false,
): BackupRecord {
  if (record.tombstones === tombstones) return record;
  const isDeletion = record.tombstones !== null && tombstones > record.tombstones && !areOfRestore;
  return { ...(isDeletion ? noteDeletionForGood(record, now) : record), tombstones };
}

/** The making of an automatic backup begins, with all that changed up to now. What changes from here on is due again. */
export function noteBegun(record: BackupRecord): BackupRecord {
  return { ...record, copyingUpTo: record.changedAt };
}

/** What came of the making of an automatic backup. */
export interface Making {
  /** `copyingUpTo` as it was when it began. */
  readonly upTo: number;
  /** Where all older ones were removed. */
  readonly replacedIn: readonly BackupPlace[];
  /** How many deletions it was made with: `lastKnown.deleted` as it was when it began. */
  readonly deleted: number;
  readonly status: Partial<BackupStatus>;
}

/** An automatic backup is made, and on the disk. */
export function noteMade(record: BackupRecord, { upTo, replacedIn, deleted, status }: Making): BackupRecord {
  const { lastKnown, copiedUpTo } = record;
  const replaced = replacedIn.reduce((before, place) => noteReplaced(before, place, upTo), record);
  return {
    ...replaced,
    copiedUpTo: Math.max(copiedUpTo, upTo),
    // Against a quarantined one nothing is counted: the one before it is still the one to go by.
    lastKnown:
      lastKnown && !status.isQuarantined
        ? { ...lastKnown, deleted: Math.max(0, lastKnown.deleted - deleted) }
        : lastKnown,
    status: { ...record.status, problem: null, ...status },
  };
}

/** None could be made, which leaves it due, or makes it due where it was asked for. @param now epoch ms */
export function noteFailed(record: BackupRecord, problem: string, now: number): BackupRecord {
  const due = isDue(record) ? record : noteChange(record, now);
  return { ...due, status: { ...record.status, problem } };
}

/** In that place none is left that was made before that change, or the place is none any more. */
export function noteReplaced(record: BackupRecord, place: BackupPlace, upTo: number): BackupRecord {
  const { mustReplace } = record;
  const replacedUpTo = {
    ...mustReplace.replacedUpTo,
    [place]: Math.max(mustReplace.replacedUpTo[place], upTo),
  };
  return { ...record, mustReplace: { ...mustReplace, replacedUpTo } };
}

/** Somebody was told that older ones are left in the folder, up to that deletion. */
export function noteTold(record: BackupRecord, deletedAt: number): BackupRecord {
  const toldUpTo = Math.max(record.mustReplace.toldUpTo, deletedAt);
  return { ...record, mustReplace: { ...record.mustReplace, toldUpTo } };
}

/** It was counted how much there is. @param at epoch ms */
export function noteAmount(record: BackupRecord, amount: CountedAmount, at: number): BackupRecord {
  const deleted = record.lastKnown?.deleted ?? 0;
  return { ...record, lastKnown: { ...amount, at, deleted } };
}

/**
 * Somebody deleted so much, and knows it: who deletes everything and leaves at once is not to be told that it is lost.
 * Whatever else is missing was not deleted by hand.
 */
export function noteDeleted(
  record: BackupRecord,
  { sessions = 0, panels = 0, guides = 0, drafts = 0 }: DeletedAmount,
): BackupRecord {
  const before = record.lastKnown;
  if (!before) return record;
  const left = Math.max(0, before.sessions - sessions);
  const leftGuides = Math.max(0, before.guides - guides);
  const lastKnown: LastKnownAmount = {
    ...before,
    sessions: left,
    panels: Math.max(0, before.panels - panels),
    guides: leftGuides,
    submitted: Math.min(before.submitted, left),
    drafts: Math.min(Math.max(0, before.drafts - drafts), leftGuides),
    deleted: before.deleted + sessions + panels + guides,
  };
  return { ...record, lastKnown };
}

/** Somebody begins with an empty database where one lost what was in it: that does not tell why so little is left. */
export function noteEmptied(record: BackupRecord, at: number): BackupRecord {
  return {
    ...record,
    lastKnown: { sessions: 0, panels: 0, guides: 0, submitted: 0, drafts: 0, at, deleted: 0 },
  };
}

/** Says how it stands. */
export function noteStatus(record: BackupRecord, status: Partial<BackupStatus>): BackupRecord {
  return { ...record, status: { ...record.status, ...status } };
}

/**
 * Makes one of two records that tabs wrote over each other: no change, no deletion and no backup is lost, in whichever
 * order they come. What does not grow is as in the one that was written later.
 */
export function mergeRecords(a: BackupRecord, b: BackupRecord): BackupRecord {
  const isFirstLater = a.version === b.version ? restOf(a) > restOf(b) : a.version > b.version;
  const [inA, inB] = [a.mustReplace, b.mustReplace];
  return {
    ...(isFirstLater ? a : b),
    changedAt: Math.max(a.changedAt, b.changedAt),
    copyingUpTo: Math.max(a.copyingUpTo, b.copyingUpTo),
    copiedUpTo: Math.max(a.copiedUpTo, b.copiedUpTo),
    mustReplace: {
      deletedAt: Math.max(inA.deletedAt, inB.deletedAt),
      replacedUpTo: {
        private: Math.max(inA.replacedUpTo.private, inB.replacedUpTo.private),
        folder: Math.max(inA.replacedUpTo.folder, inB.replacedUpTo.folder),
      },
      toldUpTo: Math.max(inA.toldUpTo, inB.toldUpTo),
    },
  };
}

/** @returns what does not grow, as a text: of two that were written equally often, all tabs take the same */
function restOf({ tombstones, lastKnown, status }: BackupRecord): string {
  return JSON.stringify([tombstones, lastKnown, status]);
}
