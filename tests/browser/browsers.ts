import { existsSync } from "node:fs";

import type { LaunchOptions } from "@playwright/test";

import executables from "./executables.json" with { type: "json" };

const chromiumPath = executables.chromium.find((path) => existsSync(path));
const firefoxPath = executables.firefox.find((path) => existsSync(path));

/** An installed Chromium or Chrome, else Playwright's own. */
export const chromiumLaunch: LaunchOptions = {
  ...(chromiumPath && { executablePath: chromiumPath }),
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

/** An installed Firefox, which needs the WebDriver BiDi channel, else Playwright's own. */
export const firefoxLaunch: LaunchOptions = firefoxPath
  ? { channel: "moz-firefox", executablePath: firefoxPath }
  : {};
