import { describe, expect, test } from "vitest";
import { guideFromText } from "../../../src/interchange/guideText/guideText.ts";
import { lists } from "./questionLines.ts";

const texts = (...lines: readonly string[]) =>
  guideFromText(lines.join("\n")).guide.questions.map(({ text }) => text);
const listsOf = (...lines: readonly string[]) => lists(lines);

describe("points of a scale with nothing between the number and what it means", () => {
  const anchors = (...lines: readonly string[]) =>
    guideFromText(lines.join("\n")).guide.competencies.map(({ anchors: own }) =>
      own.map(({ point, text }) => `${String(point)} ${text}`),
    );
  const page = (first: readonly string[], second: readonly string[]) => [
    "# Interview: ferry pilot",
    "",
    "Tell me about a crossing in fog.",
    "",
    ...first,
    "",
    "How do you brief a new deckhand?",
    "",
    ...second,
  ];

  test("are points where they count from nought, or down", () => {
    expect(
      anchors(
        ...page(
          ["0 No answer", "1 Sails on", "2 Slows down"],
          ["0 Not at all", "1 On paper", "2 Walks the deck"],
        ),
      ),
    ).toEqual([
      ["0 No answer", "1 Sails on", "2 Slows down"],
      ["0 Not at all", "1 On paper", "2 Walks the deck"],
    ]);
    expect(
      anchors(
        ...page(
          ["3 Turns back", "2 Slows down", "1 Sails on"],
          ["3 Walks the deck", "2 On paper", "1 Not at all"],
        ),
      ),
    ).toEqual([
      ["1 Sails on", "2 Slows down", "3 Turns back"],
      ["1 Not at all", "2 On paper", "3 Walks the deck"],
    ]);
  });

  test("or anew from one in list after list, and ask nothing", () => {
    expect(
      anchors(
        ...page(
          ["1 Sails on", "2 Slows down", "3 Turns back"],
          ["1 Not at all", "2 On paper", "3 Walks the deck"],
        ),
      ),
    ).toEqual([
      ["1 Sails on", "2 Slows down", "3 Turns back"],
      ["1 Not at all", "2 On paper", "3 Walks the deck"],
    ]);
  });

  test("and what says that it counts points is read as before", () => {
    expect(
      anchors(
        ...page(
          ["1 point: sails on", "2 points: slows down", "3 points: turns back"],
          ["1 point: not at all", "2 points: on paper", "3 points: walks the deck"],
        ),
      )[0],
    ).toEqual(["1 sails on", "2 slows down", "3 turns back"]);
  });

  test("between questions that are counted in the same way, with no line between", () => {
    expect(
      texts(
        "Interview guide",
        "",
        "1 Tell me about a crossing in fog.",
        "2 How do you plan a week?",
        "0 No plan",
        "1 A list",
        "2 Leaves slack",
        "3 Why our line?",
      ),
    ).toEqual(["Tell me about a crossing in fog.", "How do you plan a week?", "Why our line?"]);
  });

  test("are questions where they count up", () => {
    expect(
      texts(
        "Interview questions",
        "",
        "1 Tell me about a crossing in fog.",
        "2 How do you brief a new deckhand?",
        "3 Why our line?",
      ),
    ).toEqual(["Tell me about a crossing in fog.", "How do you brief a new deckhand?", "Why our line?"]);
  });
});

describe("what is filled in", () => {
  test("below each question has no question below it as its list", () => {
    const form = ["S:", "T:", "A:", "R:", ""];
    expect(
      listsOf(
        "Interview form",
        "",
        "1. Describe a time you met a tight deadline.",
        ...form,
        "2. Tell me about a row with a supplier.",
        ...form,
        "3. Give an example of a goal you did not reach.",
        ...form,
      ),
    ).toEqual([
      "Describe a time you met a tight deadline. |  | ",
      "Tell me about a row with a supplier. |  | ",
      "Give an example of a goal you did not reach. |  | ",
    ]);
  });

  test("as a row of points to circle is no point itself", () => {
    const { guide } = guideFromText(
      [
        "Interview guide, night nurse",
        "",
        "Question 1: Tell me about a hard night.",
        "Look for:",
        "- stays calm",
        "Rating: 1 2 3 4 5",
        "",
        "Question 2: How do you hand over?",
        "Look for:",
        "- uses a list",
        "Rating: 1 2 3 4 5",
      ].join("\n"),
    );
    expect(guide.questions.flatMap(({ areas }) => areas.map(({ anchors }) => anchors))).toEqual([[], []]);
  });
});

test("what is marked with plus is to listen for, and what is marked with minus beside it or a cross is not", () => {
  expect(
    listsOf(
      "Interview questions, kitchen lead",
      "",
      "How do you plan a Saturday?",
      "+ counts covers the day before",
      "- says it always works out",
      "",
      "What do you check before service?",
      "✓ the allergens board",
      "✗ nothing, the others do",
      "",
      "How do you choose a supplier?",
      "- visits them",
      "- tastes",
    ),
  ).toEqual([
    "How do you plan a Saturday? | counts covers the day before | ",
    "What do you check before service? | the allergens board | ",
    "How do you choose a supplier? | visits them; tastes | ",
  ]);
});

test("a bullet with no space behind it is one", () => {
  expect(
    texts(
      "Sample interview questions",
      "Trust",
      "•How would you coach someone on trust?",
      "•Describe a time when you won someone over.",
    ),
  ).toEqual(["How would you coach someone on trust?", "Describe a time when you won someone over."]);
});

test("a principle that stands above its question is none of what to listen for in the one before", () => {
  expect(
    listsOf(
      "Last interview of the day",
      "",
      "Leadership principle: Thrift",
      "Tell me about a time you did more with less.",
      "- What did you leave out?",
      "",
      "Leadership principle: Candour",
      "Tell me about bad news that you had to bring.",
      "- Who did you tell first?",
    ),
  ).toEqual([
    "Tell me about a time you did more with less. |  | What did you leave out?",
    "Tell me about bad news that you had to bring. |  | Who did you tell first?",
  ]);
});

describe("questions that are fenced", () => {
  const page = (language: string) =>
    texts(
      "# Interview question bank",
      "",
      "## Behaviour",
      "",
      `\`\`\`${language}`,
      "## Working with others",
      "- Tell me about a colleague you found hard. How did you go on?",
      "- Describe a row you ended. What did you learn?",
      "```",
    );
  test("as text are read", () => {
    expect(page("markdown")).toEqual(page(""));
    // What a program writes.
    expect(page("text")).toEqual([]);
    expect(page("md")).toHaveLength(2);
  });
  test("and what draws a picture is part of no question", () => {
    expect(
      texts(
        "# Interview questions",
        "",
        "1. How do you plan a week?",
        "2. How would you lay out this service?",
        "",
        "```mermaid",
        "sequenceDiagram",
        "A->>B: Order",
        "```",
        "",
        "3. What would you leave out?",
      ),
    ).toEqual([
      "How do you plan a week?",
      "How would you lay out this service?",
      "What would you leave out?",
    ]);
  });
});

test("a word such as “Resources” amid lines that are broken off ends nothing", () => {
  expect(
    texts(
      "Sample Behavioural Interview Questions",
      "Acts with integrity",
      "Use of the",
      "Resources",
      "Work ethic",
      "Describe a time when you saw a fault and took the initiative to",
      "mend it rather than wait for somebody else to do that.",
      "How would you define care?",
      "Tell me about a time you were honest, though it cost you.",
    ),
  ).toEqual([
    "Describe a time when you saw a fault and took the initiative to mend it rather than wait for somebody else to do that.",
    "How would you define care?",
    "Tell me about a time you were honest, though it cost you.",
  ]);
});

test("advice without heads ends where a line announces what is asked", () => {
  expect(
    texts(
      "GUIDELINES FOR BEHAVIORAL-BASED INTERVIEWING",
      "What is behavioral-based interviewing?",
      "• It asks candidates for what they did.",
      "• What somebody did tells most.",
      "Trust",
      "Examples of behavioral interview questions that assess trust include:",
      "• How would you coach someone on trust?",
      "• Give an example of a colleague who did not trust you. What did you do?",
    ),
  ).toEqual([
    "How would you coach someone on trust?",
    "Give an example of a colleague who did not trust you. What did you do?",
  ]);
});

describe("a question that goes on in the next line", () => {
  test("has the steps below it as follow-ups, also where they go on", () => {
    const block = (question: readonly string[], action: readonly string[]) => [
      ...question,
      "Situazione: Qual era l'obiettivo?",
      ...action,
      "Risultato: Come è andata a finire?",
      "",
    ];
    expect(
      listsOf(
        "Guida al colloquio",
        "",
        ...block(
          [
            "Raccontami un'occasione in cui ti sei preso cura di un cliente difficile e hai",
            "perso la pazienza.",
          ],
          [
            "Comportamento: Che cosa hai fatto in quel momento, e che cosa hai detto subito dopo al",
            "cliente?",
          ],
        ),
        ...block(
          [
            "Descrivi una giornata in cui tutto quello che avevi pensato di fare è andato in un",
            "altro modo.",
          ],
          ["Comportamento: Che cosa hai lasciato per ultimo?"],
        ),
      ),
    ).toEqual([
      "Raccontami un'occasione in cui ti sei preso cura di un cliente difficile e hai perso la pazienza. |  | " +
        "Qual era l'obiettivo?; Che cosa hai fatto in quel momento, e che cosa hai detto subito dopo al cliente?; Come è andata a finire?",
      "Descrivi una giornata in cui tutto quello che avevi pensato di fare è andato in un altro modo. |  | " +
        "Qual era l'obiettivo?; Che cosa hai lasciato per ultimo?; Come è andata a finire?",
    ]);
  });

  test("and what the letters of STAR stand for asks nothing", () => {
    expect(
      texts(
        "Interview guide",
        "",
        "Background (15 minutes)",
        "- STAR:",
        "  - S (Situation): What was going on?",
        "  - T (Task): What was your part?",
        "  - A (Action): What did you do yourself?",
        "  - R (Result): What came of it?",
        "- Examples:",
        '  - "Tell me about a delivery that failed."',
        '  - "What did you learn from a mistake of others?"',
      ),
    ).toHaveLength(2);
  });
});

describe("among what is asked of the candidate", () => {
  test("a line that speaks of “our” and stands alone below its head is asked, too", () => {
    expect(
      texts(
        "Garden manager loop",
        "",
        "Delivery (15 min)",
        "Walk me through the last bed that failed.",
        "What did you tell the owner?",
        "",
        "People (20 min)",
        "Tell me about someone you had to let go.",
        "How do you run your mornings?",
        "",
        "Vision (10 min)",
        "Where should our garden be in three years?",
      ),
    ).toHaveLength(5);
  });

  test("questions on them beside requests to find out are asked", () => {
    expect(
      texts(
        "The drawing interview",
        "",
        "Candidates talk of a building they drew.",
        "",
        "* Ask them to pick a large building they drew, and have them explain to you how it stands.",
        "",
        "* Get some sort of plan.",
        "",
        "* Find out what parts they drew themselves.",
        "",
        "* What were the owner’s wishes? (You may not need to ask this.)",
        "",
        "* Why did they choose that roof? (If it was not their choice, what would they have done?)",
        "",
        "* Looking back, what would they change?",
      ),
    ).toHaveLength(6);
  });

  test("what an item says to ask is asked as it stands", () => {
    expect(
      texts(
        "Gesprächsleitfaden",
        "",
        "Lebenslauf",
        "- Geben Sie zu erkennen, dass Sie die Unterlagen kennen",
        "- Stellen Sie danach folgende Fragen:",
        "  - Fragen nach den Gründen für die Berufswahl",
        "  - Fragen nach der bisherigen Stelle",
        "  - Welche anderen Wege gab es?",
      ),
    ).toEqual([
      "Fragen nach den Gründen für die Berufswahl",
      "Fragen nach der bisherigen Stelle",
      "Welche anderen Wege gab es?",
    ]);
  });

  test("what must not be asked is not, whether it heads a list or stands before a line", () => {
    expect(
      texts(
        "# Interview questions",
        "",
        "- How do you plan a day?",
        "- Illegal: Are you married?",
        "- What do you do when it rains?",
        "",
        "Illegal:",
        "",
        "- How old are you?",
        "- Do you have children?",
      ),
    ).toEqual(["How do you plan a day?", "What do you do when it rains?"]);
  });
});

describe("pages that are no guides", () => {
  test("for those who are interviewed are not offered", () => {
    const questions = [
      "- [Question 1]",
      "  - Your answer: [in short]",
      "- [Question 2]",
      "  - Your answer: [in short]",
    ];
    expect(
      texts(
        "# Interview notes",
        "",
        "Write this up after the interview with the hiring manager.",
        "",
        "## Questions they asked",
        ...questions,
        "",
        "## Next",
        "- [ ] Send a thank-you note to [name]",
        "- [ ] Prepare for the next round",
      ),
    ).toEqual([]);
    expect(
      texts(
        "## 問主管",
        "1. 我一天的工作任務是什麼?",
        "2. 你們怎麼測試的?",
        "3. 你最喜歡這裡的什麼地方?",
        "4. 公司常用哪些技術棧?",
      ),
    ).toEqual([]);
  });

  test("a checklist on somebody who was interviewed asks nobody", () => {
    expect(
      texts(
        "# Debrief of the interview",
        "",
        "- Did they ask about the limits?",
        "- Did they say what they would leave out?",
        "- Did they own a mistake?",
        "- Did they listen?",
        "- Did they ask for help?",
        "- Was the candidate on time?",
      ),
    ).toEqual([]);
  });
});

test("a long paragraph on what candidates say is nothing to listen for", () => {
  const long = (of: string) =>
    `While some candidates answer with a story of ${of} that they have told before, others take it as an invitation to list ` +
    "what stands in their letter already, and have to be brought back to what they themselves did on that day, since otherwise " +
    "the hour is over before anything has been heard that could be weighed.";
  const { questions } = guideFromText(
    [
      "# Interview questions",
      "",
      "## Tell me about a hard day.",
      "",
      long("a hard day"),
      "",
      "## Why do you want to work in our house?",
      "",
      long("a house"),
      "",
      "## What do you do first in the morning?",
      "",
      long("a morning"),
    ].join("\n"),
  ).guide;
  expect(questions.map(({ areas }) => areas.length)).toEqual([0, 0, 0]);
});

describe("what looks like one of these and is none", () => {
  test.each([
    [
      "a section called Assessment",
      [
        "Nursing interview",
        "",
        "Assessment",
        "How do you assess a new patient?",
        "What do you look at first?",
        "Planning",
        "How do you plan care?",
      ],
      ["How do you assess a new patient?", "What do you look at first?", "How do you plan care?"],
    ],
    [
      "names behind a number, with what is asked",
      [
        "Interview guide",
        "",
        "1 Talks: Tell me about a talk you gave.",
        "2 Teams: Tell me about a row in your team.",
        "3 Plans: How do you plan your week?",
      ],
      [
        "Talks: Tell me about a talk you gave.",
        "Teams: Tell me about a row in your team.",
        "Plans: How do you plan your week?",
      ],
    ],
    [
      "bullets of two kinds, one in the other",
      [
        "Interview guide",
        "",
        "1. Tell me about a row.",
        "   - What did you do?",
        "     + With whom?",
        "   - What came of it?",
        "2. How do you plan your week?",
        "   - What if it slips?",
      ],
      ["Tell me about a row.", "How do you plan your week?"],
    ],
    [
      "referees below what is asked, in one word",
      [
        "Interview guide",
        "1. Tell me about a row.",
        "2. How do you plan your week?",
        "3. Why us?",
        "References",
        "1. How long have you known her?",
        "2. Would you hire her again?",
      ],
      ["Tell me about a row.", "How do you plan your week?", "Why us?"],
    ],
    [
      "a scene that is called illegal",
      [
        "Interview guide: compliance",
        "",
        "1. Unclear: the client asks for a favour. What do you do?",
        "2. Illegal: the client asks you to hide money. What do you do?",
      ],
      [
        "Unclear: the client asks for a favour. What do you do?",
        "Illegal: the client asks you to hide money. What do you do?",
      ],
    ],
  ])("%s", (_, page, asked) => {
    expect(texts(...page)).toEqual(asked);
  });

  test("follow-ups in two kinds of bullets stay", () => {
    expect(
      listsOf(
        "Interview guide",
        "",
        "1. Tell me about a row.",
        "   - What did you do?",
        "     + With whom?",
        "   - What came of it?",
        "2. How do you plan your week?",
      ),
    ).toContain("Tell me about a row. |  | What did you do?; With whom?; What came of it?");
  });

  test("a list of what is good that ends in an extra with a plus", () => {
    expect(
      listsOf(
        "Interview guide",
        "",
        "1. Tell me about a row.",
        "- calm",
        "- fair",
        "+ names the own part",
      )[0],
    ).toBe("Tell me about a row. | calm; fair; names the own part | ");
  });

  test("a skill between blank lines above the list of its question", () => {
    expect(
      listsOf(
        "Interview guide",
        "",
        "1. Tell me about a row.",
        "",
        "Skill: Teamwork",
        "",
        "- calm",
        "- fair",
        "",
        "2. How do you plan your week?",
        "",
        "Skill: Planning",
        "",
        "- slack",
        "- order",
      ),
    ).toEqual(["Tell me about a row. | calm; fair | ", "How do you plan your week? | slack; order | "]);
  });

  test("a room to assess is filled in", () => {
    expect(
      listsOf(
        "Interview guide",
        "",
        "1. Tell me about a row.",
        "Assessment: ______",
        "2. How do you plan your week?",
        "Assessment: ______",
      ),
    ).toEqual(["Tell me about a row. |  | ", "How do you plan your week? |  | "]);
  });

  test("a competency that spans the rows of its questions, without a head", () => {
    const html =
      "<table><tr><td rowspan=3>Teamwork</td><td>Tell me about a time you helped somebody.</td></tr>" +
      "<tr><td>How do you deal with a row?</td></tr><tr><td>What makes a good team?</td></tr>" +
      "<tr><td rowspan=2>Planning</td><td>How do you plan a week?</td></tr><tr><td>Tell me about a date you missed.</td></tr></table>";
    expect(guideFromText(`<p>Interview</p>${html}`, "html").guide.questions).toHaveLength(5);
  });

  test("labels beside a competency that spans them", () => {
    const rows = (name: string, question: string, probe: string) =>
      `<tr><td rowspan=3>${name}</td><td>Definition</td><td>Said in short</td></tr>` +
      `<tr><td>Question</td><td>${question}</td></tr><tr><td>Probes</td><td>${probe}</td></tr>`;
    const table = `<table>${rows("Leading", "Tell me about a team you led.", "What was hard?")}${rows("Planning", "How do you plan a week?", "What if it slips?")}</table>`;
    expect(lists([`<p>Interview</p>${table}`], "html")).toEqual([
      "Tell me about a team you led. |  | What was hard?",
      "How do you plan a week? |  | What if it slips?",
    ]);
  });
});

test("a cell as wide as its table names the rows below it, and is no question", () => {
  const row = (...cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  const title = (text: string) => `<tr><td colspan="3">${text}</td></tr>`;
  const table =
    "<tr><th>Question</th><th>Poor<br>1</th><th>Good<br>2</th></tr>" +
    title("Vision") +
    row("What would you change first?", "Names nothing", "Names it") +
    title("Planning questions") +
    row("How do you plan a week?", "By the hour", "Leaves room");
  expect(
    guideFromText(`<p>Interview</p><table>${table}</table>`, "html").guide.questions.map(({ text }) => text),
  ).toEqual(["What would you change first?", "How do you plan a week?"]);
});

test("lists side by side in one row are read one below the other", () => {
  const list = (...items: readonly string[]) =>
    `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
  const table = (row: string) => `<p>Interview</p><table><tr>${row}</tr></table>`;
  const asked = ["Tell me about a goal that you set yourself.", "Which risks did you take?"];
  const beside = `<td>${list("Sets high goals", "Takes risks")}</td><td>${list(...asked)}</td>`;
  expect(
    guideFromText(
      table(`<th>Key behaviours</th><th>Questions to ask</th></tr><tr>${beside}`),
      "html",
    ).guide.questions.map(({ text }) => text),
  ).toEqual(asked);
  const row = `<td>How do you plan a week?</td><td>${list("Counts hours", "Leaves room")}</td><td>${list("What if it slips?", "Who hears of it?")}</td>`;
  expect(
    lists([table(`<th>Question</th><th>Look for</th><th>Follow-ups</th></tr><tr>${row}`)], "html"),
  ).toEqual(["How do you plan a week? | Counts hours; Leaves room | What if it slips?; Who hears of it?"]);
});

describe("several points of a scale in one line", () => {
  const anchorsOf = (...lines: readonly string[]) =>
    guideFromText(
      [
        "# Interview: baker",
        "",
        "1. How do you plan a week of orders?",
        "",
        "- Weighs stock",
        "",
        ...lines,
      ].join("\n"),
    ).guide.questions[0]?.areas[0]?.anchors.map(({ point, text }) => `${String(point)} ${text}`);

  test.each([
    ["Score: 1 - Guesses; 3 - Asks; 5 - Uses figures", ["1 Guesses", "3 Asks", "5 Uses figures"]],
    ["1 = guesses, 3 = asks, 5 = uses figures", ["1 guesses", "3 asks", "5 uses figures"]],
    [
      "**Rating guide:** 1 (poor): guesses. 5 (excellent): uses figures.",
      ["1 poor: guesses.", "5 excellent: uses figures."],
    ],
    [
      "1-2: guesses; 3: asks; 4-5: uses figures",
      ["1 guesses", "2 guesses", "3 asks", "4 uses figures", "5 uses figures"],
    ],
    ["5 - uses figures / 3 - asks / 1 - guesses", ["1 guesses", "3 asks", "5 uses figures"]],
  ])("are an anchor each: %s", (line, anchors) => {
    expect(anchorsOf(line)).toEqual(anchors);
  });

  test("at the top name the points of the guide", () => {
    const { guide } = guideFromText(
      "Interview\n\nRating scale: 1 = Poor, 2 = Fair, 3 = Good, 4 = Very good, 5 = Great\n\n1. How do you plan?\n- Weighs stock\n",
    );
    expect(guide.scale.points.map(({ label }) => label)).toEqual([
      "Poor",
      "Fair",
      "Good",
      "Very good",
      "Great",
    ]);
  });

  test("below the last question are those of the guide, where no question has its own", () => {
    const lines = [
      "Interview",
      "",
      "1. How do you plan?",
      "- Weighs stock",
      "2. What failed?",
      "- Names it",
      "",
    ];
    const { guide } = guideFromText(
      [...lines, "Rating scale", "1 - Poor", "2 - Fair", "3 - Good", "4 - Great"].join("\n"),
    );
    expect(guide.scale.points.map(({ label }) => label)).toEqual(["Poor", "Fair", "Good", "Great"]);
    expect(guide.questions.flatMap(({ areas }) => areas.flatMap(({ anchors }) => anchors))).toEqual([]);
  });

  test("with nothing but a blank between the number and its name are the guide’s all the same", () => {
    const { guide } = guideFromText(
      "Interview\n\n1. How do you plan?\n- Weighs stock\n2. What failed?\n- Names it\n\nRating scale\n- 1 Poor - misses it\n- 2 Fair - with help\n- 3 Very good - alone\n",
    );
    expect(guide.scale.points.map(({ label }) => label)).toEqual(["Poor", "Fair", "Very good"]);
  });

  test("numbers in a sentence are none", () => {
    expect(anchorsOf("Each of us writes a number from 1 (against) to 4 (for) before we talk.")).toEqual([]);
  });
});

describe("the sheet of a scorecard", () => {
  const sheet = guideFromText(
    [
      "# Interview scorecard: baker",
      "",
      "**Question:** How do you plan a week of orders?",
      "",
      "- Weighs stock",
      "",
      "Score (1-5): ___",
      "",
      "**Question:** Tell me about a batch that failed.",
      "",
      "- Names the cause",
      "",
      "Score (1-5): ___",
    ].join("\n"),
  );

  test("is titled, though its title begins as a scale does", () => {
    expect(sheet.guide.title).toBe("Interview scorecard: baker");
    expect(sheet.findings).toEqual([]);
  });

  test("has room for a score, which is no anchor", () => {
    expect(
      sheet.guide.questions.flatMap(({ areas }) => areas.map(({ text, anchors }) => [text, anchors])),
    ).toEqual([
      ["Weighs stock", []],
      ["Names the cause", []],
    ]);
  });
});
