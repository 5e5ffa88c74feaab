import { useEffect, useId, useRef, useState, type SubmitEvent } from "react";
import { errorToText } from "../../../domain/text/errorText.ts";
import { quantityToText } from "../../../domain/text/quantityText.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { noteExport } from "../../../state/exports/exportLog.ts";
import { makeBackup, type MadeBackup } from "../../../state/backups/backups.ts";
import { sizeToText } from "../../../ui/words/bytes.ts";
import { downloadBlob } from "../../../ui/files/download.ts";
import { WorkProgress } from "../../../ui/files/WorkProgress.tsx";
import { backupName } from "./backupName.ts";
import styles from "./BackupSection.module.css";
import { LostEntries } from "./LostEntries.tsx";

type Work =
  | { readonly kind: "idle" }
  | { readonly kind: "working"; readonly done: number; readonly of: number }
  | { readonly kind: "made"; readonly backup: MadeBackup; readonly name: string }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly message: string };

/** A passphrase of fewer characters is one that a program may find by trying. */
const SHORT_PASSPHRASE = 12;

/** Makes one file of everything, plain or sealed. */
export function BackupSection() {
  const app = useApp();
  const id = useId();
  const [work, setWork] = useState<Work>({ kind: "idle" });
  const [isSealed, setSealed] = useState(true);
  const [isShort, setShort] = useState(false);
  const running = useRef<AbortController>(null);
  /** Has the focus while the button is gone that was pressed. */
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => () => running.current?.abort(), []);

  const choose = (sealed: boolean) => {
    setSealed(sealed);
    setShort(false);
    // What is said of the last file is not of the one to come.
    setWork({ kind: "idle" });
  };

  const make = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (work.kind === "working") return;
    const form = event.currentTarget;
    // What stands in the fields, whoever put it there: a program that keeps passphrases tells no page of it.
    const [passphrase, repeated] = passphrasesIn(form);
    if (isSealed && passphrase !== repeated) {
      setWork({
        kind: "failed",
        message: "The passphrases don’t match. Enter the same passphrase in both fields.",
      });
      return;
    }
    const controller = new AbortController();
    running.current = controller;
    heading.current?.focus({ preventScroll: true });
    setWork({ kind: "working", done: 0, of: 0 });
    try {
      const backup = await makeBackup(app, {
        passphrase: isSealed ? (passphrase ?? "") : null,
        onProgress: (done, of) => setWork({ kind: "working", done, of }),
        signal: controller.signal,
      });
      const name = backupName(app.clock.now(), isSealed ? "json.age" : "json");
      setWork({ kind: "made", backup, name });
      if (isSealed) form.reset();
      setShort(false);
      downloadBlob(name, backup.blob);
      await noteExport(app, isSealed ? "Backup, encrypted" : "Backup, not encrypted", {
        isOfAll: true,
        fileName: name,
      });
    } catch (error) {
      setWork(
        controller.signal.aborted ? { kind: "cancelled" } : { kind: "failed", message: errorToText(error) },
      );
    }
  };

  return (
    <section className={styles.section} aria-labelledby={`${id}-title`}>
      <h2 ref={heading} id={`${id}-title`} tabIndex={-1}>
        Back up everything
      </h2>
      <p className="soft">
        One file with all interviews, panels and their scorecards, guides, drafts and settings. Use “Restore”
        below to read it, here or on another device.
      </p>
      <form className={styles.form} onSubmit={(event) => void make(event)}>
        <fieldset disabled={work.kind === "working"}>
          <legend className="heard">File format</legend>
          <label className={styles.choice}>
            <input type="radio" name={`${id}-form`} checked={isSealed} onChange={() => choose(true)} />
            Encrypted
          </label>
          <label className={styles.choice}>
            <input type="radio" name={`${id}-form`} checked={!isSealed} onChange={() => choose(false)} />
            Plain
          </label>
          {isSealed ? (
            <>
              <div className={styles.fields}>
                <label>
                  Passphrase
                  <input
                    type="password"
                    autoComplete="new-password"
                    required
                    name="passphrase"
                    onChange={({ target: { value } }) =>
                      setShort(value !== "" && value.length < SHORT_PASSPHRASE)
                    }
                  />
                </label>
                <label>
                  Confirm passphrase
                  <input type="password" autoComplete="new-password" required name="repeated" />
                </label>
              </div>
              <p className="small soft">
                Four or five random words make a good passphrase. It is not stored anywhere, and nobody can
                open the file without it. The file is in age format: <code>age -d</code> opens it too.
              </p>
              <div role="status">
                {isShort && (
                  <p className="notice">
                    This passphrase is short: whoever gets the file could have a program guess it. A longer
                    one is safer.
                  </p>
                )}
              </div>
            </>
          ) : (
            <p className="notice">
              Anyone who has an unencrypted file can read every note in it. It also contains the secret keys
              of your panels, which open encrypted scorecards. Keep it where nobody else can get it, or
              encrypt it.
            </p>
          )}
        </fieldset>
        {work.kind === "working" ? (
          <WorkProgress
            label="Backing up"
            work={work}
            onCancel={() => {
              heading.current?.focus({ preventScroll: true });
              running.current?.abort();
            }}
          />
        ) : (
          <button type="submit" className="primary">
            Back up everything
          </button>
        )}
      </form>
      <div role="status">
        {work.kind === "made" && (
          <p className="notice good">
            Backup created ({sizeToText(work.backup.blob.size)}).{" "}
            <button type="button" onClick={() => downloadBlob(work.name, work.backup.blob)}>
              Download again
            </button>
          </p>
        )}
        {work.kind === "made" && work.backup.leftOut.count > 0 && (
          <div className="notice error">
            <p>
              {quantityToText(work.backup.leftOut.count, "item")} could not be backed up. Everything else is
              in the file. Shorten what is too long, or delete it if it is not needed, then back up again.
            </p>
            <LostEntries title="Not in the backup" list={work.backup.leftOut} />
          </div>
        )}
        {work.kind === "cancelled" && <p className="notice">Cancelled. No backup was made.</p>}
      </div>
      {work.kind === "failed" && (
        <p className="notice error" role="alert">
          No backup was made. {work.message}
        </p>
      )}
    </section>
  );
}

function passphrasesIn(form: HTMLFormElement): readonly string[] {
  const data = new FormData(form);
  return ["passphrase", "repeated"].map((name) => {
    const value = data.get(name);
    return typeof value === "string" ? value : "";
  });
}
