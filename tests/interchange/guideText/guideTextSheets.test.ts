import { expect, test } from "vitest";
import { guideFromText } from "../../../src/interchange/guideText/guideText.ts";
import { questionLines } from "./questionLines.ts";

const lists = (lines: readonly string[]) => questionLines(guideFromText(lines.join("\n")).guide);

test("steps below a question that has a label are its follow-ups, and a list of questions without one is read beside it", () => {
  const found = lists([
    "# Interview: potter",
    "## Experience",
    "- Talk us through the kiln that you know best.",
    "- Which glazes have you mixed, and what do you think of them?",
    "- Why do you want to leave your workshop?",
    "## Care",
    "**Question.** Tell us about a crack that you found in time.",
    "- Situation: What was it about?",
    "- Action: What did you do once you had seen it?",
    "- **Evidence to look for**",
    "- found it by method",
    "- told somebody",
    "## Calm",
    "**Question.** Two buyers want the same bowl. What do you do?",
    "- Situation: Has that happened to you?",
    "- Action: How did you decide?",
    "- **Evidence to look for**",
    "- speaks to both",
    "- offers a solution",
    "## Trust",
    "**Question.** A friend asks what a buyer paid. What do you say?",
    "- **Evidence to look for**",
    "- names no figure",
    "- is not embarrassed",
  ]);
  expect(found).toEqual([
    "Talk us through the kiln that you know best. |  | ",
    "Which glazes have you mixed, and what do you think of them? |  | ",
    "Why do you want to leave your workshop? |  | ",
    "Tell us about a crack that you found in time. | found it by method; told somebody | What was it about?; What did you do once you had seen it?",
    "Two buyers want the same bowl. What do you do? | speaks to both; offers a solution | Has that happened to you?; How did you decide?",
    "A friend asks what a buyer paid. What do you say? | names no figure; is not embarrassed | ",
  ]);
});

test("a label in small letters begins a line of its own, and goes on with none", () => {
  const found = lists([
    "• Un client veut un bol de travers. Que faites-vous ?",
    "   ce que j'espère entendre : reste calme, appelle le chef, ne promet rien du tout",
    "   relance : Et s'il insiste ?",
    "",
    "• Comment réagissez-vous quand un collègue fait autrement que vous ?",
    "   ce que j'espère entendre : en parle avec lui, et pas devant les clients",
    "   relance : Avez-vous un exemple ?",
    "",
    "Pensez à leur dire que l'atelier est froid en hiver.",
  ]);
  expect(found).toEqual([
    "Un client veut un bol de travers. Que faites-vous ? | reste calme; appelle le chef; ne promet rien du tout | Et s'il insiste ?",
    "Comment réagissez-vous quand un collègue fait autrement que vous ? | en parle avec lui; pas devant les clients | Avez-vous un exemple ?",
  ]);
});

test("a counted title above a question that is wrapped is its title, and what hands over is none", () => {
  const found = lists([
    "4. A buyer waits at the gate with a broken bowl. Talk us through what you would do.",
    "   Looking for:",
    "   - listens",
    "   - replaces it",
    "",
    "5. Safety (must be asked of every candidate)",
    "   A child in your class tells you at the wheel that the kiln next door is",
    "   open. What do you do next?",
    "   Looking for:",
    "   - shuts it",
    "   - writes it down",
    "",
    "6. Is there anything you would like to ask us?",
  ]);
  expect(found).toEqual([
    "A buyer waits at the gate with a broken bowl. Talk us through what you would do. | listens; replaces it | ",
    "A child in your class tells you at the wheel that the kiln next door is open. What do you do next? | shuts it; writes it down | ",
  ]);
});

test("a sentence below a question says what somebody listens for", () => {
  const found = lists([
    "1. What made you think of clay?",
    "",
    "I'm listening for somebody who wants company as much as a trade.",
    "",
    "2. Have you spent much time at a wheel? Tell me about it.",
    "",
    "- patience",
    "- a bit of humour",
  ]);
  expect(found).toEqual([
    "What made you think of clay? | I'm listening for somebody who wants company as much as a trade. | ",
    "Have you spent much time at a wheel? Tell me about it. | patience; a bit of humour | ",
  ]);
});

test("probes below a list of main questions ask further", () => {
  const competency = (name: string, ...questions: readonly string[]) => [
    `## ${name}`,
    "### Main questions",
    ...questions.map((question, at) => `${at + 1}. ${question}`),
    "### Probes",
    "- What was the situation?",
    "- What did you do?",
    "- What did you take from it?",
  ];
  const found = lists([
    "# Potter",
    ...competency(
      "Buyers",
      "Tell me about a buyer to whom you said no.",
      "Give me an example of a mended bowl.",
    ),
    ...competency("Kilns", "Describe a firing that had to be exact.", "When did you see a rule broken?"),
  ]);
  const probes = "What was the situation?; What did you do?; What did you take from it?";
  expect(found).toEqual([
    "Tell me about a buyer to whom you said no. |  | ",
    `Give me an example of a mended bowl. |  | ${probes}`,
    "Describe a firing that had to be exact. |  | ",
    `When did you see a rule broken? |  | ${probes}`,
  ]);
});

test("the row of a table that adds up is no question", () => {
  const found = lists([
    "| No. | Question | Look for | Mark |",
    "| --- | --- | --- | --- |",
    "| 1 | How do you wedge clay? | order | |",
    "| 2 | When did a firing fail? | reasons | |",
    "| | Total | | /10 |",
  ]);
  expect(found).toEqual(["How do you wedge clay? | order | ", "When did a firing fail? | reasons | "]);
});
