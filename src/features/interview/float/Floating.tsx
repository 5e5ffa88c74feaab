import { useEffect, useRef, useState, type ComponentType } from "react";
import { createPortal } from "react-dom";
import { saveOnLeaving } from "../../../state/app/leaving.ts";
import type { RunningSession } from "../../../state/session/runningSession.ts";
import {
  RunningSessionContext,
  useRunningSession,
  useSessionState,
} from "../../../state/session/sessionContext.ts";
import { useWakeLock } from "../useWakeLock.ts";
import { canFloat, dressWindow, openFloatWindow, type FloatWindow } from "../../../ui/float/floatWindow.ts";
import { shareSession } from "./sharedSession.ts";
import styles from "./Floating.module.css";

/** Marks in a tab's own storage that a session's panel is wanted: a reload closes it, and may not open it again. */
const WANTED = "floats ";

/** Why there is no panel where one was wanted: it was closed from outside or by a reload, or the browser opened none. */
export type FloatTrouble = "closed" | "blocked";

/** The floating panel, as the screen in the tab and the one in the panel see it. */
export interface Float {
  /** On its button. */
  readonly words: string;
  /** In the tab: whether the panel is open. Absent in the panel, whose button only leads back. */
  readonly isOpen?: boolean;
  /** Opens the panel, or closes it. To be called in a press of a key or a button: browsers open no window else. */
  readonly act: () => void;
  readonly trouble: FloatTrouble | null;
  /** Lets a trouble be. */
  readonly dismiss: () => void;
}

interface Panel {
  readonly view: Window;
  /** The session for the screen in each of the windows. */
  readonly inPanel: RunningSession;
  readonly inTab: RunningSession;
}

interface Props {
  /** `float` is undefined where there can be no panel. */
  readonly screen: ComponentType<{ readonly float: Float | undefined }>;
}

/** Shows a screen in the tab, and while the panel is open there too. */
export function Floating({ screen: Screen }: Props) {
  const running = useRunningSession();
  const mark = WANTED + useSessionState((state) => state.whole.session.id);
  const [panel, setPanel] = useState<Panel | null>(null);
  const [trouble, setTrouble] = useState<FloatTrouble | null>(() =>
    sessionStorage.getItem(mark) === null ? null : "closed",
  );
  // The panel is in view where the tab may lie behind the call.
  useWakeLock(panel?.view ?? window);
  const isOpening = useRef(false);
  const isLeft = useRef(false);

  const open = async () => {
    if (isOpening.current) return;
    isOpening.current = true;
    let opened: FloatWindow | null = null;
    try {
      opened = await openFloatWindow(window);
      if (opened) await show(opened);
      else setTrouble("blocked");
    } catch {
      // A window that the page may not write into is none.
      opened?.close();
      setTrouble("blocked");
    } finally {
      isOpening.current = false;
    }
  };

  const show = async (opened: FloatWindow) => {
    const undress = await dressWindow(opened, document);
    opened.addEventListener("pagehide", undress);
    if (opened.closed) setTrouble("closed");
    else if (isLeft.current) opened.close();
    else {
      sessionStorage.setItem(mark, "yes");
      setTrouble(null);
      const { sessions, end } = shareSession(running, [opened, window]);
      opened.addEventListener("pagehide", end);
      const [inPanel = running, inTab = running] = sessions;
      setPanel({ view: opened, inPanel, inTab });
    }
  };

  const forget = () => sessionStorage.removeItem(mark);

  useEffect(() => {
    isLeft.current = false;
    return () => {
      isLeft.current = true;
    };
  }, []);

  useEffect(() => {
    if (!panel) return undefined;
    const { view } = panel;
    saveOnLeaving(view);
    const hide = running.showIn(view);
    let isGone = false;
    const onGone = () => {
      isGone = true;
      setPanel(null);
      if (sessionStorage.getItem(mark) !== null) setTrouble("closed");
    };
    const onPageGone = () => view.close();
    view.addEventListener("pagehide", onGone);
    window.addEventListener("pagehide", onPageGone);
    return () => {
      view.removeEventListener("pagehide", onGone);
      window.removeEventListener("pagehide", onPageGone);
      hide();
      // The interview was left: what comes now is in the tab, which may lie behind the call.
      if (!isGone) window.focus();
      view.close();
    };
  }, [panel, running, mark]);

  const float: Omit<Float, "words"> = {
    act: () => {
      if (!panel) {
        void open();
        return;
      }
      forget();
      window.focus();
      panel.view.close();
    },
    trouble,
    dismiss: () => {
      forget();
      setTrouble(null);
    },
  };

  return (
    <>
      <RunningSessionContext value={panel?.inTab ?? running}>
        <Screen float={canFloat(window) ? { ...float, words: "Float", isOpen: panel !== null } : undefined} />
      </RunningSessionContext>
      {panel &&
        createPortal(
          <RunningSessionContext value={panel.inPanel}>
            <div className={styles.frame}>
              <Screen float={{ ...float, words: "Back to the tab" }} />
            </div>
          </RunningSessionContext>,
          panel.view.document.body,
        )}
    </>
  );
}
