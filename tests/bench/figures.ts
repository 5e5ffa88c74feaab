/** One line of the bench's table. */
export interface Row {
  readonly name: string;
  readonly unit: "ms" | "kB";
  readonly measured: number;
  /** The least it could be, measured in the same minute on the same machine; null where the limit is a plain figure. */
  readonly floor: number | null;
  /** For `measured` over `floor`; for `measured` itself where there is no floor. */
  readonly limit: number;
  /** How many were measured, of each of the two. */
  readonly samples: number;
}

/** @returns what the limit is about */
export function figureOf({ measured, floor }: Row): number {
  return floor === null ? measured : measured / floor;
}

export function isWithinLimit(row: Row): boolean {
  return figureOf(row) <= row.limit;
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

/** @param share from 0 (least) to 1 (most) */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  if (below === undefined || above === undefined) throw new Error("Nothing was measured.");
  return below + (above - below) * (at - Math.floor(at));
}
