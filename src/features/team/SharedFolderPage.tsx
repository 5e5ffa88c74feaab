import { useState } from "react";
import { Link } from "wouter";
import { errorToText } from "../../domain/text/errorText.ts";
import { isByFolder } from "../../domain/team/teamWay.ts";
import { useApp } from "../../state/app/appContext.ts";
import { useLeadLink } from "../../state/team/leadLink.ts";
import { leadThroughFolder } from "../../state/team/teamLinks.ts";
import { canPickFolder, pickFolder } from "../../ui/files/folderPicker.ts";
import { ScreenHead } from "../../ui/head/ScreenHead.tsx";
import { connectionWords } from "../../ui/words/connectionWords.ts";
import styles from "./TeamPage.module.css";

/** Picks the folder that panels are led through on this device. */
export function SharedFolderPage() {
  const app = useApp();
  const link = useLeadLink();
  const [problem, setProblem] = useState<string | null>(null);
  const folder = link && isByFolder(link) ? link.folder : undefined;

  const pick = async () => {
    setProblem(null);
    try {
      const picked = await pickFolder("team");
      if (picked) await leadThroughFolder(app, picked);
    } catch (error) {
      setProblem(`The folder can’t be used. ${errorToText(error)}`);
    }
  };

  if (link === undefined) return null;
  return (
    <>
      <ScreenHead back={{ href: "/panels", to: "panels" }} title="Shared folder" />
      <main className={`page ${styles.page}`}>
        <h1>Lead panels through a shared folder</h1>
        <p>
          Submitted scorecards then arrive automatically, through a folder that you and the interviewers
          share: with OneDrive, Nextcloud or Syncthing, or on a network drive. Scorecards lie in it encrypted,
          and only you can open them. Whoever has the folder sees who sends, when and how much.
        </p>
        {problem !== null && (
          <p className="notice error" role="alert">
            {problem}
          </p>
        )}
        {folder && (
          <p className={`notice ${link?.problem === "" ? "good" : ""}`} role="status">
            New panels go through the folder “<bdi>{folder.name}</bdi>”.{" "}
            {connectionWords(link?.problem, "folder")}
          </p>
        )}
        {folder && (
          <p className="small soft">
            If you pick another folder, all panels that go through this one go on in that, and their
            interviewers have to pick it too.
          </p>
        )}
        {canPickFolder() ? (
          <p className="row">
            <button type="button" className={folder ? "" : "primary"} onClick={() => void pick()}>
              {folder ? "Pick another folder…" : "Pick the folder…"}
            </button>
            {folder && (
              <Link href="/panels/new" className="button primary">
                Plan a panel
              </Link>
            )}
          </p>
        ) : (
          <p className="notice">This browser can’t use a folder. Chrome and Edge on a computer can.</p>
        )}
      </main>
    </>
  );
}
