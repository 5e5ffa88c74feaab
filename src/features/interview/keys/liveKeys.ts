import type { LiveActions } from "../liveActions.ts";
import { areaKeys, besidePoints, rateKeys, undoKeys } from "../../../ui/keys/areaKeys.ts";
import { toAriaKeys, type Chord } from "../../../ui/keys/chords.ts";
import type { KeyRow } from "../../../ui/keys/keyRow.ts";

/** One action of the live screen and its keys. */
export interface LiveKey extends KeyRow<LiveActions> {
  readonly group: KeyGroup;
}

export const keyGroups = ["The area", "Question and notes", "The call", "The screen"] as const;
type KeyGroup = (typeof keyGroups)[number];

const digits = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1));

/** Those of every interview. */
const rows = [
  ...areaKeys,
  {
    id: "cover",
    group: "The area",
    keys: ["Space"],
    words: "Mark the area covered, or not",
    alsoIn: [],
    act: (actions) => actions.toggleCovered(),
  },
  {
    id: "quickNote",
    group: "Question and notes",
    keys: ["Q"],
    words: "Quick note with the time (Enter begins another)",
    alsoIn: [],
    act: (actions) => actions.writeQuickNote(),
  },
  {
    id: "followUp",
    group: "Question and notes",
    keys: ["F"],
    words: "Mark the next follow-up as asked",
    alsoIn: [],
    act: (actions) => actions.askFollowUp(),
  },
  {
    id: "followUpBack",
    group: "Question and notes",
    keys: ["Shift+F"],
    words: "Undo last follow-up",
    alsoIn: [],
    act: (actions) => actions.unaskFollowUp(),
  },
  {
    id: "chooseFollowUp",
    group: "Question and notes",
    keys: ["G"],
    words: "Choose a follow-up, then press its number",
    alsoIn: [],
    act: (actions) => actions.chooseFollowUp(),
  },
  {
    id: "rehearsed",
    group: "Question and notes",
    keys: ["R"],
    words: "Sounds rehearsed: signs, and what to ask",
    alsoIn: [],
    act: (actions) => actions.toggleRehearsed(),
  },
  {
    id: "question",
    group: "Question and notes",
    keys: ["V"],
    words: "Whole question",
    alsoIn: [],
    act: (actions) => actions.toggleSheet("question"),
  },
  {
    id: "next",
    group: "The call",
    keys: ["Mod+Enter"],
    words: "Next: starts its clock",
    alsoIn: ["text", "share"],
    act: (actions) => actions.next(),
  },
  {
    id: "before",
    group: "The call",
    keys: ["Mod+Shift+Enter"],
    words: "Look back at the previous question (no clock changes)",
    alsoIn: ["text", "share"],
    act: (actions) => actions.lookBefore(),
  },
  {
    id: "show",
    group: "The call",
    keys: digits(9).map((digit) => `Alt+${digit}`),
    words: "Show question 1 to 9 (no clock changes)",
    each: (chord) => `Show question ${chord.slice(-1)} (no clock changes)`,
    alsoIn: ["text", "share"],
    act: (actions, chord) => actions.showAt(Number(chord.slice(-1)) - 1),
  },
  {
    id: "back",
    group: "The call",
    keys: ["B"],
    words: "Back to the question whose clock runs",
    alsoIn: ["share"],
    act: (actions) => actions.backToRunning(),
  },
  {
    id: "clock",
    group: "The call",
    keys: ["T"],
    words: "Start or pause this question’s clock",
    alsoIn: ["share"],
    act: (actions) => actions.toggleClock(),
  },
  {
    id: "pause",
    group: "The call",
    keys: ["Shift+T"],
    words: "Pause the running clock, whatever is on screen",
    alsoIn: ["share"],
    act: (actions) => actions.pauseRunning(),
  },
  {
    id: "minutes",
    group: "The call",
    keys: ["+", "-"],
    words: "Two minutes more, two minutes less",
    each: (chord) => (chord === "+" ? "Two minutes more" : "Two minutes less"),
    alsoIn: ["share"],
    act: (actions, chord) => actions.addMinutes(chord === "+" ? 2 : -2),
  },
  {
    id: "introduction",
    group: "The call",
    keys: ["I"],
    words: "Start or pause the introduction’s clock",
    alsoIn: ["share"],
    act: (actions) => actions.toggleSegment("introduction"),
  },
  {
    id: "candidateQuestions",
    group: "The call",
    keys: ["C"],
    words: "Start or pause the clock of the candidate’s questions",
    alsoIn: ["share"],
    act: (actions) => actions.toggleSegment("candidateQuestions"),
  },
  {
    id: "gap",
    group: "The call",
    keys: ["S"],
    words: "Subtract the time that ran while you were away",
    alsoIn: [],
    act: (actions) => actions.subtractGap(),
  },
  {
    id: "keepGap",
    group: "The call",
    keys: ["K"],
    words: "Keep that time",
    alsoIn: [],
    act: (actions) => actions.keepGap(),
  },
  {
    id: "left",
    group: "The call",
    keys: ["L"],
    words: "Rate the remaining areas of the previous question",
    alsoIn: [],
    act: (actions) => actions.rateLeft(),
  },
  {
    id: "add",
    group: "The call",
    keys: ["A"],
    words: "Add a question",
    alsoIn: [],
    act: (actions) => actions.openAdding(),
  },
  {
    id: "handOver",
    group: "The call",
    keys: ["O"],
    words: "Hand over to another device",
    alsoIn: [],
    act: (actions) => actions.handOver(),
  },
  {
    id: "finish",
    group: "The call",
    keys: ["Mod+Shift+F"],
    words: "Finish and wrap up",
    alsoIn: ["text"],
    act: (actions) => actions.finish(),
  },
  ...undoKeys,
  {
    id: "share",
    group: "The screen",
    keys: ["H"],
    words: "Screen-share mode: the question and the timer only",
    alsoIn: ["share"],
    act: (actions) => actions.toggleShare(),
  },
  {
    id: "leave",
    group: "The screen",
    keys: ["Escape"],
    words: "Leave a field, or close what is open",
    alsoIn: ["text", "reading"],
    act: (actions) => actions.leave(),
  },
  {
    id: "menu",
    group: "The screen",
    keys: ["M"],
    words: "Menu, where the screen is small",
    alsoIn: [],
    act: (actions) => actions.toggleSheet("menu"),
  },
  {
    id: "library",
    group: "The screen",
    keys: ["Mod+Shift+L"],
    words: "Back to interviews",
    alsoIn: ["text", "reading"],
    act: (actions) => actions.goToLibrary(),
  },
  {
    id: "keys",
    group: "The screen",
    keys: ["?"],
    words: "These keys",
    alsoIn: [],
    act: (actions) => actions.openKeys(),
  },
] as const satisfies readonly LiveKey[];

export type LiveKeyId = (typeof rows)[number]["id"] | "rate" | "float";

/**
 * The keys of the live screen: what they do, and what the sheet says of them.
 *
 * @param points the values of the guide's scale
 * @param canFloat whether the screen can be floated over the call
 */
export function liveKeys(points: readonly number[], canFloat: boolean): readonly LiveKey[] {
  const float: LiveKey = {
    id: "float",
    group: "The screen",
    keys: ["P"],
    words: "Float over the call, or come back",
    alsoIn: [],
    act: (actions) => actions.toggleFloat(),
  };
  return [rateKeys(points), ...besidePoints<LiveKey>(rows, points), ...(canFloat ? [float] : [])];
}

const keysById: ReadonlyMap<string, readonly Chord[]> = new Map(
  liveKeys([], true).map(({ id, keys }) => [id, keys]),
);

/**
 * @param at which of the keys, where they do different things
 * @returns the attribute that tells a control's keys to people who do not see the sheet
 */
export function keysOf(id: LiveKeyId, at?: number): { readonly "aria-keyshortcuts"?: string } {
  const keys = keysById.get(id) ?? [];
  const chords = at === undefined ? keys : keys.slice(at, at + 1);
  return chords.length === 0 ? {} : { "aria-keyshortcuts": chords.map(toAriaKeys).join(" ") };
}
