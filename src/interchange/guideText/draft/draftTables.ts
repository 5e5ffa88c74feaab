import { anchorTextOf } from "../labels/anchorText.ts";
import { isAsked } from "../labels/askedText.ts";
import { type DraftAnchor, placesOf } from "./draftScale.ts";
import { labelKindOf, labelOf } from "../labels/guideLabels.ts";
import type { LabelKind } from "../words/labelWords.ts";
import { splitItems } from "../labels/listText.ts";
import { questionColumn } from "../labels/lineTables.ts";
import { minutesOf } from "../labels/minutesText.ts";

/** A column of a table of questions: its head, and what its cells are. */
export interface Column {
  readonly head: string;
  readonly kind: LabelKind | undefined;
}

/**
 * Says what the columns of a table of questions are: by their heads, and where a head is of no known word by what
 * stands below it. What is asked beside a question is a follow-up; a column of words behind it is what to listen for.
 *
 * @param head empty where the table has none
 */
export function columnsOf(head: readonly string[], rows: readonly (readonly string[])[]): readonly Column[] {
  const width = Math.max(head.length, ...rows.slice(0, 50).map((row) => row.length));
  const cells = (index: number) => rows.map((row) => row[index] ?? "").filter((cell) => cell !== "");
  const columns: Column[] = Array.from({ length: width }, (_, index) => {
    const name = head[index] ?? "";
    const kind = labelKindOf(name);
    return { head: name, kind: kind === "question" ? undefined : kind };
  });
  const isMostlyAsked = (index: number) => {
    const own = cells(index);
    return own.length * 2 >= rows.length && own.filter((cell) => isAsked(cell)).length * 2 >= own.length;
  };
  const question = questionColumn(head, rows);
  const good = columns.filter(({ kind }) => kind === "strong");
  const hasScale = columns.some(
    ({ kind, head: name }) => kind === "weak" || kind === "middle" || anchorTextOf(name) !== undefined,
  );
  let hasAreas = columns.some(({ kind }) => kind === "areas");
  // Good answers, with none that are worse beside them and nothing else to listen for, are what to listen for.
  const listened = !hasAreas && !hasScale && good.length === 1 ? good[0] : undefined;
  hasAreas ||= listened !== undefined;
  return columns.map((column, index) => {
    if (index === question) return { ...column, kind: "question" };
    if (column === listened) return { ...column, kind: "areas" };
    if (column.kind !== undefined || anchorTextOf(column.head) !== undefined) return column;
    const own = cells(index);
    if (isMostlyAsked(index)) return { ...column, kind: "followUps" };
    if (own.length > 0 && own.every((cell) => minutesOf(cell) !== undefined))
      return { ...column, kind: "minutes" };
    const isWorded =
      own.length * 2 >= rows.length && own.every((cell) => (cell.match(/\p{L}/gu)?.length ?? 0) > 2);
    if (hasAreas || index < question || !isWorded || new Set(own).size * 2 <= own.length) return column;
    hasAreas = true;
    return { ...column, kind: "areas" };
  });
}

/** Reads a row that is a question, by what its columns are. */
export function cellsByKind(cells: readonly string[], columns: readonly Column[]) {
  const found = {
    question: undefined as string | undefined,
    /** What is asked further in the same cell, as questions of their own. */
    others: [] as string[],
    competency: undefined as string | undefined,
    minutes: undefined as number | undefined,
    areas: [] as string[],
    followUps: [] as string[],
    anchors: [] as DraftAnchor[],
  };
  for (const [index, cell] of cells.entries()) {
    const { head, kind } = columns[index] ?? { head: "", kind: undefined };
    const text = cell.replaceAll("\n", " ").trim();
    const places = placesOf(kind) ?? anchorTextOf(head)?.points;
    if (text === "") continue;
    if (kind === "question") readQuestionCell(cell, found);
    else if (kind === "areas" || kind === "followUps") addAll(found[kind], splitItems(kind, cell));
    else if (kind === "competency") found.competency ??= text;
    else if (kind === "minutes") found.minutes ??= minutesOf(`${text} min`);
    else if (places !== undefined) found.anchors.push({ places, text });
  }
  const isLabelled = labelKindOf(cells[0] ?? "") === "question";
  found.question ??= (isLabelled ? rowRest(cells) : cells.find((cell) => isAsked(cell)))?.replaceAll(
    "\n",
    " ",
  );
  return found;
}

/** A cell of a question may hold, in lines of their own, what is asked further or listened for. */
function readQuestionCell(
  cell: string,
  found: {
    question: string | undefined;
    others: string[];
    readonly areas: string[];
    readonly followUps: string[];
  },
): void {
  const asked: string[] = [];
  for (const line of cell.split("\n")) {
    const label = labelOf(line, "");
    const isBelow = asked.length > 0 && label?.isCertain === true && label.rest !== "";
    if (isBelow && (label.kind === "areas" || label.kind === "followUps"))
      addAll(found[label.kind], splitItems(label.kind, label.rest));
    else asked.push(line);
  }
  // "1. …", "2. …": each is a question.
  const counted = asked.map((line) => /^(\d{1,2})[.)、．] ?(?=\S)/u.exec(line));
  if (asked.length > 1 && counted.every((sign) => sign !== null)) {
    const [first, ...others] = asked.map((line, index) => line.slice(counted[index]?.[0].length ?? 0));
    found.question = first;
    found.others = others;
  } else
    found.question = asked
      .join(" ")
      .slice(counted[0]?.[0].length ?? 0)
      .trim();
}

/** @returns what a row says behind its first cell, which is a label */
export function rowRest(cells: readonly string[]): string {
  return cells.slice(1).join("\n").trim();
}

/** Reads a row that words points of the scale: the first cell names one, or the heads of the columns do. */
export function rowAnchors(cells: readonly string[], columns: readonly Column[]): readonly DraftAnchor[] {
  const [name = "", ...rest] = cells.map((cell) => cell.replaceAll("\n", " ").trim());
  const places = placesOf(labelKindOf(name)) ?? anchorTextOf(name)?.points;
  if (places !== undefined) {
    const own = anchorTextOf(name)?.text ?? "";
    const text = rest.filter((cell) => cell !== "").join(": ");
    const whole = own !== "" && text !== "" ? `${own}: ${text}` : text === "" ? own : text;
    return whole === "" ? [] : [{ places, text: whole }];
  }
  return cells.flatMap((cell, index) => {
    const { head, kind } = columns[index] ?? { head: "", kind: undefined };
    const at = placesOf(kind) ?? anchorTextOf(head)?.points;
    const text = cell.replaceAll("\n", " ").trim();
    return at === undefined || text === "" ? [] : [{ places: at, text }];
  });
}

/** A list that is longer than the stack cannot be spread. */
export function addAll<T>(list: T[], items: readonly T[]): void {
  for (const item of items) list.push(item);
}
