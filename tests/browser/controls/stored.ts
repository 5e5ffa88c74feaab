import { top, type Lists } from "./rooms.ts";

const candidateNames = [
  "Amara Okafor (sample)",
  "Lena Fischer",
  "Amara Okafor",
  "Noor Haddad",
  "Tomas Novak",
  "Priya Raman",
];

const candidateActions = (name: string) => [
  `button "Access request… ${name}"`,
  `button "Place legal hold… ${name}"`,
  `button "Delete… ${name}"`,
];

interface Forms {
  readonly first: string;
  /** Whether those are locked that need a recommendation, while none was revealed. */
  readonly isLocked: boolean;
  /** What its session files hold. */
  readonly sessions: string;
}

/** What can be exported, one line a form: its name and what it is for. */
function forms({ first, isLocked, sessions }: Forms): readonly string[] {
  const locked = isLocked ? "disabled, " : "";
  return [
    `radio "${first} For a document, an email or a tracking system; as a file for the record, for any browser." checked, in "FORMAT"`,
    'radio "Markdown For wikis, issue trackers and notes." not checked, in "FORMAT"',
    'radio "CSV (one row per area) For spreadsheets: every rating, and the note on it." not checked, in "FORMAT"',
    'radio "CSV (one row per interview) For spreadsheets: counts, results by competency, recommendations." not checked, in "FORMAT"',
    `radio "Session JSON ${sessions}" ${locked}not checked, in "FORMAT"`,
    `radio "Greenhouse JSON For a script: a scorecard in the records of the Harvest API, version 3." ${locked}not checked, in "FORMAT"`,
    `radio "Lever JSON For a script: a feedback form." ${locked}not checked, in "FORMAT"`,
    `radio "Ashby JSON For a script: a feedback submission, with the paths from the settings." ${locked}not checked, in "FORMAT"`,
    `radio "Workable JSON For a script: the rating of a candidate, with a comment." ${locked}not checked, in "FORMAT"`,
    'button "Copy"',
    'button "Download"',
    'button "Print"',
    'textbox "Preview, in plain text" read-only',
  ];
}

/** What is kept of whom, what leaves the app, and what is set. */
export const stored: Lists = {
  "/candidates": [
    ...top("Candidates"),
    'link "Data retention"',
    'searchbox "Find"',
    ...candidateNames.flatMap((name) => [`link "${name}"`, ...candidateActions(name)]),
  ],
  "/candidates/:id": [
    ...top("Candidates"),
    'link "Back to candidates"',
    ...candidateActions("Priya Raman"),
    'link "Backend developer, Jonas Weber"',
    'button "Save audit log"',
    'link "Data retention"',
    'button "Merge with another candidate…"',
  ],
  "/export/:kind?/:id?": [
    ...top("Interviews"),
    'link "Back to the interview"',
    ...forms({
      first: "Formatted text, HTML file",
      isLocked: false,
      sessions: "Everything, nothing lost. “Import” reads it, here or on another device.",
    }),
  ],
  "/export/panel/:id": [
    ...top("Panels"),
    'link "Back to the panel"',
    ...forms({
      first: "Decision packet",
      isLocked: true,
      sessions:
        "Every scorecard, nothing lost. “Import” reads it, here or on another device. What the panel agreed and decided is in its debrief file.",
    }),
  ],
  "/settings": [
    ...top("Settings"),
    'button "Download the backup of {day}, {time}"',
    'button "Restore the backup of {day}, {time}"',
    'button "Back up now"',
    'button "Delete older backups…"',
    'button "Choose folder for backups"',
    'radio "Encrypted" checked, in "File format"',
    'radio "Plain" not checked, in "File format"',
    'textbox "Passphrase" required, in "File format"',
    'textbox "Confirm passphrase" required, in "File format"',
    'button "Back up everything"',
    'button "Choose a backup…"',
    'checkbox "Use single-key shortcuts in a call. Turn them off if you dictate." checked',
    'checkbox "After a rating, go on to the next area that is not rated yet." checked',
    'link "Candidates"',
    'radio "6 months" not checked, in "Data retention"',
    'radio "1 year" checked, in "Data retention"',
    'radio "2 years" not checked, in "Data retention"',
    'radio "4 years" not checked, in "Data retention"',
    'radio "Custom" not checked, in "Data retention"',
    'checkbox "Compute figures from ratings" checked',
    'textbox "Word or words"',
    'combobox "Topic" = age',
    'button "Add words"',
    'disclosure "Age 28" collapsed',
    'disclosure "Origin 27" collapsed',
    'disclosure "Religion 23" collapsed',
    'disclosure "Family 32" collapsed',
    'disclosure "Health 34" collapsed',
    'disclosure "Looks 25" collapsed',
    'disclosure "Accent 18" collapsed',
    'disclosure "Past pay 9" collapsed',
    'disclosure "Crime 16" collapsed',
    'disclosure "Gender 23" collapsed',
    'button "Restore default list" disabled',
    'textbox "Recommendation" in "Paths"',
    'textbox "Why this recommendation" in "Paths"',
    'textbox "Timed notes" in "Paths"',
    'textbox "Every other area; {area} stands for its id" in "Paths"',
    'button "+ Add an area" in "AREAS WITH THEIR OWN PATH"',
    'button "Save paths"',
    'button "Restore default paths"',
    'link "Licences of the software in this app"',
  ],
};
