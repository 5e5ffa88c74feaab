import { afterEach, beforeEach, expect, test } from "vitest";
import { invitationOf, type Panel } from "../../../src/domain/panels/panel.ts";
import { coverageOf, seatedScorecards, startDebrief } from "../../../src/domain/panels/debrief.ts";
import { encodeDebriefFile } from "../../../src/interchange/formats/debriefFile.ts";
import { seal } from "../../../src/interchange/files/encryption.ts";
import { encodeSessionFile } from "../../../src/interchange/formats/sessionFile.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { firstGuideId } from "../../../src/state/guides/guideVersions.ts";
import { invite, noteInvited } from "../../../src/state/panels/invitations.ts";
import {
  createPanel,
  readPanelView,
  replanPanel,
  savePanel,
  unsealStartedPanels,
} from "../../../src/state/panels/panels.ts";
import { addScorecardFiles } from "../../../src/state/panels/scorecardIntake.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { MINUTE, smallGuide, START } from "../../smallInterview.ts";
import { smallPanel, smallRevision, smallScorecard } from "../../smallPanel.ts";

let app: AppParts;
let panel: Panel;
let count = 0;

beforeEach(async () => {
  let now = START;
  app = {
    database: createDatabase(`panels of the state ${count++}`),
    clock: { now: () => now++, monotonic: () => 0 },
    newId: () => `id${count++}`,
    appName: "Test 1",
  };
  panel = await createPanel(app, smallPanel, smallGuide);
});

afterEach(() => app.database.close());

/** @returns Noor's scorecard of the panel */
function ofNoor(revisions = smallScorecard("noor", {}).revisions) {
  const { first } = smallScorecard("noor", { "failed.cause": 4 }, { revisions });
  const ofPanel = { panelId: panel.id, interviewerId: "noor", publicKey: panel.publicKey };
  return { first: { ...first, session: { ...first.session, panel: ofPanel } }, revisions };
}

const drop = (name: string, text: string, panelId: string | null = panel.id, tab = app) =>
  addScorecardFiles(tab, panelId, [new File([text], name)], {
    onProgress: () => {},
    signal: new AbortController().signal,
  });
const dropSealed = async ({ first, revisions }: ReturnType<typeof ofNoor>, tab = app) => {
  const text = encodeSessionFile(first, START, "Test 1", revisions);
  return drop("noor.age", await seal(text, panel.publicKey!), panel.id, tab);
};
const begin = () =>
  savePanel(app, panel.id, (before) => ({ ...before, debrief: startDebrief(before.debrief, START) }));

test("there is nothing to see of a panel that is not here", async () => {
  expect(await readPanelView(app, "unknown")).toBeNull();
});

test("what came in on the lead’s device before the debrief began was submitted before it, though its own clock says otherwise", async () => {
  await dropSealed(ofNoor());
  await savePanel(app, panel.id, (before) => ({
    ...before,
    debrief: startDebrief(before.debrief, app.clock.now()),
  }));
  const marksIn = async (tab: AppParts) => {
    const view = await readPanelView(tab, panel.id);
    if (!view) throw new Error("There is no such panel.");
    const known = coverageOf(view.panel, view.attendance).seats.filter(({ isIn }) => isIn);
    const read = seatedScorecards(view.panel, await view.unseal()).map(({ seat }) => seat);
    return [...known, ...read].map(({ isAfterStart }) => isAfterStart);
  };
  expect(await marksIn(app)).toEqual([false, false]);
  // Without the key it is not known when the lead had it.
  await app.database.panelKeys.clear();
  await app.database.sealedScorecards.toCollection().modify((row) => {
    Object.assign(row, { text: encodeSessionFile(ofNoor().first, START, "Test 1", []) });
  });
  expect(await marksIn(app)).toEqual([true, true]);
});

test.each([
  ["sealed", (text: string) => text.replace(/.{8}(?=\n.+\n-----END)/u, "AAAAAAAA"), "changed on the disk"],
  ["plain", () => '{"format":"letter"}', "A scorecard can’t be read"],
])(
  "a %s scorecard that was changed on the disk shuts its panel, with the reason",
  async (_kind, spoil, reason) => {
    await dropSealed(ofNoor());
    await begin();
    expect((await unsealStartedPanels(app)).opened).toHaveLength(1);
    await app.database.sealedScorecards.toCollection().modify((row) => {
      Object.assign(row, { text: spoil(row.text) });
    });
    expect(await unsealStartedPanels(app)).toMatchObject({
      opened: [],
      shut: [{ panel: { id: panel.id }, reason: expect.stringContaining(reason) as string }],
    });
  },
);

test("a scorecard that was submitted here and came in as a file is one, with the revisions of both", async () => {
  const revision = (id: string) => ({
    ...smallRevision(id, START + 80 * MINUTE, "failed.cause", 3),
    sessionId: "session-noor",
  });
  await dropSealed(ofNoor([revision("r1")]));
  await putWholeSessions(app.database, [ofNoor().first], [revision("r2")]);
  await begin();
  const { opened } = await unsealStartedPanels(app);
  expect(opened[0]?.scorecards).toHaveLength(1);
  expect(opened[0]?.scorecards[0]?.revisions.map(({ id }) => id).toSorted()).toEqual(["r1", "r2"]);
});

test("an invitation carries no guide that the app comes with", async () => {
  const [interviewer] = panel.interviewers;
  const own = await invite(app, invitationOf(panel, interviewer!), smallGuide, 0);
  expect(own.fileText).toContain(smallGuide.introduction);
  const shipped = await invite(
    app,
    { ...invitationOf(panel, interviewer!), guideId: firstGuideId },
    smallGuide,
    0,
  );
  expect(shipped.fileText).not.toContain(smallGuide.introduction);
});

test("what is no scorecard of the panel is refused with what it is", async () => {
  const long = `# ${"a long story ".repeat(21_000)}\nAGE-SECRET-KEY-1${"Q".repeat(58)}\n`;
  expect(await drop("recovery.txt", long)).toMatchObject({
    files: [{ result: { kind: "refused", reason: "notScorecard" } }],
  });
  const other = encodeDebriefFile({ panel: smallPanel, guide: smallGuide, scorecards: [] }, START, "Test 1");
  expect(await drop("debrief.json", other)).toMatchObject({
    files: [{ result: { kind: "refused", reason: "otherPanel" } }],
  });
});

test("an older debrief file adds the scorecard that is missing, and leaves the panel as the newer one says", async () => {
  const started = (role: string, updatedAt: number): Panel => ({
    ...smallPanel,
    role,
    updatedAt,
    debrief: startDebrief(smallPanel.debrief, START),
  });
  const fileOf = (its: Panel, names: readonly string[]) =>
    encodeDebriefFile(
      {
        panel: its,
        guide: smallGuide,
        scorecards: names.map((name) => smallScorecard(name, { "failed.cause": 4 })),
      },
      START,
      "Test 1",
    );
  await drop("newer.json", fileOf(started("Baker", START + 9 * MINUTE), ["noor"]), null);
  await drop("older.json", fileOf(started("Pastry cook", START + MINUTE), ["noor", "ben"]), null);
  const view = await readPanelView(app, smallPanel.id);
  expect(view?.panel.role).toBe("Baker");
  expect(view?.attendance).toHaveLength(2);
});

test("a plan that is saved after another tab took in a scorecard changes neither whom it is of nor whose, and leaves no seat out", async () => {
  const { panel: read, settled } = (await readPanelView(app, panel.id))!;
  expect(settled).toEqual({ attendedIds: new Set(), namedIds: new Set() });
  const rest = read.interviewers.filter(({ id }) => id !== "noor");
  const plan = {
    ...read,
    role: "Night baker",
    candidate: "Somebody else",
    interviewers: rest.map((one) => ({ ...one, name: `${one.name} II` })),
  };
  const database = createDatabase(app.database.name);
  await noteInvited({ ...app, database }, "Invitation link", panel.id, "eva");
  await dropSealed(ofNoor(), { ...app, database });
  database.close();
  const invited = await replanPanel(app, panel.id, plan, smallGuide);
  expect(invited.map(({ id }) => id)).toEqual(["eva"]);
  const after = (await readPanelView(app, panel.id))?.panel;
  expect(after).toMatchObject({ candidate: read.candidate, role: "Night baker" });
  expect(after?.interviewers.map(({ name }) => name)).toEqual(["Ben II", "Eva", "Noor"]);
});
