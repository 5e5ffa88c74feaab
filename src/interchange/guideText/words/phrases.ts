import { isUnspaced } from "../../../domain/text/tokens.ts";
import { plain } from "./plainText.ts";

/** So many characters of a text are looked at; no phrase is longer. */
const MOST_READ = 60;

/**
 * @param lists by their names, phrases as `plain` writes them, parted by bars or lines
 * @returns how many characters of a text are, of each list, the longest phrase that it opens with: 0 for none
 */
export function openingIn<Name extends string>(
  lists: Readonly<Record<Name, string>>,
): (text: string) => Readonly<Record<Name, number>> {
  const phrases = phrasesOf(lists);
  const none = noneOf(lists);
  const find = (text: string) => {
    const start = plain(text.slice(0, MOST_READ * 2)).slice(0, MOST_READ);
    let found = none;
    for (let end = Math.min(start.length, phrases.longest); end > 1; end -= 1) {
      const isWhole = end === start.length || start[end] === " " || isUnspaced(start.charAt(end - 1));
      const names = isWhole ? phrases.named.get(start.slice(0, end)) : undefined;
      if (names !== undefined) found = withLonger(found, names, end);
    }
    return found;
  };
  return rememberingLast(find);
}

/** @returns the same for what a text ends with, in writing without spaces */
export function endingIn<Name extends string>(
  lists: Readonly<Record<Name, string>>,
): (text: string) => Readonly<Record<Name, number>> {
  const phrases = phrasesOf(lists);
  const none = noneOf(lists);
  const find = (text: string) => {
    if (!isUnspaced(text.slice(-4))) return none;
    const end = plain(text.slice(-MOST_READ)).slice(-phrases.longest);
    let found = none;
    for (let from = 0; from < end.length - 1; from += 1) {
      const names = phrases.named.get(end.slice(from));
      if (names !== undefined) found = withLonger(found, names, end.length - from);
    }
    return found;
  };
  return rememberingLast(find);
}

/** @returns whether one of the words of a text is in the list */
export function wordIn(list: string): (text: string) => boolean {
  const words = new Set(list.split(/[|\n]/u));
  return (text) =>
    plain(text)
      .split(" ")
      .some((word) => words.has(word));
}

function phrasesOf<Name extends string>(lists: Readonly<Record<Name, string>>) {
  const named = new Map<string, Name[]>();
  for (const name of Object.keys(lists) as Name[])
    for (const phrase of lists[name].split(/[|\n]/u)) named.set(phrase, [...(named.get(phrase) ?? []), name]);
  return { named, longest: Math.max(...Array.from(named.keys(), ({ length }) => length)) };
}

function noneOf<Name extends string>(lists: Readonly<Record<Name, string>>): Readonly<Record<Name, number>> {
  return Object.fromEntries(Object.keys(lists).map((name) => [name, 0])) as Record<Name, number>;
}

function withLonger<Name extends string>(
  found: Readonly<Record<Name, number>>,
  names: readonly Name[],
  length: number,
): Readonly<Record<Name, number>> {
  return {
    ...found,
    ...Object.fromEntries(names.filter((name) => found[name] < length).map((name) => [name, length])),
  };
}

/** Several questions are asked of one line after another. */
function rememberingLast<Result>(find: (text: string) => Result): (text: string) => Result {
  let last: string | undefined;
  let result: Result;
  return (text) => {
    if (text !== last) result = find(text);
    last = text;
    return result;
  };
}
