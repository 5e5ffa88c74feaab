import type { Clock } from "./appContext.ts";

/** Half of what a person takes for a delay. */
const LONGEST_WORK_MS = 50;

/** @returns what is called between two pieces of work: it lets the page draw and take keys where it was busy for long */
export function beginWork({ monotonic }: Clock): () => Promise<void> {
  let since = monotonic();
  return async () => {
    if (monotonic() - since < LONGEST_WORK_MS) return;
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    since = monotonic();
  };
}

/** What takes less is not told of, and what is told of changes no faster. */
const TOLD_MS = 400;

/** @returns calls back with the newest of what it is called with, now and then; never in work that is soon done */
export function nowAndThen<T>({ monotonic }: Clock, tell: (value: T) => void): (value: T) => void {
  let at = monotonic();
  return (value) => {
    if (monotonic() - at < TOLD_MS) return;
    at = monotonic();
    tell(value);
  };
}
