import type { NotAssessed, Rating } from "../../domain/session/answer.ts";
import type { Scale } from "../../domain/guides/guide.ts";
import styles from "./RatingControl.module.css";

/** In the order of the list; the words of a type are no value to import. */
const notAssessedReasons = ["noEvidence", "notAsked"] as const satisfies readonly NotAssessed[];

export const notAssessedWords: Readonly<Record<NotAssessed, string>> = {
  noEvidence: "no evidence",
  notAsked: "not asked",
};

interface Props {
  readonly scale: Scale;
  readonly rating: Rating | null;
  /** What is rated, for people who hear it. */
  readonly label: string;
  /** Unique on the page. */
  readonly name: string;
  /** Shows that there is a rating, not which. */
  readonly isHidden: boolean;
  /** -1 takes it out of the Tab order; keys and pointer still reach it. */
  readonly tabIndex?: number | undefined;
  readonly onRate: (rating: Rating | null) => void;
}

/** The points of a scale, and "not assessed" with its reason. A click on the chosen point takes it back. */
export function RatingControl({ scale, rating, label, name, isHidden, tabIndex, onRate }: Props) {
  return (
    <fieldset className={styles.rating}>
      <legend className="heard">Rating: {label}</legend>
      {scale.points.map((point, index) => (
        <label key={point.value} className={styles.point} data-tone={toneOf(index, scale.points.length)}>
          <input
            type="radio"
            className={styles.input}
            tabIndex={tabIndex}
            name={name}
            aria-label={`${point.value}: ${point.label}`}
            title={`${point.value}: ${point.label}. ${point.meaning}`}
            checked={!isHidden && rating === point.value}
            onChange={() => onRate(point.value)}
            onClick={() => {
              if (rating === point.value) onRate(null);
            }}
          />
          <span aria-hidden="true">{point.value}</span>
        </label>
      ))}
      <select
        className={styles.notAssessed}
        tabIndex={tabIndex}
        aria-label={`Not assessed: ${label}`}
        title="Not assessed, and why"
        data-set={(!isHidden && typeof rating === "string") || undefined}
        value={!isHidden && typeof rating === "string" ? rating : ""}
        onChange={(event) => onRate(isReason(event.target.value) ? event.target.value : null)}
      >
        <option value="">{isHidden && rating !== null ? "(rated)" : "not assessed…"}</option>
        {notAssessedReasons.map((reason) => (
          <option key={reason} value={reason}>
            {notAssessedWords[reason]}
          </option>
        ))}
      </select>
    </fieldset>
  );
}

function isReason(value: string): value is NotAssessed {
  return value in notAssessedWords;
}

/** @returns which of the five tones a point has, so that a scale of four uses both ends too */
export function toneOf(index: number, count: number): number {
  return 1 + Math.round((4 * index) / Math.max(1, count - 1));
}
