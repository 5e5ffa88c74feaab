import { anchorTextOf } from "../labels/anchorText.ts";
import { partOf } from "../labels/guideLabels.ts";
import type { Entry } from "../labels/lineEntries.ts";

/** "Planning", "Look for:" and a list, and then "Questions:" with what is asked. */
export function labelsAboveQuestions(entries: readonly Entry[]): ReadonlySet<Entry> {
  const found = new Set<Entry>();
  let below: Entry | undefined;
  for (const [index, entry] of [...entries.entries()].reverse()) {
    const isHeading = entry.first.kind === "heading";
    if (entry.found === undefined && partOf(entry.text) === "questions") below = entry;
    else if (entry.found?.kind === "areas") {
      const above = entries[index - 1];
      const isOfSection =
        above?.first.kind === "heading" &&
        !above.isAsked &&
        (below?.first.kind !== "heading" || below.first.level > above.first.level);
      if (below !== undefined && isOfSection) found.add(entry);
      below = undefined;
    } else if (entry.found !== undefined || (isHeading && partOf(entry.text) !== "questions"))
      below = undefined;
  }
  return found;
}

/** Points that follow one another, up or down: two at least, for one could be anything. */
export function anchorRunsOf(entries: readonly Entry[]): ReadonlySet<Entry> {
  const found = new Set<Entry>();
  let run: { entry: Entry; point: number; index: number }[] = [];
  const close = () => {
    if (run.length > 1) for (const { entry } of run) found.add(entry);
    run = [];
  };
  for (const [index, entry] of entries.entries()) {
    if (
      entry.found !== undefined &&
      run.length > 0 &&
      entry.found.isCertain &&
      entry.found.kind !== "strong" &&
      entry.found.kind !== "weak" &&
      entry.found.kind !== "middle"
    )
      close();
    if (entry.first.kind === "row" || entry.isAsked) continue;
    const anchor = anchorTextOf(entry.text);
    const point = anchor?.points[0];
    if (anchor === undefined || point === undefined) continue;
    if (
      entry.first.kind === "heading" &&
      entry.first.level < 3 &&
      !/level|score|rating|point/i.test(entry.text)
    )
      continue;
    const [last, before] = [run.at(-1), run.at(-2)];
    const step = last === undefined ? 0 : point - last.point;
    const isOn =
      last === undefined ||
      (step !== 0 &&
        Math.abs(step) <= 4 &&
        index - last.index <= 12 &&
        (before === undefined || Math.sign(last.point - before.point) === Math.sign(step)));
    if (!isOn) close();
    run.push({ entry, point, index });
  }
  close();
  return found;
}
