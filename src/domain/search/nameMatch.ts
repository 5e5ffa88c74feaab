import { textToTokens } from "../text/tokens.ts";

/** @returns whether each of the words begins a word of the text, in any order */
export function beginsWords(text: string, words: readonly string[]): boolean {
  const own = textToTokens(text);
  return words.every((word) => own.some((one) => one.startsWith(word)));
}
