import { format } from "date-fns";
import { leadNameOf, type Panel, type PanelInterviewer } from "../../domain/panels/panel.ts";
import type { Session } from "../../domain/session/session.ts";
import { quantityToText } from "../../domain/text/quantityText.ts";
import { capitalised } from "../../domain/text/capitalised.ts";
import { dayTimeAndZone } from "./documentWords.ts";

/** What somebody is written, to be mailed or put into a chat. */
export interface Message {
  /** Names no candidate: it stands in lists and notices of mail programs. */
  readonly subject: string;
  readonly text: string;
}

/** What the lead writes to one interviewer. */
export interface MessageParts {
  readonly panel: Panel;
  readonly interviewer: PanelInterviewer;
  /** Null where the invitation goes as a file beside the message. */
  readonly link: string | null;
}

/** @returns what an invitation is sent with */
export function invitationMessage({ panel, interviewer, link }: MessageParts): Message {
  const { candidate, role, dueAt } = panel;
  const { questionIds, scheduledAt } = interviewer;
  return {
    subject: `Interview panel: ${role}`,
    text: paragraphs([
      `Hello ${interviewer.name},`,
      `You are on the interview panel for ${candidate} (${role}), with ${quantityToText(questionIds.length, "question")} to ask.`,
      ...(scheduledAt === undefined ? [] : [`Your interview is planned for ${dayTimeAndZone(scheduledAt)}.`]),
      ...(dueAt === undefined ? [] : [`Please send me your scorecard by ${dayOf(dueAt)}.`]),
      capitalised(wayIn(link)),
      leadNameOf(panel),
    ]),
  };
}

/** @param now epoch ms. @returns what somebody is reminded with, whose scorecard is not in */
export function reminderMessage({ panel, interviewer, link }: MessageParts, now: number): Message {
  const { candidate, role, dueAt } = panel;
  const due = dueAt === undefined ? "" : ` It ${dueAt < now ? "was" : "is"} due on ${dayOf(dueAt)}.`;
  return {
    subject: `Your scorecard: ${role}`,
    text: paragraphs([
      `Hello ${interviewer.name},`,
      `I have not received your scorecard for ${candidate} (${role}) yet.${due}`,
      "If you have interviewed: submit the scorecard in Interview Scorecard, and send me its encrypted file.",
      `If not: ${wayIn(link)}`,
      leadNameOf(panel),
    ]),
  };
}

/** @param fileName of the encrypted scorecard. @returns what it is sent to the lead with */
export function scorecardMessage(
  { candidate, role, interviewer, panel }: Session,
  fileName: string,
): Message {
  return {
    subject: `Scorecard: ${role}`,
    text: paragraphs([
      panel?.lead === undefined ? "Hello," : `Hello ${panel.lead},`,
      `Here is my scorecard for ${candidate} (${role}): ${fileName}.`,
      "It is encrypted for you. Drop it on the panel’s page in Interview Scorecard.",
      interviewer,
    ]),
  };
}

function wayIn(link: string | null): string {
  return link === null
    ? "open the attached invitation in Interview Scorecard, under “Panels”, “Open an invitation”."
    : `open this link to plan the interview. Do not pass it on.\n${link}`;
}

function dayOf(at: number): string {
  return format(at, "EEEE, d MMMM yyyy");
}

function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}
