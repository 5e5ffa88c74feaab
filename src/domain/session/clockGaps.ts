import { changeClock, runningItems } from "./agenda.ts";
import { changeSession, type WholeSession } from "./wholeSession.ts";
import { carryOver, clockGapMs, takeOff, type ClockReading } from "./timer.ts";

/** Says that the page was still there at `now` (epoch ms), so that a closed page can be told from a long answer. */
export function heartbeat(whole: WholeSession, now: number): WholeSession {
  return { ...whole, session: { ...whole.session, seenAt: now } };
}

/**
 * Takes in a new look at the clocks. A wall clock set back never takes time off a timer; a stretch
 * of more than two seconds that the page did not live through is recorded on what was on the clock.
 */
export function readClocks(whole: WholeSession, before: ClockReading, after: ClockReading): WholeSession {
  return takeIn(whole, before, after, clockGapMs(before, after));
}

function takeIn(whole: WholeSession, before: ClockReading, after: ClockReading, gapMs: number): WholeSession {
  const { session } = whole;
  const now = after.wallMs;
  if (session.status !== "live" || (gapMs === 0 && now >= before.wallMs)) return whole;
  const clock = carryOver(session.clock, before, after);
  const carried = clock === session.clock ? whole : changeSession(whole, { clock }, now);
  return runningItems(whole).reduce(
    (changed, item) =>
      changeClock(
        changed,
        item,
        (running) => ({
          ...running,
          gaps: gapMs === 0 ? running.gaps : [...running.gaps, { at: now, gapMs, takenOff: false }],
          timer: carryOver(running.timer, before, after),
        }),
        now,
      ),
    carried,
  );
}

/** A page closed for less than this (a reload, a crash and a restart) is part of the call. */
const REOPENED_AT_ONCE_MS = 60_000;

/**
 * Opens a live session again after its page was closed. Time away of more than a minute is recorded as a gap
 * of what was on the clock; where nothing was, nobody talked, and it does not count at all.
 *
 * @param now epoch ms
 */
export function reopenSession(whole: WholeSession, now: number): WholeSession {
  const { seenAt } = whole.session;
  if (seenAt === null || (now >= seenAt && now - seenAt < REOPENED_AT_ONCE_MS)) return whole;
  const [before, after] = [
    { wallMs: seenAt, monotonicMs: 0 },
    { wallMs: now, monotonicMs: 0 },
  ];
  // A clock that is behind may be another device's: nobody can tell for how long the page was away.
  const read = takeIn(whole, before, after, Math.max(0, clockGapMs(before, after)));
  if (runningItems(whole).length > 0 || whole.session.status !== "live" || now < seenAt) return read;
  return changeSession(read, { clock: takeOff(read.session.clock, now - seenAt, now) }, now);
}
