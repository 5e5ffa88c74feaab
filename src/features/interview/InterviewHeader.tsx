import { useRunningSession, useSessionState } from "../../state/sessionContext.ts";
import { SaveStatus } from "../../ui/SaveStatus.tsx";
import styles from "./InterviewHeader.module.css";

interface Props {
  readonly onFinish: () => void;
  readonly onLeave: () => void;
}

export function InterviewHeader({ onFinish, onLeave }: Props) {
  const running = useRunningSession();
  const session = useSessionState((state) => state.whole.session);
  const scoresHidden = useSessionState((state) => state.scoresHidden);
  const canWrite = useSessionState((state) => state.mode === "writing");
  return (
    <header className={`topBar ${styles.header}`}>
      <button
        type="button"
        className="plain"
        onClick={onLeave}
        aria-label="To the library"
        title="To the library"
      >
        ←
      </button>
      <b className={styles.candidate} dir="auto">
        {session.candidate}
      </b>
      <span className={`soft ${styles.about}`}>
        <bdi>{session.role}</bdi> · <bdi>{session.interviewer}</bdi> · {session.slotMinutes} min
        {session.sample ? " · sample" : ""}
      </span>
      <span className="push" />
      {canWrite && <LiveSaveStatus />}
      <button type="button" aria-pressed={scoresHidden} onClick={() => running.hideScores(!scoresHidden)}>
        {scoresHidden ? "Show scores" : "Hide scores"}
      </button>
      <button type="button" className="primary" disabled={!canWrite} onClick={onFinish}>
        Finish
      </button>
    </header>
  );
}

/** A component of its own, so that a key draws this and not the header. */
function LiveSaveStatus() {
  return <SaveStatus kind={useSessionState((state) => state.saveState.kind)} />;
}
