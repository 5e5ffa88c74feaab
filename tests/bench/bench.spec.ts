import { spawnSync } from "node:child_process";
import { expect, type Page } from "@playwright/test";
import { armor, Decrypter } from "age-encryption";
import { guideWarnings } from "../../src/domain/guides/guideWarnings.ts";
import { guideFromText } from "../../src/interchange/guideText/guideText.ts";
import { unseal } from "../../src/interchange/files/encryption.ts";
import { DATABASE_NAME } from "../../src/storage/database.ts";
import { clickAndWait, putBare, readBare, watchLongTasks, untilTidy } from "./backupProbes.ts";
import { median, quantile } from "./figures.ts";
import { traceKeys } from "./keyTrace.ts";
import { alternate, compare, report, speeds, sum, timeOf } from "./measuring.ts";
import { candidateCompetencies, largePanelId, largePanelSize, sealLargePanel } from "./panelSeed.ts";
import {
  addBareField,
  findBy,
  noteRareWord,
  scanNotes,
  showQuestion,
  watchEvents,
  watchField,
  watchLibrary,
  watchTable,
  openTable,
} from "./probes.ts";
import { firstQuestionId, guideOfLongQuestions, guideTextOf, liveIds, noteOf, wideGuideId } from "./seed.ts";
import { ledPanels, load, root, test, type Place, type Stage } from "./stage.ts";

const NOTE = "[data-pane] textarea";
const EDITED_QUESTION = "#question-text";
const LIBRARY_PAGE = 50;

/** The write of a key is done before the next one comes. */
const KEY_DELAY_MS = 25;

const keysInTexts = ["input", "answers"] as const;
const startOf = (sessionId: string) => `#/session/${sessionId}`;
const [typedId, writtenId, ...startedIds] = liveIds;

// Before any key is written: what the browser has in its log of writes it reads again each time that the database is opened.
test("offline start to a live session that takes input, median", async ({ stage }) => {
  await stage.stopServers();
  let round = 0;
  const samples = await alternate(
    20,
    () => load(stage, "app", startOf(startedIds[round++]!), (page) => page.addInitScript(watchField, NOTE)),
    () => load(stage, "floor", "", (page) => page.addInitScript(watchField, "textarea")),
  );
  await report({ unit: "ms", limit: 1.5, ...compare(samples, median) });
});

for (const [slowness, speed] of speeds) {
  test(`ten keys in a note: time in the page's code${speed}, against a bare field that writes the same row, median`, async ({
    stage,
  }) => {
    const page = await stage.open("app", startOf(typedId!), (opened) =>
      opened.addInitScript(watchEvents, keysInTexts),
    );
    await page.locator(NOTE).first().waitFor();
    await page.evaluate(addBareField, [DATABASE_NAME, "answers", typedId!, firstQuestionId]);
    const protocol = await page.context().newCDPSession(page);
    await protocol.send("Emulation.setCPUThrottlingRate", { rate: slowness });
    const samples = await alternate(
      40,
      () => typeInto(page, NOTE),
      () => typeInto(page, "[data-bare]"),
    );
    await page.close();
    // The clock of a page counts in steps of 0.1 ms, which is a third of a key: so ten keys together.
    const tenMs = samples.map((ofOne) => ofOne.map(({ handlerMs }) => sum(handlerMs)));
    await report({ unit: "ms", limit: 1.3, ...compare(tenMs, median) });
  });
}

test("ten keys in a note: time in the page’s code with the floating panel open, against none, median", async ({
  stage,
}) => {
  const page = await stage.open("app", startOf(typedId!), (opened) =>
    opened.addInitScript(watchEvents, keysInTexts),
  );
  await page.locator(NOTE).first().waitFor();
  const float = page.getByRole("button", { name: "Float over the call" });
  const isFloating = async () => (await float.getAttribute("aria-pressed")) === "true";
  // The same page, so that nothing but the panel differs.
  const samples = await alternate(
    20,
    async () => {
      if (!(await isFloating())) {
        const opened = page.context().waitForEvent("page");
        await page.bringToFront();
        await float.click();
        await (await opened).locator(NOTE).first().waitFor();
      }
      return typeInto(page, NOTE);
    },
    async () => {
      if (await isFloating()) await float.click();
      // For a second after a window has gone, what is not on the disk is left behind too.
      await page.waitForTimeout(1200);
      return typeInto(page, NOTE);
    },
  );
  await page.close();
  const tenMs = samples.map((ofOne) => ofOne.map(({ handlerMs }) => sum(handlerMs)));
  await report({ unit: "ms", limit: 1.1, ...compare(tenMs, median) });
});

for (const [slowness, speed] of speeds) {
  test(`ten keys in a note: all that hears of them, by the browser's trace${speed}, against a bare textarea, median`, async ({
    stage,
  }) => {
    const app = await stage.open("app", startOf(typedId!), async () => {});
    await app.locator(NOTE).first().waitFor();
    const floor = await stage.open("floor", "", async () => {});
    await floor.setContent("<textarea></textarea>");
    const trace = async (page: Page, selector: string) => {
      const protocol = await page.context().newCDPSession(page);
      await protocol.send("Emulation.setCPUThrottlingRate", { rate: slowness });
      return async () => {
        await prepare(page, selector);
        return traceKeys(protocol, () => page.keyboard.type(noteOf(KEYS), { delay: KEY_DELAY_MS }));
      };
    };
    const samples = await alternate(20, await trace(app, NOTE), await trace(floor, "textarea"));
    await Promise.all([app.close(), floor.close()]);
    await report({ unit: "ms", limit: 2.5, ...compare(samples, median) });
  });
}

test("next question drawn, against a bare React list of the same rows, median", async ({ stage }) => {
  const app = await stage.open("app", startOf(typedId!), async () => {});
  await app.locator(NOTE).waitFor();
  const floor = await stage.open("floor", "#/question", async () => {});
  await floor.getByRole("button").waitFor();
  let round = 0;
  const samples = await alternate(
    40,
    async () => {
      await app.bringToFront();
      return app.evaluate(showQuestion, 1 + (++round % 2));
    },
    async () => {
      await floor.bringToFront();
      return floor.evaluate(showQuestion, 0);
    },
  );
  await Promise.all([app.close(), floor.close()]);
  await report({ unit: "ms", limit: 2, ...compare(samples, median) });
});

test("longest task on the page's thread in an interview by keys", async ({ stage }) => {
  const page = await stage.open("app", startOf(writtenId!), (opened) => opened.addInitScript(watchLongTasks));
  await page.locator(NOTE).waitFor();
  await page.waitForTimeout(1000);
  await page.evaluate(() => (window.longTasks.length = 0));
  const pressed = "4 5 0 ArrowDown f f Shift+F + - t t v Escape n".split(" ");
  for (let question = 1; question <= 5; question++) {
    for (const key of [`Alt+${question}`, ...pressed]) await page.keyboard.press(key);
    await page.keyboard.type(noteOf(100), { delay: KEY_DELAY_MS });
    for (const key of ["Escape", "q"]) await page.keyboard.press(key);
    await page.keyboard.type(noteOf(40), { delay: KEY_DELAY_MS });
    for (const key of ["Enter", "Escape", "Control+z", "Control+Shift+z", "Control+Enter", "h", "h"])
      await page.keyboard.press(key);
  }
  await page.waitForTimeout(500);
  const tasks = await page.evaluate(() => window.longTasks.map(({ ms }) => ms));
  await page.close();
  await report({
    unit: "ms",
    measured: Math.max(0, ...tasks),
    floor: null,
    limit: 50,
    samples: tasks.length,
  });
});

test("key in the guide editor, 40 questions of 8 areas: time in the page's code, against a bare field that writes the same draft, 95th percentile", async ({
  stage,
}) => {
  const page = await stage.open("app", `#/guides/${wideGuideId}/edit`, (opened) =>
    opened.addInitScript(watchEvents, keysInTexts),
  );
  // With the first key there is a draft.
  await page.locator(EDITED_QUESTION).fill(noteOf(300));
  await page.waitForTimeout(500);
  await page.evaluate(addBareField, [DATABASE_NAME, "guideDrafts"]);
  const samples = await alternate(
    40,
    () => typeInto(page, EDITED_QUESTION),
    () => typeInto(page, "[data-bare]"),
  );
  await page.close();
  const handlerMs = samples.map((ofOne) => ofOne.flatMap((keys) => keys.handlerMs));
  await report({ unit: "ms", limit: 1.5, ...compare(handlerMs, (ms) => quantile(ms, 0.95)) });
});

test("key in a note: until it is on the disk, median", async ({ stage }) => {
  const page = await stage.open("app", startOf(writtenId!), (opened) =>
    opened.addInitScript(watchEvents, keysInTexts),
  );
  await page.locator(NOTE).first().waitFor();
  // Beside it a field that does nothing but write the same row.
  await page.evaluate(addBareField, [DATABASE_NAME, "answers", writtenId!, firstQuestionId]);
  const samples = await alternate(
    40,
    () => typeInto(page, NOTE),
    () => typeInto(page, "[data-bare]"),
  );
  await page.close();
  const writeMs = samples.map((ofOne) => ofOne.flatMap((keys) => keys.writeMs));
  await report({ unit: "ms", limit: 1.5, ...compare(writeMs, median) });
});

test("library of 10,000 sessions, against one of 1,000, median", async ({ stage }) => {
  const watch = (page: Page) => page.addInitScript(watchLibrary, LIBRARY_PAGE);
  const samples = await alternate(
    20,
    () => load(stage, "app", "#/", watch),
    () => load(stage, "smallApp", "#/", watch),
  );
  await report({ unit: "ms", limit: 1.3, ...compare(samples, median) });
});

for (const [kind, words] of [
  ["that is everywhere", "import job"],
  ["that is nowhere but in one", "yeast"],
] as const) {
  test(`notes of 10,000 sessions, a word ${kind} found in them, against a bare scan of the same rows, median`, async ({
    stage,
  }) => {
    test.setTimeout(600_000);
    const page = await stage.open("app", "#/settings", async () => {});
    await page.evaluate(noteRareWord, [DATABASE_NAME, "yeast"] as const);
    // A key that comes before the page does is nobody's.
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("Control+k");
    const field = "input[role=combobox]";
    await page.locator(field).waitFor();
    const samples = await alternate(
      10,
      () => page.evaluate(findBy, { field, text: words, found: "[role=option] mark" }),
      () => page.evaluate(scanNotes, [DATABASE_NAME, words] as const),
    );
    await page.close();
    await report({ unit: "ms", limit: 0.2, ...compare(samples, median) });
  });
}

for (const { what, away, back } of [
  { what: "come back to", away: "Recommendations and decision", back: "Areas" },
  { what: "drawn anew", away: "Recommendations and decision", back: "Every rating" },
] as const) {
  test(`debrief of 8 scorecards with 120 areas, ${what}, against a bare table of the same cells, median`, async ({
    stage,
  }) => {
    const { interviewers, areas } = largePanelSize;
    // The area, each interviewer's rating, the spread and what was agreed, or the competency.
    const size = [areas, interviewers + 3] as const;
    const app = await stage.open("app", `#/panels/${largePanelId}`, (page) =>
      page.addInitScript(watchTable, size),
    );
    await app.evaluate(() => window.probes.readyMs);
    const floor = await stage.open("floor", "#/table", async () => {});
    await floor.getByRole("button").waitFor();
    const samples = await alternate(
      20,
      async () => {
        await app.bringToFront();
        return app.evaluate(openTable, { away, back, size });
      },
      async () => {
        await floor.bringToFront();
        return floor.evaluate(openTable, { away: null, back: "Areas", size });
      },
    );
    await Promise.all([app.close(), floor.close()]);
    await report({ unit: "ms", limit: 1.3, ...compare(samples, median) });
  });
}

test("a lead’s board of 1,000 panels of eight, the first 50 drawn, against a bare table of the same 50, median", async ({
  stage,
}) => {
  // The candidate, the interviewers, by when, and what is next.
  const size = [50, 4] as const;
  const app = await stage.open("leadApp", "#/panels", (page) => page.addInitScript(watchTable, size));
  await app.evaluate(() => window.probes.readyMs);
  await expect(app.getByText(`${ledPanels} open`)).toBeVisible();
  const floor = await stage.open("floor", "#/board", async () => {});
  await floor.getByRole("button").waitFor();
  const samples = await alternate(
    20,
    async () => {
      await app.bringToFront();
      return app.evaluate(openTable, { away: "Interviews", back: "Panels", size });
    },
    async () => {
      await floor.bringToFront();
      return floor.evaluate(openTable, { away: null, back: "Panels", size });
    },
  );
  await Promise.all([app.close(), floor.close()]);
  await report({ unit: "ms", limit: 2, ...compare(samples, median) });
});

test("30 candidates of 4 scorecards each side by side, against 3 candidates, median", async ({ stage }) => {
  const watch = (count: number) => (page: Page) =>
    page.addInitScript(watchTable, [candidateCompetencies, count + 1] as const);
  const samples = await alternate(
    20,
    () => load(stage, "app", "#/panels/compare", watch(30)),
    () => load(stage, "smallApp", "#/panels/compare", watch(3)),
  );
  await report({ unit: "ms", limit: 2, ...compare(samples, median) });
});

test("8 scorecards unsealed, against the library's own calls, median", async () => {
  const { texts, secretKey } = await sealLargePanel();
  expect(texts).toHaveLength(8);
  const unsealBare = (text: string) => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(secretKey);
    return decrypter.decrypt(armor.decode(text), "text");
  };
  const samples = await alternate(
    20,
    () => timeOf(() => Promise.all(texts.map((text) => unseal(text, secretKey)))),
    () => timeOf(() => Promise.all(texts.map(unsealBare))),
  );
  await report({ unit: "ms", limit: 1.2, ...compare(samples, median) });
});

/** Of each of the two: a backup of 10,000 interviews takes seconds. */
const BACKUP_ROUNDS = 5;

test("backup of 10,000 sessions, against a bare read and JSON.stringify of the same rows, median", async ({
  stage,
}) => {
  test.setTimeout(600_000);
  const page = await openBackups(stage, "app");
  // The automatic one, which does the same work beside it, is over.
  await page
    .getByRole("button", { name: /^Download/u })
    .first()
    .waitFor({ timeout: 120_000 });
  const longest: number[] = [];
  const samples = await alternate(
    BACKUP_ROUNDS,
    async () => {
      const { ms, longestMs } = await page.evaluate(clickAndWait, backUp);
      longest.push(longestMs);
      return ms;
    },
    () => page.evaluate(readBare, DATABASE_NAME),
  );
  await page.close();
  await reportLongest("longest task on the page's thread during a backup", longest);
  await report({ unit: "ms", limit: 1.2, ...compare(samples, median) });
});

test("restore of 10,000 sessions, read, planned and written, against a bare put of the same rows, median", async ({
  stage,
}) => {
  test.setTimeout(600_000);
  const from = await openBackups(stage, "app", false);
  const downloading = from.waitForEvent("download");
  await from.evaluate(clickAndWait, backUp);
  const file = await (await downloading).path();
  await from.close();
  const page = await openBackups(stage, "emptyApp");
  const longest: number[] = [];
  const samples = await alternate(
    BACKUP_ROUNDS,
    async () => {
      await page.evaluate(untilTidy, DATABASE_NAME);
      await page.getByTestId("backup-file").setInputFiles(file);
      const planned = await page.evaluate(clickAndWait, { button: "", words: "What will be restored" });
      const restored = await page.evaluate(clickAndWait, { button: "Restore", words: "Restored: " });
      await page.getByRole("button", { name: "Done" }).click();
      longest.push(planned.longestMs, restored.longestMs);
      return planned.ms + restored.ms;
    },
    // It puts back the rows that the restore brought, and leaves nothing.
    () => page.evaluate(putBare, [DATABASE_NAME, true] as const),
    false,
  );
  await page.close();
  await reportLongest("longest task on the page's thread during a restore", longest);
  await report({ unit: "ms", limit: 1.5, ...compare(samples, median) });
});

const backUp = { button: "Back up everything", words: "Backup created" };
function reportLongest(name: string, longestMs: readonly number[]): Promise<void> {
  const measured = Math.max(...longestMs);
  return report({ unit: "ms", measured, floor: null, limit: 50, samples: longestMs.length }, name);
}

async function openBackups(stage: Stage, place: Place, isWatched = true): Promise<Page> {
  const page = await stage.open(place, "#/settings", async (opened) => {
    if (isWatched) await opened.addInitScript(watchLongTasks);
    else await opened.addInitScript(() => (window.longTasks = []));
  });
  await page.getByLabel("Plain").check();
  return page;
}

test("JavaScript before the first screen works, gzip", async () => {
  const { stdout } = spawnSync(process.execPath, [".ci/size.mjs"], { cwd: root, encoding: "utf8" });
  const figureNamed = (name: string) => Number(new RegExp(`^${name} +([0-9.]+) kB$`, "mu").exec(stdout)?.[1]);
  await report({
    unit: "kB",
    measured: figureNamed("before the first screen works"),
    floor: null,
    limit: figureNamed("limit"),
    samples: 1,
  });
});

for (const format of ["text", "markdown", "html"] as const) {
  test(`guide of 1 MB read (${format}), against one of 100 kB, median`, async () => {
    const [long, short] = [guideTextOf(1_000_000, format), guideTextOf(100_000, format)];
    const samples = await alternate(
      5,
      () => timeOf(() => guideFromText(long, format)),
      () => timeOf(() => guideFromText(short, format)),
    );
    await report({ unit: "ms", limit: 12, ...compare(samples, median) });
  });
}

test("guide of 1 MB read (text), against splitting it into lines, median", async () => {
  const text = guideTextOf(1_000_000, "text");
  const samples = await alternate(
    10,
    () => timeOf(() => guideFromText(text, "text")),
    () => timeOf(() => text.split("\n").map((line) => line.trim())),
  );
  await report({ unit: "ms", limit: 300, ...compare(samples, median) });
});

test("warnings of a guide of 400 long questions, against one of 40, median", async () => {
  const [long, short] = [guideOfLongQuestions(400), guideOfLongQuestions(40)];
  const samples = await alternate(
    10,
    () => timeOf(() => guideWarnings(long)),
    () => timeOf(() => guideWarnings(short)),
  );
  await report({ unit: "ms", limit: 30, ...compare(samples, median) });
});

const KEYS = 10;

/** Gives the field a note of 300 letters, and the focus, at its end. */
async function prepare(page: Page, selector: string): Promise<void> {
  await page.bringToFront();
  await page.locator(selector).first().fill(noteOf(300));
  await page.waitForTimeout(100);
}

/** Types on at the end of a note of 300 letters. */
async function typeInto(page: Page, selector: string) {
  await prepare(page, selector);
  await page.evaluate(() => {
    window.probes.handlerMs.length = 0;
    window.probes.writeMs.length = 0;
  });
  await page.keyboard.type(noteOf(KEYS), { delay: KEY_DELAY_MS });
  await page.waitForTimeout(100);
  const { handlerMs, writeMs } = await page.evaluate(() => window.probes);
  expect(handlerMs).toHaveLength(KEYS);
  return { handlerMs, writeMs };
}
