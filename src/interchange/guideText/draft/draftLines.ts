import type { Block } from "../sources/blocks.ts";
import { type Label, labelOf } from "../labels/guideLabels.ts";
import { joinedTexts } from "../labels/lineEntries.ts";
import type { LabelledBlock, LineLabel } from "../labels/lineLabels.ts";

/** A line of the source that is not in the guide, or is there with a doubt. */
export interface Finding {
  /** 1-based line of the source. */
  readonly line: number;
  readonly text: string;
  /** One plain sentence: why it is not in the guide, or what is doubtful. */
  readonly message: string;
}

/** A line and those that go on with it. */
export interface Group {
  readonly first: Block;
  readonly label: LineLabel;
  readonly text: string;
  /** The label that it opens with. */
  readonly found: Label | undefined;
}

/** Puts the lines together that go on with one another. */
export function toGroups(lines: readonly LabelledBlock[]): readonly Group[] {
  const groups: Group[] = [];
  for (const { block, label, found } of lines) {
    const last = groups.at(-1);
    if (label === "continues" && last !== undefined)
      groups[groups.length - 1] = {
        ...last,
        first: block.kind === "row" ? withRow(last.first, block) : last.first,
        text: joinedTexts(last.text, block),
      };
    else
      groups.push({
        first: block,
        label: label === "continues" ? "leftOut" : label,
        text: block.text,
        found,
      });
  }
  return groups.map((group) => ({ ...group, found: labelOfGroup(group) }));
}

/** A row in which a cell goes on that the row above has, too, puts its others below those. */
function withRow(above: Block, { cells }: Block): Block {
  const joined = above.cells.map((cell, column) => {
    const more = cells[column] ?? "";
    return more === cell ? cell : `${cell}\n${more}`.trim();
  });
  return { ...above, cells: joined };
}

/** How many questions stand below each head, up to the next one. */
export function questionsBelow(groups: readonly Group[]): ReadonlyMap<Group, number> {
  const counts = new Map<Group, number>();
  let head: Group | undefined;
  for (const group of groups) {
    const isHead =
      group.label === "competency" ||
      (group.label === "heading" && group.first.kind !== "row" && group.found === undefined);
    if (isHead) head = group;
    else if (group.label === "question") {
      const { kind, level } = group.first;
      if (kind === "heading" && level <= (head?.first.level ?? 0)) head = undefined;
      if (head !== undefined) counts.set(head, (counts.get(head) ?? 0) + 1);
    }
  }
  return counts;
}

/** What the document showed of its first line holds for the lines that go on with it, too. */
function labelOfGroup({ first, text, found }: Group): Label | undefined {
  if (found === undefined) return labelOf(text, first.lead);
  return { ...found, rest: found.rest === "" ? "" : found.rest + text.slice(first.text.length) };
}
