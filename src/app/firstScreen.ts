import { untilLoaded } from "../ui/page/untilLoaded.ts";

/** What takes longer is waited for by nobody. */
const [LEAST_MS, MOST_MS] = [500, 3000];
/** How many times as long as the page took to come so far it may take to draw: where the machine is slow, both are. */
const TIMES_AS_LONG = 3;

/** Resolves when the first screen is there: what is begun before takes its time from it. */
export const firstScreenDrawn = new Promise<void>((resolve) => {
  setTimeout(resolve, Math.min(MOST_MS, Math.max(LEAST_MS, TIMES_AS_LONG * performance.now())));
});

/** Loads what works beside the first screen once that is there, and tries again until it can be had. */
export async function loadAfterFirstScreen<T>(load: () => Promise<T>): Promise<T> {
  await firstScreenDrawn;
  return untilLoaded(load);
}
