import { anchorTextOf, isNotAssessed } from "./anchorText.ts";
import { isAddressed, isAsked, opensAsking } from "./askedText.ts";
import type { Block } from "./guideBlocks.ts";
import {
  isCompetencyName,
  isNumberedPart,
  labelKindOf,
  labelOf,
  partName,
  partOf,
  type Label,
  type LabelKind,
  type PartKind,
} from "./guideLabels.ts";

/**
 * What a line of the source is in the guide. "heading" is a line that only orders others: a section's head, a
 * question's title, a label such as "Areas to cover". "continues" goes on with the line above it.
 */
export const lineLabels = [
  "title",
  "introduction",
  "heading",
  "competency",
  "question",
  "minutes",
  "area",
  "followUp",
  "anchor",
  "advice",
  "continues",
  "leftOut",
] as const;
export type LineLabel = (typeof lineLabels)[number];

/** A block, what it is in the guide, and what is to be said of it. */
export interface LabelledBlock {
  readonly block: Block;
  readonly label: LineLabel;
  /** Why it is left out, or what is doubtful; an empty string where nothing is to be said. */
  readonly message: string;
}

export const messages = {
  invitation: "It invites the reader to something and is no part of the guide.",
  loose: "It belongs to no question and to no list.",
  popped: "It is read as a question, but it stood at the end of a list.",
  noQuestionAbove: "There is no question above this list.",
  notAsked: "This part holds nothing that the interviewer asks, so it is left out.",
  explains: "It explains a question; the guide has no place for it.",
  listing: "A listing that belongs to no question is left out.",
  table: "No question was found in this table.",
  twice: "It stands in the page a second time, where it is read.",
} as const;

const callToAction =
  /\b(?:sign up|subscribe|download|get started|book a demo|request a demo|contact us|learn more|click here|read more|share this|free trial|start (?:your|a) (?:free )?trial|build it for free|try (?:it )?(?:for )?free)\b|inscrivez-vous|abonnez-vous|téléchargez|melden sie sich|jetzt (?:testen|anmelden|herunterladen)|regístrese|regístrate|suscríbete|descargue|descarga |立即(?:注册|注冊|下载|试用)|免费(?:注册|试用)|点击(?:这里|此处)|הירשמו|הורידו|לחצו כאן/iu;

const LONGEST_TITLE = 60;
/** A page of bare lines is not one paragraph, and looking at its end again for every line takes too long. */
const LONGEST_PARAGRAPH = 2000;
const LONGEST_INVITATION = 300;
/** A run of questions before one label for follow-ups: more than these, and the label is for all of them. */
const MOST_BEFORE_OWN_LIST = 2;

type ListKind = "areas" | "followUps" | "anchors" | "silent";

/** One or more blocks that are read as one: a line, and those that go on with it. */
interface Entry {
  readonly first: Block;
  readonly blocks: Block[];
  text: string;
  label: LineLabel | undefined;
  message: string;
  readonly found: Label | undefined;
  readonly isAsked: boolean;
  /** Where it stands in the outline of the page; smaller is further out. */
  readonly rank: number;
  /** The part of the page that it stands in; undefined before the first head that names one. */
  part: PartKind | undefined;
  /** A list label has said that it is a question. */
  isCertain: boolean;
}

interface OpenList {
  readonly question: Entry | undefined;
  readonly kind: ListKind;
  /** What the label said, to tell a second list of the same kind. */
  readonly labelKind: LabelKind;
  readonly label: LineLabel;
  readonly first: Entry;
  readonly items: Entry[];
}

/** Says of every block what it is in the guide. */
export function labelBlocks(blocks: readonly Block[]): readonly LabelledBlock[] {
  const entries = toEntries(blocks);
  labelTables(entries);
  labelRepeated(entries);
  new ListWalk(entries).walk();
  resolveFree(entries);
  labelHeads(entries);
  labelTheRest(entries);
  return entries.flatMap(({ blocks: own, label = "leftOut", message }) =>
    own.map((block, index) => ({
      block,
      label: index === 0 ? label : label === "leftOut" ? "leftOut" : "continues",
      message: index === 0 ? message : "",
    })),
  );
}

// Lines to entries

function toEntries(blocks: readonly Block[]): readonly Entry[] {
  const entries: Entry[] = [];
  const isNumberFollowUp = numbersFollowParagraphs(blocks);
  let isBareList = false;
  for (const block of blocks) {
    const last = entries.at(-1);
    const isClose = block.kind === "paragraph" && !block.isAfterBlank;
    isBareList = isClose && (isBareList || (last?.found?.rest === "" && last.found.isCertain));
    // A short line in a list without bullets is an item, though it begins with a small letter.
    const isItem = isBareList && (last?.text.length ?? 0) <= LONGEST_TITLE;
    if (last !== undefined && !isItem && goesOn(last, block)) join(last, block);
    else entries.push(toEntry(block, isNumberFollowUp));
  }
  return entries;
}

function toEntry(block: Block, isNumberFollowUp: boolean): Entry {
  const isLine = block.kind !== "aside" && block.kind !== "code";
  const label = isLine && block.kind !== "row" ? labelOf(block.text, block.lead) : undefined;
  // A heading that goes on behind a label's words is a title.
  const found =
    block.kind === "heading" && label?.rest !== "" && !/[:：]/.test(block.text) ? undefined : label;
  return {
    first: block,
    blocks: [block],
    text: block.text,
    label: block.kind === "aside" ? "leftOut" : undefined,
    message: "",
    found,
    isAsked: isLine && isAsked(block.text),
    rank: rankOf(block, isNumberFollowUp),
    part: undefined,
    isCertain: false,
  };
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

/** Whether a line goes on with the one above it, by the looks of the two alone. */
function goesOn(entry: Entry, block: Block): boolean {
  const above = entry.blocks.at(-1) ?? entry.first;
  if (block.kind === "code")
    return (
      entry.first.kind !== "row" &&
      entry.first.kind !== "aside" &&
      (above.kind === "code" ? block.line - above.line < 3 : entry.isAsked)
    );
  if (block.kind !== "paragraph" || block.isAfterBlank || entry.text.length > LONGEST_PARAGRAPH) return false;
  if (above.kind === "heading" || above.kind === "row" || above.kind === "code" || above.kind === "aside")
    return false;
  if (isLabelLine(block) || anchorTextOf(block.text) !== undefined) return false;
  const isItem = entry.first.kind === "item";
  if (entry.found?.rest === "" && !isItem) return false;
  if (/^\p{Ll}/u.test(block.text)) return isItem || !isWhole(entry, block);
  if (callToAction.test(block.text) || opensAsking(block.text))
    return isItem && block.indent > entry.first.indent;
  if (isItem && block.indent > entry.first.indent) return true;
  if (isItem)
    return (
      isCaseless(block.text) && !isEnd(above.text) && above.text.length >= (isDense(above.text) ? 10 : 16)
    );
  return !isWhole(entry, block);
}

function isLabelLine(block: Block): boolean {
  return labelOf(block.text, block.lead)?.isCertain === true || partOf(block.text) !== undefined;
}

/** Whether a paragraph seems to end with the line above. */
function isWhole({ first, text }: Entry, next: Block): boolean {
  if (isEnd(text)) return true;
  const isShort = first.text.length <= (isDense(first.text) ? LONGEST_TITLE / 2 : LONGEST_TITLE);
  if (!isShort || isUnfinished(text)) return false;
  return !/^\p{Ll}/u.test(next.text);
}

function isEnd(text: string): boolean {
  return /[.?!:。？！：；;…؟]["”’»」)）\]]?$/u.test(text.slice(-3));
}

function isUnfinished(text: string): boolean {
  return /(?:^| )(?:for|of|in|and|the|to|a|an|on|with|about|assessing|evaluating|hiring|or|&|–|-|für|und|der|die|pour|de|des|et|du|la|le|para|y|en|del)$|,$/i.test(
    text.slice(-20),
  );
}

function isCaseless(text: string): boolean {
  return /^[\p{Lo}]/u.test(text);
}

function isDense(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text);
}

function isTitleLike({ first, text, isAsked: asked }: Entry): boolean {
  if (asked || text.length > LONGEST_TITLE * 2) return false;
  return first.kind === "heading" || (text.length <= LONGEST_TITLE && !isEnd(text.replace(/[:：]$/, "")));
}

function rankOf({ kind, level, marker, indent }: Block, isNumberFollowUp: boolean): number {
  if (kind === "heading") return level;
  const depth = 4 * Math.ceil(indent / 2);
  if (marker === "一" || marker === "Q") return 9 + depth;
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

// Tables

interface Columns {
  readonly question: number;
  readonly isHead: boolean;
}

/** A table asks one question a row, or says in every row what its first cell announces, or words the scale. */
function labelTables(entries: readonly Entry[]): void {
  for (let start = 0; start < entries.length; start += 1) {
    if (entries[start]?.first.kind !== "row") continue;
    let end = start;
    while (entries[end]?.first.kind === "row" && (end === start || !isNewTable(entries[end]))) end += 1;
    labelTable(entries.slice(start, end));
    start = end - 1;
  }
}

function isNewTable(entry: Entry | undefined): boolean {
  return entry?.first.isAfterBlank === true;
}

function labelTable(rows: readonly Entry[]): void {
  const [head, ...body] = rows;
  if (head === undefined) return;
  const kinds = rows.map((row) => rowKind(row));
  const columns = isListOfLabels(kinds) ? undefined : columnsOf(rows);
  if (columns !== undefined) {
    for (const row of rows) {
      const isHead = columns.isHead && row === head;
      row.label = isHead
        ? "heading"
        : (row.first.cells[columns.question] ?? "") === ""
          ? "leftOut"
          : "question";
      row.isCertain = row.label === "question";
    }
    return;
  }
  if (pointsInHead(head) > 1) {
    head.label = "heading";
    for (const row of body) row.label = "anchor";
    return;
  }
  if (
    kinds.filter((kind) => kind !== undefined).length * 2 >= rows.length &&
    kinds.some((kind) => kind !== undefined)
  ) {
    for (const [index, row] of rows.entries()) {
      row.label = kinds[index] ?? (index === 0 ? "heading" : "leftOut");
      row.isCertain = row.label === "question";
    }
    return;
  }
  for (const row of rows) row.label = "leftOut";
  head.message = messages.table;
}

/** Whether the first cells of a table are labels of what stands beside them, and not only points. */
function isListOfLabels(kinds: readonly (LineLabel | undefined)[]): boolean {
  const found = kinds.filter((kind) => kind !== undefined);
  return found.length * 2 >= kinds.length && found.some((kind) => kind !== "anchor");
}

function columnsOf(rows: readonly Entry[]): Columns | undefined {
  const [head, ...body] = rows;
  if (head === undefined) return undefined;
  const named = head.first.cells.findIndex((cell) => isQuestionColumn(cell));
  if (named >= 0 && body.length > 0) return { question: named, isHead: true };
  const width = head.first.cells.length;
  for (let column = 0; column < width; column += 1) {
    const asked = body.filter(({ first }) => isAsked(first.cells[column] ?? "")).length;
    if (asked > 0 && asked * 2 >= body.length)
      return { question: column, isHead: !isAsked(head.first.cells[column] ?? "") };
  }
  return undefined;
}

function isQuestionColumn(cell: string): boolean {
  return labelKindOf(cell) === "question" || (partOf(cell) === "questions" && cell.length < 40);
}

/** @returns how many cells of a table's head name a point or a place of the scale */
function pointsInHead({ first }: Entry): number {
  return first.cells.filter((cell) => {
    const kind = labelKindOf(cell);
    return kind === "strong" || kind === "weak" || kind === "middle" || anchorTextOf(cell) !== undefined;
  }).length;
}

function rowKind({ first }: Entry): LineLabel | undefined {
  const [name = "", ...rest] = first.cells;
  const anchor = anchorTextOf(name);
  const isEmpty = rest.join("").trim() === "";
  if (anchor !== undefined) return isEmpty && anchor.text === "" ? undefined : "anchor";
  if (isEmpty) return undefined;
  switch (labelKindOf(name)) {
    case "areas":
      return "area";
    case "followUps":
      return "followUp";
    case "strong":
    case "middle":
    case "weak":
      return "anchor";
    case "question":
      return isAsked(rest.join(" ")) || rest.join("").length > 20 ? "question" : undefined;
    case "competency":
      return rest.join("").length > 60 ? undefined : "competency";
    default:
      return undefined;
  }
}

// Tables of contents

/** A question that stands in a list at the top and again as a heading is read where its lists are. */
function labelRepeated(entries: readonly Entry[]): void {
  const headings = new Map<string, number>();
  for (const [index, entry] of entries.entries()) {
    if (entry.first.kind === "heading" || entry.first.marker === "Q") headings.set(keyOf(entry), index);
  }
  for (const [index, entry] of entries.entries()) {
    const later = headings.get(keyOf(entry));
    if (later !== undefined && later > index && entry.first.kind === "item" && entry.label === undefined)
      entry.label = "leftOut";
  }
}

function keyOf({ text }: Entry): string {
  return text
    .slice(0, 200)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

// Labels and their lists

/** Goes through a page from label to label: what is right above one is a question, what is below it a list. */
class ListWalk {
  readonly #entries: readonly Entry[];
  readonly #countByKind = new Map<LabelKind, number>();
  readonly #anchorRuns: ReadonlySet<Entry>;
  readonly #questionRanks = new Set<number>();
  #list: OpenList | undefined;
  /** A label takes the lines below it until one does not look like its items. */
  #waiting: Omit<OpenList, "first" | "items"> | undefined;
  #free: Entry[] = [];
  #question: Entry | undefined;
  #seen = new Set<LabelKind>();
  #part: PartKind | undefined;
  /** Of the heading that opened the part; 0 for a bare line. */
  #partLevel = 0;
  #sectionLevel = 0;
  #isQuestionNext = false;

  constructor(entries: readonly Entry[]) {
    this.#entries = entries;
    this.#anchorRuns = anchorRunsOf(entries);
    for (const { found } of entries)
      if (found !== undefined)
        this.#countByKind.set(found.kind, (this.#countByKind.get(found.kind) ?? 0) + 1);
  }

  walk(): void {
    for (const [index, entry] of this.#entries.entries()) {
      this.#visit(entry, index);
      entry.part = this.#part;
    }
  }

  #visit(entry: Entry, index: number): void {
    if (entry.label !== undefined) {
      if (entry.first.kind === "row") this.#closeList();
      if (entry.first.kind === "row" && entry.label === "question") this.#begin(entry);
      return;
    }
    if (entry.first.kind === "code") {
      entry.label = "leftOut";
      entry.message = messages.listing;
      return;
    }
    if (this.#visitPart(entry, index)) return;
    if (this.#visitAnchor(entry) || this.#visitLabel(entry, index)) return;
    if (this.#isQuestionNext && entry.first.kind !== "row") {
      this.#isQuestionNext = false;
      this.#closeList();
      this.#begin(entry);
      return;
    }
    if (
      entry.first.marker === "Q" &&
      this.#part !== "advice" &&
      this.#part !== "other" &&
      !this.#isTitleOf(entry, index)
    ) {
      this.#closeList();
      this.#begin(entry);
      return;
    }
    this.#addLine(entry, index);
  }

  /** "Question 3: The broken oven" is the title of the question below it. */
  #isTitleOf(entry: Entry, index: number): boolean {
    const next = this.#entries[index + 1];
    return (
      entry.first.kind === "heading" && !entry.isAsked && next?.isAsked === true && next.found === undefined
    );
  }

  #visitPart(entry: Entry, index: number): boolean {
    const { first } = entry;
    const isHeading = first.kind === "heading";
    if (isHeading && this.#endsPart(entry)) this.#part = undefined;
    if (!isHeading && first.kind !== "paragraph" && !first.isBold && first.marker !== "1") return false;
    if (entry.found?.isCertain === true) return false;
    const part = partOf(first.text);
    if (part === undefined || (index === 0 && part === "questions")) return false;
    if (first.marker === "1" && (part === "questions" || !first.isBold)) return false;
    this.#closeList();
    this.#part = part;
    this.#partLevel = isHeading ? first.level : 0;
    this.#question = undefined;
    this.#free = [];
    this.#sectionLevel = isHeading ? first.level : 0;
    entry.label = part === "other" ? "leftOut" : "heading";
    if (part === "other") entry.message = messages.notAsked;
    return true;
  }

  #endsPart({ first, isAsked: asked }: Entry): boolean {
    if (this.#partLevel === 0 || first.level > this.#partLevel) return false;
    return !(this.#part === "advice" && asked);
  }

  /** "4: …" in a list of points, or a point alone with what it sounds like below it. */
  #visitAnchor(entry: Entry): boolean {
    const isScaleOpen = (this.#waiting ?? this.#list)?.labelKind === "levels";
    const anchor =
      anchorTextOf(entry.text) ??
      (isScaleOpen && entry.first.marker === "1" && !entry.isAsked
        ? { points: [entry.first.number], text: entry.text }
        : undefined);
    if (anchor === undefined || !(this.#anchorRuns.has(entry) || isScaleOpen)) return false;
    if (this.#part === "advice" || this.#part === "other") return false;
    const isOpen = this.#list?.kind === "anchors" || this.#waiting?.kind === "anchors";
    const name = this.#free.at(-1);
    if (name !== undefined && name.first.kind !== "item" && isTitleLike(name)) {
      // A name right above points is what they are about.
      name.label = "heading";
      this.#free = [];
      this.#question = undefined;
    } else if (!isOpen) this.#question = this.#questionAbove("levels", entry) ?? this.#question;
    const question = this.#question;
    this.#closeList();
    entry.label = isNotAssessed(anchor) ? "leftOut" : anchor.text === "" ? "heading" : "anchor";
    this.#waiting = { question, kind: "anchors", labelKind: "levels", label: "anchor" };
    return true;
  }

  #visitLabel(entry: Entry, index: number): boolean {
    const { found, first } = entry;
    if (found === undefined || !this.#isLabel(entry, found)) return false;
    switch (found.kind) {
      case "competency":
        return this.#visitCompetency(entry, found, index);
      case "minutes":
        if (minutesOf(found.rest) === undefined) return false;
        this.#closeList();
        entry.label = "minutes";
        return true;
      case "question":
        this.#closeList();
        if (found.rest === "") {
          this.#isQuestionNext = true;
          entry.label = "heading";
        } else this.#begin(entry);
        return true;
      case "form":
        if (this.#list !== undefined && found.rest !== "" && first.kind === "item") return false;
        this.#closeList();
        entry.label = "leftOut";
        if (found.rest.replaceAll(/[_.…\s/\d\][☐]/gu, "").length > 20) entry.message = messages.loose;
        return true;
      case "purpose":
        if (this.#question === undefined && this.#free.length === 0) return false;
        entry.label = "leftOut";
        if (found.rest !== "") entry.message = messages.explains;
        if (this.#free.length > 0) this.#question = this.#questionAbove("purpose", entry) ?? this.#question;
        this.#closeList();
        if (found.rest === "")
          this.#waiting = {
            question: this.#question,
            kind: "silent",
            labelKind: "purpose",
            label: "leftOut",
          };
        return true;
      default:
        return this.#visitList(entry, found, index);
    }
  }

  #isLabel({ first, text }: Entry, found: Label): boolean {
    if (this.#part === "other") return found.kind === "areas" || found.kind === "followUps";
    if (this.#part === "advice") {
      const asked = this.#free.at(-1)?.isAsked === true || this.#list !== undefined;
      return (
        asked &&
        found.rest === "" &&
        (found.kind === "areas" || found.kind === "followUps") &&
        first.kind !== "item"
      );
    }
    if (found.isCertain) return true;
    return (
      first.kind === "heading" ||
      first.isBold ||
      /[:：]$/.test(text) ||
      (first.kind === "paragraph" &&
        (this.#countByKind.get(found.kind) ?? 0) > 1 &&
        this.#question !== undefined)
    );
  }

  #visitCompetency(entry: Entry, found: Label, index: number): boolean {
    const next = this.#entries[index + 1];
    if (found.rest === "" || found.rest.length > LONGEST_TITLE * 2) {
      if (
        found.rest !== "" ||
        next === undefined ||
        next.found !== undefined ||
        !isTitleLike(next) ||
        next.first.kind === "item"
      )
        return false;
      this.#closeList();
      entry.label = "heading";
      next.label = "competency";
      return true;
    }
    this.#closeList();
    entry.label = "competency";
    return true;
  }

  #visitList(entry: Entry, found: Label, index: number): boolean {
    const { kind } = found;
    const listKind = kind === "areas" || kind === "followUps" ? kind : "anchors";
    const label = listKind === "areas" ? "area" : listKind === "followUps" ? "followUp" : "anchor";
    const isForAll = this.#isForAll(entry, found);
    const question = isForAll ? undefined : this.#questionAbove(kind, entry);
    this.#closeList();
    if (this.#part === "advice" || this.#part === "other") this.#part = "questions";
    if (question !== undefined) this.#seen.add(kind);
    this.#question = question;
    if (question === undefined && kind === "areas" && !isForAll) {
      entry.label = "leftOut";
      entry.message = messages.noQuestionAbove;
      return true;
    }
    const own = question === undefined && listKind !== "anchors" ? "advice" : label;
    const isInline =
      found.rest !== "" && !(/[:：]$/.test(found.rest) && this.#entries[index + 1]?.first.kind === "item");
    entry.label = isInline || own === "advice" ? own : "heading";
    if (!isInline || this.#hasItemsBelow(entry, index))
      this.#waiting = { question, kind: listKind, labelKind: kind, label: own };
    return true;
  }

  #hasItemsBelow({ first }: Entry, index: number): boolean {
    const next = this.#entries[index + 1];
    return (
      next?.first.kind === "item" &&
      next.found === undefined &&
      next.rank > rankOf(first, false) &&
      !next.first.isAfterBlank &&
      next.first.marker !== "Q" &&
      next.first.marker !== "1"
    );
  }

  /** A list for the whole guide: by its words, or since it stands once, beside the questions and not below one. */
  #isForAll(entry: Entry, found: Label): boolean {
    const { first, text } = entry;
    if (found.kind !== "followUps" && found.kind !== "areas" && found.kind !== "levels") return false;
    if (
      /\b(?:general|universal|for (?:any|all|every)|any question)\b/i.test(text.slice(0, 80)) &&
      found.kind === "followUps"
    )
      return true;
    if (this.#countByKind.get(found.kind) !== 1 || found.rest !== "") return false;
    const asked = this.#free.filter((free) => free.isAsked);
    const level = first.kind === "heading" ? first.level : 0;
    const last = asked.at(-1);
    if (last === undefined && this.#question === undefined) return false;
    if (level > 0 && this.#sectionLevel > 0 && level <= this.#sectionLevel) {
      const owner = last ?? this.#question;
      return owner !== undefined && (owner.first.kind !== "heading" || level < owner.first.level);
    }
    const alike = asked.filter(({ rank }) => rank === last?.rank);
    return (
      alike.length > MOST_BEFORE_OWN_LIST &&
      (first.isAfterBlank || level > 0) &&
      first.indent <= (last?.first.indent ?? 0)
    );
  }

  #begin(entry: Entry): void {
    entry.label = "question";
    entry.isCertain = true;
    this.#questionRanks.add(entry.rank);
    this.#question = entry;
    this.#seen = new Set();
    this.#free = [];
  }

  #questionAbove(kind: LabelKind, label: Entry): Entry | undefined {
    const asked = this.#candidate(label);
    const isForAny = kind !== "levels" && kind !== "purpose";
    if (asked !== undefined && (isForAny || asked.isAsked || asked.first.marker === "Q")) {
      this.#begin(asked);
      return asked;
    }
    if (this.#list?.question === undefined || !this.#seen.has(kind) || this.#list.kind === "silent")
      return this.#question;
    // A second list of the same kind: the end of the first one was the next question.
    const popped = popQuestion(this.#list);
    if (popped.first.marker !== "") popped.message = messages.popped;
    this.#closeList();
    this.#begin(popped);
    return popped;
  }

  /** The question among the lines since the last list. */
  #candidate(label: Entry): Entry | undefined {
    const free = this.#free;
    let at = free.length - 1;
    if (at < 0) return undefined;
    const askedAt = free.findLastIndex((entry) => entry.isAsked || entry.first.marker === "Q");
    if (askedAt >= 0) at = askedAt;
    // A list right below an outer question is a part of it, unless the label is one of its items.
    const isInner = label.first.kind === "item" && label.first.indent > (free[at]?.first.indent ?? 0);
    if (!isInner) {
      let outer = at;
      while (outer > 0 && isDeeper(free[outer], free[at])) outer -= 1;
      const run = at - outer;
      const above = free[outer];
      const isKnown = above !== undefined && this.#questionRanks.has(above.rank);
      if (
        outer < at &&
        above?.isAsked === true &&
        (isKnown || (run > 1 && !this.#questionRanks.has(free[at]?.rank ?? 0)))
      )
        at = outer;
      else {
        const more = free[at];
        at = outerOf(free, at, askedAt >= 0);
        const heading = free[at];
        if (heading?.first.kind === "heading" && more !== undefined && more !== heading && more.isAsked)
          mergeInto(heading, more);
      }
    }
    const asked = free[at];
    if (asked === undefined) return undefined;
    return this.#joinedAbove(asked, at);
  }

  /** Between questions a paragraph is most likely one question, though its sentences end with their lines. */
  #joinedAbove(asked: Entry, at: number): Entry {
    let start = at;
    while (start > 0 && this.#isSameParagraph(start)) start -= 1;
    const [head, ...rest] = this.#free.slice(start, at + 1);
    if (head === undefined) return asked;
    for (const entry of rest) mergeInto(head, entry);
    return head;
  }

  #isSameParagraph(at: number): boolean {
    const entry = this.#free[at];
    const above = this.#free[at - 1];
    if (entry === undefined || above === undefined) return false;
    if (entry.first.kind !== "paragraph" || entry.first.isAfterBlank || above.first.kind !== "paragraph")
      return false;
    if (above.text.length > LONGEST_PARAGRAPH || callToAction.test(above.text) || isTitleLike(above))
      return false;
    const isUnderHeading = this.#free[at - 2]?.first.kind === "heading" && at > 2;
    if (this.#part === "advice" || this.#part === "other") return false;
    return this.#part === "questions" || this.#questionRanks.size > 0 || isUnderHeading;
  }

  #closeList(): void {
    this.#list = undefined;
    this.#waiting = undefined;
  }

  #addLine(entry: Entry, index: number): void {
    const { first } = entry;
    if (first.kind === "heading")
      this.#sectionLevel = this.#isTitle(index) ? this.#sectionLevel : first.level;
    if (this.#list !== undefined && isContinuation(this.#list, entry)) {
      const last = this.#list.items.at(-1);
      if (last !== undefined) mergeInto(last, entry);
      return;
    }
    if (this.#list !== undefined && this.#isItem(this.#list, entry, index)) {
      this.#list.items.push(entry);
      this.#mark(entry, this.#list);
      return;
    }
    if (
      this.#waiting !== undefined &&
      this.#list === undefined &&
      first.kind !== "heading" &&
      first.marker !== "Q" &&
      !this.#isQuestionBelow(entry, index)
    ) {
      this.#list = { ...this.#waiting, first: entry, items: [entry] };
      this.#mark(entry, this.#list);
      return;
    }
    this.#closeList();
    this.#free.push(entry);
  }

  #mark(entry: Entry, list: OpenList): void {
    entry.label = list.label;
    if (list.kind === "silent" && list.items.length === 1) entry.message = messages.explains;
  }

  /** An empty list: the next line is the next question, and a label of the first kind stands below it. */
  #isQuestionBelow(entry: Entry, index: number): boolean {
    if (this.#waiting?.labelKind === "levels") return entry.isAsked;
    if (entry.first.kind === "item" || !opensAsking(entry.text) || this.#waiting?.kind !== "areas")
      return false;
    return this.#entries[index + 1]?.found?.kind === "areas";
  }

  #isTitle(index: number): boolean {
    const next = this.#entries[index + 1];
    const after = this.#entries[index + 2];
    return next?.first.kind === "paragraph" && after?.found !== undefined;
  }

  #isItem({ first, items, kind, labelKind, question }: OpenList, entry: Entry, index: number): boolean {
    const own = first.first;
    const { kind: blockKind, marker, indent, isAfterBlank, number } = entry.first;
    if (blockKind === "heading" || marker === "Q" || blockKind === "row") return false;
    if ((kind === "silent" || labelKind === "levels") && entry.isAsked) return false;
    if (indent > own.indent)
      return marker !== "" || !isAfterBlank || own.marker === "" || indent >= own.indent + 2;
    if ((marker === "") !== (own.marker === "") || indent < own.indent) return false;
    if (marker !== own.marker) return isSameDepth(marker, own.marker);
    if (marker === "1") return this.#isNextNumber(items, own, number, question, index);
    if (marker !== "") return true;
    if (callToAction.test(entry.text)) return false;
    if (
      kind === "areas" &&
      entry.text.length > 40 &&
      opensAsking(entry.text) &&
      !items.some(({ text }) => opensAsking(text))
    )
      return false;
    if (kind === "anchors" || kind === "silent") return !entry.isAsked && !isAfterBlank;
    // Bare lines end at a blank line, unless the list is set with blank lines all through.
    return own.isAfterBlank || !isAfterBlank;
  }

  #isNextNumber(
    items: readonly Entry[],
    own: Block,
    number: number,
    question: Entry | undefined,
    index: number,
  ): boolean {
    const last = items.findLast(({ first }) => first.indent <= own.indent)?.first.number ?? 0;
    const isOwnerNumbered = question?.first.marker === "1" && question.first.indent >= own.indent;
    const next = this.#entries[index + 1];
    const isAboveLabel =
      next?.found !== undefined && next.first.indent >= own.indent && this.#isLabel(next, next.found);
    if (isOwnerNumbered && isAboveLabel && (number <= last || number === question.first.number + 1))
      return false;
    return number > last || (number === last && !isOwnerNumbered);
  }
}

function isDeeper(entry: Entry | undefined, than: Entry | undefined): boolean {
  return (
    entry !== undefined &&
    than !== undefined &&
    entry.first.kind === "item" &&
    entry.rank >= than.rank &&
    than.first.kind === "item"
  );
}

/** Where nothing is asked, a list right above the label is not the question: what stands above the list is. */
function outerOf(free: readonly Entry[], at: number, isSomethingAsked: boolean): number {
  if (isSomethingAsked) {
    const asked = free[at];
    const above = free[at - 1];
    // "How do you handle failure?" as a heading, and more of it below.
    return above?.first.kind === "heading" &&
      /[?？]$/u.test(above.text) &&
      asked?.first.kind === "paragraph" &&
      !asked.first.isBold
      ? at - 1
      : at;
  }
  let outer = at;
  while (outer > 0 && free[outer]?.first.kind === "item" && !free[outer]?.first.isBold) outer -= 1;
  return at - outer > 1 && free[outer]?.first.kind !== "item" ? outer : at;
}

/** Bullets of two looks in one list are one list. */
function isSameDepth(a: string, b: string): boolean {
  return ![a, b].some((marker) => ["1", "一", "a", ""].includes(marker));
}

function isContinuation({ first: { first } }: OpenList, { first: block }: Entry): boolean {
  if (block.kind !== "paragraph") return false;
  return block.indent > first.indent;
}

/** Takes the last item off a list, or the last paragraph of bare lines that are set in paragraphs. */
function popQuestion({ first, items }: OpenList): Entry {
  const isInParagraphs = first.first.marker === "" && first.first.isAfterBlank;
  const start = isInParagraphs ? items.findLastIndex((entry) => entry.first.isAfterBlank) : 0;
  const [head = first, ...rest] = items.splice(start > 0 ? start : -1);
  for (const entry of rest) mergeInto(head, entry);
  return head;
}

/** An entry that another one goes on with has nothing left. */
function mergeInto(head: Entry, entry: Entry): void {
  for (const block of entry.blocks) join(head, block);
  entry.blocks.length = 0;
  entry.label = "continues";
}

/** Points that follow one another, up or down: two at least, for one could be anything. */
function anchorRunsOf(entries: readonly Entry[]): ReadonlySet<Entry> {
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
    const anchor = anchorTextOf(entry.text);
    const point = anchor?.points[0];
    if (anchor === undefined || point === undefined) continue;
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

/** @returns the minutes that a text names, such as "45 minutes" or "1 hour", or undefined */
export function minutesOf(text: string): number | undefined {
  const match =
    /(\d{1,3})(?:\s*(?:-|–|—|to|à|bis)\s*(\d{1,3}))?\s*(?:-\s*)?(minutes?|mins?\b\.?|min\b\.?|minuten|minutos|minuti|m\b|['′]|分钟|分鐘|分|דקות|דקה|דק'|دقيقة|دقائق|минут|hours?|hrs?|h\b|heures?|stunden?|horas?|小时|小時|שעות|שעה)/iu.exec(
      text,
    );
  if (match === null) return /\b(?:an|one) hour\b/i.test(text) ? 60 : undefined;
  const [, from = "", to, word = ""] = match;
  const value = Number(to ?? from);
  const isHours = /^(?:h|stunde|小|שע)/iu.test(word);
  const minutes = isHours ? value * 60 : value;
  return minutes >= 1 && minutes <= 1440 ? minutes : undefined;
}

// Lines that no label speaks for

/** Finds the questions that have no lists, and the lists that have no labels. */
function resolveFree(entries: readonly Entry[]): void {
  const ranks = new Set(entries.filter(({ isCertain }) => isCertain).map(({ rank }) => rank));
  const firstCertain = entries.findIndex(({ isCertain }) => isCertain);
  const firstHead = entries.findIndex(({ part, label }) => part === "questions" && label === "heading");
  const isOpen = (entry: Entry, index: number): boolean => {
    if (entry.label !== undefined || entry.part === "advice" || entry.part === "other") return false;
    if (firstHead > index) return false;
    if (firstCertain >= 0 && index < firstCertain && entry.part !== "questions")
      return ranks.has(entry.rank) && entry.first.kind !== "paragraph";
    return true;
  };
  const open = entries.map((entry, index) => isOpen(entry, index));
  const asked = entries.filter((entry, index) => open[index] === true && entry.isAsked);
  const main = ranks.size > 0 ? undefined : mainRankOf(asked);
  const listed = new Set([
    ...siblingsOf(entries, open, ranks, main),
    ...(asked.length === 0 && ranks.size === 0 ? bareListOf(entries, open) : []),
  ]);
  let current: Entry | undefined;
  let isAttached = false;
  for (const [index, entry] of entries.entries()) {
    if (entry.label === "question") {
      current = entry;
      isAttached = true;
      continue;
    }
    if (entry.label === "minutes" || entry.label === "competency" || entry.label === "continues") continue;
    if (entry.label !== undefined || open[index] !== true) {
      if (entry.first.kind === "heading" && entry.found === undefined) current = undefined;
      isAttached = false;
      continue;
    }
    const isOuter = current === undefined || entry.rank <= current.rank;
    const isMain = entry.rank === main || ranks.has(entry.rank);
    if (listed.has(entry) || (entry.isAsked && (isMain || (isOuter && isPlausible(entry, main, ranks))))) {
      entry.label = "question";
      current = entry;
      isAttached = true;
    } else if (
      current !== undefined &&
      isAttached &&
      entry.rank > current.rank &&
      (entry.first.kind === "item" || entry.isAsked)
    ) {
      entry.label = entry.isAsked ? "followUp" : "area";
      if (entry.first.kind === "paragraph" && !entry.isAsked) entry.label = undefined;
    } else {
      if (isAttached && entry.first.kind !== "heading" && !isTitleLike(entry))
        entry.message = messages.explains;
      isAttached = false;
      if (entry.first.kind === "heading" || isTitleLike(entry)) current = undefined;
    }
  }
  nameUnlabelledLists(entries);
}

/** A list without a label is of one kind: of follow-ups, if most of it is asked. */
function nameUnlabelledLists(entries: readonly Entry[]): void {
  let run: Entry[] = [];
  const close = () => {
    const asked = run.filter((entry) => entry.isAsked).length;
    const label = asked * 2 >= run.length ? "followUp" : "area";
    for (const entry of run) if (entry.first.kind === "item") entry.label = label;
    run = [];
  };
  let isLabelled = false;
  for (const entry of entries) {
    if (entry.found !== undefined || (entry.label === "heading" && entry.first.kind === "row"))
      isLabelled = true;
    if (entry.label === "question") isLabelled = entry.found !== undefined && entry.found.kind !== "question";
    const isInRun =
      !isLabelled && (entry.label === "area" || entry.label === "followUp") && entry.first.kind !== "row";
    if (isInRun) run.push(entry);
    else if (run.length > 0) close();
  }
  close();
}

/** Where labels have shown what a question looks like, one that looks otherwise is none. */
function isPlausible(entry: Entry, main: number | undefined, ranks: ReadonlySet<number>): boolean {
  if (ranks.size > 0) return opensAsking(entry.text) || entry.part === "questions";
  return (
    main === undefined || entry.rank > main || (entry.first.kind !== "heading" && isAddressed(entry.text))
  );
}

/** The outermost place in the outline where questions are asked again and again. */
function mainRankOf(asked: readonly Entry[]): number | undefined {
  const counts = new Map<number, Entry[]>();
  for (const entry of asked) counts.set(entry.rank, push(counts.get(entry.rank), entry));
  const byRank = [...counts].toSorted(([a], [b]) => a - b);
  for (const [index, [rank, own]] of byRank.entries()) {
    const inner = byRank.slice(index + 1).flatMap(([, list]) => list);
    // "What is a baker?" is a heading of an article, if what is below such headings speaks to a candidate.
    const isArticle =
      rank < 8 &&
      !own.some(({ text }) => isAddressed(text)) &&
      inner.filter(({ text }) => isAddressed(text)).length >= own.length;
    if (!isArticle && (own.length > 1 || inner.length === 0)) return rank;
  }
  return byRank.at(-1)?.[0];
}

/** A question need not look like one where most of its list does. */
function siblingsOf(
  entries: readonly Entry[],
  open: readonly boolean[],
  ranks: ReadonlySet<number>,
  main: number | undefined,
): readonly Entry[] {
  const found: Entry[] = [];
  const runs = new Map<number, Entry[]>();
  const close = (rank: number) => {
    const run = runs.get(rank) ?? [];
    const asked = run.filter((entry) => entry.isAsked || entry.isCertain).length;
    if (run.length > 1 && asked * 2 >= run.length) {
      for (const entry of run) if (entry.label === undefined) found.push(entry);
    }
    runs.delete(rank);
  };
  for (const [index, entry] of entries.entries()) {
    if (entry.label === "continues") continue;
    const isBreak = entry.first.kind === "heading";
    for (const rank of runs.keys()) if (isBreak || rank > entry.rank) close(rank);
    const isOwn = entry.first.kind === "item" && (entry.rank === main || ranks.has(entry.rank));
    if (isOwn && (open[index] === true || entry.isCertain) && !entry.first.isBold)
      runs.set(entry.rank, push(runs.get(entry.rank), entry));
  }
  for (const rank of runs.keys()) close(rank);
  return found;
}

function push<T>(list: T[] | undefined, entry: T): T[] {
  if (list === undefined) return [entry];
  list.push(entry);
  return list;
}

/** Below a head that says "Interview questions" a list is one of questions, whatever it looks like. */
function bareListOf(entries: readonly Entry[], open: readonly boolean[]): readonly Entry[] {
  const items = entries.filter(
    (entry, index) => open[index] === true && entry.part === "questions" && entry.first.kind === "item",
  );
  const rank = items.reduce((lowest, entry) => Math.min(lowest, entry.rank), Number.POSITIVE_INFINITY);
  const own = items.filter((entry) => entry.rank === rank && entry.text.length > 12);
  return own.length > 1 ? own : [];
}

// Heads

const genericHead =
  /^(?:part|section|round|stage|step|phase|teil|partie|parte|abschnitt)\s*(?:\d+|[ivx]+|one|two|three|four)$/i;

/** Tells the heads that name a competency from those that title a question. */
function labelHeads(entries: readonly Entry[]): void {
  const heads = headsOf(entries);
  const byRank = new Map<number, Head[]>();
  for (const head of heads) byRank.set(head.rank, push(byRank.get(head.rank), head));
  const questions = entries.filter(({ label }) => label === "question").length;
  for (const [, own] of byRank) {
    const withQuestions = own.filter(({ count }) => count > 0);
    const covered = withQuestions.reduce((sum, { count }) => sum + count, 0);
    const isSystematic =
      withQuestions.length > 1 &&
      covered * 2 >= questions &&
      withQuestions.some(({ entry, count }) => count > 1 || isNumberedPart(entry.text));
    for (const { entry, count, isAboveQuestion } of withQuestions) {
      if (genericHead.test(entry.text) || partName(entry.text) === "" || /^(?:\d|here )/i.test(entry.text))
        entry.label = "heading";
      else if (isSystematic || (isCompetencyName(partName(entry.text)) && isAboveQuestion))
        entry.label = "competency";
      else if (
        entry.label === undefined &&
        (count > 1 ||
          (isAboveQuestion && entry.first.kind === "heading") ||
          (isAboveQuestion && withQuestions.length > 1))
      )
        entry.label = "heading";
    }
  }
}

/** A bare line above questions is further out than they are, and further in than every heading. */
const BARE_HEAD_RANK = 8;

interface Head {
  readonly entry: Entry;
  readonly rank: number;
  count: number;
  isAboveQuestion: boolean;
}

function headsOf(entries: readonly Entry[]): readonly Head[] {
  const heads: Head[] = [];
  const stack: Head[] = [];
  let above: Head | undefined;
  for (const [index, entry] of entries.entries()) {
    if (entry.label === "continues" || entry.label === "minutes") continue;
    const isPart =
      entry.label === "heading" &&
      entry.part === "questions" &&
      entry.found === undefined &&
      entry.first.kind !== "row";
    if (entry.label === "question") {
      while ((stack.at(-1)?.rank ?? -1) >= entry.rank) stack.pop();
      const head = stack.at(-1);
      if (head !== undefined) {
        head.count += 1;
        if (head === above) head.isAboveQuestion = true;
      }
      above = undefined;
    } else if (
      index > 0 &&
      (isPart ||
        (entry.label === undefined &&
          entry.part !== "advice" &&
          entry.part !== "other" &&
          isHeadLike(entry, entries[index + 1])))
    ) {
      const rank = entry.first.kind === "paragraph" ? BARE_HEAD_RANK : entry.rank;
      while ((stack.at(-1)?.rank ?? -1) >= rank) stack.pop();
      const head = { entry, rank, count: 0, isAboveQuestion: false };
      heads.push(head);
      stack.push(head);
      above = head;
    } else {
      above = entry.label === "competency" ? above : undefined;
    }
  }
  return heads;
}

function isHeadLike(entry: Entry, next: Entry | undefined): boolean {
  if (entry.first.kind === "heading") return !entry.isAsked;
  if (!isTitleLike(entry) || next?.label !== "question") return false;
  return entry.first.kind === "paragraph" ? next.rank > BARE_HEAD_RANK : next.rank > entry.rank;
}

// What is left

function labelTheRest(entries: readonly Entry[]): void {
  const first = entries.findIndex(({ label }) => label === "question");
  const hasQuestions = first >= 0;
  let isBehind = false;
  let isAnswered = false;
  for (const entry of entries) {
    if (entry.label === "question") isBehind = true;
    if (entry.part !== "advice" || entry.label === "heading") isAnswered = false;
    if (entry.label !== undefined) continue;
    const isInvitation = entry.text.length <= LONGEST_INVITATION && callToAction.test(entry.text);
    if (entry.part === "other") entry.label = "leftOut";
    else if (entry.part === "advice") {
      // In a list of tips an invitation may be a tip; below an answer it is what it seems.
      entry.label = isInvitation && isAnswered && entry.first.kind !== "heading" ? "leftOut" : "advice";
      if (entry.label === "leftOut") entry.message = messages.invitation;
      isAnswered ||= entry.isAsked || entry.first.kind === "heading" || entry.first.marker === "Q";
    } else if (!isBehind || !hasQuestions) entry.label = "introduction";
    else {
      entry.label = entry.first.kind === "heading" && !isInvitation ? "heading" : "leftOut";
      if (isInvitation) entry.message = messages.invitation;
      else if (entry.message === "") entry.message = messages.loose;
    }
  }
  labelTitle(entries);
}

/** The first heading or line is the title, unless a heading of the first level stands further down. */
function labelTitle(entries: readonly Entry[]): void {
  const introduction = entries.filter(
    ({ label }) => label === "introduction" || label === "heading" || label === "question",
  );
  const until = introduction.findIndex(({ label }) => label === "question");
  const before = until < 0 ? introduction : introduction.slice(0, until);
  const opening = before[0];
  if (opening === undefined) return;
  const top = before.find(({ first }) => first.kind === "heading" && first.level === 1);
  const title = top ?? (isOpeningTitle(opening) ? opening : undefined);
  if (title === undefined || (title.label === "heading" && title !== top)) return;
  title.label = "title";
  const next = before[before.indexOf(title) + 1];
  if (
    next?.label === "introduction" &&
    next.first.kind === title.first.kind &&
    next.first.level === title.first.level &&
    isUnfinished(title.text)
  )
    mergeInto(title, next);
}

function isOpeningTitle({ first, text }: Entry): boolean {
  if (first.kind === "heading" || partOf(text) === "questions") return true;
  return text.length <= LONGEST_TITLE && !/[.?!。？！]["”»’]?$/u.test(text);
}
