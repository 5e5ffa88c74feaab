import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { commitmentProblem, commitmentTo, saltsOf } from "../../../src/state/panels/commitment.ts";
import { createDatabase, type Database } from "../../../src/storage/database.ts";
import type { Panel } from "../../../src/domain/panels/panel.ts";
import { smallPanel } from "../../smallPanel.ts";
import { completeInterview, smallGuide } from "../../smallInterview.ts";

let database: Database;

beforeEach(() => {
  database = createDatabase(`commitment ${Math.random()}`);
});

afterEach(() => database.close());

const panel: Panel = { ...smallPanel, leadId: "lead" };
const whole = completeInterview("own");
const seat = { panelId: panel.id, interviewerId: "lead", publicKey: panel.publicKey };
const first = { ...whole, session: { ...whole.session, panel: seat } };

test("it is another one for another rating, another note and another salt, and the same for the same", async () => {
  const [salt, other] = [await saltsOf("one key"), await saltsOf("another key")];
  const [[id, answer]] = Object.entries(first.answers) as [[string, (typeof first.answers)[string]]];
  const changed = (area: object) => ({
    ...first,
    answers: {
      ...first.answers,
      [id]: { ...answer, areas: { some: { covered: true, rating: null, note: "", ...area } } },
    },
  });
  const all = await Promise.all([
    commitmentTo(changed({}), salt),
    commitmentTo(changed({ rating: 3 }), salt),
    commitmentTo(changed({ note: "salt" }), salt),
    commitmentTo(changed({}), other),
  ]);
  expect(new Set(all.map(({ commitment }) => commitment)).size).toBe(4);
  expect(await commitmentTo(changed({}), salt)).toEqual(all[0]);
});

test("each part has its own: timed notes, and recommendation with summary", async () => {
  const salts = await saltsOf("one key");
  const { commitment, notesCommitment, recommendationCommitment } = await commitmentTo(first, salts);
  const answers = Object.fromEntries(
    Object.entries(first.answers).map(([id, answer]) => [
      id,
      { ...answer, notes: answer.notes.map((note) => ({ ...note, text: "Nothing." })) },
    ]),
  );
  expect(await commitmentTo({ ...first, answers }, salts)).toMatchObject({
    commitment,
    notesCommitment: expect.not.stringContaining(notesCommitment!) as string,
    recommendationCommitment,
  });
  for (const change of [{ recommendation: "no" } as const, { summary: "Nothing." }]) {
    const session = { ...first.session, ...change };
    expect(await commitmentTo({ ...first, session }, salts)).toMatchObject({
      commitment,
      notesCommitment,
      recommendationCommitment: expect.not.stringContaining(recommendationCommitment!) as string,
    });
  }
});

test("what an earlier version bound ratings by is what this one does", async () => {
  expect(await commitmentTo(completeInterview("own"), await saltsOf("one key"))).toMatchObject({
    commitment: "57ccb6afb8662cb19418f41390b30faecefd0de26fda40f80c956c8ba821aed9",
  });
});

test("a recommendation that is not shown yet has none, and can’t be guessed with the salt that goes out before", async () => {
  const { commitmentSalt, recommendationSalt } = await saltsOf("one key");
  expect(recommendationSalt).not.toBe(commitmentSalt);
  const hidden = { ...first, session: { ...first.session, recommendationHidden: true as const } };
  for (const bound of [
    await commitmentTo(first, { commitmentSalt }),
    await commitmentTo(hidden, { commitmentSalt, recommendationSalt }),
  ]) {
    expect(bound).toHaveProperty("notesCommitment");
    expect(bound).not.toHaveProperty("recommendationCommitment");
  }
});

describe("nothing is said of a debrief file", () => {
  const open = { panel, guide: smallGuide, scorecards: [{ first, revisions: [] }] };

  test("on a device that was told of nothing", async () => {
    expect(await commitmentProblem(database, { ...open, commitmentSalt: "salt" })).toBeNull();
  });

  test.each([
    ["without what it is hashed with", open],
    ["without the lead’s scorecard", { ...open, scorecards: [], commitmentSalt: "salt" }],
  ])("%s", async (_which, file) => {
    await database.teamKeys.put({
      panelId: panel.id,
      seat: "other",
      secretKey: {} as CryptoKey,
      publicKey: "",
      roster: { number: 1, seats: {} },
      commitment: "0".repeat(64),
    });
    expect(await commitmentProblem(database, file)).toBeNull();
  });
});
