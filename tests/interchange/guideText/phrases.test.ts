import { describe, expect, test } from "vitest";
import { endingIn, openingIn, wordIn } from "../../../src/interchange/guideText/words/phrases.ts";

describe("a phrase of a list", () => {
  const opening = openingIn({
    request: "tell us\ntell us about your|请谈谈|ספר י",
    handingOver: "tell us about|请",
    instruction: "",
  });

  test.each([
    ["Tell us!", 7],
    ["tell us: about YOUR last job", 18],
    ["Tell using words", 0],
    ["Please tell us", 0],
    ["请谈谈你的工作", 3],
    ["ספר/י לי", 5],
    ["", 0],
  ])("opens %j with %i characters, the longest that fits", (text, length) => {
    expect(opening(text).request).toBe(length);
  });

  test("is of the list that it is in", () => {
    expect(opening("Tell us about your last job")).toEqual({ request: 18, handingOver: 13, instruction: 0 });
  });

  const ending = endingIn({
    request: "教えてください|自分の言葉で教えてください",
    instruction: "",
    handingOver: "",
  });

  test.each([
    ["仕事について教えてください。", 7],
    ["自分の言葉で教えてください", 13],
    ["教えてくださいと言う", 0],
    ["Tell us", 0],
  ])("ends %j with %i characters", (text, length) => {
    expect(ending(text).request).toBe(length);
  });

  test("is found as a word, whatever its points", () => {
    const found = wordIn("תעלמת|تعلمت");
    expect(found("ماذا تعلّمتَ من ذلك؟")).toBe(true);
    expect(found("ماذا تعلم؟")).toBe(false);
  });
});
