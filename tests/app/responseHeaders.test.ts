import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { responseHeaders } from "../../src/app/responseHeaders.ts";

const policyOf = (path: string) =>
  responseHeaders(path, { style: "s", script: "s" })["content-security-policy"];

test("of all workers two may ask for something, and only the app’s own host", () => {
  const workers = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("Worker.ts"))
    .map((path) => basename(path, ".ts"));
  const pathOf = (name: string) =>
    name === "serviceWorker" ? `/app/${name}.js` : `/app/assets/${name}-Dy6adTE0.js`;
  const connecting = workers.filter((name) => policyOf(pathOf(name))?.includes("connect-src"));
  expect(connecting.toSorted()).toEqual(["serviceWorker", "teamWorker"]);
  for (const name of connecting) expect(policyOf(pathOf(name))).toMatch(/connect-src 'self'(?:;|$)/u);
  expect(workers.length).toBeGreaterThan(connecting.length);
});

test("what is no worker of its own and only sounds like one may ask for nothing", () => {
  for (const path of ["/assets/teamWorker.js", "/assets/anotherteamWorker-1.js", "/teamWorker-1.js/x.js"])
    expect(policyOf(path)).not.toContain("connect-src");
});
