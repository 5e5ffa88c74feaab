import type { NotAssessed, Rating } from "../../domain/session/answer.ts";
import type { Scale } from "../../domain/guides/guide.ts";
import styles from "./RatingControl.module.css";

interface Props {
  readonly scale: Scale;
  /** Why an area may not be assessed, in the order of the list. */
  readonly reasonWords: Readonly<Record<NotAssessed, string>>;
  readonly rating: Rating | null;
  /** What is rated, for people who hear it. */
  readonly label: string;
  /** Unique on the page. */
  readonly name: string;
  /** -1 takes it out of the Tab order; keys and pointer still reach it. */
  readonly tabIndex?: number | undefined;
  readonly onRate: (rating: Rating | null) => void;
}

/** The points of a scale, and "not assessed" with its reason. A click on the chosen point takes it back. */
export function RatingControl({ scale, reasonWords, rating, label, name, tabIndex, onRate }: Props) {
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
            checked={rating === point.value}
            onChange={() => onRate(point.value)}
            onClick={() => {
              if (rating === point.value) onRate(null);
            }}
          />
          <span aria-hidden="true">{point.value}</span>
        </label>
      ))}
      <span
        className={styles.notAssessed}
        data-not-assessed
        data-set={typeof rating === "string" || undefined}
      >
        <select
          className={styles.input}
          tabIndex={tabIndex}
          aria-label={`Not assessed: ${label}`}
          title="Not assessed, and why"
          value={typeof rating === "string" ? rating : ""}
          onChange={({ target: { value } }) => onRate(isOneOf(reasonWords, value) ? value : null)}
        >
          <option value="">not assessed…</option>
          {Object.entries(reasonWords).map(([reason, words]) => (
            <option key={reason} value={reason}>
              {words}
            </option>
          ))}
        </select>
        {/* Each text is a new one, which comes and does not move. */}
        <span key={rating} aria-hidden="true">
          {typeof rating === "string" ? reasonWords[rating] : "N/A"}
        </span>
      </span>
    </fieldset>
  );
}

function isOneOf<K extends string>(words: Readonly<Record<K, string>>, value: string): value is K {
  return Object.hasOwn(words, value);
}

/** @returns which of the five tones a point has, so that a scale of four uses both ends too */
export function toneOf(index: number, count: number): number {
  return 1 + Math.round((4 * index) / Math.max(1, count - 1));
}
