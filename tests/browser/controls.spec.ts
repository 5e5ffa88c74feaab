import { expect, type Page } from "@playwright/test";
import { controlToText, readControls, type Control } from "./accessibilityTree.ts";
import { startInterview } from "./appPage.ts";
import { test } from "./appTest.ts";
import { guides } from "./controls/guides.ts";
import { interviews } from "./controls/interviews.ts";
import { opened } from "./controls/opened.ts";
import { panels } from "./controls/panels.ts";
import { firstAreas, rating } from "./controls/rooms.ts";
import { stored } from "./controls/stored.ts";
import { lookEverywhere } from "./everyScreen.ts";

const lists = { ...interviews, ...guides, ...panels, ...stored, ...opened };

const placeholders: Readonly<Record<string, string>> = {
  "{time}": String.raw`\d{1,2}:\d\d`,
  "{day}": '[^",]+',
  "{text}": '[^"]+',
};

function toPattern(line: string): RegExp {
  const parts = line
    .split(/(\{\w+\})/u)
    .map((part) => placeholders[part] ?? part.replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`));
  return new RegExp(`^${parts.join("")}$`, "u");
}

/** Reads the controls of a screen once it has all of them: twice the same, whatever a clock shows. */
async function readAtRest(page: Page): Promise<readonly Control[]> {
  let before = "";
  for (;;) {
    await page.waitForTimeout(300);
    const controls = await readControls(page);
    const now = controls
      .map(controlToText)
      .join("\n")
      .replaceAll(/\d\d:\d\d/gu, "");
    if (now === before) return controls;
    before = now;
  }
}

/** @returns in words what a list has and the screen has not, and the other way round */
function differences(list: readonly string[], found: readonly string[]): readonly string[] {
  const patterns = list.map(toPattern);
  // How many lines the rest of both has in common, from each place on.
  const common = Array.from({ length: list.length + 1 }, () =>
    Array.from({ length: found.length + 1 }, () => 0),
  );
  const at = (row: number, column: number) => common[row]?.[column] ?? 0;
  const isSame = (row: number, column: number) => patterns[row]?.test(found[column] ?? "") ?? false;
  for (let row = list.length - 1; row >= 0; row--)
    for (let column = found.length - 1; column >= 0; column--)
      common[row]![column] = isSame(row, column)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
  const wrong: string[] = [];
  const headOf = (line = "") => line.split('" ', 1)[0]?.replace(/"$/u, "");
  let [row, column] = [0, 0];
  while (row < list.length || column < found.length)
    if (isSame(row, column)) {
      row++;
      column++;
    } else if (headOf(list[row]) === headOf(found[column])) {
      wrong.push(`is told as ${found[column]}, not as ${list[row]}`);
      row++;
      column++;
    } else if (row < list.length && (column === found.length || at(row + 1, column) >= at(row, column + 1))) {
      wrong.push(`is missing: ${list[row]}`);
      row++;
    } else {
      wrong.push(`is not in the list: ${found[column]}`);
      column++;
    }
  return wrong;
}

/** @returns in words the buttons and links that nobody who hears their names can tell from others, which do something else */
function alike(controls: readonly Control[]): readonly string[] {
  const named = new Map<string, Set<string>>();
  for (const [index, { role, name, leadsTo }] of controls.entries()) {
    if (role !== "button" && role !== "link") continue;
    const ways = named.get(`${role} "${name}"`) ?? new Set();
    named.set(`${role} "${name}"`, ways.add(leadsTo ?? `press ${index}`));
  }
  return [...named]
    .filter(([, ways]) => ways.size > 1)
    .map(([control, { size }]) => `${size} do different things: ${control}`);
}

/** @returns in words what is wrong with the controls of a screen, or of what is opened on one */
function faultsOf(what: string, controls: readonly Control[]): readonly string[] {
  const nameless = controls.filter(({ name }) => name === "");
  return [
    ...nameless.map((control) => `has no name: ${controlToText(control)}`),
    ...alike(controls),
    ...differences(lists[what] ?? [], controls.map(controlToText)),
  ];
}

test(
  "whoever hears a screen, or what opens on one, is told of each control what it is, what it is called and how it stands",
  { tag: "@long" },
  async ({ page }) => {
    test.setTimeout(300_000);
    const heardOf: string[] = [];
    const wrong = await lookEverywhere(page, async (_, what) => {
      heardOf.push(what);
      // What waits is counted once the browser has nothing else to do: on a busy machine a screen rests before.
      let faults = faultsOf(what, await readAtRest(page));
      for (let again = 0; again < 10 && faults.length > 0; again++)
        faults = faultsOf(what, await readAtRest(page));
      return faults;
    });
    expect(wrong).toEqual([]);
    expect(heardOf.toSorted()).toEqual(Object.keys(lists).toSorted());
  },
);

/** What somebody who hears the screen is at, and what was said last. */
async function heard(page: Page): Promise<{ readonly at: string; readonly said: string }> {
  const focused = (await readControls(page)).filter(({ hasFocus }) => hasFocus);
  const said = await page.getByRole("status").allTextContents();
  return { at: focused.map(controlToText).join(" and "), said: said.filter((text) => text !== "").join(" ") };
}

test("somebody who hears the call rates an area, begins its note and starts the clock with one key each, which the screen tells", async ({
  page,
}) => {
  await startInterview(page);
  const [first, second] = firstAreas;
  await expect.poll(() => heard(page)).toEqual({ at: `checkbox "${first}" not checked`, said: "" });
  const keysOf = async (name: string) =>
    (await readControls(page)).find((control) => control.name === name)?.keys;
  expect(await keysOf(`Note on ${first}`)).toEqual(["N"]);
  expect(await keysOf("Start this clock")).toEqual(["T"]);

  await page.keyboard.press("4");
  await expect
    .poll(() => heard(page))
    .toEqual({ at: `checkbox "${second}" not checked`, said: `${first}: 4, Strong` });
  const rated = (await readControls(page)).map(controlToText);
  expect(rated).toEqual(expect.arrayContaining([`checkbox "${first}" checked`, ...rating(first!, 4)]));

  await page.keyboard.press("n");
  await expect.poll(async () => (await heard(page)).at).toBe(`textbox "Note on ${second}"`);
  await page.keyboard.press("Escape");
  await expect.poll(async () => (await heard(page)).at).toBe(`checkbox "${second}" not checked`);

  await page.keyboard.press("t");
  await expect
    .poll(() => heard(page))
    .toEqual({
      at: `checkbox "${second}" not checked`,
      said: "Hard technical problem: clock started.",
    });
});

test(
  "with the keys of letters and digits off, every point is given within three keys, and arrows up and down leave ratings alone",
  { tag: "@long" },
  async ({ page }) => {
    await page.goto("/#/settings");
    const setting = page.getByRole("checkbox", { name: /^Use single-key shortcuts/u });
    await setting.click();
    await expect(setting).not.toBeChecked();
    await startInterview(page);
    const ways = [
      ["Tab", "Space"],
      ["Tab", "ArrowRight"],
      ["Tab", "ArrowRight", "ArrowRight"],
      ["Tab", "ArrowLeft", "ArrowLeft"],
      ["Tab", "ArrowLeft"],
    ];
    for (const [at, keys] of ways.entries()) {
      for (const key of keys) await page.keyboard.press(key);
      await expect.poll(async () => (await heard(page)).at).toBe(rating(firstAreas[at]!, at + 1)[at]);
      await page.keyboard.press("ArrowDown");
      await expect
        .poll(async () => (await heard(page)).at)
        .toBe(`checkbox "${firstAreas[at + 1]}" not checked`);
    }
    const controls = (await readControls(page)).map(controlToText);
    for (const [at] of ways.entries())
      expect(controls).toEqual(expect.arrayContaining([...rating(firstAreas[at]!, at + 1)]));
  },
);
