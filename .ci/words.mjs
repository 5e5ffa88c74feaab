// Lists what the app says, by screen, so that it can be read aloud:
//   node .ci/words.mjs [--json] [folder]   the folder is src/features/setup, say; src when none is named
// A value that is put in is {…}, an element between words is ‹…›.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parseSync } from "vite";

const { values, positionals } = parseArgs({ options: { json: { type: "boolean" } }, allowPositionals: true });
const folder = positionals[0] ?? fileURLToPath(new URL("../src", import.meta.url));

/** What they hold is looked for in notes and guides, and said nowhere. */
const RECOGNIZED =
  /(?:notes[/\\]defaultSensitiveWords|guideText[/\\](?:evidence[/\\]guideLanguage|words[/\\]\w+))\.ts$/u;

/** What no person reads. */
const SILENT_ATTRIBUTES =
  /^(?:class|className|key|id|type|role|href|name|d|viewBox|accept|lang|dir|htmlFor)$/u;
const SPOKEN_ATTRIBUTES =
  /^(?:aria-(?:label|description|roledescription|valuetext)|title|placeholder|alt|label)$/u;

const sayings = (statSync(folder).isDirectory() ? sourcesIn(folder) : [folder]).flatMap(sayingsIn);
if (values.json) console.log(JSON.stringify(sayings));
else print();

function sourcesIn(root) {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((path) => join(root, path))
    .filter((path) => /\.tsx?$/u.test(path) && !RECOGNIZED.test(path))
    .toSorted();
}

/** @returns { file, line, text } for each text of the file that a person can come to read */
function sayingsIn(file) {
  const source = readFileSync(file, "utf8");
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
  const found = [];
  const say = (start, text) => {
    const shown = text.replaceAll(/\s+/gu, " ").trim();
    if (/\p{L}/u.test(shown.replaceAll("{…}", "").replaceAll("‹…›", "")))
      found.push({ file, line: source.slice(0, start).split("\n").length, text: shown });
  };
  walk(program, [], say);
  return found;
}

/** Calls `say` with where it stands and what it says for each text in the tree below a node. */
function walk(node, parents, say) {
  if (node === null || typeof node !== "object") return;
  if (Array.isArray(node)) {
    for (const entry of node) walk(entry, parents, say);
    return;
  }
  // Types, what is imported, and the literals of a comparison.
  if (/^(?:TS(?!As|NonNull|Satisfies)|Import|Export(?:All))/u.test(node.type ?? "")) return;
  if (node.type === "JSXAttribute" && SILENT_ATTRIBUTES.test(node.name.name)) return;
  if (node.type === "JSXElement" || node.type === "JSXFragment") say(node.start, childrenText(node.children));
  const text = textOf(node);
  if (text !== null && isSaid(text, node, parents)) say(node.start, text);
  for (const [key, child] of Object.entries(node)) {
    if (typeof child === "object" && !(key === "key" && !node.computed)) walk(child, [...parents, node], say);
  }
}

/** @returns the text of a literal, or null for another node */
function textOf(node) {
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : null;
  if (node.type !== "TemplateLiteral") return null;
  return node.quasis.map(({ value }) => value.cooked ?? value.raw).join("{…}");
}

/** @returns what an element says with its own words, those of the elements in it left aside */
function childrenText(children) {
  return children
    .map((child) => {
      if (child.type === "JSXText") return child.value;
      if (child.type === "JSXElement" || child.type === "JSXFragment") return "‹…›";
      return textOf(child.expression)?.replace(/^\S.*$/su, "{…}") ?? "{…}";
    })
    .join("");
}

/** @returns whether a text in code is one for people: it is put where such are shown, or has the form of words */
function isSaid(text, node, parents) {
  const parent = parents.at(-1);
  if (parent?.type === "BinaryExpression" && parent.operator !== "+") return false;
  if (parent?.type === "SwitchCase") return false;
  const attribute = parents.findLast(({ type }) => type === "JSXAttribute" || type === "JSXElement");
  if (attribute?.type === "JSXAttribute" && SPOKEN_ATTRIBUTES.test(attribute.name.name)) return true;
  if (parent?.type === "Property" && isWords(parents)) return true;
  if (parent?.type === "CallExpression" && parent.callee.name === "quantityToText") return true;
  if (isChild(parents)) return true;
  // Two words, or a first one that begins a sentence.
  return /\p{L}[’']?,? \p{L}|\p{L} \{…\}|\{…\} \p{L}/u.test(text) || /^\p{Lu}\p{Ll}+[ .:!?]?$/u.test(text);
}

/** @returns whether the way up leads to the children of an element through choices only */
function isChild(parents) {
  for (const parent of parents.toReversed()) {
    if (parent.type === "JSXExpressionContainer") continue;
    if (parent.type === "JSXElement" || parent.type === "JSXFragment") return true;
    if (!/^(?:Conditional|Logical|Parenthesized)Expression$|^TemplateLiteral$/u.test(parent.type))
      return false;
  }
  return false;
}

/** @returns whether the way up leads to a table of words */
function isWords(parents) {
  return parents.some(
    ({ type, id }) => type === "VariableDeclarator" && /Words$|Names$|Titles$|^what$/u.test(id?.name ?? ""),
  );
}

function print() {
  let screen = "";
  let lastFile = "";
  for (const { file, line, text } of sayings) {
    if (dirname(file) !== screen) console.log(`\n# ${(screen = dirname(file))}`);
    if (file !== lastFile) console.log(`\n${(lastFile = file)}`);
    console.log(`${String(line).padStart(5)}  ${text}`);
  }
}
