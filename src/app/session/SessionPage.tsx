import { useContext, useEffect, useMemo, useState } from "react";
import { Redirect, useLocation } from "wouter";
import {
  RunningSessionContext,
  useOpenSession,
  useRunningSession,
  useSessionState,
} from "../../state/session/sessionContext.ts";
import { SLOW_MS } from "../../state/app/databaseOpening.ts";
import { KeySettingsContext, useStoredKeySettings } from "../../state/session/keySettings.ts";
import { WantedNoteContext } from "../../state/session/notePlace.ts";
import { planAddress, sessionAddress } from "../../ui/page/addresses.ts";
import { NotHere } from "../../ui/page/NotHere.tsx";
import type { SessionStatus } from "../../domain/session/session.ts";
import { pageOf } from "../../ui/page/LoadedPart.tsx";
import { SessionNotices } from "./SessionNotices.tsx";
import { RescuePage } from "../screen/rescue.ts";
import { Screen } from "../screen/Screen.tsx";
import styles from "./SessionPage.module.css";

const loadWrapUp = () => import("../../features/wrapUp/WrapUpPage.tsx");
const loadScorecard = () => import("../../features/scorecard/ScorecardPage.tsx");
const InterviewPage = pageOf(() =>
  import("../../features/interview/InterviewPage.tsx").then((module) => module.InterviewPage),
);
const WrapUpPage = pageOf(() => loadWrapUp().then((module) => module.WrapUpPage));
const HandOverPage = pageOf(() =>
  import("../../features/handOver/HandOverPage.tsx").then((module) => module.HandOverPage),
);
const PasteRunPage = pageOf(() =>
  import("../../features/pasteRun/PasteRunPage.tsx").then((module) => module.PasteRunPage),
);
const ScorecardPage = pageOf(() => loadScorecard().then((module) => module.ScorecardPage));

interface Props {
  readonly id: string;
  /** What is to be done with it, where it can be: "hand-over" to another device, "paste" into a form, show a "note". */
  readonly step: string | undefined;
  /** That of the note to be shown. */
  readonly questionId: string | undefined;
  /** Absent for a note on the question as a whole. */
  readonly areaId: string | undefined;
}

/** One address for a session; what it shows follows from how far the session is. */
export function SessionPage({ id, step, questionId, areaId }: Props) {
  const running = useOpenSession(id);
  const [, navigate] = useLocation();
  const wantedNote = useMemo(
    () =>
      step !== "note" || questionId === undefined
        ? null
        : {
            questionId,
            areaId: areaId ?? null,
            onShown: () =>
              navigate(sessionAddress(id), { replace: true, state: { scrolledTo: window.scrollY } }),
          },
    [id, step, questionId, areaId, navigate],
  );
  const keySettings = useStoredKeySettings();
  const isOpen = running !== undefined;
  useEffect(() => {
    // So that the step after the call does not begin with a blank screen, and a copy can be downloaded without a network.
    if (!isOpen) return undefined;
    // What can't be read now is asked for once more when it is needed.
    const later = setTimeout(() => {
      Promise.all([loadWrapUp(), loadScorecard()]).catch(() => {});
    }, 1000);
    return () => clearTimeout(later);
  }, [isOpen]);
  if (running === undefined) return <Reading />;
  if (running === null) {
    return (
      <Screen title="Interview" room="interviews">
        <main className="page">
          <NotHere what="interview" />
        </main>
      </Screen>
    );
  }
  return (
    <RunningSessionContext value={running}>
      <KeySettingsContext value={keySettings ?? null}>
        <WantedNoteContext value={wantedNote}>
          <SessionScreen step={step} />
        </WantedNoteContext>
      </KeySettingsContext>
    </RunningSessionContext>
  );
}

/** Nothing, as long as that is no sign of anything. */
function Reading() {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    const slow = setTimeout(() => setHeld(true), SLOW_MS);
    return () => clearTimeout(slow);
  }, []);
  return isHeld ? <RescuePage kind="held" message="" /> : null;
}

const titles = {
  planned: "Edit interview",
  live: "Live interview",
  wrapUp: "Wrap-up",
  submitted: "Scorecard",
} as const;

function SessionScreen({ step }: Pick<Props, "step">) {
  const status = useSessionState((state) => state.whole.session.status);
  const isHandedOver = useSessionState((state) => state.whole.session.handedOverAt !== undefined);
  const isHandingOver = (step === "hand-over" || isHandedOver) && (status === "live" || status === "wrapUp");
  const isPasting = step === "paste" && status === "submitted";
  return (
    <Screen
      title={isHandingOver ? "Hand over" : isPasting ? "Paste into a form" : titles[status]}
      // In a call nothing leads away from it but its own keys and buttons.
      room={status === "live" && !isHandingOver ? null : "interviews"}
    >
      <div className={styles.frame}>
        <SessionNotices />
        {isHandingOver ? <HandOverPage /> : isPasting ? <PasteRunPage /> : <SessionStep status={status} />}
      </div>
    </Screen>
  );
}

function SessionStep({ status }: { readonly status: SessionStatus }) {
  const { store } = useRunningSession();
  const areKeysKnown = useContext(KeySettingsContext) !== null;
  // What was not saved is told of above all the same.
  if (!areKeysKnown) return null;
  switch (status) {
    case "planned":
      return <Redirect to={planAddress(store.getState().whole.session.id)} replace />;
    case "live":
      return <InterviewPage />;
    case "wrapUp":
      return <WrapUpPage />;
    case "submitted":
      return <ScorecardPage />;
  }
}
