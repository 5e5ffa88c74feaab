import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Guide } from "../../../src/domain/guides/guide.ts";
import {
  decodeGuide,
  encodeGuideFile,
  guideToId,
  isGuideFile,
} from "../../../src/interchange/formats/guideFile.ts";
import { scaleToText } from "../../../src/domain/guides/scaleSteps.ts";
import { questionIn, smallGuide, START } from "../../smallInterview.ts";
import { decodeGuideFile } from "../guideText/fileTexts.ts";
import { anyGuide } from "./wholeSessions.ts";

const encode = (guide: Guide) => encodeGuideFile(guide, START, "Test 1");

test("a guide that was written is read as it was, with the fields that this version does not know", () => {
  fc.assert(
    fc.property(anyGuide, (guide) => {
      expect(decodeGuideFile(encode(guide))).toEqual({ ok: true, value: guide });
    }),
  );
});

test("a guide file says what it is, when it was written and by what", () => {
  expect(JSON.parse(encode(smallGuide))).toEqual({
    format: "interview-scorecard.guide",
    version: 1,
    exportedAt: "2026-11-24T09:30:00.000Z",
    app: "Test 1",
    guide: smallGuide,
  });
});

test("a guide file is told from a session file and from anything else, also where it can't be read", () => {
  expect(isGuideFile(JSON.parse(encode(smallGuide)))).toBe(true);
  expect(isGuideFile({ format: "interview-scorecard.guide" })).toBe(true);
  for (const other of [{ format: "interview-scorecard.session" }, {}, [], null, "guide", 7]) {
    expect(isGuideFile(other)).toBe(false);
  }
});

test("a guide file of version 1 opens", () => {
  const text = readFileSync(join(import.meta.dirname, "../files/guide-v1.json"), "utf8");
  expect(decodeGuideFile(text)).toMatchObject({ ok: true, value: { title: "Night baker", role: "Baker" } });
});

describe("the id of a guide", () => {
  // Written by hand after RFC 8785: keys by their UTF-16 units, the shortest form of numbers, nothing between.
  const canonical =
    '{"1":"one","advice":[],"competencies":[{"anchors":[{"point":3,"text":"clear"}],"id":"c","name":"Clarté"}],' +
    '"introduction":"a \\"quote\\", a \\\\, a\\ttab, \u007f and 😀","language":"fr",' +
    '"questions":[{"areas":[],"competencyId":"c","followUps":[],"id":"q","plannedMinutes":12.5,"text":"…","title":"Une"}],' +
    '"role":"","scale":{"points":[{"label":"a","meaning":"","value":0},{"label":"b","meaning":"","value":10}]},' +
    '"title":"Café","é":1e+21,"😀":null,"ﬁ":false}';
  const guide = {
    title: "Café",
    language: "fr",
    role: "",
    introduction: 'a "quote", a \\, a\ttab, \u007F and 😀',
    scale: {
      points: [
        { value: 0, label: "a", meaning: "" },
        { value: 10, label: "b", meaning: "" },
      ],
    },
    competencies: [{ id: "c", name: "Clarté", anchors: [{ point: 3, text: "clear" }] }],
    questions: [
      {
        id: "q",
        title: "Une",
        text: "…",
        competencyId: "c",
        plannedMinutes: 12.5,
        areas: [],
        followUps: [],
      },
    ],
    advice: [],
    ﬁ: false,
    "😀": null,
    é: 1e21,
    1: "one",
  };

  test("it is the SHA-256 of the guide's canonical JSON", async () => {
    const known = "e1a51a68c1caa0dbcf3a6e9b7cd12b6f8851263a92341ab20e49b8979ac758fc";
    expect(createHash("sha256").update(canonical).digest("hex")).toBe(known);
    expect(await guideToId(guide)).toBe(known);
  });

  // The text beside the files is what `sha256sum` was given for the id that is stated here.
  test.each(["canonical-guide.json", "canonical-guide-other-order.json"])(
    "%s, in whatever order its keys are and however its texts and numbers are written, has the stated canonical text and id",
    async (name) => {
      const read = (file: string) => readFileSync(join(import.meta.dirname, "../files", file), "utf8");
      const id = "b6f3528d133c4130f22faa61cc138e945b6cd113d3f7f4881d66b082e8f5b194";
      expect(createHash("sha256").update(read("canonical-guide.txt")).digest("hex")).toBe(id);
      const decoded = decodeGuideFile(read(name));
      expect(decoded).toEqual({ ok: true, value: JSON.parse(read("canonical-guide.txt")) as unknown });
      expect(await guideToId((decoded as { readonly value: Guide }).value)).toBe(id);
    },
  );

  test("the order of the keys does not matter", async () => {
    await fc.assert(
      fc.asyncProperty(anyGuide, async (one) => {
        expect(await guideToId(withKeysReversed(one) as Guide)).toBe(await guideToId(one));
      }),
    );
  });

  test("any other content has another id", async () => {
    const id = await guideToId(smallGuide);
    expect(await guideToId({ ...smallGuide, title: `${smallGuide.title} ` })).not.toBe(id);
    const reordered = { ...smallGuide, questions: smallGuide.questions.toReversed() };
    expect(await guideToId(reordered)).not.toBe(id);
  });

  function withKeysReversed(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(withKeysReversed);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(([key, inner]) => [key, withKeysReversed(inner)] as const);
    return Object.fromEntries(entries.toReversed());
  }
});

test("a scale is said by its ends", () => {
  expect(scaleToText(smallGuide.scale)).toBe("1 to 5");
});

describe("what is refused", () => {
  const first = questionIn(smallGuide, "failed");
  const others = smallGuide.questions.slice(1);
  const [dough, people] = smallGuide.competencies;
  const [remoteAdvice] = smallGuide.advice.slice(1);
  const anchor = (point: number) => ({ point, text: "" });

  test.each<[string, Guide, string, string]>([
    [
      "points that do not rise",
      { ...smallGuide, scale: { points: [...smallGuide.scale.points, ...smallGuide.scale.points] } },
      "guide.scale.points",
      "the points must rise from one to the next",
    ],
    [
      "a question twice",
      { ...smallGuide, questions: [...smallGuide.questions, { ...first, areas: [], followUps: [] }] },
      "guide.questions[3].id",
      '"failed" is there twice',
    ],
    [
      "an area that is called like a question",
      {
        ...smallGuide,
        questions: [{ ...first, areas: [{ id: "recipe", text: "", anchors: [] }] }, ...others],
      },
      "guide.questions[1].id",
      '"recipe" is there twice',
    ],
    [
      "a follow-up twice",
      { ...smallGuide, questions: [{ ...first, followUps: Array(2).fill(first.followUps[0]) }, ...others] },
      "guide.questions[0].followUps[1].id",
      '"failed.f1" is there twice',
    ],
    [
      "a follow-up for any question that is called like one of a question",
      { ...smallGuide, advice: [{ ...remoteAdvice!, followUps: first.followUps.slice(1) }] },
      "guide.advice[0].followUps[0].id",
      '"failed.f2" is there twice',
    ],
    [
      "a competency twice",
      { ...smallGuide, competencies: [dough!, people!, dough!] },
      "guide.competencies[2].id",
      '"dough" is there twice',
    ],
    [
      "a question of a competency that is not there",
      { ...smallGuide, questions: [{ ...first, competencyId: "oven" }] },
      "guide.questions[0].competencyId",
      '"oven" is not a competency of the guide',
    ],
    [
      "a competency's anchor off the scale",
      { ...smallGuide, competencies: [dough!, { ...people!, anchors: [anchor(1), anchor(6)] }] },
      "guide.competencies[1].anchors[1].point",
      "6 is not on the scale 1 to 5",
    ],
    [
      "an area's anchor off the scale",
      {
        ...smallGuide,
        questions: [{ ...first, areas: [{ id: "a", text: "", anchors: [anchor(0)] }] }, ...others],
      },
      "guide.questions[0].areas[0].anchors[0].point",
      "0 is not on the scale 1 to 5",
    ],
    [
      "half of a character",
      { ...smallGuide, introduction: "half \uD83D of it" },
      "guide.introduction",
      "it holds a character that is cut in half",
    ],
  ])("%s", (_title, guide, path, message) => {
    expect(decodeGuideFile(encode(guide))).toEqual({ ok: false, errors: [{ path, message }] });
  });

  test("a scale of one point", () => {
    const scale = { points: smallGuide.scale.points.slice(1, 2) };
    expect(decodeGuideFile(encode({ ...smallGuide, scale }))).toMatchObject({
      ok: false,
      errors: [{ path: "guide.scale.points", message: "needs two points at least" }],
    });
  });

  test("another app's file, or another file of this app, or none at all", () => {
    expect(decodeGuideFile("")).toMatchObject({ ok: false });
    expect(decodeGuide(smallGuide)).toMatchObject({ ok: false, errors: [{ path: "" }] });
    const other = (format: string) => decodeGuideFile(encode(smallGuide).replace(".guide", format));
    expect(other(".other")).toMatchObject({ ok: false, errors: [{ path: "format" }] });
    expect(other(".session")).toMatchObject({
      ok: false,
      errors: [{ path: "", message: expect.stringContaining("This is an interview.") as string }],
    });
  });

  test("a scale of 100,000 points is refused", () => {
    const points = Array.from({ length: 100_000 }, (_, value) => ({ value, label: "", meaning: "" }));
    const competencies = [{ ...dough!, anchors: [anchor(-1)] }, people!];
    expect(decodeGuideFile(encode({ ...smallGuide, scale: { points }, competencies }))).toEqual({
      ok: false,
      errors: [
        { path: "guide.scale.points", message: "has more than ten points" },
        { path: "", message: "The file is so large that only its first error is named." },
      ],
    });
  });
});

test("a guide may speak of half characters as long as it holds none", () => {
  const guide = { ...smallGuide, introduction: String.raw`What does "\ud83d" mean in JSON?` };
  expect(decodeGuideFile(encode(guide))).toEqual({ ok: true, value: guide });
});
