import { type Block, isAlike } from "../sources/blocks.ts";

/** Two questions may stand twice. */
const SHORTEST_RUN = 3;

/** @returns a text without marks and capitals, to tell whether two lines say the same */
export function sameText(text: string): string {
  return text
    .slice(0, 200)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * Finds tables of contents: lines that follow one another and stand again further down, in the same order and with
 * others between them. A list that two questions share is none: its lines follow one another there too, or others of its kind.
 */
export function contentsLines(blocks: readonly Block[]): ReadonlySet<Block> {
  const texts = blocks.map(({ text }) => sameText(text));
  const lastByText = new Map<string, number>();
  for (const [index, block] of blocks.entries()) if (isLine(block)) lastByText.set(texts[index] ?? "", index);
  const found = new Set<Block>();
  let run: { readonly block: Block; readonly later: number }[] = [];
  const close = () => {
    const first = run[0]?.later ?? 0;
    const spread = (run.at(-1)?.later ?? 0) - first;
    const heads = run.filter(({ later }) => !isBesideAlike(blocks, later)).length;
    if (run.length >= SHORTEST_RUN && spread > run.length && heads * 2 > run.length)
      for (const { block } of run) found.add(block);
    run = [];
  };
  for (const [index, block] of blocks.entries()) {
    const text = texts[index] ?? "";
    const later = lastByText.get(text) ?? index;
    const standsAgain = later > index && isLine(block);
    const last = run.at(-1);
    if (!standsAgain || later <= (last?.later ?? index) || last?.block.kind !== block.kind) close();
    if (standsAgain && text !== "") run.push({ block, later });
  }
  close();
  return found;
}

/** Whether a line stands right above one that looks like it, and heads nothing. */
function isBesideAlike(blocks: readonly Block[], at: number): boolean {
  const [own, next] = [blocks[at], blocks[at + 1]];
  return own?.kind === "item" && next !== undefined && isAlike(own, next);
}

/** Whether it is a line of the text, and no code or table. */
function isLine({ kind }: Block): boolean {
  return kind !== "code" && kind !== "row";
}
