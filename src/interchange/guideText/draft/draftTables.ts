import { anchorTextOf } from "../labels/anchorText.ts";
import { isAsked } from "../labels/askedText.ts";
import { type DraftAnchor, placesOf } from "./draftScale.ts";
import { labelKindOf, partOf } from "../labels/guideLabels.ts";
import { splitItems } from "../labels/listText.ts";
import { minutesOf } from "../labels/minutesText.ts";

/** Reads a row that is a question, by the heads of its columns. */
export function cellsByKind(cells: readonly string[], columns: readonly string[]) {
  const found = {
    question: undefined as string | undefined,
    competency: undefined as string | undefined,
    minutes: undefined as number | undefined,
    areas: [] as string[],
    followUps: [] as string[],
    anchors: [] as DraftAnchor[],
  };
  for (const [index, cell] of cells.entries()) {
    const column = columns[index] ?? "";
    const text = cell.replaceAll("\n", " ").trim();
    const kind = labelKindOf(column) ?? (partOf(column) === "questions" ? "question" : undefined);
    const places = placesOf(kind) ?? anchorTextOf(column)?.points;
    if (text === "") continue;
    if (kind === "question") found.question ??= text;
    else if (kind === "areas" || kind === "followUps") addAll(found[kind], splitItems(kind, cell));
    else if (kind === "competency") found.competency ??= text;
    else if (kind === "minutes") found.minutes ??= minutesOf(`${text} min`);
    else if (places !== undefined) found.anchors.push({ places, text });
  }
  const own = rowRest(cells);
  found.question ??= (own?.kind === "question" ? own.rest : cells.find((cell) => isAsked(cell)))?.replaceAll(
    "\n",
    " ",
  );
  return found;
}

/** What a row says behind its first cell, which is a label. */
export function rowRest(cells: readonly string[]) {
  const kind = labelKindOf(cells[0] ?? "");
  return kind === undefined ? undefined : { kind, rest: cells.slice(1).join("\n").trim() };
}

/** Reads a row that words points of the scale: the first cell names one, or the heads of the columns do. */
export function rowAnchors(cells: readonly string[], columns: readonly string[]): readonly DraftAnchor[] {
  const [name = "", ...rest] = cells.map((cell) => cell.replaceAll("\n", " ").trim());
  const places = placesOf(labelKindOf(name)) ?? anchorTextOf(name)?.points;
  if (places !== undefined) {
    const own = anchorTextOf(name)?.text ?? "";
    const text = rest.filter((cell) => cell !== "").join(": ");
    const whole = own !== "" && text !== "" ? `${own}: ${text}` : text === "" ? own : text;
    return whole === "" ? [] : [{ places, text: whole }];
  }
  return cells.flatMap((cell, index) => {
    const column = columns[index] ?? "";
    const at = placesOf(labelKindOf(column)) ?? anchorTextOf(column)?.points;
    const text = cell.replaceAll("\n", " ").trim();
    return at === undefined || text === "" ? [] : [{ places: at, text }];
  });
}

/** A list that is longer than the stack cannot be spread. */
export function addAll<T>(list: T[], items: readonly T[]): void {
  for (const item of items) list.push(item);
}
