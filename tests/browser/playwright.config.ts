import { fileURLToPath } from "node:url";

import { defineConfig, type PlaywrightTestOptions, type PlaywrightWorkerOptions } from "@playwright/test";

import { chromiumLaunch, firefoxLaunch, windowlessLaunch } from "./browsers.ts";

type Use = Partial<PlaywrightTestOptions & PlaywrightWorkerOptions>;

const root = fileURLToPath(new URL("../..", import.meta.url));
// Not the app's own port, so that one that is in use stays untouched, and several checkouts are tested side by side.
const port = Number(process.env["TEST_PORT"] ?? 27417);
const url = `http://localhost:${port}`;

const desktop = { width: 1280, height: 800 };
const chromium: Use = { browserName: "chromium", launchOptions: chromiumLaunch, viewport: desktop };
/** What new profiles of Chrome keep IndexedDB in, and Debian's Chromium not yet. */
const sqlite: Use = {
  ...chromium,
  launchOptions: {
    ...chromiumLaunch,
    args: [...(chromiumLaunch.args ?? []), "--enable-features=IdbSqliteBackingStore"],
  },
};
// Every test would put all files of the app into a cache of its own; those that are about that allow it.
const withoutCopy: Use = { serviceWorkers: "block" };
const quick: Use = { ...chromium, ...withoutCopy, launchOptions: windowlessLaunch };
const firefox: Use = { browserName: "firefox", launchOptions: firefoxLaunch, viewport: desktop };
const phone: Use = { ...quick, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const tablet: Use = { ...quick, viewport: { width: 820, height: 1180 }, hasTouch: true, isMobile: true };
/** Each window has the size that it was opened with, on a screen that has room for two. */
const ownSizes: Use = {
  ...chromium,
  viewport: null,
  launchOptions: {
    ...chromiumLaunch,
    args: [...(chromiumLaunch.args ?? []), "--screen-info={1680x1050}"],
  },
};

const onPhone = "**/*.phone.spec.ts";
/** The window over all others is no part of the Chromium that has no windows. */
const inWindow = "**/*.float.spec.ts";
const onTablet = "**/*.tablet.spec.ts";
const hostile = "**/hostileFiles.spec.ts";
/**
 * Takes long, and is run with the faults: an hour of interview, the work against guessing a passphrase, what goes
 * through all screens, fields or ids, and what few people do and none in a call.
 */
const long = /@long/u;
/** What every engine is asked each time. The rest of Firefox comes with the faults. */
const engineFirst = "**/interview.spec.ts";

/** Several that start at the same moment on a busy machine may never answer their driver. */
const oneFirefox = 1;

const onDesk = { testDir: `${root}/tests/browser`, testIgnore: [onPhone, onTablet, inWindow] };
const floating = {
  testDir: `${root}/tests/browser`,
  testMatch: inWindow,
  use: { ...ownSizes, ...withoutCopy },
};

/** Keys typed as a page goes. Nothing is measured of these, so that others may run beside them. */
const typing = /typing goes on/u;
const bursts = { testDir: `${root}/tests/faults`, testMatch: "leaving.spec.ts", grep: typing };
const alone = { testDir: `${root}/tests/faults`, grepInvert: typing };
const team = "team*.spec.ts";
/** A quarter of an hour in which next to nothing is done, so that the others need not wait for it. */
const waits = "longWaits.spec.ts";

export default defineConfig({
  testDir: root,
  outputDir: `${root}/test-results/browser`,
  reporter: [["list"], ["json", { outputFile: `${root}/test-results/browser.json` }]],
  forbidOnly: true,
  fullyParallel: true,
  // Most of a test is waiting: three keep two cores busy.
  workers: 3,
  // A second try would hide a lost note.
  retries: 0,
  // For what hangs; a machine may be busy.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: { baseURL: url, trace: "off", screenshot: "only-on-failure" },
  webServer: {
    command: `npx vite preview --port ${port}`,
    // Where the tests of teams start one.
    env: { TEAM_SERVER: `ws://127.0.0.1:${port + 100}` },
    cwd: root,
    url,
    reuseExistingServer: false,
  },
  projects: [
    {
      name: "chromium",
      ...onDesk,
      testIgnore: [...onDesk.testIgnore, hostile],
      grepInvert: long,
      use: quick,
    },
    {
      name: "float",
      ...floating,
      grepInvert: long,
    },
    { name: "tablet", testDir: `${root}/tests/browser`, testMatch: onTablet, use: tablet },
    { name: "phone", testDir: `${root}/tests/browser`, testMatch: onPhone, use: phone },
    {
      name: "firefox",
      ...onDesk,
      testMatch: engineFirst,
      grep: /@firefox/,
      workers: oneFirefox,
      use: { ...firefox, ...withoutCopy },
    },
    // A few rounds of the first promise: no key is lost when a page goes.
    { name: "leaving", ...bursts, grepInvert: long, use: chromium },
    // What follows takes long, and is run with the faults.
    { name: "long", ...onDesk, grep: long, use: quick },
    { name: "long-float", ...floating, grep: long },
    {
      name: "long-firefox",
      ...onDesk,
      testIgnore: [...onDesk.testIgnore, engineFirst],
      grep: /@firefox/,
      workers: oneFirefox,
      use: { ...firefox, ...withoutCopy },
    },
    { name: "hostile", testDir: `${root}/tests/browser`, testMatch: hostile, use: chromium },
    { name: "bursts", ...bursts, use: chromium },
    { name: "bursts-sqlite", ...bursts, use: sqlite },
    { name: "bursts-firefox", ...bursts, workers: oneFirefox, use: firefox },
    // They measure and kill: of each kind of browser one at a time.
    { name: "waits", ...alone, testMatch: waits, workers: 1, use: chromium },
    { name: "faults", ...alone, testIgnore: [team, waits], workers: 1, use: chromium },
    { name: "faults-team", ...alone, testMatch: team, workers: 1, use: chromium },
    { name: "faults-sqlite", ...alone, workers: 1, grep: /@sqlite/, use: sqlite },
    { name: "faults-firefox", ...alone, workers: 1, grep: /@firefox/, use: firefox },
  ],
});
