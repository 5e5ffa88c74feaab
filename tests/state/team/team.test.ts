import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { LEAD, LONGEST_WIRE, subjectOf, type MessageKind } from "../../../src/domain/team/message.ts";
import { seal } from "../../../src/interchange/files/encryption.ts";
import { encodeSessionFile } from "../../../src/interchange/formats/sessionFile.ts";
import {
  newSigningKeys,
  signMessage,
  type SigningKeys,
} from "../../../src/interchange/team/signedMessage.ts";
import {
  acceptInvitation,
  examineInvitation,
  joinAfterwards,
} from "../../../src/state/panels/invitations.ts";
import { recordRevision } from "../../../src/state/session/scorecards.ts";
import { createPanel, removePanel, putBackRemovedPanel } from "../../../src/state/panels/panels.ts";
import { leadThroughServer } from "../../../src/state/team/teamLinks.ts";
import { letDeviceIn } from "../../../src/state/team/refusals.ts";
import { takeMessage } from "../../../src/state/team/teamIncoming.ts";
import { fillOutbox } from "../../../src/state/team/teamOutgoing.ts";
import { readSeatNews } from "../../../src/storage/panels/board.ts";
import { readOwnSeats } from "../../../src/storage/panels/ownSeats.ts";
import { readPanelKeys } from "../../../src/storage/panels/panels.ts";
import type { Panel } from "../../../src/domain/panels/panel.ts";
import { dropDeleted } from "../../../src/storage/team/teamEnding.ts";
import { readLeadLink, readTeamKeys } from "../../../src/storage/team/teamRows.ts";
import { loadScorecards } from "../../../src/storage/session/scorecards.ts";
import { deleteSession } from "../../../src/storage/session/sessions.ts";
import { smallGuide } from "../../smallInterview.ts";
import { smallRevision } from "../../smallPanel.ts";
import { fakeTeamServer, type FakeTeamServer } from "./fakeTeamServer.ts";
import {
  endMachines,
  invitationFor,
  join,
  ledPanel,
  newMachine,
  NOW,
  plan,
  submit,
  work,
} from "./teamMachines.ts";

type Machine = ReturnType<typeof newMachine>;

let server: FakeTeamServer;
let lead: Machine;
let noor: Machine;
let panel: Panel;

beforeEach(async () => {
  server = fakeTeamServer();
  lead = newMachine();
  noor = newMachine();
  panel = await ledPanel(lead);
});

afterEach(endMachines);

const held = ({ database }: Machine) => database.sealedScorecards.toArray();
const seatOn = async ({ database }: Machine) => (await readOwnSeats(database))[0];
const deliveryOn = async (machine: Machine) => (await seatOn(machine))?.delivery;
const statesOn = async ({ database }: Machine) =>
  (await database.outbox.toArray()).map(({ kind, state }) => `${kind} ${state}`).toSorted();
/** @returns the devices that could be let in there */
const devicesOn = async ({ database }: Machine) =>
  (await database.inbox.toArray()).flatMap(({ device, refused }) =>
    device !== undefined && refused !== "" ? [device] : [],
  );
const refusedOn = async ({ database }: Machine) =>
  (await database.inbox.toArray()).map(({ refused }) => refused).filter((refused) => refused !== "");

async function expectDelivered(machine = noor): Promise<void> {
  await vi.waitFor(async () =>
    expect(await deliveryOn(machine)).toMatchObject({ kind: "received", byTeam: "server" }),
  );
}

/** Has a scorecard be delivered, with both machines at work. @returns the seat's interview */
async function delivered(): Promise<string> {
  work(lead, server);
  const id = await join(lead, noor, panel, "i1");
  work(noor, server);
  await submit(noor, id);
  await expectDelivered();
  return id;
}

async function joinedOn(machine: Machine): Promise<void> {
  await vi.waitFor(async () => expect(await statesOn(machine)).toContain("joined delivered"));
}

/** Lets a seat join, then ends the work of the lead's machine. @returns the seat's interview, and what ends its work */
async function joinedWithLeadAway(): Promise<readonly [id: string, seat: () => Promise<void>]> {
  const first = work(lead, server);
  const id = await join(lead, noor, panel, "i1");
  const seat = work(noor, server);
  await joinedOn(noor);
  await first();
  return [id, seat];
}

/** Has a scorecard be on the server while the lead’s machine does nothing. @returns ends the work of the seat */
async function sentWhileLeadIsAway(): Promise<() => Promise<void>> {
  const [id, seat] = await joinedWithLeadAway();
  await submit(noor, id);
  await vi.waitFor(async () => expect(await deliveryOn(noor)).toMatchObject({ kind: "sent" }));
  return seat;
}

test("an invitation that was accepted before there was a team goes by it, once its link is opened again", async () => {
  const invited = await invitationFor(lead, panel, "i1");
  const { team: _later, ...before } = invited;
  const when = { scheduledAt: NOW, slotMinutes: 60 };
  const id = await acceptInvitation(noor, before, smallGuide, when);
  expect(await examineInvitation(noor, before)).toMatchObject({ kind: "accepted", isTeamNew: false });
  expect(await examineInvitation(noor, invited)).toMatchObject({ kind: "accepted", isTeamNew: true });
  await joinAfterwards(noor, invited);
  expect(await examineInvitation(noor, invited)).toMatchObject({ kind: "accepted", isTeamNew: false });
  work(lead, server);
  work(noor, server);
  await submit(noor, id);
  await expectDelivered();
});

describe("a submitted scorecard", () => {
  test("arrives by itself, once, and is delivered on the lead’s receipt", async () => {
    const id = await delivered();
    expect(
      (await held(lead)).map(({ sessionId, interviewerId, isFromSeat }) => [
        sessionId,
        interviewerId,
        isFromSeat,
      ]),
    ).toEqual([[id, "i1", true]]);
    expect(await statesOn(noor)).toEqual(expect.arrayContaining(["card delivered", "joined delivered"]));
  });

  test("that was submitted without a connection waits, and is not called sent before it is stored", async () => {
    server.isDown = true;
    const id = await join(lead, noor, panel, "i1");
    work(noor, server);
    await submit(noor, id);
    expect(await deliveryOn(noor)).toMatchObject({ kind: "toSend", byTeam: "server" });
    server.isDown = false;
    work(lead, server);
    await expectDelivered();
  });

  test("is sent, and its receipt read, where the server can’t say now which panels have ended", async () => {
    work(lead, server);
    const id = await join(lead, noor, panel, "i1");
    server.broken.add("ended");
    work(noor, server);
    await submit(noor, id);
    await expectDelivered();
  });

  test("is sent only where it is submitted: what can still be taken back is not", async () => {
    work(lead, server);
    const id = await join(lead, noor, panel, "i1");
    await noor.database.sessions.update(id, { status: "wrapUp", submitsAt: NOW + 30_000 });
    work(noor, server);
    await vi.waitFor(async () => expect(await statesOn(noor)).toContain("status sent"));
    expect((await statesOn(noor)).some((state) => state.startsWith("card"))).toBe(false);
    await submit(noor, id);
    await expectDelivered();
  });

  test("is on the server until the lead has it, and is sent anew to a server that lost it", async () => {
    const seat = await sentWhileLeadIsAway();
    await seat();
    server.wipe();
    work(noor, server);
    work(lead, server);
    await expectDelivered();
    expect(await held(lead)).toHaveLength(1);
  });

  test("is receipted once the server has room for that", async () => {
    await sentWhileLeadIsAway();
    server.isFull = true;
    work(lead, server);
    await vi.waitFor(async () => expect(await held(lead)).toHaveLength(1));
    await vi.waitFor(() => expect(server.given.filter((one) => one.includes(".receipt."))).not.toEqual([]));
    server.isFull = false;
    await vi.waitFor(async () => expect(await deliveryOn(noor)).toMatchObject({ kind: "received" }), {
      timeout: 12_000,
    });
  });

  test("whose server said that it stored it, and did not, is sent with the next connection", async () => {
    work(lead, server);
    const id = await join(lead, noor, panel, "i1");
    const seat = work(noor, server);
    await joinedOn(noor);
    server.isForgetful = true;
    await submit(noor, id);
    await vi.waitFor(async () => expect(await deliveryOn(noor)).toMatchObject({ kind: "sent" }));
    server.isForgetful = false;
    await seat();
    expect(await held(lead)).toEqual([]);
    work(noor, server);
    await expectDelivered();
  });

  test("is taken in once where the lead’s machine stopped between taking it in and the receipt", async () => {
    const first = work(lead, server);
    const id = await join(lead, noor, panel, "i1");
    work(noor, server);
    await submit(noor, id);
    await expectDelivered();
    await first();
    // As if the receipt had never been written down, nor seen by anybody.
    await lead.database.inbox.filter(({ kind }) => kind === "card").delete();
    await lead.database.outbox.filter(({ kind }) => kind === "receipt").delete();
    server.wipe();
    await noor.database.outbox.toCollection().modify({ state: "sent" });
    await noor.database.inbox.clear();
    work(lead, server);
    await expectDelivered();
    expect(await held(lead)).toHaveLength(1);
  });

  test("that was revised goes again, and is delivered when the revision is", async () => {
    const id = await delivered();
    const [scorecard] = await loadScorecards(noor.database, [id]);
    const { reason, areas, recommendation, summary } = smallRevision("r1", NOW, "failed.cause", 2);
    await recordRevision(noor, scorecard!, { reason, areas, recommendation, summary });
    expect(await deliveryOn(noor)).toMatchObject({ kind: "toSend", byTeam: "server" });
    await expectDelivered();
    expect(await held(lead)).toHaveLength(1);
    expect(await statesOn(noor)).toContain("revision delivered");
  });

  test("that is too large for a server is to be sent by hand", async () => {
    work(lead, server);
    const id = await join(lead, noor, panel, "i1");
    work(noor, server);
    // Nothing makes it shorter.
    const bytes = new Uint8Array(LONGEST_WIRE).map(() => Math.random() * 256);
    await submit(noor, id, [...bytes].map((byte) => byte.toString(36)).join(""));
    await vi.waitFor(async () => expect(await statesOn(noor)).toContain("card refused"));
    expect(await deliveryOn(noor)).toEqual({ kind: "toSend" });
    expect(server.given.filter((subject) => subject.includes(".card."))).toEqual([]);
  });
});

test("a stream that is gone while everybody is connected is made anew, and what was in it is sent again", async () => {
  work(lead, server);
  const id = await join(lead, noor, panel, "i1");
  work(noor, server);
  await joinedOn(noor);
  server.streams.delete(panel.id);
  lead.forward(30_000);
  await submit(noor, id);
  await expectDelivered();
});

test("a lead whose new panel waits for a server that is down is told so, until it no longer waits", async () => {
  let isDown = true;
  const connect: FakeTeamServer["connect"] = async (...about) => {
    const transport = await server.connect(...about);
    const makeStream: typeof transport.makeStream = async (stream, subject) => {
      if (isDown && stream === panel.id) throw new Error("no suitable peers for placement");
      return transport.makeStream(stream, subject);
    };
    return { ...transport, makeStream };
  };
  const id = await join(lead, noor, panel, "i1");
  work(lead, { ...server, connect });
  const problem = async () => (await readLeadLink(lead.database, panel.id))?.problem;
  await vi.waitFor(async () => expect(await problem()).toBe("panelWaits"));
  isDown = false;
  work(noor, server);
  await submit(noor, id);
  lead.forward(30_000);
  await expectDelivered();
  expect(await problem()).toBe("");
});

test("a scorecard is taken in as it is published, before it can be read from the server, and once", async () => {
  let canRead = true;
  const found: (string | undefined)[] = [];
  const connect: FakeTeamServer["connect"] = async (...about) => {
    const transport = await server.connect(...about);
    const next: typeof transport.next = async (...asked) => {
      const message = canRead ? await transport.next(...asked) : null;
      found.push(message?.subject);
      return message;
    };
    return { ...transport, next };
  };
  work(lead, { connect });
  const id = await join(lead, noor, panel, "i1");
  work(noor, server);
  await joinedOn(noor);
  canRead = false;
  await submit(noor, id);
  await expectDelivered();
  expect(await held(lead)).toHaveLength(1);
  canRead = true;
  found.length = 0;
  lead.forward(30_000);
  await vi.waitFor(() => expect(found).toContainEqual(expect.stringContaining(".card.")), 8000);
  await vi.waitFor(() => expect(found.at(-1)).toBeUndefined());
  expect((await lead.database.outbox.toArray()).filter(({ kind }) => kind === "receipt")).toHaveLength(1);
});

test("a scorecard that its server did not store is stored there, also where its lead has heard it", async () => {
  let isFull = false;
  const connect: FakeTeamServer["connect"] = async (...about) => {
    const transport = await server.connect(...about);
    const store: typeof transport.store = async (subject, wire) => {
      if (!isFull) return transport.store(subject, wire);
      server.announce(subject, wire);
      throw new Error("No responders.");
    };
    return { ...transport, store };
  };
  work(lead, server);
  const id = await join(lead, noor, panel, "i1");
  work(noor, { connect });
  await joinedOn(noor);
  isFull = true;
  await submit(noor, id);
  await vi.waitFor(async () => expect(await held(lead)).toHaveLength(1));
  isFull = false;
  await expectDelivered();
  await vi.waitFor(() =>
    expect(server.streams.get(panel.id)?.map(({ subject }) => subject)).toContainEqual(
      expect.stringContaining(".card."),
    ),
  );
});

test("a scorecard that is published again with blanks has no second receipt", async () => {
  await delivered();
  const card = (await noor.database.outbox.toArray()).find(({ kind }) => kind === "card")!;
  for (const blanks of [" ", "  "]) server.announce(subjectOf(card), card.wire + blanks);
  server.plant(`p.${panel.id}.up.i1.status.${"0".repeat(32)}`, "{}");
  await vi.waitFor(async () => expect(await refusedOn(lead)).toHaveLength(1));
  expect((await lead.database.outbox.toArray()).filter(({ kind }) => kind === "receipt")).toHaveLength(1);
  expect((await lead.database.inbox.toArray()).filter(({ kind }) => kind === "card")).toHaveLength(1);
});

test("of two devices that join as one seat the one that is stored first is the seat, whichever is heard first", async () => {
  work(lead, server);
  const second = newMachine();
  const place = { panelId: panel.id, seat: "i1" };
  const joined = [];
  for (const machine of [noor, second]) {
    await join(lead, machine, panel, "i1");
    await fillOutbox(machine, place);
    joined.push(...(await machine.database.outbox.toArray()).filter(({ kind }) => kind === "joined"));
  }
  await vi.waitFor(() => expect(server.streams.has(panel.id)).toBe(true));
  for (const row of joined.toReversed()) server.announce(subjectOf(row), row.wire);
  for (const row of joined) server.plant(subjectOf(row), row.wire);
  const seats = async () =>
    (await readTeamKeys(lead.database, { panelId: panel.id, seat: LEAD }))?.roster.seats;
  const first = await readTeamKeys(noor.database, place);
  await vi.waitFor(async () => expect(await seats()).toEqual({ i1: first?.publicKey }));
});

test("what has come for a seat is read though another panel was dropped just then", async () => {
  const seat = await sentWhileLeadIsAway();
  await seat();
  const ended = work(lead, server);
  await vi.waitFor(async () => expect(await held(lead)).toHaveLength(1));
  await vi.waitFor(() => expect(server.given).toContainEqual(expect.stringContaining(".receipt.")));
  await ended();
  const connect: FakeTeamServer["connect"] = async (...about) => {
    const transport = await server.connect(...about);
    await noor.database.teamLinks.put({ panelId: "gone", seat: "i9", side: "lead", jwt: "", seed: "" });
    await noor.database.tombstones.put({ id: "gone", deletedAt: NOW, reason: "" });
    return transport;
  };
  work(noor, { connect });
  await expectDelivered();
});

test("one panel that can’t be read does not stop the others", async () => {
  const other = await ledPanel(lead);
  server.broken.add(other.id);
  await join(lead, newMachine(), other, "i1");
  work(lead, server);
  const id = await join(lead, noor, panel, "i1");
  work(noor, server);
  await submit(noor, id);
  await expectDelivered();
});

test("the lead sees how far an interview is, of the newest news", async () => {
  work(lead, server);
  const id = await join(lead, noor, panel, "i1");
  work(noor, server);
  const status = async () => (await readSeatNews(lead.database, panel.id)).get("i1")?.status;
  await vi.waitFor(async () => expect(await status()).toBe("planned"));
  await noor.database.sessions.update(id, { status: "live", startedAt: NOW });
  await vi.waitFor(async () => expect(await status()).toBe("live"));
  await submit(noor, id);
  await vi.waitFor(async () => expect(await status()).toBe("submitted"));
});

describe("of what others put on the server nothing is taken in, and each is named:", () => {
  let stranger: SigningKeys;
  let id: string;

  beforeEach(async () => {
    stranger = await newSigningKeys();
    work(lead, server);
    id = await join(lead, noor, panel, "i1");
    work(noor, server);
    await joinedOn(noor);
  });

  async function plant(
    kind: MessageKind,
    seat: string,
    body: string,
    keys: Pick<SigningKeys, "secretKey">,
    at?: string,
  ): Promise<void> {
    const { wire, hash } = await signMessage({ panelId: panel.id, seat, kind, body }, keys);
    server.plant(at ?? subjectOf({ panelId: panel.id, seat, kind, hash }), wire);
  }

  const keysOf = async (machine: Machine, seat: string) =>
    (await readTeamKeys(machine.database, { panelId: panel.id, seat }))!;
  const expectRefused = (machine: Machine, sentence: string) =>
    vi.waitFor(async () => expect(await refusedOn(machine)).toContain(sentence));

  test("a seat that nobody was invited to", async () => {
    await plant("card", "ghost", "a card", stranger);
    await expectRefused(lead, "Nobody was invited to that seat.");
  });

  test("a scorecard that is forged in the name of a seat", async () => {
    await plant("card", "i1", "a card", stranger);
    await expectRefused(lead, "It comes from a device that was not let in.");
  });

  test("news that are forged in the name of a seat", async () => {
    await plant("status", "i1", "news", stranger);
    await expectRefused(lead, "It comes from a device that was not let in.");
  });

  test("one without a signature", async () => {
    server.plant(`p.${panel.id}.up.i1.card.${"0".repeat(32)}`, JSON.stringify({ team: 1, kind: "card" }));
    await expectRefused(lead, "It is no message, or stands where another one belongs.");
  });

  test("one that is replayed under another subject, as a reply subject can", async () => {
    const keys = await keysOf(noor, "i1");
    await plant("status", "i1", "news", keys, `p.${panel.id}.up.i2.status.${"0".repeat(32)}`);
    await expectRefused(lead, "It is no message, or stands where another one belongs.");
  });

  test("the scorecard of another seat, by a seat that signs it as its own", async () => {
    const other = newMachine();
    const otherId = await join(lead, other, panel, "i2");
    await submit(other, otherId);
    const [scorecard] = await loadScorecards(other.database, [otherId]);
    const text = encodeSessionFile(scorecard!.first, NOW, "Test 1", []);
    await plant("card", "i1", await seal(text, panel.publicKey!), await keysOf(noor, "i1"));
    await expectRefused(lead, "It is the scorecard of another seat.");
    expect(await held(lead)).toEqual([]);
  });

  /** @returns the scorecard of the interview as it is now, sealed to the lead */
  async function sealedCard(): Promise<string> {
    const [scorecard] = await loadScorecards(noor.database, [id]);
    return seal(encodeSessionFile(scorecard!.first, NOW, "Test 1", []), panel.publicKey!);
  }

  test("another scorecard in place of the one that was submitted", async () => {
    await submit(noor, id);
    await expectDelivered();
    await noor.database.sessions.update(id, { summary: "Something else." });
    await plant("card", "i1", await sealedCard(), await keysOf(noor, "i1"));
    await expectRefused(
      lead,
      "Noor’s scorecard is already here with different content, and a submitted scorecard never changes.",
    );
    expect(await held(lead)).toHaveLength(1);
  });

  test("the scorecard of a seat that is not in the panel any more", async () => {
    const interviewers = panel.interviewers.filter((interviewer) => interviewer.id !== "i1");
    await lead.database.panels.update(panel.id, { interviewers });
    await submit(noor, id);
    await expectRefused(lead, "The seat is not in the panel any more.");
    await vi.waitFor(async () => expect(await deliveryOn(noor)).toEqual({ kind: "toSend" }));
    expect(await held(lead)).toEqual([]);
  });

  test("a message of another panel", async () => {
    const { wire, hash } = await signMessage(
      { panelId: "elsewhere", seat: "i1", kind: "card", body: "a card" },
      await keysOf(noor, "i1"),
    );
    const place = { panelId: panel.id, seat: LEAD };
    await takeMessage(lead, place, `p.elsewhere.up.i1.card.${hash.slice(0, 32)}`, wire);
    await expectRefused(lead, "It is of another panel.");
  });

  test("what only goes down, where what comes up is read", async () => {
    const keys = await keysOf(noor, "i1");
    const { wire, hash } = await signMessage(
      { panelId: panel.id, seat: "i1", kind: "receipt", body: "{}" },
      keys,
    );
    const place = { panelId: panel.id, seat: LEAD };
    await takeMessage(lead, place, `p.${panel.id}.down.i1.receipt.${hash.slice(0, 32)}`, wire);
    await expectRefused(lead, "It is not for the lead.");
  });

  test("what the panel’s key does not open", async () => {
    await plant("card", "i1", "no age file", await keysOf(noor, "i1"));
    await expectRefused(lead, "It can’t be opened with the panel’s key.");
  });

  test("one that is too large", async () => {
    server.plant(`p.${panel.id}.up.i1.card.${"0".repeat(32)}`, "x".repeat(LONGEST_WIRE + 1));
    await expectRefused(lead, "It is too large.");
  });

  test("what only a lead says", async () => {
    await plant("receipt", "i1", "{}", await keysOf(noor, "i1"));
    await plant("receipt", "i1", "{}", stranger);
    await expectRefused(noor, "It is not signed by the lead.");
  });

  test("a list of seats that is older than the one that is here", async () => {
    const keys = await keysOf(lead, LEAD);
    await plant("roster", LEAD, JSON.stringify({ number: 0, seats: {} }), keys);
    await expectRefused(noor, "A newer list of seats is here.");
    expect((await keysOf(noor, "i1")).roster.seats["i1"]).toBeDefined();
  });

  test("a list of seats that somebody else signed", async () => {
    await plant("roster", LEAD, JSON.stringify({ number: 99, seats: {} }), stranger);
    await expectRefused(noor, "It is not signed by the lead.");
  });

  test("news that are older than those that are here", async () => {
    await vi.waitFor(async () => expect((await readSeatNews(lead.database, panel.id)).size).toBe(1));
    const news = { number: 1, status: "live", scheduledAt: NOW, startedAt: NOW, submittedAt: null };
    await plant("status", "i1", await seal(JSON.stringify(news), panel.publicKey!), await keysOf(noor, "i1"));
    await expectRefused(lead, "Newer news of the seat is here.");
    expect((await readSeatNews(lead.database, panel.id)).get("i1")?.status).toBe("planned");
  });

  test.each([
    ["a time that no calendar has", { scheduledAt: 1e308 }],
    ["a number that nothing could follow", { number: 1e308 }],
  ])("news with %s", async (_what, wrong) => {
    const news = { number: 9, status: "live", scheduledAt: NOW, startedAt: NOW, submittedAt: null, ...wrong };
    await plant("status", "i1", await seal(JSON.stringify(news), panel.publicKey!), await keysOf(noor, "i1"));
    await expectRefused(lead, "It says nothing of an interview.");
  });

  test("news that the panel’s key does not open", async () => {
    await plant("status", "i1", "no age file", await keysOf(noor, "i1"));
    await expectRefused(lead, "It says nothing of an interview.");
  });

  test("news that are none", async () => {
    await plant("status", "i1", await seal("{}", panel.publicKey!), await keysOf(noor, "i1"));
    await expectRefused(lead, "It says nothing of an interview.");
  });

  test("a receipt for a message of somebody else, which changes nothing here", async () => {
    const receipt = { hash: "another", at: NOW };
    await plant("receipt", "i1", JSON.stringify(receipt), await keysOf(lead, LEAD));
    await plant("receipt", "i1", "no receipt", await keysOf(lead, LEAD));
    await expectRefused(noor, "It is no receipt of this seat.");
    expect(await statesOn(noor)).not.toContain("status delivered");
  });

  test("an end that the lead did not sign", async () => {
    await plant("ended", LEAD, "{}", stranger);
    await expectRefused(noor, "It is not signed by the lead.");
    expect(await keysOf(noor, "i1")).toBeDefined();
  });

  test("a second device that joins with the same invitation: its scorecard is not taken in", async () => {
    const second = newMachine();
    const secondId = await join(lead, second, panel, "i1");
    work(second, server);
    await expectRefused(lead, "Another device has joined with the same invitation before.");
    await submit(second, secondId);
    await expectRefused(lead, "It comes from a device that was not let in.");
    await vi.waitFor(async () => expect(await seatOn(second)).toMatchObject({ hasOtherDevice: true }));
    // Nobody takes it in there.
    expect(await deliveryOn(second)).toEqual({ kind: "toSend" });
    expect(await held(lead)).toEqual([]);
  });

  test("until the lead lets it in: then its scorecard comes in, and nothing more from the first, which can be let in again", async () => {
    const seat = { panelId: panel.id, seat: "i1" };
    const second = newMachine();
    const secondId = await join(lead, second, panel, "i1");
    work(second, server);
    await submit(second, secondId);
    await expectRefused(lead, "It comes from a device that was not let in.");
    const [first, other] = [(await keysOf(noor, "i1")).publicKey, (await keysOf(second, "i1")).publicKey];

    await letDeviceIn(lead, seat, other);
    // Pressed again it is that device all the same.
    await letDeviceIn(lead, seat, other);
    await expectDelivered(second);
    expect((await held(lead)).map(({ sessionId }) => sessionId)).toEqual([secondId]);
    await vi.waitFor(async () => expect(await seatOn(noor)).toMatchObject({ hasOtherDevice: true }));
    expect(await seatOn(second)).toMatchObject({ hasOtherDevice: false });
    expect((await readSeatNews(lead.database, panel.id)).get("i1")).toMatchObject({ status: "submitted" });
    expect(await devicesOn(lead)).toEqual([first]);

    await letDeviceIn(lead, seat, first);
    await vi.waitFor(async () => expect(await seatOn(noor)).toMatchObject({ hasOtherDevice: false }));
    // What is in stays in, and stays delivered.
    await vi.waitFor(async () => expect(await seatOn(second)).toMatchObject({ hasOtherDevice: true }));
    expect(await deliveryOn(second)).toMatchObject({ kind: "received" });
    expect(await held(lead)).toHaveLength(1);
    expect(await devicesOn(lead)).toEqual([other]);
  });

  test("of three devices the one that the lead means is let in", async () => {
    const devices: string[] = [];
    for (let count = 0; count < 2; count++) {
      const machine = newMachine();
      await join(lead, machine, panel, "i1");
      work(machine, server);
      const { publicKey } = await keysOf(machine, "i1");
      devices.push(publicKey);
    }
    await vi.waitFor(async () => expect(await devicesOn(lead)).toEqual(expect.arrayContaining(devices)));
    await letDeviceIn(lead, { panelId: panel.id, seat: "i1" }, devices[1]!);
    expect((await keysOf(lead, LEAD)).roster.seats["i1"]).toBe(devices[1]);
    expect(await devicesOn(lead)).toEqual(
      expect.arrayContaining([devices[0], (await keysOf(noor, "i1")).publicKey]),
    );
  });

  test("somebody who joins without the invitation", async () => {
    const joined = { publicKey: stranger.publicKey, proof: "AAAA" };
    await plant("joined", "i2", JSON.stringify(joined), stranger);
    await plant("joined", "i2", "nothing", stranger);
    await vi.waitFor(async () =>
      expect(await refusedOn(lead)).toEqual(Array(2).fill("It is not from whoever was invited.")),
    );
    expect((await keysOf(lead, LEAD)).roster.seats["i2"]).toBeUndefined();
  });
});

test("an invitation is the same each time, and holds nothing of the panel’s secret key", async () => {
  const first = await invitationFor(lead, panel, "i1");
  expect((await invitationFor(lead, panel, "i1")).team).toEqual(first.team);
  expect((await invitationFor(lead, panel, "i2")).team?.seed).not.toBe(first.team?.seed);
  const secret = (await readPanelKeys(lead.database)).get(panel.id)!;
  expect(JSON.stringify(first)).not.toContain(secret);
});

test("seats that are invited at the same moment know the one key that their lead signs with", async () => {
  const seats = ["i1", "i2"];
  const invitations = await Promise.all(seats.map((seat) => invitationFor(lead, panel, seat)));
  const { publicKey } = (await readTeamKeys(lead.database, { panelId: panel.id, seat: LEAD }))!;
  expect(invitations.map(({ team }) => team?.leadKey)).toEqual([publicKey, publicKey]);
});

test("a damaged link of a server changes nothing", async () => {
  expect(await leadThroughServer(noor, "damaged")).toBe(false);
  expect(await noor.database.teamLinks.count()).toBe(0);
});

test("why there is no connection is told, until there is one", async () => {
  const problem = async () => (await lead.database.teamLinks.get(["", LEAD])) as { problem: string | null };
  server.isDown = true;
  work(lead, server);
  await vi.waitFor(async () => expect((await problem()).problem).toBe("offline"));
  server.isDown = false;
  await vi.waitFor(async () => expect((await problem()).problem).toBe(""));
});

test.each([
  ["expired", Object.assign(new Error("nats"), { name: "UserAuthenticationExpiredError" })],
  ["expired", new Error("the JWT is expired")],
  ["unknown", Object.assign(new Error("nats"), { name: "AuthorizationError" })],
  ["unknown", new Error("authorization violation")],
  ["offline", "no error at all"],
])("why a server does not let one in is told: %s", async (problem, reason) => {
  work(lead, {
    ...server,
    // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- What a library throws may be anything.
    connect: () => Promise.reject(reason),
  });
  await vi.waitFor(async () =>
    expect(await lead.database.teamLinks.get(["", LEAD])).toMatchObject({ problem }),
  );
});

test("a link that has ended is told from one that the server does not know, though the server says the same of both", async () => {
  const clock = { ...lead.clock, now: () => lead.clock.now() + 401 * 86_400_000 };
  work(
    { ...lead, clock },
    { ...server, connect: () => Promise.reject(new Error("Authorization Violation")) },
  );
  await vi.waitFor(async () =>
    expect(await lead.database.teamLinks.get(["", LEAD])).toMatchObject({ problem: "expired" }),
  );
});

test("what comes before the lead knows its seat, or has the panel’s key, is taken in once that is there", async () => {
  const [id] = await joinedWithLeadAway();
  const [key] = await lead.database.panelKeys.toArray();
  await lead.database.panelKeys.clear();
  await submit(noor, id);
  await vi.waitFor(async () => expect(await deliveryOn(noor)).toMatchObject({ kind: "sent" }));
  const second = work(lead, server);
  await vi.waitFor(() =>
    expect(server.given.filter((subject) => subject.includes(".card."))).toHaveLength(1),
  );
  expect(await held(lead)).toEqual([]);
  await second();
  await lead.database.panelKeys.put(key!);
  work(lead, server);
  await expectDelivered();
});

test("a scorecard that comes while the panel itself is not on the device is taken in once that is back", async () => {
  const [id] = await joinedWithLeadAway();
  const kept = (await lead.database.panels.get(panel.id))!;
  await lead.database.panels.delete(panel.id);
  await submit(noor, id);
  await vi.waitFor(async () => expect(await deliveryOn(noor)).toMatchObject({ kind: "sent" }));
  const keys = (await readTeamKeys(lead.database, { panelId: panel.id, seat: LEAD }))!;
  const { subject, wire } = server.streams.get(panel.id)!.find((one) => one.subject.includes(".card."))!;
  expect(await takeMessage(lead, keys, subject, wire)).toBe(false);
  await lead.database.panels.put(kept);
  work(lead, server);
  await expectDelivered();
  expect(await refusedOn(lead)).toEqual([]);
});

test("a panel that can’t begin on its server keeps no other from being looked at", async () => {
  const other = await createPanel(lead, plan, smallGuide);
  const [first, second] = [panel, other].toSorted((a, b) => (a.id < b.id ? -1 : 1)) as [Panel, Panel];
  const id = await join(lead, noor, second, "i1");
  await join(lead, newMachine(), first, "i1");
  const deaf: FakeTeamServer["connect"] = async (...args) => {
    const transport = await server.connect(...args);
    const makeStream: typeof transport.makeStream = async (stream, subject) => {
      if (stream === first.id) throw new Error("no suitable peers for placement");
      return transport.makeStream(stream, subject);
    };
    return { ...transport, watch: () => {}, makeStream };
  };
  work(lead, { connect: deaf });
  await vi.waitFor(() => expect(server.streams.has(second.id)).toBe(true));
  work(noor, server);
  await submit(noor, id);
  await vi.waitFor(async () => expect(await statesOn(noor)).toContain("card sent"));
  // The other is a look later, as whoever rings was not heard.
  await vi.waitFor(
    async () => {
      lead.forward(31_000);
      expect(await held(lead)).toHaveLength(1);
    },
    { timeout: 15_000, interval: 1000 },
  );
});

test("a scorecard for which the disk is full is not refused: it is taken in with the next look", async () => {
  await sentWhileLeadIsAway();
  const full = vi
    .spyOn(lead.database.sealedScorecards, "bulkPut")
    .mockRejectedValue(new DOMException("The disk is full.", "QuotaExceededError"));
  const second = work(lead, server);
  await vi.waitFor(() => expect(full).toHaveBeenCalled());
  await second();
  full.mockRestore();
  expect([await held(lead), await statesOn(lead)]).toEqual([[], ["roster sent"]]);
  work(lead, server);
  await expectDelivered();
  expect(await refusedOn(lead)).toEqual([]);
});

test("a seat whose interview was deleted before anything of it was sent says that it joined, and nothing else", async () => {
  work(lead, server);
  const id = await join(lead, noor, panel, "i1");
  await deleteSession(noor.database, id, NOW);
  work(noor, server);
  await joinedOn(noor);
  expect(await statesOn(noor)).toEqual(["joined delivered"]);
  expect((await readSeatNews(lead.database, panel.id)).size).toBe(0);
});

test("a panel that was deleted takes nothing in while its seats are still to be told", async () => {
  const [, seat] = await joinedWithLeadAway();
  await seat();
  await removePanel(lead, panel.id);
  lead.forward(60_000);
  await dropDeleted(lead.database, lead.clock.now());
  const keys = (await readTeamKeys(noor.database, { panelId: panel.id, seat: "i1" }))!;
  const message = { panelId: panel.id, seat: "i1", kind: "status", body: "late" } as const;
  const { wire, hash } = await signMessage(message, keys);
  await takeMessage(lead, { panelId: panel.id, seat: LEAD }, subjectOf({ ...message, hash }), wire);
  expect(await lead.database.inbox.toArray()).toEqual([]);
});

describe("a panel that is deleted", () => {
  let id: string;

  beforeEach(async () => {
    work(lead, server);
    id = await join(lead, noor, panel, "i1");
    work(noor, server);
    await joinedOn(noor);
  });

  const teamRows = async ({ database }: Machine) => [
    ...(await database.outbox.where("panelId").equals(panel.id).toArray()),
    ...(await database.inbox.where("panelId").equals(panel.id).toArray()),
    ...(await database.teamKeys.where("panelId").equals(panel.id).toArray()),
  ];

  test("ends for all: its stream goes, and keys and messages on every machine", async () => {
    await removePanel(lead, panel.id);
    lead.forward(60_000);
    await vi.waitFor(async () => expect(await teamRows(noor)).toEqual([]));
    await vi.waitFor(async () => expect(await lead.database.teamLinks.count()).toBe(1));
    expect(await teamRows(lead)).toEqual([]);
    expect(server.streams.has(panel.id)).toBe(false);
    expect(await noor.database.teamLinks.toArray()).toMatchObject([{ side: "ended" }]);
    // The own interview is the interviewer’s to delete.
    await submit(noor, id);
    expect(await deliveryOn(noor)).toEqual({ kind: "toSend" });
  });

  test("and came back by a file does not end", async () => {
    const kept = (await lead.database.panels.get(panel.id))!;
    await removePanel(lead, panel.id);
    await lead.database.panels.put(kept);
    lead.forward(60_000);
    await submit(noor, id);
    await vi.waitFor(async () => expect(await deliveryOn(noor)).toMatchObject({ kind: "sent" }));
    expect((await lead.database.teamLinks.toArray()).map(({ side }) => side)).not.toContain("ending");
    expect(server.streams.has(panel.id)).toBe(true);
  });

  test("and put back within a minute goes on as if nothing had been", async () => {
    const deleted = await removePanel(lead, panel.id);
    await putBackRemovedPanel(lead, deleted!);
    lead.forward(60_000);
    await submit(noor, id);
    await expectDelivered();
  });

  test("reaches a machine that was off, once it is back", async () => {
    const off = newMachine();
    await join(lead, off, panel, "i2");
    await removePanel(lead, panel.id);
    lead.forward(60_000);
    await vi.waitFor(() => expect(server.streams.has(panel.id)).toBe(false));
    work(off, server);
    await vi.waitFor(async () => expect(await teamRows(off)).toEqual([]));
  });
});
