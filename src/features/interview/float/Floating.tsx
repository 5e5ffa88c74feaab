import { useEffect, useRef, useState, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { saveOnLeaving } from "../../../state/app/leaving.ts";
import { useRunningSession, useSessionState } from "../../../state/session/sessionContext.ts";
import { FloatContext, type Float, type FloatTrouble } from "./floatContext.ts";
import { dressWindow, openFloatWindow } from "./floatWindow.ts";
import styles from "./Floating.module.css";

/** Marks in a tab's own storage that a session's panel is wanted: a reload closes it, and may not open it again. */
const WANTED = "floats ";

/** Shows a screen in the tab, and while the panel is open there too. */
export function Floating({ children }: { readonly children: ReactNode }) {
  const running = useRunningSession();
  const mark = WANTED + useSessionState((state) => state.whole.session.id);
  const [panel, setPanel] = useState<Window | null>(null);
  const [trouble, setTrouble] = useState<FloatTrouble | null>(() =>
    sessionStorage.getItem(mark) === null ? null : "closed",
  );
  const isOpening = useRef(false);
  const isLeft = useRef(false);

  const open = async () => {
    if (isOpening.current) return;
    isOpening.current = true;
    const opened = await openFloatWindow(window);
    if (opened) await show(opened);
    else setTrouble("blocked");
    isOpening.current = false;
  };

  const show = async (opened: Window) => {
    const undress = await dressWindow(opened, document);
    opened.addEventListener("pagehide", undress);
    if (opened.closed) setTrouble("closed");
    else if (isLeft.current) opened.close();
    else {
      sessionStorage.setItem(mark, "yes");
      setTrouble(null);
      setPanel(opened);
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
    saveOnLeaving(panel);
    const hide = running.showIn(panel);
    const onGone = () => {
      setPanel(null);
      if (sessionStorage.getItem(mark) !== null) setTrouble("closed");
    };
    const onPageGone = () => panel.close();
    panel.addEventListener("pagehide", onGone);
    window.addEventListener("pagehide", onPageGone);
    return () => {
      panel.removeEventListener("pagehide", onGone);
      window.removeEventListener("pagehide", onPageGone);
      hide();
      panel.close();
    };
  }, [panel, running, mark]);

  const floatIn = (view: Window): Float => ({
    isOpen: panel !== null,
    trouble,
    toggle: () => {
      if (!panel) {
        void open();
        return;
      }
      forget();
      window.focus();
      panel.close();
    },
    dismiss: () => {
      forget();
      setTrouble(null);
    },
    view,
  });

  return (
    <>
      <FloatContext value={floatIn(window)}>{children}</FloatContext>
      {panel &&
        createPortal(
          <FloatContext value={floatIn(panel)}>
            <div className={styles.frame}>{children}</div>
          </FloatContext>,
          panel.document.body,
        )}
    </>
  );
}
