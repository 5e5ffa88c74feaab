import type { RaterPair } from "../../domain/panels/calibration.ts";
import { coefficientToText, overlapWords, shareToText } from "./calibrationWords.ts";
import styles from "./Calibration.module.css";

interface Props {
  readonly pairs: readonly RaterPair[];
  /** Whose pairs these are, by key: only the other one is named then. Null where they are everybody's. */
  readonly of: string | null;
}

/** How far two interviewers agree where both rated the same areas. */
export function PairTable({ pairs, of }: Props) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="heard">Agreement between two interviewers</caption>
        <thead>
          <tr>
            <th scope="col">{of === null ? "Interviewers" : "With"}</th>
            <th scope="col">Same point</th>
            <th scope="col">Within one point</th>
            <th scope="col">Weighted kappa</th>
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ raters, overlap, agreement }) => (
            <tr key={raters.map(({ key }) => key).join("\n")}>
              <th scope="row">
                {raters
                  .filter(({ key }) => key !== of)
                  .map(({ key, name }, at) => (
                    <span key={key}>
                      {at > 0 && ", "}
                      <bdi>{name}</bdi>
                    </span>
                  ))}
                <span className={`soft small ${styles.under}`}>{overlapWords(overlap)}</span>
              </th>
              {agreement ? (
                <>
                  <td className="figures">{shareToText(agreement.exact)}</td>
                  <td className="figures">{shareToText(agreement.withinOne)}</td>
                  <td className="figures">
                    <b>{coefficientToText(agreement.kappa)}</b>
                  </td>
                </>
              ) : (
                <td colSpan={3} className="soft">
                  not enough overlap
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
