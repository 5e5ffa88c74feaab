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

type Tell = (work: WaitingWork) => void;

/** What is read for all who watch in one app: the first screen and the navigation ask for the same. */
interface Watch {
  readonly tells: Set<Tell>;
  last?: WaitingWork;
  readonly stop: () => void;
}

const watches = new WeakMap<AppParts, Watch>();

/**
 * Calls back with what waits for a person now, after each change, from whichever tab, and as time goes on. However many
 * watch, it is read once; who comes later is told at once what is known.
 *
 * @returns ends it
 */
export function watchWork(app: AppParts, onChange: Tell): () => void {
  const watch = watches.get(app) ?? startWatch(app);
  // Each call is a watcher of its own, also with the same function.
  const tell: Tell = (work) => onChange(work);
  watch.tells.add(tell);
  if (watch.last) tell(watch.last);
  return () => {
    watch.tells.delete(tell);
    if (watch.tells.size > 0 || watches.get(app) !== watch) return;
    watches.delete(app);
    watch.stop();
  };
}

function startWatch(app: AppParts): Watch {
  const { database, clock } = app;
  const look = () => {
    const now = clock.now();
    return watchWaitingWork(database, now, new Date(now).setHours(24, 0, 0, 0), (work) => {
      watch.last = work;
      for (const tell of watch.tells) tell(work);
    });
  };
  const watch: Watch = {
    tells: new Set(),
    stop: () => {
      end();
      clearInterval(timer);
    },
  };
  let end = look();
  const timer = setInterval(() => {
    end();
    end = look();
  }, LOOK_EVERY_MS);
  watches.set(app, watch);
  return watch;
}
