import type { Rating } from "./answer.ts";
import type { Level } from "./guide.ts";

/** The interviewers of one candidate for one role, who asks what, and what the debrief agreed. All times are epoch ms. */
export interface Panel {
  readonly id: string;
  readonly candidate: string;
  readonly role: string;
  readonly level: Level;
  readonly remote: boolean;
  /** The guide version that is asked from; scorecards of another are compared by competency only. */
  readonly guideId: string;
  readonly interviewers: readonly PanelInterviewer[];
  /** An age recipient (X25519); null for a panel that was made of plain session files. */
  readonly publicKey: string | null;
  /** The lead's own place among the interviewers; null for a lead who does not interview. */
  readonly leadId: string | null;
  readonly debrief: Debrief;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface PanelInterviewer {
  /** Two interviewers may have one name. */
  readonly id: string;
  readonly name: string;
  /** What this one is to ask, in order: ids of the guide's questions. */
  readonly questionIds: readonly string[];
}

/** What a session knows of the panel it is part of. */
export interface SessionPanel {
  readonly panelId: string;
  readonly interviewerId: string;
  /** What the scorecard is sealed to; null where nothing is sealed. */
  readonly publicKey: string | null;
}

/** How far the debrief is, and what it agreed. Agreed ratings stand beside the individual ones, never over them. */
export interface Debrief {
  /** Null until the lead starts it: nothing about scores is shown before. */
  readonly startedAt: number | null;
  readonly agreedByAreaId: Readonly<Record<string, Agreed>>;
  /** By competency id; null for equal weights. */
  readonly weights: Readonly<Record<string, number>> | null;
  /** Weights without a written reason do not count. */
  readonly weightsReason: string;
  /** When the recommendations were shown, all at once; null until the areas are done. */
  readonly recommendationsShownAt: number | null;
  readonly decision: Decision | null;
}

export interface Agreed {
  readonly rating: Rating | null;
  readonly note: string;
}

export const decisionOutcomes = ["hire", "noHire", "undecided"] as const;

export interface Decision {
  readonly outcome: (typeof decisionOutcomes)[number];
  readonly reason: string;
  readonly decidedAt: number;
}

export const newDebrief: Debrief = {
  startedAt: null,
  agreedByAreaId: {},
  weights: null,
  weightsReason: "",
  recommendationsShownAt: null,
  decision: null,
};
