type Picker = (options: {
  readonly id: string;
  readonly mode: "readwrite";
}) => Promise<FileSystemDirectoryHandle>;

/** What is said where they can’t, and a scorecard would go through one. */
export const NO_FOLDERS =
  "This browser can’t use a folder: Chrome and Edge on a computer can. Or send the encrypted file.";

/** @returns whether folders can be picked in this browser */
export function canPickFolder(): boolean {
  return "showDirectoryPicker" in window;
}

/**
 * Lets the user pick a folder to write into. On a click only.
 *
 * @param id under which the browser remembers the last one picked
 * @returns null where the choice was called off
 * @throws where the browser does not allow it
 */
export async function pickFolder(id: string): Promise<FileSystemDirectoryHandle | null> {
  const { showDirectoryPicker } = window as unknown as { readonly showDirectoryPicker: Picker };
  try {
    return await showDirectoryPicker({ id, mode: "readwrite" });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return null;
    throw error;
  }
}
