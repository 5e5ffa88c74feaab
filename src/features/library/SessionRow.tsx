import { useId } from "react";
import { Link } from "wouter";
import {
  interviewedAt,
  standingToText,
  statusWords,
  type Session,
  type SessionStatus,
} from "../../domain/session/session.ts";
import { capitalised } from "../../domain/text/capitalised.ts";
import { useApp } from "../../state/app/appContext.ts";
import { candidateAddress, exportAddress, interviewAddress } from "../../ui/page/addresses.ts";
import type { EntryNote } from "../../ui/page/shownAddress.ts";
import { timeToText } from "../../ui/words/dates.ts";
import styles from "./SessionTable.module.css";

interface Props {
  readonly session: Session;
  /** As lists show it. */
  readonly candidate: string;
  /** Whether it has still to go to the lead of its panel. */
  readonly isUnsent: boolean;
  readonly isSelected: boolean;
  readonly onSelect: (isSelected: boolean) => void;
  readonly onRemove: () => void;
}

const openWords: Readonly<Record<SessionStatus, string>> = {
  planned: "Open",
  live: "Resume",
  wrapUp: "Wrap up",
  submitted: "View",
};

/** One interview; a click anywhere on it opens it. */
export function SessionRow({ session, candidate, isUnsent, isSelected, onSelect, onRemove }: Props) {
  const app = useApp();
  const nameId = useId();
  const { id, role, interviewer, status, sample } = session;
  const href = interviewAddress(session);
  const when = timeToText(interviewedAt(session), app.clock.now());

  return (
    <tr className={styles.row} data-selected={isSelected || undefined}>
      <td className={styles.select}>
        <label className="pick">
          <input
            type="checkbox"
            aria-label={`Select ${candidate}`}
            checked={isSelected}
            onChange={(event) => onSelect(event.target.checked)}
          />
        </label>
      </td>
      <th scope="row" className={styles.name} aria-labelledby={nameId}>
        <Link href={href} className={styles.open}>
          <b id={nameId} dir="auto">
            {candidate}
          </b>
        </Link>
        <span className={`soft small ${styles.sub}`}>
          {role !== "" && (
            <span className={styles.narrow}>
              <bdi>{role}</bdi> ·{" "}
            </span>
          )}
          <bdi>{interviewer}</bdi>
          <span className={styles.narrow}>
            {" "}
            · <bdi>{when}</bdi>
          </span>
        </span>
      </th>
      <td className={styles.wide}>
        <bdi>{role}</bdi>
      </td>
      <td>
        <span className={styles.chips}>
          <span className="chip" data-status={status}>
            {standingToText(session, capitalised(statusWords[status]))}
            {isUnsent && ", not sent yet"}
          </span>
          {sample && <span className="chip">Sample</span>}
          {session.panel && <span className="chip">Panel</span>}
        </span>
      </td>
      <td className={`soft small figures ${styles.wide} ${styles.when}`}>{when}</td>
      <td>
        <span className={styles.actions}>
          {/* By keyboard the name leads there. */}
          <Link href={href} className="button" tabIndex={-1}>
            {openWords[status]}
            <span className="heard"> {candidate}</span>
          </Link>
          <Link href={exportAddress("session", id)} className="button plain">
            Export…<span className="heard"> {candidate}</span>
          </Link>
          {status === "submitted" && !sample ? (
            // How long it is kept is watched there.
            <Link
              href={candidateAddress(id)}
              state={{ note: "toDelete" } satisfies EntryNote}
              className="button plain danger"
            >
              Delete…<span className="heard"> {candidate}</span>
            </Link>
          ) : (
            <button type="button" className="plain danger" onClick={onRemove}>
              {sample ? "Remove" : "Delete"}{" "}
              <span className="heard">
                {sample && "sample "}
                {candidate}
              </span>
            </button>
          )}
        </span>
      </td>
    </tr>
  );
}
