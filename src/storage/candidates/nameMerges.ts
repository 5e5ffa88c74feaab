import {
  MERGED_NAMES,
  personsBy,
  settingToMerges,
  type NameMerge,
  type Persons,
} from "../../domain/candidates/nameMerges.ts";
import type { Database } from "../database.ts";

/** @returns which names are one person's; inside a transaction of the caller where what follows depends on it */
export async function readMerges({ settings }: Database): Promise<readonly NameMerge[]> {
  return settingToMerges((await settings.get(MERGED_NAMES))?.value);
}

/** @returns who is who on this device, as `readMerges` */
export async function readPersons(database: Database): Promise<Persons> {
  return personsBy(await readMerges(database));
}

/**
 * Keeps which names are one person's. Where there are none that is kept as well, so that no backup brings back the names
 * of somebody who was deleted.
 */
export async function writeMerges({ settings }: Database, merges: readonly NameMerge[]): Promise<void> {
  await settings.put({ key: MERGED_NAMES, value: merges });
}
