import { useEffect, useEffectEvent, useId, useRef, useState, type SubmitEvent } from "react";
import { errorToText } from "../../../domain/text/errorText.ts";
import { quantityToText } from "../../../domain/text/quantityText.ts";
import { isolated } from "../../../domain/text/isolated.ts";
import { useApp } from "../../../state/app/appContext.ts";
import {
  PassphraseNeeded,
  readBackup,
  restoreBackup,
  type RestorePlan,
} from "../../../state/backups/backups.ts";
import { focusOnMount } from "../../../ui/page/focusOnMount.ts";
import { WorkProgress } from "../../../ui/files/WorkProgress.tsx";
import styles from "./BackupSection.module.css";
import { LostEntries } from "./LostEntries.tsx";
import { RestorePlanView } from "./RestorePlanView.tsx";

interface Props {
  /** A backup, of any form that the app writes. */
  readonly file: Blob;
  /** What it is called on the screen. */
  readonly name: string;
  /** Called when nothing more is to be done with it. */
  readonly onClose: () => void;
  /** Called where another file is to be chosen in its place; as `onClose` where absent. */
  readonly onAnother?: () => void;
}

type Work =
  | { readonly kind: "reading" | "restoring"; readonly done: number; readonly of: number }
  | { readonly kind: "sealed"; readonly message: string | null }
  | {
      readonly kind: "planned";
      readonly plan: RestorePlan;
      readonly message: string | null;
      /** The keys of what was ticked before it came to nothing. */
      readonly ticked: readonly string[];
    }
  | { readonly kind: "restored"; readonly plan: RestorePlan; readonly takenCount: number }
  | { readonly kind: "failed"; readonly message: string };

/** Reads a backup, asks for its passphrase where it is sealed, shows what restoring it would do, and does it. */
export function Restoring({ file, name, onClose, onAnother = onClose }: Props) {
  const app = useApp();
  const [work, setWork] = useState<Work>({ kind: "reading", done: 0, of: 0 });
  const running = useRef<AbortController>(null);

  const begin = (kind: "reading" | "restoring") => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    const onProgress = (done: number, of: number) => !signal.aborted && setWork({ kind, done, of });
    return { signal, onProgress };
  };

  /** @returns what comes next; null where it was given up */
  const read = async (passphrase: string | null): Promise<Work | null> => {
    const { signal, onProgress } = begin("reading");
    try {
      return {
        kind: "planned",
        plan: await readBackup(app, file, { passphrase, signal, onProgress }),
        message: null,
        ticked: [],
      };
    } catch (error) {
      if (signal.aborted) return null;
      if (error instanceof PassphraseNeeded) return { kind: "sealed", message: null };
      return { kind: passphrase === null ? "failed" : "sealed", message: errorToText(error) };
    }
  };

  const restore = async (plan: RestorePlan, taken: readonly string[]) => {
    setWork({ kind: "restoring", done: 0, of: 0 });
    const { signal, onProgress } = begin("restoring");
    try {
      const open = await restoreBackup(app, plan, { signal, onProgress }, taken);
      if (open === null) setWork({ kind: "restored", plan, takenCount: taken.length });
      else setWork({ kind: "planned", plan, message: openWords(open), ticked: taken });
    } catch (error) {
      const message = signal.aborted ? "Cancelled." : errorToText(error);
      setWork({ kind: "planned", plan, message: `Nothing was restored. ${message}`, ticked: taken });
    }
  };

  const show = (next: Work | null) => {
    if (next) setWork(next);
  };

  const readFirst = useEffectEvent(() => read(null));
  useEffect(() => {
    void readFirst().then(show);
    return () => running.current?.abort();
  }, [file]);

  return (
    <div className={`card ${styles.restoring} ${styles.file}`}>
      <p className={styles.name}>
        <b dir="auto">{name}</b>
      </p>
      {work.kind === "reading" && (
        <WorkProgress
          label="Reading"
          work={work}
          onCancel={() => {
            running.current?.abort();
            onClose();
          }}
        />
      )}
      {work.kind === "restoring" && (
        <WorkProgress label="Restoring" work={work} onCancel={() => running.current?.abort()} />
      )}
      {work.kind === "sealed" && (
        <PassphraseForm
          message={work.message}
          onPassphrase={(passphrase) => {
            setWork({ kind: "reading", done: 0, of: 0 });
            void read(passphrase).then(show);
          }}
          onClose={onClose}
        />
      )}
      {work.kind === "planned" && (
        <>
          {work.message !== null && (
            <p className="notice error" role="alert">
              {work.message}
            </p>
          )}
          <RestorePlanView
            plan={work.plan}
            ticked={work.ticked}
            onRestore={(taken) => void restore(work.plan, taken)}
            onClose={onClose}
          />
        </>
      )}
      {work.kind === "restored" && (
        <div ref={focusOnMount} tabIndex={-1} role="status" className={styles.restoring}>
          <p className="notice good">Restored: {restoredWords(work.plan, work.takenCount)}.</p>
          <LostEntries title="Can’t be read, not restored" list={work.plan.errors} />
          <LostEntries title="Not restored" list={work.plan.barred} />
          <p>
            <button type="button" onClick={onClose}>
              Done
            </button>
          </p>
        </div>
      )}
      {work.kind === "failed" && (
        <>
          <p className="notice error" role="alert">
            Nothing was changed. {work.message}
          </p>
          <p>
            <button type="button" ref={focusOnMount} onClick={onAnother}>
              Choose another file
            </button>
          </p>
        </>
      )}
    </div>
  );
}

interface PassphraseFormProps {
  /** Why it did not open, or null. */
  readonly message: string | null;
  readonly onPassphrase: (passphrase: string) => void;
  readonly onClose: () => void;
}

function PassphraseForm({ message, onPassphrase, onClose }: PassphraseFormProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const open = (event: SubmitEvent) => {
    event.preventDefault();
    onPassphrase(field.current?.value ?? "");
  };
  return (
    <form className={styles.form} onSubmit={open}>
      {message !== null && (
        <p className="notice error" role="alert">
          {message}
        </p>
      )}
      <div className={styles.fields}>
        <label htmlFor={id}>
          The file is encrypted. Passphrase:
          <input id={id} ref={field} type="password" autoComplete="off" required />
        </label>
      </div>
      <p className="row">
        <button type="submit" className="primary">
          Open
        </button>
        <button type="button" onClick={onClose}>
          Cancel
        </button>
      </p>
    </form>
  );
}

function openWords(candidates: readonly string[]): string {
  const named = candidates
    .slice(0, 5)
    .map((candidate) => (candidate === "" ? "an unnamed candidate" : isolated(candidate)));
  const more = candidates.length > named.length ? ` and ${candidates.length - named.length} more` : "";
  return `Nothing was restored: a tab has the interview with ${named.join(", ")}${more} open. Close it there, then restore.`;
}

function restoredWords({ counts, otherCount, removed }: RestorePlan, takenCount: number): string {
  const taken = (kind: keyof RestorePlan["counts"]) => counts[kind].new + counts[kind].newer;
  const words = [
    [taken("session"), quantityToText(taken("session"), "interview")],
    [taken("panel"), quantityToText(taken("panel"), "panel")],
    [taken("guide"), quantityToText(taken("guide"), "guide")],
    [takenCount, `${takenCount} that you chose from the file`],
    [otherCount, otherCount === 1 ? "1 other entry" : `${otherCount} other entries`],
    [removed.count, `${removed.count} deleted, as where the backup was made`],
  ] as const;
  return words
    .filter(([count]) => count > 0)
    .map(([, text]) => text)
    .join(", ");
}
