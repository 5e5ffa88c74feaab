// @vitest-environment node
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Ajv } from "ajv";
import { build } from "vite";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { MATERIALS_FILE } from "../../.ci/billOfMaterials.ts";
import { LICENCES_FILE } from "../../.ci/licences.ts";

/** Those that let anybody pass the software on inside of an app of any kind, as long as their text goes with it. */
const allowed = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MPL-2.0",
  "Unlicense",
  "Zlib",
];

const root = resolve(import.meta.dirname, "../..");
let folder: string;
let text: string;

beforeAll(async () => {
  // For tests other files of some packages would be built in.
  vi.stubEnv("NODE_ENV", "production");
  folder = mkdtempSync(join(tmpdir(), "licences "));
  // The source maps say what is in each file, those of the workers too.
  await build({ root, logLevel: "silent", build: { outDir: folder, emptyOutDir: true, sourcemap: true } });
  text = readFileSync(join(folder, LICENCES_FILE), "utf8");
}, 300_000);

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** The name, the version and the licence of each package that the file names. */
function namedPackages() {
  return Array.from(text.matchAll(/^(\S+) (\d+\.\S+) \((.+)\)$/gmu), ([, name, version, license]) => ({
    name,
    version,
    license: license ?? "",
  }));
}

test("the built app names the licence of every package that is in it, in its workers too", () => {
  const inside = new Set<string>();
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".js.map")) continue;
    const { sources } = JSON.parse(readFileSync(join(folder, file), "utf8")) as {
      sources: readonly string[];
    };
    for (const source of sources) {
      const name = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(source)?.[1];
      if (name !== undefined) inside.add(name);
    }
  }
  // One of the pages, one that only workers need, and one that only a worker loads later.
  expect([...inside]).toEqual(expect.arrayContaining(["react", "retext-equality", "mammoth"]));
  const named = new Set(namedPackages().map(({ name }) => name));
  expect([...inside].filter((name) => !named.has(name))).toEqual([]);
  // One of several that are in a file of jszip.
  expect(named).toContain("pako");
});

test("every package in the built app may be passed on inside of it", () => {
  const packages = namedPackages();
  expect(packages.length).toBeGreaterThan(50);
  const isAllowed = (license: string): boolean => {
    const expression = license.replaceAll(/[()]/gu, "");
    return expression
      .split(" OR ")
      .some((choice) => choice.split(" AND ").every((one) => allowed.includes(one)));
  };
  expect(packages.filter(({ license }) => !isAllowed(license))).toEqual([]);
});

interface Materials {
  readonly serialNumber?: string;
  readonly metadata: { readonly timestamp?: string };
  readonly components: readonly {
    readonly name: string;
    readonly group?: string;
    readonly version: string;
    readonly hashes?: readonly unknown[];
  }[];
}

test("the bill of materials lists what the licences name, each with its hash in the registry, and has no time", () => {
  const bill = JSON.parse(readFileSync(join(folder, MATERIALS_FILE), "utf8")) as Materials;
  const listed = bill.components.map(({ group, name, version }) =>
    group === undefined ? `${name} ${version}` : `${group}/${name} ${version}`,
  );
  const named = new Set(namedPackages().map(({ name, version }) => `${name} ${version}`));
  expect(listed.toSorted()).toEqual([...named].toSorted());
  expect(bill.components.filter(({ hashes = [] }) => hashes.length !== 1)).toEqual([]);
  expect(bill.serialNumber).toBeUndefined();
  expect(bill.metadata.timestamp).toBeUndefined();
});

test("the bill of materials is CycloneDX 1.6", () => {
  const schemas = join(root, "node_modules/@cyclonedx/cyclonedx-library/res/schema");
  const read = (name: string) =>
    JSON.parse(readFileSync(join(schemas, `${name}.SNAPSHOT.schema.json`), "utf8")) as object;
  const ajv = new Ajv({ strict: false, validateFormats: false });
  for (const name of ["spdx", "jsf-0.82"])
    ajv.addSchema(read(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
  const bill = JSON.parse(readFileSync(join(folder, MATERIALS_FILE), "utf8")) as object;
  const check = ajv.compile(read("bom-1.6"));
  check(bill);
  expect(check.errors).toBeNull();
  expect(check({ ...bill, version: "1" })).toBe(false);
});
