import { useState, type ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { errorToText } from "../../domain/text/errorText.ts";
import { filesReadToText } from "../../domain/text/quantityText.ts";
import { refuse, type FileError } from "../../interchange/files/decoding.ts";
import { useApp, type AppParts } from "../../state/app/appContext.ts";
import type { SavedGuide } from "../../state/guides/guides.ts";
import { planAppointment } from "../../state/session/appointments.ts";
import {
  importFile,
  takeImported,
  type FoundAppointments,
  type FoundInvitation,
  type Imported,
  type Taken,
} from "../../state/session/importing.ts";
import { invitationAddress, planWithAddress, sessionAddress } from "../../ui/page/addresses.ts";
import { focusOnMount } from "../../ui/page/focusOnMount.ts";
import { minutesToText, timeToText } from "../../ui/words/dates.ts";
import { bothToText, revisionToText, whoseToText } from "../../ui/words/whoseWords.ts";
import styles from "./ImportReport.module.css";

interface FileReport {
  readonly id: string;
  readonly name: string;
  readonly result:
    | Imported
    | SavedGuide
    | FoundInvitation
    | FoundAppointments
    | { readonly kind: "refused"; readonly errors: readonly FileError[] };
}

/**
 * Imports files one after another.
 *
 * @param show called after each with what came of all so far, and with null when that was read
 */
export async function importFiles(
  app: AppParts,
  files: readonly File[],
  show: (report: ReactNode) => void,
): Promise<void> {
  const report: FileReport[] = [];
  for (const file of files) {
    const decoded = await importFile(app, file).catch((error: unknown) =>
      refuse("", `It could not be saved: ${errorToText(error)}`),
    );
    report.push({
      id: app.newId(),
      name: file.name,
      result: decoded.ok ? decoded.value : { kind: "refused", errors: decoded.errors },
    });
    show(<ImportReport report={[...report]} onDone={() => show(null)} />);
  }
}

const SHOWN_ERRORS = 20;

const takenWords: Readonly<Record<Taken, string>> = {
  done: "Imported from the file.",
  open: "Not imported: the interview is open in another tab. Close it there, then import again.",
  final: "Not imported: the interview here is live or submitted, and is never replaced.",
};

function ImportReport({
  report,
  onDone,
}: {
  readonly report: readonly FileReport[];
  readonly onDone: () => void;
}) {
  return (
    <section className={`card ${styles.report}`} aria-label="Import">
      <p role="status" className="heard">
        {filesReadToText(report.length, report.filter(({ result }) => result.kind === "refused").length)}
      </p>
      <ul className={styles.files}>
        {report.map((entry) => (
          <li key={entry.id} className={styles.file}>
            <b dir="auto">{entry.name}</b>
            <FileResult {...entry} />
          </li>
        ))}
      </ul>
      <button type="button" onClick={onDone}>
        Done
      </button>
    </section>
  );
}

function FileResult({ result }: FileReport) {
  const app = useApp();
  const [outcome, setOutcome] = useState<string | null>(null);
  const now = app.clock.now();
  if (outcome !== null) {
    // The buttons are gone, and would take the focus with them.
    return (
      <p tabIndex={-1} ref={focusOnMount}>
        {outcome}
      </p>
    );
  }
  switch (result.kind) {
    case "refused":
      return (
        <div>
          <p className={styles.refused}>Not imported. Nothing was changed:</p>
          <ul className={styles.errors}>
            {result.errors.slice(0, SHOWN_ERRORS).map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                {path !== "" && <code>{path}: </code>}
                {message}
              </li>
            ))}
          </ul>
          {result.errors.length > SHOWN_ERRORS && <p>… and {result.errors.length - SHOWN_ERRORS} more.</p>}
        </div>
      );
    case "added":
      return (
        <p>
          Imported:{" "}
          <Link href={sessionAddress(result.whole.session.id)}>{result.whole.session.candidate}</Link>.
        </p>
      );
    case "guideAdded": {
      const { id, guide } = result;
      return (
        <p>
          The guide <bdi>{guide.title}</bdi> was added, with {guide.questions.length}{" "}
          {guide.questions.length === 1 ? "question" : "questions"}.{" "}
          <Link href={planWithAddress(id)}>Plan an interview with it</Link>
        </p>
      );
    }
    case "invitation":
      return (
        <p>
          This is an invitation to a panel.{" "}
          <Link href={invitationAddress(result.linkPart)}>Open invitation</Link>
        </p>
      );
    case "appointments":
      return <Appointments {...result} />;
    case "older":
      return <p>The interview here is newer than the file. Nothing was changed.</p>;
    case "guideHere":
    case "same":
      return <p>Already here, with the same content.</p>;
    case "revision": {
      const { interviewer, isOwn, revisions } = result.asked;
      const name = revisionToText({ interviewer, at: revisions.at(-1)?.at ?? now }, now);
      return (
        <div className="row">
          <p>
            This scorecard is already here. The file contains {name}, which is not
            {isOwn ? " in your scorecard" : ""}. Use it only if you know that {interviewer} made it.
          </p>
          <Choice take={`Use ${name}`} onTake={() => takeImported(app, result)} onDone={setOutcome} />
        </div>
      );
    }
    case "conflict": {
      const { here, incoming, canReplace, comesBack } = result;
      return (
        <div className="row">
          <p>
            {comesBack && "You handed this interview over, and it comes back with what was added since. "}
            {canReplace && !comesBack && "This interview is already here, with different content. "}
            {!canReplace &&
              (here.status === "live"
                ? "This interview is live here, and a live interview is never replaced. The file differs and was not imported. "
                : "This interview’s scorecard is submitted, and a submitted scorecard never changes. The file differs and was not imported. ")}
            {bothToText(here, incoming, now)}
          </p>
          {canReplace && (
            <Choice
              take={`Replace it with ${whoseToText(incoming, now)}`}
              onTake={() => takeImported(app, result)}
              onDone={setOutcome}
            />
          )}
        </div>
      );
    }
  }
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
              <span className="soft small">
                {timeToText(startsAt, now)}
                {minutes !== null && ` · ${minutesToText(minutes)}`}
                {interviewers.length > 0 && (
                  <>
                    {" "}
                    · <bdi>{interviewers.join(", ")}</bdi>
                  </>
                )}
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

interface ChoiceProps {
  /** What the button says, with whose it is. */
  readonly take: string;
  readonly onTake: () => Promise<Taken>;
  readonly onDone: (outcome: string) => void;
}

function Choice({ take, onTake, onDone }: ChoiceProps) {
  return (
    <>
      <button type="button" onClick={() => onDone("Nothing was changed.")}>
        Keep the one here
      </button>
      <button
        type="button"
        onClick={() =>
          void onTake().then(
            (taken) => onDone(takenWords[taken]),
            (error: unknown) => onDone(`Not imported: ${errorToText(error)}`),
          )
        }
      >
        {take}
      </button>
    </>
  );
}
