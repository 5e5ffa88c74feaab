/** A document that this page writes, or holds unwritten work of: what others have to know of it. */
export interface OpenWriter {
  readonly flush: () => void;
  readonly leave: () => void;
  /** Whether something is in the memory of this page only, and can't be written now. */
  readonly isUnwritten: () => boolean;
}

export const openWriters = new Set<OpenWriter>();

/** For a page that is hidden: what waits is begun to be written, of every document. */
export function flushDocuments(): void {
  for (const { flush } of openWriters) flush();
}

/** For a page that goes away, and may not hear another word: what is not on the disk is left behind, of every document. */
export function leaveDocuments(): void {
  for (const { leave } of openWriters) leave();
}

/** @returns whether a document is open whose changes get to the disk: with the next key one may */
export function isDocumentOpen(): boolean {
  return [...openWriters].some(({ isUnwritten }) => !isUnwritten());
}

/** @returns whether something is in the memory of this page only, and can't be written now */
export function isWorkUnwritten(): boolean {
  return [...openWriters].some(({ isUnwritten }) => isUnwritten());
}
