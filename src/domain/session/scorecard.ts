import { areaAnswer, isPoint, type Rating } from "./answer.ts";
import type { Question } from "../guides/guide.ts";
import type { Recommendation } from "./session.ts";
import type { WholeSession } from "./wholeSession.ts";

/** A session and, once it is submitted, what its interviewer changed afterwards. */
export interface Scorecard {
  /** As it was submitted; it never changes then. */
  readonly first: WholeSession;
  readonly revisions: readonly Revision[];
  /** As `Attendance` has it. */
  readonly receivedAt?: number;
  /** As `PanelScorecardRow` has it. */
  readonly isFromSeat?: boolean;
}

/** A change to a submitted scorecard, with its reason. It holds only what it changes. */
export interface Revision {
  readonly id: string;
  readonly sessionId: string;
  /** Epoch ms. */
  readonly at: number;
  readonly reason: string;
  /** New ratings and notes by area id; the areas of all questions have ids of their own. */
  readonly areas: Readonly<Record<string, { readonly rating: Rating; readonly note: string }>>;
  /** Null where it stays. */
  readonly recommendation: Recommendation | null;
  /** Empty where it stays. */
  readonly summary: string;
}

/** What one scorecard says about one competency. */
export interface CompetencyResult {
  readonly competencyId: string;
  readonly name: string;
  /** The ratings of its areas, in the order of the questions. */
  readonly points: readonly number[];
  readonly notAssessedCount: number;
}

/**
 * @returns one result a competency of these questions, in the guide's order, and last one with an empty id for
 * questions without a competency.
 */
export function competencyResults(
  whole: WholeSession,
  questions: readonly Question[],
): readonly CompetencyResult[] {
  return [...whole.guide.competencies, { id: "", name: "" }].flatMap(({ id, name }) => {
    const ofCompetency = questions.filter((question) => question.competencyId === id);
    const ratings = ofCompetency.flatMap((question) =>
      question.areas.map((area) => areaAnswer(whole.answers[question.id], area.id).rating),
    );
    if (ratings.length === 0) return [];
    const points = ratings.filter(isPoint);
    const notAssessedCount = ratings.filter((rating) => rating !== null && !isPoint(rating)).length;
    return [{ competencyId: id, name, points, notAssessedCount }];
  });
}
