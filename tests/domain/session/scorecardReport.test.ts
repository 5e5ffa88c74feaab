import { expect, test } from "vitest";
import { scorecardToReport } from "../../../src/domain/session/scorecardReport.ts";
import { changeAnswer } from "../../../src/domain/session/wholeSession.ts";
import { scorecardWithSegments, revisedScorecard } from "../../nastyScorecard.ts";
import { MINUTE, plannedInterview, questionIn, smallGuide, START } from "../../smallInterview.ts";

test("a revised area says what stands, what stood first, and why", () => {
  const report = scorecardToReport(revisedScorecard());
  expect(report.questions[0]?.areas[0]).toEqual({
    area: questionIn(smallGuide, "failed").areas[0],
    isCovered: true,
    first: 5,
    firstNote: "weighed the salt again",
    rating: 3,
    note: "revised by r1",
    reasons: ["because of r1"],
  });
  expect(report.final.session.recommendation).toBe("no");
  expect(report.first.session.recommendation).toBe("yes");
  expect(report.revisions).toEqual([
    {
      id: "r1",
      at: START + 30 * MINUTE,
      reason: "because of r1",
      areas: [{ id: "failed.cause", text: "The cause", rating: 3, note: "revised by r1" }],
      recommendation: "no",
      summary: "Not the whole cause.",
    },
  ]);
});

test("a question says whether it was asked, how long it took, what was probed and noted", () => {
  const [failed, own, recipe] = scorecardToReport(revisedScorecard()).questions;
  expect(failed).toMatchObject({
    competency: "Dough",
    isAsked: true,
    elapsedMs: 7 * MINUTE,
    plannedMs: 15 * MINUTE,
    followUpsAsked: [{ id: "failed.f1", text: "How did you know?", atMs: MINUTE }],
    notes: [{ id: "n1", atMs: 2 * MINUTE, text: "“it was the salt”" }],
  });
  expect(recipe).toMatchObject({ isAsked: false, elapsedMs: 0 });
  expect(own).toMatchObject({ competency: "", isAsked: false });
});

test("the introduction and the candidate's questions are laid out with their times, in a call that has them", () => {
  expect(scorecardToReport(scorecardWithSegments()).segments).toMatchObject([
    { title: "Introduction", elapsedMs: 5 * MINUTE + 10_000, plannedMs: 5 * MINUTE },
    { title: "Candidate’s questions", elapsedMs: 8 * MINUTE, plannedMs: 10 * MINUTE },
  ]);
  expect(scorecardToReport(revisedScorecard()).segments).toEqual([]);
});

test("competencies are of the questions that were asked", () => {
  expect(scorecardToReport(revisedScorecard()).competencies).toEqual([
    { competencyId: "dough", name: "Dough", points: [3], notAssessedCount: 1 },
  ]);
});

test("a planned session is laid out as well, and says that it is not submitted", () => {
  const report = scorecardToReport({ first: plannedInterview(), revisions: [] });
  expect(report).toMatchObject({ isSubmitted: false, interviewedAt: START, elapsedMs: 0 });
  expect(report.questions.map(({ isAsked }) => isAsked)).toEqual([false, false]);
});

test("a follow-up, or a revised area, that the guide does not have is named by its id", () => {
  const { first, revisions } = revisedScorecard();
  const asked = changeAnswer(
    first,
    "failed",
    (answer) => ({
      ...answer,
      followUpsAsked: ["gone", "from-home.f1"].map((followUpId) => ({ followUpId, atMs: 0 })),
    }),
    START,
  );
  const odd = revisions.map((one) => ({ ...one, areas: { gone: { rating: 1, note: "" } } }));
  const report = scorecardToReport({ first: asked, revisions: odd });
  expect(report.questions[0]?.followUpsAsked.map(({ text }) => text)).toEqual([
    "gone",
    "Who opened the door?",
  ]);
  expect(report.revisions[0]?.areas).toEqual([{ id: "gone", text: "gone", rating: 1, note: "" }]);
});
