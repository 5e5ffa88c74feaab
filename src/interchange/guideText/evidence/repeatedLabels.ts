import { groupBy } from "../../../domain/panels/groupBy.ts";
import { anchorTextOf } from "../labels/anchorText.ts";
import { handsOver, isAsked, isGreeting } from "../labels/askedText.ts";
import { inBrackets, type Label } from "../labels/guideLabels.ts";
import type { LabelKind } from "../words/labelWords.ts";
import { type Block, isAlike } from "../sources/blocks.ts";
import {
  type Body,
  bodyOf,
  headsPart,
  isAboveQuestion,
  isUnowned,
  type LabelledPage,
} from "./labelBodies.ts";
import { addSentences } from "./answerNotes.ts";
import { labelAt, LONG_LINE, settleLabels } from "./labelNeighbours.ts";
import { endsQuestion, type PageLine } from "./pageLines.ts";
import { addQuotes } from "./quotes.ts";
import { isAway } from "./personText.ts";

/** A line that stands this often says by these places what it is. */
const MOST_PLACES = 200;

/**
 * Finds the labels of a document that no list of words knows: a short line that stands again and again before a
 * list is a label in any language, and what its lists hold says which.
 *
 * @param said what a person says of lines: what is below a label tells its kind
 */
export function repeatedLabels(
  lines: readonly PageLine[],
  said: ReadonlyMap<number, LabelKind>,
): { readonly labels: ReadonlyMap<Block, Label>; readonly listed: ReadonlySet<Block> } {
  const repeated = repeatedLines(lines);
  const certain = lines.filter(({ known }) => known?.isCertain === true);
  const page = pageOf(lines, certain, repeated);
  const found = new Map<Block, Label>();
  let areaLists = certain.filter(({ known }) => known?.kind === "areas").length;
  for (const places of listsFirst(repeated, page)) {
    const bodies = bodiesOf(page, places, said);
    if (isForm(bodies)) {
      for (const { block, name } of places)
        found.set(block, { kind: "form", rest: name?.rest ?? "", isCertain: true });
      continue;
    }
    const isSaid = bodies.some((body) => body.lines.some(({ block }) => said.has(block.line)));
    if (!isSaid && !isLabel(page, bodies)) continue;
    // A word that is no label by itself is one where it repeats.
    const kind =
      saidKind(bodies, said) ??
      places[0]?.known?.kind ??
      (isBelowQuestions(page, bodies, found)
        ? "followUps"
        : kindOf(page, bodies, areaLists * 2 > places.length));
    if (kind === undefined) continue;
    if (kind === "areas") areaLists = Math.max(areaLists, places.length);
    for (const { block, name, isAsked: isAskedWrapped } of places) {
      const rest = name?.rest ?? "";
      // Whoever speaks behind a letter also greets, and tells what it is about.
      const isSpeaker = kind === "question" && name?.key.length === 1 && rest !== "";
      const isTold = isSpeaker && (isGreeting(rest) || !(isAskedWrapped || isAsked(rest)));
      found.set(block, { kind: isTold ? "purpose" : kind, rest, isCertain: true });
    }
  }
  addLastFields(lines, found);
  addConditions(lines, found);
  addSteps(lines, found);
  addQuotes(lines, found);
  addSentences(lines, found);
  settleLabels(page, found);
  const listed = new Set<Block>();
  for (const line of lines) {
    const label = labelAt(line, found);
    if (label?.isCertain !== true || label.kind === "question" || label.kind === "competency") continue;
    for (const { block } of bodyOf(page, line, label.rest).lines) listed.add(block);
  }
  return { labels: found, listed };
}

/** "R:" below "S:", "T:" and "A:", all empty, is filled in as they are, though a question stands below it. */
function addLastFields(lines: readonly PageLine[], found: Map<Block, Label>): void {
  const isEmptyName = (line: PageLine | undefined) =>
    line?.name?.rest === "" && line.known?.isCertain !== true && /[:：]$/u.test(line.block.text);
  for (const line of lines) {
    const { index, block } = line;
    const isLast = !block.isAfterBlank && lines[index + 1]?.block.isAfterBlank !== false;
    if (isLast && isEmptyName(line) && isEmptyName(lines[index - 1]) && isEmptyName(lines[index - 2]))
      found.set(block, { kind: "form", rest: "", isCertain: true });
  }
}

/** What is asked on a condition, in a few words: "If time allows:", "(If yes: …". */
const condition =
  /^[(（[]?(?:if|when|wenn|falls|si|se)(?: the (?:candidate|applicant))?(?: [^\s,]+){1,4}$|^[(（[]?s['’]ils?(?: [^\s,]+){1,4}$|^[(（[]?(?:如果|若|时间|時間|もし|答えが).{0,12}$|^[(（[]?(?:אם|إذا) .{0,20}$/iu;

/** So far above a line the label is looked for that it may stand below. */
const MOST_ABOVE = 12;

/** "(Did you learn it on the job?)" in a line of its own. */
const inBracketsAlone = /^[(（]([^()（）]{2,200})[)）]$/u;

/** A condition above what is asked, or before it, is a label for follow-ups, and so are brackets around what is asked. */
function addConditions(lines: readonly PageLine[], found: Map<Block, Label>): void {
  for (const { index, block, known, name } of lines) {
    const isBelow = known === undefined && lines[index - 1]?.isQuestion === true;
    const bracketed = (isBelow && inBracketsAlone.exec(block.text)?.[1]) || "";
    if (isAsked(bracketed)) {
      found.set(block, { kind: "followUps", rest: bracketed, isCertain: true });
      continue;
    }
    const isColon = name !== undefined && /^[:：]/u.test(block.text.slice(name.length).trim());
    if (!isColon || known?.isCertain === true || !condition.test(block.text.slice(0, name.length))) continue;
    // In a list of follow-ups it is one of them.
    const above = lines
      .slice(Math.max(0, index - MOST_ABOVE), index)
      .findLast((line) => labelAt(line, found)?.isCertain);
    const label = labelAt(above, found);
    const isInList = block.kind === "item" || !block.isAfterBlank;
    if (label?.kind === "followUps" && label.rest === "" && isInList) continue;
    const isAbove = name.rest === "" && lines[index + 1]?.isAsked === true;
    if (isAbove || isAsked(name.rest))
      found.set(block, { kind: "followUps", rest: name.rest, isCertain: true });
  }
}

/** The steps in which somebody tells what they did: "Situation: …?" */
const step =
  /^(?:situations?|tasks?|actions?|behaviou?rs?|results?|outcomes?|tâche|comportement|résultats?|aufgabe|handlung|verhalten|ergebnis|situación|tarea|acción|comportamiento|resultados?|situação|tarefa|ação|comportamento|situazione|compito|azione|risultato|situatie|taak|actie|gedrag|resultaat|sytuacja|zadanie|działanie|rezultat|ситуация|задача|действи[ея]|результат|状況|課題|行動|結果|情境|任务|行动|结果|상황|과제|행동|결과)$/iu;
/** So many of them show that a page asks by them. */
const FEWEST_STEPS = 3;

/**
 * Where a page asks step by step, each step asks further of the question above; "Result: …?" may be one of a list, too.
 * Where it asks in none of them, they tell a sample answer.
 */
function addSteps(lines: readonly PageLine[], found: Map<Block, Label>): void {
  const named = lines.filter(({ block, name }) => {
    if (name === undefined) return false;
    const [first = ""] = name.key.split(" ", 1);
    return (first.length === 1 || step.test(first)) && isStep(block.text.slice(0, name.length));
  });
  const isMany = (steps: readonly PageLine[]) =>
    new Set(steps.map(({ name }) => name?.key)).size >= FEWEST_STEPS;
  const steps = named.filter(
    ({ name, isAsked: isAskedWrapped }) =>
      name !== undefined && name.rest !== "" && (isAskedWrapped || isAsked(name.rest)),
  );
  const told = named.filter((line) => line.known === undefined && !isAskedBelow(lines, line));
  if (steps.length === 0 && isMany(told))
    for (const { block, name } of told) {
      found.set(block, { kind: "purpose", rest: name?.rest ?? "", isCertain: true });
    }
  if (!isMany(steps)) return;
  const stepped = new Set(steps);
  let above: PageLine | undefined;
  for (const line of lines) {
    const { block, name } = line;
    const rest = name?.rest ?? "";
    if (!stepped.has(line)) above = line;
    else if (
      above !== undefined &&
      endsQuestion(lines, above.index) &&
      (block.marker === "" || !isAlike(above.block, block))
    )
      found.set(block, { kind: "followUps", rest, isCertain: true });
    // "S (Situation): …?" below no question tells what the letters stand for.
    else if (/^\p{L} ?[(（]/u.test(block.text)) found.set(block, { kind: "purpose", rest, isCertain: true });
  }
}

/** "Situation (情境)" is named twice, and so is "S (Situation)". */
function isStep(name: string): boolean {
  const [, outer = name, inner = ""] = /^(.*?) ?[(（]([^()（）]*)[)）]$/u.exec(name) ?? [];
  return step.test(outer) || (outer.length === 1 && step.test(inner.split(/[ ,:–—-]/u, 1).join()));
}

function isAskedBelow(lines: readonly PageLine[], { index }: PageLine): boolean {
  return lines[index + 1]?.isAsked === true;
}

function pageOf(
  lines: readonly PageLine[],
  certain: readonly PageLine[],
  repeated: readonly (readonly PageLine[])[],
): LabelledPage {
  const page = { lines, starts: new Set([...certain, ...repeated.flat()].map(({ index }) => index)) };
  const listed = new Set<number>();
  for (const label of [...certain, ...repeated.filter((places) => !isCounted(places)).flat()]) {
    const rest = label.known?.isCertain === true ? label.known.rest : (label.name?.rest ?? "");
    for (const { index } of bodyOf(page, label, rest).lines) listed.add(index);
  }
  return { ...page, listed };
}

/** In the order of the document, so that the first list below a question is told before the second. */
function repeatedLines(lines: readonly PageLine[]): readonly (readonly PageLine[])[] {
  const named = lines.filter(
    ({ block, known, name }) => name !== undefined && known?.isCertain !== true && block.marker !== "Q",
  );
  const byKey = groupBy(
    named,
    ({ block, name }) => `${name?.rest === "" ? "" : ":"}${block.kind}${block.level} ${name?.key ?? ""}`,
  );
  const heads = headsOfLists(lines);
  return [...byKey.values()].filter(
    (places) =>
      places.length > 1 &&
      // What a page opens with is its name, on the next sheet too.
      !(places[0].index === 0 && places[0].name?.rest === "") &&
      !isTopic(places, heads) &&
      !isCountedThrough(lines, places) &&
      !isAdvice(lines, places) &&
      !places.every((line) => isListed(lines, line)),
  );
}

/** "Tips" below several questions of each part is advice, and below each question a label. */
function isAdvice(lines: readonly PageLine[], places: readonly PageLine[]): boolean {
  if (places[0]?.name?.isAdvice !== true) return false;
  const below = places.filter(({ index }) => {
    const [question, above] = [lines[index - 1], lines[index - 2]];
    const isOneOfMany =
      question !== undefined && above?.isAsked === true && isAlike(above.block, question.block);
    return question?.isAsked === true && !isOneOfMany;
  });
  return below.length * 2 <= places.length;
}

/** What is looked for in each answer stands again and again, in lists of the same lines: it heads nothing itself. */
function isListed(lines: readonly PageLine[], { index, block, name }: PageLine): boolean {
  const [above, below] = [lines[index - 1]?.block, lines[index + 1]?.block];
  const isBeside = (other: Block | undefined) =>
    other !== undefined && isSibling(other, block) && isSibling(block, other);
  const isEnd =
    isBeside(above) && !block.isAfterBlank && !(below !== undefined && below.indent > block.indent);
  return name?.rest === "" && block.kind === "item" && (isBeside(below) || isEnd);
}

/** "Practical:" between 7. and 8.: the questions are counted on, and what stands between them parts none from another. */
function isCountedThrough(lines: readonly PageLine[], places: readonly PageLine[]): boolean {
  const numberAt = (index: number) => lines[index]?.block.number ?? 0;
  const through = places.filter(
    ({ index, name }) =>
      name?.rest === "" && numberAt(index - 1) > 0 && numberAt(index + 1) === numberAt(index - 1) + 1,
  );
  return through.length * 2 > places.length;
}

/** The headings of one level that have a list of what is asked below, and how many of them have a name that stands once. */
interface Heads {
  readonly lines: ReadonlySet<PageLine>;
  readonly once: number;
}

function headsOfLists(lines: readonly PageLine[]): ReadonlyMap<number, Heads> {
  const heads = lines.filter(({ block, name, index }) => {
    const below = lines[index + 1];
    return (
      block.kind === "heading" && name?.rest === "" && below?.isAsked === true && below.block.kind === "item"
    );
  });
  return new Map(
    Array.from(
      groupBy(heads, ({ block }) => block.level),
      ([level, alike]) => {
        const named = [...groupBy(alike, ({ name }) => name?.key).values()];
        return [level, { lines: new Set(alike), once: named.filter(({ length }) => length === 1).length }];
      },
    ),
  );
}

/** "Sales" stands twice among many heads of the same form that stand once: it is one of the topics. */
function isTopic(places: readonly PageLine[], heads: ReadonlyMap<number, Heads>): boolean {
  const alike = heads.get(places[0]?.block.level ?? 0);
  return (
    alike !== undefined && places.every((line) => alike.lines.has(line)) && alike.once > 2 * places.length
  );
}

/** A list says what to tick off, and one line behind a name may say anything: of two labels the list is asked first. */
function listsFirst(
  repeated: readonly (readonly PageLine[])[],
  page: LabelledPage,
): readonly (readonly PageLine[])[] {
  const isInLine = (places: readonly PageLine[]) =>
    places.every(
      (line) => line.name?.rest !== "" && bodyOf(page, line, line.name?.rest ?? "").lines.length === 0,
    );
  const inLine = new Set(repeated.filter(isInLine));
  return [...repeated.filter((places) => !inLine.has(places)), ...inLine];
}

/** Where a line stands, with what is below it: the first places, and those of which a person has said something. */
function bodiesOf(
  page: LabelledPage,
  places: readonly PageLine[],
  said: ReadonlyMap<number, LabelKind>,
): readonly Body[] {
  const read = said.size > 0 ? places : places.slice(0, MOST_PLACES);
  return read.map((line) => bodyOf(page, line, line.name?.rest ?? ""));
}

/** Whether what repeats stands before something, and is not itself one of the lines of a list. */
function isLabel(page: LabelledPage, bodies: readonly Body[]): boolean {
  const filled = bodies.filter((body) => {
    const below = body.lines[0]?.block;
    return (
      body.rest !== "" || (below !== undefined && !headsPart(page, body) && !isSibling(below, body.block))
    );
  });
  const texts = new Set(filled.map(({ rest, lines }) => `${rest}${lines[0]?.block.text ?? ""}`));
  // The same may be looked for in each answer.
  const isVaried =
    texts.size > 1 ||
    filled.every(({ rest, index }) => rest === "" && page.lines[index - 1]?.isQuestion === true);
  return isVaried && filled.length * 3 >= bodies.length * 2;
}

function isSibling(line: Block, label: Block): boolean {
  return label.marker !== "" && line.marker === label.marker && line.indent <= label.indent;
}

function saidKind(bodies: readonly Body[], said: ReadonlyMap<number, LabelKind>): LabelKind | undefined {
  for (const { block, rest, lines } of bodies) {
    const own = rest === "" ? undefined : said.get(block.line);
    const kind = own ?? lines.map((line) => said.get(line.block.line)).find((value) => value !== undefined);
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** What a label is, by what stands below it wherever it stands. */
function kindOf(page: LabelledPage, bodies: readonly Body[], hasAreas: boolean): LabelKind | undefined {
  const texts = bodies.flatMap((body) => textsOf(body));
  const asked = texts.filter((text) => isAsked(text));
  const isMost = (test: (page: LabelledPage, body: Body) => boolean) =>
    bodies.filter((body) => test(page, body)).length * 2 > bodies.length;
  // "Rung 0", "Rung 1" may be points of a scale.
  const isFromZero = bodies[0] !== undefined && countOf(bodies[0]) === 0;
  if (isCounted(bodies) && (!isFromZero || asked.length * 4 >= texts.length))
    return headsQuestions(bodies) ? "question" : undefined;
  if (isMost(isTag)) return undefined;
  if (isReadAloud(bodies)) return "purpose";
  if (asked.length * 2 < texts.length && isMost(isAboveQuestion)) return "purpose";
  // What is said in its line, above a list that asks, says why.
  const asking = bodies.filter(({ lines }) => lines.length > 0 && lines.every((line) => line.isAsked)).length;
  if (asking > 1 && bodies.every(({ rest }) => rest !== "" && !isAsked(rest))) return "purpose";
  // What is asked with no question above is no follow-up. So is each list of what is asked, where one opens a part: "The
  // problem" for each kind of person.
  const areLists = bodies.every(
    ({ rest, lines }) => rest === "" && lines.length > 1 && lines.every((line) => line.isAsked),
  );
  const isOpening = areLists && bodies.some((body) => isUnowned(page, body));
  if (asked.length * 2 >= texts.length && (isOpening || isMost(isUnowned))) {
    // One line is the question, and a list is of questions.
    const isList = bodies.some(({ rest, lines }) => lines.length + (rest === "" ? 0 : 1) > 1);
    return isList ? undefined : "question";
  }
  if (texts.filter((text) => anchorTextOf(text) !== undefined).length * 2 > texts.length) return "levels";
  if (asked.length * 2 >= texts.length) {
    const away = asked.filter((text) => isAway(text)).length;
    return away * 2 <= asked.length ? "followUps" : hasAreas ? "purpose" : "areas";
  }
  const length = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  if (length > LONG_LINE || hasAreas || (isMost(isSaying) && texts.length < page.listed.size))
    return "purpose";
  return "areas";
}

/** What is asked behind a name, mostly close below what another name has shown to be a question: two who take turns stand alike. */
function isBelowQuestions(
  { lines }: LabelledPage,
  bodies: readonly Body[],
  found: ReadonlyMap<Block, Label>,
): boolean {
  const own = new Set(bodies.map(({ index }) => index));
  const below = bodies.filter(({ index, block, rest }) => {
    const above = lines[index - 1]?.block;
    if (above === undefined || block.isAfterBlank || !isAsked(rest)) return false;
    const isTurn = own.has(index - 2) && !above.isAfterBlank;
    return !isTurn && found.get(above)?.kind === "question";
  });
  return below.length * 2 > bodies.length;
}

/** What stands behind a label on its line, and below it. */
function textsOf({ rest, lines }: Body): readonly string[] {
  return [...(rest === "" ? [] : [rest]), ...lines.map(({ block }) => block.text)];
}

/** "READ TO THE CANDIDATE" above what is said, one of which greets, and none of the others asks. */
function isReadAloud(bodies: readonly Body[]): boolean {
  const said = bodies.map((body) => textsOf(body));
  const others = said.filter(([first = ""]) => !isGreeting(first));
  return others.length < said.length && !others.flat().some((text) => isAsked(text) && !handsOver(text));
}

/** "[Tools] …" beside "[Team] …", "2. Extra: …" behind "1. Why …?": it sorts the items of a list, and none hangs on another. */
function isTag({ lines }: LabelledPage, { block, index }: Body): boolean {
  return [lines[index - 1], lines[index + 1]].some((line) => {
    if (line === undefined || !isAlike(line.block, block)) return false;
    const isNext = line.isAsked && Math.abs(line.block.number - block.number) === 1;
    return isNext || (isBracketed(block) && isBracketed(line.block));
  });
}

function isBracketed({ text, marker }: Block): boolean {
  return marker !== "" && inBrackets.test(text);
}

/** "Score: … / 20" and "Priority: red", "Priority: green": what is filled in, or one of a few words. */
function isForm(bodies: readonly Body[]): boolean {
  const rests = bodies.map(({ rest }) => rest);
  const worded = rests.filter((rest) => /\p{L}{2}/u.test(rest));
  if (rests.every((rest) => rest !== "") && worded.length === 0) return true;
  const isOfFew = new Set(rests).size * 3 <= rests.length * 2 || isToldFirst(rests);
  return (
    worded.length === rests.length &&
    isOfFew &&
    // The first may tell all words that there are.
    rests.slice(1).every((rest) => rest.length <= LONGEST_VALUE) &&
    !rests.some((rest) => isAsked(rest))
  );
}

/** "Priority: red, amber or green" above "Priority: red", whatever stands how often. */
function isToldFirst(rests: readonly string[]): boolean {
  const [first = [], ...values] = rests.map(wordsOf);
  return (
    values.length > 1 &&
    values.every((words) => words.length < first.length && words.every((word) => first.includes(word)))
  );
}

const LONGEST_VALUE = 40;

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

/** A single sentence in a paragraph of its own explains; what is to be ticked off is a list, or stands in the line. */
function isSaying(_page: LabelledPage, { rest, lines: [first, second] }: Body): boolean {
  return (
    rest === "" && first?.block.marker === "" && second === undefined && /[.。]$/u.test(first.block.text)
  );
}

/** What is counted heads a question each, and not a part of the page that has a name of its own. */
function headsQuestions(bodies: readonly Body[]): boolean {
  const heads = bodies.filter(({ rest, lines }) =>
    rest === "" ? lines[0]?.isAsked === true : isAsked(rest),
  );
  return heads.length * 2 >= bodies.length;
}

/** "Question 1", "Question 2", "2.1 Skill", "2.2 Skill", or heads from "Firm 0" on: what repeats is counted, and heads what is below it. */
function isCounted(places: readonly Pick<Body, "block">[]): boolean {
  const numbers = places.map(countOf);
  const least = places[0]?.block.kind === "heading" ? -1 : 0;
  return numbers.every((value, index) => value > (numbers[index - 1] ?? least));
}

/** @returns the first number in a line, or that of its marker; 0 where it has none */
function countOf({ block: { text, number } }: Pick<Body, "block">): number {
  return Number(/\d{1,3}(?:\.\d)?/.exec(text)?.[0] ?? number);
}
