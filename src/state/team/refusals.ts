import { useLiveQuery } from "dexie-react-hooks";
import { OTHER_DEVICE, type InboxRow } from "../../domain/team/outbox.ts";
import { giveSeatToOther, readRefused } from "../../storage/team/teamRows.ts";
import type { SeatPlace } from "../../storage/team/teamTables.ts";
import { useApp, type AppParts } from "../app/appContext.ts";

/** What came in the name of a seat and was not taken in. */
export interface SeatRefusals {
  /** When another device than the seat's joined as well, epoch ms; null where none did. */
  readonly otherDeviceAt: number | null;
  /** All else, the last first. */
  readonly others: readonly Pick<InboxRow, "hash" | "at" | "refused">[];
}

/** @returns what was not taken in of a panel that is led here, by interviewer id, kept up to date; undefined until it is read */
export function useRefusals(panelId: string): ReadonlyMap<string, SeatRefusals> | undefined {
  const { database } = useApp();
  const rows = useLiveQuery(() => readRefused(database, panelId), [database, panelId]);
  return rows && bySeat(rows);
}

function bySeat(rows: readonly InboxRow[]): ReadonlyMap<string, SeatRefusals> {
  const seats = new Map<string, SeatRefusals>();
  for (const { seat, hash, at, refused } of rows) {
    const { otherDeviceAt, others } = seats.get(seat) ?? { otherDeviceAt: null, others: [] };
    seats.set(
      seat,
      refused === OTHER_DEVICE
        ? { otherDeviceAt: at, others }
        : { otherDeviceAt, others: [{ hash, at, refused }, ...others] },
    );
  }
  return seats;
}

/** Has a seat be that of the other device that joined. What the first one sent so far stays, and nothing more comes from it. */
export function letOtherDeviceIn({ database, clock }: AppParts, place: SeatPlace): Promise<void> {
  return giveSeatToOther(database, place, clock.now());
}
