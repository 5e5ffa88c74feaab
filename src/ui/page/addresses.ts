import type { Session } from "../../domain/session/session.ts";

/*
 * The addresses of what has an id, as they follow "#". An id may come from a file, with any character in it: it stands
 * in one part of the address, between two slashes, with the escapes of RFC 3986, and is read back by `partToId`.
 */

/** @returns the live screen, wrap-up or scorecard of a session, as far as it is */
export function sessionAddress(id: string): string {
  return `/session/${idToPart(id)}`;
}

/** @returns where an interview is opened: its plan, as long as it is planned */
export function interviewAddress({ id, status }: Pick<Session, "id" | "status">): string {
  return status === "planned" ? planAddress(id) : sessionAddress(id);
}

/** @returns where a note stands in the live screen, wrap-up or scorecard of a session; the session itself for its summary */
export function noteAddress(id: string, questionId: string | null, areaId: string | null): string {
  if (questionId === null) return sessionAddress(id);
  const area = areaId === null ? "" : `/${idToPart(areaId)}`;
  return `${sessionAddress(id)}/note/${idToPart(questionId)}${area}`;
}

/** @returns where a session that is under way is handed over to another device */
export function handOverAddress(id: string): string {
  return `${sessionAddress(id)}/hand-over`;
}

/** @returns where a submitted scorecard is pasted into a form, field by field */
export function pasteAddress(id: string): string {
  return `${sessionAddress(id)}/paste`;
}

/** @returns the plan of a session */
export function planAddress(id: string): string {
  return `/plan/${idToPart(id)}`;
}

/** @returns the plan of a new session with that guide version */
export function planWithAddress(guideId: string): string {
  return `/plan/with/${idToPart(guideId)}`;
}

/** @returns a guide version, read */
export function guideAddress(id: string): string {
  return `/guides/${idToPart(id)}`;
}

/** @returns the versions of a guide and what changed, seen from one of them */
export function guideHistoryAddress(id: string): string {
  return `/guides/${idToPart(id)}/history`;
}

/** @param id of the version that is edited, or of the draft */
export function guideEditAddress(id: string): string {
  return `/guides/${idToPart(id)}/edit`;
}

/** @param draftId of a guide that has no version yet */
export function newGuideAddress(draftId: string): string {
  return `/guides/new/${idToPart(draftId)}`;
}

/** @param step of the debrief; the first where there is none. @returns the debrief of a panel */
export function panelAddress(id: string, step?: string): string {
  return `/panels/${idToPart(id)}${step === undefined ? "" : `/${step}`}`;
}

/** @returns the plan of a panel */
export function panelPlanAddress(id: string): string {
  return `/panels/${idToPart(id)}/plan`;
}

/** @returns the candidate of that session or panel: no name stands in an address */
export function candidateAddress(partId: string): string {
  return `/candidates/${idToPart(partId)}`;
}

/** @returns the export of one session or of one panel's debrief */
export function exportAddress(kind: "session" | "panel", id: string): string {
  return `/export/${kind}/${idToPart(id)}`;
}

/** @param linkPart what holds the invitation, as `invitationToLinkPart` makes it */
export function invitationAddress(linkPart: string): string {
  return `/invitation/${linkPart}`;
}

/** What stands in an address where an id might. */
const OWN_WORD = /^(?:new|compare|bring-in)$/iu;

/** @returns the part of an address that stands for the id; what is not well-formed in it, and can't be said, becomes U+FFFD */
function idToPart(id: string): string {
  const part = encodeURIComponent(id.replaceAll(/\p{Surrogate}/gu, "\uFFFD"));
  return OWN_WORD.test(id) ? `%${id.charCodeAt(0).toString(16)}${part.slice(1)}` : part;
}

/** @returns the id that a part of an address stands for; the part itself where its escapes are none */
export function partToId(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
