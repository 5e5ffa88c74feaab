import type { Guide } from "../../domain/guides/guide.ts";
import type { Block } from "./sources/blocks.ts";
import type { Finding } from "./draft/draftLines.ts";
import { draftGuide } from "./draft/guideDraft.ts";
import { withBulletHeads } from "./sources/bulletHeads.ts";
import { htmlToBlocks } from "./sources/htmlBlocks.ts";
import { labelBlocks, type LabelledPage } from "./labels/lineLabelling.ts";
import { withSpans } from "./labels/lineTables.ts";
import type { LabelledBlock, LineLabel } from "./labels/lineLabels.ts";
import { withIndented } from "./sources/indentedLines.ts";
import { markdownToBlocks } from "./sources/markdownBlocks.ts";
import { withNumbers } from "./sources/outlineNumbers.ts";
import { formatOf, type SourceFormat } from "./sources/sourceFormat.ts";
import { textToBlocks } from "./sources/textBlocks.ts";

/** A line of the source that is not empty, and what was made of it. */
export interface ReadLine {
  /** 1-based; in HTML, where a line of source says little, the number of the line as it is shown. */
  readonly line: number;
  /** Without its marker and its markup. */
  readonly text: string;
  readonly label: LineLabel;
  /** Why it is left out, or what is doubtful; an empty string where nothing is to be said. */
  readonly message: string;
  /** Lines of one shape look alike and stand in the same kind of place. */
  readonly shape: string;
}

/** What a person did with what was read of a page. */
export interface Corrected {
  /** What lines are, by their number; it is evidence for the others. */
  readonly said: ReadonlyMap<number, LineLabel>;
  /** The first lines as they were read before, which stay as they are but for what was said. */
  readonly passed: readonly ReadLine[];
  /** The lines that were read as questions when the last of it was said: but for what was said of them, they go on being asked. */
  readonly asked: readonly number[];
}

/** A draft of a guide, and what its writer should look at. */
export interface ReadGuide {
  readonly guide: Guide;
  readonly findings: readonly Finding[];
  /** In the order of the source, every line once. */
  readonly lines: readonly ReadLine[];
  /** How many questions are not offered, since the page does not look like an interview guide. */
  readonly withheld: number;
}

const nothing: Corrected = { said: new Map(), passed: [], asked: [] };

/**
 * Reads a guide from a page that was pasted or a file. It never throws.
 *
 * @param format what the source is written in; without it, the source is looked at
 * @param corrected what a person did since it was read before
 * @param isAnyway whether to offer questions of a page that does not look like a guide
 * @param fileName of the file that it comes from, which tells what it is as a title does; empty where it was pasted
 * @returns a draft that can be imported, and every line that found no place in it
 */
export function guideFromText(
  source: string,
  format: SourceFormat = formatOf(source),
  corrected = nothing,
  isAnyway = false,
  fileName = "",
): ReadGuide {
  const { said, passed } = corrected;
  const blocks = withSpans(withNumbers(blocksOf(source, format)));
  // What was offered goes on being offered.
  const isOffered = isAnyway || passed.length > 0;
  const { lines: labelled, withheld } = labelCorrected(blocks, corrected, isOffered, fileName);
  const lines = labelled.map((line, at): LabelledBlock => {
    const { label, message } = (said.has(line.block.line) ? undefined : passed[at]) ?? line;
    return { ...line, label, message };
  });
  return {
    ...draftGuide(lines),
    lines: lines.map(({ block, label, message, shape }) => ({
      line: block.line,
      text: block.text,
      label,
      message,
      shape,
    })),
    withheld,
  };
}

/** What is said of a line teaches what others are; none is lost by it that somebody had seen to be a question, and left. */
function labelCorrected(
  blocks: readonly Block[],
  { said, asked }: Corrected,
  isAnyway: boolean,
  fileName: string,
): LabelledPage {
  const page = labelBlocks(blocks, said, isAnyway, fileName);
  const wereAsked = new Set(asked);
  const lost = page.lines.filter(
    ({ block, label }) => label !== "question" && wereAsked.has(block.line) && !said.has(block.line),
  );
  if (lost.length === 0) return page;
  const kept = lost.map(({ block }) => [block.line, "question"] as const);
  return labelBlocks(blocks, new Map([...kept, ...said]), isAnyway, fileName);
}

function blocksOf(source: string, format: SourceFormat): readonly Block[] {
  switch (format) {
    case "html":
      return withBulletHeads(htmlToBlocks(source));
    case "markdown":
      return withBulletHeads(markdownToBlocks(source));
    case "text":
      return withBulletHeads(withIndented(textToBlocks(source)));
  }
}
