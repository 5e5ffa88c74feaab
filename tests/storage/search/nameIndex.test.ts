import { afterEach, beforeEach, expect, test } from "vitest";
import { createDatabase, type Database } from "../../../src/storage/database.ts";
import { writeItem } from "../../../src/storage/localItems.ts";
import { indexPlainNames } from "../../../src/storage/search/nameIndex.ts";
import { findSessions } from "../../../src/storage/session/listing.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { submittedInterview } from "../../smallInterview.ts";

const never = new AbortController().signal;
const atOnce = () => Promise.resolve();

let database: Database;
let count = 0;

beforeEach(() => {
  writeItem("interview-scorecard plain names", null);
  database = createDatabase(`name index ${count++}`);
});
afterEach(() => database.close());

/** Interviews as they were written before names were kept without their marks: only as they are. */
async function seedOld(...candidates: readonly string[]): Promise<void> {
  await putWholeSessions(
    database,
    candidates.map((candidate, at) => {
      const whole = submittedInterview(`s${at}`);
      return { ...whole, session: { ...whole.session, candidate } };
    }),
  );
  const rows = await database.sessions.toArray();
  await database.sessions.bulkPut(
    rows.map((row) => ({ ...row, words: candidates[Number(row.id.slice(1))]!.toLowerCase().split(" ") })),
  );
}

async function found(text: string): Promise<readonly string[]> {
  const filter = { text, status: null, from: null, until: null };
  const { sessions } = await findSessions(database, filter, 100);
  return sessions.map(({ candidate }) => candidate).toSorted();
}

test("names of before are found without their marks once they were gone through, and with them before", async () => {
  await seedOld("Zoë Müller", "Tom Baker");
  expect(await found("zoe")).toEqual([]);
  expect(await found("Zoë")).toEqual(["Zoë Müller"]);
  await indexPlainNames(database, atOnce, never);
  expect(await found("zoe mull")).toEqual(["Zoë Müller"]);
  expect(await found("zoë")).toEqual(["Zoë Müller"]);
  expect(await found("tom")).toEqual(["Tom Baker"]);
});

test("names are gone through, fifty at a time, until a round finds all of them plain", async () => {
  await seedOld(...Array.from({ length: 60 }, (_, at) => `José n${at}`), "Tom Baker");
  const roundOf = async () => {
    let batches = 0;
    await indexPlainNames(
      database,
      () => {
        batches += 1;
        return Promise.resolve();
      },
      never,
    );
    return batches;
  };
  expect([await roundOf(), await roundOf(), await roundOf()]).toEqual([2, 2, 0]);
  expect(await found("jose")).toHaveLength(60);
});

test("what is aborted leaves the rest for the next time, and what is deleted meanwhile stays deleted", async () => {
  await seedOld(...Array.from({ length: 60 }, (_, at) => `José n${at}`));
  const controller = new AbortController();
  let batches = 0;
  await indexPlainNames(
    database,
    async () => {
      batches += 1;
      if (batches === 1) await database.sessions.delete("s0");
      else controller.abort();
    },
    controller.signal,
  );
  expect(await found("jose")).toHaveLength(50);
  await indexPlainNames(database, atOnce, never);
  expect(await found("jose")).toHaveLength(59);
});

test("signs that are letters of their writing are not taken off", async () => {
  await seedOld("रीमा", "राम");
  await indexPlainNames(database, atOnce, never);
  expect(await found("रीमा")).toEqual(["रीमा"]);
  expect(await found("रम")).toEqual([]);
});
