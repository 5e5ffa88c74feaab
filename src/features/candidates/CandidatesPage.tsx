import { useDeferredValue, useState } from "react";
import { Link } from "wouter";
import { idsIn, type Candidate } from "../../domain/candidates/candidate.ts";
import { errorToText } from "../../domain/text/errorText.ts";
import { monthsToText, quantityToText } from "../../domain/text/quantityText.ts";
import { candidateDueAt } from "../../domain/candidates/retention.ts";
import { textToTokens } from "../../domain/text/tokens.ts";
import { useApp } from "../../state/app/appContext.ts";
import { releaseCandidate, useCandidates } from "../../state/candidates/candidates.ts";
import { focusOnMount } from "../../ui/page/focusOnMount.ts";
import { SearchField } from "../../ui/parts/SearchField.tsx";
import { CandidateRow } from "./CandidateRow.tsx";
import { DeleteDialog } from "./DeleteDialog.tsx";
import { DeleteDueDialog } from "./DeleteDueDialog.tsx";
import { EarlyDeletions } from "./EarlyDeletions.tsx";
import { ExportsLeft } from "./ExportsLeft.tsx";
import { HoldDialog } from "./HoldDialog.tsx";
import { SubjectAccessDialog } from "./SubjectAccessDialog.tsx";
import styles from "./Candidates.module.css";

const PAGE = 50;

interface Props {
  /** A session or panel whose candidate is looked for; empty for none. */
  readonly partId: string;
}

type Wanted =
  | { readonly kind: "delete" | "hold" | "access"; readonly candidate: Candidate }
  | { readonly kind: "deleteDue" }
  | null;

/** Every candidate of whom this device has anything: how long it is kept, what is due, and what can be done with it. */
export function CandidatesPage({ partId }: Props) {
  const app = useApp();
  const shelf = useCandidates();
  const [typed, setTyped] = useState<string | null>(null);
  const [limit, setLimit] = useState(PAGE);
  const [wanted, want] = useState<Wanted>(null);
  const [message, setMessage] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const asked = shelf?.candidates.find(({ parts }) => idsIn(parts).has(partId));
  const text = typed ?? asked?.name ?? "";
  const words = textToTokens(useDeferredValue(text));
  if (!shelf) return null;

  const { months } = shelf;
  const now = app.clock.now();
  const rows = shelf.candidates
    .map((candidate) => ({ candidate, due: candidateDueAt(candidate, months) ?? Infinity }))
    .toSorted((a, b) => a.due - b.due);
  const allDue = rows.filter(({ due }) => due <= now).map(({ candidate }) => candidate);
  const due = allDue.filter(({ hold }) => !hold);
  const found = rows.filter(({ candidate: { key } }) => {
    const ofName = key.split(" ");
    return words.every((word) => ofName.some((one) => one.startsWith(word)));
  });

  const release = async ({ hold }: Candidate) => {
    setProblem(null);
    try {
      if (hold) await releaseCandidate(app, hold.candidateKey);
    } catch (error) {
      setProblem(`The hold was not released. ${errorToText(error)}`);
    }
  };
  const close = () => want(null);

  return (
    <>
      <main className={`page ${styles.page}`}>
        <h1>Candidates</h1>
        <p className={`soft ${styles.intro}`}>
          Candidate data stored on this device. It is kept for {monthsToText(months)} after the decision, or
          after the last change if nothing was decided, and is then due for deletion. Change this in{" "}
          <Link href="/settings">Data retention</Link>.
        </p>
        {problem !== null && (
          <p className="notice error" role="alert">
            {problem}
          </p>
        )}
        {message !== null && (
          <p className="notice good row" role="status">
            <span>{message}</span>
            {/* The button that was pressed went with its row. */}
            <button type="button" className="push" ref={focusOnMount} onClick={() => setMessage(null)}>
              Dismiss
            </button>
          </p>
        )}
        <ExportsLeft />
        {allDue.length > 0 && (
          <section className="notice row" aria-labelledby="due-heading">
            <h2 id="due-heading">{quantityToText(allDue.length, "candidate")} due</h2>
            {due.length < allDue.length && <span>{allDue.length - due.length} of them under legal hold</span>}
            {due.length > 0 && (
              <button type="button" className="push danger" onClick={() => want({ kind: "deleteDue" })}>
                Delete all due
              </button>
            )}
          </section>
        )}
        {rows.length === 0 ? (
          <p>No candidate data is stored on this device.</p>
        ) : (
          <>
            <search>
              <SearchField className={styles.find} placeholder="Name" value={text} onChange={setTyped} />
            </search>
            {found.length === 0 && <p className="soft">No candidate matches.</p>}
            <ul className={`card ${styles.list}`} aria-label="Candidates" hidden={found.length === 0}>
              {found.slice(0, limit).map(({ candidate }) => (
                <CandidateRow
                  key={candidate.key}
                  candidate={candidate}
                  months={months}
                  now={now}
                  onAccess={() => want({ kind: "access", candidate })}
                  onHold={() => want({ kind: "hold", candidate })}
                  onRelease={() => void release(candidate)}
                  onDelete={() => want({ kind: "delete", candidate })}
                />
              ))}
            </ul>
            {found.length > limit && (
              <button type="button" className={styles.more} onClick={() => setLimit(limit + PAGE)}>
                Show {PAGE} more
              </button>
            )}
          </>
        )}
        <EarlyDeletions />
      </main>
      {wanted?.kind === "delete" && (
        <DeleteDialog candidate={wanted.candidate} months={months} onDone={setMessage} onClose={close} />
      )}
      {wanted?.kind === "access" && (
        <SubjectAccessDialog candidate={wanted.candidate} onDone={setMessage} onClose={close} />
      )}
      {wanted?.kind === "hold" && <HoldDialog candidate={wanted.candidate} onClose={close} />}
      {wanted?.kind === "deleteDue" && (
        <DeleteDueDialog
          due={due}
          heldCount={allDue.length - due.length}
          onDone={setMessage}
          onClose={close}
        />
      )}
    </>
  );
}
