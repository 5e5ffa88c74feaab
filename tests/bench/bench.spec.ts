import { spawnSync } from "node:child_process";
import { expect, type Page, type TestInfo } from "@playwright/test";
import { DATABASE_NAME } from "../../src/storage/database.ts";
import { figureOf, median, quantile, type Row } from "./figures.ts";
import { putAnswer, watchField, watchKeys, watchLibrary } from "./probes.ts";
import { liveIds, noteOf } from "./seed.ts";
import { root, test, type Place, type Stage } from "./stage.ts";

const NOTE_FIELD = "[data-areas] textarea";
const LIBRARY_PAGE = 50;

/** Between two keys: the write of the first is done by then. */
const KEY_DELAY_MS = 20;

test("key: time to take it in, 95th percentile", async ({ stage }, info) => {
  const blockSize = 40;
  const app = await openForKeys(stage, "app", `#/session/${liveIds[0]}`, NOTE_FIELD);
  const floor = await openForKeys(stage, "floor", "", "textarea");
  const pooled = { app: [] as number[], floor: [] as number[] };
  for (let block = 0; block < 10; block++) {
    for (const [name, page] of [
      ["app", app],
      ["floor", floor],
    ] as const) {
      const times = await typeBlock(page, noteOf(200 + (block % 5) * blockSize), blockSize);
      // The first block is for the engine to get warm.
      if (block > 0) pooled[name].push(...times);
    }
  }
  report(info, {
    unit: "ms",
    measured: quantile(pooled.app, 0.95),
    floor: quantile(pooled.floor, 0.95),
    limit: 3,
    samples: pooled.app.length,
  });
  await app.close();
  await floor.close();
});

test("key to complete, median", async ({ stage }, info) => {
  const page = await openForKeys(stage, "app", `#/session/${liveIds[1]}`, NOTE_FIELD);
  const area = page.locator(NOTE_FIELD).first();
  await area.fill(noteOf(250));
  const questionId = await currentQuestionId(page, liveIds[1]!);
  const put = () => page.evaluate(putAnswer, [DATABASE_NAME, liveIds[1]!, questionId]);
  const measured: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < 220; round++) {
    await clear(page);
    await page.keyboard.press("x");
    await page.waitForTimeout(KEY_DELAY_MS);
    await expect.poll(() => page.evaluate(() => window.probes.writeMs.length)).toBe(1);
    const [writeMs] = await page.evaluate(() => window.probes.writeMs);
    const putMs = await put();
    if (round < 20) continue;
    measured.push(writeMs!);
    floor.push(putMs);
  }
  report(info, {
    unit: "ms",
    measured: median(measured),
    floor: median(floor),
    limit: 1.5,
    samples: measured.length,
  });
  await page.close();
});

test("offline start to a live session that takes input, median", async ({ stage }, info) => {
  await stage.stopServers();
  const measured: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < 17; round++) {
    const start = `#/session/${liveIds[2 + round]}`;
    const appMs = await timeLoad(stage, "app", start, (page) => page.addInitScript(watchField, NOTE_FIELD));
    const floorMs = await timeLoad(stage, "floor", "", (page) => page.addInitScript(watchField, "textarea"));
    if (round < 2) continue;
    measured.push(appMs);
    floor.push(floorMs);
  }
  console.log(measured.map(Math.round).join(" "), "|", floor.map(Math.round).join(" "));
  report(info, {
    unit: "ms",
    measured: median(measured),
    floor: median(floor),
    limit: 2,
    samples: measured.length,
  });
});

test("library of 10,000 sessions, against 1,000, median", async ({ stage }, info) => {
  const measured: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < 17; round++) {
    const watch = (page: Page) => page.addInitScript(watchLibrary, LIBRARY_PAGE);
    const largeMs = await timeLoad(stage, "app", "#/", watch);
    const smallMs = await timeLoad(stage, "smallApp", "#/", watch);
    if (round < 2) continue;
    measured.push(largeMs);
    floor.push(smallMs);
  }
  console.log(measured.map(Math.round).join(" "), "|", floor.map(Math.round).join(" "));
  report(info, {
    unit: "ms",
    measured: median(measured),
    floor: median(floor),
    limit: 1.3,
    samples: measured.length,
  });
});

test("JavaScript before the first screen works, gzip", ({}, info) => {
  const { stdout } = spawnSync(process.execPath, [".ci/size.mjs"], { cwd: root, encoding: "utf8" });
  const figure = (name: string) => Number(new RegExp(`^${name} +([0-9.]+) kB$`, "mu").exec(stdout)?.[1]);
  report(info, {
    unit: "kB",
    measured: figure("before the first screen works"),
    floor: null,
    limit: figure("limit"),
    samples: 1,
  });
});

function report(info: TestInfo, figures: Omit<Row, "name">): void {
  const row = { name: info.title, ...figures };
  info.attachments.push({
    name: "row",
    contentType: "application/json",
    body: Buffer.from(JSON.stringify(row)),
  });
  expect(figureOf(row), `${row.name}: the limit is ${row.limit}`).toBeLessThanOrEqual(row.limit);
}

async function openForKeys(stage: Stage, place: Place, hash: string, field: string): Promise<Page> {
  const page = await stage.context.newPage();
  await page.addInitScript(watchKeys);
  await page.goto(stage.urlOf(place, hash));
  await page.locator(field).first().focus();
  return page;
}

async function clear(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.probes.handlerMs.length = 0;
    window.probes.writeMs.length = 0;
  });
}

async function typeBlock(page: Page, before: string, count: number): Promise<readonly number[]> {
  await page.bringToFront();
  await page.locator("textarea").first().fill(before);
  await page.waitForTimeout(100);
  await clear(page);
  await page.keyboard.type(noteOf(count), { delay: KEY_DELAY_MS });
  const times = await page.evaluate(() => window.probes.handlerMs);
  expect(times).toHaveLength(count);
  return times;
}

async function currentQuestionId(page: Page, sessionId: string): Promise<string> {
  return page.evaluate(
    async ([name, id]) => {
      const open = indexedDB.open(name!);
      const db = await new Promise<IDBDatabase>((resolve) => {
        open.onsuccess = () => resolve(open.result);
      });
      const get = db.transaction("sessions").objectStore("sessions").get(id!);
      return new Promise<string>((resolve) => {
        get.onsuccess = () => {
          db.close();
          resolve(get.result.currentQuestionId);
        };
      });
    },
    [DATABASE_NAME, sessionId],
  );
}

async function timeLoad(
  stage: Stage,
  place: Place,
  hash: string,
  watch: (page: Page) => Promise<unknown>,
): Promise<number> {
  const page = await stage.context.newPage();
  await watch(page);
  await page.goto(stage.urlOf(place, hash), { waitUntil: "commit" });
  const readyMs = await page.evaluate(() => window.probes.readyMs);
  await page.close();
  return readyMs;
}
