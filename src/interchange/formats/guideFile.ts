import canonicalize from "canonicalize";
import * as v from "valibot";
import { advicePlaces, levels, type Guide, type Question, type Scale } from "../../domain/guides/guide.ts";
import { scaleToText } from "../../domain/guides/scaleSteps.ts";
import { excessTogether, hasTooManyParts } from "../../domain/guides/guideLimits.ts";
import {
  FEWEST_POINTS,
  MOST_AREAS,
  MOST_OF_QUESTION,
  MOST_PARTS,
  MOST_POINTS,
  MOST_QUESTIONS,
} from "../../domain/text/limits.ts";
import {
  checkEnvelope,
  decodeWith,
  duplicateErrors,
  envelopeEntries,
  HALVED,
  idSchema,
  integerSchema,
  isHalved,
  keysToPath,
  listSchema,
  minutesSchema,
  nameSchema,
  refuseAll,
  saysFormat,
  textSchema,
  toIso,
  tooManyMessage,
  wellFormed,
  type Decoded,
  type FileError,
} from "../files/decoding.ts";
import { textToHash } from "../files/textHash.ts";
import { fileFormats } from "../files/fileFormats.ts";

const FORMAT = fileFormats.guide;
const VERSION = 1;

const text = textSchema;
const followUps = listSchema(v.looseObject({ id: idSchema, text }), MOST_OF_QUESTION, "follow-ups");
const anchors = v.array(v.looseObject({ point: integerSchema, text }));

function questionSchemaWith(
  plannedMinutes: v.GenericSchema<unknown, number>,
): v.GenericSchema<unknown, Question> {
  return v.looseObject({
    id: idSchema,
    title: text,
    text,
    competencyId: text,
    plannedMinutes,
    areas: listSchema(v.looseObject({ id: idSchema, text, anchors }), MOST_OF_QUESTION, "areas"),
    followUps,
  });
}

export const questionSchema = questionSchemaWith(minutesSchema);

function guideSchemaWith(question: v.GenericSchema<unknown, Question>): v.GenericSchema<unknown, Guide> {
  return v.looseObject({
    language: nameSchema,
    title: nameSchema,
    role: nameSchema,
    introduction: text,
    scale: v.looseObject({
      points: v.pipe(
        v.array(v.looseObject({ value: integerSchema, label: text, meaning: text })),
        v.minLength(FEWEST_POINTS, "needs two points at least"),
        v.maxLength(MOST_POINTS, "has more than ten points"),
      ),
    }),
    competencies: v.array(v.looseObject({ id: idSchema, name: text, anchors })),
    questions: listSchema(question, MOST_QUESTIONS, "questions"),
    advice: v.array(
      v.looseObject({
        id: idSchema,
        appliesTo: v.picklist(advicePlaces),
        title: text,
        text,
        signs: v.array(text),
        levels: v.array(v.looseObject({ level: v.picklist(levels), text, favours: v.array(text) })),
        followUps,
      }),
    ),
  });
}

export const guideSchema = guideSchemaWith(questionSchema);

/** A guide that is still being written: its minutes may be any number, or none, which is read as NaN. */
export const guideDraftSchema = guideSchemaWith(
  questionSchemaWith(
    v.pipe(
      v.nullable(v.number()),
      v.transform((minutes) => minutes ?? Number.NaN),
    ),
  ),
);

/** What a guide file holds; the published JSON Schema is made from it. */
export const guideFileSchema = v.looseObject({
  ...envelopeEntries,
  format: v.literal(FORMAT),
  guide: guideSchema,
});

/**
 * @returns the guide's id: the SHA-256 (hex) of its canonical JSON, so that two machines with the same content have the same id
 * @see RFC 8785, JSON Canonicalization Scheme
 */
export async function guideToId(guide: Guide): Promise<string> {
  return textToHash(canonicalize(guide) ?? "");
}

/** @returns what is wrong with a question that the schema cannot tell; its path stands in front */
export function questionErrors(question: Question, scale: Scale, path: string): readonly FileError[] {
  return question.areas.flatMap((area, index) =>
    anchorErrors(area.anchors, scale, `${path}.areas[${index}].anchors`),
  );
}

function anchorErrors(
  list: readonly { readonly point: number }[],
  scale: Scale,
  path: string,
): readonly FileError[] {
  return list.flatMap(({ point }, index) =>
    scale.points.some(({ value }) => value === point)
      ? []
      : [{ path: `${path}[${index}].point`, message: `${point} is not on the scale ${scaleToText(scale)}` }],
  );
}

/** @returns the ids that a session refers to, each with its path; they must differ */
export function questionIdPaths(
  question: Question,
  path: string,
): readonly { value: string; path: string }[] {
  return [
    { value: question.id, path: `${path}.id` },
    ...question.areas.map(({ id }, index) => ({ value: id, path: `${path}.areas[${index}].id` })),
    ...question.followUps.map(({ id }, index) => ({ value: id, path: `${path}.followUps[${index}].id` })),
  ];
}

/** @returns what is wrong across the fields of a guide */
export function guideErrors(guide: Guide, path: string): readonly FileError[] {
  const competencyIds = new Set(guide.competencies.map(({ id }) => id));
  const unknownCompetencies = guide.questions.flatMap(({ competencyId }, index) =>
    competencyId === "" || competencyIds.has(competencyId)
      ? []
      : [
          {
            path: `${path}.questions[${index}].competencyId`,
            message: `"${competencyId}" is not a competency of the guide`,
          },
        ],
  );
  const values = guide.scale.points.map((point) => point.value);
  const unordered = values.some((value, index) => index > 0 && value <= (values[index - 1] ?? value));
  return [
    ...(unordered
      ? [{ path: `${path}.scale.points`, message: "the points must rise from one to the next" }]
      : []),
    ...excessErrors(guide, path),
    ...halfCharacterErrors(guide, path),
    ...duplicateErrors([
      ...guide.questions.flatMap((question, index) =>
        questionIdPaths(question, `${path}.questions[${index}]`),
      ),
      ...guide.advice.flatMap((advice, at) =>
        advice.followUps.map(({ id }, index) => ({
          value: id,
          path: `${path}.advice[${at}].followUps[${index}].id`,
        })),
      ),
    ]),
    ...duplicateErrors(
      guide.competencies.map(({ id }, index) => ({ value: id, path: `${path}.competencies[${index}].id` })),
    ),
    ...unknownCompetencies,
    ...guide.competencies.flatMap((competency, index) =>
      anchorErrors(competency.anchors, guide.scale, `${path}.competencies[${index}].anchors`),
    ),
    ...guide.questions.flatMap((question, index) =>
      questionErrors(question, guide.scale, `${path}.questions[${index}]`),
    ),
  ];
}

/** @returns an error where a guide, or its draft, has more than a page can show */
export function excessErrors(guide: Guide, path: string): readonly FileError[] {
  return [
    ...tooManyErrors(guide.questions, `${path}.questions`),
    ...(hasTooManyParts(guide) ? [{ path, message: tooManyMessage(MOST_PARTS, "parts") }] : []),
  ];
}

/** @returns an error where the questions have more areas or follow-ups together than a page can show */
export function tooManyErrors(questions: readonly Question[], path: string): readonly FileError[] {
  return excessTogether(questions).map((what) => ({
    path,
    message: `${tooManyMessage(MOST_AREAS, what)} together`,
  }));
}

/** Half of a surrogate pair has no canonical form, so that a guide with one could have no id. */
function halfCharacterErrors(guide: Guide, path: string): readonly FileError[] {
  const errors: FileError[] = [];
  const visit = (value: unknown, keys: readonly unknown[]): void => {
    if (typeof value === "string" && isHalved(value)) errors.push(halvedAt(keys));
    if (typeof value !== "object" || value === null) return;
    const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
    for (const [key, inner] of entries) {
      const innerKeys = [...keys, Array.isArray(value) ? Number(key) : key];
      if (isHalved(key)) errors.push(halvedAt(innerKeys));
      visit(inner, innerKeys);
    }
  };
  const halvedAt = (keys: readonly unknown[]): FileError => ({
    path: `${path}.${wellFormed(keysToPath(keys))}`,
    message: HALVED,
  });
  visit(guide, []);
  return errors;
}

/**
 * @param exportedAt epoch ms
 * @param app name and version of the app that writes the file
 * @returns the text of a guide file
 */
export function encodeGuideFile(guide: Guide, exportedAt: number, app: string): string {
  const file = {
    format: FORMAT,
    version: VERSION,
    exportedAt: toIso(exportedAt),
    app,
    guide,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** @returns whether a parsed file says of itself that it is a guide, readable or not */
export function isGuideFile(value: unknown): boolean {
  return saysFormat(value, FORMAT);
}

/** Reads a guide file that was parsed before, such as one that ships. */
export function decodeGuide(value: unknown): Decoded<Guide> {
  const envelope = checkEnvelope(value, FORMAT, VERSION);
  if (!envelope.ok) return envelope;
  const decoded = decodeWith(guideFileSchema, envelope.value);
  if (!decoded.ok) return decoded;
  const errors = guideErrors(decoded.value.guide, "guide");
  return errors.length > 0 ? refuseAll(errors) : { ok: true, value: decoded.value.guide };
}
