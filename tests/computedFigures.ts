/** What tells of a figure that was computed from ratings: the words for one, or a number that no scale has. */
const signs =
  /\b(?:means?|spread|gaps?|largest|disagreements?|agree(?! on)|weighted|average|alpha|kappa)\b|\d points?|\d\.\d/giu;

/** @returns those signs in a text that people read, or in an HTML file without its style */
export function computedIn(text: string): readonly string[] {
  return text.replaceAll(/<style>[^]*?<\/style>/gu, "").match(signs) ?? [];
}
