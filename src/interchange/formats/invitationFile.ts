import * as v from "valibot";
import { levels, type Guide } from "../../domain/guides/guide.ts";
import { MOST_QUESTIONS } from "../../domain/text/limits.ts";
import type { Invitation } from "../../domain/panels/panel.ts";
import type { InvitedTeam } from "../../domain/team/message.ts";
import {
  checkEnvelope,
  decodeWith,
  duplicateErrors,
  envelopeEntries,
  idSchema,
  isoTimeSchema,
  listSchema,
  nameSchema,
  parseJson,
  saysFormat,
  textSchema,
  refuse,
  refuseAll,
  toIso,
  toIsoWhere,
  type Decoded,
} from "../files/decoding.ts";
import { openLinkPart } from "../files/openFile.ts";
import { fileFormats } from "../files/fileFormats.ts";
import { textToLinkPart } from "../files/inflate.ts";
import { guideErrors, guideSchema, guideToId } from "./guideFile.ts";
import { sessionPanelEntries } from "./sessionSchema.ts";

const FORMAT = fileFormats.invitation;
const VERSION = 1;

/** What an invitation file holds; the published JSON Schema is made from it. */
export const invitationFileSchema = v.looseObject({
  ...envelopeEntries,
  format: v.literal(FORMAT),
  invitation: v.looseObject({
    ...sessionPanelEntries,
    candidate: nameSchema,
    role: nameSchema,
    level: v.picklist(levels),
    remote: v.boolean(),
    interviewer: nameSchema,
    questionIds: listSchema(idSchema, MOST_QUESTIONS, "questions"),
    guideId: idSchema,
    scheduledAt: v.exactOptional(isoTimeSchema),
  }),
  guide: v.exactOptional(guideSchema),
  team: v.exactOptional(v.looseObject({ jwt: textSchema, seed: textSchema, leadKey: textSchema })),
});

/** An invitation with what is asked from. */
export interface InvitationWithGuide {
  readonly invitation: Invitation;
  /** Null for a guide that ships with the app: its id is enough. */
  readonly guide: Guide | null;
  /** Where what the seat sends goes by itself. */
  readonly team?: InvitedTeam;
}

/**
 * @param exportedAt epoch ms
 * @param app name and version of the app that writes the file
 * @returns the text of an invitation file
 */
export function encodeInvitationFile(
  { invitation, guide, team }: InvitationWithGuide,
  exportedAt: number,
  app: string,
): string {
  const file = {
    format: FORMAT,
    version: VERSION,
    exportedAt: toIso(exportedAt),
    app,
    invitation: toIsoWhere(invitation, ["dueAt", "scheduledAt"]),
    ...(guide && { guide }),
    ...(team && { team }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** @returns whether a parsed file says of itself that it is an invitation, readable or not */
export function isInvitationFile(value: unknown): boolean {
  return saysFormat(value, FORMAT);
}

/** Reads the text of an invitation file. */
export async function decodeInvitationFile(fileText: string): Promise<Decoded<InvitationWithGuide>> {
  const parsed = parseJson(fileText);
  return parsed.ok ? decodeInvitation(parsed.value) : parsed;
}

/** Reads an invitation file that was parsed before. */
export async function decodeInvitation(value: unknown): Promise<Decoded<InvitationWithGuide>> {
  const envelope = checkEnvelope(value, FORMAT, VERSION);
  if (!envelope.ok) return envelope;
  const decoded = decodeWith(invitationFileSchema, envelope.value);
  if (!decoded.ok) return decoded;
  const { invitation, guide = null, team } = decoded.value;
  const inGuide = guide ? guideErrors(guide, "guide") : [];
  const known = guide && new Set(guide.questions.map(({ id }) => id));
  const errors = [
    ...inGuide,
    ...(guide && inGuide.length === 0 && (await guideToId(guide)) !== invitation.guideId
      ? [
          {
            path: "invitation.guideId",
            message: "is not the id of the guide in this file: the guide was changed",
          },
        ]
      : []),
    ...duplicateErrors(
      invitation.questionIds.map((id, at) => ({ value: id, path: `invitation.questionIds[${at}]` })),
    ),
    ...(known
      ? invitation.questionIds.flatMap((id, at) =>
          known.has(id)
            ? []
            : [{ path: `invitation.questionIds[${at}]`, message: `there is no question "${id}"` }],
        )
      : []),
  ];
  return errors.length > 0
    ? refuseAll(errors)
    : { ok: true, value: { invitation, guide, ...(team && { team }) } };
}

/** Mail programs and chats cut what is longer off, or do not make a link of it. */
export const LONGEST_LINK = 8000;

/** @returns an invitation file as the end of a link: base64url of its JSON, deflated */
export async function invitationToLinkPart(fileText: string): Promise<string> {
  return textToLinkPart(JSON.stringify(JSON.parse(fileText)));
}

/** Reads the end of an invitation link. How much it inflates to is checked while it does. */
export async function decodeInvitationLink(part: string): Promise<Decoded<InvitationWithGuide>> {
  const text = await openLinkPart(part);
  if (text === null) {
    return refuse(
      "",
      "The link is damaged: a part of it is missing or was changed. Copy the whole link again, or ask for the file.",
    );
  }
  return decodeInvitationFile(text);
}
