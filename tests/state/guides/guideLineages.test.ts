import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import shippedGuides from "../../../data/shippedGuides.json" with { type: "json" };
import type { Guide } from "../../../src/domain/guides/guide.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import {
  archiveGuide,
  deleteGuide,
  listGuideVersions,
  putBackGuide,
  takeIntoDraft,
} from "../../../src/state/guides/guideLineages.ts";
import { readGuideDraft } from "../../../src/state/guides/guideDrafts.ts";
import { saveGuideVersion, unarchiveGuide } from "../../../src/state/guides/guides.ts";
import { firstGuideId, loadGuideVersion } from "../../../src/state/guides/guideVersions.ts";
import { acquireDocumentLock, guideLockId } from "../../../src/state/documents/documentLock.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { plannedInterview, smallGuide } from "../../smallInterview.ts";
import { createLocks } from "../fakeLocks.ts";

let app: AppParts;
let now = 0;
let count = 0;

beforeEach(() => {
  vi.stubGlobal("navigator", { locks: createLocks() });
  now = 1000;
  app = {
    database: createDatabase(`guide lineages ${count++}`),
    clock: { now: () => now++, monotonic: () => 0 },
    newId: () => `id ${now++}`,
    appName: "Test 1",
  };
});

afterEach(() => {
  app.database.close();
  vi.unstubAllGlobals();
});

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

  test("who used an earlier version of a guide that ships goes on with the present one, in one lineage", async () => {
    const [{ id, earlierId, title }] = shippedGuides as [(typeof shippedGuides)[number]];
    const earlier = await loadGuideVersion(app, earlierId);
    expect(earlier.guide.scale.points[0]).toMatchObject({ label: "No evidence of it" });
    expect((await loadGuideVersion(app, id)).guide.scale.points[0]).toMatchObject({ label: "Poor" });
    // As an interview that was planned with it left it.
    await app.database.guides.add({ ...earlier, lineId: earlier.id, previousId: null, savedAt: null });
    expect(await titles()).toEqual(shippedTitles);
    expect((await listGuideVersions(app))[0]).toMatchObject({
      id,
      title,
      versions: [{ id }, { id: earlierId }],
    });
    expect(await saveGuideVersion(app, earlier.guide, null)).toMatchObject({ kind: "guideHere" });
    await archiveGuide(app, earlier.id);
    expect(await titles()).toEqual(shippedTitles.slice(1));
    await saveGuideVersion(app, { ...earlier.guide, title: "Our backend" }, earlier.id);
    expect(await titles()).toEqual(["Our backend", ...shippedTitles.slice(1)]);
  });

  test("one that was deleted is gone, and is there again when it is put back", async () => {
    const { id } = await saveGuideVersion(app, smallGuide, null);
    const deleted = await deleteGuide(app, id);
    expect(await titles()).toEqual(shippedTitles);
    await putBackGuide(app, deleted!);
    expect(await titles()).toEqual([...shippedTitles, "Night baker"]);
  });
});

test("a guide that an interview uses is not deleted", async () => {
  const { id } = await saveGuideVersion(app, smallGuide, null);
  await putWholeSessions(app.database, [plannedInterview("a")]);
  expect(await deleteGuide(app, id)).toBeUndefined();
  expect(await titles()).toEqual([...shippedTitles, "Night baker"]);
});

describe("questions that are taken into a draft", () => {
  test("they go on with the draft that is there, and leave the version as it is", async () => {
    const { id } = await saveGuideVersion(app, { ...titled("Day baker"), questions: [] }, null);
    await takeIntoDraft(app, smallGuide, ["recipe"], id);
    const { draftId } = await takeIntoDraft(app, smallGuide, ["failed"], id);
    expect(draftId).toBe(id);
    expect(await readGuideDraft(app, id)).toMatchObject({
      previousId: id,
      guide: { title: "Day baker", questions: [{ id: "recipe" }, { id: "failed" }] },
    });
    expect((await loadGuideVersion(app, id)).guide.questions).toEqual([]);
  });

  test("for a new guide there is a draft of its own", async () => {
    const { draftId } = await takeIntoDraft(app, smallGuide, ["recipe"], null);
    expect(await readGuideDraft(app, draftId)).toMatchObject({
      previousId: null,
      guide: { title: "", questions: [{ id: "recipe" }] },
    });
  });

  test("where all of them are there already, no draft is made", async () => {
    const { id } = await saveGuideVersion(app, smallGuide, null);
    const { alreadyThere } = await takeIntoDraft(app, smallGuide, ["recipe"], id);
    expect(alreadyThere).toHaveLength(1);
    expect(await readGuideDraft(app, id)).toBeUndefined();
  });

  test("none are taken into a guide that another tab edits, and it is said what to do", async () => {
    const { id } = await saveGuideVersion(app, titled("Day baker"), null);
    vi.spyOn(AbortSignal, "timeout").mockImplementation(() => {
      const giveUp = new AbortController();
      setTimeout(() => giveUp.abort(), 20);
      return giveUp.signal;
    });
    const events = { onAsked: () => Promise.resolve(), onLost: () => {} };
    const lock = await acquireDocumentLock(guideLockId(id), events);
    await expect(takeIntoDraft(app, smallGuide, ["recipe"], id)).rejects.toThrow("Close it there first.");
    expect(await readGuideDraft(app, id)).toBeUndefined();
    lock?.release();
  });
});
