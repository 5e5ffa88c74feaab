import { Dexie, RangeSet } from "dexie";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createDatabase, type Database } from "../../src/storage/database.ts";
import { followReading } from "../../src/storage/writeNotices.ts";

let database: Database;
let count = 0;
let stop = () => {};

beforeEach(() => {
  database = createDatabase(`write notices ${count++}`);
});
afterEach(() => {
  stop();
  database.close();
});

const wait = (ms: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
const hold = (id: string) => database.holds.put({ candidateKey: id, reason: "", since: 0 } as never);
const writeSetting = () => database.settings.put({ key: "k", value: 1 });

function follow(read: () => Promise<number>, afterMs = 250): readonly number[] {
  const told: number[] = [];
  stop = followReading(
    database.name,
    (table) => table === "holds",
    () => afterMs,
    read,
    (what) => told.push(what),
  );
  return told;
}

test("it is read now, and once for several writes to what is followed, and not for writes to other tables", async () => {
  let reads = 0;
  const told = follow(async () => ++reads);
  await vi.waitFor(() => expect(told).toEqual([1]));
  await Promise.all(["a", "b", "c"].map(hold));
  await vi.waitFor(() => expect(told).toEqual([1, 2]));
  await writeSetting();
  await database.guideDrafts.put({ id: "d" } as never);
  await wait(500);
  expect(told).toEqual([1, 2]);
});

test("where writes never end and reading takes longer than they are apart, what was read is told all the same", async () => {
  let reads = 0;
  const told = follow(async () => {
    const own = ++reads;
    await wait(40);
    return own;
  }, 0);
  for (let at = 0; at < 30; at++) {
    await hold(`h${at}`);
    await wait(5);
  }
  expect(told.length).toBeGreaterThan(2);
  // The last write is read after it.
  const before = reads;
  await hold("last");
  await vi.waitFor(() => expect(told.at(-1)).toBeGreaterThan(before));
});

test("what can’t be read is read with the next write, and after the end nothing is told", async () => {
  let isBroken = true;
  const told = follow(async () => {
    if (isBroken) throw new Error("The database is away.");
    return 1;
  }, 0);
  await wait(20);
  isBroken = false;
  await hold("a");
  await vi.waitFor(() => expect(told).toEqual([1]));
  stop();
  await hold("b");
  await wait(30);
  expect(told).toEqual([1]);
});

test("a page that the browser kept and brings back reads anew", async () => {
  let reads = 0;
  const told = follow(async () => ++reads, 0);
  await vi.waitFor(() => expect(told).toEqual([1]));
  // What Dexie says then.
  Dexie.on.storagemutated.fire({ all: new RangeSet(-Infinity, [[]]) });
  await vi.waitFor(() => expect(told).toEqual([1, 2]));
});
