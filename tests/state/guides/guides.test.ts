import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { firstGuideId, loadGuideVersion, saveGuideVersion } from "../../../src/state/guides/guides.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { hashGuide, smallGuide } from "../../smallInterview.ts";

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
  await expect(loadGuideVersion(app, "none")).rejects.toThrow("guide is not on this device");
});
