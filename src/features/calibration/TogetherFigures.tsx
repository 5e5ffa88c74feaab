import type { ScaleCalibration } from "../../domain/panels/calibration.ts";
import { coefficientToText, overlapWords, shareToText, tableNeeds } from "./calibrationWords.ts";
import styles from "./Calibration.module.css";

/** How far all interviewers agree, or how much there is to compare where that is not enough. */
export function TogetherFigures({ calibration }: { readonly calibration: ScaleCalibration }) {
  const { overlap, agreement, intraclass, raters } = calibration;
  return (
    <section className={styles.section}>
      <h3>All interviewers</h3>
      <p className={styles.words}>
        {overlapWords(overlap)} were rated by two or more of {raters.length} interviewers, with{" "}
        {overlap.valueCount} different {overlap.valueCount === 1 ? "point" : "points"}.
      </p>
      {!agreement && (
        <p className={styles.words}>
          <b>Not enough overlap.</b> {tableNeeds} They need two different points at least.
        </p>
      )}
      <dl className={styles.figures}>
        {agreement && (
          <>
            <Figure
              name="Krippendorff’s alpha"
              value={coefficientToText(agreement.alpha)}
              words="Treats points as ranks."
            />
            <Figure
              name="Gwet’s AC2"
              value={coefficientToText(agreement.ac2)}
              words="Reliable where nearly all ratings are the same; larger gaps weigh more."
            />
            <Figure
              name="Same point"
              value={shareToText(agreement.pairs.exact)}
              words={`Within one point: ${shareToText(agreement.pairs.withinOne)} of ${agreement.pairs.pairCount} pairs of ratings.`}
            />
          </>
        )}
        {intraclass && (
          <>
            <Figure
              name="ICC(2,1)"
              value={coefficientToText(intraclass.single)}
              words="The share of the variation in one rating that comes from the answer, not the interviewer."
            />
            <Figure
              name="ICC(2,k)"
              value={coefficientToText(intraclass.mean)}
              words={`The same for a mean of all ${raters.length} interviewers.`}
            />
          </>
        )}
      </dl>
    </section>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: string;
  readonly words: string;
}

function Figure({ name, value, words }: FigureProps) {
  return (
    <div className={`card ${styles.figure}`}>
      <dt>{name}</dt>
      <dd className={`figures ${styles.value}`}>{value}</dd>
      <dd className="soft small">{words}</dd>
    </div>
  );
}
