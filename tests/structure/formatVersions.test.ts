// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { fileFormats } from "../../src/interchange/files/fileFormats.ts";
import { createDatabase } from "../../src/storage/database.ts";

const root = resolve(import.meta.dirname, "../..");
const changeLog = readFileSync(join(root, "data/schema/CHANGELOG.md"), "utf8");

/** @returns every version that the code knows, by the heading under which it stands in the change log */
function knownVersions(): readonly string[] {
  const folder = join(root, "src/interchange/formats");
  const files = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .flatMap((text) => {
      const format = /^const FORMAT = fileFormats\.(\w+);$/mu.exec(text)?.[1];
      return format === undefined
        ? []
        : [{ format, version: Number(/^const VERSION = (\d+);$/mu.exec(text)?.[1]) }];
    });
  expect(files.map(({ format }) => format).toSorted()).toEqual(Object.keys(fileFormats).toSorted());
  const folderDatabase = readFileSync(join(root, "src/storage/backups/backupFolder.ts"), "utf8");
  const all = [
    ...files.map(({ format, version }) => ({
      name: Object.entries(fileFormats).find(([key]) => key === format)?.[1] ?? "",
      version,
    })),
    { name: "database", version: createDatabase("never opened").verno },
    {
      name: "folder database",
      version: Math.max(
        ...Array.from(folderDatabase.matchAll(/\.version\((\d+)\)/gu), ([, at]) => Number(at)),
      ),
    },
  ];
  return all.flatMap(({ name, version }) => Array.from({ length: version }, (_, at) => `${name} ${at + 1}`));
}

test("the change log of the formats has every version that the app knows, and no other", () => {
  const told = Array.from(changeLog.matchAll(/^### (.+)$/gmu), ([, heading]) => heading ?? "");
  expect(told.length).toBeGreaterThan(10);
  expect(told.toSorted()).toEqual(knownVersions().toSorted());
});

test("each schema and each folder of frozen files that the change log names is there", () => {
  const schemas = Array.from(changeLog.matchAll(/`(\w+\.schema\.json)`/gu), ([, name]) => name ?? "");
  expect(schemas).toHaveLength(5);
  const folders = Array.from(changeLog.matchAll(/`(tests\/[\w/]+)`/gu), ([, name]) => name ?? "");
  expect(folders).toHaveLength(2);
  const places = [...schemas.map((name) => join("data/schema", name)), ...folders];
  expect(places.filter((place) => !existsSync(join(root, place)))).toEqual([]);
});
