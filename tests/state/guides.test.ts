import { afterEach, beforeEach, describe, expect, test } from "vitest";
import shippedGuides from "../../data/shippedGuides.json" with { type: "json" };
import type { Guide } from "../../src/domain/guide.ts";
import type { AppParts } from "../../src/state/appContext.ts";
import {
  archiveGuide,
  deleteGuide,
  listGuideVersions,
  putBackGuide,
  unarchiveGuide,
} from "../../src/state/guideLines.ts";
import { firstGuideId, loadGuideVersion, saveGuideVersion } from "../../src/state/guides.ts";
import { createDatabase } from "../../src/storage/database.ts";
import { hashGuide, smallGuide } from "../smallInterview.ts";

let app: AppParts;
let now = 0;
let count = 0;

beforeEach(() => {
  now = 1000;
  app = {
    database: createDatabase(`guides of the state ${count++}`),
    clock: { now: () => now++, monotonic: () => 0 },
    newId: () => `id ${now++}`,
    appName: "Test 1",
  };
});

afterEach(() => app.database.close());

const titled = (title: string): Guide => ({ ...smallGuide, title });
const titles = async () => (await listGuideVersions(app)).map(({ title }) => title);
const shippedTitles = shippedGuides.map(({ title }) => title);

describe("the guides to plan with", () => {
  test("they are those that ship, in their order, then the others by title", async () => {
    await saveGuideVersion(app, titled("Night baker"), null);
    await saveGuideVersion(app, titled("Accountant"), null);
    expect(await titles()).toEqual([...shippedTitles, "Accountant", "Night baker"]);
  });

  test("of each guide the newest version is offered, of one that ships too", async () => {
    const first = await saveGuideVersion(app, titled("Night baker"), null);
    await saveGuideVersion(app, titled("Day baker"), first.id);
    const { guide } = await loadGuideVersion(app, firstGuideId);
    const changed = await saveGuideVersion(app, { ...guide, title: "Our backend" }, firstGuideId);
    expect(await titles()).toEqual(["Our backend", ...shippedTitles.slice(1), "Day baker"]);
    await saveGuideVersion(app, guide, changed.id);
    expect(await titles()).toEqual([...shippedTitles, "Day baker"]);
  });

  test("what is archived is not offered until it is taken back or saved again", async () => {
    const { id } = await saveGuideVersion(app, smallGuide, null);
    await archiveGuide(app, id);
    await archiveGuide(app, firstGuideId);
    expect(await titles()).toEqual(shippedTitles.slice(1));
    await unarchiveGuide(app, id);
    await saveGuideVersion(app, (await loadGuideVersion(app, firstGuideId)).guide, null);
    expect(await titles()).toEqual([...shippedTitles, "Night baker"]);
  });

  test("one that was deleted is gone, and is there again when it is put back", async () => {
    const { id } = await saveGuideVersion(app, smallGuide, null);
    const deleted = await deleteGuide(app, id);
    expect(await titles()).toEqual(shippedTitles);
    await putBackGuide(app, deleted!);
    expect(await titles()).toEqual([...shippedTitles, "Night baker"]);
  });
});

describe("saving a version", () => {
  test("its id is the hash of its canonical JSON, and it is not stored twice", async () => {
    const saved = await saveGuideVersion(app, smallGuide, null);
    expect(saved).toEqual({ kind: "guideAdded", id: hashGuide(smallGuide), guide: smallGuide });
    expect(await saveGuideVersion(app, smallGuide, null)).toMatchObject({ kind: "guideHere", id: saved.id });
    expect(await app.database.guides.count()).toBe(1);
    expect(await loadGuideVersion(app, saved.id)).toEqual({ id: saved.id, guide: smallGuide });
  });

  test("importing a guide that ships stores nothing", async () => {
    const { guide } = await loadGuideVersion(app, firstGuideId);
    expect(await saveGuideVersion(app, guide, null)).toMatchObject({ kind: "guideHere", id: firstGuideId });
    expect(await app.database.guides.count()).toBe(0);
  });
});

test("a guide that is not here is said not to be", async () => {
  await expect(loadGuideVersion(app, "none")).rejects.toThrow("no guide of that id");
});
