import { isUnspaced } from "../../../domain/text/tokens.ts";
import { plain } from "./plainText.ts";

/** Phrases as `plain` writes them, parted by bars or lines. */
export interface PhraseLists {
  /** Of what is asked of a candidate without a question mark. */
  readonly request: string;
  /** Of what whoever interviews is told to do. */
  readonly instruction: string;
  /** Of what hands over to the candidate. */
  readonly handingOver: string;
}

/** How many characters of a text are the longest phrase of each list: 0 for none. */
export type PhraseLengths = Readonly<Record<keyof PhraseLists, number>>;

/** So many characters of a text are looked at; no phrase is longer. */
const MOST_READ = 60;

const none: PhraseLengths = { request: 0, instruction: 0, handingOver: 0 };

/** @returns what tells which phrases a text opens with, as whole words */
export function openingIn(lists: PhraseLists): (text: string) => PhraseLengths {
  const named = namesOf(lists);
  return rememberingLast((text) => {
    const start = plain(text.slice(0, MOST_READ * 2)).slice(0, MOST_READ);
    let found = none;
    for (let end = start.length; end > 1; end -= 1) {
      const isWhole = end === start.length || start[end] === " " || isUnspaced(start.charAt(end - 1));
      const names = isWhole ? named.get(start.slice(0, end)) : undefined;
      if (names !== undefined) found = withLonger(found, names, end);
    }
    return found;
  });
}

/** @returns what tells which phrases a text ends with, in writing without spaces */
export function endingIn(lists: PhraseLists): (text: string) => PhraseLengths {
  const named = namesOf(lists);
  return rememberingLast((text) => {
    if (!isUnspaced(text.slice(-4))) return none;
    const end = plain(text.slice(-MOST_READ)).slice(-MOST_READ / 2);
    let found = none;
    for (let from = 0; from < end.length - 1; from += 1) {
      const names = named.get(end.slice(from));
      if (names !== undefined) found = withLonger(found, names, end.length - from);
    }
    return found;
  });
}

/** @returns what tells whether one of the words of a text is in the list */
export function wordIn(list: string): (text: string) => boolean {
  const words = new Set(phrasesOf(list));
  return (text) =>
    plain(text)
      .split(" ")
      .some((word) => words.has(word));
}

/** @returns what tells whether a text opens with one of the words in the list */
export function openingWordIn(list: string): (text: string) => boolean {
  const words = new Set(phrasesOf(list));
  return (text) => words.has(plain(text.slice(0, MOST_READ)).split(" ", 1).join());
}

function phrasesOf(list: string): readonly string[] {
  return list.split(/[|\n]/u).filter((phrase) => phrase !== "");
}

/** The lists that a phrase is in. */
function namesOf(lists: PhraseLists): ReadonlyMap<string, readonly (keyof PhraseLists)[]> {
  const named = new Map<string, (keyof PhraseLists)[]>();
  for (const name of ["request", "instruction", "handingOver"] as const)
    for (const phrase of phrasesOf(lists[name])) named.set(phrase, [...(named.get(phrase) ?? []), name]);
  return named;
}

function withLonger(
  found: PhraseLengths,
  names: readonly (keyof PhraseLists)[],
  length: number,
): PhraseLengths {
  const lengths = { ...found };
  for (const name of names) lengths[name] = Math.max(length, lengths[name]);
  return lengths;
}

/** Several questions are asked of one line after another. */
function rememberingLast<Result>(find: (text: string) => Result): (text: string) => Result {
  let last: { readonly text: string; readonly result: Result } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, result: find(text) };
    return last.result;
  };
}
