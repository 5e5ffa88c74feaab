import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LEAD } from "../../../src/domain/team/message.ts";
import type { Panel } from "../../../src/domain/panels/panel.ts";
import { decodeRecoveryFile, encodeRecoveryFile } from "../../../src/interchange/files/recoveryFile.ts";
import { seal } from "../../../src/interchange/files/encryption.ts";
import { encodeSessionFile } from "../../../src/interchange/formats/sessionFile.ts";
import type { LeadPart } from "../../../src/interchange/team/leadPart.ts";
import { panelToRecoveryFile } from "../../../src/state/panels/recoveryFile.ts";
import { addScorecardFiles, type FileReport } from "../../../src/state/panels/scorecardIntake.ts";
import { letDeviceIn } from "../../../src/state/team/refusals.ts";
import { leadThroughServer } from "../../../src/state/team/teamLinks.ts";
import { readOwnSeats } from "../../../src/storage/panels/ownSeats.ts";
import { loadScorecards } from "../../../src/storage/session/scorecards.ts";
import { readLeadLink, readTeamKeys } from "../../../src/storage/team/teamRows.ts";
import { smallGuide } from "../../smallInterview.ts";
import { fakeTeamServer, type FakeTeamServer } from "./fakeTeamServer.ts";
import { endMachines, join, ledPanel, newMachine, NOW, submit, work } from "./teamMachines.ts";
import {
  issueLead,
  leadToLinkPart,
  newServerIdentity,
} from "../../../src/interchange/team/serverIdentity.ts";

type Machine = ReturnType<typeof newMachine>;

const WAIT = { timeout: 30_000 };
let server: FakeTeamServer;
let lead: Machine;
let noor: Machine;
let jo: Machine;
let panel: Panel;
let recovery: string;
let noorId: string;
let stopLead: () => Promise<void>;

beforeEach(async () => {
  server = fakeTeamServer();
  [lead, noor, jo] = [newMachine(), newMachine(), newMachine()];
  panel = await ledPanel(lead);
  stopLead = work(lead, server);
  noorId = await join(lead, noor, panel, "i1");
  const joId = await join(lead, jo, panel, "i2");
  recovery = (await panelToRecoveryFile(lead, panel))!;
  work(noor, server);
  await vi.waitUntil(async () => (await rosterOf(noor, "i1"))?.number === 1, WAIT);
  // Jo joins when the lead's device is gone.
  await stopLead();
  await submit(noor, noorId);
  await submit(jo, joId);
});
afterEach(endMachines);

const rosterOf = async ({ database }: Machine, seat: string) =>
  (await readTeamKeys(database, { panelId: panel.id, seat }))?.roster;

async function dropAll(machine: Machine, files: readonly File[], panelId: string | null = null) {
  const intake = await addScorecardFiles(machine, panelId, files, {
    onProgress: () => {},
    signal: new AbortController().signal,
  });
  return intake.kind === "done" ? intake.files : [];
}

async function drop(machine: Machine, text: string): Promise<FileReport["result"]> {
  const [report] = await dropAll(machine, [new File([text], "recovery.txt")]);
  return report!.result;
}

/** Puts the panel and its guide on another machine, as a backup does. */
async function restore(machine: Machine, change: Partial<Panel> = {}): Promise<void> {
  await machine.database.panels.bulkAdd(
    (await lead.database.panels.toArray()).map((one) => ({ ...one, ...change })),
  );
  await machine.database.guides.bulkAdd(await lead.database.guides.toArray());
  await machine.database.panelKeys.bulkAdd(await lead.database.panelKeys.toArray());
}

async function expectDelivered(machines = [noor, jo]): Promise<void> {
  for (const machine of machines) {
    await vi.waitFor(async () =>
      expect((await readOwnSeats(machine.database))[0]?.delivery).toMatchObject({ kind: "received" }),
    );
  }
}

const seatsOf = async ({ database }: Machine) =>
  (await database.sealedScorecards.toArray()).map(({ interviewerId }) => interviewerId).toSorted();

/** @returns the file with another team part in it */
async function withTeam(change: (part: LeadPart) => unknown): Promise<string> {
  const { pairs, panels } = await decodeRecoveryFile(recovery);
  const { secretKey, publicKey } = pairs[0]!;
  const team = change(panels[0]!.team as LeadPart);
  return encodeRecoveryFile(secretKey, publicKey, panels[0]!, team, NOW, "Test 1");
}

test("a lead who lost the device and has nothing but the recovery file has the panel back, and its scorecards come in", async () => {
  const next = newMachine();
  expect(await drop(next, recovery)).toMatchObject({ kind: "restored", isTeamRestored: true });
  expect(await drop(next, recovery)).toMatchObject({ kind: "same" });
  expect(await next.database.panels.toArray()).toMatchObject([
    { id: panel.id, candidate: panel.candidate, interviewers: panel.interviewers },
  ]);
  work(next, server);
  work(jo, server);
  await expectDelivered();
  expect(await seatsOf(next)).toEqual(["i1", "i2"]);
});

test("a lead who has the panel from a backup that is older than its plan goes on with the recovery file", async () => {
  const next = newMachine();
  await restore(next, { updatedAt: panel.updatedAt - 1, interviewers: panel.interviewers.slice(0, 1) });
  expect(await drop(next, recovery)).toMatchObject({ kind: "team", isTeamRestored: true });
  expect(await drop(next, recovery)).toMatchObject({ kind: "same" });
  work(next, server);
  work(jo, server);
  await expectDelivered();
  expect(await seatsOf(next)).toEqual(["i1", "i2"]);
});

test("what is in before stays, where a scorecard is dropped together with the recovery file", async () => {
  const next = newMachine();
  const [card] = await loadScorecards(noor.database, [noorId]);
  const sealed = await seal(encodeSessionFile(card!.first, NOW, "Test 1", []), panel.publicKey!);
  const reports = await dropAll(next, [new File([sealed], "noor.age"), new File([recovery], "recovery.txt")]);
  work(noor, server);
  expect(reports.map(({ result }) => result.kind)).toEqual(["added", "restored"]);
  work(next, server);
  work(jo, server);
  await expectDelivered();
  expect(await seatsOf(next)).toEqual(["i1", "i2"]);
});

test("the seats believe the new device, whose roster counts above all of the old one", async () => {
  const next = newMachine();
  await drop(next, recovery);
  work(next, server);
  work(jo, server);
  await expectDelivered();
  await vi.waitFor(async () => {
    const roster = await rosterOf(next, LEAD);
    expect(Object.keys(roster?.seats ?? {}).toSorted()).toEqual(["i1", "i2"]);
    expect(await rosterOf(noor, "i1")).toEqual(roster);
  });
});

test("of two devices of a seat the new device of the lead knows the one that was let in last", async () => {
  stopLead = work(lead, server);
  const second = newMachine();
  const id = await join(lead, second, panel, "i1");
  work(second, server);
  const device = (await second.database.teamKeys.toArray())[0]!.publicKey;
  await vi.waitUntil(
    async () => (await lead.database.inbox.toArray()).some((row) => row.device === device),
    WAIT,
  );
  await letDeviceIn(lead, { panelId: panel.id, seat: "i1" }, device);
  await vi.waitUntil(async () => (await rosterOf(second, "i1"))?.seats["i1"] === device, WAIT);
  await stopLead();

  const next = newMachine();
  await drop(next, recovery);
  work(next, server);
  await submit(second, id);
  await expectDelivered([second]);
  expect((await rosterOf(next, LEAD))?.seats["i1"]).toBe(device);
});

test("where the server has lost its disk as well, all that was submitted comes in", async () => {
  server.wipe();
  const next = newMachine();
  await drop(next, recovery);
  work(next, server);
  work(jo, server);
  await expectDelivered();
  expect(await seatsOf(next)).toEqual(["i1", "i2"]);
});

test("a panel that was deleted with its candidate does not come back, and nobody is told that it ended", async () => {
  const next = newMachine();
  await next.database.tombstones.put({ id: panel.id, deletedAt: NOW, reason: "" });
  expect(await drop(next, recovery)).toMatchObject({ kind: "refused", reason: "deleted" });
  expect(await next.database.teamKeys.count()).toBe(0);
  expect(await next.database.teamLinks.count()).toBe(0);
});

test("one that was deleted by hand comes back with its team", async () => {
  const next = newMachine();
  const { id, candidate, role } = panel;
  await next.database.deletedByHand.put({ id, kind: "panel", candidate, role, deletedAt: NOW - 1e9 });
  expect(await drop(next, recovery)).toMatchObject({ kind: "restored", isTeamRestored: true });
  work(next, server);
  work(jo, server);
  await expectDelivered();
});

test.each<[string, (part: LeadPart) => unknown]>([
  ["is none", () => "nothing"],
  ["is of another panel", (part) => ({ ...part, panelId: "another" })],
  ["has keys that don't belong together", (part) => ({ ...part, publicKey: btoa("x".repeat(32)) })],
  ["has a damaged seed", (part) => ({ ...part, seats: { i1: "SUAX" } })],
  [
    "would be what panels are led through",
    (part) => ({ ...part, panelId: "", seats: { lead: part.seats["i1"] } }),
  ],
])("where what the team is led with %s, the panel comes back without it", async (_what, change) => {
  const next = newMachine();
  const result = await drop(next, await withTeam(change));
  expect(result).toMatchObject({ kind: "restored" });
  expect(result).not.toHaveProperty("isTeamRestored");
  expect(await next.database.teamKeys.count()).toBe(0);
  expect(await next.database.teamLinks.count()).toBe(0);
});

test("a file without the key of the panel that it names brings neither", async () => {
  const next = newMachine();
  await restore(next);
  const stranger = await ledPanel(lead);
  const strangers = (await panelToRecoveryFile(lead, stranger))!;
  const key = /^AGE-SECRET-KEY-\S+$/mu.exec(strangers)![0];
  const forged = recovery.replace(/^AGE-SECRET-KEY-\S+$/mu, key);
  expect(await drop(next, forged)).toMatchObject({ kind: "refused", reason: "otherKey" });
  expect(await next.database.teamKeys.count()).toBe(0);
});

test("new panels go on through what they went through; a panel of another server is left out, and it is said", async () => {
  const next = newMachine();
  const access = issueLead(newServerIdentity(NOW, 1e9), "other", NOW);
  await leadThroughServer(next, leadToLinkPart(access));
  const result = await drop(next, recovery);
  expect(result).toMatchObject({
    kind: "restored",
    problems: [{ message: expect.stringContaining("go through another team server") as string }],
  });
  expect(await next.database.teamKeys.count()).toBe(0);
  expect(await readLeadLink(next.database)).toMatchObject({ name: "other" });
});

test("a file with the keys of two panels brings both", async () => {
  const other = await ledPanel(lead);
  const both = `${(await panelToRecoveryFile(lead, other))!}${recovery}`;
  const next = newMachine();
  await drop(next, both);
  expect((await next.database.panels.toArray()).map(({ id }) => id).toSorted()).toEqual(
    [panel.id, other.id].toSorted(),
  );
  expect(await next.database.guides.count()).toBe(1);
  expect((await next.database.guides.toArray())[0]?.guide.title).toBe(smallGuide.title);
});
