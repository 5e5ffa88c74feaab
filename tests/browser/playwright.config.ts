import { fileURLToPath } from "node:url";

import { defineConfig, type PlaywrightTestOptions, type PlaywrightWorkerOptions } from "@playwright/test";

import { chromiumLaunch, firefoxLaunch } from "./browsers.ts";

type Use = Partial<PlaywrightTestOptions & PlaywrightWorkerOptions>;

const root = fileURLToPath(new URL("../..", import.meta.url));
// Not the app's own port, so that one that is in use stays untouched, and several checkouts are tested side by side.
const port = Number(process.env["TEST_PORT"] ?? 27417);
const url = `http://localhost:${port}`;

const desktop = { width: 1280, height: 800 };
const chromium: Use = { browserName: "chromium", launchOptions: chromiumLaunch, viewport: desktop };
const firefox: Use = { browserName: "firefox", launchOptions: firefoxLaunch, viewport: desktop };
const phone: Use = { ...chromium, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const onPhone = "**/*.phone.spec.ts";

export default defineConfig({
  testDir: root,
  outputDir: `${root}/test-results/browser`,
  reporter: [["list"], ["json", { outputFile: `${root}/test-results/browser.json` }]],
  forbidOnly: true,
  // The fault tests measure and kill: nothing may run beside them, and a second try would hide a lost note.
  workers: 1,
  retries: 0,
  use: { baseURL: url, trace: "off", screenshot: "only-on-failure" },
  webServer: {
    command: `npx vite preview --port ${port}`,
    cwd: root,
    url,
    reuseExistingServer: false,
  },
  projects: [
    { name: "chromium", testDir: `${root}/tests/browser`, testIgnore: onPhone, use: chromium },
    { name: "phone", testDir: `${root}/tests/browser`, testMatch: onPhone, use: phone },
    {
      name: "firefox",
      testDir: `${root}/tests/browser`,
      testIgnore: onPhone,
      grep: /@firefox/,
      use: firefox,
    },
    { name: "faults", testDir: `${root}/tests/faults`, use: chromium },
    { name: "faults-firefox", testDir: `${root}/tests/faults`, grep: /@firefox/, use: firefox },
  ],
});
