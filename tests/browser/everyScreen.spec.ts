import { expect, type Page } from "@playwright/test";
import { expectAccessible, faintTexts, smallTargets } from "./appPage.ts";
import { test } from "./appTest.ts";
import { crampedTargets, faintControls, toldByColourAlone, type Standing } from "./controlLooks.ts";
import { fillScreens, lookEverywhere, openAnew, openedParts } from "./everyScreen.ts";
import { watchShifts } from "./stillness.ts";

declare global {
  interface Window {
    /** The elements that were met, by their number. */
    met: Element[];
  }
}

/** What has the focus. */
interface Stop {
  /** The number of the element; null for the page as a whole. */
  readonly number: number | null;
  readonly what: string;
  /** Whether it is come to only from the row that it is in: a rating of the live screen. */
  readonly isOfRow: boolean;
  /** What somebody who uses the keyboard would miss of it, in words. */
  readonly lacks: readonly string[];
}

/** In the page: numbers all that the Tab key should come to. @returns what each is, in the order of the numbers */
function numberControls(): readonly string[] {
  const reachable = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const isReached = (element: Element) =>
    !element.matches(":disabled, [tabindex='-1'], [inert] *") && element.checkVisibility();
  const groups = new Set<string>();
  /** One stop for all of a group: the one that is chosen, or else the first. */
  const isStopOfGroup = (element: Element) => {
    if (!(element instanceof HTMLInputElement) || element.type !== "radio") return true;
    const isChosen =
      element.checked || !document.querySelector(`[name="${CSS.escape(element.name)}"]:checked`);
    if (!isChosen || groups.has(element.name)) return false;
    groups.add(element.name);
    return true;
  };
  // A dialog keeps the keys to itself.
  const within = [...document.querySelectorAll("dialog:modal")].at(-1) ?? document;
  window.met = [...within.querySelectorAll(reachable)].filter(isReached).filter(isStopOfGroup);
  return window.met.map(({ outerHTML }) => outerHTML.slice(0, 120));
}

/** In the page, once it has drawn: where the focus is. */
async function stopNow(): Promise<Stop> {
  await new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(resolve));
  });
  const { activeElement } = document;
  if (!activeElement || activeElement === document.body)
    return { number: null, what: "the page", isOfRow: false, lacks: [] };
  // What is drawn for a hidden field is its label.
  const label = activeElement instanceof HTMLInputElement ? activeElement.labels?.[0] : undefined;
  const isSeen = (part: Element) => {
    const { x, y, width, height } = part.getBoundingClientRect();
    // Of what begins above the window or beside it, the middle of what is left of it.
    const down = y < 0 ? Math.min(y + height, innerHeight) / 2 : y + Math.min(height / 2, 12);
    const across = x < 0 ? Math.min(x + width, innerWidth) / 2 : x + Math.min(width / 2, 40);
    const at = document.elementFromPoint(across, down);
    return at !== null && (part.contains(at) || at.contains(activeElement));
  };
  // The button with the calendar in the field of a date has a ring that the browser draws, and the field none then.
  const isDrawnByBrowser = !activeElement.matches(":focus");
  const isMarked = (part: Element) =>
    isDrawnByBrowser ||
    [null, "::before", "::after"].some((pseudo) => getComputedStyle(part, pseudo).outlineStyle !== "none");
  // Of what is a link as a whole, the row has the mark.
  const row = activeElement.closest("li, tr");
  const parts = [
    activeElement,
    ...(label ? [label, ...label.querySelectorAll("*")] : []),
    ...(row ? [row] : []),
  ];
  // Where none of a group is chosen, the Tab key comes to its first from before it, and to its last from behind.
  const isSame = (met: Element) =>
    met === activeElement ||
    (met instanceof HTMLInputElement &&
      activeElement instanceof HTMLInputElement &&
      met.type === "radio" &&
      met.isConnected &&
      met.name === activeElement.name);
  if (!window.met.some(isSame)) window.met.push(activeElement);
  return {
    number: window.met.findIndex(isSame),
    what: activeElement.outerHTML.slice(0, 120),
    isOfRow: activeElement.matches("[data-area] fieldset *"),
    lacks: [
      ...([activeElement, label].some((part) => part && isSeen(part)) ? [] : ["something covers it"]),
      ...(parts.some(isMarked) ? [] : ["nothing shows that it has the focus"]),
    ],
  };
}

/** Presses a key until the focus is where it was before. @returns each stop */
async function tabThrough(page: Page, key: "Tab" | "Shift+Tab", most: number): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  let before: number | null = null;
  let ends = 0;
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(stopNow);
    const hasMoved = stop.number !== before;
    before = stop.number;
    if (hasMoved && stop.number === null && stops.length > 0) ends++;
    // A menu folds away as the focus leaves it: of those in it, none is come to again.
    if (hasMoved && stops.some(({ number }) => number !== null && number === stop.number)) return stops;
    if (ends > 1) {
      const isFolded = await page.evaluate(
        (first) => !window.met[first]?.checkVisibility(),
        stops[0]?.number ?? -1,
      );
      if (isFolded) return stops;
      throw new Error(`${key} loses the focus from ${stops.at(-1)?.what}, which is not the end`);
    }
    // A date has several places to stop within; between the end and the beginning is the browser's own.
    if (hasMoved && stop.number !== null) stops.push(stop);
  }
  throw new Error(
    `After ${most} presses of ${key} the focus has been nowhere twice, from ${stops[0]?.what} on`,
  );
}

/** @returns in words what somebody with the Tab key alone does not come to, there or back, or does not see */
async function missedByKeys(page: Page, path: string): Promise<readonly string[]> {
  const controls = await page.evaluate(numberControls);
  const most = 2 * controls.length + 40;
  const there = await tabThrough(page, "Tab", most);
  // The way there ends where it began.
  const back = (await tabThrough(page, "Shift+Tab", most)).toReversed();
  const visited = new Set(there.map(({ number }) => number));
  // The pane of the live screen is another one with each area.
  const stays = await page.evaluate(() => window.met.map(({ isConnected }) => isConnected));
  const isShown = await page.evaluate(() => window.met.map((element) => element.checkVisibility()));
  // A menu is folded away once it is left.
  const isOnBothWays = ({ number, isOfRow }: Stop) => number !== null && isShown[number] && !isOfRow;
  const [ahead, behind] = [there.filter(isOnBothWays), back.filter(isOnBothWays)];
  const parting = ahead.findIndex(({ number }, at) => number !== behind[at]?.number);
  return [
    ...[...there, ...back].flatMap(({ what, lacks }) => lacks.map((lack) => `${path}: ${lack}: ${what}`)),
    ...controls
      .filter((_, number) => stays[number] && !visited.has(number))
      .map((what) => `${path}: the Tab key passes over it: ${what}`),
    ...(parting === -1
      ? []
      : [`${path}: on the way back ${behind[parting]?.what} comes in the place of ${ahead[parting]?.what}`]),
    ...behind
      .filter(({ number }) => !visited.has(number))
      .map(({ what }) => `${path}: only on the way back: ${what}`),
  ];
}

test("no screen moves what it shows while it loads", { tag: "@long" }, async ({ page }) => {
  test.setTimeout(300_000);
  const addresses = await fillScreens(page);
  await page.addInitScript(watchShifts);
  const moved: string[] = [];
  for (const [path, address] of Object.entries(addresses)) {
    await openAnew(page, path, address);
    // What comes late, and what is drawn last is told of a moment later.
    await page.waitForTimeout(400);
    const shifts = await page.evaluate(() => window.shifts);
    moved.push(...shifts.flatMap(({ what }) => `${path}: ${what.join(" ")}`));
  }
  expect(moved).toEqual([]);
});

for (const { title, width, height } of [
  {
    title:
      "the Tab key comes to every control of every screen, there and back, where it is seen, and out again",
    width: 1280,
    height: 720,
  },
  {
    title:
      "in 320 × 256 px too the Tab key comes to every control of every screen, there and back, where it is seen, and out again",
    width: 320,
    height: 256,
  },
])
  test(title, { tag: "@long" }, async ({ page }) => {
    test.setTimeout(300_000);
    const addresses = await fillScreens(page);
    await page.setViewportSize({ width, height });
    const wrong: string[] = [];
    for (const [path, address] of Object.entries(addresses)) {
      await openAnew(page, path, address);
      await page.waitForTimeout(500);
      wrong.push(...(await missedByKeys(page, path)));
    }
    expect(wrong).toEqual([]);
  });

test(
  "where more contrast is asked for, no text of any screen has less than 7 to 1",
  { tag: "@long" },
  async ({ page }) => {
    test.setTimeout(300_000);
    const addresses = await fillScreens(page);
    const faint: string[] = [];
    for (const [path, address] of Object.entries(addresses)) {
      await openAnew(page, path, address);
      faint.push(...(await faintTexts(page)).map((found) => `${path}, ${found}`));
    }
    expect(faint).toEqual([]);
  },
);

test.describe(() => {
  test.use({ hasTouch: true });
  test(
    "on every screen each button, field and choice takes a finger, and nothing moves where no motion is wanted",
    { tag: "@long" },
    async ({ page }) => {
      test.setTimeout(300_000);
      const addresses = await fillScreens(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await page.emulateMedia({ reducedMotion: "reduce" });
      const wrong: string[] = [];
      for (const [path, address] of Object.entries(addresses)) {
        await openAnew(page, path, address);
        await page.waitForTimeout(250);
        wrong.push(...(await smallTargets(page, 44)).map((found) => `${path}: ${found}`));
        const moving = await page.evaluate(() => document.getAnimations().length);
        if (moving > 0) wrong.push(`${path}: ${moving} parts move`);
      }
      expect(wrong).toEqual([]);
    },
  );
});

test(
  "on every screen, and in what opens there, what a mouse presses has 24 px, wide and narrow",
  { tag: "@long" },
  async ({ page }) => {
    test.setTimeout(300_000);
    const cramped = await lookEverywhere(page, async () => {
      const found = [...(await crampedTargets(page))];
      await page.setViewportSize({ width: 390, height: 844 });
      found.push(...(await crampedTargets(page)).map((line) => `at 390 px: ${line}`));
      await page.setViewportSize({ width: 1280, height: 800 });
      return found;
    });
    expect(cramped).toEqual([]);
  },
);

test(
  "on every screen, and in what opens there, each control has an edge or a ground of 3 to 1, in both themes",
  { tag: "@long" },
  async ({ page }) => {
    test.setTimeout(300_000);
    expect(await lookEverywhere(page, () => faintControls(page))).toEqual([]);
  },
);

test(
  "on every screen, and in what opens there, what is current, chosen or pressed is told by more than colour where the colours are the reader’s own",
  { tag: "@long" },
  async ({ page }) => {
    test.setTimeout(300_000);
    const seen = new Set<Standing>();
    const wrong = await lookEverywhere(page, async () => {
      const { met, untold } = await toldByColourAlone(page);
      for (const standing of met) seen.add(standing);
      return untold;
    });
    expect(wrong).toEqual([]);
    expect([...seen].toSorted()).toEqual([
      "aria-current",
      "aria-pressed",
      "aria-selected",
      "checked",
      "data-chosen",
      "data-current",
    ]);
  },
);

/** In the page. @returns what stands out of the window, though no part of the page scrolls to it, and what is still from left to right */
function wrongFromRight(): readonly string[] {
  const isScrolled = (element: Element): boolean => {
    for (let above = element.parentElement; above; above = above.parentElement)
      if (above.scrollWidth > above.clientWidth && getComputedStyle(above).overflowX !== "visible")
        return true;
    return false;
  };
  const seen = [...document.querySelectorAll("a, button, input, select, textarea, h1, h2, h3, td, p, li")]
    .filter((element) => element.checkVisibility() && element.getClientRects().length > 0)
    .map((element) => ({ element, box: element.getBoundingClientRect() }));
  const out = seen.filter(
    ({ element, box: { left, right, width } }) =>
      width > 1 && (left < -1 || right > innerWidth + 1) && !isScrolled(element),
  );
  const links = seen
    .filter(({ element }) => element.matches('nav[aria-label="Main"] a'))
    .map(({ box }) => box);
  const isTurned = links.length < 2 || links[0]!.left > links.at(-1)!.left;
  const arrow = document.querySelector(".backArrow");
  return [
    ...(document.documentElement.scrollWidth > innerWidth ? ["the page is wider than the window"] : []),
    ...out.map(({ element }) => `out of the window: ${element.outerHTML.slice(0, 120)}`),
    ...(isTurned ? [] : ["the navigation goes from left to right"]),
    ...(arrow && getComputedStyle(arrow).scale !== "-1 1" ? ["the arrow back points forward"] : []),
  ];
}

for (const width of [1280, 390])
  test(
    `with the whole app from right to left, every screen is whole in ${width} px`,
    { tag: "@long" },
    async ({ page }) => {
      test.setTimeout(300_000);
      const addresses = await fillScreens(page);
      await page.setViewportSize({ width, height: 800 });
      const wrong: string[] = [];
      for (const [path, address] of Object.entries(addresses)) {
        await openAnew(page, path, address);
        await page.evaluate(() => {
          document.documentElement.dir = "rtl";
        });
        wrong.push(...(await page.evaluate(wrongFromRight)).map((found) => `${path}: ${found}`));
      }
      expect(wrong).toEqual([]);
    },
  );

test(
  "what opens on a screen is whole in 320 px from either side, is come to and left by the Tab key, there and back, and axe finds nothing",
  { tag: "@long" },
  async ({ page }) => {
    test.setTimeout(300_000);
    const addresses = await fillScreens(page);
    const wrong: string[] = [];
    for (const { what, path, open, shown } of openedParts) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await openAnew(page, path, addresses[path]!);
      await page.waitForTimeout(500);
      await expect(shown(page), what).toBeHidden();
      await open(page);
      await expect(shown(page), what).toBeVisible();
      await expectAccessible(page, what);
      wrong.push(...(await missedByKeys(page, what)));
      await page.setViewportSize({ width: 320, height: 640 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over > 0) wrong.push(`${what}: ${over} px wider than the window`);
      await page.evaluate(() => {
        document.documentElement.dir = "rtl";
      });
      wrong.push(...(await page.evaluate(wrongFromRight)).map((found) => `${what}: ${found}`));
    }
    expect(wrong).toEqual([]);
  },
);
