import { isAway, personOf } from "../evidence/personText.ts";
import { leadsOn } from "../labels/askedText.ts";
import type { PartKind } from "../labels/guideLabels.ts";
import { type Entry, isTitleLike, LONGEST_PARAGRAPH, mergeInto } from "../labels/lineEntries.ts";
import { callToAction } from "../labels/lineLabels.ts";

/** What is known where a label stands. */
interface Surroundings {
  /** The lines since the last list. */
  readonly free: readonly Entry[];
  /** The ranks that questions had so far. */
  readonly questionRanks: ReadonlySet<number>;
  /** The ranks of which most lines are asked. */
  readonly askingRanks: ReadonlySet<number>;
  readonly part: PartKind | undefined;
  /** Whether the label stands elsewhere, too. */
  readonly isRepeated: boolean;
  /** Whether it is one for follow-ups. */
  readonly isProbed: boolean;
}

/** @returns the question among the lines since the last list */
export function candidateAbove(label: Entry, around: Surroundings): Entry | undefined {
  const { free, questionRanks } = around;
  let at = free.length - 1;
  if (at < 0) return undefined;
  // What is asked above a head is none of what stands below it.
  const found = free.findLastIndex(
    (entry) => entry.isAsked || entry.first.marker === "Q" || isHead(entry, questionRanks),
  );
  const isAskedBelow = found >= 0 && !isHead(free[found], questionRanks);
  const askedAt = isAskedBelow ? found : -1;
  if (askedAt >= 0) at = spokenAbove(free, addressedAbove(free, askedAt));
  // A list right below an outer question is a part of it, unless the label is one of its items.
  const isInner = label.first.kind === "item" && label.first.indent > (free[at]?.first.indent ?? 0);
  if (!isInner) {
    let outer = at;
    while (outer > 0 && isDeeper(free[outer], free[at])) outer -= 1;
    if (outer < at && isGoingOn(free[outer], free[outer - 1])) outer -= 1;
    // A label may be the second of two items below a question.
    const isOneOfThem = label.first.kind === "item" && label.rank === free[at]?.rank;
    const run = at - outer + (isOneOfThem ? 1 : 0);
    const above = free[outer];
    const isAsking =
      above !== undefined && above.first.kind !== "heading" && around.askingRanks.has(above.rank);
    const isOfPlace = questionRanks.has(free[at]?.rank ?? 0);
    const isKnown = above !== undefined && (questionRanks.has(above.rank) || isAsking);
    if (
      (above?.rank ?? 0) < (free[at]?.rank ?? 0) &&
      (above?.isAsked === true || isAsking || (isKnown && !isOfPlace && !isTitleLike(above))) &&
      (isKnown || (run > 1 && !isOfPlace))
    )
      at = outer;
    else if (askedAt < 0) at = outerOf(free, at);
  }
  const asked = free[at];
  if (asked === undefined) return undefined;
  return joinedAbove(asked, at, around);
}

function isHead(entry: Entry | undefined, questionRanks: ReadonlySet<number>): boolean {
  if (entry === undefined) return false;
  const { first, isAsked, rank } = entry;
  const isOuter = first.level < 7 || questionRanks.has(rank);
  return first.kind === "heading" && isOuter && first.marker !== "Q" && !isAsked;
}

/** Below a question, lines that ask of the candidate what to listen for are no questions. */
function addressedAbove(free: readonly Entry[], at: number): number {
  let start = at;
  while (free[start]?.first.isAfterBlank === false && free[start - 1]?.isAsked === true) start -= 1;
  const below = free.slice(start + 1, at + 1);
  const away = below.filter(({ text }) => isAway(text)).length;
  const isQuestion = personOf(free[start]?.text ?? "") === "you";
  const isSpoken = personOf(free[at]?.text ?? "") === "you";
  return isQuestion && !isSpoken && away * 2 >= below.length ? start : at;
}

/** What speaks of the candidate below a question says how to ask it. */
function spokenAbove(free: readonly Entry[], at: number): number {
  if (!isAway(free[at]?.text ?? "")) return at;
  for (let above = at - 1; above >= 0; above -= 1) {
    const entry = free[above];
    if (entry === undefined || entry.first.kind === "heading") break;
    if (entry.isAsked && personOf(entry.text) === "you") return above;
  }
  return at;
}

/** Between questions a paragraph is most likely one question, though its sentences end with their lines. */
function joinedAbove(asked: Entry, at: number, around: Surroundings): Entry {
  let start = at;
  while (isSameParagraph(start, around)) start -= 1;
  const [head, ...rest] = around.free.slice(start, at + 1);
  if (head === undefined) return asked;
  let isWhole = head.isAsked && around.isRepeated;
  for (const entry of rest) {
    if (isWhole && entry.isAsked) entry.label = "followUp";
    else mergeInto(head, entry);
    isWhole ||= entry.isAsked && around.isRepeated;
  }
  return head;
}

function isSameParagraph(
  at: number,
  { free, questionRanks, part, isRepeated, isProbed }: Surroundings,
): boolean {
  const entry = free[at];
  const above = free[at - 1];
  if (entry === undefined || above === undefined) return false;
  if (entry.first.kind !== "paragraph" || entry.first.isAfterBlank || above.first.kind !== "paragraph")
    return false;
  if (
    personOf(entry.text) === "candidate" ||
    // Where follow-ups have a label, what is asked above it is none.
    (isProbed && above.isAsked && entry.isAsked) ||
    above.text.length > LONGEST_PARAGRAPH ||
    callToAction.test(above.text) ||
    isTitleLike(above)
  )
    return false;
  if (part === "advice" || part === "other") return false;
  return part === "questions" || questionRanks.size > 0 || isRepeated;
}

/** "Then pick from:" between a question and a list goes on with the question. */
function isGoingOn(entry: Entry | undefined, above: Entry | undefined): boolean {
  return (
    entry?.first.kind === "paragraph" &&
    above?.isAsked === true &&
    above.rank < entry.rank &&
    leadsOn(entry.text)
  );
}

function isDeeper(entry: Entry | undefined, than: Entry | undefined): boolean {
  return (
    entry !== undefined &&
    than !== undefined &&
    entry.first.kind === "item" &&
    entry.rank >= than.rank &&
    than.first.kind === "item"
  );
}

/** Where nothing is asked, a list right above the label is not the question: what stands above the list is. */
function outerOf(free: readonly Entry[], at: number): number {
  let outer = at;
  while (outer > 0 && free[outer]?.first.kind === "item" && !free[outer]?.first.isBold) outer -= 1;
  return at - outer > 1 && free[outer]?.first.kind !== "item" ? outer : at;
}
