import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SENT_FORM } from "../../src/domain/panels/delivery.ts";
import type { Panel } from "../../src/domain/panels/panel.ts";
import type { Session } from "../../src/domain/session/session.ts";
import type { WholeSession } from "../../src/domain/session/wholeSession.ts";
import { createDatabase, type Database } from "../../src/storage/database.ts";
import { writeDraft } from "../../src/storage/guides/guides.ts";
import { addPanel } from "../../src/storage/panels/panels.ts";
import { putWholeSessions } from "../../src/storage/session/sessions.ts";
import { watchWaitingWork, type WaitingWork } from "../../src/storage/waiting.ts";
import {
  completeInterview,
  HOUR,
  liveInterview,
  plannedInterview,
  smallGuide,
  START,
  submittedInterview,
} from "../smallInterview.ts";
import { smallPanel, smallRevision } from "../smallPanel.ts";

const DAY = 24 * HOUR;
/** The end of the day on which the interviews begin. */
const UNTIL = START + 12 * HOUR;

let database: Database;
let count = 0;
let stop = () => {};

beforeEach(() => {
  database = createDatabase(`waiting ${count++}`);
});
afterEach(() => {
  stop();
  database.close();
});

const atOnce = () => 0;

/** @returns what waits now, of the last time that it was told */
async function watch(now = START + HOUR): Promise<() => WaitingWork> {
  let last: WaitingWork | undefined;
  stop = watchWaitingWork(database, now, UNTIL, atOnce, (work) => (last = work));
  await vi.waitFor(() => expect(last).toBeDefined());
  return () => last!;
}

const readOnce = async (now?: number) => (await watch(now))();
const idsOf = ({ first }: { readonly first: readonly { readonly id: string }[] }) =>
  first.map(({ id }) => id);
const put = (...wholes: readonly WholeSession[]) => putWholeSessions(database, wholes);

/** Submitted for a panel whose lead is elsewhere. */
function ofPanel(id: string, change: Partial<Session> = {}): WholeSession {
  const whole = submittedInterview(id);
  const panel = { panelId: "elsewhere", interviewerId: "noor", publicKey: "age1x" };
  return { ...whole, session: { ...whole.session, panel, ...change } };
}

async function addSealed(panelId: string, ...sessionIds: readonly string[]): Promise<void> {
  await database.sealedScorecards.bulkPut(
    sessionIds.map((sessionId) => ({
      panelId,
      sessionId,
      interviewerId: sessionId,
      interviewer: sessionId,
      submittedAt: START,
      asked: [],
      addedAt: START,
      text: "sealed",
    })),
  );
}

test("nothing waits where there is nothing", async () => {
  const nothing = { first: [], count: 0 };
  expect(await readOnce()).toEqual({
    live: nothing,
    planned: nothing,
    toWrapUp: nothing,
    toSend: nothing,
    unsentIds: new Set(),
    asked: nothing,
    debriefs: nothing,
    draftCount: 0,
  });
});

test("each interview waits in its own place, and a submitted one of no panel in none", async () => {
  await put(
    liveInterview("live"),
    completeInterview("over"),
    plannedInterview("planned"),
    submittedInterview("submitted"),
  );
  const work = await readOnce();
  expect([work.live, work.toWrapUp, work.planned, work.toSend].map(idsOf)).toEqual([
    ["live"],
    ["over"],
    ["planned"],
    [],
  ]);
});

test("what is planned waits from its day on, however long ago that was: what is late comes first, tomorrow’s does not", async () => {
  await put(
    plannedInterview("tomorrow", { scheduledAt: UNTIL }),
    plannedInterview("this evening", { scheduledAt: UNTIL - 1 }),
    plannedInterview("this morning", { scheduledAt: START }),
    plannedInterview("long ago", { scheduledAt: START - 400 * DAY }),
  );
  const { planned } = await readOnce();
  expect(idsOf(planned)).toEqual(["long ago", "this morning", "this evening"]);
  expect(planned.count).toBe(3);
});

test("of many the first five are told, and how many there are", async () => {
  const many = Array.from({ length: 7 }, (_, at) => at);
  await put(
    ...many.map((at) => plannedInterview(`p${at}`, { scheduledAt: START + at })),
    ...many.map((at) => ofPanel(`s${at}`, { submittedAt: START + at })),
  );
  for (const at of many) {
    const debrief = { ...smallPanel.debrief, startedAt: START };
    await addPanel(database, { ...smallPanel, id: `d${at}`, debrief }, smallGuide, null);
  }
  const { planned, toSend, debriefs } = await readOnce();
  expect(idsOf(planned)).toEqual(["p0", "p1", "p2", "p3", "p4"]);
  expect(idsOf(toSend)).toEqual(["s0", "s1", "s2", "s3", "s4"]);
  expect(idsOf(debriefs)).toEqual(["d0", "d1", "d2", "d3", "d4"]);
  expect([planned.count, toSend.count, debriefs.count]).toEqual([7, 7, 7]);
});

test("a scorecard is to be sent for 30 days from when it was submitted, where its panel is led elsewhere, and seals", async () => {
  await put(
    ofPanel("held long ago", { startedAt: START - 90 * DAY, submittedAt: START }),
    ofPanel("submitted before", { startedAt: START, submittedAt: START - 1 }),
  );
  const { toSend } = await readOnce(START + 30 * DAY - 1);
  expect(idsOf(toSend)).toEqual(["submitted before", "held long ago"]);
  stop();
  expect(idsOf((await readOnce(START + 30 * DAY)).toSend)).toEqual(["held long ago"]);
  stop();
  const later = await readOnce(START + 30 * DAY + 1);
  expect(later.toSend).toEqual({ first: [], count: 0 });
  // The list still says that it was not sent.
  expect([...later.unsentIds]).toEqual(["held long ago", "submitted before"]);
});

test("nothing is to be sent to a panel that is led here, to one that seals nothing, or of a sample", async () => {
  await addPanel(database, { ...smallPanel, publicKey: "age1x" }, smallGuide, "AGE-SECRET-KEY-1");
  const panel = { panelId: smallPanel.id, interviewerId: "noor", publicKey: "age1x" };
  await put(
    ofPanel("led here", { panel }),
    ofPanel("plain", { panel: { ...panel, panelId: "elsewhere", publicKey: null } }),
    ofPanel("sample", { sample: true }),
  );
  expect(idsOf((await readOnce()).toSend)).toEqual([]);
});

test("a scorecard is sent once its encrypted file was made after it was submitted, and goes off the list at once", async () => {
  await put(ofPanel("sent"), ofPanel("other"), ofPanel("before"));
  const submittedAt = submittedInterview().session.submittedAt!;
  const made = { form: SENT_FORM, panelIds: [] };
  await database.exportsMade.put({ ...made, id: "e1", at: submittedAt - 1, sessionIds: ["before"] });
  const work = await watch();
  expect(idsOf(work().toSend).toSorted()).toEqual(["before", "other", "sent"]);
  await database.exportsMade.put({ ...made, id: "e2", at: submittedAt, sessionIds: ["sent"] });
  await vi.waitFor(() => expect(idsOf(work().toSend).toSorted()).toEqual(["before", "other"]));
});

test("a scorecard that doesn’t say when it was submitted is sent with any encrypted file that has it, and with no other", async () => {
  await put(ofPanel("sent", { submittedAt: null }), ofPanel("other", { submittedAt: null }));
  const made = { at: START, panelIds: [] };
  await database.exportsMade.put({ ...made, id: "e1", form: SENT_FORM, sessionIds: ["sent"] });
  await database.exportsMade.put({ ...made, id: "e2", form: "CSV", sessionIds: ["other"] });
  expect(idsOf((await readOnce()).toSend)).toEqual(["other"]);
});

test("a revision is to be sent as well, and what the lead’s debrief file has has arrived", async () => {
  await put(ofPanel("revised"), ofPanel("seen"), ofPanel("seen before"));
  const at = submittedInterview().session.submittedAt! + 1;
  const sessionIds = ["revised"];
  await database.exportsMade.put({ id: "e1", at, form: SENT_FORM, panelIds: [], sessionIds });
  const revised = (sessionId: string) => ({ ...smallRevision(`of ${sessionId}`, at + 1, "a", 3), sessionId });
  await database.revisions.bulkPut([revised("revised"), revised("seen"), revised("seen before")]);
  await addSealed("elsewhere", "seen", "seen before");
  await database.sealedScorecards.update(["elsewhere", "seen"], { text: '{ "id": "of seen" }' });
  expect([...(await readOnce()).unsentIds].toSorted()).toEqual(["revised", "seen before"]);
});

test("a debrief waits once all scorecards are in, each counted once, and until something is decided", async () => {
  const panel = { panelId: smallPanel.id, interviewerId: "noor", publicKey: null };
  const live = liveInterview("live");
  await addPanel(database, smallPanel, smallGuide, null);
  await put(ofPanel("own", { panel }), { ...live, session: { ...live.session, panel } });
  // Two of three: the own one is held by the panel as well, and what is live is not in.
  await addSealed(smallPanel.id, "ben", "own");
  await addSealed("another panel", "eva");
  const work = await watch();
  expect(work().debriefs.count).toBe(0);
  await addSealed(smallPanel.id, "eva");
  await vi.waitFor(() => expect(idsOf(work().debriefs)).toEqual([smallPanel.id]));
  const decision = { outcome: "hire", reason: "All say so.", decidedAt: START } as const;
  await database.panels.put({ ...smallPanel, debrief: { ...smallPanel.debrief, decision } });
  await vi.waitFor(() => expect(work().debriefs.count).toBe(0));
});

test("a debrief that has started waits, whatever is in; a panel that nobody has sent anything for does not", async () => {
  const panel = (id: string, debrief: Partial<Panel["debrief"]>, change: Partial<Panel> = {}): Panel => ({
    ...smallPanel,
    ...change,
    id,
    debrief: { ...smallPanel.debrief, ...debrief },
  });
  const decision = { outcome: "noHire", reason: "No.", decidedAt: START } as const;
  for (const one of [
    panel("started", { startedAt: START }),
    panel("decided", { startedAt: START, decision }),
    panel("waits for scorecards", {}),
    panel("of nobody", {}, { interviewers: [] }),
  ])
    await addPanel(database, one, smallGuide, null);
  const { debriefs } = await readOnce();
  expect(idsOf(debriefs)).toEqual(["started"]);
});

test("what a lead asks to be unlocked waits until it is answered", async () => {
  await put(
    ofPanel("sent"),
    ofPanel("asked", { panel: { panelId: "far", interviewerId: "noor", publicKey: "age1x" } }),
  );
  const work = await watch();
  expect(work().asked.count).toBe(0);
  const keys = {
    panelId: "far",
    seat: "noor",
    secretKey: {} as CryptoKey,
    publicKey: "this",
    roster: { number: 1, seats: {} },
  };
  const link = { panelId: "far", seat: "noor", side: "seat", jwt: "jwt", seed: "", leadKey: "" } as const;
  await database.teamLinks.put({ ...link, problem: "" });
  await database.teamKeys.put({ ...keys, early: { reason: "I am ill.", publicKey: "age1x", headers: {} } });
  await vi.waitFor(() => expect(idsOf(work().asked)).toEqual(["asked"]));
  await database.teamKeys.put(keys);
  await vi.waitFor(() => expect(work().asked.count).toBe(0));
});

test("guides that were begun are counted", async () => {
  await writeDraft(database, { id: "g1", guide: smallGuide, previousId: null, updatedAt: START });
  await writeDraft(database, { id: "g2", guide: smallGuide, previousId: null, updatedAt: START });
  expect((await readOnce()).draftCount).toBe(2);
});

test("a database that can’t be read says nothing here: the screens do", async () => {
  database.close();
  const told = vi.fn();
  const read = vi.spyOn(database.guideDrafts, "count");
  stop = watchWaitingWork(database, START, UNTIL, atOnce, told);
  await vi.waitFor(() => expect(read).toHaveBeenCalled());
  await expect(read.mock.results[0]!.value).rejects.toThrow();
  expect(told).not.toHaveBeenCalled();
});
