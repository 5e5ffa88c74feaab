import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { addEntry, noEdits, removeEntry } from "../../../src/domain/notes/sensitiveWords.ts";
import { readSensitiveEdits, writeSensitiveEdits } from "../../../src/state/notes/sensitiveWords.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { writeSetting } from "../../../src/storage/session/sessions.ts";

const app: AppParts = {
  database: createDatabase("sensitive words"),
  clock: { now: () => 0, monotonic: () => 0 },
  newId: () => "id",
  appName: "test",
};

test("changes of the list are kept, and there are none at first", async () => {
  expect(await readSensitiveEdits(app)).toEqual(noEdits);
  const edits = removeEntry(addEntry(noEdits, "looks", "shoes"), "blonde");
  await writeSensitiveEdits(app, edits);
  expect(await readSensitiveEdits(app)).toEqual(edits);
});

test("what is kept and cannot be read is passed over, the rest is taken", async () => {
  for (const odd of [null, 7, "x", [], { added: {}, removed: 1 }]) {
    await writeSetting(app.database, "sensitiveWords", odd);
    expect(await readSensitiveEdits(app)).toEqual(noEdits);
  }
  const kept = { topic: "age", words: "ancient" };
  await writeSetting(app.database, "sensitiveWords", {
    added: [kept, null, { topic: "shoe size", words: "x" }, { topic: "age" }],
    removed: ["bald", 3],
  });
  expect(await readSensitiveEdits(app)).toEqual({ added: [kept], removed: ["bald"] });
});
