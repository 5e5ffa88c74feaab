import { existsSync } from "node:fs";

import type { LaunchOptions } from "@playwright/test";

import executables from "./executables.json" with { type: "json" };

const chromiumPath = executables.chromium.find((path) => existsSync(path));
const windowlessPath = executables.windowless.find((path) => existsSync(path));
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

/** The same without a window, where Debian's is installed: Playwright's own has none either. A test takes half the time. */
export const windowlessLaunch: LaunchOptions = windowlessPath
  ? { ...chromiumLaunch, executablePath: windowlessPath }
  : chromiumLaunch;

/** An installed Firefox, which needs the WebDriver BiDi channel, else Playwright's own. */
export const firefoxLaunch: LaunchOptions = firefoxPath
  ? { channel: "moz-firefox", executablePath: firefoxPath }
  : {};
