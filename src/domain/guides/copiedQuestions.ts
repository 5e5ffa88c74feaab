import type { Anchor, Competency, Guide, Question } from "./guide.ts";
import { scaleKey } from "./scaleSteps.ts";
import { nameToKey } from "../text/nameKey.ts";

export interface CopiedQuestions {
  readonly guide: Guide;
  /** What was taken, as it stands in the guide now. */
  readonly taken: readonly Question[];
  /** Questions that were asked for and whose text is in the guide already; they were left out. */
  readonly alreadyThere: readonly Question[];
  /** Whether anchors had to stay behind, since the guide's scale has other points. */
  readonly hasLostAnchors: boolean;
}

/**
 * Takes questions of one guide into another, behind those that are there. A competency that the other guide has
 * by name is its own; any other comes along. Ids that are taken get a number behind them, since notes hang on ids.
 *
 * @param questionIds ids of questions of `source`; taken in the order of `source`
 */
export function copyQuestions(source: Guide, questionIds: readonly string[], into: Guide): CopiedQuestions {
  const isOfOneScale = scaleKey(source.scale) === scaleKey(into.scale);
  const freeId = idSource(usedIds(into));
  const freeCompetencyId = idSource(into.competencies.map(({ id }) => id));
  const competencies: Competency[] = [...into.competencies];
  const texts = new Set(into.questions.map(({ text }) => textKey(text)));
  const taken: Question[] = [];
  const alreadyThere: Question[] = [];
  let hasLostAnchors = false;

  const anchorsOf = (anchors: readonly Anchor[]): readonly Anchor[] => {
    if (isOfOneScale) return anchors;
    hasLostAnchors ||= anchors.length > 0;
    return [];
  };

  const competencyFor = (id: string): string => {
    const wanted = source.competencies.find((competency) => competency.id === id);
    if (!wanted) return "";
    const known = competencies.find(({ name }) => nameToKey(name) === nameToKey(wanted.name));
    if (known) return known.id;
    const copy = { ...wanted, id: freeCompetencyId(id), anchors: anchorsOf(wanted.anchors) };
    competencies.push(copy);
    return copy.id;
  };

  for (const question of source.questions) {
    if (!questionIds.includes(question.id)) continue;
    if (texts.has(textKey(question.text))) {
      alreadyThere.push(question);
      continue;
    }
    texts.add(textKey(question.text));
    taken.push({
      ...question,
      id: freeId(question.id),
      competencyId: competencyFor(question.competencyId),
      areas: question.areas.map((area) => ({
        ...area,
        id: freeId(area.id),
        anchors: anchorsOf(area.anchors),
      })),
      followUps: question.followUps.map((followUp) => ({ ...followUp, id: freeId(followUp.id) })),
    });
  }
  const guide = { ...into, competencies, questions: [...into.questions, ...taken] };
  return { guide, taken, alreadyThere, hasLostAnchors };
}

/** @returns a guide without questions for which questions of that guide can be taken, with its scale and language */
export function emptyGuideLike({ language, role, scale }: Guide): Guide {
  return { language, title: "", role, introduction: "", scale, competencies: [], questions: [], advice: [] };
}

/** The ids of a guide that a session may refer to; they share one space. */
function usedIds(guide: Guide): readonly string[] {
  return [
    ...guide.questions.flatMap(({ id, areas, followUps }) => [
      id,
      ...areas.map((area) => area.id),
      ...followUps.map((followUp) => followUp.id),
    ]),
    ...guide.advice.flatMap(({ followUps }) => followUps.map(({ id }) => id)),
  ];
}

/** @returns a function that gives each id as it is while it is free, else with the first number behind it that is */
function idSource(used: readonly string[]): (id: string) => string {
  const taken = new Set(used);
  return (id) => {
    let free = id;
    for (let number = 2; taken.has(free); number++) free = `${cutId(id)}-${number}`;
    taken.add(free);
    return free;
  };
}

/** Room for a number behind it: an id has 200 characters at most. */
function cutId(id: string): string {
  return id.length <= 180 ? id : Array.from(id).slice(0, 90).join("");
}

/** Texts that differ in case or spaces alone are the same. */
function textKey(text: string): string {
  return text.trim().replaceAll(/\s+/gu, " ").toLocaleLowerCase("en").normalize("NFC");
}
