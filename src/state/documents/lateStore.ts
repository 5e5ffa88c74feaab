import { createStore, type StoreApi } from "zustand/vanilla";

/** A store that can be changed without telling its followers at once. */
export interface LateStore<T> extends Pick<StoreApi<T>, "getState" | "getInitialState" | "subscribe"> {
  readonly setState: (part: Partial<T>) => void;
  /**
   * Changes the state, of which followers hear a moment later, or with what is told at once before that. For what each
   * letter changes: its field shows it already, and all that follows looks once for several letters.
   */
  readonly setLater: (part: Partial<T>) => void;
  /**
   * Tells of each change at once, of those that others hear of later too: for what says whether all is saved, and may never
   * say so too soon.
   *
   * @returns ends it
   */
  readonly subscribeNow: (follower: (state: T) => void) => () => void;
}

/**
 * At most so late. By a timer: a page that lies behind others draws no frame, and another window may show what it knows.
 * Most letters set none, since the one before them did.
 */
const LATE_MS = 200;

/** @returns a store whose followers can be told later */
export function createLateStore<T extends object>(initial: T): LateStore<T> {
  const told = createStore<T>()(() => initial);
  let untold: T | null = null;
  let isTimed = false;
  const followers = new Set<(state: T) => void>();
  const getState = () => untold ?? told.getState();
  const setState = (part: Partial<T>) => {
    const state = { ...getState(), ...part };
    untold = null;
    told.setState(state, true);
    for (const follow of followers) follow(state);
  };
  const tellLate = () => {
    isTimed = false;
    if (untold !== null) setState({});
  };
  return {
    getState,
    getInitialState: told.getInitialState,
    subscribe: told.subscribe,
    setState,
    setLater: (part) => {
      untold = { ...getState(), ...part };
      if (!isTimed) {
        isTimed = true;
        setTimeout(tellLate, LATE_MS);
      }
      for (const follow of followers) follow(untold);
    },
    subscribeNow: (follower) => {
      followers.add(follower);
      return () => followers.delete(follower);
    },
  };
}
