import type { Level, Question } from "../guides/guide.ts";
import type { AgendaItem, Segments } from "./segment.ts";
import type { Timer } from "./timer.ts";

/** One interviewer's interview of one candidate. All times are epoch ms. */
export interface Session {
  readonly id: string;
  readonly status: SessionStatus;
  readonly candidate: string;
  readonly role: string;
  readonly interviewer: string;
  /** The guide version it was planned with, frozen: the SHA-256 of its canonical JSON. */
  readonly guideId: string;
  readonly scheduledAt: number;
  readonly slotMinutes: number;
  readonly level: Level;
  readonly remote: boolean;
  /** What planned lengths are multiplied by for this candidate. Its reason is not stored. */
  readonly timeMultiplier: number;
  /** What is asked, in order: ids of the guide's questions and of own ones. */
  readonly questionIds: readonly string[];
  readonly ownQuestions: readonly Question[];
  readonly currentQuestionId: string | null;
  /** Runs from the start of the call to its finish. */
  readonly clock: Timer;
  /** Sessions that were planned before there were segments have none. */
  readonly segments?: Segments;
  /** Whose clock was paused last; once the call is finished, whose clock ran then: it goes on when one comes back to it. */
  readonly finishedOn?: AgendaItem | null;
  readonly recommendation: Recommendation | null;
  /** Why this recommendation, in the interviewer's words. */
  readonly summary: string;
  /** True for the session that comes with the app to try it out. */
  readonly sample: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** When a page with this live session was last known to be open. */
  readonly seenAt: number | null;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly submittedAt: number | null;
  /** When it is submitted, unless that is taken back before. Known on this device alone: no file has it. */
  readonly submitsAt?: number;
  /** When it went on to another device: it stands still here until it comes back, or is continued here. */
  readonly handedOverAt?: number;
  /** Set in a debrief file that was written before the recommendations were shown: this one is not in it. */
  readonly recommendationHidden?: true;
  /** The panel it is part of, if any. */
  readonly panel?: SessionPanel;
  /** Fields from the head of the file it came in that this version does not know; they go out again with it. */
  readonly fileFields?: Readonly<Record<string, unknown>>;
}

/** What a session knows of the panel it is part of. */
export interface SessionPanel {
  readonly panelId: string;
  readonly interviewerId: string;
  /** What the scorecard is sealed to; null where nothing is sealed. */
  readonly publicKey: string | null;
  /** The name of the panel's lead. */
  readonly lead?: string;
  /** Set for the seat of the lead. */
  readonly isLead?: boolean;
  /** By when the lead wants the scorecard, epoch ms. */
  readonly dueAt?: number;
}

export const sessionStatuses = ["planned", "live", "wrapUp", "submitted"] as const;
export type SessionStatus = (typeof sessionStatuses)[number];

export const statusWords: Readonly<Record<SessionStatus, string>> = {
  planned: "planned",
  live: "live",
  wrapUp: "to wrap up",
  submitted: "submitted",
};

/** @returns what is said of an interview on this device: one that was handed over goes on elsewhere, whatever else it is */
export function standingToText({ handedOverAt }: Session, otherwise: string): string {
  return handedOverAt === undefined ? otherwise : "Handed over";
}

export const recommendations = ["strongNo", "no", "yes", "strongYes", "noDecision"] as const;
export type Recommendation = (typeof recommendations)[number];

const recommendationWords: Readonly<Record<Recommendation, string>> = {
  strongNo: "strong no",
  no: "no",
  yes: "yes",
  strongYes: "strong yes",
  noDecision: "no decision",
};

/** @returns what is recommended, or "none" */
export function recommendationToWords(recommendation: Recommendation | null): string {
  return recommendation === null ? "none" : recommendationWords[recommendation];
}

const sampleIds = ["sample-backend-developer", "sample-panel-ines", "sample-panel-jonas", "sample-panel-mei"];

/** @returns whether it is one of those that come with the app to try it out */
export function isSampleSession({ id }: Pick<Session, "id">): boolean {
  return sampleIds.includes(id);
}

/** What an interviewer decides when planning. */
export type SessionPlan = Pick<
  Session,
  | "candidate"
  | "role"
  | "interviewer"
  | "guideId"
  | "scheduledAt"
  | "slotMinutes"
  | "level"
  | "remote"
  | "timeMultiplier"
  | "questionIds"
  | "segments"
>;

/**
 * @returns a time (epoch ms) for what is asked of the timers once the call is over: the end of the call, else when the
 * session was last changed
 */
export function stoppedAt({ endedAt, updatedAt }: Session): number {
  return endedAt ?? updatedAt;
}

/** @returns when the interview was held or, where it has not begun, when it is planned; epoch ms */
export function interviewedAt({ startedAt, scheduledAt }: Session): number {
  return startedAt ?? scheduledAt;
}
