import { useState } from "react";
import type { PanelInterviewer } from "../../../domain/panels/panel.ts";
import { errorToText } from "../../../domain/text/errorText.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { letOtherDeviceIn, type SeatRefusals as Refusals } from "../../../state/team/refusals.ts";
import { timeToText } from "../../../ui/words/dates.ts";
import styles from "./PanelInvitations.module.css";

/** One that sends nonsense may send much of it. */
const MOST_SHOWN = 3;

interface Props {
  readonly panelId: string;
  readonly interviewer: PanelInterviewer;
  readonly refusals: Refusals;
}

/** What came in an interviewer's name and was not taken in, and the way in for another device. */
export function SeatRefusals({ panelId, interviewer: { id, name }, refusals }: Props) {
  const app = useApp();
  const [problem, setProblem] = useState<string | null>(null);
  const { otherDeviceAt, others } = refusals;
  const now = app.clock.now();

  const letIn = () => {
    letOtherDeviceIn(app, { panelId, seat: id }).catch((error: unknown) => setProblem(errorToText(error)));
  };

  return (
    <div className={styles.refusals}>
      {otherDeviceAt !== null && (
        <p className="notice row">
          <span>
            Another device has also joined with this invitation ({timeToText(otherDeviceAt, now)}). Scorecards
            come in from one device only. If <bdi>{name}</bdi> has moved to the other one, let it in. Then
            nothing more comes in from the first.
          </span>
          <button type="button" className="push" onClick={letIn}>
            Let it in<span className="heard">: the other device of {name}</span>
          </button>
        </p>
      )}
      {problem !== null && (
        <p className="notice error" role="alert">
          {problem}
        </p>
      )}
      {others.slice(0, MOST_SHOWN).map(({ hash, at, refused }) => (
        <p key={hash} className="notice">
          Not taken in ({timeToText(at, now)}): {refused}
        </p>
      ))}
    </div>
  );
}
