import { readdirSync, readFileSync } from "node:fs";

import type { BrowserContext, BrowserType, LaunchOptions } from "@playwright/test";

/** A browser of the test's own on a profile that outlives it. */
export interface OwnBrowser {
  readonly context: BrowserContext;
  /** Ends every process of it at once, as a crash or a full memory does; nothing in it gets to run. */
  readonly kill: () => Promise<void>;
  /** Holds every process of it where it stands. */
  readonly freeze: () => void;
}

/** Processes can be found by their command line there. */
export const canFindProcesses = process.platform === "linux";

export async function launchOn(
  profile: string,
  browserType: BrowserType,
  launchOptions: LaunchOptions,
  baseURL: string | undefined,
): Promise<OwnBrowser> {
  const context = await browserType.launchPersistentContext(profile, {
    ...launchOptions,
    ...(baseURL !== undefined && { baseURL }),
  });
  const root = processOn(profile);
  let isGone = false;
  const closed = new Promise<void>((resolve) => {
    context.once("close", () => {
      isGone = true;
      resolve();
    });
  });
  const signal = (name: NodeJS.Signals) => {
    if (isGone) return;
    for (const pid of treeOf(root)) trySignal(pid, name);
  };
  return {
    context,
    freeze: () => signal("SIGSTOP"),
    kill: () => {
      signal("SIGKILL");
      return closed;
    },
  };
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

function processes(): readonly Process[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => {
      try {
        const [, parent] = /^\d+ \(.*\) \S+ (\d+)/su.exec(readFileSync(`/proc/${name}/stat`, "utf8")) ?? [];
        const command = readFileSync(`/proc/${name}/cmdline`, "utf8");
        return parent === undefined ? [] : [{ pid: Number(name), parent: Number(parent), command }];
      } catch {
        // It ended while it was being looked at.
        return [];
      }
    });
}

/** @returns the process that was started on that profile: the one whose parent was not */
function processOn(profile: string): number {
  const started = processes().filter(({ command }) => command.includes(profile));
  const root = started.find(({ parent }) => !started.some(({ pid }) => pid === parent));
  if (!root) throw new Error(`No browser runs on ${profile}.`);
  return root.pid;
}

/** @returns the process and all that descend from it, itself first */
function treeOf(root: number): readonly number[] {
  const all = processes();
  const tree = [root];
  for (const pid of tree) {
    for (const child of all) if (child.parent === pid) tree.push(child.pid);
  }
  return tree;
}

function trySignal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It went with its parent.
  }
}
