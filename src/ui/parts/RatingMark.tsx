import type { Mark } from "../../domain/panels/debrief.ts";
import type { Scale } from "../../domain/guides/guide.ts";
import { toneOf } from "./RatingControl.tsx";
import styles from "./RatingMark.module.css";

interface Props {
  readonly scale: Scale;
  readonly mark: Mark;
  /** Says why there is none. */
  readonly toWords: (mark: Exclude<Mark, number>) => string;
  /** Shapes in place of words, for large tables; the words are still heard. */
  readonly isShort?: boolean;
}

/** A rating, or why there is none. The number is always written, and what is no number has a shape of its own. */
export function RatingMark({ scale, mark, toWords, isShort = false }: Props) {
  if (typeof mark === "number") {
    const index = scale.points.findIndex(({ value }) => value === mark);
    return (
      <span
        className={styles.mark}
        data-tone={toneOf(index, scale.points.length)}
        title={scale.points[index]?.label}
      >
        {mark}
      </span>
    );
  }
  const words = toWords(mark);
  if (!isShort && mark !== "notPlanned") {
    return (
      <span className={styles.none} data-kind={mark ?? "open"}>
        {words}
      </span>
    );
  }
  return (
    <span className={styles.shape} data-kind={mark ?? "open"} title={words}>
      <span className="heard">{words}</span>
    </span>
  );
}
