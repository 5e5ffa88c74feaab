const CANCELLED: ReadonlySet<string> = new Set(["AbortError", "InvalidStateError"]);

/** Whether the browser has a share sheet that takes a file. */
export function canShareFiles(): boolean {
  const { canShare } = navigator as Partial<Navigator>;
  return canShare?.call(navigator, { files: [textFile("a.txt", "")] }) ?? false;
}

/**
 * Hands a text to the share sheet, as a text file: few browsers share one that says it is JSON. To be called in a press
 * of a button.
 *
 * @param name ends with ".txt"
 * @returns whether it went; nothing went, since the person thought better of it or a share sheet is open already; or the
 * browser refused
 */
export async function shareText(name: string, text: string): Promise<"shared" | "cancelled" | "refused"> {
  try {
    await navigator.share({ files: [textFile(name, text)] });
    return "shared";
  } catch (error) {
    const isCancelled = error instanceof DOMException && CANCELLED.has(error.name);
    return isCancelled ? "cancelled" : "refused";
  }
}

function textFile(name: string, text: string): File {
  return new File([text], name, { type: "text/plain" });
}
