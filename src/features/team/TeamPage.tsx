import { useState } from "react";
import { Link } from "wouter";
import { errorToText } from "../../domain/text/errorText.ts";
import { useApp } from "../../state/app/appContext.ts";
import { leadThroughServer } from "../../state/team/teamLinks.ts";
import { useLeadLink } from "../../state/team/leadLink.ts";
import { ScreenHead } from "../../ui/head/ScreenHead.tsx";
import { connectionWords } from "../../ui/words/connectionWords.ts";
import { SharedFolderPage } from "./SharedFolderPage.tsx";
import styles from "./TeamPage.module.css";

interface Props {
  /** What follows "#/team/" in the link that a server prints; null for a folder in its place. */
  readonly linkPart: string | null;
}

/** Sets up what panels are led through on this device. */
export function TeamPage({ linkPart }: Props) {
  return linkPart === null ? <SharedFolderPage /> : <ServerPage linkPart={linkPart} />;
}

/** Connects this browser to a team server, to lead panels through it. */
function ServerPage({ linkPart }: { readonly linkPart: string }) {
  const app = useApp();
  const [isTaken, setTaken] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const link = useLeadLink();

  const connect = async () => {
    try {
      const isGood = await leadThroughServer(app, linkPart);
      setProblem(isGood ? null : "The link is damaged: a part of it is missing. Copy the whole link again.");
      setTaken(isGood);
    } catch (error) {
      setProblem(`This browser could not keep the link. ${errorToText(error)}`);
    }
  };

  return (
    <>
      <ScreenHead back={{ href: "/panels", to: "panels" }} title="Team server" />
      <main className={`page ${styles.page}`}>
        <h1>Lead panels through a team server</h1>
        <p>
          Invitations from this device will then be links through which submitted scorecards arrive
          automatically. The server stores them encrypted and can’t read them. It sees who sends, when and how
          much.
        </p>
        {problem !== null && (
          <p className="notice error" role="alert">
            {problem}
          </p>
        )}
        {isTaken ? (
          <>
            <p className={`notice ${link?.problem === "" ? "good" : ""}`} role="status">
              {connectionWords(link?.problem, "server")}
            </p>
            <p>
              <Link href="/panels/new" className="button primary">
                Plan a panel
              </Link>
            </p>
          </>
        ) : (
          <p>
            <button type="button" className="primary" onClick={() => void connect()}>
              Use this server
            </button>
          </p>
        )}
      </main>
    </>
  );
}
