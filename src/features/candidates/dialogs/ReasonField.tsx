import type { ReactNode, Ref } from "react";
import { LONGEST_TEXT } from "../../../domain/text/limits.ts";

interface Props {
  readonly ref: Ref<HTMLTextAreaElement>;
  readonly label: string;
  readonly value: string;
  /** Why it is not taken; null where it is. */
  readonly problem: string | null;
  readonly hint?: ReactNode;
  readonly onChange: (value: string) => void;
}

/** Where the reason for what is done with a candidate's data is written. */
export function ReasonField({ ref, label, value, problem, hint, onChange }: Props) {
  const describedBy = [...(problem === null ? [] : ["reason-problem"]), ...(hint ? ["reason-hint"] : [])];
  return (
    <>
      <label>
        {label}
        <textarea
          dir="auto"
          maxLength={LONGEST_TEXT}
          rows={2}
          ref={ref}
          aria-required
          aria-invalid={problem !== null}
          aria-describedby={describedBy.join(" ") || undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
      {problem !== null && (
        <p id="reason-problem" className="notice error" role="alert">
          {problem}
        </p>
      )}
      {hint && (
        <p id="reason-hint" className="small soft">
          {hint}
        </p>
      )}
    </>
  );
}
