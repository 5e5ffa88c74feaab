/** Hands a text to the browser as a file. */
export function downloadText(name: string, text: string, type = "application/json"): void {
  downloadBlob(name, new Blob([text], { type }));
}

/** Hands a file to the browser. */
export function downloadBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

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
      .slice(0, 120) || "session"
  }.${ending}`;
}
