import { expect, test } from "vitest";
import { guideFromText } from "../../../src/interchange/guideText/guideText.ts";
import { isAsked } from "../../../src/interchange/guideText/labels/askedText.ts";
import { questionLines } from "./questionLines.ts";

const lists = (lines: readonly string[]) => questionLines(guideFromText(lines.join("\n")).guide);

test("a label may ask what is looked for, and when a question is asked is none of that", () => {
  const block = (question: string, when: string, looked: string) => [
    `### ${question}`,
    `* **When I ask this question:** ${when}`,
    `* **What sorts of answers do I look for:** ${looked}`,
    "",
  ];
  expect(
    lists([
      "# Interview questions for a beekeeper",
      ...block("Tell me about a hive that you lost.", "Early on.", "They name the cause."),
      ...block("How do you calm a swarm?", "When somebody says it is easy.", "Smoke and patience."),
    ]),
  ).toEqual([
    "Tell me about a hive that you lost. | They name the cause. | ",
    "How do you calm a swarm? | Smoke and patience. | ",
  ]);
});

test("where one name stands before a list and another before one line, the list says what to tick off", () => {
  const block = (question: string, source: string, ...points: readonly string[]) => [
    `**Question:** ${question}`,
    `**Drawn from:** ${source}`,
    "**What our coaches ask for:**",
    ...points.map((point) => `- ${point}`),
    "",
  ];
  expect(
    lists([
      ...block("Tell me about a hard night.", "Ward book, year one", "stays calm", "asks for help"),
      ...block("Tell me about a mistake.", "Report of spring", "says what went wrong", "mends it"),
    ]),
  ).toEqual([
    "Tell me about a hard night. | stays calm; asks for help | ",
    "Tell me about a mistake. | says what went wrong; mends it | ",
  ]);
});

test("a scene above what is asked about it is no question", () => {
  expect(
    lists([
      "# Interview guide",
      "**Scenario:** A late delivery.",
      "**Question:** What do you tell the bakery?",
      "**Scenario:** A broken oven.",
      "**Question:** What do you do first?",
    ]),
  ).toEqual(["What do you tell the bakery? |  | ", "What do you do first? |  | "]);
});

test("the star of a form behind what must be filled in is no part of a question, nor is the name of a heading", () => {
  expect(
    lists([
      "# Interview questions",
      "## Why did you leave the theatre? {#why-leave}",
      "## What would you build here?*",
      "## Who taught you the most?",
    ]),
  ).toEqual([
    "Why did you leave the theatre? |  | ",
    "What would you build here? |  | ",
    "Who taught you the most? |  | ",
  ]);
});

test("what a template has still to be filled with has the place of a question", () => {
  const block = (at: number) => [
    `<insert question ${at}>`,
    "CORE Competency: {CORE}",
    "Probe questions (optional): <customize as needed>",
    "- What would you do next?",
    "- Who would you involve?",
    "",
  ];
  expect(lists(["# Phone interview", "", ...block(1), ...block(2)])).toEqual(
    [1, 2].map((at) => `<insert question ${at}> |  | What would you do next?; Who would you involve?`),
  );
});

test("a topic that stands twice among many heads of its form is no label", () => {
  const part = (topic: string, ...questions: readonly string[]) => [
    `**${topic}**`,
    ...questions.map((question) => `- ${question}`),
    "",
  ];
  const asked = [
    ["Leadership", "Tell me about a team that you led.", "How do you say no?"],
    ["Conflict", "Tell me about a quarrel at work.", "How do you calm a guest?"],
    ["Planning", "How do you plan a week?", "Describe a plan that failed."],
    ["Sales", "How do you open a call?", "Tell me about a lost client."],
    ["Service", "How do you greet a regular?", "Tell me about a complaint."],
    ["Ethics", "What would you never sell?", "Tell me about a hard choice."],
    ["Leadership", "You inherit a tired team. What do you do first?", "How do you share praise?"],
  ] as const;
  expect(
    lists(["# Interview questions", "", ...asked.flatMap(([topic, ...own]) => part(topic, ...own))]),
  ).toEqual(asked.flatMap(([, ...own]) => own.map((question) => `${question} |  | `)));
});

test("below a head that says so all of a list is asked, though few of its lines say “you”", () => {
  const knowledge = [
    "What is a proof?",
    "What are the key steps of a sponge?",
    "How are loaves scored?",
    "How do you read a crumb?",
    "What problems is rye not good at solving?",
  ];
  expect(
    lists([
      "# Interview guidelines",
      "",
      "#### Talk",
      "",
      "* Tell me about a loaf that failed.",
      "  Look for:",
      "  * calm",
      "  * what was learnt",
      "* Ask them to describe a morning.",
      "",
      "#### Tools",
      "",
      "* Do they know their ovens?",
      "* Can they plan a morning?",
      "",
      "#### Rye Interview Questions",
      "",
      ...knowledge.map((question) => `1. ${question}`),
    ]).map((line) => line.split(" | ")[0]),
  ).toEqual(expect.arrayContaining(knowledge));
});

test("a script that is fenced to be copied is read, and counts on through its parts", () => {
  const script = (who: string, ...parts: readonly (readonly string[])[]) => [
    "```",
    `📞 ${who} INTERVIEW QUESTIONS`,
    ...parts.flatMap(([head = "", ...questions]) => ["", `👤 ${head}:`, ...questions]),
    "```",
    "",
  ];
  const page = [
    "**Questions to ask:**",
    "",
    ...script(
      "GARDENER",
      ["Background", '1. "How long have you kept roses?"', '2. "What do you like about hedges?"'],
      ["Practical", '3. "Do you bring your own tools?"', '4. "What days are you free?"'],
    ),
    ...script(
      "COOK",
      ["Background", '1. "Who taught you to cook?"', '2. "What do you cook best?"'],
      ["Practical", '3. "Do you shop as well?"', '4. "What is your rate?"'],
    ),
  ];
  expect(lists(page).map((line) => line.split(" | ")[0])).toEqual(
    page.flatMap((line) => /^\d\. "(.*)"$/u.exec(line)?.[1] ?? []),
  );
  const listing = ["# Interview questions", "1. What does this print?", "```", "is_done?", "next?", "```"];
  expect(lists(listing)).toHaveLength(1);
});

test("where a column of topics is headed as the questions, they are those that are asked beside it", () => {
  const table = (head: string) => [
    "# Entretien",
    "",
    head,
    "| --- | --- |",
    "| Courte présentation du parcours | « Pouvez-vous vous présenter en deux minutes ? » |",
    "| Style de collaboration | « Pouvez-vous décrire une bonne équipe ? Pourquoi ? » |",
  ];
  expect(lists(table("| Questions | Exemples |")).map((line) => line.split(" | ")[0])).toEqual([
    "Pouvez-vous vous présenter en deux minutes ?",
    "Pouvez-vous décrire une bonne équipe ? Pourquoi ?",
  ]);
  expect(lists(table("| Questions | Relances |")).map((line) => line.split(" | ")[0])).toEqual([
    "Courte présentation du parcours",
    "Style de collaboration",
  ]);
});

test.each([
  ["What unit test framework do you use", true],
  ["Which of our tools have you used", true],
  ["We believe in slow bread. Can you give examples of it", true],
  ["Write a short script that renames a folder", true],
  ['"Tell me about your work with..."', false],
  ["“Describe how you …”", false],
  ["Tell me about a time when...", true],
])("%s: is it asked?", (text, isIt) => {
  expect(isAsked(text)).toBe(isIt);
});
