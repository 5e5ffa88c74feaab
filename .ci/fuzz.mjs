// Runs every property and the hostile files with new seeds, again and again:
//   node .ci/fuzz.mjs --minutes 10
//   node .ci/fuzz.mjs --seed 123 [part of a test's title]   one round with that seed
// Fails when anything was found. A find is kept when it is mended, so that npm test tries it from then on: best as an
// example of its own beside the property; else its seed under the test's name in tests/keptSeeds.json, or, of a hostile
// file, in tests/state/files/hostileSeeds.json.
import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const REPORT = "test-results/fuzz.json";
const { values, positionals } = parseArgs({
  options: { minutes: { type: "string", default: "10" }, seed: { type: "string" } },
  allowPositionals: true,
});
const minutes = Number(values.minutes);
const wantedSeed = values.seed === undefined ? null : Number(values.seed);
if (!(minutes > 0)) stop(`--minutes takes a number above 0, not ${values.minutes}.`);
if (wantedSeed !== null && !(Number.isInteger(wantedSeed) && wantedSeed >= 0 && wantedSeed < 2 ** 31)) {
  stop(`--seed takes a whole number from 0 to ${2 ** 31 - 1}, not ${values.seed}.`);
}

const files = readdirSync("tests", { recursive: true, encoding: "utf8" })
  .map((path) => join("tests", path).replaceAll("\\", "/"))
  .filter((path) => /\.test\.tsx?$/u.test(path) && drawsByChance(readFileSync(path, "utf8")));

const found = new Map();
// One round where a seed is named.
const until = wantedSeed === null ? Date.now() + minutes * 60_000 : 0;
let rounds = 0;
do {
  const seed = wantedSeed ?? randomInt(2 ** 31);
  const failures = runRound(seed);
  rounds++;
  for (const failure of failures) if (!found.has(failure.test)) report(seed, failure);
  console.log(`Round ${rounds}, seed ${seed}: ${failures.length} found.`);
} while (Date.now() < until);

console.log(`\n${rounds} rounds of ${files.length} files, ${found.size} found.`);
for (const [test, seed] of found) console.log(`  ${seed}  ${test}`);
if (found.size > 0) console.log("How a find is kept stands at the top of .ci/fuzz.mjs.");
process.exitCode = found.size > 0 ? 1 : 0;

function drawsByChance(text) {
  return /from "fast-check"|expectNoHarm/u.test(text);
}

/** One run of all of them. Returns what failed, each with its test and what is known of it. */
function runRound(seed) {
  rmSync(REPORT, { force: true });
  const command = ["run", "--reporter=json", `--outputFile=${REPORT}`, ...files];
  if (positionals.length > 0)
    command.push("-t", positionals.join(" ").replaceAll(/[$()*+.?[\\\]^{|}]/gu, "\\$&"));
  const { stdout, stderr } = spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", ...command], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    env: { ...process.env, TEST_SEED: String(seed) },
  });
  if (!existsSync(REPORT)) stop(`The tests did not run:\n${stdout}${stderr}`);
  return JSON.parse(readFileSync(REPORT, "utf8")).testResults.flatMap(
    ({ name, message, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === "failed");
      const file = name.replaceAll("\\", "/").replace(/^.*\/(?=tests\/)/u, "");
      // A file that does not load has no tests.
      if (assertionResults.length === 0) return [{ test: file, title: "", message }];
      return failed.map(({ ancestorTitles, title, failureMessages }) => ({
        test: [file, ...ancestorTitles, title].join(" > "),
        title,
        message: failureMessages.join("\n"),
      }));
    },
  );
}

function report(seed, { test, title, message }) {
  found.set(test, seed);
  // The counterexample and where it went wrong; below it stands the way through the test runner.
  const lines = message.split("\n").filter((line) => !/node_modules|^\s*at .*node:/u.test(line));
  console.log(`\nFOUND with seed ${seed}: ${test}\n${lines.slice(0, 60).join("\n").slice(0, 8000)}`);
  console.log(`Again: npm run fuzz -- --seed ${seed} ${JSON.stringify(title)}\n`);
}

function stop(sentence) {
  console.error(sentence);
  process.exit(2);
}
