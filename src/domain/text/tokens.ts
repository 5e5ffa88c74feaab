/** @returns whether a text has letters of Chinese, Japanese or Korean in it, whose words may run on without a space */
export function isUnspaced(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text);
}

/** @returns the lower-case words of a text; runs of Chinese, Japanese or Korean also from each of their characters on */
export function textToTokens(text: string): readonly string[] {
  const words =
    text
      .toLocaleLowerCase("en")
      .normalize("NFC")
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.flatMap((word) =>
    isUnspaced(word) ? Array.from(word, (_, index) => Array.from(word).slice(index).join("")) : [word],
  );
}

/** @returns whether each of the words begins a word of the text, in any order; who can't type a marked letter types it plain */
export function beginsWords(text: string, words: readonly string[]): boolean {
  const own = textToTokens(withoutMarks(text));
  return words.map(withoutMarks).every((word) => own.some((one) => one.startsWith(word)));
}

/** @returns the text without accents and other marks on its letters */
export function withoutMarks(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").normalize("NFC");
}

/**
 * @returns what texts are ordered by where only code units are compared, as in an index: letters alike whether capital or
 * marked, and after that as they are
 */
export function textToSortKey(text: string): string {
  return `${withoutMarks(text).toLocaleLowerCase("en")}\u0000${text}`;
}
