import { isSingle, type Chord } from "./chords.ts";
import type { KeyRow, KeyState } from "./keyRow.ts";

/** Something that the screen can do now. */
export interface ScreenAction {
  /** Without a space. */
  readonly id: string;
  /** What it does, as the sheet of keys says it. */
  readonly words: string;
  /** The keys that do it too; none where they are off. */
  readonly keys: readonly Chord[];
  readonly act: () => void;
}

/** @returns what the screen's keys do now; null on a shared screen, of which nothing may show */
export type ActionsNow = () => readonly ScreenAction[] | null;

const actionsByView = new WeakMap<Window, ActionsNow>();

/** Says what the keys of the screen in that window do. @returns takes it back */
export function offerActions<Actions>(
  view: Window,
  rows: readonly KeyRow<Actions>[],
  actions: Actions,
  stateNow: () => KeyState,
): () => void {
  const actionsNow: ActionsNow = () => {
    const state = stateNow();
    return state.isShared ? null : rows.flatMap((row) => rowToActions(row, actions, state));
  };
  actionsByView.set(view, actionsNow);
  return () => {
    if (actionsByView.get(view) === actionsNow) actionsByView.delete(view);
  };
}

function rowToActions<Actions>(
  row: KeyRow<Actions>,
  actions: Actions,
  { singleKeys, isReading }: KeyState,
): readonly ScreenAction[] {
  if (isReading && !row.alsoIn.includes("reading")) return [];
  const toAction = (words: string, chords: readonly Chord[], id: string): ScreenAction => ({
    id,
    words,
    keys: chords.filter((chord) => singleKeys || !isSingle(chord)),
    act: () => {
      const [chord] = chords;
      if (chord !== undefined) row.act(actions, chord);
    },
  });
  const { each, id, keys, words } = row;
  return each
    ? keys.map((chord) => toAction(each(chord), [chord], `${id}-${chord}`))
    : [toAction(words, keys, id)];
}

/** @returns what the screen in that window can do by keys; none where it has none, null while it is shared */
export function actionsIn(view: Window): readonly ScreenAction[] | null {
  const actionsNow = actionsByView.get(view);
  return actionsNow ? actionsNow() : [];
}
