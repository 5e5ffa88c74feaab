import { anchorTextOf } from "../labels/anchorText.ts";
import { isAsked } from "../labels/askedText.ts";
import type { Block } from "./blocks.ts";

const bareNumber = /^(\d{1,2}) +(?=[\p{L}"“¿])/u;
const HIGHEST_POINT = 10;
/** Fewer count nothing: "2 hours" begins with a number, too. */
const FEWEST = 3;

/** Lines one below the other, each counted one up or each one down. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
  readonly isAsking: boolean;
}

/**
 * Sets numbers off that stand before a line with nothing between. "0 No answer", "1 …" are points of a scale, since what
 * counts from nought, or down to it, counts no questions, and neither does what is counted anew from one in list after list
 * and asks nothing; "1 Tell me …", "2 …" are items.
 */
export function withBareNumbers(blocks: readonly Block[], texts: readonly string[]): readonly Block[] {
  const numbers = texts.map((text) => {
    const digits = bareNumber.exec(text)?.[1];
    // "2 points: …" says what it is.
    return digits === undefined || anchorTextOf(text) !== undefined ? undefined : Number(digits);
  });
  const runs = runsOf(numbers, texts);
  const isScale = scaleIn(runs);
  const found = [...blocks];
  const others: number[] = [];
  for (const run of runs) {
    for (let at = run.start; at < run.end; at += 1) {
      const block = blocks[at];
      if (!isScale(run)) others.push(at);
      else if (block !== undefined) found[at] = { ...block, text: block.text.replace(bareNumber, "$1: ") };
    }
  }
  const isCounted = others.every((at, index) => {
    const before = numbers[others[index - 1] ?? -1];
    return numbers[at] === 1 || (before !== undefined && numbers[at] === before + 1);
  });
  if (!isCounted || others.length < FEWEST) return found;
  for (const at of others) {
    const block = found[at];
    if (block === undefined) continue;
    const text = block.text.replace(bareNumber, "");
    const number = numbers[at] ?? 0;
    found[at] =
      block.kind === "paragraph"
        ? { ...block, kind: "item", marker: "1", number, text }
        : { ...block, number, text };
  }
  return found;
}

function runsOf(numbers: readonly (number | undefined)[], texts: readonly string[]): readonly Run[] {
  const runs: Run[] = [];
  const asking = texts.map((text, at) => numbers[at] !== undefined && isAsked(text.replace(bareNumber, "")));
  for (let start = 0; start < numbers.length; start += 1) {
    const first = numbers[start];
    if (first === undefined) continue;
    const isAsking = asking[start] === true;
    let end = start + 1;
    const step = (numbers[end] ?? Number.NaN) - first;
    // A question right below a scale is none of its points.
    while (
      Math.abs(step) === 1 &&
      asking[end] === isAsking &&
      numbers[end] === (numbers[end - 1] ?? Number.NaN) + step
    )
      end += 1;
    runs.push({ start, end, first, last: numbers[end - 1] ?? first, isAsking });
    start = end - 1;
  }
  return runs;
}

function scaleIn(runs: readonly Run[]): (run: Run) => boolean {
  const isList = ({ start, end, first, last, isAsking }: Run) =>
    end - start >= FEWEST && !isAsking && Math.max(first, last) <= HIGHEST_POINT;
  const lasts = runs.filter((run) => isList(run) && run.first === 1).map(({ last }) => last);
  const isAnew = lasts.length > 1 && lasts.every((last) => last === lasts[0]);
  return (run) =>
    isList(run) && (run.first === 0 || (run.last < 2 && run.last < run.first) || (run.first === 1 && isAnew));
}
