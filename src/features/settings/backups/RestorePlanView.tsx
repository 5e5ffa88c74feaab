import type { Standing } from "../../../domain/backups/backupMerge.ts";
import { fileName } from "../../../domain/text/fileName.ts";
import { useApp } from "../../../state/app/appContext.ts";
import type { Conflict, RestorePlan, Titled } from "../../../state/backups/backups.ts";
import { noteExport } from "../../../state/exports/exportLog.ts";
import { timeToText } from "../../../ui/words/dates.ts";
import { downloadBlob } from "../../../ui/page/download.ts";
import { focusOnMount } from "../../../ui/page/focusOnMount.ts";
import styles from "./BackupSection.module.css";
import { Listing } from "./Listing.tsx";
import { LostEntries } from "./LostEntries.tsx";

interface Props {
  readonly plan: RestorePlan;
  readonly onRestore: () => void;
  readonly onClose: () => void;
}

/** What restoring would do, and the button that does it. */
export function RestorePlanView({ plan, onRestore, onClose }: Props) {
  const { clock } = useApp();
  const now = clock.now();
  const { counts, otherCount, conflicts, refused, removed, held, errors } = plan;
  const hasWork = plan.staged.length > 0;
  return (
    <div className={styles.restoring}>
      <h3 tabIndex={-1} ref={focusOnMount}>
        {hasWork ? "What restoring would do" : "There is nothing to restore"}
      </h3>
      <ul className={styles.list} aria-label="In the file">
        {(["session", "panel", "guide"] as const).map((kind) => (
          <li key={kind}>
            <b>{kindWords[kind]}:</b> {standingWords(counts[kind])}
          </li>
        ))}
        {otherCount > 0 && (
          <li>
            <b>Besides:</b> {otherCount} new or newer entries (drafts, settings, keys of panels, exports that
            were noted and the like)
          </li>
        )}
      </ul>
      <Listing title="Changed both here and in the file" list={conflicts}>
        {(conflict) => (
          <>
            <Name {...conflict} /> · {conflict.stays === "file" ? "the file’s" : "the one here"} stays
            {conflict.other && <Download conflict={conflict} other={conflict.other} />}
          </>
        )}
      </Listing>
      <Listing title="Deleted here, and not restored" list={refused}>
        {(item) => (
          <>
            <Name {...item} /> · deleted {timeToText(item.deletedAt, now)}
          </>
        )}
      </Listing>
      <Listing title="Deleted where the backup was made, and to be deleted here" list={removed}>
        {(item) => <Name {...item} />}
      </Listing>
      <LostEntries title="Can’t be read, and is not restored" list={errors} />
      {held.length > 0 && (
        <div className="notice error" role="alert">
          <p>
            Nothing can be restored: a hold here keeps what was deleted where the backup was made. Take the
            hold off first, under “Candidates”.
          </p>
          <ul>
            {held.map((item) => (
              <li key={item.id}>
                <Name {...item} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="row">
        {hasWork && (
          <button type="button" className="primary" disabled={held.length > 0} onClick={onRestore}>
            Restore
          </button>
        )}
        <button type="button" onClick={onClose}>
          {hasWork ? "Cancel" : "Close"}
        </button>
        {hasWork && <span className="small soft">All of it or nothing; there is no undo.</span>}
      </p>
    </div>
  );
}

const kindWords = { session: "Sessions", panel: "Panels", guide: "Guides" } as const;

const standings: readonly (readonly [Standing, string])[] = [
  ["new", "new"],
  ["newer", "newer than here"],
  ["same", "the same as here"],
  ["older", "older than here"],
  ["conflicting", "changed in both"],
  ["deleted", "deleted here"],
];

function standingWords(counts: Readonly<Record<Standing, number>>): string {
  const words = standings
    .filter(([standing]) => counts[standing] > 0)
    .map(([standing, word]) => `${counts[standing]} ${word}`);
  return words.length === 0 ? "none" : words.join(" · ");
}

function Name({ kind, candidate, role }: Titled) {
  return (
    <>
      {kind === "panel" && "Panel: "}
      <bdi>{candidate === "" ? "(no name)" : candidate}</bdi>
      {role !== "" && (
        <>
          , <bdi>{role}</bdi>
        </>
      )}
    </>
  );
}

function Download({ conflict, other }: { readonly conflict: Conflict; readonly other: Blob }) {
  const app = useApp();
  const from = conflict.stays === "file" ? "here" : "backup";
  const download = () => {
    downloadBlob(fileName([conflict.candidate, from], "json"), other);
    void noteExport(app, "Session JSON, at a restore", { sessionIds: [conflict.id] });
  };
  return (
    <>
      {" · "}
      <button
        type="button"
        aria-label={`Download the other session of ${conflict.candidate}`}
        onClick={download}
      >
        Download the other
      </button>
    </>
  );
}
