import { agendaOf, clockOf, type AgendaItem } from "../../../domain/session/agenda.ts";
import type { WholeSession } from "../../../domain/session/session.ts";
import type { ClockGap } from "../../../domain/session/timer.ts";

/** A stretch that a clock counted while the page did not live, with whose clock it was. */
interface OpenGap {
  readonly item: AgendaItem;
  readonly gap: ClockGap;
}

/**
 * @param kept gaps that were seen and left as they are, by the time at which they were noticed
 * @returns the last gap of which it was not said yet whether it counts, whatever runs or is on the screen
 */
export function openGapOf(whole: WholeSession, kept: readonly number[]): OpenGap | null {
  let last: OpenGap | null = null;
  for (const item of agendaOf(whole)) {
    const gap = clockOf(whole, item).gaps.findLast(({ at, takenOff }) => !takenOff && !kept.includes(at));
    if (gap && (!last || gap.at > last.gap.at)) last = { item, gap };
  }
  return last;
}
