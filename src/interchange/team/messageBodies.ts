import * as v from "valibot";
import { sessionStatuses } from "../../domain/session/session.ts";
import { isTime } from "../../domain/text/limits.ts";
import type { Joined, Receipt, Roster, SeatNews } from "../../domain/team/message.ts";
import { parseJson } from "../files/decoding.ts";

/** Counted up by one each time: none is so large that nothing could follow. */
const MOST_NUMBER = 1_000_000;
const number = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MOST_NUMBER));
const time = v.pipe(v.number(), v.check(isTime));

/** @returns what the body of a "joined" says; null where it is none */
export function decodeJoined(body: string): Joined | null {
  return decodeBody(v.object({ publicKey: v.string(), proof: v.string() }), body);
}

/** 0 for one in which nobody is yet, of which nobody is told. */
export const rosterSchema = v.object({
  number: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(MOST_NUMBER)),
  seats: v.record(v.string(), v.string()),
});

/** @returns what the body of a roster says; null where it is none */
export function decodeRoster(body: string): Roster | null {
  return decodeBody(rosterSchema, body);
}

/** @returns what the body of a receipt says; null where it is none */
export function decodeReceipt(body: string): Receipt | null {
  const schema = v.object({ hash: v.string(), at: time, refused: v.exactOptional(v.string()) });
  return decodeBody(schema, body);
}

const newsSchema = v.object({
  number,
  status: v.picklist(sessionStatuses),
  scheduledAt: time,
  startedAt: v.nullable(time),
  submittedAt: v.nullable(time),
});

/** @param text of a status, decrypted @returns how far a seat is; null where it is no status */
export function decodeSeatNews(text: string): SeatNews | null {
  return decodeBody(newsSchema, text);
}

const seatSchema = v.looseObject({
  session: v.looseObject({
    id: v.string(),
    panel: v.looseObject({ panelId: v.string(), interviewerId: v.string() }),
  }),
});

/** Whose a scorecard says it is. */
export interface CardSeat {
  readonly sessionId: string;
  readonly panelId: string;
  readonly seat: string;
}

/** @param text of a scorecard, decrypted @returns whose it says it is; null where it says nothing of it */
export function decodeCardSeat(text: string): CardSeat | null {
  const session = decodeBody(seatSchema, text)?.session;
  if (!session) return null;
  return { sessionId: session.id, panelId: session.panel.panelId, seat: session.panel.interviewerId };
}

function decodeBody<T>(schema: v.GenericSchema<unknown, T>, body: string): T | null {
  const parsed = parseJson(body);
  const decoded = parsed.ok ? v.safeParse(schema, parsed.value) : null;
  return decoded?.success ? decoded.output : null;
}
