// @vitest-environment node
import { expect, test } from "vitest";
import { guideFromText } from "../../../../src/interchange/guideText/guideText.ts";
import { languages, textsOf } from "./drawnGuides.ts";

const countOf = (page: string, format?: "html") => guideFromText(page, format).guide.questions.length;

/** A page of four questions with a sentence above them, in the ways in which one stands there; the sentence may be empty. */
const pages = (title: string, sentence: string, questions: readonly string[]) => {
  const paragraph = sentence === "" ? "" : `<p>${sentence}</p>`;
  const items = questions.map((text) => `<li>${text}</li>`).join("");
  return [
    countOf([title, "", sentence, "", ...questions.flatMap((text) => [text, ""])].join("\n")),
    countOf([title, "", sentence, ...questions.map((text) => `- ${text}`)].join("\n")),
    countOf(`<h1>${title}</h1>${paragraph}<ul>${items}</ul>`, "html"),
  ];
};

test.each(languages)("a sentence that introduces takes no question below it out: %s", (language) => {
  const { titles, introductions, definitions, questions } = textsOf("built", language);
  const [title = ""] = titles;
  const own = questions.slice(0, 4);
  const alone = pages(title, "", own);
  const lost = [...introductions, ...definitions].filter((sentence) =>
    pages(title, sentence, own).some((count, at) => count < (alone[at] ?? 0)),
  );
  expect(lost).toEqual([]);
});
