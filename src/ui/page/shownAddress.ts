import { useSyncExternalStore } from "react";

/**
 * A tab or a filter that stands in the address, so that it is there again after a reload and on the way back, and can be
 * given on. Nothing that names a candidate may be kept so: addresses stay in the browser's history.
 *
 * @param name the same on no other tab or filter of the screen
 * @param beginning what it is where the address has none
 * @returns its value, and what changes it, in the same entry of the history
 */
export function useInAddress(name: string, beginning: string): readonly [string, (value: string) => void] {
  const value = new URLSearchParams(useSyncExternalStore(follow, query)).get(name) ?? beginning;
  return [
    value,
    (next) => {
      // As it is now: another one may have been changed by the same event.
      const parts = new URLSearchParams(query());
      if (next === beginning) parts.delete(name);
      else parts.set(name, next);
      // Who opens the app at its bare address has no "#" yet: a "?" by itself goes before it, to the server.
      const path = location.hash.split("?", 1).join() || "#/";
      // What is kept with the entry of the history, such as how far it was scrolled, stays with it.
      history.replaceState(history.state, "", parts.size === 0 ? path : `${path}?${parts.toString()}`);
      dispatchEvent(new HashChangeEvent("hashchange"));
    },
  ];
}

function follow(onChange: () => void): () => void {
  addEventListener("hashchange", onChange);
  return () => removeEventListener("hashchange", onChange);
}

/** @returns what stands behind the "?" after "#": before "#" a server would read it */
function query(): string {
  return location.hash.split("?").slice(1).join("?");
}

/** What is noted beside an address as it is gone to: no link that is copied has it. */
export interface EntryNote {
  /** What is edited there was just stored for the first time, or who is there is to be deleted: ask at once. */
  readonly note?: "saved" | "toDelete";
}

/** @returns what was noted beside the address that is shown */
export function noteHere(): EntryNote["note"] {
  return (history.state as EntryNote | null)?.note;
}
