import { anchorTextOf } from "./anchorText.ts";
import { sameText } from "../evidence/contentsRuns.ts";
import { isAway } from "../evidence/personText.ts";
import { isAsked } from "./askedText.ts";
import { labelKindOf, partOf } from "./guideLabels.ts";
import type { Block } from "../sources/blocks.ts";
import type { Entry } from "./lineEntries.ts";
import { type LineLabel, messages } from "./lineLabels.ts";

interface Columns {
  readonly question: number;
  readonly isHead: boolean;
}

/** A question that goes on in more rows than this is a cell that spans by mistake. */
const MOST_ROWS_OF_ONE = 50;

/**
 * Gives the rows of a table the cells that span into them where its questions stand in one column then, each once: any other
 * table is read as its rows are written, and a cell that spans others names them.
 */
export function withSpans(blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some(({ columns }) => columns !== undefined)) return blocks;
  const found = [...blocks];
  for (let start = 0; start < blocks.length; start += 1) {
    if (blocks[start]?.kind !== "row") continue;
    let end = start + 1;
    while (blocks[end]?.kind === "row" && blocks[end]?.isAfterBlank === false) end += 1;
    const rows = blocks.slice(start, end);
    if (isAskedInColumn(rows.map(({ cells, columns }) => columns ?? cells)))
      for (const [at, row] of rows.entries())
        if (row.columns) found[start + at] = { ...row, cells: row.columns };
    start = end - 1;
  }
  return found;
}

function isAskedInColumn([head = [], ...body]: readonly (readonly string[])[]): boolean {
  const column = questionColumn(head, body);
  const cells = new Set(body.map((row) => row[column] ?? "").filter((cell) => isWorded(cell)));
  const asked = [...cells].filter((cell) => isAsked(cell)).length;
  // "Question | …", "Probes | …" beside the competency.
  const isOfLabels = head.some(
    (_, at) => body.filter((row) => labelKindOf(row[at] ?? "") !== undefined).length * 2 > body.length,
  );
  return column >= 0 && asked > 0 && asked * 2 > cells.size && !isOfLabels;
}

/** A table asks one question a row, or says in every row what its first cell announces, or words the scale. */
export function labelTables(entries: readonly Entry[]): void {
  const repeated = repeatedNames(entries);
  const names = entries.flatMap(({ first: { kind, cells } }) =>
    kind === "row" ? [labelKindOf(cells[0] ?? "")] : [],
  );
  const isScaled = names.some((kind) => kind === "areas" || kind === "middle" || kind === "weak");
  for (let start = 0; start < entries.length; start += 1) {
    if (entries[start]?.first.kind !== "row") continue;
    let end = start;
    while (
      entries[end]?.first.kind === "row" &&
      (end === start || entries[end]?.first.isAfterBlank === false)
    )
      end += 1;
    labelTable(entries.slice(start, end), repeated, isScaled);
    start = end - 1;
  }
}

/**
 * What rows of two cells are that begin alike in several tables, below a question each: "Expected | …" is what to listen
 * for in any language, and what is asked there a follow-up.
 */
function repeatedNames(entries: readonly Entry[]): ReadonlyMap<string, LineLabel> {
  const contents = new Map<string, Set<string>>();
  let isBelowQuestion = false;
  for (const { first } of entries) {
    const [name = "", text = "", ...more] = first.cells;
    if (first.kind !== "row" || first.isAfterBlank) isBelowQuestion = false;
    // What spans into the row is no name of its own.
    if (first.kind !== "row" || first.columns === first.cells) continue;
    const isKnown = labelKindOf(name) !== undefined || anchorTextOf(name) !== undefined;
    if (isBelowQuestion && !isKnown && more.length === 0 && isWorded(text)) {
      const key = sameText(name);
      contents.set(key, (contents.get(key) ?? new Set()).add(text));
    }
    isBelowQuestion ||= labelKindOf(name) === "question" || isAsked(text);
  }
  const found = new Map<string, LineLabel>();
  for (const [name, texts] of contents) {
    const asked = [...texts].filter((text) => isAsked(text)).length;
    if (name !== "" && texts.size > 1) found.set(name, asked * 2 > texts.size ? "followUp" : "area");
  }
  return found;
}

/** A cell as wide as its table, which asks nothing, names the rows below it. */
function isTitleRow({ first: { cells } }: Entry, head: Entry): boolean {
  const [text = "", ...others] = cells;
  return others.length === 0 && head.first.cells.length > 1 && !isAsked(text);
}

function labelTable(
  rows: readonly Entry[],
  repeated: ReadonlyMap<string, LineLabel>,
  isScaled: boolean,
): void {
  const [head, ...body] = rows;
  if (head === undefined) return;
  const isAnswered = rows.some((row) => rowKind(row, isScaled) !== undefined);
  const kinds = rows.map(
    (row, index) =>
      (isAnswered && isAskedAcross(row, rows[index - 1]) ? "question" : rowKind(row, isScaled)) ??
      repeated.get(sameText(row.first.cells[0] ?? "")),
  );
  if (isRubric(head, body)) {
    leaveOut(rows, head);
    return;
  }
  const ticked = tickedOff(head, body);
  if (ticked !== undefined) {
    for (const row of rows) row.label = row === head ? "heading" : ticked;
    return;
  }
  const columns =
    (isListOfLabels(kinds) && !isHeadOfColumns(head)) || isScale(rows, kinds) ? undefined : columnsOf(rows);
  if (columns !== undefined) {
    const { question } = columns;
    const asked = body.filter(({ first }) => isAsked(first.cells[question] ?? ""));
    const fewest = Math.min(...asked.map((row) => wordedBeside(row, question)));
    let goesOn = 0;
    for (const [index, row] of rows.entries()) {
      const isHead = columns.isHead && row === head;
      const cell = row.first.cells[question];
      const isTotal = row === rows.at(-1) && total.test(cell ?? "");
      goesOn = index > 0 && cell === rows[index - 1]?.first.cells[question] ? goesOn + 1 : 0;
      // It names the rows below, where all that ask have more to say.
      const isTopic =
        asked.length * 2 > body.length && !isAsked(cell ?? "") && wordedBeside(row, question) < fewest;
      const isSpanned = goesOn > 0 && goesOn < MOST_ROWS_OF_ONE;
      row.label = isHead
        ? "heading"
        : !isWorded(cell) || isTotal || isTopic || isTitleRow(row, head)
          ? "leftOut"
          : isSpanned
            ? "continues"
            : "question";
      row.isCertain = row.label === "question";
    }
    return;
  }
  if (pointsInHead(head) > 1) {
    head.label = "heading";
    for (const row of body) row.label = "anchor";
    return;
  }
  if (kinds.filter((kind) => kind !== undefined).length * 2 >= rows.length) {
    for (const [index, row] of rows.entries()) {
      row.label = kinds[index] ?? (index === 0 ? "heading" : "leftOut");
      row.isCertain = row.label === "question";
    }
    return;
  }
  leaveOut(rows, head);
}

/** How many cells of a row say something beside the one in a column. */
function wordedBeside({ first }: Entry, column: number): number {
  return first.cells.filter((cell, at) => at !== column && isWorded(cell)).length;
}

/** A cell as wide as its table that asks, or stands below another one that says "Question 3". */
function isAskedAcross({ first: { cells } }: Entry, above: Entry | undefined): boolean {
  const [name = "", ...more] = above?.first.cells ?? [];
  const isCounted = more.length === 0 && labelKindOf(name.replace(/\P{L}+$/u, "")) === "question";
  return cells.length === 1 && (isCounted || isAsked(cells[0] ?? ""));
}

function leaveOut(rows: readonly Entry[], head: Entry): void {
  for (const row of rows) row.label = "leftOut";
  head.message = messages.table;
}

/** Whether the first cells of a table are labels of what stands beside them, and not only points. */
function isListOfLabels(kinds: readonly (LineLabel | undefined)[]): boolean {
  const found = kinds.filter((kind) => kind !== undefined);
  return found.length * 2 >= kinds.length && found.some((kind) => kind !== "anchor");
}

/** What the first cells of rows ask. */
function askedOf(rows: readonly Entry[]): readonly string[] {
  return rows.map(({ first }) => first.cells[0] ?? "").filter((text) => isAsked(text));
}

/** "Look for | yes | partly | no": what the rows are, where all else in them is ticked. */
function tickedOff({ first }: Entry, body: readonly Entry[]): LineLabel | undefined {
  const isTicked = body.every((row) => !row.first.cells.slice(1).some((cell) => isWorded(cell)));
  return isTicked && askedOf(body).length * 2 < body.length ? listLabelOf(first) : undefined;
}

/** @returns what the rows below a table's head are, where its first cell is a label of a list */
export function listLabelOf({ cells }: Block): "area" | "followUp" | undefined {
  const kind = labelKindOf(cells[0] ?? "");
  return kind === "areas" ? "area" : kind === "followUps" ? "followUp" : undefined;
}

/** "How did they handle the wheel? | weak | strong" with empty cells is ticked by whoever interviewed, and asks nobody. */
function isRubric(head: Entry, body: readonly Entry[]): boolean {
  const asked = askedOf(body);
  return (
    pointsInHead(head) > 1 &&
    asked.length * 2 > body.length &&
    asked.every((text) => isAway(text)) &&
    body.every(({ first }) => first.cells.slice(1).every((cell) => cell.trim() === ""))
  );
}

/** Whether each row words a point; where most is asked, the points only count. */
function isScale(rows: readonly Entry[], kinds: readonly (LineLabel | undefined)[]): boolean {
  const asked = rows.filter(({ first }) => first.cells.some((cell) => isAsked(cell))).length;
  return kinds.every((kind) => kind === "anchor") && asked * 2 < rows.length;
}

/** "Question | Look for | Score": more than one cell is a label. */
function isHeadOfColumns({ first }: Entry): boolean {
  return first.cells.filter((cell) => labelKindOf(cell) !== undefined).length > 1;
}

function columnsOf(rows: readonly Entry[]): Columns | undefined {
  const [head, ...body] = rows.map(({ first }) => first.cells);
  if (head === undefined) return undefined;
  const question = questionColumn(head, body);
  if (question < 0) return undefined;
  const isNamed = isQuestionColumn(head[question] ?? "");
  const isHead = isNamed || !isAsked(head[question] ?? "");
  // "Overall | 1 2 3" and "Would you appoint? | Yes / No" are filled in.
  const isForm = !isNamed && isHead && rows.length === 2 && head.length === 2;
  return isForm ? undefined : { question, isHead };
}

/**
 * @param head of a table; empty where it has none
 * @param body the rows below
 * @returns the column in which the questions stand, by its head or by what is asked there; -1 where there is none
 */
export function questionColumn(head: readonly string[], body: readonly (readonly string[])[]): number {
  const width = Math.max(head.length, body[0]?.length ?? 0);
  const columns = Array.from({ length: width }, (_, column) => {
    const name = head[column] ?? "";
    const rows = body.filter((cells) => isAsked(cells[column] ?? ""));
    // One that is answered with yes or no, among fields, is filled in.
    const asked = rows.length === 1 && rows[0]?.some(isYesOrNo) === true ? 0 : rows.length;
    // "Do not ask": whatever stands below is none.
    return { name, asked, isForbidden: partOf(name) === "other" };
  });
  const named = columns.findIndex(
    ({ name }, column) => isQuestionColumn(name) && body.some((cells) => isWorded(cells[column])),
  );
  if (named < 0)
    return columns.findIndex(
      ({ asked, isForbidden }) => asked > 0 && asked * 2 >= body.length && !isForbidden,
    );
  // "Questions | Examples": what the one is about is asked in the other.
  const example = columns.findIndex(
    ({ name, asked }) => exampleHead.test(name) && asked * 4 >= body.length * 3,
  );
  const isAbout = body.length > 1 && (columns[named]?.asked ?? 0) * 2 < body.length;
  return example >= 0 && isAbout ? example : named;
}

function isYesOrNo(cell: string): boolean {
  return yesOrNo.test(cell.slice(0, LONGEST_CHOICE).replaceAll(/[^\p{L}/|]/gu, ""));
}

const LONGEST_CHOICE = 20;
const yesOrNo = /^(?:yes|ja|oui|s[íi]|是|はい|כן|نعم)[/|](?:no|nein|non|否|いいえ|לא|لا)$/iu;

const exampleHead =
  /^(?:e\.?g\.?|for example|examples?|wording|exemples?|formulations?|beispiele?|formulierung(?:en)?|ejemplos?|esempi[oe]?|exemplos?|例|例子|示例|文例|דוגמ(?:ה|אות)|أمثلة|مثال)$/iu;

/** Below the questions they are added up. */
const total =
  /^(?:total|sum|gesamt(?:punktzahl)?|summe|somme|suma|合計|总分|总计|סך הכול|المجموع)(?=$|[^\p{L}]).{0,15}$/iu;

/** "3" and "/5" below "Question" only count. */
function isWorded(cell = ""): boolean {
  return /\p{L}.*\p{L}/u.test(cell);
}

function isQuestionColumn(cell: string): boolean {
  return labelKindOf(cell) === "question" || (partOf(cell) === "questions" && cell.length < 40);
}

/** @returns how many cells of a table's head name a point or a place of the scale */
function pointsInHead({ first }: Entry): number {
  return first.cells.filter((cell) => {
    const kind = labelKindOf(cell);
    return kind === "strong" || kind === "weak" || kind === "middle" || anchorTextOf(cell) !== undefined;
  }).length;
}

function rowKind({ first }: Entry, isScaled: boolean): LineLabel | undefined {
  const [name = "", ...rest] = first.cells;
  // "1. A bowl cracks. What do you do?" is counted, and no point.
  const anchor = isAsked(name) ? undefined : anchorTextOf(name);
  const isEmpty = rest.join("").trim() === "";
  if (anchor !== undefined) return isEmpty && anchor.text === "" ? undefined : "anchor";
  if (isEmpty) return undefined;
  switch (labelKindOf(name)) {
    case "areas":
      return "area";
    case "followUps":
      return "followUp";
    case "strong":
      // A list of what is good, where nothing else says what to listen for, says so.
      return !isScaled && rest.join("").includes("\n") ? "area" : "anchor";
    case "middle":
    case "weak":
      return "anchor";
    case "question":
      return isAsked(rest.join(" ")) || rest.join("").length > 20 ? "question" : undefined;
    case "competency":
      return rest.join("").length > 60 ? undefined : "competency";
    default:
      return undefined;
  }
}
