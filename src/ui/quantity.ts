/** @returns a number and what it counts: "1 question", "3 questions" */
export function quantityToText(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
