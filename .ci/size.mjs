// Fails when the JavaScript that must load before the first screen works is over its budget, or planning loads what only a
// call needs.
// node .ci/size.mjs [--limit-kb 125]; sizes are gzip -9, 1 kB is 1000 bytes.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

/** The chunk of the first screen, as vite.config.ts names it. */
const FIRST_SCREEN = "first";

const { values } = parseArgs({ options: { "limit-kb": { type: "string", default: "125" } } });
const limitKb = Number(values["limit-kb"]);

if (!existsSync("dist/.vite/manifest.json"))
  stop("There is no dist/.vite/manifest.json: run vite build first.");

const manifest = JSON.parse(readFileSync("dist/.vite/manifest.json", "utf8"));
const page = readFileSync("dist/index.html", "utf8");
const files = new Set();
const asked = [
  ...page.matchAll(/<(?:script[^>]* src|link rel="modulepreload"[^>]* href)="\.\/(assets\/[^"]+)"/gu),
].map(([, file]) => file);
if (asked.length === 0) stop("The page asks for no script: see what it asks for in .ci/size.mjs.");
for (const file of asked) {
  const key = Object.keys(manifest).find((one) => manifest[one].file === file);
  if (key === undefined) files.add(file);
  else addWithImports(key);
}
const planning = /data-plan="([^"]*)"/u.exec(page)?.[1];
if (planning === undefined || planning.includes("assets/session-"))
  stop("Planning loads what a call is written with: see the groups in vite.config.ts.");
const first = Object.keys(manifest).find(
  (key) => manifest[key].name === FIRST_SCREEN && manifest[key].file.endsWith(".js"),
);
// It would drop out of the sum unseen.
if (first === undefined)
  stop(`There is no chunk "${FIRST_SCREEN}": name that of the first screen in .ci/size.mjs.`);
addWithImports(first);

const kBOf = (text) => gzipSync(text, { level: 9 }).length / 1000;
const sizes = [...files].map((file) => ({ file, kB: kBOf(readFileSync(`dist/${file}`)) }));
const inPage = /<script(?![^>]* src=)[^>]*>([^<]+)<\/script>/u.exec(page)?.[1];
if (inPage === undefined) stop("There is no script in the page itself: leave it out in .ci/size.mjs.");
sizes.push({ file: "in the page itself", kB: kBOf(inPage) });
const totalKb = sizes.reduce((sum, { kB }) => sum + kB, 0);
for (const { file, kB } of sizes.toSorted((a, b) => b.kB - a.kB)) printRow(file, kB);
printRow("before the first screen works", totalKb);
printRow("limit", limitKb);
if (!(totalKb <= limitKb)) stop(`Over the limit by ${(totalKb - limitKb).toFixed(1)} kB.`);

function addWithImports(key) {
  const chunk = manifest[key];
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const imported of chunk.imports ?? []) addWithImports(imported);
}

function printRow(name, kB) {
  console.log(`${name.padEnd(44)}${kB.toFixed(1).padStart(8)} kB`);
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
