import { memo, useEffect, useLayoutEffect, useRef } from "react";
import { paceOfCall } from "../../../domain/session/agenda.ts";
import { useLiveViewState } from "../../../state/session/liveView.ts";
import type { SessionState } from "../../../state/session/runningSession.ts";
import {
  useRunningSession,
  useSessionFigures,
  useSessionState,
} from "../../../state/session/sessionContext.ts";
import { BackArrow } from "../../../ui/head/BackLink.tsx";
import { SaveStatus } from "../../../ui/parts/SaveStatus.tsx";
import { timeOfDayToText, timeToText } from "../../../ui/words/dates.ts";
import type { Float } from "../float/Floating.tsx";
import { keysOf } from "../keys/liveKeys.ts";
import type { LiveActions } from "../liveActions.ts";
import { Facts } from "../../../ui/words/Facts.tsx";
import styles from "./LiveHeader.module.css";

interface Props {
  readonly actions: LiveActions;
  /** Absent where the screen can’t be floated. */
  readonly float: Float | undefined;
}

/** Whose interview it is, how it stands with the time, and what is done with the call as a whole. */
export const LiveHeader = memo(function LiveHeader({ actions, float }: Props) {
  const candidate = useSessionState((state) => state.whole.session.candidate);
  const role = useSessionState((state) => state.whole.session.role);
  const isSample = useSessionState((state) => state.whole.session.sample);
  const canWrite = useSessionState((state) => state.mode === "writing");
  const isMenuOpen = useLiveViewState((state) => state.sheet === "menu");
  return (
    <div className={styles.top}>
      <header className={styles.header}>
        <button
          type="button"
          className={`plain ${styles.back}`}
          onClick={actions.goToLibrary}
          aria-label="Back to interviews"
          title="Back to interviews"
          {...keysOf("library")}
        >
          <BackArrow />
        </button>
        <b className={styles.candidate} dir="auto">
          {candidate}
        </b>
        <span className={`soft ${styles.about}`}>
          <Facts of={[role, isSample ? "sample" : ""]} />
        </span>
        <CallPace />
        {canWrite && <LiveSaveStatus />}
        <button
          type="button"
          className={`plain ${styles.menu}`}
          aria-label="Menu"
          aria-expanded={isMenuOpen}
          onClick={() => actions.toggleSheet("menu")}
          {...keysOf("menu")}
        >
          ···
        </button>
      </header>
      <div className={styles.actions} data-open={isMenuOpen || undefined}>
        <button type="button" onClick={actions.toggleShare} {...keysOf("share")}>
          Screen-share mode <kbd aria-hidden="true">H</kbd>
        </button>
        {float && (
          <button
            type="button"
            aria-pressed={float.isOpen}
            className={styles.float}
            onClick={actions.toggleFloat}
            {...keysOf("float")}
          >
            {float.words}
          </button>
        )}
        <button
          type="button"
          className={styles.onlySmall}
          disabled={!canWrite}
          onClick={actions.undo}
          {...keysOf("undo")}
        >
          Undo
        </button>
        <button
          type="button"
          className={styles.onlySmall}
          disabled={!canWrite}
          onClick={actions.redo}
          {...keysOf("redo")}
        >
          Redo
        </button>
        <button type="button" disabled={!canWrite} onClick={actions.handOver} {...keysOf("handOver")}>
          Hand over
        </button>
        <button type="button" disabled={!canWrite} onClick={actions.finish} {...keysOf("finish")}>
          Finish
        </button>
      </div>
    </div>
  );
});

const MINUTE_MS = 60_000;
/** So near a time of day needs no date, and midnight changes no word of a call. */
const NEAR_MS = 720 * MINUTE_MS;

function paceFigures({ whole, now }: SessionState) {
  const { endsAt, behindMs } = paceOfCall(whole, now);
  const isNear = Math.abs(endsAt - now) < NEAR_MS;
  return {
    endsAt: isNear ? timeOfDayToText(endsAt) : timeToText(endsAt, now),
    isNear,
    behindMinutes: Math.round(behindMs / MINUTE_MS),
  };
}

/** @returns a length of whole minutes: "41 min", "6 h 41 min" */
function lengthToText(minutes: number): string {
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** When the call ends, and by how much it is behind its agenda or ahead of it. */
function CallPace() {
  const { endsAt, isNear, behindMinutes } = useSessionFigures(paceFigures);
  const length = lengthToText(Math.abs(behindMinutes));
  const pace = behindMinutes === 0 ? "on time" : `${length} ${behindMinutes > 0 ? "behind" : "ahead"}`;
  const isLong = !isNear || Math.abs(behindMinutes) >= 60;
  return (
    <div className={`figures ${styles.pace}`} data-long={isLong || undefined}>
      <span key={`${endsAt}, ${pace}`} className={`soft ${styles.ends}`}>
        Ends {endsAt} ·{" "}
      </span>
      <b key={pace} data-behind={behindMinutes > 0 || undefined}>
        {pace}
      </b>
    </div>
  );
}

/** While keys come it goes on saying "Saving…": a word that changes twice with each of them would draw the eye. */
const SAVED_AFTER_MS = 300;

function LiveSaveStatus() {
  const { store } = useRunningSession();
  const status = useRef<HTMLElement>(null);
  const said = useRef<string>(undefined);
  useLayoutEffect(() => {
    // React writes there too.
    said.current = status.current?.dataset["save"];
  });
  useEffect(() => {
    // Of the window that shows it: in a tab behind others a timer may wait for a minute.
    const view = status.current?.ownerDocument.defaultView;
    let calming: number | undefined;
    let { kind } = store.getState().saveState;
    let savedAt = 0;
    const say = () => {
      // To ask the element costs a key more than all else here.
      if (said.current === kind || !status.current) return;
      said.current = kind;
      status.current.dataset["save"] = kind;
    };
    // One timer for many keys: to set and end one costs more still.
    const calm = (afterMs: number) => {
      calming = view?.setTimeout(() => {
        calming = undefined;
        if (kind !== "saved") return;
        const left = savedAt + SAVED_AFTER_MS - performance.now();
        if (left > 0) calm(left);
        else say();
      }, afterMs);
    };
    const unsubscribe = store.subscribeNow(({ saveState }) => {
      if (saveState.kind === kind) return;
      kind = saveState.kind;
      if (kind !== "saved") {
        say();
        return;
      }
      savedAt = performance.now();
      if (calming === undefined) calm(SAVED_AFTER_MS);
    });
    say();
    return () => {
      view?.clearTimeout(calming);
      unsubscribe();
    };
  }, [store]);
  return <SaveStatus ref={status} kind={store.getState().saveState.kind} />;
}
