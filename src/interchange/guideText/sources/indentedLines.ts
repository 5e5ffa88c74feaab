import type { Block } from "./blocks.ts";

/** Fewer are wrapped lines or chance. */
const FEWEST = 2;

/** Makes items of bare lines that are set in below whole lines, again and again: a list need not have bullets. */
export function withIndented(blocks: readonly Block[]): readonly Block[] {
  const items = new Set<Block>();
  let lists = 0;
  let owner: Block | undefined;
  for (const [index, block] of blocks.entries()) {
    const above = blocks[index - 1];
    if (block.kind !== "paragraph" || block.isAfterBlank || above === undefined) owner = undefined;
    else if (block.indent > above.indent + 1 && isWhole(above)) {
      owner = above;
      lists += 1;
    } else if (owner !== undefined && block.indent <= owner.indent) owner = undefined;
    const below = blocks[index + 1];
    // What has bullets below it where it stands is their label, unless it goes on with other lines.
    const isLabel =
      below?.kind === "item" &&
      !below.isAfterBlank &&
      below.indent === block.indent &&
      !(above !== undefined && items.has(above));
    if (owner !== undefined && !isLabel) items.add(block);
  }
  if (lists < FEWEST) return blocks;
  return blocks.map((block) => (items.has(block) ? { ...block, kind: "item", marker: "-" } : block));
}

function isWhole({ kind, text }: Block): boolean {
  return kind !== "item" && kind !== "row" && /[.?!:。？！：؟]["”»」]?$/u.test(text);
}
