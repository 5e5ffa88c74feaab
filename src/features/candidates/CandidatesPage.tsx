import { useDeferredValue, useState } from "react";
import { Link } from "wouter";
import { monthsToText, quantityToText } from "../../domain/text/quantityText.ts";
import { isNamedBy } from "../../domain/candidates/candidate.ts";
import { candidateDueAt } from "../../domain/candidates/retention.ts";
import { textToTokens } from "../../domain/text/tokens.ts";
import { useApp } from "../../state/app/appContext.ts";
import { useCandidates } from "../../state/candidates/candidates.ts";
import { useInAddress } from "../../ui/page/shownAddress.ts";
import { useKeptWords } from "../../ui/rows/keptWords.ts";
import { SearchField } from "../../ui/parts/SearchField.tsx";
import { ShowMore } from "../../ui/rows/ShowMore.tsx";
import { CandidateDialogs, CandidateNotices } from "./dialogs/CandidateDialogs.tsx";
import { CandidateRow } from "./CandidateRow.tsx";
import { EarlyDeletions } from "./EarlyDeletions.tsx";
import { ExportsLeft } from "./ExportsLeft.tsx";
import { useCandidateWork } from "./useCandidateWork.ts";
import styles from "./Candidates.module.css";

const PAGE = 50;

/** Every candidate of whom this device has anything: how long it is kept, what is due, and what can be done with it. */
export function CandidatesPage() {
  const app = useApp();
  const shelf = useCandidates();
  const [text, setText] = useState("");
  useKeptWords(text, setText);
  const [shown, setShown] = useInAddress("show", String(PAGE));
  const limit = Math.max(PAGE, Number(shown) || 0);
  const work = useCandidateWork();
  const words = textToTokens(useDeferredValue(text));
  if (!shelf) return null;

  const { months } = shelf;
  const now = app.clock.now();
  const rows = shelf.candidates
    .map((candidate) => ({ candidate, due: candidateDueAt(candidate, months) ?? Infinity }))
    .toSorted((a, b) => a.due - b.due);
  const allDue = rows.filter(({ due }) => due <= now).map(({ candidate }) => candidate);
  const due = allDue.filter(({ hold }) => !hold);
  const found = words.length > 0 ? rows.filter(({ candidate }) => isNamedBy(candidate, words)) : rows;

  return (
    <>
      <main className={`page ${styles.page}`}>
        <h1>Candidates</h1>
        <p className={`soft ${styles.intro}`}>
          Candidate data stored on this device. It is kept for {monthsToText(months)} after the decision, or
          after the last change if nothing was decided, and is then due for deletion. Change this in{" "}
          <Link href="/settings">Data retention</Link>.
        </p>
        <CandidateNotices work={work} />
        <ExportsLeft />
        {allDue.length > 0 && (
          <section className="notice row" aria-labelledby="due-heading">
            <h2 id="due-heading">{quantityToText(allDue.length, "candidate")} due</h2>
            {due.length < allDue.length && (
              <span>
                {due.length > 0 && `${allDue.length - due.length} of them `}
                {due.length === 0 && allDue.length > 1 && "all "}
                under legal hold
              </span>
            )}
            {due.length > 0 && (
              <button type="button" className="push danger" onClick={() => work.want({ kind: "deleteDue" })}>
                Delete all due…
              </button>
            )}
          </section>
        )}
        {rows.length === 0 ? (
          <p>No candidate data is stored on this device.</p>
        ) : (
          <>
            <search>
              <SearchField className={styles.find} placeholder="Name" value={text} onChange={setText} />
            </search>
            {found.length === 0 && <p className="soft">No candidate matches.</p>}
            <ul
              className={`card ${styles.list} ${styles.rows}`}
              aria-label="Candidates"
              hidden={found.length === 0}
            >
              {found.slice(0, limit).map(({ candidate }) => (
                <CandidateRow
                  key={candidate.key}
                  candidate={candidate}
                  months={months}
                  now={now}
                  work={work}
                />
              ))}
            </ul>
            <ShowMore
              items="main > ul > li"
              count={Math.min(PAGE, found.length - limit)}
              onMore={() => setShown(String(limit + PAGE))}
            />
          </>
        )}
        <EarlyDeletions />
      </main>
      <CandidateDialogs work={work} months={months} due={due} heldCount={allDue.length - due.length} />
    </>
  );
}
