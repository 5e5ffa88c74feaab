import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LEAD } from "../../../src/domain/team/message.ts";
import type { Panel } from "../../../src/domain/panels/panel.ts";
import { panelToRecoveryFile } from "../../../src/state/panels/recoveryFile.ts";
import { addScorecardFiles } from "../../../src/state/panels/scorecardIntake.ts";
import { readOwnSeats } from "../../../src/storage/panels/ownSeats.ts";
import { readTeamKeys } from "../../../src/storage/team/teamRows.ts";
import { fakeTeamServer, type FakeTeamServer } from "./fakeTeamServer.ts";
import { endMachines, join, ledPanel, newMachine, submit, work } from "./teamMachines.ts";

type Machine = ReturnType<typeof newMachine>;

let server: FakeTeamServer;
let lead: Machine;
let noor: Machine;
let jo: Machine;
let panel: Panel;
let recovery: string;

beforeEach(async () => {
  server = fakeTeamServer();
  [lead, noor, jo] = [newMachine(), newMachine(), newMachine()];
  panel = await ledPanel(lead);
  const stop = work(lead, server);
  const id = await join(lead, noor, panel, "i1");
  const joId = await join(lead, jo, panel, "i2");
  recovery = (await panelToRecoveryFile(lead, panel))!;
  work(noor, server);
  await vi.waitUntil(async () => (await rosterOf(noor, "i1"))?.number === 1, { timeout: 30_000 });
  // Jo joins when the lead's device is gone.
  await stop();
  await submit(noor, id);
  await submit(jo, joId);
  work(jo, server);
});
afterEach(endMachines);

const rosterOf = async ({ database }: Machine, seat: string) =>
  (await readTeamKeys(database, { panelId: panel.id, seat }))?.roster;

/** @returns what came of the file on that machine */
async function drop(machine: Machine, text: string, panelId: string | null = null): Promise<string[]> {
  const intake = await addScorecardFiles(machine, panelId, [new File([text], "recovery.txt")], {
    onProgress: () => {},
    signal: new AbortController().signal,
  });
  return intake.kind === "done" ? intake.files.map(({ result }) => result.kind) : [];
}

/** Puts the panel and its guide on another machine, as a backup does. */
async function restore(machine: Machine): Promise<void> {
  await machine.database.panels.bulkAdd(await lead.database.panels.toArray());
  await machine.database.guides.bulkAdd(await lead.database.guides.toArray());
}

async function expectDelivered(): Promise<void> {
  for (const machine of [noor, jo]) {
    await vi.waitFor(async () =>
      expect((await readOwnSeats(machine.database))[0]?.delivery).toMatchObject({ kind: "received" }),
    );
  }
}

const seatsOf = async ({ database }: Machine) =>
  (await database.sealedScorecards.toArray()).map(({ interviewerId }) => interviewerId).toSorted();

test("a lead who lost the device and has nothing but the recovery file has the panel back with its scorecards", async () => {
  const next = newMachine();
  expect(await drop(next, recovery)).toEqual(["team"]);
  expect(await drop(next, recovery)).toEqual(["team"]);
  work(next, server);
  await expectDelivered();
  expect(await seatsOf(next)).toEqual(["i1", "i2"]);
  expect(await next.database.panels.toArray()).toMatchObject([{ id: panel.id, candidate: panel.candidate }]);
  expect((await next.database.panelKeys.toArray()).map(({ panelId }) => panelId)).toEqual([panel.id]);
  expect(await drop(next, recovery)).toEqual(["same"]);
});

test("a lead who has the panel from a backup goes on with its team by the recovery file", async () => {
  const next = newMachine();
  await restore(next);
  await next.database.panelKeys.bulkAdd(await lead.database.panelKeys.toArray());
  expect(await drop(next, recovery, panel.id)).toEqual(["team"]);
  expect(await drop(next, recovery, panel.id)).toEqual(["same"]);
  work(next, server);
  await expectDelivered();
  expect(await seatsOf(next)).toEqual(["i1", "i2"]);
  expect((await next.database.panels.toArray())[0]?.interviewers).toEqual(panel.interviewers);
});

test("the seats believe the new device, whose list of them counts above all lists of the old one", async () => {
  const next = newMachine();
  await drop(next, recovery);
  work(next, server);
  await expectDelivered();
  await vi.waitFor(async () => {
    const roster = await rosterOf(next, LEAD);
    expect(Object.keys(roster?.seats ?? {}).toSorted()).toEqual(["i1", "i2"]);
    expect(await rosterOf(noor, "i1")).toEqual(roster);
  });
});

test("where the part of the team is damaged, the panel's key is restored all the same", async () => {
  const next = newMachine();
  await restore(next);
  for (const damaged of [
    recovery.replace(/(# team: .{40}).*/u, "$1"),
    recovery.replace("# team: ", "# team: !"),
  ]) {
    await next.database.panelKeys.clear();
    expect(await drop(next, damaged, panel.id)).toEqual(["key"]);
    expect(await next.database.teamKeys.count()).toBe(0);
    expect(await next.database.teamLinks.count()).toBe(0);
  }
});

test("a part whose keys don't belong together is not taken up", async () => {
  const next = newMachine();
  const part = JSON.parse(atob(/# team: (\S+)/u.exec(recovery)![1]!)) as Record<string, unknown>;
  const other = btoa(JSON.stringify({ ...part, publicKey: btoa("x".repeat(32)) }));
  expect(await drop(next, recovery.replace(/# team: \S+/u, `# team: ${other}`))).toEqual(["refused"]);
  expect(await next.database.teamKeys.count()).toBe(0);
});

test("on another panel's page nothing is taken up", async () => {
  const next = newMachine();
  const other = await ledPanel(next);
  expect(await drop(next, recovery, other.id)).toEqual(["refused"]);
  expect(await rosterOf(next, LEAD)).toBeUndefined();
});
