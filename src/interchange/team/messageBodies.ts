import * as v from "valibot";
import { sessionStatuses } from "../../domain/session/session.ts";
import { isTime, LONGEST_NAME } from "../../domain/text/limits.ts";
import type {
  Joined,
  Receipt,
  Roster,
  SeatNews,
  Unlocking,
  UnlockingKey,
} from "../../domain/team/message.ts";
import { parseJson } from "../files/decoding.ts";
import { LONGEST_HEADER } from "./lockedScorecard.ts";

/** Counted up by one each time: none is so large that nothing could follow. */
const MOST_NUMBER = 1_000_000;
const number = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MOST_NUMBER));
const time = v.pipe(v.number(), v.check(isTime));

const recipient = v.pipe(v.string(), v.regex(/^age1[0-9a-z]{58}$/u));

/** @returns what the body of a "joined" says; null where it is none */
export function decodeJoined(body: string): Joined | null {
  const schema = v.object({
    publicKey: v.string(),
    proof: v.string(),
    recipient: v.exactOptional(recipient),
  });
  return decodeBody(schema, body);
}

/** 0 for one in which nobody is yet, of which nobody is told. */
export const rosterSchema = v.object({
  number: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(MOST_NUMBER)),
  seats: v.record(v.string(), v.string()),
  recipients: v.exactOptional(v.record(v.string(), recipient)),
  leadSeat: v.exactOptional(v.string()),
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

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u));
const reason = v.pipe(v.string(), v.maxLength(LONGEST_NAME));

/** @returns what the body of a request to unlock says; null where it is none, or gives both a commitment and a reason */
export function decodeUnlocking(body: string): Unlocking | null {
  const schema = v.pipe(
    v.object({
      commitment: v.nullable(sha256),
      notesCommitment: v.exactOptional(sha256),
      recommendationCommitment: v.exactOptional(sha256),
      reason,
      publicKey: recipient,
      headers: v.record(sha256, v.pipe(v.string(), v.maxLength(LONGEST_HEADER))),
    }),
    v.check((said) => said.commitment === null || said.reason === ""),
  );
  return decodeBody(schema, body);
}

/** @param text of a key, decrypted @returns what it unlocks; null where it is none */
export function decodeUnlockingKey(text: string): UnlockingKey | null {
  const fileKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{22}==$/u));
  return decodeBody(v.object({ hash: sha256, fileKey, reason }), text);
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
