import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import sample from "../../../data/samples/session.json" with { type: "json" };
import type { Guide } from "../../../src/domain/guides/guide.ts";
import type { Scorecard } from "../../../src/domain/session/scorecard.ts";
import { scorecardToReport } from "../../../src/domain/session/scorecardReport.ts";
import { recommendations, type Recommendation } from "../../../src/domain/session/session.ts";
import {
  ashbyMappingProblems,
  defaultAshbyMapping,
  encodeAshbyFile,
  toAshbyMapping,
  type AshbyMapping,
} from "../../../src/interchange/tracking/ashbyFile.ts";
import { encodeGreenhouseFile } from "../../../src/interchange/tracking/greenhouseFile.ts";
import { encodeLeverFile } from "../../../src/interchange/tracking/leverFile.ts";
import { decodeSession } from "../../../src/interchange/formats/sessionFile.ts";
import { encodeWorkableFile } from "../../../src/interchange/tracking/workableFile.ts";
import { revisedScorecard } from "../../nastyScorecard.ts";
import { MINUTE, smallGuide, START } from "../../smallInterview.ts";
import { smallScorecard } from "../../smallPanel.ts";
import { ashbySchema, greenhouseSchema, leverSchema } from "./trackingSchemas.ts";
import { validateGreenhouseFile, validateWorkableFile } from "../formats/publishedSchemas.ts";
import { anyWholeSession } from "../formats/wholeSessions.ts";

const bundleOf = (scorecard: Scorecard): unknown =>
  JSON.parse(encodeGreenhouseFile(scorecardToReport(scorecard)));
function greenhouseOf(scorecard: Scorecard) {
  const bundle = bundleOf(scorecard);
  expect(validateGreenhouseFile(bundle)).toEqual([]);
  return v.parse(greenhouseSchema, bundle);
}
function workableOf(scorecard: Scorecard) {
  const rating: unknown = JSON.parse(encodeWorkableFile(scorecardToReport(scorecard)));
  expect(validateWorkableFile(rating)).toEqual([]);
  return rating;
}
const leverOf = (scorecard: Scorecard) =>
  v.parse(leverSchema, JSON.parse(encodeLeverFile(scorecardToReport(scorecard))));
const ashbyOf = (scorecard: Scorecard, mapping: AshbyMapping = defaultAshbyMapping) =>
  v.parse(ashbySchema, JSON.parse(encodeAshbyFile(scorecardToReport(scorecard), mapping))).feedbackForm
    .fieldSubmissions;

/** One question with an area for each point of a scale of so many points. */
function ratedOnScaleOf(points: number): Scorecard {
  const [question] = smallGuide.questions;
  if (!question) throw new Error("There is no question");
  const values = Array.from({ length: points }, (_, place) => place + 1);
  const guide: Guide = {
    ...smallGuide,
    scale: { points: values.map((value) => ({ value, label: `p${value}`, meaning: "" })) },
    questions: [
      {
        ...question,
        areas: values.map((value) => ({ id: `failed.${value}`, text: `Area ${value}`, anchors: [] })),
      },
    ],
  };
  const ratings = Object.fromEntries(values.map((value) => [`failed.${value}`, value]));
  return smallScorecard("noor", ratings, { guide, questionIds: ["failed"] });
}

const recommending = (recommendation: Recommendation) =>
  smallScorecard("noor", { "failed.cause": 4 }, { recommendation });

test("whatever a session holds, the files have the shapes that their systems take", () => {
  fc.assert(
    fc.property(anyWholeSession, (first) => {
      const scorecard = { first, revisions: [] };
      greenhouseOf(scorecard);
      workableOf(scorecard);
      leverOf(scorecard);
      ashbyOf(scorecard);
      expect(scorecardToReport(scorecard).first).toBe(first);
    }),
    { numRuns: 200 },
  );
});

test("so does the sample that comes with the app", async () => {
  const decoded = await decodeSession(sample);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.errors));
  expect(greenhouseOf(decoded.value).scorecard_candidate_attributes.length).toBeGreaterThan(5);
  expect(leverOf(decoded.value).fields.length).toBeGreaterThan(3);
  expect(ashbyOf(decoded.value).length).toBeGreaterThan(3);
});

describe("Greenhouse", () => {
  test("a scorecard is there with its final ratings, notes, reasons and times", () => {
    expect(bundleOf(revisedScorecard())).toEqual({
      scorecards: [
        {
          id: 1,
          application_id: null,
          interview_kit_id: null,
          interviewer_id: null,
          submitter_id: null,
          candidate_rating: "no",
          status: "complete",
          interviewed_at: new Date(START).toISOString(),
          submitted_at: new Date(START + 12 * MINUTE).toISOString(),
          notes: "Not the whole cause.",
          public_notes: null,
          private_notes: null,
          created_at: new Date(revisedScorecard().first.session.createdAt).toISOString(),
          updated_at: new Date(START + 30 * MINUTE).toISOString(),
        },
      ],
      scorecard_candidate_attributes: [
        {
          id: 1,
          scorecard_id: 1,
          job_candidate_attribute_id: 1,
          candidate_attribute_rating: "mixed",
          note: "revised by r1",
        },
        {
          id: 2,
          scorecard_id: 1,
          job_candidate_attribute_id: 2,
          candidate_attribute_rating: "no_decision",
          note: "",
        },
      ],
      job_candidate_attributes: [
        { id: 1, name: "The cause", candidate_attribute_type_id: null, job_id: null },
        { id: 2, name: "What changed", candidate_attribute_type_id: null, job_id: null },
      ],
      scorecard_questions: [
        {
          id: 1,
          interview_kit_id: null,
          question: "Tell me about a batch that failed.",
          answer_type: "long_text",
          required: false,
          sort_order: 0,
          active: true,
        },
      ],
      scorecard_question_answers: [
        {
          id: 1,
          scorecard_id: 1,
          scorecard_question_id: 1,
          answer: "“it was the salt”",
          boolean_value: null,
        },
      ],
    });
  });

  test("whatever a session holds, a rating and an answer point at a name and a question that are there", () => {
    fc.assert(
      fc.property(anyWholeSession, (first) => {
        const bundle = greenhouseOf({ first, revisions: [] });
        const attributes = bundle.job_candidate_attributes.map(({ id }) => id);
        const questions = bundle.scorecard_questions.map(({ id }) => id);
        expect(bundle.scorecard_candidate_attributes.map((one) => one.job_candidate_attribute_id)).toEqual(
          attributes,
        );
        for (const answer of bundle.scorecard_question_answers)
          expect(questions).toContain(answer.scorecard_question_id);
      }),
    );
  });

  test("a scorecard that is not submitted is a draft", () => {
    const { first } = recommending("yes");
    const open = { ...first, session: { ...first.session, status: "wrapUp" as const, submittedAt: null } };
    expect(greenhouseOf({ first: open, revisions: [] }).scorecards).toMatchObject([
      { status: "draft", submitted_at: null },
    ]);
  });

  test("recommendations are one to one", () => {
    expect(
      recommendations.map((one) => greenhouseOf(recommending(one)).scorecards[0]?.candidate_rating),
    ).toEqual(["strong_no", "no", "yes", "strong_yes", "no_decision"]);
  });

  test.each([
    [5, ["definitely_not", "no", "mixed", "yes", "strong_yes"]],
    [4, ["definitely_not", "no", "yes", "strong_yes"]],
    [3, ["definitely_not", "mixed", "strong_yes"]],
  ])("a scale of %i points goes by the place of the point", (points, words) => {
    expect(
      greenhouseOf(ratedOnScaleOf(points)).scorecard_candidate_attributes.map(
        (one) => one.candidate_attribute_rating,
      ),
    ).toEqual(words);
  });
});

describe("Lever", () => {
  test("each score stands beside what it is of, in the same place; dates are epoch ms", () => {
    const { fields, ...head } = leverOf(revisedScorecard());
    expect(head).toEqual({
      type: "interview",
      text: "Night baker",
      user: "Noor",
      createdAt: START,
      completedAt: START + 12 * MINUTE,
    });
    expect(fields).toEqual([
      { type: "score-system", text: "Recommendation", value: "2 - No Hire" },
      { type: "textarea", text: "Why this recommendation?", value: "Not the whole cause." },
      {
        type: "scorecard",
        text: "A failed batch",
        description: "Tell me about a batch that failed.",
        scores: [
          { text: "The cause", description: "" },
          { text: "What changed", description: "" },
        ],
        value: [
          { score: 3, comment: "revised by r1" },
          { score: null, comment: "" },
        ],
      },
      { type: "textarea", text: "Notes: A failed batch", value: "“it was the salt”" },
    ]);
  });

  test.each([
    [5, [1, 2, 3, 3, 4]],
    [4, [1, 2, 3, 4]],
    [7, [1, 2, 2, 3, 3, 3, 4]],
  ])("a scale of %i points becomes four", (points, scores) => {
    const [, , scorecard] = leverOf(ratedOnScaleOf(points)).fields;
    expect(scorecard).toMatchObject({ value: scores.map((score) => ({ score })) });
  });

  test("no decision is null, and so is one that was not made yet", () => {
    expect(leverOf(recommending("noDecision")).fields[0]).toMatchObject({ value: null });
    const { first } = recommending("yes");
    const open = { ...first, session: { ...first.session, recommendation: null, submittedAt: null } };
    const lever = leverOf({ first: open, revisions: [] });
    expect(lever.fields[0]).toMatchObject({ value: null });
    expect(lever.completedAt).toBeNull();
  });
});

describe("Workable", () => {
  test("a scorecard is one rating; its comment says what was rated, with the notes", () => {
    expect(workableOf(revisedScorecard())).toEqual({
      member_id: null,
      comment: [
        "Not the whole cause.",
        "A failed batch\n- The cause: 3 Sound – revised by r1\n- What changed: not assessed, not enough signal\n- Note: “it was the salt”",
      ].join("\n\n"),
      score: "negative",
    });
  });

  test("the five recommendations become three scores and none", () => {
    expect(recommendations.map((one) => workableOf(recommending(one)))).toMatchObject([
      { score: "negative" },
      { score: "negative" },
      { score: "positive" },
      { score: "definitely" },
      { score: null },
    ]);
  });
});

describe("Ashby", () => {
  test("scores have their comments, texts are plain, what is not assessed is left out", () => {
    expect(ashbyOf(revisedScorecard())).toEqual([
      { path: "overall_recommendation", value: { score: 2 } },
      { path: "feedback", value: { type: "PlainText", value: "Not the whole cause." } },
      {
        path: "area.failed.cause",
        value: { score: 3, comments: { type: "PlainText", value: "revised by r1" } },
      },
      { path: "notes", value: { type: "PlainText", value: "A failed batch\n- “it was the salt”" } },
    ]);
  });

  test("a customer's own paths are used, an area's own before the one for all", () => {
    const mapping: AshbyMapping = {
      recommendationPath: "r",
      summaryPath: "",
      notesPath: "",
      areaPath: "",
      areas: [{ area: "  the CAUSE ", path: "3f2a" }],
    };
    expect(ashbyOf(revisedScorecard(), mapping).map(({ path }) => path)).toEqual(["r", "3f2a"]);
    expect(ashbyOf(recommending("noDecision"), mapping).map(({ path }) => path)).toEqual(["3f2a"]);
  });

  test("an area's id goes into its path as it is", () => {
    const scorecard = smallScorecard("noor", { "failed.cause": 4 });
    expect(ashbyOf(scorecard, { ...defaultAshbyMapping, areaPath: "$&/{area}" })[2]?.path).toBe(
      "$&/failed.cause",
    );
  });

  test("what was kept is read again, and what can't be read is the default", () => {
    const mapping = { ...defaultAshbyMapping, areas: [{ area: "The cause", path: "3f2a" }] };
    expect(toAshbyMapping(mapping)).toEqual(mapping);
    expect(toAshbyMapping(undefined)).toBe(defaultAshbyMapping);
    expect(toAshbyMapping({ ...mapping, areas: "no list" })).toBe(defaultAshbyMapping);
  });

  test("two parts for one field, and one path for all areas, are told", () => {
    expect(ashbyMappingProblems(defaultAshbyMapping)).toEqual([]);
    expect(ashbyMappingProblems({ ...defaultAshbyMapping, notesPath: "feedback" })).toEqual([
      "The path “feedback” is used twice. Each field needs its own path.",
    ]);
    expect(ashbyMappingProblems({ ...defaultAshbyMapping, areaPath: "area" })).toHaveLength(1);
    expect(
      ashbyMappingProblems({ ...defaultAshbyMapping, areaPath: "", notesPath: "", summaryPath: "" }),
    ).toEqual([]);
  });
});
