import { newTimer, type ClockGap, type Timer } from "./timer.ts";

/** The parts of the call that are no questions, in their order: one before the questions, one after. */
export const segmentIds = ["introduction", "candidateQuestions"] as const;
export type SegmentId = (typeof segmentIds)[number];

export const segmentWords: Readonly<Record<SegmentId, string>> = {
  introduction: "Introduction",
  candidateQuestions: "Candidate’s questions",
};

/** A clock of the call, and the stretches of it that the page did not live through. */
export interface ItemClock {
  readonly timer: Timer;
  readonly gaps: readonly ClockGap[];
}

/** A part of the call that is no question, with a clock of its own. */
export interface Segment extends ItemClock {
  /** 0 where the call has no such part. */
  readonly plannedMinutes: number;
}

export type Segments = Readonly<Record<SegmentId, Segment>>;

/** What has a clock of its own in the call. */
export type AgendaItem =
  | { readonly kind: "segment"; readonly id: SegmentId }
  | { readonly kind: "question"; readonly id: string };

/** What a new plan begins with, in minutes. */
export const usualSegmentMinutes: Readonly<Record<SegmentId, number>> = {
  introduction: 5,
  candidateQuestions: 10,
};

/** The clock of what was not begun yet. */
export const newItemClock: ItemClock = { timer: newTimer, gaps: [] };

/** @returns what the segments take of the slot, in minutes */
export function segmentMinutesOf(minutes: Readonly<Record<SegmentId, number>>): number {
  return segmentIds.reduce((sum, id) => sum + minutes[id], 0);
}

const noSegment: Segment = { plannedMinutes: 0, ...newItemClock };

/** @returns the segments of a plan with so many minutes each; no clock was on yet */
export function planSegments(minutes: Readonly<Record<SegmentId, number>>): Segments {
  return {
    introduction: { ...noSegment, plannedMinutes: minutes.introduction },
    candidateQuestions: { ...noSegment, plannedMinutes: minutes.candidateQuestions },
  };
}

/** @returns the segment; one of 0 minutes where the session was planned before there were segments */
export function segmentOf({ segments }: { readonly segments?: Segments }, id: SegmentId): Segment {
  return segments?.[id] ?? noSegment;
}
