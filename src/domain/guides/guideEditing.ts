import {
  fivePointScale,
  levels,
  type Advice,
  type AdvicePlace,
  type Anchor,
  type Competency,
  type Guide,
  type LevelAdvice,
  type Question,
  type Scale,
} from "./guide.ts";

/** A part of a guide that is edited by itself. */
export type GuidePlace =
  | { readonly part: "about" | "scale" | "competencies" | "advice" }
  | { readonly part: "question"; readonly questionId: string };

const PLANNED_MINUTES = 15;

/** @returns a guide to begin with: five points, and one question without words */
export function newGuide(questionId: string): Guide {
  return {
    language: "en",
    title: "",
    role: "",
    introduction: "",
    scale: fivePointScale,
    competencies: [],
    questions: [newQuestion(questionId)],
    advice: [],
  };
}

/** @returns a question without words, a quarter of an hour long */
export function newQuestion(id: string): Question {
  return {
    id,
    title: "",
    text: "",
    competencyId: "",
    plannedMinutes: PLANNED_MINUTES,
    areas: [],
    followUps: [],
  };
}

/** @returns a piece of advice without words */
export function newAdvice(id: string, appliesTo: AdvicePlace): Advice {
  return { id, appliesTo, title: "", text: "", signs: [], levels: [], followUps: [] };
}

/** Puts a question after another one, or last where that one is not in the guide. */
export function insertQuestion(guide: Guide, question: Question, afterId: string | null): Guide {
  const after = guide.questions.findIndex(({ id }) => id === afterId);
  const at = after === -1 ? guide.questions.length : after + 1;
  return { ...guide, questions: guide.questions.toSpliced(at, 0, question) };
}

/** Takes a question out of the guide. */
export function removeQuestion(guide: Guide, questionId: string): Guide {
  return { ...guide, questions: guide.questions.filter(({ id }) => id !== questionId) };
}

/** Moves a question to another place, 0 for the first. @returns the same guide where there is no such place */
export function moveQuestion(guide: Guide, questionId: string, to: number): Guide {
  const from = guide.questions.findIndex(({ id }) => id === questionId);
  const question = guide.questions[from];
  if (!question || to === from || to < 0 || to >= guide.questions.length) return guide;
  return { ...guide, questions: guide.questions.toSpliced(from, 1).toSpliced(to, 0, question) };
}

/** Puts a question in the place of the one of its id. */
export function replaceQuestion(guide: Guide, question: Question): Guide {
  return {
    ...guide,
    questions: guide.questions.map((known) => (known.id === question.id ? question : known)),
  };
}

/** Puts other competencies in the guide. Questions and advice that named one that is gone name none then. */
export function replaceCompetencies(guide: Guide, competencies: readonly Competency[]): Guide {
  const known = new Set(competencies.map(({ id }) => id));
  return {
    ...guide,
    competencies,
    questions: guide.questions.map((question) =>
      question.competencyId === "" || known.has(question.competencyId)
        ? question
        : { ...question, competencyId: "" },
    ),
    advice: guide.advice.map((advice) =>
      advice.levels.every(({ favours }) => favours.every((id) => known.has(id)))
        ? advice
        : {
            ...advice,
            levels: advice.levels.map((entry) => ({
              ...entry,
              favours: entry.favours.filter((id) => known.has(id)),
            })),
          },
    ),
  };
}

/**
 * Gives the guide a scale from 1 to that many points. Points keep their words; anchors of points that go are
 * dropped.
 */
export function resizeScale(guide: Guide, pointCount: 4 | 5): Guide {
  const points = fivePointScale.points
    .slice(0, pointCount)
    .map((point) => guide.scale.points.find(({ value }) => value === point.value) ?? point);
  return withoutLooseAnchors({ ...guide, scale: { ...guide.scale, points } });
}

/** @returns how many anchors `resizeScale` would drop */
export function countLooseAnchors(guide: Guide, pointCount: number): number {
  return allAnchors(guide).filter(({ point }) => point < 1 || point > pointCount).length;
}

function allAnchors({ competencies, questions }: Guide): readonly Anchor[] {
  return [...competencies, ...questions.flatMap(({ areas }) => areas)].flatMap(({ anchors }) => anchors);
}

/** @returns the guide without the anchors of points that its scale does not have */
export function withoutLooseAnchors(guide: Guide): Guide {
  const values = new Set(guide.scale.points.map(({ value }) => value));
  const keep = <T extends { readonly anchors: readonly Anchor[] }>(item: T): T =>
    item.anchors.every(({ point }) => values.has(point))
      ? item
      : { ...item, anchors: item.anchors.filter(({ point }) => values.has(point)) };
  return {
    ...guide,
    competencies: guide.competencies.map(keep),
    questions: guide.questions.map((question) => ({ ...question, areas: question.areas.map(keep) })),
  };
}

/**
 * @returns one anchor for every point of the scale, those without words too, for a form to show; where a file has
 * several of one point, their texts stand in one
 */
export function toEveryPoint(anchors: readonly Anchor[], scale: Scale): readonly Anchor[] {
  return scale.points.map(({ value }) => {
    const written = anchors.filter(({ point }) => point === value);
    return { ...written[0], point: value, text: written.map(({ text }) => text).join("\n") };
  });
}

/** @returns the anchors that have words */
export function withWords(anchors: readonly Anchor[]): readonly Anchor[] {
  return anchors.filter(({ text }) => text !== "");
}

/**
 * @returns one entry for every level, those without words too, for a form to show; where a file has several of
 * one level, they stand in one
 */
export function toEveryLevel(entries: readonly LevelAdvice[]): readonly LevelAdvice[] {
  return levels.map((level) => {
    const written = entries.filter((entry) => entry.level === level);
    return {
      ...written[0],
      level,
      text: written.map(({ text }) => text).join("\n"),
      favours: [...new Set(written.flatMap(({ favours }) => favours))],
    };
  });
}

/** @returns the lines of a pasted text as items of a list, without their bullets or numbers; empty lines are left out */
export function linesToTexts(pasted: string): readonly string[] {
  return pasted
    .split(/[\r\n\u2028\u2029]+/u)
    .map((line) => line.replace(/^\s*(?:[-*+•‣▪◦·–—]|\d{1,3}[.)]|\[[ xX]?\])\s+/u, "").trim())
    .filter((line) => line !== "");
}

/**
 * Gives every question without areas one for the answer as a whole: a question is rated by its areas.
 *
 * @returns the guide itself where no question lacks them
 */
export function withAreaEach(guide: Guide): Guide {
  if (guide.questions.every(({ areas }) => areas.length > 0)) return guide;
  const questions = guide.questions.map((question) => {
    const whole = { id: `${question.id}.whole`, text: "The answer as a whole", anchors: [] };
    return question.areas.length > 0 ? question : { ...question, areas: [whole] };
  });
  return { ...guide, questions };
}
