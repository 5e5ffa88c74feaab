import { areaAnswer, isPoint } from "./answer.ts";
import type { Question } from "./guide.ts";
import type { WholeSession } from "./session.ts";

/** What one scorecard says about one competency. */
export interface CompetencyResult {
  readonly competencyId: string;
  readonly name: string;
  /** Equal-weight mean of the rated areas; null where none was rated. */
  readonly mean: number | null;
  readonly ratedCount: number;
  readonly notAssessedCount: number;
}

/**
 * @returns one result a competency of these questions, in the guide's order, and last one with an empty id for
 * questions without a competency. "Not assessed" is kept out of every mean.
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
    const mean = points.length === 0 ? null : points.reduce((sum, point) => sum + point, 0) / points.length;
    const notAssessedCount = ratings.filter((rating) => rating !== null && !isPoint(rating)).length;
    return [{ competencyId: id, name, mean, ratedCount: points.length, notAssessedCount }];
  });
}
