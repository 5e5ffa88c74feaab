import { evidenceOf } from "../evidence/documentEvidence.ts";
import { shapesOf } from "../evidence/lineShapes.ts";
import { SURE_ENOUGH, surenessOf } from "../evidence/sureness.ts";
import type { Block } from "../sources/blocks.ts";
import { partOf } from "./guideLabels.ts";
import { type Entry, isUnfinished, LONGEST_TITLE, mergeInto, toEntries } from "./lineEntries.ts";
import { labelHeads } from "./lineHeads.ts";
import { callToAction, type LabelledBlock, type LineLabel, messages } from "./lineLabels.ts";
import { ListWalk } from "../lists/lineLists.ts";
import { isSender, subjectOf } from "./questionText.ts";
import { labelTables } from "./lineTables.ts";
import { resolveFree } from "./unlabelledLines.ts";

const LONGEST_INVITATION = 300;

/** What a page is read as. */
export interface LabelledPage {
  readonly lines: readonly LabelledBlock[];
  /** How many questions are not offered, since the page does not look like a guide. */
  readonly withheld: number;
}

/**
 * Says of every block what it is in the guide.
 *
 * @param said what a person says of lines, by their number; it is evidence for the others
 * @param isAnyway whether questions are offered though the page does not look like a guide
 * @param fileName of the file that the page comes from; empty where it comes from none
 */
export function labelBlocks(
  blocks: readonly Block[],
  said: ReadonlyMap<number, LineLabel>,
  isAnyway: boolean,
  fileName: string,
): LabelledPage {
  const evidence = evidenceOf(blocks, said);
  const entries = toEntries(blocks, evidence, said);
  labelTables(entries);
  new ListWalk(entries, evidence).walk();
  resolveFree(entries);
  labelHeads(entries);
  const withheld = isAnyway || surenessOf(entries, evidence, fileName) >= SURE_ENOUGH ? 0 : withhold(entries);
  labelTheRest(entries);
  const shapes = shapesOf(entries);
  const lines = entries.flatMap((entry) => {
    const { blocks: own, label = "leftOut", message } = entry;
    return own.map((block, index) => ({
      block,
      label: said.get(block.line) ?? (index === 0 ? label : label === "leftOut" ? "leftOut" : "continues"),
      message: index === 0 && !said.has(block.line) ? message : "",
      found: index === 0 ? evidence.labels.get(block) : undefined,
      shape: `${index === 0 ? "" : "+"}${shapes.get(entry) ?? ""}`,
    }));
  });
  return { lines, withheld };
}

/** @returns how many questions there were */
function withhold(entries: readonly Entry[]): number {
  if (entries.some(({ isSaid, label }) => isSaid && label === "question")) return 0;
  let count = 0;
  for (const entry of entries) {
    if (entry.label === "question") count += 1;
    if (!entry.isSaid && entry.label !== "continues") entry.label = undefined;
    if (!entry.isSaid) entry.message = "";
  }
  return count;
}

function labelTheRest(entries: readonly Entry[]): void {
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
    } else if (!isBehind) entry.label = "introduction";
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
  const about = isSender(opening.text) ? before.find(({ text }) => subjectOf(text) !== undefined) : undefined;
  const top = before.find(({ first }) => first.level === 1);
  const title = top ?? about ?? (isOpeningTitle(opening) ? opening : undefined);
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
