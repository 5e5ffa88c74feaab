import { useState } from "react";
import { fileName } from "../../../domain/text/fileName.ts";
import type { Panel } from "../../../domain/panels/panel.ts";
import type { BoardSeat } from "../../../domain/panels/seatStatus.ts";
import { invitationMessage, reminderMessage } from "../../../interchange/documents/panelMessages.ts";
import { useApp } from "../../../state/app/appContext.ts";
import type { LinkedTexts } from "./invitationTexts.ts";
import { MessageDialog } from "../../../ui/seats/MessageDialog.tsx";

interface Props {
  readonly panel: Panel;
  readonly seat: BoardSeat;
  readonly texts: LinkedTexts;
  readonly onSent: () => Promise<void>;
  readonly onClose: () => void;
}

/** What an interviewer is written: an invitation, or a reminder to whom was invited before. */
export function SeatMessage({ panel, seat, texts, onSent, onClose }: Props) {
  const { clock } = useApp();
  const { interviewer, status } = seat;
  // Once it has gone it is still the message that it was when it was opened.
  const [isFirst] = useState(status.state === "toInvite");
  // A link that opens nowhere else is of no use to anybody else.
  const link = texts.isLocal ? null : texts.link;
  const parts = { panel, interviewer, link };
  const { subject, text } = isFirst ? invitationMessage(parts) : reminderMessage(parts, clock.now());
  const name = fileName([panel.candidate, "invitation", interviewer.name], "json");
  return (
    <MessageDialog
      title={`${isFirst ? "Invite" : "Remind"} ${interviewer.name}`}
      subject={subject}
      text={text}
      attach={link === null ? `Attach ${name}.` : ""}
      file={link === null ? { name, text: texts.fileText } : null}
      onSent={onSent}
      onClose={onClose}
    />
  );
}
