import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { LEAD, subjectOf } from "../../../src/domain/team/message.ts";
import type { Panel } from "../../../src/domain/panels/panel.ts";
import { isSealed, seal, unseal } from "../../../src/interchange/files/encryption.ts";
import { encodeSessionFile } from "../../../src/interchange/formats/sessionFile.ts";
import { headerOf } from "../../../src/interchange/team/lockedScorecard.ts";
import { signMessage } from "../../../src/interchange/team/signedMessage.ts";
import { candidateToSubjectAccess } from "../../../src/state/candidates/subjectAccess.ts";
import { readCandidates } from "../../../src/storage/candidates/candidates.ts";
import { panelToRecoveryFile } from "../../../src/state/panels/recoveryFile.ts";
import { recordRevision } from "../../../src/state/session/scorecards.ts";
import { openPanelToFileText, readPanelView, savePanel } from "../../../src/state/panels/panels.ts";
import { addScorecardFiles } from "../../../src/state/panels/scorecardIntake.ts";
import { letDeviceIn } from "../../../src/state/team/refusals.ts";
import { takeMessage } from "../../../src/state/team/teamIncoming.ts";
import { askEarly, declineEarly, unlockEarly } from "../../../src/state/team/earlyUnlocking.ts";
import { fillUnlocking, leadScorecard } from "../../../src/state/team/unlocking.ts";
import { commitmentTo, saltsOf } from "../../../src/state/panels/commitment.ts";
import { readPanelKeys, readPanelRow } from "../../../src/storage/panels/panels.ts";
import { loadScorecards } from "../../../src/storage/session/scorecards.ts";
import { readTeamKeys, writeTeamChange } from "../../../src/storage/team/teamRows.ts";
import { smallGuide } from "../../smallInterview.ts";
import { smallRevision } from "../../smallPanel.ts";
import { fakeTeamServer, type FakeTeamServer } from "./fakeTeamServer.ts";
import { endMachines, join, ledPanel, newMachine, NOW, plan, submit, work } from "./teamMachines.ts";

type Machine = ReturnType<typeof newMachine>;

let server: FakeTeamServer;
let [lead, noor, jo, mia]: Machine[] = [];
let panel: Panel;
/** Ends the work of that machine. */
let stops: Map<Machine, () => Promise<void>>;

const questionIds = ["failed", "recipe"];

beforeEach(async () => {
  server = fakeTeamServer();
  stops = new Map();
  [lead, noor, jo, mia] = [newMachine(), newMachine(), newMachine(), newMachine()];
  panel = await ledPanel(lead, {
    ...plan,
    interviewers: [
      ...plan.interviewers,
      { id: "i3", name: "Mia", questionIds },
      { id: "i4", name: "Lea", questionIds },
    ],
    leadId: "i4",
  });
});

afterEach(endMachines);

const held = ({ database }: Machine) => database.sealedScorecards.toArray();
const lockedOn = ({ database }: Machine) => database.lockedScorecards.toArray();
const keysOn = ({ database }: Machine, seat: string) => readTeamKeys(database, { panelId: panel.id, seat });
const cardState = async ({ database }: Machine) =>
  (await database.outbox.toArray()).find(({ kind }) => kind === "card")?.state;

/** Lets those seats join, and waits until each knows of all of them. @returns the ids of their interviews */
async function joined(seats: readonly (readonly [Machine, string])[]): Promise<string[]> {
  work(lead!, server);
  const ids: string[] = [];
  for (const [machine, seat] of seats) {
    ids.push(await join(lead!, machine, panel, seat));
    stops.set(machine, work(machine, server));
  }
  await vi.waitFor(async () => {
    for (const [machine, seat] of seats) {
      expect(Object.keys((await keysOn(machine, seat))?.roster.recipients ?? {})).toHaveLength(seats.length);
    }
  });
  return ids;
}

const two = () => [[noor!, "i1"] as const, [jo!, "i2"] as const];
const three = () => [[noor!, "i1"] as const, [jo!, "i2"] as const, [mia!, "i3"] as const];

const NOT_LET_IN = "It comes from a device that was not let in.";
const refusedOn = async ({ database }: Machine) =>
  (await database.inbox.toArray()).map(({ refused }) => refused);
/** @returns in how many messages the lead asked to unlock */
const asked = async () =>
  (await lead!.database.outbox.toArray()).filter(({ kind }) => kind === "open").length;

async function submitAsLead(): Promise<void> {
  await submit(lead!, await join(lead!, lead!, panel, "i4"));
}

async function addFile(machine: Machine, text: string, name: string, taken: readonly string[] = []) {
  const options = { onProgress: () => {}, signal: new AbortController().signal, taken };
  const intake = await addScorecardFiles(machine, null, [new File([text], name)], options);
  return intake.kind === "done" ? intake.files[0]!.result : null;
}

async function deliverLocked(machine: Machine, id: string): Promise<void> {
  await submit(machine, id);
  await vi.waitFor(async () => expect(await cardState(machine)).toBe("delivered"));
}

test("before the lead’s own scorecard is submitted the others’ are there and can’t be read with all that the lead has", async () => {
  const [id] = await joined(three());
  await deliverLocked(noor!, id!);
  expect(await held(lead!)).toEqual([]);
  const [locked] = await lockedOn(lead!);
  expect(locked).toMatchObject({ panelId: panel.id, seat: "i1" });
  const secretKey = (await readPanelKeys(lead!.database)).get(panel.id)!;
  expect(isSealed(locked!.text)).toBe(true);
  expect(await unseal(locked!.text, secretKey)).toEqual({ ok: false, reason: "otherKey" });
});

test("once it is submitted, another seat’s browser unlocks them by itself, those too that come later", async () => {
  const ids = await joined(three());
  await deliverLocked(noor!, ids[0]!);
  await submitAsLead();
  await vi.waitFor(async () => expect(await held(lead!)).toMatchObject([{ interviewerId: "i1" }]));
  expect(await lockedOn(lead!)).toEqual([]);

  await submit(mia!, ids[2]!);
  await vi.waitFor(async () =>
    expect((await held(lead!)).map(({ interviewerId }) => interviewerId).toSorted()).toEqual(["i1", "i3"]),
  );
  expect(await lockedOn(lead!)).toEqual([]);
  expect((await readPanelRow(lead!.database, panel.id))?.unlockedEarly).toBeUndefined();
});

test("one that was revised before it was unlocked comes with its revision", async () => {
  const [id] = await joined(three());
  await deliverLocked(noor!, id!);
  const [scorecard] = await loadScorecards(noor!.database, [id!]);
  const { reason, areas, recommendation, summary } = smallRevision("r1", NOW, "failed.cause", 2);
  await recordRevision(noor!, scorecard!, { reason, areas, recommendation, summary });
  await vi.waitFor(async () => expect(await lockedOn(lead!)).toHaveLength(2));
  await submitAsLead();
  await vi.waitFor(async () => {
    expect(await lockedOn(lead!)).toEqual([]);
    expect(await held(lead!)).toHaveLength(1);
  });
});

test("seats that are away while the lead asks unlock them when one is back", async () => {
  const [id] = await joined(two());
  await deliverLocked(noor!, id!);
  for (const machine of [noor!, jo!]) await stops.get(machine)!();
  await submitAsLead();
  await vi.waitFor(async () => expect(await asked()).toBe(1));
  expect(await held(lead!)).toEqual([]);
  work(jo!, server);
  await vi.waitFor(async () => expect(await held(lead!)).toHaveLength(1));
});

test("where no other seat has joined, its own browser unlocks a scorecard", async () => {
  const [id] = await joined([[noor!, "i1"]]);
  await deliverLocked(noor!, id!);
  expect(await lockedOn(lead!)).toHaveLength(1);
  await submitAsLead();
  await vi.waitFor(async () => expect(await held(lead!)).toHaveLength(1));
});

test("a device that was replaced still unlocks what was locked to it, and agrees to nothing", async () => {
  const [id] = await joined(two());
  await deliverLocked(noor!, id!);
  await stops.get(noor!)!();
  const phone = newMachine();
  await join(lead!, phone, panel, "i2");
  work(phone, server);
  const device = (await keysOn(phone, "i2"))!.publicKey;
  await vi.waitFor(async () =>
    expect((await lead!.database.inbox.toArray()).map((row) => row.device)).toContain(device),
  );
  await letDeviceIn(lead!, { panelId: panel.id, seat: "i2" }, device);
  await askEarly(lead!, panel.id, "I am ill.");
  await vi.waitFor(async () => expect((await keysOn(jo!, "i2"))?.early).toBeDefined());
  await unlockEarly(jo!, { panelId: panel.id, seat: "i2" });
  await vi.waitFor(async () => expect(await refusedOn(lead!)).toContain(NOT_LET_IN));
  expect(await held(lead!)).toEqual([]);
  await submitAsLead();
  await vi.waitFor(async () => expect(await held(lead!)).toHaveLength(1));
});

test("the lead’s own scorecard from another device is not locked, and has the rest unlocked", async () => {
  const [id] = await joined(two());
  const tablet = newMachine();
  const own = await join(lead!, tablet, panel, "i4");
  work(tablet, server);
  await vi.waitFor(async () => expect((await keysOn(tablet, "i4"))?.roster.leadSeat).toBe("i4"));
  await deliverLocked(noor!, id!);
  await submit(tablet, own);
  await vi.waitFor(async () => expect(await held(lead!)).toHaveLength(2));
});

test("once the lead is bound, what a seat sends later is not locked any more", async () => {
  const ids = await joined(three());
  await deliverLocked(noor!, ids[0]!);
  await submitAsLead();
  await vi.waitFor(async () => expect((await keysOn(mia!, "i3"))?.commitment).toBeDefined());
  await Promise.all([noor!, jo!].map((machine) => stops.get(machine)!()));
  await submit(mia!, ids[2]!);
  await vi.waitFor(async () => expect(await held(lead!)).toHaveLength(2));
});

test("one with the candidate’s name as it was before the lead put it right comes in when it is unlocked", async () => {
  const [id] = await joined(two());
  await savePanel(lead!, panel.id, (before) => ({ ...before, candidate: "Amira Hadad" }));
  await deliverLocked(noor!, id!);
  await submitAsLead();
  await vi.waitFor(async () =>
    expect((await held(lead!)).map(({ interviewerId }) => interviewerId)).toContain("i1"),
  );
  expect((await refusedOn(lead!)).filter((refused) => refused !== "")).toEqual([]);
});

/** Somebody else, on a device that was not let in, makes a scorecard file with the invitation of that seat. */
async function falseFile(seat: string): Promise<string> {
  const other = newMachine();
  const id = await join(lead!, other, panel, seat);
  await submit(other, id, "Did not find the cause.");
  const [card] = await loadScorecards(other.database, [id]);
  return seal(encodeSessionFile(card!.first, NOW, other.appName, []), panel.publicKey!);
}

test("a scorecard that an interviewer’s own device delivered keeps its seat while it is locked: a file for it waits to be taken", async () => {
  const [id] = await joined(two());
  await deliverLocked(noor!, id!);
  expect(await addFile(lead!, await falseFile("i1"), "noor.age")).toMatchObject({
    kind: "waits",
    waiting: [{ kind: "locked", interviewer: "Noor" }],
  });
  expect(await held(lead!)).toEqual([]);
  expect((await readPanelView(lead!, panel.id))?.lockedIds).toEqual(new Set(["i1"]));

  const [{ addedAt } = { addedAt: 0 }] = await lockedOn(lead!);
  await submitAsLead();
  // It came in when it was delivered, not when it could be read.
  await vi.waitFor(async () => expect(await held(lead!)).toMatchObject([{ sessionId: id, addedAt }]));
});

test("where the lead takes the file all the same, the interviewer is told that the delivered scorecard was not added, and so is the lead", async () => {
  const [id] = await joined(two());
  await deliverLocked(noor!, id!);
  const text = await falseFile("i1");
  const waits = await addFile(lead!, text, "noor.age");
  const key = waits && waits.kind !== "refused" ? waits.waiting[0]!.key : "";
  expect(await addFile(lead!, text, "noor.age", [key])).toMatchObject({ kind: "added" });
  await submitAsLead();
  await vi.waitFor(async () => expect(await cardState(noor!)).toBe("refused"));
  expect(await held(lead!)).toMatchObject([{ sessionId: key }]);
  expect(await lockedOn(lead!)).toEqual([]);
  expect(await refusedOn(lead!)).toContainEqual(
    expect.stringContaining("Noor’s scorecard is already here, from another interview"),
  );
});

test("a lead who has given up the own seat has what came locked unlocked", async () => {
  const [id] = await joined(two());
  await deliverLocked(noor!, id!);
  await savePanel(lead!, panel.id, (before) => ({ ...before, leadId: null }));
  lead!.forward(31_000);
  await vi.waitFor(async () => expect(await held(lead!)).toHaveLength(1), { timeout: 60_000 });
});

test("a key that a restored device reads before its scorecard unlocks it all the same", async () => {
  const [id] = await joined(two());
  await deliverLocked(noor!, id!);
  const recovery = (await panelToRecoveryFile(lead!, panel))!;
  await submitAsLead();
  await vi.waitFor(async () => expect(await held(lead!)).toHaveLength(1));
  const stream = server.streams.get(panel.id)!;
  const rank = ({ subject }: { readonly subject: string }) =>
    [".joined.", ".key."].findIndex((kind) => subject.includes(kind)) + (subject.includes(".card.") ? 3 : 0);
  const inOtherOrder = stream
    .toSorted((a, b) => rank(a) - rank(b))
    .map((one, at) => ({ ...one, number: at + 1 }));
  stream.splice(0, stream.length, ...inOtherOrder);
  const next = newMachine();
  await addFile(next, recovery, "recovery.txt");
  work(next, server);
  await vi.waitFor(async () => expect(await held(next)).toHaveLength(1));
});

test("as many as there may be are asked for in messages that a server takes", async () => {
  const [id] = await joined(two());
  await deliverLocked(noor!, id!);
  const [locked] = await lockedOn(lead!);
  const many = Array.from({ length: 120 }, (_, at) => ({
    ...locked!,
    hash: at.toString(16).padStart(64, "0"),
  }));
  await lead!.database.lockedScorecards.bulkPut(many);
  await submitAsLead();
  await vi.waitFor(async () => expect(await asked()).toBe(3));
  await vi.waitFor(async () => expect(await held(lead!)).toHaveLength(1));
});

test("early they are unlocked only where somebody in another seat says so, and the panel’s record has who and why", async () => {
  const ids = await joined(three());
  await deliverLocked(noor!, ids[0]!);
  await askEarly(lead!, panel.id, "I am ill, Jo decides.");
  await vi.waitFor(async () =>
    expect((await keysOn(jo!, "i2"))?.early?.reason).toBe("I am ill, Jo decides."),
  );
  expect(await held(lead!)).toEqual([]);
  await unlockEarly(jo!, { panelId: panel.id, seat: "i2" });
  await vi.waitFor(async () => expect(await lockedOn(lead!)).toEqual([]));
  expect(await held(lead!)).toHaveLength(1);
  expect((await readPanelRow(lead!.database, panel.id))?.unlockedEarly).toMatchObject([
    { interviewerId: "i2", reason: "I am ill, Jo decides." },
  ]);
  expect((await keysOn(jo!, "i2"))?.early).toBeUndefined();
});

test("who agreed once, and why, stands in the panel’s record once, however many scorecards were unlocked with it", async () => {
  const ids = await joined(three());
  await deliverLocked(noor!, ids[0]!);
  await deliverLocked(mia!, ids[2]!);
  await askEarly(lead!, panel.id, "I am ill.");
  const askedOf = async (machine: Machine, seat: string) =>
    Object.keys((await keysOn(machine, seat))?.early?.headers ?? {}).toSorted();
  const locked = async () => (await lockedOn(lead!)).map(({ hash }) => hash).toSorted();
  const both = await locked();
  expect(both).toHaveLength(2);
  await vi.waitFor(async () => expect(await askedOf(jo!, "i2")).toEqual(both));
  await unlockEarly(jo!, { panelId: panel.id, seat: "i2" });
  await vi.waitFor(async () => expect(await lockedOn(lead!)).toEqual([]));
  expect(await held(lead!)).toHaveLength(2);
  const early = async () => (await readPanelRow(lead!.database, panel.id))?.unlockedEarly;
  expect(await early()).toMatchObject([{ interviewerId: "i2", reason: "I am ill." }]);
  // Another who agrees is named as well.
  await deliverLocked(jo!, ids[1]!);
  const third = await locked();
  await vi.waitFor(async () => expect(await askedOf(mia!, "i3")).toEqual(third));
  await unlockEarly(mia!, { panelId: panel.id, seat: "i3" });
  await vi.waitFor(async () => expect(await lockedOn(lead!)).toEqual([]));
  expect((await early())?.map(({ interviewerId }) => interviewerId)).toEqual(["i2", "i3"]);
});

test("a key that comes while the panel’s own key is not on the device unlocks its scorecard once that is back", async () => {
  const [id] = await joined(two());
  await deliverLocked(noor!, id!);
  await stops.get(noor!)!();
  await stops.get(jo!)!();
  await submitAsLead();
  await vi.waitFor(async () => expect(await asked()).toBe(1));
  const keys = await lead!.database.panelKeys.toArray();
  await lead!.database.panelKeys.clear();
  work(jo!, server);
  const key = () => server.streams.get(panel.id)?.find(({ subject }) => subject.includes(".key."));
  await vi.waitFor(() => expect(key()).toBeDefined());
  const { subject, wire } = key()!;
  expect(await takeMessage(lead!, { panelId: panel.id, seat: LEAD }, subject, wire)).toBe(false);
  // Nor is anything asked for that the lead could not be bound by.
  await fillUnlocking(lead!, panel.id);
  expect(await asked()).toBe(1);
  await lead!.database.panelKeys.bulkPut(keys);
  lead!.forward(31_000);
  await vi.waitFor(async () => expect(await held(lead!)).toHaveLength(1), { timeout: 60_000 });
  expect((await refusedOn(lead!)).filter((refused) => refused !== "")).toEqual([]);
});

test("a scorecard that is unlocked while the disk is full is not refused: it is taken in with the next look", async () => {
  const [id] = await joined(two());
  await deliverLocked(noor!, id!);
  const full = vi
    .spyOn(lead!.database.sealedScorecards, "bulkPut")
    .mockRejectedValue(new DOMException("The disk is full.", "QuotaExceededError"));
  await submitAsLead();
  await vi.waitFor(() => expect(full).toHaveBeenCalled());
  expect(await lockedOn(lead!)).toHaveLength(1);
  full.mockRestore();
  lead!.forward(31_000);
  await vi.waitFor(async () => expect(await lockedOn(lead!)).toEqual([]), { timeout: 60_000 });
  expect(await held(lead!)).toHaveLength(1);
  expect((await refusedOn(lead!)).filter((refused) => refused !== "")).toEqual([]);
});

test("a request that is declined is gone there, nothing is unlocked, and what is asked anew is shown again", async () => {
  const ids = await joined(three());
  await deliverLocked(noor!, ids[0]!);
  const place = { panelId: panel.id, seat: "i2" };
  const reason = async () => (await keysOn(jo!, "i2"))?.early?.reason;
  await askEarly(lead!, panel.id, "I am ill.");
  await vi.waitFor(async () => expect(await reason()).toBe("I am ill."));
  await declineEarly(jo!, place);
  expect(await reason()).toBeUndefined();
  // More that is locked asks for the same, which was declined.
  await deliverLocked(mia!, ids[2]!);
  await vi.waitFor(async () => expect(await asked()).toBe(2));
  const inboxOf = async () =>
    (await jo!.database.inbox.toArray()).filter(({ kind }) => kind === "open").length;
  await vi.waitFor(async () => expect(await inboxOf()).toBe(2));
  expect(await reason()).toBeUndefined();
  await askEarly(lead!, panel.id, "I am ill until Friday.");
  await vi.waitFor(async () => expect(await reason()).toBe("I am ill until Friday."));
  expect(await held(lead!)).toEqual([]);
});

test("a request that could not be written down at first is read once more", async () => {
  const ids = await joined(two());
  await stops.get(noor!)!();
  const slow: FakeTeamServer["connect"] = async (...args) => {
    const transport = await server.connect(...args);
    // A page that is told of something while it reads.
    const next: typeof transport.next = async (...found) => {
      await new Promise((resolve) => {
        setTimeout(resolve, 30);
      });
      return transport.next(...found);
    };
    return { ...transport, next };
  };
  work(noor!, { connect: slow });
  await deliverLocked(noor!, ids[0]!);
  await stops.get(jo!)!();
  const { inbox } = noor!.database;
  const put = inbox.put.bind(inbox);
  let failed = 0;
  vi.spyOn(inbox, "put").mockImplementation((row) => {
    if (row.kind !== "open" || failed++ > 0) return put(row);
    throw new DOMException("The disk is full.", "QuotaExceededError");
  });
  // What rang before has rung out.
  await new Promise((resolve) => {
    setTimeout(resolve, 2500);
  });
  await submitAsLead();
  await vi.waitFor(() => expect(failed).toBeGreaterThan(0), { timeout: 10_000 });
  await vi.waitFor(async () => expect(await held(lead!)).toHaveLength(1), { timeout: 15_000 });
});

test("what was agreed to when the lead had submitted is not kept as early", async () => {
  const [id] = await joined(two());
  await deliverLocked(noor!, id!);
  await stops.get(noor!)!();
  await askEarly(lead!, panel.id, "I am ill.");
  await vi.waitFor(async () => expect((await keysOn(jo!, "i2"))?.early).toBeDefined());
  await stops.get(jo!)!();
  await unlockEarly(jo!, { panelId: panel.id, seat: "i2" });
  await submitAsLead();
  work(jo!, server);
  await vi.waitFor(async () => expect(await held(lead!)).toHaveLength(1));
  expect((await readPanelRow(lead!.database, panel.id))?.unlockedEarly).toBeUndefined();
});

test("a request does not stay in another seat once the lead has submitted, and does not come back once it was agreed to", async () => {
  const ids = await joined(three());
  await deliverLocked(noor!, ids[0]!);
  await askEarly(lead!, panel.id, "I am ill.");
  for (const [machine, seat] of three())
    await vi.waitFor(async () => expect((await keysOn(machine, seat))?.early).toBeDefined());
  await unlockEarly(jo!, { panelId: panel.id, seat: "i2" });
  await vi.waitFor(async () => expect(await held(lead!)).toHaveLength(1));
  const { subject, wire } = server.streams.get(panel.id)!.find((one) => one.subject.includes(".open."))!;
  server.plant(subject, `${wire} `);
  await submitAsLead();
  for (const [machine, seat] of three())
    await vi.waitFor(async () => expect((await keysOn(machine, seat))?.early).toBeUndefined(), {
      timeout: 60_000,
    });
});

test("where the lead is bound to another scorecard than before, a seat unlocks nothing unless its owner agrees", async () => {
  const ids = await joined(three());
  const place = { panelId: panel.id, seat: "i1" };
  const keys = (await keysOn(noor!, "i1"))!;
  await writeTeamChange(noor!.database, place, { told: { commitment: "0".repeat(64) } }, keys.roster.number);
  const joKeys = (await keysOn(jo!, "i2"))!;
  const { unlocking: _none, ...without } = joKeys;
  await writeTeamChange(
    jo!.database,
    { panelId: panel.id, seat: "i2" },
    { keys: without },
    joKeys.roster.number,
  );
  await deliverLocked(mia!, ids[2]!);
  await stops.get(mia!)!();
  await submitAsLead();
  await vi.waitFor(async () =>
    expect((await keysOn(noor!, "i1"))?.early?.reason).toBe(
      "I have submitted another scorecard than before.",
    ),
  );
  expect(await held(lead!)).toEqual([]);
  await unlockEarly(noor!, place);
  await vi.waitFor(async () => expect(await held(lead!)).toHaveLength(1));
  expect((await readPanelRow(lead!.database, panel.id))?.unlockedEarly).toBeUndefined();
});

test("a seat that was bound by an earlier version of the lead’s app unlocks as before, and is told the rest", async () => {
  const ids = await joined(three());
  await deliverLocked(noor!, ids[0]!);
  for (const machine of [noor!, jo!, mia!]) await stops.get(machine)!();
  await submitAsLead();
  await vi.waitFor(async () => expect(await asked()).toBe(1));
  const own = (await leadScorecard(lead!.database, panel))!;
  const secretKey = (await readPanelKeys(lead!.database)).get(panel.id)!;
  const { commitment, ...more } = await commitmentTo(own, await saltsOf(secretKey));
  const keys = (await keysOn(jo!, "i2"))!;
  await writeTeamChange(
    jo!.database,
    { panelId: panel.id, seat: "i2" },
    { told: { commitment } },
    keys.roster.number,
  );
  work(jo!, server);
  await vi.waitFor(async () => expect(await held(lead!)).toHaveLength(1));
  expect(await keysOn(jo!, "i2")).toMatchObject({ commitment, ...more });
  expect((await keysOn(jo!, "i2"))?.early).toBeUndefined();
});

test("that the others’ were unlocked early for one lead opens a panel to nobody else, whatever a file says", async () => {
  await joined(two());
  const early = { leadId: "i2", interviewerId: "i1", reason: "I am ill.", at: NOW };
  const debrief = { ...panel.debrief, startedAt: NOW, firstStartedAt: NOW };
  const changed = await savePanel(lead!, panel.id, (before) => ({
    ...before,
    leadId: "i2",
    unlockedEarly: [early],
    debrief,
  }));
  const text = await openPanelToFileText(lead!, { panel: changed!, guide: smallGuide }, []);
  expect(await addFile(jo!, text, "debrief.json")).toMatchObject({ kind: "refused", reason: "openSession" });
});

describe("what the lead was bound to before the others’ were unlocked", () => {
  const NOT_BOUND =
    "Lea’s scorecard in this file is not the one that was submitted when yours and the others’ were unlocked.";

  /** @param before has the debrief go on @returns what an interviewer is told of a debrief file, in which the lead's scorecard may have been changed */
  async function problemsOf(
    change: (fileText: string) => string,
    before?: () => Promise<unknown>,
  ): Promise<readonly string[]> {
    const ids = await joined(three());
    await deliverLocked(noor!, ids[0]!);
    await submitAsLead();
    await vi.waitFor(async () => expect(await held(lead!)).toHaveLength(1));
    await submit(mia!, ids[2]!);
    await vi.waitFor(async () => expect((await keysOn(mia!, "i3"))?.commitment).toBeDefined());
    await before?.();
    const view = (await readPanelView(lead!, panel.id))!;
    const text = await openPanelToFileText(lead!, view, await view.unseal());
    const result = await addFile(mia!, change(text), "debrief.json");
    return result?.kind === "refused" ? ["refused"] : (result?.problems.map(({ message }) => message) ?? []);
  }

  test("is what a debrief file has, and nothing is said", async () => {
    expect(await problemsOf((text) => text)).toEqual([]);
  });

  /** Changes the lead's own scorecard in the text of a debrief file. */
  const changing = (said: RegExp, other: string) => (text: string) => {
    const file = JSON.parse(text) as { scorecards: { session: { interviewer: string } }[] };
    const scorecards = file.scorecards.map((one) => {
      if (one.session.interviewer !== "Lea") return one;
      expect(JSON.stringify(one)).toMatch(said);
      return JSON.parse(JSON.stringify(one).replace(said, other)) as typeof one;
    });
    return JSON.stringify({ ...file, scorecards });
  };

  test.each([
    ["a rating", /"rating":4/u, '"rating":2'],
    ["a timed note", /“it was the salt”/u, "It was the salt, found at once."],
  ])(
    "is not what a debrief file has where %s was changed since, and that is said",
    async (_what, ...change) => {
      expect(await problemsOf(changing(...change))).toEqual([NOT_BOUND]);
    },
  );

  describe("of the recommendation", () => {
    const show = () =>
      savePanel(lead!, panel.id, (stored) => ({
        ...stored,
        debrief: { ...stored.debrief, startedAt: NOW, recommendationsShownAt: NOW },
      }));

    test("is not said before it is shown, and what it is hashed with is in no file then", async () => {
      let file = "";
      expect(await problemsOf((text) => (file = text))).toEqual([]);
      expect(file).toContain("commitmentSalt");
      expect(file).not.toContain("recommendationSalt");
    });

    test("is what a debrief file has once it is shown", async () => {
      expect(await problemsOf((text) => text, show)).toEqual([]);
    });

    test.each([
      ["it", /"recommendation":"yes"/u, '"recommendation":"strongNo"'],
      ["its summary", /Found the cause\./u, "Found nothing."],
    ])("is not what a debrief file has where %s was changed since", async (_what, ...change) => {
      expect(await problemsOf(changing(...change), show)).toEqual([NOT_BOUND]);
    });
  });

  test("by an earlier version of the lead’s app goes on to hold, and no more than that is compared", async () => {
    const forget = async () => {
      const place = { panelId: panel.id, seat: "i3" };
      const keys = (await keysOn(mia!, "i3"))!;
      const { notesCommitment, recommendationCommitment, ...before } = keys;
      expect([notesCommitment, recommendationCommitment]).not.toContain(undefined);
      await writeTeamChange(mia!.database, place, { keys: before }, keys.roster.number);
    };
    expect(await problemsOf(changing(/“it was the salt”/u, "It was."), forget)).toEqual([]);
  });
});

describe("what is sent to unlock and does not", () => {
  async function plant(
    machine: Machine,
    from: string,
    seat: string,
    kind: "open" | "key" | "card",
    body: string,
  ) {
    const keys = (await keysOn(machine, from))!;
    const message = { panelId: panel.id, seat, kind, body };
    const { wire, hash } = await signMessage(message, keys);
    server.plant(subjectOf({ ...message, hash }), wire);
  }
  const sealed = (value: unknown) => seal(JSON.stringify(value), panel.publicKey!);
  /** @returns what is to be unlocked there, as a request names it */
  const headersOnLead = async () =>
    Object.fromEntries(
      await Promise.all(
        (await lockedOn(lead!)).map(async ({ hash, text }) => [hash, await headerOf(text)] as const),
      ),
    );

  test.each(["{}", "nothing", JSON.stringify({ commitment: "a".repeat(64), reason: "both", headers: {} })])(
    "a request that is none is refused: %s",
    async (body) => {
      await joined(two());
      await plant(lead!, LEAD, LEAD, "open", body);
      await vi.waitFor(async () =>
        expect(await refusedOn(noor!)).toContain("It asks for nothing that can be unlocked."),
      );
    },
  );

  test("a key that is none, or another one, is refused, and the scorecard waits for the right one", async () => {
    const [id] = await joined(two());
    await deliverLocked(noor!, id!);
    const [locked] = await lockedOn(lead!);
    await plant(jo!, "i2", "i2", "key", "no age file");
    await plant(jo!, "i2", "i2", "key", await sealed({ hash: locked!.hash, fileKey: "short", reason: "" }));
    await plant(
      jo!,
      "i2",
      "i2",
      "key",
      await sealed({ hash: locked!.hash, fileKey: `${"A".repeat(22)}==`, reason: "" }),
    );
    await vi.waitFor(async () => {
      const refused = await refusedOn(lead!);
      expect(refused.filter((one) => one === "It is no key.")).toHaveLength(2);
      expect(refused).toContain("It unlocks nothing.");
    });
    expect(await lockedOn(lead!)).toHaveLength(1);
    await submitAsLead();
    await vi.waitFor(async () => expect(await held(lead!)).toHaveLength(1));
  });

  test("a scorecard that is locked and that nobody could unlock is refused, and does not wait for ever", async () => {
    await joined(two());
    const shut = "-----BEGIN AGE ENCRYPTED FILE-----\nbm90aGluZw==\n-----END AGE ENCRYPTED FILE-----\n";
    await plant(noor!, "i1", "i1", "card", await seal(shut, panel.publicKey!));
    await vi.waitFor(async () =>
      expect(await refusedOn(lead!)).toContain("It is locked so that nobody can unlock it."),
    );
    expect(await lockedOn(lead!)).toEqual([]);
  });

  test("a request with neither the lead’s scorecard nor a reason unlocks nothing for a lead who interviews", async () => {
    const [id] = await joined(two());
    await deliverLocked(noor!, id!);
    const headers = await headersOnLead();
    const body = { commitment: null, reason: "", publicKey: panel.publicKey, headers };
    await plant(lead!, LEAD, LEAD, "open", JSON.stringify(body));
    const { subject, wire } = server.streams.get(panel.id)!.find((one) => one.subject.includes(".open."))!;
    expect(await takeMessage(jo!, { panelId: panel.id, seat: "i2" }, subject, wire)).toBe(false);
    expect((await jo!.database.outbox.toArray()).map(({ kind }) => kind)).not.toContain("key");
    expect([await held(lead!), await lockedOn(lead!)]).toMatchObject([[], [{ seat: "i1" }]]);
  });

  test("an early request that comes after the lead has submitted asks nobody any more", async () => {
    const [id] = await joined(three());
    await deliverLocked(noor!, id!);
    const headers = await headersOnLead();
    await submitAsLead();
    await vi.waitFor(async () => expect((await keysOn(jo!, "i2"))?.commitment).toBeDefined());
    const body = { commitment: null, reason: "I am ill.", publicKey: panel.publicKey, headers };
    await plant(lead!, LEAD, LEAD, "open", JSON.stringify(body));
    const openRows = async () => (await jo!.database.inbox.toArray()).filter(({ kind }) => kind === "open");
    await vi.waitFor(async () => expect((await openRows()).map(({ refused }) => refused)).toEqual(["", ""]));
    expect((await keysOn(jo!, "i2"))?.early).toBeUndefined();
  });

  test("a reason that the lead did not give is not kept as the lead’s", async () => {
    const [id] = await joined(two());
    await deliverLocked(noor!, id!);
    await askEarly(lead!, panel.id, "I am ill.");
    await vi.waitFor(async () => expect((await keysOn(jo!, "i2"))?.early).toBeDefined());
    const keys = (await keysOn(jo!, "i2"))!;
    const early = { ...keys.early!, reason: "I am lazy." };
    const place = { panelId: panel.id, seat: "i2" };
    await writeTeamChange(jo!.database, place, { told: { early } }, keys.roster.number);
    await unlockEarly(jo!, place);
    await vi.waitFor(async () => expect(await held(lead!)).toHaveLength(1));
    expect((await readPanelRow(lead!.database, panel.id))?.unlockedEarly).toBeUndefined();
  });
});

test("a candidate who asks is told of a scorecard that is here and locked", async () => {
  const [id] = await joined(two());
  await deliverLocked(noor!, id!);
  const { candidates } = await readCandidates(lead!.database);
  const file = await candidateToSubjectAccess(lead!, candidates[0]!, candidates[0]!.parts, []);
  expect(file).toMatch(
    /not readable on this device before another interviewer’s browser unlocks it:\s*<bdi>Noor<\/bdi>/u,
  );
});

test("where the lead does not interview, it is encrypted to the panel’s key alone", async () => {
  panel = await ledPanel(lead!, { ...panel, leadId: null });
  const [id] = await joined(three());
  await submit(noor!, id!);
  await vi.waitFor(async () => expect(await held(lead!)).toHaveLength(1));
  expect(await lockedOn(lead!)).toEqual([]);
});

test("a seat whose browser can’t make keys to unlock with sends as before, and unlocks nothing for the others", async () => {
  const make = crypto.subtle.generateKey.bind(crypto.subtle);
  const without = vi
    .spyOn(crypto.subtle, "generateKey")
    .mockImplementation(((name: string, ...rest: [boolean, KeyUsage[]]) =>
      name === "X25519" ? Promise.reject(new Error("There is none.")) : make(name, ...rest)) as typeof make);
  const id = await join(lead!, noor!, panel, "i1");
  without.mockRestore();
  const [other] = await joined([[jo!, "i2"]]);
  work(noor!, server);
  await submit(noor!, id);
  await vi.waitFor(async () => expect(await held(lead!)).toHaveLength(1));
  await deliverLocked(jo!, other!);
  await stops.get(jo!)!();
  await askEarly(lead!, panel.id, "I am ill.");
  await vi.waitFor(async () =>
    expect((await noor!.database.inbox.toArray()).map(({ kind }) => kind)).toContain("open"),
  );
  expect((await keysOn(noor!, "i1"))?.early).toBeUndefined();
  expect(await lockedOn(lead!)).toHaveLength(1);
});

test("what waits in the outbox goes though nothing of the panel can be read", async () => {
  const [id] = await joined(two());
  await deliverLocked(noor!, id!);
  await stops.get(noor!)!();
  server.broken.add(panel.id);
  server.given.splice(0);
  work(noor!, server);
  await vi.waitFor(() => expect(server.given.some((subject) => subject.includes(".joined."))).toBe(true));
});

describe("an early request", () => {
  test("is nothing on a device that leads no team of the panel, and nothing is unlocked where nothing was asked", async () => {
    const [id] = await joined(two());
    await deliverLocked(noor!, id!);
    await askEarly(mia!, panel.id, "I am curious.");
    for (const [machine, seat] of [[mia!, "i3"] as const, [jo!, "i2"] as const])
      await unlockEarly(machine, { panelId: panel.id, seat });
    expect(await asked()).toBe(0);
    expect(await lockedOn(lead!)).toHaveLength(1);
  });

  test("is made, and answered, though somebody joins in that moment", async () => {
    const [id] = await joined(two());
    await deliverLocked(noor!, id!);
    /** Has what is read next of the machine's keys be older than they are. */
    const readStale = ({ database }: Machine) => {
      const read = database.teamKeys.get.bind(database.teamKeys);
      vi.spyOn(database.teamKeys, "get").mockImplementationOnce((async (key: [string, string]) => ({
        ...(await read(key)),
        roster: { number: 0, seats: {} },
      })) as never);
    };
    await stops.get(jo!)!();
    readStale(lead!);
    await askEarly(lead!, panel.id, "I am ill.");
    await vi.waitFor(async () => expect(await asked()).toBe(1));
    stops.set(jo!, work(jo!, server));
    await vi.waitFor(async () => expect((await keysOn(jo!, "i2"))?.early).toBeDefined());
    await stops.get(jo!)!();
    readStale(jo!);
    await unlockEarly(jo!, { panelId: panel.id, seat: "i2" });
    expect((await keysOn(jo!, "i2"))?.early).toBeUndefined();
    work(jo!, server);
    await vi.waitFor(async () => expect(await held(lead!)).toHaveLength(1));
  });
});

test("a lead who takes a seat later has the seats told", async () => {
  panel = await ledPanel(lead!, { ...panel, leadId: null });
  const [id] = await joined(three());
  expect((await keysOn(noor!, "i1"))?.roster.leadSeat).toBeUndefined();
  await savePanel(lead!, panel.id, (before) => ({ ...before, leadId: "i4" }));
  lead!.forward(31_000);
  await vi.waitFor(async () => expect((await keysOn(noor!, "i1"))?.roster.leadSeat).toBe("i4"), {
    timeout: 60_000,
  });
  await deliverLocked(noor!, id!);
  expect(await lockedOn(lead!)).toHaveLength(1);
  expect((await keysOn(lead!, LEAD))?.roster.leadSeat).toBe("i4");
});
