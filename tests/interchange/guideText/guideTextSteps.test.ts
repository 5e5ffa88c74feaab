// @vitest-environment node
import { expect, test } from "vitest";
import type { Block } from "../../../src/interchange/guideText/sources/blocks.ts";
import { textToBlocks } from "../../../src/interchange/guideText/sources/textBlocks.ts";
import { labelBlocks } from "../../../src/interchange/guideText/labels/lineLabelling.ts";

/** How often each line is looked at while all of them are labelled, and how often its words are read. */
function stepsPerLine(source: string): { readonly looks: number; readonly readings: number } {
  let looks = 0;
  let readings = 0;
  const blocks = textToBlocks(source).map(
    (block) =>
      new Proxy<Block>(block, {
        get: (line, property, receiver) => {
          looks += 1;
          if (property === "text") readings += 1;
          return Reflect.get(line, property, receiver) as unknown;
        },
      }),
  );
  labelBlocks(blocks, new Map(), false, "");
  return { looks: looks / blocks.length, readings: readings / blocks.length };
}

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join("\n");

test.each<[string, (count: number) => string]>([
  ["bullets of one word", (count) => lines(count, () => "- word")],
  ["bullets that are all others", (count) => lines(count, (index) => `- word ${index}`)],
  ["bare lines", (count) => lines(count, () => "word")],
  ["questions", (count) => lines(count, (index) => `- How did you plan part ${index}?`)],
  ["questions in a block", (count) => `Tell me of a plan.\n${lines(count, () => "Did they plan?")}`],
  ["lists in lists", (count) => lines(count, (index) => `${" ".repeat(index % 60)}- part ${index}`)],
  ["rows", (count) => lines(count, (index) => `| How did you plan part ${index}? | order; calm |`)],
  ["names and values", (count) => lines(count, (index) => `Part: value ${index}`)],
  ["lists below one label", (count) => lines(count, (index) => `Listen:\n- part ${index}\n`)],
  ["points of a scale", (count) => lines(count, (index) => `${(index % 5) + 1}: word`)],
  ["headings", (count) => lines(count, (index) => `## Part ${index % 40}`)],
  ["announced lists", (count) => lines(count, () => "Ask them:\n- part\n- plan")],
])("a page of nothing but %s takes as long for each line, however many there are", (_, page) => {
  const few = stepsPerLine(page(200));
  const many = stepsPerLine(page(1600));
  expect(many.readings).toBeLessThan(20);
  expect(many.looks).toBeLessThan(few.looks * 1.2);
});
