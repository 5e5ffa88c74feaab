import { afterEach, beforeEach, expect, test } from "vitest";
import type { Panel } from "../../../src/domain/panels/panel.ts";
import type { WholeSession } from "../../../src/domain/session/wholeSession.ts";
import { readRecordedNames } from "../../../src/storage/candidates/auditLog.ts";
import { createDatabase, type Database } from "../../../src/storage/database.ts";
import { readBoard } from "../../../src/storage/panels/board.ts";
import { readOwnSeats } from "../../../src/storage/panels/ownSeats.ts";
import { addPanel, addToPanels } from "../../../src/storage/panels/panels.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { HOUR, plannedInterview, smallGuide, START, submittedInterview } from "../../smallInterview.ts";
import { smallPanel, smallRevision } from "../../smallPanel.ts";

const LATER = START + 100 * HOUR;

let database: Database;
let count = 0;

beforeEach(() => {
  database = createDatabase(`seats ${count++}`);
});

afterEach(() => database.close());

function inPanel({ session, ...whole }: WholeSession, panelId: string): WholeSession {
  return {
    ...whole,
    session: { ...session, panel: { panelId, interviewerId: session.id, publicKey: "age1x" } },
  };
}

/** Led from here, or from elsewhere: by whether its key is put in with it. */
function panelOf(id: string, change: Partial<Panel> = {}): Panel {
  return { ...smallPanel, id, publicKey: "age1x", ...change };
}

/** Takes a scorecard into a panel. @param text of the file that it came in with */
async function takeIn(panel: Panel, sessionId: string, text: string): Promise<void> {
  const row = {
    panelId: panel.id,
    sessionId,
    interviewerId: sessionId,
    interviewer: "Noor",
    submittedAt: START,
    asked: [],
    addedAt: LATER,
    text,
  };
  await addToPanels(database, [
    { panel, guide: smallGuide, before: { panel, rows: [] }, rows: [row], secretKey: null },
  ]);
}

test("a scorecard is on its way to the lead from when it was submitted, or revised last, until the lead has it so", async () => {
  await putWholeSessions(database, [
    inPanel(plannedInterview("planned"), "far"),
    inPanel(submittedInterview("done"), "far"),
    inPanel(submittedInterview("own"), "led"),
  ]);
  await addPanel(database, panelOf("led"), smallGuide, "AGE-SECRET-KEY-1");
  const deliveries = async () =>
    Object.fromEntries((await readOwnSeats(database)).map(({ session, delivery }) => [session.id, delivery]));
  expect(await deliveries()).toEqual({ planned: null, done: { kind: "toSend" } });

  const sent = { id: "e1", at: LATER, form: "Encrypted scorecard file", sessionIds: ["done"], panelIds: [] };
  await database.exportsMade.put(sent);
  expect(await deliveries()).toMatchObject({ done: { kind: "sent", at: LATER } });

  const revision = { ...smallRevision("r1", LATER + 1, "failed.cause", 2), sessionId: "done" };
  await database.revisions.put(revision);
  expect(await deliveries()).toMatchObject({ done: { kind: "toSend" } });

  const far = panelOf("far");
  await addPanel(database, far, smallGuide, null);
  await takeIn(far, "done", "{}");
  expect(await deliveries()).toMatchObject({ done: { kind: "toSend" } });
  await database.sealedScorecards.toCollection().modify({ text: '{"revisions":["r1"]}' });
  expect(await deliveries()).toMatchObject({ done: { kind: "received", at: LATER } });
});

test("the board has the open panels that are led from here, those that are due first, then the newest", async () => {
  const decision = { outcome: "hire", reason: "", at: START, by: "Ada" } as unknown as NonNullable<
    Panel["debrief"]["decision"]
  >;
  const { debrief } = panelOf("x");
  await addPanel(database, panelOf("old"), smallGuide, "key");
  await addPanel(database, panelOf("new", { createdAt: START + HOUR }), smallGuide, "key");
  await addPanel(database, panelOf("due", { dueAt: LATER }), smallGuide, "key");
  await addPanel(database, panelOf("decided", { debrief: { ...debrief, decision } }), smallGuide, "key");
  await addPanel(database, panelOf("another’s"), smallGuide, null);
  await putWholeSessions(database, [inPanel(submittedInterview("own"), "new")]);
  await takeIn(panelOf("due", { dueAt: LATER }), "s1", "sealed");

  const board = await readBoard(database, 2);
  expect(board.count).toBe(3);
  expect(board.panels.map(({ panel }) => panel.id)).toEqual(["due", "new"]);
  expect(board.panels.map(({ receivedAt }) => [...receivedAt])).toEqual([[["s1", LATER]], []]);
  expect(board.panels.map(({ sessions }) => sessions.map(({ id }) => id))).toEqual([[], ["own"]]);
});

test("names are those that were recorded; of what is not here there is none", async () => {
  await putWholeSessions(database, [plannedInterview("s1", { candidate: "Jon Smth" })]);
  expect([...(await readRecordedNames(database, ["s1", "gone"]))]).toEqual([["s1", "Jon Smth"]]);
});
