import { anchorTextOf } from "../labels/anchorText.ts";
import { isAsked, opensAsking } from "../labels/askedText.ts";
import { inBrackets, type Label, labelOf, partOf } from "../labels/guideLabels.ts";
import { isImperative } from "../labels/taskText.ts";
import type { Block } from "../sources/blocks.ts";
import { sameText } from "./contentsRuns.ts";
import { personOf } from "./personText.ts";

const LONGEST_NAME = 60;

/** What stands before the colon of a line or is bold at its beginning; the whole of a short line. */
interface LineName {
  /** Without marks, capitals and numbers: two lines of one name are alike. */
  readonly key: string;
  /** How much of the line it is. */
  readonly length: number;
  readonly rest: string;
  /** Whether it heads advice, where it heads no list. */
  readonly isAdvice: boolean;
}

/** A line of the page and what its own words say, found once: they are asked for from many lines around. */
export interface PageLine {
  readonly index: number;
  readonly block: Block;
  /** No code, table, nor line that was passed over. */
  readonly isText: boolean;
  /** By the words that guides use. */
  readonly known: Label | undefined;
  readonly name: LineName | undefined;
  readonly isAsked: boolean;
  /** It is a task, or an instruction. */
  readonly isImperative: boolean;
  /** It is asked, or what is behind its name is, or its label says that it is a question. */
  readonly isQuestion: boolean;
  /** It says why something is asked: "This question tells me how somebody plans." */
  readonly isReason: boolean;
}

const reason =
  /^(?:this (?:question|one|prompt|is a fun question)\b|we ask (?:this|it)\b|i ask (?:this|it)\b|(?:mit )?dieser? frage\b|cette question\b|(?:con )?esta pregunta\b|(?:我们)?问?这个问题|この質問|שאלה זו|هذا السؤال)/iu;

/** @param passed lines that are no part of the text, such as those of a table of contents */
export function pageLinesOf(blocks: readonly Block[], passed: ReadonlySet<Block>): readonly PageLine[] {
  return blocks.map((block, index) => {
    const isText =
      block.kind !== "code" && block.kind !== "aside" && block.kind !== "row" && !passed.has(block);
    const { text } = block;
    const known = isText ? labelOf(text, block.lead) : undefined;
    const name = isText ? nameOf(block) : undefined;
    const asked = isAsked(text) || (text.length >= SHORTEST_WRAPPED && isAsked(wrappedText(blocks, index)));
    const isQuestion =
      known?.isCertain === true ? known.kind === "question" : asked || isAsked(name?.rest ?? "");
    return {
      index,
      block,
      isText,
      known,
      name,
      isAsked: asked,
      isImperative: isText && !asked && known?.isCertain !== true && isImperative(text, block.lead),
      isQuestion,
      isReason: isText && isReason(text, block),
    };
  });
}

/** What is counted, or asks somebody at its end, is a question, whatever it begins with. */
function isReason(text: string, block: Block): boolean {
  if (!reason.test(text) || block.number > 0) return false;
  const last = /[^.:!?。：！？؟]+[.!?。！？؟]?\s*$/u.exec(text.slice(-LONGEST_SENTENCE))?.[0].trim() ?? "";
  return !opensAsking(last) && !(/[?？؟]$/u.test(last) && personOf(last) === "you");
}

const LONGEST_SENTENCE = 300;

/** So many lines are one paragraph at most, and no shorter one is wrapped. */
const MOST_WRAPPED = 8;
const SHORTEST_WRAPPED = 60;

/** @returns a line with those that it is wrapped onto */
function wrappedText(blocks: readonly Block[], index: number): string {
  const texts: string[] = [];
  for (const [at, { kind, isAfterBlank, text }] of blocks.slice(index, index + MOST_WRAPPED).entries()) {
    if (kind !== "paragraph" || (at > 0 && isAfterBlank)) break;
    texts.push(text);
    if (text.length < SHORTEST_WRAPPED) break;
  }
  return texts.join(" ");
}

/** @returns whether a line is a question, or the end of one that is wrapped onto it */
export function endsQuestion(lines: readonly PageLine[], at: number): boolean {
  let start = at;
  const isWrapped = (index: number) => {
    const { kind, isAfterBlank } = lines[index]?.block ?? {};
    const above = lines[index - 1]?.block;
    return (
      kind === "paragraph" &&
      isAfterBlank === false &&
      above?.kind === "paragraph" &&
      above.text.length >= SHORTEST_WRAPPED
    );
  };
  while (at - start < MOST_WRAPPED && lines[start]?.isQuestion !== true && isWrapped(start)) start -= 1;
  return lines[start]?.isQuestion === true;
}

/** "dana [2:14 PM]": who says what is below it, and when. */
const saidAt = /[[(（]\d{1,2}:\d{2}(?: ?[AP]M)?[\])）]$/iu;

function nameOf({ text, lead, kind }: Block): LineName | undefined {
  if (saidAt.test(text)) return undefined;
  const colon = text.slice(0, LONGEST_NAME + 1).search(/[:：]/);
  const bracketed = inBrackets.exec(text)?.[0].trim() ?? "";
  const name =
    bracketed !== ""
      ? bracketed
      : colon > 0
        ? text.slice(0, colon)
        : lead !== "" && text.startsWith(lead)
          ? lead
          : text;
  if (name.length > LONGEST_NAME || /[.!。！;；,，]$/u.test(name)) return undefined;
  // "Notes for the interviewer" heads a part of the page, or a list of each question.
  const part = partOf(name);
  if (part !== undefined && (part !== "advice" || kind === "heading")) return undefined;
  const rest = text.slice(name.length).replace(/^\s*[:：–—-]?\s*/, "");
  const key =
    bracketed !== "" ? sameText(name) : sameText(name.replaceAll(/[(（][^()（）]*[)）]|\p{N}+/gu, " "));
  // "R: …" is a name, and a letter alone none.
  return key.length < (colon > 0 ? 1 : 2) || anchorTextOf(name) !== undefined
    ? undefined
    : { key, length: name.length, rest, isAdvice: part === "advice" };
}
