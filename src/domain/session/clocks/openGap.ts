import { agendaOf, changeClock, clockOf } from "../agenda.ts";
import type { AgendaItem } from "../segment.ts";
import { changeSession, type WholeSession } from "../session.ts";
import { msToClock, takeOff, type ClockGap } from "./timer.ts";

/** Takes a recorded gap off the item's time and the session's. One set back, or taken off before, is left. */
export function takeOffGap(whole: WholeSession, item: AgendaItem, gapAt: number, now: number): WholeSession {
  const gap = clockOf(whole, item).gaps.find(({ at }) => at === gapAt);
  if (!gap || gap.takenOff || gap.gapMs <= 0) return whole;
  const changed = changeClock(
    whole,
    item,
    (clock) => ({
      ...clock,
      timer: takeOff(clock.timer, gap.gapMs, now),
      gaps: clock.gaps.map((entry) => (entry === gap ? { ...entry, takenOff: true } : entry)),
    }),
    now,
  );
  return changeSession(changed, { clock: takeOff(whole.session.clock, gap.gapMs, now) }, now);
}

/** Leaves a recorded gap in the item's time, and asks no more. */
export function keepGap(whole: WholeSession, item: AgendaItem, gapAt: number, now: number): WholeSession {
  return changeClock(
    whole,
    item,
    (clock) => ({
      ...clock,
      gaps: clock.gaps.map((entry) => (entry.at === gapAt ? { ...entry, kept: true } : entry)),
    }),
    now,
  );
}

/** A stretch that a clock counted while the page did not live, with whose clock it was. */
export interface OpenGap {
  readonly item: AgendaItem;
  readonly gap: ClockGap;
}

/** @returns the last gap of which it was not said yet whether it counts, whatever runs or is on the screen; or null */
export function openGapOf(whole: WholeSession): OpenGap | null {
  let last: OpenGap | null = null;
  for (const item of agendaOf(whole)) {
    const gap = clockOf(whole, item).gaps.findLast(({ takenOff, kept }) => !takenOff && kept !== true);
    if (gap && (!last || gap.at > last.gap.at)) last = { item, gap };
  }
  return last;
}

/** @returns a sentence that says what happened to the timer */
export function gapToWords({ gapMs }: ClockGap): string {
  return gapMs > 0
    ? `The timer ran ${msToClock(gapMs)} while this page was closed or asleep.`
    : `The clock was set back by ${msToClock(-gapMs)}. The timer went on without it.`;
}
