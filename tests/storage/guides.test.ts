import { expect, test } from "vitest";
import { createDatabase } from "../../src/storage/database.ts";
import { listGuides, putGuide, readGuide } from "../../src/storage/guides.ts";
import { smallGuide } from "../smallInterview.ts";

test("a stored guide version is listed and read by its id; there is none of another id", async () => {
  const database = createDatabase("guides");
  expect(await listGuides(database)).toEqual([]);
  await putGuide(database, { id: "a", guide: smallGuide });
  expect(await listGuides(database)).toEqual([{ id: "a", guide: smallGuide }]);
  expect(await readGuide(database, "a")).toEqual({ id: "a", guide: smallGuide });
  expect(await readGuide(database, "b")).toBeUndefined();
  database.close();
});
