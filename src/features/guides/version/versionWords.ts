import type { GuideEntry } from "../../../state/guides/guideLineages.ts";
import { timeToText } from "../../../ui/words/dates.ts";

/**
 * @param now epoch ms
 * @returns since when the version is here, as near as it is known: "saved today, 14:30"
 */
export function versionToText({ savedAt, isShipped }: GuideEntry, now: number): string {
  if (savedAt !== null) return `saved ${timeToText(savedAt, now)}`;
  return isShipped ? "comes with the app" : "came with an interview";
}
