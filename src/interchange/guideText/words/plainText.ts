/** @returns a text as words are compared: small letters without marks, and a space for all else */
export function plain(text: string): string {
  const letters = /^[ -~]*$/.test(text)
    ? text.toLowerCase()
    : text
        .normalize("NFKD")
        .replaceAll(/[\u0300-\u036F\u0591-\u05C7\u064B-\u0655]/g, "")
        .normalize("NFC")
        .toLowerCase()
        .replaceAll("ß", "ss");
  return letters
    .replaceAll(/(?<=[a-z])['’]re(?= )/g, " are")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** @returns whether a line is a sentence, and says so at its end */
export function isSentence(text: string): boolean {
  return /[.。]["”»）)]?$/u.test(text);
}
