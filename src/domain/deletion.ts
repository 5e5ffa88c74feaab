import { textToWords } from "./words.ts";

/*
 * What is written down of deleting: all times are epoch ms.
 */

/** What stays of a deleted session or panel: no name, only the id that an old file would bring back. */
export interface Tombstone {
  /** That of the session or the panel. */
  readonly id: string;
  readonly deletedAt: number;
  /** Why it was deleted before its time; empty where that had come. It may not name the candidate. */
  readonly reason: string;
}

/** Stops the deletion of a candidate, as long as a complaint is open for instance. */
export interface Hold {
  /** `candidateKey` of the name. */
  readonly candidateKey: string;
  readonly reason: string;
  readonly heldAt: number;
}

/** An export that was made: the file is out of reach, and to be deleted by hand with the candidate. */
export interface ExportMade {
  readonly id: string;
  readonly at: number;
  /** The form it has ("CSV"), as the screen names it. */
  readonly form: string;
  readonly sessionIds: readonly string[];
  readonly panelIds: readonly string[];
}

/**
 * @returns what one candidate's name has in common however it is typed: its words in lower case, without what stands
 * between them
 */
export function candidateKey(name: string): string {
  const text = name.normalize("NFKC");
  return textToWords(text).join(" ") || text.trim();
}
