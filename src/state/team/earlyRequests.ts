import { useLiveQuery } from "dexie-react-hooks";
import { LEAD } from "../../domain/team/message.ts";
import { isStillToUnlock, readTeamKeys } from "../../storage/team/teamRows.ts";
import type { SeatPlace } from "../../storage/team/teamTables.ts";
import { useApp, type AppParts } from "../app/appContext.ts";

/** @returns why the lead asked on this device for the panel's scorecards before the own one was submitted; null where that was not done, undefined until it is read */
export function useEarlyReason(panelId: string): string | null | undefined {
  const { database } = useApp();
  return useLiveQuery(
    async () => (await readTeamKeys(database, { panelId, seat: LEAD }))?.earlyReason ?? null,
    [database, panelId],
  );
}

/** @returns whether what this device has of these panels can still be needed to unlock their scorecards, kept up to date */
export function useIsStillToUnlock(panelIds: readonly string[]): boolean {
  const { database } = useApp();
  const ids = panelIds.join(" ");
  return useLiveQuery(() => isStillToUnlock(database, ids.split(" ")), [database, ids]) ?? false;
}

/** Asks the other seats to unlock the panel's scorecards though the lead's own is not submitted. @param reason in the lead's words */
export async function askToUnlock(app: AppParts, panelId: string, reason: string): Promise<void> {
  const { askEarly } = await import("./earlyUnlocking.ts");
  await askEarly(app, panelId, reason);
}

/** Leaves locked what the lead asked that seat of this device for. */
export async function declineForLead(app: AppParts, place: SeatPlace): Promise<void> {
  const { declineEarly } = await import("./earlyUnlocking.ts");
  await declineEarly(app, place);
}

/** Does what the lead asked that seat of this device for. */
export async function unlockForLead(app: AppParts, place: SeatPlace): Promise<void> {
  const { unlockEarly } = await import("./earlyUnlocking.ts");
  await unlockEarly(app, place);
}
