import type { Block } from "../sources/blocks.ts";
import { endsQuestion, type PageLine } from "./pageLines.ts";

/** Lines of a list that say what the list is; more of them say no more. */
const MOST_READ = 30;
/** How far a question is looked for, above a label and below. */
const NEAR = 4;

/** A place where a label stands, with what stands below it. */
export interface Body {
  readonly index: number;
  readonly block: Block;
  /** What stands behind the label on its own line. */
  readonly rest: string;
  readonly lines: readonly PageLine[];
}

/** A page, and where on it labels stand. */
export interface LabelledPage {
  readonly lines: readonly PageLine[];
  /** The places of labels: there every list ends. */
  readonly starts: ReadonlySet<number>;
  /** The places of what stands below them. */
  readonly listed: ReadonlySet<number>;
}

/** @returns what is below the label of a line, the first lines of it */
export function bodyOf(
  { lines, starts }: Omit<LabelledPage, "listed">,
  { index, block }: PageLine,
  rest: string,
): Body {
  const own: PageLine[] = [];
  for (let at = index + 1; at < lines.length && own.length < MOST_READ; at += 1) {
    const line = lines[at];
    const first = own[0]?.block;
    if (line === undefined || starts.has(at) || isBreak(line.block)) break;
    if (first === undefined ? rest !== "" && !isBelow(line.block, block) : !isAlike(line.block, first)) break;
    if (first === undefined && line.block.isAfterBlank && rest !== "") break;
    own.push(line);
  }
  return { index, block, rest, lines: own };
}

function isBreak({ kind, marker }: Block): boolean {
  return kind === "row" || kind === "aside" || kind === "heading" || marker === "Q";
}

function isBelow(line: Block, label: Block): boolean {
  if (line.marker === "" || line.indent < label.indent) return false;
  return label.marker === "" || line.indent > label.indent;
}

/** Whether a line goes on with a list that a line began. */
function isAlike(line: Block, first: Block): boolean {
  if (line.indent > first.indent) return true;
  if ((line.marker === "") !== (first.marker === "") || line.indent < first.indent) return false;
  return line.marker !== "" || first.isAfterBlank || !line.isAfterBlank;
}

/** @returns whether what is below is a line with a list of its own: the two are a part, and the label is its head */
export function headsPart({ lines, starts }: LabelledPage, body: Body): boolean {
  const at = endOf(body);
  const next = lines[at]?.block;
  return (
    body.lines[0]?.block.marker === "" && !starts.has(at) && next?.kind === "item" && next.marker !== "Q"
  );
}

/** "Competency: …" and "Definition: …" stand above a question, in lines of their own form. */
export function isAboveQuestion({ lines }: LabelledPage, body: Body): boolean {
  const { block, index } = body;
  const before = lines[index - 1]?.block;
  const isInList = before?.kind === "item" && before.indent >= block.indent;
  if (isInList && !block.isAfterBlank) return false;
  for (let at = index - 1; at > index - NEAR; at -= 1) {
    if (lines[at]?.isQuestion === true) return false;
    if (lines[at]?.block.kind === "heading") break;
  }
  const end = endOf(body);
  for (let at = end; at < end + NEAR; at += 1) {
    const next = lines[at];
    if (next?.isQuestion === true && (at === end || !next.block.isAfterBlank)) return true;
    if (next === undefined || (next.block.isAfterBlank && !block.isAfterBlank) || !hasRest(next))
      return false;
  }
  return false;
}

/** @returns whether what a label is set below, other labels and their lists aside, is no question */
export function isUnowned({ lines, starts, listed }: LabelledPage, { index }: Body): boolean {
  for (let at = index - 1; at >= Math.max(0, index - MOST_READ); at -= 1) {
    const line = lines[at];
    if (line === undefined) break;
    if (line.known?.isCertain === true && line.isQuestion) return false;
    if (!starts.has(at) && !listed.has(at)) return !endsQuestion(lines, at);
  }
  return true;
}

function endOf({ index, lines }: Body): number {
  return index + 1 + lines.length;
}

function hasRest({ name }: PageLine): boolean {
  return (name?.rest ?? "") !== "";
}
