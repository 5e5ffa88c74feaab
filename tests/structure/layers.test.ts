// @vitest-environment node
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");

/** By the rule that must refuse it: [what is wrong, file, source]. The files lie in src/ of a planted project. */
const violations: Record<string, readonly (readonly [string, string, string])[]> = {
  "eslint(no-restricted-imports)": [
    ["domain that imports another room", "domain/a.ts", `import "../interchange/clean.ts";`],
    ["domain that imports a package", "domain/b.ts", `import "valibot";`],
    ["interchange that imports dexie", "interchange/a.ts", `import "dexie";`],
    ["interchange that imports react", "interchange/b.ts", `import "react";`],
    ["interchange that imports zustand", "interchange/c.ts", `import "zustand/vanilla";`],
    ["interchange that imports storage", "interchange/d.ts", `import "../storage/clean.ts";`],
    ["storage that imports interchange", "storage/a.ts", `import "../interchange/clean.ts";`],
    ["storage that imports react", "storage/b.ts", `import "react";`],
    ["state that imports dexie", "state/a.ts", `import "dexie";`],
    ["state that imports a feature", "state/b.ts", `import "../features/setup/Clean.tsx";`],
    ["a feature that imports another feature", "features/library/A.tsx", `import "../setup/Clean.tsx";`],
    ["a feature that loads another one later", "features/panel/A.tsx", `void import("../setup/Clean.tsx");`],
    ["a feature that takes a way round", "features/guides/A.tsx", `import "./../setup/Clean.tsx";`],
    ["a feature that imports storage", "features/interview/A.tsx", `import "../../storage/clean.ts";`],
    [
      "a feature that passes storage on",
      "features/panel/B.tsx",
      `export { clean } from "../../storage/clean.ts";`,
    ],
    ["a feature that imports dexie", "features/wrapUp/A.tsx", `import "dexie";`],
    ["a feature that imports live queries", "features/settings/A.tsx", `import "dexie-react-hooks";`],
    ["a feature that imports zustand", "features/scorecard/A.tsx", `import "zustand";`],
    ["a feature that imports app", "features/setup/A.tsx", `import "../../app/compose.ts";`],
    ["ui that imports a value of domain", "ui/A.tsx", `import { clean } from "../domain/clean.ts";`],
    ["ui that imports state", "ui/B.tsx", `import "../state/clean.ts";`],
    ["app that imports dexie", "app/a.ts", `import "dexie";`],
    ["app that imports zustand", "app/b.ts", `import "zustand";`],
  ],
  "eslint(no-restricted-globals)": [
    ["domain that makes a date", "domain/c.ts", `export const now = () => new Date();`],
    ["domain that measures time", "domain/d.ts", `export const now = () => performance.now();`],
    ["domain that makes ids", "domain/e.ts", `export const id = () => crypto.randomUUID();`],
    ["domain that reads the window", "domain/f.ts", `export const width = () => window.innerWidth;`],
    ["domain that reads the page", "domain/g.ts", `export const title = () => document.title;`],
    ["interchange that fetches", "interchange/e.ts", `export const get = () => fetch("/x");`],
  ],
  "eslint(no-restricted-properties)": [
    ["domain that reads the clock", "domain/h.ts", `export const now = () => Date.now();`],
    ["domain that draws lots", "domain/i.ts", `export const lot = () => Math.random();`],
    ["storage that reads the clock", "storage/c.ts", `export const now = () => Date.now();`],
  ],
  "import(no-cycle)": [
    ["a circle", "domain/j.ts", `import { k } from "./k.ts";\nexport const j = k;`],
    ["a circle of types", "domain/k.ts", `import type { j } from "./j.ts";\nexport const k: typeof j = 1;`],
  ],
  "import(no-default-export)": [["a default export", "domain/l.ts", `export default 1;`]],
  "import(extensions)": [["an import without its extension", "domain/m.ts", `export * from "./clean";`]],
  "oxc(no-barrel-file)": [["a barrel", "domain/n.ts", `export * from "./clean.ts";`]],
  "unicorn(filename-case)": [
    ["a file name that is not camelCase", "domain/some-file.ts", `export const n = 1;`],
  ],
  "typescript(no-floating-promises)": [["a promise left alone", "app/c.ts", `Promise.resolve(1);`]],
};

const clean: Record<string, string> = {
  "domain/clean.ts": `export const clean = 1;\nexport type Clean = typeof clean;`,
  "interchange/clean.ts": `import "valibot";\nimport "canonicalize";\nimport "../domain/clean.ts";`,
  "storage/clean.ts": `import "dexie";\nimport "../domain/clean.ts";\nexport const clean = 1;`,
  "state/clean.ts": `import "../storage/clean.ts";\nimport "../interchange/clean.ts";\nimport "zustand/vanilla";\nimport "dexie-react-hooks";`,
  "ui/Clean.tsx": `import "react";\nimport type { Clean } from "../domain/clean.ts";\nexport type Props = Clean;`,
  "features/setup/Own.tsx": `import "react-hook-form";\nimport "../../interchange/clean.ts";`,
  "features/setup/Clean.tsx": `import "./Own.tsx";\nimport "../../domain/clean.ts";\nimport "../../state/clean.ts";\nimport "../../ui/Clean.tsx";`,
  "app/compose.ts": `import "../storage/clean.ts";\nimport "../features/setup/Clean.tsx";\nvoid import("../features/setup/Own.tsx");`,
};

interface Diagnostic {
  readonly code: string;
  readonly filename: string;
}

let planted: string;
let status: number | null;
let found: readonly Diagnostic[];

beforeAll(() => {
  planted = mkdtempSync(join(tmpdir(), "layers-"));
  // The globs of the configuration count from where it lies.
  for (const name of [".oxlintrc.json", "tsconfig.json"]) cpSync(join(root, name), join(planted, name));
  symlinkSync(join(root, "node_modules"), join(planted, "node_modules"));
  const files = [
    ...Object.values(violations)
      .flat()
      .map(([, file, source]) => [file, source] as const),
    ...Object.entries(clean),
  ];
  for (const [file, source] of files) {
    mkdirSync(dirname(join(planted, "src", file)), { recursive: true });
    writeFileSync(join(planted, "src", file), `${source}\n`);
  }
  const run = spawnSync(join(root, "node_modules/.bin/oxlint"), ["-f", "json", "src"], {
    cwd: planted,
    encoding: "utf8",
  });
  status = run.status;
  found = (JSON.parse(run.stdout) as { diagnostics: Diagnostic[] }).diagnostics;
});

afterAll(() => rmSync(planted, { recursive: true }));

const codesIn = (file: string) =>
  found.filter(({ filename }) => filename === `src/${file}`).map(({ code }) => code);

describe.each(Object.entries(violations))("%s", (rule, rows) => {
  test.each(rows)("%s fails the lint", (_title, file) => {
    expect(codesIn(file)).toContain(rule);
    expect(status).not.toBe(0);
  });
});

test.each(Object.keys(clean))("%s, which keeps the rules, passes the lint", (file) => {
  expect(codesIn(file)).toEqual([]);
});
