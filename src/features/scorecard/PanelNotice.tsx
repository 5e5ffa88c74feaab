import { Link } from "wouter";
import type { Scorecard } from "../../domain/session/scorecard.ts";
import type { SeatStatus } from "../../domain/panels/seatStatus.ts";
import { canPickFolder } from "../../ui/files/folderPicker.ts";
import { SendToLead } from "./SendToLead.tsx";

interface Props {
  readonly scorecard: Scorecard;
  /** What it is encrypted to. */
  readonly publicKey: string;
  readonly seat: SeatStatus;
  /** Whether its team's folder has still to be picked on this device. */
  readonly isWaitingForFolder: boolean;
  readonly onProblem: (problem: string | null) => void;
}

/** That the scorecard is part of a panel that is led elsewhere: whether it is there, how it gets there, and what sends it. */
export function PanelNotice({ scorecard, publicKey, seat, isWaitingForFolder, onProblem }: Props) {
  const { panel } = scorecard.first.session;
  const lead = <bdi>{panel?.lead ?? "the panel’s lead"}</bdi>;
  const isReceived = seat.state === "received";
  return (
    <div className={`notice row noPrint${isReceived ? " good" : ""}`}>
      <p>
        This scorecard is part of a panel.{" "}
        {isReceived ? (
          <>
            <bdi>{panel?.lead ?? "The panel’s lead"}</bdi> has it.
          </>
        ) : seat.team === "carries" ? (
          <>
            It goes to {lead} automatically
            {isWaitingForFolder ? (
              <>
                {" "}
                once the folder that your team shares is open here: see <Link href="/panels">Panels</Link>.
              </>
            ) : (
              "."
            )}
          </>
        ) : panel?.isLead ? (
          "Move its encrypted file to the device that you lead the panel from, and add it there."
        ) : (
          <>
            Send its encrypted file to {lead}. Only the lead can open it.
            {isWaitingForFolder && canPickFolder() && (
              <>
                {" "}
                Or, under <Link href="/panels">Panels</Link>, pick the folder that your team shares: then it
                goes automatically.
              </>
            )}
          </>
        )}
      </p>
      <div className="actions">
        <SendToLead
          scorecard={scorecard}
          publicKey={publicKey}
          isToSend={seat.next === "send" || seat.next === "moveToLead"}
          isSent={seat.state !== "submitted"}
          onProblem={onProblem}
        />
      </div>
    </div>
  );
}
