import { format } from "date-fns";
import { useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import { errorToText } from "../../domain/errorText.ts";
import { areaAnswer, isAsked, progressOf } from "../../domain/answer.ts";
import { fileName } from "../../domain/fileName.ts";
import { competencyName, type Question } from "../../domain/guide.ts";
import { finalOf } from "../../domain/revision.ts";
import { competencyResults, type Revision, type Scorecard } from "../../domain/scorecard.ts";
import { followUpText } from "../../domain/scorecardReport.ts";
import { questionsOf, sessionElapsedMs, plannedMs, type WholeSession } from "../../domain/session.ts";
import { elapsedMs, msToClock } from "../../domain/timer.ts";
import { useApp } from "../../state/appContext.ts";
import { exportToWords } from "../../state/exportForms.ts";
import { noteExport } from "../../state/exportsMade.ts";
import { scorecardsToTexts } from "../../state/exportTexts.ts";
import { scorecardToFileText, scorecardToSealedText, useRevisions } from "../../state/scorecards.ts";
import { useSessionState } from "../../state/sessionContext.ts";
import { copyTexts } from "../../ui/clipboard.ts";
import { downloadText } from "../../ui/download.ts";
import { levelWords } from "../../ui/levelWords.ts";
import { RatingMark } from "../../ui/RatingMark.tsx";
import { recommendationWords } from "../../ui/recommendationWords.ts";
import { SaveStatus } from "../../ui/SaveStatus.tsx";
import { ReviseDialog } from "./ReviseDialog.tsx";
import styles from "./ScorecardPage.module.css";

/** A submitted scorecard: read-only, and made to be printed. What was revised since stands beside what was submitted. */
export function ScorecardPage() {
  const app = useApp();
  const whole = useSessionState((state) => state.whole);
  const saveKind = useSessionState((state) => state.saveState.kind);
  const { session, guide } = whole;
  const revisions = useRevisions(session.id) ?? noRevisions;
  const scorecard: Scorecard = { first: whole, revisions };
  const final = finalOf(scorecard);
  const questions = questionsOf(whole);
  const endedAt = session.endedAt ?? session.updatedAt;
  const asked = questions.filter(({ id }) => isAsked(final.answers[id], endedAt));
  const notAsked = questions.filter((question) => !asked.includes(question));

  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const revising = useRef<HTMLDialogElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [hasCopied, setCopied] = useState(false);
  const publicKey = session.panel?.publicKey ?? null;
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
    setCopied(false);
    copyTexts(scorecardsToTexts([scorecard]), true)
      .then(() => note(exportToWords("html", "sessions", "copied")))
      .then(
        () => setCopied(true),
        (error: unknown) => setProblem(`The scorecard could not be copied. ${errorToText(error)}`),
      );
  };

  const exportSealed = async (key: string) => {
    try {
      const sealed = await scorecardToSealedText(app, scorecard, key);
      downloadText(fileName(nameWords, "age"), sealed, "application/octet-stream");
      await note("Sealed scorecard file");
    } catch (error) {
      setProblem(`The scorecard could not be sealed. ${errorToText(error)}`);
    }
  };

  return (
    <>
      <header className="topBar noPrint">
        <Link href="/" className="button plain" aria-label="To the library" title="To the library">
          ←
        </Link>
        <b>Scorecard</b>
        {saveKind === "saved" ? (
          <span className="chip">Submitted, read-only</span>
        ) : (
          <SaveStatus kind={saveKind} />
        )}
        <span role="status" className="push small soft">
          {hasCopied ? "Copied." : ""}
        </span>
        <button type="button" onClick={printPage}>
          Print
        </button>
        <button type="button" onClick={copy}>
          Copy
        </button>
        <Link href={`/export/session/${encodeURIComponent(session.id)}`} className="button">
          Export…
        </Link>
        <button type="button" onClick={() => revising.current?.showModal()}>
          Revise
        </button>
        <button type="button" className={publicKey === null ? "primary" : ""} onClick={exportSession}>
          Export JSON
        </button>
        {publicKey !== null && (
          <button type="button" className="primary" onClick={() => void exportSealed(publicKey)}>
            Sealed scorecard file
          </button>
        )}
      </header>
      <ReviseDialog ref={revising} scorecard={scorecard} onClose={() => revising.current?.close()} />
      <main className={`page ${styles.page}`}>
        {problem !== null && (
          <p className="notice error" role="alert">
            {problem}
          </p>
        )}
        {publicKey !== null && (
          <p className="notice noPrint">
            This scorecard is part of a panel. Download the sealed scorecard file and send it to the panel’s
            lead, who alone can open it.
          </p>
        )}
        <section className={styles.head}>
          <p className="eyebrow">
            Scorecard{session.sample ? " · sample" : ""} · <bdi>{guide.title}</bdi>
          </p>
          <h1 ref={heading} tabIndex={-1} dir="auto">
            {session.candidate}
          </h1>
          <dl className={styles.facts}>
            <Fact name="Role">
              <bdi>{session.role}</bdi>, {levelWords[session.level].toLowerCase()}
              {session.remote ? ", remote" : ""}
            </Fact>
            <Fact name="Interviewer">
              <bdi>{session.interviewer}</bdi>
            </Fact>
            <Fact name="Interview">
              {format(session.startedAt ?? session.scheduledAt, "d MMMM yyyy, HH:mm")} ·{" "}
              {msToClock(sessionElapsedMs(session, endedAt))} of {session.slotMinutes} min
            </Fact>
            {session.submittedAt !== null && (
              <Fact name="Submitted">{format(session.submittedAt, "d MMMM yyyy, HH:mm")}</Fact>
            )}
          </dl>
        </section>
        <section className={`card ${styles.result}`} aria-labelledby="recommendation">
          <h2 id="recommendation">Recommendation: {recommendationText(final)}</h2>
          {final.session.recommendation !== session.recommendation && (
            <p className="small soft">Submitted as: {recommendationText(whole)}</p>
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
        {revisions.length > 0 && <Revisions revisions={revisions} questions={questions} />}
        <section className={styles.section}>
          <h2>Competencies</h2>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Competency</th>
                <th scope="col">Mean of its areas</th>
                <th scope="col">Rated</th>
                <th scope="col">Not assessed</th>
              </tr>
            </thead>
            <tbody>
              {competencyResults(final, asked).map((result) => (
                <tr key={result.competencyId}>
                  <th scope="row" dir="auto">
                    {result.competencyId === "" ? "No competency named" : result.name}
                  </th>
                  <td className="figures">
                    {result.mean === null ? "not assessed" : result.mean.toFixed(1)}
                  </td>
                  <td className="figures">{result.ratedCount}</td>
                  <td className="figures">{result.notAssessedCount}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="small soft">
            One interviewer’s ratings. Areas weigh the same; those not assessed are left out. The scale:{" "}
            {guide.scale.points.map(({ value, label }) => `${value} ${label.toLowerCase()}`).join(", ")}.
          </p>
        </section>
        {asked.map((question) => (
          <QuestionResult
            key={question.id}
            whole={whole}
            final={final}
            question={question}
            endedAt={endedAt}
          />
        ))}
        {notAsked.length > 0 && (
          <section className={styles.section}>
            <h2>Not asked</h2>
            <ul>
              {notAsked.map((question) => (
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

const noRevisions: readonly Revision[] = [];

function recommendationText({ session: { recommendation } }: WholeSession): string {
  return recommendation === null ? "none" : recommendationWords[recommendation];
}

interface RevisionsProps {
  readonly revisions: readonly Revision[];
  readonly questions: readonly Question[];
}

function Revisions({ revisions, questions }: RevisionsProps) {
  const areas = questions.flatMap((question) => question.areas);
  return (
    <section className={styles.section}>
      <h2>Revised</h2>
      <ul className={styles.log} aria-label="Revisions">
        {revisions.map((revision) => {
          const changed = [
            ...Object.keys(revision.areas).map((id) => areas.find((area) => area.id === id)?.text ?? id),
            ...(revision.recommendation === null ? [] : ["the recommendation"]),
            ...(revision.summary === "" ? [] : ["its reasons"]),
          ];
          return (
            <li key={revision.id}>
              <time className="soft figures">{format(revision.at, "d MMM yyyy, HH:mm")}</time>
              <span>
                <span dir="auto" className={styles.written}>
                  {revision.reason}
                </span>
                <span className="small soft" dir="auto">
                  {" "}
                  Changed: {changed.join("; ")}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface QuestionProps {
  /** As it was submitted. */
  readonly whole: WholeSession;
  /** With its revisions. */
  readonly final: WholeSession;
  readonly question: Question;
  readonly endedAt: number;
}

function QuestionResult({ whole, final, question, endedAt }: QuestionProps) {
  const { session, guide } = whole;
  const answer = whole.answers[question.id];
  const { covered, total } = progressOf(question, answer);
  const used = answer ? elapsedMs(answer.timer, endedAt) : 0;
  const planned = plannedMs(session, question, answer?.addedMinutes);
  const competency = competencyName(guide, question.competencyId);
  return (
    <section className={styles.section}>
      <h2 dir="auto">{question.title}</h2>
      <p dir="auto" className="soft">
        {question.text}
      </p>
      <p className="small figures">
        {competency === "" ? "" : `${competency} · `}
        {msToClock(used)} of {msToClock(planned)} · {covered} of {total} areas covered
      </p>
      <table className={styles.table}>
        <thead className="heard">
          <tr>
            <th scope="col">Rating</th>
            <th scope="col">Area and note</th>
          </tr>
        </thead>
        <tbody>
          {question.areas.map((area) => {
            const { covered: isCovered, rating, note } = areaAnswer(final.answers[question.id], area.id);
            const first = areaAnswer(answer, area.id);
            return (
              <tr key={area.id}>
                <td className={styles.rating}>
                  <RatingMark scale={guide.scale} mark={rating} />
                  {first.rating !== rating && (
                    <span className={`small soft ${styles.first}`}>
                      first <RatingMark scale={guide.scale} mark={first.rating} />
                    </span>
                  )}
                </td>
                <td>
                  <span dir="auto">{area.text}</span>
                  {!isCovered && <span className="small soft"> · not covered</span>}
                  {note !== "" && (
                    <p dir="auto" className={`soft ${styles.written}`}>
                      {note}
                    </p>
                  )}
                  {first.note !== note && (
                    <p dir="auto" className={`small soft ${styles.written}`}>
                      First: {first.note === "" ? "no note" : first.note}
                    </p>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {answer && answer.followUpsAsked.length > 0 && (
        <>
          <h3>Follow-ups asked</h3>
          <ul className={styles.log}>
            {answer.followUpsAsked.map(({ followUpId, atMs }) => (
              <li key={followUpId}>
                <time className="soft figures">{msToClock(atMs)}</time>
                <span dir="auto">{followUpText(whole, question, followUpId)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {answer && answer.notes.length > 0 && (
        <>
          <h3>Notes</h3>
          <ul className={styles.log}>
            {answer.notes.map((note) => (
              <li key={note.id}>
                <time className="soft figures">{msToClock(note.atMs)}</time>
                <span dir="auto" className={styles.written}>
                  {note.text}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
