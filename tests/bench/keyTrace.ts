import type { CDPSession } from "@playwright/test";

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
}

/**
 * Types, and asks the browser's own trace how long the page was at it: in whatever hears of a key, and in what the
 * browser does of itself with it.
 *
 * @returns ms for all keys together
 */
export async function traceKeys(protocol: CDPSession, type: () => Promise<unknown>): Promise<number> {
  const events: TraceEvent[] = [];
  const take = ({ value }: { readonly value: readonly object[] }) =>
    void events.push(...(value as readonly TraceEvent[]));
  protocol.on("Tracing.dataCollected", take);
  await protocol.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["devtools.timeline"], excludedCategories: ["*"] },
  });
  await type();
  const isComplete = new Promise<void>((resolve) => {
    protocol.once("Tracing.tracingComplete", () => resolve());
  });
  await protocol.send("Tracing.end");
  await isComplete;
  protocol.off("Tracing.dataCollected", take);
  return outerMs(events.filter(({ name, dur }) => name === "EventDispatch" && dur !== undefined));
}

/** @returns the ms of the events that lie in no other: what one event brings about lies in it */
function outerMs(events: readonly TraceEvent[]): number {
  let microseconds = 0;
  const endOf = new Map<string, number>();
  for (const { pid, tid, ts, dur = 0 } of events.toSorted((a, b) => a.ts - b.ts)) {
    const thread = `${pid} ${tid}`;
    if (ts < (endOf.get(thread) ?? 0)) continue;
    endOf.set(thread, ts + dur);
    microseconds += dur;
  }
  return microseconds / 1000;
}
