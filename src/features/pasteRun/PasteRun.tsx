import { useEffect, useEffectEvent, useRef } from "react";
import { errorToText } from "../../domain/text/errorText.ts";
import { isolated } from "../../domain/text/isolated.ts";
import type { PasteField } from "../../interchange/tracking/pasteFields.ts";
import { copyTexts } from "../../ui/files/clipboard.ts";
import { isElement } from "../../ui/page/elements.ts";
import { ShutButton } from "../../ui/fields/ShutButton.tsx";
import { newRun, withCopied, type Run } from "./run.ts";
import styles from "./PasteRun.module.css";

/** Characters: more lines than these fill are not shown. */
const MOST_PREVIEWED = 2000;

interface Props {
  /** At least one. */
  readonly fields: readonly PasteField[];
  readonly run: Run;
  /** The window that shows it: the clipboard is that of the window in which somebody works. */
  readonly view: Window & typeof globalThis;
  /** Where two windows show the run, one of them says aloud what was copied. */
  readonly isAnnouncing: boolean;
  readonly onRun: (run: Run) => void;
  readonly onCopied: () => void;
}

/** The fields of a form in their order: one key or click copies the next one, and says what it was and what comes then. */
export function PasteRun({ fields, run, view, isAnnouncing, onRun, onCopied }: Props) {
  const next = fields[run.nextAt];
  const last = fields.find(({ id }) => id === run.lastId);
  const isCopying = useRef(false);
  const button = useRef<HTMLButtonElement>(null);

  const noteCopied = (field: PasteField, at: number) => {
    onCopied();
    onRun(withCopied(run, field, at));
  };

  const copy = (at: number) => {
    const field = fields[at];
    // The clipboard takes its time: a second press meanwhile is not for the next field.
    if (!field || isCopying.current) return;
    isCopying.current = true;
    copyTexts(Promise.resolve(field), field.html !== null, view)
      .then(
        () => noteCopied(field, at),
        (error: unknown) =>
          onRun({ ...run, problem: `“${isolated(field.name)}” could not be copied. ${errorToText(error)}` }),
      )
      .finally(() => {
        isCopying.current = false;
      });
  };

  /** The browser’s own key for copying, where there is nothing else that it would copy. */
  const onCopy = useEffectEvent((event: ClipboardEvent) => {
    const isSelected = view.document.getSelection()?.isCollapsed === false;
    const isInField = isElement(event.target) && event.target.matches("input, textarea");
    if (!next || isSelected || isInField || !event.clipboardData) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", next.plain);
    if (next.html !== null) event.clipboardData.setData("text/html", next.html);
    noteCopied(next, run.nextAt);
  });
  useEffect(() => {
    const { document } = view;
    /** A key that is held copies one field. */
    const onKeyDown = (event: KeyboardEvent) => {
      const isCopy = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "c";
      if (event.repeat && (event.key === "Enter" || isCopy)) event.preventDefault();
    };
    document.addEventListener("copy", onCopy);
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("copy", onCopy);
      document.removeEventListener("keydown", onKeyDown);
    };
  }, [view]);

  // The floating window is for this button; the page has its heading to begin with.
  useEffect(() => {
    if (view !== window) button.current?.focus();
  }, [view]);

  const copiedText = last ? `Copied “${isolated(last.name)}”.` : "Nothing copied yet.";
  const nextText = next ? `Next: “${isolated(next.name)}”` : `All ${fields.length} fields are done.`;
  return (
    <>
      <section className={`card ${styles.run}`} aria-label="Next field">
        <p role={isAnnouncing ? "status" : undefined} className={`small ${styles.said}`}>
          {copiedText} {nextText}
        </p>
        {next ? (
          <>
            <p className="small soft figures">
              Field {run.nextAt + 1} of {fields.length}
              {next.group === "" ? "" : ` · ${next.group}`}
            </p>
            <p className={styles.preview} dir="auto">
              {next.plain.slice(0, MOST_PREVIEWED)}
            </p>
          </>
        ) : (
          <p className="soft">Paste the last one, then submit the form.</p>
        )}
        <div className={styles.buttons}>
          <button
            ref={button}
            type="button"
            className={`primary ${styles.copy}`}
            onClick={() => (next ? copy(run.nextAt) : onRun(newRun(run.templateId)))}
          >
            <span className={styles.name} dir="auto">
              {next ? `Copy “${next.name}”` : "Start over"}
            </span>
          </button>
          <ShutButton
            isShut={run.nextAt === 0}
            onClick={() => onRun({ ...run, nextAt: run.nextAt - 1, problem: null })}
          >
            Previous field
          </ShutButton>
        </div>
        <p className="small soft">
          To copy, press <kbd>Enter</kbd> on the button, or <kbd>Ctrl</kbd> or <kbd>Cmd</kbd> + <kbd>C</kbd>{" "}
          in this window. Then paste into the form.
        </p>
        {run.problem !== null && (
          <p className="notice error" role="alert">
            {run.problem}
          </p>
        )}
      </section>
      <ol className={styles.fields} aria-label="Fields of the form">
        {fields.map(({ id, name, group }, at) => (
          <li key={id}>
            <button
              type="button"
              className={`plain ${styles.field}`}
              aria-current={at === run.nextAt ? "step" : undefined}
              onClick={() => copy(at)}
            >
              <span className="soft figures">{at + 1}</span>
              <span dir="auto" className={styles.name}>
                <span className="heard">Copy </span>
                {name}
                {group !== "" && <span className="small soft"> · {group}</span>}
              </span>
              <span className="small soft">{run.copiedIds.includes(id) ? "✓ copied" : ""}</span>
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}
