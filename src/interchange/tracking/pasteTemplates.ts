import * as v from "valibot";
import { MOST_KEPT } from "../../domain/text/limits.ts";
import { idSchema, listSchema, nameSchema } from "../files/decoding.ts";

/** What of a scorecard goes into a field of a form. */
export const pasteParts = [
  "recommendation",
  "summary",
  "areas",
  "competencies",
  "questions",
  "notes",
  "everything",
] as const;
export type PastePart = (typeof pasteParts)[number];

const templateSchema = v.object({
  id: idSchema,
  title: nameSchema,
  fields: listSchema(
    v.object({
      id: idSchema,
      part: v.picklist(pasteParts),
      /** What the form calls it; of a part with a field for each, what it calls these together. */
      name: nameSchema,
      /** Whether it is copied with its formatting beside the plain text. */
      isRich: v.boolean(),
    }),
    MOST_KEPT,
    "fields",
  ),
});

/** The fields of a form, in their order. */
export type PasteTemplate = Readonly<v.InferOutput<typeof templateSchema>>;
export type TemplateField = PasteTemplate["fields"][number];

/** Which template was used last, and those that a person made. */
export const pasteTemplatesSchema = v.object({
  chosenId: idSchema,
  own: listSchema(templateSchema, MOST_KEPT, "templates"),
});

export type PasteTemplates = Readonly<v.InferOutput<typeof pasteTemplatesSchema>>;

/** What the app comes with, to begin with: each customer of these systems has forms of their own. */
export const shippedTemplates: readonly [PasteTemplate, ...PasteTemplate[]] = [
  toTemplate("greenhouse", "Greenhouse", [
    ["summary", "Key take-aways", true],
    ["questions", "Questions", true],
    ["areas", "Attributes", false],
    ["recommendation", "Overall recommendation", false],
  ]),
  toTemplate("lever", "Lever", [
    ["recommendation", "Recommendation", false],
    ["summary", "Why this recommendation?", false],
    ["areas", "Scores", false],
    ["notes", "Notes", false],
  ]),
  toTemplate("ashby", "Ashby", [
    ["recommendation", "Overall recommendation", false],
    ["summary", "Feedback", true],
    ["competencies", "Competencies", true],
    ["notes", "Notes", true],
  ]),
  toTemplate("workable", "Workable", [
    ["recommendation", "Score", false],
    ["everything", "Comment", false],
  ]),
];

function toTemplate(
  id: string,
  title: string,
  fields: readonly (readonly [part: PastePart, name: string, isRich: boolean])[],
): PasteTemplate {
  return { id, title, fields: fields.map(([part, name, isRich]) => ({ id: part, part, name, isRich })) };
}

/** @returns the templates that were kept before; those that the app comes with where they can't be read */
export function toPasteTemplates(value: unknown): PasteTemplates {
  const read = v.safeParse(pasteTemplatesSchema, value);
  return read.success ? read.output : { chosenId: shippedTemplates[0].id, own: [] };
}

/** @returns all templates to choose from, and the one that is chosen: the first where that one is gone */
export function templateChoice({ chosenId, own }: PasteTemplates): {
  readonly all: readonly PasteTemplate[];
  readonly chosen: PasteTemplate;
} {
  const all = [...shippedTemplates, ...own];
  return { all, chosen: all.find(({ id }) => id === chosenId) ?? shippedTemplates[0] };
}

/** @returns whether a person made it */
export function isOwnTemplate({ id }: PasteTemplate): boolean {
  return !shippedTemplates.some((one) => one.id === id);
}

/** @returns the templates with one more, or another in the place of one of its id; it is chosen then */
export function withTemplate({ own }: PasteTemplates, template: PasteTemplate): PasteTemplates {
  const others = own.filter(({ id }) => id !== template.id);
  return { chosenId: template.id, own: [...others, template] };
}

/** @returns the templates without that one; the first that the app comes with is chosen then */
export function withoutTemplate({ own }: PasteTemplates, id: string): PasteTemplates {
  return { chosenId: shippedTemplates[0].id, own: own.filter((one) => one.id !== id) };
}
