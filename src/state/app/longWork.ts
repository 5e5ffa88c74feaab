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
