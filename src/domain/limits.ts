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
