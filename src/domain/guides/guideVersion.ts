import type { Advice, Anchor, Guide, Question } from "./guide.ts";
import { replaceCompetencies, withoutLooseAnchors, withWords, type GuidePlace } from "./guideEditing.ts";
import { titleOf } from "./questionTitle.ts";
import { guideExcess, longNameOf } from "./guideLimits.ts";
import { FEWEST_MINUTES, MOST_MINUTES } from "../text/limits.ts";

/** Why a guide can't be made a version: its file could not be read. */
export interface GuideRefusal {
  readonly place: GuidePlace;
  /** The field of that part which it is about. */
  readonly field: "title" | "role" | "text" | "plannedMinutes";
  readonly message: string;
}

/** What becomes of a guide that somebody wrote, in the editor or as a text that was brought in. */
export type WrittenVersion =
  | { readonly kind: "ready"; readonly guide: Guide }
  | { readonly kind: "refused"; readonly refusal: GuideRefusal };

/** @returns the guide as it is kept as a version, or why it can't be one */
export function versionOf(guide: Guide): WrittenVersion {
  const refusal = refusalOf(guide);
  return refusal ? { kind: "refused", refusal } : { kind: "ready", guide: tidyGuide(guide) };
}

/**
 * Makes what was typed ready to be a version: texts are trimmed, rows without words are dropped, and so is
 * what points to nothing. A question without a title gets the first words of its text. Tidying again changes nothing.
 */
function tidyGuide(guide: Guide): Guide {
  const worded = withoutLooseAnchors(tidyTexts(guide));
  const known = replaceCompetencies(
    worded,
    worded.competencies.filter(({ name, anchors }) => name !== "" || anchors.length > 0),
  );
  // Last of all: what pointed to nothing may have been all that a row had.
  return {
    ...known,
    questions: known.questions.map(withoutEmptyAreas).filter((question) => !isEmptyQuestion(question)),
    advice: known.advice.map(withoutEmptyLevels).filter((advice) => !isEmptyAdvice(advice)),
  };
}

function tidyTexts(guide: Guide): Guide {
  return {
    ...guide,
    language: tidy(guide.language),
    title: tidy(guide.title),
    role: tidy(guide.role),
    introduction: tidy(guide.introduction),
    scale: {
      ...guide.scale,
      points: guide.scale.points.map((point) => ({
        ...point,
        label: tidy(point.label),
        meaning: tidy(point.meaning),
      })),
    },
    competencies: guide.competencies.map((competency) => ({
      ...competency,
      name: tidy(competency.name),
      anchors: tidyAnchors(competency.anchors),
    })),
    questions: guide.questions.map((question) => {
      const text = tidy(question.text);
      return {
        ...question,
        text,
        title: titleOf({ title: tidy(question.title), text }),
        areas: question.areas.map((area) => ({
          ...area,
          text: tidy(area.text),
          anchors: tidyAnchors(area.anchors),
        })),
        followUps: tidyItems(question.followUps),
      };
    }),
    advice: guide.advice.map((advice) => ({
      ...advice,
      title: tidy(advice.title),
      text: tidy(advice.text),
      signs: advice.signs.map(tidy).filter((sign) => sign !== ""),
      levels: advice.levels.map((entry) => ({ ...entry, text: tidy(entry.text) })),
      followUps: tidyItems(advice.followUps),
    })),
  };
}

function withoutEmptyAreas(question: Question): Question {
  return {
    ...question,
    areas: question.areas.filter(({ text, anchors }) => text !== "" || anchors.length > 0),
  };
}

function withoutEmptyLevels(advice: Advice): Advice {
  return {
    ...advice,
    levels: advice.levels.filter(({ text, favours }) => text !== "" || favours.length > 0),
  };
}

function tidyAnchors(anchors: readonly Anchor[]): readonly Anchor[] {
  return withWords(tidyItems(anchors));
}

function tidyItems<T extends { readonly text: string }>(items: readonly T[]): readonly T[] {
  return items.map((item) => ({ ...item, text: tidy(item.text) })).filter(({ text }) => text !== "");
}

/** Half of a surrogate pair can't be in a file; it is shown as a mark and kept as that mark. */
function tidy(text: string): string {
  return text.trim().replaceAll(/\p{Surrogate}/gu, "\uFFFD");
}

function isEmptyQuestion({ text, title, areas, followUps }: Question): boolean {
  return text === "" && title === "" && areas.length === 0 && followUps.length === 0;
}

function isEmptyAdvice({ title, text, signs, levels: byLevel, followUps }: Advice): boolean {
  return [title, text, ...signs].join("") === "" && byLevel.length === 0 && followUps.length === 0;
}

/** @returns why the guide can't be a version, the first reason where there are more; null where it can */
function refusalOf(guide: Guide): GuideRefusal | null {
  if (tidy(guide.title) === "") {
    return {
      place: { part: "about" },
      field: "title",
      message: "Enter a title. People find the guide by it.",
    };
  }
  const longName = longNameOf(guide);
  if (longName) return { place: { part: "about" }, ...longName };
  const excess = guideExcess(guide);
  if (excess !== null) return { place: { part: "about" }, field: "title", message: excess };
  const { questions } = tidyGuide(guide);
  if (questions.every(({ text }) => text === "")) {
    const [first] = guide.questions;
    return {
      place: first ? { part: "question", questionId: first.id } : { part: "about" },
      field: first ? "text" : "title",
      message: first ? "Write at least one question." : "Add at least one question.",
    };
  }
  const unplanned = questions.find(
    ({ plannedMinutes }) => !(plannedMinutes >= FEWEST_MINUTES && plannedMinutes <= MOST_MINUTES),
  );
  return unplanned
    ? {
        place: { part: "question", questionId: unplanned.id },
        field: "plannedMinutes",
        message: `Enter the planned minutes, ${FEWEST_MINUTES} to ${MOST_MINUTES}.`,
      }
    : null;
}
