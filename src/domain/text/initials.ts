/** @returns the first letters of the first two words of a name */
export function initialsOf(name: string): string {
  return name
    .split(/\s+/u)
    .map((word) => Array.from(word)[0] ?? "")
    .slice(0, 2)
    .join("");
}
