import { describe, expect, test } from "vitest";
import { guideFromText } from "../../../src/interchange/guideText/guideText.ts";
import { questionLines } from "./questionLines.ts";

const read = (source: string, format?: "text" | "markdown" | "html") => guideFromText(source, format);
const questions = (source: string) => questionLines(read(source).guide);
const labels = (source: string) => read(source).lines.map(({ label }) => label);

describe("minutes", () => {
  test.each([
    ["Time limit: 45 minutes\n\nWhat is rye?\nWhat is oat?\nWhat is emmer?", [15, 15, 15]],
    ["What is rye? (10 min)\nWhat is oat?", [10, 15]],
    ["What is rye?\nLook for: a, b\nTime: 1 hour\nWhat is oat?\nLook for: c", [60, 15]],
    ["What is rye?\nLook for: a, b\nTime: an hour\nWhat is oat?\nLook for: c", [60, 15]],
    ["What is rye?\nLook for: a, b\nTime: soon\n\nWhat is oat?\nLook for: c", [15, 15]],
    ["# A\n\n## Rye (20 minutes)\n\nTell me about it.\n\n**Look for:** a", [20]],
    ["Duration: 9 hours\nWhat is rye?", [540]],
    ["Dauer: 99 Stunden\nWas backen Sie?", [15]],
  ])("in %j are %j", (source, minutes) => {
    expect(read(source).guide.questions.map(({ plannedMinutes }) => plannedMinutes)).toEqual(minutes);
  });

  test("below a title are for the question below it", () => {
    const source =
      "# A\n\n## Rye\n\nTime: 5 minutes\n\nWhat is rye?\n\n## Oat\n\nTime: 7 minutes\n\nWhat is oat?";
    expect(read(source).guide.questions.map(({ plannedMinutes }) => plannedMinutes)).toEqual([5, 7]);
  });
});

describe("anchors", () => {
  const anchorsOf = (source: string) => {
    const { guide } = read(source);
    const all = [
      ...guide.competencies.flatMap(({ anchors }) => anchors),
      ...guide.questions.flatMap(({ areas }) => areas.slice(0, 1).flatMap(({ anchors }) => anchors)),
    ];
    return [
      guide.scale.points.map(({ value }) => value).join(""),
      ...all.map(({ point, text }) => `${point} ${text}`),
    ];
  };

  test.each([
    [
      "What is rye?\n5 - A grain: dark\n3 - A grain\n1 - No idea",
      ["12345", "1 No idea", "3 A grain", "5 A grain: dark"],
    ],
    ["What is rye?\n1-2: no\n3: so-so\n4–5: yes", ["12345", "1 no", "2 no", "3 so-so", "4 yes", "5 yes"]],
    [
      "What is rye?\nScore 4: yes\nScore 3: mostly\nScore 2: a bit\nScore 1: no",
      ["1234", "1 no", "2 a bit", "3 mostly", "4 yes"],
    ],
    ["What is rye?\n3: yes\n2: a bit\n1: no", ["123", "1 no", "2 a bit", "3 yes"]],
    ["What is rye?\nStrong (5): a grain\nWeak (1): no", ["12345", "1 Weak: no", "5 Strong: a grain"]],
    ["What is rye?\nStrong (5)\n- a grain\nWeak (1)\n- no", ["12345", "1 Weak; no", "5 Strong; a grain"]],
    ["What is rye?\n5 (top): a grain\n1 (low)", ["12345", "1 low", "5 top: a grain"]],
    [
      "What is rye?\nLook for: a, b\nGood answer: yes.\nAverage answer: so.\nPoor answer: no.",
      ["12345", "1 no.", "3 so.", "5 yes."],
    ],
    ["What is rye?\nGreen flags\n- a\n- b\nRed flags\n- c", ["12345", "1 c", "5 a; b"]],
    [
      "What is rye?\nRating scale\n5. yes\n4. nearly\n3. so\n2. little\n1. no",
      ["12345", "1 no", "2 little", "3 so", "4 nearly", "5 yes"],
    ],
    [
      "What is rye?\n0: Not enough information\n1: no\n2: little\n3: so\n4: yes",
      ["1234", "1 no", "2 little", "3 so", "4 yes"],
    ],
    [
      "What is rye?\n0: nothing\n1: no\n2: little\nGood answer: yes\nPoor answer: hm",
      ["012345", "0 nothing", "1 no; hm", "2 little", "5 yes"],
    ],
    ["What is rye?\nGood answer: yes\nGood answer: yes", ["12345", "5 yes"]],
  ])("of %j", (source, expected) => {
    expect(anchorsOf(source)).toEqual(expected);
  });

  test("of the whole guide word its scale", () => {
    const { guide } = read(
      "# Guide\n\n## Rating scale\n\n4 - Top: leads\n3 - Good\n2 - It was done, but late, and with some help from the others\n1 - None\n\n## Questions\n\n1. What is rye?\n2. What is oat?",
    );
    expect(guide.questions).toHaveLength(2);
    expect(guide.scale.points.map(({ label, meaning }) => `${label}: ${meaning.slice(0, 12)}`)).toEqual([
      "None: The answer g",
      "Weak: It was done,",
      "Good: The answer g",
      "Top: leads",
    ]);
  });

  test("in a table may stand below their points, or beside them", () => {
    const beside =
      "## What is rye?\n\nLook for: a\n\n| Level | Means | Example |\n|---|---|---|\n| Strong | yes | a loaf |\n| 1 - Low | no | |\n| 3 - Mid | | |\n| x | y | z |";
    expect(anchorsOf(beside)).toEqual(["12345", "1 Low: no", "3 Mid", "5 yes: a loaf"]);
    const below =
      "## What is rye?\n\nLook for: a\n\n| | Poor | Good |\n|---|---|---|\n| Craft | no | yes |\n| Pace | | fast |";
    expect(anchorsOf(below)).toEqual(["12345", "1 no", "5 yes; fast"]);
  });
});

describe("follow-ups", () => {
  test.each([
    [
      "What is rye?\nFollow-up: Who grows it? Who mills the grain for you? Why?",
      "Who grows it?; Who mills the grain for you? Why?",
    ],
    ["What is rye?\nFollow-up: 1) Who grows it? 2) Who mills it?", "Who grows it?; Who mills it?"],
    ["What is rye?\nFollow-ups: Who grows it / Who mills it", "Who grows it; Who mills it"],
    ["What is rye?\nProbes\nWho grows it?\nIf yes: Where?", "Who grows it?; If yes: Where?"],
    [
      "- What is rye?\n    - Who grows it?\n        - Where?\n            - When?\n- What is oat?",
      "Who grows it?; Where?; When?",
    ],
    ["What is rye?\nProbes:\n1) Who?\n1) Where?\n1) When?", "Who?; Where?; When?"],
    ["What is rye?\n\nFollow-up: Who?\n  - Where?\n  - When?", "Who?; Where?; When?"],
  ])("of %j", (source, expected) => {
    expect(questions(source)[0]?.split(" | ")[2]).toBe(expected);
  });

  test("for the whole guide are advice", () => {
    const { guide } = read(
      "General follow-up questions: Why? How did you find out?\n\nWhat is rye?\nLook for: a",
    );
    expect(guide.advice).toMatchObject([
      { followUps: [{ text: "Why?" }, { text: "How did you find out?" }] },
    ]);
    const listed = read(
      "What is rye?\nWhat is oat?\nWhat is emmer?\n\nFollow-up questions\n\n- Why?\n- How?",
    ).guide;
    expect(listed.questions.map(({ followUps }) => followUps.length)).toEqual([0, 0, 0]);
    expect(listed.advice).toMatchObject([{ followUps: [{ text: "Why?" }, { text: "How?" }] }]);
  });
});

describe("areas", () => {
  test.each([
    ["What is rye?\nLook for: The baker knows it. And says so.", "The baker knows it. And says so."],
    ["What is rye?\nLook for: pace, order, and calm.", "pace; order; calm"],
    ["What is rye?\nLook for: • pace • order", "pace; order"],
    ["What is rye?\n**Look for** pace, order", "pace; order"],
    ["What is rye?\nLook for:\n- pace\n\n  and more of it\n- order", "pace and more of it; order"],
    ["What is rye?\nLook for: the following:\n- pace\n- order", "pace; order"],
    ["Was ist Roggen?\nDarauf achten – Ruhe, Ordnung", "Ruhe; Ordnung"],
  ])("of %j", (source, expected) => {
    expect(questions(source)[0]?.split(" | ")[1]).toBe(expected);
  });

  test("of two looks in one list are one list", () => {
    expect(questions("Tell me about rye.\nLook for:\n- a\n* b\n• c")).toEqual([
      "Tell me about rye. | a; b; c | ",
    ]);
  });

  test("end where the next question begins, though no label stands below it", () => {
    const source =
      "Tell me about a batch of bread that failed.\nAreas to cover\ncause\nhelp\nTell me about a batch of bread that did not fail.\nAreas to cover\ncause";
    expect(questions(source)).toHaveLength(2);
  });

  test("may be missing below their label", () => {
    const source = "Tell me about rye.\nAreas to cover:\nTell me about oat.\nAreas to cover:\n- a";
    expect(questions(source)).toEqual(["Tell me about rye. |  | ", "Tell me about oat. | a | "]);
  });
});

describe("questions", () => {
  test.each([
    ["Question: What is rye?\nLook for: a\nQuestion\nWhat is oat?\nLook for: b", 2],
    ["Question 1\nWhat is rye?\nQuestion 2\nWhat is oat?", 2],
    ["1. What is rye?\n2. Your best loaf\n3. What is oat?", 3],
    ["Baker\n\nInterview questions\n\n- Your best loaf of the year\n- Your worst loaf of the year", 2],
    ["Baker\n\nInterview questions\n\n- Your best loaf of the year", 0],
    [
      "What is a baker?\n\nBakers bake. Ask them:\n\n- What do you bake?\n- Where did you learn it?\n- Who taught you?",
      3,
    ],
    ["Tell me about rye.\n- Who?\n- Where?\nLook for: a\nTell me about oat.\n- Who?\nLook for: b", 2],
    ["The failed loaf\n- a rye\n- an oat\nLook for:\n- a", 1],
    ["What is rye?\n1. Who?\n2. Where?\nWhat is oat?\n1. Who?\n2. Where?", 2],
  ])("of %j are %i", (source, count) => {
    expect(questions(source)).toHaveLength(count);
  });

  test("that stand in a table of contents too are read once", () => {
    const source =
      "# A\n\n- What is rye?\n- What is oat?\n\n## What is rye?\n\nLook for: a\n\n## What is oat?\n\nLook for: b";
    expect(questions(source)).toEqual(["What is rye? | a | ", "What is oat? | b | "]);
  });

  test("may hold a listing, and one that belongs to none is left out", () => {
    const source =
      "# A\n\n```\nx\n```\n\n1. What does this print?\n\n```\ny\n```\n\n```\nz\n```\n\n2. What is a closure?";
    const { guide, findings } = read(source);
    expect(guide.questions.map(({ text }) => text)).toEqual([
      "What does this print?\ny",
      "What is a closure?",
    ]);
    expect(findings.map(({ message }) => message)).toEqual([
      "A listing that belongs to no question is ignored.",
      "A listing that belongs to no question is ignored.",
    ]);
  });

  test.each([
    ["**Conflict:** Tell me about a quarrel.\nLook for: a", "Conflict", "", "Tell me about a quarrel."],
    ["Teamwork: Tell me about a quarrel.\nLook for: a", "Teamwork", "Teamwork", "Tell me about a quarrel."],
    ["Baker: Tell me about a quarrel.\nLook for: a", "Baker", "", "Baker: Tell me about a quarrel."],
    ["【协作】请谈谈一次争执。\n考察要点：倾听", "请谈谈一次争执", "协作", "请谈谈一次争执。"],
    ["请谈谈一次争执。（能力：协作）\n考察要点：倾听", "请谈谈一次争执", "协作", "请谈谈一次争执。"],
  ])("of %j have their title and competency", (source, title, competency, text) => {
    const { guide } = read(source);
    expect(guide.questions[0]).toMatchObject({ title, text });
    expect(guide.competencies.map(({ name }) => name).join()).toBe(competency);
  });

  test("go on where a line is only wrapped", () => {
    expect(questions("- Tell me about a batch\n  That failed.\n  - Why?\n- What is rye?")[0]).toBe(
      "Tell me about a batch That failed. |  | Why?",
    );
    expect(questions("1. 请谈谈一次你在工作中与同事意见\n不合的经历。\n2. 你喜欢什么？")[0]).toBe(
      "请谈谈一次你在工作中与同事意见不合的经历。 |  | ",
    );
  });
});

describe("parts", () => {
  test("that hold nothing to ask are left out", () => {
    const source =
      "# A\n\n## Responsibilities\n\n- Bake\n\n## Questions\n\n1. What is rye?\n2. What is oat?\n\n## Questions for the interviewer\n\n1. What is the pay?\n\nTime: 5\n\n5: a\n4: b";
    expect(questions(source)).toHaveLength(2);
    expect(read(source).findings.map(({ line }) => line)).toEqual([3, 12]);
  });

  test("end where a list of a question shows that they are over", () => {
    expect(questions("Job description\nYou bake.\nTell me about rye.\nLook for: a")).toEqual([
      "Tell me about rye. | a | ",
    ]);
    expect(
      questions("What is oat?\nLook for: b\nFAQ\nIs it long?\nNo.\nTell me about rye.\nLook for:\n- a"),
    ).toEqual(["What is oat? | b | ", "Tell me about rye. | a | "]);
  });

  test("of points in advice stay there", () => {
    expect(labels("What is rye?\nLook for: a\n\nTips\n\n5: a\n4: b")).toEqual([
      "question",
      "area",
      "heading",
      "advice",
      "advice",
    ]);
  });

  test("that explain a question are left out", () => {
    const source =
      "## What is rye?\n\nPurpose: bread\n\nLook for: a\n\nWhy ask:\nIt tells.\nIs it so?\n\nNotes: ___";
    expect(labels(source)).toEqual([
      "question",
      "leftOut",
      "area",
      "leftOut",
      "leftOut",
      "leftOut",
      "leftOut",
    ]);
    expect(labels("Purpose: bread\n\nWhat is rye?\nLook for: a")[0]).toBe("title");
  });

  test("of a generic name name no competency", () => {
    const source =
      "# A\n\n## Part 1\n\n1. What is rye?\n2. What is oat?\n\n## Part 2\n\n1. What is spelt?\n2. What is emmer?";
    expect(read(source).guide.competencies).toEqual([]);
    expect(read(source).findings).toEqual([]);
  });
});

describe("tables", () => {
  test.each([
    ["| Interview question | Pace |\n|---|---|\n| What is rye? | x |\n| | y |", 1],
    [
      "| Item | Text |\n|---|---|\n| Question | What is rye? |\n| Competency | Craft |\n| Question | What is oat? |\n| Competency | Pace |",
      2,
    ],
    ["| Stage | Text |\n|---|---|\n| Call | a |\n| Talk | b |", 0],
  ])("%j: %i questions", (source, count) => {
    expect(read(source).guide.questions).toHaveLength(count);
  });
});

describe("competencies", () => {
  test("above several questions are for all of them", () => {
    const { guide } = read(
      "Competency: Craft\n\nWhat is rye?\n\nWhat is oat?\n\nCompetency: Pace\n\nWhat is spelt?\n\nWhat is emmer?",
    );
    expect(guide.questions.map(({ competencyId }) => competencyId)).toEqual([
      "craft",
      "craft",
      "pace",
      "pace",
    ]);
  });

  test("may be named by a heading, and end at the next one", () => {
    const { guide } = read(
      "# A\n\n## Leadership\n\nWhat is rye?\n\n### More\n\n## Last\n\nTell me about oat.",
    );
    expect(guide.questions.map(({ competencyId }) => competencyId)).toEqual(["leadership", ""]);
  });
});

test.each([
  ["What is rye?\nLook for:\n- a\n- Notes: he wrote", ["a", "Notes: he wrote"]],
  ["What is rye?\nLook for: a\nDate: today", ["a"]],
])("a field in a list is an item, and elsewhere it is none: %j", (source, areas) => {
  expect(read(source).guide.questions[0]?.areas.map(({ text }) => text)).toEqual(areas);
});

test("what is left out many times is told once", () => {
  const source = `# Interview questions\n\n${"1. What is rye?\n\nSome talk of bread.\n\n".repeat(9)}`;
  expect(read(source).findings.map(({ message }) => message)).toEqual([
    "It explains a question. A guide can’t hold that. (9 such lines; this is the first.)",
  ]);
});

describe("where a list or a question is announced", () => {
  test.each([
    [
      "Lead question:\nThe oven breaks at four in the morning.\nLook for: calm",
      ["The oven breaks at four in the morning. | calm | "],
    ],
    [
      "What is rye?\nA good answer should name:\n- a grain\n- a use\nIf it is short, use these probes:\n- Which use?",
      ["What is rye? | a grain; a use | Which use?"],
    ],
    ["# Rye\n\nAsk:\n\n- What is rye?\n- What is oat?", ["What is rye? |  | ", "What is oat? |  | "]],
    ["Round: 2\nName:\nLook for: calm\n\nWhat is rye?", ["What is rye? |  | "]],
    [
      "1. What is rye?\nLook for:\n1. Rye\n2. What is oat?\nLook for:\n1. Oat",
      ["What is rye? | Rye | ", "What is oat? | Oat | "],
    ],
    [
      "What is rye?\nFollow-ups: When is it sown? And why? Who sows it?",
      ["What is rye? |  | When is it sown? And why?; Who sows it?"],
    ],
  ])("%j is read as %j", (source, expected) => {
    expect(questions(source)).toEqual(expected);
  });

  test("qualities that are screened for are none, though each is put as a question", () => {
    const source = [
      "# Interview: baker",
      "",
      "### Qualities the interviewer is likely screening for:",
      "",
      "* **Care:** Can you weigh flour without a slip?",
      "* **Order:** Can you leave a bench as you found it?",
      "* **Calm:** Can you keep to the plan when the oven breaks?",
      "",
      "### Questions",
      "",
      "1. What do you bake first?",
      "2. How do you plan a night?",
    ];
    expect(questions(source.join("\n")).map((line) => line.split(" |")[0])).toEqual([
      "What do you bake first?",
      "How do you plan a night?",
    ]);
  });

  test.each(["Instead of", "Statt", "Au lieu de", "En lugar de", "Вместо"])(
    "what is said after “%s:” is no area of the question above it",
    (words) => {
      const source = [
        "# Interview: baker",
        "",
        `- **${words}:** “Bake a loaf in an hour”`,
        "- **Say:** “Say I had an hour. How would you bake a loaf?”",
        "",
        `- **${words}:** “Mend this oven”`,
        "- **Say:** “The oven breaks at four. What do you do?”",
      ];
      expect(questions(source.join("\n")).map((line) => line.split(" | ")[1])).toEqual(["", ""]);
    },
  );

  test("a list of where more questions are to be found is none of questions", () => {
    const more = [
      "- [Oven interview questions](https://example.org/oven)",
      "- [Rye interview questions](https://example.org/rye)",
    ];
    const source = [
      "# Interview: baker",
      "",
      "- What do you bake first?",
      "- How do you plan a night?",
      "",
      "Ask some of these, too:",
      "",
      ...more,
    ];
    expect(read(source.join("\n"), "markdown").guide.questions.map(({ text }) => text)).toEqual([
      "What do you bake first?",
      "How do you plan a night?",
    ]);
  });

  test.each([
    ["Describes the grain", false],
    ["Describe the grain.", true],
    ["Explain the role to the candidate.", false],
    ["The flour is wet. Tell me what you do.", true],
    ["Craft: “Describe a loaf that you are proud of.”", true],
    ["Do you like bread? Then come to us!", false],
  ])("whether %j is asked: %s", (line, isAsked) => {
    expect(read(line).guide.questions.length === 1).toBe(isAsked);
  });
});

describe("listings in plain text", () => {
  test("are no part of the guide", () => {
    const source = "Rye\n\n```js\n// What does this do?\n```\n\nWhat is rye?";
    expect(read(source, "text").guide.questions.map(({ text }) => text)).toEqual(["What is rye?"]);
  });

  test("end somewhere: a fence that is not closed opens none", () => {
    const source = "Rye\n\n```\n\nWhat is rye?";
    expect(read(source, "text").guide.questions.map(({ text }) => text)).toEqual(["What is rye?"]);
  });
});
