import { useState } from "react";
import { errorToText } from "../../domain/text/errorText.ts";
import { useApp } from "../../state/app/appContext.ts";
import { keepFigures, useFigures } from "../../state/app/figures.ts";
import styles from "./KeysSection.module.css";

/** Whether anything is computed from ratings, for all that is on this device. */
export function FiguresSection() {
  const app = useApp();
  const figures = useFigures();
  const [problem, setProblem] = useState<string | null>(null);
  const keep = (isOn: boolean) => {
    setProblem(null);
    keepFigures(app, isOn ? "on" : "off").catch((error: unknown) =>
      setProblem(`This setting could not be saved: ${errorToText(error)}`),
    );
  };
  return (
    <section className={styles.section} aria-labelledby="figures-title">
      <h2 id="figures-title">Computed figures</h2>
      <p className="soft">
        Means, gaps and agreement figures, and the orders and hints based on them, in debriefs, comparisons,
        calibration, packets and exports. When off, only the ratings themselves are shown. Some hiring rules,
        such as California’s since October 2025, cover every figure that a computer works out. The decision
        packet says whether figures were computed.
      </p>
      {figures && (
        <label className="row">
          <input
            type="checkbox"
            checked={figures === "on"}
            onChange={(event) => keep(event.target.checked)}
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
