import { firstHarmless, firstSensitive } from "./defaultSensitiveWords.ts";
import { LONGEST_WORDS } from "../text/limits.ts";
import { sensitiveTopics, type SensitiveTopic } from "./sensitiveTopics.ts";

/**
 * An entry is one word or several. In it "|" stands between words of which one is meant, "*" for any ending,
 * "#" for a number of two digits: "he|she is # years old", "pregnan*".
 */
export interface SensitiveEntry {
  readonly topic: SensitiveTopic;
  readonly words: string;
}

/** @returns whether a value, which may come from a file, is an entry */
export function isSensitiveEntry(value: unknown): value is SensitiveEntry {
  if (typeof value !== "object" || value === null) return false;
  const { words, topic } = value as Partial<Record<keyof SensitiveEntry, unknown>>;
  return (
    typeof words === "string" && words.length <= LONGEST_WORDS && sensitiveTopics.some((one) => one === topic)
  );
}

export interface SensitiveList {
  readonly entries: readonly SensitiveEntry[];
  /** What is meant otherwise ("race condition"), written as entries are: a find that it touches is none. */
  readonly harmless: readonly string[];
}

/** What a person changed in the first list. */
export interface SensitiveEdits {
  readonly added: readonly SensitiveEntry[];
  /** Entries or other words that are never hinted at. */
  readonly removed: readonly string[];
}

export const noEdits: SensitiveEdits = { added: [], removed: [] };

/** A place in a text, in UTF-16 units; `end` is not included. */
export interface SensitiveFind {
  readonly topic: SensitiveTopic;
  readonly start: number;
  readonly end: number;
}

/** A word in a note that is about what a scorecard must not hold. */
export interface NoteHint {
  readonly topic: SensitiveTopic;
  readonly word: string;
}

/** @returns the first list (English) with the edits made in it */
export function editedList({ added, removed }: SensitiveEdits): SensitiveList {
  const isKept = ({ words }: SensitiveEntry) => !removed.includes(words);
  const first = sensitiveTopics.flatMap((topic) => firstSensitive[topic].map((words) => ({ topic, words })));
  return { entries: [...first, ...added].filter(isKept), harmless: [...firstHarmless, ...removed] };
}

/** @returns the edits with that entry added; entries that find nothing, or are on the list, change nothing */
export function addEntry(edits: SensitiveEdits, topic: SensitiveTopic, typed: string): SensitiveEdits {
  const words = tidy(typed);
  const removed = edits.removed.filter((entry) => entry !== words);
  const isThere = editedList({ ...edits, removed }).entries.some((entry) => entry.words === words);
  if (entryToSource(words) === null || (isThere && removed.length === edits.removed.length)) return edits;
  return { added: isThere ? edits.added : [...edits.added, { topic, words }], removed };
}

/** @returns the edits with that entry, or any other words, never hinted at */
export function removeEntry(edits: SensitiveEdits, typed: string): SensitiveEdits {
  const words = tidy(typed);
  if (entryToSource(words) === null) return edits;
  const isOwn = edits.added.some((entry) => entry.words === words);
  const isFirst = sensitiveTopics.some((topic) => firstSensitive[topic].includes(words));
  return {
    added: edits.added.filter((entry) => entry.words !== words),
    removed: (isOwn && !isFirst) || edits.removed.includes(words) ? edits.removed : [...edits.removed, words],
  };
}

/** @returns the edits without the one that keeps these words from being hinted at */
export function putBackEntry(edits: SensitiveEdits, words: string): SensitiveEdits {
  return { ...edits, removed: edits.removed.filter((entry) => entry !== words) };
}

function tidy(typed: string): string {
  return typed.trim().replaceAll(/\s+/gu, " ").toLocaleLowerCase("en").normalize("NFC");
}

/**
 * Finds the words of a list in a text: whole words, in capitals or not, whatever spaces or hyphens are between them.
 *
 * @param others finds by another list, which yield where they meet one of this
 * @returns the finds from the first to the last, none within another
 */
export function findSensitive(
  text: string,
  list: SensitiveList,
  others: readonly SensitiveFind[] = [],
): readonly SensitiveFind[] {
  const patterns = patternsOf(list);
  const own = patterns.topics.flatMap(({ topic, pattern }) =>
    spansOf(text, pattern).map((span) => ({ topic, ...span })),
  );
  /** By place in the text. */
  const isTaken = new Uint8Array(text.length);
  for (const { start, end } of spansOf(text, patterns.harmless)) isTaken.fill(1, start, end);
  const finds = [...own.toSorted(byPlace), ...others.toSorted(byPlace)].filter(({ start, end }) => {
    if (isTaken.subarray(start, end).includes(1)) return false;
    isTaken.fill(1, start, end);
    return true;
  });
  return finds.toSorted(byPlace);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Of two that begin together the longer one comes first. */
function byPlace(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

const LETTER = String.raw`[\p{L}\p{M}\p{N}_]`;
// Bounded, so that no text can make the search slow.
const BETWEEN = String.raw`[\s\p{Pd}'’]{1,4}`;
const ENDING = String.raw`[\p{L}\p{M}]{0,30}`;

interface Patterns {
  readonly topics: readonly { readonly topic: SensitiveTopic; readonly pattern: RegExp | null }[];
  readonly harmless: RegExp | null;
}

/** Making them takes longer than a search. */
const knownPatterns = new WeakMap<SensitiveList, Patterns>();

function patternsOf(list: SensitiveList): Patterns {
  const known = knownPatterns.get(list);
  if (known) return known;
  const wordsOf = (topic: SensitiveTopic) =>
    list.entries.filter((entry) => entry.topic === topic).map(({ words }) => words);
  const patterns = {
    topics: sensitiveTopics.map((topic) => ({ topic, pattern: entriesToPattern(wordsOf(topic)) })),
    harmless: entriesToPattern(list.harmless),
  };
  knownPatterns.set(list, patterns);
  return patterns;
}

function entriesToPattern(entries: readonly string[]): RegExp | null {
  const sources = entries.map(entryToSource).filter((source) => source !== null);
  if (sources.length === 0) return null;
  return new RegExp(`(?<!${LETTER})(?:${sources.join("|")})(?!${LETTER})`, "giu");
}

function spansOf(text: string, pattern: RegExp | null): readonly Span[] {
  return Array.from(pattern === null ? [] : text.matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** @returns a regular expression's source, or null for an entry without a letter or a number */
function entryToSource(entry: string): string | null {
  const words = entry
    .split(/[\s\p{Pd}'’]+/u)
    .map(wordToSource)
    .filter((source) => source !== null);
  return words.length > 0 ? words.join(BETWEEN) : null;
}

function wordToSource(word: string): string | null {
  const choices = word.split("|").filter((choice) => /[\p{L}\p{N}#]/u.test(choice));
  if (choices.length === 0) return null;
  const forms = choices.flatMap((choice) => [choice.normalize("NFC"), choice.normalize("NFD")]);
  return `(?:${[...new Set(forms)].map(choiceToSource).join("|")})`;
}

function choiceToSource(choice: string): string {
  const isBeginning = choice.endsWith("*");
  const literal = (isBeginning ? choice.slice(0, -1) : choice).replaceAll(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
  return literal.replaceAll("#", "[1-9][0-9]") + (isBeginning ? ENDING : "");
}
