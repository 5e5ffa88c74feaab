/**
 * A stopwatch that needs no ticking: what it shows is worked out from the clock, so a hidden tab
 * or a reload changes nothing.
 */
export interface Timer {
  /** Wall clock at the last start, epoch ms; null while it stands still. */
  readonly startedAt: number | null;
  /** What had run before the last start. */
  readonly elapsedBeforeMs: number;
}

/** One look at both of the machine's clocks. */
export interface ClockReading {
  /** Epoch ms; sleeps and settings move it. */
  readonly wallMs: number;
  /** Ms since some start; never set, may stand still while the machine sleeps. */
  readonly monotonicMs: number;
}

/** A stretch that the wall clock counted and the page did not live through (negative: the clock was set back). */
export interface ClockGap {
  /** Epoch ms when it was noticed. */
  readonly at: number;
  readonly gapMs: number;
  /** Whether the interviewer took it off the time. */
  readonly takenOff: boolean;
  /** Whether the interviewer looked at it and left it in the time. Absent in what earlier versions wrote. */
  readonly kept?: boolean | undefined;
}

export const newTimer: Timer = { startedAt: null, elapsedBeforeMs: 0 };

/** The clocks may part by this much before it counts as a gap. */
const TOLERATED_DRIFT_MS = 2000;
/** A page looks at the clocks twice a second, hidden at least once a minute: after this long it did not live. */
const LONGEST_LOOK_APART_MS = 120_000;

/** @returns ms on the timer at `now` (epoch ms); never negative */
export function elapsedMs(timer: Timer, now: number): number {
  return timer.elapsedBeforeMs + (timer.startedAt === null ? 0 : Math.max(0, now - timer.startedAt));
}

/** @returns whether the timer is on */
export function isRunning(timer: Timer): boolean {
  return timer.startedAt !== null;
}

/** Starts the timer at `now` (epoch ms); one that runs is left as it is. */
export function startTimer(timer: Timer, now: number): Timer {
  return isRunning(timer) ? timer : { ...timer, startedAt: now };
}

/** Stops the timer at `now` (epoch ms); one that stands still is left as it is. */
export function stopTimer(timer: Timer, now: number): Timer {
  return isRunning(timer) ? { ...timer, startedAt: null, elapsedBeforeMs: elapsedMs(timer, now) } : timer;
}

/** Takes `ms` off what the timer shows at `now` (epoch ms), down to zero at most. */
export function takeOff(timer: Timer, ms: number, now: number): Timer {
  return {
    ...timer,
    startedAt: isRunning(timer) ? now : null,
    elapsedBeforeMs: Math.max(0, elapsedMs(timer, now) - ms),
  };
}

/**
 * Keeps a timer from going backwards when the wall clock was set back between two readings:
 * it goes on from what it showed, by what the monotonic clock says has passed.
 */
export function carryOver(timer: Timer, before: ClockReading, after: ClockReading): Timer {
  if (!isRunning(timer) || after.wallMs >= before.wallMs) return timer;
  const passedMs = after.monotonicMs - before.monotonicMs;
  return { ...timer, startedAt: after.wallMs, elapsedBeforeMs: elapsedMs(timer, before.wallMs) + passedMs };
}

/**
 * @returns by how many ms the wall clock ran ahead of the monotonic one (negative: fell behind), 0 within two
 * seconds. On Windows the monotonic clock goes on in a sleep: there two looks that lie far apart tell.
 */
export function clockGapMs(before: ClockReading, after: ClockReading): number {
  const apartMs = after.wallMs - before.wallMs;
  const driftMs = apartMs - (after.monotonicMs - before.monotonicMs);
  if (Math.abs(driftMs) > TOLERATED_DRIFT_MS) return Math.round(driftMs);
  return apartMs > LONGEST_LOOK_APART_MS ? Math.round(apartMs) : 0;
}

export type Pace = "calm" | "amber" | "red";

/** Amber from 80 % of the plan, red from 100 %. It never blocks: the timer counts over. */
export function paceOf(elapsed: number, plannedMs: number): Pace {
  if (elapsed >= plannedMs) return "red";
  return elapsed >= plannedMs * 0.8 ? "amber" : "calm";
}

/** @returns a duration as people read a stopwatch: "12:31", from an hour on "1:02:31" */
export function msToClock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const pad = (part: number) => String(part).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return `${hours > 0 ? `${hours}:${pad(minutes)}` : pad(minutes)}:${pad(seconds % 60)}`;
}
