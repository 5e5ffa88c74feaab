/** A piece of text where it stands on its page: in points, from the lower left corner. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  /** Of the base line. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isRightToLeft: boolean;
}

/** A line of print. */
interface PrintedLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly y: number;
  readonly height: number;
  readonly isRightToLeft: boolean;
}

/** A head is set larger than the text around it. */
const HEAD_SIZE = 1.15;
/** More room between two lines than so many usual steps is a blank line. */
const BLANK_STEP = 1.35;
/** In heights of a letter: what parts two words, and what parts two cells. */
const WORD_GAP = 0.15;
const CELL_GAP = 0.9;
const FEWEST_IN_COLUMN = 6;
/** In heights of a letter: narrower lines are not wrapped, though they are the widest of their page. */
const NARROWEST = 12;

const marked =
  /^(?:[-*•◦–—‣·●○■□▪►➢✓☐・]|\(?(?:\d{1,3}|[a-z])[.)、]|[一二三四五六七八九十]{1,3}、|q ?\d{0,3}[:：.])\s*/iu;

/** @returns the lines of a page as they are read: columns one after the other, wrapped lines put together */
export function pageToLines(page: readonly PlacedText[]): readonly string[] {
  const texts = page.filter(({ text }) => text.trim() !== "");
  const size = median(texts.flatMap(({ height, text }) => Array.from({ length: text.length }, () => height)));
  return columnsOf(texts, size).flatMap((column) => [...columnToLines(printedLines(column), size), ""]);
}

/** Parts a page at a gutter that runs down between two blocks of running text; the cells of a table stay together. */
function columnsOf(texts: readonly PlacedText[], size: number): readonly (readonly PlacedText[])[] {
  const gutter = gutterOf(texts, size);
  if (gutter === undefined) return [texts];
  const left = texts.filter(({ x }) => x < gutter);
  const right = texts.filter(({ x }) => x >= gutter);
  const sides = texts.some(({ isRightToLeft }) => isRightToLeft) ? [right, left] : [left, right];
  if (!sides.every((side) => isRunning(printedLines(side)))) return [texts];
  // What stands across both, above them, is read first.
  return sides;
}

/** @returns where nothing is printed from top to bottom, between a third and two thirds of the text's width */
function gutterOf(texts: readonly PlacedText[], size: number): number | undefined {
  const start = Math.min(...texts.map(({ x }) => x));
  const end = Math.max(...texts.map(({ x, width }) => x + width));
  const spans = texts.map(({ x, width }) => [x, x + width] as const).toSorted(([a], [b]) => a - b);
  let reached = start;
  for (const [from, to] of spans) {
    const middle = (reached + from) / 2;
    const isCentral = middle > start + (end - start) / 3 && middle < end - (end - start) / 3;
    if (from - reached > size && isCentral) return middle;
    reached = Math.max(reached, to);
  }
  return undefined;
}

/** Whether lines are those of paragraphs, that mostly go to the end of the column. */
function isRunning(lines: readonly PrintedLine[]): boolean {
  const width = Math.max(0, ...lines.map(({ start, end }) => end - start));
  const long = lines.filter(({ start, end }) => end - start > 0.6 * width).length;
  return lines.length >= FEWEST_IN_COLUMN && long * 2 > lines.length;
}

/** Puts together what stands on one base line, from the side on which reading begins. */
function printedLines(texts: readonly PlacedText[]): readonly PrintedLine[] {
  const rows: PlacedText[][] = [];
  for (const text of texts.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row !== undefined && first !== undefined && first.y - text.y < 0.4 * first.height) row.push(text);
    else rows.push([text]);
  }
  const inOrder = rows.map((row) => row.toSorted((a, b) => (readsFromRight(row) ? b.x - a.x : a.x - b.x)));
  const cells = new Set(
    inOrder.flatMap((row) =>
      row
        .filter((piece, index) => gapBefore(piece, row[index - 1]) > CELL_GAP * piece.height)
        .map(({ x }) => Math.round(x)),
    ),
  );
  return withoutLoneCells(inOrder.map((row) => toLine(row, cells)));
}

/** A wide gap is one between cells where a line beside it has as many. */
function withoutLoneCells(lines: readonly PrintedLine[]): readonly PrintedLine[] {
  const counts = lines.map(({ text }) => text.split("\t").length);
  return lines.map((line, index) =>
    counts[index] === counts[index - 1] || counts[index] === counts[index + 1]
      ? line
      : { ...line, text: line.text.replaceAll("\t", " ") },
  );
}

/** How much room is before a piece, on the side on which reading begins. */
function gapBefore(piece: PlacedText, before: PlacedText | undefined): number {
  if (before === undefined) return 0;
  return piece.x < before.x ? before.x - piece.x - piece.width : piece.x - before.x - before.width;
}

/** @param cells where cells begin in other lines */
function toLine(row: readonly PlacedText[], cells: ReadonlySet<number>): PrintedLine {
  const height = Math.max(...row.map((piece) => piece.height));
  let text = "";
  let before: PlacedText | undefined;
  for (const piece of row) {
    const gap = gapBefore(piece, before) / height;
    const isMarker = text.length < 5 && marked.test(`${text} `);
    const isCell = gap > CELL_GAP || (gap > WORD_GAP && cells.has(Math.round(piece.x)));
    text += isCell && !isMarker ? "\t" : gap > WORD_GAP ? " " : "";
    text += piece.text;
    before = piece;
  }
  return {
    text: text
      .replaceAll(/ {2,}/g, " ")
      // Fonts map letters to the radicals that look like them.
      .replaceAll(/[\u2E80-\u2FDF\uFB00-\uFB06]/g, (sign) => sign.normalize("NFKC"))
      .trim(),
    start: Math.min(...row.map(({ x }) => x)),
    end: Math.max(...row.map(({ x, width }) => x + width)),
    y: row[0]?.y ?? 0,
    height,
    isRightToLeft: readsFromRight(row),
  };
}

function readsFromRight(row: readonly PlacedText[]): boolean {
  return row.filter((piece) => piece.isRightToLeft).length * 2 > row.length;
}

function columnToLines(lines: readonly PrintedLine[], size: number): readonly string[] {
  const left = Math.min(...lines.map(({ start }) => start));
  const right = Math.max(...lines.map(({ end }) => end));
  const step = median(lines.slice(1).map(({ y }, index) => (lines[index]?.y ?? y) - y));
  const found: string[] = [];
  let above: PrintedLine | undefined;
  for (const line of lines) {
    const gap = above === undefined ? 0 : above.y - line.y;
    if (above !== undefined && gap < BLANK_STEP * step && isWrapped(above, line, { left, right })) {
      const last = found.pop() ?? "";
      found.push(`${last}${isWide(last.slice(-1)) && isWide(line.text.slice(0, 1)) ? "" : " "}${line.text}`);
    } else {
      if (above !== undefined && gap >= BLANK_STEP * step) found.push("");
      const inset = line.isRightToLeft ? right - line.end : line.start - left;
      const isHead = line.height > HEAD_SIZE * size && line.text.length < 120;
      found.push(`${isHead ? "## " : "  ".repeat(Math.round(inset / (1.5 * size)))}${line.text}`);
    }
    above = line;
  }
  return found;
}

interface Edges {
  readonly left: number;
  readonly right: number;
}

/** A line goes on with the one above where its first word had found no room there. */
function isWrapped(above: PrintedLine, line: PrintedLine, { left, right }: Edges): boolean {
  if (marked.test(line.text) || line.text.includes("\t") || above.text.includes("\t")) return false;
  if (Math.abs(above.height - line.height) > 0.1 * line.height) return false;
  if (above.end - above.start < NARROWEST * line.height) return false;
  const room = line.isRightToLeft ? above.start - left : right - above.end;
  const [word = ""] = isWide(line.text.slice(0, 1)) ? line.text : line.text.split(" ");
  const wordWidth = ((line.end - line.start) * word.length) / Math.max(1, line.text.length);
  return room < wordWidth + 0.3 * line.height;
}

function isWide(character: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u.test(character);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
