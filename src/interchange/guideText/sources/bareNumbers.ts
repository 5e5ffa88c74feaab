import type { Block } from "./blocks.ts";

const bareNumber = /^(\d{1,2}) +(?=[\p{L}"“¿])/u;
/** "2 Below average – …" has a name. */
const namedPoint = /^\d +\p{L}[^-–—:：?？]{2,25}(?: [-–—] |[:：] )/u;
const HIGHEST_POINT = 10;
/** Fewer count nothing: "2 hours" begins with a number, too. */
const FEWEST = 3;

/**
 * Sets numbers off that stand before a line with nothing between: "0 No answer", "1 …" are points of a scale, since what
 * counts from nought, or down, or names what it counts, counts no questions; "1 Tell me …", "2 …" are items.
 */
export function withBareNumbers(blocks: readonly Block[], texts: readonly string[]): readonly Block[] {
  const numbers = texts.map((text) => {
    const digits = bareNumber.exec(text)?.[1];
    return digits === undefined ? undefined : Number(digits);
  });
  const found = [...blocks];
  const others: number[] = [];
  for (let start = 0; start < blocks.length; start += 1) {
    if (numbers[start] === undefined) continue;
    const end = endOfRun(numbers, start);
    const isPoints = isScale(texts.slice(start, end), numbers[start], numbers[end - 1]);
    for (let at = start; at < end; at += 1) {
      const block = blocks[at];
      if (!isPoints) others.push(at);
      else if (block !== undefined) found[at] = { ...block, text: block.text.replace(bareNumber, "$1: ") };
    }
    start = end - 1;
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

function isScale(run: readonly string[], first = Number.NaN, last = Number.NaN): boolean {
  if (run.length < FEWEST || Math.max(first, last) > HIGHEST_POINT) return false;
  return first === 0 || last < first || run.every((text) => namedPoint.test(text));
}

/** @returns where the numbers that begin at a line, each one up or each one down, end */
function endOfRun(numbers: readonly (number | undefined)[], start: number): number {
  const step = (numbers[start + 1] ?? Number.NaN) - (numbers[start] ?? Number.NaN);
  let end = start + 1;
  if (Math.abs(step) !== 1) return end;
  while (numbers[end] !== undefined && numbers[end] === (numbers[end - 1] ?? Number.NaN) + step) end += 1;
  return end;
}
