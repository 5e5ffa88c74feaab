import { anchorTextOf } from "../labels/anchorText.ts";
import type { Entry } from "../labels/lineEntries.ts";

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
    const point = anchorTextOf(entry.text)?.points[0];
    if (point === undefined) continue;
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
