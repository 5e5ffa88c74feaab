import { guides } from "./guides.ts";
import { interviews, planned } from "./interviews.ts";
import { panels } from "./panels.ts";
import { backendQuestions, top, type Lists } from "./rooms.ts";

/** A screen on which something opens within the rest. @param at the line in whose place the others are then */
function withOpened(screen: readonly string[] = [], at: string, ...lines: readonly string[]) {
  return screen.flatMap((line) => (line === at ? lines : [line]));
}

const folded = 'disclosure "More" collapsed';
const unfolded = 'disclosure "More" expanded';
const nobodyWaits = 'link "Panels" current';

/** What opens on a screen, by the name that it has in `openedParts`. A dialog is all that there is while it is open. */
export const opened: Lists = {
  keys: [
    'dialog "Keys"',
    'checkbox "Use single-key shortcuts in a call. Turn them off if you dictate." checked',
    'checkbox "After a rating, go on to the next area that is not rated yet." checked',
    'button "Close"',
  ],
  "palette with results": [
    'dialog "Command palette"',
    'combobox "Find a screen, a person, a guide, an action or a note" expanded, opens listbox',
    'listbox "Found"',
  ],
  "refused file": withOpened(
    interviews["/"],
    'button "Search"',
    'button "Search"',
    // Puts away what is said of the file.
    'button "Done"',
  ),
  "a question of one’s own": [
    'dialog "Add a question"',
    'textbox "Your own question" required',
    'textbox "Areas to cover, one per line"',
    'button "Cancel"',
    'button "Add as next question"',
    ...backendQuestions
      .filter((title) => !planned.includes(title))
      .map((title) => `button "${title} 15 min {text}"`),
  ],
  "menu of a guide": withOpened(
    guides["/guides/:id"],
    folded,
    unfolded,
    'button "Export"',
    'button "Export XLSForm"',
    'button "Export CASE rubric"',
  ),
  "menu of a scorecard": withOpened(
    interviews["scorecard"],
    folded,
    unfolded,
    'link "Export in another format…"',
    'link "Paste into a form…"',
    'button "Print"',
  ),
  revision: [
    'dialog "Revise scorecard"',
    'combobox "Area to revise" = Choose…',
    'combobox "Recommendation" = unchanged',
    'textbox "Summary for this recommendation (leave empty to keep the current one)"',
    'textbox "Reason for the revision" required',
    'button "Cancel"',
    'button "Save revision"',
  ],
  "menu of a debrief": withOpened(
    panels["/panels/:id/:step?"],
    folded,
    unfolded,
    'button "Print packet"',
    'button "Save debrief file"',
    'button "Save audit log"',
    'link "Export…"',
    'button "Close debrief"',
  ),
  weights: [
    'dialog "Weights"',
    ...["Problem solving", "Performance and scale", "System design", "Collaboration"].map(
      (competency) => `spinbutton "${competency}" required`,
    ),
    'textbox "Reason for these weights" required',
    'button "Equal weights"',
    'button "Cancel"',
    'button "Apply weights"',
  ],
  "preview of imported questions": [
    ...top("Guides"),
    'link "Back to guides"',
    'button "Start over"',
    'button "Edit guide"',
    'button "Save guide"',
    'button "Title T" pressed',
    ...[
      "Introduction I",
      "Heading H",
      "Competency C",
      "Question Q",
      "Minutes M",
      "Area A",
      "Follow-up F",
      "Anchor N",
      "Advice V",
      "Continuation G",
      "Ignore X",
    ].map((label) => `button "${label}" not pressed`),
    'button "Reset to detected ⌫" disabled',
    'button "Line 1 Night baker Title" current',
    'button "Line 3 Tell me about a batch that failed. What did you do next? Question 1"',
    'button "Line 5 Areas to cover Heading"',
    'button "Line 6 How the fault was noticed Area of question 1"',
    'button "Line 7 What was thrown away Area of question 1"',
    'button "Line 9 Follow-up questions Heading"',
    'button "Line 10 Who did you tell? Follow-up of question 1"',
    'textbox "Title" required',
    'textbox "Role"',
    'disclosure "Tell me about a batch that failed. What did you do next?" collapsed',
  ],
  "deletion of a candidate": [
    'dialog "Delete Amara Okafor (sample)"',
    'checkbox "Backend developer 1 panel, 3 scorecards · last changed {day}" checked, in "People can share a name. Uncheck records that aren’t theirs."',
    'textbox "Reason for early deletion" required',
    'disclosure "What this can’t delete" collapsed',
    'button "Cancel"',
    'button "Override and delete"',
  ],
  "start of a debrief without everybody": [
    'dialog "Start the debrief without everyone?"',
    'button "Cancel"',
    'button "Start without them"',
  ],
  "recorded decision": [
    ...withOpened(
      panels["debrief, decision"]?.slice(0, -2),
      'link "Panels 1 waiting for you" current',
      nobodyWaits,
    ),
    'button "Change decision"',
  ],
  "a screen that can’t be drawn": ['button "Reload"', 'link "Back to interviews"'],
  "lost data": [
    'button "Restore the backup of {day}, {time}"',
    'button "A backup file, or an automatic backup from a folder"',
    'button "Start empty"',
  ],
  "preview of a backup": ['button "Restore"', 'button "Cancel"'],
  "data of a newer version": ['button "Update the app"', 'button "Save raw data"'],
  "a database that can’t be read": [
    'button "Reload"',
    'button "Save raw data"',
    'textbox "Type “delete the database”"',
    'button "Delete and reset" disabled',
  ],
};
