import { afterEach, expect, test, vi } from "vitest";
import { leadThroughFolder } from "../../../src/state/team/teamLinks.ts";
import { createPanel, removePanel } from "../../../src/state/panels/panels.ts";
import { panelToRecoveryFile } from "../../../src/state/panels/recoveryFile.ts";
import { addScorecardFiles } from "../../../src/state/panels/scorecardIntake.ts";
import type { connectTeam } from "../../../src/state/team/teamWork.ts";
import { openTeamFolder } from "../../../src/storage/team/folderTransport.ts";
import { putFolder, readWaitingFolders } from "../../../src/storage/team/sharedFolders.ts";
import type { PickedFolder } from "../../../src/storage/pickedFolder.ts";
import { readOwnSeats } from "../../../src/storage/panels/ownSeats.ts";
import { memoryFolder, type MemoryFolder } from "../../storage/team/memoryFolder.ts";
import { smallGuide } from "../../smallInterview.ts";
import { fakeTeamServer } from "./fakeTeamServer.ts";
import { endMachines, join, ledPanel, newMachine, plan, submit, work } from "./teamMachines.ts";

afterEach(endMachines);

/** What stands in a row for a folder that was picked: the database of these tests keeps no real ones. */
const picked = { kind: "directory", name: "Panels" } as unknown as PickedFolder;

/** A machine on which that folder was picked wherever one was. */
function through(folder: MemoryFolder): { readonly connect: typeof connectTeam } {
  return { connect: (_address, link) => openTeamFolder(link.folder && folder.handle) };
}

/** Carries what is new from one folder to the other and back, as a program does that keeps them alike; deletions, too. */
function carry(one: MemoryFolder, other: MemoryFolder, before: ReadonlySet<string>): ReadonlySet<string> {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    for (const path of from.directories) {
      if (to.directories.has(path)) continue;
      if (before.has(path)) from.directories.delete(path);
      else to.directories.add(path);
    }
    for (const [path, text] of from.files) {
      if (to.files.has(path)) continue;
      if (before.has(path)) from.files.delete(path);
      else to.files.set(path, text);
    }
  }
  return new Set([one, other].flatMap(({ files, directories }) => [...files.keys(), ...directories]));
}

async function leadAndSeat(folder: MemoryFolder) {
  const [lead, noor] = [newMachine(), newMachine()];
  await leadThroughFolder(lead, picked);
  const panel = await createPanel(lead, plan, smallGuide);
  const id = await join(lead, noor, panel, "i1");
  const stopLead = work(lead, through(folder));
  await vi.waitFor(() => expect(folder.directories).toContain(panel.id));
  return { lead, noor, panel, id, stopLead };
}

const deliveryOf = async (app: Parameters<typeof readOwnSeats>[0]) => (await readOwnSeats(app))[0]?.delivery;

test("a submitted scorecard arrives through a folder, and the interviewer is told so", async () => {
  const folder = memoryFolder();
  const { lead, noor, panel, id } = await leadAndSeat(folder);
  await putFolder(noor.database, [{ panelId: panel.id, seat: "i1" }], picked);
  work(noor, through(folder));
  await submit(noor, id);
  await vi.waitFor(async () => expect(await deliveryOf(noor.database)).toMatchObject({ kind: "received" }));
  expect(await lead.database.sealedScorecards.count()).toBe(1);
  for (const text of folder.files.values()) expect(text).not.toContain("Found the cause");
});

test("so it does through two folders that a program keeps alike", async () => {
  const [here, there] = [memoryFolder(), memoryFolder()];
  const { noor, panel, id } = await leadAndSeat(here);
  await putFolder(noor.database, [{ panelId: panel.id, seat: "i1" }], picked);
  work(noor, through(there));
  await submit(noor, id);
  let before: ReadonlySet<string> = new Set();
  await vi.waitFor(async () => {
    before = carry(here, there, before);
    expect(await deliveryOf(noor.database)).toMatchObject({ kind: "received" });
  });
});

test("a panel that is deleted ends in the other folder too, of which only that stays", async () => {
  const [here, there] = [memoryFolder(), memoryFolder()];
  const { lead, noor, panel } = await leadAndSeat(here);
  await putFolder(noor.database, [{ panelId: panel.id, seat: "i1" }], picked);
  work(noor, through(there));
  let before: ReadonlySet<string> = new Set();
  await vi.waitFor(async () => {
    before = carry(here, there, before);
    expect([...there.files.keys()].some((path) => path.includes("all.roster"))).toBe(true);
  });
  await removePanel(lead, panel.id);
  lead.forward(120_000);
  await vi.waitFor(async () => {
    before = carry(here, there, before);
    expect((await noor.database.teamLinks.toArray()).map(({ side }) => side)).toEqual(["ended"]);
    for (const { files } of [here, there]) {
      expect([...files.keys()].map((path) => path.split("/")[0])).toEqual(["ended"]);
    }
  });
});

test("what a seat wrote while its lead deleted the panel goes from the folder once the seat reads of the end", async () => {
  const [here, there] = [memoryFolder(), memoryFolder()];
  const { lead, noor, panel } = await leadAndSeat(here);
  await putFolder(noor.database, [{ panelId: panel.id, seat: "i1" }], picked);
  work(noor, through(there));
  await vi.waitFor(() => {
    carry(here, there, new Set());
    expect([...there.files.keys()].some((path) => path.includes("up.i1.joined"))).toBe(true);
  });
  await removePanel(lead, panel.id);
  lead.forward(120_000);
  await vi.waitFor(() => expect(here.directories).not.toContain(panel.id));
  for (const [path, text] of here.files) there.files.set(path, text);
  there.directories.add("ended");
  await vi.waitFor(() => expect(there.directories).not.toContain(panel.id));
  expect([...there.files.keys()].map((path) => path.split("/")[0])).toEqual(["ended"]);
});

test("until the folder is picked the file is to be sent, and until it is allowed again it waits for that", async () => {
  const folder = memoryFolder();
  const { noor, panel, id } = await leadAndSeat(folder);
  work(noor, through(folder));
  await submit(noor, id);
  const waiting = async () => (await readWaitingFolders(noor.database)).map(({ problem }) => problem);
  await vi.waitFor(async () => expect(await waiting()).toEqual(["noFolder"]));
  expect(await deliveryOf(noor.database)).toEqual({ kind: "toSend" });
  folder.permission = "prompt";
  const place = { panelId: panel.id, seat: "i1" };
  await putFolder(noor.database, [place], picked);
  await vi.waitFor(async () => expect(await waiting()).toEqual(["askAgain"]));
  expect(await deliveryOf(noor.database)).toMatchObject({ kind: "toSend", byTeam: "folder" });
  folder.permission = "granted";
  await putFolder(noor.database, [place], picked);
  await vi.waitFor(async () => expect(await deliveryOf(noor.database)).toMatchObject({ kind: "received" }));
  expect(await waiting()).toEqual([]);
});

test("panels through a server go on beside those through a folder; the folder picked for one panel is the next one's", async () => {
  const [folder, server] = [memoryFolder(), fakeTeamServer()];
  const [lead, noor] = [newMachine(), newMachine()];
  const both = {
    connect: ((address, link) =>
      link.jwt === ""
        ? through(folder).connect(address, link)
        : server.connect(address, link)) as typeof connectTeam,
  };
  const first = await ledPanel(lead);
  const ids = [await join(lead, noor, first, "i1")];
  await leadThroughFolder(lead, picked);
  const second = await createPanel(lead, { ...plan, candidate: "Jan Novak" }, smallGuide);
  ids.push(await join(lead, noor, second, "i1"));
  await putFolder(noor.database, [{ panelId: second.id, seat: "i1" }], picked);
  const third = await createPanel(lead, { ...plan, candidate: "Mia Lund" }, smallGuide);
  ids.push(await join(lead, noor, third, "i1"));
  work(lead, both);
  work(noor, both);
  for (const id of ids) await submit(noor, id);
  await vi.waitFor(async () => {
    const deliveries = (await readOwnSeats(noor.database)).map(({ delivery }) => delivery?.kind);
    expect(deliveries).toEqual(["received", "received", "received"]);
  });
  expect([...server.streams.keys()].toSorted()).toEqual(["ended", first.id].toSorted());
});

test("a panel whose folder can’t be removed is said once to have ended, and holds up no other", async () => {
  const folder = memoryFolder();
  const { lead, noor, panel } = await leadAndSeat(folder);
  const other = await createPanel(lead, { ...plan, candidate: "Jan Novak" }, smallGuide);
  const id = await join(lead, noor, other, "i1");
  await putFolder(noor.database, [{ panelId: other.id, seat: "i1" }], picked);
  folder.held.add(panel.id);
  await removePanel(lead, panel.id);
  lead.forward(120_000);
  await vi.waitFor(() =>
    expect([...folder.files.keys()].some((path) => path.startsWith("ended/"))).toBe(true),
  );
  work(noor, through(folder));
  await submit(noor, id);
  await vi.waitFor(async () => {
    const deliveries = (await readOwnSeats(noor.database)).map(({ delivery }) => delivery?.kind);
    expect(deliveries).toContain("received");
  });
  expect([...folder.files.keys()].filter((path) => path.startsWith("ended/"))).toHaveLength(1);
});

test("all seats of a panel go the way of the first that was invited", async () => {
  const [lead, noor, jo] = [newMachine(), newMachine(), newMachine()];
  const panel = await ledPanel(lead);
  await join(lead, noor, panel, "i1");
  await leadThroughFolder(lead, picked);
  await join(lead, jo, panel, "i2");
  for (const { database } of [noor, jo]) {
    expect((await database.teamLinks.toArray()).map((link) => "jwt" in link && link.jwt !== "")).toEqual([
      true,
    ]);
  }
});

test("a seat whose folder has nothing of its panel is told so, and goes on once that is there", async () => {
  const [folder, wrong] = [memoryFolder(), memoryFolder()];
  const { noor, panel, id } = await leadAndSeat(folder);
  const place = { panelId: panel.id, seat: "i1" };
  await putFolder(noor.database, [place], picked);
  const stop = work(noor, through(wrong));
  const waiting = async () => (await readWaitingFolders(noor.database)).map(({ problem }) => problem);
  await vi.waitFor(async () => expect(await waiting()).toEqual(["panelMissing"]));
  await stop();
  work(noor, through(folder));
  await submit(noor, id);
  await vi.waitFor(async () => expect(await deliveryOf(noor.database)).toMatchObject({ kind: "received" }));
  await vi.waitFor(async () => expect(await waiting()).toEqual([]));
});

test("what a program took out of the folder before the lead had it is put there again", async () => {
  const folder = memoryFolder();
  const { lead, noor, panel, id, stopLead } = await leadAndSeat(folder);
  await stopLead();
  await putFolder(noor.database, [{ panelId: panel.id, seat: "i1" }], picked);
  work(noor, through(folder));
  await submit(noor, id);
  const cards = () => [...folder.files.keys()].filter((path) => path.includes(".card."));
  await vi.waitFor(async () => expect(await deliveryOf(noor.database)).toMatchObject({ kind: "sent" }));
  for (const path of cards()) folder.files.delete(path);
  expect(cards()).toEqual([]);
  noor.forward(31_000);
  await vi.waitFor(() => expect(cards()).toHaveLength(1), { timeout: 60_000 });
  work(lead, through(folder));
  await vi.waitFor(async () => expect(await deliveryOf(noor.database)).toMatchObject({ kind: "received" }));
});

test("a lead who lost the device has a panel of a folder back with the recovery file, and goes on once the folder is picked", async () => {
  const folder = memoryFolder();
  const { lead, noor, panel, id, stopLead } = await leadAndSeat(folder);
  await stopLead();
  await putFolder(noor.database, [{ panelId: panel.id, seat: "i1" }], picked);
  const recovery = (await panelToRecoveryFile(lead, panel))!;
  const next = newMachine();
  const options = { onProgress: () => {}, signal: new AbortController().signal };
  const intake = await addScorecardFiles(next, null, [new File([recovery], "recovery.txt")], options);
  expect(intake).toMatchObject({
    files: [{ result: { kind: "restored", isTeamRestored: true, problems: [] } }],
  });
  // No file says where the folder is.
  expect(await next.database.teamLinks.toArray()).toMatchObject([
    { seat: "folder", side: "server", jwt: "", problem: "noFolder" },
    { seat: "i1", side: "lead", jwt: "" },
  ]);
  await leadThroughFolder(next, picked);
  work(next, through(folder));
  work(noor, through(folder));
  await submit(noor, id);
  await vi.waitFor(async () => expect(await deliveryOf(noor.database)).toMatchObject({ kind: "received" }));
  expect(await next.database.sealedScorecards.count()).toBe(1);
});
