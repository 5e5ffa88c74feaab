import type { Chord } from "./chords.ts";

/** Where else a key acts: while text is typed, on a shared screen, in a tab that only reads. */
export type AlsoIn = "text" | "share" | "reading";

/** One action of a screen and its keys. */
export interface KeyRow<Actions> {
  readonly id: string;
  readonly keys: readonly Chord[];
  /** What it does, for the sheet of keys. */
  readonly words: string;
  /** What one of the keys does, where they do different things. */
  readonly each?: (chord: Chord) => string;
  readonly alsoIn: readonly AlsoIn[];
  /** Whether a key that is held down acts again and again. */
  readonly repeats?: true;
  /** @param chord which of the keys it was */
  readonly act: (actions: Actions, chord: Chord) => void;
}

/** What decides whether a key acts, at the time it is pressed. */
export interface KeyState {
  readonly singleKeys: boolean;
  readonly isShared: boolean;
  readonly isReading: boolean;
}
