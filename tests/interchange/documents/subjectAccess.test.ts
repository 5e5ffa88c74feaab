import { handOver } from "../../../src/domain/session/handOver.ts";
import { expect, test } from "vitest";
import { attendanceOf, type Panel } from "../../../src/domain/panels/panel.ts";
import type { Scorecard } from "../../../src/domain/session/scorecard.ts";
import {
  encodeSubjectAccess,
  type SubjectRecords,
} from "../../../src/interchange/documents/subjectAccess.ts";
import { scorecardWithSegments } from "../../nastyScorecard.ts";
import { liveInterview, MINUTE, START, submittedInterview } from "../../smallInterview.ts";
import { smallPanel, smallRevision, smallScorecard, startedPanel } from "../../smallPanel.ts";

const noor: Scorecard = {
  ...smallScorecard("noor", { "failed.cause": 5 }, { summary: "NOOR WHY" }),
  revisions: [
    {
      ...smallRevision("r1", START + 90 * MINUTE, "failed.cause", 3),
      recommendation: "no",
      summary: "AFTER",
    },
    smallRevision("r2", START + 95 * MINUTE, "failed.cause", 4),
  ],
};
const ben = smallScorecard("ben", { "failed.cause": 2 }, { summary: "BEN WHY, as Noor said" });
const decided: Panel = {
  ...startedPanel,
  debrief: {
    ...startedPanel.debrief,
    recommendationsShownAt: START,
    agreedByAreaId: { "failed.cause": { rating: 4, note: "AGREED with Ben" } },
    weights: { dough: 2 },
    weightsReason: "WEIGHTS by Eva",
    decision: { outcome: "noHire", reason: "DECIDED by Noor", decidedAt: START },
  },
};

function recordsOf(change: Partial<SubjectRecords> = {}): SubjectRecords {
  return {
    candidate: "Amira Haddad",
    names: ["Amira Haddad"],
    panels: [],
    scorecards: [],
    dueAt: START + 365 * 24 * 60 * MINUTE,
    isHeld: false,
    shutCount: 0,
    exports: [],
    figures: "on",
    ...change,
  };
}

function panelOf(panel: Panel, scorecards: readonly Scorecard[] | null) {
  const attendance = [noor, ben].map(({ first }) => attendanceOf(panel, first));
  return { panel, attendance, scorecards, notReadableBecause: "WHY SEALED", lockedNames: ["Mia Berg"] };
}

const encode = (records: SubjectRecords, hidden: readonly string[] = []) =>
  encodeSubjectAccess(records, hidden, START, "Interview Scorecard test");

test("a session is in the file with every rating, note, timed note, recommendation and time", async () => {
  const file = await encode(
    recordsOf({ scorecards: [{ first: submittedInterview(), revisions: noor.revisions }] }),
  );
  for (const words of [
    "weighed the salt again",
    "“it was the salt”",
    "How did you know?",
    "Found the cause.",
    "because of r1",
    "revised by r1",
    "revised by r2",
    "<bdi>The cause</bdi>: 4 Strong",
    "a gap of 180 seconds",
    "subtracted",
    "Submitted",
    "24 November 2026",
    "Recommendation: no",
    "24 November 2027",
  ]) {
    expect(file).toContain(words);
  }
});

test("when an interview was handed over is in the file too", async () => {
  const away = handOver(liveInterview(), START);
  expect(await encode(recordsOf({ scorecards: [{ first: away, revisions: [] }] }))).toContain(
    "Handed over: ",
  );
});

test("the time of the introduction and of the candidate's questions is in the file too, with its gaps", async () => {
  const file = await encode(recordsOf({ scorecards: [scorecardWithSegments()] }));
  expect(file).toMatch(/Introduction: 05:10 of 05:00; a gap of 90 seconds at [^;<]+, subtracted</u);
  expect(file).toContain("Candidate’s questions: 08:00 of 10:00<");
});

test("an opened panel is in the file with all scorecards, first and final, what was agreed, and the decision", async () => {
  const file = await encode(recordsOf({ panels: [panelOf(decided, [noor, ben])], scorecards: [noor] }));
  for (const words of [
    "NOOR WHY",
    "AFTER",
    "BEN WHY",
    "AGREED",
    "WEIGHTS",
    "DECIDED",
    "no hire",
    "noor on failed.cause",
  ]) {
    expect(file).toContain(words);
  }
  expect(file).not.toContain("WHY SEALED");
});

test("before the debrief shows them, the recommendations of others are left out and the own one is in", async () => {
  const file = await encode(recordsOf({ panels: [panelOf(startedPanel, [noor, ben])], scorecards: [noor] }));
  expect(file).toContain("NOOR WHY");
  expect(file).toContain("ben on failed.cause");
  expect(file).not.toContain("BEN WHY");
});

test("a sealed scorecard is named with its time and the reason, and nothing else of it", async () => {
  const file = await encode(recordsOf({ panels: [panelOf(smallPanel, null)], scorecards: [noor] }));
  expect(file).toContain("WHY SEALED");
  expect(file).toContain("The scorecard of <bdi>Ben</bdi>");
  expect(file).not.toContain("The scorecard of <bdi>Noor</bdi>");
  expect(file).not.toMatch(/BEN WHY|ben on/u);
});

test("it says until when all is kept, that a hold keeps it longer, and what exports were made", async () => {
  const file = await encode(recordsOf({ exports: [{ at: START, form: "CSV" }] }));
  expect(file).toContain("24 November 2027");
  expect(file).toContain("CSV, 24 November 2026");
  const held = await encode(recordsOf({ isHeld: true }));
  expect(held).toContain("not before a legal hold is released");
  expect(held).not.toContain("24 November 2027");
});

test("other people's names are gone from the file, in fields and in notes; the candidate's stays", async () => {
  const earlier = { outcome: "hire", reason: "Eva was for it.", decidedAt: START } as const;
  const early = { leadId: "lead", interviewerId: "other", reason: "Eva is ill.", at: START };
  const debrief = { ...decided.debrief, earlierDecisions: [earlier] };
  const panel = panelOf({ ...decided, debrief, unlockedEarly: [early] }, [noor, ben]);
  const records = recordsOf({ panels: [panel], scorecards: [noor] });
  const plain = await encode(records);
  for (const words of ["Noor", "Eva was for it.", "Eva is ill.", "Mia Berg"]) expect(plain).toContain(words);
  const file = await encode(records, ["Noor", "Ben", "Eva"]);
  expect(file).not.toMatch(/\bnoor\b/iu);
  expect(file).not.toMatch(/\b(?:Ben|Eva)\b/u);
  expect(file).toContain("Amira Haddad");
  expect(file).toContain("WHY, as █████ said");
  expect(file).toContain("Names of other people are redacted.");
});

test("only the names that were chosen are blacked out", async () => {
  const file = await encode(recordsOf({ panels: [panelOf(decided, [noor, ben])] }), ["Ben"]);
  expect(file).toContain("Noor");
  expect(file).not.toMatch(/\bBen\b/u);
});

test("the file runs nothing, and what was written in it is no markup", async () => {
  const first = submittedInterview();
  const planted = { ...first, session: { ...first.session, summary: "<script>alert(1)</script>" } };
  const file = await encode(
    recordsOf({ candidate: "<img src=x>", scorecards: [{ first: planted, revisions: [] }] }),
  );
  expect(file).toContain("default-src &#39;none&#39;");
  expect(file).not.toMatch(/<script|<img/u);
  expect(file).toContain("&lt;script&gt;");
});

test("each name of those whose scorecards can’t be read stands in its own direction", async () => {
  const panel = { ...panelOf(decided, null), lockedNames: ["Mia Berg", "נועה לוי"] };
  const file = await encode(recordsOf({ panels: [panel] }));
  expect(file.replaceAll(/\s+/gu, " ")).toContain("unlocks it: <bdi>Mia Berg</bdi>, <bdi>נועה לוי</bdi>");
});
