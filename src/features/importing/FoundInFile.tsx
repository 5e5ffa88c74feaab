import { Link, useLocation } from "wouter";
import type { FileError } from "../../interchange/files/decoding.ts";
import { guideTitle } from "../../domain/guides/guideTitle.ts";
import { interviewedAt, statusWords, type Session } from "../../domain/session/session.ts";
import { quantityToText } from "../../domain/text/quantityText.ts";
import { useApp } from "../../state/app/appContext.ts";
import type { FoundGuide } from "../../state/guides/guides.ts";
import { planAppointment } from "../../state/session/planning.ts";
import type { FoundAppointments, FoundSession } from "../../state/session/importing.ts";
import { guideAddress, invitationAddress, planWithAddress, sessionAddress } from "../../ui/page/addresses.ts";
import { candidateName } from "../../ui/words/candidateName.ts";
import { minutesToText, timeToText } from "../../ui/words/dates.ts";
import { bothToText, revisionToText, whoseToText } from "../../ui/words/whoseWords.ts";
import type { ImportEntry } from "./importWork.ts";
import { Facts } from "../../ui/words/Facts.tsx";
import styles from "./ImportPreview.module.css";

interface Props {
  readonly entry: ImportEntry;
  /** Somebody says whether to take what waits for that. */
  readonly onTake: (isTaken: boolean) => void;
}

/** How what is in a file stands to what is here or, once it was decided, what came of it. */
export function FoundInFile({ entry, onTake }: Props) {
  const { found, rival, outcome, isTaken, isImported } = entry;
  if (outcome !== null) return <p>{outcome}</p>;
  switch (found.kind) {
    case "refused":
      return <Refused errors={found.errors} />;
    case "new":
      return (
        <>
          <p>
            New interview: <SessionWords session={found.whole.session} />
          </p>
          {rival !== null && (
            <p>
              It is also in <bdi>{rival}</bdi>, with different content. That one is imported first.
            </p>
          )}
        </>
      );
    case "added":
      return (
        <p>
          Imported:{" "}
          <Link href={sessionAddress(found.whole.session.id)}>
            {candidateName(found.whole.session.candidate)}
          </Link>
          .
        </p>
      );
    case "guideNew":
    case "guideArchived":
    case "guideHere":
      return <Guide found={found} isImported={isImported} />;
    case "invitation":
      return (
        <p>
          This is an invitation to a panel.{" "}
          <Link href={invitationAddress(found.linkPart)}>Open invitation</Link>
        </p>
      );
    case "appointments":
      return <Appointments {...found} />;
    case "older":
      return <p>The interview here is newer than the file, and stays as it is.</p>;
    case "same":
      return <p>Already here, with the same content.</p>;
    case "revision":
      return <Revised found={found} isTaken={isTaken} onTake={onTake} />;
    case "conflict":
      return <Different found={found} isTaken={isTaken} onTake={onTake} />;
  }
}

const SHOWN_ERRORS = 20;

function Refused({ errors }: { readonly errors: readonly FileError[] }) {
  return (
    <div>
      <p className={styles.refused}>Can’t be imported:</p>
      <ul className={styles.errors}>
        {errors.slice(0, SHOWN_ERRORS).map(({ path, message, place }) => (
          <li key={`${path} ${message}`}>
            {place !== undefined ? <bdi>{place}: </bdi> : path !== "" && <code>{path}: </code>}
            {message}
          </li>
        ))}
      </ul>
      {errors.length > SHOWN_ERRORS && <p>… and {errors.length - SHOWN_ERRORS} more.</p>}
    </div>
  );
}

function SessionWords({ session }: { readonly session: Session }) {
  const now = useApp().clock.now();
  const { candidate, role, interviewer, status } = session;
  return (
    <>
      <Facts of={[candidateName(candidate), role]} between=", " />{" "}
      <span className={`soft small ${styles.about}`}>
        <Facts of={[statusWords[status], timeToText(interviewedAt(session), now), interviewer]} />
      </span>
    </>
  );
}

function Guide({ found, isImported }: { readonly found: FoundGuide; readonly isImported: boolean }) {
  const { kind, id, guide } = found;
  const title = <bdi>{guideTitle(guide)}</bdi>;
  const count = quantityToText(guide.questions.length, "question");
  if (kind !== "guideHere") {
    return (
      <p>
        {kind === "guideNew" ? "New guide: " : "Already here, archived. Importing unarchives it: "}
        {title} <span className="soft small">{count}</span>
      </p>
    );
  }
  return (
    <p>
      {isImported ? "Imported: " : "Already here, with the same content: "}
      <Link href={guideAddress(id)}>{title}</Link>.{" "}
      <Link href={planWithAddress(id)}>Plan an interview with it</Link>
    </p>
  );
}

type Of<K extends FoundSession["kind"]> = FoundSession & { readonly kind: K };

interface ChoiceProps<K extends FoundSession["kind"]> extends Pick<Props, "onTake"> {
  readonly found: Of<K>;
  readonly isTaken: boolean;
}

function Revised({ found, isTaken, onTake }: ChoiceProps<"revision">) {
  const now = useApp().clock.now();
  const { interviewer, isOwn, revisions } = found.asked;
  const name = revisionToText({ interviewer, at: revisions.at(-1)?.at ?? now }, now);
  return (
    <>
      <p>
        This scorecard is already here. The file contains {name}, which is not
        {isOwn ? " in your scorecard" : ""}. Use it only if you know that {interviewer} made it.
      </p>
      <Take label={`Use ${name}`} isTaken={isTaken} onTake={onTake} />
    </>
  );
}

function Different({ found, isTaken, onTake }: ChoiceProps<"conflict">) {
  const now = useApp().clock.now();
  const { here, incoming, canReplace, comesBack } = found;
  return (
    <>
      <p>
        <SessionWords session={found.whole.session} />
      </p>
      <p>
        {comesBack && "You handed this interview over, and it comes back with what was added since. "}
        {canReplace && !comesBack && "This interview is already here, with different content. "}
        {!canReplace &&
          (here.status === "live"
            ? "This interview is live here, and a live interview is never replaced. To use the file instead, choose “Hand over” in the interview here, which also saves it as a file, then import this file again. "
            : "This interview’s scorecard is submitted, and a submitted scorecard never changes. The file differs and can’t be imported. To add what it has, revise the scorecard here. ")}
        {bothToText(here, incoming, now)}
      </p>
      {canReplace && (
        <Take label={`Replace it with ${whoseToText(incoming, now)}`} isTaken={isTaken} onTake={onTake} />
      )}
    </>
  );
}

interface TakeProps extends Pick<Props, "onTake"> {
  /** What is taken, with whose it is. */
  readonly label: string;
  readonly isTaken: boolean;
}

function Take({ label, isTaken, onTake }: TakeProps) {
  return (
    <label className={styles.take}>
      <input type="checkbox" checked={isTaken} onChange={(event) => onTake(event.target.checked)} />
      {label}
    </label>
  );
}

/** What a calendar holds, to be planned one at a time. */
function Appointments({ appointments }: FoundAppointments) {
  const app = useApp();
  const [, navigate] = useLocation();
  const now = app.clock.now();
  return (
    <ul className={styles.files}>
      {appointments.map((appointment) => {
        const { candidate, title, startsAt, minutes, interviewers } = appointment;
        return (
          <li key={JSON.stringify(appointment)} className="row">
            <span>
              <bdi>{candidate || title || "Appointment"}</bdi>{" "}
              <span className={`soft small ${styles.about}`}>
                <Facts
                  of={[
                    timeToText(startsAt, now),
                    minutes === null ? "" : minutesToText(minutes),
                    interviewers.join(", "),
                  ]}
                />
              </span>
            </span>
            <button
              type="button"
              onClick={() => {
                planAppointment(appointment);
                navigate("/plan");
              }}
            >
              Plan this interview<span className="heard"> {candidate || title}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
