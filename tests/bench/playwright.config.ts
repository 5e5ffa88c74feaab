import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";

const root = fileURLToPath(new URL("../..", import.meta.url));

export default defineConfig({
  testDir: `${root}/tests/bench`,
  testMatch: "*.spec.ts",
  outputDir: `${root}/test-results/bench`,
  reporter: [["list"], ["./tableReporter.ts", { outputFile: `${root}/test-results/bench.json` }]],
  forbidOnly: true,
  timeout: 120_000,
  workers: 1,
  retries: 0,
});
