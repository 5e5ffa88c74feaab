import { useEffect, useState } from "react";
import { watchWaitingWork, type WaitingWork } from "../../storage/waiting.ts";
import { useApp, type AppParts } from "./appContext.ts";

export type { WaitingWork } from "../../storage/waiting.ts";

const LOOK_EVERY_MS = 60_000;

/** @returns what waits for a person, kept up to date, also as time goes on; undefined until it is read */
export function useWaitingWork(): WaitingWork | undefined {
  const app = useApp();
  const [work, setWork] = useState<WaitingWork>();
  useEffect(() => watchWork(app, setWork), [app]);
  return work;
}

/**
 * Calls back with what waits for a person now, after each change, from whichever tab, and as time goes on.
 *
 * @returns ends it
 */
export function watchWork({ database, clock }: AppParts, onChange: (work: WaitingWork) => void): () => void {
  const look = () => {
    const now = clock.now();
    return watchWaitingWork(database, now, new Date(now).setHours(24, 0, 0, 0), onChange);
  };
  let stop = look();
  const timer = setInterval(() => {
    stop();
    stop = look();
  }, LOOK_EVERY_MS);
  return () => {
    stop();
    clearInterval(timer);
  };
}
