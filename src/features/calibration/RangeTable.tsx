import type { RaterUse } from "../../domain/panels/calibration.ts";
import type { Scale } from "../../domain/guides/guide.ts";
import { quantityToText } from "../../domain/text/quantityText.ts";
import { toneOf } from "../../ui/parts/RatingControl.tsx";
import styles from "./Calibration.module.css";

interface Props {
  readonly scale: Scale;
  readonly raters: readonly RaterUse[];
}

/** How often each interviewer gave each point of the scale. */
export function RangeTable({ scale: { points }, raters }: Props) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="heard">How often each point was given</caption>
        <thead>
          <tr>
            <th scope="col">Interviewer</th>
            {points.map(({ value, label }) => (
              <th key={value} scope="col" className={styles.point} title={label}>
                {value}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {raters.map(({ key, name, counts, ratingCount, candidateCount, isNarrow }) => (
            <tr key={key}>
              <th scope="row">
                <bdi>{name}</bdi>
                <span className={`soft small ${styles.under}`}>
                  {quantityToText(ratingCount, "rating")} of {quantityToText(candidateCount, "candidate")}
                </span>
                {isNarrow !== false && (
                  <span className={`small ${styles.under} ${isNarrow ? styles.narrow : "soft"}`}>
                    {isNarrow ? "narrow: nearly all on two points" : "too few ratings to tell"}
                  </span>
                )}
              </th>
              {counts.map((count, index) => (
                <td key={points[index]?.value} className={`figures ${styles.point}`}>
                  <span
                    className={styles.bar}
                    data-tone={toneOf(index, points.length)}
                    style={{ blockSize: `${(36 * count) / Math.max(1, ratingCount)}px` }}
                    aria-hidden="true"
                  />
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
