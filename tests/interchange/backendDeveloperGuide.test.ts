import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { advicePlaces, levels } from "../../src/domain/guide.ts";
import { decodeGuideFile } from "../../src/interchange/guideFile.ts";

const root = resolve(import.meta.dirname, "../..");
const decoded = decodeGuideFile(readFileSync(resolve(root, "data/guides/backend-developer.json"), "utf8"));
if (!decoded.ok) throw new Error(JSON.stringify(decoded.errors));
const guide = decoded.value;

describe("the guide that comes with the app", () => {
  test("it has fifteen questions of a quarter of an hour, each with eight areas and four follow-ups", () => {
    expect(guide.questions).toHaveLength(15);
    for (const question of guide.questions) {
      expect(question).toMatchObject({ plannedMinutes: 15 });
      expect([question.id, question.areas.length, question.followUps.length]).toEqual([question.id, 8, 4]);
    }
  });

  test("the titles of its questions fit the rail: two to four words, no two the same", () => {
    const titles = guide.questions.map(({ title }) => title);
    expect(titles.filter((title) => !/^\S+( \S+){1,3}$/u.test(title))).toEqual([]);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test("every competency says what 1, 3 and 5 sound like, and is asked about", () => {
    expect(guide.scale.points.map(({ value }) => value)).toEqual([1, 2, 3, 4, 5]);
    for (const { id, anchors } of guide.competencies) {
      expect([id, ...anchors.map(({ point }) => point)]).toEqual([id, 1, 3, 5]);
      expect(guide.questions.map(({ competencyId }) => competencyId)).toContain(id);
    }
  });

  test("it has five pieces of advice, one for each place, and weighs every level", () => {
    expect(guide.advice).toHaveLength(5);
    expect(new Set(guide.advice.map(({ appliesTo }) => appliesTo))).toEqual(new Set(advicePlaces));
    const byLevel = guide.advice.flatMap((advice) => advice.levels);
    expect(byLevel.map(({ level }) => level).toSorted()).toEqual(levels.toSorted());
    const competencyIds = guide.competencies.map(({ id }) => id);
    expect(competencyIds).toEqual(expect.arrayContaining(byLevel.flatMap(({ favours }) => favours)));
  });

  test("no id is there twice, and no text is empty", () => {
    const ids = [
      ...guide.questions.flatMap(({ id, areas, followUps }) => [
        id,
        ...areas.map((area) => area.id),
        ...followUps.map((followUp) => followUp.id),
      ]),
      ...guide.competencies.map(({ id }) => id),
      ...guide.advice.flatMap(({ id, followUps }) => [id, ...followUps.map((followUp) => followUp.id)]),
    ];
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(textsIn(guide).filter((text) => text.trim() === "")).toEqual([]);
  });
});

const page = resolve(root, "../shared/seed/backend-developer-page.txt");
const isPageHere = existsSync(page);
const RUN = 7;

test.runIf(isPageHere)(
  `no seven words in a row are taken from the page that it covers${isPageHere ? "" : " (skipped: the page is not here)"}`,
  () => {
    const taken = new Set(runsOf(readFileSync(page, "utf8")));
    expect(taken.size).toBeGreaterThan(100);
    const runs = textsIn(guide).flatMap(runsOf);
    expect(runs.filter((run) => taken.has(run))).toEqual([]);
  },
);

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** @returns every run of seven words, however they are set apart and cased */
function runsOf(text: string): readonly string[] {
  const words =
    text
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[\p{L}\p{N}']+/gu) ?? [];
  return words.slice(RUN - 1).map((_, index) => words.slice(index, index + RUN).join(" "));
}
