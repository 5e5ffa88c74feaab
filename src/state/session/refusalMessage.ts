import type { AdmissionRefusal } from "../../domain/admission/admission.ts";
import type { Session } from "../../domain/session/session.ts";
import { isolated } from "../../domain/text/isolated.ts";
import { deletedToText } from "../../storage/candidates/tombstones.ts";

/** @returns that a session is to be submitted before others' ratings of its candidate are seen, in words */
export function openSessionToText({
  candidate,
  interviewer,
}: Pick<Session, "candidate" | "interviewer">): string {
  const whose = interviewer.trim() === "" ? "An" : `${isolated(interviewer.trim())}’s`;
  const name = isolated(candidate);
  return `${whose} interview with ${name} on this device is not submitted yet. Until it is submitted, or deleted because it will not be held, other interviewers’ ratings of ${name} stay closed here.`;
}

/** @param interviewer whose scorecard it is, where it is one. @returns why something does not come in, in words */
export function refusalToText(refusal: AdmissionRefusal, interviewer: string): string {
  switch (refusal.reason) {
    case "deleted":
      return deletedToText(refusal.deletedAt);
    case "openSession":
      return openSessionToText(refusal.session);
    case "alone":
      return "Its panel is not on this device. Import the panel first.";
    case "secondSession":
      return `${isolated(interviewer)}’s scorecard is already here, from another interview. Remove that one first if this is the right one.`;
    case "othersRevision":
      return "A revision in it has the id of a revision of another scorecard here, and would replace it. The app never makes such a file, so it was changed. Ask its interviewer to send the scorecard again.";
    case "otherPanel":
      return "It belongs to another panel. Add it on that panel’s page.";
    case "otherCandidate":
      return "It is for another candidate.";
    case "notSubmitted":
      return "The interview is not submitted yet, so there is no scorecard.";
    case "otherKey":
      return "The key in the file is not this panel’s. Use the panel’s own recovery file.";
    case "shut":
      return `${isolated(interviewer)}’s scorecard is here, encrypted, but this panel’s key is not on this device. Add the recovery file together with it.`;
    case "kept":
      return "This device keeps its own.";
  }
}
