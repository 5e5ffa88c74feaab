// @vitest-environment node
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import {
  existsSync,
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
import { afterAll, beforeAll, expect, test } from "vitest";
import { LICENCES_FILE } from "../../.ci/licences.ts";
import { ADDRESS_FILE } from "../../src/domain/panels/linkAddress.ts";

const root = resolve(import.meta.dirname, "../..");
const vite = join(root, "node_modules/.bin/vite");
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

test("the worker holds every file of that build, and nothing that lay there before", () => {
  const worker = readFileSync(join(folder, "serviceWorker.js"), "utf8");
  // A list of texts, or one text that is taken apart.
  const texts = Array.from(worker.matchAll(/["'`](\.\/[^"'`]*)["'`]/gu), ([, text]) => text ?? "");
  const held = new Set(texts.flatMap((text) => text.split(",")).map((path) => path.slice(2)));
  const built = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((path) => !path.startsWith(".vite/"));
  // "./" is the page.
  const notHeld = new Set(["index.html", "serviceWorker.js", ADDRESS_FILE, LICENCES_FILE, left]);
  expect(held.size).toBeGreaterThan(50);
  expect([...held].toSorted()).toEqual(["", ...built.filter((path) => !notHeld.has(path))].toSorted());
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
