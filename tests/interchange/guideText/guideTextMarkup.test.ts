import { describe, expect, test } from "vitest";
import { guideFromText } from "../../../src/interchange/guideText/guideText.ts";
import { htmlToBlocks } from "../../../src/interchange/guideText/sources/htmlBlocks.ts";
import { lists } from "./questionLines.ts";

const texts = (lines: readonly string[], format?: "text" | "markdown" | "html") =>
  guideFromText(lines.join("\n"), format).guide.questions.map(({ text }) => text);

describe("an element that a page names itself", () => {
  test("is a part of it where no text stands beside it", () => {
    const card = (question: string, answer: string) =>
      `<my-card><my-prompt>${question}</my-prompt><my-notes>${answer}</my-notes></my-card>`;
    const page = [
      "<h1>Interview questions: lock keeper</h1><my-deck>",
      card(
        "Explain how you fill a chamber.",
        "Paddles are raised by degrees, so that no boat is thrown about.",
      ),
      card("What do you check before a gate is opened?", "The level on both sides is read off the gauge."),
      card("Describe a day on which the water was too high.", "The lock is closed, and boats are told why."),
      "</my-deck>",
    ];
    expect(texts(page, "html")).toEqual([
      "Explain how you fill a chamber.",
      "What do you check before a gate is opened?",
      "Describe a day on which the water was too high.",
    ]);
  });

  test("is none where it holds nothing to read", () => {
    const item = (text: string) => `<li><x-sign></x-sign><span>${text}</span></li>`;
    const page = [
      "<h1>Interview: lock keeper</h1><ul>",
      item("How do you read a gauge?"),
      item("Why a lock?"),
      "</ul>",
    ];
    const plain = page.map((line) => line.replaceAll("<x-sign></x-sign>", ""));
    expect(htmlToBlocks(page.join(""))).toEqual(htmlToBlocks(plain.join("")));
  });

  test("is a word of a line where some does", () => {
    expect(
      texts(
        ["<h1>Interview: lock keeper</h1><p>What do you know of the <x-term>paddle</x-term> gear?</p>"],
        "html",
      ),
    ).toEqual(["What do you know of the paddle gear?"]);
  });
});

describe("a listing in Markdown", () => {
  test("that is not closed ends above the heading behind it, where the next one begins", () => {
    const part = (number: string, question: string) => [
      `## Part ${number}`,
      "",
      `- ${question}`,
      "",
      "```python",
      "for boat in queue:",
      "    lift(boat)",
      "",
      "",
    ];
    const page = [
      "# Interview questions: lock automation",
      "",
      ...part("one", "How would you test this loop?"),
      ...part("two", "What do you do when a boat is missing?"),
      ...part("three", "Which of the two would you log, and why?"),
    ];
    expect(texts(page).map((text) => text.split("\n", 1)[0])).toEqual([
      "How would you test this loop?",
      "What do you do when a boat is missing?",
      "Which of the two would you log, and why?",
    ]);
  });

  test("may be closed below an empty line in a long page", () => {
    const page = [
      "# Interview: lock automation",
      "",
      "- What does this line do?",
      "",
      "```",
      ...Array.from({ length: 40 }, (_, index) => `raise(paddle${String(index)});`),
      "",
      "```",
      "",
      "- How do you know that a gate is shut?",
    ];
    expect(texts(page)).toHaveLength(2);
    expect(texts(page).at(-1)).toBe("How do you know that a gate is shut?");
  });

  test("has brackets that are not ticked", () => {
    const asked = [
      "How do you read a gauge?",
      "What did you do when one failed?",
      "Which gate opens first?",
      "Who is called when a chamber leaks?",
      "Why is a paddle raised slowly?",
      "When is a lock closed?",
      "What is a stop log?",
    ];
    const code = ["```java", "public static void main(String[] args) {", "  lift(args);", "}", "```", ""];
    const page = [
      "# Lock keeper: the interview",
      "",
      ...Array.from({ length: 14 }, (_, index) => [
        `The rota of week ${String(index + 1)} hangs here.`,
        "",
      ]).flat(),
      ...asked.flatMap((question) => [`**${question}**`, "", ...code]),
    ];
    expect(texts(page)).toHaveLength(asked.length);
  });
});

describe("a question about things", () => {
  test("says “they” of what it names first, and of nobody", () => {
    const page = [
      "# Interview: lock keeper",
      "",
      "## Water",
      "",
      "1. How do you read a gauge?",
      "2. What do you do when a chamber leaks?",
      "",
      "## Gates",
      "",
      "1. What are mitre gates, and how are they sealed?",
      "2. What are paddles and when do you raise them?",
      "3. What are stop logs and what are they made of?",
    ];
    expect(texts(page)).toHaveLength(5);
  });
});

describe("what is said behind the letter of whoever says it", () => {
  const page = [
    "# Guion de la entrevista: guarda de esclusa",
    "",
    "**M:** Hola, soy Marta, ¿cómo está?",
    "",
    "**M:** Somos tres en la esclusa y buscamos a una persona más.",
    "",
    "**M:** ¿Qué hace usted cuando sube el agua?",
    "**Más:** ¿A quién avisa?",
    "",
    "**M:** ¿Cómo prepara una maniobra de noche?",
    "**Más:** ¿Qué luces usa?",
    "",
    "**M:** ¿Cuándo cerró usted una compuerta por última vez?",
    "**Más:** ¿Quién le ayudó?",
  ];

  test("is a question where it asks, and what is asked right below it a follow-up", () => {
    expect(lists(page).filter((line) => line.includes("¿") && !line.startsWith("Hola"))).toEqual([
      "¿Qué hace usted cuando sube el agua? |  | ¿A quién avisa?",
      "¿Cómo prepara una maniobra de noche? |  | ¿Qué luces usa?",
      "¿Cuándo cerró usted una compuerta por última vez? |  | ¿Quién le ayudó?",
    ]);
  });

  test("is none where it tells what the talk is about", () => {
    expect(texts(page)).not.toContain("Somos tres en la esclusa y buscamos a una persona más.");
  });
});

test("two who take turns ask questions of their own", () => {
  const page = [
    "# Interview: lock keeper",
    "",
    "Ann: What did you do when a chamber leaked?",
    "Bo: How do you read a gauge?",
    "Ann: When did you last close a lock?",
    "Bo: Why do you want to work at night?",
    "Ann: Who taught you to lift a boat?",
    "Bo: Which lock would you like best?",
  ];
  expect(lists(page)).toHaveLength(6);
});

test("a field whose first line tells all words that it may have holds nothing to listen for", () => {
  const page = [
    "# Interview: lock keeper",
    "",
    "Weight: red must be, amber should be, green may be",
    "",
    "How do you read a gauge?",
    "Weight: red (must be)",
    "",
    "What do you do when a chamber leaks?",
    "Weight: amber (should be)",
    "",
    "Which boats do you lift first?",
    "Weight: green (may be)",
  ];
  expect(lists(page)).toEqual([
    "How do you read a gauge? |  | ",
    "What do you do when a chamber leaks? |  | ",
    "Which boats do you lift first? |  | ",
  ]);
});

test("a row that names those below it asks nothing, where all that ask have more to say", () => {
  const page = [
    "<h1>Interview: lock keeper</h1><table><tr><th>Topic<th>Question<th>Look for<th>Weight</tr>",
    "<tr><td>Craft<td colspan=2>All that is done by hand<td>–</tr>",
    "<tr><td>Gauge<td>How do you read a gauge?<td>reads both sides<td>red</tr>",
    "<tr><td>Leaks<td>What do you do when a chamber leaks?<td>closes the gate<td>red</tr>",
    "<tr><td>People<td colspan=2>All that is said<td>–</tr>",
    "<tr><td>Anger<td>How do you answer a skipper who shouts?<td>stays calm<td>green</tr></table>",
  ];
  expect(texts(page, "html")).toEqual([
    "How do you read a gauge?",
    "What do you do when a chamber leaks?",
    "How do you answer a skipper who shouts?",
  ]);
});

describe("“Question:” in a line of its own", () => {
  test("says that what is below it is one, though it is a heading", () => {
    const page = [
      "# Interview: lock keeper",
      "",
      "## Questions",
      "",
      "- How do you read a gauge?",
      "- What do you do when a chamber leaks?",
      "",
      "### A night on the lock",
      "",
      "##### Question:",
      "",
      "A barge lies across the gate, and the lamp is out. Two more are waiting, and the water goes on rising.",
      "",
      "#### Extra points",
      "",
      "- asks how many are on board",
      "- asks for the water level",
    ];
    const { questions } = guideFromText(page.join("\n")).guide;
    expect(questions.map(({ text }) => text.slice(0, 24))).toEqual([
      "How do you read a gauge?",
      "What do you do when a ch",
      "A barge lies across the ",
    ]);
  });

  test("is left open by a form, and the next heading is none", () => {
    const part = (name: string) => [`### ${name}`, "", "**Question:**", "```", "[what you asked]", "```", ""];
    const page = [
      "# Interview: lock keeper",
      "",
      "How do you read a gauge?",
      "",
      ...part("Water"),
      "**What was noted down**",
      "",
      "| step | said |",
      "| --- | --- |",
      "| first | |",
    ];
    expect(texts(page)).toEqual(["How do you read a gauge?"]);
  });
});

test("lines of which most break off show how to begin questions, and ask nothing beside many that are whole", () => {
  const asked = [
    "How do you read a gauge?",
    "What do you do when a chamber leaks?",
    "Which gate do you open first?",
    "Who do you call at night?",
    "When did you last close a lock?",
  ];
  const beginnings = [
    "Tell me about a time when…",
    "How did you handle…",
    "Give me an example of a day",
    "Have you ever had to..",
  ];
  const items = (lines: readonly string[]) => ["", ...lines.map((line) => `- ${line}`), ""];
  expect(
    texts([
      "# Interview: lock keeper",
      "",
      "## On the water",
      ...items(asked),
      "## Ways to begin",
      ...items(beginnings),
    ]),
  ).toEqual(asked);
});

test("a list that breaks off throughout is what is asked, where there is no other", () => {
  const page = ["Tell me about a time you failed…", "How did you handle an angry skipper…", "Why a lock…"];
  expect(texts(["# Interview: lock keeper", "", ...page.map((line) => `- ${line}`)])).toEqual(page);
});

test("“Resume gaps” heads what is asked of a resume", () => {
  const page = [
    "# Interview: lock keeper",
    "",
    "### Resume gaps",
    "",
    "- What did you do between the two locks?",
    "- Why did you leave the canal?",
  ];
  expect(texts(page)).toEqual(["What did you do between the two locks?", "Why did you leave the canal?"]);
  expect(
    texts(["# Entrevista: guarda", "", "- Resume tu trayectoria.", "- ¿Qué haces cuando sube el agua?"]),
  ).toContain("Resume tu trayectoria.");
});

test("a list that looks for culture fit is one of an interview", () => {
  const asked = [
    "Why a lock with a new crew?",
    "How is a rota kept fair?",
    "Which rule of a lock is the best one?",
    "What makes a good watch?",
    "Why does a crew fall out?",
    "When is a rule to be bent?",
    "Who decides on a night watch?",
  ];
  const page = asked.flatMap((question, index) => [
    `Part ${String(index + 1)}`,
    "",
    question,
    "",
    "Weight: red",
    "",
  ]);
  expect(texts(["Culture fit", "", ...page])).toEqual(asked);
});

test("what is quoted below an item that asks is said beside it, and no part of the question", () => {
  const page = [
    "# Interview: lock keeper",
    "",
    "## Questions",
    "",
    "- [x] How do you read a gauge?",
    "  > Both sides are read, and the higher one is written down.",
    "- [ ] What is a stop log?",
    "  > A beam that shuts a gate out.",
    "- [x] Who is called when a chamber leaks?",
  ];
  expect(texts(page)).toEqual([
    "How do you read a gauge?",
    "What is a stop log?",
    "Who is called when a chamber leaks?",
  ]);
});

describe("what candidates ask", () => {
  test("is not offered where a page says so at its top", () => {
    const page = [
      "# FAQ: Clarifying questions candidates ask",
      "",
      "Have it open in the interview, and help the candidate without leading them.",
      "",
      ...[
        "How many boats a day?",
        "Do you have a rota?",
        "Who decides on a night watch?",
        "What does the gauge say today?",
        "Can I change the rota?",
        "Is there a lamp on each gate?",
      ].flatMap((question) => [
        `### Q: ${question}`,
        "",
        "**What to say:**",
        "> It differs from week to week.",
        "",
        "**Why this is good:** wants to know what there is",
        "",
      ]),
    ];
    expect(texts(page)).toEqual([]);
  });

  test("is none of the questions in a table that says what to answer", () => {
    const page = [
      "# Interview: lock keeper",
      "",
      "How do you read a gauge?",
      "",
      "| If they ask... | You say... |",
      "| --- | --- |",
      "| How many boats a day? | Forty. |",
      "| What is the rota? | Two weeks on, one off. |",
      "",
      "What do you do when a chamber leaks?",
    ];
    expect(texts(page)).toEqual(["How do you read a gauge?", "What do you do when a chamber leaks?"]);
  });
});

test("a name behind which much is asked first, and then less, is no field", () => {
  const page = [
    "How do you read a gauge?",
    "Dig: Why do you think so?",
    "",
    "What is a stop log?",
    "Dig: Why so?",
    "",
    "When is a lock closed?",
    "Dig: Why?",
  ];
  expect(lists(["# Interview: lock keeper", "", ...page])).toEqual([
    "How do you read a gauge? |  | Why do you think so?",
    "What is a stop log? |  | Why so?",
    "When is a lock closed? |  | Why?",
  ]);
});

test("a page of Markdown in a listing keeps its headings and the listings in it", () => {
  const page = [
    "# Interview: lock keeper",
    "",
    "- How do you read a gauge?",
    "- What is a stop log?",
    "",
    "A report looks like this.",
    "",
    "```markdown",
    "",
    "## What is a lock?",
    "",
    "- Is it shut?",
    "",
    "```json",
    "{}",
    "```",
  ];
  expect(texts(page)).toEqual(["How do you read a gauge?", "What is a stop log?"]);
});
