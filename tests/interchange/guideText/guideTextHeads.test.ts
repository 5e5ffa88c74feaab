import { expect, test } from "vitest";
import { lists } from "./questionLines.ts";

/** @returns the texts of the questions of a page */
const asked = (...lines: readonly string[]) => lists(lines).map((line) => line.split(" | ")[0]);

test("a head that names the questions of one role says nothing of what is asked above it", () => {
  expect(
    asked(
      "# Interview: bakery",
      "",
      "## Getting to know each other",
      "",
      "* Can you tell me about somebody whom you have taught?",
      "* Tell us about a bread that failed. What was it?",
      "",
      "## Pastry questions",
      "",
      "1. What are you most proud of?",
      "2. Where do you find new recipes?",
    ),
  ).toEqual([
    "Can you tell me about somebody whom you have taught?",
    "Tell us about a bread that failed. What was it?",
    "What are you most proud of?",
    "Where do you find new recipes?",
  ]);
});

test("a head that says no more than that questions follow sets apart what is asked above it", () => {
  const found = ["Preguntas", "Fragen", "Interview questions"].map((head) =>
    asked(
      "# Interview: bakery",
      "",
      "## Welcome",
      "",
      "Can you hear me well?",
      "",
      `## ${head}`,
      "",
      "1. What are you most proud of?",
      "2. Where do you find new recipes?",
    ),
  );
  const questions = ["What are you most proud of?", "Where do you find new recipes?"];
  expect(found).toEqual([questions, questions, questions]);
});
