import { useState } from "react";
import { changedAtOf, SENT_FORM } from "../../domain/panels/delivery.ts";
import { fileName } from "../../domain/text/fileName.ts";
import type { Scorecard } from "../../domain/session/scorecard.ts";
import { errorToText } from "../../domain/text/errorText.ts";
import { scorecardMessage } from "../../interchange/documents/panelMessages.ts";
import { useApp } from "../../state/app/appContext.ts";
import { noteExport } from "../../state/exports/exportLog.ts";
import { scorecardToSealedText } from "../../state/session/scorecards.ts";
import { downloadText } from "../../ui/files/download.ts";
import { canShareFiles, shareText } from "../../ui/files/sharing.ts";
import { MessageDialog } from "../../ui/seats/MessageDialog.tsx";
import { ShutButton } from "../../ui/fields/ShutButton.tsx";

interface Props {
  readonly scorecard: Scorecard;
  /** What it is encrypted to. */
  readonly publicKey: string;
  /** Whether it still has to go. */
  readonly isToSend: boolean;
  /** Whether it was sent before. */
  readonly isSent: boolean;
  /** Called with null where it is tried again. */
  readonly onProblem: (problem: string | null) => void;
}

/**
 * One press sends the encrypted scorecard: by the share sheet where the device has one that takes files, else as a download
 * with a message that says to whom.
 */
export function SendToLead({ scorecard, publicKey, isToSend, isSent, onProblem }: Props) {
  const app = useApp();
  const [canShare] = useState(canShareFiles);
  const [isBusy, setBusy] = useState(false);
  /** The name of the file that a message is written for. */
  const [attached, setAttached] = useState<string | null>(null);
  const { session } = scorecard.first;
  const words = [session.candidate, session.role, session.interviewer];
  const lead = session.panel?.isLead ? undefined : session.panel?.lead;

  const save = async (isMessage: boolean) => {
    setBusy(true);
    onProblem(null);
    try {
      const sealed = await scorecardToSealedText(app, scorecard, publicKey);
      const outcome = isMessage && canShare ? await shareText(fileName(words, "txt"), sealed) : "refused";
      if (outcome === "refused") {
        const name = fileName(words, "age");
        downloadText(name, sealed, "application/octet-stream");
        setAttached(isMessage ? name : null);
      }
      const changedAt = changedAtOf(session, scorecard.revisions);
      if (outcome !== "cancelled") await noteExport(app, SENT_FORM, { sessionIds: [session.id] }, changedAt);
    } catch (error) {
      onProblem(`The scorecard could not be encrypted. ${errorToText(error)}`);
    }
    setBusy(false);
  };

  return (
    <>
      <ShutButton isShut={isBusy} onClick={() => void save(false)}>
        Encrypted scorecard file
      </ShutButton>
      <ShutButton className={isToSend ? "primary" : ""} isShut={isBusy} onClick={() => void save(true)}>
        <span>
          {session.panel?.isLead ? (
            "Move to your panel"
          ) : (
            <>
              Send to <bdi>{lead ?? "the lead"}</bdi>
            </>
          )}
          {isSent && " again"}
        </span>
      </ShutButton>
      {attached !== null && (
        <MessageDialog
          title={`Send the file to ${lead ?? "the panel’s lead"}`}
          {...scorecardMessage(session, attached)}
          attach={`Attach ${attached}, which is in your downloads.`}
          onClose={() => setAttached(null)}
        />
      )}
    </>
  );
}
