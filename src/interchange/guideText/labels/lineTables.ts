import { anchorTextOf } from "./anchorText.ts";
import { isAsked } from "./askedText.ts";
import { labelKindOf, partOf } from "./guideLabels.ts";
import type { Entry } from "./lineEntries.ts";
import { type LineLabel, messages } from "./lineLabels.ts";

interface Columns {
  readonly question: number;
  readonly isHead: boolean;
}

/** A table asks one question a row, or says in every row what its first cell announces, or words the scale. */
export function labelTables(entries: readonly Entry[]): void {
  for (let start = 0; start < entries.length; start += 1) {
    if (entries[start]?.first.kind !== "row") continue;
    let end = start;
    while (entries[end]?.first.kind === "row" && (end === start || !isNewTable(entries[end]))) end += 1;
    labelTable(entries.slice(start, end));
    start = end - 1;
  }
}

function isNewTable(entry: Entry | undefined): boolean {
  return entry?.first.isAfterBlank === true;
}

function labelTable(rows: readonly Entry[]): void {
  const [head, ...body] = rows;
  if (head === undefined) return;
  const kinds = rows.map((row) => rowKind(row));
  const columns = isListOfLabels(kinds) ? undefined : columnsOf(rows);
  if (columns !== undefined) {
    for (const row of rows) {
      const isHead = columns.isHead && row === head;
      row.label = isHead ? "heading" : !isWorded(row.first.cells[columns.question]) ? "leftOut" : "question";
      row.isCertain = row.label === "question";
    }
    return;
  }
  if (pointsInHead(head) > 1) {
    head.label = "heading";
    for (const row of body) row.label = "anchor";
    return;
  }
  if (
    kinds.filter((kind) => kind !== undefined).length * 2 >= rows.length &&
    kinds.some((kind) => kind !== undefined)
  ) {
    for (const [index, row] of rows.entries()) {
      row.label = kinds[index] ?? (index === 0 ? "heading" : "leftOut");
      row.isCertain = row.label === "question";
    }
    return;
  }
  for (const row of rows) row.label = "leftOut";
  head.message = messages.table;
}

/** Whether the first cells of a table are labels of what stands beside them, and not only points. */
function isListOfLabels(kinds: readonly (LineLabel | undefined)[]): boolean {
  const found = kinds.filter((kind) => kind !== undefined);
  return found.length * 2 >= kinds.length && found.some((kind) => kind !== "anchor");
}

function columnsOf(rows: readonly Entry[]): Columns | undefined {
  const [head, ...body] = rows;
  if (head === undefined) return undefined;
  const named = head.first.cells.findIndex((cell) => isQuestionColumn(cell));
  if (named >= 0 && body.some(({ first }) => isWorded(first.cells[named])))
    return { question: named, isHead: true };
  const width = head.first.cells.length;
  for (let column = 0; column < width; column += 1) {
    const asked = body.filter(({ first }) => isAsked(first.cells[column] ?? "")).length;
    const isHead = !isAsked(head.first.cells[column] ?? "");
    // "Overall | 1 2 3" and "Would you appoint? | Yes / No" are filled in.
    const isForm = isHead && rows.length === 2 && width === 2;
    if (asked > 0 && asked * 2 >= body.length && !isForm) return { question: column, isHead };
  }
  return undefined;
}

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

function rowKind({ first }: Entry): LineLabel | undefined {
  const [name = "", ...rest] = first.cells;
  const anchor = anchorTextOf(name);
  const isEmpty = rest.join("").trim() === "";
  if (anchor !== undefined) return isEmpty && anchor.text === "" ? undefined : "anchor";
  if (isEmpty) return undefined;
  switch (labelKindOf(name)) {
    case "areas":
      return "area";
    case "followUps":
      return "followUp";
    case "strong":
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
