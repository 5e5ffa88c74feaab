import type { SeatSide, SeatStatus } from "../../domain/panels/seatStatus.ts";
import { dayToText, timeToText } from "../words/dates.ts";

/** Who looks at the seat. */
interface Looker {
  readonly side: SeatSide;
  readonly isLeadSeat: boolean;
  /** The name of the panel's lead, where the seat's own device knows it. */
  readonly lead?: string | undefined;
  /** Epoch ms. */
  readonly now: number;
}

/** Where somebody stands: what counts, then what is behind it; empty where there is nothing. */
export interface SeatWords {
  readonly words: string;
  readonly detail: string;
}

/** @returns where somebody stands, in words */
export function seatToWords(status: SeatStatus, looker: Looker): SeatWords {
  const { words, detail } = standing(status, looker);
  if (status.lateDays === 0) return { words, detail };
  const late = status.lateDays === 1 ? "1 day late" : `${status.lateDays} days late`;
  return { words: late, detail: detail === "" ? words : `${words}, ${detail}` };
}

function standing(
  { state, at, isSilent, team, teamWay }: SeatStatus,
  { side, isLeadSeat, now, lead }: Looker,
): SeatWords {
  const when = at === null ? "" : timeToText(at, now);
  const day = at === null ? "" : dayToText(at, now);
  switch (state) {
    case "toInvite":
      return {
        words: side === "onlooker" ? "pending" : isLeadSeat ? "not planned yet" : "not invited yet",
        detail: "",
      };
    case "invited":
      return { words: "invited", detail: day };
    case "opened":
      return { words: "opened the invitation", detail: day };
    case "planned":
      return isSilent
        ? { words: `interview ${day}`, detail: "nothing since" }
        : { words: `planned for ${when}`, detail: "" };
    case "live":
      return { words: "live now", detail: "" };
    case "toWrapUp":
      return { words: "to wrap up", detail: day };
    case "submitted":
      if (team === "stuck") return stuck(day);
      if (team) {
        const once = teamWay === "folder" ? "the shared folder is open here" : "there is a connection";
        return { words: "to send", detail: `sent automatically once ${once}` };
      }
      return {
        words: side === "lead" ? "submitted, not received yet" : "submitted, not sent yet",
        detail: when,
      };
    case "sent":
      if (team === "stuck") return stuck(day);
      if (team) {
        const words = teamWay === "folder" ? "in the shared folder" : "on the server";
        return { words, detail: `${when}, not delivered yet` };
      }
      return side === "lead"
        ? { words: "sent, not received yet", detail: when }
        : { words: `file saved ${day}`, detail: "no receipt yet" };
    case "received":
      return isLeadSeat && side === "lead"
        ? { words: "submitted, yours", detail: when }
        : {
            words:
              side !== "seat" ? "received" : team ? `delivered to ${lead ?? "the lead"}` : "the lead has it",
            detail: when,
          };
  }
}

/** @param day since when it should have arrived */
function stuck(day: string): SeatWords {
  return { words: `not delivered since ${day}`, detail: "send the file" };
}
