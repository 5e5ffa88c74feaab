import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { commitmentProblem, commitmentTo, saltOf } from "../../../src/state/panels/commitment.ts";
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
  const [salt, other] = [await saltOf("one key"), await saltOf("another key")];
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
  expect(new Set(all).size).toBe(4);
  expect(await commitmentTo(changed({}), salt)).toBe(all[0]);
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
