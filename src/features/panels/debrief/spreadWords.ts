import type { ComparedArea } from "../../../domain/panels/debrief.ts";
import { quantityToText } from "../../../domain/text/quantityText.ts";

/** @returns the gap between the highest and the lowest rating of an area, in words: "4 points", "agree"; empty where it is not computed */
export function spreadWords({ spread }: Pick<ComparedArea, "spread">): string {
  if (spread === "notComputed") return "";
  if (!spread) return "fewer than two ratings";
  return spread.range === 0 ? "agree" : quantityToText(spread.range, "point");
}
