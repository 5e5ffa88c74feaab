import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { finishSession } from "../../../src/domain/session/call.ts";
import { submitSession, type WholeSession } from "../../../src/domain/session/wholeSession.ts";
import { createDatabase, type Database } from "../../../src/storage/database.ts";
import { readShutting } from "../../../src/storage/session/shutting.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { completeInterview, liveInterview, MINUTE, plannedInterview, START } from "../../smallInterview.ts";

let database: Database;
let count = 0;

beforeEach(() => {
  database = createDatabase(`shutting ${count++}`);
});

afterEach(() => database.close());

const by = (interviewer: string, whole: WholeSession): WholeSession => ({
  ...whole,
  session: { ...whole.session, interviewer },
});
const answersOf = (id: string) => completeInterview(id).answers;
const plan = (id: string) => by("Jo", plannedInterview(id));
const live = (id: string) => by("Jo", { ...liveInterview(id), answers: answersOf(id) });
const finished = (id: string) => finishSession(live(id), START + 10 * MINUTE);
const submitted = (id: string) =>
  by("Jo", submitSession({ ...completeInterview(id), answers: answersOf(id) }, START + 12 * MINUTE));

/** @returns of the ids those whose ratings may not be read, and which interview is to be submitted first */
async function sealed(...ids: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const shutting = await readShutting(database, ids);
  return Object.fromEntries(Array.from(shutting, ([id, own]) => [id, own.id]));
}

describe("whoever has still to submit on a candidate gets no rating of another’s interview", () => {
  test.each([
    ["that is live", live("theirs")],
    ["that was finished and is not submitted", finished("theirs")],
    ["that is submitted", submitted("theirs")],
    ["that calls itself a plan and holds ratings", { ...plan("theirs"), answers: answersOf("theirs") }],
  ])("%s", async (_which, theirs) => {
    await putWholeSessions(database, [theirs, by("Noor", plannedInterview("own"))]);
    expect(await sealed("theirs", "own")).toEqual({ theirs: "own" });
  });

  test("and a plan, which holds none, stays readable", async () => {
    await putWholeSessions(database, [plan("theirs"), by("Noor", plannedInterview("own"))]);
    expect(await sealed("theirs", "own")).toEqual({});
  });
});

test("the own interview is read in any state, and others’ once it is submitted", async () => {
  const own = by("Noor", { ...liveInterview("own"), answers: answersOf("own") });
  await putWholeSessions(database, [own]);
  expect(await sealed("own")).toEqual({});
  // A second one with the same candidate.
  await putWholeSessions(database, [by("Noor", plannedInterview("second"))]);
  expect(await sealed("own", "second")).toEqual({});
  await database.sessions.delete("second");
  const done = by("Noor", submitSession({ ...completeInterview("own") }, START + 12 * MINUTE));
  await putWholeSessions(database, [done, submitted("theirs")]);
  expect(await sealed("own", "theirs")).toEqual({});
});

test("an interview that was handed over seals nothing of its interviewer", async () => {
  const away = by("Noor", { ...liveInterview("own"), answers: answersOf("own") });
  await putWholeSessions(database, [
    { ...away, session: { ...away.session, handedOverAt: START + MINUTE } },
    by("Noor", { ...liveInterview("second"), answers: answersOf("second") }),
  ]);
  expect(await sealed("own", "second")).toEqual({});
});

test("of two that are open on a shared computer each waits for the other, and for no other candidate’s", async () => {
  const noors = by("Noor", { ...liveInterview("noors"), answers: answersOf("noors") });
  const other = by("Lea", plannedInterview("other", { candidate: "Ben Kahn" }));
  await putWholeSessions(database, [finished("jos"), noors, other]);
  expect(await sealed("jos", "noors", "other")).toEqual({ jos: "noors", noors: "jos" });
});

test("the sample is read by anybody", async () => {
  const sample = finished("sample-backend-developer");
  await putWholeSessions(database, [
    { ...sample, session: { ...sample.session, sample: true } },
    by("Noor", plannedInterview("own", { candidate: sample.session.candidate })),
  ]);
  expect(await sealed("sample-backend-developer")).toEqual({});
});
