import { useState } from "react";
import { Link } from "wouter";
import type { SeatStatus, SeatStep } from "../../../domain/panels/seatStatus.ts";
import { errorToText } from "../../../domain/text/errorText.ts";
import { isolated } from "../../../domain/text/isolated.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { usePersons } from "../../../state/candidates/persons.ts";
import type { OwnSeatStatus } from "../../../state/panels/ownSeats.ts";
import { declineForLead, unlockForLead } from "../../../state/team/earlyRequests.ts";
import { interviewAddress } from "../../../ui/page/addresses.ts";
import { SeatMark } from "../../../ui/seats/SeatMark.tsx";
import { dayToText } from "../../../ui/words/dates.ts";
import { Facts } from "../../../ui/words/Facts.tsx";
import styles from "./OwnSeats.module.css";

/** One that was sent so long ago is not looked for any more. */
const SHOWN_AFTER_SENDING_MS = 30 * 86_400_000;

interface Props {
  readonly seats: readonly OwnSeatStatus[];
}

/** The panels of others that one interviews for, and where one stands in each. */
export function OwnSeats({ seats }: Props) {
  const { clock } = useApp();
  const now = clock.now();
  const { shown } = usePersons();
  const waiting = seats.filter(({ status, earlyReason }) => earlyReason !== null || isShown(status, now));
  if (waiting.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="own-seats">
      <h2 id="own-seats">Your interviews in panels</h2>
      <ul className={`card ${styles.list}`} aria-labelledby="own-seats">
        {waiting.map((seat) => (
          <OwnSeatRow key={seat.session.id} seat={seat} candidate={shown(seat.session.candidate)} now={now} />
        ))}
      </ul>
    </section>
  );
}

function isShown({ state, at }: SeatStatus, now: number): boolean {
  if (state === "received") return false;
  return state !== "sent" || at === null || now - at < SHOWN_AFTER_SENDING_MS;
}

const stepWords: Partial<Readonly<Record<SeatStep, string>>> = {
  interview: "Go to the interview",
  wrapUp: "Wrap up",
  send: "Send to the lead",
  moveToLead: "Move to your panel",
};

interface RowProps {
  readonly seat: OwnSeatStatus;
  /** As lists show it. */
  readonly candidate: string;
  /** Epoch ms. */
  readonly now: number;
}

function OwnSeatRow({ seat: { session, status, hasOtherDevice, earlyReason }, candidate, now }: RowProps) {
  const { role, panel } = session;
  const isLeadSeat = panel?.isLead === true;
  const lead = isLeadSeat || panel?.lead === undefined ? "" : panel.lead;
  return (
    <li className={styles.row}>
      <span className={styles.who}>
        <b dir="auto">{candidate}</b>
        <span className="small soft">
          <Facts
            of={[
              role,
              lead === "" ? "" : `led by ${isolated(lead)}`,
              panel?.dueAt === undefined ? "" : `due ${dayToText(panel.dueAt, now)}`,
            ]}
          />
        </span>
        {hasOtherDevice && (
          <span className="small">
            The lead knows you by another device. Ask the lead to let this one in, or send your scorecard as a
            file.
          </span>
        )}
      </span>
      <SeatMark status={status} side="seat" isLeadSeat={isLeadSeat} lead={panel?.lead} now={now} />
      <Link href={interviewAddress(session)} className="button">
        {stepWords[status.next] ?? "View"}
        <span className="heard">: {candidate}</span>
      </Link>
      {panel && earlyReason !== null && (
        <EarlyRequest
          place={{ panelId: panel.panelId, seat: panel.interviewerId }}
          lead={lead === "" ? "The lead" : lead}
          reason={earlyReason}
        />
      )}
    </li>
  );
}

interface EarlyProps {
  readonly place: Parameters<typeof unlockForLead>[1];
  readonly lead: string;
  readonly reason: string;
}

/** What the lead asks for, and the way to agree. */
function EarlyRequest({ place, lead, reason }: EarlyProps) {
  const app = useApp();
  const [problem, setProblem] = useState<string | null>(null);
  const unlock = () => {
    unlockForLead(app, place).catch((error: unknown) =>
      setProblem(`The scorecards were not unlocked: ${errorToText(error)}`),
    );
  };
  const decline = () => {
    declineForLead(app, place).catch((error: unknown) =>
      setProblem(`Your answer was not saved: ${errorToText(error)}`),
    );
  };
  return (
    <div className={styles.request}>
      <p className="notice row">
        <span>
          <bdi>{lead}</bdi> asks you to unlock the scorecards before the lead has submitted their own: “
          <bdi>{reason}</bdi>” If you agree, this is kept in the panel’s record.
        </span>
        <span className="push actions">
          <button type="button" onClick={decline}>
            Leave them locked
          </button>
          <button type="button" onClick={unlock}>
            Unlock the scorecards
          </button>
        </span>
      </p>
      {problem !== null && (
        <p className="notice error" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
