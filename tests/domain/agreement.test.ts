import { describe, expect, test } from "vitest";
import {
  gwetAC2,
  krippendorffAlpha,
  weightedKappa,
  type Ratings,
  type Weights,
} from "../../src/domain/agreement.ts";
import agreementExamples from "./agreementExamples.json" with { type: "json" };

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
