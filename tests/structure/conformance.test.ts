import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const report = readFileSync(join(root, "data/accessibility-conformance.md"), "utf8");
const rows = report
  .split("\n")
  .filter((line) => /^\| \d/u.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()));

test("each test that the accessibility report goes by is there, under that title", () => {
  const tests = readdirSync(join(root, "tests"), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(?:spec|test)\.tsx?$/u.test(path))
    .map((path) => readFileSync(join(root, "tests", path), "utf8"))
    .join("\n");
  const named = rows.flatMap(([, , , , shownBy = ""]) =>
    Array.from(shownBy.matchAll(/`([^`]+)`/gu), ([, title]) => title!),
  );
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((title) => !tests.includes(`"${title}"`))).toEqual([]);
});

test("what the report calls supported is shown by a test, or says that it is not tested", () => {
  const bare = rows.filter(
    ([, , , conformance, shownBy = "", remarks = ""]) =>
      conformance === "Supports" && shownBy === "" && !/Not tested|There are none/u.test(remarks),
  );
  expect(bare.map(([, criterion]) => criterion)).toEqual([]);
});
