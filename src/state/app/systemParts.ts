import type { AppParts } from "./appContext.ts";

/** What a page and its workers have of the machine: its clocks, and ids that are given once. */
export const systemParts: Pick<AppParts, "clock" | "newId"> = {
  clock: { now: () => Date.now(), monotonic: () => performance.now() },
  newId: () => crypto.randomUUID(),
};
