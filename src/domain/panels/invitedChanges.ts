import type { Session } from "../session/session.ts";
import type { Invitation } from "./panel.ts";

/** What of an invitation is another than in the interview that was planned by an earlier one, or than the interviewer made it. */
export const invitedParts = [
  "candidate",
  "role",
  "level",
  "remote",
  "guide",
  "questions",
  "time",
  "due date",
] as const;

/** One of the parts. */
export type InvitedPart = (typeof invitedParts)[number];

/** @returns what differs, in the order of `invitedParts`; a time that the invitation leaves open differs from none */
export function invitedChanges(session: Session, invitation: Invitation): readonly InvitedPart[] {
  const isOther: Readonly<Record<InvitedPart, boolean>> = {
    candidate: session.candidate !== invitation.candidate,
    role: session.role !== invitation.role,
    level: session.level !== invitation.level,
    remote: session.remote !== invitation.remote,
    guide: session.guideId !== invitation.guideId,
    questions: session.questionIds.join(" ") !== invitation.questionIds.join(" "),
    time: invitation.scheduledAt !== undefined && session.scheduledAt !== invitation.scheduledAt,
    "due date": session.panel?.dueAt !== invitation.dueAt,
  };
  return invitedParts.filter((part) => isOther[part]);
}
