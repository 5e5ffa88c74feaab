/** @returns a file name that every system takes, which says whose it is */
export function fileName(parts: readonly string[], ending: string): string {
  const words = parts.map((part) =>
    part
      .trim()
      .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "-")
      .replaceAll(/^-+|-+$/gu, ""),
  );
  return `${
    words
      .filter((word) => word !== "")
      .join("_")
      .slice(0, 120) || "interview"
  }.${ending}`;
}
