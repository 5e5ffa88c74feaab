import type {
  Advice,
  AdvicePlace,
  Anchor,
  Competency,
  Guide,
  Question,
  Scale,
  ScalePoint,
} from "../domain/guide.ts";
import { anchorTextOf } from "./anchorText.ts";
import { isAsked } from "./askedText.ts";
import type { Block } from "./guideBlocks.ts";
import { isCompetencyName, labelKindOf, labelOf, partName, partOf, type LabelKind } from "./guideLabels.ts";
import { languageOf } from "./guideLanguage.ts";
import { joinedTexts, messages, minutesOf, type LabelledBlock, type LineLabel } from "./lineLabels.ts";

/** A line of the source that is not in the guide, or is there with a doubt. */
export interface Finding {
  /** 1-based line of the source. */
  readonly line: number;
  readonly text: string;
  /** One plain sentence: why it is not in the guide, or what is doubtful. */
  readonly message: string;
}

/** A line and those that go on with it. */
interface Group {
  readonly first: Block;
  readonly label: LineLabel;
  readonly text: string;
}

/** Where an answer stands on a scale whose ends are not known yet. */
type Place = number | "top" | "middle" | "low";

interface DraftAnchor {
  readonly places: readonly Place[];
  readonly text: string;
}

interface DraftQuestion {
  readonly group: Group;
  readonly text: string;
  readonly title: string;
  competency: string;
  minutes: number | undefined;
  readonly areas: string[];
  readonly followUps: string[];
  readonly anchors: DraftAnchor[];
}

const PLANNED_MINUTES = 15;
const LONGEST_COMPETENCY = 40;
const LONGEST_SLUG = 40;
const LONGEST_TITLE = 60;
/** A finding that is repeated says no more; the labels of the lines tell the rest. */
const MOST_ALIKE = 3;
const UNNAMED = "";
const NO_TITLE = "Untitled guide";

const fivePoints: readonly ScalePoint[] = [
  {
    value: 1,
    label: "No evidence of it",
    meaning: "The answer gave nothing on this point, even after a follow-up.",
  },
  {
    value: 2,
    label: "Weak",
    meaning: "The answer touched on it, but in general terms or with a gap that matters.",
  },
  {
    value: 3,
    label: "Sound",
    meaning: "The answer gave a real example, with enough detail to rely on.",
  },
  {
    value: 4,
    label: "Strong",
    meaning: "The answer gave a specific example, with reasons and a result that held up when asked about.",
  },
  {
    value: 5,
    label: "Outstanding",
    meaning:
      "The answer gave precise detail and reasons, weighed other ways, and backed the result with proof.",
  },
];

const advicePlaces: readonly (readonly [RegExp, AdvicePlace])[] = [
  [/\b(?:remote|distributed)\b/i, "remote"],
  [/\b(?:rehears|prepared|scripted|genuine|authentic)/i, "rehearsedAnswer"],
  [/\b(?:junior|senior|level|weigh)/i, "level"],
  [/\b(?:how many|how long|number of|minutes|time)\b/i, "planning"],
];

/** Words that a question opens with and that say nothing of what it is about. */
const emptyOpening = new Set(
  (
    "a about an and can could describe did discuss do ever example experience explain for give had has have " +
    "how i in instance is me of on one or please recall share situation talk tell that the think through " +
    "time times to us walk was were what what's when when's where which who why with you you'd you've your"
  ).split(" "),
);

/** Makes a guide of lines that are labelled; it does not ask how the labels came about. */
export function draftGuide(lines: readonly LabelledBlock[]): { guide: Guide; findings: readonly Finding[] } {
  return new Draft(toGroups(lines), lines).guide();
}

function toGroups(lines: readonly LabelledBlock[]): readonly Group[] {
  const groups: Group[] = [];
  for (const { block, label } of lines) {
    const last = groups.at(-1);
    if (label === "continues" && last !== undefined)
      groups[groups.length - 1] = { ...last, text: joinedTexts(last.text, block) };
    else groups.push({ first: block, label: label === "continues" ? "leftOut" : label, text: block.text });
  }
  return groups;
}

/** How many questions stand below each head, up to the next one. */
function questionsBelow(groups: readonly Group[]): ReadonlyMap<Group, number> {
  const counts = new Map<Group, number>();
  let head: Group | undefined;
  for (const group of groups) {
    const isHead =
      group.label === "competency" ||
      (group.label === "heading" &&
        group.first.kind !== "row" &&
        labelOf(group.text, group.first.lead) === undefined);
    if (isHead) head = group;
    else if (group.label === "question") {
      const { kind, level } = group.first;
      if (kind === "heading" && level <= (head?.first.level ?? 0)) head = undefined;
      if (head !== undefined) counts.set(head, (counts.get(head) ?? 0) + 1);
    }
  }
  return counts;
}

class Draft {
  readonly #questionsBelow: ReadonlyMap<Group, number>;
  readonly #groups: readonly Group[];
  readonly #lines: readonly LabelledBlock[];
  readonly #findings: Finding[] = [];
  readonly #questions: DraftQuestion[] = [];
  readonly #introduction: string[] = [];
  readonly #advice: Group[] = [];
  readonly #scaleAnchors: DraftAnchor[] = [];
  readonly #competencyAnchors = new Map<string, DraftAnchor[]>();
  readonly #names: string[] = [];
  #title = "";
  #question: DraftQuestion | undefined;
  /** The answers that the list below a label describes. */
  #places: readonly Place[] | undefined;
  #columns: readonly string[] = [];
  /** The competency of the questions below, and the level of the heading that named it. */
  #section = { name: UNNAMED, level: 0 };
  /** A competency for the next question alone. */
  #next: { readonly group: Group; readonly name: string } | undefined;
  #questionTitle: Group | undefined;
  #guideMinutes: number | undefined;
  #nextMinutes: number | undefined;

  constructor(groups: readonly Group[], lines: readonly LabelledBlock[]) {
    this.#groups = groups;
    this.#lines = lines;
    this.#questionsBelow = questionsBelow(groups);
  }

  guide(): { guide: Guide; findings: readonly Finding[] } {
    for (const [index, group] of this.#groups.entries()) this.#add(group, index);
    this.#settleAnchors();
    this.#reportUnused();
    for (const { block, message } of this.#lines)
      if (message !== "") this.#report(block, block.text, message);
    const opening = this.#groups[0]?.text ?? "";
    const title =
      this.#title === "" ? titleFrom(withoutQuotes(this.#introduction[0] ?? opening)) : this.#title;
    const scale = scaleOf(this.#allAnchors(), this.#scaleAnchors);
    const advice = toAdvice(this.#advice, this.#report.bind(this));
    if (this.#questions.length === 0) this.#reportNone();
    const competencies = toCompetencies([
      ...this.#questions.map(({ competency }) => competency),
      ...this.#names,
    ]);
    const { anchored, questions } = this.#withAnchors(competencies, scale);
    return {
      guide: {
        language: languageOf(
          this.#groups
            .map(({ text }) => text.slice(0, 500))
            .slice(0, 400)
            .join("\n"),
        ),
        title,
        role: title,
        introduction: this.#introduction.join("\n\n"),
        scale,
        competencies: anchored,
        questions,
        advice,
      },
      findings: fewOf(this.#findings.toSorted((a, b) => a.line - b.line)),
    };
  }

  #report(block: Block, text: string, message: string): void {
    this.#findings.push({ line: block.line, text, message });
  }

  #add(group: Group, index: number): void {
    const { label, text, first } = group;
    switch (label) {
      case "title":
        this.#title = this.#title === "" ? text : `${this.#title} ${text}`;
        break;
      case "introduction":
        this.#introduction.push(text);
        break;
      case "heading":
        this.#addHeading(group);
        break;
      case "competency":
        this.#addCompetency(group, index);
        break;
      case "question":
        this.#addQuestion(group);
        break;
      case "minutes":
        this.#addMinutes(group, index);
        break;
      case "area":
      case "followUp":
        this.#addItems(group, label === "area" ? "areas" : "followUps");
        break;
      case "anchor":
        this.#addAnchor(group);
        break;
      case "advice":
        this.#advice.push(group);
        break;
      default:
        if (first.kind === "heading" && partOf(text) !== undefined) this.#closeSection(first);
    }
  }

  #closeSection({ level }: Block): void {
    this.#question = undefined;
    this.#places = undefined;
    this.#questionTitle = undefined;
    if (level <= this.#section.level || this.#section.level === 0)
      this.#section = { name: UNNAMED, level: 0 };
  }

  #addHeading(group: Group): void {
    const { first, text } = group;
    if (first.kind === "row") {
      // A second table below one of questions is about all of them.
      if (this.#question?.group.first.kind === "row") this.#question = undefined;
      this.#columns = first.cells;
      return;
    }
    const kind = labelOf(text, first.lead)?.kind;
    const places = anchorTextOf(text)?.points ?? placesOf(kind);
    if (places !== undefined || kind !== undefined) {
      this.#places = places;
      return;
    }
    if (partOf(text) === "advice") this.#advice.push(group);
    if (
      first.kind !== "heading" ||
      this.#section.level === 0 ||
      first.level <= this.#section.level ||
      partOf(text) !== undefined
    )
      this.#closeSection(first);
    this.#places = undefined;
    this.#questionTitle = group;
  }

  #addCompetency(group: Group, index: number): void {
    const { first, text } = group;
    if (first.kind === "row") {
      const name = first.cells[1] ?? text;
      if (this.#question?.competency === UNNAMED) this.#question.competency = name;
      else this.#next = { group, name };
      return;
    }
    const found = labelOf(text, first.lead);
    const isLine = found?.kind === "competency" && found.rest !== "";
    const name = (isLine ? found.rest : partName(withoutMinutes(text)) || text).replace(/[:：.]$/, "");
    const next = this.#groups[index + 1];
    this.#places = undefined;
    if (!isLine || first.kind === "heading" || this.#standsAlone(group, index)) {
      this.#reportUnused();
      this.#question = undefined;
      this.#section = { name, level: first.kind === "heading" ? first.level : 8 };
      if (!isLine || first.kind === "heading") return;
      // It may as well close the question above; what follows decides.
    }
    const above = this.#questions.at(-1);
    const isFree = above?.competency === UNNAMED && this.#question === above;
    if (isFree && this.#isClosing(group, next)) {
      above.competency = name;
      return;
    }
    this.#reportUnused();
    this.#next = { group, name };
  }

  /** A line with space on both sides, above more than one question, is a head. */
  #standsAlone(group: Group, index: number): boolean {
    const next = this.#groups[index + 1];
    if (!group.first.isAfterBlank || next?.first.isAfterBlank !== true) return false;
    let count = 0;
    for (let at = index + 1; at < this.#groups.length && count < 2; at += 1) {
      const label = this.#groups[at]?.label;
      if (label === "competency") break;
      if (label === "question") count += 1;
    }
    return count > 1;
  }

  /** A line right below a list that nothing but a label follows closely goes with the question above. */
  #isClosing({ first }: Group, next: Group | undefined): boolean {
    if (first.isAfterBlank && next?.first.isAfterBlank !== true && next !== undefined) return false;
    if (first.isAfterBlank) return next?.label !== "question";
    return (
      next === undefined ||
      next.first.isAfterBlank ||
      next.label === "area" ||
      next.label === "followUp" ||
      next.label === "minutes" ||
      (next.label === "heading" && labelOf(next.text, next.first.lead) !== undefined)
    );
  }

  #reportUnused(): void {
    if (this.#next !== undefined)
      this.#report(this.#next.group.first, this.#next.group.text, "No question follows this competency.");
    this.#next = undefined;
  }

  #addQuestion(group: Group): void {
    const { first } = group;
    const columns = first.kind === "row" ? cellsByKind(first.cells, this.#columns) : undefined;
    const asked = askedParts(columns?.question ?? group.text, first.lead);
    const title = this.#questionTitle;
    const isTitled =
      title !== undefined &&
      this.#questionsBelow.get(title) === 1 &&
      !isAsked(title.text) &&
      partOf(title.text) === undefined;
    // A line that names the competency wins, and what stands in brackets is then the question's own.
    const named = this.#next?.name ?? columns?.competency ?? UNNAMED;
    const own = named === UNNAMED ? asked : { ...asked, text: asked.whole, competency: named };
    const text = withoutQuotes(own.text);
    const question: DraftQuestion = {
      group,
      text,
      title: isTitled ? withoutMinutes(title.text) : asked.title === "" ? titleFor(text) : asked.title,
      competency: own.competency === UNNAMED ? this.#section.name : own.competency,
      minutes:
        asked.minutes ??
        this.#nextMinutes ??
        (isTitled ? minutesIn(title.text) : undefined) ??
        columns?.minutes,
      areas: columns?.areas ?? [],
      followUps: columns?.followUps ?? [],
      anchors: columns?.anchors ?? [],
    };
    this.#next = undefined;
    this.#nextMinutes = undefined;
    this.#questionTitle = undefined;
    this.#places = undefined;
    this.#questions.push(question);
    this.#question = question;
  }

  #addMinutes(group: Group, index: number): void {
    const minutes = minutesOf(group.text);
    if (minutes === undefined) return;
    const above = this.#question;
    const below = this.#groups[index + 1];
    const isBelow = above === undefined && this.#questionTitle !== undefined && below?.label === "question";
    if (above !== undefined) above.minutes ??= minutes;
    else if (isBelow || (this.#questions.length > 0 && below?.label === "question"))
      this.#nextMinutes = minutes;
    else this.#guideMinutes ??= minutes;
  }

  #addItems(group: Group, kind: "areas" | "followUps"): void {
    const found =
      group.first.kind === "row" ? rowRest(group.first.cells) : labelOf(group.text, group.first.lead);
    const isInline = found?.kind === kind && found.rest !== "";
    const items = isInline ? splitItems(kind, found.rest) : [withoutQuotes(group.text)];
    const question = this.#question ?? (isInline ? undefined : this.#questions.at(-1));
    if (question !== undefined) addAll(question[kind], items);
    else this.#report(group.first, group.text, messages.noQuestionAbove);
  }

  #addAnchor(group: Group): void {
    const target = this.#anchorTarget();
    const before = target.length;
    this.#readAnchor(group, target);
    const isPlaced = target
      .slice(before)
      .every(({ places }) => places.every((place) => typeof place === "number"));
    // A strong or a weak answer is one to a question; the scale as a whole has points.
    if (target !== this.#scaleAnchors || (isPlaced && target.length > before)) return;
    target.length = before;
    this.#report(group.first, group.text, messages.noQuestionAbove);
  }

  #readAnchor(group: Group, target: DraftAnchor[]): void {
    if (group.first.kind === "row") {
      addAll(target, rowAnchors(group.first.cells, this.#columns));
      return;
    }
    const found = labelOf(group.text, group.first.lead);
    const places = placesOf(found?.kind);
    const own = anchorTextOf(group.text);
    if (own !== undefined && own.text !== "") {
      target.push({ places: own.points, text: own.text });
      this.#places = own.points;
    } else if (found !== undefined && places !== undefined && found.rest !== "")
      target.push({ places, text: found.rest });
    else if (group.first.marker === "1" && this.#places === undefined)
      target.push({ places: [group.first.number], text: group.text });
    else target.push({ places: this.#places ?? ["top"], text: group.text });
  }

  #anchorTarget(): DraftAnchor[] {
    if (this.#question !== undefined) return this.#question.anchors;
    const name = this.#section.name === UNNAMED ? this.#knownName() : this.#section.name;
    if (name === UNNAMED) return this.#scaleAnchors;
    this.#names.push(name);
    return this.#anchorsOf(name);
  }

  #anchorsOf(competency: string): DraftAnchor[] {
    const key = competency.toLowerCase();
    const known = this.#competencyAnchors.get(key) ?? [];
    this.#competencyAnchors.set(key, known);
    return known;
  }

  /** In a scorecard at the end each list of points stands below the name of what it is for. */
  #knownName(): string {
    const text = this.#questionTitle?.text.replace(/[:：]$/, "") ?? UNNAMED;
    return this.#questions.length > 0 &&
      text.length <= LONGEST_TITLE &&
      labelKindOf(text) === undefined &&
      partOf(text) === undefined
      ? text
      : UNNAMED;
  }

  /** The anchors of a question are for its areas; where it lists none, for its competency. */
  #settleAnchors(): void {
    for (const question of this.#questions) {
      if (question.anchors.length === 0 || question.areas.length > 0) continue;
      if (question.competency === UNNAMED) question.competency = question.title;
      addAll(this.#anchorsOf(question.competency), question.anchors.splice(0));
    }
  }

  #allAnchors(): readonly DraftAnchor[] {
    return [
      ...this.#scaleAnchors,
      ...this.#questions.flatMap(({ anchors }) => anchors),
      ...[...this.#competencyAnchors.values()].flat(),
    ];
  }

  #reportNone(): void {
    const first = this.#lines[0]?.block;
    this.#findings.push({
      line: 1,
      text: first?.text ?? "",
      message: "No question was found: a question stands above a line such as “Areas to cover”.",
    });
  }

  #withAnchors(competencies: readonly Competency[], scale: Scale) {
    const values = scale.points.map(({ value }) => value);
    const share = Math.max(1, Math.floor((this.#guideMinutes ?? 0) / Math.max(1, this.#questions.length)));
    const idsByName = new Map(competencies.map(({ id, name }) => [name.toLowerCase(), id]));
    const questions = this.#questions.map((draft, index): Question => {
      const id = `q${index + 1}`;
      const areaAnchors = toAnchors(draft.anchors, values);
      return {
        id,
        title: draft.title,
        text: draft.text,
        competencyId: idsByName.get(draft.competency.toLowerCase()) ?? "",
        plannedMinutes: draft.minutes ?? (this.#guideMinutes === undefined ? PLANNED_MINUTES : share),
        areas: draft.areas.map((text, at) => ({ id: `${id}.a${at + 1}`, text, anchors: areaAnchors })),
        followUps: draft.followUps.map((text, at) => ({ id: `${id}.f${at + 1}`, text })),
      };
    });
    const anchored = competencies.map((competency) => ({
      ...competency,
      anchors: toAnchors(this.#competencyAnchors.get(competency.name.toLowerCase()) ?? [], values),
    }));
    return { anchored, questions };
  }
}

// Questions

interface AskedParts {
  /** Without minutes, and without a competency in brackets. */
  readonly text: string;
  /** With what stands in brackets. */
  readonly whole: string;
  readonly competency: string;
  readonly title: string;
  readonly minutes: number | undefined;
}

function askedParts(source: string, lead: string): AskedParts {
  const found = labelOf(source, lead);
  const stated = found?.kind === "question" && found.rest !== "" ? found.rest : source;
  const minutes = minutesIn(stated);
  let whole = minutes === undefined ? stated : withoutMinutes(stated);
  let title = "";
  let competency: string = UNNAMED;
  const prefix = /^(\p{L}[^:：?.]{1,40}?)[:：]\s+(?=\S)/u.exec(whole);
  const name = prefix?.[1]?.trim() ?? "";
  if (prefix !== null && isAsked(whole.slice(prefix[0].length)) && !isAsked(name)) {
    const isLead = lead.replace(/[:：]\s*$/, "").trim() === name;
    if (isCompetencyName(name)) competency = name;
    if (isLead || isCompetencyName(name)) {
      title = name;
      whole = whole.slice(prefix[0].length);
    }
  }
  const bracketed = withoutCompetency(whole);
  const opening = /^[[【]([\p{Lu}\p{Lo}][^[\]【】?]{1,38})[\]】]\s*(?=\S)/u.exec(whole);
  if (bracketed.competency === UNNAMED && opening !== null)
    return {
      whole,
      text: whole.slice(opening[0].length),
      competency: opening[1]?.trim() ?? UNNAMED,
      title,
      minutes,
    };
  return {
    whole,
    text: bracketed.text,
    competency: bracketed.competency === UNNAMED ? competency : bracketed.competency,
    title,
    minutes,
  };
}

const bracketedMinutes =
  /\s*[([（]\s*(?:(?:time|duration|durée|dauer|zeit|tiempo|时间|זמן)\s*[:：]?\s*)?(?:about |approx\.? |~|ca\. |约)?(\d{1,3}(?:\s*[-–—]\s*\d{1,3})?\s*-?\s*(?:minutes?|mins?|min\.|minuten|minutos|minuti|m|['′]|分钟|分鐘|分|דקות|דק'))\s*[)\]）]\s*$/iu;

function minutesIn(text: string): number | undefined {
  const found = bracketedMinutes.exec(text.slice(-80))?.[1];
  return found === undefined ? undefined : minutesOf(found);
}

function withoutMinutes(text: string): string {
  const tail = text.slice(-80);
  const found = bracketedMinutes.exec(tail);
  return found === null ? text : text.slice(0, text.length - (tail.length - found.index)).trim();
}

/** Splits off a competency that stands in brackets at the end of a question. */
function withoutCompetency(text: string): { readonly text: string; readonly competency: string } {
  const start = Math.max(...["(", "[", "（", "【"].map((sign) => text.lastIndexOf(sign)));
  const inside = text.slice(start + 1, -1);
  const isClosed = { "(": ")", "[": "]", "（": "）", "【": "】" }[text[start] ?? ""] === text.at(-1);
  const isName =
    start > 0 &&
    isClosed &&
    inside.length <= LONGEST_COMPETENCY &&
    inside.trim().split(" ").length <= 5 &&
    /^(?:\p{Lu}|\p{Lo})[^()[\]（）【】?？.]*$/u.test(inside) &&
    !/^(?:optional|follow|if |only|for |note|e\.g|i\.e|STAR\b|probe|אם|如果|可选|若)/iu.test(inside);
  return isName
    ? {
        text: text.slice(0, start).trim(),
        competency: inside
          .replace(/^(?:competency|skill|competence|kompetenz|competencia|能力|כשירות)\s*[:：]\s*/iu, "")
          .trim(),
      }
    : { text, competency: UNNAMED };
}

function withoutQuotes(text: string): string {
  const inner = /^["“„«'‘「『](.+)["”“»'’」』]$/u.exec(text)?.[1];
  return inner === undefined || /["“”]/.test(inner) ? text : inner.trim();
}

// Lists

/** A list that is longer than the stack cannot be spread. */
function addAll<T>(list: T[], items: readonly T[]): void {
  for (const item of items) list.push(item);
}

/** The items of a list that stands on the line of its label. */
function splitItems(kind: "areas" | "followUps", rest: string): readonly string[] {
  const clean = (items: readonly string[]) =>
    items
      .map((item) =>
        withoutQuotes(item.replace(/^(?:[-•*·]|\(?\d{1,2}[.)]|and |und |et |y |以及|和)\s*/iu, "").trim()),
      )
      .filter((item) => item !== "");
  const numbered = rest.split(/(?:^|\s)\(?\d{1,2}[.)]\s+/).filter((item) => item.trim() !== "");
  if (numbered.length > 1) return clean(numbered);
  for (const sign of [/[\n]/, /[;；]/, /\s[•·|]\s|^\s*•/, / \/ (?=\p{Lu})/u]) {
    const parts = rest.split(sign);
    if (parts.length > 1) return clean(parts);
  }
  if (kind === "followUps") return clean(splitQuestions(rest));
  const parts = rest.split(/[,，、،]/).map((part) => part.trim());
  const isSentence = /[.!?。？！]["”]?\s+\S/u.test(rest);
  const words = rest.split(/\s+/).length / parts.length;
  const isList =
    (words <= 4 || (words <= 6 && !rest.endsWith("."))) &&
    parts.length > 1 &&
    !isSentence &&
    parts.every((part) => part.split(" ").length <= 8) &&
    parts.filter((part) => part !== "").length > 1;
  if (!isList) return clean([rest]);
  return clean(parts).map((item) => item.replace(/[.。]$/, ""));
}

/** Several questions in one line; what is too short to stand alone ("Why?") stays with the one before it. */
function splitQuestions(text: string): readonly string[] {
  const pieces = text.match(/[^?？؟]+[?？؟]+["”’»」)）]*|[^?？؟]+$/gu) ?? [text];
  const items: string[] = [];
  for (const piece of pieces) {
    const isShort = piece.trim().length <= (/[\p{Script=Han}]/u.test(piece) ? 5 : 20);
    if (items.length > 0 && (isShort || !/[?？؟]/u.test(piece))) items[items.length - 1] += piece;
    else items.push(piece);
  }
  return items;
}

// Tables

function cellsByKind(cells: readonly string[], columns: readonly string[]) {
  const found = {
    question: undefined as string | undefined,
    competency: undefined as string | undefined,
    minutes: undefined as number | undefined,
    areas: [] as string[],
    followUps: [] as string[],
    anchors: [] as DraftAnchor[],
  };
  for (const [index, cell] of cells.entries()) {
    const column = columns[index] ?? "";
    const text = cell.replaceAll("\n", " ").trim();
    const kind = labelKindOf(column) ?? (partOf(column) === "questions" ? "question" : undefined);
    const places = placesOf(kind) ?? anchorTextOf(column)?.points;
    if (text === "") continue;
    if (kind === "question") found.question ??= text;
    else if (kind === "areas" || kind === "followUps") addAll(found[kind], splitItems(kind, cell));
    else if (kind === "competency") found.competency ??= text;
    else if (kind === "minutes") found.minutes ??= minutesOf(`${text} min`);
    else if (places !== undefined) found.anchors.push({ places, text });
  }
  const own = rowRest(cells);
  found.question ??= (own?.kind === "question" ? own.rest : cells.find((cell) => isAsked(cell)))?.replaceAll(
    "\n",
    " ",
  );
  return found;
}

/** What a row says behind its first cell, which is a label. */
function rowRest(cells: readonly string[]) {
  const kind = labelKindOf(cells[0] ?? "");
  return kind === undefined ? undefined : { kind, rest: cells.slice(1).join("\n").trim() };
}

function rowAnchors(cells: readonly string[], columns: readonly string[]): readonly DraftAnchor[] {
  const [name = "", ...rest] = cells.map((cell) => cell.replaceAll("\n", " ").trim());
  const places = placesOf(labelKindOf(name)) ?? anchorTextOf(name)?.points;
  if (places !== undefined) {
    const own = anchorTextOf(name)?.text ?? "";
    const text = rest.filter((cell) => cell !== "").join(": ");
    const whole = own !== "" && text !== "" ? `${own}: ${text}` : text === "" ? own : text;
    return whole === "" ? [] : [{ places, text: whole }];
  }
  return cells.flatMap((cell, index) => {
    const column = columns[index] ?? "";
    const at = placesOf(labelKindOf(column)) ?? anchorTextOf(column)?.points;
    const text = cell.replaceAll("\n", " ").trim();
    return at === undefined || text === "" ? [] : [{ places: at, text }];
  });
}

// Scale and anchors

function placesOf(kind: LabelKind | undefined): readonly Place[] | undefined {
  if (kind === "strong") return ["top"];
  if (kind === "middle") return ["middle"];
  return kind === "weak" ? ["low"] : undefined;
}

/** The scale that the anchors need: the usual five points, or the four, three or ten that the guide counts in. */
function scaleOf(anchors: readonly DraftAnchor[], meanings: readonly DraftAnchor[]): Scale {
  const used = anchors.flatMap(({ places }) => places).filter((place) => typeof place === "number");
  const highest = used.reduce((most, point) => Math.max(most, point), 0);
  const lowest = used.reduce((least, point) => Math.min(least, point), 1);
  const isShort = used.length > 0 && (highest === 4 || (highest === 3 && used.includes(2)));
  const top = used.length === 0 ? 5 : isShort ? highest : Math.max(highest, 5);
  const first = lowest === 0 && highest < 10 ? 0 : 1;
  const points = Array.from({ length: top - first + 1 }, (_, index) => pointOf(first + index, top, meanings));
  return { points };
}

function pointOf(value: number, top: number, meanings: readonly DraftAnchor[]): ScalePoint {
  const texts = meanings.filter(({ places }) => places.includes(value)).map(({ text }) => text);
  const own = texts.length === 0 ? undefined : texts.join("; ");
  const place =
    top === 5
      ? value
      : top === 4
        ? [0, 1, 2, 4, 5][value]
        : Math.round(1 + (4 * (value - 1)) / Math.max(1, top - 1));
  const usual = fivePoints.find((point) => point.value === place) ?? {
    label: "No evidence of it",
    meaning: "The answer gave nothing on this point.",
  };
  if (own === undefined) return { value, label: top > 5 ? `${value}` : usual.label, meaning: usual.meaning };
  const split = /^([^:：.。–—-]{1,40}?)\s*[:：.–—-]\s+(.+)$/u.exec(own);
  if (split !== null) return { value, label: split[1] ?? own, meaning: split[2] ?? own };
  return own.length <= 40
    ? { value, label: own, meaning: usual.meaning }
    : { value, label: usual.label, meaning: own };
}

/** One anchor a point, lowest first. */
function toAnchors(drafts: readonly DraftAnchor[], values: readonly number[]): readonly Anchor[] {
  const texts = new Map<number, string[]>();
  for (const { places, text } of drafts) {
    for (const place of places) {
      const point = toPoint(place, values);
      const known = texts.get(point);
      if (known === undefined) texts.set(point, [text]);
      else if (!known.includes(text)) known.push(text);
    }
  }
  return [...texts]
    .map(([point, list]) => ({
      point,
      text: list.join(list.every((text) => /[.!?。]$/u.test(text)) ? " " : "; "),
    }))
    .toSorted((a, b) => a.point - b.point);
}

function toPoint(place: Place, values: readonly number[]): number {
  if (typeof place === "number") return Math.max(place, values[0] ?? place);
  const lowest = values[0] === 0 ? 1 : 0;
  const at =
    place === "top" ? values.length - 1 : place === "low" ? lowest : Math.floor((values.length - 1) / 2);
  return values[at] ?? 1;
}

// Advice

function toAdvice(
  groups: readonly Group[],
  report: (block: Block, text: string, message: string) => void,
): readonly Advice[] {
  const advice: Advice[] = [];
  let title: Group | undefined;
  let texts: string[] = [];
  let probes: string[] | undefined;
  const close = () => {
    if (title !== undefined && probes !== undefined) {
      const id = `advice-${advice.length + 1}`;
      const list = probes.map((text, index) => ({ id: `${id}.f${index + 1}`, text }));
      advice.push({
        ...adviceOf(advice.length, title.text, "These follow-ups fit any question."),
        followUps: list,
      });
    } else if (title !== undefined && texts.length === 0)
      report(title.first, title.text, "There is no answer under it.");
    else if (title !== undefined) advice.push(adviceOf(advice.length, title.text, texts.join("\n\n")));
    title = undefined;
    texts = [];
    probes = undefined;
  };
  for (const group of groups) {
    const { first, text } = group;
    const found = labelOf(text, first.lead);
    if (group.label === "heading") {
      close();
    } else if (found?.kind === "followUps") {
      close();
      title = { ...group, text: text.replace(/[:：]$/, "") };
      probes = found.rest === "" ? [] : [...splitItems("followUps", found.rest)];
    } else if (probes !== undefined && first.kind !== "heading" && found?.kind !== "areas") {
      probes.push(text);
    } else if (
      first.kind === "heading" ||
      first.marker === "Q" ||
      /[?？؟]$/u.test(text) ||
      found?.kind === "areas"
    ) {
      close();
      title = group;
    } else if (title === undefined) {
      advice.push(adviceOf(advice.length, openingWords(text), text));
    } else if (
      title.first.kind === "heading" &&
      first.kind === "paragraph" &&
      !first.isAfterBlank &&
      texts.length > 0
    ) {
      texts[texts.length - 1] = joinedTexts(texts.at(-1) ?? "", first);
    } else {
      texts.push(text);
    }
  }
  close();
  return advice;
}

function adviceOf(index: number, title: string, text: string): Advice {
  return {
    id: `advice-${index + 1}`,
    appliesTo: placeOf(title),
    title,
    text,
    signs: [],
    levels: [],
    followUps: [],
  };
}

/** Where a piece of advice is shown, by the words of its title; what names no other place is on why to ask so. */
function placeOf(title: string): AdvicePlace {
  const place = advicePlaces.find(([words]) => words.test(title));
  return place === undefined ? "firstUse" : place[1];
}

// Titles

/** A page that opens with a paragraph is called by its first words. */
function titleFrom(opening: string): string {
  if (opening === "") return NO_TITLE;
  const name = /^(?:\p{Lu}[\p{L}\p{N}-]*(?: (?=\p{Lu})|(?![\p{L}\p{N}-]))){2,6}/u.exec(opening)?.[0];
  return name?.trim() ?? openingWords(opening);
}

function openingWords(text: string): string {
  const words = text
    .slice(0, 200)
    .split(" ")
    .filter((word) => word !== "");
  const few = words.slice(0, 4).join(" ");
  const opening = few.length > LONGEST_TITLE ? few.slice(0, LONGEST_TITLE) : few;
  const whole = opening.replaceAll(/\p{Surrogate}/gu, "");
  return whole.replace(/[\p{P}]{1,9}$/u, "") || whole;
}

/** @returns up to four words that say what the question is about, for the rail */
function titleFor(text: string): string {
  const isEmpty = (word: string) =>
    emptyOpening.has(
      word
        .toLowerCase()
        .replaceAll("’", "'")
        .replaceAll(/[^\p{L}']/gu, ""),
    );
  const words = text
    .slice(0, 500)
    .split(" ")
    .filter((word) => word !== "");
  const start = words.findIndex((word) => !isEmpty(word));
  const about = words.slice(start, start + 4);
  while (about.length > 1 && about.slice(-1).every(isEmpty)) about.pop();
  const title = start < 0 ? openingWords(text) : openingWords(about.join(" "));
  return title.charAt(0).toUpperCase() + title.slice(1);
}

// Competencies

function toCompetencies(names: readonly string[]): readonly Competency[] {
  const competencies: Competency[] = [];
  const known = new Set<string>();
  const ids = new Set<string>();
  for (const name of names) {
    if (name === UNNAMED || known.has(name.toLowerCase())) continue;
    known.add(name.toLowerCase());
    const slug =
      name
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .filter((part) => part !== "")
        .join("-")
        .slice(0, LONGEST_SLUG) || "competency";
    // "constructor" is no id: ids are keys of plain objects.
    const isTaken = slug in Object.prototype || ids.has(slug);
    const id = isTaken ? `${slug}--${competencies.length + 1}` : slug;
    ids.add(id);
    competencies.push({ id, name, anchors: [] });
  }
  return competencies;
}

// Findings

const leftOutMessages: ReadonlySet<string> = new Set([
  messages.explains,
  messages.invitation,
  messages.listing,
  messages.loose,
  messages.notAsked,
  messages.table,
]);

/** That lines are left out is told a few times, and then counted. */
function fewOf(findings: readonly Finding[]): readonly Finding[] {
  const counts = new Map<string, number>();
  for (const { message } of findings) counts.set(message, (counts.get(message) ?? 0) + 1);
  const told = new Map<string, number>();
  return findings.flatMap((finding) => {
    const count = counts.get(finding.message) ?? 0;
    const before = told.get(finding.message) ?? 0;
    told.set(finding.message, before + 1);
    if (count <= MOST_ALIKE || !leftOutMessages.has(finding.message)) return [finding];
    return before === 0
      ? [{ ...finding, message: `${finding.message} (${count} such lines; this is the first.)` }]
      : [];
  });
}
