import { useState, type SubmitEvent } from "react";
import type { Panel } from "../../../domain/panels/panel.ts";
import { errorToText } from "../../../domain/text/errorText.ts";
import { LONGEST_NAME } from "../../../domain/text/limits.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { askToUnlock, useEarlyReason } from "../../../state/team/earlyRequests.ts";
import { useRefusals } from "../../../state/team/refusals.ts";
import { useOpenDialog } from "../../../ui/page/useOpenDialog.ts";
import { timeToText } from "../../../ui/words/dates.ts";
import styles from "./Debrief.module.css";

interface Props {
  readonly panel: Panel;
  readonly lockedIds: ReadonlySet<string>;
  /** When each scorecard came in (epoch ms), by interviewer id. */
  readonly receivedAt: ReadonlyMap<string, number>;
  /** Whether the lead has still to submit. */
  readonly isLeadAwaited: boolean;
}

/** What came in by a team and can't be read here yet or was not added, and who unlocked what before the lead had submitted. */
export function LockedScorecards({ panel, lockedIds, receivedAt, isLeadAwaited }: Props) {
  const { clock } = useApp();
  const earlyReason = useEarlyReason(panel.id);
  const refusals = useRefusals(panel.id);
  const [isAsking, setAsking] = useState(false);
  const namesOf = (ids: readonly string[]) =>
    panel.interviewers
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join(", ");
  const now = clock.now();
  return (
    <>
      {panel.unlockedEarly?.map(({ interviewerId, reason, at }) => (
        <p key={`${interviewerId} ${reason}`} className="notice">
          <bdi>{namesOf([interviewerId])}</bdi> unlocked the scorecards ({timeToText(at, now)}) before the
          lead had submitted. The lead’s reason: “<bdi>{reason}</bdi>”
        </p>
      ))}
      {lockedIds.size > 0 && (
        <p className="notice row">
          <span>
            Received, but locked: <bdi>{namesOf([...lockedIds])}</bdi>.{" "}
            {isLeadAwaited
              ? "This unlocks automatically once you submit yours and an interviewer’s browser is connected."
              : "This unlocks automatically once an interviewer’s browser is connected."}
            {isLeadAwaited && earlyReason != null && (
              <>
                {" "}
                You asked the others to unlock earlier. One of them has to agree: “<bdi>{earlyReason}</bdi>”
              </>
            )}
          </span>
          {isLeadAwaited && earlyReason !== undefined && (
            <button type="button" className="push" onClick={() => setAsking(true)}>
              {earlyReason === null ? "Ask to unlock now…" : "Ask again…"}
            </button>
          )}
        </p>
      )}
      {panel.interviewers.map(({ id, name }) => {
        // The last first; what came in since tells of itself.
        const last = refusals?.get(id)?.find(({ device }) => device === undefined);
        return (
          last &&
          (receivedAt.get(id) ?? 0) <= last.at && (
            <p key={id} className="notice">
              A scorecard that came in for <bdi>{name}</bdi> was not added ({timeToText(last.at, now)}):{" "}
              {last.refused}
            </p>
          )
        );
      })}
      {isAsking && (
        <AskDialog panelId={panel.id} askedBefore={earlyReason} onClose={() => setAsking(false)} />
      )}
    </>
  );
}

interface DialogProps {
  readonly panelId: string;
  /** The reason that was given before. */
  readonly askedBefore: string | null | undefined;
  readonly onClose: () => void;
}

function AskDialog({ panelId, askedBefore, onClose }: DialogProps) {
  const app = useApp();
  const ref = useOpenDialog();
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const ask = async (event: SubmitEvent) => {
    event.preventDefault();
    if (reason.trim() === "") {
      setProblem("Enter a reason.");
      return;
    }
    if (reason.trim() === askedBefore) {
      setProblem("You have given this reason before. Say what has changed.");
      return;
    }
    try {
      await askToUnlock(app, panelId, reason.trim());
      ref.current?.close();
    } catch (error) {
      setProblem(`Nobody was asked: ${errorToText(error)}`);
    }
  };
  return (
    <dialog ref={ref} aria-labelledby="ask-title" onClose={onClose}>
      <form className={styles.dialog} onSubmit={(event) => void ask(event)}>
        <h2 id="ask-title">Ask to unlock the scorecards now?</h2>
        <p>
          You lead this panel and have not submitted your own scorecard. Another interviewer reads your reason
          and has to agree. The panel’s record keeps who agreed, when and why.
        </p>
        <label>
          Reason
          <textarea
            dir="auto"
            rows={3}
            required
            maxLength={LONGEST_NAME}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        {problem !== null && (
          <p className="notice error" role="alert">
            {problem}
          </p>
        )}
        <span className="row actions">
          <button type="button" onClick={() => ref.current?.close()}>
            Cancel
          </button>
          <button type="submit" className="primary">
            Ask the others
          </button>
        </span>
      </form>
    </dialog>
  );
}
