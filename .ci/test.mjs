// All checks, in order: node .ci/test.mjs [step ...], for instance node .ci/test.mjs lint types
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const UNIT_REPORT = "test-results/unit.json";
const BROWSER_REPORT = "test-results/browser.json";
const WEBKIT_REPORT = "test-results/webkit.json";

const steps = [
  { name: "format", command: "oxfmt --check" },
  { name: "lint", command: "oxlint --deny-warnings src tests vite.config.ts .ci" },
  { name: "types", command: "tsc --noEmit" },
  { name: "dead-code", command: "knip" },
  {
    name: "unit",
    command: `vitest run --coverage --reporter=default --reporter=json --outputFile.json=${UNIT_REPORT}`,
    report: UNIT_REPORT,
    count: ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) => ({
      passed: numPassedTests,
      failed: numFailedTests,
      skipped: numPendingTests + numTodoTests,
    }),
  },
  { name: "build", command: "vite build" },
  { name: "size", command: "node .ci/size.mjs", needs: "build" },
  {
    name: "browser",
    command: "playwright test --config tests/browser/playwright.config.ts",
    needs: "build",
    report: BROWSER_REPORT,
    count: countInBrowser,
  },
  {
    name: "webkit",
    command: "playwright test --config tests/webkit/playwright.config.ts --grep-invert @faults",
    needs: "build",
    report: WEBKIT_REPORT,
    count: countInBrowser,
  },
];

const env = { ...process.env, PATH: `${process.cwd()}/node_modules/.bin${delimiter}${process.env.PATH}` };
// Playwright sets FORCE_COLOR for what it starts, and Node warns each time that it contradicts this one.
delete env.NO_COLOR;

const named = process.argv.slice(2);
const unknown = named.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no step ${unknown.join(", ")}. The steps are: ${steps.map(({ name }) => name).join(", ")}.`,
  );
  process.exit(2);
}

const total = { passed: 0, failed: 0, skipped: 0 };
const failedSteps = new Set();
for (const step of steps) {
  if (named.length > 0 && !named.includes(step.name)) continue;
  const counts = runStep(step);
  if (counts.failed > 0) failedSteps.add(step.name);
  for (const key of Object.keys(total)) total[key] += counts[key];
}

if (failedSteps.size > 0) console.log(`\nFailed: ${[...failedSteps].join(", ")}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;

function countInBrowser({ stats }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  };
}

function runStep({ name, command, needs, report, count }) {
  console.log(`\n== ${name}: ${command}`);
  if (failedSteps.has(needs)) {
    console.log(`Not run, because ${needs} failed.`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  // A report of an earlier run must not be counted.
  if (report) rmSync(report, { force: true });
  const startedAt = performance.now();
  const ok = spawnSync(command, { shell: true, stdio: "inherit", env }).status === 0;
  console.log(
    `== ${name}: ${ok ? "passed" : "FAILED"} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`,
  );

  const counts =
    report && existsSync(report)
      ? count(JSON.parse(readFileSync(report, "utf8")))
      : { passed: ok ? 1 : 0, failed: 0, skipped: 0 };
  // Some failures are no test's: a file that does not load, coverage under its threshold, a server that does not start.
  if (!ok && counts.failed === 0) counts.failed = 1;
  return counts;
}
