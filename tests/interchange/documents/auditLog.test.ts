import Papa from "papaparse";
import { expect, test } from "vitest";
import { auditEntries, EVERYBODY, type AuditChange } from "../../../src/domain/candidates/auditEntry.ts";
import { seatPanel } from "../../../src/domain/panels/debrief.ts";
import { attendanceOf, type Debrief, type Panel } from "../../../src/domain/panels/panel.ts";
import type { Revision } from "../../../src/domain/session/scorecard.ts";
import {
  auditLines,
  auditLogToCsv,
  changeLines,
  type AuditSources,
} from "../../../src/interchange/documents/auditLog.ts";
import { encodePacket } from "../../../src/interchange/documents/packet.ts";
import { MINUTE, START } from "../../smallInterview.ts";
import { smallRevision, smallScorecard, startedPanel } from "../../smallPanel.ts";

const SUBMITTED = START + 60 * MINUTE;
const revision: Revision = {
  ...smallRevision("r1", SUBMITTED + 1, "failed.cause", 2),
  recommendation: "no",
  summary: "Read my notes again.",
};
const noor = smallScorecard("noor", { "failed.cause": 5 });
const ben = smallScorecard("ben", { "failed.cause": 3 }, { revisions: [revision] });
const [cause] = noor.first.guide.questions.find(({ id }) => id === "failed")!.areas;

const nothing: AuditSources = {
  entries: [],
  exports: [],
  deletedByHand: [],
  nameById: new Map(),
  scorecards: [],
  panels: [],
  sessions: [],
};

const panelWith = (debrief: Partial<Debrief>): Panel => ({
  ...startedPanel,
  leadId: "eva",
  debrief: { ...startedPanel.debrief, ...debrief },
});

const entryOf = (subjectId: string, at: number, change: AuditChange) => auditEntries([subjectId], at, change);

/** Each line without what is empty in it. */
const shortly = (sources: Partial<AuditSources>) =>
  auditLines({ ...nothing, ...sources }).map((line) =>
    Object.fromEntries<string | number>(
      Object.entries(line).filter((field): field is [string, string | number] => field[1] !== ""),
    ),
  );

test("a scorecard is told with each rating as it was submitted and not as given then, and each revision with what stood before", () => {
  const lines = shortly({ scorecards: [ben] });
  const about = { by: "Ben", role: "Baker" };
  const place = { question: "A failed bake", area: cause!.text };
  expect(lines[0]).toEqual({ ...about, at: SUBMITTED, event: "Interview submitted" });
  expect(lines).toContainEqual(
    expect.objectContaining({ at: SUBMITTED, event: "Rating submitted", area: cause!.text, to: "3 Sound" }),
  );
  expect(lines).toContainEqual({
    ...about,
    at: SUBMITTED,
    event: "Recommendation submitted",
    to: "yes",
    reason: "ben would",
  });
  const revised = { ...about, at: SUBMITTED + 1, reason: "because of r1" };
  expect(lines.slice(-4)).toEqual([
    {
      ...revised,
      ...place,
      question: lines[1]?.["question"],
      event: "Rating revised",
      from: "3 Sound",
      to: "2 Weak",
    },
    {
      ...revised,
      ...place,
      question: lines[1]?.["question"],
      event: "Note revised",
      from: "ben on failed.cause",
      to: "revised by r1",
    },
    { ...revised, event: "Recommendation revised", from: "yes", to: "no" },
    { ...revised, event: "Summary revised", from: "ben would", to: "Read my notes again." },
  ]);
});

test("of a panel the log tells no more than its debrief has shown", () => {
  const told = (debrief: Partial<Debrief>) =>
    JSON.stringify(shortly({ panels: [seatPanel(panelWith(debrief), [noor, ben])] }));
  expect(told({ startedAt: null })).toBe("[]");
  const started = told({});
  expect(started).toContain("3 Sound");
  expect(started).not.toMatch(/Recommendation|Summary|ben would|Read my notes/u);
  expect(told({ recommendationsShownAt: SUBMITTED })).toMatch(/ben would.*Read my notes again/u);
});

test("a debrief that was closed and begun anew is told of from its first start, when it opened the scorecards", () => {
  const eventsOf = (debrief: Parameters<typeof panelWith>[0]) =>
    shortly({ panels: [seatPanel(panelWith(debrief), [])] }).map(({ event }) => event);
  const opened = "Debrief started, scorecards opened";
  expect(eventsOf({ startedAt: null, firstStartedAt: START })).toEqual([opened]);
  expect(eventsOf({ startedAt: START + 9, firstStartedAt: START })).toEqual([
    opened,
    "Debrief started again",
  ]);
  expect(eventsOf({ startedAt: START, firstStartedAt: START })).toEqual([opened]);
});

test("what a debrief opened, agreed and decided is told in its order, by its lead, the decisions each with the one before", () => {
  const panel = panelWith({
    startedAt: START,
    recommendationsShownAt: START + 40,
    decision: { outcome: "noHire", reason: "References.", decidedAt: START + 60 },
  });
  const entries = [
    ...entryOf("p1", START + 50, { what: "decided", outcome: "hire", reason: "Method." }),
    ...entryOf("p1", START + 10, { what: "agreed", areaId: "failed.cause", from: null, to: 4 }),
    ...entryOf("p1", START + 11, { what: "agreed", areaId: "failed.cause", from: 4, to: "noEvidence" }),
    ...entryOf("p1", START + 12, { what: "agreed", areaId: "gone", from: 3, to: null }),
    ...entryOf("p1", START + 20, {
      what: "weighed",
      from: null,
      to: { dough: 2, gone: 1 },
      reason: "The work.",
    }),
  ];
  const lines = shortly({ panels: [seatPanel(panel, [noor])], entries });
  const ofLead = lines.filter(({ by }) => by === "Eva");
  expect(ofLead.map(({ event, from = "", to = "", reason = "" }) => [event, from, to, reason])).toEqual([
    ["Debrief started, scorecards opened", "", "", ""],
    ["Agreed rating changed", "none", "4 Strong", ""],
    ["Agreed rating changed", "4 Strong", "not enough signal", ""],
    ["Agreed rating changed", "3", "none", ""],
    ["Weights changed", "equal", "Dough: 2; gone: 1", "The work."],
    ["Recommendations revealed", "", "", ""],
    ["Decision recorded", "", "hire", "Method."],
    ["Decision changed", "hire", "no hire", "References."],
  ]);
  expect(ofLead[1]?.["area"]).toBe(cause!.text);
  const { leadId: _lead, ...rest } = panel;
  expect(shortly({ panels: [seatPanel({ ...rest, leadId: null }, [])] })[0]?.["by"]).toBe("panel lead");
});

test("who unlocked scorecards before the lead had submitted is told, with the lead’s reason", () => {
  const panel = {
    ...panelWith({}),
    unlockedEarly: [{ leadId: "eva", interviewerId: "noor", reason: "I am ill.", at: START + 5 }],
  };
  const lines = shortly({ panels: [seatPanel(panel, [])] });
  expect(lines).toContainEqual({
    at: START + 5,
    event: "Scorecards unlocked before the lead had submitted",
    by: "Noor",
    role: "Baker",
    reason: "I am ill.",
  });
});

test("a merge is told with the name that goes and the one that stays, its undoing the other way; no name where none may be told", () => {
  const change = { goesId: "s1", staysId: "s2" };
  const entries = [
    ...entryOf("p1", START, { what: "merged", ...change }),
    ...entryOf("p1", START + 1, { what: "separated", ...change }),
  ];
  const names = [
    ["s1", "Jon Smth"],
    ["s2", "Jonathan Smith"],
  ] as const;
  const about = { by: "device user" };
  expect(shortly({ entries, nameById: new Map(names) })).toEqual([
    { ...about, at: START, event: "Candidates merged", from: "Jon Smth", to: "Jonathan Smith" },
    { ...about, at: START + 1, event: "Merge undone", from: "Jonathan Smith", to: "Jon Smth" },
  ]);
  expect(shortly({ entries, nameById: new Map([names[0]]) })[0]).toMatchObject({
    from: "Jon Smth",
    to: "a name that is not in this log",
  });
});

test("what was exported, held, released, kept for another time, deleted and taken back is told", () => {
  const { session } = noor.first;
  const lines = shortly({
    sessions: [session],
    exports: [{ id: "e1", at: START + 1, form: "Decision packet", sessionIds: [], panelIds: ["p1"] }],
    deletedByHand: [
      { id: "x", kind: "session", candidate: "Amira Haddad", role: "Miller", deletedAt: START + 2 },
      { id: "y", kind: "panel", candidate: "Amira Haddad", role: "Miller", deletedAt: START + 3 },
    ],
    entries: [
      ...entryOf(session.id, START + 4, { what: "takenBack" }),
      ...entryOf("p1", START + 5, { what: "held", reason: "A complaint." }),
      ...entryOf("p1", START + 6, { what: "released", reason: "A complaint." }),
      ...entryOf(EVERYBODY, START + 7, { what: "retention", from: 12, to: 18 }),
      ...entryOf("p1", START + 8, { what: "deleted", count: 2, reason: "The wrong files." }),
      // Of what is not here, nothing can be told.
      ...entryOf("gone", START + 9, { what: "takenBack" }),
      ...entryOf("gone", START + 9, { what: "agreed", areaId: "a", from: null, to: 3 }),
      ...entryOf("gone", START + 9, { what: "weighed", from: null, to: null, reason: "" }),
    ],
  });
  expect(
    lines.map(({ event, by, role = "", from = "", to = "", reason = "" }) => [
      event,
      by,
      role,
      from,
      to,
      reason,
    ]),
  ).toEqual([
    ["File exported", "device user", "", "", "Decision packet", ""],
    ["Interview deleted", "device user", "Miller", "", "", ""],
    ["Panel deleted", "device user", "Miller", "", "", ""],
    ["Submission taken back", "Noor", "Baker", "", "", ""],
    ["Legal hold placed", "device user", "", "", "", "A complaint."],
    ["Legal hold released", "device user", "", "A complaint.", "", ""],
    ["Data retention changed", "device user", "", "1 year", "18 months", ""],
    ["Records deleted", "device user", "", "", "2 records", "The wrong files."],
  ]);
});

test("in a spreadsheet each line has its time twice and the candidate’s name, and runs nothing", () => {
  const entries = entryOf("p1", START, { what: "held", reason: "=cmd|'/C calc'!A0" });
  const csv = auditLogToCsv("@Amira", auditLines({ ...nothing, entries }));
  expect(csv.startsWith("\uFEFFTime (local time),Time (UTC),Candidate,")).toBe(true);
  const [row] = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;
  expect(row).toMatchObject({
    "Time (UTC)": "2026-11-24T09:30:00.000Z",
    Candidate: "'@Amira",
    Event: "Legal hold placed",
    Reason: "'=cmd|'/C calc'!A0",
  });
});

test("the packet has the log without what its scorecards say, and none where it was not asked for", async () => {
  const panel = panelWith({ recommendationsShownAt: START });
  const parts = {
    ...seatPanel(panel, [noor, ben]),
    attendance: [noor, ben].map(({ first }) => attendanceOf(panel, first)),
    figures: "on",
  } as const;
  const entries = entryOf("p1", START, { what: "held", reason: "<b>A complaint</b>" });
  const packet = await encodePacket({ ...parts, records: { ...nothing, entries } }, START, "Test 1");
  const [, log = ""] = /<h2>Audit log<\/h2>([^]*?)<\/section>/u.exec(packet) ?? [];
  expect(log).toContain("&lt;b&gt;A complaint");
  expect(log).toContain("Rating revised");
  expect(log).not.toContain("Rating submitted");
  expect(await encodePacket(parts, START, "Test 1")).not.toContain("Audit log");
  const shut = { ...parts, ...seatPanel(panelWith({ startedAt: null }), [noor, ben]), records: nothing };
  expect(await encodePacket(shut, START, "Test 1")).not.toContain("Audit log");
});

test("lines that change something are those of the log without the ratings as submitted", () => {
  const sources = { ...nothing, scorecards: [ben] };
  const events = changeLines(sources).map(({ event }) => event);
  expect(events).toEqual([
    "Interview submitted",
    "Rating revised",
    "Note revised",
    "Recommendation revised",
    "Summary revised",
  ]);
});

test("decisions are told of by the panel where no entry has them, each once, and by the lead’s own name", () => {
  const first = { outcome: "hire", reason: "The proof.", decidedAt: SUBMITTED + 1 } as const;
  const second = { outcome: "noHire", reason: "Asked again.", decidedAt: SUBMITTED + 2 } as const;
  const debrief = { recommendationsShownAt: SUBMITTED, decision: second, earlierDecisions: [first] };
  const panel = { ...panelWith(debrief), leadId: null, leadName: "Lea Vogt" };
  const { outcome, reason, decidedAt } = first;
  const logged = entryOf(panel.id, decidedAt, { what: "decided", outcome, reason });
  for (const entries of [[], logged]) {
    const decisions = shortly({ panels: [seatPanel(panel, [])], entries }).filter(({ event }) =>
      String(event).startsWith("Decision"),
    );
    expect(decisions).toMatchObject([
      { event: "Decision recorded", to: "hire", by: "Lea Vogt" },
      { event: "Decision changed", from: "hire", to: "no hire", by: "Lea Vogt" },
    ]);
  }
});
