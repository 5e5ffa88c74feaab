import { useEffect } from "react";

/**
 * Keeps the screen from going dark while the component is there, where the browser can.
 *
 * @param view the window that shows it: only what is in view keeps the screen on
 */
export function useWakeLock(view: Window): void {
  useEffect(() => {
    const { document, navigator } = view;
    let lock: WakeLockSentinel | undefined;
    let isLeft = false;
    const hold = async () => {
      const wakeLock = (navigator as { wakeLock?: WakeLock }).wakeLock;
      if (!wakeLock || document.visibilityState !== "visible" || (lock && !lock.released)) return;
      try {
        lock = await wakeLock.request("screen");
        if (isLeft) await lock.release();
      } catch {
        // Refused, for example when the battery is low: the screen may go dark, nothing else changes.
      }
    };
    // The browser lets go of it whenever the page is hidden.
    const onVisible = () => void hold();
    void hold();
    document.addEventListener("visibilitychange", onVisible);
    return () => {
      isLeft = true;
      document.removeEventListener("visibilitychange", onVisible);
      void lock?.release();
    };
  }, [view]);
}
