import type { Block } from "../sources/blocks.ts";
import { partOf } from "./guideLabels.ts";
import { type Entry, isUnfinished, LONGEST_TITLE, mergeInto, toEntries } from "./lineEntries.ts";
import { labelHeads } from "./lineHeads.ts";
import { callToAction, type LabelledBlock, messages } from "./lineLabels.ts";
import { ListWalk } from "../lists/lineLists.ts";
import { labelTables } from "./lineTables.ts";
import { resolveFree } from "./unlabelledLines.ts";

const LONGEST_INVITATION = 300;

/** Says of every block what it is in the guide. */
export function labelBlocks(blocks: readonly Block[]): readonly LabelledBlock[] {
  const entries = toEntries(blocks);
  labelTables(entries);
  labelRepeated(entries);
  new ListWalk(entries).walk();
  resolveFree(entries);
  labelHeads(entries);
  labelTheRest(entries);
  return entries.flatMap(({ blocks: own, label = "leftOut", message }) =>
    own.map((block, index) => ({
      block,
      label: index === 0 ? label : label === "leftOut" ? "leftOut" : "continues",
      message: index === 0 ? message : "",
    })),
  );
}

/** A question that stands in a list at the top and again as a heading is read where its lists are. */
function labelRepeated(entries: readonly Entry[]): void {
  const headings = new Map<string, number>();
  for (const [index, entry] of entries.entries()) {
    if (entry.first.kind === "heading" || entry.first.marker === "Q") headings.set(keyOf(entry), index);
  }
  for (const [index, entry] of entries.entries()) {
    const later = headings.get(keyOf(entry));
    if (later !== undefined && later > index && entry.first.kind === "item" && entry.label === undefined)
      entry.label = "leftOut";
  }
}

function keyOf({ text }: Entry): string {
  return text
    .slice(0, 200)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function labelTheRest(entries: readonly Entry[]): void {
  const first = entries.findIndex(({ label }) => label === "question");
  const hasQuestions = first >= 0;
  let isBehind = false;
  let isAnswered = false;
  for (const entry of entries) {
    if (entry.label === "question") isBehind = true;
    if (entry.part !== "advice" || entry.label === "heading") isAnswered = false;
    if (entry.label !== undefined) continue;
    const isInvitation = entry.text.length <= LONGEST_INVITATION && callToAction.test(entry.text);
    if (entry.part === "other") entry.label = "leftOut";
    else if (entry.part === "advice") {
      // In a list of tips an invitation may be a tip; below an answer it is what it seems.
      entry.label = isInvitation && isAnswered && entry.first.kind !== "heading" ? "leftOut" : "advice";
      if (entry.label === "leftOut") entry.message = messages.invitation;
      isAnswered ||= entry.isAsked || entry.first.kind === "heading" || entry.first.marker === "Q";
    } else if (!isBehind || !hasQuestions) entry.label = "introduction";
    else {
      entry.label = entry.first.kind === "heading" && !isInvitation ? "heading" : "leftOut";
      if (isInvitation) entry.message = messages.invitation;
      else if (entry.message === "") entry.message = messages.loose;
    }
  }
  labelTitle(entries);
}

/** The first heading or line is the title, unless a heading of the first level stands further down. */
function labelTitle(entries: readonly Entry[]): void {
  const introduction = entries.filter(
    ({ label }) => label === "introduction" || label === "heading" || label === "question",
  );
  const until = introduction.findIndex(({ label }) => label === "question");
  const before = until < 0 ? introduction : introduction.slice(0, until);
  const opening = before[0];
  if (opening === undefined) return;
  const top = before.find(({ first }) => first.kind === "heading" && first.level === 1);
  const title = top ?? (isOpeningTitle(opening) ? opening : undefined);
  if (title === undefined || (title.label === "heading" && title !== top)) return;
  title.label = "title";
  const next = before[before.indexOf(title) + 1];
  if (
    next?.label === "introduction" &&
    next.first.kind === title.first.kind &&
    next.first.level === title.first.level &&
    isUnfinished(title.text)
  )
    mergeInto(title, next);
}

function isOpeningTitle({ first, text }: Entry): boolean {
  if (first.kind === "heading" || partOf(text) === "questions") return true;
  return text.length <= LONGEST_TITLE && !/[.?!。？！]["”»’]?$/u.test(text);
}
