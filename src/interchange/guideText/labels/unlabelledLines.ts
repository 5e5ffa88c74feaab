import { isAddressed, opensAsking } from "./askedText.ts";
import { type Entry, isTitleLike } from "./lineEntries.ts";
import { messages } from "./lineLabels.ts";

/** Finds the questions that have no lists, and the lists that have no labels. */
export function resolveFree(entries: readonly Entry[]): void {
  const ranks = new Set(entries.filter(({ isCertain }) => isCertain).map(({ rank }) => rank));
  const firstCertain = entries.findIndex(({ isCertain }) => isCertain);
  const firstHead = entries.findIndex(({ part, label }) => part === "questions" && label === "heading");
  const isOpen = (entry: Entry, index: number): boolean => {
    if (entry.label !== undefined || entry.part === "advice" || entry.part === "other") return false;
    if (firstHead > index) return false;
    if (firstCertain >= 0 && index < firstCertain && entry.part !== "questions")
      return ranks.has(entry.rank) && entry.first.kind !== "paragraph";
    return true;
  };
  const open = entries.map((entry, index) => isOpen(entry, index));
  const asked = entries.filter((entry, index) => open[index] === true && entry.isAsked);
  const main = ranks.size > 0 ? undefined : mainRankOf(asked);
  const listed = new Set([
    ...siblingsOf(entries, open, ranks, main),
    ...(asked.length === 0 && ranks.size === 0 ? bareListOf(entries, open) : []),
  ]);
  let current: Entry | undefined;
  let isAttached = false;
  for (const [index, entry] of entries.entries()) {
    if (entry.label === "question") {
      current = entry;
      isAttached = true;
      continue;
    }
    if (entry.label === "minutes" || entry.label === "competency" || entry.label === "continues") continue;
    if (entry.label !== undefined || open[index] !== true) {
      if (entry.first.kind === "heading" && entry.found === undefined) current = undefined;
      isAttached = false;
      continue;
    }
    const isOuter = current === undefined || entry.rank <= current.rank;
    const isMain = entry.rank === main || ranks.has(entry.rank);
    if (listed.has(entry) || (entry.isAsked && (isMain || (isOuter && isPlausible(entry, main, ranks))))) {
      entry.label = "question";
      current = entry;
      isAttached = true;
    } else if (
      current !== undefined &&
      isAttached &&
      entry.rank > current.rank &&
      (entry.first.kind === "item" || entry.isAsked)
    ) {
      entry.label = entry.isAsked ? "followUp" : "area";
      if (entry.first.kind === "paragraph" && !entry.isAsked) entry.label = undefined;
    } else {
      if (isAttached && entry.first.kind !== "heading" && !isTitleLike(entry))
        entry.message = messages.explains;
      isAttached = false;
      if (entry.first.kind === "heading" || isTitleLike(entry)) current = undefined;
    }
  }
  nameUnlabelledLists(entries);
}

/** A list without a label is of one kind: of follow-ups, if most of it is asked. */
function nameUnlabelledLists(entries: readonly Entry[]): void {
  let run: Entry[] = [];
  const close = () => {
    const asked = run.filter((entry) => entry.isAsked).length;
    const label = asked * 2 >= run.length ? "followUp" : "area";
    for (const entry of run) if (entry.first.kind === "item") entry.label = label;
    run = [];
  };
  let isLabelled = false;
  for (const entry of entries) {
    if (entry.found !== undefined || (entry.label === "heading" && entry.first.kind === "row"))
      isLabelled = true;
    if (entry.label === "question") isLabelled = entry.found !== undefined && entry.found.kind !== "question";
    const isInRun =
      !isLabelled && (entry.label === "area" || entry.label === "followUp") && entry.first.kind !== "row";
    if (isInRun) run.push(entry);
    else if (run.length > 0) close();
  }
  close();
}

/** Where labels have shown what a question looks like, one that looks otherwise is none. */
function isPlausible(entry: Entry, main: number | undefined, ranks: ReadonlySet<number>): boolean {
  if (ranks.size > 0) return opensAsking(entry.text) || entry.part === "questions";
  return (
    main === undefined || entry.rank > main || (entry.first.kind !== "heading" && isAddressed(entry.text))
  );
}

/** The outermost place in the outline where questions are asked again and again. */
function mainRankOf(asked: readonly Entry[]): number | undefined {
  const counts = new Map<number, Entry[]>();
  for (const entry of asked) counts.set(entry.rank, push(counts.get(entry.rank), entry));
  const byRank = [...counts].toSorted(([a], [b]) => a - b);
  for (const [index, [rank, own]] of byRank.entries()) {
    const inner = byRank.slice(index + 1).flatMap(([, list]) => list);
    // "What is a baker?" is a heading of an article, if what is below such headings speaks to a candidate.
    const isArticle =
      rank < 8 &&
      !own.some(({ text }) => isAddressed(text)) &&
      inner.filter(({ text }) => isAddressed(text)).length >= own.length;
    if (!isArticle && (own.length > 1 || inner.length === 0)) return rank;
  }
  return byRank.at(-1)?.[0];
}

/** A question need not look like one where most of its list does. */
function siblingsOf(
  entries: readonly Entry[],
  open: readonly boolean[],
  ranks: ReadonlySet<number>,
  main: number | undefined,
): readonly Entry[] {
  const found: Entry[] = [];
  const runs = new Map<number, Entry[]>();
  const close = (rank: number) => {
    const run = runs.get(rank) ?? [];
    const asked = run.filter((entry) => entry.isAsked || entry.isCertain).length;
    if (run.length > 1 && asked * 2 >= run.length) {
      // Where heads have a bullet of their own, it tells them from questions.
      const markers = new Set(run.filter((entry) => entry.isAsked).map(({ first }) => first.marker));
      for (const entry of run)
        if (entry.label === undefined && (markers.size === 0 || markers.has(entry.first.marker)))
          found.push(entry);
    }
    runs.delete(rank);
  };
  for (const [index, entry] of entries.entries()) {
    if (entry.label === "continues") continue;
    const isBreak = entry.first.kind === "heading";
    for (const rank of runs.keys()) if (isBreak || rank > entry.rank) close(rank);
    const isOwn = entry.first.kind === "item" && (entry.rank === main || ranks.has(entry.rank));
    if (isOwn && (open[index] === true || entry.isCertain) && !entry.first.isBold)
      runs.set(entry.rank, push(runs.get(entry.rank), entry));
  }
  for (const rank of runs.keys()) close(rank);
  return found;
}

export function push<T>(list: T[] | undefined, entry: T): T[] {
  if (list === undefined) return [entry];
  list.push(entry);
  return list;
}

/** Below a head that says "Interview questions" a list is one of questions, whatever it looks like. */
function bareListOf(entries: readonly Entry[], open: readonly boolean[]): readonly Entry[] {
  const items = entries.filter(
    (entry, index) => open[index] === true && entry.part === "questions" && entry.first.kind === "item",
  );
  const rank = items.reduce((lowest, entry) => Math.min(lowest, entry.rank), Number.POSITIVE_INFINITY);
  const own = items.filter((entry) => entry.rank === rank && entry.text.length > 12);
  return own.length > 1 ? own : [];
}
