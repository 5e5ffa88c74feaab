import type { RunningSession } from "../../../state/session/runningSession.ts";

type Store = RunningSession["store"];
type Listener = Parameters<Store["subscribe"]>[0];

/**
 * Gives each of the windows that show a session its own view of it. The one that somebody works in is told of what changes
 * first, the others with their next frame: a key costs nothing for them.
 *
 * @param views the first is the one that is worked in until somebody does something in another
 * @returns the session for each of them, in their order, and what ends it
 */
export function shareSession(
  running: RunningSession,
  views: readonly Window[],
): { readonly sessions: readonly RunningSession[]; readonly end: () => void } {
  let workedIn = views[0];
  const ends: (() => void)[] = [];
  const sessions = views.map((view) => {
    const onWork = () => {
      workedIn = view;
    };
    view.addEventListener("keydown", onWork, true);
    view.addEventListener("pointerdown", onWork, true);
    ends.push(() => {
      view.removeEventListener("keydown", onWork, true);
      view.removeEventListener("pointerdown", onWork, true);
    });
    return { ...running, store: storeFor(running.store, view, () => workedIn === view) };
  });
  return { sessions, end: () => ends.forEach((end) => end()) };
}

function storeFor(store: Store, view: Window, isWorkedIn: () => boolean): Store {
  const listeners = new Set<Listener>();
  let told = store.getState();
  let frame = 0;
  let unfollow: (() => void) | null = null;

  const tell = () => {
    view.cancelAnimationFrame(frame);
    frame = 0;
    const before = told;
    told = store.getState();
    for (const listener of listeners) listener(told, before);
  };

  const follow = () =>
    store.subscribe(() => {
      if (isWorkedIn()) tell();
      else if (frame === 0) frame = view.requestAnimationFrame(tell);
    });

  return {
    ...store,
    subscribe: (listener) => {
      listeners.add(listener);
      unfollow ??= follow();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        unfollow?.();
        unfollow = null;
      };
    },
  };
}
