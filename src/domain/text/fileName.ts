/** Systems take 255 bytes: what is left is for the ending, and for a number in brackets. */
const MOST_BYTES = 200;

/** @returns a file name that every system takes, which says whose it is: of what is too long something of each part */
export function fileName(parts: readonly string[], ending: string): string {
  const words = parts
    .map((part) => {
      const word = part.trim().replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "-");
      return Array.from(word.replaceAll(/^-+|-+$/gu, "").slice(0, MOST_BYTES));
    })
    .filter(({ length }) => length > 0);
  const bytesOf = (word: readonly string[]) => word.reduce((sum, letter) => sum + utf8Length(letter), 0);
  while (words.reduce((sum, word) => sum + bytesOf(word) + 1, 0) > MOST_BYTES) {
    const longest = words.reduce((most, word) => (bytesOf(word) > bytesOf(most) ? word : most));
    longest.pop();
  }
  return `${words.map((word) => word.join("").replace(/-+$/u, "")).join("_") || "interview"}.${ending}`;
}

/** @returns how many bytes a character takes in UTF-8 */
function utf8Length(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x8_00 ? 2 : point < 0x1_00_00 ? 3 : 4;
}
