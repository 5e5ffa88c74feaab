/** @returns the lower-case words of a text; runs of Chinese, Japanese or Korean also from each of their characters on */
export function textToWords(text: string): readonly string[] {
  const words =
    text
      .toLocaleLowerCase("en")
      .normalize("NFC")
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.flatMap((word) =>
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(word)
      ? Array.from(word, (_, index) => Array.from(word).slice(index).join(""))
      : [word],
  );
}
