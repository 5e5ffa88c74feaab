import type { ComparedArea } from "../../../domain/panels/debrief.ts";

/** @returns how far the ratings of an area lie apart, in words; empty where that is not computed */
export function spreadWords({ spread }: Pick<ComparedArea, "spread">): string {
  if (spread === "notComputed") return "";
  if (!spread) return "one rating at most";
  return spread.range === 0 ? "agree" : `${spread.range} apart`;
}
