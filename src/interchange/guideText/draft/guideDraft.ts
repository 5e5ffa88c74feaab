import type { Competency, Guide, Question, Scale } from "../../../domain/guides/guide.ts";
import { groupBy } from "../../../domain/panels/groupBy.ts";
import { anchorTextOf, anchorTextsOf } from "../labels/anchorText.ts";
import { isAsked } from "../labels/askedText.ts";
import { toAdvice } from "./draftAdvice.ts";
import { type Finding, type Group, questionsBelow, toGroups } from "./draftLines.ts";
import { type DraftAnchor, type Place, placesOf, scaleOf, toAnchors } from "./draftScale.ts";
import { addAll, cellsByKind, type Column, columnsOf, rowAnchors, rowRest } from "./draftTables.ts";
import type { Block } from "../sources/blocks.ts";
import { labelKindOf, partName, partOf } from "../labels/guideLabels.ts";
import { languageOf } from "../words/guideLanguage.ts";
import { LONGEST_TITLE } from "../labels/lineEntries.ts";
import { type LabelledBlock, messages } from "../labels/lineLabels.ts";
import { splitItems } from "../labels/listText.ts";
import { minutesIn, minutesOf, withoutMinutes } from "../labels/minutesText.ts";
import {
  askedParts,
  roleFrom,
  subjectOf,
  titleFor,
  titleFrom,
  UNNAMED,
  withoutQuotes,
} from "../labels/questionText.ts";

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
const SHORTEST_SCALE = 3;

const LONGEST_SLUG = 40;

/** A finding that is repeated says no more; the labels of the lines tell the rest. */
const MOST_ALIKE = 3;

/** Makes a guide of lines that are labelled; it does not ask how the labels came about. */
export function draftGuide(lines: readonly LabelledBlock[]): { guide: Guide; findings: readonly Finding[] } {
  return new Draft(toGroups(lines), lines).guide();
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
  #columns: readonly Column[] = [];
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
    const [opening] = this.#introduction;
    const isNamed = this.#title !== "" || opening !== undefined;
    const first = opening ?? this.#groups[0]?.text ?? "";
    const title = this.#title === "" ? titleFrom(withoutQuotes(first)) : this.#title;
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
        // What begins with a question is named by it, and no role is.
        role: isNamed ? roleFrom(title) : "",
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
        this.#title = this.#title === "" ? (subjectOf(text) ?? text) : `${this.#title} ${text}`;
        break;
      case "introduction":
        this.#introduction.push(text);
        break;
      case "heading":
        this.#addHeading(group, index);
        break;
      case "competency":
        this.#addCompetency(group, index);
        break;
      case "question":
        this.#addQuestion(group, index);
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

  /** The cells of the questions of a table. */
  #rowsFrom(start: number): readonly (readonly string[])[] {
    const rows: (readonly string[])[] = [];
    for (let at = start; at < this.#groups.length; at += 1) {
      const { label, first } = this.#groups[at] ?? {};
      if (first?.kind !== "row" || label === "heading" || (at > start && first.isAfterBlank)) break;
      if (label === "question") rows.push(first.cells);
    }
    return rows;
  }

  #addHeading(group: Group, index: number): void {
    const { first, text, found } = group;
    if (first.kind === "row") {
      // A second table below one of questions is about all of them.
      if (this.#question?.group.first.kind === "row") this.#question = undefined;
      this.#columns = columnsOf(first.cells, this.#rowsFrom(index + 1));
      return;
    }
    const kind = found?.kind;
    const places = anchorTextOf(text)?.points ?? placesOf(kind);
    if (places !== undefined || kind !== undefined) {
      this.#places = places;
      return;
    }
    if (partOf(text) === "advice") this.#advice.push(group);
    if (this.#section.level === 0 || first.level <= this.#section.level || partOf(text) !== undefined)
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
    const { found } = group;
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
    if (next === undefined) return true;
    if (first.isAfterBlank) return next.first.isAfterBlank && next.label !== "question";
    return (
      next.first.isAfterBlank ||
      next.label === "area" ||
      next.label === "followUp" ||
      next.label === "minutes" ||
      (next.label === "heading" && next.found !== undefined)
    );
  }

  #reportUnused(): void {
    if (this.#next !== undefined)
      this.#report(this.#next.group.first, this.#next.group.text, "No question follows this competency.");
    this.#next = undefined;
  }

  #addQuestion(group: Group, index: number): void {
    const { first } = group;
    if (first.kind === "row" && (first.isAfterBlank || this.#groups[index - 1]?.first.kind !== "row"))
      this.#columns = columnsOf([], this.#rowsFrom(index));
    const columns = first.kind === "row" ? cellsByKind(first.cells, this.#columns) : undefined;
    const asked = askedParts(columns?.question ?? statedIn(group), first.lead);
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
    for (const other of columns?.others ?? [])
      this.#questions.push({
        ...question,
        text: other,
        title: titleFor(other),
        areas: [],
        followUps: [],
        anchors: [],
      });
    this.#question = question;
  }

  #addMinutes(group: Group, index: number): void {
    const minutes = minutesOf(group.text);
    if (minutes === undefined) return;
    const above = this.#question;
    const below = this.#groups[index + 1];
    const isInGuide = this.#questionTitle !== undefined || this.#questions.length > 0;
    if (above !== undefined) above.minutes ??= minutes;
    else if (isInGuide && below?.label === "question") this.#nextMinutes = minutes;
    else this.#guideMinutes ??= minutes;
  }

  #addItems(group: Group, kind: "areas" | "followUps"): void {
    const { first } = group;
    const found = first.kind === "row" ? { kind, rest: rowRest(first.cells) } : group.found;
    // "Ask: …" below a question opens no other one.
    const isOwn = found?.kind === kind || (kind === "followUps" && found?.kind === "question");
    const isInline = isOwn && found.rest !== "";
    // Beside what is ticked off stand boxes alone.
    const isTicked = first.kind === "row" && !/\p{L}/u.test(rowRest(first.cells));
    const [text = group.text] = first.cells;
    const items = isInline && !isTicked ? splitItems(kind, found.rest) : [withoutQuotes(text)];
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
    const several = anchorTextsOf(group.text);
    if (several !== undefined) {
      addAll(
        target,
        several.map(({ points, text }) => ({ places: points, text })),
      );
      return;
    }
    const { found } = group;
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
    this.#settleScale();
    for (const question of this.#questions) {
      if (question.anchors.length === 0 || question.areas.length > 0) continue;
      if (question.competency === UNNAMED) question.competency = question.title;
      addAll(this.#anchorsOf(question.competency), question.anchors.splice(0));
    }
  }

  /** Points with short names below the last of several questions, where no other has any, are the scale of the guide. */
  #settleScale(): void {
    const last = this.#questions.at(-1);
    const isOnly = this.#questions.every(({ anchors }) => anchors.length === 0 || anchors === last?.anchors);
    if (!last || !isOnly || this.#questions.length < 2 || this.#competencyAnchors.size > 0) return;
    const isScale =
      last.anchors.length >= SHORTEST_SCALE &&
      last.anchors.every(
        ({ places, text }) =>
          text.length <= LONGEST_TITLE && places.every((place) => typeof place === "number"),
      );
    if (isScale) addAll(this.#scaleAnchors, last.anchors.splice(0));
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

/** What is asked, without a label that no list of words knows. */
function statedIn({ text, found }: Group): string {
  return found?.kind === "question" && found.rest !== "" ? found.rest : text;
}

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
  const byMessage = groupBy(findings, ({ message }) => message);
  return findings.flatMap((finding) => {
    const { message } = finding;
    const alike = byMessage.get(message) ?? [finding];
    if (alike.length <= MOST_ALIKE || !leftOutMessages.has(message)) return [finding];
    return finding === alike[0]
      ? [{ ...finding, message: `${message} (${alike.length} such lines; this is the first.)` }]
      : [];
  });
}
