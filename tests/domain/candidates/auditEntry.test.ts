import { expect, test } from "vitest";
import { auditEntries, EVERYBODY, sessionEntries } from "../../../src/domain/candidates/auditEntry.ts";
import { agree, decide, takeBackAgreed, weigh } from "../../../src/domain/panels/debrief.ts";
import { debriefEntries } from "../../../src/domain/panels/debriefParts.ts";
import type { Debrief } from "../../../src/domain/panels/panel.ts";
import { lockSubmission, submitSoon, takeBackSubmission } from "../../../src/domain/session/wholeSession.ts";
import { completeInterview, MINUTE, START } from "../../smallInterview.ts";
import { startedPanel } from "../../smallPanel.ts";

const shown: Debrief = { ...startedPanel.debrief, recommendationsShownAt: START };
const LATER = START + MINUTE;

const changesOf = (before: Debrief, after: Debrief) =>
  debriefEntries("p1", before, after, LATER).map(({ entry: { at, change } }) => ({ at, ...change }));

test("one event is one entry for each of its subjects, and the same entry when it is written again", () => {
  const change = { what: "held", reason: "A complaint." } as const;
  const [one, other] = auditEntries(["p1", "s1"], START, change);
  expect([one?.subjectId, other?.subjectId, other?.id]).toEqual(["p1", "s1", one?.id]);
  expect(auditEntries(["p1"], START, change)).toEqual([one]);
  expect(auditEntries(["p1"], LATER, change)[0]?.id).not.toBe(one?.id);
  expect(auditEntries([EVERYBODY], START, { what: "retention", from: 12, to: 6 })).toMatchObject([
    { subjectId: "", at: START },
  ]);
});

test("a rating that a panel agreed on is logged with what stood before, and again when it is taken away", () => {
  const first = agree(shown, "a", { rating: 3 });
  const second = agree(first, "a", { rating: "notAsked" });
  expect(changesOf(shown, first)).toEqual([{ at: LATER, what: "agreed", areaId: "a", from: null, to: 3 }]);
  expect(changesOf(first, second)).toMatchObject([{ from: 3, to: "notAsked" }]);
  expect(changesOf(second, takeBackAgreed(second, "a"))).toMatchObject([{ from: "notAsked", to: null }]);
});

test("nothing is logged of a key in a note of the debrief, nor of an area gone through without an agreement", () => {
  expect(changesOf(shown, agree(shown, "a", { note: "s" }))).toEqual([]);
  expect(changesOf(shown, agree(shown, "toString", {}))).toEqual([]);
});

test("weights are logged with their reason, those before and those after", () => {
  const weighed = weigh(shown, { dough: 2 }, "It is what the work is.");
  const again = weigh(weighed, weighed.weights, "Said otherwise.");
  expect(changesOf(shown, weighed)).toEqual([
    { at: LATER, what: "weighed", from: null, to: { dough: 2 }, reason: "It is what the work is." },
  ]);
  expect(changesOf(weighed, again)).toMatchObject([{ reason: "Said otherwise." }]);
  expect(changesOf(weighed, weigh(weighed, null, ""))).toMatchObject([{ from: { dough: 2 }, to: null }]);
});

test("a decision is kept when another takes its place, with the time at which it was taken", () => {
  const first = decide(shown, "hire", "Strong on method.", START);
  const second = decide(first, "noHire", "References say otherwise.", LATER);
  expect(changesOf(shown, first)).toEqual([]);
  expect(changesOf(first, second)).toEqual([
    { at: START, what: "decided", outcome: "hire", reason: "Strong on method." },
  ]);
});

test("a submission that is taken back is logged, and none that is made or locked", () => {
  const open = completeInterview();
  const at = open.session.updatedAt + MINUTE;
  const pending = submitSoon(open, at);
  const taken = takeBackSubmission(pending, at + 1);
  expect(sessionEntries(pending.session, taken.session)).toMatchObject([
    { subjectId: open.session.id, at: at + 1, change: { what: "takenBack" } },
  ]);
  expect(sessionEntries(open.session, pending.session)).toEqual([]);
  expect(sessionEntries(pending.session, lockSubmission(pending, at + 2).session)).toEqual([]);
});
