import type { Guide } from "./guide.ts";

/** What a guide is called that has no title. */
export const UNTITLED = "Untitled guide";

/** @returns what a guide is called on the screen: a draft may have no title yet */
export function guideTitle({ title }: Pick<Guide, "title">): string {
  return title.trim() || UNTITLED;
}
