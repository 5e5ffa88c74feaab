// @vitest-environment node
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";

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

/** In one look: what a folder holds beyond that has rooms of its own to be found in. */
const MOST_FILES = 15;

test("no folder of the source holds more files than one takes in", () => {
  const counts = new Map<string, number>();
  for (const entry of readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })) {
    const folder = relative(root, entry.parentPath);
    if (entry.isFile()) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  expect(counts.size).toBeGreaterThan(40);
  expect([...counts].filter(([, count]) => count > MOST_FILES)).toEqual([]);
});

test("every room has a README of a few lines, and each file that one names is there", () => {
  const src = join(root, "src");
  const readmes = readdirSync(src, { recursive: true, encoding: "utf8" }).filter(
    (path) => basename(path) === "README.md",
  );
  expect(readmes.length).toBeGreaterThan(50);
  const texts = readmes.map((path) => ({ path, text: readFileSync(join(src, path), "utf8") }));
  expect(texts.filter(({ text }) => !/^Way in: /m.test(text)).map(({ path }) => path)).toEqual([]);
  const named = texts.flatMap(({ path, text }) =>
    Array.from(text.matchAll(/`((?:\.\.?\/)*[\w/.-]+\.(?:tsx?|css|json))`/g), ([, name]) => ({
      path,
      name: name ?? "",
    })),
  );
  expect(named.length).toBeGreaterThan(60);
  // From its own folder on, or from `src`.
  const isThere = (path: string, name: string) =>
    [join(src, dirname(path)), src].some((from) => existsSync(resolve(from, name)));
  expect(named.filter(({ path, name }) => !isThere(path, name))).toEqual([]);
});

/** @returns what a regular expression of paths is of alternatives, each written out as far as it names any */
function alternativesOf(pattern: string): readonly string[] {
  const [, before = "", inner, behind = ""] = /^(.*)\(\?:((?:\(\?!|[^()])*)\)(.*)$/su.exec(pattern) ?? [];
  if (inner === undefined) return [pattern];
  return inner.split("|").flatMap((one) => alternativesOf(before + one + behind));
}

test("every file of the source that the build puts together with others is there", () => {
  const config = readFileSync(join(root, "vite.config.ts"), "utf8");
  const patterns = [...config.matchAll(/test: \/(src.*?)\/u,?\n/gu)].flatMap(([, pattern = ""]) =>
    pattern.split("|node_modules")[0]!.includes("(?!") ? [] : alternativesOf(pattern),
  );
  expect(patterns.length).toBeGreaterThan(30);
  const isThere = (pattern: string) => sources.some((path) => new RegExp(pattern, "u").test(`src/${path}`));
  expect(patterns.filter((pattern) => !isThere(pattern))).toEqual([]);
});

test("no file has a name that says nothing", () => {
  const empty = /^(utils?|helpers?|types?|common|index)\./i;
  expect(sources.filter((path) => empty.test(basename(path)))).toEqual([]);
});

test("every class that a component takes from a style sheet is in it, and every class of a sheet is taken", () => {
  const read = (path: string) => readFileSync(join(root, "src", path), "utf8");
  const taken = new Map<string, Set<string>>();
  for (const path of sources) {
    const text = read(path);
    const sheet = /import styles from "(\..+\.css)"/.exec(text)?.[1];
    if (sheet === undefined) continue;
    const names = Array.from(text.matchAll(/styles\.([A-Za-z]+)/g), ([, name]) => name ?? "");
    const key = join(dirname(path), sheet);
    taken.set(key, new Set([...(taken.get(key) ?? []), ...names]));
  }
  expect(taken.size).toBeGreaterThan(10);
  const odd = [...taken].flatMap(([sheet, names]) => {
    const text = read(sheet).replaceAll(/\/\*[^]*?\*\//g, "");
    const there = new Set(Array.from(text.matchAll(/\.([A-Za-z]+)/g), ([, name]) => name ?? ""));
    return [...names, ...there]
      .filter((name) => names.has(name) !== there.has(name))
      .map((name) => `${sheet}: ${name}`);
  });
  expect(odd).toEqual([]);
});

test("every unit test that `npm test` runs in part is run whole with the faults", () => {
  const steps = readFileSync(join(root, ".ci/test.mjs"), "utf8");
  const whole = [...steps.matchAll(/unitStep\(\s*"[^"]+",\s*"([^"]+)",\s*rounds,?\s*\)/g)].flatMap(
    ([, paths = ""]) => paths.split(" "),
  );
  const inPart = readdirSync(join(root, "tests"), { recursive: true, encoding: "utf8" })
    .map((path) => `tests/${path}`)
    .filter((path) => /\.test\.tsx?$/.test(path))
    .filter((path) => /\bamountOf\(|TEST_AMOUNT|\/hostileRuns\./.test(readFileSync(join(root, path), "utf8")))
    .filter((path) => path !== relative(root, import.meta.filename));
  expect(inPart.length).toBeGreaterThan(4);
  expect(inPart.filter((path) => !whole.some((one) => path.startsWith(one)))).toEqual([]);
});

/** Files that share one set of modules replace none: another may have read it by then, and each passes alone. */
test("a test that puts a stand-in in the place of a module has modules of its own", () => {
  const config = readFileSync(join(root, "vite.config.ts"), "utf8");
  const [, listed = ""] = /^const REPLACING_TESTS = \[(.*?)\];/msu.exec(config) ?? [];
  const replacing = ["app", "features", "ui"].flatMap((room) =>
    readdirSync(join(root, "tests", room), { recursive: true, encoding: "utf8" })
      .map((path) => `tests/${room}/${path.replaceAll("\\", "/")}`)
      .filter(
        (path) => /\.test\.tsx?$/u.test(path) && readFileSync(join(root, path), "utf8").includes("vi.mock("),
      ),
  );
  expect(replacing.length).toBeGreaterThan(1);
  expect(replacing.filter((path) => !listed.includes(`"${path}"`))).toEqual([]);
});
