import { expect, test } from "@playwright/test";
import { figureOf, type Row } from "./figures.ts";

/** How many times slower than it is the processor is made, and the words for it. */
export const speeds = [
  [1, ""],
  [4, ", with the processor slowed down 4 times"],
] as const;

/**
 * Measures both in turn, so that whatever else the machine does meets both, and each as often first as second: of two that
 * are the same the first was 1.05 times as slow. The first two rounds are to get warm.
 *
 * @param isFloorEverFirst false where the floor needs what the measured one has left
 */
export async function alternate<T>(
  rounds: number,
  measure: () => Promise<T>,
  measureFloor: () => Promise<T>,
  isFloorEverFirst = true,
): Promise<readonly [T[], T[]]> {
  const samples: [T[], T[]] = [[], []];
  for (let round = -2; round < rounds; round++) {
    const isFloorFirst = isFloorEverFirst && round % 2 !== 0;
    const before = isFloorFirst ? await measureFloor() : undefined;
    const measured = await measure();
    const floor = before ?? (await measureFloor());
    if (round < 0) continue;
    samples[0].push(measured);
    samples[1].push(floor);
  }
  return samples;
}

/** @returns how many ms the work took */
export async function timeOf(work: () => unknown): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** @returns the figure that is picked of what was measured, and of the floor */
export function compare(
  [measured, floor]: readonly (readonly number[])[],
  pick: (ms: readonly number[]) => number,
) {
  return { measured: pick(measured!), floor: pick(floor!), samples: measured!.length };
}

/** Puts a row into the table, and fails where it is over its limit. */
export async function report(figures: Omit<Row, "name">, name = test.info().title): Promise<void> {
  const row = { name, ...figures };
  await test.info().attach("row", { contentType: "application/json", body: JSON.stringify(row) });
  // Softly: a test may have more than one row.
  expect.soft(figureOf(row), `at most ${row.limit}`).toBeLessThanOrEqual(row.limit);
}
