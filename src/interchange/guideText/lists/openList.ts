import type { LabelKind } from "../words/labelWords.ts";
import type { Entry } from "../labels/lineEntries.ts";
import { callToAction, type LineLabel } from "../labels/lineLabels.ts";
import type { Block } from "../sources/blocks.ts";

type ListKind = "areas" | "followUps" | "anchors" | "silent";

/** A list that the lines below its label are put into. */
export interface OpenList {
  readonly question: Entry | undefined;
  readonly kind: ListKind;
  /** What the label said, to tell a second list of the same kind. */
  readonly labelKind: LabelKind;
  readonly label: LineLabel;
  readonly first: Entry;
  readonly items: Entry[];
}

/** @returns whether a line goes on with the list that is open */
export function isItemOf({ first, items, kind, labelKind, question }: OpenList, entry: Entry): boolean {
  const own = first.first;
  const { kind: blockKind, marker, indent, isAfterBlank } = entry.first;
  if (blockKind === "heading" || marker === "Q") return false;
  const isSilent = kind === "silent" && !isInQuote(items);
  if ((isSilent || labelKind === "levels") && entry.isAsked) return false;
  if (indent > own.indent) return true;
  if ((marker === "") !== (own.marker === "") || indent < own.indent) return false;
  if (marker !== own.marker) return !isAfterBlank && isSameDepth(marker, own.marker);
  if (marker === "1") return isNextNumber(items, own, entry, question);
  if (marker !== "") return true;
  if (callToAction.test(entry.text)) return false;
  if (kind === "anchors" || isSilent) return !entry.isAsked && !isAfterBlank;
  // Bare lines end at a blank line, unless the list is set with blank lines all through.
  return own.isAfterBlank || !isAfterBlank;
}

/** What is read aloud goes on, whatever it asks, until it is closed. */
function isInQuote(items: readonly Entry[]): boolean {
  const last = items.at(-1)?.text ?? "";
  return /^["“„«]/u.test(items[0]?.text ?? "") && !/["”»]$/u.test(last);
}

function isNextNumber(
  items: readonly Entry[],
  own: Block,
  { first: { number } }: Entry,
  question: Entry | undefined,
): boolean {
  const last = items.findLast(({ first }) => first.indent <= own.indent)?.first.number ?? 0;
  const isOwnerNumbered = question?.first.marker === "1" && question.first.indent >= own.indent;
  return number > last || (number === last && !isOwnerNumbered);
}

/** Bullets of two looks in one list are one list. */
function isSameDepth(a: string, b: string): boolean {
  return ![a, b].some((marker) => ["1", "一", "a", ""].includes(marker));
}

/** @returns whether a line is more of the list's last item */
export function isContinuation({ first: { first } }: OpenList, { first: block }: Entry): boolean {
  return block.kind === "paragraph" && block.indent > first.indent;
}
