import { describe, expect, test } from "vitest";
import { clockOf, elapsedMsOf, pauseItem, questionItem } from "../../../src/domain/session/agenda.ts";
import { finishSession, takeOffGap } from "../../../src/domain/session/call.ts";
import { heartbeat, readClocks, reopenSession } from "../../../src/domain/session/clockGaps.ts";
import { sessionElapsedMs } from "../../../src/domain/session/wholeSession.ts";
import type { ClockReading } from "../../../src/domain/session/timer.ts";
import {
  askQuestion,
  HOUR,
  introduction,
  liveInterview,
  liveInterviewWithSegments,
  MINUTE,
  plannedInterview,
  questionMs,
  runningIds,
  START,
} from "../../smallInterview.ts";

describe("the clocks", () => {
  const start: ClockReading = { wallMs: START, monotonicMs: 0 };
  const onFirst = askQuestion(liveInterview(), "failed", START);

  test("clocks that go together change nothing", () => {
    expect(readClocks(onFirst, start, { wallMs: START + 500, monotonicMs: 500 })).toBe(onFirst);
  });

  test("a night's sleep is recorded as a gap and can be taken off", () => {
    const woken = { wallMs: START + 8 * HOUR, monotonicMs: 500 };
    const whole = readClocks(onFirst, start, woken);
    expect(whole.answers["failed"]?.gaps).toEqual([
      { at: woken.wallMs, gapMs: 8 * HOUR - 500, takenOff: false },
    ]);
    expect(questionMs(whole, "failed", woken.wallMs)).toBe(8 * HOUR);

    const off = takeOffGap(whole, questionItem("failed"), woken.wallMs, woken.wallMs);
    expect(questionMs(off, "failed", woken.wallMs)).toBe(500);
    expect(sessionElapsedMs(off.session, woken.wallMs)).toBe(500);
    expect(off.answers["failed"]?.gaps[0]?.takenOff).toBe(true);
    expect(takeOffGap(off, questionItem("failed"), woken.wallMs, woken.wallMs)).toBe(off);
  });

  test("a gap of a question that is over comes off it without setting it going", () => {
    const woken = { wallMs: START + 8 * HOUR, monotonicMs: 500 };
    const next = askQuestion(readClocks(onFirst, start, woken), "recipe", woken.wallMs);
    const off = takeOffGap(next, questionItem("failed"), woken.wallMs, woken.wallMs + MINUTE);
    expect(runningIds(off)).toEqual(["recipe"]);
    expect(questionMs(off, "failed", woken.wallMs + HOUR)).toBe(500);
  });

  test("only the gap that was asked for is taken off", () => {
    const once = readClocks(onFirst, start, { wallMs: START + HOUR, monotonicMs: 0 });
    const twice = readClocks(
      once,
      { wallMs: START + HOUR, monotonicMs: 0 },
      { wallMs: START + 2 * HOUR, monotonicMs: 0 },
    );
    const off = takeOffGap(twice, questionItem("failed"), START + 2 * HOUR, START + 2 * HOUR);
    expect(off.answers["failed"]?.gaps.map(({ takenOff }) => takenOff)).toEqual([false, true]);
    expect(questionMs(off, "failed", START + 2 * HOUR)).toBe(HOUR);
  });

  test("the clock set back an hour leaves both times standing, and is nothing to take off", () => {
    const after = { wallMs: START - HOUR, monotonicMs: 1000 };
    const whole = readClocks(onFirst, start, after);
    expect(questionMs(whole, "failed", after.wallMs)).toBe(1000);
    expect(sessionElapsedMs(whole.session, after.wallMs)).toBe(1000);
    expect(whole.answers["failed"]?.gaps).toMatchObject([{ gapMs: -HOUR - 1000, takenOff: false }]);
    expect(takeOffGap(whole, questionItem("failed"), after.wallMs, after.wallMs)).toBe(whole);
  });

  test("a clock that drifts back by a second is carried over and is no gap", () => {
    const after = { wallMs: START - 1000, monotonicMs: 500 };
    const whole = readClocks(onFirst, start, after);
    expect(questionMs(whole, "failed", after.wallMs)).toBe(500);
    expect(whole.answers["failed"]?.gaps).toEqual([]);
  });

  test("a sleep while the question is paused is not recorded on it", () => {
    const paused = pauseItem(onFirst, questionItem("failed"), START);
    const whole = readClocks(paused, start, { wallMs: START + HOUR, monotonicMs: 0 });
    expect(whole.answers["failed"]?.gaps).toEqual([]);
    expect(questionMs(whole, "failed", START + HOUR)).toBe(0);
  });

  test("a sleep in which no clock ran is recorded nowhere; the clock set back leaves the session's time standing", () => {
    const paused = pauseItem(liveInterview(), questionItem("failed"), START);
    expect(readClocks(paused, start, { wallMs: START + HOUR, monotonicMs: 0 })).toBe(paused);
    const none = liveInterview("s1", { questionIds: [] });
    const back = readClocks(none, start, { wallMs: START - HOUR, monotonicMs: 0 });
    expect(sessionElapsedMs(back.session, START - HOUR)).toBe(0);
    expect(back.answers).toEqual({});
  });

  test("a segment has its gaps too, and they come off its time", () => {
    const woken = { wallMs: START + HOUR, monotonicMs: 1000 };
    const whole = readClocks(liveInterviewWithSegments(), start, woken);
    const gap = { at: woken.wallMs, gapMs: HOUR - 1000, takenOff: false };
    expect(clockOf(whole, introduction).gaps).toEqual([gap]);
    expect(whole.answers).toEqual({});

    const off = takeOffGap(whole, introduction, gap.at, woken.wallMs);
    expect(elapsedMsOf(off, introduction, woken.wallMs + 500)).toBe(1500);
    expect(sessionElapsedMs(off.session, woken.wallMs)).toBe(1000);
    expect(clockOf(off, introduction).gaps).toEqual([{ ...gap, takenOff: true }]);
    expect(takeOffGap(off, introduction, gap.at, woken.wallMs)).toBe(off);
  });

  test("the clock set back in a segment leaves its time standing, also where the page was closed", () => {
    const back = { wallMs: START - HOUR, monotonicMs: 1000 };
    const whole = readClocks(liveInterviewWithSegments(), start, back);
    expect(elapsedMsOf(whole, introduction, back.wallMs)).toBe(1000);
    const seen = heartbeat(liveInterviewWithSegments(), START + MINUTE);
    expect(elapsedMsOf(reopenSession(seen, START - HOUR), introduction, START - HOUR)).toBe(MINUTE);
    expect(clockOf(reopenSession(seen, START + HOUR), introduction).gaps).toEqual([
      { at: START + HOUR, gapMs: HOUR - MINUTE, takenOff: false },
    ]);
  });

  test("a session that is not live takes no notice of the clocks", () => {
    const over = finishSession(onFirst, START);
    expect(readClocks(over, start, { wallMs: START + HOUR, monotonicMs: 0 })).toBe(over);
  });

  test("a page closed for more than a minute leaves a gap, a reload does not", () => {
    const seen = heartbeat(onFirst, START + MINUTE);
    expect(reopenSession(seen, START + MINUTE + 59_999)).toBe(seen);
    const later = START + HOUR;
    expect(reopenSession(seen, later).answers["failed"]?.gaps).toEqual([
      { at: later, gapMs: HOUR - MINUTE, takenOff: false },
    ]);
  });

  test("a page opened again after the clock was set back shows what it showed", () => {
    const seen = heartbeat(onFirst, START + MINUTE);
    const whole = reopenSession(seen, START - HOUR);
    expect(questionMs(whole, "failed", START - HOUR)).toBe(MINUTE);
  });

  test("a page opened on a device whose clock is behind says nothing of a clock that was set back", () => {
    const whole = reopenSession(heartbeat(onFirst, START + MINUTE), START - 5 * MINUTE);
    expect(whole.answers["failed"]?.gaps).toEqual([]);
  });

  test("a session whose page nobody saw is opened as it is", () => {
    const planned = plannedInterview();
    expect(reopenSession(planned, START + HOUR)).toBe(planned);
  });

  test("there is no gap to take off where none was noticed", () => {
    expect(takeOffGap(onFirst, questionItem("failed"), START, START)).toBe(onFirst);
    expect(takeOffGap(onFirst, questionItem("recipe"), START, START)).toBe(onFirst);
  });
});
