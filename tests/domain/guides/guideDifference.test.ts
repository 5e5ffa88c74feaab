import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { competencyName, type Guide, type Question } from "../../../src/domain/guides/guide.ts";
import {
  countDifferences,
  guideDifference,
  type PartDifference,
} from "../../../src/domain/guides/guideDifference.ts";
import type { TextRun } from "../../../src/domain/guides/textDifference.ts";
import { anyGuide } from "../../interchange/formats/wholeSessions.ts";
import { questionIn, smallGuide } from "../../smallInterview.ts";

const [failed, recipe, apprentice] = smallGuide.questions as [Question, Question, Question];
const withQuestions = (...questions: readonly Question[]): Guide => ({ ...smallGuide, questions });
const join = (runs: readonly TextRun[], ...kinds: readonly TextRun["kind"][]) =>
  runs
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join("");

/** One line a difference, such as "question A failed batch > area The cause: text The [-cause][+reason]". */
function told(before: Guide, after: Guide): readonly string[] {
  const lines = (part: PartDifference, path: string): readonly string[] => {
    if (part.change !== "kept") return [`${path}${part.change} ${part.kind} ${part.name}`];
    const here = part.kind === "guide" ? "" : `${path}${part.kind} ${part.name}`;
    return [
      ...(part.isMoved ? [`${here}: moved from ${part.from} to ${part.to}`] : []),
      ...part.fields.map(
        ({ field, runs }) =>
          `${here}: ${field} ${runs
            .map(({ kind, text }) =>
              kind === "kept" ? text : kind === "added" ? `[+${text}]` : `[-${text}]`,
            )
            .join("")}`,
      ),
      ...part.parts.flatMap((inner) => lines(inner, here === "" ? "" : `${here} > `)),
    ];
  };
  const difference = guideDifference(before, after);
  return difference ? lines(difference, "") : [];
}

describe("what is told", () => {
  const newArea = { id: "failed.new", text: "Who was told", anchors: [] };
  const [cause, change] = failed.areas;
  test.each<[string, Guide, readonly string[]]>([
    [
      "a question that was worded differentlyname",
      withQuestions({ ...failed, text: "Tell me about a loaf that failed." }, recipe, apprentice),
      ["question A failed batch: text Tell me about a [-batch][+loaf] that failed."],
    ],
    [
      "a question that came and one that went",
      withQuestions(failed, { ...recipe, id: "own", title: "The oven", text: "About the oven?" }, apprentice),
      ["removed question A new recipe", "added question The oven"],
    ],
    [
      "a question that moved, and not those that it passed",
      withQuestions(apprentice, failed, recipe),
      ["question An apprentice: moved from 3 to 1"],
    ],
    [
      "a question that moved and was worded differently",
      withQuestions(recipe, apprentice, { ...failed, title: "A bad batch" }),
      ["question A bad batch: moved from 1 to 3", "question A bad batch: title A [-failed][+bad] batch"],
    ],
    [
      "areas that came, went, moved and changed",
      withQuestions(
        { ...failed, areas: [newArea, change!, { ...cause!, text: "The reason" }] },
        { ...recipe, areas: [] },
        apprentice,
      ),
      [
        "question A failed batch > added area Who was told",
        "question A failed batch > area What changed: moved from 2 to 2",
        "question A failed batch > area The reason: text The [-cause][+reason]",
        "question A new recipe > removed area The trials",
      ],
    ],
    [
      "follow-ups, minutes and the competency by its name",
      withQuestions(
        { ...failed, plannedMinutes: 20, competencyId: "people", followUps: failed.followUps.slice(1) },
        recipe,
        apprentice,
      ),
      [
        "question A failed batch: competency [-Dough][+People]",
        "question A failed batch: plannedMinutes [-15][+20]",
        "question A failed batch > removed followUp How did you know?",
      ],
    ],
    [
      "anchors of an area and of a competency",
      {
        ...withQuestions({ ...failed, areas: [{ ...cause!, anchors: [] }, change!] }, recipe, apprentice),
        competencies: [
          { id: "dough", name: "Doughs", anchors: [{ point: 3, text: "says how it was weighed" }] },
          ...smallGuide.competencies.slice(1),
        ],
      },
      [
        "competency Doughs: text [-Dough][+Doughs]",
        "competency Doughs > anchor 3: text says how it was [-judged][+weighed]",
        "question A failed batch: competency [-Dough][+Doughs]",
        "question A failed batch > area The cause > removed anchor 5",
        "question A new recipe: competency [-Dough][+Doughs]",
      ],
    ],
    [
      "the scale, the introduction and the advice",
      {
        ...smallGuide,
        introduction: "Ask about two real nights.",
        scale: {
          points: smallGuide.scale.points
            .slice(1)
            .map((point, index) => (index === 0 ? { ...point, label: "Thin" } : point)),
        },
        advice: [
          {
            ...smallGuide.advice[0]!,
            signs: ["yawns"],
            levels: [{ level: "lead", text: "Ask about teaching.", favours: ["dough"] }],
          },
        ],
      },
      [
        "introduction",
        "removed point 1: Poor",
        "point 2: Thin: text [-Weak][+Thin]",
        "advice Levels > added sign yawns",
        "advice Levels > level lead: favours [-People][+Dough]",
        "removed advice From home",
      ],
    ],
  ])("%s", (_title, after, lines) => {
    const found = told(smallGuide, after);
    expect(found.map((line) => (line.startsWith(": introduction") ? "introduction" : line))).toEqual(lines);
  });

  test("two imports of one page, whose ids differ, say the same", () => {
    const other = withQuestions(
      ...smallGuide.questions.map((question, index) => ({
        ...question,
        id: `q${index}`,
        areas: question.areas.map((area, at) => ({ ...area, id: `q${index}.a${at}` })),
        followUps: question.followUps.map((followUp, at) => ({ ...followUp, id: `q${index}.f${at}` })),
      })),
    );
    expect(guideDifference(smallGuide, other)).toBeNull();
  });

  test("where ids only count, a question put in front changes none of the others", () => {
    const numbered = (questions: readonly Question[]) =>
      withQuestions(...questions.map((question, index) => ({ ...question, id: `q${index + 1}` })));
    const first = { ...questionIn(smallGuide, "recipe"), title: "New", text: "Something new?" };
    expect(told(numbered([failed, apprentice]), numbered([first, failed, apprentice]))).toEqual([
      "added question New",
    ]);
  });

  test("it counts each thing that was done once", () => {
    expect(countDifferences(guideDifference(smallGuide, { ...smallGuide, title: "x", role: "y" })!)).toBe(2);
    expect(countDifferences(guideDifference(smallGuide, withQuestions(apprentice, failed))!)).toBe(2);
  });
});

/** Two guides that have something in common. */
const relatedGuides = fc.tuple(anyGuide, anyGuide).chain(([a, b]) =>
  fc.record({
    before: fc.constant(a),
    after: fc.record<Guide>({
      title: fc.constantFrom(a.title, b.title),
      role: fc.constantFrom(a.role, b.role),
      language: fc.constantFrom(a.language, b.language),
      introduction: fc.constantFrom(a.introduction, b.introduction),
      scale: fc.constantFrom(a.scale, b.scale),
      questions: fc.shuffledSubarray([...a.questions, ...b.questions]),
      competencies: fc.shuffledSubarray([...a.competencies, ...b.competencies]),
      advice: fc.shuffledSubarray([...a.advice, ...b.advice]),
    }),
  }),
);

/** Every text of a guide with what it is, empty ones aside. */
function textsOf(guide: Guide): readonly string[] {
  const anchors = (list: readonly { point: number; text: string }[]) =>
    list.map(({ text }) => `anchor.text=${text}`);
  return [
    `guide.title=${guide.title}`,
    `guide.role=${guide.role}`,
    `guide.language=${guide.language}`,
    `guide.introduction=${guide.introduction}`,
    ...guide.scale.points.flatMap(({ label, meaning }) => [
      `point.text=${label}`,
      `point.meaning=${meaning}`,
    ]),
    ...guide.competencies.flatMap((one) => [`competency.text=${one.name}`, ...anchors(one.anchors)]),
    ...guide.questions.flatMap((question) => [
      `question.title=${question.title}`,
      `question.text=${question.text}`,
      `question.competency=${competencyName(guide, question.competencyId)}`,
      `question.plannedMinutes=${question.plannedMinutes}`,
      ...question.areas.flatMap((area) => [`area.text=${area.text}`, ...anchors(area.anchors)]),
      ...question.followUps.map(({ text }) => `followUp.text=${text}`),
    ]),
    ...guide.advice.flatMap((advice) => [
      `advice.title=${advice.title}`,
      `advice.text=${advice.text}`,
      `advice.appliesTo=${advice.appliesTo}`,
      ...advice.signs.map((sign) => `sign.text=${sign}`),
      ...advice.levels.flatMap(({ text, favours }) => [
        `level.text=${text}`,
        `level.favours=${favours.map((id) => competencyName(guide, id) || id).join(", ")}`,
      ]),
      ...advice.followUps.map(({ text }) => `followUp.text=${text}`),
    ]),
  ].filter((text) => !text.endsWith("="));
}

/** Every text that the difference tells of, as it was or as it is. */
function toldTexts({ kind, fields, parts }: PartDifference, side: "removed" | "added"): readonly string[] {
  return [
    ...fields.map(({ field, runs }) => `${kind}.${field}=${join(runs, "kept", side)}`),
    ...parts.flatMap((part) => toldTexts(part, side)),
  ].filter((text) => !text.endsWith("="));
}

const wholes = (part: PartDifference | null, change: "added" | "removed"): readonly string[] =>
  part === null
    ? []
    : part.change === "kept"
      ? part.parts.flatMap((inner) => wholes(inner, change))
      : part.change === change
        ? [`${part.kind} ${part.name}`]
        : [];

describe("for any two guides", () => {
  test("a guide does not differ from itself", () => {
    fc.assert(
      fc.property(anyGuide, (guide) => {
        expect(guideDifference(guide, structuredClone(guide))).toBeNull();
      }),
    );
  });

  test("the other way round, what was added is removed, and as much is moved", () => {
    fc.assert(
      fc.property(relatedGuides, ({ before, after }) => {
        const there = guideDifference(before, after);
        const back = guideDifference(after, before);
        expect(wholes(back, "added").toSorted()).toEqual(wholes(there, "removed").toSorted());
        expect(wholes(back, "removed").toSorted()).toEqual(wholes(there, "added").toSorted());
        expect(back && countDifferences(back)).toBe(there && countDifferences(there));
      }),
    );
  });

  test("the texts before, without those told as gone and with those told as new, are the texts after", () => {
    fc.assert(
      fc.property(relatedGuides, ({ before, after }) => {
        const difference = guideDifference(before, after);
        const left = [...textsOf(before)];
        for (const text of difference ? toldTexts(difference, "removed") : []) {
          expect(left).toContain(text);
          left.splice(left.indexOf(text), 1);
        }
        const all = [...left, ...(difference ? toldTexts(difference, "added") : [])];
        expect(all.toSorted()).toEqual([...textsOf(after)].toSorted());
      }),
    );
  });
});
