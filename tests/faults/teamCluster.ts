import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

import { expect } from "@playwright/test";

import { startTeamServer, teamPort, type RunningTeamServer } from "../browser/teamServer.ts";

/** Three servers that stand in for each other, each of which can be hit alone. */
export interface TeamCluster extends RunningTeamServer {
  /** @returns the server that the one connected browser is connected with */
  readonly connectedServer: () => Promise<ClusterServer>;
  /** Waits for it. @returns the server that says itself that it decides for the panel's stream: without one nothing is stored */
  readonly leaderOf: (panelId: string) => Promise<ClusterServer>;
  /** @returns what each of the three says of the panel's stream; null of one that is down, or knows none */
  readonly streamsOf: (panelId: string) => Promise<readonly (Stream | null)[]>;
  /** @returns how many messages of the panel they hold, each stored once */
  readonly messagesOf: (panelId: string) => Promise<number>;
  /**
   * Waits until each of the three holds all that the others hold. One that stays behind for a minute is started again, as
   * whoever runs it would: after a kill that happens.
   *
   * @returns the names of those
   */
  readonly whole: (panelId: string) => Promise<readonly string[]>;
  readonly servers: readonly ClusterServer[];
  /** @returns on how many processors at once each of them works */
  readonly processors: () => Promise<readonly (number | undefined)[]>;
}

export interface ClusterServer {
  readonly name: string;
  /** It is another one after each start. */
  readonly pid: () => number;
  readonly signal: (name: NodeJS.Signals) => void;
  /** Takes everything that it has stored from it, once it was killed. */
  readonly wipe: () => void;
}

interface Stream {
  readonly name: string;
  readonly state: { readonly messages: number };
  /** Of a server that has just started and knows nothing yet it says that it decides, and names no others. */
  readonly cluster: { readonly leader?: string; readonly replicas?: readonly object[] };
}

const NUMBERS = [1, 2, 3] as const;
const [BEHIND_MS, MOST_RESTARTS] = [60_000, 2];

/**
 * @param address of the app
 * @param folder what they store; a new one where it is left out
 */
export async function startTeamCluster(address: string | undefined, folder?: string): Promise<TeamCluster> {
  const running = await startTeamServer(address, { servers: 3, ...(folder !== undefined && { folder }) });
  const servers = NUMBERS.map((number): ClusterServer => {
    const pidFile = join(running.folder, `server-${number}`, "server.pid");
    const pid = () => Number(readFileSync(pidFile, "utf8"));
    return {
      name: `panels-${number}`,
      pid,
      signal: (name) => void process.kill(pid(), name),
      wipe: () =>
        rmSync(join(running.folder, `server-${number}`, "store"), { recursive: true, maxRetries: 5 }),
    };
  });
  const ask = async <T>(number: number, path: string): Promise<T | null> => {
    try {
      const response = await fetch(`http://127.0.0.1:${teamPort + 4 * number}/${path}`, {
        signal: AbortSignal.timeout(2000),
      });
      return (await response.json()) as T;
    } catch {
      // It is down, or held.
      return null;
    }
  };
  const streamAt = async (number: number, panelId: string): Promise<Stream | undefined> => {
    const told = await ask<{
      readonly account_details?: readonly { readonly stream_detail?: readonly Stream[] }[];
    }>(number, "jsz?accounts=true&streams=true");
    return told?.account_details
      ?.flatMap(({ stream_detail = [] }) => stream_detail)
      .find(({ name }) => name === panelId);
  };
  const untilFound = async <T>(find: () => Promise<T | undefined>): Promise<T> => {
    let found: T | undefined;
    const isFound = async () => (found = await find()) !== undefined;
    await expect.poll(isFound, { timeout: 60_000, intervals: [50] }).toBe(true);
    return found!;
  };
  const streamsOf = (panelId: string) =>
    Promise.all(NUMBERS.map(async (number) => (await streamAt(number, panelId)) ?? null));
  const messagesAt = async (panelId: string) =>
    (await streamsOf(panelId)).map((stream) => stream?.state.messages ?? -1);
  const areEqual = (counts: readonly number[]) => counts.every((count) => count >= 0 && count === counts[0]);
  /** How many each holds: as soon as that is the same, or after a minute. */
  const settledCounts = async (panelId: string) => {
    const until = Date.now() + BEHIND_MS;
    let counts = await messagesAt(panelId);
    while (!areEqual(counts) && Date.now() < until) {
      await setTimeout(500);
      counts = await messagesAt(panelId);
    }
    return counts;
  };
  return {
    ...running,
    servers,
    connectedServer: () =>
      untilFound(async () => {
        const told = await Promise.all(
          NUMBERS.map((number) => ask<{ readonly num_connections: number }>(number, "connz")),
        );
        return servers.find((_server, at) => (told[at]?.num_connections ?? 0) > 0);
      }),
    leaderOf: (panelId) =>
      untilFound(async () => {
        const streams = await streamsOf(panelId);
        return servers.find(({ name }, at) => {
          const { leader, replicas } = streams[at]?.cluster ?? {};
          return leader === name && replicas !== undefined;
        });
      }),
    processors: () =>
      Promise.all(
        NUMBERS.map(
          async (number) => (await ask<{ readonly gomaxprocs: number }>(number, "varz"))?.gomaxprocs,
        ),
      ),
    streamsOf,
    messagesOf: async (panelId) => Math.max(...(await messagesAt(panelId))),
    whole: async (panelId) => {
      const restarted: string[] = [];
      for (;;) {
        const counts = await settledCounts(panelId);
        if (areEqual(counts)) return restarted;
        if (restarted.length === MOST_RESTARTS) throw new Error(`They hold ${counts.join(", ")} messages.`);
        const behind = servers[counts.indexOf(Math.min(...counts))]!;
        restarted.push(behind.name);
        behind.signal("SIGTERM");
      }
    },
  };
}
