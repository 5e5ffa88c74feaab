import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  carryOver,
  clockGapMs,
  elapsedMs,
  isRunning,
  msToClock,
  newTimer,
  paceOf,
  startTimer,
  stopTimer,
  takeOff,
  type ClockReading,
  type Timer,
} from "../../../src/domain/session/timer.ts";

const SECOND = 1000;
const HOUR = 3_600_000;

const anyTimer: fc.Arbitrary<Timer> = fc.record({
  startedAt: fc.option(fc.integer({ min: 0, max: 4e12 })),
  elapsedBeforeMs: fc.nat(1e9),
});
const anyTime = fc.integer({ min: 0, max: 4e12 });

test("a timer counts from its start, keeps what it had when it stops, and goes on from there", () => {
  const started = startTimer(newTimer, 10_000);
  expect(isRunning(newTimer)).toBe(false);
  expect(isRunning(started)).toBe(true);
  expect(elapsedMs(started, 13_000)).toBe(3000);
  const stopped = stopTimer(started, 14_000);
  expect(elapsedMs(stopped, 99_000)).toBe(4000);
  expect(elapsedMs(startTimer(stopped, 100_000), 101_000)).toBe(5000);
});

test("a timer shows nothing while the wall clock is behind its start", () => {
  expect(elapsedMs(startTimer(newTimer, 10_000), 4000)).toBe(0);
});

test("starting a timer that runs, or stopping one that stands still, changes nothing", () => {
  fc.assert(
    fc.property(anyTimer, anyTime, anyTime, (timer, first, second) => {
      const started = startTimer(timer, first);
      expect(startTimer(started, second)).toBe(started);
      const stopped = stopTimer(timer, first);
      expect(stopTimer(stopped, second)).toBe(stopped);
    }),
  );
});

test("taking time off never shows less than nothing, and a timer that runs goes on running", () => {
  fc.assert(
    fc.property(anyTimer, fc.nat(2e9), anyTime, (timer, ms, now) => {
      const shorter = takeOff(timer, ms, now);
      expect(elapsedMs(shorter, now)).toBe(Math.max(0, elapsedMs(timer, now) - ms));
      expect(isRunning(shorter)).toBe(isRunning(timer));
      expect(elapsedMs(shorter, now + 500) - elapsedMs(shorter, now)).toBe(isRunning(timer) ? 500 : 0);
    }),
  );
});

test("the clock set back an hour never takes time off the timer", () => {
  const timer = startTimer(newTimer, 10 * HOUR);
  const before = { wallMs: 10 * HOUR + 60 * SECOND, monotonicMs: 60 * SECOND };
  const after = { wallMs: 9 * HOUR + 61 * SECOND, monotonicMs: 61 * SECOND };
  const carried = carryOver(timer, before, after);
  expect(elapsedMs(carried, after.wallMs)).toBe(61 * SECOND);
  expect(elapsedMs(carried, after.wallMs + 5 * SECOND)).toBe(66 * SECOND);
});

test("a clock that was not set back, or a timer that stands still, carries nothing over", () => {
  const stopped = stopTimer(startTimer(newTimer, 0), 5000);
  const running = startTimer(newTimer, 0);
  const at = (wallMs: number): ClockReading => ({ wallMs, monotonicMs: 0 });
  expect(carryOver(stopped, at(9000), at(1000))).toBe(stopped);
  expect(carryOver(running, at(1000), at(9000))).toBe(running);
  expect(carryOver(running, at(1000), at(1000))).toBe(running);
});

test("elapsed time never goes backwards, whatever the wall clock is set to and whenever it is started or stopped", () => {
  const step = fc.record({
    wallMs: fc.oneof(fc.integer({ min: -2 * HOUR, max: 2 * HOUR }), fc.integer({ min: -1500, max: 1500 })),
    monotonicMs: fc.double({ min: 0, max: HOUR, noNaN: true }),
    move: fc.constantFrom("look", "start", "stop"),
  });
  fc.assert(
    fc.property(anyTimer, fc.array(step), (first, steps) => {
      let before: ClockReading = { wallMs: 2e12, monotonicMs: 0 };
      let timer = first;
      let shown = elapsedMs(timer, before.wallMs);
      for (const { wallMs, monotonicMs, move } of steps) {
        const after = {
          wallMs: before.wallMs + wallMs,
          monotonicMs: before.monotonicMs + monotonicMs,
        };
        timer = carryOver(timer, before, after);
        const carried = elapsedMs(timer, after.wallMs);
        expect(carried).toBeGreaterThanOrEqual(shown);
        if (move === "start") timer = startTimer(timer, after.wallMs);
        if (move === "stop") timer = stopTimer(timer, after.wallMs);
        expect(elapsedMs(timer, after.wallMs)).toBe(carried);
        shown = carried;
        before = after;
      }
    }),
  );
});

describe("clockGapMs", () => {
  const gap = (wallMs: number, monotonicMs: number) =>
    clockGapMs({ wallMs: 5000, monotonicMs: 100 }, { wallMs: 5000 + wallMs, monotonicMs: 100 + monotonicMs });

  test.each([
    ["clocks that go together leave no gap", 60_000, 60_000, 0],
    ["clocks two seconds apart leave no gap", 62_000, 60_000, 0],
    ["a wall clock that fell back by two seconds leaves no gap", 58_000, 60_000, 0],
    ["a night's sleep is a gap as long as the night", 8 * HOUR, 500, 8 * HOUR - 500],
    ["a clock set back an hour is a gap of minus an hour", -HOUR + 500, 500, -HOUR],
    ["just over two seconds is a gap, in whole milliseconds", 2501.2, 499.9, 2001],
  ])("%s", (_title, wallMs, monotonicMs, expected) => {
    expect(gap(wallMs, monotonicMs)).toBe(expected);
  });
});

test.each([
  [0, "calm"],
  [11 * 60_000 + 59_999, "calm"],
  [12 * 60_000, "amber"],
  [15 * 60_000 - 1, "amber"],
  [15 * 60_000, "red"],
  [99 * 60_000, "red"],
])("after %i ms of a planned quarter of an hour the timer is %s", (elapsed, pace) => {
  expect(paceOf(elapsed, 15 * 60_000)).toBe(pace);
});

test.each([
  [0, "00:00"],
  [999, "00:00"],
  [751_000, "12:31"],
  [59 * 60_000 + 59_999, "59:59"],
  [3_600_000, "1:00:00"],
  [3_751_000, "1:02:31"],
  [36_000_000, "10:00:00"],
])("%i ms reads %s", (ms, text) => {
  expect(msToClock(ms)).toBe(text);
});
