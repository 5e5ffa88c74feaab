import type { Block } from "../sources/blocks.ts";
import { labelOf } from "../labels/guideLabels.ts";
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
}

/** Puts the lines together that go on with one another. */
export function toGroups(lines: readonly LabelledBlock[]): readonly Group[] {
  const groups: Group[] = [];
  for (const { block, label } of lines) {
    const last = groups.at(-1);
    if (label === "continues" && last !== undefined)
      groups[groups.length - 1] = { ...last, text: joinedTexts(last.text, block) };
    else groups.push({ first: block, label: label === "continues" ? "leftOut" : label, text: block.text });
  }
  return groups;
}

/** How many questions stand below each head, up to the next one. */
export function questionsBelow(groups: readonly Group[]): ReadonlyMap<Group, number> {
  const counts = new Map<Group, number>();
  let head: Group | undefined;
  for (const group of groups) {
    const isHead =
      group.label === "competency" ||
      (group.label === "heading" &&
        group.first.kind !== "row" &&
        labelOf(group.text, group.first.lead) === undefined);
    if (isHead) head = group;
    else if (group.label === "question") {
      const { kind, level } = group.first;
      if (kind === "heading" && level <= (head?.first.level ?? 0)) head = undefined;
      if (head !== undefined) counts.set(head, (counts.get(head) ?? 0) + 1);
    }
  }
  return counts;
}
