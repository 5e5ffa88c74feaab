import { expect, test } from "vitest";
import { createPanel } from "../../../src/state/panels/panels.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { readBoard } from "../../../src/storage/panels/board.ts";
import { rowsOf } from "../../../src/storage/panels/scorecardRows.ts";
import { lockedOf } from "../../../src/storage/team/lockedRows.ts";
import { smallGuide } from "../../smallInterview.ts";
import { newMachine, plan } from "../../state/team/teamMachines.ts";

const [at, later] = [1000, 5000];

/** A panel, and when its first interviewer's scorecard came in as its lead's board says. */
async function boardOf() {
  const { database, ...app } = newMachine();
  const { id: panelId } = await createPanel({ database, ...app }, plan, smallGuide);
  const shownAt = async () =>
    (await readBoard(database, 9)).panels.map(({ receivedAt }) => receivedAt.get("i1"));
  const who = { sessionId: "s", interviewerId: "i1", interviewer: "Noor", submittedAt: at, asked: [] };
  const held = { panelId, ...who, addedAt: at, text: "t" };
  const locked = { panelId, seat: "i1", hash: "h", text: "t", addedAt: at };
  return { database, panelId, shownAt, held, locked };
}

test("a locked scorecard that came in again is shown as it came in then", async () => {
  const { database, panelId, shownAt, locked } = await boardOf();
  await database.lockedScorecards.put(locked);
  expect([await shownAt(), await shownAt()]).toEqual([[at], [at]]);
  await lockedOf(database, panelId).delete();
  expect(await shownAt()).toEqual([undefined]);
  await database.lockedScorecards.put({ ...locked, addedAt: later });
  expect(await shownAt()).toEqual([later]);
});

test("so is one that the panel holds, and one that was moved to another seat, whichever tab wrote it", async () => {
  const { database, panelId, shownAt, held } = await boardOf();
  const elsewhere = createDatabase(database.name);
  await database.sealedScorecards.put(held);
  expect([await shownAt(), await shownAt()]).toEqual([[at], [at]]);
  await elsewhere.sealedScorecards.put({ ...held, addedAt: later });
  expect(await shownAt()).toEqual([later]);
  await elsewhere.sealedScorecards.update([panelId, "s"], { interviewerId: "i2" });
  expect(await shownAt()).toEqual([undefined]);
  await database.sealedScorecards.put(held);
  expect(await shownAt()).toEqual([at]);
  await rowsOf(elsewhere, panelId).delete();
  expect(await shownAt()).toEqual([undefined]);
  elsewhere.close();
});

test("no scorecard is read twice from the disk for the board", async () => {
  const { database, shownAt, held, locked } = await boardOf();
  let reads = 0;
  const count = <Row>(row: Row): Row => {
    reads++;
    return row;
  };
  database.sealedScorecards.hook("reading", count);
  database.lockedScorecards.hook("reading", count);
  await database.sealedScorecards.put(held);
  await database.lockedScorecards.put({ ...locked, seat: "i2" });
  await shownAt();
  expect(reads).toBe(2);
  await database.sealedScorecards.put({ ...held, sessionId: "another", interviewerId: "i2" });
  await shownAt();
  expect(reads).toBe(3);
});
