import { expect, type Locator, type Page } from "@playwright/test";
import { areas, expectAccessible, noteField, startInterview } from "./appPage.ts";
import { test } from "./appTest.ts";
import { expectNoShift, expectStill, startStill } from "./stillness.ts";

const press = (page: Page, key: string) => [key, () => page.keyboard.press(key)] as const;

test("nothing moves in an interview by keys", async ({ page }) => {
  await startStill(page);
  const type = (text: string) => [`typing ${text}`, () => page.keyboard.type(text)] as const;
  const keysOf = (keys: string) => keys.split(" ").map((key) => press(page, key));
  await expectStill(page, [
    ...keysOf("Control+Enter 4 5 n"),
    type(
      "Read the plan first, a sequential scan under a join; checked it with traces.\n\n\n\n\n\n\nAnd more.",
    ),
    ...keysOf("Escape 0 0 ArrowDown Space 2 Backspace Home End f f Shift+F g 2 r r q"),
    type("p95 went from 4 s to 180 ms"),
    ...keysOf("Enter"),
    type("a second one"),
    ...keysOf("Escape t t + - v Escape Control+z Control+Shift+z Alt+2 Alt+1 Control+Enter"),
    ...keysOf("1 2 3 4 5 Control+Shift+Enter b Control+Enter 5 Control+Enter Control+Enter"),
  ]);
  await expectNoShift(page);
});

test("the timed note that was just taken is seen whole, also in the window of a small laptop", async ({
  page,
}) => {
  await startInterview(page);
  const log = page.getByRole("region", { name: "Timed notes" }).getByRole("list");
  await page.keyboard.press("q");
  for (const text of ["a first one", "“we should have had the dashboard first”"]) {
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  }
  await expect(log.getByRole("listitem")).toHaveCount(2);
  for (const [width, height] of [
    [1366, 657],
    [1280, 720],
    [1440, 789],
    [1024, 700],
    [900, 800],
  ] as const) {
    await page.setViewportSize({ width, height });
    const [above, below] = await log.evaluate((list) => {
      list.scrollTop = list.scrollHeight;
      const whole = list.getBoundingClientRect();
      const last = list.lastElementChild?.getBoundingClientRect() ?? whole;
      return [last.top - whole.top, whole.bottom - last.bottom];
    });
    expect.soft(above, `${width} x ${height}`).toBeGreaterThanOrEqual(0);
    expect.soft(below, `${width} x ${height}`).toBeGreaterThanOrEqual(0);
  }
});

test("what a key goes on to among the follow-ups is seen", async ({ page }) => {
  await startInterview(page);
  const list = page.getByRole("region", { name: "Follow-ups" });
  for (const key of "fff") await page.keyboard.press(key);
  await expect(list.locator("[data-next]")).toHaveText(/^4/u);
  await expect(list.locator("[data-next]")).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("r");
  await expect(list.getByText("Sounds rehearsed?")).toBeInViewport({ ratio: 1 });
  await expect(list.locator("details li").first()).toBeInViewport({ ratio: 1 });
  // In a small window the list itself is what the key opens.
  await page.keyboard.press("r");
  await page.setViewportSize({ width: 420, height: 640 });
  await page.keyboard.press("r");
  await expect(list.locator("details li").first()).toBeInViewport({ ratio: 1 });
  // Whoever put the list away sees it again at once.
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await page.keyboard.press("r");
  await expect(list.locator("details li").first()).toBeInViewport({ ratio: 1 });
});

test("what a key shows in a wide window does not open over a small one", async ({ page }) => {
  await startInterview(page);
  const list = page.getByRole("region", { name: "Follow-ups" });
  const note = page.getByLabel("Quick note");
  const wide = page.viewportSize()!;
  const show = async (keys: string) => {
    await page.setViewportSize(wide);
    await expect(list).toBeVisible();
    for (const key of keys) await page.keyboard.press(key);
  };
  const expectNothingOpen = async () => {
    await page.setViewportSize({ width: 420, height: 640 });
    await expect(page.getByRole("button", { name: "Notes" })).toHaveAttribute("aria-expanded", "false");
    await expect(list).toBeHidden();
    await expect(note).toBeHidden();
  };
  await show("r");
  await expect(list.locator("details li").first()).toBeVisible();
  await expectNothingOpen();
  await show("q");
  await expect(note).toBeFocused();
  await page.getByRole("main").click({ position: { x: 2, y: 2 } });
  await expectNothingOpen();
  // Where it is put away a key opens it as ever.
  await page.keyboard.press("q");
  await expect(note).toBeFocused();
});

test("nothing moves in an interview by mouse", async ({ page }) => {
  await startStill(page);
  const click = (name: string | RegExp) =>
    [String(name), () => page.getByRole("button", { name }).click()] as const;
  const rate = (at: number, point: number) =>
    [
      `area ${at} rated ${point}`,
      () =>
        areas(page)
          .nth(at)
          .getByRole("radio", { name: new RegExp(`^${point}:`, "u") })
          .click({ force: true }),
    ] as const;
  await expectStill(page, [
    click("Next: Hard technical problem"),
    rate(7, 3),
    rate(0, 4),
    rate(3, 5),
    rate(3, 5),
    ["a row", () => areas(page).nth(5).getByText(/./u).first().click()],
    ["its tick", () => areas(page).nth(5).getByRole("checkbox").click()],
    ["its note", () => noteField(page).click()],
    ["letters", () => page.keyboard.type("Halved the error rate, and said how it was measured.")],
    ["a reason", () => areas(page).nth(2).getByRole("combobox").selectOption("notAsked")],
    click("+2 min"),
    click("−2 min"),
    click("Pause"),
    click(/^(?:Resume|Start clock)/u),
    [
      "a follow-up",
      () => page.getByRole("region", { name: "Follow-ups" }).getByRole("checkbox").nth(1).click(),
    ],
    ["the quick note", () => page.getByLabel("Quick note").click()],
    ["its letters", () => page.keyboard.type("p95\n")],
    ["the question", () => page.getByRole("heading", { level: 1 }).click()],
    click(/^Question 1 of/u),
    click(/^Question 1 of/u),
    click(/^Next/u),
    click("Rate now"),
    click("Go back"),
  ]);
  await expectNoShift(page);
});

for (const [width, height] of [
  [820, 1180],
  [390, 844],
] as const) {
  test.describe(`by touch at ${width} x ${height}`, () => {
    test.use({ viewport: { width, height }, hasTouch: true });

    test("nothing moves in an interview", async ({ page }) => {
      await startStill(page);
      const isSmall = width < 561;
      const tap = (name: string | RegExp) =>
        [String(name), () => page.getByRole("button", { name, exact: true }).tap()] as const;
      const point = (at: number, value: number) =>
        (isSmall ? page.getByRole("region", { name: "Area in focus" }) : areas(page).nth(at))
          .getByRole("radio", { name: new RegExp(`^${value}:`, "u") })
          .tap({ force: true });
      await expectStill(page, [
        tap("Next: Hard technical problem"),
        ["a row", () => areas(page).nth(4).getByText(/./u).first().tap()],
        ["a point", () => point(4, 4)],
        ["another point", () => point(5, 2)],
        ["a tick", () => areas(page).nth(1).locator("label").first().tap()],
        ["its note", () => noteField(page).tap()],
        ["letters", () => page.keyboard.type("Halved the error rate, and said how.")],
        ["the question", () => page.locator("button[aria-keyshortcuts=V]").tap()],
        ["the question again", () => page.locator("button[aria-keyshortcuts=V]").tap()],
        tap("Pause"),
        ["on again", () => page.getByRole("button", { name: /^(?:Resume|Start clock)/u }).tap()],
        tap("+2 min"),
        ...(isSmall
          ? [
              ["follow-ups", () => page.getByRole("button", { name: /^Follow-ups/u }).tap()] as const,
              [
                "one of them",
                () => page.getByRole("region", { name: "Follow-ups" }).getByRole("checkbox").first().tap(),
              ] as const,
              ["follow-ups again", () => page.getByRole("button", { name: /^Follow-ups/u }).tap()] as const,
              ["notes", () => page.getByRole("button", { name: "Notes" }).tap()] as const,
              ["a quick note", () => page.getByLabel("Quick note").tap()] as const,
              ["its letters", () => page.keyboard.type("p95\n")] as const,
              ["notes again", () => page.getByRole("button", { name: "Notes" }).tap()] as const,
              tap("Menu"),
              tap("Menu"),
            ]
          : []),
        ["Next", () => page.getByRole("button", { name: /^Next/u }).tap()],
      ]);
      await expectNoShift(page);
    });
  });
}

const LONG =
  "Read the plan first, a sequential scan under a join; checked it with traces, said what it cost, and what was left.";

const few = {};
const long = { tag: "@long" };
for (const [width, height, amount] of [
  [1280, 800, few],
  [1024, 700, long],
  [640, 800, long],
  [360, 740, few],
  [360, 480, long],
] as const) {
  test(
    `at ${width} x ${height} all eight areas are in view with their ratings, notes, question and timer`,
    amount,
    async ({ page }) => {
      await page.setViewportSize({ width, height });
      await startInterview(page);
      await page.keyboard.press("Control+Enter");
      for (const point of ["4", "5", "2", "3", "1", "4", "5"]) {
        await page.keyboard.press("n");
        await page.keyboard.insertText(LONG);
        await page.keyboard.press("Escape");
        await page.keyboard.press(point);
      }
      await page.keyboard.press("0");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("f");
      for (let at = 0; at < 8; at++) {
        await expect(areas(page).nth(at)).toBeInViewport({ ratio: 1 });
        const mark =
          at === 7
            ? areas(page).nth(at).locator("[data-not-assessed]")
            : areas(page).nth(at).locator("label:has(input[type=radio]:checked)");
        await expect(mark).toBeInViewport({ ratio: 1 });
        // Nothing lies over the row.
        const isOnTop = await areas(page)
          .nth(at)
          .evaluate((row) => {
            const { x, y, width: across, height: high } = row.getBoundingClientRect();
            return [y + 2, y + high - 2].every((place) =>
              row.contains(document.elementFromPoint(x + across / 2, place)),
            );
          });
        expect(isOnTop).toBe(true);
      }
      await expect(page.getByRole("timer")).toBeInViewport({ ratio: 1 });
      await expect(page.locator("button[aria-keyshortcuts=V]")).toBeInViewport({ ratio: 1 });
      await expect(noteField(page)).toBeInViewport({ ratio: 1 });
      if (height > 600) {
        const lines = await noteField(page).evaluate((field) => {
          const { lineHeight, paddingBlockStart, paddingBlockEnd } = getComputedStyle(field);
          return (
            (field.clientHeight - Number.parseFloat(paddingBlockStart) - Number.parseFloat(paddingBlockEnd)) /
            Number.parseFloat(lineHeight)
          );
        });
        expect(lines).toBeGreaterThanOrEqual(5);
      }
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over).toBeLessThanOrEqual(0);
      await expectAccessible(page, `live at ${width}`);
    },
  );
}

for (const [width, height, zoom] of [
  [640, 400, "200 %"],
  [320, 256, "400 %"],
  [1280, 800, "200 % of the text alone"],
] as const) {
  test(`at ${zoom} (${width} x ${height}) whatever has the focus is in view, and nothing covers it`, async ({
    page,
  }, testInfo) => {
    await page.setViewportSize({ width, height });
    await startInterview(page);
    if (zoom.endsWith("alone"))
      await page.evaluate(() => {
        document.documentElement.style.fontSize = "200%";
      });
    await page.keyboard.press("Control+Enter");
    const isSeen = () =>
      page.evaluate(() => {
        const active = document.activeElement;
        const part = active?.closest("[data-area]") ?? active;
        if (!part) return "nothing has the focus";
        const { left, right, top, bottom } = part.getBoundingClientRect();
        const isWhole = top >= -1 && bottom <= innerHeight + 1;
        const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return isWhole && part.contains(at)
          ? "seen"
          : `${part.outerHTML.slice(0, 80)} at ${top} to ${bottom}`;
      });
    for (let step = 0; step < 8; step++) {
      expect(await isSeen()).toBe("seen");
      await page.keyboard.press("ArrowDown");
    }
    await page.screenshot({ path: testInfo.outputPath(`live-${width}x${height}.png`) });
    for (let step = 0; step < 8; step++) {
      expect(await isSeen()).toBe("seen");
      await page.keyboard.press("ArrowUp");
    }
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over).toBeLessThanOrEqual(0);
    await expectAccessible(page, `live at ${zoom}`);
  });
}

test("the note’s field stays in its place, however small the window is", async ({ page }) => {
  await startInterview(page);
  for (const [width, height] of [
    [1000, 560],
    [390, 560],
    [390, 640],
    [360, 440],
    [320, 568],
  ] as const) {
    await page.setViewportSize({ width, height });
    const over = await noteField(page).evaluate((field) => {
      const { top, bottom } = field.getBoundingClientRect();
      const place = field.parentElement?.getBoundingClientRect();
      return { height: bottom - top, below: bottom - (place?.bottom ?? 0) };
    });
    expect.soft(over.below, `${width} x ${height}`).toBeLessThanOrEqual(0.5);
    expect.soft(over.height, `${width} x ${height}`).toBeGreaterThanOrEqual(24);
  }
});

test("a guide with many areas scrolls them in their place, and the one in focus is seen whole", async ({
  page,
}) => {
  await startInterview(page);
  await page.setViewportSize({ width: 1100, height: 600 });
  await page.keyboard.press("a");
  await page.getByLabel("Your own question").fill("Everything?");
  await page
    .getByLabel("Areas to cover, one per line")
    .fill(Array.from({ length: 20 }, (_, at) => `Area ${at + 1}`).join("\n"));
  await page.getByRole("button", { name: "Add as next question" }).click();
  await page.keyboard.press("Control+Enter");
  await expect(areas(page)).toHaveCount(20);
  const paneTop = async () => (await page.locator("[data-pane]").boundingBox())?.y;
  const before = await paneTop();
  for (let step = 0; step < 19; step++) await page.keyboard.press("ArrowDown");
  await expect(areas(page).last()).toBeInViewport({ ratio: 1 });
  expect(await paneTop()).toBe(before);
});

test("on a phone a long name of an area is whole over its note, and nothing moves from one to the next", async ({
  page,
}) => {
  const longName = "How the stakeholders and their interests were identified";
  await startInterview(page);
  await page.keyboard.press("a");
  await page.getByLabel("Your own question").fill("Who was there?");
  await page.getByLabel("Areas to cover, one per line").fill(`${longName}\nWho`);
  await page.getByRole("button", { name: "Add as next question" }).click();
  await page.keyboard.press("Control+Enter");
  await page.setViewportSize({ width: 390, height: 844 });
  const name = page.locator("[data-pane]").getByText(longName, { exact: true });
  const isWhole = (element: Element) =>
    element.scrollWidth <= element.clientWidth && element.scrollHeight <= element.clientHeight;
  await expect.poll(() => name.evaluate(isWhole)).toBe(true);
  const place = () => noteField(page).boundingBox();
  const before = await place();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("[data-pane]").getByText("Who", { exact: true })).toBeVisible();
  expect(await place()).toEqual(before);
});

/** Adds a question of one's own, which is on the screen then. */
async function addQuestion(page: Page, text: string): Promise<void> {
  await page.keyboard.press("a");
  await page.getByLabel("Your own question").fill(text);
  await page.getByRole("button", { name: "Add as next question" }).click();
  await page.keyboard.press("Control+Enter");
}

test("a question of one’s own that is one long word is seen whole in the agenda", async ({ page }) => {
  await startInterview(page);
  const word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk";
  await addQuestion(page, word);
  const title = page.getByRole("navigation", { name: "Agenda" }).getByText(word);
  for (const width of [1280, 1024]) {
    await page.setViewportSize({ width, height: 800 });
    const over = await title.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getBoundingClientRect().right - element.closest("nav")!.getBoundingClientRect().right;
    });
    expect(over, `${width} px`).toBeLessThan(0);
  }
});

test("on a shared screen the timer and the way out are in view beside a question of any length", async ({
  page,
}) => {
  await startInterview(page);
  await addQuestion(page, "Tell me about a time when it all went wrong. ".repeat(30));
  await page.getByRole("button", { name: "Screen-share mode" }).click();
  const question = page.getByRole("heading", { level: 1 });
  await expect(question).toBeFocused();
  for (const [width, height] of [
    [1280, 800],
    [390, 640],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const part of [page.getByRole("timer"), page.getByRole("button", { name: "Leave" })])
      await expect(part).toBeInViewport({ ratio: 1 });
  }
  // The question is read to its end by keys.
  await page.keyboard.press("End");
  const foot = () => page.getByRole("timer").boundingBox();
  const ends = () => question.evaluate((element) => element.getBoundingClientRect().bottom);
  await expect.poll(ends).toBeLessThanOrEqual((await foot())!.y);
});

test("on the narrowest phone the time of the question that is looked at is seen whole", async ({ page }) => {
  await startInterview(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.keyboard.press("Control+Enter");
  await page.keyboard.press("Alt+2");
  const time = page.getByText("Looking ahead:").locator("..").locator("bdi").first();
  await expect(time).toHaveText(/^00:00/u);
  const isWhole = (element: Element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const { right } = element.parentElement!.getBoundingClientRect();
    return range.getBoundingClientRect().right <= right + 0.5;
  };
  expect(await time.evaluate(isWhole)).toBe(true);
});

/** @returns how many of a hundred pixels differ between two pictures; 100 where their sizes do */
function difference(page: Page, before: Buffer, after: Buffer): Promise<number> {
  return page.evaluate(
    async (pictures) => {
      const [one, other] = await Promise.all(
        pictures.map(async (picture) => {
          const bytes = Uint8Array.from(atob(picture), (letter) => letter.codePointAt(0)!);
          const { width, height } = await createImageBitmap(new Blob([bytes]));
          const context = new OffscreenCanvas(width, height).getContext("2d")!;
          context.drawImage(await createImageBitmap(new Blob([bytes])), 0, 0);
          return context.getImageData(0, 0, width, height);
        }),
      );
      if (!one || !other || one.width !== other.width || one.height !== other.height) return 100;
      let count = 0;
      for (let at = 0; at < one.data.length; at += 4)
        if ([0, 1, 2].some((part) => Math.abs(one.data[at + part]! - other.data[at + part]!) > 64))
          count += 1;
      return (100 * count) / (one.data.length / 4);
    },
    [before.toString("base64"), after.toString("base64")],
  );
}

test("in forced colours the area in focus, and the current tab, question and rating, are told by more than colour", async ({
  page,
}, testInfo) => {
  await page.emulateMedia({ forcedColors: "active" });
  const look = async (part: Locator) => {
    await page.mouse.move(2, 2);
    return page.screenshot({ clip: (await part.boundingBox())! });
  };
  const isTold = async (before: Buffer, after: Buffer) =>
    expect(await difference(page, before, after)).toBeGreaterThan(2);

  await page.goto("/#/");
  const tab = page.getByRole("link", { name: "Guides", exact: true });
  const otherTab = await look(tab);
  await tab.click();
  await expect(tab).toHaveAttribute("aria-current", "page");
  await page.getByRole("heading", { level: 1 }).focus();
  await isTold(otherTab, await look(tab));

  await startInterview(page);
  const question = page
    .getByRole("navigation", { name: "Agenda" })
    .locator("li button:not([aria-pressed])")
    .first();
  const rating = areas(page)
    .first()
    .locator("label", { has: page.getByRole("radio", { name: /^4/u }) });
  const otherRating = await look(rating);
  await page.keyboard.press("4");
  await expect(areas(page).nth(1)).toHaveCSS("outline-style", "solid");
  await isTold(otherRating, await look(rating));
  await page.screenshot({ path: testInfo.outputPath("live-forced-colours.png") });
  await expect(question).toHaveAttribute("aria-current", "step");
  await expect(question).toHaveCSS("outline-style", "solid");
  await addQuestion(page, "What would you change today?");
  await page.keyboard.press("Alt+2");
  await expect(question).not.toHaveAttribute("aria-current");
  await expect(question).toHaveCSS("outline-style", "none");
});
