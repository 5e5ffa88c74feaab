import type { UseFormRegisterReturn } from "react-hook-form";
import type { Anchor } from "../../../domain/guides/guide.ts";
import { LONGEST_TEXT } from "../../../domain/text/limits.ts";
import styles from "./GuideEditorFields.module.css";

interface Props {
  /** What they are anchors of: "Dough", "area 2". */
  readonly of: string;
  readonly anchors: readonly Anchor[];
  readonly register: (index: number) => UseFormRegisterReturn;
}

/** What each point of the scale sounds like. */
export function GuideEditorAnchors({ of, anchors, register }: Props) {
  return (
    <ol className={styles.anchors}>
      {anchors.map(({ point }, index) => (
        <li key={point} className={styles.anchor}>
          <b className="figures" aria-hidden="true">
            {point}
          </b>
          <textarea
            className={styles.growing}
            dir="auto"
            maxLength={LONGEST_TEXT}
            rows={1}
            aria-label={`Point ${point} of ${of}`}
            {...register(index)}
          />
        </li>
      ))}
    </ol>
  );
}
