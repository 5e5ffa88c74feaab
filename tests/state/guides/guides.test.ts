import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { noteEmptied } from "../../../src/domain/backups/backupRecord.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { readRecord, updateRecord } from "../../../src/state/backups/backupRecord.ts";
import { archiveGuide } from "../../../src/state/guides/guideLineages.ts";
import { discardGuideDraft, readGuideDraft, writeGuideDraft } from "../../../src/state/guides/guideDrafts.ts";
import { examineGuide, saveGuideVersion } from "../../../src/state/guides/guides.ts";
import { firstGuideId, loadGuideVersion } from "../../../src/state/guides/guideVersions.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { hashGuide, smallGuide } from "../../smallInterview.ts";
import { fakeStorage } from "../fakeStorage.ts";

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

afterEach(() => {
  app.database.close();
  vi.unstubAllGlobals();
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

test("of a guide in a file it is said whether it is new, here, or archived here; nothing is written", async () => {
  expect(await examineGuide(app, smallGuide)).toMatchObject({ kind: "guideNew", guide: smallGuide });
  expect(await app.database.guides.count()).toBe(0);
  const { id } = await saveGuideVersion(app, smallGuide, null);
  expect(await examineGuide(app, smallGuide)).toMatchObject({ kind: "guideHere", id });
  await archiveGuide(app, id);
  expect(await examineGuide(app, smallGuide)).toMatchObject({ kind: "guideArchived", id });
});

test("a draft that is thrown away counts as a deleted guide only where no version of it was saved", async () => {
  vi.stubGlobal("localStorage", fakeStorage());
  updateRecord((record) => noteEmptied(record, now));
  const deleted = () => readRecord().lastKnown?.deleted;
  const { id } = await saveGuideVersion(app, smallGuide, null);
  const draft = { guide: smallGuide, previousId: null, updatedAt: now };
  await writeGuideDraft(app, { ...draft, id });
  await discardGuideDraft(app, id);
  expect([await readGuideDraft(app, id), deleted()]).toEqual([undefined, 0]);
  expect((await loadGuideVersion(app, id)).guide).toEqual(smallGuide);
  await writeGuideDraft(app, { ...draft, id: "fresh" });
  await discardGuideDraft(app, "fresh");
  expect([await readGuideDraft(app, "fresh"), deleted()]).toEqual([undefined, 1]);
});

test("a guide that is not here is said not to be", async () => {
  await expect(loadGuideVersion(app, "none")).rejects.toThrow("guide is not on this device");
});
