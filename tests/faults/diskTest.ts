import { test as base } from "@playwright/test";

import { canFindProcesses, launchOn, makeProfile, removeProfile, type OwnBrowser } from "./browserProcess.ts";

/** Starts browsers with their data on the disk, where it outlives them. They go with the test, and so do their profiles. */
export interface DiskBrowsers {
  /** @returns a new folder for a profile */
  readonly makeProfile: () => string;
  readonly launch: (profile: string) => Promise<OwnBrowser>;
}

/** Tests in browsers that can be killed, and started again on what is left. */
export const test = base.extend<{ readonly disk: DiskBrowsers }>({
  disk: async ({ playwright, browserName, launchOptions, baseURL }, provide, info) => {
    info.skip(
      !canFindProcesses,
      "The browser's processes are found in /proc, which this system has not: none can be killed.",
    );
    const profiles: string[] = [];
    const browsers: OwnBrowser[] = [];
    try {
      await provide({
        makeProfile: () => {
          const profile = makeProfile(browserName);
          profiles.push(profile);
          return profile;
        },
        launch: async (profile) => {
          const browser = await launchOn(profile, playwright[browserName], launchOptions, baseURL);
          browsers.push(browser);
          return browser;
        },
      });
    } finally {
      for (const browser of browsers) await browser.kill();
      for (const profile of profiles) await removeProfile(profile);
    }
  },
});
