// @vitest-environment node
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const source = resolve(import.meta.dirname, "../../src");
const home = "ui/page/addresses.ts";

/** What makes an address of an id: a route with something put behind it, or the escapes themselves. */
const makings = [
  /[`"'#]\/(?:session|plan|guides|panels|candidates|export|invitation)\/[^`"']*\$\{/,
  /["'`]#?\/(?:session|plan|guides|panels|candidates|export|invitation)\/[^"'`]*["'`]\s*(?:\+|\.concat)/,
  /\b(?:en|de)codeURI(?:Component)?\(/,
];

/** @returns the lines that make an address of an id elsewhere than in its home */
function makingsIn(path: string, text: string): readonly string[] {
  if (path === home) return [];
  return text
    .split("\n")
    .filter((line) => makings.some((making) => making.test(line)))
    .map((line) => `${path}: ${line.trim()}`);
}

test("an address with an id in it is made in one place", () => {
  const paths = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.tsx?$/.test(path),
  );
  expect(paths).toContain(home);
  expect(paths.flatMap((path) => makingsIn(path, readFileSync(join(source, path), "utf8")))).toEqual([]);
});

test.each([
  "navigate(`/session/${id}`);",
  "const link = `${origin}#/invitation/${part}`;",
  "<Link href={`/guides/${id}/edit`}>",
  '<Link href={"/panels/" + id}>',
  "const part = encodeURIComponent(id);",
])("an address that is made elsewhere is found: %s", (line) => {
  expect(makingsIn("features/library/Planted.tsx", `import "x";\n${line}\n`)).toHaveLength(1);
  expect(makingsIn(home, line)).toEqual([]);
});
