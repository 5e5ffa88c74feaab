import { Link } from "wouter";
import {
  interviewedAt,
  statusWords,
  type Session,
  type SessionStatus,
} from "../../domain/session/session.ts";
import { capitalised } from "../../domain/text/capitalised.ts";
import { useApp } from "../../state/app/appContext.ts";
import { candidateAddress, exportAddress, planAddress, sessionAddress } from "../../ui/page/addresses.ts";
import { timeToText } from "../../ui/words/dates.ts";
import styles from "./SessionRow.module.css";

interface Props {
  readonly session: Session;
  readonly onRemove: () => void;
}

const openWords: Readonly<Record<SessionStatus, string>> = {
  planned: "Open",
  live: "Resume",
  wrapUp: "Wrap up",
  submitted: "View",
};

export function SessionRow({ session, onRemove }: Props) {
  const app = useApp();
  const href = session.status === "planned" ? planAddress(session.id) : sessionAddress(session.id);

  return (
    <li className={styles.row}>
      <Link href={href} className={styles.name}>
        <b dir="auto">{session.candidate}</b>
        <span className="soft small">
          <bdi>{session.role}</bdi> · <bdi>{session.interviewer}</bdi>
        </span>
      </Link>
      <span className={`soft small figures ${styles.when}`}>
        {timeToText(interviewedAt(session), app.clock.now())}
      </span>
      <span className={styles.chips}>
        {session.sample && <span className="chip">Sample</span>}
        {session.panel && <span className="chip">Panel</span>}
        <span className="chip" data-status={session.status}>
          {session.handedOverAt === undefined ? capitalised(statusWords[session.status]) : "Handed over"}
        </span>
      </span>
      <span className={styles.actions}>
        <Link href={href} className={`button ${session.status === "live" ? "primary" : ""}`}>
          {openWords[session.status]}
          <span className="heard"> {session.candidate}</span>
        </Link>
        <Link href={exportAddress("session", session.id)} className="button plain">
          Export<span className="heard"> {session.candidate}</span>
        </Link>
        {session.status === "submitted" && !session.sample ? (
          // How long it is kept is watched there.
          <Link href={candidateAddress(session.id)} className="button plain danger">
            Delete…<span className="heard"> {session.candidate}</span>
          </Link>
        ) : (
          <button type="button" className="plain danger" onClick={onRemove}>
            {session.sample ? "Remove sample" : "Delete"}
            <span className="heard"> {session.candidate}</span>
          </button>
        )}
      </span>
    </li>
  );
}
