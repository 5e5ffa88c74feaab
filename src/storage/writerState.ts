/** How far the saving of a document is. Only "saved" says that all of it is on the disk. */
export type WriterState =
  | { readonly kind: "saved" }
  | { readonly kind: "saving" }
  /** The page hung, and until the browser has said that no other tab took the document, nothing is begun. */
  | { readonly kind: "held" }
  /** What could not be written is kept in memory and tried again. */
  | { readonly kind: "failed"; readonly failure: "full" | "other"; readonly message: string }
  /** The same, and the database has to be opened again first. */
  | {
      readonly kind: "reconnecting";
      readonly failure: "disconnected" | "gone" | "full";
      readonly message: string;
      /** Openings that failed one after the other. */
      readonly attempts: number;
    };

export type WriterEvent =
  /** Something is to be written. */
  | { readonly kind: "changed" }
  /** All that was to be written is on the disk. */
  | { readonly kind: "written" }
  /** A write came to nothing. */
  | { readonly kind: "aborted"; readonly failure: "full" | "other"; readonly message: string }
  /** A write could not be begun, or came to nothing, because the connection is gone. */
  | { readonly kind: "disconnected"; readonly message: string }
  | { readonly kind: "opened" }
  /** "gone": it was opened, and the document is not in it. */
  | {
      readonly kind: "openFailed";
      readonly failure: "disconnected" | "gone";
      readonly message: string;
    }
  | { readonly kind: "hung" }
  /** No other tab took the document. */
  | { readonly kind: "certain" };

const saved: WriterState = { kind: "saved" };
const saving: WriterState = { kind: "saving" };
const held: WriterState = { kind: "held" };

function failed(event: WriterEvent & { readonly kind: "aborted" }): WriterState {
  return { kind: "failed", failure: event.failure, message: event.message };
}

function disconnected({ message }: { readonly message: string }): WriterState {
  return { kind: "reconnecting", failure: "disconnected", message, attempts: 0 };
}

/** A full disk takes the connection along, and lets none be opened: it stays what the person has to see to. */
function disconnectedAfter(
  event: { readonly message: string },
  { failure, message }: WriterState & { readonly kind: "failed" },
): WriterState {
  if (failure !== "full") return disconnected(event);
  return { kind: "reconnecting", failure, message, attempts: 0 };
}

type Transition<S extends WriterState["kind"], E extends WriterEvent["kind"]> = (
  event: WriterEvent & { readonly kind: E },
  state: WriterState & { readonly kind: S },
) => WriterState;

const stay = (_event: WriterEvent, state: WriterState): WriterState => state;

/** What each event makes of each state. Nothing but "written" leads to "saved", and only from what was being written. */
const transitions: {
  readonly [S in WriterState["kind"]]: { readonly [E in WriterEvent["kind"]]: Transition<S, E> };
} = {
  saved: {
    changed: () => saving,
    written: stay,
    aborted: failed,
    disconnected,
    opened: stay,
    openFailed: stay,
    // Nothing is to be held yet.
    hung: stay,
    certain: stay,
  },
  saving: {
    changed: stay,
    written: () => saved,
    aborted: failed,
    disconnected,
    opened: stay,
    openFailed: stay,
    hung: () => held,
    certain: stay,
  },
  held: {
    changed: stay,
    written: stay,
    // It is kept, and tried with the rest.
    aborted: stay,
    disconnected,
    opened: stay,
    openFailed: stay,
    hung: stay,
    certain: () => saving,
  },
  failed: {
    changed: stay,
    written: () => saved,
    aborted: failed,
    disconnected: disconnectedAfter,
    opened: stay,
    openFailed: stay,
    hung: () => held,
    certain: stay,
  },
  reconnecting: {
    changed: stay,
    // Of a write that was begun before; what the new connection is for is not written yet.
    written: stay,
    aborted: stay,
    disconnected: stay,
    opened: () => saving,
    openFailed: ({ failure, message }, before) => ({
      ...(before.failure === "full" && failure !== "gone"
        ? before
        : { kind: "reconnecting", failure, message }),
      attempts: before.attempts + 1,
    }),
    // The writing waits for the opening, and then for the certainty.
    hung: stay,
    certain: stay,
  },
};

/** What was changed last can't get to the disk now: it is only in memory. */
export type Unwritten = WriterState & { readonly kind: "failed" | "reconnecting" };

/** @returns whether what was changed last is only in memory, since it can't get to the disk now */
export function isUnwritten(state: WriterState): state is Unwritten {
  return state.kind === "failed" || state.kind === "reconnecting";
}

/** @returns the state after the event; the same object where nothing changes */
export function nextWriterState(state: WriterState, event: WriterEvent): WriterState {
  const transition = transitions[state.kind][event.kind] as Transition<
    WriterState["kind"],
    WriterEvent["kind"]
  >;
  return transition(event, state);
}

const RETRY_EVERY_MS = 1000;
const FIRST_OPENING_AFTER_MS = 100;
const LONGEST_PAUSE_MS = 30_000;

/**
 * @returns how long after a state was entered it is tried again, in ms; null where there is nothing to try. Openings that
 * fail are tried further and further apart, without an end: what is in memory has no other way to the disk.
 */
export function retryAfterMs(state: WriterState): number | null {
  if (state.kind === "failed") return RETRY_EVERY_MS;
  if (state.kind !== "reconnecting") return null;
  // It comes back when somebody restores a backup, or makes room: that is not sped up by asking.
  if (state.failure !== "disconnected") return RETRY_EVERY_MS;
  return Math.min(FIRST_OPENING_AFTER_MS * 2 ** state.attempts, LONGEST_PAUSE_MS);
}
