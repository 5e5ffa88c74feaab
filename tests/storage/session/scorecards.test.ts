import { afterEach, beforeEach, expect, test } from "vitest";
import { createDatabase, type Database } from "../../../src/storage/database.ts";
import { findExportsOf, noteExport } from "../../../src/storage/exports/exportLog.ts";
import { findSessionIds } from "../../../src/storage/session/listing.ts";
import { loadScorecards } from "../../../src/storage/session/scorecards.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { revisedScorecard } from "../../nastyScorecard.ts";
import { completeInterview, MINUTE, plannedInterview, START } from "../../smallInterview.ts";

let database: Database;
let count = 0;

beforeEach(async () => {
  database = createDatabase(`scorecards ${count++}`);
  const { first, revisions } = revisedScorecard();
  await putWholeSessions(
    database,
    [
      first,
      completeInterview("s2"),
      plannedInterview("s3", { scheduledAt: START + MINUTE, candidate: "Ben Kahn" }),
    ],
    revisions,
  );
});

afterEach(() => database.close());

test("sessions are read with guide, answers and revisions, in the order that was asked for", async () => {
  const read = await loadScorecards(database, ["s3", "gone", "s1", "s2"]);
  expect(read.map(({ first }) => first.session.id)).toEqual(["s3", "s1", "s2"]);
  expect(read[1]).toEqual(revisedScorecard());
  expect(read[2]?.first).toEqual(completeInterview("s2"));
});

test("a session whose guide is not here is left out", async () => {
  await database.guides.clear();
  expect(await loadScorecards(database, ["s1"])).toEqual([]);
});

test("all that match are found by words, status and day, newest first", async () => {
  const all = { status: null, text: "", from: null, until: null };
  expect((await findSessionIds(database, all))[0]).toBe("s3");
  expect(new Set(await findSessionIds(database, all))).toEqual(new Set(["s1", "s2", "s3"]));
  expect(await findSessionIds(database, { ...all, status: "planned" })).toEqual(["s3"]);
  expect(await findSessionIds(database, { ...all, text: "kahn" })).toEqual(["s3"]);
  expect(await findSessionIds(database, { ...all, from: START + 1 })).toEqual(["s3"]);
  expect(await findSessionIds(database, { ...all, status: "submitted", until: START + 1 })).toEqual(["s1"]);
});

test("an export that was made is found by its session and by its panel, and one of everything by any", async () => {
  const made = { id: "e1", at: START, form: "CSV", sessionIds: ["s1", "s2"], panelIds: ["p1"] };
  const all = {
    id: "e2",
    at: START - 1,
    form: "Backup",
    sessionIds: [],
    panelIds: [],
    isOfAll: true,
  } as const;
  await noteExport(database, made);
  await noteExport(database, all);
  expect(await findExportsOf(database, new Set(["s2"]), 0)).toEqual([all, made]);
  expect(await findExportsOf(database, new Set(["p1"]), START - 1)).toEqual([all, made]);
  expect(await findExportsOf(database, new Set(["s3"]), 0)).toEqual([all]);
  // What was made later was in none of it.
  expect(await findExportsOf(database, new Set(["s2"]), START)).toEqual([made]);
});
