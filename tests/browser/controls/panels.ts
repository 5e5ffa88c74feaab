import { backendQuestions, rating, top, type Lists } from "./rooms.ts";

interface PlanParts {
  readonly beside?: readonly string[];
  readonly save: string;
  readonly second: string;
  /** Who asks it: both, or nobody. */
  readonly asked: readonly string[];
}

/** @param second the other interviewer, as the rows call her */
function plan({ beside = [], save, second, asked }: PlanParts): readonly string[] {
  return [
    ...top("Panels"),
    'link "Back to panels"',
    ...beside,
    `button "${save}"`,
    'combobox "Candidate" required, opens listbox',
    'combobox "Guide" = Backend developer',
    'textbox "Role"',
    'combobox "Level" = Mid-level',
    'checkbox "The role is remote" not checked',
    'date field "Scorecards due (optional)"',
    'textbox "Name of interviewer 1"',
    'date and time field "Interview time of interviewer 1 (optional)"',
    'button "Remove: Jonas Weber"',
    'textbox "Name of interviewer 2"',
    'date and time field "Interview time of interviewer 2 (optional)"',
    `button "Remove: ${second}"`,
    'button "+ Add an interviewer"',
    'combobox "Your role" = Lead and interviewer: Jonas Weber',
    'button "Assign all"',
    ...backendQuestions.flatMap((title) =>
      ["Jonas Weber", second.replace(/^i/u, "I")].map(
        (name) => `checkbox "${name} asks: ${title}" ${asked.includes(title) ? "checked" : "not checked"}`,
      ),
    ),
  ];
}

const debriefParts = ["Areas", "Every rating", "Questions and competencies", "Recommendations and decision"];

function debrief(part: string): readonly string[] {
  return [
    ...top("Panels"),
    'link "Back to panels"',
    'button "Add scorecards…" collapsed',
    'button "Save packet"',
    'disclosure "More" collapsed',
    ...debriefParts.map((name) => `link "${name}"${name === part ? " current" : ""}`),
  ];
}

/** Largest gap first: the area and its question. */
const agenda = [
  "Feedback, and what changed because of it Designing a new API",
  "Effect on the system afterwards Hard technical problem",
  "What the business needed from it Designing a new API",
  "Technical limits to work within Designing a new API",
  "How it was tested Designing a new API",
  "The feature and what it had to do Working with other teams",
  "How the interface was agreed Working with other teams",
  "What made the problem hard Hard technical problem",
  "How the problem was broken down Hard technical problem",
  "Finding the cause, step by step Hard technical problem",
  "Tools and sources they drew on Hard technical problem",
  "Who else was brought in Hard technical problem",
  "What they took from it Hard technical problem",
  "First signs that something was slow Slow database or API",
  "How the cause was tracked down Slow database or API",
  "The bottleneck itself Slow database or API",
  "The rollout, and what got in the way Slow database or API",
  "What it taught them about tuning Slow database or API",
  "The fix that went in Hard technical problem",
  "Monitoring and profiling tools used Slow database or API",
  "Improvement, in numbers Slow database or API",
  "How access was secured Designing a new API",
  "Documentation for its users Designing a new API",
  "Fitting in with existing systems Designing a new API",
  "How they talked, and how often Working with other teams",
  "Where working together got difficult Working with other teams",
  "Clearing up misunderstandings Working with other teams",
  "How the feature turned out Working with other teams",
  "Speed and load planned for Designing a new API",
  "Testing and joining the parts Working with other teams",
  "What they'd carry into other joint work Working with other teams",
];

/** Panels from their plan to the decision, and how they are agreed. */
export const panels: Lists = {
  "/panels": [
    ...top("Panels"),
    'link "Candidates side by side"',
    'link "Calibration"',
    'link "Open an invitation"',
    'link "Plan a panel"',
    'link "Lena Fischer"',
    'link "Edit panel for Lena Fischer"',
    'button "Delete the panel for Lena Fischer"',
    'button "Plan your interview with Lena Fischer"',
    'button "Invite Mei Li…"',
    'link "Amara Okafor (sample) Backend developer, senior · Ines Duarte, Jonas Weber, Mei Lin, Omar Khalil"',
    'button "Delete the panel for Amara Okafor (sample)"',
    'button "Choose scorecards…"',
  ],
  "/panels/new": plan({ save: "Save panel", second: "interviewer 2", asked: [] }),
  "/panels/:id/plan": [
    ...plan({
      beside: ['button "Invitations"', 'link "View panel"'],
      save: "Save changes",
      second: "Mei Li",
      asked: ["Slow database or API"],
    }),
    'link "automatically, through a shared folder"',
    'textbox "Invitation link for Jonas Weber" read-only',
    'link "Plan your interview"',
    'button "Copy link for Jonas Weber"',
    'button "Download invitation file for Jonas Weber"',
    'textbox "Invitation link for Mei Li" read-only',
    'button "Invite… Mei Li"',
    'button "Copy link for Mei Li"',
    'button "Download invitation file for Mei Li"',
    'button "Download recovery file"',
  ],
  "/panels/compare": [
    ...top("Panels"),
    'link "Back to panels"',
    'combobox "Role" = Backend developer',
    'link "Amara Okafor (sample)"',
    'link "Lena Fischer"',
  ],
  "/panels/:id/:step?": [
    ...debrief("Areas"),
    'button "Projector view" in "Agenda"',
    'button "Plan for the fix Slow database or API" current, in "Agenda"',
    ...agenda.map((area) => `button "${area}" in "Agenda"`),
    ...rating("agreed for Plan for the fix"),
    'textbox "Note on the agreed rating" in "Agenda"',
    'button "Done, next area" in "Agenda"',
  ],
  "debrief, ratings": [
    ...debrief("Every rating"),
    'combobox "Interviewer" = All',
    'combobox "Question" = All',
    'combobox "Competency" = All',
    'button "Area"',
    'button "Competency"',
    'button "Ines Duarte"',
    'button "Jonas Weber"',
    'button "Mei Lin"',
    'button "Gap"',
  ],
  "debrief, means": [...debrief("Questions and competencies"), 'button "Weights…"'],
  "debrief, decision": [
    ...debrief("Recommendations and decision"),
    'button "Reveal recommendations" disabled',
    'button "Reveal anyway…"',
  ],
  "/calibration": [
    ...top("Panels"),
    'link "Back to panels"',
    'combobox "Who are you?" = Jonas Weber',
    'button "Show figures"',
  ],
  "/invitation": [...top("Panels"), 'link "Back to interviews"', 'button "Choose the invitation…"'],
  "/invitation/:data": [...top("Panels"), 'link "Back to interviews"', 'button "Plan your interview"'],
  "/team": [...top("Panels"), 'link "Back to panels"', 'button "Pick the folder…"'],
  "/team/:data": [...top("Panels"), 'link "Back to panels"', 'button "Use this server"'],
};
