import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes } from "parse5";
import { cleaned, toBlock, toRow, type Block } from "./blocks.ts";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;
type Template = DefaultTreeAdapterTypes.Template;

/** Nothing to read. */
const unseen = new Set(
  "script style template noscript svg math iframe object canvas audio video head button select datalist".split(
    " ",
  ),
);
/** Text that stands beside the page's own. */
const asides = new Set("nav footer aside form".split(" "));
const blockTags = new Set(
  (
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer " +
    "form header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul " +
    "h1 h2 h3 h4 h5 h6 caption"
  ).split(" "),
);
/** parse5 nests as deep as the source does; a page that people wrote does not come near. */
const DEEPEST = 400;

interface Place {
  readonly indent: number;
  readonly isInItem: boolean;
  readonly isBold: boolean;
  readonly isQuote: boolean;
  readonly isAside: boolean;
  readonly level: number;
  readonly depth: number;
}

const TOP: Place = {
  indent: 0,
  isInItem: false,
  isBold: false,
  isQuote: false,
  isAside: false,
  level: 0,
  depth: 0,
};

/** What a block is before its first words are met. */
interface Pending {
  marker: string;
  number: number;
  isAfterBlank: boolean;
}

/**
 * Reads a page of HTML or a part of one. A block has the number of the block as its line. Templates are shown by scripts
 * or not at all; what a site is built from may have the whole page in one, and nothing beside it.
 */
export function htmlToBlocks(source: string): readonly Block[] {
  const page = parse(source);
  const shown = new HtmlReader().read(page);
  return shown.length > 0 ? shown : new HtmlReader().readTemplates(page);
}

function isTemplate(node: Node): node is Template {
  return tree.isElementNode(node) && node.tagName === "template";
}

/** Gathers the words of a block until it ends. */
class HtmlReader {
  readonly #blocks: Block[] = [];
  #pending: Pending = { marker: "", number: 0, isAfterBlank: true };
  #pieces: string[] = [];
  #lead: string[] = [];
  #hasPlain = false;
  #place = TOP;

  read(root: Node): readonly Block[] {
    this.#visit(root, TOP);
    this.#close();
    return this.#blocks;
  }

  readTemplates(page: Node): readonly Block[] {
    const open = [page];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (isTemplate(node)) this.read(tree.getTemplateContent(node));
      else if ("childNodes" in node) open.push(...node.childNodes.toReversed());
    }
    return this.#blocks;
  }

  #visit(node: Node, place: Place): void {
    if (tree.isTextNode(node)) this.#addText(node.value, place);
    else if (tree.isElementNode(node)) this.#visitElement(node, place);
    else if ("childNodes" in node) this.#visitAll(node.childNodes, place);
  }

  #visitAll(nodes: readonly Node[], place: Place): void {
    if (place.depth > DEEPEST) {
      this.#addText(nodes.map(textOf).join(" "), place);
      return;
    }
    for (const node of nodes) this.#visit(node, { ...place, depth: place.depth + 1 });
  }

  #visitElement(element: Element, outer: Place): void {
    const { tagName: name, childNodes } = element;
    const style = attribute(element, "style").replaceAll(" ", "").toLowerCase();
    const isFold = name === "button" && isFoldOf(element, outer);
    if ((unseen.has(name) && !isFold) || hasAttribute(element, "hidden") || style.includes("display:none"))
      return;
    if (name === "br") {
      this.#close();
      return;
    }
    if (name === "table" && this.#addTable(element, outer)) return;
    const place = {
      ...outer,
      isBold: isBoldIn(name, style, outer.isBold),
      isQuote: outer.isQuote || name === "blockquote",
      isAside: outer.isAside || asides.has(name) || attribute(element, "role") === "navigation",
    };
    if (!blockTags.has(name) && !isPartOfItsOwn(element) && !(isFold && outer.level === 0)) {
      // Word sets the bullet of a list in a span that lists themselves do without.
      this.#visitAll(childNodes, isContentsLink(element) ? { ...place, isAside: true } : place);
      return;
    }
    this.#close();
    const level = /^h([1-6])$/.exec(name)?.[1];
    const isList = name === "ul" || name === "ol" || name === "menu" || name === "dir";
    if (name === "li") {
      const number = numberOf(element);
      this.#pending = { marker: number === 0 ? "-" : "1", number, isAfterBlank: this.#pending.isAfterBlank };
    } else if (name === "dd") {
      this.#pending = { marker: "-", number: 0, isAfterBlank: false };
    } else if (!isList && this.#pending.marker === "") {
      this.#pending.isAfterBlank = true;
    }
    const wordLevel = /mso-list:l\d+level(\d)/.exec(style)?.[1];
    const indent = isList || name === "dd" ? 2 : wordLevel === undefined ? 0 : 2 * Number(wordLevel);
    this.#visitAll(childNodes, {
      ...place,
      indent: outer.indent + indent,
      isInItem: outer.isInItem || name === "li",
      level:
        level === undefined
          ? name === "summary" || name === "dt" || isFold
            ? 7
            : outer.level
          : Number(level),
    });
    this.#close();
    if (!isList && name !== "li") this.#pending.isAfterBlank = true;
    if (name === "li") this.#pending = { marker: "", number: 0, isAfterBlank: false };
  }

  #addText(value: string, place: Place): void {
    if (value.trim() === "") {
      if (this.#pieces.length > 0) this.#pieces.push(" ");
      return;
    }
    this.#place = place;
    if (place.isBold && !this.#hasPlain) this.#lead.push(value);
    else this.#hasPlain = true;
    this.#pieces.push(value);
  }

  #close(): void {
    if (this.#pieces.length === 0) return;
    const { isAfterBlank, marker, number } = this.#pending;
    const { indent, isInItem, level, isAside, isQuote } = this.#place;
    const block = toBlock({
      line: this.#blocks.length + 1,
      // What goes on with an item stands further in than the next one.
      indent: isInItem && marker === "" ? indent + 2 : indent,
      text: this.#pieces.join(""),
      isAfterBlank,
      level,
      marker,
      number,
      lead: this.#hasPlain ? this.#lead.join("") : "",
      isBold: !this.#hasPlain,
      isQuote,
    });
    if (block.text !== "") {
      this.#blocks.push(isAside ? { ...block, kind: "aside" } : block);
      this.#pending = { marker: "", number: 0, isAfterBlank: false };
    }
    this.#pieces = [];
    this.#lead = [];
    this.#hasPlain = false;
  }

  /** @returns false for a table that only lays out a page: its cells are then read as the page's own blocks */
  #addTable(table: Element, place: Place): boolean {
    const rows = elementsIn(table, (name) => name === "tr", new Set(["table"]));
    const cellsByRow = rows.map((row) =>
      elementsIn(row, (name) => name === "td" || name === "th", new Set()),
    );
    const isLayout =
      cellsByRow.every((cells) => cells.length < 2) ||
      elementsIn(table, (name) => /^(?:h[1-6]|table)$/.test(name), new Set()).length > 0;
    if (isLayout) return false;
    this.#close();
    if (isListsBeside(cellsByRow)) {
      // Column by column, each list below its head.
      for (const column of cellsByRow[0]?.keys() ?? []) {
        for (const cells of cellsByRow) {
          const cell = cells[column];
          if (cell) this.#visitElement(cell, place);
        }
      }
      return true;
    }
    for (const [index, { own, columns }] of rowsOf(cellsByRow).entries()) {
      const row = toRow(this.#blocks.length + 1, own, index === 0);
      const block = columns.length === own.length ? row : { ...row, columns };
      if (block.text !== "") this.#blocks.push(place.isAside ? { ...block, kind: "aside" } : block);
    }
    this.#pending = { marker: "", number: 0, isAfterBlank: true };
    return true;
  }
}

/** Whether a table has one row below its head, or none, of which two cells or more are lists: what stands in a row is of no one question. */
function isListsBeside(cellsByRow: readonly (readonly Element[])[]): boolean {
  const [head, row = head] = cellsByRow;
  if (!row || cellsByRow.length > 2 || head?.length !== row.length) return false;
  const isList = (cell: Element) => elementsIn(cell, (name) => name === "li", new Set()).length > 1;
  return row.filter(isList).length > 1;
}

/** Elements below one that are of a kind, not looking inside those found nor inside `closed`. */
function elementsIn(
  root: Element,
  isWanted: (name: string) => boolean,
  closed: ReadonlySet<string>,
): readonly Element[] {
  const found: Element[] = [];
  const stack: Node[] = root.childNodes.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!tree.isElementNode(node)) continue;
    if (isWanted(node.tagName)) found.push(node);
    else if (!closed.has(node.tagName)) for (const child of node.childNodes.toReversed()) stack.push(child);
  }
  return found;
}

interface TableRow {
  /** What stands in this row itself. */
  readonly own: readonly string[];
  /** The text of each column, with what spans down to this row from one above. */
  readonly columns: readonly string[];
}

/** Puts each cell below its column: one that spans several rows is in each of them, one that spans columns in the first. */
function rowsOf(cellsByRow: readonly (readonly Element[])[]): readonly TableRow[] {
  let spanning = new Map<number, { readonly text: string; readonly rowsLeft: number }>();
  return cellsByRow.map((row) => {
    const columns: string[] = [];
    const own: string[] = [];
    const below: typeof spanning = new Map();
    const takeSpanning = () => {
      for (let above = spanning.get(columns.length); above; above = spanning.get(columns.length)) {
        if (above.rowsLeft > 1) below.set(columns.length, { text: above.text, rowsLeft: above.rowsLeft - 1 });
        columns.push(above.text);
      }
    };
    for (const cell of row) {
      takeSpanning();
      const text = linesOf(cell).join("\n");
      own.push(text);
      // A cell as wide as its table stays alone.
      const width = row.length === 1 ? 1 : spanOf(cell, "colspan");
      const rowsLeft = spanOf(cell, "rowspan") - 1;
      for (let column = 0; column < width && (column === 0 || columns.length < MOST_COLUMNS); column += 1) {
        const shown = column === 0 ? text : "";
        if (rowsLeft > 0 && columns.length < MOST_COLUMNS)
          below.set(columns.length, { text: shown, rowsLeft });
        columns.push(shown);
      }
    }
    takeSpanning();
    spanning = below;
    return { own, columns };
  });
}

/** A cell that spans more says so by mistake, or to have a page of a few rows take all memory. */
const MOST_SPANNED = 1000;
const MOST_COLUMNS = 30;

/** @returns how many columns or rows a cell spans */
function spanOf(cell: Element, name: "colspan" | "rowspan"): number {
  const span = Math.trunc(Number(attribute(cell, name)));
  return span >= 1 && span <= MOST_SPANNED ? span : 1;
}

/** The lines of a cell: paragraphs, items of lists and what is parted by line breaks. */
function linesOf(cell: Element): readonly string[] {
  const pieces: string[] = [];
  const stack: (Node | string)[] = cell.childNodes.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === "string") pieces.push(node);
    else if (tree.isTextNode(node)) pieces.push(node.value.replaceAll(/\s+/g, " "));
    else if (tree.isElementNode(node) && !unseen.has(node.tagName)) {
      const isBlock = blockTags.has(node.tagName) || node.tagName === "br";
      if (isBlock) stack.push("\n");
      for (const child of node.childNodes.toReversed()) stack.push(child);
      if (isBlock) stack.push("\n");
    }
  }
  return pieces
    .join("")
    .split("\n")
    .map((line) => cleaned(line))
    .filter((line) => line !== "");
}

function textOf(root: Node): string {
  const pieces: string[] = [];
  const stack: Node[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (tree.isTextNode(node)) pieces.push(node.value);
    else if ("childNodes" in node) for (const child of node.childNodes.toReversed()) stack.push(child);
  }
  return pieces.join(" ");
}

/** @returns the number that a browser shows before an item of an ordered list, or 0 */
function numberOf(item: Element): number {
  const list = item.parentNode;
  if (list === null || !tree.isElementNode(list) || list.tagName !== "ol") return 0;
  const own = Number(attribute(item, "value"));
  if (own > 0) return own;
  const start = Number(attribute(list, "start"));
  const before = ordinals(list).get(item) ?? 0;
  return (start > 0 ? start : 1) + before;
}

const ordinalsByList = new WeakMap<Element, ReadonlyMap<Element, number>>();

function ordinals(list: Element): ReadonlyMap<Element, number> {
  const known = ordinalsByList.get(list);
  if (known !== undefined) return known;
  const items = list.childNodes.filter(
    (node): node is Element => tree.isElementNode(node) && node.tagName === "li",
  );
  const made = new Map(items.map((item, index) => [item, index]));
  ordinalsByList.set(list, made);
  return made;
}

/** An element that a page names itself is a part of it where no text stands beside it, and a word of that text where some does. */
function isPartOfItsOwn(element: Element): boolean {
  if (!element.tagName.includes("-") || textOf(element).trim() === "") return false;
  const beside = element.parentNode?.childNodes ?? [];
  return !beside.some((node) => tree.isTextNode(node) && node.value.trim() !== "");
}

/** Whether a button is the head of a part that folds, and no command. */
function isFoldOf(button: Element, { level }: Place): boolean {
  return level > 0 || hasAttribute(button, "aria-expanded") || hasAttribute(button, "aria-controls");
}

function isBoldIn(name: string, style: string, isOuterBold: boolean): boolean {
  const weight = /font-weight:(bold|normal|\d+)/.exec(style)?.[1];
  // A document that was copied from an editor is wrapped in a <b> that is not bold.
  if (weight !== undefined) return weight === "bold" || Number(weight) >= 600;
  return isOuterBold || name === "b" || name === "strong" || name === "th";
}

/** A link to a place on its own page stands in a table of contents. */
function isContentsLink(element: Element): boolean {
  return element.tagName === "a" && /^#./.test(attribute(element, "href"));
}

function attribute(element: Element, name: string): string {
  return element.attrs.find((entry) => entry.name === name)?.value ?? "";
}

function hasAttribute(element: Element, name: string): boolean {
  return element.attrs.some((entry) => entry.name === name);
}
