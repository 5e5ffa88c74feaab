import * as v from "valibot";
import { levels, type Guide } from "../../domain/guides/guide.ts";
import { scaleToText } from "../../domain/guides/scaleSteps.ts";
import { MOST_QUESTIONS, MOST_REVISIONS, MOST_SCORECARDS, MOST_SEATS } from "../../domain/text/limits.ts";
import { decisionOutcomes, type Debrief, type Decision, type Panel } from "../../domain/panels/panel.ts";
import { canDecide } from "../../domain/panels/debrief.ts";
import type { Scorecard } from "../../domain/session/scorecard.ts";
import {
  amountSchema,
  checkEnvelope,
  decodeWith,
  duplicateErrors,
  envelopeEntries,
  idSchema,
  isoTimeSchema,
  keySchema,
  listSchema,
  nameSchema,
  refuseAll,
  saysFormat,
  textSchema,
  toIso,
  toIsoOrNull,
  toIsoWhere,
  type Decoded,
  type FileError,
} from "../files/decoding.ts";
import { fileFormats } from "../files/fileFormats.ts";
import { guideErrors, guideSchema, guideToId } from "./guideFile.ts";
import { listsForAreas, partErrors } from "./sessionChecks.ts";
import { partToScorecard, scorecardToPart } from "./sessionFile.ts";
import { ratingSchema, sessionPartSchema } from "./sessionSchema.ts";

const FORMAT = fileFormats.debrief;
const VERSION = 1;

const decisionSchema = v.looseObject({
  outcome: v.picklist(decisionOutcomes),
  reason: textSchema,
  decidedAt: isoTimeSchema,
});

/** By competency id. */
export const weightsSchema = v.nullable(v.record(keySchema, amountSchema));

/** As those who compare areas of several guide versions tell one from another. */
export const comparedAreaIdSchema = v.pipe(keySchema, v.minLength(1, "may not be empty"));

const debriefSchema = v.looseObject({
  startedAt: v.nullable(isoTimeSchema),
  firstStartedAt: v.exactOptional(isoTimeSchema),
  agreedByAreaId: v.record(
    comparedAreaIdSchema,
    v.looseObject({ rating: v.nullable(ratingSchema), note: textSchema }),
  ),
  weights: weightsSchema,
  weightsReason: textSchema,
  recommendationsShownAt: v.nullable(isoTimeSchema),
  decision: v.nullable(decisionSchema),
  earlierDecisions: v.exactOptional(listSchema(decisionSchema, MOST_REVISIONS, "decisions")),
});

/** A panel inside of a file, its guide and scorecards elsewhere. */
export const panelSchema = v.looseObject({
  id: idSchema,
  candidate: nameSchema,
  role: nameSchema,
  level: v.picklist(levels),
  remote: v.boolean(),
  guideId: idSchema,
  interviewers: listSchema(
    v.looseObject({
      id: idSchema,
      name: nameSchema,
      questionIds: listSchema(idSchema, MOST_QUESTIONS, "questions"),
      scheduledAt: v.exactOptional(isoTimeSchema),
    }),
    MOST_SEATS,
    "interviewers",
  ),
  publicKey: v.nullable(textSchema),
  leadId: v.nullable(idSchema),
  leadName: v.exactOptional(nameSchema),
  dueAt: v.exactOptional(isoTimeSchema),
  invitedAtById: v.exactOptional(v.record(idSchema, isoTimeSchema)),
  unlockedEarly: v.exactOptional(
    listSchema(
      v.looseObject({ leadId: idSchema, interviewerId: idSchema, reason: textSchema, at: isoTimeSchema }),
      MOST_SEATS,
      "early unlockings",
    ),
  ),
  debrief: debriefSchema,
  createdAt: isoTimeSchema,
  updatedAt: isoTimeSchema,
});

/** What a debrief file holds; the published JSON Schema is made from it. */
export const debriefFileSchema = v.looseObject({
  ...envelopeEntries,
  format: v.literal(FORMAT),
  panel: panelSchema,
  guides: listSchema(guideSchema, MOST_SCORECARDS + 1, "guides"),
  scorecards: listSchema(sessionPartSchema, MOST_SCORECARDS, "scorecards"),
  commitmentSalt: v.exactOptional(nameSchema),
  recommendationSalt: v.exactOptional(nameSchema),
});

/** A panel with all that its debrief needs. */
export interface OpenPanel {
  readonly panel: Panel;
  /** The guide version that the panel asks from. */
  readonly guide: Guide;
  readonly scorecards: readonly Scorecard[];
  /** What the lead's own scorecard is hashed with, to check what the lead was bound to by. */
  readonly commitmentSalt?: string;
  /** The same for its recommendation and summary, once they are shown. */
  readonly recommendationSalt?: string;
}

/**
 * @param exportedAt epoch ms
 * @param app name and version of the app that writes the file
 * @returns the text of a debrief file: the panel, its guide versions, each once, and every scorecard with its revisions
 */
export function encodeDebriefFile(
  { panel, guide, scorecards, commitmentSalt, recommendationSalt }: OpenPanel,
  exportedAt: number,
  app: string,
): string {
  const guides = new Map([
    [panel.guideId, guide],
    ...scorecards.map(({ first }) => [first.session.guideId, first.guide] as const),
  ]);
  const file = {
    ...panel.fileFields,
    format: FORMAT,
    version: VERSION,
    exportedAt: toIso(exportedAt),
    app,
    panel: panelToFile(panel),
    guides: [...guides.values()],
    scorecards: scorecards.map(scorecardToPart),
    ...(commitmentSalt !== undefined && { commitmentSalt }),
    ...(recommendationSalt !== undefined && { recommendationSalt }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** @returns the panel as it stands in a file, without the fields that go out in the file's head */
export function panelToFile({ fileFields: _head, ...panel }: Panel) {
  const { invitedAtById, unlockedEarly } = panel;
  return {
    ...toIsoWhere(panel, ["dueAt"]),
    interviewers: panel.interviewers.map((one) => toIsoWhere(one, ["scheduledAt"])),
    ...(invitedAtById && { invitedAtById: toIsoWhere(invitedAtById, Object.keys(invitedAtById)) }),
    ...(unlockedEarly && { unlockedEarly: unlockedEarly.map((one) => ({ ...one, at: toIso(one.at) })) }),
    debrief: debriefToFile(panel.debrief),
    createdAt: toIso(panel.createdAt),
    updatedAt: toIso(panel.updatedAt),
  };
}

function debriefToFile(debrief: Debrief) {
  return {
    ...toIsoWhere(debrief, ["firstStartedAt"]),
    startedAt: toIsoOrNull(debrief.startedAt),
    recommendationsShownAt: toIsoOrNull(debrief.recommendationsShownAt),
    decision: debrief.decision && decisionToFile(debrief.decision),
    ...(debrief.earlierDecisions && { earlierDecisions: debrief.earlierDecisions.map(decisionToFile) }),
  };
}

function decisionToFile(decision: Decision) {
  return { ...decision, decidedAt: toIso(decision.decidedAt) };
}

/** @returns whether a parsed file says of itself that it is a debrief, readable or not */
export function isDebriefFile(value: unknown): boolean {
  return saysFormat(value, FORMAT);
}

/** Reads a debrief file that was parsed before, such as the sample panel. */
export async function decodeDebrief(value: unknown): Promise<Decoded<OpenPanel>> {
  const envelope = checkEnvelope(value, FORMAT, VERSION);
  if (!envelope.ok) return envelope;
  const lists = listErrors(envelope.value);
  if (lists.length > 0) return refuseAll(lists);
  const decoded = decodeWith(debriefFileSchema, envelope.value);
  if (!decoded.ok) return decoded;
  const { format: _f, version: _v, exportedAt: _e, app: _a, ...file } = decoded.value;
  const { panel: filePanel, guides, scorecards, commitmentSalt, recommendationSalt, ...fileFields } = file;
  const { fileFields: _kept, ...panel } = filePanel;

  const inGuides = guides.flatMap((guide, at) => guideErrors(guide, `guides[${at}]`));
  if (inGuides.length > 0) return refuseAll(inGuides);
  const guidesById = new Map(
    await Promise.all(guides.map(async (guide) => [await guideToId(guide), guide] as const)),
  );
  const read = scorecards.map((part, at) =>
    readPart(part, guidesById.get(part.session.guideId), `scorecards[${at}]`),
  );
  const guide = guidesById.get(panel.guideId);
  const errors = [
    ...(guide ? panelErrors(panel, guides) : [notInFile("panel.guideId")]),
    ...decisionErrors(panel.debrief),
    ...read.flatMap((entry) => ("errors" in entry ? entry.errors : [])),
    ...duplicateErrors(
      scorecards.map(({ session }, at) => ({ value: session.id, path: `scorecards[${at}].session.id` })),
    ),
  ];
  if (!guide || errors.length > 0) return refuseAll(errors);
  return {
    ok: true,
    value: {
      panel: { ...panel, ...(Object.keys(fileFields).length > 0 && { fileFields }) },
      guide,
      scorecards: read.flatMap((entry) => ("scorecard" in entry ? [entry.scorecard] : [])),
      ...(commitmentSalt !== undefined && { commitmentSalt }),
      ...(recommendationSalt !== undefined && { recommendationSalt }),
    },
  };
}

/** Of others' files alone: a backup brings back what a device had, whatever it was. */
function decisionErrors(debrief: Debrief): readonly FileError[] {
  if (canDecide(debrief) || (debrief.decision === null && !debrief.earlierDecisions?.length)) return [];
  const path = debrief.decision === null ? "earlierDecisions" : "decision";
  return [{ path: `panel.debrief.${path}`, message: "comes before the recommendations were revealed" }];
}

function notInFile(path: string): FileError {
  return { path, message: "is the id of no guide in this file: the guide was changed, or is missing" };
}

/** The schema's library takes an empty list for an object without keys. @returns an error for each such list of a panel */
export function listsInPanel(panel: unknown): readonly FileError[] {
  return [["invitedAtById"], ["debrief", "agreedByAreaId"], ["debrief", "weights"]].flatMap((keys) =>
    Array.isArray(valueAt(panel, keys))
      ? [
          {
            path: `panel.${keys.join(".")}`,
            message: "must be entries by their ids, not a list",
          },
        ]
      : [],
  );
}

function listErrors({ panel, scorecards }: Readonly<Record<string, unknown>>): readonly FileError[] {
  const inPanel = listsInPanel(panel);
  if (!Array.isArray(scorecards)) return inPanel;
  return [
    ...inPanel,
    ...scorecards.flatMap((part: unknown, at) =>
      listsForAreas({
        answers: valueAt(part, ["answers"]),
        revisions: valueAt(part, ["revisions"]),
      }).map((error) => ({ ...error, path: `scorecards[${at}].${error.path}` })),
    ),
  ];
}

function valueAt(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (inner, key) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}

function readPart(
  part: v.InferOutput<typeof sessionPartSchema>,
  guide: Guide | undefined,
  path: string,
): { readonly scorecard: Scorecard } | { readonly errors: readonly FileError[] } {
  if (!guide) return { errors: [notInFile(`${path}.session.guideId`)] };
  if (part.session.status !== "submitted") {
    return {
      errors: [{ path: `${path}.session.status`, message: "a scorecard needs a submitted interview" }],
    };
  }
  const errors = partErrors(part, guide);
  if (errors.length === 0) return { scorecard: partToScorecard(part, guide) };
  return { errors: errors.map((error) => ({ ...error, path: `${path}.${error.path}` })) };
}

/**
 * @param guides those that its scorecards may have
 * @param isOfThese whether an area, by what it is agreed on under, is one of theirs
 * @returns what is wrong with a panel that the schema cannot tell
 */
export function panelErrors(
  panel: Omit<Panel, "fileFields">,
  guides: readonly Guide[],
  isOfThese: (areaId: string) => boolean = () => true,
): readonly FileError[] {
  // Scorecards of another guide version have areas of their own, and may have another scale.
  const points = new Set(guides.flatMap(({ scale }) => scale.points.map(({ value }) => value)));
  const scales = [...new Set(guides.map(({ scale }) => scaleToText(scale)))].join(", or ");
  const { interviewers, leadId, debrief } = panel;
  return [
    ...duplicateErrors(
      interviewers.map(({ id }, at) => ({ value: id, path: `panel.interviewers[${at}].id` })),
    ),
    ...interviewers.flatMap(({ questionIds }, at) =>
      duplicateErrors(
        questionIds.map((value, index) => ({
          value,
          path: `panel.interviewers[${at}].questionIds[${index}]`,
        })),
      ),
    ),
    ...(leadId === null || interviewers.some(({ id }) => id === leadId)
      ? []
      : [{ path: "panel.leadId", message: `"${leadId}" is not an interviewer of the panel` }]),
    ...Object.entries(debrief.agreedByAreaId).flatMap(([areaId, { rating }]) =>
      typeof rating === "number" && !points.has(rating) && isOfThese(areaId)
        ? [
            {
              path: `panel.debrief.agreedByAreaId.${areaId}.rating`,
              message: `${rating} is not on the scale ${scales}`,
            },
          ]
        : [],
    ),
  ];
}
