import { groupBy } from "../../../domain/panels/groupBy.ts";
import type { Block } from "./blocks.ts";

/** Fewer say nothing of what a bullet is for. */
const FEWEST = 3;
const LONGEST_HEAD = 40;
/** Below all that is marked as a heading, and above what is only bold. */
const LEVEL = 6;

/** Makes headings of bullets that never follow one another: "■ Planning", and what is asked below it. */
export function withBulletHeads(blocks: readonly Block[]): readonly Block[] {
  const headLike = new Set(blocks.filter((block, index) => isHead(block, blocks[index + 1])));
  const items = blocks.filter(({ kind }) => kind === "item");
  const heads = new Set(
    [...groupBy(items, ({ marker, indent }) => `${marker}${indent}`).values()]
      .filter((alike) => alike.length >= FEWEST && alike.every((block) => headLike.has(block)))
      .flat(),
  );
  return blocks.map((block) =>
    heads.has(block) ? { ...block, kind: "heading", level: LEVEL, marker: "" } : block,
  );
}

function isHead(block: Block, next: Block | undefined): boolean {
  return (
    next !== undefined &&
    ((block.isBold && block.number === 1) || isBulletAtMargin(block)) &&
    block.text.length <= LONGEST_HEAD &&
    !/[.?!。？！：:؟]["”»」]?$/u.test(block.text) &&
    next.marker !== block.marker &&
    next.indent <= block.indent
  );
}

function isBulletAtMargin({ marker, indent, isAfterBlank, line }: Block): boolean {
  return indent === 0 && (isAfterBlank || line === 1) && /^[^\p{L}\p{N}☐]$/u.test(marker);
}
