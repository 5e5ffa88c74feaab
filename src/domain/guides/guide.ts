/** What to ask for a role. A guide version never changes: an edit makes another version. */
export interface Guide {
  /** BCP 47 tag of the language the guide is written in. */
  readonly language: string;
  readonly title: string;
  readonly role: string;
  readonly introduction: string;
  readonly scale: Scale;
  readonly competencies: readonly Competency[];
  readonly questions: readonly Question[];
  readonly advice: readonly Advice[];
}

/** The points that areas are rated on, lowest first, every one of them worded. */
export interface Scale {
  readonly points: readonly ScalePoint[];
}

export interface ScalePoint {
  readonly value: number;
  readonly label: string;
  /** One sentence about the evidence, not about the person. */
  readonly meaning: string;
}

/** What points mean where a guide does not say so itself. */
export const fivePointScale: Scale = {
  points: [
    {
      value: 1,
      label: "Poor",
      meaning: "The answer gave nothing on this point, even after a follow-up.",
    },
    {
      value: 2,
      label: "Weak",
      meaning: "The answer touched on it, but in general terms or with a gap that matters.",
    },
    {
      value: 3,
      label: "Sound",
      meaning: "The answer gave a real example, with enough detail to rely on.",
    },
    {
      value: 4,
      label: "Strong",
      meaning: "The answer gave a specific example, with reasons and a result that held up when asked about.",
    },
    {
      value: 5,
      label: "Outstanding",
      meaning:
        "The answer gave precise detail and reasons, weighed other ways, and backed the result with proof.",
    },
  ],
};

export interface Competency {
  readonly id: string;
  readonly name: string;
  readonly anchors: readonly Anchor[];
}

/** What a point on the scale sounds like. */
export interface Anchor {
  readonly point: number;
  readonly text: string;
}

export interface Question {
  readonly id: string;
  /** Two to four words, for the rail. */
  readonly title: string;
  /** What is read out. */
  readonly text: string;
  readonly competencyId: string;
  readonly plannedMinutes: number;
  readonly areas: readonly Area[];
  readonly followUps: readonly FollowUp[];
}

/** One thing to listen for in an answer. */
export interface Area {
  readonly id: string;
  readonly text: string;
  readonly anchors: readonly Anchor[];
}

/** A probe written beforehand. */
export interface FollowUp {
  readonly id: string;
  readonly text: string;
}

export const levels = ["junior", "mid", "senior", "lead"] as const;
export type Level = (typeof levels)[number];

export const levelWords: Readonly<Record<Level, string>> = {
  junior: "junior",
  mid: "mid-level",
  senior: "senior",
  lead: "lead",
};

export const advicePlaces = ["firstUse", "planning", "rehearsedAnswer", "level", "remote"] as const;
export type AdvicePlace = (typeof advicePlaces)[number];

export const advicePlaceWords: Readonly<Record<AdvicePlace, string>> = {
  firstUse: "on first use",
  planning: "while planning",
  rehearsedAnswer: "when an answer sounds rehearsed",
  level: "for the level of the role",
  remote: "for a remote role",
};

/** Counsel for the interviewer, shown where it helps. */
export interface Advice {
  readonly id: string;
  readonly appliesTo: AdvicePlace;
  readonly title: string;
  readonly text: string;
  /** What to notice, for `rehearsedAnswer`. */
  readonly signs: readonly string[];
  /** What to weigh at each level, for `level`. */
  readonly levels: readonly LevelAdvice[];
  /** Probes that fit any question. */
  readonly followUps: readonly FollowUp[];
}

export interface LevelAdvice {
  readonly level: Level;
  readonly text: string;
  /** Ids of the competencies worth asking about at this level. */
  readonly favours: readonly string[];
}

/** @returns the guide's advice for that place, or undefined where it has none */
export function adviceFor(guide: Guide, place: AdvicePlace): Advice | undefined {
  return guide.advice.find((advice) => advice.appliesTo === place);
}

/** @returns the guide's sentence on what to weigh at that level, or undefined */
export function levelAdvice(guide: Guide, level: Level): LevelAdvice | undefined {
  return adviceFor(guide, "level")?.levels.find((entry) => entry.level === level);
}

/** @returns the competency's name, or an empty string for a question without one */
export function competencyName(guide: Guide, competencyId: string): string {
  return guide.competencies.find((competency) => competency.id === competencyId)?.name ?? "";
}

/** @returns the area's own anchors, or its competency's where it has none */
export function anchorsFor(guide: Guide, question: Question, area: Area): readonly Anchor[] {
  if (area.anchors.length > 0) return area.anchors;
  return guide.competencies.find(({ id }) => id === question.competencyId)?.anchors ?? [];
}

/** @returns in how many minutes the question is to be asked: whole ones where the candidate has extra time, none of it cut off */
export function minutesFor({ plannedMinutes }: Question, timeMultiplier: number): number {
  // 25 times 1.12 is a trace more than 28.
  return timeMultiplier === 1 ? plannedMinutes : Math.ceil(plannedMinutes * timeMultiplier - 1e-9);
}

const MOST_PROPOSED = 4;

/**
 * Proposes questions for a plan: one a competency (a question that names none stands for itself), those
 * first that the guide favours at the level, as many as fit the time, four at most (three or four with
 * follow-up beat many: the guide's own advice).
 *
 * @param minutes what the slot has for questions, the introduction and the candidate's own ones taken off
 * @param timeMultiplier what a planned length is multiplied by for this candidate
 * @returns ids in the guide's order; at least one where the guide has any
 */
export function proposeQuestionIds(
  guide: Guide,
  level: Level,
  minutes: number,
  timeMultiplier: number,
): readonly string[] {
  const favoured = levelAdvice(guide, level)?.favours ?? [];
  const firstOfEachCompetency = guide.questions.filter(
    (question, index) =>
      question.competencyId === "" ||
      guide.questions.findIndex(({ competencyId }) => competencyId === question.competencyId) === index,
  );
  const byPreference = firstOfEachCompetency.toSorted(
    (a, b) => Number(favoured.includes(b.competencyId)) - Number(favoured.includes(a.competencyId)),
  );
  const chosen = new Set<string>();
  let taken = 0;
  for (const question of byPreference) {
    taken += minutesFor(question, timeMultiplier);
    if (chosen.size === MOST_PROPOSED || (chosen.size > 0 && taken > minutes)) break;
    chosen.add(question.id);
  }
  return guide.questions.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
}
