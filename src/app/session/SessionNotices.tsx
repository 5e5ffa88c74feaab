import { useState } from "react";
import { errorToText } from "../../domain/text/errorText.ts";
import { fileName } from "../../domain/text/fileName.ts";
import { useApp } from "../../state/app/appContext.ts";
import { isUnwritten } from "../../storage/writerState.ts";
import { useRunningSession, useSessionState } from "../../state/session/sessionContext.ts";
import { saveFailureWords } from "../../ui/words/saveFailureWords.ts";
import { downloadText } from "../../ui/files/download.ts";

/** What the interviewer must know about saving: that it fails, or that another tab writes. */
export function SessionNotices() {
  const app = useApp();
  const running = useRunningSession();
  const failed = useSessionState(({ saveState }) => (isUnwritten(saveState) ? saveState : null));
  const isReading = useSessionState((state) => state.mode === "reading");
  const isSubmitted = useSessionState((state) => state.whole.session.status === "submitted");

  const [problem, setProblem] = useState<string | null>(null);

  const download = async () => {
    setProblem(null);
    const { whole } = running.store.getState();
    // Here since a second after the session was opened: see SessionPage.
    const { encodeSessionFile } = await import("../../interchange/formats/sessionFile.ts");
    downloadText(
      fileName([whole.session.candidate, whole.session.role, "not saved"], "json"),
      encodeSessionFile(whole, app.clock.now(), app.appName),
    );
    const { noteExport } = await import("../../state/exports/exportLog.ts");
    await noteExport(app, "Session JSON, not saved", { sessionIds: [whole.session.id] });
  };

  return (
    <>
      {failed && (
        <div className="notice error row" role="alert">
          <span>
            <b>Not saved.</b>{" "}
            {isReading
              ? "Another tab took over this interview before your last changes were written. They exist only in this tab: download a copy."
              : `${saveFailureWords[failed.failure]} Your work is still in this tab, and saving is retried. Keep the tab open, or download a copy.`}{" "}
            <span className="small soft">{failed.message}</span>
            {problem !== null && <b> {problem}</b>}
          </span>
          <button
            type="button"
            className="push"
            onClick={() =>
              void download().catch((error: unknown) =>
                setProblem(`The copy could not be made. ${errorToText(error)}`),
              )
            }
          >
            Download a copy
          </button>
        </div>
      )}
      {isReading && !isSubmitted && !failed && (
        <div className="notice row" role="status">
          <span>This interview is being edited in another tab. Here you can read along.</span>
          <button type="button" className="push" onClick={() => void running.takeOver()}>
            Take over here
          </button>
        </div>
      )}
    </>
  );
}
