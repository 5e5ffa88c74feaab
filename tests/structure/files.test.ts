// @vitest-environment node
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";

import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter((path) =>
  /\.tsx?$/.test(path),
);

const topLevel = [
  "README.md",
  "data",
  "index.html",
  "package-lock.json",
  "package.json",
  "src",
  "tests",
  "tsconfig.json",
  "vite.config.ts",
];

test.runIf(existsSync(join(root, ".git")))("the top level holds what was agreed and nothing else", () => {
  const listed = spawnSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  const entries = new Set(
    listed.stdout
      .trim()
      .split("\n")
      .map((path) => path.replace(/\/.*/, "")),
  );
  expect([...entries].filter((name) => !name.startsWith(".") && !topLevel.includes(name))).toEqual([]);
});

test("no file has a name that says nothing", () => {
  const empty = /^(utils?|helpers?|types?|common|index)\./i;
  expect(sources.filter((path) => empty.test(basename(path)))).toEqual([]);
});
