import { isAsked } from "../labels/askedText.ts";
import type { LineLabel } from "../labels/lineLabels.ts";
import type { Block } from "../sources/blocks.ts";
import { isKnownLanguage, languageOf, scripts } from "../words/guideLanguage.ts";

/** Fewer questions with something in another script below them show nothing. */
const FEWEST = 3;
/** So many of the questions in a script are said again. */
const NEARLY_ALL = 0.8;

const latin = /\p{Script=Latin}/u;
/** Chinese and Japanese share them, and are not told apart. */
const signs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const scriptByLanguage = new Map<string, RegExp>([...scripts, ["ja", signs], ["zh", signs]]);
const ofOtherScript = /[^\p{Script=Latin}\P{L}]/u;

/** A sign of Chinese or Japanese says as much as so many letters. */
const LETTERS_OF_SIGN = 2.5;
const [SHORTEST, LONGEST] = [0.6, 2.5];

interface Line {
  readonly block: Block;
  readonly script: RegExp;
}

/**
 * Finds the lines that say in another script what was asked right above, as in guides for two languages: one right below
 * nearly every question, asked as it is, about as long, and never the same. Notes on an answer are not asked, probes are
 * short or come in twos and threes, and names stand in Latin letters everywhere.
 *
 * @param said what a person says of lines: where one of these is something else, all are
 * @returns what each of them says again
 */
export function translationsIn(
  blocks: readonly Block[],
  said: ReadonlyMap<number, LineLabel>,
): ReadonlyMap<Block, Block> {
  const lines = blocks.map((block): Line => ({ block, script: scriptOf(block.text) }));
  if (lines.every(({ script }) => script === lines[0]?.script)) return new Map();
  const asked = new Set(lines.filter(({ block }) => isAsked(block.text)));
  // Where each stands below the other in turn, the one that is nowhere alone is above, or else the first.
  const [best] = [...new Set(Array.from(asked, ({ script }) => script))]
    .map((own) => saidAgain(lines, asked, own))
    .toSorted((a, b) => b.share - a.share);
  const isSaidOtherwise = best?.pairs.some(
    ([, { block }]) => (said.get(block.line) ?? "continues") !== "continues",
  );
  if (best === undefined || best.share < NEARLY_ALL || isSaidOtherwise === true) return new Map();
  return new Map(best.pairs.map(([above, below]) => [below.block, above.block]));
}

/** @returns what of the questions in a script is said again right below, and how much of them all that is; 0 where it shows nothing */
function saidAgain(lines: readonly Line[], asked: ReadonlySet<Line>, own: RegExp) {
  const isQuestion = (line: Line) => isText(line) && line.script === own && asked.has(line);
  const pairs = lines.flatMap((line, index): readonly (readonly [Line, Line])[] => {
    const [next, behind] = lines.slice(index + 1, index + 3);
    if (next === undefined || !isQuestion(line) || !isText(next) || !asked.has(next)) return [];
    // Two in the other script are probes, but for a heading.
    const isPair = behind?.script !== next.script || behind.block.kind === "heading";
    return isPair && mayTranslate(line, next) ? [[line, next]] : [];
  });
  const texts = new Set(pairs.map(([, { block }]) => block.text));
  const isShown = pairs.length >= FEWEST && texts.size >= NEARLY_ALL * pairs.length;
  return { pairs, share: isShown ? pairs.length / lines.filter(isQuestion).length : 0 };
}

function isText({ block: { kind } }: Line): boolean {
  return kind === "item" || kind === "paragraph";
}

function mayTranslate(above: Line, below: Line): boolean {
  const isCountedOn = above.block.number > 0 && below.block.number === above.block.number + 1;
  if (above.script === below.script || isCountedOn) return false;
  // "用过 Docker 吗？" has letters of both, "Docker, Kubernetes?" no words.
  if (
    below.script === latin &&
    (below.block.text.search(above.script) >= 0 || !isKnownLanguage(below.block.text))
  )
    return false;
  const ratio = lettersOf(below) / lettersOf(above);
  return ratio >= SHORTEST && ratio <= LONGEST;
}

function lettersOf({ block: { text }, script }: Line): number {
  return text.length * (script === signs ? LETTERS_OF_SIGN : 1);
}

function scriptOf(text: string): RegExp {
  return ofOtherScript.test(text) ? (scriptByLanguage.get(languageOf(text)) ?? latin) : latin;
}
