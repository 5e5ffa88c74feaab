import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

import { expect, test as base } from "@playwright/test";

import {
  canFindProcesses,
  killAllOn,
  makeProfile,
  removeProfile,
  untilNoneOn,
} from "../faults/browserProcess.ts";
import type { ChosenFile } from "../faults/filling.ts";
import { endProcess, findMiniBrowser, startDisplay } from "./debianWebKit.ts";
import { startProbeServer, type Probe } from "./probe.ts";
import type { WebKitView } from "./webKitPage.ts";

/** How long the browser may take to start and to load its first page. */
const STARTED_MS = 60_000;

/** The app in WebKit without a driver. */
export interface DiskTab extends WebKitView {
  /** Loads the address as `goto` does, once a function has been run in the page before anything of its own. */
  readonly gotoAfter: <Argument>(
    address: string,
    run: (argument: Argument) => void,
    argument: Argument,
  ) => Promise<void>;
  /** Chooses files in a file field once it is there. */
  readonly choose: (selector: string, files: readonly ChosenFile[]) => Promise<void>;
  /** @returns the next text that begins so of those written to the console by functions that are run in the page */
  readonly said: (start: string) => Promise<string>;
}

/** One that was started on a profile. */
export interface DiskBrowser {
  readonly tab: DiskTab;
  /** Ends every process of it at once, as a crash or a full memory does; nothing in it gets to run. */
  readonly kill: () => Promise<void>;
  /** Asks it to end, and waits until it has: it may write what it has not written yet. */
  readonly close: () => Promise<void>;
}

/** Starts browsers on a display and with the app at an address that stay the same. */
export interface DiskWebKit {
  /** @returns a new folder for a profile, which goes with the test */
  readonly makeProfile: () => string;
  /** @param options of the browser's own */
  readonly launch: (profile: string, options?: readonly string[]) => Promise<DiskBrowser>;
}

/** Switches on what Safari gives each page, and WebKitGTK none: files of its own. */
export const WITH_OWN_FILES =
  "--features=+StorageAPI,+FileSystem,+FileSystemWritableStream,+FileSystemHandleSerialization,+AccessHandle";

const NONE = "Debian’s WebKit is not on this device, or its processes can’t be found: none can be killed.";

/**
 * Tests in WebKitGTK's small browser with its data on the disk, as it keeps it where no driver has started it: so it can
 * be killed, and started again on what is left. It needs no option for that but folders of its own.
 */
export const test = base.extend<{ readonly disk: DiskWebKit }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright takes the first argument apart, also where nothing of it is wanted.
  disk: async ({}, provide, info) => {
    const miniBrowser = findMiniBrowser();
    if (miniBrowser === null || !canFindProcesses) {
      process.stdout.write(`    ${NONE}\n`);
      info.skip(true, NONE);
      return;
    }
    const profiles: string[] = [];
    const display = await startDisplay();
    const server = await startProbeServer();
    try {
      await provide({
        makeProfile: () => {
          const profile = makeProfile("webkit");
          profiles.push(profile);
          return profile;
        },
        launch: (profile, options = []) =>
          launchOn(profile, [miniBrowser, ...options], display.name, server.open()),
      });
    } finally {
      for (const profile of profiles) await removeProfile(profile);
      await endProcess(display.process);
      await server.end();
    }
  },
});

async function launchOn(
  profile: string,
  [miniBrowser, ...options]: readonly [string, ...string[]],
  display: string,
  probe: Probe,
): Promise<DiskBrowser> {
  const folders = Object.fromEntries(
    ["DATA", "CACHE", "CONFIG", "STATE"].map((name) => [
      `XDG_${name}_HOME`,
      join(profile, name.toLowerCase()),
    ]),
  );
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
  const browser = spawn(miniBrowser, [...options, probe.url], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ...folders, DISPLAY: display, HOME: profile },
  });
  let said = "";
  browser.stderr.setEncoding("utf8").on("data", (text: string) => {
    said = (said + text).slice(-1000);
  });
  const exited = once(browser, "exit").then(() => probe.end("The browser is gone."));
  const kill = async () => {
    await killAllOn(profile);
    await exited;
  };
  const first = await Promise.race([
    probe.ready.then(() => "ready"),
    exited.then(() => "ended"),
    setTimeout(STARTED_MS, "silent", { ref: false }),
  ]);
  const close = async () => {
    browser.kill();
    await exited;
    await untilNoneOn(profile);
  };
  if (first === "ready") return { tab: tabOf(probe), kill, close };
  await kill();
  throw new Error(`The browser did not start: it ${first === "ended" ? "ended" : "loads no page"}. ${said}`);
}

function tabOf(probe: Probe): DiskTab {
  const evaluate: WebKitView["evaluate"] = async <Argument, Result>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ) => (await probe.ask("evaluate", { source: run.toString(), argument })) as Result;
  return {
    evaluate,
    said: probe.said,
    goto: async (address) => {
      await probe.ask("goto", { address });
    },
    gotoAfter: async (address, run, argument) => {
      await probe.ask("goto", { address, before: { source: run.toString(), argument } });
    },
    click: async (selector) => {
      await expect.poll(() => evaluate(clickOn, selector), selector).toBe(true);
    },
    type: (text) => evaluate(typeKeys, text),
    choose: async (selector, files) => {
      await expect.poll(() => evaluate(chooseFiles, { selector, files }), selector).toBe(true);
    },
  };
}

/** In the page. @returns whether there is such an element that can be clicked */
function clickOn(selector: string): boolean {
  const found = selector.startsWith("//")
    ? document.evaluate(selector, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE, null).singleNodeValue
    : document.querySelector(selector);
  if (!(found instanceof HTMLElement) || found.matches(":disabled")) return false;
  found.focus();
  found.click();
  return true;
}

/** In the page: types in a field as an editing command, which is what a script can do that the browser takes for typing. */
function typeKeys(text: string): void {
  for (const key of text) {
    const target = document.activeElement!;
    const isTaken = !target.dispatchEvent(
      new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, composed: true }),
    );
    // oxlint-disable-next-line typescript/no-deprecated -- nothing else types as a person’s key does.
    if (!isTaken) document.execCommand("insertText", false, key);
  }
}

/** In the page. @returns whether there is such a field */
function chooseFiles({
  selector,
  files,
}: {
  readonly selector: string;
  readonly files: readonly ChosenFile[];
}): boolean {
  const field = document.querySelector<HTMLInputElement>(selector);
  if (!field) return false;
  const chosen = new DataTransfer();
  for (const { name, text } of files) chosen.items.add(new File([text], name, { type: "application/json" }));
  field.files = chosen.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}
