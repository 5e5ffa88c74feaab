import { describe, expect, test } from "vitest";
import { guideFromText } from "../../../src/interchange/guideText/guideText.ts";
import { lists } from "./questionLines.ts";

const asked = (lines: readonly string[]) =>
  guideFromText(lines.join("\n")).guide.questions.map(({ text }) => text);

describe("a list of questions that heads part", () => {
  const first = ["1. How do you open the kitchen?", "2. What do you check before you light the oven?"];
  const ofGuests = [
    "What do you tell guests before they sit down?",
    "Do guests always say what they do not eat?",
    "How do they tell whoever cooks?",
    "How late do you let them change their order?",
  ];
  const last = "When do you close?";

  test("goes on where it counts on, though a part of it speaks of somebody", () => {
    const counted = ofGuests.map((text, at) => `${at + 3}. ${text}`);
    const page = [
      "# Interview: cook",
      "## Kitchen",
      ...first,
      "## Guests",
      ...counted,
      "## Night",
      `7. ${last}`,
    ];
    expect(asked(page)).toEqual([...first.map((text) => text.slice(3)), ...ofGuests, last]);
  });

  test("ends with what the panel asks itself, which begins anew", () => {
    const page = [
      "# Interview: cook",
      "## Kitchen",
      ...first,
      "## Afterwards",
      "1. Did they ask about the menu?",
      "2. Were they on time?",
      "3. Would their ideas help us?",
    ];
    expect(asked(page)).toEqual(first.map((text) => text.slice(3)));
  });
});

describe("“Additional questions”", () => {
  test("heads more questions beside “Questions”", () => {
    const page = [
      "# Interview: florist",
      "## Questions",
      "1. Which flowers would you order for a wet week?",
      "2. What do you do with what is left on Saturday?",
      "3. How do you price a wreath?",
      "## Additional questions",
      "1. How would you bind a bouquet if you had no wire?",
    ];
    expect(asked(page).at(-1)).toBe("How would you bind a bouquet if you had no wire?");
  });

  test("ask further with a colon", () => {
    const page = [
      "# Interview: florist",
      "How do you price a wreath?",
      "Additional questions:",
      "- What if the client finds it dear?",
      "- Who else did you ask?",
    ];
    expect(lists(page)).toEqual([
      "How do you price a wreath? |  | What if the client finds it dear?; Who else did you ask?",
    ]);
  });
});

test.each([
  "Explain what we are here for.",
  "Explain a bit about the firm.",
  "Explain they will hear from us by Friday.",
])("whoever interviews is told to explain, and nobody is asked: %s", (told) => {
  const page = ["# Interview", told, "Tell me about your last shift.", "How do you calm an angry guest?"];
  expect(asked(page)).toEqual(["Tell me about your last shift.", "How do you calm an angry guest?"]);
});

test("“Explain a bit of your design.” is asked", () => {
  const page = ["# Interview", "Explain a bit about your design.", "How do you calm an angry guest?"];
  expect(asked(page)).toContain("Explain a bit about your design.");
});
