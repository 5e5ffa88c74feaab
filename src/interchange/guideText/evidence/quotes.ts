import { isGreeting } from "../labels/askedText.ts";
import type { Label } from "../labels/guideLabels.ts";
import type { Block } from "../sources/blocks.ts";
import type { PageLine } from "./pageLines.ts";
import { isAway, personOf } from "./personText.ts";

/** Fewer quotes say nothing of what is quoted on the page. */
const FEWEST_NOTES = 2;
/** More lines of a list say no more of it. */
const LONGEST_LIST = 20;

/** Lines of a quote that follow one another, and the line above them. */
interface Quote {
  readonly lines: readonly [PageLine, ...PageLine[]];
  readonly above: PageLine | undefined;
}

/**
 * Says what the block quotes of a page are: below questions they speak of the answer, and above lists of what is asked
 * further, or ticked off, they are read out.
 */
export function addQuotes(lines: readonly PageLine[], found: Map<Block, Label>): void {
  const quotes = quotesOf(lines);
  const notes = quotes.filter(isNote);
  const telling = notes.filter((quote) => quote.lines.some(({ block }) => isAway(block.text)));
  const isNoted =
    notes.length >= FEWEST_NOTES && notes.length * 2 > quotes.length && telling.length * 2 >= notes.length;
  const noted = new Set(isNoted ? notes : []);
  for (const quote of quotes) {
    if (noted.has(quote))
      for (const { block } of quote.lines)
        found.set(block, { kind: "areas", rest: block.text, isCertain: true });
    const [first] = quote.lines;
    const list = listBelow(quote, lines);
    if (list.length === 0) continue;
    found.set(first.block, { kind: "question", rest: first.block.text, isCertain: true });
    const kind = list.some(({ isAsked }) => isAsked) ? "followUps" : "areas";
    for (const { block } of list) found.set(block, { kind, rest: block.text, isCertain: true });
  }
}

function quotesOf(lines: readonly PageLine[]): readonly Quote[] {
  const quotes: { lines: [PageLine, ...PageLine[]]; above: PageLine | undefined }[] = [];
  for (const [index, line] of lines.entries()) {
    if (!line.block.isQuote || line.known?.isCertain === true) continue;
    const above = lines[index - 1];
    const last = quotes.at(-1);
    if (above?.block.isQuote === true && last !== undefined) last.lines.push(line);
    else quotes.push({ lines: [line], above });
  }
  return quotes;
}

/** Whether a quote stands below something that is said to the candidate, or below an item, and asks nothing itself. */
function isNote({ lines: [first], above }: Quote): boolean {
  if (above === undefined || above.block.kind === "heading" || first.isQuestion) return false;
  return (above.isQuestion || above.block.kind === "item") && personOf(first.block.text) !== "you";
}

/** The list without a label below what is read out, if it is asked further or ticked off; a sentence may announce it. */
function listBelow({ lines: quoted, above }: Quote, lines: readonly PageLine[]): readonly PageLine[] {
  if (above?.block.kind !== "paragraph" || isGreeting(quoted[0].block.text)) return [];
  const next = (quoted.at(-1) ?? quoted[0]).index + 1;
  const start = lines[next]?.block.kind === "paragraph" ? next + 1 : next;
  const below = lines.slice(start, start + LONGEST_LIST);
  const end = below.findIndex(({ block, known }) => block.kind !== "item" || known !== undefined);
  const items = end < 0 ? below : below.slice(0, end);
  const telling = items.filter(({ isAsked, block }) => isAsked || block.marker === "☐").length;
  return items.length > 1 && telling * 2 > items.length ? items : [];
}
