import { describe, expect, test } from "vitest";
import { guideFromText } from "../../../src/interchange/guideText/guideText.ts";
import { lists } from "./questionLines.ts";

const read = (lines: readonly string[], format?: "text" | "markdown" | "html") =>
  guideFromText(lines.join("\n"), format);

describe("notes below a question, in sentences and without a label", () => {
  test("are what to listen for where they say so", () => {
    expect(
      lists([
        "Interview questions",
        "",
        "1. A loan is due on Monday and the courier cancels. What do you do?",
        "Please listen for insurance.",
        "2. What is the messiest catalogue you ever inherited?",
        "We want to hear an honest answer.",
      ]),
    ).toEqual([
      "A loan is due on Monday and the courier cancels. What do you do? | Please listen for insurance. | ",
      "What is the messiest catalogue you ever inherited? | We want to hear an honest answer. | ",
    ]);
  });

  test("are it everywhere, where most on the page are", () => {
    const page = [
      "### How do you plan a project?",
      "Understands what depends on what",
      "### How do you test a pipeline?",
      "Demonstrates more than unit tests",
      "### What was your last outage?",
      "The candidate tells it without blame",
      "### What do you do in the first week?",
      "Asks before acting",
    ];
    expect(lists(page).map((line) => line.split(" | ")[1])).toEqual([
      "Understands what depends on what",
      "Demonstrates more than unit tests",
      "The candidate tells it without blame",
      "Asks before acting",
    ]);
  });

  test("are it below a heading without a mark, too, where nearly all headings of its level ask", () => {
    const page = [
      "### How do you plan a project?",
      "Look for slack in the plan.",
      "### How do you test a pipeline?",
      "Look for more than unit tests.",
      "### Which outage do you remember best?",
      "Look for a tale without blame.",
      "### What do you do in the first week?",
      "Look for questions before acts.",
      "### In hindsight, what might you have left out",
      "Look for a thing of their own.",
    ];
    expect(lists(page).at(-1)).toBe(
      "In hindsight, what might you have left out | Look for a thing of their own. | ",
    );
  });

  test("are none in the part that takes leave, though it asks", () => {
    const asked = [
      ["How do you plan a week of grinding?", "We hope to hear of the weather."],
      ["Tell me about a stone that broke.", "We hope to hear who was told."],
      ["Why do you want to leave your mill?", "We hope to hear no blame."],
    ] as const;
    const page = [
      "# Interview: miller",
      ...asked.flatMap(([question, note]) => ["", question, "", note]),
      "",
      "## Closing the call",
      "",
      '"I liked this talk. Here is what comes next: you hear from us by Friday, in any case. Does that work for you?"',
      "",
      "Then do it: a promise that was kept is remembered.",
    ];
    expect(lists(page)).toEqual(asked.map(([question, note]) => `${question} | ${note} | `));
  });

  test("are follow-ups where they tell to ask further", () => {
    expect(
      lists([
        "Interview questions",
        "",
        "Tell me about a time you were new somewhere.",
        "If they get stuck, ask about neighbours.",
      ]),
    ).toEqual(["Tell me about a time you were new somewhere. |  | If they get stuck, ask about neighbours."]);
  });

  test("that say why it is asked are none", () => {
    const page = [
      "### How do you plan a project?",
      "This question shows how the candidate thinks",
      "### How do you test a pipeline?",
      "This tells whether they have done it",
      "### What was your last outage?",
      "This is about honesty",
    ];
    expect(lists(page).map((line) => line.split(" | ")[1])).toEqual(["", "", ""]);
  });

  test("go on in the paragraphs below the first one, where they speak of whoever is interviewed", () => {
    const page = [
      "## What did you like?",
      "",
      "Candidates should name one thing.",
      "",
      "Good applicants tell why.",
      "",
      "For example, somebody may speak of bread.",
      "",
      "As a follow-up question, ask applicants who was there.",
      "",
      "## How did you choose?",
      "",
      "The best candidates compare.",
      "",
      "Please don’t ask the candidate about prices.",
      "",
      "## Why did you go?",
      "",
      "Applicants may tell of a change.",
      "",
      "Weak candidates blame others.",
    ];
    expect(lists(page)).toEqual([
      "What did you like? | Candidates should name one thing.; Good applicants tell why. | As a follow-up question, ask applicants who was there.",
      "How did you choose? | The best candidates compare. | ",
      "Why did you go? | Applicants may tell of a change.; Weak candidates blame others. | ",
    ]);
  });

  test("are none where they say what to do or what comes next", () => {
    const page = [
      "## What did you like?",
      "Candidates should name one thing.",
      "",
      "Give the candidate time to think.",
      "## How did you choose?",
      "The best candidates compare.",
      "",
      "The candidate will hear from us within a week.",
      "## Why did you go?",
      "Weak candidates blame others.",
      "",
      "Practical part",
      "",
      "The candidate bakes one loaf in the shop.",
    ];
    expect(lists(page).map((line) => line.split(" | ")[1])).toEqual([
      "Candidates should name one thing.",
      "The best candidates compare.",
      "Weak candidates blame others.",
    ]);
  });

  test("leave a scene above them a question where questions are paragraphs too", () => {
    const page = [
      "Interview questions",
      "",
      "How did you choose this trade?",
      "If they get stuck, ask about school.",
      "",
      "A customer shouts at the till.",
      "If they get stuck, ask about the rules.",
    ];
    expect(lists(page)).toEqual([
      "How did you choose this trade? |  | If they get stuck, ask about school.",
      "A customer shouts at the till. |  | If they get stuck, ask about the rules.",
    ]);
  });
});

describe("tables", () => {
  const head = "| Question | Asked by | Look for | Score 0-3 |\n| --- | --- | --- | --- |";

  test("of numbered questions have a head that names their columns", () => {
    const rows = [
      head,
      "| 1. Why this school? | Head | Has visited us | |",
      "| 2. What is play? | SENCo | Gives an example | |",
    ];
    expect(lists(rows)).toEqual([
      "Why this school? | Has visited us | ",
      "What is play? | Gives an example | ",
    ]);
  });

  test("may hold follow-ups in the cell of a question, and more than one question", () => {
    const html =
      "<p>Interview</p><table><tr><td>Competency</td><td>Questions</td><td>Look for</td></tr>" +
      "<tr><td>Care</td><td><p>A child will not come in. What do you do?</p><p>Prompt: the teacher needs you inside.</p></td><td>Calm</td></tr>" +
      "<tr><td>Planning</td><td><p>1. How do you plan?</p><p>2. What do you leave out?</p></td><td>Reasons</td></tr></table>";
    expect(lists([html], "html")).toEqual([
      "A child will not come in. What do you do? | Calm | the teacher needs you inside.",
      "How do you plan? | Reasons | ",
      "What do you leave out? |  | ",
    ]);
  });

  test("may have a cell that spans rows: all that stands beside it belongs to it", () => {
    const html =
      "<p>Interview</p><table><tr><th>Competency</th><th>Question</th><th>What to look for</th></tr>" +
      "<tr><td rowspan=2>Leading</td><td>How do you give feedback?</td><td>Soon</td></tr>" +
      "<tr><td>Tell me about a team you led.</td><td>Says why</td></tr>" +
      "<tr><td rowspan=3>Planning</td><td rowspan=3>How do you plan a quarter?</td><td>Asks the team</td></tr>" +
      "<tr><td>Names risks</td></tr><tr><td>Leaves slack</td></tr></table>";
    expect(lists([html], "html")).toEqual([
      "How do you give feedback? | Soon | ",
      "Tell me about a team you led. | Says why | ",
      "How do you plan a quarter? | Asks the team; Names risks; Leaves slack | ",
    ]);
    const { competencies, questions } = read([html], "html").guide;
    const named = questions.map(
      ({ competencyId }) => competencies.find(({ id }) => id === competencyId)?.name,
    );
    expect(named).toEqual(["Leading", "Leading", "Planning"]);
  });

  test("below a head that forbids ask nothing", () => {
    const rows = [
      "Interview questions",
      "",
      "- How do you plan a day?",
      "- What do you do when it rains?",
      "",
      "| Do not ask | Ask instead |",
      "| --- | --- |",
      "| Do you have children? | Can you work on Saturdays? |",
    ];
    expect(lists(rows).map((line) => line.split(" | ")[0])).toEqual([
      "How do you plan a day?",
      "What do you do when it rains?",
    ]);
  });

  test("that begin alike again and again, below a question each, say what to listen for in any language", () => {
    const one = (question: string, items: string) =>
      `<table><tr><td>Question</td><td>${question}</td></tr><tr><td>Gorum</td><td>${items}</td></tr></table>`;
    const html = `<p>Interview</p>${one("How do you plan a ward round?", "<ul><li>sees the sickest first</li><li>asks for help</li></ul>")}${one("What do you do when a drug is missing?", "<ul><li>reports it</li></ul>")}`;
    expect(lists([html], "html")).toEqual([
      "How do you plan a ward round? | sees the sickest first; asks for help | ",
      "What do you do when a drug is missing? | reports it | ",
    ]);
  });
});

describe("what is no part of the text", () => {
  test("is the signature of a message, and a line of one sign", () => {
    const mail = [
      "Interview: please ask",
      "",
      "1. How do you plan a day?",
      "&&&&&",
      "2. What do you do when it rains?",
      "",
      "-- ",
      "Please consider the environment before printing this e-mail. Do you need paper?",
    ];
    expect(lists(mail).map((line) => line.split(" | ")[0])).toEqual([
      "How do you plan a day?",
      "What do you do when it rains?",
    ]);
  });

  test("is an answer below a question that is marked as one", () => {
    const page = [
      "# Interview",
      "",
      "Q: How do you plan a day?",
      "",
      "A: By what is due. Do you agree?",
      "",
      "Q: What do you do when it rains?",
      "",
      "A: Work inside.",
    ];
    expect(lists(page)).toEqual(["How do you plan a day? |  | ", "What do you do when it rains? |  | "]);
  });

  test("is who hands over, and what is read aloud in greeting", () => {
    const page = [
      "# Interview",
      "",
      '- "Hello, thanks for coming. Are you ready?"',
      '- "How do you plan a day?"',
      '- "What do you do when it rains?"',
      '- "Do you have any questions for me?"',
    ];
    expect(lists(page).map((line) => line.split(" | ")[0])).toEqual([
      "How do you plan a day?",
      "What do you do when it rains?",
    ]);
  });

  test("is information for whoever asks for it", () => {
    const page = [
      "# Interview",
      "",
      "How would you find out why the ferries lose money?",
      "",
      "Information to give only if asked:",
      "",
      "- Two boats are owned.",
      "- Fares have not changed.",
    ];
    expect(lists(page)).toHaveLength(1);
  });
});

describe("how lines are written", () => {
  test("without any capital, a small letter is no sign that a line goes on", () => {
    const notes = [
      "interview for the line",
      "where were you last and why did you leave",
      "what did you cook at home",
      "which station do you like best",
      "how many covers do you do on a busy night",
      "can you do weekends",
      "tell me about a bad night",
    ];
    expect(read(notes).guide.questions).toHaveLength(6);
  });

  test("capitals set a label off as bold does", () => {
    expect(
      lists([
        "Interview",
        "",
        "1. What do you do when you smell gas?",
        "LOOK FOR people out, shut off",
        "2. What do you tell a customer who is late?",
        "LOOK FOR plain words",
      ]),
    ).toEqual([
      "What do you do when you smell gas? | people out; shut off | ",
      "What do you tell a customer who is late? | plain words | ",
    ]);
  });

  test("two signs make an arrow", () => {
    expect(
      lists([
        "Interview",
        "",
        "1. Tell me about bad news you had to give.",
        "   -> what exactly did you say?",
        "   -> how did it end?",
        "2. What do you do when it rains?",
      ]),
    ).toEqual([
      "Tell me about bad news you had to give. |  | what exactly did you say?; how did it end?",
      "What do you do when it rains? |  | ",
    ]);
  });
});
