import { Dexie, type ObservabilitySet } from "dexie";
import { DATABASE_NAME } from "./database.ts";

const PART = new RegExp(`^idb://${DATABASE_NAME}/(?!settings/)`, "u");
const DELETION = /\/(?:sessions|panels)\/:dels$/u;

/**
 * Calls back on every write to the app's database, of this tab or another, but for settings.
 *
 * @param onChange told whether a session or a panel may have been deleted
 */
export function watchChanges(onChange: (mayDelete: boolean) => void): void {
  Dexie.on.storagemutated.subscribe((changed: ObservabilitySet) => {
    const parts = Object.keys(changed).filter((part) => PART.test(part));
    if (parts.length > 0) onChange(parts.some((part) => DELETION.test(part)));
  });
}
