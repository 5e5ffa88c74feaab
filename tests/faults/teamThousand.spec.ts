import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test, type Page } from "@playwright/test";
import { build, type Rolldown } from "vite";
import { linkPartToLead } from "../../src/interchange/team/serverIdentity.ts";
import type { connectTeamServer } from "../../src/storage/team/teamServer.ts";
import { mustHaveTeamServer } from "../browser/teamServer.ts";
import { say } from "./liveSession.ts";
import { startTeamCluster, type ClusterServer } from "./teamCluster.ts";

test.skip(!mustHaveTeamServer, "nats-server is not installed here, so no team can be tried.");
test.skip(process.platform !== "linux", "What a program takes is read in /proc, which this system has not.");
test.describe.configure({ timeout: 900_000 });

const PANELS = 1000;
const SEATS = 8;
const CARD_BYTES = 20_000;
const LOOKS = 50;

declare global {
  interface Window {
    connectTeamServer: typeof connectTeamServer;
    transport: Awaited<ReturnType<typeof connectTeamServer>>;
  }
}

/** @returns a page of the app's address with nothing but what speaks with a server, connected as a lead */
async function connected(page: Page, leadPart: string): Promise<void> {
  const entry = fileURLToPath(new URL("teamClient.ts", import.meta.url));
  const built = (await build({
    configFile: false,
    logLevel: "warn",
    build: { write: false, lib: { entry, formats: ["iife"], name: "teamClient" } },
  })) as readonly Rolldown.RolldownOutput[];
  const [{ output }] = built as [Rolldown.RolldownOutput];
  // A file of the app's address that is no app. Evaluated through the debugger: no foreign script is let in.
  await page.goto("/icon.svg");
  await page.evaluate(output[0].code);
  const lead = linkPartToLead(leadPart.replace("#/team/", ""));
  await page.evaluate(async (user) => {
    const address = `${location.origin.replace("http", "ws")}/team`;
    window.transport = await window.connectTeamServer(address, user!, `_I.${user!.name}`);
  }, lead);
}

/** Runs in the page. Makes the panels' streams and puts a card of each seat into each, some at once. */
async function fill([panels, seats, bytes]: readonly [number, number, number]): Promise<void> {
  const { transport } = window;
  const wire = "x".repeat(bytes);
  let next = 0;
  // As the app does: what could not be done now is tried again. Servers that are busy with new streams say no at times.
  const insist = async (act: () => Promise<unknown>) => {
    for (let tries = 1; ; tries++) {
      try {
        await act();
        return;
      } catch (error) {
        if (tries === 50) throw error;
        await new Promise((resolve) => {
          setTimeout(resolve, 500);
        });
      }
    }
  };
  const work = async () => {
    for (let at = next++; at < panels; at = next++) {
      const panel = `panel-${at}`;
      await insist(() => transport.makeStream(panel, `p.${panel}.>`));
      for (let seat = 0; seat < seats; seat++) {
        const subject = `p.${panel}.up.seat-${seat}.card.${seat}`;
        await insist(async () => {
          if (!(await transport.store(subject, wire))) throw new Error(`${subject} was not stored.`);
        });
      }
    }
  };
  await Promise.all([work(), work(), work(), work()]);
}

/** Runs in the page. Reads panels from their beginning. @returns how many messages each has, and how long each took in ms */
async function catchUp([panels, looks]: readonly [number, number]) {
  const found: { readonly count: number; readonly ms: number }[] = [];
  for (let look = 0; look < looks; look++) {
    const panel = `panel-${Math.floor((look * panels) / looks)}`;
    const from = performance.now();
    let count = 0;
    for (let number = 1; ; count++) {
      const message = await window.transport.next(panel, number, `p.${panel}.up.>`);
      if (!message) break;
      number = message.number + 1;
    }
    found.push({ count, ms: performance.now() - from });
  }
  return found;
}

/** @returns what a server holds in memory, MB, and what it has had of a processor, s */
function usageOf({ pid }: ClusterServer): { readonly mb: number; readonly seconds: number } {
  const status = readFileSync(`/proc/${pid()}/status`, "utf8");
  const fields = readFileSync(`/proc/${pid()}/stat`, "utf8").split(") ").at(-1)!.split(" ");
  // utime and stime, in hundredths of a second.
  const ticks = Number(fields[11]) + Number(fields[12]);
  return { mb: Number(/^VmRSS:\s+(\d+)/mu.exec(status)?.[1]) / 1000, seconds: ticks / 100 };
}

const IDLE_MS = 10_000;

test("a thousand panels of eight wait on three servers, and each is read whole", async ({
  page,
  baseURL,
}) => {
  const cluster = await startTeamCluster(baseURL);
  try {
    await connected(page, cluster.leadPart);
    await page.evaluate(fill, [PANELS, SEATS, CARD_BYTES] as const);
    const before = cluster.servers.map(usageOf);
    await page.waitForTimeout(IDLE_MS);
    const after = cluster.servers.map(usageOf);
    const memory = after.map(({ mb }) => Math.round(mb));
    const busy = after.map(({ seconds }, at) =>
      Math.round(((seconds - before[at]!.seconds) * 1000 * 100) / IDLE_MS),
    );
    const looks = await page.evaluate(catchUp, [PANELS, LOOKS] as const);
    expect(new Set(looks.map(({ count }) => count))).toEqual(new Set([SEATS]));
    const sorted = looks.map(({ ms }) => ms).toSorted((a, b) => a - b);
    say(
      `${PANELS} panels of ${SEATS} cards of ${CARD_BYTES / 1000} kB on three servers: they hold ${memory.join(", ")} MB, ` +
        `and waiting takes ${busy.join(", ")} % of a processor each; one panel read from its beginning in ${sorted[LOOKS / 2]!.toFixed(1)} ms ` +
        `in the middle, ${sorted.at(-1)!.toFixed(1)} at most`,
    );
  } finally {
    await cluster.end();
  }
});
