import { useState, type RefObject, type SubmitEvent } from "react";
import type { CompetencyMean } from "../../../domain/panels/comparison.ts";
import { weigh } from "../../../domain/panels/debrief.ts";
import { LONGEST_TEXT } from "../../../domain/text/limits.ts";
import type { Debrief } from "../../../domain/panels/panel.ts";
import styles from "../debrief/Debrief.module.css";

interface Props {
  readonly ref: RefObject<HTMLDialogElement | null>;
  readonly competencies: readonly CompetencyMean[];
  readonly debrief: Debrief;
  readonly onDebrief: (change: (debrief: Debrief) => Debrief) => void;
}

/** Weighs competencies against each other, with a reason. */
export function WeightsDialog({ ref, competencies, debrief, onDebrief }: Props) {
  const [weights, setWeights] = useState<Readonly<Record<string, string>>>({});
  const [writtenReason, setWrittenReason] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const names = new Map(competencies.map(({ competencyId, name }) => [competencyId, name]));
  const reason = writtenReason ?? debrief.weightsReason;
  const weightOf = (id: string) => weights[id] ?? String(debrief.weights?.[id] ?? 1);

  const weighSo = (chosen: Debrief["weights"], why: string) => {
    onDebrief((before) => weigh(before, chosen, why));
    // What is written from now on begins with what stands then, which another tab may have changed.
    setWeights({});
    setWrittenReason(null);
    setProblem(null);
    ref.current?.close();
  };

  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (reason.trim() === "") {
      setProblem("Enter a reason.");
      return;
    }
    const chosen = Object.fromEntries(Array.from(names.keys(), (id) => [id, Number(weightOf(id))]));
    weighSo(chosen, reason);
  };

  return (
    <dialog ref={ref} aria-labelledby="weights-title">
      <form onSubmit={save} className={styles.dialog}>
        <h2 id="weights-title">Weights</h2>
        <p className="soft">
          Equal weights work nearly as well as chosen ones, and need no justification. The equal-weight mean
          stays on screen beside the weighted one.
        </p>
        <div className={styles.weights}>
          {Array.from(names, ([id, name]) => (
            <label key={id} className={styles.weight}>
              <span dir="auto">{name === "" ? "No competency" : name}</span>
              <input
                type="number"
                min={0}
                max={10}
                step="any"
                required
                value={weightOf(id)}
                onChange={(event) => setWeights({ ...weights, [id]: event.target.value })}
              />
            </label>
          ))}
        </div>
        <label>
          Reason for these weights
          <textarea
            dir="auto"
            maxLength={LONGEST_TEXT}
            rows={3}
            required
            value={reason}
            onChange={(event) => setWrittenReason(event.target.value)}
          />
        </label>
        {problem !== null && (
          <p className="notice error" role="alert">
            {problem}
          </p>
        )}
        <span className="row">
          <button type="button" onClick={() => weighSo(null, "")}>
            Equal weights
          </button>
          <span className="actions">
            <button type="button" onClick={() => ref.current?.close()}>
              Cancel
            </button>
            <button type="submit" className="primary">
              Apply weights
            </button>
          </span>
        </span>
      </form>
    </dialog>
  );
}
