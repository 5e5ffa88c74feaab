import { describe, expect, test } from "vitest";
import { guideFromText } from "../../../src/interchange/guideText/guideText.ts";
import { framesOf, wordings } from "./frames.ts";

describe("the same four questions are found however a guide is written", () => {
  for (const [language, wording] of Object.entries(wordings)) {
    test(`in ${new Intl.DisplayNames("en", { type: "language" }).of(language)}`, () => {
      const frames = [...framesOf(wording)];
      expect(frames.length).toBeGreaterThan(60);
      const read = frames.map(({ name, format, source }) => {
        const { questions } = guideFromText(source, format).guide;
        const areas = questions.reduce((sum, question) => sum + question.areas.length, 0);
        const followUps = questions.reduce((sum, question) => sum + question.followUps.length, 0);
        return { name, questions: questions.length, areas, followUps };
      });
      expect(read).toEqual(
        frames.map(({ name, questions, areas, followUps }) => ({ name, questions, areas, followUps })),
      );
    });
  }
});
