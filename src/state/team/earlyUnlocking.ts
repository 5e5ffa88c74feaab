import { LEAD } from "../../domain/team/message.ts";
import { readTeamKeys, writeTeamChange, type TeamChange } from "../../storage/team/teamRows.ts";
import type { EarlyRequest, SeatPlace, TeamKeyRow } from "../../storage/team/teamTables.ts";
import type { AppParts } from "../app/appContext.ts";
import { fillUnlocking, keyRows } from "./unlocking.ts";

/** Asks the seats to unlock what came in locked though the lead's own scorecard is not submitted. @param reason in the lead's words */
export async function askEarly(app: AppParts, panelId: string, reason: string): Promise<void> {
  const { database } = app;
  const place = { panelId, seat: LEAD };
  const keys = await readTeamKeys(database, place);
  if (!keys) return;
  if (!(await writeTeamChange(database, place, { told: { earlyReason: reason } }, keys.roster.number))) {
    await askEarly(app, panelId, reason);
    return;
  }
  await fillUnlocking(app, panelId);
}

/** Leaves locked what the lead asked for: the request goes, until the lead asks with another reason. */
export async function declineEarly(app: AppParts, place: SeatPlace): Promise<void> {
  await answerEarly(app, place, async (_keys, { reason }) => ({ told: { early: null, declined: reason } }));
}

/** Unlocks what the lead asked for before the own scorecard was submitted: whoever sits there said so. */
export async function unlockEarly(app: AppParts, place: SeatPlace): Promise<void> {
  await answerEarly(app, place, async (keys, early) => ({
    told: { early: null },
    outbox: await keyRows(app, place, keys, early),
  }));
}

/** @param change what answers the request that is there, by the keys as they are; anew where they changed meanwhile */
async function answerEarly(
  app: AppParts,
  place: SeatPlace,
  change: (keys: TeamKeyRow, early: EarlyRequest) => Promise<TeamChange>,
): Promise<void> {
  const { database } = app;
  const keys = await readTeamKeys(database, place);
  if (!keys?.early) return;
  if (!(await writeTeamChange(database, place, await change(keys, keys.early), keys.roster.number)))
    await answerEarly(app, place, change);
}
