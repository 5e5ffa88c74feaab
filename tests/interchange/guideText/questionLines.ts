import type { Guide } from "../../../src/domain/guides/guide.ts";

/** @returns for each question its text, its areas and its follow-ups, in one line */
export function questionLines({ questions }: Guide): readonly string[] {
  return questions.map(
    ({ text, areas, followUps }) =>
      `${text} | ${areas.map((area) => area.text).join("; ")} | ${followUps.map((item) => item.text).join("; ")}`,
  );
}
