/** What the actions of a screen need of it at the time they are called. */
export interface ScreenNow {
  /** Its outermost one; null before it is drawn. */
  readonly element: HTMLElement | null;
  readonly singleKeys: boolean;
  readonly nextAfterRating: boolean;
  readonly goToLibrary: () => void;
  readonly goToHandOver: () => void;
  readonly float: (() => void) | undefined;
}

/** Ties the actions to the screen that they were made for: they are made before it is drawn, and outlast its drawings. */
export interface ScreenLink {
  readonly update: (now: ScreenNow) => void;
  readonly now: () => ScreenNow;
}

export function createScreenLink(): ScreenLink {
  let state: ScreenNow = {
    element: null,
    singleKeys: true,
    nextAfterRating: true,
    goToLibrary: () => {},
    goToHandOver: () => {},
    float: undefined,
  };
  return {
    update: (now) => {
      state = now;
    },
    now: () => state,
  };
}
