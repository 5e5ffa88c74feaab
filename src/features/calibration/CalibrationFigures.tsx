import { useState, type ReactNode, type SubmitEvent } from "react";
import type { Calibration, Rater, ScaleCalibration } from "../../domain/panels/calibration.ts";
import { focusOnMount } from "../../ui/page/focusOnMount.ts";
import { ScaleFigures } from "./ScaleFigures.tsx";
import { TogetherFigures } from "./TogetherFigures.tsx";
import styles from "./Calibration.module.css";

/** Stands for one who does not interview. */
const NOBODY = "";

interface Props {
  readonly calibration: Calibration;
  /** The key of whoever plans on this device: proposed where it is among the interviewers. */
  readonly proposedKey: string;
}

/** Asks who is looking: one's own figures come first, everybody's after. */
export function CalibrationFigures({ calibration: { scales, raters }, proposedKey }: Props) {
  const [pickedKey, pick] = useState(raters.some(({ key }) => key === proposedKey) ? proposedKey : NOBODY);
  const [shownKey, show] = useState<string | null>(null);
  const [isUnfolded, setUnfolded] = useState(false);
  const me = raters.find(({ key }) => key === shownKey);
  const isAllShown = shownKey === NOBODY || isUnfolded;

  const answer = (event: SubmitEvent) => {
    event.preventDefault();
    show(pickedKey);
    setUnfolded(false);
  };

  return (
    <>
      <form className={styles.who} onSubmit={answer}>
        <label htmlFor="who">Who are you?</label>
        <span className="row">
          <select id="who" value={pickedKey} onChange={(event) => pick(event.target.value)}>
            <option value={NOBODY}>None of these</option>
            {raters.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
          <button type="submit" className="primary">
            Show figures
          </button>
        </span>
        <span className="soft small">You see your own figures first, before anyone else’s.</span>
      </form>
      {me && <OwnFigures key={me.key} me={me} scales={scales} />}
      {me && !isUnfolded && (
        <p>
          <button type="button" aria-expanded={false} onClick={() => setUnfolded(true)}>
            Show everyone’s figures
          </button>
        </p>
      )}
      {isAllShown && <EverybodysFigures scales={scales} />}
    </>
  );
}

interface OwnProps {
  readonly me: Rater;
  readonly scales: readonly ScaleCalibration[];
}

function OwnFigures({ me, scales }: OwnProps) {
  const own = scales.filter(({ raters }) => raters.some(({ key }) => key === me.key));
  return (
    <section className={styles.part} aria-labelledby="own">
      <h2 id="own" tabIndex={-1} ref={focusOnMount}>
        Your figures, <bdi>{me.name}</bdi>
      </h2>
      {own.map((calibration) => (
        <OneScale key={calibration.id} calibration={calibration} isAlone={own.length === 1}>
          <ScaleFigures calibration={calibration} of={me.key} />
        </OneScale>
      ))}
    </section>
  );
}

function EverybodysFigures({ scales }: { readonly scales: readonly ScaleCalibration[] }) {
  return (
    <section className={styles.part} aria-labelledby="everybody">
      {/* The button that was pressed is gone. */}
      <h2 id="everybody" tabIndex={-1} ref={focusOnMount}>
        Everyone’s figures
      </h2>
      {scales.map((calibration) => (
        <OneScale key={calibration.id} calibration={calibration} isAlone={scales.length === 1}>
          <TogetherFigures calibration={calibration} />
          <ScaleFigures calibration={calibration} of={null} />
        </OneScale>
      ))}
    </section>
  );
}

interface ScaleProps {
  readonly calibration: ScaleCalibration;
  readonly isAlone: boolean;
  readonly children: ReactNode;
}

/** Says which scale it is where there are several: they are never mixed. */
function OneScale({ calibration: { scale }, isAlone, children }: ScaleProps) {
  return (
    <>
      {!isAlone && (
        <p className="eyebrow figures">
          Scale of the points {scale.points.map(({ value }) => value).join(", ")}
        </p>
      )}
      {children}
    </>
  );
}
