/**
 * The lines of each screen's list, by the path that `fillScreens` gives it, and of what opens on one, by its name there. One line is one control, in the order of the
 * screen: `radio "4: Strong" checked, in "Rating: Dough"`. {time} and {day} stand for what another moment would change,
 * {text} for words of a guide.
 */
export type Lists = Readonly<Record<string, readonly string[]>>;

const rooms = {
  Interviews: 'link "Interviews 3 to do"',
  Guides: 'link "Guides 1 unfinished"',
  Panels: 'link "Panels 1 waiting for you"',
  Candidates: 'link "Candidates"',
  Settings: 'link "Settings"',
};

/** What every screen but that of the call begins with. @param here the room that it is in */
export function top(here: keyof typeof rooms): readonly string[] {
  return [
    'link "Skip to content"',
    ...Object.entries(rooms).map(([room, line]) => (room === here ? `${line} current` : line)),
    'button "Search"',
  ];
}

/** The points of a scale, and the way to choose none. @param chosen the one that is, from 1 on */
export function rating(of: string, chosen?: number): readonly string[] {
  return [
    ...["1: Poor", "2: Weak", "3: Sound", "4: Strong", "5: Outstanding"].map(
      (point, at) => `radio "${point}" ${at + 1 === chosen ? "checked" : "not checked"}, in "Rating: ${of}"`,
    ),
    `combobox "Not assessed: ${of}" = not assessed…, in "Rating: ${of}"`,
  ];
}

/** The areas of the question that comes first. */
export const firstAreas = [
  "What made the problem hard",
  "How the problem was broken down",
  "Finding the cause, step by step",
  "Tools and sources they drew on",
  "Who else was brought in",
  "The fix that went in",
  "Effect on the system afterwards",
  "What they took from it",
];

/** The questions of the guide for backend developers, in its order. */
export const backendQuestions = [
  "Hard technical problem",
  "Slow database or API",
  "Designing a new API",
  "Working with other teams",
  "Learning a new technology",
  "Fixing a security hole",
  "Difficult trade-off",
  "Reworking legacy code",
  "Debugging in production",
  "Scaling for more load",
  "Responding to feedback",
  "Complex business rules",
  "Resistance to a proposal",
  "Mentoring a colleague",
  "Changing requirements",
];
