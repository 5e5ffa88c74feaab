import { expect, test } from "vitest";
import type { Scorecard } from "../../../src/domain/session/scorecard.ts";
import { scorecardToReport } from "../../../src/domain/session/scorecardReport.ts";
import { defaultAshbyMapping, type AshbyMapping } from "../../../src/interchange/tracking/ashbyFile.ts";
import {
  addLosses,
  lossesToSentences,
  noLosses,
  type LossyForm,
} from "../../../src/interchange/tracking/exportLosses.ts";
import { revisedScorecard, scorecardWithSegments } from "../../nastyScorecard.ts";
import { liveInterview, smallGuide } from "../../smallInterview.ts";
import { smallScorecard } from "../../smallPanel.ts";

function lossesOf(form: LossyForm, scorecards: readonly Scorecard[], mapping: AshbyMapping) {
  const losses = scorecards
    .map(scorecardToReport)
    .reduce((sum, report) => addLosses(sum, report, mapping), noLosses);
  return lossesToSentences(form, losses);
}

const lossesFor = (form: LossyForm, ...scorecards: readonly Scorecard[]) =>
  lossesOf(form, scorecards, defaultAshbyMapping);

test("Greenhouse: five points are one to one; what has no place is counted", () => {
  expect(lossesFor("greenhouse", revisedScorecard())).toEqual([
    "1 area not assessed: exported as “no_decision”. The reason (not asked or not enough signal) is not supported.",
    "1 revision: the file contains the final version. The first version and the reasons are not supported.",
    "1 timed note: kept as the answers to their questions; when each was taken is not supported.",
    "1 follow-up asked: not supported.",
    "The time spent on 1 question: not supported.",
    "1 area ticked as covered: the tick is not supported.",
    "The competency of 2 areas: not supported, because Greenhouse uses an id for it.",
    "2 planned questions not asked: not included.",
    "The names of candidate and interviewer, the role and the guide: not supported. Greenhouse has ids for them: application_id, interview_kit_id, interviewer_id, submitter_id, job_id and candidate_attribute_type_id are null until a script fills them in.",
  ]);
});

test("the time of the introduction and of the candidate's questions has no place", () => {
  expect(lossesFor("lever", scorecardWithSegments())).toContain(
    "The time spent on the introduction and the candidate’s questions (2 parts of the call): not supported.",
  );
});

test("five points to four: says which go together, and how many ratings that is", () => {
  const scorecard = smallScorecard("noor", { "failed.cause": 3, "failed.after": 4, "recipe.trial": 5 });
  for (const form of ["lever", "ashby"] as const) {
    expect(lossesFor(form, scorecard, scorecard)[0]).toBe(
      "5 points to 4: 3 Sound and 4 Strong both become 3 (4 ratings). 1 → 1, 2 → 2, 3 → 3, 4 → 3, 5 → 4.",
    );
  }
});

test("scales of other lengths are told each by itself, three that go together as well", () => {
  const guideOf = (points: number) => ({
    ...smallGuide,
    scale: {
      points: Array.from({ length: points }, (_, place) => ({
        value: place + 1,
        label: `p${place + 1}`,
        meaning: "",
      })),
    },
  });
  const [seven, four, three] = [7, 4, 3].map((points) =>
    smallScorecard("noor", { "failed.cause": 2 }, { guide: guideOf(points) }),
  ) as [Scorecard, Scorecard, Scorecard];
  const found = lossesFor("lever", seven, four, three).filter((sentence) => sentence.includes("points to"));
  expect(found).toEqual([
    "7 points to 4: 2 p2 and 3 p3 both become 2 (1 rating); 4 p4, 5 p5 and 6 p6 all become 3 (0 ratings). 1 → 1, 2 → 2, 3 → 2, 4 → 3, 5 → 3, 6 → 3, 7 → 4.",
    "3 points to 4: all stay separate. 1 → 1, 2 → 3, 3 → 4.",
  ]);
  expect(lossesFor("greenhouse", four)[0]).toBe(
    "4 points to 5: all stay separate. 1 → definitely_not, 2 → no, 3 → yes, 4 → strong_yes.",
  );
});

test("Workable: one score has the recommendation, and the comment the rest", () => {
  expect(lossesFor("workable", revisedScorecard())).toEqual([
    "The ratings of 2 areas: words in the comment, with no score.",
    "“Strong no” and “no” both become negative (1 scorecard).",
    "1 revision: the file contains the final version. The first version and the reasons are not supported.",
    "1 timed note: kept as part of the comment; when each was taken is not supported.",
    "1 follow-up asked: not supported.",
    "The time spent on 1 question: not supported.",
    "1 area ticked as covered: the tick is not supported.",
    "2 planned questions not asked: not included.",
    "The names of candidate and interviewer, the role and the time of the interview: not supported. member_id is null until the script that posts the file fills it in.",
  ]);
  const { first } = smallScorecard("noor", { "failed.cause": 4 });
  const open = { ...first, session: { ...first.session, status: "wrapUp" as const, submittedAt: null } };
  expect(lossesFor("workable", { first: open, revisions: [] })).toContain(
    "1 area not rated yet: not included.",
  );
});

test("several of a kind are told in the plural", () => {
  const one = revisedScorecard();
  const found = lossesFor("ashby", one, one);
  expect(found).toContain("2 timed notes: kept as one text; when each was taken is not supported.");
  expect(found).toContain("2 follow-ups asked: not supported.");
});

test("no decision has a word in Greenhouse alone", () => {
  const scorecard = smallScorecard("noor", { "failed.cause": 4 }, { recommendation: "noDecision" });
  const about = (form: LossyForm) =>
    lossesFor(form, scorecard).filter((sentence) => sentence.includes("No decision"));
  expect(about("greenhouse")).toEqual([]);
  expect(about("lever")).toEqual(["“No decision” in 1 scorecard: exported with a value of null."]);
  expect(about("ashby")).toEqual(["“No decision” in 1 scorecard: not included."]);
  expect(about("workable")).toEqual(["“No decision” in 1 scorecard: exported with a score of null."]);
});

test("Ashby leaves out areas without a score, with their notes, and those without a path", () => {
  const scorecard = smallScorecard("noor", { "failed.cause": 4, "failed.after": "noEvidence" });
  const found = lossesOf("ashby", [scorecard], { ...defaultAshbyMapping, areaPath: "" });
  expect(found).toContain("1 note on those areas: not included either.");
  expect(found).toContain("1 rated area without a path in the field mapping: not included.");
});

test("a session that is not submitted, with areas still open, says so", () => {
  const { first } = smallScorecard("noor", { "failed.cause": 4 });
  const open = { ...first, session: { ...first.session, status: "wrapUp" as const, submittedAt: null } };
  const found = lossesFor("greenhouse", { first: open, revisions: [] });
  expect(found).toContain("1 area not rated yet: exported as “no_decision”.");
  expect(found).toContain("1 interview not submitted yet: a draft.");
  expect(lossesFor("lever", { first: open, revisions: [] })).toContain(
    "1 interview not submitted yet: without a submission time.",
  );
  expect(lossesFor("ashby", { first: liveInterview(), revisions: [] })).toContain(
    "1 interview not submitted yet: the format can’t show this.",
  );
});

test("a table of areas says that timed notes, follow-ups and extra time have no column, and where the recommendation is", () => {
  const { first, revisions } = revisedScorecard();
  const slower = { first: { ...first, session: { ...first.session, timeMultiplier: 1.5 } }, revisions };
  expect(lossesFor("csvAreas", slower)).toEqual([
    "1 timed note: not supported.",
    "1 follow-up asked: not supported.",
    "The extra time of 1 interview: not supported.",
    "The recommendation and summary of 1 interview: not included. They are in “CSV (one row per interview)”.",
  ]);
});

test("an interview that has no recommendation and no summary yet loses none in a table of areas", () => {
  const open = { first: liveInterview(), revisions: [] };
  expect(lossesFor("csvAreas", open).join(" ")).not.toContain("recommendation");
  expect(lossesFor("csvAreas", open, revisedScorecard()).at(-1)).toContain("summary of 1 interview:");
});
