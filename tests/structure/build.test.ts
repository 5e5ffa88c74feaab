// @vitest-environment node
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MATERIALS_FILE } from "../../.ci/billOfMaterials.ts";
import { HASHES_FILE, sha256 } from "../../.ci/hashes.ts";
import { LICENCES_FILE } from "../../.ci/licences.ts";
import { ADDRESS_FILE } from "../../src/domain/panels/linkAddress.ts";

const root = resolve(import.meta.dirname, "../..");
const vite = join(root, "node_modules/.bin/vite");
const dependencies = "node_modules";
/** What a build is made from. */
const sources = [".ci", "data", "index.html", "package-lock.json", "package.json", "src", "vite.config.ts"];
const left = "left-by-somebody.js";

let around: string;
let folder: string;
let before: string | null;

/** @returns what tells whether the usual folder was written to; null where there is none */
function usualFolder(): string | null {
  const page = join(root, "dist/index.html");
  return existsSync(page) ? String(statSync(page).mtimeMs) : null;
}

beforeAll(() => {
  before = usualFolder();
  around = mkdtempSync(join(tmpdir(), "build "));
  folder = join(around, "some where");
  mkdirSync(folder);
  writeFileSync(join(folder, left), "");
  // For tests other files of some packages would be built in.
  const env = { ...process.env, NODE_ENV: "production" };
  const run = spawnSync(vite, ["build", root, "--logLevel", "error", "--outDir", folder], {
    cwd: around,
    env,
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(run.stderr);
}, 300_000);

afterAll(() => rmSync(around, { recursive: true, force: true }));

test("the app is built where one wants it, from wherever one stands, and nowhere else", () => {
  expect(readdirSync(around)).toEqual(["some where"]);
  expect(usualFolder()).toBe(before);
  expect(readdirSync(folder)).toEqual(
    expect.arrayContaining(["index.html", "serviceWorker.js", LICENCES_FILE, "manifest.webmanifest"]),
  );
  expect(readFileSync(join(folder, LICENCES_FILE), "utf8")).toContain("react");
});

test("the hashes are those of every file of that build, except its worker, which names the list itself", () => {
  const text = readFileSync(join(folder, HASHES_FILE), "utf8");
  const hashed = new Map(Object.entries(JSON.parse(text) as Readonly<Record<string, string>>));
  const others = new Set([HASHES_FILE, "serviceWorker.js", ADDRESS_FILE]);
  expect(hashed.size).toBeGreaterThan(100);
  expect(hashed).toEqual(new Map([...hashesIn(folder)].filter(([path]) => !others.has(path))));
  const worker = readFileSync(join(folder, "serviceWorker.js"), "utf8");
  expect(worker).toContain(sha256(text));
});

test("the worker holds every file of that build, and nothing that lay there before", async () => {
  const held = await install((path) => readFileSync(join(folder, path)));
  const notHeld = new Set([
    ".vite/manifest.json",
    "index.html",
    "serviceWorker.js",
    ADDRESS_FILE,
    LICENCES_FILE,
    MATERIALS_FILE,
    left,
  ]);
  expect(held.length).toBeGreaterThan(50);
  // "" is the page.
  expect(held).toEqual(["", ...filesIn(folder).filter((path) => !notHeld.has(path))].toSorted());
});

test.each([
  ["the page", "index.html"],
  ["a script", "assets/start"],
  ["the list itself", HASHES_FILE],
])("the worker is not installed where one byte of %s is not as it was built", async (_what, begin) => {
  const changed = filesIn(folder).find((path) => path.startsWith(begin));
  const served = (path: string) => {
    const bytes = readFileSync(join(folder, path));
    return path === changed ? Buffer.concat([bytes, Buffer.from(" ")]) : bytes;
  };
  const address = changed === "index.html" ? "" : changed;
  await expect(install(served)).rejects.toThrow(`./${address} is not the file that was built.`);
});

test("what was built there is served from there, with the app's headers", async () => {
  const port = await freePort();
  const server = spawn(vite, ["preview", root, "--outDir", folder, "--port", String(port)], { cwd: around });
  try {
    const address = await addressOf(server);
    const page = await fetch(address);
    expect(await page.text()).toBe(readFileSync(join(folder, "index.html"), "utf8"));
    expect(page.headers.get("content-security-policy")).toContain("frame-ancestors");
    const worker = await fetch(new URL("serviceWorker.js", address));
    expect(await worker.text()).toBe(readFileSync(join(folder, "serviceWorker.js"), "utf8"));
  } finally {
    server.kill();
  }
});

test("built again in another folder, zone and language, every file has the same bytes", () => {
  const elsewhere = mkdtempSync(join(tmpdir(), "elsewhere "));
  try {
    const copy = join(elsewhere, "not the same", "depth");
    mkdirSync(copy, { recursive: true });
    for (const name of [...sources, dependencies]) copyTree(join(root, name), join(copy, name));
    const env = { ...process.env, NODE_ENV: "production", TZ: "Pacific/Chatham", LC_ALL: "tr_TR.UTF-8" };
    const run = spawnSync(
      process.execPath,
      [join(copy, dependencies, "vite/bin/vite.js"), "build", "--logLevel", "error"],
      { cwd: copy, env, encoding: "utf8" },
    );
    if (run.status !== 0) throw new Error(run.stderr);
    const built = hashesIn(folder);
    expect(built.size).toBeGreaterThan(100);
    expect(hashesIn(join(copy, "dist"))).toEqual(built);
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
}, 300_000);

/**
 * Installs the worker of that build, as a browser does.
 *
 * @param served gives the bytes of a file that the worker asks for
 * @returns the paths that the worker holds then
 */
async function install(served: (path: string) => Uint8Array<ArrayBuffer>): Promise<readonly string[]> {
  const held: string[] = [];
  const pathOf = ({ url }: { readonly url: string }) => new URL(url).pathname.slice(1);
  const installing = new Promise<void>((settle) => {
    const scope = {
      addEventListener: (type: string, listen: (event: unknown) => void) => {
        if (type === "install") listen({ waitUntil: settle });
      },
    };
    runInNewContext(readFileSync(join(folder, "serviceWorker.js"), "utf8"), {
      self: scope,
      Response,
      Headers,
      URL,
      TextDecoder,
      crypto,
      Request: class extends Request {
        constructor(path: string) {
          super(new URL(path, "http://localhost/"));
        }
      },
      fetch: (request: Request) =>
        Promise.resolve(new Response(served(pathOf(request) === "" ? "index.html" : pathOf(request)))),
      caches: {
        open: () => Promise.resolve({ put: async (request: Request) => void held.push(pathOf(request)) }),
      },
    });
  });
  await installing;
  return held.toSorted();
}

/** Packages are many and large, and are only read: where the disk allows it, they get a second name. */
function copyTree(from: string, to: string): void {
  if (!statSync(from).isDirectory()) return copyFileSync(from, to);
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyTree(source, target);
    else if (!entry.isFile()) continue;
    else if (source.startsWith(join(root, dependencies))) linkOrCopy(source, target);
    else copyFileSync(source, target);
  }
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** @returns the SHA-256 of every file that the build wrote to a folder, by its path */
function hashesIn(built: string): ReadonlyMap<string, string> {
  return new Map(
    filesIn(built)
      .filter((path) => path !== left)
      .map((path) => [path, sha256(readFileSync(join(built, path)))]),
  );
}

function filesIn(built: string): readonly string[] {
  return readdirSync(built, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(built, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .toSorted();
}

/** @returns a port that nobody had a moment ago */
function freePort(): Promise<number> {
  return new Promise((settle) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => settle(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** @returns the address that the server prints once it serves */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((settle, fail) => {
    let printed = "";
    const read = (text: unknown) => {
      printed += String(text);
      // oxlint-disable-next-line no-control-regex -- The colours are in between.
      const found = /https?:\/\/localhost:\d+\//u.exec(printed.replaceAll(/\u001B\[\d+m/gu, ""));
      if (found) settle(found[0]);
    };
    server.stdout?.on("data", read);
    server.stderr?.on("data", read);
    server.once("exit", () => fail(new Error(printed)));
  });
}
