import type { RaterLeniency } from "../../domain/panels/calibration.ts";
import { quantityToText } from "../../domain/text/quantityText.ts";
import { differenceToText } from "./calibrationWords.ts";
import styles from "./Calibration.module.css";

interface Props {
  readonly group: readonly RaterLeniency[];
}

/** One line an interviewer: a dot for how much milder or stricter than the others, adjusted and raw. */
export function LeniencyLines({ group }: Props) {
  const furthest = Math.max(...group.flatMap(({ raw, adjusted }) => [Math.abs(raw), Math.abs(adjusted)]));
  // Half a point at each end at least, so that trifles look like trifles.
  const reach = Math.max(0.5, Math.ceil(furthest * 2) / 2);
  const placeOf = (points: number) => `${50 + (50 * points) / reach}%`;
  return (
    <div className={styles.lines}>
      <p className={styles.ends} aria-hidden="true">
        <span>{differenceToText(-reach)} stricter</span>
        <span>same as others</span>
        <span>more lenient {differenceToText(reach)}</span>
      </p>
      <ul>
        {group.map(({ key, name, raw, adjusted, shared }) => (
          <li key={key} className={styles.line}>
            <b dir="auto">{name}</b>
            <span className={styles.track} aria-hidden="true">
              <span className={styles.rawDot} style={{ insetInlineStart: placeOf(raw) }} />
              <span className={styles.dot} style={{ insetInlineStart: placeOf(adjusted) }} />
            </span>
            <span className="figures">
              <b>{differenceToText(adjusted)}</b> adjusted · {differenceToText(raw)} raw
              <span className={`soft small ${styles.under}`}>
                {quantityToText(shared.unitCount, "shared area")}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
