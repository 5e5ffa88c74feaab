import { useStorageProtection } from "../../state/app/storageProtection.ts";
import { LastCopy } from "./LastCopy.tsx";
import styles from "./LibraryPage.module.css";

/** Where everything is kept, and for how long one can be sure of it. */
export function Protection() {
  const { protection, ask } = useStorageProtection();
  if (protection === undefined) return null;
  return (
    <footer className={`small soft row ${styles.protection}`}>
      <span>
        Everything stays in this browser, on this device.{" "}
        {protection === "protected"
          ? "Storage is protected."
          : protection === "unprotected"
            ? "The browser may clear it when the disk is nearly full. Export what you need to keep."
            : "Export what you need to keep."}
      </span>
      {protection === "unprotected" && (
        <button type="button" onClick={ask}>
          Protect from automatic deletion
        </button>
      )}
      {/* Last, since it says otherwise after each copy, and would move what comes after it. */}
      <LastCopy />
    </footer>
  );
}
