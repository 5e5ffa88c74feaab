import type { Refusal } from "../../domain/admission/admission.ts";
import type { Session } from "../../domain/session/session.ts";
import { deletedToText } from "../../storage/candidates/tombstones.ts";

/** @returns that a session is to be submitted before others' ratings of its candidate are seen, in words */
export function openSessionToText({ candidate }: Pick<Session, "candidate">): string {
  return `There is a session with ${candidate} on this device that is not submitted yet. Submit it first; then the others’ scorecards can be read here.`;
}

/** @param interviewer whose scorecard it is, where it is one. @returns why something does not come in, in words */
export function refusalToText(refusal: Refusal, interviewer: string): string {
  switch (refusal.reason) {
    case "deleted":
      return deletedToText(refusal.deletedAt);
    case "openSession":
      return openSessionToText(refusal.session);
    case "alone":
      return "The panel that it belongs to is not on this device. Bring the panel in first.";
    case "secondSession":
      return `${interviewer}’s scorecard is in already, from another session. Take that one out first if this is the right one.`;
    case "othersRevision":
      return "A revision in it bears the id of a revision of another scorecard here, and would take its place. This app never makes such a file: it was changed. Ask its interviewer to send the scorecard again.";
    case "otherPanel":
      return "It belongs to another panel. Add it on that panel’s page.";
    case "otherCandidate":
      return "It is of another candidate.";
    case "notSubmitted":
      return "The session was not submitted yet, so it is no scorecard.";
    case "otherKey":
      return "The key in it is not this panel’s. Use the panel’s own recovery file.";
    case "shut":
      return `${interviewer}’s scorecard is in, sealed, and this panel’s key is not on this device. Drop the recovery file together with it.`;
    case "kept":
      return "This device has one of its own, and keeps it.";
  }
}
