import type { Guide } from "../../../src/domain/guides/guide.ts";
import { guideFromText } from "../../../src/interchange/guideText/guideText.ts";

/** @returns the questions of a page in those lines, as `questionLines` gives them */
export function lists(lines: readonly string[], format?: "text" | "markdown" | "html"): readonly string[] {
  return questionLines(guideFromText(lines.join("\n"), format).guide);
}

/** @returns for each question its text, its areas and its follow-ups, in one line */
export function questionLines({ questions }: Guide): readonly string[] {
  return questions.map(
    ({ text, areas, followUps }) =>
      `${text} | ${areas.map((area) => area.text).join("; ")} | ${followUps.map((item) => item.text).join("; ")}`,
  );
}
