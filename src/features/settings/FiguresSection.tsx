import { useState } from "react";
import type { Figures } from "../../domain/panels/figures.ts";
import { errorToText } from "../../domain/text/errorText.ts";
import { useApp } from "../../state/app/appContext.ts";
import { keepFigures } from "../../state/app/figures.ts";
import styles from "./KeysSection.module.css";

/** Whether anything is computed from ratings, for all that is on this device. */
export function FiguresSection({ stored }: { readonly stored: Figures }) {
  const app = useApp();
  /** What was chosen here: the box does not wait for the disk. */
  const [chosen, choose] = useState<Figures | null>(null);
  const figures = chosen ?? stored;
  const [problem, setProblem] = useState<string | null>(null);
  const keep = (wanted: Figures) => {
    setProblem(null);
    choose(wanted);
    keepFigures(app, wanted).catch((error: unknown) => {
      choose(null);
      setProblem(`This setting could not be saved: ${errorToText(error)}`);
    });
  };
  return (
    <section className={styles.section} aria-labelledby="figures-title">
      <h2 id="figures-title">Computed figures</h2>
      <p className="soft">
        Means, gaps and agreement figures, and the orders and hints based on them, in debriefs, comparisons,
        calibration, packets and exports. When off, only the ratings themselves are shown. Some hiring rules,
        such as California’s since October 2025, may apply to computed figures. The decision packet says
        whether figures were computed.
      </p>
      <label className="row">
        <input
          type="checkbox"
          checked={figures === "on"}
          onChange={(event) => keep(event.target.checked ? "on" : "off")}
        />
        Compute figures from ratings
      </label>
      {problem !== null && (
        <p className="notice error" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
