import { expect, test } from "vitest";
import { defaultAshbyMapping, toAshbyMapping } from "../../../src/interchange/tracking/ashbyFile.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { keepAshbyMapping } from "../../../src/state/exports/exports.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { readSetting } from "../../../src/storage/session/sessions.ts";

test("which Ashby field takes what is kept, and goes back to what the app comes with", async () => {
  const app = { database: createDatabase("exports of the state") } as AppParts;
  const kept = async () => toAshbyMapping(await readSetting(app.database, "ashbyMapping"));
  const changed = { ...defaultAshbyMapping, summaryPath: "somewhere.else" };
  await keepAshbyMapping(app, changed);
  expect(await kept()).toEqual(changed);
  await keepAshbyMapping(app, null);
  expect(await readSetting(app.database, "ashbyMapping")).toEqual(defaultAshbyMapping);
  app.database.close();
});
