import { expect, test } from "vitest";
import { clockOf, elapsedMsOf, questionItem } from "../../../src/domain/session/agenda.ts";
import { reopenSession } from "../../../src/domain/session/clockGaps.ts";
import { continueHere, handedOver, handOver } from "../../../src/domain/session/handOver.ts";
import {
  completeInterview,
  liveInterview,
  MINUTE,
  plannedInterview,
  START,
  submittedInterview,
} from "../../smallInterview.ts";

const failed = questionItem("failed");
const LEFT = START + 10 * MINUTE;
const live = handOver(liveInterview(), LEFT);

test("an interview that is under way or to be wrapped up can be handed over; a plan or a scorecard not", () => {
  expect(live.session.handedOverAt).toBe(LEFT);
  expect(handOver(completeInterview(), LEFT).session.handedOverAt).toBe(LEFT);
  for (const whole of [plannedInterview(), submittedInterview()]) expect(handOver(whole, LEFT)).toBe(whole);
});

test("what goes to the other device is the same, without the mark: nothing in it is older or newer", () => {
  const { handedOverAt: _mark, ...session } = live.session;
  expect(handedOver(live)).toEqual({ ...live, session });
  expect(session).toEqual({ ...liveInterview().session, seenAt: LEFT });
});

test("the other device goes on as after a closed page: at once without a gap, later with one that can be subtracted", () => {
  const soon = reopenSession(handedOver(live), LEFT + 20_000);
  expect(clockOf(soon, failed).gaps).toEqual([]);
  expect(elapsedMsOf(soon, failed, LEFT + 20_000)).toBe(10 * MINUTE + 20_000);
  const late = reopenSession(handedOver(live), LEFT + 5 * MINUTE);
  expect(clockOf(late, failed).gaps).toEqual([{ at: LEFT + 5 * MINUTE, gapMs: 5 * MINUTE, takenOff: false }]);
});

test("continued here after all, the time since is a gap, and the mark is gone", () => {
  const back = continueHere(live, LEFT + 5 * MINUTE);
  expect(back.session.handedOverAt).toBeUndefined();
  expect(clockOf(back, failed).gaps).toMatchObject([{ gapMs: 5 * MINUTE }]);
  expect(continueHere(back, LEFT + 6 * MINUTE)).toBe(back);
});
