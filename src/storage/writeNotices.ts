import { Dexie, type ObservabilitySet } from "dexie";
import { DATABASE_NAME } from "./database.ts";

const PART = new RegExp(`^idb://${DATABASE_NAME}/(?!settings/|noteWords/)`, "u");

/** Calls back on every write to the app's database, of this tab or another, but for settings and what is worked out. */
export function watchChanges(onChange: () => void): void {
  Dexie.on.storagemutated.subscribe((changed: ObservabilitySet) => {
    if (Object.keys(changed).some((part) => PART.test(part))) onChange();
  });
}
