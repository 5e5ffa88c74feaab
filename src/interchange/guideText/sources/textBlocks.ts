import { cleaned, toBlock, toRow, type Block } from "./blocks.ts";

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  apos: "'",
  bull: "•",
  gt: ">",
  hellip: "…",
  laquo: "«",
  ldquo: "“",
  lsquo: "‘",
  lt: "<",
  mdash: "—",
  nbsp: " ",
  ndash: "–",
  quot: '"',
  raquo: "»",
  rdquo: "”",
  rsquo: "’",
};

/** Reads a plain text: every line that is not empty is a block. Columns that are parted by tabs are a table. */
export function textToBlocks(source: string): readonly Block[] {
  const blocks: Block[] = [];
  let isAfterBlank = true;
  const frontMatter = frontMatterLength(source);
  const lines = sourceLines(source);
  const listings = new Set(listingLines(lines));
  const rows = pipedRows(lines);
  const signature = signatureStart(lines);
  for (const [index, raw] of lines.entries()) {
    const line = index + 1;
    if (listings.has(index)) {
      if (!isFence(raw) && raw.trim() !== "")
        blocks.push({ ...toTextBlock("", line, isAfterBlank), kind: "code", text: raw.trimEnd() });
      isAfterBlank = true;
      continue;
    }
    const cells = rows.get(index);
    if (cells !== undefined) {
      const row = toRow(line, cells, isAfterBlank);
      // The rule below the head of a table has nothing to read.
      if (!/^[-:\s|]*$/.test(row.text)) blocks.push(row);
      isAfterBlank = false;
      continue;
    }
    const block = toTextBlock(withEntities(raw), line, isAfterBlank);
    isAfterBlank = block.text === "";
    if (!isAfterBlank)
      blocks.push(line <= frontMatter || index > signature ? { ...block, kind: "aside" } : block);
  }
  return blocks;
}

/** The index of the two dashes above the signature of a message, or Infinity (RFC 3676, section 4.3). */
function signatureStart(lines: readonly string[]): number {
  const start = lines.findLastIndex((line) => /^-- ?$/u.test(line));
  const below = lines.slice(start + 1).filter((line) => line.trim() !== "");
  return start > 0 && below.length <= LONGEST_SIGNATURE ? start : Number.POSITIVE_INFINITY;
}

const LONGEST_SIGNATURE = 8;

/** The cells of lines that are parted by upright strokes, where a line beside them has as many. */
function pipedRows(lines: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, readonly string[]>();
  let above: { readonly index: number; readonly cells: readonly string[] } | undefined;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const cells = line.includes("|") ? pipedCells(line) : [];
    if (cells.length > 1 && cells.length === above?.cells.length) {
      found.set(above.index, above.cells);
      found.set(index, cells);
    }
    above = { index, cells };
  }
  return found;
}

function pipedCells(line: string): readonly string[] {
  const cells = withEntities(line)
    .replaceAll(/^\s*\||\|\s*$/g, "")
    .split("|")
    .map(cleaned);
  // "Look for: order | calm" is a label and its list.
  return /[:：]\s*\p{L}/u.test(cells[0] ?? "") ? [] : cells;
}

/** The indexes of the lines of listings, with the fences around them; a fence that is not closed is none. */
function listingLines(lines: readonly string[]): readonly number[] {
  const found: number[] = [];
  let start = -1;
  for (const [index, line] of lines.entries()) {
    if (!isFence(line)) continue;
    if (start < 0) start = index;
    else {
      for (let at = start; at <= index; at += 1) found.push(at);
      start = -1;
    }
  }
  return found;
}

function isFence(line: string): boolean {
  return /^\s*(?:```|~~~)[\w-]*\s*$/.test(line);
}

/** Reads one line of text; its text is empty where there is nothing to read. */
export function toTextBlock(raw: string, line: number, isAfterBlank: boolean): Block {
  const plain = raw
    .replace(/^[\u200B\uFEFF]+/, "")
    .replaceAll(/[^\S\t ]/g, " ")
    .trimEnd();
  const cells = plain.includes("\t") ? plain.split("\t").map(cleaned) : [];
  if (
    cells.length > 1 &&
    cells[0] !== "" &&
    !/^(?:[^\p{L}\p{N}]{1,3}|o|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]|(?:[A-Z]|\d{1,2})(?:\.\d{1,2}){1,3}\.?|(?:[A-Z]|[IVX]{1,4})[.)])$/u.test(
      cells[0] ?? "",
    )
  )
    return toRow(line, cells, isAfterBlank);
  // A copied list of the second level has a small letter for its bullet.
  const spread = plain.replace(/^(\s*)o\t/, "$1•\t").replaceAll("\t", "    ");
  const indent = spread.length - spread.trimStart().length;
  return toBlock({ line, indent, text: spread, isAfterBlank });
}

/** @returns the lines of a text with line ends of any kind */
export function sourceLines(source: string): readonly string[] {
  return source.split(/\r\n|[\n\r\u2028\u2029]/);
}

/** @returns how many lines at the top are data about the page, in the form of "---", lines, "---" */
export function frontMatterLength(source: string): number {
  const lines = sourceLines(source.slice(0, 4000));
  if (lines[0]?.trim() !== "---") return 0;
  const end = lines.findIndex((line, index) => index > 0 && line.trim() === "---");
  const isData = lines.slice(1, Math.max(end, 1)).every((line) => /^\s*(?:$|#|-|[\w-]+\s*:)/.test(line));
  return end > 1 && isData ? end + 1 : 0;
}

function withEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (typeof decimal === "string") return String.fromCodePoint(Number(decimal));
    if (typeof hex === "string") return String.fromCodePoint(Number.parseInt(hex, 16));
    const key = String(name).toLowerCase();
    return Object.hasOwn(entities, key) ? (entities[key] ?? whole) : whole;
  });
}
