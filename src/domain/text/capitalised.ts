/** @returns the words as they begin a line or stand on a button: "mid-level" gives "Mid-level" */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
