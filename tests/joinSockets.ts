import type { Duplex } from "node:stream";

/** Hands on both ways what comes; what ends one of the two ends the other. */
export function joinSockets(from: Duplex, to: Duplex): void {
  from.on("error", () => to.destroy()).pipe(to);
  to.on("error", () => from.destroy()).pipe(from);
  from.once("close", () => to.destroy());
}
