import type { Nodes, Parents, RootContent, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { cleaned, toBlock, toRow, type Block } from "./blocks.ts";
import { htmlToBlocks } from "./htmlBlocks.ts";
import { frontMatterLength, sourceLines, toTextBlock } from "./textBlocks.ts";

/** Longer parts are read line by line: the time that the parser takes may grow with the square of the length. */
const LONGEST_PART = 40_000;
/**
 * Quotes and lists in each other at the start of a line. Nobody writes that many, and the parser takes minutes for a
 * line of some thousands.
 */
const NESTED_TOO_DEEPLY = /^(?:[ \t]{0,8}(?:>|[-*+]|\d{1,9}[.)])){65}/m;
/** A page is read in parts, each in a time that does not depend on the others. */
const SHORTEST_PART = 500;

/** Reads Markdown with the extensions of GitHub. Every line of a paragraph is a block of its own. */
export function markdownToBlocks(source: string): readonly Block[] {
  const lines = withFencesClosed(withUnderlines(sourceLines(source)));
  const data = frontMatterLength(source);
  const blocks: Block[] = lines
    .slice(0, data)
    .map((line, index) => toTextBlock(line, index + 1, false))
    .filter(({ text }) => text !== "")
    .map((block) => ({ ...block, kind: "aside" }));
  for (const { start, end } of partsOf(lines, data)) {
    const part = lines.slice(start, end);
    const text = part.join("\n");
    const found =
      text.length > LONGEST_PART || NESTED_TOO_DEEPLY.test(text)
        ? linesToBlocks(part, start + 1)
        : new MarkdownReader(part, start).read();
    for (const block of found) blocks.push(block);
  }
  // A page that is one listing as a whole is the text of a guide that somebody fenced.
  return blocks.some(({ kind }) => kind !== "code" && kind !== "aside")
    ? blocks
    : linesToBlocks(lines, 1).filter(({ text }) => !/^(?:```|~~~)/.test(text));
}

/** A line of tildes as long as the title above it underlines it, as in reStructuredText: no listing begins there. */
function withUnderlines(lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => {
    const length = lines[index - 1]?.trim().length ?? 0;
    const isTitle = length > 0 && (lines[index - 2] ?? "").trim() === "";
    return isTitle && /^~{5,}\s*$/.test(line) && line.trimEnd().length >= length
      ? line.replaceAll("~", "-")
      : line;
  });
}

/**
 * A program that is not closed before the next one begins ends above the first heading in it: no line moves. A page of
 * Markdown in a listing has headings of its own.
 */
function withFencesClosed(lines: readonly string[]): readonly string[] {
  const closed = [...lines];
  let opened = -1;
  let heading = -1;
  for (const [index, line] of lines.entries()) {
    const [, fence, name = ""] = /^(```|~~~)\s*([\w+#-]*)\s*$/.exec(line) ?? [];
    if (fence !== undefined && (opened < 0 || name !== "")) {
      if (opened >= 0 && heading >= 0) closed[heading - 1] = fence;
      opened = textLanguages.has(name.toLowerCase()) ? -1 : index;
      heading = -1;
    } else if (fence !== undefined) opened = -1;
    else if (opened >= 0 && heading < 0 && /^#{1,6} /.test(line) && (lines[index - 1] ?? "").trim() === "")
      heading = index;
  }
  return closed;
}

/** Parts that can be read by themselves: a line at the margin below a blank one begins another. */
function partsOf(lines: readonly string[], from: number): readonly { start: number; end: number }[] {
  const starts = [from];
  let fence: string | undefined;
  let size = 0;
  for (const [index, line] of lines.entries()) {
    if (index < from) continue;
    // What closes a listing is part of it.
    const isListed = fence !== undefined;
    const sign = /^ {0,3}(```|~~~)/.exec(line)?.[1];
    if (sign !== undefined && (fence === undefined || fence === sign))
      fence = fence === undefined ? sign : undefined;
    const isBreak = !isListed && (lines[index - 1] ?? "").trim() === "" && /^(?:#|\S)/.test(line);
    if (isBreak && size > SHORTEST_PART) {
      starts.push(index);
      size = 0;
    }
    size += line.length + 1;
  }
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? lines.length }));
}

function linesToBlocks(lines: readonly string[], from: number): readonly Block[] {
  let isAfterBlank = true;
  const blocks: Block[] = [];
  for (const [index, line] of lines.entries()) {
    const block = toTextBlock(line, from + index, isAfterBlank);
    isAfterBlank = block.text === "";
    if (!isAfterBlank) blocks.push(block);
  }
  return blocks;
}

interface Place {
  readonly indent: number;
  readonly marker: string;
  readonly number: number;
  readonly isQuote: boolean;
}

/** A line of flowing text, with what is bold in it. */
interface Flow {
  text: string;
  /** What is bold or slanted at its beginning. */
  lead: string;
  hasPlain: boolean;
  isSlanted: boolean;
}

class MarkdownReader {
  readonly #lines: readonly string[];
  readonly #from: number;
  readonly #blocks: Block[] = [];

  constructor(lines: readonly string[], from: number) {
    this.#lines = lines;
    this.#from = from;
  }

  read(): readonly Block[] {
    const root = fromMarkdown(this.#lines.join("\n"), {
      extensions: [gfm()],
      mdastExtensions: [gfmFromMarkdown()],
    });
    this.#visitAll(root, { indent: 0, marker: "", number: 0, isQuote: false });
    return this.#blocks;
  }

  #visitAll(parent: Parents, place: Place): void {
    for (const node of parent.children) this.#visit(node, place);
  }

  #visit(node: RootContent, place: Place): void {
    const { line } = startOf(node);
    switch (node.type) {
      case "heading": {
        const isUnderlined = !/^[\s>\-*+\d.)]*#/.test(this.#raw(line));
        this.#addFlow(node, line, place, isUnderlined ? underlined(node.depth, flowOf(node)) : node.depth);
        break;
      }
      case "paragraph":
        this.#addFlow(node, line, place, 0);
        break;
      case "list":
        for (const [index, item] of node.children.entries()) {
          const start = startOf(item);
          const raw = this.#raw(start.line).slice(start.column - 1);
          const indent = Math.max(start.column - 1, place.indent);
          const number = node.ordered === true ? Number.parseInt(raw, 10) || index + 1 : 0;
          const marker = node.ordered === true ? "1" : typeof item.checked === "boolean" ? "☐" : "-";
          for (const [at, child] of item.children.entries())
            this.#visit(
              child,
              at === 0
                ? { ...place, indent, marker, number }
                : { ...place, indent: indent + 2, marker: "", number: 0 },
            );
        }
        break;
      case "blockquote":
        this.#visitAll(node, { ...place, isQuote: true });
        break;
      case "table":
        this.#addTable(node);
        break;
      case "code":
        this.#addCode(node.value, line, node.lang ?? "");
        break;
      case "html":
        this.#addHtml(node.value, line, place);
        break;
      default:
        if ("children" in node) this.#visitAll(node, place);
    }
  }

  #addFlow(node: Parents, line: number, place: Place, level: number): void {
    const flows = flowOf(node);
    for (const [index, { text, lead, hasPlain, isSlanted }] of flows.entries()) {
      const at = line + index;
      const raw = this.#raw(at);
      // A line that goes on with an item only by the parser's leave stands at the margin.
      const indent = index === 0 ? place.indent : indentOf(raw);
      const isLink = level === 0 && index === 0 && isContents(node);
      this.#push(
        toBlock({
          line: this.#from + at,
          indent: level > 0 ? 0 : indent,
          text,
          isAfterBlank: index === 0 && this.#raw(at - 1).trim() === "",
          level: level > 0 && index === flows.length - 1 ? level : 0,
          marker: index === 0 ? place.marker : "",
          number: index === 0 ? place.number : 0,
          lead: hasPlain ? lead : "",
          isBold: !hasPlain && !isSlanted,
          isQuote: place.isQuote,
        }),
        isLink,
      );
    }
  }

  #push(block: Block, isAside = false): void {
    if (block.text !== "") this.#blocks.push(isAside ? { ...block, kind: "aside" } : block);
  }

  #raw(line: number): string {
    return this.#lines[line - 1] ?? "";
  }

  #addTable(table: Table): void {
    for (const [index, row] of table.children.entries()) {
      const cells = row.children.map((cell) =>
        flowOf(cell)
          .map(({ text }) => cleaned(text))
          .filter((text) => text !== "")
          .join("\n"),
      );
      this.#push(toRow(this.#from + startOf(row).line, cells, index === 0));
    }
  }

  #addCode(value: string, line: number, language: string): void {
    const isFenced = /^[\s>\-*+\d.)]*(?:```|~~~)/.test(this.#raw(line));
    const first = line + (isFenced ? 1 : 0);
    if (isFenced && textLanguages.has(language.toLowerCase()) && isAskedInside(value)) {
      for (const block of linesToBlocks(sourceLines(value), this.#from + first)) this.#push(block);
      return;
    }
    const kind = language === "mermaid" ? "aside" : "code";
    for (const [index, text] of sourceLines(value).entries()) {
      // What is only set far in is no listing but a page with wide margins.
      const raw = isFenced ? text : this.#raw(first + index);
      const block = toTextBlock(raw, this.#from + first + index, index === 0);
      if (!isFenced) this.#push(block);
      else if (text.trim() !== "") this.#push({ ...block, kind, marker: "", text: text.trimEnd() });
    }
  }

  /** The lines of HTML in Markdown; a tag may open here and close in another block. */
  #addHtml(value: string, line: number, place: Place): void {
    for (const block of htmlToBlocks(value)) {
      const at = this.#from + line + Math.min(block.line, sourceLines(value).length) - 1;
      const last = this.#blocks.at(-1)?.line ?? 0;
      this.#push({ ...block, line: Math.max(at, last + 1), indent: place.indent + block.indent });
    }
  }
}

/** What is fenced in them is no program. */
const textLanguages = new Set(["", "markdown", "md"]);

/** A script of what to ask is fenced to be copied; a program asks in its remarks at most, and a talk in lines that have a name. */
function isAskedInside(value: string): boolean {
  const asking = /^(?!\/\/|\/?\*\S|#|--|;|[^\s:：]+[:：])\S+(?:\s+\S+){2,}[?？؟]["”’»]?$/u;
  const isOneQuote = /^["“„«][^"“”„«»]*[?？؟]["”»]$/u.test(value.trim());
  return isOneQuote || sourceLines(value).filter((line) => asking.test(line.trim())).length > 1;
}

type Look = "plain" | "slanted" | "bold";

function startOf({ position }: Nodes): { readonly line: number; readonly column: number } {
  return position?.start ?? { line: 1, column: 1 };
}

/** A line of dashes right below several lines, or below a sentence, is a rule more likely than the mark of a heading. */
function underlined(depth: number, flows: readonly Flow[]): number {
  return flows.length > 1 || flows.some(({ text }) => /[.!?:。？！：]$/u.test(text.trim())) ? 0 : depth;
}

function indentOf(raw: string): number {
  const plain = raw.replaceAll("\t", "    ").replace(/^\s*>[ >]*/, "");
  return plain.length - plain.trimStart().length;
}

function isContents(node: Parents): boolean {
  const [only, ...more] = node.children;
  return only?.type === "link" && more.length === 0 && only.url.startsWith("#");
}

/** The lines of the text below a node. */
function flowOf(node: Parents): readonly Flow[] {
  const begin = (): Flow => ({ text: "", lead: "", hasPlain: false, isSlanted: false });
  let flow = begin();
  const flows: Flow[] = [flow];
  const add = (value: string, look: Look) => {
    for (const [index, piece] of value.split("\n").entries()) {
      if (index > 0) {
        flow = begin();
        flows.push(flow);
      }
      flow.text += piece;
      if (look === "slanted" && piece.trim() !== "") flow.isSlanted = true;
      if (look !== "plain" && !flow.hasPlain) flow.lead += piece;
      else if (piece.trim() !== "") flow.hasPlain = true;
    }
  };
  const visit = (child: Nodes, look: Look): void => {
    if (child.type === "break") add("\n", look);
    else if (child.type === "html") add(/^<br\b/i.test(child.value) ? "\n" : "", look);
    else if ("value" in child) add(child.value, look);
    else if (child.type === "image") add(child.alt ?? "", look);
    else if ("children" in child) {
      const inner =
        child.type === "strong" ? "bold" : child.type === "emphasis" && look === "plain" ? "slanted" : look;
      for (const one of child.children) visit(one, inner);
    }
  };
  for (const child of node.children) {
    // "What is a heap? [Answer](heap.md)": what only points elsewhere is no part of what is asked.
    const isPointer =
      child.type === "link" && child === node.children.at(-1) && /[?？؟]\s*$/u.test(flow.text);
    if (isPointer) add("→ ", "plain");
    visit(child, "plain");
  }
  return flows;
}
