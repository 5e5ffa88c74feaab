import { expect, test } from "vitest";
import { beginsWords, isUnspaced, textToTokens } from "../../../src/domain/text/tokens.ts";

test("words are cut where people cut them, and Chinese, Japanese and Korean at every character", () => {
  expect(textToTokens("Zoë van-der Berg (2)")).toEqual(["zoë", "van", "der", "berg", "2"]);
  expect(textToTokens("王小明")).toEqual(["王小明", "小明", "明"]);
  expect(textToTokens("𠮷野")).toEqual(["𠮷野", "野"]);
  expect(textToTokens("—")).toEqual([]);
});

test("only Chinese, Japanese and Korean are taken to run on without a space", () => {
  for (const text of ["王", "さくら", "サクラ", "김", "Ada 王"])
    expect([text, isUnspaced(text)]).toEqual([text, true]);
  for (const text of ["", "Zoë", "Наталья", "أميرة", "प्रिया", "—"])
    expect([text, isUnspaced(text)]).toEqual([text, false]);
});

test("a name with marks on its letters is found by letters without them, and by other ones", () => {
  for (const typed of ["zoe mul", "Zoë", "Müller", "zoé", "muller zoe"])
    expect([typed, beginsWords("Zoë Müller", textToTokens(typed))]).toEqual([typed, true]);
  for (const typed of ["zoa", "uller", "mueller"])
    expect([typed, beginsWords("Zoë Müller", textToTokens(typed))]).toEqual([typed, false]);
  expect(beginsWords("Zoe Mueller", textToTokens("zoë"))).toBe(true);
});
