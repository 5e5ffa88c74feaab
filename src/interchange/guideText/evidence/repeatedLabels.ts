import { anchorTextOf } from "../labels/anchorText.ts";
import { isAsked } from "../labels/askedText.ts";
import { type Label, type LabelKind, labelOf, partOf } from "../labels/guideLabels.ts";
import type { Block } from "../sources/blocks.ts";
import { sameText } from "./contentsRuns.ts";
import { personOf } from "./personText.ts";

const LONGEST_LABEL = 60;
/** Lines of a list that say what the list is; more of them say no more. */
const MOST_READ = 30;
/** A list of sentences as long as this explains, and names nothing to tick off. */
const LONG_LINE = 140;

/** A short line, or the beginning of one, that the document repeats, each time before something. */
interface Repeated {
  readonly key: string;
  readonly places: { readonly index: number; readonly rest: string }[];
}

/** A place where a label stands, with what stands below it. */
interface Body {
  readonly block: Block;
  readonly rest: string;
  readonly lines: readonly Block[];
  /** What is below it is a line with a list of its own: the two are a part, and it is the part's head. */
  readonly isPart: boolean;
  /** A question comes right after it, and none right before: it introduces the question. */
  readonly isAbove: boolean;
  /** Nothing is asked between it and the head above. */
  readonly isFirst: boolean;
}

/**
 * Finds the labels of a document that no list of words knows: a short line that stands again and again before a
 * list is a label in any language, and what its lists hold says which.
 *
 * @param said what a person says of lines: what is below a label tells its kind
 */
export function repeatedLabels(
  blocks: readonly Block[],
  passed: ReadonlySet<Block>,
  said: ReadonlyMap<number, LabelKind>,
): { readonly labels: ReadonlyMap<Block, Label>; readonly listed: ReadonlySet<Block> } {
  const known = blocks.map((block) =>
    block.kind === "code" || block.kind === "aside" || block.kind === "row" || passed.has(block)
      ? undefined
      : labelOf(block.text, block.lead),
  );
  const candidates = candidatesOf(blocks, known, passed);
  const starts = new Set(known.flatMap((label, index) => (label?.isCertain === true ? [index] : [])));
  for (const { places } of candidates) for (const { index } of places) starts.add(index);
  const found = new Map<Block, Label>();
  let areaLists = known.filter((label) => label?.isCertain === true && label.kind === "areas").length;
  for (const { places } of candidates) {
    const bodies = places.map(({ index, rest }) => bodyOf(blocks, known, index, rest, starts));
    const isSaid = bodies.some(({ lines }) => lines.some(({ line }) => said.has(line)));
    if (!isSaid && !isLabel(bodies)) continue;
    const kind = saidKind(bodies, said) ?? kindOf(bodies, areaLists * 2 > bodies.length);
    if (kind === undefined) continue;
    if (kind === "areas") areaLists = Math.max(areaLists, bodies.length);
    for (const { block, rest } of bodies) found.set(block, { kind, rest, isCertain: true });
  }
  addScale(candidates, blocks, known, found);
  addSpeakers(blocks, known, found);
  addNeighbours(blocks, known, found);
  addStrongAnswers(blocks, known, found, (index) => bodyOf(blocks, known, index, "", starts).lines);
  const listed = new Set<Block>();
  for (const [index, block] of blocks.entries()) {
    const label = found.get(block) ?? known[index];
    if (label?.isCertain !== true || label.kind === "question" || label.kind === "competency") continue;
    for (const line of bodyOf(blocks, known, index, label.rest, starts).lines) listed.add(line);
  }
  return { labels: found, listed };
}

/** "Ms A: Why us?" and then "expected: …": where nothing else is asked, what is asked above such a list is a question. */
function addSpeakers(
  blocks: readonly Block[],
  known: readonly (Label | undefined)[],
  found: Map<Block, Label>,
): void {
  const labels = blocks.map((block, index) => found.get(block) ?? known[index]);
  const isAskedElsewhere = blocks.some(
    (block, index) =>
      labels[index]?.kind === "question" || (labels[index] === undefined && isAsked(block.text)),
  );
  if (isAskedElsewhere) return;
  for (const [index, block] of blocks.entries()) {
    const label = labels[index];
    if (label?.kind === "followUps" && label.rest !== "" && labels[index + 1]?.kind === "areas")
      found.set(block, { ...label, kind: "question" });
  }
}

/** Where nothing else says what to listen for, the list below "A good answer" does. */
function addStrongAnswers(
  blocks: readonly Block[],
  known: readonly (Label | undefined)[],
  found: Map<Block, Label>,
  linesBelow: (index: number) => readonly Block[],
): void {
  const labels = blocks.map((block, index) => found.get(block) ?? known[index]);
  const isOther = labels.some(
    (label) => label?.kind === "areas" || label?.kind === "weak" || label?.kind === "middle",
  );
  if (isOther) return;
  for (const [index, block] of blocks.entries()) {
    const label = labels[index];
    if (label?.kind !== "strong" || label.rest !== "" || !label.isCertain) continue;
    const lines = linesBelow(index);
    if (lines.length > 0 && lines.every(({ marker, text }) => marker !== "" && text.length < LONG_LINE))
      found.set(block, { ...label, kind: "areas" });
  }
}

/** "Weak: …", "Solid: …", "Strong: …": what stands between two labels, and looks like them, is one of them. */
function addNeighbours(
  blocks: readonly Block[],
  known: readonly (Label | undefined)[],
  found: Map<Block, Label>,
): void {
  const labelAt = (index: number) => {
    const block = blocks[index];
    const label = block && (found.get(block) ?? known[index]);
    return label?.isCertain === true && label.rest !== "" ? { block, label } : undefined;
  };
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "row" || block.kind === "code" || labelAt(index) !== undefined) continue;
    const named = nameOf(block);
    if (named === undefined || named.rest === "") continue;
    const beside = [
      block.isAfterBlank ? undefined : labelAt(index - 1),
      blocks[index + 1]?.isAfterBlank === true ? undefined : labelAt(index + 1),
    ].filter(
      (one) =>
        one?.block !== undefined &&
        one.block.kind === block.kind &&
        one.block.marker === block.marker &&
        one.block.indent === block.indent &&
        one.label.kind !== "question" &&
        one.label.kind !== "competency",
    );
    const kind = beside[0]?.label.kind ?? beside[1]?.label.kind;
    if (kind !== undefined && (beside.length > 1 || found.has(beside[0]?.block ?? block)))
      found.set(block, { kind, rest: named.rest, isCertain: true });
  }
}

/** In the order of the document, so that the first list below a question is told before the second. */
function candidatesOf(
  blocks: readonly Block[],
  known: readonly (Label | undefined)[],
  passed: ReadonlySet<Block>,
): readonly Repeated[] {
  const byKey = new Map<string, Repeated>();
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "code" || block.kind === "aside" || block.kind === "row" || passed.has(block))
      continue;
    if (known[index]?.isCertain === true || block.marker === "Q") continue;
    const named = nameOf(block);
    if (named === undefined) continue;
    const isWhole = named.rest === "";
    const key = `${isWhole ? "" : ":"}${block.kind}${block.level} ${named.key}`;
    const repeated = byKey.get(key) ?? { key: named.key, places: [] };
    repeated.places.push({ index, rest: named.rest });
    byKey.set(key, repeated);
  }
  return [...byKey.values()].filter(({ places }) => places.length > 1);
}

function nameOf({ text, lead }: Block): { readonly key: string; readonly rest: string } | undefined {
  const colon = text.slice(0, LONGEST_LABEL + 1).search(/[:：]/);
  const name = colon > 0 ? text.slice(0, colon) : lead !== "" && text.startsWith(lead) ? lead : text;
  if (name.length > LONGEST_LABEL || /[.!。！;；,，]$/u.test(name) || partOf(name) !== undefined)
    return undefined;
  const rest = text.slice(name.length).replace(/^\s*[:：–—-]?\s*/, "");
  const key = sameText(name.replaceAll(/[(（][^()（）]*[)）]|\p{N}+/gu, " "));
  return key.length < 2 || anchorTextOf(name) !== undefined ? undefined : { key, rest };
}

function bodyOf(
  blocks: readonly Block[],
  known: readonly (Label | undefined)[],
  index: number,
  rest: string,
  starts: ReadonlySet<number>,
): Body {
  const block = blocks[index];
  const lines: Block[] = [];
  let at = index + 1;
  if (block === undefined) throw new RangeError(`no block ${index}`);
  while (at < blocks.length && lines.length < MOST_READ) {
    const line = blocks[at];
    const first = lines[0];
    if (line === undefined || starts.has(at) || line.kind === "row" || line.kind === "aside") break;
    if (line.kind === "heading" || line.marker === "Q") break;
    if (first === undefined ? rest !== "" && !isBelow(line, block) : !isAlike(line, first)) break;
    if (first === undefined && line.isAfterBlank && rest !== "") break;
    lines.push(line);
    at += 1;
  }
  const isPart =
    lines[0]?.marker === "" && !starts.has(at) && blocks[at]?.kind === "item" && blocks[at]?.marker !== "Q";
  return {
    block,
    rest,
    lines,
    isPart,
    isAbove: isAboveQuestion(blocks, known, index, at),
    isFirst: isFirstAsked(blocks, known, index, starts),
  };
}

/** How far a question is looked for, above a label and below. */
const NEAR = 4;

function isQuestionAt(
  blocks: readonly Block[],
  known: readonly (Label | undefined)[],
  index: number,
): boolean {
  const block = blocks[index];
  if (block === undefined) return false;
  if (known[index]?.isCertain === true) return known[index].kind === "question";
  return isAsked(block.text) || isAsked(nameOf(block)?.rest ?? "");
}

/** "Competency: …" and "Definition: …" stand above a question, in lines of their own form. */
function isAboveQuestion(
  blocks: readonly Block[],
  known: readonly (Label | undefined)[],
  index: number,
  end: number,
): boolean {
  const before = blocks[index - 1];
  const block = blocks[index];
  const isInList = before?.kind === "item" && before.indent >= (block?.indent ?? 0);
  if (isInList && block?.isAfterBlank !== true) return false;
  for (let at = index - 1; at > index - NEAR; at -= 1) {
    if (isQuestionAt(blocks, known, at)) return false;
    if (blocks[at]?.kind === "heading") break;
  }
  for (let at = end; at < end + NEAR; at += 1) {
    if (isQuestionAt(blocks, known, at) && (at === end || blocks[at]?.isAfterBlank !== true)) return true;
    const next = blocks[at];
    const isNew = next?.isAfterBlank === true && block?.isAfterBlank !== true;
    if (next === undefined || isNew || (nameOf(next)?.rest ?? "") === "") return false;
  }
  return false;
}

/** Whether nothing is asked above a label since the last heading, other labels and their lists aside. */
function isFirstAsked(
  blocks: readonly Block[],
  known: readonly (Label | undefined)[],
  index: number,
  starts: ReadonlySet<number>,
): boolean {
  for (let at = index - 1; at >= Math.max(0, index - MOST_READ); at -= 1) {
    const block = blocks[at];
    if (block === undefined || isQuestionAt(blocks, known, at)) return block === undefined;
    const isHead =
      block.kind === "heading" && (!starts.has(at) || block.level < Math.min(7, blocks[index]?.level || 7));
    if (isHead) return true;
    if (block.kind !== "item" && !starts.has(at) && (nameOf(block)?.rest ?? "") === "") return false;
  }
  return true;
}

function isBelow(line: Block, label: Block): boolean {
  return line.marker !== "" && (label.marker === "" || line.indent > label.indent);
}

/** Whether a line goes on with a list that a line began. */
function isAlike(line: Block, first: Block): boolean {
  if (line.indent > first.indent) return true;
  if ((line.marker === "") !== (first.marker === "") || line.indent < first.indent) return false;
  return line.marker !== "" || first.isAfterBlank || !line.isAfterBlank;
}

/** Whether what repeats stands before something, and is not itself one of the lines of a list. */
function isLabel(bodies: readonly Body[]): boolean {
  const filled = bodies.filter(
    ({ block, rest, lines, isPart }) =>
      rest !== "" || (lines[0] !== undefined && !isPart && !isSibling(lines[0], block)),
  );
  const texts = new Set(filled.map(({ rest, lines }) => `${rest}${lines[0]?.text ?? ""}`));
  return texts.size > 1 && filled.length * 3 >= bodies.length * 2;
}

function isSibling(line: Block, label: Block): boolean {
  return label.marker !== "" && line.marker === label.marker && line.indent <= label.indent;
}

function saidKind(bodies: readonly Body[], said: ReadonlyMap<number, LabelKind>): LabelKind | undefined {
  for (const { block, rest, lines } of bodies) {
    const own = rest === "" ? undefined : said.get(block.line);
    const kind = own ?? lines.map(({ line }) => said.get(line)).find((value) => value !== undefined);
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** "Solid: …" between "Weak: …" and "Strong: …" words the scale, too; each round finds the neighbours of the last. */
function addScale(
  candidates: readonly Repeated[],
  blocks: readonly Block[],
  known: readonly (Label | undefined)[],
  found: Map<Block, Label>,
): void {
  const isOfScale = (index: number) => {
    const block = blocks[index];
    const label = block && (found.get(block) ?? known[index]);
    return label?.rest !== "" && ["strong", "weak", "middle"].includes(label?.kind ?? "");
  };
  for (let round = 0; round < 3; round += 1) {
    for (const { places } of candidates) {
      const between = places.filter(
        ({ index, rest }) =>
          rest !== "" &&
          ((isOfScale(index - 1) && blocks[index]?.isAfterBlank === false) ||
            (isOfScale(index + 1) && blocks[index + 1]?.isAfterBlank === false)),
      );
      if (between.length * 2 <= places.length) continue;
      for (const { index, rest } of places) {
        const block = blocks[index];
        if (block !== undefined && found.get(block)?.kind === "areas")
          found.set(block, { kind: "middle", rest, isCertain: true });
      }
    }
  }
}

/** What a label is, by what stands below it wherever it stands. */
function kindOf(bodies: readonly Body[], hasAreas: boolean): LabelKind | undefined {
  const texts = bodies.flatMap(({ rest, lines }) => [
    ...(rest === "" ? [] : [rest]),
    ...lines.map(({ text }) => text),
  ]);
  const asked = texts.filter((text) => isAsked(text));
  if (isCounted(bodies)) return headsQuestions(bodies) ? "question" : undefined;
  if (isMost(bodies, ({ isAbove }) => isAbove) && asked.length * 2 < texts.length) return "purpose";
  if (asked.length * 2 >= texts.length && isMost(bodies, ({ isFirst }) => isFirst)) {
    // What is asked with no question above is no follow-up: one line is the question, and a list is of questions.
    if (bodies.some(({ rest, lines }) => lines.length + (rest === "" ? 0 : 1) > 1)) return undefined;
    return isMost(bodies, ({ isAbove }) => isAbove) ? "purpose" : "question";
  }
  if (texts.filter((text) => anchorTextOf(text) !== undefined).length * 2 > texts.length) return "levels";
  if (asked.length * 2 >= texts.length) {
    const people = asked.map((text) => personOf(text));
    const away = people.filter((person) => person === "they" || person === "candidate").length;
    return away * 2 > people.length && !hasAreas ? "areas" : "followUps";
  }
  const length = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  if (length > LONG_LINE || hasAreas) return "purpose";
  return "areas";
}

function isMost(bodies: readonly Body[], test: (body: Body) => boolean): boolean {
  return bodies.filter(test).length * 2 > bodies.length;
}

/** What is counted heads a question each, and not a part of the page that has a name of its own. */
function headsQuestions(bodies: readonly Body[]): boolean {
  const heads = bodies.filter(({ rest, lines }) => isAsked(rest === "" ? (lines[0]?.text ?? "") : rest));
  return heads.length * 2 >= bodies.length;
}

/** "Question 1", "Question 2": what repeats is counted, and heads what is below it. */
function isCounted(bodies: readonly Body[]): boolean {
  const numbers = bodies.map(({ block: { text, number } }) => Number(/\d{1,3}/.exec(text)?.[0] ?? number));
  return numbers.every((value, index) => value > 0 && (index === 0 || value > (numbers[index - 1] ?? 0)));
}
