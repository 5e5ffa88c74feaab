import {
  anchorsFor,
  competencyName,
  type Area,
  type Guide,
  type Question,
} from "../../domain/guides/guide.ts";
import { sha256 } from "../../domain/text/sha256.ts";
import { toIso } from "../files/decoding.ts";

/**
 * Writes a guide as a rubric of 1EdTech's CASE 1.1 (CFRubric): an area is a criterion, in the category of its
 * competency, and each point of the scale is a level of it: its label the quality, its meaning the description, and
 * what the anchor says the feedback. The same version has the same identifiers, whenever it is written.
 *
 * @param id of the guide version
 * @param changedAt when the version was made, epoch ms
 * @see https://www.imsglobal.org/spec/case/v1p1
 * @see data/schema/caseRubric.schema.json for the fields
 */
export function encodeCaseRubric(guide: Guide, id: string, changedAt: number): string {
  const lastChangeDateTime = toIso(changedAt);
  const identify = (...part: readonly (string | number)[]) => {
    const identifier = toUuid(JSON.stringify([id, ...part]));
    return { identifier, uri: `urn:uuid:${identifier}` };
  };
  const rubric = identify();
  const criteria = guide.questions.flatMap((question) => question.areas.map((area) => ({ question, area })));
  const toCriterion = ({ question, area }: { question: Question; area: Area }, at: number) => {
    const criterion = identify(area.id);
    const anchors = anchorsFor(guide, question, area);
    return {
      ...criterion,
      category: competencyName(guide, question.competencyId) || question.title,
      description: area.text,
      position: at + 1,
      rubricId: rubric.identifier,
      lastChangeDateTime,
      CFRubricCriterionLevels: guide.scale.points.map(({ value, label, meaning }, place) => {
        const feedback = anchors.filter(({ point }) => point === value).map(({ text }) => text);
        return {
          ...identify(area.id, value),
          quality: label,
          description: meaning,
          score: value,
          ...(feedback.length === 0 ? {} : { feedback: feedback.join("\n") }),
          position: place + 1,
          rubricCriterionId: criterion.identifier,
          lastChangeDateTime,
        };
      }),
    };
  };
  const file = {
    ...rubric,
    title: guide.title,
    ...(guide.introduction === "" ? {} : { description: guide.introduction }),
    lastChangeDateTime,
    CFRubricCriteria: criteria.map(toCriterion),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** @returns a UUID that follows from the text (RFC 9562, version 8) */
function toUuid(text: string): string {
  const hex = sha256(text);
  const variant = "89ab"[Number.parseInt(hex.charAt(16), 16) % 4] ?? "8";
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join("-");
}
