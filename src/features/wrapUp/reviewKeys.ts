import {
  areaKeys,
  besidePoints,
  rateKeys,
  undoKeys,
  type AreaActions,
  type UndoActions,
} from "../../ui/keys/areaKeys.ts";
import type { KeyRow } from "../../ui/keys/keyRow.ts";

/** Everything that keys do in the review. */
export interface ReviewActions extends AreaActions, UndoActions {
  readonly decide: () => void;
  readonly submit: () => void;
  readonly leave: () => void;
  readonly goToLibrary: () => void;
  readonly toggleKeys: () => void;
}

const rows: readonly KeyRow<ReviewActions>[] = [
  {
    id: "decide",
    keys: ["D"],
    words: "To the recommendation; Tab goes on to the summary",
    alsoIn: [],
    act: (actions) => actions.decide(),
  },
  {
    id: "submit",
    keys: ["Mod+Enter"],
    words: "Submit the scorecard",
    alsoIn: ["text"],
    act: (actions) => actions.submit(),
  },
  {
    id: "leave",
    keys: ["Escape"],
    words: "Leave a field",
    alsoIn: ["text", "reading"],
    act: (actions) => actions.leave(),
  },
  {
    id: "library",
    keys: ["Mod+Shift+L"],
    words: "Back to interviews",
    alsoIn: ["text", "reading"],
    act: (actions) => actions.goToLibrary(),
  },
  {
    id: "keys",
    keys: ["?"],
    words: "These keys",
    alsoIn: [],
    act: (actions) => actions.toggleKeys(),
  },
];

/**
 * The keys of the review: those of the call for what is the same, and its own.
 *
 * @param points the values of the guide's scale
 */
export function reviewKeys(points: readonly number[]): readonly KeyRow<ReviewActions>[] {
  return [rateKeys(points), ...besidePoints(areaKeys, points), ...rows, ...undoKeys];
}
