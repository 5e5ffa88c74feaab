import * as v from "valibot";
import type { Joined, Receipt, Roster } from "../../domain/team/message.ts";
import { parseJson } from "../files/decoding.ts";

/** @returns what the body of a "joined" says; null where it is none */
export function decodeJoined(body: string): Joined | null {
  return decodeBody(v.object({ publicKey: v.string(), proof: v.string() }), body);
}

/** @returns what the body of a roster says; null where it is none */
export function decodeRoster(body: string): Roster | null {
  return decodeBody(v.object({ number: v.number(), seats: v.record(v.string(), v.string()) }), body);
}

/** @returns what the body of a receipt says; null where it is none */
export function decodeReceipt(body: string): Receipt | null {
  const schema = v.object({ hash: v.string(), at: v.number(), refused: v.exactOptional(v.string()) });
  return decodeBody(schema, body);
}

const seatSchema = v.looseObject({
  session: v.looseObject({ panel: v.looseObject({ panelId: v.string(), interviewerId: v.string() }) }),
});

/** @param text of a scorecard, decrypted @returns whose it says it is; null where it says nothing of it */
export function decodeCardSeat(text: string): { readonly panelId: string; readonly seat: string } | null {
  const panel = decodeBody(seatSchema, text)?.session.panel;
  return panel ? { panelId: panel.panelId, seat: panel.interviewerId } : null;
}

function decodeBody<T>(schema: v.GenericSchema<unknown, T>, body: string): T | null {
  const parsed = parseJson(body);
  const decoded = parsed.ok ? v.safeParse(schema, parsed.value) : null;
  return decoded?.success ? decoded.output : null;
}
