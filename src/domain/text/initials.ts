/** @returns the first letters of the first two words of a name: "ML" of "Mei Li" */
export function initialsOf(name: string): string {
  return name
    .split(/\s+/u)
    .flatMap((word) => /[\p{L}\p{N}]/u.exec(word) ?? [])
    .slice(0, 2)
    .join("");
}
