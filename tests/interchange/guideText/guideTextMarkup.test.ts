import { describe, expect, test } from "vitest";
import { guideFromText } from "../../../src/interchange/guideText/guideText.ts";

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
