import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { chromiumLaunch } from "../browser/browsers.ts";
import { submitInWrapUp } from "../browser/appPage.ts";
import { connectToServer, interviewFor, planPanel } from "../browser/teamPanel.ts";
import { mustHaveTeamServer, startTeamServer, teamPort } from "../browser/teamServer.ts";
import { median } from "./figures.ts";
import { alternate, compare, report } from "./measuring.ts";
import { watchEvents } from "./probes.ts";
import { root } from "./stage.ts";
import { serveFolder } from "./staticServer.ts";

/** As many as the board shows without a click, and a few less: until it is on the disk takes 10 ms and spreads by 2.5. */
const ROUNDS = 45;

/** Of what the pages and their workers do of themselves nothing is left by then: with two processors it would be measured too. */
const AT_REST_MS = 1500;

interface Submission {
  readonly handlerMs: number;
  readonly writeMs: number;
  /** From the click to the lead's board; null without a team. */
  readonly receivedMs: number | null;
}

declare global {
  interface Window {
    receivedAt: Promise<number>;
  }
}

/** Runs in the page of the lead. Waits until the board shows so many scorecards that came, for the ms of the machine's own clock. */
function watchReceived(count: number): void {
  window.receivedAt = new Promise((resolve) => {
    const look = () => {
      const marks = Array.from(document.querySelectorAll("[data-state=received]"));
      if (marks.length < count) return;
      observer.disconnect();
      resolve(performance.timeOrigin + performance.now());
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, attributes: true });
    look();
  });
}

/**
 * Plans a panel, interviews, and measures the click that submits for good.
 *
 * @param received how many scorecards will have come to the lead then; null where none comes by itself
 */
async function submit(lead: Page, context: BrowserContext, received: number | null): Promise<Submission> {
  await lead.goto("/#/panels");
  const link = await planPanel(lead);
  await lead.goto("/#/panels");
  const seat = await context.newPage();
  await seat.addInitScript(watchEvents, ["click", "sessions"] as const);
  await seat.goto(link);
  await interviewFor(seat);
  await submitInWrapUp(seat);
  const lock = seat.getByRole("button", { name: "Lock now" });
  await lock.waitFor();
  // Long before the click: the lead's page would have one of the processors while the seat's page writes.
  if (received !== null) await lead.evaluate(watchReceived, received);
  await seat.waitForTimeout(AT_REST_MS);
  await seat.evaluate(() => {
    window.probes.handlerMs.length = 0;
    window.probes.writeMs.length = 0;
  });
  const clickedAt = await lock.evaluate((button: HTMLButtonElement) => {
    const at = performance.timeOrigin + performance.now();
    button.click();
    return at;
  });
  // Before anything is looked for: to look for a role takes the page's time.
  const receivedMs = received === null ? null : (await lead.evaluate(() => window.receivedAt)) - clickedAt;
  await expect(seat.getByRole("button", { name: "Revise" })).toBeVisible({ timeout: 20_000 });
  const { handlerMs, writeMs } = await seat.evaluate(() => window.probes);
  expect([handlerMs.length, writeMs.length]).toEqual([1, 1]);
  await context.close();
  return { handlerMs: handlerMs[0]!, writeMs: writeMs[0]!, receivedMs };
}

test("a scorecard is submitted with a team, against without one, and is on its lead's board, median", async ({
  playwright,
}) => {
  test.skip(!mustHaveTeamServer, "nats-server is not installed here, so no team can be tried.");
  test.setTimeout(1_200_000);
  const app = await serveFolder(join(root, "dist"), teamPort);
  const server = await startTeamServer(app.url);
  const browser = await playwright.chromium.launch(chromiumLaunch);
  const newContext = () => browser.newContext({ baseURL: app.url, serviceWorkers: "block" });
  const newLead = async () => (await newContext()).newPage();
  let samples: Awaited<ReturnType<typeof alternate<Submission>>>;
  try {
    const [withTeam, without] = [await newLead(), await newLead()];
    await connectToServer(withTeam, server);
    await without.goto("/#/panels");
    let count = 0;
    samples = await alternate<Submission>(
      ROUNDS,
      async () => submit(withTeam, await newContext(), ++count),
      async () => submit(without, await newContext(), null),
    );
  } finally {
    await browser.close();
    await server.end();
    await app.stop();
  }
  const of = (figure: "handlerMs" | "writeMs") => samples.map((ofOne) => ofOne.map((one) => one[figure]));
  const received = samples[0].flatMap(({ receivedMs }) => receivedMs ?? []);
  const rows = [
    [
      "submitting with a team: time in the page's code, against without one, median",
      1.1,
      compare(of("handlerMs"), median),
    ],
    [
      "submitting with a team: until it is on the disk, against without one, median",
      1.1,
      compare(of("writeMs"), median),
    ],
    [
      "from submitted to received on the lead's board, over the loopback address, median",
      100,
      { measured: median(received), floor: null, samples: received.length },
    ],
  ] as const;
  for (const [name, limit, figures] of rows) await report({ unit: "ms", limit, ...figures }, name);
});

/** @param limit kB, of the built files whose names begin so, gzipped */
async function reportSize(name: string, limit: number): Promise<void> {
  const folder = join(root, "dist/assets");
  const measured = readdirSync(folder)
    .filter((file) => file.startsWith(`${name}-`) && file.endsWith(".js"))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length / 1000, 0);
  expect(measured).toBeGreaterThan(0);
  await report({ unit: "kB", measured, floor: null, limit, samples: 1 });
}

test("JavaScript that only a team has, gzip", () => reportSize("team", 60));

// What the page has too it has a copy of: the database, the decoders, the encryption.
test("JavaScript of the worker of teams, whole, gzip", () => reportSize("teamWorker", 105));
