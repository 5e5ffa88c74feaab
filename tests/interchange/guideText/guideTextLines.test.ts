import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guideFromText } from "../../../src/interchange/guideText/guideText.ts";
import { lineLabels, type LineLabel } from "../../../src/interchange/guideText/labels/lineLabels.ts";
import { encodeGuideFile } from "../../../src/interchange/formats/guideFile.ts";
import { decodeGuideFile } from "./fileTexts.ts";
import { lists } from "./questionLines.ts";

const page = [
  "Baker",
  "We bake at night.",
  "Interview Questions",
  "Tell me about dough.",
  "What did you do?",
  "Areas to Cover:",
  "- Water",
  "- Flour",
  "Follow-Up Questions:",
  "- Why?",
  "Time limit: 20 minutes",
].join("\n");

const relabelled = (labels: Readonly<Record<number, LineLabel>>, source = page) =>
  guideFromText(source, "text", {
    said: new Map(Object.entries(labels).map(([line, label]) => [Number(line), label])),
    passed: [],
    asked: [],
  });

test("whatever is said of the first item of a list, the next question stays one", () => {
  const source = `Customer support lead interview

1. Tell me about a customer who was very angry.
- Listening

2. Describe a time you improved a support process.
   Look for: measurable result
   - How did you measure it?

3. How do you coach a new agent?
- Patience`;
  for (const label of ["followUp", "area", "leftOut"] as const) {
    const { questions } = relabelled({ 8: label }, source).guide;
    expect(questions.map(({ text }) => text)).toEqual([
      "Tell me about a customer who was very angry.",
      "Describe a time you improved a support process.",
      "How do you coach a new agent?",
    ]);
  }
});

test("every line says what it is", () => {
  expect(guideFromText(page).lines.map(({ line, label }) => `${line} ${label}`)).toEqual([
    "1 title",
    "2 introduction",
    "3 heading",
    "4 question",
    "5 continues",
    "6 heading",
    "7 area",
    "8 area",
    "9 heading",
    "10 followUp",
    "11 minutes",
  ]);
});

describe("a line that a person labels otherwise", () => {
  test("becomes a question of its own, and what is below it follows", () => {
    const { guide } = relabelled({ 5: "question" });
    expect(guide.questions.map(({ text, areas }) => [text, areas.length])).toEqual([
      ["Tell me about dough.", 0],
      ["What did you do?", 2],
    ]);
  });

  test("moves from one list to the other", () => {
    const { guide } = relabelled({ 8: "followUp" });
    expect(guide.questions[0]?.areas.map(({ text }) => text)).toEqual(["Water"]);
    expect(guide.questions[0]?.followUps.map(({ text }) => text)).toEqual(["Flour", "Why?"]);
  });

  test("is left out without a word", () => {
    const { guide, findings } = relabelled({ 2: "leftOut", 7: "leftOut" });
    expect(guide.introduction).toBe("");
    expect(guide.questions[0]?.areas).toHaveLength(1);
    expect(findings).toEqual([]);
  });

  test("goes on with the line above", () => {
    const { guide } = relabelled({ 8: "continues" });
    expect(guide.questions[0]?.areas.map(({ text }) => text)).toEqual(["Water Flour"]);
  });

  test("names a competency, the title, an anchor or advice", () => {
    const { guide } = relabelled({
      1: "introduction",
      2: "title",
      3: "competency",
      7: "advice",
      8: "anchor",
      10: "area",
    });
    expect(guide).toMatchObject({
      title: "We bake at night.",
      introduction: "Baker",
      competencies: [{ name: "Interview Questions" }],
      advice: [{ text: "Water" }],
    });
    expect(guide.questions[0]?.areas).toMatchObject([
      { text: "Why?", anchors: [{ point: 5, text: "Flour" }] },
    ]);
  });

  test("has no doubt about it any more", () => {
    const source = "- One?\nAreas to cover\n- a\n- Two?\nAreas to cover\n- b";
    expect(guideFromText(source).findings).toHaveLength(1);
    expect(relabelled({ 4: "question" }, source).findings).toEqual([]);
  });

  test("says what it lacks, if it is an area above every question", () => {
    const { findings } = relabelled({ 2: "area" });
    expect(findings).toEqual([
      { line: 2, text: "We bake at night.", message: "There is no question above this list." },
    ]);
  });
});

test("whatever lines are labelled, the draft can be opened and no line is lost", () => {
  const anyLine = fc.tuple(
    fc.constantFrom("", "- ", "1. ", "## ", "Q: ", "  - ", "5: ", "Competency: ", "Strong answer: "),
    fc.constantFrom("", "?", ".", " (10 minutes)", " (Craft)"),
  );
  const anyEntry = fc.oneof(
    anyLine,
    fc.constantFrom("", "Areas to cover:", "Follow-ups", "FAQ", "Scoring", "| a | b |"),
  );
  fc.assert(
    fc.property(
      fc.array(anyEntry, { maxLength: 30 }),
      fc.array(fc.tuple(fc.nat(30), fc.constantFrom(...lineLabels)), { maxLength: 15 }),
      fc.constantFrom("text", "markdown", "html", undefined),
      (entries, labels, format) => {
        const lines = entries.map((entry, index) =>
          typeof entry === "string" ? entry : `${entry[0]}word${index}x${entry[1]}`,
        );
        const source = (format === "html" ? lines.map((line) => `<p>${line}</p>`) : lines).join("\n");
        const read = guideFromText(source, format, { said: new Map(labels), passed: [], asked: [] });
        expect(decodeGuideFile(encodeGuideFile(read.guide, 0, "t"))).toEqual({ ok: true, value: read.guide });
        const shown = read.lines.map(({ text }) => text).join("\n");
        const words = lines.flatMap((line) => line.match(/word\d+x/g) ?? []);
        expect(words.filter((word) => !shown.includes(word))).toEqual([]);
        const told = JSON.stringify([read.guide, read.findings]);
        const silent = new Set(
          read.lines
            .filter(
              ({ label }) =>
                label === "leftOut" ||
                label === "heading" ||
                label === "continues" ||
                label === "minutes" ||
                label === "competency",
            )
            .map(({ text }) => /word\d+x/.exec(text)?.[0]),
        );
        expect(words.filter((word) => !told.includes(word) && !silent.has(word))).toEqual([]);
      },
    ),
  );
});

test.each([
  [
    "full-width",
    [
      "面接シート",
      "",
      "１．窯の火を初めて任された日のことを話してください。（５分）",
      "→火加減を自分で決めたか",
      "→失敗から学んだか",
      "２．朝の三時に生地が膨らんでいません。どうしますか。",
      "→順番に確かめるか",
    ],
    [
      "窯の火を初めて任された日のことを話してください。 | 火加減を自分で決めたか; 失敗から学んだか | ",
      "朝の三時に生地が膨らんでいません。どうしますか。 | 順番に確かめるか | ",
    ],
  ],
  [
    "Arabic",
    ["دليل المقابلة", "", "١. حدّثنا عن أول فرن عملت عليه. (٥ دقائق)", "٢. كيف تتصرف إذا احترق الخبز؟"],
    ["حدّثنا عن أول فرن عملت عليه. |  | ", "كيف تتصرف إذا احترق الخبز؟ |  | "],
  ],
  [
    "Persian",
    ["راهنمای مصاحبه", "", "۱. اولین تنور خود را چگونه روشن کردید؟", "۲. اگر نان بسوزد چه می‌کنید؟"],
    ["اولین تنور خود را چگونه روشن کردید؟ |  | ", "اگر نان بسوزد چه می‌کنید؟ |  | "],
  ],
])(
  "questions that are counted in %s digits lose their number and their minutes",
  (_digits, counted, read) => {
    expect(lists(counted)).toEqual(read);
  },
);

test("points in full-width digits are points, and no areas of the question above", () => {
  const counted = [
    "面接シート",
    "",
    "１．窯の火を任された日のことを話してください。",
    "確認する点：",
    "・火加減",
  ];
  const points = ["", "評価基準", "３：期待を上回る", "２：期待どおり", "１：不足"];
  expect(lists([...counted, ...points])).toEqual(["窯の火を任された日のことを話してください。 | 火加減 | "]);
});

test("what is counted with Q in a writing without spaces is asked, also in a few words", () => {
  const counted = [
    "面接シート",
    "",
    "Q1 窯の火を任された日のことを話してください。",
    "Q2 当店を選ばれた理由",
    "Q３．朝は得意ですか。",
  ];
  expect(lists(counted)).toEqual([
    "窯の火を任された日のことを話してください。 |  | ",
    "当店を選ばれた理由 |  | ",
    "朝は得意ですか。 |  | ",
  ]);
});

test("a line in brackets that asks, right below a question, is its follow-up", () => {
  const counted = [
    "A1. Tell me about your last bakery.",
    "A2. Which oven did you use?",
    "    (Did you learn it on the job or in a course?)",
    "A3. Why did you leave?",
  ];
  expect(lists(counted)).toEqual([
    "Tell me about your last bakery. |  | ",
    "Which oven did you use? |  | Did you learn it on the job or in a course?",
    "Why did you leave? |  | ",
  ]);
});
