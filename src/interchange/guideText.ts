import type { Advice, AdvicePlace, Competency, Guide, Question, Scale } from "../domain/guide.ts";

/** A line of the source that is not in the guide, or is there with a doubt. */
export interface Finding {
  /** 1-based line of the source. */
  readonly line: number;
  readonly text: string;
  /** One plain sentence: why it is not in the guide, or what is doubtful. */
  readonly message: string;
}

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

/** A line of the source that is not empty, and what was made of it. */
export interface ReadLine {
  /** 1-based; in HTML, where a line of source says little, the number of the line as it is shown. */
  readonly line: number;
  /** Without its marker and its markup. */
  readonly text: string;
  readonly label: LineLabel;
}

/** What a source is written in. */
export type SourceFormat = "text" | "markdown" | "html";

/** A draft of a guide, and what its writer should look at. */
export interface ReadGuide {
  readonly guide: Guide;
  readonly findings: readonly Finding[];
  /** In the order of the source, every line once. */
  readonly lines: readonly ReadLine[];
}

type ListKind = "areas" | "followUps";

/** A line without its marker. `marker` is "" for a bare line, "#" for a heading, "1" for a number, "Q" for "Q1:". */
interface Line {
  readonly line: number;
  readonly indent: number;
  readonly marker: string;
  readonly number: number;
  readonly text: string;
  readonly afterBlank: boolean;
}

interface DraftQuestion {
  readonly text: string;
  readonly title: string;
  competency: string;
  readonly areas: string[];
  readonly followUps: string[];
  readonly seen: Set<ListKind>;
}

/** The list that lines are being added to; its first item says how the others look. */
interface OpenList {
  readonly question: DraftQuestion;
  readonly kind: ListKind;
  readonly first: Line;
  readonly items: Line[];
}

interface Section {
  readonly kind: "introduction" | "between" | "advice";
  readonly lines: Line[];
}

const labels: Readonly<Record<string, ListKind>> = {
  "areas to cover": "areas",
  "what to look for": "areas",
  "what to listen for": "areas",
  "key points to cover": "areas",
  "focus areas": "areas",
  "follow-up questions": "followUps",
  "follow-up question": "followUps",
  "follow up questions": "followUps",
  "follow-up": "followUps",
  "follow-ups": "followUps",
  "follow ups": "followUps",
  "probing questions": "followUps",
};

const fivePoints: Scale = {
  points: [
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
  ],
};

const PLANNED_MINUTES = 15;
const LONGEST_TITLE = 60;
const LONGEST_COMPETENCY = 40;
/** A page of bare lines is not one paragraph, and looking at its end again for every line takes too long. */
const LONGEST_PARAGRAPH = 2000;
/** A question that names no competency. */
const UNNAMED = "";
const NO_TITLE = "Untitled guide";

const questionsHead = /^(?:[\w-]+ )?(?:interview )?questions(?: for [^?]{1,80})?$/i;
const adviceHead =
  /^(?:frequently asked questions|faqs?|(?:interview(?:ing)? )?(?:tips|advice))(?: (?:for|on|about) [^?]{1,80})?$/i;
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
    "time times to us walk was were what what's when where which who why with you you'd you've your"
  ).split(" "),
);
const callToAction =
  /\b(?:sign up|subscribe|download|get started|book a demo|contact us|learn more|click here|read more|share this|free trial)\b/i;

/**
 * Reads a guide from a page that was pasted or a file. It never throws.
 *
 * @param format what the source is written in; without it, the source is looked at
 * @param relabelled what a person says of lines, by their number; the rest of the draft follows
 * @returns a draft that can be imported, and every line that found no place in it
 */
export function guideFromText(
  source: string,
  _format?: SourceFormat,
  relabelled: ReadonlyMap<number, LineLabel> = new Map(),
): ReadGuide {
  const lines = toLines(source);
  const questions: DraftQuestion[] = [];
  const advice: Advice[] = [];
  let introduction: readonly Line[] = [];
  const findings: Finding[] = [];
  let section: Section = { kind: "introduction", lines: [] };
  let list: OpenList | undefined;
  /** A label takes the lines below it until one does not look like its items. */
  let waiting: { question: DraftQuestion; kind: ListKind } | undefined;
  let competency: { readonly line: Line; readonly name: string } | undefined;

  const report = (line: Line, message: string) => {
    findings.push({ line: line.line, text: line.text, message });
  };
  const closeList = () => {
    for (const { text } of list?.items ?? []) list?.question[list.kind].push(text);
    list = undefined;
    waiting = undefined;
  };
  const closeSection = (left: readonly Line[], next: Section["kind"]) => {
    if (section.kind === "advice") readAdvice(left, advice, report);
    else if (questions.length === 0) introduction = [...introduction, ...left];
    else {
      for (const line of left) report(line, looseMessage(line));
    }
    section = { kind: next, lines: [] };
  };
  const addQuestion = (line: Line, title: string | undefined): DraftQuestion => {
    // A line that names the competency wins, and what stands in brackets is then the question's own.
    const asked =
      competency === undefined
        ? withoutCompetency(line.text)
        : { text: line.text, competency: competency.name };
    const text = withoutQuotes(asked.text);
    const question: DraftQuestion = {
      text,
      title: title ?? titleFor(text),
      competency: asked.competency,
      areas: [],
      followUps: [],
      seen: new Set(),
    };
    competency = undefined;
    questions.push(question);
    return question;
  };
  const questionAbove = (kind: ListKind): DraftQuestion | undefined => {
    const asked = section.lines.at(-1);
    if (asked !== undefined) {
      const above = section.lines.at(-2);
      const isTitled = above?.marker === "#" && asked.marker !== "#" && above !== lines[0];
      const left = section.lines.slice(0, isTitled ? -2 : -1);
      closeSection(left, "between");
      return addQuestion(asked, isTitled ? above.text : undefined);
    }
    const current = questions.at(-1);
    if (list === undefined || !list.question.seen.has(kind)) return current;
    // A second list of the same kind: the end of the first one was the next question.
    const popped = popQuestion(list);
    closeList();
    if (popped.marker !== "") report(popped, "It is read as a question, but it stood at the end of a list.");
    return addQuestion(popped, undefined);
  };

  for (const [index, line] of lines.entries()) {
    const label = labelOf(line.text);
    if (label !== undefined) {
      const question = questionAbove(label.kind);
      closeList();
      if (question === undefined) {
        report(line, "There is no question above this list.");
        continue;
      }
      question.seen.add(label.kind);
      for (const item of splitItems(label)) question[label.kind].push(item);
      if (label.rest === "") waiting = { question, kind: label.kind };
      continue;
    }
    const named = competencyOf(line.text);
    if (named !== undefined) {
      const above = questions.at(-1);
      closeList();
      const isFree = above?.competency === UNNAMED && section.lines.length === 0;
      if (isFree && isClosing(line, lines[index + 1])) {
        above.competency = named;
        continue;
      }
      if (competency !== undefined) report(competency.line, "No question follows this competency.");
      competency = { line, name: named };
      continue;
    }
    if (line.marker === "" || line.marker === "#") {
      const head = line.text.replace(/:$/, "");
      const isAdvice = adviceHead.test(head);
      if (isAdvice || (line !== lines[0] && questionsHead.test(head))) {
        closeList();
        closeSection(section.lines, isAdvice ? "advice" : "between");
        continue;
      }
    }
    if (list !== undefined && isContinuation(list, line)) {
      list.items.push(...list.items.splice(-1).map((last) => joinedTo(last, line)));
    } else if (list !== undefined && isItem(list, line)) {
      list.items.push(line);
    } else if (waiting !== undefined && list === undefined && line.marker !== "#" && line.marker !== "Q") {
      list = { ...waiting, first: line, items: [line] };
    } else {
      closeList();
      addLine(section, line);
    }
  }
  closeList();
  if (competency !== undefined) report(competency.line, "No question follows this competency.");
  closeSection(section.lines, "between");

  const readLines = lines.map(({ line, text }) => ({
    line,
    text,
    label: relabelled.get(line) ?? "leftOut",
  }));
  if (questions.length === 0) return { ...withoutQuestions(lines), lines: readLines };
  const { title, rest } = titleOf(introduction, lines);
  const competencies = toCompetencies(questions.map((question) => question.competency));
  return {
    guide: {
      ...emptyGuide(title, rest),
      competencies,
      questions: questions.map((question, index) => toQuestion(question, index, competencies)),
      advice,
    },
    findings: findings.toSorted((a, b) => a.line - b.line),
    lines: readLines,
  };
}

function toLines(source: string): readonly Line[] {
  const found: Line[] = [];
  let afterBlank = true;
  for (const [index, raw] of source.split(/\r\n|[\n\r\u2028\u2029]/).entries()) {
    const line = toLine(raw, index + 1, afterBlank);
    afterBlank = line.text === "";
    if (line.text !== "") found.push(line);
  }
  return found;
}

function toLine(raw: string, line: number, afterBlank: boolean): Line {
  const plain = raw
    .replaceAll(/\p{Surrogate}/gu, "\uFFFD")
    .replaceAll(/[\u00AD\u200B\u2060\uFEFF]/g, "")
    .replaceAll("\t", "    ")
    .replaceAll(/\s/g, " ")
    .trimEnd();
  let text = plain.trimStart();
  const indent = plain.length - text.length;
  let marker = "";
  let number = 0;
  // "## 1. …" has two markers, "- **Q1:** …" three; the first one says what the line is.
  for (let round = 0; round < 4; round += 1) {
    const inner = withoutEmphasis(text);
    const bare = inner.startsWith("**") ? inner.replaceAll("**", "") : inner;
    const match =
      /^(?:(#{1,6}|>|[-*•◦–‣·])(?= |$)|\(?(\d{1,3})[.)](?= |$)|(?:q(?:uestion)? ?\d{1,3} ?[:.)]|q(?:uestion)?:))/i.exec(
        bare,
      );
    if (match === null) {
      if (marker === "" && inner !== text) marker = "#";
      text = bare;
      break;
    }
    const [whole, sign, digits] = match;
    if (digits !== undefined) number = Number(digits);
    const found = sign === undefined ? (digits === undefined ? "Q" : "1") : sign.startsWith("#") ? "#" : sign;
    if (marker === "" && found !== ">") marker = found;
    text = bare.slice(whole.length).trim();
  }
  const words = text.replaceAll("**", "").trim();
  // A rule between sections has nothing to read.
  return { line, indent, marker, number, afterBlank, text: /^[-*_=#\s]*$/.test(words) ? "" : words };
}

/** Takes the emphasis off a line that is emphasised as a whole. */
function withoutEmphasis(text: string): string {
  for (const mark of ["**", "__", "*", "_"]) {
    const inner = text.slice(mark.length, -mark.length);
    if (
      text.length > 2 * mark.length &&
      text.startsWith(mark) &&
      text.endsWith(mark) &&
      !inner.includes(mark)
    )
      return inner.trim();
  }
  return text;
}

function withoutQuotes(text: string): string {
  const inner = /^["“„«'‘](.+)["”“»'’]$/u.exec(text)?.[1];
  return inner === undefined ? text : inner.trim();
}

function labelOf(text: string): { readonly kind: ListKind; readonly rest: string } | undefined {
  const [head = "", ...after] = text.split(":");
  const key = head.trim().toLowerCase().replaceAll(/[‐‑–]/g, "-");
  const kind = Object.hasOwn(labels, key) ? labels[key] : undefined;
  return kind === undefined ? undefined : { kind, rest: after.join(":").trim() };
}

function splitItems({ kind, rest }: { kind: ListKind; rest: string }): readonly string[] {
  const separator = kind === "followUps" || rest.includes(";") ? ";" : ",";
  return rest
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

function competencyOf(text: string): string | undefined {
  return /^competency ?: ?(\S.*)$/i.exec(text)?.[1];
}

/** A line right below a list that nothing but a label follows closely goes with the question above. */
function isClosing(line: Line, next: Line | undefined): boolean {
  return !line.afterBlank && (next === undefined || next.afterBlank || labelOf(next.text) !== undefined);
}

/** Splits off a competency that stands in brackets at the end of a question. */
function withoutCompetency(text: string): { readonly text: string; readonly competency: string } {
  const start = Math.max(text.lastIndexOf("("), text.lastIndexOf("["));
  const inside = text.slice(start + 1, -1);
  const closing = text[start] === "(" ? ")" : "]";
  const isName =
    start > 0 &&
    text.endsWith(closing) &&
    inside.length <= LONGEST_COMPETENCY &&
    /^\p{Lu}[^()[\]?.]*$/u.test(inside);
  return isName
    ? { text: text.slice(0, start).trim(), competency: inside.trim() }
    : { text, competency: UNNAMED };
}

function isContinuation({ first }: OpenList, line: Line): boolean {
  if (line.marker !== "") return false;
  return (
    line.indent > first.indent || (first.marker !== "" && !line.afterBlank && /^\p{Ll}/u.test(line.text))
  );
}

function isItem({ first, items }: OpenList, line: Line): boolean {
  if (line.marker === "#" || line.marker === "Q") return false;
  if (line.indent > first.indent) return true;
  if (line.marker !== first.marker || line.indent < first.indent) return false;
  if (line.marker === "1")
    return items.every(({ indent, number }) => indent > first.indent || line.number > number);
  // Bare lines end at a blank line, unless the list is set with blank lines all through.
  return line.marker !== "" || ((first.afterBlank || !line.afterBlank) && !callToAction.test(line.text));
}

/** Takes the last item off a list, or the last paragraph of bare lines that are set in paragraphs. */
function popQuestion({ first, items }: OpenList): Line {
  const isInParagraphs = first.marker === "" && first.afterBlank;
  const start = isInParagraphs ? items.findLastIndex(({ afterBlank }) => afterBlank) : 0;
  return items.splice(start > 0 ? start : -1).reduce(joinedTo);
}

function joinedTo(line: Line, next: Line): Line {
  return { ...line, text: `${line.text} ${next.text}` };
}

/** Adds a line to a section, at the end of the paragraph above where it goes on there. */
function addLine(section: Section, line: Line): void {
  const { lines } = section;
  const last = lines.at(-1);
  if (last !== undefined && goesOn(section, last, line)) lines[lines.length - 1] = joinedTo(last, line);
  else lines.push(line);
}

function goesOn({ kind, lines }: Section, last: Line, line: Line): boolean {
  if (line.afterBlank || line.marker !== "" || last.marker === "#") return false;
  if (last.text.length > LONGEST_PARAGRAPH) return false;
  const isUnderHeading = lines.at(-2)?.marker === "#" && (kind === "advice" || lines.length > 2);
  // Between questions a paragraph is most likely one question, and so it is under a heading that is not the page's first.
  if (kind === "between" || isUnderHeading) return !callToAction.test(line.text);
  const isWhole = /[.?!:]["”’)]?$/.test(last.text.slice(-2)) || (isTitle(last) && /^\p{Lu}/u.test(line.text));
  return !isWhole;
}

function looseMessage({ text }: Line): string {
  return callToAction.test(text)
    ? "It invites the reader to something and is no part of the guide."
    : "It belongs to no question and to no list.";
}

function readAdvice(
  lines: readonly Line[],
  advice: Advice[],
  report: (line: Line, message: string) => void,
): void {
  let title: Line | undefined;
  let texts: string[] = [];
  const close = () => {
    if (title !== undefined && texts.length === 0) report(title, "There is no answer under it.");
    else if (title !== undefined) advice.push(toAdvice(advice.length, title.text, texts.join("\n\n")));
    title = undefined;
    texts = [];
  };
  for (const line of lines) {
    if (line.marker === "#" || line.marker === "Q" || line.text.endsWith("?")) {
      close();
      title = line;
    } else if (callToAction.test(line.text) && texts.length !== 0) {
      report(line, looseMessage(line));
    } else if (title === undefined) {
      advice.push(toAdvice(advice.length, openingWords(line.text), line.text));
    } else {
      texts.push(line.text);
    }
  }
  close();
}

function toAdvice(index: number, title: string, text: string): Advice {
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

function isTitle({ text, marker }: Line): boolean {
  return marker === "#" || (text.length <= LONGEST_TITLE && !/[.?!]$/.test(text));
}

/** The first heading or line is the title; a page that opens with a paragraph is called by its first words. */
function titleOf(
  introduction: readonly Line[],
  lines: readonly Line[],
): { readonly title: string; readonly rest: readonly Line[] } {
  const [first, ...rest] = introduction;
  if (first !== undefined && isTitle(first)) return { title: first.text, rest };
  const opening = (first ?? lines[0])?.text ?? NO_TITLE;
  const name = /^(?:\p{Lu}[\p{L}\p{N}-]*(?: (?=\p{Lu})|(?![\p{L}\p{N}-]))){2,6}/u.exec(opening)?.[0];
  return { title: name?.trim() ?? openingWords(opening), rest: introduction };
}

function openingWords(text: string): string {
  const words = text.split(" ").filter((word) => word !== "");
  const opening = words.slice(0, 4).join(" ");
  return opening.replace(/[\p{P}]{1,9}$/u, "") || opening;
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
  const words = text.split(" ").filter((word) => word !== "");
  const start = words.findIndex((word) => !isEmpty(word));
  const about = words.slice(start, start + 4);
  while (about.length > 1 && about.slice(-1).every(isEmpty)) about.pop();
  const title = start < 0 ? openingWords(text) : openingWords(about.join(" "));
  return title.charAt(0).toUpperCase() + title.slice(1);
}

function withoutQuestions(lines: readonly Line[]): Omit<ReadGuide, "lines"> {
  const { title, rest } = titleOf(lines, lines);
  return {
    guide: emptyGuide(title, rest),
    findings: [
      {
        line: 1,
        text: lines[0]?.text ?? "",
        message: "No question was found: a question stands above a line such as “Areas to cover”.",
      },
    ],
  };
}

function emptyGuide(title: string, introduction: readonly Line[]): Guide {
  return {
    language: "en",
    title,
    role: title,
    introduction: introduction.map(({ text }) => text).join("\n\n"),
    scale: fivePoints,
    competencies: [],
    questions: [],
    advice: [],
  };
}

function toCompetencies(names: readonly string[]): readonly Competency[] {
  const competencies: Competency[] = [];
  for (const name of names) {
    if (name === UNNAMED || competencies.some((known) => isSameName(known.name, name))) continue;
    const slug =
      name
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .filter((part) => part !== "")
        .join("-")
        .slice(0, LONGEST_COMPETENCY) || "competency";
    // "constructor" is no id: ids are keys of plain objects.
    const isTaken = slug in Object.prototype || competencies.some(({ id }) => id === slug);
    competencies.push({ id: isTaken ? `${slug}--${competencies.length + 1}` : slug, name, anchors: [] });
  }
  return competencies;
}

function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function toQuestion(draft: DraftQuestion, index: number, competencies: readonly Competency[]): Question {
  const id = `q${index + 1}`;
  return {
    id,
    title: draft.title,
    text: draft.text,
    competencyId: competencies
      .filter(({ name }) => isSameName(name, draft.competency))
      .map((competency) => competency.id)
      .join(""),
    plannedMinutes: PLANNED_MINUTES,
    areas: draft.areas.map((text, at) => ({ id: `${id}.a${at + 1}`, text, anchors: [] })),
    followUps: draft.followUps.map((text, at) => ({ id: `${id}.f${at + 1}`, text })),
  };
}
