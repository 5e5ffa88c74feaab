import { useState } from "react";
import type { PanelInterviewer } from "../../../domain/panels/panel.ts";
import { errorToText } from "../../../domain/text/errorText.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { letDeviceIn, type SeatRefusal } from "../../../state/team/refusals.ts";
import { timeToText } from "../../../ui/words/dates.ts";
import styles from "./PanelInvitations.module.css";

/** One that sends nonsense may send much of it. */
const MOST_SHOWN = 3;

interface Props {
  readonly panelId: string;
  readonly interviewer: PanelInterviewer;
  /** The last first. */
  readonly refusals: readonly SeatRefusal[];
}

/** What came in an interviewer's name and was not taken in, and the way in for another device. */
export function SeatRefusals({ panelId, interviewer: { id, name }, refusals }: Props) {
  const app = useApp();
  const [said, setSaid] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const now = app.clock.now();

  const letIn = async (device: string) => {
    try {
      await letDeviceIn(app, { panelId, seat: id }, device);
      setSaid("Device let in. From now on, scorecards arrive from that device only.");
      setProblem(null);
    } catch (error) {
      setProblem(errorToText(error));
    }
  };

  // What can be done comes before what was.
  const isDevice = ({ device }: SeatRefusal) => device !== undefined;
  const shown = [...refusals.filter(isDevice), ...refusals.filter((one) => !isDevice(one))];
  return (
    <div className={styles.refusals}>
      {shown.slice(0, MOST_SHOWN).map(({ hash, at, refused, device }) =>
        device === undefined ? (
          <p key={hash} className="notice">
            Not accepted ({timeToText(at, now)}): {refused}
          </p>
        ) : (
          <p key={hash} className="notice row">
            <span>
              Another device joined with this invitation ({timeToText(at, now)}). Scorecards arrive from one
              device only. Let this device in if <bdi>{name}</bdi> has moved to it.
            </span>
            <button type="button" className="push" onClick={() => void letIn(device)}>
              Let this device in<span className="heard">: the other device of {name}</span>
            </button>
          </p>
        ),
      )}
      <p role="status" className="small soft">
        {said}
      </p>
      {problem !== null && (
        <p className="notice error" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
