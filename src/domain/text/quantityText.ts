/** @returns a number and what it counts: "1 question", "3 questions" */
export function quantityToText(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

/** @returns a number of months as people say it: "6 months", "1 year", "18 months" */
export function monthsToText(months: number): string {
  return months % 12 === 0 ? quantityToText(months / 12, "year") : quantityToText(months, "month");
}

/** @returns how many of them to name before "and 3 more": that of one is no shorter than its name */
export function countToName(count: number, most: number): number {
  return count <= most + 1 ? count : most;
}
