import type { Panel } from "../../../domain/panels/panel.ts";
import type { BoardSeat } from "../../../domain/panels/seatStatus.ts";
import { invitationMessage, reminderMessage } from "../../../interchange/documents/panelMessages.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { MessageDialog } from "../../../ui/seats/MessageDialog.tsx";

interface Props {
  readonly panel: Panel;
  readonly seat: BoardSeat;
  /** Null where the invitation is to go as a file. */
  readonly link: string | null;
  readonly onSent: () => void;
  readonly onClose: () => void;
}

/** What an interviewer is written: an invitation, or a reminder to whom was invited before. */
export function SeatMessage({ panel, seat, link, onSent, onClose }: Props) {
  const { clock } = useApp();
  const { interviewer, status } = seat;
  const isFirst = status.state === "toInvite";
  const parts = { panel, interviewer, link };
  const { subject, text } = isFirst ? invitationMessage(parts) : reminderMessage(parts, clock.now());
  return (
    <MessageDialog
      title={`${isFirst ? "Invite" : "Remind"} ${interviewer.name}`}
      subject={subject}
      text={text}
      attach={link === null ? "Attach the invitation file: it is too long for a link." : ""}
      onSent={onSent}
      onClose={onClose}
    />
  );
}
