import type { Block } from "./blocks.ts";

/** Fewer say nothing of what a bullet is for. */
const FEWEST = 3;
const LONGEST_HEAD = 40;
/** Below all that is marked as a heading, and above what is only bold. */
const LEVEL = 6;

/** Makes headings of bullets that never follow one another: "■ Planning", and what is asked below it. */
export function withBulletHeads(blocks: readonly Block[]): readonly Block[] {
  const counts = new Map<string, { heads: number; others: number }>();
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== "item") continue;
    const count = counts.get(placeOf(block)) ?? { heads: 0, others: 0 };
    counts.set(placeOf(block), count);
    if (isHead(block, blocks[index + 1])) count.heads += 1;
    else count.others += 1;
  }
  const isOfHeads = (block: Block) => {
    const { heads = 0, others = 0 } = counts.get(placeOf(block)) ?? {};
    return block.kind === "item" && heads >= FEWEST && others === 0;
  };
  return blocks.map((block) =>
    isOfHeads(block) ? { ...block, kind: "heading", level: LEVEL, marker: "" } : block,
  );
}

function placeOf({ marker, indent }: Block): string {
  return `${marker}${String(indent)}`;
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
