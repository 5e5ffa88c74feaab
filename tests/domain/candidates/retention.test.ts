import fc from "fast-check";
import { expect, test } from "vitest";
import { groupCandidates, type CandidatePart } from "../../../src/domain/candidates/candidate.ts";
import {
  addMonths,
  deletionRefusal,
  dueAt,
  isRetention,
  keptFrom,
  nameInText,
} from "../../../src/domain/candidates/retention.ts";
import { smallPanel } from "../../smallPanel.ts";
import { plannedInterview, START } from "../../smallInterview.ts";

const at = (text: string) => Date.parse(text);

test.each([
  ["2026-11-24T09:30:00Z", 6, "2027-05-24T09:30:00Z"],
  ["2026-11-24T09:30:00Z", 12, "2027-11-24T09:30:00Z"],
  ["2026-11-24T09:30:00Z", 48, "2030-11-24T09:30:00Z"],
  // The month has no such day.
  ["2026-08-31T23:59:59Z", 6, "2027-02-28T23:59:59Z"],
  ["2027-08-31T00:00:00Z", 6, "2028-02-29T00:00:00Z"],
  ["2028-02-29T12:00:00Z", 12, "2029-02-28T12:00:00Z"],
  ["2028-02-29T12:00:00Z", 48, "2032-02-29T12:00:00Z"],
  // The year changes, or a century that has no leap day.
  ["2026-12-31T00:00:00Z", 1, "2027-01-31T00:00:00Z"],
  ["2099-12-31T00:00:00Z", 2, "2100-02-28T00:00:00Z"],
  ["1969-12-31T00:00:00Z", 2, "1970-02-28T00:00:00Z"],
])("%s and %i calendar months are %s", (from, months, until) => {
  expect(addMonths(at(from), months)).toBe(at(until));
});

test("months are counted as the browser's own calendar counts them", () => {
  const time = fc.date({ min: new Date("1900-01-01"), max: new Date("2200-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(time, fc.integer({ min: 1, max: 600 }), (from, months) => {
      const date = new Date(from);
      date.setUTCDate(1);
      date.setUTCMonth(date.getUTCMonth() + months);
      const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
      date.setUTCDate(Math.min(from.getUTCDate(), last));
      expect(addMonths(from.getTime(), months)).toBe(date.getTime());
    }),
  );
});

test("a number of months is whole, and from 1 to 600", () => {
  expect([1, 6, 600].every(isRetention)).toBe(true);
  expect([0, -6, 1.5, 601, Number.NaN, "6", null, undefined].some(isRetention)).toBe(false);
});

function part(change: Partial<CandidatePart>): CandidatePart {
  const session = plannedInterview().session;
  return {
    id: session.id,
    panel: null,
    sessions: [session],
    scorecardIds: [],
    changedAt: START,
    decidedAt: null,
    ...change,
  };
}

test("the months begin to count with the decision, also where something was changed after it", () => {
  expect(keptFrom([part({ decidedAt: START, changedAt: START + 5000 })])).toBe(START);
});

test("without a decision they begin with the last change", () => {
  expect(keptFrom([part({ changedAt: START }), part({ changedAt: START + 7000 })])).toBe(START + 7000);
});

test("a session that came in after the decision of a panel keeps the candidate from being due", () => {
  const parts = [part({ decidedAt: START, changedAt: START }), part({ changedAt: START + 9000 })];
  expect(keptFrom(parts)).toBe(START + 9000);
});

test("deleting is refused up to the very moment it is due, with that moment", () => {
  const parts = [part({})];
  const due = dueAt(parts, 6);
  expect(due).toBe(at("2027-05-24T09:30:00Z"));
  expect(deletionRefusal(parts, null, 6, due - 1)).toEqual({ kind: "early", dueAt: due });
  expect(deletionRefusal(parts, null, 6, due)).toBeNull();
});

test("a hold refuses deleting also what is due, with its reason", () => {
  const hold = { candidateKey: "amira haddad", reason: "A complaint is open.", heldAt: START };
  expect(deletionRefusal([part({})], hold, 6, at("2040-01-01T00:00:00Z"))).toEqual({ kind: "hold", hold });
});

test.each([
  ["She withdrew.", null],
  ["Amira asked for it.", "amira"],
  ["Asked for by A. HADDAD", "haddad"],
  ["Haddad's wish", "haddad"],
  ["A wish", null],
  ["The haddadic way", null],
])("of a reason %j, %j is part of the name Amira A Haddad", (reason, word) => {
  expect(nameInText(reason, ["Amira A Haddad"])).toBe(word);
});

test("a name is found in a reason without its accents, in any of its spellings, and in writing without spaces", () => {
  expect(nameInText("jose asked", ["José Núñez"])).toBe("jose");
  expect(nameInText("nunez", ["Pepe", "José Núñez"])).toBe("nunez");
  expect(nameInText("应王小明的要求", ["王小明"])).not.toBeNull();
  expect(nameInText("候选人要求", ["王小明"])).toBeNull();
});

const sources = {
  sessions: [],
  panels: [],
  scorecardKeys: [],
  changedAtBySessionId: new Map<string, number>(),
  deletedByHand: [],
  merges: [],
  holds: [],
};

test("names that differ by case and spaces alone are one candidate, others are not", () => {
  const sessions = ["Amira Haddad", " amira  HADDAD", "Amira Haddad-Khan"].map(
    (candidate, index) => plannedInterview(`s${index}`, { candidate }).session,
  );
  const candidates = groupCandidates({ ...sources, sessions });
  expect(candidates.map(({ key, parts }) => [key, parts.map(({ id }) => id)])).toEqual([
    ["amira haddad", ["s0", "s1"]],
    ["amira haddad khan", ["s2"]],
  ]);
});

test("a panel is one part with its sessions, also with one under another spelling and one whose scorecard it holds", () => {
  const ofPanel = plannedInterview("own", { candidate: "A. Haddad" }).session;
  const panel = { panelId: smallPanel.id, interviewerId: "noor", publicKey: null };
  const candidates = groupCandidates({
    ...sources,
    sessions: [{ ...ofPanel, panel }, plannedInterview("held").session, plannedInterview("apart").session],
    panels: [smallPanel],
    scorecardKeys: [
      ["p1", "held"],
      ["p1", "theirs"],
    ],
  });
  expect(candidates).toMatchObject([
    {
      name: "Amira Haddad",
      parts: [
        { id: "p1", sessions: [{ id: "own" }, { id: "held" }], scorecardIds: ["held", "theirs"] },
        { id: "apart", panel: null },
      ],
    },
  ]);
});

test("a planned session counts from its time, and a panel that stays undecided from its last change", () => {
  const planned = plannedInterview("later", { scheduledAt: START + 99_000 }).session;
  const decision = { outcome: "undecided", reason: "", decidedAt: START - 500 } as const;
  const candidates = groupCandidates({
    ...sources,
    sessions: [planned],
    panels: [{ ...smallPanel, debrief: { ...smallPanel.debrief, decision } }],
  });
  expect(candidates[0]?.parts).toMatchObject([
    { id: "later", changedAt: START + 99_000 },
    { id: "p1", changedAt: START, decidedAt: null },
  ]);
});

test("answers and revisions count as changes of their session", () => {
  const [candidate] = groupCandidates({
    ...sources,
    sessions: [plannedInterview().session],
    changedAtBySessionId: new Map([["s1", START + 1234]]),
  });
  expect(candidate?.parts[0]?.changedAt).toBe(START + 1234);
});

test("a hold is shown also where nothing else is left of the candidate, to be taken off", () => {
  const hold = { candidateKey: "amira haddad", reason: "", heldAt: START };
  expect(groupCandidates({ ...sources, deletedByHand: [], holds: [hold] })).toEqual([
    { key: "amira haddad", name: "amira haddad", parts: [], deletedByHand: [], hold, merges: [] },
  ]);
});
