import { withPlainDigits } from "../words/plainText.ts";

/** What a block is in its page. "code" is a listing, "aside" what no reader of the page reads as its text. */
export type BlockKind = "heading" | "item" | "paragraph" | "row" | "code" | "aside";

/** A line of a page without its marker and its markup; all readers give the same. */
export interface Block {
  /** 1-based line of the source; in HTML the number of the block. */
  readonly line: number;
  readonly kind: BlockKind;
  /** Of a heading: 1 to 6, and 7 for a line that is bold as a whole. Otherwise 0. */
  readonly level: number;
  /** In columns; in HTML two for every list that it stands in. */
  readonly indent: number;
  /** "" for a bare line, "1" for a number, "一" for a Chinese one, "a" for a letter, "Q" for "Q1:", "☐" for a box to tick, otherwise the bullet. */
  readonly marker: string;
  /** Of a numbered item, otherwise 0. */
  readonly number: number;
  readonly text: string;
  /** What is bold at the beginning of the text, or an empty string. */
  readonly lead: string;
  readonly isBold: boolean;
  /** Whether it stands in a block quote. */
  readonly isQuote: boolean;
  /** Whether a blank line or the space between paragraphs is above it. */
  readonly isAfterBlank: boolean;
  /** Of a row of a table. An item of a list in a cell stands on a line of its own. */
  readonly cells: readonly string[];
  /** Of a row into which cells of others span: one for each column, with those. */
  readonly columns?: readonly string[];
}

/** A line as a reader finds it, with its markers. */
export interface RawLine {
  readonly line: number;
  readonly indent: number;
  readonly text: string;
  readonly isAfterBlank: boolean;
  readonly level?: number;
  readonly marker?: string;
  readonly number?: number;
  readonly lead?: string;
  readonly isBold?: boolean;
  readonly isQuote?: boolean;
}

const bullets = "-+−✗✘✕*•◦–—‣·∙●○■□▪▫►▸▶➢➤→✓✔✅❖⁃";
/** What a line begins with in a writing without spaces, which sets none behind a sign either. */
const unspaced = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}「]";
const bullet = new RegExp(
  `^(?:(?:[${bullets}\uF0B7\uF0A7]|[-=]{1,2}>)(?= |$)|[・･]|[•●](?=\\p{L}|["“¿])|[→⇒](?=${unspaced}))`,
  "u",
);
const numberSign = /^[([（]?(\d{1,3})(?:[.)\]）．](?= |$|\p{L}|["“«„'‘¿])|、)/u;
/** The letters that count questions in Hebrew, Arabic and Russian: "ש1." */
const questionLetter = /^[\u05E9\u0633\u0412]\d{1,2}[.):](?= )/;
const sectionNumber = /^[A-PR-Z\u0410-\u042F\u05D0-\u05EA\u0627-\u064A](\d{1,2})[.):](?= )/;
const hanNumber = /^[（(]?([一二三四五六七八九十]{1,3})[、）)．]/u;
const letterSign = /^\(?(?:[a-z]|i{2,3}|iv|vi{1,3}|ix)[.)](?= )/;
const questionWord =
  "question|frage|pregunta|domanda|pergunta|vraag|вопрос|问题|問題|质问|質問|题目|題目|第|שאלה|السؤال|سؤال|질문|pytanie|fråga|spørgsmål|spørsmål|kysymys|otázka|kérdés|питання|въпрос|pitanje|întrebarea|soru|pertanyaan|câu hỏi|ερώτηση";
const questionSign = new RegExp(
  `^(?:q ?#?\\d{1,3}(?: ?[:：.)．、]| [-–—]| (?=\\p{Lu})| ?(?=${unspaced}))|q ?(?:[:：]|\\.(?= ))|(?:${questionWord}) ?(?:#|n[°ºo]\\.? ?|no\\. ?|nr\\. ?|מס[׳'] ?)?(?:\\d{1,3}|[一二三四五六七八九十]{1,3})(?: ?题| ?題)? ?(?:[:：.)、]|[-–—](?= ))|(?:${questionWord}) ?[:：])`,
  "iu",
);
const checkbox = /^(?:\[[ xX]?\]|[☐☑☒])(?= |$)/u;
const emoji =
  /^(?:\[+[^\p{L}\p{N}[\]]{1,3}\]+|\p{Extended_Pictographic}|\uFE0F|\u200D|[\d#*]\uFE0F?\u20E3|[\u{1F1E6}-\u{1F1FF}]){1,8} ?/u;

/** A line that holds nothing but a tag of a page generator. */
const templateTag = /^\s*(?:\{%[^%]*%\}|\{\{[^}]*\}\}|\[\[[^\]]*\]\]|<%[^%]*%>|\{:[^}]*\})\s*$/;

/** A link with nothing else to read. */
const address = /^<?https?:\/\/\S+$/iu;

/** Takes the markers off a line: "## 1. …" has two, "- **Q1:** …" three, and the first one says what it is. */
export function toBlock(raw: RawLine): Block {
  const text = cleaned(raw.text);
  const found = takeMarkers(templateTag.test(text) ? "" : text);
  const level = raw.level ?? found.level;
  const marker = raw.marker || found.marker;
  const number = raw.number || found.number;
  const isBold = raw.isBold === true || found.isBold;
  const isHeading = level > 0 || (isBold && marker === "");
  return {
    line: raw.line,
    kind: isHeading ? "heading" : address.test(found.text) ? "aside" : marker === "" ? "paragraph" : "item",
    level: level > 0 ? level : isHeading ? 7 : 0,
    indent: raw.indent,
    marker,
    number,
    // A rule between sections, or a field to fill in, has nothing to read.
    text: /^(?:[-*_=#~.…\s|]*|([^\p{L}\p{N}\s])\1{2,})$/u.test(found.text) ? "" : found.text,
    lead: cleaned(raw.lead ?? found.lead),
    isBold,
    isQuote: raw.isQuote === true || found.isQuote,
    isAfterBlank: raw.isAfterBlank,
    cells: [],
  };
}

/** @returns a row of a table; its text is empty where none of its cells has anything to read */
export function toRow(line: number, cells: readonly string[], isAfterBlank: boolean): Block {
  const text = cells.join("") === "" ? "" : cleaned(cells.join(" | "));
  const block = toBlock({ line, indent: 0, text, isAfterBlank });
  return { ...block, kind: "row", level: 0, marker: "", text, cells };
}

/** Takes out what cannot be seen, and makes every space a plain one. */
export function cleaned(text: string): string {
  return (
    text
      .replaceAll(/\p{Surrogate}/gu, "\uFFFD")
      .replaceAll(/[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, "")
      // A plain space is no news, and putting one for one costs most of the time.
      .replaceAll(/[^\S ]+| {2,}/g, " ")
      .replaceAll(/ {2,}/g, " ")
      .trim()
  );
}

function takeMarkers(line: string) {
  let text = line;
  let marker = "";
  let number = 0;
  let level = 0;
  let lead = "";
  let isBold = false;
  let isQuote = false;
  for (let round = 0; round < 6; round += 1) {
    const inner = withoutEmphasis(text);
    isBold ||= inner !== text && marker === "";
    text = inner;
    const opening = /^(\*\*|__)(?=\S)/.exec(text)?.[1];
    if (opening !== undefined) {
      const end = text.indexOf(opening, 2);
      if (end > 0 && lead === "") lead = text.slice(2, end);
      text = text.replaceAll(opening, "");
    }
    const sign = signOf(text);
    // "Question:" above what it names has nothing else to read.
    if (sign === undefined || (sign.marker === "Q" && text.length === sign.length)) break;
    if (sign.marker === "#") level = sign.number;
    else if (sign.marker === ">") isQuote = true;
    else {
      if (marker === "") marker = sign.marker;
      if (number === 0) number = sign.number;
    }
    text = text.slice(sign.length).trim();
  }
  return {
    marker,
    number,
    level,
    lead,
    isBold,
    isQuote,
    text: withoutSigns(text.replaceAll("**", "").trim()),
  };
}

/** Takes off the star that a form sets behind what has to be filled in, and the name of a heading for links: "{#pace}". */
function withoutSigns(text: string): string {
  if (text.endsWith("}")) return text.replace(/(?<=\S) \{#[\w-]{1,100}\}$/u, "");
  const isStarred = text.endsWith("*") && text.indexOf("*") === text.length - 1;
  return isStarred && /[\p{Ll}?？.)]$/u.test(text.slice(-4, -1)) ? text.slice(0, -1) : text;
}

/** So far into a line goes what counts it. */
const LONGEST_SIGN = 24;
function signOf(line: string): { marker: string; number: number; length: number } | undefined {
  const text = withPlainDigits(line.slice(0, LONGEST_SIGN)) + line.slice(LONGEST_SIGN);
  // Before there was a standard, no space was needed; one sign alone may be a tag.
  const heading = /^(#{1,6}(?= |$)|#{2,6}(?=[^#\s]))/.exec(text)?.[1];
  if (heading !== undefined) return { marker: "#", number: heading.length, length: heading.length };
  if (/^>(?= |$)/.test(text)) return { marker: ">", number: 0, length: 1 };
  const sign = bullet.exec(text)?.[0];
  if (sign !== undefined) return { marker: sign, number: 0, length: sign.length };
  const box = checkbox.exec(text)?.[0];
  if (box !== undefined) return { marker: "☐", number: 0, length: box.length };
  const numbered = numberSign.exec(text);
  if (numbered !== null) return { marker: "1", number: Number(numbered[1]), length: numbered[0].length };
  const counted = questionLetter.exec(text)?.[0];
  if (counted !== undefined) return { marker: "Q", number: 0, length: counted.length };
  const lettered = sectionNumber.exec(text);
  if (lettered !== null) return { marker: "1", number: Number(lettered[1]), length: lettered[0].length };
  const han = hanNumber.exec(text);
  if (han !== null) return { marker: "一", number: hanToNumber(han[1] ?? ""), length: han[0].length };
  const letter = letterSign.exec(text);
  if (letter !== null)
    return {
      marker: "a",
      number: letter[0].toLowerCase().replace("(", "").charCodeAt(0) - 96,
      length: letter[0].length,
    };
  const asked = questionSign.exec(text)?.[0];
  if (asked !== undefined) return { marker: "Q", number: 0, length: asked.length };
  const picture = emoji.exec(text)?.[0];
  if (picture !== undefined) return { marker: "", number: 0, length: picture.length };
  return undefined;
}

function hanToNumber(digits: string): number {
  const [tens, ones] = digits.includes("十") ? digits.split("十") : ["", digits];
  const value = (digit = "") => "一二三四五六七八九".indexOf(digit) + 1;
  return (digits.includes("十") ? 10 * (tens === "" ? 1 : value(tens)) : 0) + (ones === "" ? 0 : value(ones));
}

/** Takes the emphasis off a line that is emphasised as a whole. */
function withoutEmphasis(text: string): string {
  for (const mark of ["***", "**", "__", "*", "_"]) {
    const inner = text.slice(mark.length, -mark.length);
    if (
      text.length > 2 * mark.length &&
      text.startsWith(mark) &&
      text.endsWith(mark) &&
      !inner.includes(mark) &&
      inner.trim() === inner
    )
      return inner;
  }
  return text;
}

/** @returns whether two lines look alike */
export function isAlike(a: Block, b: Block): boolean {
  return a.kind === b.kind && a.marker === b.marker && a.indent === b.indent;
}

/** @returns what stands behind the name that a line opens with in bold: "**Drive:** Tell me about …"; undefined where it has none */
export function behindLead(text: string, lead: string): string | undefined {
  return /[:：]\s*$/u.test(lead) && text.startsWith(lead) ? text.slice(lead.length).trim() : undefined;
}
