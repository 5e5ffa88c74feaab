import { groupBy } from "../../../domain/panels/groupBy.ts";
import { anchorTextOf, anchorTextsOf, isNotAssessed } from "../labels/anchorText.ts";
import { handsOver, opensAsking, speaksOfAsking } from "../labels/askedText.ts";
import {
  announcesQuestions,
  type Label,
  isClosingHead,
  isContentsHead,
  type PartKind,
  partOf,
  isBlank,
} from "../labels/guideLabels.ts";
import type { LabelKind } from "../words/labelWords.ts";
import type { Evidence } from "../evidence/documentEvidence.ts";
import { sameText } from "../evidence/contentsRuns.ts";
import { isAway, personOf } from "../evidence/personText.ts";
import { isSentence } from "../words/plainText.ts";
import { type Entry, isTitleLike, LONGEST_TITLE, mergeInto, rankOf, titles } from "../labels/lineEntries.ts";
import { messages } from "../labels/lineLabels.ts";
import { listLabelOf } from "../labels/lineTables.ts";
import { minutesOf } from "../labels/minutesText.ts";
import { isContinuation, isItemOf, type OpenList } from "./openList.ts";
import { anchorRunsOf } from "./pageRuns.ts";
import { candidateAbove } from "./questionAbove.ts";

/** A run of questions before one label for follow-ups: more than these, and the label is for all of them. */
const MOST_BEFORE_OWN_LIST = 2;

/** So many lines in a row that are asked are a list of questions; more of them say no more. */
const MOST_ASKED = 12;

/** What stands below the text of a page, in one word. */
const endMatter = /^(?:resources|sources|references|credits|comments|contributors)$/iu;

/** "Do not ask about children." forbids what it names; "Some questions are illegal. Do not ask." speaks of what is below it. */
const ofTopic =
  /\b(?:about|regarding|concerning|nach|über|zum|zur|sur|concernant|sobre|acerca)\b|关于|有关|涉及|について|に関する| (?:על|לגבי) | (?:عن|حول) /iu;
const ofThese =
  /\b(?:these|this|following|below|listed|folgende\w*|diese\w*|unten\w*|suivant\w*|ci-dessous|ces|estas?|estos|siguientes?|continuación)\b|以下|下列|下記|下面|次の|这些|להלן|הבאות|אלה|التالية|الآتية|هذه/iu;

/** What the answers to a question are told apart by. */
const ofAnswers: ReadonlySet<LabelKind> = new Set(["strong", "middle", "weak"]);

/** Goes through a page from label to label: what is right above one is a question, what is below it a list. */
export class ListWalk {
  readonly #entries: readonly Entry[];
  /** The lines that have a label, by what it says they are. */
  readonly #byKind: ReadonlyMap<LabelKind | undefined, readonly Entry[]>;
  /** A label that the page repeats is part of how its questions are set. */
  readonly #byLabel: ReadonlyMap<string, readonly Entry[]>;
  /** The lines that have no label. */
  readonly #byText: ReadonlyMap<string, readonly Entry[]>;
  /** The lines that are asked and stand below no label, by their rank. */
  readonly #freelyAsked: ReadonlyMap<number, readonly Entry[]>;
  /** Where at least half of the lines are asked, and more than one is. */
  readonly #askingRanks = new Set<number>();
  readonly #anchorRuns: ReadonlySet<Entry>;
  readonly #questionRanks = new Set<number>();
  readonly #firstAsked: number;
  #list: OpenList | undefined;
  /** A label takes the lines below it until one does not look like its items. */
  #waiting: Omit<OpenList, "first" | "items"> | undefined;
  #free: Entry[] = [];
  #question: Entry | undefined;
  /** The level of the outermost heading since then that is no label. */
  #outermostHead = Number.POSITIVE_INFINITY;
  /** The kinds of the lists of the question, and their labels. */
  #seen = new Set<string>();
  #part: PartKind | undefined;
  /** Of the heading that opened the part; 0 for a bare line. */
  #partLevel = 0;
  /** Whether the head of that part speaks of questions. */
  #partAsks = false;
  #sectionLevel = 0;
  #isQuestionNext = false;
  #at = 0;

  constructor(entries: readonly Entry[], { listed }: Evidence) {
    this.#entries = entries;
    this.#anchorRuns = anchorRunsOf(entries);
    const firstAsked = entries.findIndex((entry) => entry.isAsked);
    this.#firstAsked = firstAsked < 0 ? Number.POSITIVE_INFINITY : firstAsked;
    const labelled = entries.filter(({ found }) => found !== undefined);
    this.#byKind = groupBy(labelled, ({ found }) => found?.kind);
    this.#byLabel = groupBy(labelled, labelKey);
    const others = entries.filter(({ found }) => found === undefined);
    this.#byText = groupBy(others, ({ text }) => sameText(text));
    const free = others.filter(({ first }) => !listed.has(first) && first.kind !== "aside");
    this.#freelyAsked = groupBy(
      free.filter(({ isAsked }) => isAsked),
      ({ rank }) => rank,
    );
    const byRank = groupBy(free, ({ rank }) => rank);
    for (const [rank, asked] of this.#freelyAsked)
      if (asked.length * 2 >= (byRank.get(rank)?.length ?? 0)) this.#askingRanks.add(rank);
  }

  walk(): void {
    for (const [index, entry] of this.#entries.entries()) {
      this.#at = index;
      this.#visit(entry, index);
      entry.part = this.#part;
    }
  }

  #visit(entry: Entry, index: number): void {
    if (entry.first.kind === "heading" && entry.found === undefined)
      this.#outermostHead = Math.min(this.#outermostHead, entry.first.level);
    if (entry.label !== undefined) {
      if (entry.first.kind === "row" || entry.label === "question") this.#closeList();
      if (entry.first.kind === "row") {
        this.#isQuestionNext = false;
        const kind = listLabelOf(entry.first);
        const below = entry.label === "heading" ? this.#entries[index + 1]?.label : entry.label;
        // "How do we score?" above a scale is asked of nobody.
        const above = this.#free.at(-1);
        const isScale =
          below === "anchor" &&
          above?.first.kind === "heading" &&
          (!above.isAsked || personOf(above.text) === "you");
        if (isScale) this.#question = this.#questionAbove("levels", entry) ?? this.#question;
        else if (entry.label === "heading" && kind !== undefined && below === kind)
          this.#question = this.#questionAbove(kind === "area" ? "areas" : "followUps", entry);
        // What stands above a scale may have a list below it that shows what it is.
        if (!isScale) this.#free = [];
      }
      if (entry.label === "question") this.#begin(entry);
      // Below what a person calls a competency stand its questions.
      if (entry.label === "competency") this.#open("questions", entry);
      // Whatever a person says of the first item below a label, the next line is not the first.
      if (this.#waiting !== undefined && this.#list === undefined && entry.first.kind !== "row")
        this.#list = { ...this.#waiting, first: entry, items: [] };
      return;
    }
    if (entry.first.kind === "code") {
      // Room for a question is none.
      this.#isQuestionNext = false;
      entry.label = "leftOut";
      entry.message = messages.listing;
      return;
    }
    if (this.#visitPart(entry, index) || this.#visitEnd(entry)) return;
    if (this.#visitAnchor(entry) || this.#visitLabel(entry, index)) return;
    if (this.#isQuestionNext && !this.#isTitleOf(entry, index)) {
      this.#isQuestionNext = false;
      this.#closeList();
      this.#begin(entry);
      const next = this.#entries[index + 1];
      if (!entry.isAsked && next !== undefined && asksOf(next, entry)) mergeInto(entry, next);
      return;
    }
    if (isCountedTitle(entry, this.#entries[index + 1])) {
      this.#closeList();
      this.#question = undefined;
      this.#isQuestionNext = true;
      entry.label = "heading";
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
      if (found?.isCertain === true) return true;
    }
    return false;
  }

  /** "Question 3: The broken oven" is the title of the question below it. */
  #isTitleOf(entry: Entry, index: number): boolean {
    const next = this.#entries[index + 1];
    return next !== undefined && titles(entry, next);
  }

  #visitPart(entry: Entry, index: number): boolean {
    const { first } = entry;
    const isHeading = first.kind === "heading";
    if (isHeading ? this.#endsPart(entry) : this.#endsBarePart(entry)) this.#part = undefined;
    if (!isHeading && first.kind !== "paragraph" && !first.isBold && first.marker !== "1") return false;
    if (entry.found?.isCertain === true) return false;
    const { text } = first;
    const headed = partOf(text);
    const named = headed === "questions" && this.#isOfCandidate(entry, index) ? "other" : headed;
    // Advice in lines that no head parts ends where they come to what is asked.
    const isEnd = isClosingHead(text) || (this.#part === "advice" && announcesQuestions(text));
    const part = isEnd && this.#isListAsked(index) ? "questions" : named;
    if (part === undefined || (index === 0 && part === "questions")) return false;
    if (part === "questions" && this.#isOfTheirs(entry)) return false;
    // "Resources" amid lines that are broken off, above all that is asked, is the end of one.
    const isRest = !isHeading && !first.isBold && !first.isAfterBlank && endMatter.test(text);
    if (part === "other" && isRest && index < this.#firstAsked) return false;
    const isHead =
      isHeading || first.isBold || (part === "other" && this.#entries[index + 1]?.first.marker !== "1");
    if (first.marker === "1" && (!isHead || (!isHeading && part === "questions"))) return false;
    // Above all that is asked it speaks of the whole interview.
    if (
      part === "other" &&
      !isHeading &&
      !first.isBold &&
      isSentence(text) &&
      (ofTopic.test(text) || index < this.#firstAsked) &&
      !ofThese.test(text)
    ) {
      entry.label = "leftOut";
      entry.message = messages.notAsked;
      return true;
    }
    this.#open(part, entry);
    // Contents end at the next head, whatever its level.
    if (isContentsHead(text)) this.#partLevel = 0;
    entry.label = named === "other" ? "leftOut" : "heading";
    if (part === "other") entry.message = messages.notAsked;
    return true;
  }

  /** "Do you have any questions for us?" as a head is the candidate's part. */
  #visitEnd(entry: Entry): boolean {
    if (entry.first.kind !== "heading" || !handsOver(entry.text)) return false;
    this.#open("other", entry);
    entry.label = "leftOut";
    entry.message = messages.notAsked;
    return true;
  }

  /** "Good questions:" right below "Do you have any questions for us?" are the candidate's. */
  #isOfCandidate({ first }: Entry, index: number): boolean {
    const above = this.#entries[index - 1];
    const isLabel = first.kind !== "heading" || first.level === 7;
    return isLabel && above !== undefined && handsOver(above.text);
  }

  /** "On the team: questions" below "Questions from the candidate" are the candidate's, too. */
  #isOfTheirs({ first }: Entry): boolean {
    return (
      this.#part === "other" &&
      this.#partAsks &&
      first.kind === "heading" &&
      this.#partLevel > 0 &&
      first.level > this.#partLevel
    );
  }

  /** Whether the list below a closing head asks more of the candidate than it tells whoever interviews. */
  #isListAsked(index: number): boolean {
    const items: Entry[] = [];
    for (const entry of this.#entries.slice(index + 1, index + 1 + MOST_ASKED)) {
      if (entry.first.kind === "heading") break;
      if (entry.first.kind === "item" && entry.rank <= (items[0]?.rank ?? entry.rank)) items.push(entry);
    }
    const asked = items.filter(({ isAsked, text }) => isAsked && personOf(text) === "you");
    return asked.length > 1 && asked.length * 2 >= items.length;
  }

  #endsPart({ first, isAsked: asked }: Entry): boolean {
    // What a bare line opened ends at any heading, unless the headings are its tips.
    if (this.#partLevel === 0) return this.#part === "other";
    if (first.level > this.#partLevel) return false;
    return !(this.#part === "advice" && asked);
  }

  #open(part: PartKind, { first }: Entry): void {
    this.#closeList();
    this.#part = part;
    this.#partAsks = speaksOfAsking(first.text);
    this.#partLevel = first.kind === "heading" ? first.level : 0;
    this.#sectionLevel = this.#partLevel;
    this.#question = undefined;
    this.#free = [];
  }

  /** A part below a bare line ends where a line stands as the one that opened it does. */
  #endsBarePart(entry: Entry): boolean {
    if (this.#partLevel > 0 || (this.#part !== "advice" && this.#part !== "other")) return false;
    const { kind, isAfterBlank, indent } = entry.first;
    const opener = this.#entries[this.#at - 1];
    if (opener !== undefined && partOf(opener.text) !== undefined) return false;
    // Where it opens with a paragraph, what is counted is the next part, and none of its tips.
    const isCounted = entry.first.number === 1 && opener?.first.kind === "paragraph";
    return (
      (kind === "paragraph" || isCounted) &&
      isAfterBlank &&
      indent === 0 &&
      entry.found === undefined &&
      isTitleLike(entry)
    );
  }

  /** "4: …" in a list of points, or a point alone with what it sounds like below it. */
  #visitAnchor(entry: Entry): boolean {
    const isScaleOpen = (this.#waiting ?? this.#list)?.labelKind === "levels";
    const [first] = anchorTextsOf(entry.text) ?? [];
    const anchor =
      first ??
      anchorTextOf(entry.text) ??
      (isScaleOpen && entry.first.marker === "1" && !entry.isAsked
        ? { points: [entry.first.number], text: entry.text }
        : undefined);
    if (anchor === undefined || !(first || this.#anchorRuns.has(entry) || isScaleOpen)) return false;
    if (this.#part === "advice" || this.#part === "other") return false;
    const isOpen = this.#waiting?.kind === "anchors";
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
    if (found === undefined || !this.#isLabel(entry, found) || this.#isNotedItem(entry, index)) return false;
    // "Score (1-5): ___"
    const isScoreField = found.kind === "levels" && isBlank(found.rest);
    switch (isScoreField ? "form" : found.kind) {
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
        if (
          this.#question === undefined &&
          this.#free.length === 0 &&
          this.#entries[index - 1]?.label !== "competency"
        )
          return false;
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

  /** "Red flag: jokes about it" in a list of what to listen for is one of it, also the first where the next has no such label. */
  #isNotedItem(entry: Entry, index: number): boolean {
    const isOfAnswers = ({ found }: Entry) =>
      found !== undefined && found.rest !== "" && ofAnswers.has(found.kind);
    if (!isOfAnswers(entry) || entry.first.kind !== "item") return false;
    if (this.#list !== undefined) return this.#list.kind === "areas" && isItemOf(this.#list, entry);
    const next = this.#entries[index + 1];
    return this.#waiting?.kind === "areas" && next?.rank === entry.rank && !isOfAnswers(next);
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
        (this.#byKind.get(found.kind)?.length ?? 0) > 1 &&
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
        next.first.kind === "item" ||
        next.first.kind === "row"
      )
        return false;
      this.#closeList();
      entry.label = "heading";
      next.label = "competency";
      return true;
    }
    this.#closeList();
    // What is asked above a head is none of its questions.
    if (entry.first.kind === "heading" && entry.first.level < 7) this.#free = [];
    entry.label = "competency";
    return true;
  }

  #visitList(entry: Entry, found: Label, index: number): boolean {
    const { kind } = found;
    const listKind = kind === "areas" || kind === "followUps" ? kind : "anchors";
    const label = listKind === "areas" ? "area" : listKind === "followUps" ? "followUp" : "anchor";
    const isForAll = this.#isForAll(entry, found);
    // "Prompts" below the head of another part are what is asked there.
    if (
      kind === "followUps" &&
      !isForAll &&
      this.#outermostHead < entry.first.level &&
      !this.#free.some(({ isAsked }) => isAsked) &&
      this.#isListAsked(index)
    ) {
      this.#open("questions", entry);
      entry.label = "heading";
      return true;
    }
    const question = isForAll ? undefined : this.#questionAbove(kind, entry);
    this.#closeList();
    if (this.#part === "advice" || this.#part === "other") this.#part = "questions";
    if (question !== undefined) this.#seen.add(kind).add(labelKey(entry));
    this.#question = question;
    if (question === undefined && kind === "areas" && !isForAll) {
      entry.label = "leftOut";
      entry.message = messages.noQuestionAbove;
      // "Do they own their numbers?" is something to look for, and nobody is asked it.
      if (found.rest === "" && this.#entries[index + 1]?.isAsked === true)
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
    if (this.#byKind.get(found.kind)?.length !== 1 || found.rest !== "") return false;
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
    this.#outermostHead = Number.POSITIVE_INFINITY;
    this.#seen = new Set();
    this.#free = [];
  }

  #questionAbove(kind: LabelKind, label: Entry): Entry | undefined {
    if (this.#isOfQuestion() || this.#isProbed(label)) return this.#question;
    const asked = candidateAbove(label, {
      free: this.#free,
      questionRanks: this.#questionRanks,
      askingRanks: this.#askingRanks,
      part: this.#part,
      isRepeated: this.#isRepeated(label),
      isProbed: kind === "followUps",
    });
    const isForAny = kind !== "levels" && kind !== "purpose";
    const isOfPlace =
      label.first.kind === "row" && asked?.first.kind === "heading" && this.#questionRanks.has(asked.rank);
    const isSaid = asked !== undefined && (asked.isAsked || asked.first.marker === "Q" || isOfPlace);
    if (asked !== undefined && !isSaid && this.#isNoQuestion(asked, label)) return this.#question;
    if (asked !== undefined && (isForAny || isSaid)) {
      this.#begin(asked);
      return asked;
    }
    if (this.#list?.question === undefined || this.#list.kind === "silent") return this.#question;
    // A second list of the same kind: the end of the first one was the next question.
    const last = this.#list.items.at(-1);
    if (last === undefined) return this.#question;
    if (!this.#seen.has(last.first.marker === "" ? kind : labelKey(label))) return this.#question;
    const isOfRank = this.#questionRanks.has(last.rank) && last.isAsked;
    if (isField(last)) return this.#question;
    if (last.first.marker !== "" && !isOfRank && !opensAsking(last.text)) return this.#question;
    this.#list.items.pop();
    if (last.first.marker !== "" && !opensAsking(last.text)) last.message = messages.popped;
    this.#closeList();
    this.#begin(last);
    return last;
  }

  /**
   * Where "Question 3: …" and what is listened for have labels of their own, the bullets between them ask further; and so does
   * one of those bullets that has a label.
   */
  #isProbed({ first, rank }: Entry): boolean {
    const owner = this.#question;
    if (owner === undefined || this.#free.length === 0) return false;
    if (!this.#free.every((entry) => entry.first.kind === "item" && entry.rank > owner.rank)) return false;
    const isCounted = owner.first.marker === "Q";
    if (first.kind === "item") return isCounted && this.#free.every((entry) => entry.rank === rank);
    return owner.isAsked && (isCounted || owner.found?.kind === "question");
  }

  /** What asks of the candidate goes with the question above that speaks to them. */
  #isOfQuestion(): boolean {
    const asked = this.#free.filter(({ isAsked }) => isAsked);
    const rank = this.#question?.rank ?? 0;
    return (
      (asked.length > 1 || asked.some((entry) => entry.rank > rank)) &&
      asked.filter(({ text }) => isAway(text)).length * 2 >= asked.length &&
      asked.every(({ text }) => personOf(text) !== "you") &&
      !this.#free.some(({ first }) => first.kind === "heading")
    );
  }

  /** An unasked line above a list is a question where the page shows by more than this list that it is one. */
  #isNoQuestion(entry: Entry, label: Entry): boolean {
    // What is a note as a whole was found below a question.
    if (
      label.found?.rest === label.text &&
      entry.first.kind === "paragraph" &&
      entry.rank > (this.#question?.rank ?? entry.rank)
    )
      return true;
    if (isField(entry) || partOf(entry.text) === "questions") return true;
    const isRepeated = this.#isRepeated(label);
    // Of two headings of one level neither is a part of the other.
    const { kind, level } = entry.first;
    if (!isRepeated && kind === "heading" && label.first.level > 0 && label.first.level <= level) return true;
    // Where questions have a label, a short line without one is a title.
    if ((this.#byKind.get("question")?.length ?? 0) > 1 && isTitleLike(entry)) return true;
    if (this.#firstAsked === Number.POSITIVE_INFINITY || this.#questionRanks.has(entry.rank)) return false;
    if (!this.#freelyAsked.has(entry.rank) && this.#freelyAsked.size > 0) return true;
    return this.#part !== "questions" && !isRepeated;
  }

  #isRepeated(label: Entry): boolean {
    return (this.#byLabel.get(labelKey(label))?.length ?? 0) > 1;
  }

  #closeList(): void {
    this.#list = undefined;
    this.#waiting = undefined;
  }

  #addLine(entry: Entry, index: number): void {
    const { first } = entry;
    if (first.kind === "heading") this.#sectionLevel = first.level;
    if (this.#list !== undefined && isContinuation(this.#list, entry)) {
      const last = this.#list.items.at(-1);
      if (last !== undefined) mergeInto(last, entry);
      return;
    }
    if (this.#list !== undefined && isItemOf(this.#list, entry)) {
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
    if (!this.#isFurniture(entry, index)) this.#free.push(entry);
  }

  /** What stands word for word in several places, and asks nothing, tells whoever interviews what to do. */
  #isFurniture({ first, isAsked, text }: Entry, index: number): boolean {
    // Of headings those of tables: others part what is asked.
    const isOwn = first.kind === "heading" && this.#entries[index + 1]?.first.kind !== "row";
    return !isOwn && !isAsked && (this.#byText.get(sameText(text))?.length ?? 0) > 1;
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
}

/** Whether a line that is counted as a question may be the title of the one below it. */
function isCountedTitle(entry: Entry, next: Entry | undefined): boolean {
  return (
    entry.first.marker === "Q" &&
    isTitleLike(entry) &&
    next !== undefined &&
    next.found === undefined &&
    next.first.kind === "paragraph" &&
    next.text.length > entry.text.length &&
    !isTitleLike(next)
  );
}

/** Whether a line asks what to do in the scene that the line right above it tells. */
function asksOf({ isAsked, found, first }: Entry, scene: Entry): boolean {
  const isBelow = first.kind === "paragraph" && !first.isAfterBlank && scene.first.kind === "paragraph";
  return isAsked && found === undefined && isBelow;
}

/** "Round:" and "**Role:** buyer" are filled in, not asked. */
function isField({ text, first }: Entry): boolean {
  return /[:：]$/.test(text) || (/[:：]$/.test(first.lead) && first.lead !== text);
}

function labelKey({ first, text, found }: Entry): string {
  return `${first.kind}${first.level} ${sameText(text.slice(0, text.length - (found?.rest.length ?? 0)))}`;
}
