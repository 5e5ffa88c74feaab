import { useRef } from "react";
import {
  competencyMeans,
  overallMeans,
  questionMeans,
  ratingsBySeat,
  type CompetencyMean,
  type PanelMean,
} from "../../../domain/panels/comparison.ts";
import type { ComparedArea, Seat } from "../../../domain/panels/debrief.ts";
import type { Scale } from "../../../domain/guides/guide.ts";
import { scaleKey, scaleToText } from "../../../domain/guides/scaleSteps.ts";
import type { Debrief, Panel } from "../../../domain/panels/panel.ts";
import type { Figures } from "../../../domain/panels/figures.ts";
import { notAssessedWords } from "../../../domain/session/answer.ts";
import { meanToText, pointsToText, raterWords } from "../../../interchange/documents/documentWords.ts";
import { SideScroll } from "../../../ui/rows/SideScroll.tsx";
import { RatingDots } from "./RatingDots.tsx";
import { WeightsDialog } from "./WeightsDialog.tsx";
import styles from "../debrief/Debrief.module.css";

interface Props {
  /** In the guide's order. */
  readonly areas: readonly ComparedArea[];
  /** Those who are in. */
  readonly seats: readonly Seat[];
  readonly panel: Panel;
  readonly figures: Figures;
  readonly onDebrief: (change: (debrief: Debrief) => Debrief) => void;
}

/**
 * Questions, then competencies, then all of them: equal-weight means first, weighted ones beside them. Where nothing is
 * computed, each interviewer's ratings in the place of their mean.
 */
export function MeansSection({ areas, seats, panel, figures, onDebrief }: Props) {
  const { debrief, guideId } = panel;
  const questions = questionMeans(areas, debrief, figures);
  const competencies = competencyMeans(areas, debrief, figures);
  const isOn = figures === "on";
  const isOneScale = new Set(competencies.map(({ scale }) => scaleKey(scale))).size < 2;
  const isAcross = competencies.some(({ isAcrossVersions }) => isAcrossVersions);
  return (
    <>
      <section className={styles.section} aria-labelledby="questions">
        <h2 id="questions">Questions</h2>
        <MeansTable
          caption={`${isOn ? "Means" : "Ratings"} of the questions`}
          figures={figures}
          first="Question"
          seats={seats}
          rows={questions.map((mean) => ({
            ...mean,
            name: mean.title,
            remark: [
              mean.guideId === guideId ? "" : "another guide version",
              isOneScale ? "" : scaleToText(mean.scale),
            ]
              .filter((words) => words !== "")
              .join(" · "),
          }))}
        />
      </section>
      <section className={styles.section} aria-labelledby="competencies">
        <h2 id="competencies">Competencies</h2>
        {isAcross && (
          <p className="notice">
            The scorecards use different guide versions. Their areas are not compared one by one, but
            competencies with the same name are.
          </p>
        )}
        {!isOneScale && (
          <p className="notice">
            The guides use different scales. {isOn && "Means are kept apart: "}
            {isOn ? "a" : "A"} competency has a row for each scale.
          </p>
        )}
        <MeansTable
          caption={`${isOn ? "Means" : "Ratings"} of the competencies`}
          figures={figures}
          first="Competency"
          seats={seats}
          rows={competencies.map((mean) => ({
            ...mean,
            name: mean.name === "" ? "No competency" : mean.name,
            remark: [
              mean.isAcrossVersions ? "different guide versions" : "",
              isOneScale ? "" : scaleToText(mean.scale),
              isOn ? weightWords(mean, debrief) : "",
            ]
              .filter((words) => words !== "")
              .join(" · "),
          }))}
        />
        <p className="small soft">
          {isOn
            ? "A mean averages the interviewers’ own means with equal weight. Areas not assessed and agreed ratings are not in the means."
            : "Computed figures are off: these are the ratings, area by area."}
        </p>
      </section>
      {isOn && (
        <OverallSection competencies={competencies} seats={seats} debrief={debrief} onDebrief={onDebrief} />
      )}
    </>
  );
}

interface OverallProps extends Pick<Props, "seats" | "onDebrief"> {
  readonly competencies: readonly CompetencyMean[];
  readonly debrief: Debrief;
}

function OverallSection({ competencies, seats, debrief, onDebrief }: OverallProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const overall = overallMeans(competencies, debrief);
  return (
    <>
      <section className={styles.section} aria-labelledby="overall">
        <h2 id="overall">All competencies</h2>
        {overall.length === 0 && <p className="soft">Nothing was rated.</p>}
        {overall.map((mean) => (
          <div key={scaleKey(mean.scale)} className={`card ${styles.overall}`}>
            <p>
              <span className={`figures ${styles.mean}`}>{meanToText(mean.equal)}</span> equal-weight mean of{" "}
              {mean.competencyCount} {mean.competencyCount === 1 ? "competency" : "competencies"}, on a scale
              of {scaleToText(mean.scale)}
            </p>
            <div>
              <RatingDots
                scale={mean.scale}
                seats={seats}
                bySeat={ratingsBySeat(competencies, mean.scale)}
                mean={mean.equal}
              />
            </div>
            {mean.weighted !== null && (
              <p>
                <span className={`figures ${styles.mean}`}>{meanToText(mean.weighted)}</span> weighted:{" "}
                <span dir="auto">{debrief.weightsReason}</span>
              </p>
            )}
          </div>
        ))}
        <p className="row noPrint">
          <button type="button" onClick={() => dialog.current?.showModal()}>
            Weights…
          </button>
          <span className="small soft">Weights need a written reason. A mean is never a decision.</span>
        </p>
      </section>
      <WeightsDialog ref={dialog} competencies={competencies} debrief={debrief} onDebrief={onDebrief} />
    </>
  );
}

interface MeansTableProps {
  readonly caption: string;
  /** The head of the first column. */
  readonly first: string;
  readonly figures: Figures;
  readonly seats: readonly Seat[];
  readonly rows: readonly (PanelMean & {
    readonly id: string;
    readonly name: string;
    readonly remark: string;
    readonly scale: Scale;
  })[];
}

function MeansTable({ caption, first, figures, seats, rows }: MeansTableProps) {
  const isOn = figures === "on";
  return (
    <SideScroll label={caption}>
      <table className={`${styles.table} ${styles.means}`}>
        <caption className="heard">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            <th scope="col">{isOn ? "Ratings, and their mean" : "Ratings"}</th>
            <th scope="col">{isOn ? "Raters and range" : "Raters"}</th>
            {seats.map(({ id, name }) => (
              <th key={id} scope="col">
                <bdi>{name}</bdi>
              </th>
            ))}
            <th scope="col">Agreed on areas</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <span dir="auto">{row.name}</span>
                {row.remark !== "" && <span className={`small soft ${styles.under}`}>{row.remark}</span>}
              </th>
              <td className={styles.whole}>
                <span className={styles.rated}>
                  <RatingDots scale={row.scale} seats={seats} bySeat={row.bySeat} mean={row.mean} />
                  {isOn && <span className={`figures ${styles.mean}`}>{meanToText(row.mean)}</span>}
                </span>
              </td>
              <td className={`figures ${styles.raters} ${styles.whole}`}>{raterWords(row)}</td>
              {row.bySeat.map(({ seatId, points, noEvidenceCount, notAskedCount }) => (
                <td key={seatId} className="figures">
                  <span className={`small soft ${styles.whose}`} dir="auto">
                    {seats.find(({ id }) => id === seatId)?.name}
                  </span>
                  {points.length === 0 ? (
                    <span className="small soft">
                      {noEvidenceCount > 0
                        ? notAssessedWords.noEvidence
                        : notAskedCount > 0
                          ? notAssessedWords.notAsked
                          : "–"}
                    </span>
                  ) : (
                    pointsToText(points)
                  )}
                </td>
              ))}
              <td className="figures" data-empty={row.agreed.length === 0}>
                <span className={`small soft ${styles.whose}`}>Agreed on areas</span>
                {row.agreed.join(" · ")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </SideScroll>
  );
}

function weightWords({ competencyId }: CompetencyMean, { weights }: Debrief): string {
  return weights === null ? "" : `weight ${weights[competencyId] ?? 1}`;
}
