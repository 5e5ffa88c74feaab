import { anchorTextOf, isNotAssessed } from "./anchorText.ts";
import { opensAsking } from "./askedText.ts";
import type { Block } from "../sources/blocks.ts";
import { type Label, type LabelKind, type PartKind, partOf } from "./guideLabels.ts";
import {
  type Entry,
  isTitleLike,
  LONGEST_PARAGRAPH,
  LONGEST_TITLE,
  mergeInto,
  rankOf,
} from "./lineEntries.ts";
import { callToAction, type LineLabel, messages } from "./lineLabels.ts";
import { minutesOf } from "./minutesText.ts";

/** A run of questions before one label for follow-ups: more than these, and the label is for all of them. */
const MOST_BEFORE_OWN_LIST = 2;

type ListKind = "areas" | "followUps" | "anchors" | "silent";

interface OpenList {
  readonly question: Entry | undefined;
  readonly kind: ListKind;
  /** What the label said, to tell a second list of the same kind. */
  readonly labelKind: LabelKind;
  readonly label: LineLabel;
  readonly first: Entry;
  readonly items: Entry[];
}

/** Goes through a page from label to label: what is right above one is a question, what is below it a list. */
export class ListWalk {
  readonly #entries: readonly Entry[];
  readonly #countByKind = new Map<LabelKind, number>();
  readonly #anchorRuns: ReadonlySet<Entry>;
  readonly #questionRanks = new Set<number>();
  readonly #isAskedAnywhere: boolean;
  /** Labels right below a head whose questions come after their lists. */
  readonly #aboveQuestions: ReadonlySet<Entry>;
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
  #at = 0;

  constructor(entries: readonly Entry[]) {
    this.#entries = entries;
    this.#anchorRuns = anchorRunsOf(entries);
    this.#isAskedAnywhere = entries.some((entry) => entry.isAsked);
    this.#aboveQuestions = labelsAboveQuestions(entries);
    for (const { found } of entries)
      if (found !== undefined)
        this.#countByKind.set(found.kind, (this.#countByKind.get(found.kind) ?? 0) + 1);
  }

  walk(): void {
    for (const [index, entry] of this.#entries.entries()) {
      this.#at = index;
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
      ((this.#part !== "advice" && this.#part !== "other") || this.#hasOwnLists(index)) &&
      !this.#isTitleOf(entry, index)
    ) {
      this.#closeList();
      this.#begin(entry);
      return;
    }
    this.#addLine(entry, index);
  }

  /** An answered question in advice has none of the lists that a guide puts below a question. */
  #hasOwnLists(index: number): boolean {
    for (const { first, found } of this.#entries.slice(index + 1, index + 5)) {
      if (first.marker === "Q") return false;
      if (found?.isCertain === true && found.kind !== "form" && found.kind !== "purpose") return true;
    }
    return false;
  }

  /** "Question 3: The broken oven" is the title of the question below it. */
  #isTitleOf(entry: Entry, index: number): boolean {
    const next = this.#entries[index + 1];
    if (next === undefined || !next.isAsked || !isTitleLike(entry)) return false;
    if (next.found !== undefined) return next.found.kind === "question" && next.found.rest !== "";
    return entry.first.kind === "heading" || next.first.kind === "paragraph";
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
        if (/^ask\b(?! this)/i.test(entry.text)) {
          if (this.#question !== undefined && this.#free.length === 0)
            return this.#visitList(entry, { ...found, kind: "followUps" }, index);
          if (found.rest === "") this.#free = [];
        }
        this.#closeList();
        if (found.rest === "") {
          // A list of questions is told from other lists by what is in it.
          this.#isQuestionNext = this.#entries[index + 1]?.first.kind !== "item";
          this.#question = undefined;
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
    const isAbove = this.#aboveQuestions.has(entry);
    const question = isForAll || isAbove ? undefined : this.#questionAbove(kind, entry);
    this.#closeList();
    if (this.#part === "advice" || this.#part === "other") this.#part = "questions";
    if (question !== undefined) this.#seen.add(kind);
    this.#question = question;
    if (question === undefined && kind === "areas" && !isForAll) {
      entry.label = "leftOut";
      entry.message = isAbove ? messages.noOwnQuestion : messages.noQuestionAbove;
      // "Do they own their numbers?" is something to look for, and nobody is asked it.
      if (found.rest === "" && (isAbove || this.#entries[index + 1]?.isAsked === true))
        this.#waiting = { question, kind, labelKind: kind, label: "leftOut" };
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
    if (this.#part !== undefined) this.#part = "questions";
    this.#questionRanks.add(entry.rank);
    this.#question = entry;
    this.#seen = new Set();
    this.#free = [];
  }

  #questionAbove(kind: LabelKind, label: Entry): Entry | undefined {
    const asked = this.#candidate(label);
    const isForAny = kind !== "levels" && kind !== "purpose";
    const isSaid = asked !== undefined && (asked.isAsked || asked.first.marker === "Q");
    if (asked !== undefined && !isSaid && this.#isNoQuestion(asked, label, kind)) return this.#question;
    if (asked !== undefined && (isForAny || isSaid)) {
      this.#begin(asked);
      return asked;
    }
    if (this.#list?.question === undefined || !this.#seen.has(kind) || this.#list.kind === "silent")
      return this.#question;
    // A second list of the same kind: the end of the first one was the next question.
    const popped = popQuestion(this.#list);
    if (popped.first.marker !== "" && !opensAsking(popped.text)) popped.message = messages.popped;
    this.#closeList();
    this.#begin(popped);
    return popped;
  }

  /** A field to fill in, or the title or a paragraph of the introduction above a list that is not of a question. */
  #isNoQuestion(entry: Entry, label: Entry, kind: LabelKind): boolean {
    const name = /^[^:：]{1,40}[:：]/u.exec(entry.text)?.[0] ?? "";
    if (name !== "" && opensAsking(entry.text.slice(name.length).trim())) return false;
    if (isField(entry) || partOf(entry.text) === "questions") return true;
    // Below a table a label is none of the head above the table.
    if (this.#entries[this.#at - 1]?.first.kind === "row") return true;
    if (this.#questionRanks.size > 0 || this.#part === "questions" || !this.#isAskedAnywhere) return false;
    if (entry.first.kind === "paragraph" && /^\p{Lu}[\p{L} -]{1,25}[:：] /u.test(entry.text)) return true;
    const isTitle = entry === this.#entries[0];
    if (isTitle && (entry.first.level === 1 || label.found?.rest !== "")) return true;
    return (isTitle || entry.first.kind === "paragraph") && this.#countByKind.get(kind) === 1;
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
    const { kind: blockKind, marker, indent, isAfterBlank } = entry.first;
    if (blockKind === "heading" || marker === "Q" || blockKind === "row") return false;
    if ((kind === "silent" || labelKind === "levels") && entry.isAsked) return false;
    if (indent > own.indent)
      return marker !== "" || !isAfterBlank || own.marker === "" || indent >= own.indent + 2;
    if ((marker === "") !== (own.marker === "") || indent < own.indent) return false;
    if (marker !== own.marker) return isSameDepth(marker, own.marker);
    if (marker === "1") return this.#isNextNumber(items, own, entry, question, index);
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
    { first: { number }, isAsked }: Entry,
    question: Entry | undefined,
    index: number,
  ): boolean {
    const last = items.findLast(({ first }) => first.indent <= own.indent)?.first.number ?? 0;
    const isOwnerNumbered = question?.first.marker === "1" && question.first.indent >= own.indent;
    const next = this.#entries[index + 1];
    const isAboveLabel =
      next?.found !== undefined && next.first.indent >= own.indent && this.#isLabel(next, next.found);
    // "2. Channels" above "Follow-ups" ends the list; above "Areas", where the list is one of areas, it is asked.
    const isNew = number <= last || isAsked || this.#seen.has(next?.found?.kind ?? "question");
    if (isOwnerNumbered && isAboveLabel && isNew && (number <= last || number === question.first.number + 1))
      return false;
    return number > last || (number === last && !isOwnerNumbered);
  }
}

/** "Round:" and "**Role:** buyer" are filled in, not asked. */
function isField({ text, first }: Entry): boolean {
  return /[:：]$/.test(text) || (/[:：]$/.test(first.lead) && first.lead !== text);
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

/** "Planning", "Look for:" and a list, and then "Questions:" with what is asked. */
function labelsAboveQuestions(entries: readonly Entry[]): ReadonlySet<Entry> {
  const found = new Set<Entry>();
  let below: Entry | undefined;
  for (const [index, entry] of [...entries.entries()].reverse()) {
    const isHeading = entry.first.kind === "heading";
    if (entry.found === undefined && partOf(entry.text) === "questions") below = entry;
    else if (entry.found?.kind === "areas") {
      const above = entries[index - 1];
      const isOfSection =
        above?.first.kind === "heading" &&
        !above.isAsked &&
        (below?.first.kind !== "heading" || below.first.level > above.first.level);
      if (below !== undefined && isOfSection) found.add(entry);
      below = undefined;
    } else if (entry.found !== undefined || (isHeading && partOf(entry.text) !== "questions"))
      below = undefined;
  }
  return found;
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
