// The checks, in order. With --faults instead what takes long: the repeated kills, bursts and power cuts, and all
// hostile files; with --all both, of these a third of the rounds, and the branches that tests reach.
// Or steps by name: node .ci/test.mjs [step ...], for instance lint types
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { delimiter } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const { values, positionals: named } = parseArgs({
  options: { faults: { type: "boolean" }, all: { type: "boolean" } },
  allowPositionals: true,
});

const rounds = { TEST_AMOUNT: values.all ? "third" : "all" };
const build = { name: "build", command: "vite build" };
const checks = [
  { name: "format", command: "oxfmt --check" },
  { name: "lint", command: "oxlint --deny-warnings src tests vite.config.ts .ci" },
  { name: "types", command: "tsc --noEmit" },
  { name: "dead-code", command: "knip" },
  // To tell which branches were gone takes a third more time.
  unitStep("unit", values.all ? "--coverage" : ""),
  build,
  { name: "size", command: "node .ci/size.mjs", needs: "build" },
  browserStep(
    "browser",
    "browser",
    "--project chromium --project phone --project tablet --project float --project firefox --project leaving --workers 3",
  ),
  browserStep("webkit", "webkit", "--workers 2 --grep-invert @long"),
];
const faults = [
  build,
  unitStep(
    "amounts",
    "tests/state/session/crashes.test.ts tests/state/hostile tests/state/panels tests/interchange/guideText/guideText.test.ts tests/interchange/guideText/corpus tests/interchange/formats/backupFile.test.ts",
    rounds,
  ),
  browserStep(
    "long",
    "browser",
    "--project long --project long-float --project long-firefox --project hostile --project bursts --project bursts-sqlite --project bursts-firefox --workers 3",
    rounds,
  ),
  // They measure and kill: little may run beside them.
  browserStep(
    "faults",
    "browser",
    "--project waits --project faults --project faults-team --project faults-sqlite --project faults-firefox --workers 3",
    rounds,
  ),
  browserStep(
    "faults-webkit",
    "webkit",
    "leaving.spec.ts kill.spec.ts restore.spec.ts twoTabs.spec.ts unopened.spec.ts --workers 2",
    rounds,
  ),
];

const env = { ...process.env, PATH: `${process.cwd()}/node_modules/.bin${delimiter}${process.env.PATH}` };
// Playwright sets FORCE_COLOR for what it starts, and Node warns each time that it contradicts this one.
delete env.NO_COLOR;

const both = [...new Set([...checks, ...faults])];
const unknown = named.filter((name) => !both.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no step ${unknown.join(", ")}. The steps are: ${both.map(({ name }) => name).join(", ")}.`,
  );
  process.exit(2);
}
let steps = checks;
if (values.faults) steps = faults;
if (values.all) steps = both;
if (named.length > 0) steps = both.filter(({ name }) => named.includes(name));

const total = { passed: 0, failed: 0, skipped: 0 };
const failedSteps = new Set();
const failures = [];
for (const step of steps) {
  const { failedTests = [], ...counts } = await runStep(step);
  if (counts.failed > 0) failedSteps.add(step.name);
  failures.push(...failedTests.map((failure) => ({ step: step.name, ...failure })));
  for (const key of Object.keys(total)) total[key] += counts[key];
}

// At the end once more: of a long log often only the end is kept.
for (const { step, title, error } of failures) console.log(`\n${step}: ${title}\n${error}`);
if (failedSteps.size > 0) console.log(`\nFailed: ${[...failedSteps].join(", ")}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;

function unitStep(name, rest, environment) {
  const report = "test-results/unit.json";
  return {
    name,
    command: `vitest run --reporter=default --reporter=json --outputFile.json=${report} ${rest}`,
    environment,
    report,
    count: ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) => ({
      passed: numPassedTests,
      failed: numFailedTests,
      skipped: numPendingTests + numTodoTests,
      failedTests: testResults
        .flatMap(({ assertionResults }) => assertionResults)
        .filter(({ status }) => status === "failed")
        .map(({ fullName, failureMessages }) => ({ title: fullName, error: beginOf(failureMessages[0]) })),
    }),
  };
}

/** @param folder the one in tests that has the configuration, and gives its name to the report */
function browserStep(name, folder, rest, environment) {
  return {
    name,
    command: `playwright test --config tests/${folder}/playwright.config.ts ${rest}`,
    environment,
    needs: "build",
    report: `test-results/${folder}.json`,
    count: ({ stats, suites, errors }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      skipped: stats.skipped,
      failedTests: [
        ...suites
          .flatMap(specsOf)
          .filter(({ ok }) => !ok)
          .map(({ title, file, tests }) => ({ title: `${file}: ${title}`, error: whyFailed(tests) })),
        ...errors.map(({ message }) => ({ title: "not part of a test", error: beginOf(message) })),
      ],
    }),
  };
}

/** @returns why the first try that failed did, and what was on its page then */
function whyFailed(tests) {
  const tries = tests.flatMap(({ results }) => results);
  const [error] = tries.flatMap(({ errors }) => errors);
  const context = tries
    .flatMap(({ attachments }) => attachments)
    .find(({ name }) => name === "error-context");
  const text = context?.path && existsSync(context.path) ? readFileSync(context.path, "utf8") : "";
  const [, page = ""] = /^```yaml\n(.*?)^```$/msu.exec(text) ?? [];
  return `${beginOf(error?.message)}\n${beginOf(page, 60)}`;
}

function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

function beginOf(message = "No error was reported.", lines = 12) {
  return message.split("\n").slice(0, lines).join("\n");
}

async function runStep({ name, command, environment, needs, report, count }) {
  console.log(`\n== ${name}: ${command}`);
  if (failedSteps.has(needs)) {
    console.log(`Not run, because ${needs} failed.`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  // A report of an earlier run must not be counted.
  if (report) rmSync(report, { force: true });
  const startedAt = performance.now();
  const { ended, said } = await run(command, { ...env, ...environment });
  const ok = ended === 0;
  console.log(
    `== ${name}: ${ok ? "passed" : "FAILED"} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`,
  );

  const counts =
    report && existsSync(report)
      ? count(JSON.parse(readFileSync(report, "utf8")))
      : { passed: ok ? 1 : 0, failed: 0, skipped: 0 };
  if (ok || counts.failed > 0) return counts;
  // Some failures are no test's: a file that does not load, coverage under its threshold, a server that does not start.
  const { failedTests = [] } = counts;
  const error = `It ended with ${ended}, and what it said last was:\n${said}`;
  return { ...counts, failed: 1, failedTests: [...failedTests, { title: "not part of a test", error }] };
}

/** @returns the exit code, or the signal that ended it, and the last it wrote as errors */
async function run(command, environment) {
  const child = spawn(command, { shell: true, stdio: ["inherit", "inherit", "pipe"], env: environment });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    process.stderr.write(text);
    said = (said + text).slice(-2000);
  });
  const closed = once(child, "close");
  const [code, signal] = await once(child, "exit");
  // What it left running may hold its output open.
  await Promise.race([closed, setTimeout(1000, undefined, { ref: false })]);
  child.stderr.destroy();
  return { ended: code ?? signal, said };
}
