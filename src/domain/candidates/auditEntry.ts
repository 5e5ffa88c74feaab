import type { Debrief, Decision } from "../panels/panel.ts";
import type { Rating } from "../session/answer.ts";
import type { Session } from "../session/session.ts";
import { sha256 } from "../text/sha256.ts";
import type { DeletedByHand } from "./deletion.ts";

/*
 * The audit log says what was rated, changed, revised, opened and exported. Most of it is told by what never changes
 * once it is written: a submitted scorecard, its revisions, the start of a debrief, the exports that were made. It is
 * read from those, so that it can say nothing else than they do, lets nobody read what is sealed, and knows of what came
 * in before there was a log. Entries are kept of the rest alone, what is written over: each in the transaction that
 * writes over it.
 *
 * Of a live interview nothing is logged before it is submitted. A rating that is changed in the call is work on a draft
 * that nobody has seen; and a key may not write more than its own row, or it would get to the disk later.
 */

/** Something that no document tells any more. No candidate’s name is in it: who it is about is found by its subject. */
export type AuditChange =
  /** The interviewer took a submission back before it was locked. */
  | { readonly what: "takenBack" }
  /** A rating that a panel agreed on; null for none. */
  | {
      readonly what: "agreed";
      readonly areaId: string;
      readonly from: Rating | null;
      readonly to: Rating | null;
    }
  /** Weights by competency id; null for equal ones. */
  | {
      readonly what: "weighed";
      readonly from: Debrief["weights"];
      readonly to: Debrief["weights"];
      readonly reason: string;
    }
  /** A decision that another took the place of: the entry has the time of that first one. */
  | { readonly what: "decided"; readonly outcome: Decision["outcome"]; readonly reason: string }
  /** A scorecard that its panel held, by whose it was; of one that it holds, the scorecard tells when it came in. */
  | { readonly what: "received"; readonly interviewer: string; readonly isFromSeat?: boolean }
  | { readonly what: "removed"; readonly interviewer: string }
  | { readonly what: "held"; readonly reason: string }
  /** With the reason of the hold that ended. */
  | { readonly what: "released"; readonly reason: string }
  /** For how many months candidates are kept. */
  | { readonly what: "retention"; readonly from: number; readonly to: number }
  /**
   * Two names count for one person, or for two again. Of each name an interview or panel that has it: so no name of
   * somebody stays in the log of the other one; null where nothing has it any more.
   */
  | { readonly what: "merged" | "separated"; readonly goesId: string | null; readonly staysId: string | null }
  /** Interviews and panels of a candidate of whom others stay. The reason is that of an early deletion, else empty. */
  | { readonly what: "deleted"; readonly count: number; readonly reason: string };

/** @returns whether it tells what a panel made of its scorecards, which nobody is told before they may read those */
export function isConclusion({ what }: AuditChange): boolean {
  return what === "agreed" || what === "weighed" || what === "decided";
}

/** One entry of the audit log. */
export interface AuditEntry {
  /** The SHA-256 of the rest but the subject: what is written again is the same entry, and one event has one id. */
  readonly id: string;
  /** The session or panel that it is of, with which it is deleted; `EVERYBODY` for what is of no candidate. */
  readonly subjectId: string;
  /** Epoch ms. */
  readonly at: number;
  readonly change: AuditChange;
}

/** No session or panel has an empty id. */
export const EVERYBODY = "";

/** @param at epoch ms. @returns the entries of one event, one for each of its subjects */
export function auditEntries(
  subjectIds: readonly string[],
  at: number,
  change: AuditChange,
): readonly AuditEntry[] {
  const id = sha256(JSON.stringify([at, change]));
  return subjectIds.map((subjectId) => ({ id, subjectId, at, change }));
}

/** @param at epoch ms. @returns the entry of a scorecard that came in */
export function arrivalEntries(
  panelId: string,
  at: number,
  { interviewer, isFromSeat }: { readonly interviewer: string; readonly isFromSeat?: boolean | undefined },
): readonly AuditEntry[] {
  const way = isFromSeat !== undefined && { isFromSeat };
  return auditEntries([panelId], at, { what: "received", interviewer, ...way });
}

/**
 * A scorecard is recorded once, by its session: that of the next panel that it is removed from takes the place of the record.
 *
 * @returns the entry of the removal that the record is of; none where it is of something else, or older than panels are in it
 */
export function removalEntries(record: DeletedByHand): readonly AuditEntry[] {
  const { kind, panelId, interviewer = "", deletedAt } = record;
  return kind === "scorecard" && panelId !== undefined
    ? auditEntries([panelId], deletedAt, { what: "removed", interviewer })
    : [];
}

/** @returns what is to be logged of a change of a session */
export function sessionEntries(before: Session, after: Session): readonly AuditEntry[] {
  const isTakenBack =
    before.submitsAt !== undefined && after.submitsAt === undefined && after.status !== "submitted";
  return isTakenBack ? auditEntries([after.id], after.updatedAt, { what: "takenBack" }) : [];
}
