import { fileURLToPath } from "node:url";

import { defineConfig } from "@playwright/test";

const root = fileURLToPath(new URL("../..", import.meta.url));
const port = Number(process.env["TEST_PORT"] ?? 27418);
const url = `http://localhost:${port}`;

/** The browser is no concern of the runner: webKit.ts starts it. */
export default defineConfig({
  testDir: `${root}/tests/webkit`,
  outputDir: `${root}/test-results/webkit`,
  reporter: [["list"], ["json", { outputFile: `${root}/test-results/webkit.json` }]],
  forbidOnly: true,
  timeout: 120_000,
  fullyParallel: true,
  // A second try would hide a lost key.
  retries: 0,
  expect: { timeout: 15_000 },
  use: { baseURL: url },
  webServer: {
    command: `npx vite preview --port ${port} --strictPort`,
    cwd: root,
    url,
    reuseExistingServer: false,
  },
});
