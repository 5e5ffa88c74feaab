import type { Panel } from "./panel.ts";

/**
 * @param inCount how many scorecards are in
 * @returns whether a debrief waits for the panel: all are in, or it has started, and nothing was decided
 */
export function isDebriefDue({ interviewers, debrief }: Panel, inCount: number): boolean {
  const isReady = inCount > 0 && inCount >= interviewers.length;
  return debrief.decision === null && (debrief.startedAt !== null || isReady);
}
