import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Guide, Question } from "../../../src/domain/guides/guide.ts";
import { insertQuestion, newAdvice, newGuide, newQuestion } from "../../../src/domain/guides/guideEditing.ts";
import { versionOf } from "../../../src/domain/guides/guideVersion.ts";
import { encodeGuideFile } from "../../../src/interchange/formats/guideFile.ts";
import { decodeGuideFile } from "../../interchange/guideText/fileTexts.ts";
import { anyGuide } from "../../interchange/formats/wholeSessions.ts";
import { ownQuestion, smallGuide } from "../../smallInterview.ts";

function tidyGuide(guide: Guide): Guide {
  const version = versionOf(guide);
  if (version.kind === "refused") throw new Error(version.refusal.message);
  return version.guide;
}

function refusalOf(guide: Guide) {
  const version = versionOf(guide);
  return version.kind === "refused" ? version.refusal : null;
}

describe("a guide made ready to be a version", () => {
  const messy: Guide = {
    ...smallGuide,
    title: " Night baker ",
    competencies: [...smallGuide.competencies, { id: "none", name: " ", anchors: [{ point: 1, text: " " }] }],
    questions: [
      {
        ...ownQuestion,
        text: " The oven? ",
        title: "",
        competencyId: "none",
        areas: [
          { id: "a", text: " ", anchors: [] },
          { id: "b", text: " Heat ", anchors: [{ point: 2, text: "" }] },
        ],
        followUps: [{ id: "f", text: "\n" }],
      },
      newQuestion("empty"),
    ],
    advice: [
      newAdvice("blank", "planning"),
      {
        ...newAdvice("kept", "rehearsedAnswer"),
        signs: ["", " a sign "],
        levels: [{ level: "mid", text: " ", favours: [] }],
      },
    ],
  };

  test("texts are trimmed, empty rows dropped, ids kept", () => {
    const tidied = tidyGuide(messy);
    expect(tidied.title).toBe("Night baker");
    expect(tidied.competencies).toEqual(smallGuide.competencies);
    expect(tidied.questions).toEqual([
      {
        ...ownQuestion,
        text: "The oven?",
        title: "The oven?",
        areas: [{ id: "b", text: "Heat", anchors: [] }],
      },
    ]);
    expect(tidied.advice).toEqual([{ ...newAdvice("kept", "rehearsedAnswer"), signs: ["a sign"] }]);
  });

  test("a guide that is tidy already stays what it is", () => {
    expect(tidyGuide(smallGuide)).toEqual(smallGuide);
  });

  test("half a character, which no file can hold, becomes the mark that is shown for it", () => {
    expect(tidyGuide({ ...smallGuide, role: "Baker \uD83C" }).role).toBe("Baker \uFFFD");
  });

  test("anchors are not thrown away with the name or the text that they lack", () => {
    const anchors = [{ point: 1, text: "blames the oven" }];
    const competencies = [...smallGuide.competencies, { id: "unnamed", name: "", anchors }];
    const questions = [{ ...ownQuestion, areas: [{ id: "own.area", text: "", anchors }] }];
    const guide = { ...smallGuide, competencies, questions };
    expect(tidyGuide(guide)).toEqual(guide);
  });

  test("a question with areas but no text is not thrown away", () => {
    const question = { ...ownQuestion, text: "", title: "" };
    expect(tidyGuide(insertQuestion(smallGuide, question, null)).questions.at(-1)).toEqual(question);
  });

  test("what is left without words when all that it pointed to goes is dropped too, and nothing is left to tidy", () => {
    const blank = { id: "blank", name: " ", anchors: [{ point: 9, text: "off the scale" }] };
    const levelsOnBlank = [{ level: "junior", text: "", favours: [blank.id] }] as const;
    const areasOffScale = [{ id: "own.area", text: " ", anchors: blank.anchors }];
    const tidied = tidyGuide({
      ...smallGuide,
      competencies: [...smallGuide.competencies, blank],
      questions: [...smallGuide.questions, { ...newQuestion("loose"), areas: areasOffScale }],
      advice: [...smallGuide.advice, { ...newAdvice("loose", "level"), levels: levelsOnBlank }],
    });
    expect(tidied).toEqual(smallGuide);
    expect(tidyGuide(tidied)).toEqual(tidied);
  });

  test("whatever was typed: it is refused, or its file reads back the same, and tidying it again changes nothing", () => {
    const anyTyped = fc
      .tuple(
        anyGuide,
        fc.constantFrom("", " ", "\uD800", "x"),
        fc.constantFrom(Number.NaN, 0, 15),
        fc.constantFrom("", " ", "x"),
      )
      .map(([guide, title, minutes, words]): Guide => {
        const [first, ...others] = guide.questions;
        const questions = first ? [{ ...first, text: title, plannedMinutes: minutes }, ...others] : [];
        const competencies = guide.competencies.map((known) => ({ ...known, name: words, anchors: [] }));
        const advice = guide.advice.map((known) => ({
          ...known,
          levels: known.levels.map((entry) => ({ ...entry, text: words })),
        }));
        return { ...guide, title, questions, competencies, advice };
      });
    fc.assert(
      fc.property(fc.oneof(anyGuide, anyTyped), (guide) => {
        if (refusalOf(guide)) return;
        const tidied = tidyGuide(guide);
        const decoded = decodeGuideFile(encodeGuideFile(tidied, 0, "Test 1"));
        expect(decoded).toEqual({ ok: true, value: tidied });
        expect(tidyGuide(tidied)).toEqual(tidied);
      }),
    );
  });
});

describe("what keeps a guide from being a version", () => {
  const whole: Guide = { ...newGuide("q"), title: "A", questions: [{ ...newQuestion("q"), text: "Why?" }] };

  test("a title and one question with text are enough", () => {
    expect(refusalOf(whole)).toBeNull();
    expect(refusalOf({ ...whole, questions: [newQuestion("blank"), ...whole.questions] })).toBeNull();
  });

  test("without a title it is refused, at the title", () => {
    expect(refusalOf({ ...whole, title: " " })).toMatchObject({ place: { part: "about" }, field: "title" });
  });

  test.each(["title", "role"] as const)(
    "a %s that is longer than a file may have is refused, at its field",
    (field) => {
      expect(refusalOf({ ...whole, [field]: "a".repeat(2000) })).toBeNull();
      expect(refusalOf({ ...whole, [field]: "a".repeat(2001) })).toMatchObject({
        place: { part: "about" },
        field,
      });
    },
  );

  const many = (count: number, anchorCount = 0) =>
    Array.from({ length: count }, (_, at) => ({
      id: `many${at}`,
      text: "Listen",
      anchors: Array.from({ length: anchorCount }, () => ({ point: 1, text: "" })),
    }));
  test.each([
    [
      "questions",
      Array.from({ length: 1001 }, (_, at) => newQuestion(`q${at}`)),
      "Split it into several guides",
    ],
    ["areas", [{ ...ownQuestion, areas: many(501) }], "Split it into several questions"],
    ["follow-ups", [{ ...ownQuestion, followUps: many(501) }], "Split it into several questions"],
    [
      "areas",
      Array.from({ length: 5 }, () => ({ ...ownQuestion, areas: many(500) })),
      "Split it into several guides",
    ],
    [
      "parts",
      Array.from({ length: 200 }, () => ({ ...ownQuestion, areas: many(10, 30) })),
      "Split it into several guides",
    ],
  ])(
    "more %s than a page can show are refused, with what to do",
    (what, questions: readonly Question[], advice) => {
      const message = refusalOf({ ...whole, questions })?.message;
      expect(message).toContain(what);
      expect(message).toContain(advice);
    },
  );

  test("without a question that has text it is refused, at the text of the first one", () => {
    expect(refusalOf({ ...whole, questions: [newQuestion("q"), newQuestion("r")] })).toMatchObject({
      place: { part: "question", questionId: "q" },
      field: "text",
    });
    expect(refusalOf({ ...whole, questions: [] })).toMatchObject({ place: { part: "about" } });
  });

  test.each([Number.NaN, 0, 1441, Infinity])("%d planned minutes are refused, at their field", (minutes) => {
    const questions = [...whole.questions, { ...ownQuestion, plannedMinutes: minutes }];
    expect(refusalOf({ ...whole, questions })).toMatchObject({
      place: { part: "question", questionId: "own" },
      field: "plannedMinutes",
    });
  });

  test("the minutes of a question without words do not matter: it is dropped", () => {
    const blank = { ...newQuestion("blank"), plannedMinutes: Number.NaN };
    expect(refusalOf({ ...whole, questions: [...whole.questions, blank] })).toBeNull();
  });
});
