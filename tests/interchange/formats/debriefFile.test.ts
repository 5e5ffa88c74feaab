import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newPanel, type Panel } from "../../../src/domain/panels/panel.ts";
import type { Scorecard } from "../../../src/domain/session/scorecard.ts";
import {
  encodeDebriefFile,
  isDebriefFile,
  type OpenPanel,
} from "../../../src/interchange/formats/debriefFile.ts";
import { hashGuide, smallGuide, START, submittedInterview } from "../../smallInterview.ts";
import { decodeDebriefFile } from "../guideText/fileTexts.ts";
import { anyOpenPanel } from "./panels.ts";

const panel: Panel = {
  ...newPanel(
    "p1",
    {
      candidate: "Amira Haddad",
      role: "Baker",
      level: "mid",
      remote: false,
      guideId: hashGuide(smallGuide),
      interviewers: [
        { id: "i1", name: "Noor", questionIds: ["failed"] },
        { id: "i2", name: "Noor", questionIds: ["recipe"] },
      ],
      leadId: "i1",
    },
    null,
    START,
  ),
};
const scorecards: readonly Scorecard[] = [
  { first: submittedInterview("s1"), revisions: [] },
  { first: submittedInterview("s2"), revisions: [] },
];
const open: OpenPanel = { panel, guide: smallGuide, scorecards };
const encode = (one: OpenPanel) => encodeDebriefFile(one, START, "Test 1");

interface DebriefJson {
  format: string;
  version: number;
  panel: {
    interviewers: { id: string; questionIds: string[] }[];
    leadId: string | null;
    guideId: string;
    debrief: Record<string, unknown>;
  };
  guides: { title: string; questions: unknown[] }[];
  scorecards: {
    session: Record<string, unknown>;
    answers: { areas: unknown }[];
    revisions?: unknown;
  }[];
}

async function refused(change: (file: DebriefJson) => void): Promise<readonly (readonly [string, string])[]> {
  const file = JSON.parse(encode(open)) as DebriefJson;
  change(file);
  const decoded = await decodeDebriefFile(JSON.stringify(file));
  return decoded.ok ? [] : decoded.errors.map(({ path, message }) => [path, message]);
}

test("a debrief that was written is read as it was", async () => {
  await fc.assert(
    fc.asyncProperty(anyOpenPanel, async (one) => {
      const text = encode(one);
      expect(isDebriefFile(JSON.parse(text))).toBe(true);
      expect(await decodeDebriefFile(text)).toEqual({ ok: true, value: one });
    }),
    { numRuns: 60 },
  );
}, 30_000);

test("a guide version is in the file once, however many scorecards are of it", () => {
  expect((JSON.parse(encode(open)) as DebriefJson).guides).toHaveLength(1);
});

describe("what is refused, with its place", () => {
  test.each<[string, (file: DebriefJson) => void, string, string]>([
    ["a newer version", (file) => (file.version = 2), "version", "newer version"],
    [
      "a guide that was changed",
      (file) => (file.guides[0]!.title = "Other"),
      "panel.guideId",
      "no guide in this file",
    ],
    [
      "a guide with something wrong in it",
      (file) => file.guides[0]!.questions.push(file.guides[0]!.questions[0]),
      "guides[0].questions[3].id",
      "twice",
    ],
    [
      "a session that is not submitted",
      (file) => (file.scorecards[1]!.session["status"] = "live"),
      "scorecards[1].session.status",
      "submitted",
    ],
    [
      "a scorecard with something wrong in it",
      (file) => (file.scorecards[1]!.session["recommendation"] = null),
      "scorecards[1].session.recommendation",
      "needs a recommendation",
    ],
    [
      "a scorecard that is there twice",
      (file) => file.scorecards.push(file.scorecards[0]!),
      "scorecards[2].session.id",
      "twice",
    ],
    [
      "an interviewer that is there twice",
      (file) => (file.panel.interviewers[1]!.id = "i1"),
      "panel.interviewers[1].id",
      "twice",
    ],
    [
      "a question that one is to ask twice",
      (file) => file.panel.interviewers[0]!.questionIds.push("failed"),
      "panel.interviewers[0].questionIds[1]",
      "twice",
    ],
    ["a lead who is nobody", (file) => (file.panel.leadId = "i9"), "panel.leadId", "not an interviewer"],
    [
      "an agreed rating off the scale",
      (file) => (file.panel.debrief["agreedByAreaId"] = { "failed.cause": { rating: 9, note: "" } }),
      "panel.debrief.agreedByAreaId.failed.cause.rating",
      "9 is not on the scale 1 to 5",
    ],
    [
      "a decision before anybody saw the recommendations",
      (file) => {
        file.panel.debrief["recommendationsShownAt"] = null;
        file.panel.debrief["decision"] = {
          outcome: "hire",
          reason: "Sound.",
          decidedAt: new Date(START).toISOString(),
        };
      },
      "panel.debrief.decision",
      "before the recommendations were revealed",
    ],
    [
      "an earlier decision that nobody could make yet",
      (file) => {
        file.panel.debrief["recommendationsShownAt"] = null;
        file.panel.debrief["decision"] = null;
        file.panel.debrief["earlierDecisions"] = [
          { outcome: "hire", reason: "Sound.", decidedAt: new Date(START).toISOString() },
        ];
      },
      "panel.debrief.earlierDecisions",
      "before the recommendations were revealed",
    ],
    [
      "a list of weights",
      (file) => (file.panel.debrief["weights"] = []),
      "panel.debrief.weights",
      "not a list",
    ],
    [
      "a list of areas",
      (file) => (file.scorecards[1]!.answers[0]!.areas = []),
      "scorecards[1].answers[0].areas",
      "not a list",
    ],
    ["what is no list of scorecards", (file) => (file.scorecards = {} as never), "scorecards", "a list"],
  ])("%s", async (_title, change, path, message) => {
    const errors = await refused(change);
    expect(errors.map(([where]) => where)).toContain(path);
    expect(errors.find(([where]) => where === path)?.[1]).toContain(message);
  });

  test("what is no debrief file", async () => {
    expect((await refused((file) => (file.format = "x")))[0]?.[0]).toBe("format");
    expect((await decodeDebriefFile("[")).ok).toBe(false);
    expect((await refused((file) => (file.panel = 1 as never))).length).toBeGreaterThan(0);
    expect(isDebriefFile(1)).toBe(false);
  });
});
