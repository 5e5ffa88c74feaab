import { useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import { errorToText } from "../../domain/text/errorText.ts";
import type { AshbyMapping } from "../../interchange/tracking/ashbyFile.ts";
import { useApp } from "../../state/app/appContext.ts";
import {
  exportForms,
  exportToWords,
  aboutForm,
  hasDebrief,
  isLossy,
  isTracking,
  type ExportForm,
  type ExportWay,
} from "../../state/exports/exportForms.ts";
import { findLosses } from "../../state/exports/exportLosses.ts";
import {
  countScorecards,
  haveSameScorecards,
  sourceToIds,
  useAshbyMapping,
  type ExportSource,
} from "../../state/exports/exports.ts";
import { noteExport } from "../../state/exports/exportLog.ts";
import { exportToTexts } from "../../state/exports/exportTexts.ts";
import { writeExport, type Watch } from "../../state/exports/writeExport.ts";
import { copyTexts } from "../../ui/files/clipboard.ts";
import { downloadBlob } from "../../ui/files/download.ts";
import { printFile } from "../../ui/files/printing.ts";
import { ShutButton } from "../../ui/fields/ShutButton.tsx";
import styles from "./ExportPage.module.css";

/** More than these are a file, and nothing for the clipboard. */
const MOST_COPIED = 200;
const MOST_PREVIEWED = 20_000;

const LOSSES = "losses";

/** The forms, what each of them loses, what it looks like, and the ways to take it. */
export function ExportDesk({ source }: { readonly source: ExportSource }) {
  const mapping = useAshbyMapping();
  return mapping && <Desk source={source} mapping={mapping} />;
}

interface Props {
  readonly source: ExportSource;
  readonly mapping: AshbyMapping;
}

/** Rejects as soon as it is stopped: the work itself looks for that between two of its steps, and one may take long. */
function untilStopped(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(new DOMException("Stopped.", "AbortError")));
  });
}

function Desk({ source, mapping }: Props) {
  const app = useApp();
  const [form, setForm] = useState<ExportForm>("html");
  const scorecardSource = useScorecardSource(source);
  const losses = useLosses(form, scorecardSource, mapping);
  const preview = usePreview(form, hasDebrief(form) ? source : scorecardSource, mapping);
  const [done, setDone] = useState<number | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const work = useRef<AbortController>(undefined);
  const downloadButton = useRef<HTMLButtonElement>(null);
  useEffect(() => () => work.current?.abort(), []);

  const total = countScorecards(source);
  const isBusy = done !== null;
  const lossesId = isLossy(form) ? LOSSES : undefined;
  const isReady = total > 0 && (!isLossy(form) || losses !== null);

  const attempt = (way: ExportWay, said: string, take: (watch: Watch) => Promise<void>) => {
    const controller = new AbortController();
    work.current = controller;
    setOutcome(null);
    setDone(0);
    take({ signal: controller.signal, onProgress: setDone })
      .then(() => noteExport(app, exportToWords(form, source.kind, way), sourceToIds(source)))
      .then(
        () => setOutcome({ isProblem: false, text: said }),
        (error: unknown) =>
          setOutcome(
            controller.signal.aborted
              ? { isProblem: false, text: "Cancelled. Nothing was exported." }
              : { isProblem: true, text: `This could not be exported: ${errorToText(error)}` },
          ),
      )
      .finally(() => setDone(null));
  };

  const write = (watch: Watch) =>
    Promise.race([writeExport(app, form, source, mapping, watch), untilStopped(watch.signal)]);
  const copy = () =>
    attempt("copied", "Copied.", () => copyTexts(exportToTexts(app, form, source, mapping), form === "html"));
  const download = () =>
    attempt("downloaded", "Downloaded.", async (watch) => {
      const file = await write(watch);
      downloadBlob(file.name, file.blob);
    });
  const print = () =>
    attempt("printed", "Opened for printing.", async (watch) => printFile((await write(watch)).blob));

  return (
    <div className={styles.desk}>
      <FormChoice form={form} source={source} onForm={setForm} />
      {/* Above what changes with the form. */}
      <div className={styles.ways}>
        <div className="row">
          {total <= MOST_COPIED && (
            <ShutButton disabled={!isReady} isShut={isBusy} aria-describedby={lossesId} onClick={copy}>
              Copy
            </ShutButton>
          )}
          <ShutButton
            ref={downloadButton}
            className="primary"
            disabled={!isReady}
            isShut={isBusy}
            aria-describedby={lossesId}
            onClick={download}
          >
            Download
          </ShutButton>
          {form === "html" && (
            <ShutButton disabled={!isReady} isShut={isBusy} onClick={print}>
              Print
            </ShutButton>
          )}
        </div>
        {isBusy && total > 1 && (
          <p className="row">
            <progress aria-label="Exported so far" value={done} max={total} />
            <span className="figures">
              {done} of {total}
            </span>
            <button
              type="button"
              onClick={() => {
                downloadButton.current?.focus();
                work.current?.abort();
              }}
            >
              Cancel
            </button>
          </p>
        )}
        <p role="status" className={outcome?.isProblem ? "notice error" : "small"}>
          {outcome?.text}
        </p>
      </div>
      <div className={styles.part}>
        {isLossy(form) && <LossList losses={losses} form={form} />}
        {preview !== null && (
          <>
            <label htmlFor="preview">
              <b>{source.kind === "sessions" && total > 1 ? "Preview of the first" : "Preview"}</b>
              {form === "html" ? ", in plain text" : ""}
            </label>
            <textarea id="preview" readOnly rows={18} dir="auto" className={styles.preview} value={preview} />
          </>
        )}
      </div>
    </div>
  );
}

interface Outcome {
  readonly isProblem: boolean;
  readonly text: string;
}

interface FormChoiceProps {
  readonly form: ExportForm;
  readonly source: ExportSource;
  readonly onForm: (form: ExportForm) => void;
}

function FormChoice({ form, source, onForm }: FormChoiceProps) {
  const isHidden = source.kind === "panel" && source.panel.debrief.recommendationsShownAt === null;
  return (
    <fieldset className={styles.forms}>
      <legend className="heading">Format</legend>
      {isHidden && (
        <p className="small soft">
          Recommendations have not been revealed in the debrief yet, so they are in none of these files.
          Formats that need one become available then.
        </p>
      )}
      {exportForms.map((entry) => (
        <label key={entry} className={styles.form}>
          <input
            type="radio"
            name="form"
            checked={entry === form}
            disabled={isHidden && (entry === "session" || isTracking(entry))}
            onChange={() => onForm(entry)}
          />
          <b>{exportToWords(entry, source.kind, "downloaded")}</b>
          <span className="small soft">{aboutForm(entry, source.kind)}</span>
        </label>
      ))}
      {source.kind === "sessions" && source.ids.length > 1 && (
        <p className="small soft">
          JSON of several interviews is one ZIP file, with a file for each interview.
        </p>
      )}
    </fieldset>
  );
}

interface LossListProps {
  readonly losses: readonly string[] | null;
  readonly form: ExportForm;
}

function LossList({ losses, form }: LossListProps) {
  return (
    <section id={LOSSES} className={`notice ${styles.losses}`} aria-label="Not included in this format">
      <b>Not included in this format</b>
      {losses === null ? (
        <p>Checking…</p>
      ) : (
        <ul>
          {losses.map((sentence) => (
            <li key={sentence} dir="auto">
              {sentence}
            </li>
          ))}
        </ul>
      )}
      {form === "ashby" && (
        <p>
          <Link href="/settings">Field mapping</Link> is in the settings.
        </p>
      )}
    </section>
  );
}

/** @returns the source, the same object for as long as it gives the same scorecards */
function useScorecardSource(source: ExportSource): ExportSource {
  const [kept, setKept] = useState(source);
  if (haveSameScorecards(kept, source)) return kept;
  setKept(source);
  return source;
}

interface Counted extends Props {
  readonly form: ExportForm;
  readonly losses: readonly string[];
}

/** @returns what the form has no place for; null until it is counted */
function useLosses(form: ExportForm, source: ExportSource, mapping: AshbyMapping): readonly string[] | null {
  const app = useApp();
  const [counted, setCounted] = useState<Counted>();
  useEffect(() => {
    if (!isLossy(form)) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    findLosses(app, form, source, mapping, { signal, onProgress: () => {} }).then(
      (losses) => setCounted({ form, source, mapping, losses }),
      (error: unknown) => {
        if (signal.aborted) return;
        setCounted({ form, source, mapping, losses: [`This could not be checked: ${errorToText(error)}`] });
      },
    );
    return () => controller.abort();
  }, [app, form, source, mapping]);
  const isOfThese = counted?.form === form && counted.source === source && counted.mapping === mapping;
  return isOfThese ? counted.losses : null;
}

/** @returns the beginning of what is exported; null until it is made */
function usePreview(form: ExportForm, source: ExportSource, mapping: AshbyMapping): string | null {
  const app = useApp();
  const [shown, setShown] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const first = source.kind === "sessions" ? { ...source, ids: source.ids.slice(0, 1) } : source;
    exportToTexts(app, form, first, mapping).then(
      ({ plain }) => {
        if (!isCurrent) return;
        setShown(plain.length > MOST_PREVIEWED ? `${plain.slice(0, MOST_PREVIEWED)}\n…` : plain);
      },
      (error: unknown) => {
        if (isCurrent) setShown(`The preview can’t be shown: ${errorToText(error)}`);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [app, form, source, mapping]);
  return shown;
}
