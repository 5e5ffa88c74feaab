import type { Clock } from "../app/appContext.ts";
import { isAnyDocumentLocked } from "./lockedDocuments.ts";

/** A page that did not get to look at the clock for this long hung, or was frozen. */
const HUNG_MS = 700;

/**
 * Makes what is called at every tick and before every change of a document. A tab that hung may have lost the document
 * without knowing it: what the person does is handled before the browser's word of it. Whoever asks the browser about
 * locks gets the answer after that word.
 *
 * @param clock the monotonic one is read, where who calls has not just read it
 * @param onHung called where the page hung since the last call, with what is settled when it is certain who has the document
 */
export function hangWatch(clock: Clock, onHung: (certain: Promise<unknown>) => void): (now?: number) => void {
  let lastAt = clock.monotonic();
  return (now = clock.monotonic()) => {
    const awayMs = now - lastAt;
    lastAt = now;
    if (awayMs > HUNG_MS) onHung(isAnyDocumentLocked());
  };
}
