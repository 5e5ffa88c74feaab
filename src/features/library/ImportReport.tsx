import { useState, type ReactNode } from "react";
import { Link } from "wouter";
import { errorToText } from "../../domain/text/errorText.ts";
import { refuse, type FileError } from "../../interchange/files/decoding.ts";
import { useApp, type AppParts } from "../../state/app/appContext.ts";
import type { SavedGuide } from "../../state/guides/guides.ts";
import {
  importFile,
  putWholeSession,
  type FoundInvitation,
  type Imported,
  type Put,
} from "../../state/session/library.ts";
import { invitationAddress, planWithAddress, sessionAddress } from "../../ui/page/addresses.ts";
import styles from "./ImportReport.module.css";

interface FileReport {
  readonly id: string;
  readonly name: string;
  readonly result:
    | Imported
    | SavedGuide
    | FoundInvitation
    | { readonly kind: "refused"; readonly errors: readonly FileError[] };
}

/**
 * Imports files one after another.
 *
 * @param show called after each with what came of all so far, and with null when that was read
 */
export async function importFiles(
  app: AppParts,
  files: readonly File[],
  show: (report: ReactNode) => void,
): Promise<void> {
  const report: FileReport[] = [];
  for (const file of files) {
    const decoded = await importFile(app, file).catch((error: unknown) =>
      refuse("", `It could not be stored: ${errorToText(error)}`),
    );
    report.push({
      id: app.newId(),
      name: file.name,
      result: decoded.ok ? decoded.value : { kind: "refused", errors: decoded.errors },
    });
    show(<ImportReport report={[...report]} onDone={() => show(null)} />);
  }
}

const SHOWN_ERRORS = 20;

const putWords: Readonly<Record<Put, string>> = {
  done: "Replaced by the file’s.",
  open: "Not replaced: the session is open in another tab. Close it there, then import again.",
  final: "Not replaced: the session here was submitted, and a submitted scorecard never changes.",
};

function ImportReport({
  report,
  onDone,
}: {
  readonly report: readonly FileReport[];
  readonly onDone: () => void;
}) {
  return (
    <section className={`card ${styles.report}`} aria-label="Import" role="status">
      <ul className={styles.files}>
        {report.map((entry) => (
          <li key={entry.id} className={styles.file}>
            <b dir="auto">{entry.name}</b>
            <FileResult {...entry} />
          </li>
        ))}
      </ul>
      <button type="button" onClick={onDone}>
        Done
      </button>
    </section>
  );
}

function FileResult({ result }: FileReport) {
  const app = useApp();
  const [outcome, setOutcome] = useState<string | null>(null);
  if (outcome !== null) return <p>{outcome}</p>;
  switch (result.kind) {
    case "refused":
      return (
        <div>
          <p className={styles.refused}>Not imported, nothing was changed:</p>
          <ul className={styles.errors}>
            {result.errors.slice(0, SHOWN_ERRORS).map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                {path !== "" && <code>{path}: </code>}
                {message}
              </li>
            ))}
          </ul>
          {result.errors.length > SHOWN_ERRORS && <p>… and {result.errors.length - SHOWN_ERRORS} more.</p>}
        </div>
      );
    case "added":
      return (
        <p>
          Imported:{" "}
          <Link href={sessionAddress(result.whole.session.id)}>{result.whole.session.candidate}</Link>.
        </p>
      );
    case "guideAdded": {
      const { id, guide } = result;
      return (
        <p>
          The guide <bdi>{guide.title}</bdi> is here now, with {guide.questions.length}{" "}
          {guide.questions.length === 1 ? "question" : "questions"}.{" "}
          <Link href={planWithAddress(id)}>Plan a session with it</Link>
        </p>
      );
    }
    case "invitation":
      return (
        <p>
          This is an invitation to a panel. <Link href={invitationAddress(result.linkPart)}>Open it</Link>
        </p>
      );
    case "revised":
      return <p>The session is here already; what was revised since was added to it.</p>;
    case "guideHere":
    case "same":
      return <p>Already here, with the same content.</p>;
    case "conflict": {
      const isFinal = result.known.session.status === "submitted";
      return (
        <div className="row">
          <p>
            {isFinal
              ? "A submitted scorecard of this session is here, and a submitted scorecard never changes. The file says something else; it was not imported."
              : "This session is here already, with other content."}
          </p>
          {!isFinal && (
            <>
              <button type="button" onClick={() => setOutcome("Left as it was.")}>
                Keep the one here
              </button>
              <button
                type="button"
                onClick={() =>
                  void putWholeSession(app, result.whole, result.revisions).then(
                    (put) => setOutcome(putWords[put]),
                    (error: unknown) => setOutcome(`Not replaced: ${String(error)}.`),
                  )
                }
              >
                Replace it with the file’s
              </button>
            </>
          )}
        </div>
      );
    }
  }
}
