import { useEffect, useState } from "react";
import { Link } from "wouter";
import { fileName } from "../../../domain/text/fileName.ts";
import type { Guide } from "../../../domain/guides/guide.ts";
import type { Panel, PanelInterviewer } from "../../../domain/panels/panel.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { noteExport } from "../../../state/exports/exportLog.ts";
import { invite, type InvitationTexts } from "../../../state/panels/invitations.ts";
import { panelToRecoveryFile } from "../../../state/panels/recoveryFile.ts";
import { invitationAddress } from "../../../ui/page/addresses.ts";
import { downloadText } from "../../../ui/files/download.ts";
import styles from "./PanelInvitations.module.css";

interface Props {
  readonly panel: Panel;
  readonly guide: Guide;
}

/** What the lead hands out: to each interviewer an invitation, and the recovery file to keep. */
export function PanelInvitations({ panel, guide }: Props) {
  return (
    <>
      <section className={styles.part} aria-labelledby="invitations">
        <h1 id="invitations">Invitations</h1>
        <p className="small soft">
          Share each link or file privately. Its contents aren’t sent to a server; anyone who has it can see
          the candidate’s name.
        </p>
        <ul className={`card ${styles.list}`} aria-labelledby="invitations">
          {panel.interviewers.map((interviewer) => (
            <InvitationRow key={interviewer.id} panel={panel} guide={guide} interviewer={interviewer} />
          ))}
        </ul>
      </section>
      <RecoveryFile panel={panel} />
    </>
  );
}

interface RowProps extends Props {
  readonly interviewer: PanelInterviewer;
}

function InvitationRow({ panel, guide, interviewer }: RowProps) {
  const app = useApp();
  const [texts, setTexts] = useState<InvitationTexts>();
  const [said, setSaid] = useState("");
  const address = `${location.origin}${location.pathname}#${invitationAddress("")}`;

  useEffect(() => {
    let isLeft = false;
    const make = async () => {
      const made = await invite(app, panel, guide, interviewer, address.length);
      if (!isLeft) setTexts(made);
    };
    void make();
    return () => {
      isLeft = true;
    };
  }, [app, panel, guide, interviewer, address]);

  if (!texts) return null;
  const { linkPart, fileText, isLinkTooLong } = texts;
  const isLead = interviewer.id === panel.leadId;
  const linkId = `link-${interviewer.id}`;

  const copy = async (link: string) => {
    try {
      await navigator.clipboard.writeText(link);
      setSaid("Copied");
      await noteExport(app, "Invitation link", { panelIds: [panel.id] });
    } catch {
      const field = document.querySelector<HTMLInputElement>(`#${CSS.escape(linkId)}`);
      field?.select();
      setSaid("Selected. Press Ctrl or Cmd + C");
    }
  };

  return (
    <li className={styles.row}>
      <span>
        <b dir="auto">{interviewer.name}</b>{" "}
        <span className="small soft">
          {interviewer.questionIds.length} {interviewer.questionIds.length === 1 ? "question" : "questions"}
          {isLead ? " · you" : ""}
        </span>
      </span>
      {isLinkTooLong ? (
        <span className="small soft">This guide makes the link too long for email. Send the file.</span>
      ) : (
        <>
          <label htmlFor={linkId} className="heard">
            Invitation link for {interviewer.name}
          </label>
          <input id={linkId} readOnly className={styles.link} value={address + linkPart} />
        </>
      )}
      <span className={styles.actions}>
        {!isLinkTooLong && (
          <button type="button" onClick={() => void copy(address + linkPart)}>
            Copy link<span className="heard"> for {interviewer.name}</span>
          </button>
        )}
        <button
          type="button"
          onClick={() => {
            downloadText(fileName([panel.candidate, "invitation", interviewer.name], "json"), fileText);
            void noteExport(app, "Invitation file", { panelIds: [panel.id] });
          }}
        >
          Invitation file<span className="heard"> for {interviewer.name}</span>
        </button>
        {isLead && (
          <Link href={invitationAddress(linkPart)} className="button">
            Plan my interview
          </Link>
        )}
        <span role="status" className="small soft">
          {said}
        </span>
      </span>
    </li>
  );
}

function RecoveryFile({ panel }: Pick<Props, "panel">) {
  const app = useApp();
  const [problem, setProblem] = useState<string | null>(null);

  const download = async () => {
    const text = await panelToRecoveryFile(app, panel);
    if (text === undefined) setProblem("The key of this panel is not on this device.");
    else {
      downloadText(fileName([panel.candidate, panel.role, "recovery"], "txt"), text, "text/plain");
      await noteExport(app, "Recovery file", { panelIds: [panel.id] });
    }
  };

  return (
    <section className={styles.part} aria-labelledby="recovery">
      <h1 id="recovery">Recovery file</h1>
      <p className="small soft">
        This panel’s scorecards are encrypted, and the key that opens them is only in this browser. Keep this
        file where only you can read it: without the key or the file, nobody can open the scorecards. Drop the
        file under “Panels” to restore the key, or together with the encrypted scorecards to restore the
        panel. The program age opens an encrypted scorecard with it:{" "}
        <code>age -d -i recovery.txt scorecard.age</code>
      </p>
      {problem !== null && (
        <p className="notice error" role="alert">
          {problem}
        </p>
      )}
      <div className="row">
        <button type="button" onClick={() => void download()}>
          Download recovery file
        </button>
      </div>
    </section>
  );
}
