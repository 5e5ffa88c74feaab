import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const source = resolve(import.meta.dirname, "../../src");
/** A line stays as thin as it is, however large the words are. */
const THICKEST_LINE_PX = 3;

const sheets = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".css"))
  .map((file) => [file, readFileSync(join(source, file), "utf8").replaceAll(/\/\*.*?\*\//gsu, "")] as const);

test("all sizes grow with the text size that is set in the browser", () => {
  expect(sheets.length).toBeGreaterThan(50);
  const fixed = sheets.flatMap(([file, rules]) =>
    [...rules.matchAll(/-?[\d.]+px\b/gu)]
      .map(([size]) => size)
      .filter((size) => Math.abs(Number.parseFloat(size)) > THICKEST_LINE_PX)
      .map((size) => `${file}: ${size} is not in rem`),
  );
  expect(fixed).toEqual([]);
});

// Chromium gives a screen reader nothing of what it skips.
test("what is out of sight is there for a screen reader all the same", () => {
  const skipping = sheets.filter(([, rules]) => rules.includes("content-visibility")).map(([file]) => file);
  expect(skipping).toEqual([]);
});

// Else it lies where the whole page is as wide, or as high, as what scrolls. What contains its layout holds it as well.
test("what is only heard lies in the part that scrolls, and widens no page", () => {
  const scrolling = sheets.flatMap(([file, rules]) =>
    [...rules.matchAll(/([^{}]+)\{([^{}]*overflow(?:-[xy])?: auto[^{}]*)\}/gu)].map(
      ([, of = "", own = ""]) => ({
        place: `${file}: ${of.trim()}`,
        isPositioned: /position: (?:relative|sticky|absolute|fixed)|container: /u.test(own),
      }),
    ),
  );
  expect(scrolling.length).toBeGreaterThan(20);
  expect(scrolling.filter(({ isPositioned }) => !isPositioned).map(({ place }) => place)).toEqual([]);
});
