import { useState } from "react";
import { Link } from "wouter";
import { fileName } from "../../../domain/text/fileName.ts";
import { errorToText } from "../../../domain/text/errorText.ts";
import type { Guide } from "../../../domain/guides/guide.ts";
import { invitedMinutes, type Panel } from "../../../domain/panels/panel.ts";
import type { BoardSeat, SeatState } from "../../../domain/panels/seatStatus.ts";
import { quantityToText } from "../../../domain/text/quantityText.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { useLinkAddress } from "../../../state/app/publicAddress.ts";
import { isByFolder } from "../../../domain/team/teamWay.ts";
import { useLeadLink } from "../../../state/team/leadLink.ts";
import { useCanTakeOver, useRefusals, type SeatRefusal } from "../../../state/team/refusals.ts";
import { noteExport } from "../../../state/exports/exportLog.ts";
import { noteInvited } from "../../../state/panels/invitations.ts";
import { panelToRecoveryFile } from "../../../state/panels/recoveryFile.ts";
import { invitationAddress } from "../../../ui/page/addresses.ts";
import { downloadText } from "../../../ui/files/download.ts";
import { SeatMark } from "../../../ui/seats/SeatMark.tsx";
import { SeatMessage } from "../board/SeatMessage.tsx";
import { useInvitationTexts } from "../board/invitationTexts.ts";
import { SeatRefusals } from "./SeatRefusals.tsx";
import styles from "./PanelInvitations.module.css";

interface Props {
  readonly panel: Panel;
  readonly guide: Guide;
  readonly seats: readonly BoardSeat[];
}

/** What the lead hands out: to each interviewer an invitation, and the recovery file to keep. */
export function PanelInvitations({ panel, guide, seats }: Props) {
  const address = useLinkAddress(location.href);
  const link = useLeadLink(panel.id);
  const refusals = useRefusals(panel.id);
  if (link === undefined || !refusals) return null;
  return (
    <>
      <section className={styles.part} aria-labelledby="invitations">
        <h1 id="invitations" tabIndex={-1}>
          Invitations
        </h1>
        <p className="small soft">
          Share each link or file privately. Its contents aren’t sent to a server; anyone who has it can see
          the candidate’s name.{" "}
          {link === null ? (
            <>
              Scorecards come back as files that the interviewers send, or{" "}
              <Link href="/team">automatically, through a shared folder</Link>.
            </>
          ) : isByFolder(link) ? (
            <>
              Scorecards come back automatically, through the folder “<bdi>{link.folder?.name}</bdi>”.
            </>
          ) : (
            "Scorecards come back automatically, through your team server."
          )}
        </p>
        {link !== null && panel.leadId !== null && (
          <p className="small soft">
            You interview too, so the others’ scorecards arrive locked. They unlock automatically once you
            submit yours and an interviewer’s browser is connected. Nobody can read them earlier on this
            device unless another interviewer helps. Files sent by hand aren’t locked, and some older browsers
            can’t lock.
          </p>
        )}
        {address?.isLocal && (
          <p className="notice">
            Links from this address open on this device only. Send the invitation files, or open the app at an
            address that the interviewers can reach.
          </p>
        )}
        <ul className={`card ${styles.list}`} aria-labelledby="invitations">
          {seats.map((seat) => (
            <InvitationRow
              key={seat.interviewer.id}
              panel={panel}
              guide={guide}
              seat={seat}
              refusals={refusals.get(seat.interviewer.id)}
            />
          ))}
        </ul>
      </section>
      <RecoveryFile panel={panel} isByServer={link !== null && !isByFolder(link)} />
    </>
  );
}

const submittedStates: ReadonlySet<SeatState> = new Set(["submitted", "sent", "received"]);

interface RowProps extends Pick<Props, "panel" | "guide"> {
  readonly seat: BoardSeat;
  readonly refusals: readonly SeatRefusal[] | undefined;
}

function InvitationRow({ panel, guide, seat, refusals }: RowProps) {
  const app = useApp();
  const [said, setSaid] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [isWriting, setWriting] = useState(false);
  const texts = useInvitationTexts(panel, guide, seat.interviewer);
  if (!texts) return null;
  const { linkPart, fileText, link } = texts;
  const { interviewer, isLeadSeat, status } = seat;
  const linkId = `link-${interviewer.id}`;

  const noteSent = (form: string) => noteInvited(app, form, panel.id, interviewer.id);
  /** @param went what went, and how: an interviewer who has it is listed as not invited where it can’t be written down */
  const noteOrSay = async (form: string, went: string) => {
    setProblem(null);
    try {
      await noteSent(form);
    } catch {
      setProblem(`${went}, but this was not recorded. Reload the page, then do it again.`);
    }
  };
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = document.querySelector<HTMLInputElement>(`#${CSS.escape(linkId)}`);
      field?.select();
      setSaid("Selected. Press Ctrl or Cmd + C");
      return;
    }
    setSaid("Copied");
    await noteOrSay("Invitation link", "The link was copied");
  };
  const saveFile = () => {
    downloadText(fileName([panel.candidate, "invitation", interviewer.name], "json"), fileText);
    void noteOrSay("Invitation file", "The invitation file was downloaded");
  };
  const saveAppointment = async (startsAt: number) => {
    try {
      const { encodeCalendar } = await import("../../../interchange/formats/calendar.ts");
      const { candidate, role } = panel;
      const plan = {
        id: `${panel.id} ${interviewer.id}`,
        candidate,
        role,
        interviewer: interviewer.name,
        startsAt,
        minutes: invitedMinutes(guide, interviewer.questionIds),
        link: link ?? "",
      };
      const text = encodeCalendar(plan, app.clock.now(), app.appName);
      downloadText(
        fileName([candidate, "interview", interviewer.name], "ics"),
        text,
        "text/calendar;charset=utf-8",
      );
    } catch (error) {
      setProblem(`The calendar file was not created. ${errorToText(error)}`);
      return;
    }
    await noteOrSay("Calendar file", "The calendar file was downloaded");
  };

  const { scheduledAt } = interviewer;
  return (
    <li className={styles.row}>
      <span className={styles.who}>
        <span>
          <b dir="auto">{interviewer.name}</b>{" "}
          <span className="small soft">
            {quantityToText(interviewer.questionIds.length, "question")}
            {isLeadSeat ? " · you" : ""}
          </span>
        </span>
        <SeatMark status={status} side="lead" isLeadSeat={isLeadSeat} now={app.clock.now()} />
      </span>
      {link === null ? (
        <span className="small soft">This guide makes the link too long for email. Send the file.</span>
      ) : (
        <>
          <label htmlFor={linkId} className="heard">
            Invitation link for {interviewer.name}
          </label>
          <input id={linkId} readOnly className={styles.link} value={link} />
        </>
      )}
      <span className={styles.actions}>
        {isLeadSeat
          ? !submittedStates.has(status.state) && (
              <Link href={invitationAddress(linkPart)} className="button">
                Plan your interview
              </Link>
            )
          : status.state !== "received" && (
              <button
                type="button"
                className={status.next === "none" ? "" : "primary"}
                onClick={() => setWriting(true)}
              >
                {status.state === "toInvite" ? "Invite…" : "Remind…"}
                <span className="heard"> {interviewer.name}</span>
              </button>
            )}
        {link !== null && (
          <button type="button" onClick={() => void copy(link)}>
            Copy link<span className="heard"> for {interviewer.name}</span>
          </button>
        )}
        <button type="button" onClick={saveFile}>
          Download invitation file<span className="heard"> for {interviewer.name}</span>
        </button>
        {scheduledAt !== undefined && (
          <button type="button" onClick={() => void saveAppointment(scheduledAt)}>
            Download .ics<span className="heard"> calendar file for {interviewer.name}</span>
          </button>
        )}
        <span role="status" className="small soft">
          {said}
        </span>
      </span>
      {problem !== null && (
        <p className={`notice error ${styles.problem}`} role="alert">
          {problem}
        </p>
      )}
      {refusals && <SeatRefusals panelId={panel.id} interviewer={interviewer} refusals={refusals} />}
      {isWriting && (
        <SeatMessage
          panel={panel}
          seat={seat}
          texts={texts}
          onSent={() => noteSent("Invitation message")}
          onClose={() => setWriting(false)}
        />
      )}
    </li>
  );
}

interface RecoveryProps extends Pick<Props, "panel"> {
  readonly isByServer: boolean;
}

function RecoveryFile({ panel, isByServer }: RecoveryProps) {
  const app = useApp();
  const canTakeOver = useCanTakeOver(panel.id);
  const [problem, setProblem] = useState<string | null>(null);

  const download = async () => {
    try {
      const text = await panelToRecoveryFile(app, panel);
      if (text === undefined) {
        setProblem("The key of this panel is not on this device.");
        return;
      }
      downloadText(fileName([panel.candidate, panel.role, "recovery"], "txt"), text, "text/plain");
      setProblem(null);
    } catch (error) {
      setProblem(`The recovery file was not created. ${errorToText(error)}`);
      return;
    }
    await noteExport(app, "Recovery file", { panelIds: [panel.id] });
  };

  return (
    <section className={styles.part} aria-labelledby="recovery">
      <h1 id="recovery">Recovery file</h1>
      <p className="small soft">
        This panel’s scorecards are encrypted, and the key that opens them is only in this browser. Keep this
        file where only you can read it: without the key or the file, nobody can open the scorecards. Drop the
        file under “Panels” to restore the panel and its key. The program age opens an encrypted scorecard
        with it: <code>age -d -i recovery.txt scorecard.age</code>
      </p>
      {canTakeOver && (
        <p className="small soft">
          With it, another device of yours also receives scorecards automatically.
          {isByServer && " Whoever has it can lead every panel on your team server."} Download it again when
          you have added interviewers.
        </p>
      )}
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
