import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import type { BrowserContext, BrowserType, LaunchOptions } from "@playwright/test";

/** A browser of the test's own on a profile that outlives it. */
export interface OwnBrowser {
  readonly context: BrowserContext;
  /** Ends every process of it at once, as a crash or a full memory does; nothing in it gets to run. */
  readonly kill: () => Promise<void>;
  /** Holds every process of it where it stands, or lets it go on. */
  readonly freeze: () => void;
  readonly thaw: () => void;
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
  let isGone = false;
  const closed = new Promise<void>((resolve) => {
    context.once("close", () => {
      isGone = true;
      resolve();
    });
  });
  const signalAll = (name: NodeJS.Signals) => {
    if (!isGone) signal(processesOn(profile), name);
  };
  return {
    context,
    freeze: () => signalAll("SIGSTOP"),
    thaw: () => signalAll("SIGCONT"),
    kill: async () => {
      signalAll("SIGKILL");
      await closed;
      await killAllOn(profile);
    },
  };
}

/** @returns a new folder for a profile on the disk: without one, databases are in memory */
export function makeProfile(name: string): string {
  return mkdtempSync(join(tmpdir(), `${name}-`));
}

/** Removes a profile, once nothing runs on it any more that could put files there. */
export async function removeProfile(profile: string): Promise<void> {
  await killAllOn(profile);
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** Ends at once what runs on a profile; also what outlives the browser's first process, or was being started by it then. */
export async function killAllOn(profile: string): Promise<void> {
  if (!canFindProcesses) return;
  for (let left = processesOn(profile); left.length > 0; left = processesOn(profile)) {
    signal(left, "SIGKILL");
    await sleep(20);
  }
}

/** Waits until nothing runs on a profile any more. */
export async function untilNoneOn(profile: string): Promise<void> {
  while (processesOn(profile).length > 0) await sleep(20);
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  /** Its command line, and behind it its environment: either may name the profile. */
  readonly command: string;
}

function processes(): readonly Process[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => {
      try {
        const [, parent] = /^\d+ \(.*\) \S+ (\d+)/su.exec(readFileSync(`/proc/${name}/stat`, "utf8")) ?? [];
        const command = readFileSync(`/proc/${name}/cmdline`, "utf8") + environmentOf(name);
        return parent === undefined ? [] : [{ pid: Number(name), parent: Number(parent), command }];
      } catch {
        // It ended while it was being looked at.
        return [];
      }
    });
}

/** @returns the environment it was started with, where that may be read: some browsers keep theirs from everybody */
function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, "utf8");
  } catch {
    return "";
  }
}

/** @returns those that were started on that profile, and all that descend from them; parents come first */
function processesOn(profile: string): readonly number[] {
  const all = processes();
  const found = new Set(all.filter(({ command }) => command.includes(profile)).map(({ pid }) => pid));
  for (const pid of found) {
    for (const child of all) if (child.parent === pid) found.add(child.pid);
  }
  return [...found];
}

function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // It went with its parent.
    }
  }
}
