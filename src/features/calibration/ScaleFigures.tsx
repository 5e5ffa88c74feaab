import { RANGE_RATINGS, type ScaleCalibration } from "../../domain/panels/calibration.ts";
import { LeniencyLines } from "./LeniencyLines.tsx";
import { PairTable } from "./PairTable.tsx";
import { RangeTable } from "./RangeTable.tsx";
import { leniencyNeeds, overlapWords, pairNeeds } from "./calibrationWords.ts";
import styles from "./Calibration.module.css";

interface Props {
  readonly calibration: ScaleCalibration;
  /** Whose figures, by key; null for everybody's. */
  readonly of: string | null;
}

/** The figures of one interviewer or of each, on one scale. */
export function ScaleFigures({ calibration: { scale, raters, leniencyGroups, pairs }, of }: Props) {
  const isShown = ({ key }: { readonly key: string }) => of === null || key === of;
  const shown = raters.filter(isShown);
  const groups = leniencyGroups.map((group) => group.filter(isShown)).filter(({ length }) => length > 0);
  const alone = shown.filter(({ key }) => !groups.some((group) => group.some((one) => one.key === key)));
  const shownPairs = pairs.filter((pair) => pair.raters.some(isShown));
  return (
    <>
      <section className={styles.section}>
        <h3>Leniency</h3>
        <p className={styles.words}>
          In scale points. <b>Adjusted</b> (full dot) compares answers that others rated too; <b>raw</b>{" "}
          (ring) compares all ratings, so it also shows who met the stronger candidates.
        </p>
        {groups.length > 1 && (
          <p className={styles.words}>
            The interviewers in one list share areas, directly or through others. Two lists can’t be compared.
          </p>
        )}
        {groups.map((group) => (
          <LeniencyLines key={group[0]?.key} group={group} />
        ))}
        {alone.length > 0 && (
          <>
            <ul className={styles.words}>
              {alone.map((rater) => (
                <li key={rater.key}>
                  <bdi>{rater.name}</bdi>: not enough overlap; {overlapWords(rater.shared)} rated by others
                  too.
                </li>
              ))}
            </ul>
            <p className={styles.words}>{leniencyNeeds}</p>
          </>
        )}
      </section>
      <section className={styles.section}>
        <h3>Agreement between two interviewers</h3>
        {shownPairs.length === 0 ? (
          <p className={styles.words}>Nobody rated the same areas. {pairNeeds}</p>
        ) : (
          <>
            <PairTable pairs={shownPairs} of={of} />
            {shownPairs.some(({ agreement }) => agreement === null) && (
              <p className={styles.words}>{pairNeeds}</p>
            )}
          </>
        )}
      </section>
      <section className={styles.section}>
        <h3>Use of the scale</h3>
        <RangeTable scale={scale} raters={shown} />
        <p className={styles.words}>
          “Narrow”: 9 in 10 ratings fall on one or two points. It needs {RANGE_RATINGS} ratings. Similar
          candidates give the same picture.
        </p>
      </section>
    </>
  );
}
