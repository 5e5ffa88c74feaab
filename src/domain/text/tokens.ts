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
