import { useState } from "react";
import { useLocation } from "wouter";
import { continueHere, handedOver, handOver } from "../../domain/session/handOver.ts";
import { fileName } from "../../domain/text/fileName.ts";
import { encodeSessionFile } from "../../interchange/formats/sessionFile.ts";
import { useApp } from "../../state/app/appContext.ts";
import { noteExport } from "../../state/exports/exportLog.ts";
import { useRunningSession, useSessionState } from "../../state/session/sessionContext.ts";
import { sessionAddress } from "../../ui/page/addresses.ts";
import { downloadText } from "../../ui/files/download.ts";
import { ScreenHead } from "../../ui/head/ScreenHead.tsx";
import { focusOnMount } from "../../ui/page/focusOnMount.ts";
import { canShareFiles, shareText } from "../../ui/files/sharing.ts";
import { timeToText } from "../../ui/words/dates.ts";
import { ShutButton } from "../../ui/fields/ShutButton.tsx";
import styles from "./HandOverPage.module.css";

/** Sends an interview to another device, on which it goes on; here it is paused from then on. */
export function HandOverPage() {
  const app = useApp();
  const running = useRunningSession();
  const session = useSessionState((state) => state.whole.session);
  const canWrite = useSessionState((state) => state.mode === "writing");
  const [, navigate] = useLocation();
  const [canShare] = useState(canShareFiles);
  // A share sheet stays open for as long as the person likes: what was sent meanwhile would be forgotten with it.
  const [isSending, setSending] = useState(false);
  const { id, candidate, role, interviewer, handedOverAt } = session;
  const isHandedOver = handedOverAt !== undefined;
  const again = isHandedOver ? " again" : "";

  const send = async (way: "share" | "download") => {
    setSending(true);
    if (!isHandedOver) running.change(handOver);
    const { whole } = running.store.getState();
    const text = encodeSessionFile(handedOver(whole), app.clock.now(), app.appName);
    const outcome = way === "share" ? await shareText(fileName([candidate, role], "txt"), text) : "refused";
    setSending(false);
    if (outcome === "cancelled") {
      if (!isHandedOver) running.change(continueHere);
      return;
    }
    if (outcome === "refused") downloadText(fileName([candidate, role], "json"), text);
    await noteExport(app, "Session JSON, handed over", { sessionIds: [id] });
  };

  const goOnHere = () => {
    running.change(continueHere);
    navigate(sessionAddress(id), { replace: true });
  };

  return (
    <>
      <ScreenHead
        back={
          isHandedOver ? { href: "/", to: "interviews" } : { href: sessionAddress(id), to: "the interview" }
        }
        title={candidate}
      >
        <span className="soft">
          <bdi>{role}</bdi>
        </span>
      </ScreenHead>
      <main className={`page ${styles.page}`}>
        {isHandedOver ? (
          <>
            <h1 tabIndex={-1} ref={focusOnMount}>
              Handed over
            </h1>
            <p role="status">
              You handed this interview over ({timeToText(handedOverAt, app.clock.now())}). It is paused on
              this device. When it comes back, import its file in the list of interviews.
            </p>
          </>
        ) : (
          <>
            <h1 tabIndex={-1} ref={focusOnMount}>
              Hand over to another device
            </h1>
            <ol className={styles.steps}>
              <li>Send the interview’s file to the other device. The interview is then paused here.</li>
              <li>On the other device, import the file. The interview continues where you stopped.</li>
            </ol>
            <p className="soft small">
              The scorecard keeps the interviewer’s name, <bdi>{interviewer}</bdi>. Another person needs an
              interview of their own.
            </p>
          </>
        )}
        <div className="row">
          {canShare && (
            <ShutButton
              className={isHandedOver ? "" : "primary"}
              disabled={!canWrite}
              isShut={isSending}
              onClick={() => void send("share")}
            >
              Share the file{again}
            </ShutButton>
          )}
          <ShutButton
            className={canShare || isHandedOver ? "" : "primary"}
            disabled={!canWrite}
            isShut={isSending}
            onClick={() => void send("download")}
          >
            Download the file{again}
          </ShutButton>
          {isHandedOver && (
            <ShutButton disabled={!canWrite} isShut={isSending} onClick={goOnHere}>
              Continue here
            </ShutButton>
          )}
        </div>
        {isHandedOver && (
          <p className="soft small">
            Continue here only if nobody continues it on the other device: changes made on both devices can’t
            be merged.
          </p>
        )}
      </main>
    </>
  );
}
