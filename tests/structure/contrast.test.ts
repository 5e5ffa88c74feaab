import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const css = readFileSync(join(import.meta.dirname, "../../src/ui/page/base.css"), "utf8");
const themes = ["light", "dark"] as const;

const [plain = "", more = ""] = css.split("@media (prefers-contrast: more)");

/** Of each theme the colour that a token stands for, as [red, green, blue], 0 to 255. */
type Tokens = ReadonlyMap<string, Readonly<Record<(typeof themes)[number], readonly number[]>>>;

const tokens = tokensIn(plain);
/** Where the reader asks for more contrast. */
const strongTokens: Tokens = new Map([...tokens, ...tokensIn(more)]);

function tokensIn(text: string): Tokens {
  return new Map(
    Array.from(text.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\);/gu), ([, name, light, dark]) => [
      name!,
      { light: toRgb(light!), dark: toRgb(dark!) },
    ]),
  );
}

function toRgb(hex: string): readonly number[] {
  const digits =
    hex.length === 4 ? Array.from(hex.slice(1), (digit) => digit + digit) : hex.slice(1).match(/../gu)!;
  return digits.map((pair) => Number.parseInt(pair, 16));
}

/** The relative luminance of WCAG 2.2. */
function luminance(rgb: readonly number[]): number {
  const [red, green, blue] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** @returns the contrast ratio of WCAG 2.2, from 1 to 21 */
function contrast(one: string, other: string, theme: (typeof themes)[number], among = tokens): number {
  const [dark, light] = [one, other]
    .map((name) => luminance(among.get(name)![theme]))
    .toSorted((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

const grounds = ["paper", "card", "wash"];
const texts = [
  ...["ink", "soft", "accent"].flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ...["amber", "red"].flatMap((text) =>
    ["paper", "card", `${text}-wash`].map((ground) => [text, ground] as const),
  ),
  ...["amber-wash", "red-wash"].map((ground) => ["ink", ground] as const),
  ...["accent", "tone-1", "tone-2", "tone-3", "tone-4", "tone-5"].map(
    (ground) => [`on-${ground}`, ground] as const,
  ),
];
/** Borders of controls, and the ring around what has the focus. */
const edges = ["edge", "accent"].flatMap((edge) => grounds.map((ground) => [edge, ground] as const));

test("black on white is 21 to 1", () => {
  expect((luminance([255, 255, 255]) + 0.05) / (luminance([0, 0, 0]) + 0.05)).toBeCloseTo(21, 10);
  expect(tokens.size).toBeGreaterThan(20);
});

test.each([
  ["button", "page/base.css", "button,\n.button {"],
  ["field", "page/base.css", "textarea) {"],
  ["rating", "parts/RatingControl.module.css", ".point {"],
  ["reason for no rating", "parts/RatingControl.module.css", ".notAssessed {"],
])("the border of a %s is such an edge", (_control, file, selector) => {
  const styles = readFileSync(join(import.meta.dirname, "../../src/ui", file), "utf8");
  const [, rule = ""] = styles.split(selector);
  expect(rule.slice(0, rule.indexOf("}"))).toContain("border: 1px solid var(--edge);");
});

describe.each(themes)("in the %s theme", (theme) => {
  test.each(texts)("a text in %s on %s has a contrast of 4.5 to 1 at least", (text, ground) => {
    expect(contrast(text, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(edges)("an edge in %s on %s has a contrast of 3 to 1 at least", (edge, ground) => {
    expect(contrast(edge, ground, theme)).toBeGreaterThanOrEqual(3);
  });

  test.each(texts)("a text in %s on %s has 7 to 1 where more contrast is asked for", (text, ground) => {
    expect(contrast(text, ground, theme, strongTokens)).toBeGreaterThanOrEqual(7);
  });

  test.each([...edges, ...grounds.map((ground) => ["line", ground] as const)])(
    "an edge in %s on %s has 4.5 to 1 where more contrast is asked for",
    (edge, ground) => {
      expect(contrast(edge, ground, theme, strongTokens)).toBeGreaterThanOrEqual(4.5);
    },
  );
});
