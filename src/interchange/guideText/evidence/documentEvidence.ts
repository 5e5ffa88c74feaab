import type { Label } from "../labels/guideLabels.ts";
import type { LabelKind } from "../words/labelWords.ts";
import type { LineLabel } from "../labels/lineLabels.ts";
import type { Block } from "../sources/blocks.ts";
import { contentsLines } from "./contentsRuns.ts";
import { pageLinesOf } from "./pageLines.ts";
import { repeatedLabels } from "./repeatedLabels.ts";
import { tasksIn } from "./tasks.ts";
import { translationsIn } from "./translations.ts";

/** What the document as a whole says of its lines. */
export interface Evidence {
  /** Labels that no list of words knows. */
  readonly labels: ReadonlyMap<Block, Label>;
  /** The lines below labels, known ones and others. */
  readonly listed: ReadonlySet<Block>;
  /** The lines of tables of contents. */
  readonly contents: ReadonlySet<Block>;
  /** Tasks that are asked of the candidate. */
  readonly tasks: ReadonlySet<Block>;
  /** Lines that say the one above again, in another language, with that one. */
  readonly translations: ReadonlyMap<Block, Block>;
}

const kindsByLabel: Partial<Readonly<Record<LineLabel, LabelKind>>> = {
  area: "areas",
  followUp: "followUps",
  anchor: "strong",
};

/**
 * Goes over the whole document once.
 *
 * @param said what a person says of lines, by their number
 */
export function evidenceOf(blocks: readonly Block[], said: ReadonlyMap<number, LineLabel>): Evidence {
  const contents = contentsLines(blocks);
  const kinds = new Map<number, LabelKind>();
  for (const [line, label] of said) {
    const kind = kindsByLabel[label];
    if (kind !== undefined) kinds.set(line, kind);
  }
  const lines = pageLinesOf(blocks, contents);
  const tasks = tasksIn(lines);
  const asked = lines.map((line) =>
    tasks.has(line.block) ? { ...line, isAsked: true, isQuestion: true } : line,
  );
  return { contents, tasks, translations: translationsIn(blocks, said), ...repeatedLabels(asked, kinds) };
}
