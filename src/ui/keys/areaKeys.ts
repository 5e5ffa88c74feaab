import type { Chord } from "./chords.ts";
import type { KeyRow } from "./keyRow.ts";

/** What can be done with areas, wherever they are rated: in the call and in its review. */
export interface AreaActions {
  readonly moveArea: (by: 1 | -1) => void;
  readonly moveToEnd: (at: 0 | -1) => void;
  readonly ratePoint: (point: number) => void;
  readonly notAssessed: () => void;
  readonly clearRating: () => void;
  readonly writeNote: () => void;
}

export interface UndoActions {
  readonly undo: () => void;
  readonly redo: () => void;
}

interface Grouped {
  readonly group: "The area" | "The screen";
}

type AreaKey = KeyRow<AreaActions> & Grouped;
type UndoKey = KeyRow<UndoActions> & Grouped;

/** Those that act on the area in focus, but for the points of the scale. */
export const areaKeys = [
  {
    id: "move",
    group: "The area",
    keys: ["ArrowUp", "ArrowDown"],
    words: "Area above, area below",
    each: (chord) => (chord === "ArrowUp" ? "Area above" : "Area below"),
    alsoIn: ["reading"],
    repeats: true,
    act: (actions, chord) => actions.moveArea(chord === "ArrowUp" ? -1 : 1),
  },
  {
    id: "ends",
    group: "The area",
    keys: ["Home", "End"],
    words: "First area, last area",
    each: (chord) => (chord === "Home" ? "First area" : "Last area"),
    alsoIn: ["reading"],
    act: (actions, chord) => actions.moveToEnd(chord === "Home" ? 0 : -1),
  },
  {
    id: "notAssessed",
    group: "The area",
    keys: ["0", "X"],
    words: "Not assessed (press again to change the reason)",
    alsoIn: [],
    act: (actions) => actions.notAssessed(),
  },
  {
    id: "clear",
    group: "The area",
    keys: ["Backspace", "Delete"],
    words: "Clear rating",
    alsoIn: [],
    act: (actions) => actions.clearRating(),
  },
  {
    id: "note",
    group: "The area",
    keys: ["N"],
    words: "Note on the area",
    alsoIn: [],
    act: (actions) => actions.writeNote(),
  },
] as const satisfies readonly AreaKey[];

/** Those that take back what was done, and bring it back. */
export const undoKeys = [
  {
    id: "undo",
    group: "The screen",
    keys: ["Mod+Z"],
    words: "Undo a rating, a tick or another change (not text or clocks)",
    alsoIn: [],
    repeats: true,
    act: (actions) => actions.undo(),
  },
  {
    id: "redo",
    group: "The screen",
    keys: ["Mod+Shift+Z", "Mod+Y"],
    words: "Redo",
    alsoIn: [],
    repeats: true,
    act: (actions) => actions.redo(),
  },
] as const satisfies readonly UndoKey[];

/**
 * @param points the values of a scale, in its order
 * @returns the key of each: its own digit, and 0 for a 10 where nothing else is 0; that of its place where there are others
 */
export function pointKeys(points: readonly number[]): readonly Chord[] {
  const isByPlaces = isByPlace(points);
  const ten = points.includes(0) ? "10" : "0";
  return points
    .map((point, index) => (isByPlaces ? String(index + 1) : point === 10 ? ten : String(point)))
    .filter((key) => key.length === 1);
}

/** @returns whether a point of the scale has the key of its place, not that of its own digit */
export function isByPlace(points: readonly number[]): boolean {
  return points.some((point) => !Number.isInteger(point) || point < 0 || point > 10);
}

/** @returns the rows without the keys that rate: 0 says "not assessed" where no point of the scale has it */
export function besidePoints<Row extends { readonly keys: readonly Chord[] }>(
  rows: readonly Row[],
  points: readonly number[],
): readonly Row[] {
  const taken = pointKeys(points);
  return rows.map((row) => ({ ...row, keys: row.keys.filter((key) => !taken.includes(key)) }));
}

/** @param points the values of the guide's scale */
export function rateKeys(points: readonly number[]): AreaKey & { readonly id: "rate" } {
  const keys = pointKeys(points);
  return {
    id: "rate",
    group: "The area",
    keys,
    words: isByPlace(points)
      ? "Rate the area by the place of the point on the scale; what is rated is covered"
      : "Rate the area; what is rated is covered",
    each: (chord) => `Rate the area: ${points[keys.indexOf(chord)]}`,
    alsoIn: [],
    act: (actions, chord) => {
      const point = points[keys.indexOf(chord)];
      if (point !== undefined) actions.ratePoint(point);
    },
  };
}
