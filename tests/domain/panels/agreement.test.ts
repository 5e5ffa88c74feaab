import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  gwetAC2,
  intraclassCorrelation,
  isEnoughForAlpha,
  isEnoughForIntraclass,
  isEnoughForKappa,
  krippendorffAlpha,
  leniency,
  overlapOf,
  pairAgreement,
  weightedKappa,
  type Metric,
  type Ratings,
  type Weights,
} from "../../../src/domain/panels/agreement.ts";
import agreementExamples from "../agreementExamples.json" with { type: "json" };

/** A published or recomputed table, by rater, or for two raters as counts of how often each pair of points was given. */
interface Example {
  readonly title: string;
  readonly source: string;
  readonly scale?: readonly number[];
  readonly ratings?: Ratings;
  readonly table?: readonly (readonly number[])[];
  readonly targets?: readonly string[];
  readonly figures: readonly Figure[];
}

interface Figure {
  readonly statistic: string;
  /** As printed at the source. */
  readonly published?: number;
  /** To ten decimals; null is undefined. */
  readonly computed: number | null | readonly number[];
}

type Data = Required<Pick<Example, "scale" | "ratings">> & Pick<Example, "targets">;
type Value = number | null | readonly number[];

const examples: readonly Example[] = agreementExamples.examples;
const metrics: readonly Metric[] = ["nominal", "ordinal", "interval", "ratio"];
const weightings: readonly Weights[] = ["unweighted", "linear", "quadratic"];
const fivePoints = [1, 2, 3, 4, 5];

const statistics: Readonly<Record<string, (data: Data) => Value>> = {
  "alpha, nominal": ({ ratings }) => krippendorffAlpha(ratings, { metric: "nominal" }),
  "alpha, ordinal": ({ ratings }) => krippendorffAlpha(ratings, { metric: "ordinal" }),
  "alpha, interval": ({ ratings }) => krippendorffAlpha(ratings, { metric: "interval" }),
  "alpha, ratio": ({ ratings }) => krippendorffAlpha(ratings, { metric: "ratio" }),
  AC1: ({ ratings, scale }) => gwetAC2(ratings, { scale, weights: "unweighted" }),
  "AC2, quadratic": ({ ratings, scale }) => gwetAC2(ratings, { scale, weights: "quadratic" }),
  kappa: (data) => kappaOf(data, "unweighted"),
  "kappa, linear": (data) => kappaOf(data, "linear"),
  "kappa, quadratic": (data) => kappaOf(data, "quadratic"),
  "ICC(1,1)": ({ ratings, targets }) => intraclassCorrelation(ratings, targets).oneWay.single,
  "ICC(1,k)": ({ ratings, targets }) => intraclassCorrelation(ratings, targets).oneWay.mean,
  "ICC(2,1)": ({ ratings, targets }) => intraclassCorrelation(ratings, targets).twoWay.single,
  "ICC(2,k)": ({ ratings, targets }) => intraclassCorrelation(ratings, targets).twoWay.mean,
  leniency: ({ ratings }) => leniency(ratings),
  "adjusted target means": ({ ratings }) => {
    const byRater = leniency(ratings)!;
    return transposed(ratings).map((unit) => mean(unit.map((rating, rater) => rating! - byRater[rater]!)));
  },
  "exact pairs": ({ ratings }) => pairAgreement(ratings).exact,
};

function kappaOf({ ratings, scale }: Data, weights: Weights): number | null {
  return weightedKappa(ratings[0]!, ratings[1]!, { scale, weights });
}

function dataOf({ scale = [], ratings, table = [], targets }: Example): Data {
  const pairs = table.flatMap((row, first) =>
    row.flatMap((count, second) => Array.from({ length: count }, () => [scale[first]!, scale[second]!])),
  );
  return {
    scale,
    ratings: ratings ?? [pairs.map((pair) => pair[0]!), pairs.map((pair) => pair[1]!)],
    ...(targets && { targets }),
  };
}

function transposed(ratings: Ratings): Ratings {
  return ratings[0]!.map((_rating, unit) => ratings.map((row) => row[unit]!));
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

/** Half a unit in the last printed place. */
function printedTolerance(published: number): number {
  const decimals = String(published).split(".")[1]?.length ?? 0;
  return 0.5 * 10 ** -decimals + 1e-12;
}

function expectNear(value: Value, expected: Value, tolerance = 1e-9) {
  if (value === null || expected === null) {
    expect(value).toBe(expected);
    return;
  }
  const values = [value].flat();
  const wanted = [expected].flat();
  expect(values).toHaveLength(wanted.length);
  for (const [index, want] of wanted.entries()) {
    expect(Math.abs(values[index]! - want)).toBeLessThanOrEqual(tolerance);
  }
}

describe.each(examples)("$title ($source)", (example) => {
  test.each(example.figures)("$statistic", ({ statistic, published, computed }) => {
    const value = statistics[statistic]!(dataOf(example));
    expectNear(value, computed);
    if (published !== undefined) expectNear(value, published, printedTolerance(published));
  });
});

// What holds for any table

const point = fc.constantFrom(...fivePoints);
const anyRatings = ratingsOf(fc.option(point, { freq: 3 }));
const completeRatings = ratingsOf(point);

function ratingsOf(cell: fc.Arbitrary<number | null>): fc.Arbitrary<Ratings> {
  return fc
    .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 10 }))
    .chain(([raterCount, unitCount]) => {
      const row = fc.array(cell, { minLength: unitCount, maxLength: unitCount });
      return fc.array(row, { minLength: raterCount, maxLength: raterCount });
    });
}

/** Every coefficient of a table by name. */
function coefficientsOf(ratings: Ratings, scale: readonly number[] = fivePoints): Map<string, number | null> {
  const { oneWay, twoWay } = intraclassCorrelation(ratings);
  const [first = [], second = []] = ratings;
  return new Map([
    ...metrics.map((metric) => [`alpha ${metric}`, krippendorffAlpha(ratings, { metric })] as const),
    ...weightings.flatMap((weights) => [
      [`AC2 ${weights}`, gwetAC2(ratings, { scale, weights })] as const,
      [`kappa ${weights}`, weightedKappa(first, second, { scale, weights })] as const,
    ]),
    ["exact pairs", pairAgreement(ratings).exact],
    ["pairs within one", pairAgreement(ratings).withinOne],
    ["ICC(1,1)", oneWay.single],
    ["ICC(1,k)", oneWay.mean],
    ["ICC(2,1)", twoWay.single],
    ["ICC(2,k)", twoWay.mean],
  ]);
}

function expectSameCoefficients(ratings: Ratings, other: Ratings, names: RegExp) {
  const others = coefficientsOf(other);
  for (const [name, value] of coefficientsOf(ratings)) {
    if (names.test(name)) expectNear(others.get(name)!, value);
  }
}

test("the order of raters and of units does not matter", () => {
  const reordered = anyRatings.chain((ratings) => {
    const order = (length: number) => fc.shuffledSubarray([...Array(length).keys()], { minLength: length });
    return fc.tuple(fc.constant(ratings), order(ratings.length), order(ratings[0]!.length));
  });
  fc.assert(
    fc.property(reordered, ([ratings, raterOrder, unitOrder]) => {
      const units = ratings.map((row) => unitOrder.map((unit) => row[unit]!));
      expectSameCoefficients(ratings, units, /./);
      expectNear(leniency(units), leniency(ratings));
      const raters = raterOrder.map((rater) => ratings[rater]!);
      // Kappa is of the first two rows.
      expectSameCoefficients(ratings, raters, /^(?!kappa)/);
      expectSameCoefficients(ratings, [ratings[1]!, ratings[0]!, ...ratings.slice(2)], /^kappa/);
      const byRater = leniency(ratings);
      expectNear(leniency(raters), byRater && raterOrder.map((rater) => byRater[rater]!));
    }),
  );
});

test("a unit that one rater or none gave a point changes no coefficient of pairs and nobody's leniency", () => {
  fc.assert(
    fc.property(anyRatings, fc.nat(), fc.option(point), (ratings, anyRater, rating) => {
      const single = ratings.map((row, rater) => [
        ...row,
        rater === anyRater % ratings.length ? rating : null,
      ]);
      expectSameCoefficients(ratings, single, /alpha|kappa|pairs/);
      expectNear(leniency(single), leniency(ratings));
      expect(pairAgreement(single)).toEqual(pairAgreement(ratings));
    }),
  );
});

test("a unit without any point and a rater who gave none change no coefficient", () => {
  fc.assert(
    fc.property(anyRatings, (ratings) => {
      expectSameCoefficients(
        ratings,
        ratings.map((row) => [null, ...row]),
        /./,
      );
      expectSameCoefficients(ratings, [...ratings, ratings[0]!.map(() => null)], /./);
    }),
  );
});

test("a row that ends early is a row without further points", () => {
  fc.assert(
    fc.property(anyRatings, fc.nat(10), (ratings, length) => {
      const [first, ...others] = ratings;
      const short = first!.slice(0, length);
      const padded = first!.map((rating, unit) => (unit < length ? rating : null));
      expectSameCoefficients([short, ...others], [padded, ...others], /./);
      expectSameCoefficients([...others, short], [...others, padded], /./);
      expectNear(leniency([short, ...others]), leniency([padded, ...others]));
    }),
  );
});

test("raters who always give the same agree perfectly, or nothing can be said where nothing varies", () => {
  const given = fc.array(point, { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(given, fc.integer({ min: 2, max: 5 }), (row, raterCount) => {
      const ratings = Array.from({ length: raterCount }, () => row);
      const varies = new Set(row).size > 1;
      for (const [name, value] of coefficientsOf(ratings)) {
        expectNear(value, varies || /AC2|pairs/.test(name) ? 1 : null);
      }
      expectNear(
        leniency(ratings),
        ratings.map(() => 0),
      );
    }),
  );
});

test("raters who give the same wherever both gave a point agree perfectly, whatever else is missing", () => {
  fc.assert(
    fc.property(anyRatings, (ratings) => {
      const same = ratings.map((row) => row.map((rating, unit) => rating && (fivePoints[unit % 5] ?? null)));
      for (const [name, value] of coefficientsOf(same)) {
        if (/alpha|AC2|kappa|pairs/.test(name) && value !== null) expectNear(value, 1);
      }
    }),
  );
});

test("a coefficient is a number of at most 1 or null, never NaN and never infinite", () => {
  const values = [0, 0.1, 0.3, 1, 2.5, 7];
  const table = fc.array(fc.array(fc.option(fc.constantFrom(...values)), { maxLength: 6 }), { maxLength: 5 });
  fc.assert(
    fc.property(table, fc.subarray(values), (ratings, scale) => {
      for (const value of coefficientsOf(ratings, scale).values()) {
        expect(value ?? 0).toBeLessThanOrEqual(1 + 1e-9);
        expect(value ?? 0).toBeGreaterThan(-Infinity);
      }
      for (const value of leniency(ratings) ?? []) expect(Math.abs(value)).toBeLessThan(1e6);
    }),
  );
});

// Where single functions end

test("nothing can be said of no ratings, one rating, or one rater", () => {
  for (const ratings of [
    [],
    [[]],
    [[null], [null]],
    [[3]],
    [[1, 2, 3, 4]],
    [
      [1, null],
      [null, 2],
    ],
  ]) {
    expect([...coefficientsOf(ratings).values()].filter((value) => value !== null)).toEqual([]);
    expect(leniency(ratings)).toBeNull();
  }
});

test("in alpha by ratio two zeros agree, and a zero is as far from any other value as can be", () => {
  expectNear(
    krippendorffAlpha(
      [
        [0, 0, 4],
        [0, 0, 4],
      ],
      { metric: "ratio" },
    ),
    1,
  );
  const ratio = krippendorffAlpha(
    [
      [0, 0, 4],
      [0, 1, 9],
    ],
    { metric: "ratio" },
  );
  const observed = 2 * (1 + (5 / 13) ** 2);
  const expected = (2 * (3 * 3 + (3 / 5) ** 2 + (5 / 13) ** 2 + (8 / 10) ** 2)) / 5;
  expectNear(ratio, 1 - observed / expected);
});

test("alpha by ratio is undefined where two values cancel out", () => {
  expect(
    krippendorffAlpha(
      [
        [-1, 1, 2],
        [-1, 1, 3],
      ],
      { metric: "ratio" },
    ),
  ).toBeNull();
  expect(
    krippendorffAlpha(
      [
        [-1, 2],
        [1, 2],
      ],
      { metric: "ratio" },
    ),
  ).toBeNull();
});

test("AC2 counts a unit with a single rating among the shares of the points, as it is defined", () => {
  const options = { scale: fivePoints, weights: "unweighted" } as const;
  // Of three shared units two agree; points 1 and 2 have half of the shares each, or 5/8 and 3/8 with the single 1.
  expectNear(
    gwetAC2(
      [
        [1, 2, 1],
        [1, 2, 2],
      ],
      options,
    ),
    (2 / 3 - 1 / 8) / (1 - 1 / 8),
  );
  const chance = ((5 / 8) * (3 / 8) * 2) / 4;
  expectNear(
    gwetAC2(
      [
        [1, 2, 1, 1],
        [1, 2, 2, null],
      ],
      options,
    ),
    (2 / 3 - chance) / (1 - chance),
  );
});

test("AC2 depends on points of the scale that nobody used, kappa does not", () => {
  const a = [2, 3, 3, 2, 3];
  const b = [2, 3, 2, 2, 3];
  for (const weights of weightings) {
    expect(gwetAC2([a, b], { scale: fivePoints, weights })).toBeGreaterThan(
      gwetAC2([a, b], { scale: [2, 3], weights })!,
    );
    expectNear(
      weightedKappa(a, b, { scale: fivePoints, weights }),
      weightedKappa(a, b, { scale: [2, 3], weights }),
    );
  }
});

test("a rating that is off the scale leaves AC2 and kappa undefined", () => {
  for (const weights of weightings) {
    expect(
      gwetAC2(
        [
          [1, 6],
          [1, 2],
        ],
        { scale: fivePoints, weights },
      ),
    ).toBeNull();
    expect(
      gwetAC2(
        [
          [1, 6],
          [1, null],
        ],
        { scale: fivePoints, weights },
      ),
    ).toBeNull();
    expect(weightedKappa([1, 6], [1, 2], { scale: fivePoints, weights })).toBeNull();
  }
});

test("raters who differ throughout, each of them always giving one point, have a kappa of 0", () => {
  for (const weights of weightings) {
    expectNear(weightedKappa([3, 3, 3], [4, 4, 4], { scale: fivePoints, weights }), 0);
  }
});

test("correlations can be negative on a complete table and are at least 0 where cells are missing", () => {
  const complete = [
    [1, 3, 2, 3],
    [3, 1, 3, 1],
    [2, 2, 1, 3],
  ];
  const { oneWay, twoWay } = intraclassCorrelation(complete);
  for (const value of [oneWay.single, oneWay.mean, twoWay.single]) expect(value).toBeLessThan(0);
  const gappy = intraclassCorrelation([
    [1, 3, 2, 3],
    [3, 1, 3, 1],
    [2, 2, 1, null],
  ]);
  expect(gappy).toEqual({ oneWay: { single: 0, mean: 0 }, twoWay: { single: 0, mean: 0 } });
  fc.assert(
    fc.property(completeRatings, ([first = [], ...others]) => {
      const { oneWay: one, twoWay: two } = intraclassCorrelation([
        [null, ...first],
        ...others.map((row) => [3, ...row]),
      ]);
      for (const value of [one.single, one.mean, two.single, two.mean]) {
        expect(value ?? 0).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test("the mean of k ratings follows from one by Spearman and Brown", () => {
  fc.assert(
    fc.property(completeRatings, (ratings) => {
      const k = ratings.length;
      const { oneWay, twoWay } = intraclassCorrelation(ratings);
      for (const { single, mean: ofMean } of [oneWay, twoWay]) {
        if (single === null || ofMean === null) continue;
        const tolerance = 1e-9 * Math.max(1, Math.abs(ofMean));
        expectNear(ofMean * (1 + (k - 1) * single), k * single, tolerance);
      }
    }),
  );
});

test("correlations are undefined for one target, and where no rater saw two targets or none was seen twice", () => {
  const none = { single: null, mean: null };
  expect(intraclassCorrelation([[1], [2], [4]])).toEqual({ oneWay: none, twoWay: none });
  expect(
    intraclassCorrelation([
      [null, 0],
      [0, null],
      [3, null],
    ]),
  ).toEqual({ oneWay: none, twoWay: none });
  expect(
    intraclassCorrelation([
      [1, null],
      [2, null],
      [null, 4],
    ]),
  ).toEqual({ oneWay: none, twoWay: none });
  expect(
    intraclassCorrelation([
      [1, 3, null],
      [null, null, 4],
    ]),
  ).toEqual({ oneWay: none, twoWay: none });
  expect(
    intraclassCorrelation([
      [1, 2],
      [2, 1],
    ]).twoWay,
  ).toEqual(none);
});

test("the mean of k has no correlation where the targets' means are all the same", () => {
  const columns = fc
    .array(point, { minLength: 3, maxLength: 5 })
    .chain((values) =>
      fc.array(fc.shuffledSubarray(values, { minLength: values.length }), { minLength: 2, maxLength: 9 }),
    );
  fc.assert(
    fc.property(columns, (units) => {
      expect(intraclassCorrelation(transposed(units)).oneWay.mean).toBeNull();
    }),
  );
});

test("units named as ratings of one target are taken together", () => {
  const ratings = [
    [1, 3, 5, 4],
    [2, 3, 4, 4],
  ];
  expect(intraclassCorrelation(ratings, ["a", "b", "c", "d"])).toEqual(intraclassCorrelation(ratings));
  // Two targets: (1, 3, 2, 3) and (5, 4, 4, 4), so 2.75 and 0.75 within, 8 between, and each rater saw each twice.
  const within = (2.75 + 0.75) / 6;
  const between = (8 - within) / (8 - 4);
  expectNear(
    intraclassCorrelation(ratings, ["a", "a", "b", "b"]).oneWay.single,
    between / (between + within),
  );
});

test("equal ratings have no correlation, also where they cannot be written exactly", () => {
  expect(
    intraclassCorrelation([
      [0.1, 0.1],
      [0.1, 0.1],
      [0.1, 0.1],
    ]).oneWay.single,
  ).toBeNull();
});

test("pairs are counted within units, each as one", () => {
  // 1-1, 1-2, 1-2 and 3-5; the last unit has one rating.
  expect(
    pairAgreement([
      [1, 3, 4],
      [1, null, null],
      [2, 5, null],
    ]),
  ).toEqual({
    pairCount: 4,
    exact: 1 / 4,
    withinOne: 3 / 4,
  });
  expect(
    pairAgreement([
      [1, null],
      [null, 4],
    ]),
  ).toEqual({ pairCount: 0, exact: null, withinOne: null });
});

test("leniency finds what each rater adds, from whatever cells raters share", () => {
  const effects = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(anyRatings, effects, (cells, byRater) => {
      const ratings = cells.map((row, rater) => row.map((cell, unit) => cell && unit + byRater[rater]!));
      const added = byRater.slice(0, ratings.length);
      const found = leniency(ratings);
      if (found)
        expectNear(
          found,
          added.map((effect) => effect - mean(added)),
        );
    }),
  );
});

test("leniency compares raters by way of others, and is undefined where some share nothing with the rest", () => {
  expectNear(
    leniency([
      [3, null],
      [4, 2],
      [null, 4],
    ]),
    [-4 / 3, -1 / 3, 5 / 3],
  );
  expect(
    leniency([
      [3, null],
      [4, null],
      [null, 2],
      [null, 4],
    ]),
  ).toBeNull();
  expect(
    leniency([
      [3, 2],
      [4, 2],
      [null, null],
    ]),
  ).toBeNull();
  expect(leniency([[3, 2]])).toBeNull();
});

test("leniency is unmoved by how high a unit stands for all of its raters", () => {
  fc.assert(
    fc.property(anyRatings, fc.integer({ min: -9, max: 9 }), (ratings, height) => {
      const raised = ratings.map(([first = null, ...row]) => [first && first + height, ...row]);
      expectNear(leniency(raised), leniency(ratings));
    }),
  );
});

test("the overlap counts units with two points or more, and the different points in them", () => {
  expect(overlapOf([])).toEqual({ unitCount: 0, valueCount: 0 });
  expect(
    overlapOf([
      [1, 2, 5, null],
      [1, 3, null, 4],
      [null, 3],
    ]),
  ).toEqual({ unitCount: 2, valueCount: 3 });
});

test.each([
  ["alpha and AC2 need ten units", isEnoughForAlpha, 10, 2],
  ["intraclass correlations need ten targets", isEnoughForIntraclass, 10, 1],
  ["kappa needs twenty cells that both filled", isEnoughForKappa, 20, 1],
])("%s", (_title, isEnough, unitCount, valueCount) => {
  expect(isEnough({ unitCount, valueCount })).toBe(true);
  expect(isEnough({ unitCount: unitCount - 1, valueCount: 5 })).toBe(false);
});

test("ten units that all have the same point are not enough for alpha", () => {
  expect(isEnoughForAlpha({ unitCount: 10, valueCount: 1 })).toBe(false);
});
