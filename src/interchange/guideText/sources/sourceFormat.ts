import { frontMatterLength } from "./textBlocks.ts";

/** What a source is written in. */
export type SourceFormat = "text" | "markdown" | "html";

const page =
  /^\s*(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype html|html|head|body|meta|div|article|main|section)\b/i;
const tag =
  /<\/?(?:p|div|li|ul|ol|dl|dt|dd|h[1-6]|table|t[rdh]|br|span|strong|section|article|details|summary)(?:\s[^<>]{0,2000})?\/?>/gi;
const mark =
  /^ {0,3}#{1,6} \S|^ {0,3}(?:```|~~~)|^ {0,3}={3,}[ \t]*$|^[ \t]*(?:\|[ \t]*)?:?-{3,}:?[ \t]*\|[-:| \t]*$|\*\*[^*\s][^*\n]{0,400}\*\*|__[^_\s][^_\n]{0,400}__|\[[^\]\n]{1,400}\]\([^)\s]{1,400}\)|^[ \t]*[-*+] \[[ xX]\] /gm;

const heading = /^ {0,3}#{1,6} \S/gm;
const headingTag = /<h[1-6][\s>]/i;
const item = /^ {0,3}(?:[-*+]|\d{1,3}[.)]) \S/gm;
const itemTag = /<(?:li|p|dt|h[1-6])[\s>]/i;

/** Works out what a text is written in, by its first pages. */
export function formatOf(source: string): SourceFormat {
  const opening = source.slice(0, 50_000);
  // In a row of a Markdown table a tag is all that can break a line.
  const tags = opening.replaceAll(/^ {0,3}\|.*$/gm, "").match(tag)?.length ?? 0;
  if (page.test(opening) && tags > 0) return "html";
  const marks = opening.match(mark)?.length ?? 0;
  // Tables may be written in tags below headings that are not.
  const isHeaded = (opening.match(heading)?.length ?? 0) > 1 && !headingTag.test(opening);
  // Below each item of a list there may be something to fold, as Markdown can write it in tags alone.
  const isListed = (opening.match(item)?.length ?? 0) > 2 && !itemTag.test(opening);
  if (tags > 3 && tags > 8 * marks && !isHeaded && !isListed) return "html";
  return marks > 0 || (tags > 3 && isListed) || frontMatterLength(source) > 0 ? "markdown" : "text";
}
