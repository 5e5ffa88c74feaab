import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { LEAD } from "../../../src/domain/team/message.ts";
import type { InboxRow, OutboxRow } from "../../../src/domain/team/outbox.ts";
import { bury } from "../../../src/storage/candidates/tombstones.ts";
import { createDatabase, type Database } from "../../../src/storage/database.ts";
import { dropDeleted, endSeats, forgetEnded } from "../../../src/storage/team/teamEnding.ts";
import { whenTeam } from "../../../src/storage/team/teamPresence.ts";
import {
  addTeamLink,
  noteLinkProblem,
  noteOutbox,
  readOutbox,
  readSeen,
  readLeadLink,
  readTeamKeys,
  readTeamLink,
  writeTeamChange,
} from "../../../src/storage/team/teamRows.ts";
import type { TeamKeyRow, TeamLinkRow } from "../../../src/storage/team/teamTables.ts";
import { START } from "../../smallInterview.ts";

const place = { panelId: "p1", seat: "noor" };
const row: OutboxRow = {
  ...place,
  hash: "h1",
  kind: "card",
  about: "card s1",
  wire: "{}",
  state: "toSend",
  tries: 0,
  at: START,
};
const seen: InboxRow = { ...place, hash: "i1", kind: "roster", at: START, refused: "" };
const link: TeamLinkRow = { ...place, side: "seat", jwt: "j", seed: "s", leadKey: "k", problem: "" };
const ledLink: TeamLinkRow = { ...place, side: "lead", jwt: "j", seed: "s" };

let database: Database;
let keys: TeamKeyRow;
let count = 0;

beforeEach(async () => {
  database = createDatabase(`team rows ${count++}`);
  const { privateKey } = await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]);
  keys = { ...place, secretKey: privateKey, publicKey: "own", roster: { number: 0, seats: {} } };
});

afterEach(() => database.close());

test("a link is kept with its keys, and the first one stays", async () => {
  expect(await addTeamLink(database, link, keys)).toEqual(link);
  const second = { ...link, jwt: "another" };
  expect(await addTeamLink(database, second, { ...keys, publicKey: "another" })).toEqual(link);
  expect((await readTeamKeys(database, place))?.publicKey).toBe("own");
});

test("a change is written whole where the keys are here, and not at all where they are gone", async () => {
  const change = { inbox: seen, outbox: [row] };
  expect(await writeTeamChange(database, place, change, 0)).toBe(false);
  expect([await readSeen(database, "i1"), await readOutbox(database, "p1")]).toEqual([false, []]);
  await addTeamLink(database, link, keys);
  expect(await writeTeamChange(database, place, change, 0)).toBe(true);
  expect([await readSeen(database, "i1"), await readOutbox(database, "p1")]).toEqual([true, [row]]);
});

test("a change that was judged by another roster than the one that holds now is not written", async () => {
  await addTeamLink(database, link, keys);
  expect(await writeTeamChange(database, place, { inbox: seen }, 1)).toBe(false);
  expect(await readSeen(database, "i1")).toBe(false);
});

test("what is in the outbox is not written over by the same", async () => {
  await addTeamLink(database, link, keys);
  await writeTeamChange(database, place, { outbox: [row] }, 0);
  await noteOutbox(database, place, "h1", "stored", START + 1);
  await writeTeamChange(database, place, { outbox: [row] }, 0);
  expect(await readOutbox(database, "p1")).toMatchObject([{ state: "sent", tries: 1, at: START + 1 }]);
});

test("a message keeps when it came into its state, and why it was refused; of another place it is left alone", async () => {
  await database.outbox.put(row);
  await noteOutbox(database, place, "h1", "stored", START + 1);
  await noteOutbox(database, place, "h1", "stored", START + 2);
  expect(await database.outbox.get("h1")).toMatchObject({ state: "sent", tries: 2, at: START + 1 });
  await noteOutbox(database, { ...place, panelId: "p2" }, "h1", "received", START + 3);
  await noteOutbox(database, { ...place, seat: "ben" }, "h1", "received", START + 3);
  await noteOutbox(database, place, "h2", "received", START + 3);
  expect(await database.outbox.toArray()).toMatchObject([{ state: "sent" }]);
  await noteOutbox(database, place, "h1", "refused", START + 4, "It is too late.");
  expect(await database.outbox.get("h1")).toMatchObject({ state: "refused", refused: "It is too late." });
});

test("why a link has no connection is kept with it; of a server it is told", async () => {
  expect(await readLeadLink(database)).toBeNull();
  await addTeamLink(database, link, null);
  await noteLinkProblem(database, place, "expired");
  expect(await readTeamLink(database, place)).toMatchObject({ problem: "expired" });
  const server = { panelId: "", seat: LEAD, side: "server", name: "lead-1", jwt: "j", seed: "s" } as const;
  await database.teamLinks.put({ ...server, account: "a", seatSeed: "s", problem: null });
  await noteLinkProblem(database, server, "offline");
  expect(await readLeadLink(database)).toMatchObject({ problem: "offline" });
  await noteLinkProblem(database, { panelId: "gone", seat: "noor" }, "offline");
  expect(await database.teamLinks.count()).toBe(2);
});

test("work for teams begins once there is one, and once only", async () => {
  const onTeam = vi.fn();
  whenTeam(database, onTeam);
  await addTeamLink(database, link, keys);
  await vi.waitFor(() => expect(onTeam).toHaveBeenCalled());
  await addTeamLink(database, { ...link, panelId: "p2" }, null);
  expect(onTeam).toHaveBeenCalledTimes(1);
});

describe("of a panel that was deleted here", () => {
  const byHand = { id: "p1", kind: "panel", candidate: "Amira", role: "Baker", deletedAt: START } as const;
  const left = async () => [
    await database.outbox.count(),
    await database.inbox.count(),
    await database.teamKeys.count(),
    (await database.teamLinks.toArray()).map(({ side }) => side),
  ];

  async function begin(of: TeamLinkRow): Promise<void> {
    await addTeamLink(database, of, keys);
    await writeTeamChange(database, place, { inbox: seen, outbox: [row] }, 0);
  }

  test("nothing is dropped before anybody deleted it", async () => {
    await begin(link);
    await dropDeleted(database, START + 1e9);
    expect(await left()).toEqual([1, 1, 1, ["seat"]]);
  });

  test("a seat keeps nothing once its candidate is deleted", async () => {
    await begin(link);
    await bury(database, ["p1"], "", START);
    await dropDeleted(database, START);
    expect(await left()).toEqual([0, 0, 0, []]);
  });

  test("a lead keeps the keys until the seats are told", async () => {
    await begin(ledLink);
    await bury(database, ["p1"], "", START);
    await dropDeleted(database, START);
    expect(await left()).toEqual([0, 0, 1, ["ending"]]);
    await dropDeleted(database, START);
    expect(await left()).toEqual([0, 0, 1, ["ending"]]);
    await forgetEnded(database, "p1");
    expect(await left()).toEqual([0, 0, 0, []]);
  });

  test("what was deleted by hand can be put back for a minute", async () => {
    await begin(ledLink);
    await database.deletedByHand.put(byHand);
    await dropDeleted(database, START + 59_999);
    expect(await left()).toEqual([1, 1, 1, ["lead"]]);
    await dropDeleted(database, START + 60_000);
    expect(await left()).toEqual([0, 0, 1, ["ending"]]);
  });

  test("an interview of its seat that was deleted by hand can be planned again", async () => {
    await begin(link);
    await database.deletedByHand.put({ ...byHand, kind: "session" });
    await dropDeleted(database, START + 1e9);
    expect(await left()).toEqual([1, 1, 1, ["seat"]]);
  });

  test("a seat that its lead told keeps only that it ended", async () => {
    await begin(link);
    await endSeats(database, place.panelId, START + 5);
    expect(await left()).toEqual([0, 0, 0, ["ended"]]);
    expect(await database.teamLinks.toArray()).toEqual([{ ...place, side: "ended", at: START + 5 }]);
  });

  test("two seats of one panel on one device end together", async () => {
    await begin(link);
    const other = { ...place, seat: "jo" };
    await addTeamLink(database, { ...link, ...other }, null);
    await endSeats(database, place.panelId, START + 5);
    expect((await database.teamLinks.toArray()).map(({ seat, side }) => [seat, side])).toEqual(
      [place.seat, other.seat].toSorted().map((seat) => [seat, "ended"]),
    );
  });
});
