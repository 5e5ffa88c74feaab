import { createStore, type StoreApi } from "zustand/vanilla";

/** A store that can be changed without telling its followers at once. */
export interface LateStore<T> extends Pick<StoreApi<T>, "getState" | "getInitialState" | "subscribe"> {
  readonly setState: (part: Partial<T>) => void;
  /**
   * Changes the state, of which followers hear a frame later, or with what is told at once before that. For what each
   * letter changes: its field shows it already, and all that follows looks once a frame instead of once a letter.
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

/** By a timer: a page that lies behind others draws no frame, and another window may show what it knows. */
const FRAME_MS = 16;

/** @returns a store whose followers can be told later */
export function createLateStore<T extends object>(initial: T): LateStore<T> {
  const told = createStore<T>()(() => initial);
  let untold: T | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const followers = new Set<(state: T) => void>();
  const getState = () => untold ?? told.getState();
  const setState = (part: Partial<T>) => {
    const state = { ...getState(), ...part };
    if (untold !== null) clearTimeout(timer);
    untold = null;
    told.setState(state, true);
    for (const follow of followers) follow(state);
  };
  return {
    getState,
    getInitialState: told.getInitialState,
    subscribe: told.subscribe,
    setState,
    setLater: (part) => {
      if (untold === null) timer = setTimeout(() => setState({}), FRAME_MS);
      untold = { ...getState(), ...part };
      for (const follow of followers) follow(untold);
    },
    subscribeNow: (follower) => {
      followers.add(follower);
      return () => followers.delete(follower);
    },
  };
}
