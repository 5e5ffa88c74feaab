import { isUnspaced } from "../../../domain/text/tokens.ts";
import { anchorTextOf } from "./anchorText.ts";
import { isAsked, isAskedBare, opensAsking } from "./askedText.ts";
import type { Evidence } from "../evidence/documentEvidence.ts";
import { behindLead, type Block } from "../sources/blocks.ts";
import { type Label, labelOf, type PartKind, partOf } from "./guideLabels.ts";
import { callToAction, type LineLabel } from "./lineLabels.ts";

export const LONGEST_TITLE = 60;

/** A page of bare lines is not one paragraph, and looking at its end again for every line takes too long. */
export const LONGEST_PARAGRAPH = 2000;

/** Of the longest line, or of this many characters; a page of long lines is not wrapped at all. */
const SHORTEST_WRAPPED = 0.4;
const LONGEST_WRAPPED = 60;

/** More lines than this, and this share of all, begin with a small letter where none has a capital. */
const FEWEST_SMALL = 5;
const MOST_SMALL = 0.75;

/** One or more blocks that are read as one: a line, and those that go on with it. */
export interface Entry {
  readonly first: Block;
  readonly blocks: Block[];
  text: string;
  label: LineLabel | undefined;
  message: string;
  readonly found: Label | undefined;
  isAsked: boolean;
  /** It is asked since it is a task where others are. */
  readonly isTask: boolean;
  /** Where it stands in the outline of the page; smaller is further out. */
  readonly rank: number;
  /** The part of the page that it stands in; undefined before the first head that names one. */
  part: PartKind | undefined;
  /** A list label, or a person, has said that it is a question. */
  isCertain: boolean;
  /** A person has said what it is. */
  readonly isSaid: boolean;
}

/** Puts the lines together that are only wrapped. */
export function toEntries(
  blocks: readonly Block[],
  evidence: Evidence,
  said: ReadonlyMap<number, LineLabel>,
): readonly Entry[] {
  const entries: Entry[] = [];
  const isNumberFollowUp = numbersFollowParagraphs(blocks);
  // A line that is only wrapped is about as long as a line of the page gets.
  const widest = blocks.reduce(
    (most, { kind, text }) => (kind === "row" ? most : Math.max(most, text.length)),
    0,
  );
  const isCased = !isAllSmall(blocks);
  let isBareList = false;
  for (const block of blocks) {
    const last = entries.at(-1);
    const isClose = block.kind === "paragraph" && !block.isAfterBlank;
    isBareList = isClose && (isBareList || (last?.found?.rest === "" && last.found.isCertain));
    // A short line in a list without bullets is an item, though it begins with a small letter.
    const isItem = isBareList && (last?.text.length ?? 0) <= LONGEST_TITLE;
    const own = said.get(block.line);
    const isMore =
      own === undefined
        ? !isItem &&
          !evidence.labels.has(block) &&
          last !== undefined &&
          (evidence.translations.get(block) === last.blocks.at(-1) ||
            goesOn(last, block, { shortest: Math.min(widest, LONGEST_WRAPPED) * SHORTEST_WRAPPED, isCased }))
        : own === "continues";
    if (last !== undefined && isMore) join(last, block);
    else entries.push(toEntry(block, { isNumberFollowUp, isAnswer: isAnswerTo(last, block) }, evidence, own));
  }
  // What is wrapped shows only as a whole whether it is asked; a listing below says nothing of it.
  for (const entry of entries)
    if (entry.blocks.length > 1 && entry.blocks.every(isLineOf))
      entry.isAsked = entry.isTask || isAsked(entry.text);
  return entries;
}

function toEntry(
  block: Block,
  { isNumberFollowUp, isAnswer }: { readonly isNumberFollowUp: boolean; readonly isAnswer: boolean },
  evidence: Evidence,
  said: LineLabel | undefined,
): Entry {
  const isLine = isLineOf(block);
  const label = isLine && block.kind !== "row" ? labelOf(block.text, block.lead) : undefined;
  // A heading that goes on behind a label's words is a title: "Scorecard: account manager" at the top, too.
  const isTop = label?.kind === "levels" && block.level === 1;
  const isTitle = block.kind === "heading" && label?.rest !== "" && (isTop || !/[:：]/.test(block.text));
  const known = isTitle ? undefined : label;
  const found = isAnswer ? answered(block) : (evidence.labels.get(block) ?? known);
  return {
    first: block,
    blocks: [block],
    text: block.text,
    label: said ?? (block.kind === "aside" || evidence.contents.has(block) ? "leftOut" : undefined),
    message: "",
    found,
    isAsked:
      isLine &&
      !isAnswer &&
      (evidence.tasks.has(block) ||
        isAsked(block.text) ||
        (block.kind === "item" && isAskedBare(block.text)) ||
        isAskedBehindLead(block)),
    isTask: evidence.tasks.has(block),
    rank: rankOf(block, isNumberFollowUp),
    part: undefined,
    isCertain: false,
    isSaid: said !== undefined,
  };
}

function isAskedBehindLead({ text, lead }: Block): boolean {
  const behind = behindLead(text, lead);
  return behind !== undefined && isAsked(behind);
}

/** "A: …" right below "Q: …". */
function isAnswerTo(last: Entry | undefined, { text }: Block): boolean {
  return last?.first.marker === "Q" && answerSign.test(text);
}

const answerSign = /^(?:A|R|Antwort|答) ?[:：] ?(?=\S)/u;

/** What is answered explains; it is nothing that is asked. */
function answered({ text }: Block): Label {
  return { kind: "purpose", rest: text.replace(answerSign, ""), isCertain: true };
}

function isLineOf({ kind }: Block): boolean {
  return kind !== "aside" && kind !== "code";
}

function join(entry: Entry, block: Block): void {
  entry.blocks.push(block);
  entry.text = joinedTexts(entry.text, block);
}

/** @returns a text and the line that goes on with it; a listing keeps its lines, and Chinese needs no space */
export function joinedTexts(text: string, block: Block): string {
  if (block.kind === "code") return `${text}\n${block.text}`;
  const isTight = isWide(text.slice(-1)) && isWide(block.text.slice(0, 1));
  return isTight ? `${text}${block.text}` : `${text} ${block.text}`;
}

function isWide(character: string): boolean {
  return /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u.test(character);
}

/** Notes without a capital, in which a small letter at the beginning of a line says nothing of it. */
function isAllSmall(blocks: readonly Block[]): boolean {
  const letters = blocks.flatMap(({ kind, text }) => (kind === "row" ? [] : (/\p{L}/u.exec(text) ?? [])));
  const small = letters.filter((letter) => /\p{Ll}/u.test(letter));
  return small.length > FEWEST_SMALL && small.length > MOST_SMALL * letters.length;
}

/** What a page shows of how its lines are wrapped. */
interface Wrapping {
  /** No shorter line is wrapped. */
  readonly shortest: number;
  /** Whether a line that begins with a small letter goes on with the one above. */
  readonly isCased: boolean;
}

/** Whether a line goes on with the one above it, by the looks of the two alone. */
function goesOn(entry: Entry, block: Block, { shortest, isCased }: Wrapping): boolean {
  const above = entry.blocks.at(-1) ?? entry.first;
  const { text } = block;
  if (block.kind === "code")
    return (
      entry.first.kind !== "row" && (above.kind === "code" ? block.line - above.line < 3 : entry.isAsked)
    );
  if (block.kind !== "paragraph" || block.isAfterBlank || entry.text.length > LONGEST_PARAGRAPH) return false;
  // What is quoted below a line that asks is said beside it.
  if (block.isQuote && !above.isQuote && entry.isAsked) return false;
  if (above.kind === "heading" || above.kind === "row" || above.kind === "code" || above.kind === "aside")
    return false;
  // "Is that in line with what you're / looking for?", "He answers your / questions for him."
  const isSmall = isCased && /^\p{Ll}/u.test(text) && !(named.test(text) && isLabelLine(block));
  if (isSmall && !isEnd(above.text) && above.text.length >= (text.endsWith("?") ? shortest : LONGEST_WRAPPED))
    return true;
  const isInline = (entry.found?.rest ?? "") !== "";
  if (isSmall && isInline && /[;；]$/u.test(above.text) && above.text.length >= shortest) return true;
  if (isLabelLine(block) || anchorTextOf(text) !== undefined) return false;
  const isItem = entry.first.kind === "item";
  if (entry.found?.rest === "" && !isItem) return false;
  if (isSmall) return isItem || !isWhole(entry, block, isCased);
  // "Question: …" goes on as a paragraph does.
  const hasBullet = isItem && entry.first.marker !== "Q";
  if (hasBullet && block.indent > entry.first.indent) return !isTitleOf(entry, block);
  if (callToAction.test(text) || opensAsking(text)) return false;
  if (hasBullet) return isCaseless(text) && !isEnd(above.text) && above.text.length >= shortest;
  return !isWhole(entry, block, isCased);
}

/** "relance : …" */
const named = /^[^:：?？]{1,40}[:：]/u;

/** "1) Training" above "What did you learn?", which is set in below it. */
function isTitleOf(entry: Entry, { text }: Block): boolean {
  return (
    isTitleLike(entry) &&
    !isUnfinished(entry.text) &&
    /^["“„«]?\p{Lu}/u.test(text) &&
    (isEnd(text) || text.length >= LONGEST_WRAPPED)
  );
}

function isLabelLine(block: Block): boolean {
  return labelOf(block.text, block.lead)?.isCertain === true || partOf(block.text) !== undefined;
}

/** Whether a paragraph seems to end with the line above. */
function isWhole({ first, text }: Entry, next: Block, isCased: boolean): boolean {
  if (isEnd(text)) return true;
  const isShort = first.text.length <= (isUnspaced(first.text) ? LONGEST_TITLE / 2 : LONGEST_TITLE);
  if (!isShort || isUnfinished(text)) return false;
  return !isCased || !/^\p{Ll}/u.test(next.text);
}

function isEnd(text: string): boolean {
  return /[.?!:。？！：；;…؟]["”’»」)）\]]?$/u.test(text.slice(-3));
}

/** @returns whether a text ends in a word that more must follow */
export function isUnfinished(text: string): boolean {
  return /(?:^| )(?:for|of|in|and|the|to|a|an|on|with|about|assessing|evaluating|hiring|or|&|–|-|für|und|der|die|pour|de|des|et|du|la|le|para|y|en|del)$|,$/i.test(
    text.slice(-20),
  );
}

function isCaseless(text: string): boolean {
  return /^[\p{Lo}]/u.test(text);
}

/** @returns whether an entry is short and no sentence, as heads are */
export function isTitleLike({ first, text, isAsked: asked }: Entry): boolean {
  if (asked || text.length > LONGEST_TITLE * 2) return false;
  return first.kind === "heading" || (text.length <= LONGEST_TITLE && !isEnd(text.replace(/[:：]$/, "")));
}

/** @returns whether a line is the title of what is asked right below it: "Question 3: The broken oven" */
export function titles(entry: Entry, next: Entry): boolean {
  const isSibling = next.first.marker === entry.first.marker && next.first.number === entry.first.number + 1;
  // "Question: …" below a head is the question, whatever it looks like.
  const isNamed =
    entry.first.kind === "heading" && next.first.kind !== "heading" && next.first.marker === "Q";
  if (!(next.isAsked || isNamed) || !isTitleLike(entry) || isSibling) return false;
  return entry.first.kind === "heading" || next.first.kind === "paragraph" || next.first.marker === "1";
}

/** @returns where a block stands in the outline of the page; smaller is further out */
export function rankOf({ kind, level, marker, indent }: Block, isNumberFollowUp: boolean): number {
  if (kind === "heading") return level;
  const depth = 4 * Math.ceil(indent / 2);
  // "一、Planning" can stand above "Question 1: …", and never below it.
  if (marker === "一") return 9 + depth;
  if (marker === "Q") return 9.5 + depth;
  if (marker === "1") return (isNumberFollowUp ? 12 : 10) + depth;
  if (marker === "a") return 14 + depth;
  return (marker === "" ? 11 : 13) + depth;
}

/** Whether numbers count what is below paragraphs, and begin anew for each, rather than the questions. */
function numbersFollowParagraphs(blocks: readonly Block[]): boolean {
  let below = 0;
  let above = 0;
  for (const [index, block] of blocks.entries()) {
    if (block.marker !== "1" || block.indent > 1) continue;
    const last = blocks[index - 1];
    if (last === undefined || last.marker === "1") continue;
    if (block.number <= 1 && last.kind === "paragraph" && isAsked(last.text) && last.indent <= block.indent)
      below += 1;
    else above += 1;
  }
  return below > 1 && below > above;
}

/** An entry that another one goes on with has nothing left. */
export function mergeInto(head: Entry, entry: Entry): void {
  for (const block of entry.blocks) join(head, block);
  entry.blocks.length = 0;
  entry.label = "continues";
}
