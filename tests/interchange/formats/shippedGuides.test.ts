import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { advicePlaces, levels, type Guide } from "../../../src/domain/guides/guide.ts";
import { guideToId } from "../../../src/interchange/formats/guideFile.ts";
import { decodeGuideFile } from "../guideText/fileTexts.ts";

const root = resolve(import.meta.dirname, "../../..");
/** It is proposed where no other was chosen, so it stands first. */
const FIRST = "backend-developer";
const files = readdirSync(resolve(root, "data/guides"))
  .map((name) => name.replace(/\.json$/u, ""))
  .toSorted((a, b) => Number(b === FIRST) - Number(a === FIRST) || a.localeCompare(b));

const textOf = (file: string) => readFileSync(resolve(root, `data/guides/${file}.json`), "utf8");

function readShipped(file: string): Guide {
  const decoded = decodeGuideFile(textOf(file));
  if (!decoded.ok) throw new Error(`${file}: ${JSON.stringify(decoded.errors)}`);
  return decoded.value;
}

/** Those who hold an earlier version go on with it: its lowest point had another name. */
function asBefore(guide: Guide): Guide {
  const [lowest, ...points] = guide.scale.points;
  if (!lowest) throw new Error("There is no scale.");
  return { ...guide, scale: { points: [{ ...lowest, label: "No evidence of it" }, ...points] } };
}

const backend = readShipped(FIRST);

describe("the first guide", () => {
  test("it has fifteen questions of a quarter of an hour, each with eight areas and four follow-ups", () => {
    expect(backend.questions).toHaveLength(15);
    for (const question of backend.questions) {
      expect(question).toMatchObject({ plannedMinutes: 15 });
      expect([question.id, question.areas.length, question.followUps.length]).toEqual([question.id, 8, 4]);
    }
  });
});

test.each(files)("%s is what its file says, so that the app takes it as it is", (file) => {
  expect(JSON.parse(textOf(file))).toMatchObject({ format: "interview-scorecard.guide", version: 1 });
  expect((JSON.parse(textOf(file)) as { guide: unknown }).guide).toEqual(readShipped(file));
});

test("the index of the guides that come with the app says what a list shows of each, and its id", async () => {
  const index = await Promise.all(
    files.map(async (file) => {
      const guide = readShipped(file);
      return {
        file,
        title: guide.title,
        role: guide.role,
        questionCount: guide.questions.length,
        competencies: guide.competencies.map(({ name }) => name),
        id: await guideToId(guide),
        earlierId: await guideToId(asBefore(guide)),
      };
    }),
  );
  await expect(`${JSON.stringify(index, null, 2)}\n`).toMatchFileSnapshot(
    resolve(root, "data/shippedGuides.json"),
  );
});

describe.each(files)("the guide %s that comes with the app", (file) => {
  const guide = readShipped(file);

  test("it has at least twelve questions, each with six to eight areas, four follow-ups and a competency", () => {
    expect(guide.questions.length).toBeGreaterThanOrEqual(12);
    const competencyIds = guide.competencies.map(({ id }) => id);
    const odd = guide.questions.filter(
      ({ areas, followUps, competencyId }) =>
        areas.length < 6 ||
        areas.length > 8 ||
        followUps.length !== 4 ||
        !competencyIds.includes(competencyId),
    );
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  test("its questions ask for what was done, not for what one would do, and not for a yes or no", () => {
    const texts = guide.questions.map(({ text }) => text);
    const hypothetical = /\b(?:would you|imagine|suppose|what if)\b/iu;
    expect(texts.filter((text) => hypothetical.test(text))).toEqual([]);
    const closed =
      /^(?:did|do|does|have|has|are|is|was|were|can|could) (?:you|it|they|the|that)\b[^,?]*\?$/iu;
    expect(texts.filter((text) => closed.test(text))).toEqual([]);
  });

  test("no two of its questions, areas of a question or follow-ups of a question are worded the same", () => {
    const lists = [
      guide.questions.map(({ text }) => text),
      ...guide.questions.flatMap(({ areas, followUps }) => [
        areas.map(({ text }) => text),
        followUps.map(({ text }) => text),
      ]),
    ];
    expect(lists.flatMap((list) => list.filter((text, index) => list.indexOf(text) !== index))).toEqual([]);
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
    const runs = textsIn(backend).flatMap(runsOf);
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
