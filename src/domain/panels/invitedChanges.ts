import type { Session } from "../session/session.ts";
import type { Invitation } from "./panel.ts";

/**
 * @returns by name what of an invitation is another than in the interview that was planned by an earlier one, or than its
 * interviewer made it; a time that the invitation leaves open differs from none
 */
export function invitedChanges(session: Session, invitation: Invitation): readonly string[] {
  const isOther = {
    candidate: session.candidate !== invitation.candidate,
    role: session.role !== invitation.role,
    level: session.level !== invitation.level,
    remote: session.remote !== invitation.remote,
    guide: session.guideId !== invitation.guideId,
    questions: session.questionIds.join(" ") !== invitation.questionIds.join(" "),
    time: invitation.scheduledAt !== undefined && session.scheduledAt !== invitation.scheduledAt,
    "due date": session.panel?.dueAt !== invitation.dueAt,
  };
  return Object.entries(isOther).flatMap(([part, is]) => (is ? [part] : []));
}
