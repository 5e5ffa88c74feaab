import { isPoint } from "../session/answer.ts";

/**
 * Who gave what: one row a rater, one column a unit (whatever several raters gave a point to). Null is a cell
 * without a point, and a row that ends early has no more of them.
 */
export type Ratings = readonly (readonly (number | null)[])[];

/** What the distance between two values means: are they the same, how far apart in rank, value or proportion. */
export type Metric = "nominal" | "ordinal" | "interval" | "ratio";

/** How much of a disagreement two points of a scale are: all of them alike, by their distance, or by its square. */
export type Weights = "unweighted" | "linear" | "quadratic";

export interface WeightedScale {
  /** All points of the scale, used or not. */
  readonly scale: readonly number[];
  readonly weights: Weights;
}

/** 0 for a value and itself. */
type Distance = (x: number, y: number) => number;

/**
 * Krippendorff's alpha, for any number of raters and missing cells: 1 is perfect agreement, 0 is chance, and it
 * can be negative. A unit with a single rating changes nothing.
 *
 * Krippendorff (2011), Computing Krippendorff's Alpha-Reliability: 1 - observed / expected disagreement, the
 * observed one within units, each of m ratings weighing 1 / (m - 1), the expected one among all n values that
 * were paired. The metrics' distances are those given there; the ordinal one, the values from x to y counted with
 * the two ends halved, is the distance of their mid-ranks. The ratio metric is for values from 0 up.
 *
 * @returns null where no two ratings can be compared or all of those that can are the same
 */
export function krippendorffAlpha(ratings: Ratings, { metric }: { readonly metric: Metric }): number | null {
  const units = unitsOf(ratings).filter(isShared);
  const values = units.flat();
  const distance = distanceOf(metric, values);
  const observed = sum(units.map((unit) => distanceWithin(unit, distance) / (unit.length - 1)));
  const expected = distanceWithin(values, distance) / (values.length - 1);
  return expected > 0 && expected < Infinity ? 1 - observed / expected : null;
}

function distanceOf(metric: Metric, values: readonly number[]): Distance {
  switch (metric) {
    case "nominal":
      return apart;
    case "ordinal": {
      const ranks = midRanks(values);
      return (x, y) => ((ranks.get(x) ?? 0) - (ranks.get(y) ?? 0)) ** 2;
    }
    case "interval":
      return (x, y) => (x - y) ** 2;
    case "ratio":
      return (x, y) => (x === y ? 0 : ((x - y) / (x + y)) ** 2);
  }
}

/** @returns by value, how many values are below it and half of those that equal it */
function midRanks(values: readonly number[]): ReadonlyMap<number, number> {
  let below = 0;
  const ranks = new Map<number, number>();
  for (const [value, count] of [...countsOf(values)].toSorted(([x], [y]) => x - y)) {
    ranks.set(value, below + count / 2);
    below += count;
  }
  return ranks;
}

/**
 * Gwet's AC2 (with "unweighted": AC1), for any number of raters and missing cells. It holds up where nearly
 * everyone gives the same point and alpha and kappa collapse.
 *
 * Gwet (2008), British Journal of Mathematical and Statistical Psychology 61, 29-48, and (2014), Handbook of
 * Inter-Rater Reliability, 4th ed.: (pa - pe) / (1 - pe). The agreement pa is the mean over units with two ratings
 * or more. The chance agreement pe is from each point's share of a unit's ratings, the mean over all rated units:
 * by definition a unit with a single rating counts there. Weights are by the points' values.
 *
 * @returns null where no two ratings can be compared, the scale has fewer than two points, or a rating is off it
 */
export function gwetAC2(ratings: Ratings, { scale, weights }: WeightedScale): number | null {
  const units = unitsOf(ratings).filter(({ length }) => length > 0);
  const shared = units.filter(isShared);
  if (shared.length === 0 || scale.length < 2 || !isOnScale(units.flat(), scale)) return null;
  const distance = weightedDistance(scale, weights);
  const observed = mean(
    shared.map((unit) => distanceWithin(unit, distance) / (unit.length * (unit.length - 1))),
  );
  const variation = sum(
    scale.map((point) => {
      const share = mean(units.map((unit) => unit.filter((rating) => rating === point).length / unit.length));
      return share * (1 - share);
    }),
  );
  const totalWeight = scale.length ** 2 - distanceWithin(scale, distance);
  const chance = (totalWeight / (scale.length * (scale.length - 1))) * variation;
  return 1 - observed / (1 - chance);
}

/**
 * Cohen's kappa of two raters, weighted or not. Cells where one of them has no point are left out.
 *
 * Cohen (1968), Psychological Bulletin 70, 213-220: 1 - observed / expected disagreement. Linear weights after
 * Cicchetti and Allison (1971), quadratic ones after Fleiss and Cohen (1973), both by the points' values.
 *
 * @returns null where they share no cell, both gave one and the same point throughout, or a rating is off the scale
 */
export function weightedKappa(
  a: readonly (number | null)[],
  b: readonly (number | null)[],
  { scale, weights }: WeightedScale,
): number | null {
  const shared = a.flatMap((first, unit) => {
    const second = b[unit] ?? null;
    return isPoint(first) && isPoint(second) ? [{ first, second }] : [];
  });
  const firsts = shared.map(({ first }) => first);
  const seconds = shared.map(({ second }) => second);
  if (!isOnScale([...firsts, ...seconds], scale)) return null;
  const distance = weightedDistance(scale, weights);
  const observed = sum(shared.map(({ first, second }) => distance(first, second)));
  const expected = distanceBetween(firsts, seconds, distance) / shared.length;
  return expected > 0 ? 1 - observed / expected : null;
}

/** What share of the variance of one rating, and of the mean of k ratings, is that between targets. */
export interface Reliability {
  readonly single: number | null;
  readonly mean: number | null;
}

export interface IntraclassCorrelation {
  /** Each target may have raters of its own: ICC(1,1) and ICC(1,k). */
  readonly oneWay: Reliability;
  /** The raters are some of many, and that one is milder than another counts as error: ICC(2,1) and ICC(2,k). */
  readonly twoWay: Reliability;
}

interface Cell {
  readonly rating: number;
  readonly rater: number;
  readonly target: string;
}

/**
 * Intraclass correlations of random raters, for one rating and for the mean of k, the number of raters who gave
 * any. A target with a single rating counts by definition: it tells how far targets and raters spread.
 *
 * Complete table: Shrout and Fleiss (1979), Psychological Bulletin 86, 420-428; can be negative. Cells missing or
 * repeated: Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., equations 8.1.3 and 9.5.2 (no interaction),
 * components of variance below 0 taken as 0. On a complete table these equations are those of Shrout and Fleiss.
 * The mean of k has a k-th of the error.
 *
 * @param targets the target of each unit, where several units are ratings of one; else each unit is its own
 * @returns null where the components cannot be told apart, or there is no variance
 */
export function intraclassCorrelation(ratings: Ratings, targets?: readonly string[]): IntraclassCorrelation {
  const cells = ratings.flatMap((row, rater) =>
    row.flatMap((rating, unit) =>
      isPoint(rating) ? [{ rating, rater, target: targets?.[unit] ?? String(unit) }] : [],
    ),
  );
  const byTarget = groupsOf(cells, ({ target }) => target);
  const byRater = groupsOf(cells, ({ rater }) => rater);
  const m = cells.length;
  const n = byTarget.length;
  const r = byRater.length;

  const k1 = sum(byTarget.map(({ length }) => length ** 2)) / m;
  const k2 = sum(byRater.map(({ length }) => length ** 2)) / m;
  // With one rating a cell, k3 is n and k4 is r.
  const k3 = sum(byTarget.map((group) => sumOfSquaredSizes(group, ({ rater }) => rater) / group.length));
  const k4 = sum(byRater.map((group) => sumOfSquaredSizes(group, ({ target }) => target) / group.length));

  const total = squaredDeviations(cells);
  const withinTargets = sum(byTarget.map(squaredDeviations));
  const withinRaters = sum(byRater.map(squaredDeviations));

  const oneWayError = withinTargets / (m - n);
  const oneWayTarget = (total - withinTargets - (n - 1) * oneWayError) / (m - k4);

  const lambda1 = (m - k1) / (m - k4);
  const lambda2 = (m - k2) / (m - k3);
  const error =
    (lambda2 * withinTargets + lambda1 * withinRaters - total) /
    (lambda2 * (m - n) + lambda1 * (m - r) - (m - 1));
  const target = (withinRaters - (m - r) * error) / (m - k4);
  const rater = (withinTargets - (m - n) * error) / (m - k3);

  const isComplete = m === n * r && k3 === n;
  const component = (estimate: number) =>
    isComplete || !Number.isFinite(estimate) ? estimate : Math.max(0, estimate);
  const share = (signal: number, noise: number) => {
    const whole = signal + noise;
    // Rounding can leave a trace of a variance of 0.
    return whole > total * 1e-12 && whole < Infinity ? signal / whole : null;
  };
  const reliability = (signal: number, noise: number): Reliability => ({
    single: share(signal, noise),
    mean: share(signal, noise / r),
  });
  return {
    oneWay: reliability(component(oneWayTarget), component(oneWayError)),
    twoWay: reliability(component(target), component(rater) + component(error)),
  };
}

function sumOfSquaredSizes(cells: readonly Cell[], keyOf: (cell: Cell) => string | number): number {
  return sum(groupsOf(cells, keyOf).map(({ length }) => length ** 2));
}

function squaredDeviations(cells: readonly Cell[]): number {
  return squaresAroundMean(cells.map(({ rating }) => rating));
}

function groupsOf(
  cells: readonly Cell[],
  keyOf: (cell: Cell) => string | number,
): readonly (readonly Cell[])[] {
  const groups = new Map<string | number, Cell[]>();
  for (const cell of cells) {
    const key = keyOf(cell);
    const group = groups.get(key);
    if (group) group.push(cell);
    else groups.set(key, [cell]);
  }
  return [...groups.values()];
}

/** Over all pairs of ratings of one unit by two raters. */
export interface PairAgreement {
  readonly pairCount: number;
  /** Share of pairs that are the same point, 0 to 1; null where there is no pair. */
  readonly exact: number | null;
  /** Share of pairs that are at most one point apart. */
  readonly withinOne: number | null;
}

/** @returns how many pairs agree, in a table or in the one column of one unit; every pair weighs the same */
export function pairAgreement(ratings: Ratings): PairAgreement {
  const units = unitsOf(ratings);
  const pairCount = sum(units.map(({ length }) => length * (length - 1))) / 2;
  const share = (isDisagreement: Distance) =>
    pairCount === 0
      ? null
      : 1 - sum(units.map((unit) => distanceWithin(unit, isDisagreement))) / 2 / pairCount;
  return {
    pairCount,
    exact: share(apart),
    withinOne: share((x, y) => (Math.abs(x - y) > 1 ? 1 : 0)),
  };
}

/**
 * How much higher than the others each rater rates, in points of the scale; lower is negative, and all sum to 0.
 * Least squares of rating = unit + rater, so only units that the rater shares with another count.
 *
 * Source: the two-way additive model without interaction (Searle 1971, Linear Models, chapter 7); its units are
 * eliminated first. On a complete table it is the rater's mean less the grand mean.
 *
 * @returns one number a rater; null where some raters cannot be compared with the rest, even by way of others
 */
export function leniency(ratings: Ratings): readonly number[] | null {
  const units = columnsOf(ratings);
  if (ratings.length < 2) return null;
  const equations = ratings.map((_row, rater) => {
    const rated = units.flatMap((unit) => {
      const rating = unit.get(rater);
      return rating === undefined ? [] : [{ unit, aboveMean: rating - mean([...unit.values()]) }];
    });
    const coefficients = ratings.map((_other, other) =>
      sum(rated.map(({ unit }) => (other === rater ? 1 : 0) - (unit.has(other) ? 1 / unit.size : 0))),
    );
    // The 1 in every coefficient makes the numbers sum to 0.
    return [
      ...coefficients.map((coefficient) => coefficient + 1),
      sum(rated.map(({ aboveMean }) => aboveMean)),
    ];
  });
  return solve(equations);
}

/**
 * Gauss-Jordan elimination of a symmetric, positive semidefinite system.
 *
 * @param equations each its coefficients and then its right-hand side
 * @returns null where there is no single solution
 */
function solve(equations: readonly (readonly number[])[]): readonly number[] | null {
  let rows = equations;
  for (let solved = 0; solved < equations.length; solved++) {
    const [[pivot = 0, ...first] = [], ...others] = rows;
    if (pivot < 1e-9) return null;
    const scaled = first.map((value) => value / pivot);
    rows = [
      ...others.map(([lead = 0, ...row]) => row.map((value, column) => value - lead * (scaled[column] ?? 0))),
      scaled,
    ];
  }
  return rows.flat();
}

/** What there is to compare: shown where it is not enough for a coefficient. */
export interface Overlap {
  /** Units that two or more raters gave a point. */
  readonly unitCount: number;
  /** Different points given to them. */
  readonly valueCount: number;
}

/** @returns the overlap of a table, or of two raters where it has their two rows */
export function overlapOf(ratings: Ratings): Overlap {
  const shared = unitsOf(ratings).filter(isShared);
  return { unitCount: shared.length, valueCount: new Set(shared.flat()).size };
}

/** The fewest shared units of which alpha, AC2 and intraclass correlations of a table say something. */
export const TABLE_UNITS = 10;

/** The fewest shared units of which weighted kappa of two raters says something. */
export const PAIR_UNITS = 20;

/** @returns whether Krippendorff's alpha and Gwet's AC2 say something about that overlap */
export function isEnoughForAlpha({ unitCount, valueCount }: Overlap): boolean {
  return unitCount >= TABLE_UNITS && valueCount >= 2;
}

/** @returns whether intraclass correlations say something about that overlap, one unit a target */
export function isEnoughForIntraclass({ unitCount }: Overlap): boolean {
  return unitCount >= TABLE_UNITS;
}

/** @returns whether weighted kappa says something about that overlap of two raters */
export function isEnoughForKappa({ unitCount }: Overlap): boolean {
  return unitCount >= PAIR_UNITS;
}

/** @returns a map a unit: the points given, by the rater's row */
function columnsOf(ratings: Ratings): readonly ReadonlyMap<number, number>[] {
  const unitCount = Math.max(0, ...ratings.map(({ length }) => length));
  return Array.from({ length: unitCount }, (_, unit) => {
    const column = new Map<number, number>();
    for (const [rater, row] of ratings.entries()) {
      const rating = row[unit] ?? null;
      if (isPoint(rating)) column.set(rater, rating);
    }
    return column;
  });
}

/** @returns each unit's ratings */
function unitsOf(ratings: Ratings): readonly (readonly number[])[] {
  return columnsOf(ratings).map((column) => [...column.values()]);
}

function isShared(unit: readonly number[]): boolean {
  return unit.length >= 2;
}

function isOnScale(values: readonly number[], scale: readonly number[]): boolean {
  return values.every((value) => scale.includes(value));
}

function apart(x: number, y: number): number {
  return x === y ? 0 : 1;
}

function weightedDistance(scale: readonly number[], weights: Weights): Distance {
  if (weights === "unweighted") return apart;
  const width = Math.max(...scale) - Math.min(...scale);
  const power = weights === "linear" ? 1 : 2;
  return (x, y) => (Math.abs(x - y) / width) ** power;
}

/** @returns the sum over all ordered pairs of the values */
function distanceWithin(values: readonly number[], distance: Distance): number {
  return distanceBetween(values, values, distance);
}

/** @returns the sum over all pairs of one of these and one of those */
function distanceBetween(these: readonly number[], those: readonly number[], distance: Distance): number {
  const countsOfThose = [...countsOf(those)];
  return sum(
    [...countsOf(these)].flatMap(([x, xCount]) =>
      countsOfThose.map(([y, yCount]) => xCount * yCount * distance(x, y)),
    ),
  );
}

function countsOf(values: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function squaresAroundMean(values: readonly number[]): number {
  const centre = mean(values);
  return sum(values.map((value) => (value - centre) ** 2));
}

/** Taken from the first value, so that the mean of equal values is exactly theirs. */
function mean(values: readonly number[]): number {
  const [first = Number.NaN] = values;
  return first + sum(values.map((value) => value - first)) / values.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
