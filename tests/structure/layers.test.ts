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
    ["domain that imports another layer", "domain/guides/a.ts", `import "../../interchange/files/clean.ts";`],
    ["domain that goes round", "domain/guides/o.ts", `import "../guides/../../interchange/files/clean.ts";`],
    ["domain that imports a package", "domain/guides/b.ts", `import "valibot";`],
    ["interchange that imports dexie", "interchange/files/a.ts", `import "dexie";`],
    ["interchange that imports react", "interchange/files/b.ts", `import "react";`],
    ["interchange that imports zustand", "interchange/files/c.ts", `import "zustand/vanilla";`],
    ["interchange that imports storage", "interchange/files/d.ts", `import "../../storage/clean.ts";`],
    [
      "a deep room of interchange that imports storage",
      "interchange/guideText/labels/a.ts",
      `import "../../../storage/guides/clean.ts";`,
    ],
    ["storage that imports interchange", "storage/guides/a.ts", `import "../../interchange/files/clean.ts";`],
    ["storage that imports state", "storage/d.ts", `import "../state/guides/clean.ts";`],
    ["storage that imports react", "storage/b.ts", `import "react";`],
    ["state that imports dexie", "state/guides/a.ts", `import "dexie";`],
    ["state that imports a feature", "state/guides/b.ts", `import "../../features/setup/Clean.tsx";`],
    ["a feature that imports another feature", "features/library/A.tsx", `import "../setup/Clean.tsx";`],
    ["a feature that loads another one later", "features/export/A.tsx", `void import("../setup/Clean.tsx");`],
    ["a feature that takes a way round", "features/rescue/A.tsx", `import "./../setup/Clean.tsx";`],
    [
      "a room of a feature that imports another feature",
      "features/panels/plan/A.tsx",
      `import "../../setup/Clean.tsx";`,
    ],
    [
      "a room of a feature that takes a way round",
      "features/guides/editor/A.tsx",
      `import "../fields/../../setup/Clean.tsx";`,
    ],
    ["a feature that imports storage", "features/interview/A.tsx", `import "../../storage/clean.ts";`],
    [
      "a room of a feature that passes storage on",
      "features/panels/plan/B.tsx",
      `export { clean } from "../../../storage/clean.ts";`,
    ],
    ["a feature that imports dexie", "features/wrapUp/A.tsx", `import "dexie";`],
    ["a feature that imports live queries", "features/settings/A.tsx", `import "dexie-react-hooks";`],
    ["a feature that imports zustand", "features/scorecard/A.tsx", `import "zustand";`],
    ["a feature that imports app", "features/setup/A.tsx", `import "../../app/compose.ts";`],
    [
      "ui that imports a value of domain",
      "ui/parts/A.tsx",
      `import { clean } from "../../domain/guides/clean.ts";`,
    ],
    ["ui that imports state", "ui/parts/B.tsx", `import "../../state/guides/clean.ts";`],
    ["app that imports dexie", "app/a.ts", `import "dexie";`],
    ["app that imports zustand", "app/b.ts", `import "zustand";`],
  ],
  "eslint(no-restricted-globals)": [
    ["domain that makes a date", "domain/guides/c.ts", `export const now = () => new Date();`],
    ["domain that measures time", "domain/guides/d.ts", `export const now = () => performance.now();`],
    ["domain that makes ids", "domain/guides/e.ts", `export const id = () => crypto.randomUUID();`],
    ["domain that reads the window", "domain/guides/f.ts", `export const width = () => window.innerWidth;`],
    ["domain that reads the page", "domain/guides/g.ts", `export const title = () => document.title;`],
    ["state that looks at the page", "state/guides/c.ts", `export const title = () => document.title;`],
    [
      "state that listens to the window",
      "state/guides/d.ts",
      `export const listen = (leave: () => void) => window.addEventListener("pagehide", leave);`,
    ],
    [
      "state that listens to whatever there is",
      "state/guides/e.ts",
      `export const listen = (leave: () => void) => addEventListener("pagehide", leave);`,
    ],
    [
      "state that waits for a frame",
      "state/guides/f.ts",
      `export const later = (draw: () => void) => requestAnimationFrame(draw);`,
    ],
    [
      "state that goes the long way to the page",
      "state/guides/g.ts",
      `export const title = () => globalThis.document.title;`,
    ],
    ["state that reads the address", "state/guides/h.ts", `export const part = () => location.hash;`],
    [
      "a feature that leaves the focus to the next frame",
      "features/setup/B.tsx",
      `export const later = () => requestAnimationFrame(() => document.body.focus());`,
    ],
    ["interchange that fetches", "interchange/files/e.ts", `export const get = () => fetch("/x");`],
  ],
  "eslint(no-restricted-properties)": [
    ["domain that reads the clock", "domain/guides/h.ts", `export const now = () => Date.now();`],
    ["domain that draws lots", "domain/guides/i.ts", `export const lot = () => Math.random();`],
    ["storage that reads the clock", "storage/c.ts", `export const now = () => Date.now();`],
  ],
  "import(no-cycle)": [
    ["a circle", "domain/guides/j.ts", `import { k } from "../panels/k.ts";\nexport const j = k;`],
    [
      "a circle of types",
      "domain/panels/k.ts",
      `import type { j } from "../guides/j.ts";\nexport const k: typeof j = 1;`,
    ],
  ],
  "import(no-default-export)": [["a default export", "domain/guides/l.ts", `export default 1;`]],
  "import(extensions)": [
    ["an import without its extension", "domain/guides/m.ts", `export * from "./clean";`],
  ],
  "oxc(no-barrel-file)": [["a barrel", "domain/guides/n.ts", `export * from "./clean.ts";`]],
  "unicorn(filename-case)": [
    ["a file name that is not camelCase", "domain/guides/some-file.ts", `export const n = 1;`],
  ],
  "typescript(no-floating-promises)": [["a promise left alone", "app/c.ts", `Promise.resolve(1);`]],
};

const clean: Record<string, string> = {
  "domain/guides/clean.ts": `export const clean = 1;\nexport type Clean = typeof clean;`,
  "domain/panels/clean.ts": `import "../guides/clean.ts";`,
  "interchange/files/clean.ts": `import "valibot";\nimport "canonicalize";\nimport "../../domain/guides/clean.ts";`,
  "interchange/guideText/labels/clean.ts": `import "../../files/clean.ts";\nimport "../../../domain/guides/clean.ts";`,
  "storage/clean.ts": `import "dexie";\nimport "../domain/guides/clean.ts";\nexport const clean = 1;`,
  "storage/guides/clean.ts": `import "../clean.ts";\nimport "../../domain/guides/clean.ts";`,
  "state/guides/clean.ts": `import "../../storage/clean.ts";\nimport "../../interchange/files/clean.ts";\nimport "zustand/vanilla";\nimport "dexie-react-hooks";`,
  "state/guides/places.ts": `export const room = () => navigator.storage.estimate();\nexport const kept = () => localStorage.getItem("a");`,
  "state/guides/cleanWorker.ts": `addEventListener("message", () => {});`,
  "ui/parts/Clean.tsx": `import "react";\nimport type { Clean } from "../../domain/guides/clean.ts";\nexport type Props = Clean;`,
  "features/setup/Own.tsx": `import "react-hook-form";\nimport "../../interchange/files/clean.ts";`,
  "features/setup/Clean.tsx": `import "./Own.tsx";\nimport "../../domain/guides/clean.ts";\nimport "../../state/guides/clean.ts";\nimport "../../ui/parts/Clean.tsx";`,
  "features/guides/fields/Clean.tsx": `import "../../../state/guides/clean.ts";`,
  "features/guides/editor/Clean.tsx": `import "../fields/Clean.tsx";\nimport "../../../ui/parts/Clean.tsx";`,
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
