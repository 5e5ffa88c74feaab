import { groupBy } from "../../../domain/panels/groupBy.ts";
import { isCompetencyName, isNumberedPart, partName } from "./guideLabels.ts";
import { type Entry, isTitleLike } from "./lineEntries.ts";

const genericHead =
  /^(?:part|section|round|stage|step|phase|teil|partie|parte|abschnitt)\s*(?:\d+|[ivx]+|one|two|three|four)$/i;

/** Tells the heads that name a competency from those that title a question. */
export function labelHeads(entries: readonly Entry[]): void {
  const questions = entries.filter(({ label }) => label === "question").length;
  for (const own of groupBy(headsOf(entries), ({ rank }) => rank).values()) {
    const withQuestions = own.filter(({ count }) => count > 0);
    const covered = withQuestions.reduce((sum, { count }) => sum + count, 0);
    const isSystematic =
      withQuestions.length > 1 &&
      covered * 2 >= questions &&
      withQuestions.some(({ entry, count }) => count > 1 || isNumberedPart(entry.text));
    for (const { entry, count, isAboveQuestion } of withQuestions) {
      if (genericHead.test(entry.text) || partName(entry.text) === "" || /^(?:\d|here )/i.test(entry.text))
        entry.label = "heading";
      else if (isSystematic || (isCompetencyName(partName(entry.text)) && isAboveQuestion))
        entry.label = "competency";
      else if (
        entry.label === undefined &&
        (count > 1 ||
          (isAboveQuestion && entry.first.kind === "heading") ||
          (isAboveQuestion && withQuestions.length > 1))
      )
        entry.label = "heading";
    }
  }
}

/** A bare line above questions is further out than they are, and further in than every heading. */
const BARE_HEAD_RANK = 8;

interface Head {
  readonly entry: Entry;
  readonly rank: number;
  count: number;
  isAboveQuestion: boolean;
}

function headsOf(entries: readonly Entry[]): readonly Head[] {
  const heads: Head[] = [];
  const stack: Head[] = [];
  let above: Head | undefined;
  for (const [index, entry] of entries.entries()) {
    if (entry.label === "continues" || entry.label === "minutes") continue;
    const isPart =
      entry.label === "heading" &&
      entry.part === "questions" &&
      entry.found === undefined &&
      entry.first.kind !== "row";
    if (entry.label === "question") {
      while ((stack.at(-1)?.rank ?? -1) >= entry.rank) stack.pop();
      const head = stack.at(-1);
      if (head !== undefined) {
        head.count += 1;
        if (head === above) head.isAboveQuestion = true;
      }
      above = undefined;
    } else if (
      index > 0 &&
      (isPart ||
        (entry.label === undefined &&
          entry.part !== "advice" &&
          entry.part !== "other" &&
          isHeadLike(entry, entries[index + 1])))
    ) {
      const rank = entry.first.kind === "paragraph" ? BARE_HEAD_RANK : entry.rank;
      while ((stack.at(-1)?.rank ?? -1) >= rank) stack.pop();
      const head = { entry, rank, count: 0, isAboveQuestion: false };
      heads.push(head);
      stack.push(head);
      above = head;
    } else {
      above = entry.label === "competency" ? above : undefined;
    }
  }
  return heads;
}

function isHeadLike(entry: Entry, next: Entry | undefined): boolean {
  if (entry.first.kind === "heading") return !entry.isAsked;
  if (!isTitleLike(entry) || next?.label !== "question") return false;
  return entry.first.kind === "paragraph" ? next.rank > BARE_HEAD_RANK : next.rank > entry.rank;
}
