import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newAnswer, notAssessedReasons, type Rating } from "../../../src/domain/session/answer.ts";
import {
  agree,
  areasLeft,
  closeDebrief,
  compareAreas,
  coverageOf,
  neverAsked,
  decide,
  isComparable,
  isToDiscuss,
  notesWithoutArea,
  recommendationsOf,
  seatedScorecards,
  showRecommendations,
  startDebrief,
  takeBackAgreed,
  weigh,
  toAgenda,
  type ComparedArea,
  type PanelOutline,
} from "../../../src/domain/panels/debrief.ts";
import type { Question } from "../../../src/domain/guides/guide.ts";
import { attendanceOf, debriefBeganAt, newDebrief, type Debrief } from "../../../src/domain/panels/panel.ts";
import type { Figures } from "../../../src/domain/panels/figures.ts";
import type { Scorecard } from "../../../src/domain/session/scorecard.ts";
import { MINUTE, ownQuestion, smallGuide, START } from "../../smallInterview.ts";
import { smallPanel, smallRevision, smallScorecard, startedPanel } from "../../smallPanel.ts";

const compare = (panel: PanelOutline, scorecards: readonly Scorecard[], figures: Figures) =>
  compareAreas(panel, seatedScorecards(panel, scorecards), figures);

const noor = smallScorecard("noor", { "failed.cause": 5, "failed.after": 3, "recipe.trial": 4 });
const ben = smallScorecard("ben", { "failed.cause": 2, "failed.after": "noEvidence", "apprentice.way": 2 });
const both = [noor, ben];

/** Undefined where there is no spread. */
const rangeOf = (spread: ComparedArea["spread"]) => (spread === "notComputed" ? undefined : spread?.range);

const agendaOf = (scorecards: readonly Scorecard[]) => toAgenda(compare(startedPanel, scorecards, "on"), []);
const marksOf = (scorecards: readonly Scorecard[], areaId: string) =>
  compare(startedPanel, scorecards, "on")
    .find(({ id }) => id === areaId)!
    .cells.map(({ final }) => final);
const attendances = (scorecards: readonly Scorecard[], panel = smallPanel) =>
  scorecards.map(({ first }) => attendanceOf(panel, first));
const seatsOf = (panel: typeof smallPanel, scorecards: readonly Scorecard[]) =>
  coverageOf(panel, attendances(scorecards, panel)).seats;

const anyRating = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constantFrom(...notAssessedReasons));
const anyRatings = fc.record(
  {
    "failed.cause": anyRating,
    "failed.after": anyRating,
    "recipe.trial": anyRating,
    "apprentice.way": anyRating,
  },
  { requiredKeys: [] },
);
const everyQuestion = smallGuide.questions.map(({ id }) => id);
const anyScorecards = fc.tuple(anyRatings, anyRatings, anyRatings).map((all) =>
  all.map((ratings, at) =>
    smallScorecard(smallPanel.interviewers[at]!.id, ratings as Record<string, Rating>, {
      questionIds: everyQuestion,
    }),
  ),
);

describe("before the start", () => {
  test("it is said who is in and what was asked by whom, with the areas that were assessed", () => {
    const { seats, questions } = coverageOf(smallPanel, attendances([ben, noor]));
    expect(seats).toMatchObject([
      { name: "Noor", isIn: true, questionCount: 2, assessedCount: 3, areaCount: 3 },
      { name: "Ben", isIn: true, questionCount: 2, assessedCount: 2, areaCount: 3 },
      { name: "Eva", isIn: false, submittedAt: null, questionCount: 1, assessedCount: 0 },
    ]);
    expect(questions).toEqual([
      {
        questionId: "failed",
        bySeat: [
          { questionId: "failed", rated: 2, areas: 2 },
          { questionId: "failed", rated: 1, areas: 2 },
          "notPlanned",
        ],
      },
      {
        questionId: "recipe",
        bySeat: [{ questionId: "recipe", rated: 1, areas: 1 }, "notPlanned", "notPlanned"],
      },
      {
        questionId: "apprentice",
        bySeat: ["notPlanned", { questionId: "apprentice", rated: 1, areas: 1 }, "awaited"],
      },
    ]);
  });

  test("a planned question that was not asked says so", () => {
    const short = smallScorecard("noor", { "failed.cause": 3 });
    const coverage = coverageOf(smallPanel, attendances([short]));
    expect(coverage.questions[1]?.bySeat[0]).toBe("notAsked");
    // Ben and Eva may still ask what is planned for them.
    expect(neverAsked(coverage, smallGuide)).toEqual(["A new recipe (Dough)"]);
  });

  test("one who was not planned has a seat, and own questions a row", () => {
    const guest = smallScorecard("guest", { "recipe.trial": 2 }, { questionIds: ["recipe"] });
    const { seats, questions } = coverageOf(smallPanel, attendances([noor, guest]));
    expect(seats.at(-1)).toMatchObject({ id: "session-guest", name: "guest", isIn: true, questionCount: 1 });
    expect(questions.find(({ questionId }) => questionId === "recipe")?.bySeat.at(-1)).toMatchObject({
      rated: 1,
    });
  });

  test("no area, rating, note or recommendation is to be had", () => {
    expect(compare(smallPanel, both, "on")).toEqual([]);
    expect(recommendationsOf(smallPanel, seatedScorecards(smallPanel, both))).toBeNull();
    expect(seatedScorecards(smallPanel, both)).toEqual([]);
    const seen = JSON.stringify([coverageOf(smallPanel, attendances(both))]);
    expect(seen).not.toMatch(/noor on|would|yes|"final"|rating/u);
  });
});

test("ratings stand under the name on their scorecard, beside the name that was invited where that is another", () => {
  const signed = (name: string) => smallScorecard("ben", { "failed.cause": 3 }, { name });
  const seatOf = (name: string) => seatsOf(smallPanel, [noor, signed(name)])[1];
  expect(seatOf("Zoë")).toMatchObject({ id: "ben", name: "Zoë", initials: "Z", plannedName: "Ben" });
  expect(seatOf("Noor")).toMatchObject({ id: "ben", name: "Noor (2)", plannedName: "Ben" });
  expect(seatOf(" BEN ")).toMatchObject({ name: "Ben", plannedName: null });
  expect(seatOf("")).toMatchObject({ name: "Ben", plannedName: null });
  expect(seatsOf(smallPanel, [noor])[1]).toMatchObject({ name: "Ben", plannedName: null });
});

test("two interviewers of one name are told apart, and a second scorecard of one is not lost", () => {
  const namesakes = {
    ...smallPanel,
    interviewers: smallPanel.interviewers.map((one) => ({ ...one, name: "Kim" })),
  };
  const [first, again] = ["the-first", "the-second"].map((id) => ({
    ...noor,
    first: { ...noor.first, session: { ...noor.first.session, id, interviewer: "Kim" } },
  })) as [Scorecard, Scorecard];
  expect(seatsOf(namesakes, [again, first])).toMatchObject([
    { name: "Kim (1)", initials: "K1", isIn: true },
    { name: "Kim (2)", initials: "K2", isIn: false },
    { name: "Kim (3)", initials: "K3", isIn: false },
    { name: "Kim (4)", initials: "K4", isIn: true },
  ]);
});

describe("areas", () => {
  test("every area that somebody was to rate is there, those of the one who is not in too", () => {
    expect(compare(startedPanel, [noor], "on").map(({ id }) => id)).toEqual([
      "failed.cause",
      "failed.after",
      "recipe.trial",
      "apprentice.way",
    ]);
  });

  test("not enough signal, not asked, not on the list and a low point are four things", () => {
    const low = smallScorecard("eva", { "apprentice.way": 1 });
    const short = smallScorecard("ben", { "failed.after": "noEvidence" });
    expect(marksOf([noor, short, low], "failed.after")).toEqual([3, "noEvidence", "notPlanned"]);
    expect(marksOf([noor, short, low], "apprentice.way")).toEqual(["notPlanned", "notAsked", 1]);
  });

  test("the widest come first: by range, then by average deviation", () => {
    const agenda = agendaOf([
      smallScorecard(
        "noor",
        { "failed.cause": 1, "failed.after": 1, "recipe.trial": 3, "apprentice.way": 3 },
        { questionIds: everyQuestion },
      ),
      smallScorecard(
        "ben",
        { "failed.cause": 1, "failed.after": 2, "recipe.trial": 3, "apprentice.way": "noEvidence" },
        { questionIds: everyQuestion },
      ),
      smallScorecard(
        "eva",
        { "failed.cause": 3, "failed.after": 3, "recipe.trial": 5 },
        { questionIds: everyQuestion },
      ),
      smallScorecard(
        "ida",
        { "failed.cause": 3, "failed.after": 2, "recipe.trial": 2 },
        { questionIds: everyQuestion },
      ),
    ]);
    expect(agenda.map(({ id, spread }) => [id, rangeOf(spread)])).toEqual([
      ["recipe.trial", 3],
      ["failed.cause", 2],
      ["failed.after", 2],
      ["apprentice.way", undefined],
    ]);
    expect(agenda[1]?.spread).toEqual({ range: 2, averageDeviation: 1 });
    expect(agenda[2]?.spread).toMatchObject({ averageDeviation: 0.5 });
    expect(agenda.map(isToDiscuss)).toEqual([true, true, true, false]);
  });

  test("one point apart is not to be discussed, two are; on a scale that skips numbers points are counted", () => {
    const discussed = (a: number, b: number, guide = smallGuide) =>
      agendaOf([
        smallScorecard("noor", { "failed.cause": a }, { guide }),
        smallScorecard("ben", { "failed.cause": b }, { guide }),
      ]).some(isToDiscuss);
    expect(discussed(3, 4)).toBe(false);
    expect(discussed(3, 5)).toBe(true);
    const guideOn = (...values: readonly number[]) => ({
      ...smallGuide,
      scale: { points: values.map((value) => ({ value, label: `${value}`, meaning: "" })) },
    });
    expect(discussed(10, 20, guideOn(10, 20, 30))).toBe(false);
    expect(discussed(10, 30, guideOn(10, 20, 30))).toBe(true);
    // All that a scale of two points has between its ends.
    expect(discussed(1, 2, guideOn(1, 2))).toBe(true);
    expect(discussed(2, 2, guideOn(1, 2))).toBe(false);
  });

  test("an area that nobody asked about is no item of the agenda, unless something was agreed on it", () => {
    const short = smallScorecard("noor", { "failed.cause": 5, "failed.after": "noEvidence" });
    const areas = compare(startedPanel, [short], "on");
    const idsOf = (...agreedIds: readonly string[]) => toAgenda(areas, agreedIds).map(({ id }) => id);
    expect(areas.map(({ id }) => id)).toContain("recipe.trial");
    expect(idsOf()).toEqual(["failed.cause", "failed.after"]);
    expect(idsOf("recipe.trial")).toEqual(["failed.cause", "failed.after", "recipe.trial"]);
  });

  test("an area rated by one has no spread", () => {
    const recipe = agendaOf(both).find(({ id }) => id === "recipe.trial");
    expect(recipe?.spread).toBeNull();
    expect(isToDiscuss(recipe!)).toBe(false);
  });

  test("a revision counts, and the first rating stays beside it with the reasons in order", () => {
    const revised = {
      ...ben,
      revisions: [
        smallRevision("r3", START + 90 * MINUTE, "failed.cause", 4),
        smallRevision("r2", START + 90 * MINUTE, "failed.cause", 5),
        smallRevision("r1", START + 80 * MINUTE, "failed.cause", 3),
        smallRevision("r0", START + 90 * MINUTE, "failed.after", 3),
      ],
    };
    const cause = compare(startedPanel, [noor, revised], "on")[0]!;
    expect(cause.cells[1]).toMatchObject({
      first: 2,
      firstNote: "ben on failed.cause",
      final: 4,
      note: "revised by r3",
      reasons: ["because of r1", "because of r2", "because of r3"],
    });
    expect(cause.spread).toMatchObject({ range: 1 });
  });

  test("scorecards of another guide version are not compared area by area", () => {
    const edited = { ...smallGuide, introduction: "Another word." };
    const other = smallScorecard("ben", { "failed.cause": 1 }, { guide: edited });
    const third = smallScorecard(
      "eva",
      { "failed.cause": 3 },
      { guide: { ...smallGuide, introduction: "A third." }, questionIds: ["failed"] },
    );
    const areas = compare(startedPanel, [noor, other, third], "on");
    const causes = areas.filter(({ area }) => area.id === "failed.cause");
    expect(causes[0]?.cells.map(({ final }) => final)).toEqual([5, "otherVersion", "otherVersion"]);
    expect(causes.slice(1).map(({ cells }) => cells.map(({ final }) => final))).toEqual(
      expect.arrayContaining([
        ["otherVersion", 1, "otherVersion"],
        ["otherVersion", "otherVersion", 3],
      ]),
    );
    expect(compare(startedPanel, [third, other, noor], "on")).toEqual(areas);
    expect(new Set(areas.map(({ id }) => id)).size).toBe(areas.length);
    expect(areas.every(({ spread }) => spread === null)).toBe(true);
  });

  test("what was noted on a question without areas is told by question and seat, once the debrief has begun", () => {
    const said = { id: "n1", atMs: 5000, text: "Wants a day shift." };
    const withNote = ({ first, revisions }: Scorecard, question: Question): Scorecard => ({
      first: {
        ...first,
        session: { ...first.session, questionIds: [question.id], ownQuestions: [question] },
        answers: { [question.id]: { ...newAnswer(first.session.id, question.id, START), notes: [said] } },
      },
      revisions,
    });
    const bare = { ...ownQuestion, areas: [] };
    const cards = [withNote(noor, bare), withNote(ben, ownQuestion)];
    expect(notesWithoutArea(startedPanel, seatedScorecards(startedPanel, cards))).toMatchObject([
      { question: { id: bare.id }, bySeat: [{ seat: { name: "Noor" }, timedNotes: [said] }] },
    ]);
    expect(notesWithoutArea(smallPanel, seatedScorecards(smallPanel, cards))).toEqual([]);
    const guide = { ...smallGuide, questions: smallGuide.questions.map((one) => ({ ...one, areas: [] })) };
    const shared = [noor, ben].map(({ first, revisions }) => ({
      first: {
        ...first,
        guide,
        answers: { failed: { ...newAnswer(first.session.id, "failed", START), notes: [said] } },
      },
      revisions,
    }));
    const [only, ...none] = notesWithoutArea(startedPanel, seatedScorecards(startedPanel, shared));
    expect(only?.bySeat.map(({ seat }) => seat.name)).toEqual(["Noor", "Ben"]);
    expect(none).toEqual([]);
  });

  test("own questions stand alone, even where two have one id", () => {
    const withOwn = ({ first, revisions }: Scorecard): Scorecard => ({
      first: {
        ...first,
        session: {
          ...first.session,
          questionIds: [...first.session.questionIds, "own"],
          ownQuestions: [ownQuestion],
        },
      },
      revisions,
    });
    const own = compare(startedPanel, both.map(withOwn), "on").filter(({ area }) => area.id === "own.area");
    expect(own.map(({ id }) => id)).toEqual(["session-noor/own.area", "session-ben/own.area"]);
    expect(own.map(({ questionKey }) => questionKey)).toEqual(["session-noor/own", "session-ben/own"]);
    expect(own[0]?.cells.map(({ final }) => final)).toEqual(["notAsked", "notPlanned"]);
  });

  test("the order in which scorecards came in does not matter", () => {
    fc.assert(
      fc.property(anyScorecards, fc.nat(5), (scorecards, turn) => {
        const turned = [...scorecards.slice(turn % 3), ...scorecards.slice(0, turn % 3)];
        const shuffled = turn > 2 ? turned.toReversed() : turned;
        expect(agendaOf(shuffled)).toEqual(agendaOf(scorecards));
        expect(coverageOf(smallPanel, attendances(shuffled))).toEqual(
          coverageOf(smallPanel, attendances(scorecards)),
        );
      }),
    );
  });

  test("the agenda never gets wider on the way down, and has every area once", () => {
    fc.assert(
      fc.property(anyScorecards, (scorecards) => {
        const agenda = agendaOf(scorecards);
        const ranges = agenda.map(({ spread }) => rangeOf(spread) ?? -1);
        expect(ranges).toEqual(ranges.toSorted((a, b) => b - a));
        expect(agenda.map(({ id }) => id).toSorted()).toEqual(
          compare(startedPanel, scorecards, "on")
            .map(({ id }) => id)
            .toSorted(),
        );
      }),
    );
  });
});

describe("the steps of a debrief", () => {
  const areas = compare(startedPanel, both, "on");
  const begun = startDebrief(newDebrief, START);
  const cause = agree(begun, "failed.cause", { rating: 4 });

  test("it starts once", () => {
    expect(startDebrief(begun, START + MINUTE)).toBe(begun);
  });

  test("rating and note are agreed on one by one, and both can be taken back", () => {
    const noted = agree(cause, "failed.cause", { note: "heard the proof" });
    expect(noted.agreedByAreaId["failed.cause"]).toEqual({ rating: 4, note: "heard the proof" });
    expect(takeBackAgreed(noted, "failed.cause").agreedByAreaId).toEqual({});
  });

  test("what is agreed changes nobody's rating", () => {
    const panel = { ...startedPanel, debrief: cause };
    expect(compare(panel, both, "on")).toEqual(compare(startedPanel, both, "on"));
  });

  test("recommendations are shown once every area to discuss was gone through, or when the lead says so", () => {
    expect(areasLeft(areas, begun).map(({ id }) => id)).toEqual(["failed.cause"]);
    expect(showRecommendations(begun, areas, { anyway: false }, START)).toBe(begun);
    expect(showRecommendations(begun, areas, { anyway: true }, START).recommendationsShownAt).toBe(START);
    const talked = agree(begun, "failed.cause", {});
    expect(areasLeft(areas, talked)).toEqual([]);
    const shown = showRecommendations(talked, areas, { anyway: false }, START);
    expect(shown.recommendationsShownAt).toBe(START);
    expect(showRecommendations(shown, areas, { anyway: false }, START + MINUTE)).toBe(shown);
    expect(showRecommendations(newDebrief, areas, { anyway: true }, START)).toBe(newDebrief);
  });

  test("until they are shown, no recommendation and none of its reasons is in anything that is shown", () => {
    const secret = smallScorecard(
      "noor",
      { "failed.cause": 5 },
      { recommendation: "strongYes", summary: "SECRET" },
    );
    const panel = { ...startedPanel, debrief: cause };
    expect(JSON.stringify(seatedScorecards(panel, [secret, ben]))).not.toMatch(/SECRET|strongYes/u);
    const outOfSessions = compare(panel, [secret, ben], "on").map(({ guide: _guide, ...area }) => area);
    expect(recommendationsOf(panel, seatedScorecards(panel, [secret, ben]))).toBeNull();
    expect(JSON.stringify([outOfSessions, seatsOf(panel, [secret, ben])])).not.toMatch(/SECRET|strongYes/u);
  });

  test("shown, they have first and final where one was revised", () => {
    const revised: Scorecard = {
      ...ben,
      revisions: [
        {
          ...smallRevision("r1", START + 80 * MINUTE, "failed.cause", 3),
          recommendation: "no",
          summary: "ben would not",
        },
        smallRevision("r2", START + 90 * MINUTE, "failed.cause", 4),
      ],
    };
    const panel = { ...startedPanel, debrief: { ...cause, recommendationsShownAt: START } };
    expect(recommendationsOf(panel, seatedScorecards(panel, [noor, revised]))).toEqual([
      {
        seatId: "noor",
        name: "Noor",
        first: "yes",
        final: "yes",
        firstSummary: "noor would",
        summary: "noor would",
        reasons: [],
        isHidden: false,
        isAfterStart: true,
      },
      {
        seatId: "ben",
        name: "Ben",
        first: "yes",
        final: "no",
        firstSummary: "ben would",
        summary: "ben would not",
        reasons: ["because of r1"],
        isHidden: false,
        isAfterStart: true,
      },
    ]);
  });

  test("a debrief that began too soon is closed again until the recommendations were shown; what was agreed stays", () => {
    const closed = closeDebrief(cause);
    expect(closed).toEqual({ ...cause, startedAt: null, firstStartedAt: cause.startedAt });
    expect(seatedScorecards({ ...smallPanel, debrief: closed }, [noor])).toEqual([]);
    expect(closeDebrief(closed)).toBe(closed);
    const again = startDebrief(closed, START + 9000);
    expect([debriefBeganAt(closed), debriefBeganAt(again)]).toEqual([cause.startedAt, cause.startedAt]);
    expect(closeDebrief(again).firstStartedAt).toBe(cause.startedAt);
    const shown: Debrief = { ...cause, recommendationsShownAt: START + 5 };
    expect(closeDebrief(shown)).toBe(shown);
  });

  test("a scorecard that was submitted after the debrief began is marked, also once it was closed and began anew", () => {
    const began = (debrief: Partial<Debrief>) =>
      seatsOf({ ...smallPanel, debrief: { ...smallPanel.debrief, ...debrief } }, [noor, ben])
        .filter(({ isAfterStart }) => isAfterStart)
        .map(({ name }) => name);
    const at = noor.first.session.submittedAt!;
    expect(began({ startedAt: at })).toEqual([]);
    expect(began({ startedAt: at - 1 })).toEqual(["Noor", "Ben"]);
    expect(began({ startedAt: at + 1, firstStartedAt: at - 1 })).toEqual(["Noor", "Ben"]);
    expect(began({ startedAt: null })).toEqual([]);
  });

  test("a scorecard that had come in before the debrief began is not marked, however fast its interviewer’s clock goes", () => {
    const startedAt = noor.first.session.submittedAt! - 1;
    const panel = { ...smallPanel, debrief: { ...smallPanel.debrief, startedAt } };
    const scorecards = [
      { ...noor, receivedAt: startedAt },
      { ...ben, receivedAt: startedAt + 1 },
    ];
    const marked = seatedScorecards(panel, scorecards).filter(({ seat }) => seat.isAfterStart);
    expect(marked.map(({ seat }) => seat.name)).toEqual(["Ben"]);
  });

  test("of one scorecard nobody says that all agree", () => {
    expect(isComparable(compare(startedPanel, [noor], "on"))).toBe(false);
    expect(isComparable(compare(startedPanel, [noor, ben], "on"))).toBe(true);
    expect(isComparable(compare(startedPanel, [noor, ben], "off"))).toBe(false);
  });

  test("another decision keeps those before it, with their reasons", () => {
    const shown: Debrief = { ...cause, recommendationsShownAt: START };
    const first = decide(shown, "hire", "The proof.", START);
    expect("earlierDecisions" in first).toBe(false);
    const third = decide(decide(first, "undecided", "Asked again.", START + 1), "noHire", "No.", START + 2);
    expect(third.decision).toMatchObject({ outcome: "noHire", reason: "No." });
    expect(third.earlierDecisions?.map(({ reason }) => reason)).toEqual(["The proof.", "Asked again."]);
    expect(decide(third, "noHire", " No. ", START + 3)).toBe(third);
  });

  test("weights need a written reason; equal weights do not", () => {
    expect(weigh(begun, { dough: 2 }, "  ")).toBe(begun);
    const weighed = weigh(begun, { dough: 2 }, " The night shift is alone with it. ");
    expect(weighed).toMatchObject({
      weights: { dough: 2 },
      weightsReason: "The night shift is alone with it.",
    });
    expect(weigh(weighed, null, "")).toMatchObject({ weights: null, weightsReason: "" });
  });

  test("a decision needs the recommendations before it, and a reason", () => {
    const shown: Debrief = { ...cause, recommendationsShownAt: START };
    expect(decide(cause, "hire", "The proof.", START)).toBe(cause);
    expect(decide(shown, "hire", " ", START)).toBe(shown);
    expect(decide(shown, "hire", "The proof. ", START).decision).toEqual({
      outcome: "hire",
      reason: "The proof.",
      decidedAt: START,
    });
  });
});
