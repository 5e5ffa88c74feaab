import type { Guide, Question } from "../guides/guide.ts";
import { nameToKey } from "../text/nameKey.ts";
import { groupBy } from "./groupBy.ts";
import { askersOf, type Panel, type PanelInterviewer } from "./panel.ts";

/** Who asks what, as far as it should be looked at again. */
export interface PlanCoverage {
  /** The guide's questions that nobody asks. */
  readonly gaps: readonly Question[];
  /** The questions that several ask, with those whom the same people ask together. */
  readonly overlaps: readonly {
    readonly questions: readonly Question[];
    readonly interviewers: readonly PanelInterviewer[];
  }[];
  /** The names of the competencies of which nobody asks a question. */
  readonly missingCompetencies: readonly string[];
  /** Those who ask nothing yet. */
  readonly idle: readonly PanelInterviewer[];
  /** The names that more than one of them has, each as it is written first. */
  readonly sharedNames: readonly string[];
}

/** @returns the gaps and overlaps of the plan */
export function planCoverage(panel: Pick<Panel, "interviewers">, guide: Guide): PlanCoverage {
  const asked = guide.questions.map((question) => ({
    question,
    interviewers: askersOf(panel, question.id),
  }));
  const covered = new Set(
    asked
      .filter(({ interviewers }) => interviewers.length > 0)
      .map(({ question: { competencyId } }) => competencyId),
  );
  const shared = asked.filter(({ interviewers }) => interviewers.length > 1);
  const byAskers = groupBy(shared, ({ interviewers }) => interviewers.map(({ id }) => id).join(" "));
  return {
    gaps: asked.filter(({ interviewers }) => interviewers.length === 0).map(({ question }) => question),
    overlaps: Array.from(byAskers.values(), (same) => ({
      questions: same.map(({ question }) => question),
      interviewers: same[0].interviewers,
    })),
    missingCompetencies: guide.competencies
      .filter(({ id }) => !covered.has(id) && guide.questions.some(({ competencyId }) => competencyId === id))
      .map(({ name }) => name),
    idle: panel.interviewers.filter(({ questionIds }) => questionIds.length === 0),
    sharedNames: [...groupBy(panel.interviewers, ({ name }) => nameToKey(name)).values()].flatMap(
      ([{ name }, ...others]) => (others.length > 0 ? name.trim() : []),
    ),
  };
}
