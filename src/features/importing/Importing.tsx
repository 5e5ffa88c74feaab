import { useState } from "react";
import { errorToText } from "../../domain/text/errorText.ts";
import { useHandedFiles, type FilePlace } from "../../state/admission/handedFiles.ts";
import { useApp } from "../../state/app/appContext.ts";
import { ImportPreview } from "./ImportPreview.tsx";
import { examineFiles, importEntries, isOpen, type ImportState } from "./importWork.ts";

const nothing: ImportState = { entries: [], leftCount: 0 };

/**
 * Takes the files that were handed to a screen, and shows what they would do before any of it is done. Files that come while
 * others are being read wait, and are shown with what is still to be decided.
 */
export function Importing({ place }: { readonly place: FilePlace }) {
  const app = useApp();
  const [state, setState] = useState(nothing);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const work = async (what: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await what();
    } catch (error) {
      setProblem(`The files could not be read: ${errorToText(error)} Try again.`);
    }
    setBusy(false);
  };

  const read = (files: readonly File[]) =>
    work(() => examineFiles(app, files, state.entries.filter(isOpen), setState));
  useHandedFiles(place, (files) => void read(files), !isBusy);

  const importAll = () => work(() => importEntries(app, state.entries, setState));

  return (
    <>
      {problem !== null && (
        <p className="notice error" role="alert">
          {problem}
        </p>
      )}
      {state.entries.length > 0 && (
        <ImportPreview
          state={state}
          isBusy={isBusy}
          onTake={(id, isTaken) =>
            setState({
              ...state,
              entries: state.entries.map((entry) => (entry.id === id ? { ...entry, isTaken } : entry)),
            })
          }
          onImport={() => void importAll()}
          onClose={() => setState(nothing)}
        />
      )}
    </>
  );
}
