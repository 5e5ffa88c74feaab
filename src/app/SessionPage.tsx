import { useEffect } from "react";
import { Link, Redirect } from "wouter";
import {
  RunningSessionContext,
  useOpenSession,
  useRunningSession,
  useSessionState,
} from "../state/session/sessionContext.ts";
import { KeySettingsContext, useStoredKeySettings } from "../state/session/keySettings.ts";
import { planAddress } from "../ui/page/addresses.ts";
import { pageOf } from "./LoadedPage.tsx";
import { SessionNotices } from "./SessionNotices.tsx";
import styles from "./SessionPage.module.css";

const loadInterview = () => import("../features/interview/InterviewPage.tsx");
const loadWrapUp = () => import("../features/wrapUp/WrapUpPage.tsx");
const loadScorecard = () => import("../features/scorecard/ScorecardPage.tsx");
const InterviewPage = pageOf(() => loadInterview().then((module) => module.InterviewPage));
const WrapUpPage = pageOf(() => loadWrapUp().then((module) => module.WrapUpPage));
const HandOverPage = pageOf(() =>
  import("../features/handOver/HandOverPage.tsx").then((module) => module.HandOverPage),
);
const PasteRunPage = pageOf(() =>
  import("../features/pasteRun/PasteRunPage.tsx").then((module) => module.PasteRunPage),
);
const ScorecardPage = pageOf(() => loadScorecard().then((module) => module.ScorecardPage));

interface Props {
  readonly id: string;
  /** What is to be done with it, where it can be: "hand-over" to another machine, or "paste" into a form. */
  readonly step: string | undefined;
}

/** One address for a session; what it shows follows from how far the session is. */
export function SessionPage({ id, step }: Props) {
  const running = useOpenSession(id);
  const keySettings = useStoredKeySettings();
  const isOpen = running !== undefined;
  // While the interview is read from the disk.
  useEffect(() => void loadInterview(), []);
  useEffect(() => {
    // So that the step after the call does not begin with a blank screen, and a copy can be downloaded without a network.
    if (!isOpen) return undefined;
    const later = setTimeout(() => void Promise.all([loadWrapUp(), loadScorecard()]), 1000);
    return () => clearTimeout(later);
  }, [isOpen]);
  if (running === undefined) return null;
  if (running === null) {
    return (
      <main className="page">
        <h1>This session is not on this machine</h1>
        <p>
          It may have been deleted, or it is kept in another browser. If you have its file, import it in the
          library.
        </p>
        <p>
          <Link href="/">To the library</Link>
        </p>
      </main>
    );
  }
  if (!keySettings) return null;
  return (
    <RunningSessionContext value={running}>
      <KeySettingsContext value={keySettings}>
        <div className={styles.frame}>
          <SessionNotices />
          <SessionScreen step={step} />
        </div>
      </KeySettingsContext>
    </RunningSessionContext>
  );
}

const screenWords = { planned: "plan", live: "live", wrapUp: "wrap-up", submitted: "scorecard" } as const;

function SessionScreen({ step }: Pick<Props, "step">) {
  const { store } = useRunningSession();
  const status = useSessionState((state) => state.whole.session.status);
  const isHandedOver = useSessionState((state) => state.whole.session.handedOverAt !== undefined);
  useEffect(() => {
    const { title } = document;
    // The browser keeps titles in its history, where no deletion reaches: nobody is named in them.
    document.title = `Interview · ${screenWords[status]} · ${title}`;
    return () => {
      document.title = title;
    };
  }, [status]);
  const isOpen = status === "live" || status === "wrapUp";
  if ((step === "hand-over" || isHandedOver) && isOpen) return <HandOverPage />;
  switch (status) {
    case "planned":
      return <Redirect to={planAddress(store.getState().whole.session.id)} replace />;
    case "live":
      return <InterviewPage />;
    case "wrapUp":
      return <WrapUpPage />;
    case "submitted":
      return step === "paste" ? <PasteRunPage /> : <ScorecardPage />;
  }
}
