import { isUnspaced } from "../../../domain/text/tokens.ts";
import { plain } from "./plainText.ts";

/** So many characters of a text are looked at; no phrase is longer. */
const MOST_READ = 60;

/**
 * @param list phrases as `plain` writes them, parted by bars or lines
 * @returns how many characters of a text are the longest of the phrases that it opens with: 0 for none
 */
export function openingIn(list: string): (text: string) => number {
  const phrases = new Set(list.split(/[|\n]/u));
  return (text) => {
    const start = plain(text.slice(0, MOST_READ * 2)).slice(0, MOST_READ);
    for (let end = start.length; end > 1; end -= 1) {
      const isWhole = start[end] === undefined || start[end] === " " || isUnspaced(start.slice(end - 1, end));
      if (isWhole && phrases.has(start.slice(0, end))) return end;
    }
    return 0;
  };
}

/** @returns the same for what a text ends with, in writing without spaces */
export function endingIn(list: string): (text: string) => number {
  const phrases = new Set(list.split(/[|\n]/u));
  return (text) => {
    if (!isUnspaced(text.slice(-4))) return 0;
    const end = plain(text.slice(-MOST_READ)).slice(-MOST_READ / 2);
    for (let from = 0; from < end.length - 1; from += 1)
      if (phrases.has(end.slice(from))) return end.length - from;
    return 0;
  };
}

/** @returns whether one of the words of a text is in the list */
export function wordIn(list: string): (text: string) => boolean {
  const words = new Set(list.split(/[|\n]/u));
  return (text) =>
    plain(text)
      .split(" ")
      .some((word) => words.has(word));
}
