import type { Guide } from "../../domain/guides/guide.ts";
import type { Block } from "./sources/blocks.ts";
import type { Finding } from "./draft/draftLines.ts";
import { draftGuide } from "./draft/guideDraft.ts";
import { withBulletHeads } from "./sources/bulletHeads.ts";
import { htmlToBlocks } from "./sources/htmlBlocks.ts";
import { labelBlocks } from "./labels/lineLabelling.ts";
import type { LineLabel } from "./labels/lineLabels.ts";
import { withIndented } from "./sources/indentedLines.ts";
import { markdownToBlocks } from "./sources/markdownBlocks.ts";
import { withOutline } from "./sources/outlineNumbers.ts";
import { formatOf, type SourceFormat } from "./sources/sourceFormat.ts";
import { textToBlocks } from "./sources/textBlocks.ts";

/** A line of the source that is not empty, and what was made of it. */
export interface ReadLine {
  /** 1-based; in HTML, where a line of source says little, the number of the line as it is shown. */
  readonly line: number;
  /** Without its marker and its markup. */
  readonly text: string;
  readonly label: LineLabel;
  /** Lines of one shape look alike and stand in the same kind of place. */
  readonly shape: string;
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

/**
 * Reads a guide from a page that was pasted or a file. It never throws.
 *
 * @param format what the source is written in; without it, the source is looked at
 * @param said what a person says of lines, by their number; it is evidence for all of the page
 * @param isAnyway whether to offer questions of a page that does not look like a guide
 * @param fileName of the file that it comes from, which tells what it is as a title does; empty where it was pasted
 * @returns a draft that can be imported, and every line that found no place in it
 */
export function guideFromText(
  source: string,
  format: SourceFormat = formatOf(source),
  said: ReadonlyMap<number, LineLabel> = new Map(),
  isAnyway = false,
  fileName = "",
): ReadGuide {
  const { lines, withheld } = labelBlocks(withOutline(blocksOf(source, format)), said, isAnyway, fileName);
  return {
    ...draftGuide(lines),
    lines: lines.map(({ block, label, shape }) => ({ line: block.line, text: block.text, label, shape })),
    withheld,
  };
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
