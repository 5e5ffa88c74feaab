import type { Guide } from "../../../../src/domain/guides/guide.ts";
import {
  guideFromText,
  type Corrected,
  type ReadGuide,
  type ReadLine,
} from "../../../../src/interchange/guideText/guideText.ts";
import { key, type LabelledDocument, type Piece } from "./corpus.ts";

/*
 * Compares what the reader makes of a document with its labels. How it counts is in README.md.
 */

/** A line that a person would have to put right. */
export interface Miss {
  readonly piece: Piece;
  readonly got: string;
  /** What the reader made of it. */
  readonly covering: readonly ReadLine[];
}

export interface DocumentScore {
  readonly document: LabelledDocument;
  readonly lines: number;
  readonly misses: readonly Miss[];
  /** Misses of one shape that change from the same to the same, counted once. */
  readonly decisions: number;
  readonly questions: number;
  readonly questionsFound: number;
  /** Questions in the draft that is offered. */
  readonly claimed: number;
  /** Lines of the reader that are not in the document as it is known here; they are not judged. */
  readonly strays: readonly ReadLine[];
}

/** The reader as the app calls it: a page is known to be HTML, any other text is looked at. */
export function read(
  { kind, source }: LabelledDocument,
  corrected?: Corrected,
  isAnyway?: boolean,
): ReadGuide {
  return guideFromText(source, kind === "html" || kind === "docx" ? "html" : undefined, corrected, isAnyway);
}

const scoreDocument = (document: LabelledDocument) => scoreReading(document, read(document));

/** @returns what has to be put right in what the reader makes of a document */
export function scoreReading(document: LabelledDocument, { guide, lines }: ReadGuide): DocumentScore {
  const { covering, strays } =
    document.kind === "html" || document.kind === "docx"
      ? coverByText(document.pieces, lines)
      : coverByLine(document.pieces, lines);
  const texts = draftTexts(guide);
  const classes = classesOfLines(lines);
  const misses: Miss[] = [];
  let questions = 0;
  let questionsFound = 0;
  for (const [index, piece] of document.pieces.entries()) {
    const got = classOf(piece, covering[index] ?? [], classes, texts);
    if (piece.labels[0] === "q" && !piece.labels.includes("-")) {
      questions++;
      if (got === "q") questionsFound++;
    }
    if (!piece.labels.includes(got)) misses.push({ piece, got, covering: covering[index] ?? [] });
  }
  return {
    document,
    lines: document.pieces.length,
    misses,
    decisions: new Set(misses.map(({ piece, got }) => `${piece.shape} ${piece.labels[0] ?? ""} ${got}`)).size,
    questions,
    questionsFound,
    claimed: guide.questions.length,
    strays,
  };
}

type Classes = ReadonlyMap<ReadLine, string>;

/** What each line of the reader is in the terms of the set. */
function classesOfLines(lines: readonly ReadLine[]): Classes {
  const classes = new Map<ReadLine, string>();
  let above = "-";
  for (const line of lines) {
    const own = line.label === "continues" ? continued(above) : plainClass(line);
    classes.set(line, own);
    above = own;
  }
  return classes;
}

function plainClass({ label }: ReadLine): string {
  if (label === "question") return "q";
  if (label === "area") return "a";
  return label === "followUp" ? "f" : "-";
}

function continued(above: string): string {
  return above === "-" || above.endsWith("+") ? above : `${above}+`;
}

/** A line that the reader gives by itself has its label; of a row or of joined lines, the draft tells. */
function classOf(piece: Piece, covering: readonly ReadLine[], classes: Classes, texts: DraftTexts): string {
  const own = covering.filter((line) => key(line.text).length <= key(piece.text).length);
  if (own.length < covering.length || own.some(({ text }) => text.includes(" | ")))
    return classInDraft(
      piece,
      covering.every(({ text }) => text.includes(" | ")),
      texts,
    );
  const found = own.map((line) => classes.get(line) ?? "-");
  return piece.labels.find((label) => found.includes(label)) ?? found.find((one) => one !== "-") ?? "-";
}

/** By the number of the line; a line that the reader joined to the one above is covered by that one. */
function coverByLine(pieces: readonly Piece[], lines: readonly ReadLine[]) {
  const byNumber = new Map<number, ReadLine[]>();
  for (const line of lines) byNumber.set(line.line, [...(byNumber.get(line.line) ?? []), line]);
  let above: readonly ReadLine[] = [];
  const covering = pieces.map((piece) => {
    const own = byNumber.get(piece.line);
    if (own) above = own;
    return own ?? above.filter(({ text }) => key(text).includes(key(piece.text)));
  });
  const known = new Set(pieces.map(({ line }) => line));
  return { covering, strays: lines.filter(({ line, text }) => !known.has(line) && key(text) !== "") };
}

/** By where their text is found, one after the other: in HTML a number says little. */
function coverByText(pieces: readonly Piece[], lines: readonly ReadLine[]) {
  const whole = pieces.map(({ text }) => key(text)).join("");
  const covering: ReadLine[][] = pieces.map(() => []);
  const strays: ReadLine[] = [];
  let position = 0;
  for (const line of lines) {
    const wanted = key(line.text);
    const start = wanted === "" ? -1 : whole.indexOf(wanted, position);
    if (start < 0) {
      if (wanted !== "") strays.push(line);
      continue;
    }
    position = start + wanted.length;
    let from = 0;
    for (const [index, { text }] of pieces.entries()) {
      const to = from + key(text).length;
      if (from < position && to > start) covering[index]?.push(line);
      from = to;
    }
  }
  return { covering, strays };
}

type DraftTexts = readonly (readonly ["q" | "a" | "f", readonly string[]])[];

function draftTexts({ questions }: Guide): DraftTexts {
  const keys = (list: readonly { readonly text: string }[]) => list.map(({ text }) => key(text));
  return [
    ["q", keys(questions)],
    ["a", questions.flatMap(({ areas }) => keys(areas))],
    ["f", questions.flatMap(({ followUps }) => keys(followUps))],
  ];
}

/** Where the text of a cell, or of one of several lines that were joined, has come to stand. */
function classInDraft({ text, labels }: Piece, isCell: boolean, texts: DraftTexts): string {
  const wanted = key(text.replace(/^\s*(?:[-*•–・]|\d+[.)])\s*/u, ""));
  const found = texts.filter(([, list]) => {
    const isWithin = list.some(
      (one) => one === wanted || (one.includes(wanted) && (!isCell || wanted.length * 5 >= one.length * 3)),
    );
    const parts = new Set(list.filter((one) => one !== "" && wanted.includes(one)));
    const covered = [...parts].reduce((length, one) => length + one.length, 0);
    return isWithin || covered * 5 >= wanted.length * 2;
  });
  const names = found.map(([name]) => name);
  const right = labels.find((label) => names.some((name) => label.replace("+", "") === name));
  return right ?? names[0] ?? "-";
}

/** What is told of a half. */
interface HalfScore {
  readonly documents: readonly DocumentScore[];
  readonly figures: Readonly<Record<string, string>>;
}

/** @returns the figures of the table, of documents of one half */
export function scoreHalf(set: readonly LabelledDocument[]): HalfScore {
  const documents = set.map(scoreDocument);
  const guides = documents.filter(({ document }) => document.isGuide);
  const pages = documents.filter(({ document }) => !document.isGuide);
  const lines = sum(guides, ({ lines: own }) => own);
  const misses = sum(guides, ({ misses: own }) => own.length);
  const decisions = sum(guides, (score) => score.decisions);
  const pageLines = sum(pages, ({ lines: own }) => own);
  const claimed = sum(pages, (score) => score.claimed);
  return {
    documents,
    figures: {
      guides: String(guides.length),
      "lines of guides": String(lines),
      "lines to correct": String(misses),
      "lines of 100 to correct": per(misses, lines, 100),
      decisions: String(decisions),
      "decisions of 100 lines": per(decisions, lines, 100),
      "guides with nothing to correct": String(guides.filter((score) => score.misses.length === 0).length),
      "guides with at most 3 lines, or 3 of 100, to correct": String(
        guides.filter((score) => score.misses.length <= Math.max(3, score.lines * 0.03)).length,
      ),
      "guides of which less than half of the questions are found": String(guides.filter(isLost).length),
      "questions found": `${String(sum(guides, (score) => score.questionsFound))} of ${String(sum(guides, (score) => score.questions))}`,
      "pages that are no guides": String(pages.length),
      "lines of pages": String(pageLines),
      "questions claimed on pages": String(claimed),
      "questions claimed on 1,000 lines of pages": per(claimed, pageLines, 1000),
      "pages on which none is claimed": String(pages.filter((score) => score.claimed === 0).length),
    },
  };
}

/** Whether less than half of a guide's questions are found. */
export function isLost({ questions, questionsFound }: DocumentScore): boolean {
  return questionsFound * 2 < questions;
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((total, one) => total + of(one), 0);
}

function per(part: number, whole: number, unit: number): string {
  return whole === 0 ? "0" : ((part / whole) * unit).toFixed(1);
}
