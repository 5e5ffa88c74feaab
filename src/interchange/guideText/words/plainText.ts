/** @returns a text as words are compared: small letters without marks, and a space for all else */
export function plain(text: string): string {
  const small = text.toLowerCase();
  // Most texts, and quicker.
  if (/^[ -~]*$/.test(small))
    return withAre(small)
      .replaceAll(/[^a-z0-9]+/g, " ")
      .trim();
  const bare = text
    .normalize("NFKD")
    .replaceAll(/[\u0300-\u036F\u0591-\u05C7\u064B-\u0655]/g, "")
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("ß", "ss");
  return withAre(bare)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The zeros of the digits that are written full-width, in Arabic and in Persian. */
const ZEROS = [0x0660, 0x06f0, 0xff10] as const;

/** @returns the text with 1 for "１", "١" and "۱", as long as it was: to find numbers in it, not to show */
export function withPlainDigits(text: string): string {
  return text.replaceAll(/[０-９٠-٩۰-۹]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (ZEROS.findLast((zero) => code >= zero) ?? code));
  });
}

function withAre(small: string): string {
  return small.includes("re ") ? small.replaceAll(/(?<=[a-z])['’]re(?= )/g, " are") : small;
}

/**
 * @param pattern in small letters; one that is to ignore case itself takes a browser some thirty times as long
 * @returns whether it is found in a text, whatever the case of its letters
 */
export function says(pattern: RegExp, text: string): boolean {
  return pattern.test(text.toLowerCase());
}

/** @returns whether a line is a sentence, and says so at its end */
export function isSentence(text: string): boolean {
  return /[.。]["”»）)]?$/u.test(text);
}
