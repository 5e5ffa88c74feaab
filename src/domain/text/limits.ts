/*
 * How much of anything there may be, and how far times go: for what is typed and for what comes in as a file. Real data
 * stay far below. What is above hangs a page, or can't be read back once it is written. Lengths are in UTF-16 units, as
 * the fields of a page count them.
 */

/** Of a file of this app, and of one line of a backup. A full session of 15 questions takes about 0.1 million. */
export const MOST_CHARACTERS = 20_000_000;
/** Bytes of a file, as they come or unpacked. */
export const MOST_BYTES = 20_000_000;
/** Bytes of a backup, packed or unpacked: about ten times a backup of 10,000 full sessions. */
export const MOST_BACKUP_BYTES = 2_000_000_000;
/** Lists and objects, one in another. */
export const DEEPEST = 64;
/** Values of a file, those in lists and objects all counted. A full session of 15 questions has about 5,000. */
export const MOST_VALUES = 500_000;
/** Fields of one object; the most that the app writes are the areas of a guide. */
export const MOST_FIELDS = 10_000;
/** Longer links are not looked at. One that carries a large guide takes about 0.02 million. */
export const LONGEST_LINK_PART = 2_000_000;

export const LONGEST_ID = 200;
/** The name of a person, a role or a guide, and whatever else stands in one line of a list. */
export const LONGEST_NAME = 2000;
/** What is written in sentences: a note, a reason, a question. So long a note takes a book of 500 pages. */
export const LONGEST_TEXT = 1_000_000;

/** Questions of a guide; also those that somebody adds to one interview. */
export const MOST_QUESTIONS = 1000;
/** Areas of one question, and follow-ups of one. */
export const MOST_OF_QUESTION = 500;
/** Areas of a guide; a page with 10,000 takes 23 s to be drawn. As many follow-ups. */
export const MOST_AREAS = 2000;
/** Entries of all lists of a guide together: of 2,000 areas, each with ten anchors, and as much again. */
export const MOST_PARTS = 50_000;
/** Notes with their time, gaps and follow-ups asked, of one answer. Nobody comes near by hand. */
export const MOST_MOMENTS = 5000;
export const MOST_REVISIONS = 1000;
/** Entries of the audit log of one interview or panel, in a file: each is a decision that somebody took by hand. */
export const MOST_LOGGED = 10_000;
/** Interviewers of a panel: who drops a thousand scorecards in has a panel of a thousand. */
export const MOST_SEATS = 2000;
/** Of a panel; the guide versions in its file are no more. */
export const MOST_SCORECARDS = 2000;
/** Entries of a list that a setting keeps. */
export const MOST_KEPT = 10_000;

/** Of what is asked of one question. */
export const FEWEST_MINUTES = 1;
export const MOST_MINUTES = 1440;
/** Of a scale. */
export const FEWEST_POINTS = 2;
export const MOST_POINTS = 10;
/** Of an own number of months for which candidates are kept. */
export const MOST_RETENTION_MONTHS = 600;
/** Of an entry in the list of sensitive words. */
export const LONGEST_WORDS = 200;

/** Epoch ms of the first moment of 1970 and of the last of 9998: one year short of what a time in a file has room for. */
const FIRST_MS = 0;
const LAST_MS = 253_370_764_799_999;

/** @returns whether it is such a moment */
export function isTime(ms: number): boolean {
  return ms >= FIRST_MS && ms <= LAST_MS;
}

/** @returns the moment, or the first or the last there may be where it is before or after: a clock can be set to any year */
export function withinTimes(ms: number): number {
  return ms < FIRST_MS ? FIRST_MS : ms > LAST_MS ? LAST_MS : ms;
}
