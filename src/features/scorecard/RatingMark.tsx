import { isPoint, type Rating } from "../../domain/answer.ts";
import type { Scale } from "../../domain/guide.ts";
import { notAssessedWords, toneOf } from "../../ui/RatingControl.tsx";
import styles from "./ScorecardPage.module.css";

interface Props {
  readonly scale: Scale;
  readonly rating: Rating | null;
}

export function RatingMark({ scale, rating }: Props) {
  if (rating === null) return <span className="small soft">not rated</span>;
  if (!isPoint(rating)) return <span className={styles.none}>{notAssessedWords[rating]}</span>;
  const index = scale.points.findIndex(({ value }) => value === rating);
  return (
    <span
      className={styles.mark}
      data-tone={toneOf(index, scale.points.length)}
      title={scale.points[index]?.label}
    >
      {rating}
    </span>
  );
}
