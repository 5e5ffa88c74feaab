import { isAsked } from "../labels/askedText.ts";
import type { Block } from "../sources/blocks.ts";
import { languageOf } from "./guideLanguage.ts";

/** Fewer questions with something in another script below them show nothing. */
const FEWEST = 3;
/** So many of the questions in a script are said again, and so much of what says them again is asked. */
const NEARLY_ALL = 0.8;

const scripts: Readonly<Record<string, string>> = {
  ja: "Han",
  zh: "Han",
  ko: "Hangul",
  he: "Hebrew",
  ar: "Arabic",
  ru: "Cyrillic",
  el: "Greek",
  th: "Thai",
  hi: "Devanagari",
};

const ofOtherScript = /[^\p{Script=Latin}\P{L}]/u;

/**
 * Finds the lines that say in another script what was asked right above, as in guides for two languages: one below nearly
 * every question, asked as it is. Notes on an answer are not asked, and probes come in twos and threes.
 */
export function translationsIn(blocks: readonly Block[]): ReadonlySet<Block> {
  const lines = blocks
    .filter(({ kind }) => kind === "item" || kind === "paragraph")
    .map((block) => ({ block, script: scriptOf(block.text) }));
  const first = lines[0]?.script;
  if (lines.every(({ script }) => script === first)) return new Set();
  const asked = lines.filter(({ block }) => isAsked(block.text));
  // What comes first on a page is the question: the other one is above the next question in turn.
  const own = asked[0]?.script;
  const questions = new Set(asked.filter(({ script }) => script === own));
  const places = new Set(Array.from(questions, ({ block }) => placeOf(block)));
  const pairs = lines.flatMap((line, index) => {
    const [next, behind] = lines.slice(index + 1, index + 3);
    const isAlone = next !== undefined && next.script !== own && next.script !== behind?.script;
    return line.script === own && isAlone && places.has(placeOf(line.block)) ? [{ line, next }] : [];
  });
  const ofQuestions = pairs.filter(({ line }) => questions.has(line));
  const isSaidAgain =
    ofQuestions.length >= Math.max(FEWEST, NEARLY_ALL * questions.size) &&
    ofQuestions.filter(({ next }) => isAsked(next.block.text)).length >= NEARLY_ALL * ofQuestions.length;
  return new Set(isSaidAgain ? pairs.map(({ next }) => next.block) : []);
}

function scriptOf(text: string): string {
  return ofOtherScript.test(text) ? (scripts[languageOf(text)] ?? "Latin") : "Latin";
}

function placeOf({ kind, marker, indent }: Block): string {
  return `${kind} ${marker} ${String(indent)}`;
}
