import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { candidateKey } from "../../../src/domain/candidates/candidateKey.ts";
import {
  calibrate as calibrateBy,
  type ScaleCalibration,
  type StartedPanel,
} from "../../../src/domain/panels/calibration.ts";
import { closeDebrief, startDebrief } from "../../../src/domain/panels/debrief.ts";
import type { Guide } from "../../../src/domain/guides/guide.ts";
import type { Scorecard } from "../../../src/domain/session/scorecard.ts";
import { MINUTE, smallGuide, START } from "../../smallInterview.ts";
import { smallRevision, smallScorecard, startedPanel } from "../../smallPanel.ts";

const calibrate = (panels: readonly StartedPanel[]) => calibrateBy(panels, candidateKey);

const areaIds = smallGuide.questions.flatMap(({ areas }) => areas.map(({ id }) => id));
const questionIds = smallGuide.questions.map(({ id }) => id);

/** After everybody has submitted. */
const DEBRIEF = START + 90 * MINUTE;

/** The points that each interviewer gives the four areas of one candidate; null for an area left out. */
type Given = Readonly<Record<string, readonly (number | null)[]>>;

interface Parts {
  readonly guide?: Guide;
  readonly candidate?: string;
}

/** Makes the panel of a candidate; interviewers are known by their names. */
function panelOf(
  id: string,
  given: Given,
  { candidate = `Candidate ${id}`, guide }: Parts = {},
): StartedPanel {
  const names = Object.keys(given);
  return {
    panel: {
      ...startedPanel,
      debrief: { ...startedPanel.debrief, startedAt: DEBRIEF },
      id,
      candidate,
      interviewers: names.map((name) => ({ id: `${id} ${name}`, name, questionIds })),
    },
    scorecards: names.map((name) => withId(id, `${id} ${name}`, scorecardOf(name, given[name]!, guide))),
  };
}

function scorecardOf(name: string, points: readonly (number | null)[], guide = smallGuide): Scorecard {
  const rated = areaIds.flatMap((areaId, at) => {
    const point = points[at] ?? null;
    return point === null ? [] : [[areaId, point] as const];
  });
  return smallScorecard(name, Object.fromEntries(rated), { name, questionIds, guide });
}

function withId(panelId: string, interviewerId: string, { first, revisions }: Scorecard): Scorecard {
  const session = {
    ...first.session,
    id: `session ${interviewerId}`,
    panel: { panelId, interviewerId, publicKey: null },
  };
  return { first: { ...first, session }, revisions };
}

/** @returns that many panels of one and the same ratings, each with a candidate of its own */
const panelsOf = (count: number, given: Given): readonly StartedPanel[] =>
  Array.from({ length: count }, (_, at) => panelOf(`p${at}`, given));

function onlyScale(panels: readonly StartedPanel[]): ScaleCalibration {
  const { scales } = calibrate(panels);
  expect(scales).toHaveLength(1);
  return scales[0]!;
}

const twoAlike = { Noor: [1, 3, 4, 5], Ben: [2, 3, 4, 5] };

describe("what is given", () => {
  test("of one candidate is no figure between interviewers, however many areas were shared", () => {
    const rounds = Array.from({ length: 8 }, (_, at) =>
      panelOf(`p${at}`, twoAlike, { candidate: " ZOË  Ray" }),
    );
    const scale = onlyScale([...rounds, panelOf("p9", twoAlike, { candidate: "Zoë Ray" })]);
    expect(scale.overlap).toEqual({ unitCount: 36, valueCount: 5, candidateCount: 1 });
    expect(scale).toMatchObject({ agreement: null, intraclass: null, leniencyGroups: [] });
    expect(scale.pairs).toMatchObject([{ overlap: { unitCount: 36, candidateCount: 1 }, agreement: null }]);
  });

  test("of all interviewers begins at ten shared areas", () => {
    const shared = panelsOf(2, twoAlike);
    const nine = onlyScale([...shared, panelOf("p8", { Noor: [1, 3, 4, 5], Ben: [2] })]);
    expect(nine).toMatchObject({ overlap: { unitCount: 9 }, agreement: null, intraclass: null });
    const ten = onlyScale([...shared, panelOf("p8", { Noor: [1, 3, 4, 5], Ben: [2, 3] })]);
    expect(ten).toMatchObject({
      overlap: { unitCount: 10, valueCount: 5, candidateCount: 3 },
      agreement: { pairs: { pairCount: 10, exact: 0.7, withinOne: 1 } },
    });
    expect(ten.agreement!.alpha).toBeGreaterThan(0.8);
    expect(ten.agreement!.ac2).toBeGreaterThan(0.8);
    expect(ten.intraclass!.single).toBeGreaterThan(0.8);
    expect(ten.intraclass!.mean).toBeGreaterThan(ten.intraclass!.single!);
  });

  test("counts points that stand side by side as one apart on a scale that skips numbers", () => {
    const [one, , three, , five] = smallGuide.scale.points;
    const guide = { ...smallGuide, scale: { points: [one!, three!, five!] } };
    const given = { Noor: [1, 3, 5, 5], Ben: [3, 3, 3, 1] };
    const rounds = Array.from({ length: 5 }, (_, at) => panelOf(`p${at}`, given, { guide }));
    const scale = onlyScale(rounds);
    expect(scale.agreement!.pairs).toEqual({ pairCount: 20, exact: 0.25, withinOne: 0.75 });
    expect(scale.pairs[0]!.agreement).toMatchObject({ exact: 0.25, withinOne: 0.75 });
  });

  test("where everybody gave one and the same point has no alpha", () => {
    const scale = onlyScale(panelsOf(3, { Noor: [3, 3, 3, 3], Ben: [3, 3, 3, 3] }));
    expect(scale.overlap).toEqual({ unitCount: 12, valueCount: 1, candidateCount: 3 });
    expect(scale.agreement).toBeNull();
  });

  test("of two interviewers begins at twenty shared areas", () => {
    const few = onlyScale([...panelsOf(4, twoAlike), panelOf("p8", { Noor: [1, 3, 4], Ben: [2, 3, 4, 5] })]);
    expect(few.pairs).toMatchObject([{ overlap: { unitCount: 19, candidateCount: 5 }, agreement: null }]);
    const enough = onlyScale(panelsOf(5, twoAlike));
    expect(enough.pairs).toMatchObject([
      {
        raters: [{ name: "Ben" }, { name: "Noor" }],
        overlap: { unitCount: 20, candidateCount: 5 },
        agreement: { exact: 0.75, withinOne: 1, pairCount: 20 },
      },
    ]);
    // One cell in four is one apart; of all 16 pairings of their points the squares sum to 56.
    expect(enough.pairs[0]!.agreement!.kappa).toBeCloseTo(1 - 1 / 4 / (56 / 16), 10);
  });

  test("two who never rated the same are no pair", () => {
    const scale = onlyScale([panelOf("p1", { Noor: [1, 2, null, null], Ben: [null, null, 3, 4] })]);
    expect(scale.pairs).toEqual([]);
  });

  test("never stands on less than its gate", () => {
    fc.assert(
      fc.property(fc.array(anyPanel, { maxLength: 8 }), (given) => {
        for (const { overlap, agreement, intraclass, leniencyGroups, pairs, raters } of calibrate(
          numbered(given),
        ).scales) {
          const isEnough = overlap.unitCount >= 10 && overlap.candidateCount >= 2;
          expect(agreement !== null).toBe(isEnough && overlap.valueCount >= 2);
          expect(intraclass !== null).toBe(isEnough);
          for (const pair of pairs)
            expect(pair.agreement !== null).toBe(
              pair.overlap.unitCount >= 20 && pair.overlap.candidateCount >= 2,
            );
          for (const { isNarrow, ratingCount } of raters) expect(isNarrow !== null).toBe(ratingCount >= 20);
          for (const group of leniencyGroups) {
            expect(group.length).toBeGreaterThan(1);
            expect(group.every(({ shared }) => shared.candidateCount >= 2)).toBe(true);
            expect(Math.abs(group.reduce((sum, { adjusted }) => sum + adjusted, 0))).toBeLessThan(1e-9);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

const anyPoint = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 4 });
const anyPanel = fc.dictionary(
  fc.constantFrom("Noor", "Ben", "Eva", "Jo"),
  fc.array(anyPoint, { minLength: 4, maxLength: 4 }),
  { minKeys: 1, maxKeys: 4 },
);
/** The same points in other words. */
const reworded: Guide = {
  ...smallGuide,
  scale: { points: smallGuide.scale.points.map((point) => ({ ...point, label: `${point.label}!` })) },
};
const numbered = (given: readonly Given[]) =>
  given.map((one, at) => panelOf(`p${at}`, one, { guide: at % 2 === 0 ? smallGuide : reworded }));

test("the order of panels, interviewers and scorecards changes nothing", () => {
  fc.assert(
    fc.property(fc.array(anyPanel, { minLength: 1, maxLength: 6 }), fc.nat(), (given, turn) => {
      const panels = numbered(given);
      const turned = rotate(panels, turn).map(({ panel, scorecards }) => ({
        panel: { ...panel, interviewers: rotate(panel.interviewers, turn) },
        scorecards: rotate(scorecards, turn).toReversed(),
      }));
      expect(calibrate(turned)).toEqual(calibrate(panels));
    }),
    { numRuns: 60 },
  );
});

const rotate = <T>(list: readonly T[], by: number): readonly T[] => {
  const at = list.length === 0 ? 0 : by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
};

describe("leniency", () => {
  test("raw and adjusted are one where all rated all", () => {
    const scale = onlyScale(panelsOf(2, { Noor: [2, 3, 4, 5], Ben: [1, 2, 3, 4], Eva: [1, 2, 3, 4] }));
    const [group] = scale.leniencyGroups;
    expect(group!.map(({ name }) => name)).toEqual(["Ben", "Eva", "Noor"]);
    for (const { raw, adjusted, name } of group!) {
      expect(raw).toBeCloseTo(name === "Noor" ? 2 / 3 : -1 / 3, 10);
      expect(adjusted).toBeCloseTo(raw, 10);
    }
  });

  test("adjusted leaves out that one met the better candidates", () => {
    const scale = onlyScale([
      ...panelsOf(2, { Noor: [2, 3, 2, 3], Ben: [2, 3, 2, 3] }),
      panelOf("p8", { Noor: [5, 5, 5, 5] }),
    ]);
    const [ben, noor] = scale.leniencyGroups[0]!;
    expect(noor!.raw - ben!.raw).toBeGreaterThan(0.5);
    expect(noor!.adjusted).toBeCloseTo(0, 10);
    expect(ben!.adjusted).toBeCloseTo(0, 10);
    expect(scale.raters[1]).toMatchObject({
      name: "Noor",
      ratingCount: 12,
      shared: { unitCount: 8, candidateCount: 2 },
    });
  });

  test("reaches those who met only by way of others, and nobody beyond", () => {
    const chain = [
      panelOf("p0", { Noor: [2, 3], Ben: [3, 4] }),
      panelOf("p1", { Noor: [2, 3], Ben: [3, 4] }),
      panelOf("p2", { Ben: [2, 3], Eva: [3, 4] }),
      panelOf("p6", { Ben: [2, 3], Eva: [3, 4] }),
      panelOf("p3", { Jo: [2, 3] }),
      panelOf("p4", { Kit: [1, 1], Lou: [2, 2] }),
      panelOf("p5", { Kit: [4, 4], Lou: [5, 5] }),
    ];
    const { leniencyGroups } = onlyScale(chain);
    expect(leniencyGroups.map((group) => group.map(({ name }) => name))).toEqual([
      ["Ben", "Eva", "Noor"],
      ["Kit", "Lou"],
    ]);
    expect(leniencyGroups[0]!.map(({ adjusted }) => Math.round(adjusted * 1e6) / 1e6 + 0)).toEqual([
      0, 1, -1,
    ]);
  });

  test("is given of nobody whose areas with the others are of one candidate, and is the others’ without them", () => {
    const both = panelsOf(2, { Noor: [2, 3, 4, 5], Ben: [1, 2, 3, 4] });
    const withEva = panelOf("p8", { Noor: [2, 3, 4, 5], Ben: [1, 2, 3, 4], Eva: [3, null, null, null] });
    const withoutEva = panelOf("p8", { Noor: [2, 3, 4, 5], Ben: [1, 2, 3, 4] });
    const elsewhere = panelOf("p9", { Eva: [1, 2, 3, 4] });
    const { leniencyGroups, raters } = onlyScale([...both, withEva, elsewhere]);
    expect(leniencyGroups.map((group) => group.map(({ name }) => name))).toEqual([["Ben", "Noor"]]);
    expect(leniencyGroups).toEqual(onlyScale([...both, withoutEva]).leniencyGroups);
    expect(raters.find(({ name }) => name === "Eva")?.shared).toMatchObject({
      unitCount: 1,
      candidateCount: 1,
    });
  });

  test("is given of nobody who met the second candidate only with one who has no figure", () => {
    // Kit shares one candidate with Ben, and Lou one with Kit: in the whole table Kit shares two.
    const { leniencyGroups } = onlyScale([
      ...panelsOf(2, { Noor: [2, 3, 4, 5], Ben: [1, 2, 3, 4] }),
      panelOf("p8", { Ben: [1, 2, 3, 4], Kit: [1, 2, 3, 4] }),
      panelOf("p9", { Kit: [1, 2, 3, 4], Lou: [1, 2, 3, 4] }),
    ]);
    expect(leniencyGroups.map((group) => group.map(({ name }) => name))).toEqual([["Ben", "Noor"]]);
  });
});

describe("the range", () => {
  const rangeOf = (given: readonly (number | null)[][]) =>
    onlyScale(given.map((points, at) => panelOf(`p${at}`, { Noor: points }))).raters[0]!;

  test("is narrow where nine in ten ratings are on two points", () => {
    const narrow = rangeOf([[3, 3, 3, 1], ...Array.from({ length: 4 }, () => [3, 4, 3, 4])]);
    expect(narrow).toEqual({
      key: "noor",
      name: "Noor",
      ratingCount: 20,
      candidateCount: 5,
      shared: { unitCount: 0, valueCount: 0, candidateCount: 0 },
      counts: [1, 0, 11, 8, 0],
      isNarrow: true,
    });
    expect(rangeOf([[1, 2, 5, 1], ...Array.from({ length: 4 }, () => [3, 4, 3, 4])]).isNarrow).toBe(false);
  });

  test("of fewer than twenty ratings is not judged", () => {
    const few = rangeOf([[3, 3, 3, null], ...Array.from({ length: 4 }, () => [3, 3, 3, 3])]);
    expect(few).toMatchObject({ ratingCount: 19, isNarrow: null });
  });
});

describe("what counts", () => {
  test("is the first rating, whatever was revised after", () => {
    const panels = panelsOf(3, twoAlike);
    const revised = panels.map(({ panel, scorecards }) => ({
      panel,
      scorecards: scorecards.map((scorecard) => ({
        ...scorecard,
        revisions: [smallRevision("r1", START + 1e8, "failed.cause", 5)],
      })),
    }));
    expect(calibrate(revised)).toEqual(calibrate(panels));
  });

  test("is no scorecard that was submitted after the debrief began: who wrote it may have heard the others", () => {
    const panels = panelsOf(3, { Noor: [1, 3, 4, 5], Ben: [2, 3, 4, 5], Eva: [5, 5, 5, 5] });
    const late = panels.map(({ panel, scorecards }) => ({
      panel,
      scorecards: scorecards.map(({ first, revisions }) => ({
        first: {
          ...first,
          session: {
            ...first.session,
            submittedAt: first.session.interviewer === "Eva" ? DEBRIEF + 1 : DEBRIEF,
          },
        },
        revisions,
      })),
    }));
    expect(calibrate(late)).toEqual(calibrate(panelsOf(3, twoAlike)));
    // Nor does it count once the debrief is closed and started again.
    const again = late.map(({ panel, scorecards }) => ({
      panel: { ...panel, debrief: startDebrief(closeDebrief(panel.debrief), DEBRIEF + MINUTE) },
      scorecards,
    }));
    expect(calibrate(again)).toEqual(calibrate(late));
  });

  test("is nothing of a panel whose debrief has not started", () => {
    const sealed = panelsOf(3, twoAlike).map(({ panel, scorecards }) => ({
      panel: { ...panel, debrief: { ...panel.debrief, startedAt: null } },
      scorecards,
    }));
    expect(calibrate(sealed)).toEqual({ scales: [], raters: [], ambiguousNames: [], isSample: false });
  });

  test("is no area without a point", () => {
    const scale = onlyScale(panelsOf(2, { Noor: [1, null, null, 5], Ben: [2, 3, null, 5] }));
    expect(scale.overlap.unitCount).toBe(4);
    expect(scale.raters.map(({ ratingCount }) => ratingCount)).toEqual([6, 4]);
  });

  test("is a scorecard in one panel only, though it was dropped into two", () => {
    const panels = panelsOf(2, twoAlike);
    const copies = panels.map(({ panel, scorecards }) => ({
      panel: { ...panel, id: `${panel.id} again`, createdAt: panel.createdAt + 1 },
      scorecards,
    }));
    // In the copy one of the two is another.
    const mixed = copies.map(({ panel, scorecards }, at) => ({
      panel,
      scorecards: [scorecards[0]!, panelOf(`q${at}`, { Eva: [1, 2, 3, 4] }).scorecards[0]!],
    }));
    expect(onlyScale([...copies, ...panels])).toEqual(onlyScale(panels));
    expect(onlyScale([...mixed, ...panels])).toEqual(onlyScale([...panels, ...mixed]));
    expect(onlyScale([...mixed, ...panels]).raters.map(({ ratingCount }) => ratingCount)).toEqual([8, 8, 8]);
  });

  test("is real: made-up scorecards are never beside it, and alone they are called so", () => {
    const sample = panelsOf(3, { Ines: [1, 2, 3, 4] }).map(({ panel, scorecards }) => ({
      panel: { ...panel, id: `sample ${panel.id}` },
      scorecards: scorecards.map(({ first, revisions }) => ({
        first: { ...first, session: { ...first.session, id: `sample ${first.session.id}`, sample: true } },
        revisions,
      })),
    }));
    expect(calibrate(sample)).toMatchObject({ isSample: true, raters: [{ name: "Ines" }] });
    const real = panelsOf(3, twoAlike);
    expect(calibrate([...sample, ...real])).toEqual(calibrate(real));
  });

  test("stays apart by scale: points that differ are never in one table", () => {
    const four: Guide = { ...smallGuide, scale: { points: smallGuide.scale.points.slice(0, 4) } };
    const { scales } = calibrate([
      ...panelsOf(2, { Noor: [4, 4, 4, 4], Ben: [4, 3, 4, 3] }),
      panelOf("p8", { Noor: [1, 2, 3, 4], Ben: [2, 2, 3, 4] }, { guide: four }),
    ]);
    expect(scales.map(({ scale, overlap }) => [scale.points.length, overlap.unitCount])).toEqual([
      [5, 8],
      [4, 4],
    ]);
    expect(scales[0]!.raters[0]!.counts).toEqual([0, 0, 4, 4, 0]);
    expect(scales[1]!.raters[1]!.counts).toEqual([1, 1, 1, 1]);
  });
});

describe("interviewers", () => {
  test("are known by their names, however these are spelled", () => {
    const scale = onlyScale([panelOf("p1", { "Noor  Ali": [1, 2] }), panelOf("p2", { "noor ali": [3, 4] })]);
    expect(scale.raters).toMatchObject([{ name: "Noor  Ali", ratingCount: 4, candidateCount: 2 }]);
  });

  test("of one name in one panel are in no figure, in no panel, and are named", () => {
    const { panel, scorecards } = panelOf("p1", {
      Noor: [1, 2, 3, 4],
      "NOOR ": [5, 5, 5, 5],
      Ben: [1, 2, 3, 4],
    });
    const elsewhere = panelOf("p2", { Noor: [1, 2, 3, 4], Ben: [1, 2, 3, 5] });
    const both = calibrate([{ panel, scorecards }, elsewhere]);
    expect(both.ambiguousNames).toEqual(["NOOR "]);
    expect(both.raters).toEqual([{ key: "ben", name: "Ben" }]);
    expect(both.scales[0]).toMatchObject({ raters: [{ name: "Ben", ratingCount: 8 }], pairs: [] });
    // The other one may still come in.
    const oneIn = calibrate([{ panel, scorecards: scorecards.slice(1) }, elsewhere]);
    expect(oneIn.raters).toEqual([{ key: "ben", name: "Ben" }]);
  });
});
