import { useRef, useState } from "react";
import { Link } from "wouter";
import { errorToText } from "../../domain/text/errorText.ts";
import { fileName } from "../../domain/text/fileName.ts";
import { levelWords } from "../../domain/guides/guide.ts";
import type { Figures } from "../../domain/panels/figures.ts";
import type { SeatStatus } from "../../domain/panels/seatStatus.ts";
import type { Revision, Scorecard } from "../../domain/session/scorecard.ts";
import { askedOf, scorecardToReport, type ReportedRevision } from "../../domain/session/scorecardReport.ts";
import { recommendationToWords } from "../../domain/session/session.ts";
import { isolated } from "../../domain/text/isolated.ts";
import {
  equalAreasWords,
  changedParts,
  dayAndTime,
  resultToText,
  resultWords,
  spentToText,
} from "../../interchange/documents/documentWords.ts";
import { useApp } from "../../state/app/appContext.ts";
import { useFigures } from "../../state/app/figures.ts";
import { exportToWords } from "../../state/exports/exportForms.ts";
import { noteExport } from "../../state/exports/exportLog.ts";
import { scorecardsToTexts } from "../../state/exports/exportTexts.ts";
import { scorecardToFileText, useRevisions } from "../../state/session/scorecards.ts";
import { useOwnSeat } from "../../state/panels/ownSeats.ts";
import { useWaitingFolders, type WaitingFolder } from "../../state/team/sharedFolders.ts";
import { useWantedNote } from "../../state/session/notePlace.ts";
import { openSessionToText } from "../../state/session/refusalMessage.ts";
import { useShuttingOf } from "../../state/session/shutting.ts";
import { useSaveKind, useSessionState } from "../../state/session/sessionContext.ts";
import { exportAddress, interviewAddress, panelAddress, pasteAddress } from "../../ui/page/addresses.ts";
import { MoreMenu } from "../../ui/head/MoreMenu.tsx";
import { ScreenHead } from "../../ui/head/ScreenHead.tsx";
import { copyTexts } from "../../ui/files/clipboard.ts";
import { downloadText } from "../../ui/files/download.ts";
import { ShutScorecard } from "../../ui/seats/ShutScorecard.tsx";
import { SaveStatus } from "../../ui/parts/SaveStatus.tsx";
import { SeatMark } from "../../ui/seats/SeatMark.tsx";
import { QuestionResult } from "./QuestionResult.tsx";
import { ReviseDialog } from "./ReviseDialog.tsx";
import { PanelNotice } from "./PanelNotice.tsx";
import { Facts } from "../../ui/words/Facts.tsx";
import styles from "./ScorecardPage.module.css";

/** A submitted scorecard, where it may be read: nobody reads another’s who has still to submit on the candidate. */
export function ScorecardPage() {
  const id = useSessionState((state) => state.whole.session.id);
  const own = useShuttingOf(id);
  const revisions = useRevisions(id);
  const figures = useFigures();
  const seat = useOwnSeat(id);
  const waiting = useWaitingFolders();
  if (own) return <ShutScorecard reason={openSessionToText(own)} address={interviewAddress(own)} />;
  // All at once: what came later would move what stands there.
  const isRead = own === null && revisions && figures && seat !== undefined && waiting;
  return isRead ? (
    <ReadScorecard revisions={revisions} figures={figures} seat={seat} waitingFolders={waiting} />
  ) : null;
}

interface ReadProps {
  readonly revisions: readonly Revision[];
  readonly figures: Figures;
  /** Null where the scorecard is of no panel that is led elsewhere. */
  readonly seat: SeatStatus | null;
  readonly waitingFolders: readonly WaitingFolder[];
}

/** Read-only, and made to be printed. What was revised since stands beside what was submitted. */
function ReadScorecard({ revisions: kept, figures, seat, waitingFolders }: ReadProps) {
  const app = useApp();
  const whole = useSessionState((state) => state.whole);
  const saveKind = useSaveKind();
  const { session, guide } = whole;
  const { panel } = session;
  const scorecard: Scorecard = { first: whole, revisions: kept };
  const report = scorecardToReport(scorecard);
  const { final, revisions } = report;
  const asked = askedOf(report);
  const notAsked = report.questions.filter(({ isAsked }) => !isAsked);

  useWantedNote(({ questionId, areaId }) => {
    const places = [...document.querySelectorAll<HTMLElement>("[data-place]")];
    const place = [areaId, questionId].map((id) => places.find(({ dataset }) => dataset["place"] === id));
    place.find((one) => one !== undefined)?.focus();
  });

  const revising = useRef<HTMLDialogElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  /** How many revisions were copied with it; a later one was not. */
  const [copied, setCopied] = useState<number | null>(null);
  const publicKey = panel?.publicKey ?? null;
  const nameWords = [session.candidate, session.role, session.interviewer];

  const note = (form: string) => noteExport(app, form, { sessionIds: [session.id] });

  const exportSession = () => {
    downloadText(fileName(nameWords, "json"), scorecardToFileText(app, scorecard));
    void note(exportToWords("session", "sessions", "downloaded"));
  };

  const printPage = () => {
    print();
    void note("Scorecard, printed");
  };

  const copy = () => {
    setCopied(null);
    setProblem(null);
    copyTexts(scorecardsToTexts(app, [scorecard]), true)
      .then(() => note(exportToWords("html", "sessions", "copied")))
      .then(
        () => setCopied(kept.length),
        (error: unknown) => setProblem(`The scorecard could not be copied. ${errorToText(error)}`),
      );
  };

  return (
    <>
      <ScreenHead back={{ href: "/", to: "interviews" }} title="Scorecard" className="noPrint">
        {saveKind === "saved" ? (
          seat === null && <span className="chip">Submitted, read-only</span>
        ) : (
          <SaveStatus kind={saveKind} />
        )}
        {saveKind === "saved" && seat && (
          <SeatMark
            status={seat}
            side="seat"
            isLeadSeat={panel?.isLead === true}
            lead={panel?.lead}
            now={app.clock.now()}
          />
        )}
        <span role="status" className="push small soft">
          {copied === kept.length ? "Copied." : ""}
        </span>
        <span className="actions">
          <button type="button" onClick={copy}>
            Copy
          </button>
          <button type="button" onClick={() => revising.current?.showModal()}>
            Revise
          </button>
          <button
            type="button"
            className={publicKey === null || seat === null ? "primary" : ""}
            onClick={exportSession}
          >
            Export JSON
          </button>
          <MoreMenu>
            <Link href={exportAddress("session", session.id)} className="button">
              Export in another format…
            </Link>
            <Link href={pasteAddress(session.id)} className="button">
              Paste into a form…
            </Link>
            <button type="button" onClick={printPage}>
              Print
            </button>
          </MoreMenu>
        </span>
      </ScreenHead>
      <ReviseDialog ref={revising} scorecard={scorecard} onClose={() => revising.current?.close()} />
      <main className={`page ${styles.page}`}>
        {problem !== null && (
          <p className="notice error" role="alert">
            {problem}
          </p>
        )}
        {publicKey !== null && seat && (
          <PanelNotice
            scorecard={scorecard}
            publicKey={publicKey}
            seat={seat}
            isWaitingForFolder={waitingFolders.some(
              (link) => link.panelId === panel?.panelId && link.seat === panel.interviewerId,
            )}
            onProblem={setProblem}
          />
        )}
        {panel && publicKey !== null && seat === null && !session.sample && (
          <p className="notice noPrint">
            This scorecard is in your panel: <Link href={panelAddress(panel.panelId)}>go to the panel</Link>.
          </p>
        )}
        <section className={styles.head}>
          <p className="eyebrow">
            <Facts of={["Scorecard", session.sample ? "sample" : "", guide.title]} />
          </p>
          <h1 dir="auto">{session.candidate}</h1>
          <dl className={styles.facts}>
            <Fact name="Role">
              <Facts
                of={[session.role, levelWords[session.level], session.remote ? "remote" : ""]}
                between=", "
              />
            </Fact>
            <Fact name="Interviewer">
              <bdi>{session.interviewer}</bdi>
            </Fact>
            <Fact name="Interview">
              {dayAndTime(report.interviewedAt)} ·{" "}
              <bdi>
                {spentToText({ elapsedMs: report.elapsedMs, plannedMs: session.slotMinutes * 60_000 })}
              </bdi>
            </Fact>
            {report.segments.map((one) => (
              <Fact key={one.id} name={one.title}>
                <bdi>{spentToText(one)}</bdi>
              </Fact>
            ))}
            {session.submittedAt !== null && <Fact name="Submitted">{dayAndTime(session.submittedAt)}</Fact>}
          </dl>
        </section>
        <section className={`card ${styles.result}`} aria-labelledby="recommendation">
          <h2 id="recommendation">Recommendation: {recommendationToWords(final.session.recommendation)}</h2>
          {final.session.recommendation !== session.recommendation && (
            <p className="small soft">Submitted as: {recommendationToWords(session.recommendation)}</p>
          )}
          <p dir="auto" className={styles.written}>
            {final.session.summary}
          </p>
          {final.session.summary !== session.summary && (
            <>
              <p className="small soft">Submitted as:</p>
              <p dir="auto" className={`soft ${styles.written}`}>
                {session.summary}
              </p>
            </>
          )}
        </section>
        {revisions.length > 0 && <Revisions revisions={revisions} />}
        <section className={styles.section}>
          <h2>Competencies</h2>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Competency</th>
                <th scope="col">{resultWords[figures]}</th>
                <th scope="col">Rated</th>
                <th scope="col">Not assessed</th>
              </tr>
            </thead>
            <tbody>
              {report.competencies.map((result) => (
                <tr key={result.competencyId}>
                  <th scope="row">
                    <bdi>{result.competencyId === "" ? "No competency" : result.name}</bdi>
                  </th>
                  <td className="figures">{resultToText(result.points, figures)}</td>
                  <td className="figures">{result.points.length}</td>
                  <td className="figures">{result.notAssessedCount}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="small soft">
            One interviewer’s ratings. {figures === "on" && `${equalAreasWords} `}The scale:{" "}
            {guide.scale.points
              .map(({ value, label }) => `${value} ${isolated(label.toLowerCase())}`)
              .join(", ")}
            .
          </p>
        </section>
        {asked.map((one) => (
          <QuestionResult
            key={one.question.id}
            scale={guide.scale}
            asked={one}
            answer={whole.answers[one.question.id]}
          />
        ))}
        {notAsked.length > 0 && (
          <section className={styles.section}>
            <h2>Not asked</h2>
            <ul>
              {notAsked.map(({ question }) => (
                <li key={question.id} dir="auto">
                  {question.title}
                </li>
              ))}
            </ul>
          </section>
        )}
      </main>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt className="small soft">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Revisions({ revisions }: { readonly revisions: readonly ReportedRevision[] }) {
  return (
    <section className={styles.section}>
      <h2>Revised</h2>
      <ul className={styles.log} aria-label="Revisions">
        {revisions.map((revision) => (
          <li key={revision.id}>
            <time className="soft figures">{dayAndTime(revision.at)}</time>
            <span>
              <span dir="auto" className={styles.written}>
                {revision.reason}
              </span>
              <span className="small soft" dir="auto">
                {" "}
                Changed: {changedParts(revision).join("; ")}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
