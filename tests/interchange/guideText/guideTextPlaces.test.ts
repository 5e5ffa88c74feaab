import { describe, expect, test } from "vitest";
import { guideFromText } from "../../../src/interchange/guideText/guideText.ts";
import { lists } from "./questionLines.ts";

const read = (lines: readonly string[]) => guideFromText(lines.join("\n"));
const labels = (lines: readonly string[]) => read(lines).lines.map(({ label }) => label);

describe("a block quote", () => {
  test("below questions, again and again, speaks of the answer", () => {
    expect(
      lists([
        "## Interview at the kiln",
        "1. Which glaze would you start with?",
        "   > Candidates who ask for the clay first do well.",
        "2. The kiln is too hot",
        "   > The candidate opens nothing and waits.",
        "   > They write the time down.",
      ]),
    ).toEqual([
      "Which glaze would you start with? | Candidates who ask for the clay first do well. | ",
      "The kiln is too hot | The candidate opens nothing and waits.; They write the time down. | ",
    ]);
  });

  test("above a list of what is asked further is read out", () => {
    expect(
      lists([
        "# Interview: kiln hand",
        "Read this to the candidate:",
        "",
        "> Plan a firing for two hundred bowls.",
        "",
        "Then go on:",
        "",
        "1. The power fails. What now?",
        "2. Which bowls would you fire first?",
      ]),
    ).toEqual([
      "Plan a firing for two hundred bowls. |  | The power fails. What now?; Which bowls would you fire first?",
    ]);
  });

  test("above a list to tick off is read out, and a greeting is not", () => {
    const ticked = ["", "- [ ] asks who comes", "- [ ] counts the chairs", "- [ ] stays calm?"];
    const page = (quote: string) => [
      "# Interview: caterer",
      "Say this:",
      "",
      `> ${quote}`,
      ...ticked.slice(0, 3),
    ];
    expect(lists(page("Lay the table for nine guests, two of them children."))).toEqual([
      "Lay the table for nine guests, two of them children. | asks who comes; counts the chairs | ",
    ]);
    expect(lists(page("Welcome to the kitchen."))).toEqual([]);
  });
});

describe("a list of what is asked", () => {
  test("may ask of somebody all through: the page says what to find out", () => {
    const questions = [
      "- How long have they kept bees?",
      "- What did they do in a wet year?",
      "- Where do they sell their honey?",
      "- Have they ever lost a swarm? (Candidates who never did are new to it.)",
      "- Who taught them?",
      "- Was there a season without honey?",
    ];
    expect(labels(["# Beekeeper, first interview", ...questions])).toEqual([
      "title",
      ...questions.map(() => "question"),
    ]);
  });

  test("may name the candidate among what is said to you", () => {
    expect(
      labels([
        "# Interview: usher",
        "- Why did you choose our theatre?",
        "- Why should we take you rather than another candidate?",
        "- How do you calm a full house?",
      ]),
    ).toEqual(["title", "question", "question", "question"]);
  });

  test("may sort its items by what stands in brackets", () => {
    const items = ["[T] Which saw do you use?", "[C] How do you ask for help?", "[C, T] What did you build?"];
    expect(labels(["# Interview: carpenter", ...items.map((item) => `- ${item}`)])).toEqual([
      "title",
      "question",
      "question",
      "question",
    ]);
  });

  test("may stand above a head that announces questions, and need not look asked in each line", () => {
    const items = [
      "Why do you want to drive a tram?",
      "What lines do you know?",
      "How do you keep awake?",
      "Have you driven at night?",
      "Which tram do you like?",
      "What would you tell a lost child?",
      "Brakes in the snow",
      "How do you say no?",
    ];
    expect(
      lists([
        "# Interview: tram driver",
        "## First half",
        ...items.map((item) => `- ${item}`),
        "## Questions",
        "- What do you check before you leave?",
        "- Describe the longest day you had.",
      ]),
    ).toHaveLength(10);
  });

  test("may sort what it counts by a word before the colon", () => {
    expect(
      lists([
        "# Interview: baker",
        "## Ovens",
        "1. Why does an oven need a stone?",
        "2. #odd: Can bread rise on the moon?",
        "## Flour",
        "1. #odd: Which flour would you never eat?",
        "2. How do you store rye?",
      ]),
    ).toEqual([
      "Why does an oven need a stone? |  | ",
      "#odd: Can bread rise on the moon? |  | ",
      "#odd: Which flour would you never eat? |  | ",
      "How do you store rye? |  | ",
    ]);
  });

  test("may name each of its items in bold, also such as ask nothing by their form", () => {
    expect(
      labels([
        "# Interview: ranger",
        "- **Paths:** Tell me about a path you closed.",
        "- **Animals:** Pick an animal you know well.",
        "- **Guests:** Describe a walk with children.",
      ]),
    ).toEqual(["title", "question", "question", "question"]);
  });

  test("may end a question that stands above it", () => {
    expect(
      lists([
        "# Interview: ferry",
        "What would you do if…",
        "- the ramp is stuck",
        "  - half way down",
        "- a child is lost on board",
      ]),
    ).toEqual(["the ramp is stuck | half way down | ", "a child is lost on board |  | "]);
  });

  test("below a list without a label keeps its own label", () => {
    expect(
      lists([
        "# Interview: baker",
        "1. Rate yourself in each of these:",
        "   - rye",
        "   - oats",
        "2. How do you learn?",
        "   Follow-up: What was the last book you read?",
      ]).at(-1),
    ).toBe("How do you learn? |  | What was the last book you read?");
  });
});

describe("below a question", () => {
  const below = (...items: readonly string[]) =>
    lists(["# Interview: sailor", "## Q1 How do you read the sky?", ...items.map((item) => `- ${item}`)]);

  test("what asks of the candidate is no question, though it has a list of its own", () => {
    expect(below("Do they look west? Watch for it.", "Follow-up: Which cloud worries you?")).toEqual([
      "How do you read the sky? | Do they look west? Watch for it. | Which cloud worries you?",
    ]);
  });

  test("a sentence may say what to ask further", () => {
    expect(below("A good follow-up is how they learnt it.", "If unsure, say so.")).toEqual([
      "How do you read the sky? | If unsure, say so. | A good follow-up is how they learnt it.",
    ]);
  });

  test("what is said to the candidate asks further, though it has no mark", () => {
    expect(below("Which cloud comes first?", "Bonus points if you can name a second.")).toEqual([
      "How do you read the sky? |  | Which cloud comes first?; Bonus points if you can name a second.",
    ]);
  });

  test("what is told behind the mark says nothing of whom the question speaks to", () => {
    expect(
      labels([
        "# Interview: sailor",
        "1. Which harbour do you like? Shows whether the candidate has travelled.",
        "2. Why do you sail?",
        "3. Who taught you?",
      ]),
    ).toEqual(["title", "question", "question", "question"]);
  });

  test("where questions have a label, a title is none", () => {
    const part = (question: string, ...points: readonly string[]) => [
      "Question",
      question,
      "",
      "What it shows",
      "",
      ...points,
      "",
      "Expected answer",
      "The candidate tells of a storm.",
      "",
    ];
    expect(
      lists([
        "Interview of sailors",
        "",
        ...part("How do you read the sky?", "Care", "", "Clear words"),
        ...part("Who taught you?", "Gratitude", "", "Open mind"),
      ]),
    ).toEqual([
      "How do you read the sky? | The candidate tells of a storm. | ",
      "Who taught you? | The candidate tells of a storm. | ",
    ]);
  });
});

describe("on a sheet that asks nothing a heading is no question", () => {
  const questions = (...lines: readonly string[]) =>
    guideFromText(["# Interview sheet", ...lines].join("\n"), "markdown", undefined, true).guide.questions;

  test("where a label of its own level stands below it", () => {
    expect(questions("## Fish", "…", "## What to look for", "- calm")).toEqual([]);
    expect(questions("## Fish", "…", "### What to look for", "- calm")).toHaveLength(1);
  });

  test("where a table stands between it and a label", () => {
    const table = ["| Name | Day |", "|---|---|", "| … | … |", ""];
    expect(questions("## Visit", ...table, "### What to look for", "- calm")).toEqual([]);
  });

  test("where headings below it are counted in their part", () => {
    const skills = ["### 2.1 [Skill 1: say, knives]", "### 2.2 [Skill 2: say, fire]"];
    expect(questions("## 2. Skills", ...skills)).toEqual([]);
  });
});

describe("a heading above a scale in a table is a question", () => {
  const part = (head: string) => [
    `## ${head}`,
    "### What we look at",
    "",
    "| Level | Sign |",
    "|---|---|",
    `| 1 – Poor | Loses the ${String(head.length)} oars |`,
    `| 4 – Excellent | Saves all ${String(head.length)} |`,
    "",
    "### Follow-ups",
    "- And in fog?",
    "",
  ];

  test("and a list of what is asked further below the table is its own", () => {
    expect(
      lists([
        "# Interview: sailor",
        ...part("How do you read the sky?"),
        ...part("Tell me about your first ship."),
      ]),
    ).toEqual([
      "How do you read the sky? |  | And in fog?",
      "Tell me about your first ship. |  | And in fog?",
    ]);
  });

  test("though it does not ask by its form, where another one does", () => {
    expect(
      lists([
        "# Interview: sailor",
        ...part("Prompt A – A plan for a leaking ship"),
        ...part("Prompt B – How do you read the sky?"),
        ...part("Prompt C – Knots"),
      ]),
    ).toHaveLength(3);
  });
});

test("a question that is counted on from titles of other ones is none of their kind", () => {
  const part = (title: string, question: string) => [`**${title}**`, "", question, "", "---", ""];
  expect(
    lists(
      [
        "# Interview: sailor",
        ...part("1. The sky", "How do you read it?"),
        ...part("2. The ship", "Tell me about your first one."),
        ...part("3. The crew", "Who taught you to sail?"),
        "**4. When can you start?**",
      ],
      "markdown",
    ),
  ).toHaveLength(4);
});

describe("a part that is told of", () => {
  const page = (...items: readonly string[]) => [
    "# Interview: sailor",
    "## Questions",
    "- How do you read the sky?",
    "## Conclusion",
    ...items.map((item) => `- ${item}`),
  ];

  test("asks where its list does", () => {
    expect(labels(page("What are you looking for in a ship?", "When could you start?")).slice(-2)).toEqual([
      "question",
      "question",
    ]);
  });

  test.each([
    "Afsluiting",
    "Encerramento",
    "Chiusura",
    "Zakończenie",
    "Verabschiedung",
    "Завершение",
    "마무리",
  ])("is named in many languages: %s", (head) => {
    expect(
      labels([
        "# Interview: sailor",
        "- How do you read the sky?",
        `## ${head}`,
        "Vertel wanneer we bellen.",
      ]).at(-1),
    ).toBe("leftOut");
  });

  test("asks nothing where its list tells what to do", () => {
    expect(labels(page("Tell them when we call.", "When could you start?", "Thank them.")).slice(-3)).toEqual(
      ["leftOut", "leftOut", "leftOut"],
    );
  });
});

test("headings of which most are asked are asked in between, whatever they look like", () => {
  const part = (head: string) => [`## ${head}`, "Listen for a story.", ""];
  expect(
    lists([
      "# Interview questions",
      ...part("How do you read the sky?"),
      ...part("Ask about the last storm they were in"),
      ...part("Who taught you to sail?"),
      ...part("Why do you want to leave?"),
      ...part("Tell me about your first ship"),
    ]),
  ).toHaveLength(5);
});

describe("a line by its form", () => {
  test("is a heading below signs without a space, and one sign alone may be a tag", () => {
    const { lines } = read(["##Rounds", "###2. How do you plan a round?", "#garden"]);
    expect(lines.map(({ text }) => text)).toEqual(["Rounds", "How do you plan a round?", "#garden"]);
  });

  test("as a head may leave the asking to the candidate", () => {
    expect(
      lists([
        "# Interview: clerk",
        "- How do you greet a guest?",
        "- What do you do at night?",
        "",
        "## Questions for curious candidates to ask",
        "- Why is the bell so loud?",
        "- Would you work here again?",
      ]),
    ).toEqual(["How do you greet a guest? |  | ", "What do you do at night? |  | "]);
  });

  test("asks for a role play, and does not where it is the title of one", () => {
    const page = (line: string) => ["# Interview: clerk", "- How do you greet a guest?", `- ${line}`];
    expect(lists(page("Role play with me: I want my money back."))).toHaveLength(2);
    expect(
      lists([
        "# Interview: clerk",
        "",
        "**Role play - the lost key:**",
        "- Hand over the box",
        "- Look for: patience",
        "",
        "**Desk:**",
        "- How do you greet a guest?",
        "- What do you do at night?",
      ]),
    ).toEqual(["How do you greet a guest? |  | ", "What do you do at night? |  | "]);
  });

  test("is left out where it is nothing but a link", () => {
    const page = [
      "# Interview: diver",
      "- How deep have you been?",
      "- https://example.org/interview-questions",
    ];
    expect(labels(page)).toEqual(["title", "question", "leftOut"]);
  });

  test("is a label though it is written as it is spoken", () => {
    expect(lists(["How do you dive alone?", "What we’re looking for:", "- never does"])).toEqual([
      "How do you dive alone? | never does | ",
    ]);
  });

  test("hands over to the candidate as a heading, with all that stands below it", () => {
    expect(
      labels([
        "# Interview: diver",
        "## How deep have you been?",
        "- names a lake",
        "## Have you got any questions that you'd like to ask?",
        "- Be ready to speak of the team.",
        "Speak of the boats, too.",
      ]),
    ).toEqual(["title", "question", "area", "leftOut", "leftOut", "leftOut"]);
  });

  test("below a question is no area where it speaks to whoever interviews", () => {
    const note = (text: string) => ["", text, ""];
    expect(
      labels([
        "# Interview: diver",
        "How deep have you been?",
        ...note("They name a lake and a day."),
        "Why do you dive?",
        ...note("They tell of the first time."),
        "Who dives with you?",
        ...note("Candidates rarely say, so you may have to wait."),
      ]),
    ).toEqual(["title", "question", "area", "question", "area", "question", "leftOut"]);
  });
});

test("a page that speaks of the candidate below each question is a guide, though it answers each of them", () => {
  const part = (question: string, text: string) => [`## ${question}`, "", text, ""];
  const page = (who: string) => [
    "# Cosas del barco",
    "",
    ...part("¿Qué barco le gusta?", `Esta pregunta muestra si ${who} ha navegado.`),
    ...part("¿Qué hace con mal tiempo?", `Si ${who} duda, no pasa nada.`),
    ...part("¿Cómo aprendió a navegar?", `Así ${who} cuenta su historia.`),
    ...part("¿Por qué busca otro barco?", `Puede que ${who} no lo diga.`),
  ];
  expect(read(page("el candidato")).guide.questions).toHaveLength(4);
  expect(read(page("el vecino")).guide.questions).toEqual([]);
});

test("a page that gives marks for each answer is an exam", () => {
  const page = (behind: string) => [
    "Rivers and seas, paper for the second year",
    "",
    `1. Describe how a delta is formed.${behind}`,
    `2. Why do tides differ from day to day?${behind}`,
    `3. How would you measure the speed of a river?${behind}`,
    `4. Explain what a spring tide is.${behind}`,
    `5. What would you do if your boat had no anchor?${behind}`,
    `6. Tell the story of a drop of rain.${behind}`,
    "",
    "The paper is handed in at noon.",
    "Candidates use a pen.",
    "Candidates leave their bags outside.",
    "Candidates stay seated.",
    "Nobody speaks.",
    "Papers are marked within a week.",
  ];
  expect(read(page("")).guide.questions).toHaveLength(6);
  expect(read(page(" (6 marks)")).guide.questions).toEqual([]);
});

describe("many lines that look alike, most of them asked", () => {
  const asked = [
    "How do you bank a kiln for the night?",
    "Which cone would you put on the lowest shelf?",
    "Have you ever lost a whole firing?",
    "What would you check before you open the door?",
    "How long do you soak a large bowl?",
  ];

  test("are questions also above the first one that a label names", () => {
    const about = (topic: string, ...lines: readonly string[]) => [`### ${topic}`, "", ...lines, ""];
    const bullets = asked.map((text) => `- ${text}`);
    const found = lists([
      "## Technical (10 minutes)",
      "",
      ...about("Firing", ...bullets.slice(0, 2)),
      ...about("Losses", ...bullets.slice(2, 3)),
      ...about("Opening", ...bullets.slice(3)),
      ...about("Glazes", "- What is a crawl, and how do you mend it?", "- Which glaze runs?"),
      ...about("Clay", "- How do you wedge it?", "- What is grog for?"),
      "## Behaviours (15 minutes)",
      "",
      "1. Tell me about a firing that went wrong.",
      "   What to look for:",
      "   - names the cause",
    ]);
    expect(found).toHaveLength(10);
    expect(found[0]).toBe(`${asked[0]} |  | `);
  });

  test("are questions also where each is a line by itself and one of them is named so", () => {
    const bare = [
      "What is a cone?",
      "Difference between bisque and glaze firing?",
      "What is grog for?",
      "What happens to quartz at 573 degrees?",
    ];
    const found = lists([
      "Q: What is in a celadon?",
      "A: Iron.",
      "",
      ...[...asked, ...bare].flatMap((line) => [line, ""]),
    ]);
    expect(found.map((line) => line.split(" | ")[0])).toEqual(expect.arrayContaining([...asked, ...bare]));
  });

  test("are follow-ups where they stand below questions a few at a time", () => {
    const below = (question: string, ...further: readonly string[]) => [`## ${question}`, ...further];
    const page = [
      "# Interview: potter",
      ...below(
        "Tell me about a firing that you led.",
        "Who was it for?",
        "What did you leave out?",
        "How did you know that it held?",
      ),
      ...below(
        "Tell me about one that failed.",
        "When did you know?",
        "What did you tell the owner?",
        "What would you do differently?",
      ),
      ...below(
        "How do you decide what to fire next?",
        "What do you weigh?",
        "Whom do you ask?",
        "How do you say no?",
      ),
      "**Good answers:**",
      "- name a cone",
      "- name an hour",
    ];
    const { guide } = read(page.flatMap((line) => (line.startsWith("- ") ? [line] : ["", line])));
    expect(guide.questions.map(({ followUps }) => followUps.length)).toEqual([3, 3, 3]);
  });

  test("are none where hardly one speaks to “you”", () => {
    const check = [
      "Was the talk fair?",
      "Is the score written down?",
      "Where do the scores differ?",
      "Who decides?",
      "Is a second talk needed?",
      "Was all covered?",
      "What is open?",
      "Who writes to them?",
      "By when?",
      "What was missing?",
    ];
    const guide = asked
      .slice(0, 3)
      .flatMap((text, at) => [`${at + 1}. ${text}`, "   Listen for:", "   - a figure"]);
    expect(
      lists(["# Interview guide", "", ...guide, "", "## Debrief", "", ...check.map((text) => `* ${text}`)]),
    ).toHaveLength(3);
  });

  test("make no question of advice that gives examples", () => {
    const found = lists([
      "# Interview guide: kiln hand",
      "",
      "## How to interview",
      "",
      '- Begin wide: "Tell me about your last kiln."',
      '- Ask for one day: "What did you fire that day?"',
      "",
      "## Questions",
      "",
      ...asked.flatMap((text) => [`- ${text}`, "  Listen for:", "  - names a figure"]),
      ...asked.map((text) => `- ${text.replace("?", " here?")}`),
    ]);
    expect(found.filter((line) => line.includes("Begin wide") || line.includes("Ask for one day"))).toEqual(
      [],
    );
  });
});

test("in a list that counts, of which some have answers, what is not asked is a question too", () => {
  const found = lists([
    "# 面试题",
    "",
    "## 基础",
    "1. 瓷和陶有什么区别？",
    "2. 素烧的目的",
    "3. 釉的成分",
    "",
    "## 烧成",
    "1. 还原烧成是什么？",
    "   答：窑内缺氧。",
    "2. 升温太快会怎样？",
    "   答：坯体开裂。",
    "3. 如何测温？",
    "   答：用测温锥。",
    "4. 冷却曲线",
  ]).map((line) => line.split(" | ")[0]);
  expect(found).toEqual(expect.arrayContaining(["素烧的目的", "釉的成分", "冷却曲线"]));
});

test("a list that counts steps is none of questions, though the questions are counted too", () => {
  const found = lists([
    "# Interview guide: potter",
    "## Questions",
    "1. Why do you want to leave your workshop?",
    "   Listen for:",
    "   - people",
    "2. How do you plan a firing?",
    "   (Listen for: cones, hours)",
    "3. What would you do if the kiln broke down?",
    "   (Listen for: calm, calls)",
    "## Work sample",
    "1. Hand over the apron",
    "2. Show the kiln",
    "3. Weigh one kilo of clay",
  ]);
  expect(found).toHaveLength(3);
});

test("a list of prompts below the head of another part is what is asked there", () => {
  const found = lists([
    "# Interview loop: potter",
    "## 1. Design",
    "### Question",
    "How would you set up a workshop for ten?",
    "### Follow-ups",
    "- What would you leave out?",
    "## 2. Behaviour",
    "### Prompts",
    "- Tell me about a firing that you led.",
    "- How do you deal with a quarrel?",
  ]);
  expect(found).toEqual([
    "How would you set up a workshop for ten? |  | What would you leave out?",
    "Tell me about a firing that you led. |  | ",
    "How do you deal with a quarrel? |  | ",
  ]);
});

test("points of a scale may be counted from 0", () => {
  const found = lists([
    "# Interview: potter",
    "## How do you mend a crawl?",
    "### Rung 0",
    "- Guesses",
    "- Blames the clay",
    "### Rung 1",
    "- Reads the log",
    "- Asks",
    "### Rung 2",
    "- Fires a test",
    "- Changes one thing",
  ]);
  expect(found).toEqual([
    "How do you mend a crawl? | Guesses; Blames the clay; Reads the log; Asks; Fires a test; Changes one thing | ",
  ]);
});

test("“Company 0”, “Company 1” part a list of questions, and are no labels", () => {
  const found = lists([
    "# Every interview question",
    "",
    "### Company 0",
    "- Throw a bowl of one kilo.",
    "",
    "### Company 1",
    "- How do you bank a kiln?",
    "- Name the cones that you know.",
    "",
    "### Company 2",
    "- What is grog for?",
    "- How would you fire a large bowl?",
    "",
    "### Company 3",
    "- Which glaze runs?",
    "- Name a cone.",
  ]);
  expect(found.slice(-6)).toEqual([
    "How do you bank a kiln? |  | ",
    "Name the cones that you know. |  | ",
    "What is grog for? |  | ",
    "How would you fire a large bowl? |  | ",
    "Which glaze runs? |  | ",
    "Name a cone. |  | ",
  ]);
});

test("a question to the candidate stays one in a short list with a note that speaks of the candidate", () => {
  const found = lists([
    "# Interviewing bakers",
    "## Care",
    "Tell me about your last mistake.",
    "Look for:",
    "- says what it was",
    "## Learning",
    "- How do you keep up with the trade?",
    "- What is something new that you have learnt?",
    "- Does the candidate seek what is new? Is the candidate open to advice?",
    "## Calm",
    "Tell me about a rush.",
    "Look for:",
    "- keeps calm",
  ]);
  expect(found.map((line) => line.split(" | ")[0])).toEqual([
    "Tell me about your last mistake.",
    "How do you keep up with the trade?",
    "What is something new that you have learnt?",
    "Tell me about a rush.",
  ]);
});

test.each([
  { set: "on a page", format: "html" as const },
  { set: "in text", format: "text" as const },
])(
  "a line of one form below each item is its follow-up, whatever its label, $set",
  ({ set: _set, format }) => {
    const items = [
      ["Say a little about how you look after the lock.", "Zorp: How long did it take?"],
      ["Sketch the mooring for a long barge.", "Zorp: Who checked it?"],
      ["Demonstrate how you would free a rope, talking aloud as you go.", "Zorp: Press for the hour"],
      ["Convince me, as the harbour master, to open it at night.", "Zorp: Press for names"],
    ] as const;
    const lines =
      format === "html"
        ? [
            "<p>The tide is not to be spoken of.</p>",
            "<ul>",
            ...items.map(([asked, below]) => `<li>${asked}\n<p>${below}</p>\n</li>`),
            "</ul>",
          ]
        : items.flatMap(([asked, below]) => [`- ${asked}`, `  ${below}`]);
    expect(lists(lines, format)).toEqual([
      "Say a little about how you look after the lock. |  | How long did it take?",
      "Sketch the mooring for a long barge. |  | Who checked it?",
      "Demonstrate how you would free a rope, talking aloud as you go. |  | Press for the hour",
      "Convince me, as the harbour master, to open it at night. |  | Press for names",
    ]);
  },
);

test("a condition among what is asked below a counted question makes none of its neighbours a question", () => {
  const found = lists([
    "Question 1: Show us how you would open the lock.",
    "  - Who was with you?",
    "  - If they say “we”, ask who turned the key",
    "Question 2: Draw the mooring for a long barge.",
    "  - How long did it take?",
    "  - What did the skipper say?",
  ]);
  expect(found).toEqual([
    "Show us how you would open the lock. |  | Who was with you?; If they say “we”, ask who turned the key",
    "Draw the mooring for a long barge. |  | How long did it take?; What did the skipper say?",
  ]);
});

test("a condition that is the second item below a heading that asks makes the first one no question", () => {
  const found = lists(
    [
      "<h3>How do you tell a skipper that the lock stays shut?</h3>",
      "<ul><li>Would you say it again?</li><li>If they say “we”, ask who turned the key</li></ul>",
      "<h3>What is hardest about the night shift for you?</h3>",
      "<ul><li>How did it end?</li><li>What did you write in the log?</li></ul>",
    ],
    "html",
  );
  expect(found).toEqual([
    "How do you tell a skipper that the lock stays shut? |  | Would you say it again?; If they say “we”, ask who turned the key",
    "What is hardest about the night shift for you? |  | How did it end?; What did you write in the log?",
  ]);
});

test("signs of a good answer are what to listen for where nothing else is, though one of them is a red flag", () => {
  const found = lists([
    "1) How do you keep a skipper calm?",
    "Positive indicators",
    "- Speaks slowly",
    "- Names the reason",
    "",
    "2) When did you last shut the lock?",
    "Positive indicators",
    "- Says why",
    "- Red flag: jokes about the boats",
    "",
    "3) Who taught you the trade?",
    "Positive indicators",
    "- Gives credit",
  ]);
  expect(found.map((line) => line.split(" | ")[1])).toEqual([
    "Speaks slowly; Names the reason",
    expect.stringContaining("Says why"),
    "Gives credit",
  ]);
});

test.each([
  ["the second", ["- Speaks slowly", "- Red flag: jokes about the boats", "- Names the reason"]],
  ["the first", ["- Red flag: jokes about the boats", "- Speaks slowly", "- Names the reason"]],
])(
  "a red flag that is %s of what to listen for is one of it, and the list goes on behind it",
  (_at, items) => {
    const [first, ...others] = lists([
      "Q1: How do you keep a skipper calm?",
      "    Look for:",
      ...items.map((item) => `    ${item}`),
      "    Follow-ups:",
      "    - Was it your decision?",
    ]);
    expect([first?.split(" | "), others]).toEqual([
      [
        "How do you keep a skipper calm?",
        items.map((item) => item.slice(2)).join("; "),
        "Was it your decision?",
      ],
      [],
    ]);
  },
);

test.each(["不得询问婚姻、宗教等与船闸无关的问题。", "Illegal questions must never be asked."])(
  "a sentence above all that is asked takes nothing below it out: %s",
  (sentence) => {
    const asked = ["How do you keep a skipper calm?", "When did you last shut the lock?", "Who taught you?"];
    expect(lists(["Interview guide", "", sentence, "", ...asked.flatMap((text) => [text, ""])])).toEqual(
      asked.map((text) => `${text} |  | `),
    );
  },
);

test("notes below a question ask further where nearly all below the others does", () => {
  const asked = ["What did you say?", "How did it end?", "Who was there?", "What did it cost?"];
  const below = (lines: readonly string[]) => lines.map((line) => `   - ${line}`);
  const mixed = [
    ["What did the log say?", "Check the dates against it", "Give them time"],
    ["Compare with the application", "What did they offer you?"],
  ];
  const found = lists([
    "1. How do you keep a skipper calm?",
    ...below(asked),
    "2. When did you last shut the lock?",
    ...below(mixed[0] ?? []),
    "3. Who taught you the trade?",
    ...below(asked),
    "4. Why did you leave the last lock?",
    ...below(mixed[1] ?? []),
    "5. What is hardest at night?",
    ...below(asked),
  ]);
  expect(found.map((line) => line.split(" | ").slice(1))).toEqual(
    [asked, mixed[0], asked, mixed[1], asked].map((lines) => ["", lines?.join("; ")]),
  );
});
