import { useLiveQuery } from "dexie-react-hooks";
import { groupBy } from "../../domain/panels/groupBy.ts";
import { LEAD, rosterWith } from "../../domain/team/message.ts";
import type { InboxRow } from "../../domain/team/outbox.ts";
import { readPanelRow } from "../../storage/panels/panels.ts";
import { readRecipient, readRefused, readTeamKeys, writeTeamChange } from "../../storage/team/teamRows.ts";
import type { SeatPlace } from "../../storage/team/teamTables.ts";
import { useApp, type AppParts } from "../app/appContext.ts";
import { rosterRow } from "./teamOutgoing.ts";

/** What came in the name of a seat and was not taken in. */
export type SeatRefusal = Pick<InboxRow, "hash" | "at" | "refused" | "device">;

/** @returns what was not taken in of a panel that is led here, by interviewer id, the last first, kept up to date; undefined until it is read */
export function useRefusals(panelId: string): ReadonlyMap<string, readonly SeatRefusal[]> | undefined {
  const { database } = useApp();
  const rows = useLiveQuery(() => readRefused(database, panelId), [database, panelId]);
  if (!rows) return undefined;
  return groupBy(rows.toReversed(), ({ seat }) => seat);
}

/** @returns whether a recovery file of the panel lets another device lead its team; undefined until it is read */
export function useCanTakeOver(panelId: string): boolean | undefined {
  const { database } = useApp();
  return useLiveQuery(
    async () => (await readTeamKeys(database, { panelId, seat: LEAD }))?.secretKey.extractable === true,
    [database, panelId],
  );
}

/**
 * Has a seat be that of another device that joined with its invitation. What the one before sent so far stays, and nothing
 * more comes from it; it can be let in again.
 *
 * @param device its public key
 */
export async function letDeviceIn(
  app: AppParts,
  { panelId, seat }: SeatPlace,
  device: string,
): Promise<void> {
  const { database, clock } = app;
  const place = { panelId, seat: LEAD };
  const keys = await readTeamKeys(database, place);
  if (!keys || keys.roster.seats[seat] === device) return;
  const { number } = keys.roster;
  const at = clock.now();
  const [recipient, panel] = await Promise.all([
    readRecipient(database, panelId, device),
    readPanelRow(database, panelId),
  ]);
  const who = { device, ...(recipient !== undefined && { recipient }) };
  const roster = rosterWith(keys.roster, seat, who, panel);
  const row = await rosterRow(roster, keys, at);
  const { takenUpFrom: _over, ...known } = keys;
  const change = { keys: { ...known, roster }, outbox: [row], letIn: { seat, device, at } };
  // What came in meanwhile changed the roster: then it is that one that is changed.
  if (!(await writeTeamChange(database, place, change, number))) {
    await letDeviceIn(app, { panelId, seat }, device);
  }
}
