import type { CandidatePart } from "../../../domain/candidates/candidate.ts";
import { contentsToText, partTimeToText, roleOf } from "../candidateWords.ts";
import styles from "../Candidates.module.css";

interface Props {
  readonly legend: string;
  readonly parts: readonly CandidatePart[];
  readonly leftOutIds: ReadonlySet<string>;
  readonly onLeaveOut: (ids: ReadonlySet<string>) => void;
}

/** What there is under one name, to take or leave out: two people may have one name. */
export function PartPicker({ legend, parts, leftOutIds, onLeaveOut }: Props) {
  return (
    <fieldset className={styles.parts}>
      <legend className="small soft">{legend}</legend>
      {parts.map((part) => (
        <label key={part.id} className={styles.part}>
          <input
            type="checkbox"
            checked={!leftOutIds.has(part.id)}
            onChange={(event) => {
              const ids = new Set(leftOutIds);
              if (event.target.checked) ids.delete(part.id);
              else ids.add(part.id);
              onLeaveOut(ids);
            }}
          />
          <span>
            <bdi>{roleOf(part)}</bdi>{" "}
            <span className="small soft">
              {contentsToText([part])} · {partTimeToText(part)}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
