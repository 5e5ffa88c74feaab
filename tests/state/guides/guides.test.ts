import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { noteEmptied } from "../../../src/domain/backups/backupRecord.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { readRecord, updateRecord } from "../../../src/state/backups/backupRecord.ts";
import { acquireDocumentLock, guideLockId } from "../../../src/state/documents/documentLock.ts";
import { archiveGuide, deleteGuide } from "../../../src/state/guides/guideLineages.ts";
import { discardGuideDraft, readGuideDraft, writeGuideDraft } from "../../../src/state/guides/guideDrafts.ts";
import { examineGuide, saveGuideVersion } from "../../../src/state/guides/guides.ts";
import { firstGuideId, loadGuideVersion } from "../../../src/state/guides/guideVersions.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { hashGuide, smallGuide } from "../../smallInterview.ts";
import { createLocks } from "../fakeLocks.ts";
import { fakeStorage } from "../fakeStorage.ts";

let app: AppParts;
let now = 0;
let count = 0;

beforeEach(() => {
  vi.stubGlobal("navigator", { locks: createLocks() });
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
  vi.restoreAllMocks();
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

describe("what another tab has open in the editor, which would go on as if it were saved", () => {
  const openElsewhere = async (id: string) => {
    vi.spyOn(AbortSignal, "timeout").mockImplementation(() => {
      const giveUp = new AbortController();
      setTimeout(() => giveUp.abort(), 20);
      return giveUp.signal;
    });
    const events = { onAsked: () => Promise.resolve(), onLost: () => {} };
    return acquireDocumentLock(guideLockId(id), events);
  };

  test("is no draft to be thrown away, and it is said what to do", async () => {
    await writeGuideDraft(app, { id: "open", guide: smallGuide, previousId: null, updatedAt: now });
    const lock = await openElsewhere("open");
    await expect(discardGuideDraft(app, "open")).rejects.toThrow("Close it there first.");
    expect(await readGuideDraft(app, "open")).toMatchObject({ guide: smallGuide });
    lock?.release();
  });

  test("is no guide to be deleted, whichever version of it is open", async () => {
    const first = await saveGuideVersion(app, smallGuide, null);
    const next = await saveGuideVersion(app, { ...smallGuide, title: "Day baker" }, first.id);
    const lock = await openElsewhere(next.id);
    await expect(deleteGuide(app, first.id)).rejects.toThrow("Close it there first.");
    expect(await loadGuideVersion(app, next.id)).toMatchObject({ id: next.id });
    lock?.release();
    expect(await deleteGuide(app, first.id)).toBeDefined();
  });
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
