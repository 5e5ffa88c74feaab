// @vitest-environment node
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const [inApp = "", forBuilding = ""] = readFileSync(join(root, "data/dependencies.md"), "utf8").split(
  "\n## For building and testing\n",
);
const about = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Readonly<
  Record<"dependencies" | "devDependencies", Readonly<Record<string, string>>>
>;

/** @returns the cells of each row of the table, without its head */
function rowsOf(text: string): readonly (readonly string[])[] {
  return Array.from(text.matchAll(/^\|(.+)\|$/gmu), ([, row = ""]) =>
    row.split("|").map((cell) => cell.trim()),
  ).slice(2);
}

test.each([
  ["in the app", inApp, about.dependencies],
  ["for building and testing", forBuilding, about.devDependencies],
])("the table of dependencies %s names each, at its version, and says all of it", (_what, text, packages) => {
  const rows = rowsOf(text);
  expect(rows.length).toBeGreaterThan(10);
  const named = rows.map((cells) => [cells[0], cells.at(text === inApp ? -2 : -1)?.split(",")[0]]);
  expect(Object.fromEntries(named)).toEqual(packages);
  expect(named).toHaveLength(Object.keys(packages).length);
  expect(rows.filter((cells) => cells.includes(""))).toEqual([]);
});

test("the table of dependencies names the licence that each package names", () => {
  const licences = new Map(
    [...rowsOf(inApp), ...rowsOf(forBuilding)].map((cells) => [cells[0], cells.slice(2)]),
  );
  for (const [name, cells] of licences) {
    const { license } = JSON.parse(
      readFileSync(join(root, "node_modules", name ?? "", "package.json"), "utf8"),
    ) as { readonly license: string };
    expect([name, cells.includes(license)]).toEqual([name, true]);
  }
});
