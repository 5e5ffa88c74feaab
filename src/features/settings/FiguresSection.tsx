import { useState } from "react";
import type { Figures } from "../../domain/panels/figures.ts";
import { errorToText } from "../../domain/text/errorText.ts";
import { useApp } from "../../state/app/appContext.ts";
import { keepFigures, useFigures } from "../../state/app/figures.ts";
import styles from "./KeysSection.module.css";

/** Whether anything is computed from ratings, for all that is on this machine. */
export function FiguresSection() {
  const app = useApp();
  const stored = useFigures();
  /** What was chosen here: the box does not wait for the disk. */
  const [chosen, choose] = useState<Figures | null>(null);
  const figures = chosen ?? stored;
  const [problem, setProblem] = useState<string | null>(null);
  const keep = (wanted: Figures) => {
    setProblem(null);
    choose(wanted);
    keepFigures(app, wanted).catch((error: unknown) => {
      choose(null);
      setProblem(`The choice could not be saved: ${errorToText(error)}`);
    });
  };
  return (
    <section className={styles.section} aria-labelledby="figures-title">
      <h2 id="figures-title">Computed figures</h2>
      <p className="soft">
        Means, spreads and agreement figures, and orders and hints that follow from them: in debriefs,
        comparisons, calibration, packets and exports. Without them only the ratings themselves are shown.
        Some rules for hiring, such as California’s since October 2025, cover every figure that a computer
        works out. The decision packet says whether there were any.
      </p>
      {stored && (
        <label className="row">
          <input
            type="checkbox"
            checked={figures === "on"}
            onChange={(event) => keep(event.target.checked ? "on" : "off")}
          />
          Compute figures from ratings
        </label>
      )}
      {problem !== null && (
        <p className="notice error" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
