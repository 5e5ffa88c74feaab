import { noteArea, rateArea, type Rating } from "../src/domain/session/answer.ts";
import type { PanelScorecardRow } from "../src/domain/backups/storedRows.ts";
import type { Guide } from "../src/domain/guides/guide.ts";
import { newPanel, type Panel } from "../src/domain/panels/panel.ts";
import type { Revision, Scorecard } from "../src/domain/session/scorecard.ts";
import type { Recommendation } from "../src/domain/session/session.ts";
import { changeAnswer, type WholeSession } from "../src/domain/session/wholeSession.ts";
import { hashGuide, liveInterview, MINUTE, smallGuide, START } from "./smallInterview.ts";

/** Noor and Ben ask two questions each, one of them the same; Eva asks one. The debrief has not begun. */
export const smallPanel: Panel = newPanel(
  "p1",
  {
    candidate: "Amira Haddad",
    role: "Baker",
    level: "mid",
    remote: false,
    guideId: hashGuide(smallGuide),
    interviewers: [
      { id: "noor", name: "Noor", questionIds: ["failed", "recipe"] },
      { id: "ben", name: "Ben", questionIds: ["failed", "apprentice"] },
      { id: "eva", name: "Eva", questionIds: ["apprentice"] },
    ],
    leadId: null,
  },
  null,
  START,
);

/** The same panel, its debrief begun. */
export const startedPanel: Panel = { ...smallPanel, debrief: { ...smallPanel.debrief, startedAt: START } };

/** @returns the row of a scorecard that is in a panel, of which nothing but whose it is can be read */
export function sealedRow(panelId: string, interviewerId: string): PanelScorecardRow {
  return {
    panelId,
    sessionId: "s1",
    interviewerId,
    interviewer: smallPanel.interviewers.find(({ id }) => id === interviewerId)?.name ?? interviewerId,
    submittedAt: START,
    asked: [],
    addedAt: START,
    text: "sealed",
  };
}

interface Parts {
  readonly guide?: Guide;
  readonly questionIds?: readonly string[];
  readonly recommendation?: Recommendation;
  readonly summary?: string;
  readonly name?: string;
  readonly revisions?: readonly Revision[];
}

/** Makes a submitted scorecard; ratings are by area id, and each has a note that says whose it is. */
export function smallScorecard(
  interviewerId: string,
  ratings: Readonly<Record<string, Rating>>,
  parts: Parts = {},
): Scorecard {
  const interviewer = smallPanel.interviewers.find(({ id }) => id === interviewerId);
  const guide = parts.guide ?? smallGuide;
  const live = liveInterview(`session-${interviewerId}`, {
    interviewer: parts.name ?? interviewer?.name ?? interviewerId,
    questionIds: parts.questionIds ?? interviewer?.questionIds ?? [],
    guideId: hashGuide(guide),
  });
  const rated = Object.entries(ratings).reduce<WholeSession>(
    (whole, [areaId, rating]) =>
      changeAnswer(
        whole,
        areaId.split(".")[0]!,
        (answer) => noteArea(rateArea(answer, areaId, rating), areaId, `${interviewerId} on ${areaId}`),
        START,
      ),
    { ...live, guide },
  );
  return {
    first: {
      ...rated,
      session: {
        ...rated.session,
        status: "submitted",
        recommendation: parts.recommendation ?? "yes",
        summary: parts.summary ?? `${interviewerId} would`,
        endedAt: START + 50 * MINUTE,
        submittedAt: START + 60 * MINUTE,
        panel: { panelId: smallPanel.id, interviewerId, publicKey: null },
      },
    },
    revisions: parts.revisions ?? [],
  };
}

/** Makes a revision of one area. */
export function smallRevision(id: string, at: number, areaId: string, rating: Rating): Revision {
  return {
    id,
    sessionId: "",
    at,
    reason: `because of ${id}`,
    areas: { [areaId]: { rating, note: `revised by ${id}` } },
    recommendation: null,
    summary: "",
  };
}
