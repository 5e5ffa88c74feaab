import { useState, type ReactNode } from "react";
import { errorToText } from "../../../domain/text/errorText.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { askForFolders, goThroughFolder, type WaitingFolder } from "../../../state/team/sharedFolders.ts";
import { canPickFolder, NO_FOLDERS, pickFolder } from "../../../ui/files/folderPicker.ts";

interface Props {
  readonly waiting: readonly WaitingFolder[];
}

/** Has the user pick the folders that this device's teams share, or allow them again: until then nothing goes through them. */
export function SharedFolders({ waiting }: Props) {
  const app = useApp();
  const [problem, setProblem] = useState<string | null>(null);
  const toAsk = waiting.filter((link) => link.problem === "askAgain");
  const gone = waiting.filter((link) => link.problem === "folderGone");
  const toPick = waiting.filter((link) => link.problem === "noFolder");
  const empty = waiting.filter((link) => link.problem === "panelMissing");

  const pick = async (links: readonly WaitingFolder[]) => {
    setProblem(null);
    try {
      const folder = await pickFolder("team");
      if (folder) await goThroughFolder(app, links, folder);
    } catch (error) {
      setProblem(`The folder can’t be used. ${errorToText(error)}`);
    }
  };
  const ask = async () => {
    const isAllowed = await askForFolders(app, toAsk).catch(() => false);
    setProblem(
      isAllowed ? null : "The browser did not allow it. Until it does, nothing goes through the folder.",
    );
  };

  return (
    <>
      {problem !== null && (
        <p className="notice error" role="alert">
          {problem}
        </p>
      )}
      {toAsk.length > 0 && (
        <p className="notice row">
          <span>
            The browser asks again before the app may use <Names of={toAsk} />.
          </span>
          <button type="button" className="push" onClick={() => void ask()}>
            Allow…
          </button>
        </p>
      )}
      {gone.length > 0 && (
        <ToPick links={gone} onPick={pick}>
          The app can’t find <Names of={gone} />. Pick the folder that your team shares.
        </ToPick>
      )}
      {empty.length > 0 && (
        <ToPick links={empty} onPick={pick}>
          There is nothing from your panel in <Names of={empty} /> yet. It appears once the lead has the app
          open and the folder has synced. If it doesn’t, pick another folder.
        </ToPick>
      )}
      {toPick.length > 0 && (
        <ToPick links={toPick} onPick={pick}>
          Your scorecard goes to the panel’s lead through a folder that your team shares. Pick it once.
        </ToPick>
      )}
    </>
  );
}

function Names({ of }: { readonly of: readonly WaitingFolder[] }) {
  const names = [...new Set(of.map(({ folder }) => folder?.name ?? ""))];
  return (
    <>
      {names.length === 1 ? "the folder" : "the folders"}{" "}
      <bdi>{names.map((name) => `“${name}”`).join(", ")}</bdi>
    </>
  );
}

interface ToPickProps {
  readonly links: readonly WaitingFolder[];
  readonly onPick: (links: readonly WaitingFolder[]) => Promise<void>;
  readonly children: ReactNode;
}

function ToPick({ links, onPick, children }: ToPickProps) {
  return (
    <p className="notice row">
      <span>{children}</span>
      {canPickFolder() ? (
        <button type="button" className="push" onClick={() => void onPick(links)}>
          Pick the folder…
        </button>
      ) : (
        <span>{NO_FOLDERS}</span>
      )}
    </p>
  );
}
