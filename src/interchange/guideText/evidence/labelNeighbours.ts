import type { LabelKind } from "../words/labelWords.ts";
import { isAsked } from "../labels/askedText.ts";
import type { Label } from "../labels/guideLabels.ts";
import { type Block, isAlike } from "../sources/blocks.ts";
import { bodyOf, type LabelledPage } from "./labelBodies.ts";
import type { PageLine } from "./pageLines.ts";

/** A list of sentences as long as this explains, and names nothing to tick off. */
export const LONG_LINE = 140;

/** What labels say of one another, where they stand beside others or instead of them. */
export function settleLabels(page: LabelledPage, found: Map<Block, Label>): void {
  addNeighbours(page, found);
  addScenes(page, found);
  addStrongAnswers(page, found);
}

/** @returns what a line is labelled as, by what was found or by the words that guides use */
export function labelAt(line: PageLine | undefined, found: ReadonlyMap<Block, Label>): Label | undefined {
  return line && (found.get(line.block) ?? line.known);
}

/** "Weak: …", "Solid: …", "Strong: …": what stands between two labels, and looks like them, is one of them. */
function addNeighbours({ lines }: LabelledPage, found: Map<Block, Label>): void {
  const filledAt = (line: PageLine | undefined) => {
    const label = labelAt(line, found);
    return line !== undefined && label?.isCertain === true && label.rest !== "" ? { line, label } : undefined;
  };
  for (const [index, line] of lines.entries()) {
    const { block, name } = line;
    if (name === undefined || name.rest === "" || filledAt(line) !== undefined) continue;
    const next = lines[index + 1];
    const beside = [
      block.isAfterBlank ? undefined : filledAt(lines[index - 1]),
      next?.block.isAfterBlank === true ? undefined : filledAt(next),
    ].filter(
      (one) =>
        one !== undefined &&
        isAlike(one.line.block, block) &&
        one.label.kind !== "question" &&
        one.label.kind !== "competency",
    );
    const [first] = beside;
    if (first !== undefined && (beside.length > 1 || found.has(first.line.block)))
      found.set(block, { kind: first.label.kind, rest: name.rest, isCertain: true });
  }
}

/** Where each "Scenario: a late order" stands above what is asked about it, it sets the scene, and is no question itself. */
function addScenes({ lines }: LabelledPage, found: Map<Block, Label>): void {
  const scenes = lines.flatMap((line) => {
    const label = labelAt(line, found);
    const isScene = label?.kind === "question" && label.rest !== "" && scene.test(line.block.text);
    return isScene && !isAsked(label.rest) ? [{ line, label }] : [];
  });
  const above = scenes.filter(({ line: { index } }) => {
    const next = lines[index + 1];
    return next?.isQuestion === true && !scene.test(next.block.text);
  });
  if (above.length < 2 || above.length * 4 < scenes.length * 3) return;
  for (const { line, label } of above) found.set(line.block, { ...label, kind: "purpose" });
}

const scene = /^(?:scenario|situation)\b/iu;

/** Where nothing else says what to listen for, the list below "A good answer" does: a "Red flag: …" here and there is one of it. */
function addStrongAnswers(page: LabelledPage, found: Map<Block, Label>): void {
  const kinds = page.lines.map((line) => labelAt(line, found)?.kind);
  const countOf = (...wanted: readonly LabelKind[]) =>
    kinds.filter((kind) => kind !== undefined && wanted.includes(kind)).length;
  if (countOf("areas") > 0 || countOf("weak", "middle") * 2 >= countOf("strong")) return;
  for (const line of page.lines) {
    const label = labelAt(line, found);
    if (label?.kind !== "strong" || label.rest !== "" || !label.isCertain) continue;
    const below = bodyOf(page, line, "").lines;
    if (below.length > 0 && below.every(({ block }) => block.marker !== "" && block.text.length < LONG_LINE))
      found.set(line.block, { ...label, kind: "areas" });
  }
}
