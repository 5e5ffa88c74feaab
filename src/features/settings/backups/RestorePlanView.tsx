import { useState } from "react";
import { fileName } from "../../../domain/text/fileName.ts";
import { isolated } from "../../../domain/text/isolated.ts";
import { useApp } from "../../../state/app/appContext.ts";
import type { Question, RestorePlan, Standing, Titled } from "../../../state/backups/backups.ts";
import { noteExport } from "../../../state/exports/exportLog.ts";
import { timeToText } from "../../../ui/words/dates.ts";
import { candidateName } from "../../../ui/words/candidateName.ts";
import { bothToText, revisionToText, whoseToText } from "../../../ui/words/whoseWords.ts";
import { downloadBlob } from "../../../ui/files/download.ts";
import { focusOnMount } from "../../../ui/page/focusOnMount.ts";
import styles from "./BackupSection.module.css";
import { Listing } from "./Listing.tsx";
import { LostEntries } from "./LostEntries.tsx";
import { Facts } from "../../../ui/words/Facts.tsx";

interface Props {
  readonly plan: RestorePlan;
  /** What is ticked at first: the keys of those questions. */
  readonly ticked: readonly string[];
  /** @param taken the keys of the questions that were answered with the file's */
  readonly onRestore: (taken: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Preview of restoring, and the button that does it. */
export function RestorePlanView({ plan, ticked, onRestore, onClose }: Props) {
  const { clock } = useApp();
  const now = clock.now();
  const { counts, otherCount, questions, refused, barred, removed, held, errors } = plan;
  const [taken, setTaken] = useState(ticked);
  const hasWork = plan.staged.length > 0;
  const hasAnything = plan.hasUnasked || taken.length > 0;
  return (
    <div className={styles.restoring}>
      <h3 tabIndex={-1} ref={focusOnMount}>
        {hasWork ? "What will be restored" : "Nothing to restore"}
      </h3>
      <ul className={styles.list} aria-label="In the file">
        {(["session", "panel", "guide"] as const).map((kind) => (
          <li key={kind}>
            <b>{kindWords[kind]}:</b> {standingWords(counts[kind])}
          </li>
        ))}
        {otherCount > 0 && (
          <li>
            <b>Other:</b> {otherCount} new or newer entries (drafts, settings, panel keys, export records and
            similar)
          </li>
        )}
      </ul>
      <Listing
        title="Different here: what is here stays, unless you choose the file’s version"
        list={questions}
      >
        {(question) => (
          <>
            <Name of={question} /> · <span className="small">{questionWords(question, now)}</span>
            {question.key !== null && (
              <Take
                label={takeWords(question, now)}
                isTaken={taken.includes(question.key)}
                onToggle={(isTaken) =>
                  setTaken((before) =>
                    isTaken && question.key !== null
                      ? [...before, question.key]
                      : before.filter((key) => key !== question.key),
                  )
                }
              />
            )}
            {question.other && <Download question={question} other={question.other} />}
          </>
        )}
      </Listing>
      <Listing title="Deleted here, not restored" list={refused}>
        {(item) => (
          <>
            <Name of={item} /> · deleted {timeToText(item.deletedAt, now)}
          </>
        )}
      </Listing>
      <LostEntries title="Not restored" list={barred} />
      <Listing title="Deleted where the backup was made, to be deleted here" list={removed}>
        {(item) => <Name of={item} />}
      </Listing>
      <LostEntries title="Can’t be read, not restored" list={errors} />
      {held.length > 0 && (
        <div className="notice error" role="alert">
          <p>
            Nothing can be restored: a legal hold here keeps what was deleted where the backup was made.
            Release the hold first, under “Candidates”.
          </p>
          <ul>
            {held.map((item) => (
              <li key={item.id}>
                <Name of={item} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="row">
        {hasWork && (
          <button
            type="button"
            className="primary"
            disabled={held.length > 0 || !hasAnything}
            onClick={() => onRestore(taken)}
          >
            Restore
          </button>
        )}
        <button type="button" onClick={onClose}>
          {hasWork ? "Cancel" : "Close"}
        </button>
        {hasWork && <span className="small soft">Restores all of it or nothing. This can’t be undone.</span>}
      </p>
    </div>
  );
}

const kindWords = { session: "Interviews", panel: "Panels", guide: "Guides" } as const;

const standings: readonly (readonly [Standing, string])[] = [
  ["new", "new"],
  ["newer", "newer than here"],
  ["same", "the same as here"],
  ["older", "older than here"],
  ["conflicting", "different from here"],
  ["deleted", "deleted here"],
  ["refused", "not restored"],
];

function standingWords(counts: Readonly<Record<Standing, number>>): string {
  const words = standings
    .filter(([standing]) => counts[standing] > 0)
    .map(([standing, word]) => `${counts[standing]} ${word}`);
  return words.length === 0 ? "none" : words.join(" · ");
}

function Name({ of: { kind, candidate, role } }: { readonly of: Titled }) {
  return (
    <>
      {kind === "panel" && "Panel: "}
      <Facts of={[candidateName(candidate), role]} between=", " />
    </>
  );
}

function questionWords({ kind, here, incoming, revisions, key }: Question, now: number): string {
  if (revisions) {
    return revisions.isOwn
      ? `The file contains ${revisionToText(revisions, now)}, which is not in your scorecard. Use it only if you know that ${isolated(revisions.interviewer)} made it.`
      : `The file contains ${revisionToText(revisions, now)}. Use it only if you know that ${isolated(revisions.interviewer)} made it.`;
  }
  if (!here || !incoming) {
    return kind === "panel"
      ? "Using the file’s version replaces the plan, the debrief notes and the decision here."
      : "It was changed here.";
  }
  const both = bothToText(here, incoming, now);
  if (key !== null) return both;
  if (here.status === "live") return `${both} A live interview is never replaced.`;
  return here.status === "submitted"
    ? `${both} A submitted scorecard never changes.`
    : `${both} A legal hold on the candidate keeps what is here. To use the file’s version, release the hold first, under “Candidates”.`;
}

function takeWords({ kind, incoming, revisions }: Question, now: number): string {
  if (revisions) return `Use ${revisionToText(revisions, now)}`;
  if (incoming) return `Use ${whoseToText(incoming, now)}`;
  return kind === "panel" ? "Use the file’s panel" : "Use the file’s version";
}

interface TakeProps {
  readonly label: string;
  readonly isTaken: boolean;
  readonly onToggle: (isTaken: boolean) => void;
}

function Take({ label, isTaken, onToggle }: TakeProps) {
  return (
    <>
      {" · "}
      <label>
        <input type="checkbox" checked={isTaken} onChange={({ target }) => onToggle(target.checked)} />{" "}
        {label}
      </label>
    </>
  );
}

function Download({ question, other }: { readonly question: Question; readonly other: Blob }) {
  const app = useApp();
  const download = () => {
    downloadBlob(fileName([question.candidate, "backup"], "json"), other);
    void noteExport(app, "Session JSON, at a restore", { sessionIds: [question.id] });
  };
  return (
    <>
      {" · "}
      <button
        type="button"
        aria-label={`Download the other interview with ${question.candidate}`}
        onClick={download}
      >
        Download the other
      </button>
    </>
  );
}
