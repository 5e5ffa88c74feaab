import { useEffect, useRef } from "react";
import { Link } from "wouter";
import type { Candidate } from "../../domain/candidates/candidate.ts";
import { candidateDueAt } from "../../domain/candidates/retention.ts";
import { decisionWords, keepsShut, type Panel } from "../../domain/panels/panel.ts";
import { interviewedAt, statusWords } from "../../domain/session/session.ts";
import { capitalised } from "../../domain/text/capitalised.ts";
import { monthsToText, quantityToText } from "../../domain/text/quantityText.ts";
import { useApp } from "../../state/app/appContext.ts";
import { useCandidate, useExportsOf } from "../../state/candidates/candidates.ts";
import { interviewAddress, panelAddress } from "../../ui/page/addresses.ts";
import { ScreenHead } from "../../ui/head/ScreenHead.tsx";
import { noteHere } from "../../ui/page/shownAddress.ts";
import { candidateName } from "../../ui/words/candidateName.ts";
import { CandidateActions } from "./CandidateActions.tsx";
import { CandidateDialogs, CandidateNotices } from "./dialogs/CandidateDialogs.tsx";
import { DueChip } from "./CandidateRow.tsx";
import { ExportsLeft } from "./ExportsLeft.tsx";
import { RecordedAs, RecordedNames } from "./RecordedNames.tsx";
import { dateToText, deletedByHandToText, fileToText, momentToText } from "./candidateWords.ts";
import { useCandidateWork, type CandidateWork } from "./useCandidateWork.ts";
import { Facts } from "../../ui/words/Facts.tsx";
import styles from "./Candidates.module.css";

/** All that this device has of one candidate. @param partId a session or a panel of theirs: no name stands in an address */
export function CandidatePage({ partId }: { readonly partId: string }) {
  const app = useApp();
  const shelved = useCandidate(partId);
  const work = useCandidateWork();
  const found = shelved?.candidate;
  const { want } = work;
  const isToDelete = useRef(noteHere() === "toDelete");
  // A reload or the way back does not ask again.
  useEffect(() => {
    if (noteHere()) history.replaceState(null, "");
  }, []);
  useEffect(() => {
    if (!shelved || !isToDelete.current) return;
    isToDelete.current = false;
    if (found) want({ kind: "delete", candidate: found, onlyId: partId });
  }, [shelved, found, want, partId]);
  if (!shelved) return null;
  const { months } = shelved;
  const due = found && candidateDueAt(found, months);
  return (
    <>
      <ScreenHead back={{ href: "/candidates", to: "candidates" }} title="Candidate" />
      <main className={`page ${styles.page}`}>
        <header className="row">
          <h1 dir="auto">{found ? candidateName(found.name) : "No data for this candidate"}</h1>
          {found?.hold && <span className="chip">legal hold</span>}
          {found && !found.hold && due != null && <DueChip at={due} now={app.clock.now()} />}
          {found && (
            <span className="actions">
              <CandidateActions candidate={found} work={work} />
            </span>
          )}
        </header>
        <CandidateNotices work={work} />
        {found ? (
          <>
            <Known candidate={found} months={months} work={work} />
            <RecordedNames candidate={found} />
          </>
        ) : (
          <>
            <p>The data was deleted, or is kept in another browser.</p>
            <ExportsLeft />
          </>
        )}
      </main>
      <CandidateDialogs work={work} months={months} />
    </>
  );
}

interface KnownProps {
  readonly candidate: Candidate;
  readonly months: number;
  readonly work: CandidateWork;
}

function Known({ candidate, months, work }: KnownProps) {
  const { parts, deletedByHand, hold } = candidate;
  const made = useExportsOf(parts);
  const sessions = parts.flatMap((part) => part.sessions);
  return (
    <>
      {hold && (
        <p className="notice">
          <b>Legal hold</b> since {dateToText(hold.heldAt)}: <bdi>{hold.reason}</bdi>
        </p>
      )}
      <section className={styles.section} aria-labelledby="interviews">
        <h2 id="interviews">Interviews</h2>
        {sessions.length === 0 ? (
          <p className="soft">None on this device.</p>
        ) : (
          <ul className={`card ${styles.list}`}>
            {sessions.map((session) => (
              <li key={session.id} className={styles.entry}>
                <span>
                  <Link href={interviewAddress(session)}>
                    <Facts of={[session.role, session.interviewer]} between=", " />
                  </Link>
                  <RecordedAs name={session.candidate} candidate={candidate} />
                </span>
                <span className="chip">{capitalised(statusWords[session.status])}</span>
                <span className="soft small figures">{dateToText(interviewedAt(session))}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <Panels candidate={candidate} />
      <section className={styles.section} aria-labelledby="files">
        <h2 id="files">Exports</h2>
        {made.length === 0 ? (
          <p className="soft">None.</p>
        ) : (
          <ul className={`card ${styles.list}`}>
            {made.map((one) => (
              <li key={one.id} className={styles.entry}>
                <span>{fileToText(one)}</span>
                <span className="soft small figures">{momentToText(one.at)}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className={styles.section} aria-labelledby="log">
        <h2 id="log">Audit log</h2>
        <p className="soft">
          What was rated, changed, revised, opened, merged and exported, when and by whom, with old and new
          values. Ratings are listed as submitted, with the time of submission. The log is deleted with the
          candidate.
        </p>
        <p>
          <button type="button" onClick={() => work.saveLog(candidate)}>
            Save audit log
          </button>
        </p>
      </section>
      <section className={styles.section} aria-labelledby="retention">
        <h2 id="retention">Data retention</h2>
        <p className="soft">
          Kept for {monthsToText(months)} after the decision, or after the last change if nothing was decided.
          Change this in <Link href="/settings">Data retention</Link>.
        </p>
        {deletedByHand.length > 0 && (
          <ul className="small soft">
            {deletedByHand.map((one) => (
              <li key={one.id}>
                <bdi>{one.role}</bdi>, {deletedByHandToText(one)}
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function Panels({ candidate }: { readonly candidate: Candidate }) {
  const panels = candidate.parts.flatMap(({ panel, scorecardIds }) =>
    panel ? [{ panel, scorecardIds }] : [],
  );
  if (panels.length === 0) return null;
  const sessions = candidate.parts.flatMap((part) => part.sessions);
  // All of it is one person's, under whichever name.
  const personOf = () => candidate.key;
  // What was decided tells of others' ratings.
  const isShut = (panel: Panel) => sessions.some((session) => keepsShut(session, panel, personOf));
  return (
    <section className={styles.section} aria-labelledby="panels">
      <h2 id="panels">Panels</h2>
      <ul className={`card ${styles.list}`}>
        {panels.map(({ panel, scorecardIds }) => {
          const { decision } = panel.debrief;
          return (
            <li key={panel.id} className={styles.entry}>
              <span>
                <Link href={panelAddress(panel.id)}>
                  <bdi>{panel.role}</bdi>
                </Link>
                <RecordedAs name={panel.candidate} candidate={candidate} />
              </span>
              <span className="chip">
                {!decision
                  ? "No decision yet"
                  : isShut(panel)
                    ? "Decided"
                    : `Decision: ${decisionWords[decision.outcome]}`}
              </span>
              <span className="soft small figures">
                {decision ? dateToText(decision.decidedAt) : quantityToText(scorecardIds.length, "scorecard")}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
