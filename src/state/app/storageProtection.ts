import { useEffect, useState } from "react";

/** Whether the browser promised to keep the data when space gets short. */
export type StorageProtection = "protected" | "unprotected" | "unknown";

/** WebKit's embedded view has no storage manager, and older ones lack a method. */
function storageManager(): Partial<StorageManager> {
  return (navigator as { storage?: StorageManager }).storage ?? {};
}

/** Asks the browser to keep this app's data. Some browsers ask the person, some decide by themselves. */
export async function askForProtection(): Promise<StorageProtection> {
  return protectionOf(await storageManager().persist?.());
}

function protectionOf(isKept: boolean | undefined): StorageProtection {
  if (isKept === undefined) return "unknown";
  return isKept ? "protected" : "unprotected";
}

/** @returns the browser's answer as it stands, undefined until it has given one, and a way to ask again */
export function useStorageProtection(): { protection: StorageProtection | undefined; ask: () => void } {
  const [protection, setProtection] = useState<StorageProtection>();
  useEffect(() => {
    const answer = storageManager().persisted?.() ?? Promise.resolve(undefined);
    void answer.catch(() => undefined).then((isKept) => setProtection(protectionOf(isKept)));
  }, []);
  return { protection, ask: () => void askForProtection().then(setProtection) };
}
