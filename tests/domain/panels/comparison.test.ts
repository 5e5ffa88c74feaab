import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compareCandidates,
  competencyMeans,
  inCandidateOrder,
  overallMeans,
  placeOnScale,
  questionMeans,
  ratingDots,
  ratingsBySeat,
} from "../../../src/domain/panels/comparison.ts";
import {
  agree,
  compareAreas,
  seatedScorecards,
  weigh,
  type PanelOutline,
} from "../../../src/domain/panels/debrief.ts";
import { copyQuestions } from "../../../src/domain/guides/copiedQuestions.ts";
import type { Guide } from "../../../src/domain/guides/guide.ts";
import type { Figures } from "../../../src/domain/panels/figures.ts";
import type { Scorecard } from "../../../src/domain/session/scorecard.ts";
import { smallGuide, START } from "../../smallInterview.ts";
import { smallScorecard, startedPanel } from "../../smallPanel.ts";

const compare = (panel: PanelOutline, scorecards: readonly Scorecard[], figures: Figures) =>
  compareAreas(panel, seatedScorecards(panel, scorecards), figures);

const { debrief } = startedPanel;
const noor = smallScorecard("noor", { "failed.cause": 5, "failed.after": 4, "recipe.trial": 3 });
const ben = smallScorecard("ben", { "failed.cause": 1, "failed.after": "noEvidence", "apprentice.way": 2 });

const meansOf = (scorecards: readonly Scorecard[], current = debrief) =>
  competencyMeans(compare(startedPanel, scorecards, "on"), current, "on");

test("each interviewer weighs the same, however many areas they rated", () => {
  const [failed] = questionMeans(compare(startedPanel, [noor, ben], "on"), debrief, "on");
  expect(failed).toMatchObject({
    title: "A failed batch",
    mean: 2.75,
    raterCount: 2,
    lowest: 1,
    highest: 4.5,
  });
  const [dough, people] = meansOf([noor, ben]);
  expect(dough).toMatchObject({ name: "Dough", mean: 2.5, raterCount: 2, lowest: 1, highest: 4 });
  expect(people).toMatchObject({ name: "People", mean: 2, raterCount: 1, lowest: 2, highest: 2 });
});

test("what was not assessed is counted, each for its reason, and is in no mean", () => {
  const short = smallScorecard("ben", { "failed.cause": "noEvidence", "failed.after": "notAsked" });
  const [dough] = meansOf([noor, short]);
  expect(dough).toMatchObject({ mean: 4, raterCount: 1 });
  expect(dough?.bySeat[1]).toEqual({
    seatId: "ben",
    mean: null,
    points: [],
    noEvidenceCount: 1,
    notAskedCount: 1,
  });
});

test("an area that was not assessed changes no mean", () => {
  const points = fc.integer({ min: 1, max: 5 });
  fc.assert(
    fc.property(points, points, fc.constantFrom("noEvidence" as const, "notAsked" as const), (a, b, none) => {
      const means = (ratings: Parameters<typeof smallScorecard>[1]) =>
        meansOf([smallScorecard("noor", ratings), ben]).map(({ mean }) => mean);
      expect(means({ "failed.cause": a, "recipe.trial": b, "failed.after": none })).toEqual(
        means({ "failed.cause": a, "recipe.trial": b }),
      );
    }),
  );
});

test("what was agreed on stands beside the mean, and is not in it", () => {
  const agreed = agree(agree(debrief, "failed.cause", { rating: 5 }), "failed.after", {
    rating: "noEvidence",
  });
  const [dough] = meansOf([noor, ben], agreed);
  expect(dough).toMatchObject({ mean: 2.5, agreed: [5] });
});

describe("guide versions", () => {
  const edited: Guide = {
    ...smallGuide,
    introduction: "Another word.",
    competencies: smallGuide.competencies.map((one) => ({
      ...one,
      id: `${one.id}-2`,
      name: ` ${one.name.toUpperCase()}`,
    })),
    questions: smallGuide.questions.map((one) => ({ ...one, competencyId: `${one.competencyId}-2` })),
  };

  test("of one scale are compared by competencies of one name, and it is said", () => {
    const other = smallScorecard("ben", { "failed.cause": 1, "apprentice.way": 2 }, { guide: edited });
    const means = meansOf([noor, other]);
    expect(means).toMatchObject([
      { name: "Dough", competencyId: "dough", mean: 2.5, raterCount: 2, isAcrossVersions: true },
      { name: "People", mean: 2, raterCount: 1, isAcrossVersions: true },
    ]);
    expect(meansOf([noor, ben]).map(({ isAcrossVersions }) => isAcrossVersions)).toEqual([false, false]);
  });

  test("are compared by a competency whose name was typed with other spaces, as when its questions are copied", () => {
    const called = (name: string, id: string): Guide => ({
      ...smallGuide,
      competencies: [{ id, name, anchors: [] }],
      questions: smallGuide.questions.map((one) => ({ ...one, competencyId: id })),
    });
    const guide = called("Care for dough", "care");
    const spaced = called(" care for\u00A0 Dough", "care-2");
    const first = smallScorecard("noor", { "failed.cause": 5 }, { guide });
    const other = smallScorecard("ben", { "failed.cause": 1 }, { guide: spaced });
    expect(meansOf([first, other])).toMatchObject([{ name: "Care for dough", mean: 3, raterCount: 2 }]);
    const copied = copyQuestions({ ...spaced, questions: spaced.questions.slice(0, 1) }, ["failed"], {
      ...guide,
      questions: [],
    });
    expect(copied.guide.competencies.map(({ name }) => name)).toEqual(["Care for dough"]);
  });

  test("a renamed competency is known by its id", () => {
    const renamed = {
      ...smallGuide,
      competencies: smallGuide.competencies.map((one) => ({ ...one, name: `${one.name} and more` })),
    };
    const other = smallScorecard("ben", { "failed.cause": 1 }, { guide: renamed });
    expect(meansOf([noor, other])[0]).toMatchObject({ name: "Dough", raterCount: 2 });
  });

  describe("where one was renamed and another got its name", () => {
    const renamed: Guide = {
      ...smallGuide,
      competencies: [
        { id: "dough", name: "Patience", anchors: [] },
        { id: "people", name: "People", anchors: [] },
        { id: "new", name: "Dough", anchors: [] },
      ],
      questions: smallGuide.questions.map((one) =>
        one.id === "recipe" ? { ...one, competencyId: "new" } : one,
      ),
    };
    const by = (seat: string, ratings: Parameters<typeof smallScorecard>[1], guide: Guide) =>
      smallScorecard(seat, ratings, { guide, questionIds: ["failed", "recipe"] });
    const pointsOf = (scorecards: readonly Scorecard[]) =>
      Object.fromEntries(
        meansOf(scorecards).map(({ name, bySeat }) => [name, bySeat.map(({ points }) => points)]),
      );

    test("no rating of the one is in a mean of the other", () => {
      const before = by("noor", { "failed.cause": 5, "recipe.trial": 5 }, smallGuide);
      const after = by("ben", { "failed.cause": 1, "recipe.trial": 4 }, renamed);
      const means = meansOf([before, after]);
      expect(pointsOf([before, after])).toMatchObject({ Dough: [[5, 5], [4]], Patience: [[], [1]] });
      expect(new Set(means.map(({ id }) => id)).size).toBe(means.length);
      const [dough, , patience] = overallMeans(means, weigh(debrief, { dough: 3 }, "Alone at night."));
      expect([dough?.weighted, patience]).toEqual([(4.5 * 3 + 1) / 4, undefined]);
    });

    test("also where of the new one nothing was asked", () => {
      const short: Guide = {
        ...renamed,
        questions: renamed.questions.filter(({ id }) => id !== "recipe"),
      };
      const after = smallScorecard("noor", { "failed.cause": 1 }, { guide: short, questionIds: ["failed"] });
      const before = by("ben", { "failed.cause": 5, "recipe.trial": 5 }, smallGuide);
      expect(pointsOf([before, after])).toMatchObject({ Dough: [[], [5, 5]], Patience: [[1], []] });
    });
  });

  test("of different scales are never in one mean", () => {
    const four = { ...smallGuide, scale: { points: smallGuide.scale.points.slice(0, 4) } };
    const other = smallScorecard("ben", { "failed.cause": 1, "apprentice.way": 2 }, { guide: four });
    const means = meansOf([noor, other]);
    expect(means.filter(({ name }) => name === "Dough")).toMatchObject([
      { mean: 4, raterCount: 1 },
      { mean: 1, raterCount: 1 },
    ]);
    expect(new Set(means.map(({ id }) => id)).size).toBe(means.length);
    expect(overallMeans(means, debrief)).toMatchObject([
      { equal: 4, competencyCount: 1 },
      { equal: 1.5, competencyCount: 2 },
    ]);
  });
});

describe("all competencies", () => {
  const means = meansOf([noor, ben]);

  test("weigh the same without a reason for anything else", () => {
    expect(overallMeans(means, debrief)).toMatchObject([{ equal: 2.25, weighted: null, competencyCount: 2 }]);
    const unreasoned = { weights: { dough: 3 }, weightsReason: "" };
    expect(overallMeans(means, unreasoned)[0]?.weighted).toBeNull();
  });

  test("weighed, the equal-weight mean stays beside it; a competency without a weight weighs 1", () => {
    const [mean] = overallMeans(means, weigh(debrief, { dough: 3 }, "Alone at night."));
    expect(mean).toMatchObject({ equal: 2.25, weighted: 2.375 });
  });

  test("weights that are all zero weigh nothing", () => {
    expect(overallMeans(means, weigh(debrief, { dough: 0, people: 0 }, "None."))[0]?.weighted).toBeNull();
  });

  test("there is no mean of nothing", () => {
    expect(overallMeans(meansOf([]), debrief)).toEqual([]);
    const short = smallScorecard("ben", { "failed.cause": "noEvidence" });
    expect(overallMeans(meansOf([short]), debrief)).toEqual([]);
  });
});

describe("candidates", () => {
  const candidacy = (id: string, candidate: string, scorecards: readonly Scorecard[], createdAt = START) => {
    const panel = { ...startedPanel, id, candidate, createdAt };
    return { panel, areas: compare(panel, scorecards, "on") };
  };
  const first = candidacy("p1", "Zoë", [noor, ben]);
  const second = candidacy("p2", "Amira", [smallScorecard("noor", { "failed.cause": 1 })]);

  test("stand side by side by competency, with their raters and ranges", () => {
    expect(compareCandidates([first, second], "on")).toMatchObject([
      {
        name: "Dough",
        byCandidate: [
          { mean: 2.5, raterCount: 2, lowest: 1, highest: 4 },
          { mean: 1, raterCount: 1 },
        ],
        isAcrossVersions: false,
      },
      { name: "People", byCandidate: [{ mean: 2 }, { mean: null, raterCount: 0 }] },
    ]);
  });

  test("are in the order of their names, then of the dates; never of their ratings", () => {
    const later = candidacy("p0", "Amira", [noor], START + 1);
    const again = candidacy("p4", "Zoë", []);
    const all = [again, first, later, second];
    for (const some of [all, all.toReversed()]) {
      expect(inCandidateOrder(some).map(({ panel }) => panel.id)).toEqual(["p2", "p0", "p1", "p4"]);
    }
  });

  test("whose debrief has not begun show nothing", () => {
    const sealed = { panel: second.panel, areas: [] };
    expect(compareCandidates([first, sealed], "on").map(({ byCandidate }) => byCandidate[1])).toEqual([
      null,
      null,
    ]);
  });

  test("by different guide versions say so", () => {
    const edited = { ...smallGuide, introduction: "Another word." };
    const other = candidacy("p3", "Ola", [smallScorecard("noor", { "failed.cause": 1 }, { guide: edited })]);
    expect(compareCandidates([first, other], "on")[0]?.isAcrossVersions).toBe(true);
  });
});

test("a rating’s dot has its count; a mean lies between two points as far as its value is between theirs", () => {
  expect(
    ratingDots([
      { seatId: "noor", points: [4, 2, 4] },
      { seatId: "ben", points: [] },
    ]),
  ).toEqual([
    { seatId: "noor", point: 4, count: 2 },
    { seatId: "noor", point: 2, count: 1 },
  ]);
  const scale = { points: [1, 2, 4].map((value) => ({ value, label: "", meaning: "" })) };
  expect([1, 1.5, 2, 3, 4].map((value) => placeOnScale(scale, value))).toEqual([0, 0.5, 1, 1.5, 2]);
  expect([0, 9].map((value) => placeOnScale(scale, value))).toEqual([0, 2]);
});

test("the mean of all competencies is of every rating, by interviewer", () => {
  const areas = compare(
    startedPanel,
    [
      smallScorecard("noor", { "failed.cause": 4, "recipe.steps": 2 }),
      smallScorecard("ben", { "failed.cause": 1 }),
    ],
    "on",
  );
  const means = competencyMeans(areas, startedPanel.debrief, "on");
  const all = ratingsBySeat(means, smallGuide.scale);
  expect(all.map(({ seatId }) => seatId)).toEqual(["noor", "ben"]);
  expect(all[1]?.points).toEqual([1]);
  expect(all[0]?.points).toHaveLength(means.flatMap(({ bySeat }) => bySeat[0]?.points ?? []).length);
  const other = { points: [...smallGuide.scale.points].slice(1) };
  expect(ratingsBySeat(means, other)).toEqual([]);
});
