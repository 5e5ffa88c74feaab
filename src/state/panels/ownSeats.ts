import { seatStatus, type SeatStatus } from "../../domain/panels/seatStatus.ts";
import type { Session } from "../../domain/session/session.ts";
import { readOwnSeats, type OwnSeat } from "../../storage/panels/ownSeats.ts";
import { useApp } from "../app/appContext.ts";
import { useKeptReading } from "../app/keptReading.ts";

/** A seat of this device in a panel that is led elsewhere, and where it stands. */
export interface OwnSeatStatus {
  readonly session: Session;
  readonly status: SeatStatus;
  /** The team knows the seat by another device, so that nothing goes by itself from this one. */
  readonly hasOtherDevice: boolean;
  /** Why the lead asks it to unlock the others' scorecards before the lead's own is submitted; null where that is not asked. */
  readonly earlyReason: string | null;
}

/** @returns the seats of this device in panels that are led elsewhere, kept up to date; undefined until they are read */
export function useOwnSeats(): readonly OwnSeatStatus[] | undefined {
  const { clock } = useApp();
  const seats = useKeptReading("own seats", readOwnSeats);
  return seats?.map(({ delivery, ...seat }) => ({
    ...seat,
    status: statusOf({ session: seat.session, delivery }, clock.now()),
  }));
}

/** @returns where the seat of that session stands; null where its panel is led from here, or it is of none; undefined until it is read */
export function useOwnSeat(sessionId: string): SeatStatus | null | undefined {
  const seats = useOwnSeats();
  return seats && (seats.find(({ session }) => session.id === sessionId)?.status ?? null);
}

function statusOf({ session, delivery }: Pick<OwnSeat, "session" | "delivery">, now: number): SeatStatus {
  return seatStatus(
    {
      invitedAt: session.createdAt,
      openedAt: session.createdAt,
      plannedAt: session.scheduledAt,
      interview: session,
      delivery,
    },
    {
      side: "seat",
      isLeadSeat: session.panel?.isLead === true,
      dueAt: session.panel?.dueAt ?? null,
      now,
    },
  );
}
