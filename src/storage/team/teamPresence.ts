import { liveQuery } from "dexie";
import type { Database } from "../database.ts";

/** @returns whether there is a team on this device */
export async function hasTeam({ teamLinks }: Database): Promise<boolean> {
  return (await teamLinks.count()) > 0;
}

/** Calls back once, when there is a team on this device: now or later, from whichever tab. */
export function whenTeam(database: Database, onTeam: () => void): void {
  const watching = liveQuery(() => hasTeam(database)).subscribe((has) => {
    if (!has) return;
    watching.unsubscribe();
    onTeam();
  });
}
