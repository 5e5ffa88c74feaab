import type { Entry } from "../labels/lineEntries.ts";
import { sameText } from "./contentsRuns.ts";
import { placeKeyOf } from "./places.ts";

/**
 * Says what each line looks like and where it stands: lines of one shape are most likely all the same thing, so that
 * what a person says of one can be said of all. A line below a label is like those below the same label elsewhere; a
 * label is like its repeats.
 */
export function shapesOf(entries: readonly Entry[]): ReadonlyMap<Entry, string> {
  const shapes = new Map<Entry, string>();
  let above = "";
  for (const entry of entries) {
    const { first, found, label, text } = entry;
    if (label === "continues") continue;
    if (found !== undefined) {
      const name = sameText(text.slice(0, text.length - found.rest.length));
      shapes.set(entry, `${first.kind}: ${name}`);
      if (found.rest === "") above = name;
      continue;
    }
    const isHead =
      first.kind === "heading" || label === "heading" || label === "competency" || label === "title";
    if (isHead || label === "question") above = "";
    // What is asked and what is not look alike below a label only.
    shapes.set(entry, `${placeKeyOf(entry)} < ${above}${above === "" ? ` ${String(entry.isAsked)}` : ""}`);
  }
  return shapes;
}
