import { useEffect, useState } from "react";
import { toError } from "../../domain/text/errorText.ts";
import { ownFiles } from "../../storage/backups/privateDirectory.ts";

/** Whether the browser promised to keep the data when space gets short; "private" where it keeps it for this window alone. */
export type StorageProtection = "protected" | "unprotected" | "private" | "unknown";

/** WebKit's embedded view has no storage manager, and older ones lack a method. */
function storageManager(): Partial<StorageManager> {
  return (navigator as { storage?: StorageManager }).storage ?? {};
}

/** Asks the browser to keep this app's data. Some browsers ask the person, some decide by themselves. */
export async function askForProtection(): Promise<StorageProtection> {
  return protectionOf(await storageManager().persist?.());
}

async function findProtection(): Promise<StorageProtection> {
  try {
    const protection = protectionOf(await storageManager().persisted?.());
    return protection === "unprotected" && (await isPrivateWindow()) ? "private" : protection;
  } catch {
    return "unknown";
  }
}

/** By its having no files Firefox and WebKit tell a private window, and in no other way; Chromium tells it in none. */
async function isPrivateWindow(): Promise<boolean> {
  try {
    return "getDirectory" in storageManager() && (await ownFiles()) === null;
  } catch (error) {
    // WebKit says no more than that, Firefox says it of a full disk: but on that no database opens, and nothing else is shown.
    return toError(error).name === "UnknownError";
  }
}

function protectionOf(isKept: boolean | undefined): StorageProtection {
  if (isKept === undefined) return "unknown";
  return isKept ? "protected" : "unprotected";
}

/** @returns the browser's answer as it stands, undefined until it has given one, and a way to ask again */
export function useStorageProtection(): { protection: StorageProtection | undefined; ask: () => void } {
  const [protection, setProtection] = useState<StorageProtection>();
  useEffect(() => {
    void findProtection().then(setProtection);
  }, []);
  return { protection, ask: () => void askForProtection().then(setProtection) };
}
