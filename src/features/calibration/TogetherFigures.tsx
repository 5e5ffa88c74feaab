import type { ScaleCalibration } from "../../domain/panels/calibration.ts";
import { quantityToText } from "../../domain/text/quantityText.ts";
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
      {agreement && (
        <p className={styles.words}>
          Two interviewers who rated the same area gave the same point in{" "}
          <b>{shareToText(agreement.pairs.exact)}</b> of{" "}
          {quantityToText(agreement.pairs.pairCount, "comparison")}, and were at most one point apart in{" "}
          <b>{shareToText(agreement.pairs.withinOne)}</b>. The figures below take chance into account: 1 is
          full agreement, 0 is what chance would give.
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
