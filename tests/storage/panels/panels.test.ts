import { afterEach, beforeEach, expect, test } from "vitest";
import { auditEntries } from "../../../src/domain/candidates/auditEntry.ts";
import { newPanel, type Panel } from "../../../src/domain/panels/panel.ts";
import type { PanelScorecardRow } from "../../../src/domain/backups/storedRows.ts";
import { createDatabase, type Database } from "../../../src/storage/database.ts";
import {
  addPanel,
  addToPanels,
  changePanel,
  deleteFromPanel,
  deletePanel,
  findInvitedSessions,
  listPanels,
  putBackPanel,
  putBackScorecard,
  readOpenSessions,
  readPanel,
  readPanelKeys,
} from "../../../src/storage/panels/panels.ts";
import { deleteLineage, readGuide } from "../../../src/storage/guides/guides.ts";
import { putWholeSessions, RecordError } from "../../../src/storage/session/sessions.ts";
import {
  completeInterview,
  hashGuide,
  liveInterview,
  plannedInterview,
  smallGuide,
  START,
  submittedInterview,
} from "../../smallInterview.ts";

let database: Database;
let count = 0;

beforeEach(() => {
  database = createDatabase(`panels ${count++}`);
});

afterEach(() => database.close());

function panelOf(id: string, createdAt = START): Panel {
  return newPanel(
    id,
    {
      candidate: "Amira Haddad",
      role: "Baker",
      level: "mid",
      remote: false,
      guideId: hashGuide(smallGuide),
      interviewers: [],
      leadId: null,
    },
    null,
    createdAt,
  );
}

const row = (panelId: string, sessionId: string): PanelScorecardRow => ({
  panelId,
  sessionId,
  interviewerId: sessionId,
  interviewer: "Noor",
  submittedAt: START,
  asked: [],
  addedAt: START,
  text: "{}",
});

const asRead = (panel: Panel, ...rows: readonly PanelScorecardRow[]) => ({ panel, rows });

test("a panel without keys comes back as it was put, after it was deleted as well", async () => {
  await addPanel(database, panelOf("p1"), smallGuide, null);
  await addToPanels(database, [
    {
      panel: panelOf("p1"),
      guide: smallGuide,
      before: asRead(panelOf("p1")),
      rows: [row("p1", "s1")],
      secretKey: null,
    },
  ]);
  expect(await readPanel(database, "p1")).toEqual({
    panel: panelOf("p1"),
    guide: smallGuide,
    rows: [row("p1", "s1")],
    here: [],
    own: [],
    secretKey: undefined,
    merges: [],
    lockedAt: new Map(),
  });
  expect(await deletePanel(database, "gone", START)).toBeUndefined();
});

test("a panel that holds a scorecard, or whose debrief began, is not deleted by itself; the sample is, with its scorecards", async () => {
  const started = { ...panelOf("p2"), debrief: { ...panelOf("p2").debrief, startedAt: START } };
  const add = (panel: Panel, rows: readonly PanelScorecardRow[]) =>
    addToPanels(database, [{ panel, guide: smallGuide, before: null, rows, secretKey: null }]);
  await add(panelOf("p1"), [row("p1", "s1")]);
  await add(started, []);
  await add(panelOf("sample-panel"), [row("sample-panel", "s2")]);
  for (const id of ["p1", "p2"]) await expect(deletePanel(database, id, START)).rejects.toThrow(RecordError);
  expect((await listPanels(database)).map(({ panel, isRecord }) => [panel.id, isRecord])).toEqual(
    expect.arrayContaining([
      ["p1", true],
      ["p2", true],
      ["sample-panel", false],
    ]),
  );
  const deleted = await deletePanel(database, "sample-panel", START);
  expect(deleted).toMatchObject({ rows: [row("sample-panel", "s2")], secretKey: null });
  expect(await readPanel(database, "sample-panel")).toBeUndefined();
  await putBackPanel(database, deleted!);
  expect((await readPanel(database, "sample-panel"))?.rows).toHaveLength(1);
  await deleteFromPanel(database, "sample-panel", "s2", START);
  expect(await database.deletedByHand.count()).toBe(0);
});

test("what is put back gives a panel that a file brought meanwhile its key, and takes nothing of its debrief", async () => {
  await addPanel(database, panelOf("p1"), smallGuide, "AGE-SECRET-KEY-1");
  const deleted = await deletePanel(database, "p1", START);
  const started = { ...panelOf("p1"), debrief: { ...panelOf("p1").debrief, startedAt: START + 5 } };
  await addToPanels(database, [
    { panel: started, guide: smallGuide, before: null, rows: [row("p1", "s1")], secretKey: null },
  ]);
  expect(await putBackPanel(database, deleted!)).toBe(true);
  expect(await readPanel(database, "p1")).toMatchObject({
    panel: { debrief: { startedAt: START + 5 } },
    rows: [{ sessionId: "s1" }],
    secretKey: "AGE-SECRET-KEY-1",
  });
});

test("what was deleted by hand is remembered until it is put back", async () => {
  await addPanel(database, panelOf("p1"), smallGuide, null);
  const deleted = await deletePanel(database, "p1", START + 5);
  expect(await database.deletedByHand.toArray()).toEqual([
    {
      id: "p1",
      kind: "panel",
      candidate: panelOf("p1").candidate,
      role: panelOf("p1").role,
      deletedAt: START + 5,
    },
  ]);
  await putBackPanel(database, deleted!);
  await addToPanels(database, [
    {
      panel: panelOf("p1"),
      guide: smallGuide,
      before: asRead(panelOf("p1")),
      rows: [row("p1", "s1")],
      secretKey: null,
    },
  ]);
  const taken = await deleteFromPanel(database, "p1", "s1", START + 6);
  expect(await database.deletedByHand.toArray()).toMatchObject([{ id: "s1", kind: "scorecard" }]);
  expect(await putBackScorecard(database, taken!, START + 7)).toBe(true);
  expect(await putBackScorecard(database, taken!, START + 8)).toBe(false);
  expect(await database.deletedByHand.count()).toBe(0);
});

test("the key of a panel goes and comes back with it", async () => {
  await addPanel(database, panelOf("p1"), smallGuide, "AGE-SECRET-KEY-1X");
  const deleted = await deletePanel(database, "p1", START);
  expect(await readPanelKeys(database)).toEqual(new Map());
  await putBackPanel(database, deleted!);
  expect(await readPanelKeys(database)).toEqual(new Map([["p1", "AGE-SECRET-KEY-1X"]]));
});

test("a panel is put back with its guide, which was deleted meanwhile", async () => {
  await addPanel(database, panelOf("p1"), smallGuide, "AGE-SECRET-KEY-1X");
  const deleted = await deletePanel(database, "p1", START);
  expect(await deleteLineage(database, hashGuide(smallGuide))).toBeDefined();
  expect(await putBackPanel(database, deleted!)).toBe(true);
  expect(await readPanel(database, "p1")).toMatchObject({ guide: smallGuide });
});

test("scorecards of one panel are not another's, and one is taken out alone", async () => {
  await addToPanels(database, [
    {
      panel: panelOf("p1"),
      guide: smallGuide,
      before: null,
      rows: [row("p1", "s1"), row("p1", "s2")],
      secretKey: null,
    },
    {
      panel: panelOf("p2", START + 1),
      guide: smallGuide,
      before: null,
      rows: [row("p2", "s1")],
      secretKey: null,
    },
  ]);
  expect(await listPanels(database)).toMatchObject([
    { panel: { id: "p2" }, inCount: 1, hasKey: false },
    { panel: { id: "p1" }, inCount: 2, hasKey: false },
  ]);
  expect(await deleteFromPanel(database, "p1", "s1", START)).toEqual({
    row: row("p1", "s1"),
    place: null,
    logged: auditEntries(["p1"], START, { what: "removed", interviewer: "Noor" }),
  });
  expect(await deleteFromPanel(database, "p1", "s1", START)).toBeUndefined();
  expect(await deleteFromPanel(database, "gone", "s1", START)).toBeUndefined();
  expect((await readPanel(database, "p1"))?.rows.map(({ sessionId }) => sessionId)).toEqual(["s2"]);
  expect((await readPanel(database, "p2"))?.rows).toHaveLength(1);
});

test("what was read before another change is not written, nor anything beside it", async () => {
  await addPanel(database, panelOf("p1"), smallGuide, null);
  const additions = [
    { panel: panelOf("p2"), guide: smallGuide, before: null, rows: [], secretKey: null },
    {
      panel: panelOf("p1"),
      guide: smallGuide,
      before: asRead(panelOf("p1", START - 1)),
      rows: [row("p1", "s1")],
      secretKey: null,
    },
  ];
  expect(await addToPanels(database, additions)).toBe(false);
  expect(await listPanels(database)).toMatchObject([{ panel: { id: "p1" }, inCount: 0 }]);
  // A scorecard that came in by another tab does not change the panel itself.
  const add = (sessionId: string) =>
    addToPanels(database, [
      {
        panel: panelOf("p1"),
        guide: smallGuide,
        before: asRead(panelOf("p1")),
        rows: [row("p1", sessionId)],
        secretKey: null,
      },
    ]);
  expect([await add("s1"), await add("s2")]).toEqual([true, false]);
});

test("a change is made to what is stored, is newer than it though the clock was set back, and keeps its id", async () => {
  await addPanel(database, panelOf("p1"), smallGuide, null);
  const rename = (role: string) => (panel: Panel) => ({ ...panel, id: "other", role });
  expect(await changePanel(database, "p1", rename("Night baker"), null, 5)).toMatchObject({
    id: "p1",
    role: "Night baker",
    updatedAt: START + 1,
  });
  expect(await changePanel(database, "gone", rename("x"), null, 5)).toBeUndefined();
});

test("a change to another guide version brings that version along", async () => {
  await addPanel(database, panelOf("p1"), smallGuide, null);
  const guide = { ...smallGuide, title: "Day baker" };
  const change = (panel: Panel) => ({ ...panel, guideId: hashGuide(guide) });
  await changePanel(database, "p1", change, guide, START);
  expect(await readPanel(database, "p1")).toMatchObject({ guide: { title: "Day baker" } });
});

test("a panel whose guide version is gone is not there", async () => {
  await addPanel(database, panelOf("p1"), smallGuide, null);
  await database.guides.delete(hashGuide(smallGuide));
  expect(await readGuide(database, hashGuide(smallGuide))).toBeUndefined();
  expect(await readPanel(database, "p1")).toBeUndefined();
});

test("around a panel are its own sessions and all that are not submitted; own ones count as in, once", async () => {
  const ofPanel = (id: string) => {
    const whole = submittedInterview(id);
    const panel = { panelId: "p1", interviewerId: `of ${id}`, publicKey: null };
    return { ...whole, session: { ...whole.session, panel } };
  };
  await addToPanels(database, [
    { panel: panelOf("p1"), guide: smallGuide, before: null, rows: [row("p1", "done 1")], secretKey: null },
  ]);
  const open = [plannedInterview("planned"), liveInterview("live"), completeInterview("wrap")];
  const done = [ofPanel("done 1"), ofPanel("done 2"), submittedInterview("elsewhere")];
  await putWholeSessions(database, [...open, ...done]);
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).toSorted();
  expect(ids(await readOpenSessions(database))).toEqual(["live", "planned", "wrap"]);
  const stored = (await readPanel(database, "p1"))!;
  expect(ids(stored.here)).toEqual(["done 1", "done 2", "live", "planned", "wrap"]);
  expect(stored.own).toEqual([
    { first: ofPanel("done 1"), revisions: [] },
    { first: ofPanel("done 2"), revisions: [] },
  ]);
  expect(await listPanels(database)).toMatchObject([{ inCount: 2 }]);
  const asked = { panelId: "p1", interviewerId: "of done 2", publicKey: null };
  const found = await findInvitedSessions(database, asked);
  expect(found.own?.id).toBe("done 2");
  expect(ids(found.others)).toEqual(["done 1"]);
  expect((await findInvitedSessions(database, { ...asked, interviewerId: "nobody" })).own).toBeUndefined();
});
