import { reopenSession } from "./clockGaps.ts";
import type { WholeSession } from "./wholeSession.ts";

/**
 * Marks an interview as one that goes on elsewhere. It stands still here from then on, as if its page were closed, and
 * is not newer for the mark: what comes back has all of it.
 *
 * @param now epoch ms
 * @returns the session itself where it is not begun, or is submitted
 */
export function handOver(whole: WholeSession, now: number): WholeSession {
  const { session } = whole;
  if (session.status !== "live" && session.status !== "wrapUp") return whole;
  const seenAt = session.status === "live" ? now : session.seenAt;
  return { ...whole, session: { ...session, seenAt, handedOverAt: now } };
}

/** @returns what goes to the other machine: the same, and not marked there */
export function handedOver(whole: WholeSession): WholeSession {
  const { handedOverAt: _mark, ...session } = whole.session;
  return { ...whole, session };
}

/** Goes on here after all: the time since is a gap, as after a page that was closed. @param now epoch ms */
export function continueHere(whole: WholeSession, now: number): WholeSession {
  return whole.session.handedOverAt === undefined ? whole : reopenSession(handedOver(whole), now);
}
