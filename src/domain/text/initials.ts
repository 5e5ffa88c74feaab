/** @returns the first letters of the first two words of a name, with the number that tells it from another of that name: "ML2" of "Mei Li (2)" */
export function initialsOf(name: string): string {
  const [, called = name, number = ""] = /^(.*\S) \((\d+)\)$/u.exec(name) ?? [];
  const letters = called
    .split(/\s+/u)
    .map((word) => Array.from(word)[0] ?? "")
    .slice(0, 2)
    .join("");
  return letters + number;
}
