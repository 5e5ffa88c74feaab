import { areaAnswer, isPoint, noteArea, rateArea, type Rating } from "./answer.ts";
import { canonicalText } from "../text/canonicalText.ts";
import type { Revision, Scorecard } from "./scorecard.ts";
import type { Recommendation, Session } from "./session.ts";
import { changeAnswer, type WholeSession } from "./wholeSession.ts";

/** @returns the scorecard as it stands now: what was submitted, with its revisions applied in their order */
export function finalOf({ first, revisions }: Scorecard): WholeSession {
  return revisionsInOrder(revisions).reduce(applyRevision, first);
}

function applyRevision(whole: WholeSession, { at, areas, recommendation, summary }: Revision): WholeSession {
  const withAreas = Object.entries(areas).reduce((before, [areaId, { rating, note }]) => {
    const question = questionOfArea(before, areaId);
    if (!question) return before;
    return changeAnswer(
      before,
      question.id,
      (answer) => noteArea(rateArea(answer, areaId, rating), areaId, note),
      at,
    );
  }, whole);
  const { session } = withAreas;
  return {
    ...withAreas,
    session: {
      ...session,
      recommendation: recommendation ?? session.recommendation,
      summary: summary.trim() === "" ? session.summary : summary,
    },
  };
}

function questionOfArea({ session, guide }: WholeSession, areaId: string) {
  return [...guide.questions, ...session.ownQuestions].find(({ areas }) =>
    areas.some(({ id }) => id === areaId),
  );
}

/**
 * Puts the revisions of one scorecard from two places together: the result is the same whichever comes first, and
 * merging again changes nothing. Where two of one id differ, which no copy of this app makes, one is picked by its content.
 *
 * @returns each revision once, by time, those of one moment by id
 */
export function mergeRevisions(a: readonly Revision[], b: readonly Revision[]): readonly Revision[] {
  const byId = new Map<string, Revision>();
  for (const revision of [...a, ...b]) {
    const known = byId.get(revision.id);
    if (!known || canonicalText(known) < canonicalText(revision)) byId.set(revision.id, revision);
  }
  return revisionsInOrder([...byId.values()]);
}

/** @returns a submitted session and its revisions as they may be seen before the recommendations are shown */
export function hideRecommendation<
  T extends { readonly session: Session; readonly revisions: readonly Revision[] },
>(scorecard: T): T {
  const nothing = { recommendation: null, summary: "" };
  return {
    ...scorecard,
    session: { ...scorecard.session, ...nothing, recommendationHidden: true },
    revisions: scorecard.revisions.map((revision) => ({ ...revision, ...nothing })),
  };
}

/** @returns the revisions by time, those of one moment by id */
export function revisionsInOrder(revisions: readonly Revision[]): readonly Revision[] {
  return revisions.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** What an interviewer wants to stand after a revision; what is left out stays as it is. */
export interface WantedChange {
  readonly reason: string;
  /** By area id. */
  readonly areas: Readonly<Record<string, { readonly rating: Rating; readonly note: string }>>;
  readonly recommendation: Recommendation | null;
  readonly summary: string;
}

/** Why a revision can't be made: no reason was given, nothing would change, a rating is off the scale, or an area is not the guide's. */
export type RevisionRefusal = "notSubmitted" | "noReason" | "nothingChanges" | "offScale" | "noSuchArea";

/**
 * Makes a revision of a submitted scorecard. It holds only what differs from the scorecard as it stands.
 *
 * @param now epoch ms; a clock that was set back does not put the revision before an earlier one
 */
export function reviseScorecard(
  scorecard: Scorecard,
  wanted: WantedChange,
  id: string,
  now: number,
): Revision | RevisionRefusal {
  const { session } = scorecard.first;
  if (session.status !== "submitted") return "notSubmitted";
  if (wanted.reason.trim() === "") return "noReason";
  const final = finalOf(scorecard);
  const points = final.guide.scale.points.map(({ value }) => value);
  const changed: Record<string, { readonly rating: Rating; readonly note: string }> = {};
  for (const [areaId, { rating, note }] of Object.entries(wanted.areas)) {
    const question = questionOfArea(final, areaId);
    if (!question) return "noSuchArea";
    if (isPoint(rating) && !points.includes(rating)) return "offScale";
    const before = areaAnswer(final.answers[question.id], areaId);
    if (before.rating !== rating || before.note !== note) changed[areaId] = { rating, note };
  }
  const recommendation =
    wanted.recommendation === final.session.recommendation ? null : wanted.recommendation;
  const said = wanted.summary.trim();
  const summary = said === final.session.summary.trim() ? "" : said;
  if (Object.keys(changed).length === 0 && recommendation === null && summary === "") {
    return "nothingChanges";
  }
  const earliest = scorecard.revisions.reduce(
    (latest, { at }) => Math.max(latest, at + 1),
    session.submittedAt ?? now,
  );
  return {
    id,
    sessionId: session.id,
    at: Math.max(now, earliest),
    reason: wanted.reason.trim(),
    areas: changed,
    recommendation,
    summary,
  };
}
