import { useEffect, useRef, useState } from "react";
import { errorToText } from "../../domain/text/errorText.ts";
import { useHandedFiles, type FilePlace } from "../../state/admission/handedFiles.ts";
import { useApp } from "../../state/app/appContext.ts";
import { ReadingProgress } from "../../ui/files/ReadingProgress.tsx";
import { ImportPreview } from "./ImportPreview.tsx";
import {
  examineFiles,
  importEntries,
  isOpen,
  type ImportCount,
  type ImportEntry,
  type Reading,
} from "./importWork.ts";

const stepWords: Readonly<Record<Reading["step"], string>> = {
  opening: "Opening files",
  unpacking: "Unpacking files",
  reading: "Reading files",
};

/**
 * Takes the files that were handed to a screen, and shows what they would do before any of it is done. Files that come while
 * others are being read wait, and are shown with what is still to be decided.
 */
export function Importing({ place }: { readonly place: FilePlace }) {
  const app = useApp();
  const [entries, setEntries] = useState<readonly ImportEntry[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [progress, setProgress] = useState<Reading | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [importCount, setImportCount] = useState<ImportCount | null>(null);
  const reading = useRef<AbortController>(null);
  // It goes on where the screen is left: somebody said that all of it is to come in.
  const importing = useRef<AbortController>(null);
  useEffect(() => () => reading.current?.abort(), []);

  const work = async (what: () => Promise<void>, problemIn: (error: string) => string) => {
    setBusy(true);
    setProblem(null);
    try {
      await what();
    } catch (error) {
      setProblem(problemIn(errorToText(error)));
    }
    setProgress(null);
    setImportCount(null);
    setBusy(false);
  };

  const read = (files: readonly File[]) =>
    work(
      async () => {
        const controller = new AbortController();
        reading.current = controller;
        const { signal } = controller;
        setEntries(await examineFiles(app, files, entries.filter(isOpen), signal, setProgress));
      },
      (error) => `The files could not be read: ${error} Try again.`,
    );
  useHandedFiles(place, (files) => void read(files), !isBusy);

  const importAll = () =>
    work(
      async () => {
        const controller = new AbortController();
        importing.current = controller;
        setImportCount({ done: 0, of: entries.filter(isOpen).length });
        await importEntries(app, entries, controller.signal, (shown, count) => {
          setEntries(shown);
          setImportCount(count);
        });
      },
      (error) => `The import stopped. ${error} The rest waits: press “Import” to go on.`,
    );

  return (
    <>
      {problem !== null && (
        <p className="notice error" role="alert">
          {problem}
        </p>
      )}
      {progress && (
        <ReadingProgress
          label={stepWords[progress.step]}
          done={progress.done}
          of={progress.of}
          onCancel={() => reading.current?.abort()}
        />
      )}
      {entries.length > 0 && (
        <ImportPreview
          entries={entries}
          isBusy={isBusy}
          importCount={importCount}
          onTake={(id, isTaken) =>
            setEntries(entries.map((entry) => (entry.id === id ? { ...entry, isTaken } : entry)))
          }
          onImport={() => void importAll()}
          onStop={() => importing.current?.abort()}
          onClose={() => setEntries([])}
        />
      )}
    </>
  );
}
