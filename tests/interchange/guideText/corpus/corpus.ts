import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/*
 * The measuring set: documents with a label for each line. How they are written and labelled is in README.md.
 */

export const halves = ["seen", "unseen", "fresh", "later", "latest", "sheets", "aside", "apart"] as const;
type Half = (typeof halves)[number];

/** "q" question, "a" area, "f" follow-up, "-" none; "+" goes on with the line above. "." is no line of text. */
const label = /^(?:[qaf]\+?|[-.])(?:\/(?:[qaf]\+?|-))*$/u;

/** A line of text, or a cell of a row, and what it may be read as. */
export interface Piece {
  /** 1-based, of the source. */
  readonly line: number;
  /** Without markup; markers are still there. */
  readonly text: string;
  /** The best first. */
  readonly labels: readonly string[];
  /** What stands in the same kind of place: the kind of block with its level, marker and indent, or the column. */
  readonly shape: string;
}

/** A document of the set. */
export interface LabelledDocument {
  readonly name: string;
  readonly isGuide: boolean;
  readonly language: string;
  /** As the end of a file's name; "docx" is the HTML that a Word document is made into. */
  readonly kind: string;
  readonly source: string;
  readonly pieces: readonly Piece[];
}

/** @returns the documents of a half in the order of their names, guides first */
export function readHalf(half: Half): readonly LabelledDocument[] {
  return readSet(join(import.meta.dirname, half));
}

/** @returns the documents of a folder with "guides" and "pages", which may lie outside the repository */
export function readSet(root: string): readonly LabelledDocument[] {
  return (["guides", "pages"] as const).flatMap((folder) => {
    const path = join(root, folder);
    return readdirSync(path)
      .filter((file) => file.endsWith(".lines"))
      .toSorted()
      .map((file) => documentOf(file, folder === "guides", readFileSync(join(path, file), "utf8")));
  });
}

/** @returns the document of a file in the form of README.md. @param file "<name>.<language>.<kind>.lines" */
export function documentOf(file: string, isGuide: boolean, written: string): LabelledDocument {
  const [name = "", language = "", kind = ""] = file.split(".");
  const lines = written.replace(/\n$/u, "").split("\n").map(splitLine);
  const isMarkup = kind === "html" || kind === "docx";
  let depth = 0;
  const pieces = lines.flatMap(({ labels, text }, index) => {
    const shape = isMarkup ? markupShape(text, depth) : textShape(text);
    if (isMarkup) depth += count(text, /<[uo]l\b/gu) - count(text, /<\/[uo]l>/gu);
    if (labels === "" || labels === ".") return [];
    const perCell = labels.split("|");
    if (!perCell.every((one) => label.test(one)))
      throw new Error(`${file}:${String(index + 1)} has no label: ${labels} ${text}`);
    const cells = perCell.length === 1 ? [text] : isMarkup ? markupCells(text) : textCells(text);
    if (cells.length !== perCell.length)
      throw new Error(`${file}:${String(index + 1)} has ${String(cells.length)} cells for ${labels}`);
    return perCell.flatMap((one, column): readonly Piece[] => {
      const cell = isMarkup ? withoutMarkup(cells[column] ?? "") : (cells[column] ?? "");
      if (one === "." || key(cell) === "") return [];
      const place = perCell.length === 1 ? shape : `cell ${String(column)}`;
      return [{ line: index + 1, text: cell, labels: one.split("/"), shape: place }];
    });
  });
  return { name, isGuide, language, kind, source: lines.map(({ text }) => text).join("\n"), pieces };
}

/** The label is what stands before the first space. */
function splitLine(line: string): { readonly labels: string; readonly text: string } {
  const space = line.indexOf(" ");
  return space < 0
    ? { labels: line, text: "" }
    : { labels: line.slice(0, space), text: line.slice(space + 1) };
}

function textShape(text: string): string {
  const [, indent = "", rest = ""] = /^(\s*)(.*)$/u.exec(text) ?? [];
  const marker =
    /^(?:#{1,6}(?= )|[-*+>•–・](?= |\S)|\(?[\d\u0660-\u0669]{1,2}[.)、）]|[a-z][.)](?= )|[A-Z]\d(?=\.)|Q\d(?=\.))/u
      .exec(rest)?.[0]
      .replace(/[\d\u0660-\u0669]+/u, "1")
      .replace(/[a-z]/u, "a") ?? "";
  const isBold = /^(?:[-*\d.]+ )?\*\*[^*]+\*\*\W*$/u.test(rest);
  const end = /[:：]\W*$/u.test(rest) ? " label" : "";
  return `${String(indent.length)} ${marker}${isBold ? " bold" : ""}${end}`;
}

function markupShape(text: string, depth: number): string {
  const tags = Array.from(text.matchAll(/<([a-z]\w*)/giu), ([, tag]) => tag ?? "");
  return `${String(depth)} ${tags.join(">")}`;
}

function markupCells(text: string): readonly string[] {
  return Array.from(text.matchAll(/<t[dh]\b[^>]*>(.*?)<\/t[dh]>/gu), ([, cell]) => cell ?? "");
}

function textCells(text: string): readonly string[] {
  if (text.includes("\t")) return text.split("\t");
  return text.trim().replace(/^\|/u, "").replace(/\|$/u, "").split("|");
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " " };

function withoutMarkup(text: string): string {
  return text
    .replaceAll(/<[^>]*>/gu, "")
    .replaceAll(/&(\w+);/gu, (all, name: string) => entities[name] ?? all);
}

function count(text: string, pattern: RegExp): number {
  return Array.from(text.matchAll(pattern)).length;
}

/** @returns letters and digits alone, by which texts are compared */
export function key(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}
