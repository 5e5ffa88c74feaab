import type { ComponentProps } from "react";
import { Field } from "./Field.tsx";

interface Props extends ComponentProps<"input"> {
  /** The candidates that the device knows, to choose from. */
  readonly names: readonly string[];
  readonly error: string | undefined;
}

/** For a form's `register`: there is no interview and no panel without a candidate. */
export const candidateRule = {
  validate: (value: string) => value.trim() !== "" || "Enter the candidate’s name.",
};

/** Whom an interview or a panel is about. */
export function CandidateField({ names, error, ...input }: Props) {
  return (
    <Field label="Candidate" id="candidate" error={error}>
      <input
        id="candidate"
        list="candidate-names"
        dir="auto"
        autoComplete="off"
        aria-required
        aria-invalid={error !== undefined}
        aria-describedby="candidate-error"
        {...input}
      />
      <datalist id="candidate-names">
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </datalist>
    </Field>
  );
}
