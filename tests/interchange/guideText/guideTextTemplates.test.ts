import { describe, expect, test } from "vitest";
import { guideFromText } from "../../../src/interchange/guideText/guideText.ts";
import { isAsked } from "../../../src/interchange/guideText/labels/askedText.ts";
import { lists } from "./questionLines.ts";

const read = (...lines: readonly string[]) => guideFromText(lines.join("\n"));
const listsOf = (...lines: readonly string[]) => lists(lines);
const texts = (...lines: readonly string[]) => read(...lines).guide.questions.map(({ text }) => text);

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

describe("what only looks like it", () => {
  test("what is to be looked for at work is asked", () => {
    const asked = [
      "Why do you want to work with children?",
      "What signs of illness should you look for?",
      "How do you handle a tantrum?",
      "Tell me about a child you helped.",
    ];
    expect(texts("# Childcare interview questions", "", ...asked.map((q, i) => `${i + 1}. ${q}`))).toEqual(
      asked,
    );
  });
  test("so it is with lists below", () => {
    expect(
      listsOf(
        "# Forklift driver interview",
        "",
        "## Why did you apply?",
        "- pay",
        "- place",
        "## What hazards should you watch out for?",
        "- people on foot",
        "- wet floors",
        "## How do you stack pallets?",
        "- heavy ones below",
      ),
    ).toEqual([
      "Why did you apply? | pay; place | ",
      "What hazards should you watch out for? | people on foot; wet floors | ",
      "How do you stack pallets? | heavy ones below | ",
    ]);
  });
  test("when a thing is used is asked", () => {
    const asked = [
      "What is a join?",
      "When to use an index?",
      "How do you read a query plan?",
      "When would you denormalise?",
      "Have you tuned a slow query?",
    ];
    expect(texts("# SQL interview questions", "", ...asked.map((q) => `- ${q}`))).toEqual(asked);
  });
  test("what is asked further in a table stays below its question", () => {
    expect(
      listsOf(
        "# Interview",
        "",
        "| Question | Bonus |",
        "| --- | --- |",
        "| Your proudest piece of work. | Who helped you? |",
        "| A time when you said no. | What did they say? |",
        "| Most recent feedback from a boss. | Did you agree with it? |",
      ),
    ).toEqual([
      "Your proudest piece of work. |  | Who helped you?",
      "A time when you said no. |  | What did they say?",
      "Most recent feedback from a boss. |  | Did you agree with it?",
    ]);
  });
  test("scenes that are each asked stay questions where another question follows", () => {
    expect(
      texts(
        "# Interview guide",
        "",
        "- Scenario: A guest shouts at you over a cold soup.",
        "- Scenario: Two waiters quarrel in front of guests.",
        "- Scenario: The till is short by 200 euros.",
        "",
        "Question: Why do you want to work here?",
        "Look for: reads about us",
      ),
    ).toEqual([
      "A guest shouts at you over a cold soup.",
      "Two waiters quarrel in front of guests.",
      "The till is short by 200 euros.",
      "Why do you want to work here?",
    ]);
  });
  test("what stands between angle brackets behind a label is not lost", () => {
    const page = [
      "Interview guide",
      "",
      "1. How do you greet a guest?",
      "Look for: <calm and honest>",
      "Follow-up: <Who taught you?>",
      "2. Why our hotel?",
      "Look for: <reads about us>",
      "Follow-up: <What did you see?>",
    ];
    const { guide, findings } = read(...page);
    const told = JSON.stringify([guide, findings]);
    expect(
      ["calm and honest", "Who taught you?", "Why our hotel?", "reads about us", "What did you see?"].filter(
        (t) => !told.includes(t),
      ),
    ).toEqual([]);
  });
  test("nor does the next question become a follow-up", () => {
    expect(
      texts(
        "Interview guide",
        "",
        "1. How do you greet a guest?",
        "Look for: <calm and honest>",
        "Follow-up: <Who taught you?>",
        "2. Why our hotel?",
        "Look for: <reads about us>",
        "Follow-up: <What did you see?>",
      ),
    ).toEqual(["How do you greet a guest?", "Why our hotel?"]);
  });
  test("heads of an article above the questions are none", () => {
    expect(
      texts(
        "# Nurse blog",
        "",
        "## What skills do you need to be a nurse",
        "",
        "Nurses need patience and strength.",
        "",
        "## What documents do you need to bring",
        "",
        "Bring your diploma.",
        "",
        "## Interview questions",
        "",
        "1. Why did you become a nurse?",
        "2. Tell me about a hard night.",
      ),
    ).toEqual(["Why did you become a nurse?", "Tell me about a hard night."]);
  });
  test("a sentence to be finished is asked", () => {
    const asked = [
      "Why did you become a waiter?",
      'Tell me how you would finish this sentence: "A guest who complains is…"',
      "What made you apply to us?",
      "Describe your last team.",
    ];
    expect(texts("Interview with a waiter", "", ...asked.flatMap((q) => [q, ""]))).toEqual(asked);
  });
  test("A* is a name", () => {
    expect(
      texts(
        "# Algorithms interview questions",
        "",
        "1. Explain the difference between Dijkstra and A*",
        "2. How would you find a cycle in a graph?",
        "3. What is a heap?",
      )[0],
    ).toBe("Explain the difference between Dijkstra and A*");
  });
  test("points that a word processor counts through", () => {
    expect(
      listsOf(
        "# Interview guide",
        "",
        "## Tell me about a hard night.",
        "Our coaches tick off:",
        "1. stays calm",
        "2. asks for help",
        "",
        "## Tell me about a mistake.",
        "Our coaches tick off:",
        "3. says what went wrong",
        "4. mends it",
        "",
        "## Why our ward?",
        "Our coaches tick off:",
        "5. knows us",
        "6. means it",
      ),
    ).toEqual([
      "Tell me about a hard night. | stays calm; asks for help | ",
      "Tell me about a mistake. | says what went wrong; mends it | ",
      "Why our ward? | knows us; means it | ",
    ]);
  });
  test("callers in a fenced transcript ask no follow-ups", () => {
    expect(
      read(
        "# Interview questions",
        "",
        "1. Tell me about a hard call.",
        "",
        "```",
        "Caller: Why is my parcel not here?",
        "Agent: May I have your number?",
        "Caller: Do you never pick up?",
        "```",
        "",
        "2. What would you do better than this agent?",
        "3. How do you end a call?",
      ).guide.questions.flatMap(({ followUps }) => followUps),
    ).toEqual([]);
  });
});
