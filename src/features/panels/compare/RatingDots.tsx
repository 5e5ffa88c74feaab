import { placeOnScale, ratingDots, type SeatMean } from "../../../domain/panels/comparison.ts";
import type { Seat } from "../../../domain/panels/debrief.ts";
import type { Scale } from "../../../domain/guides/guide.ts";
import { meanToText } from "../../../interchange/documents/documentWords.ts";
import { toneOf } from "../../../ui/parts/RatingControl.tsx";
import styles from "./RatingDots.module.css";

interface Props {
  readonly scale: Scale;
  readonly seats: readonly Pick<Seat, "id" | "name" | "initials">[];
  readonly bySeat: readonly Pick<SeatMean, "seatId" | "points">[];
  /** Null where there is none, and where none is computed. */
  readonly mean: number | null;
}

/**
 * Every rating as a dot on the scale, with whose it is, and the mean below them: raters do not see the steps as equal, and
 * a 1 and a 5 are not a 3.
 */
export function RatingDots({ scale, seats, bySeat, mean }: Props) {
  const { points } = scale;
  const seatOf = (seatId: string) => seats.find(({ id }) => id === seatId);
  const nameOf = (seatId: string) => seatOf(seatId)?.name ?? "";
  const dots = ratingDots(bySeat);
  return (
    <>
      <div
        aria-hidden="true"
        className={styles.scale}
        style={{ gridTemplateColumns: `repeat(${points.length}, minmax(2.4em, 1fr))` }}
      >
        {mean !== null && (
          <span
            className={styles.mean}
            style={{ insetInlineStart: `${((placeOnScale(scale, mean) + 0.5) / points.length) * 100}%` }}
          />
        )}
        {points.map(({ value }, index) => (
          <span key={value} className={styles.point}>
            <span className={styles.dots}>
              {dots
                .filter(({ point }) => point === value)
                .map(({ seatId, count }) => (
                  <span
                    key={seatId}
                    className={styles.dot}
                    data-tone={toneOf(index, points.length)}
                    title={`${nameOf(seatId)}: ${value}${count > 1 ? `, ${count} times` : ""}`}
                  >
                    {seatOf(seatId)?.initials}
                    {count > 1 && <small>×{count}</small>}
                  </span>
                ))}
            </span>
            <span className={styles.value}>{value}</span>
          </span>
        ))}
      </div>
      <span className="heard">
        {bySeat
          .filter((one) => one.points.length > 0)
          .map(({ seatId, points: given }) => `${nameOf(seatId)} ${given.join(", ")}`)
          .join("; ")}
        {mean !== null && `; mean ${meanToText(mean)}`}
      </span>
    </>
  );
}
