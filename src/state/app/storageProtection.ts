import { useEffect, useState } from "react";

/** Whether the browser promised to keep the data when space gets short. */
export type StorageProtection = "protected" | "unprotected" | "unknown";

/** WebKit's embedded view has no storage manager, and older ones lack a method. */
function storageManager(): Partial<StorageManager> {
  return (navigator as { storage?: StorageManager }).storage ?? {};
}

/** Asks the browser to keep this app's data. Some browsers ask the person, some decide by themselves. */
export async function askForProtection(): Promise<StorageProtection> {
  const isKept = await storageManager().persist?.();
  return isKept === undefined ? "unknown" : isKept ? "protected" : "unprotected";
}

/** @returns the browser's answer as it stands, and a way to ask again */
export function useStorageProtection(): { protection: StorageProtection; ask: () => void } {
  const [protection, setProtection] = useState<StorageProtection>("unknown");
  useEffect(() => {
    void storageManager()
      .persisted?.()
      .then((isKept) => setProtection(isKept ? "protected" : "unprotected"));
  }, []);
  return { protection, ask: () => void askForProtection().then(setProtection) };
}
