import type { Guide } from "../../../domain/guides/guide.ts";
import { askersOf, invitedMinutes, type PanelPlan } from "../../../domain/panels/panel.ts";
import { planCoverage } from "../../../domain/panels/planCoverage.ts";
import { countToName, quantityToText } from "../../../domain/text/quantityText.ts";
import { usualSlots } from "../../../state/session/planning.ts";
import { minutesToText } from "../../../ui/words/dates.ts";
import { SideScroll } from "../../../ui/rows/SideScroll.tsx";
import styles from "./PanelForm.module.css";

interface Props {
  readonly guide: Guide;
  readonly interviewers: PanelPlan["interviewers"];
}

/** Which interviewer asks which question, to be ticked; under the heading `panel-what`. */
export function QuestionMatrix({
  guide,
  interviewers,
  onAssign,
}: Props & {
  readonly onAssign: (interviewerId: string, questionId: string, isAssigned: boolean) => void;
}) {
  const nameOf = (index: number) => {
    const name = interviewers[index]?.name.trim() ?? "";
    return name === "" ? `Interviewer ${index + 1}` : name;
  };
  return (
    <SideScroll id="panel-asks" label="Who asks what">
      <table className={`card ${styles.matrix}`} aria-labelledby="panel-what">
        <thead>
          <tr>
            <th scope="col">Question</th>
            {interviewers.map(({ id }, index) => (
              <th key={id} scope="col" className={styles.who}>
                <bdi>{nameOf(index)}</bdi>
              </th>
            ))}
            <th scope="col">Asked by</th>
          </tr>
        </thead>
        <tbody>
          {guide.questions.map((question) => {
            const askers = askersOf({ interviewers }, question.id);
            return (
              <tr key={question.id}>
                <th scope="row">
                  <span dir="auto">{question.title}</span>{" "}
                  <span className="small soft">{minutesToText(question.plannedMinutes)}</span>
                </th>
                {interviewers.map((interviewer, index) => (
                  <td key={interviewer.id} className={styles.cell}>
                    <label className={styles.tick}>
                      <input
                        type="checkbox"
                        id={`asks-${interviewer.id}-${question.id}`}
                        aria-label={`${nameOf(index)} asks: ${question.title}`}
                        checked={interviewer.questionIds.includes(question.id)}
                        onChange={(event) => onAssign(interviewer.id, question.id, event.target.checked)}
                      />
                    </label>
                  </td>
                ))}
                <td className="small" data-count={Math.min(askers.length, 2)}>
                  {askers.length === 0 ? "Unassigned" : quantityToText(askers.length, "interviewer")}
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              Total, <span className="small soft">with introduction and the candidate’s questions</span>
            </th>
            {interviewers.map(({ id, questionIds }) => (
              <td key={id} className={`small figures ${styles.cell}`}>
                {questionIds.length > 0 && minutesToText(invitedMinutes(guide, questionIds))}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </SideScroll>
  );
}

/** The table names the rest. */
const MOST_NAMED = 3;

/** @returns the first of them, and how many more there are: "A, B, C and 5 more" */
function firstOf(words: readonly string[], separator = ", "): string {
  const count = countToName(words.length, MOST_NAMED);
  const named = words.slice(0, count).join(separator);
  return words.length > count ? `${named} and ${words.length - count} more` : named;
}

/** Longer ones are seldom given a slot, in minutes. */
const LONGEST_INTERVIEW = Math.max(...usualSlots);

/** What of the guide nobody asks or several do, and who has nothing or too much to ask. */
export function PlanCoverage({ guide, interviewers }: Props) {
  const named = interviewers.filter(({ name }) => name.trim() !== "");
  const { gaps, overlaps, missingCompetencies, idle, sharedNames } = planCoverage(
    { interviewers: named },
    guide,
  );
  const isNobodyThere = named.length === 0;
  const long = named.filter(({ questionIds }) => invitedMinutes(guide, questionIds) > LONGEST_INTERVIEW);
  return (
    <div role="status" aria-atomic={false} className={styles.coverage}>
      {isNobodyThere && (
        <p className="small soft">Name the interviewers, then assign each their questions.</p>
      )}
      {sharedNames.length > 0 && (
        <p>
          More than one interviewer is called <bdi>{firstOf(sharedNames)}</bdi>. Add a surname, so that their
          scorecards can be told apart.
        </p>
      )}
      {idle.length > 0 && (
        <p>
          No questions assigned to: <bdi>{firstOf(idle.map(({ name }) => name))}</bdi>.
        </p>
      )}
      {!isNobodyThere && missingCompetencies.length > 0 && (
        <p>
          No questions on: <bdi>{firstOf(missingCompetencies)}</bdi>.
        </p>
      )}
      {!isNobodyThere && gaps.length > 0 && (
        <p>
          Unassigned: <bdi>{firstOf(gaps.map(({ title }) => title))}</bdi>.
        </p>
      )}
      {long.length > 0 && (
        <p>
          More than {minutesToText(LONGEST_INTERVIEW)} planned for:{" "}
          <bdi>{firstOf(long.map(({ name }) => name))}</bdi>.
        </p>
      )}
      {overlaps.length > 0 && (
        <p>
          Asked by several interviewers:{" "}
          <bdi>
            {firstOf(
              overlaps.map(
                ({ questions, interviewers: askers }) =>
                  `${firstOf(questions.map(({ title }) => title))} (${firstOf(askers.map(({ name }) => name))})`,
              ),
              "; ",
            )}
          </bdi>
          . Their ratings can be compared area by area.
        </p>
      )}
    </div>
  );
}
