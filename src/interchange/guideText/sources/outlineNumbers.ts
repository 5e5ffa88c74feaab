import { withBareNumbers } from "./bareNumbers.ts";
import type { Block } from "./blocks.ts";

const outlineNumber = /^(\d{1,2}(?:\.\d{1,2}){1,4})[.)]?\s+(?=\p{L}|["“„«¿])/u;
/** Fewer are no outline: "1.5 hours" begins with a number, too. */
const FEWEST = 3;

/**
 * Takes the numbers off an outline ("2.1.3 …") and sets its lines in as deep as they are numbered. Where there is none,
 * numbers that stand before a line with nothing between are set off.
 */
export function withNumbers(blocks: readonly Block[]): readonly Block[] {
  const texts = blocks.map(({ text, kind }) => (kind === "row" || kind === "code" ? "" : text));
  const paths = texts.map((text) => outlineNumber.exec(text)?.[1]?.split(".").map(Number));
  const known = paths.filter((path) => path !== undefined);
  const isOrdered = known.every((path, index) => index === 0 || isAfter(path, known[index - 1] ?? []));
  if (known.length < FEWEST || !isOrdered) return withBareNumbers(blocks, texts);
  return blocks.map((block, index): Block => {
    const path = paths[index];
    if (path === undefined) return block;
    const text = block.text.replace(outlineNumber, "");
    if (block.kind === "heading") return { ...block, text };
    return {
      ...block,
      kind: "item",
      marker: "1",
      number: path.at(-1) ?? 0,
      indent: block.indent + 2 * (path.length - 1),
      text,
    };
  });
}

function isAfter(path: readonly number[], before: readonly number[]): boolean {
  const at = path.findIndex((number, index) => number !== before[index]);
  return (path[at] ?? 0) > (before[at] ?? 0);
}
