import { useEffect, useRef } from "react";
import { Link } from "wouter";
import { useRunningSession, useSessionState } from "../../state/session/sessionContext.ts";
import { handOverAddress } from "../../ui/page/addresses.ts";
import { SaveStatus } from "../../ui/parts/SaveStatus.tsx";
import { FloatButton } from "./float/FloatButton.tsx";
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
      <Link href={handOverAddress(session.id)} className="button">
        Hand over
      </Link>
      <FloatButton />
      <button type="button" className="primary" disabled={!canWrite} onClick={onFinish}>
        Finish
      </button>
    </header>
  );
}

/** While keys come it goes on saying "Saving…": a word that changes twice with each of them would draw the eye. */
const SAVED_AFTER_MS = 300;

function LiveSaveStatus() {
  const { store } = useRunningSession();
  const status = useRef<HTMLElement>(null);
  useEffect(() => {
    // Of the window that shows it: in a tab behind others a timer may wait for a minute.
    const view = status.current?.ownerDocument.defaultView;
    let calm: number | undefined;
    const say = () => {
      if (status.current) status.current.dataset["save"] = store.getState().saveState.kind;
    };
    const unsubscribe = store.subscribe(({ saveState: { kind } }, before) => {
      if (kind === before.saveState.kind) return;
      view?.clearTimeout(calm);
      if (kind === "saved") calm = view?.setTimeout(say, SAVED_AFTER_MS);
      else if (status.current?.dataset["save"] !== kind) say();
    });
    say();
    return () => {
      view?.clearTimeout(calm);
      unsubscribe();
    };
  }, [store]);
  return <SaveStatus ref={status} kind={store.getState().saveState.kind} />;
}
