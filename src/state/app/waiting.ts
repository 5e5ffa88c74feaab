import { useEffect, useState } from "react";
import { watchWaitingWork, type WaitingWork } from "../../storage/waiting.ts";
import { useApp, type AppParts } from "./appContext.ts";

export type { WaitingWork } from "../../storage/waiting.ts";

const LOOK_EVERY_MS = 60_000;
/** What comes of a change on the screen that it was made on does not wait for counts beside it, and a change seldom comes alone. */
const CALM_MS = 200;

/** @returns what waits for a person, kept up to date, also as time goes on; undefined until it is read */
export function useWaitingWork(): WaitingWork | undefined {
  const app = useApp();
  const [work, setWork] = useState<WaitingWork>();
  // It stands above what was changed, and moves it: both at once.
  useEffect(() => watchWork(app, setWork, true), [app]);
  return work;
}

type Tell = (work: WaitingWork) => void;

/** What is read for all who watch in one app: the first screen and the navigation ask for the same. */
interface Watch {
  /** Each with whether it is to be told at once. */
  readonly tells: Map<Tell, boolean>;
  /** Undefined until it is read first; null where something was written since. */
  last: WaitingWork | null | undefined;
  readonly lookAnew: () => void;
  readonly stop: () => void;
}

const watches = new WeakMap<AppParts, Watch>();

/**
 * Calls back with what waits for a person now, after each change, from whichever tab, and as time goes on. However many
 * watch, it is read once; who comes later is told at once what is known, and never of what was before a change.
 *
 * @param isAtOnce whether a change is told of at once, and not a moment later
 * @returns ends it
 */
export function watchWork(app: AppParts, onChange: Tell, isAtOnce = false): () => void {
  const watch = watches.get(app) ?? startWatch(app);
  // Each call is a watcher of its own, also with the same function.
  const tell: Tell = (work) => onChange(work);
  watch.tells.set(tell, isAtOnce);
  if (watch.last) tell(watch.last);
  else if (watch.last === null && isAtOnce) watch.lookAnew();
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
    const onWrite = () => {
      watch.last = null;
      return [...watch.tells.values()].includes(true) ? 0 : CALM_MS;
    };
    return watchWaitingWork(database, now, new Date(now).setHours(24, 0, 0, 0), onWrite, (work) => {
      watch.last = work;
      for (const tell of watch.tells.keys()) tell(work);
    });
  };
  const watch: Watch = {
    tells: new Map(),
    last: undefined,
    lookAnew: () => {
      end();
      end = look();
    },
    stop: () => {
      end();
      clearInterval(timer);
    },
  };
  let end = look();
  const timer = setInterval(watch.lookAnew, LOOK_EVERY_MS);
  watches.set(app, watch);
  return watch;
}
