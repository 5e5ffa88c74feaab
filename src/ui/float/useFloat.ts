import { useEffect, useRef, useState } from "react";
import { ignoreSecondClicks } from "../page/doubleClick.ts";
import { dressWindow, openFloatWindow, type FloatWindow } from "./floatWindow.ts";

/** Marks in a tab's own storage that a panel is wanted: a reload closes it, and may not open it again. */
const WANTED = "floats ";

/** Why there is no panel where one was wanted: it was closed from outside or by a reload, or the browser opened none. */
export type FloatTrouble = "closed" | "blocked";

/** A panel that is open. */
interface Panel<T> {
  readonly view: FloatWindow;
  /** What was made for it. */
  readonly made: T;
}

interface FloatControl<T> {
  /** Null while none is open. */
  readonly panel: Panel<T> | null;
  readonly trouble: FloatTrouble | null;
  /** Opens the panel, or closes it. To be called in a press of a key or a button: browsers open no window else. */
  readonly toggle: () => void;
  /** Lets a trouble be. */
  readonly dismiss: () => void;
}

/**
 * Opens a floating panel, watches it, and closes it with the screen that it belongs to.
 *
 * @param id of what the panel is of, in this tab
 * @param make what the panel needs for as long as it is open, and what ends it
 */
export function useFloat<T>(
  id: string,
  make: (view: FloatWindow) => { readonly made: T; readonly end: () => void },
): FloatControl<T> {
  const mark = WANTED + id;
  const [panel, setPanel] = useState<Panel<T> | null>(null);
  const [trouble, setTrouble] = useState<FloatTrouble | null>(() =>
    sessionStorage.getItem(mark) === null ? null : "closed",
  );
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
    if (opened.closed) {
      // Its `pagehide` was before anything listened.
      undress();
      setTrouble("closed");
    } else if (isLeft.current) opened.close();
    else {
      ignoreSecondClicks(opened);
      sessionStorage.setItem(mark, "yes");
      setTrouble(null);
      const { made, end } = make(opened);
      opened.addEventListener("pagehide", end);
      setPanel({ view: opened, made });
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
      // Its screen was left: what comes now is in the tab, which may lie behind other windows.
      if (!isGone) window.focus();
      view.close();
    };
  }, [panel, mark]);

  return {
    panel,
    trouble,
    toggle: () => {
      if (!panel) {
        void open();
        return;
      }
      forget();
      window.focus();
      panel.view.close();
    },
    dismiss: () => {
      forget();
      setTrouble(null);
    },
  };
}
