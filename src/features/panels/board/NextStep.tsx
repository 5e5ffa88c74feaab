import { useEffect, useState } from "react";
import { Link, Redirect } from "wouter";
import { toError } from "../../../domain/text/errorText.ts";
import { isDebriefDue } from "../../../domain/panels/debriefDue.ts";
import { openSeats, type BoardSeat, type SeatStep } from "../../../domain/panels/seatStatus.ts";
import type { Panel } from "../../../domain/panels/panel.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { loadGuideVersion, type GuideVersion } from "../../../state/guides/guideVersions.ts";
import type { BoardRow } from "../../../state/panels/board.ts";
import { noteInvited } from "../../../state/panels/invitations.ts";
import {
  invitationAddress,
  panelAddress,
  panelPlanAddress,
  sessionAddress,
} from "../../../ui/page/addresses.ts";
import { SeatMessage } from "./SeatMessage.tsx";
import { useInvitationTexts } from "./invitationTexts.ts";
import styles from "./PanelBoard.module.css";

const askWords: Partial<Readonly<Record<SeatStep, string>>> = {
  invite: "Invite",
  remind: "Remind",
  askForFile: "Ask for the file of",
};

interface Props {
  readonly row: BoardRow;
  /** As lists show it. */
  readonly candidate: string;
}

/** What the lead is to do next about a panel. */
export function NextStep({ row, candidate }: Props) {
  const [asked, setAsked] = useState<BoardSeat | null>(null);
  return (
    <>
      <Step row={row} candidate={candidate} onAsk={setAsked} />
      {/* It stays when nothing is left to ask: the message may have to be mailed as well. */}
      {asked && <Asking panel={row.panel} seat={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

interface StepProps extends Props {
  readonly onAsk: (seat: BoardSeat) => void;
}

function Step({ row: { panel, seats, ownSessionId }, candidate, onAsk }: StepProps) {
  const inCount = seats.length - openSeats(seats).length;
  if (isDebriefDue(panel, inCount)) {
    return (
      <Link href={panelAddress(panel.id)} className="button primary">
        {panel.debrief.startedAt === null ? "Start the debrief" : "Continue the debrief"}
        <span className="heard"> of {candidate}</span>
      </Link>
    );
  }
  const own = seats.find(({ isLeadSeat, status }) => isLeadSeat && status.next !== "none");
  // Who was invited and is late comes before who has still to be invited.
  const toAsk = seats
    .filter(({ status }) => askWords[status.next] !== undefined)
    .toSorted((a, b) => Number(a.status.next === "invite") - Number(b.status.next === "invite"));
  const [first, ...others] = toAsk;
  if (!own && !first) return <span className="soft">nothing to do</span>;
  return (
    <span className={styles.steps}>
      {own && ownSessionId === null && (
        <button type="button" onClick={() => onAsk(own)}>
          Plan your interview<span className="heard"> with {candidate}</span>
        </button>
      )}
      {own && ownSessionId !== null && (
        <Link href={sessionAddress(ownSessionId)} className="button">
          Go to your interview<span className="heard"> with {candidate}</span>
        </Link>
      )}
      {first && (
        <button type="button" onClick={() => onAsk(first)}>
          {askWords[first.status.next]} {first.interviewer.name}…
        </button>
      )}
      {others.length > 0 && (
        <Link href={panelPlanAddress(panel.id)} className="small">
          and {others.length} more<span className="heard"> of the panel for {candidate}</span>
        </Link>
      )}
    </span>
  );
}

interface AskingProps {
  readonly panel: Panel;
  readonly seat: BoardSeat;
  readonly onClose: () => void;
}

function Asking(props: AskingProps) {
  const app = useApp();
  const [version, setVersion] = useState<GuideVersion>();
  const [error, setError] = useState<Error>();
  const { guideId } = props.panel;
  useEffect(() => {
    loadGuideVersion(app, guideId).then(setVersion, (reason: unknown) => setError(toError(reason)));
  }, [app, guideId]);
  // For the screen that says what can be done.
  if (error) throw error;
  return version && <Writing {...props} version={version} />;
}

function Writing({ panel, seat, version, onClose }: AskingProps & { readonly version: GuideVersion }) {
  const app = useApp();
  const texts = useInvitationTexts(panel, version.guide, seat.interviewer);
  if (!texts) return null;
  // The lead answers the own invitation, as the others do theirs.
  if (seat.isLeadSeat) return <Redirect to={invitationAddress(texts.linkPart)} />;
  return (
    <SeatMessage
      panel={panel}
      seat={seat}
      texts={texts}
      onSent={() => noteInvited(app, "Invitation message", panel.id, seat.interviewer.id)}
      onClose={onClose}
    />
  );
}
