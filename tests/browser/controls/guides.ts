import { backendQuestions, top, type Lists } from "./rooms.ts";

const guidesHere = [
  "Backend developer",
  "Data engineer",
  "Engineering manager",
  "Frontend developer",
  "Product manager",
  "Site reliability engineer",
];

/** The parts of a guide, beside the one that is edited. */
function parts(current: string, questions: readonly string[]): readonly string[] {
  return ["About the guide", "Scale", "Competencies", "Advice", ...questions].map(
    (part) => `button "${part}"${part === current ? " current" : ""}`,
  );
}

const editorTop = [
  ...top("Guides"),
  'link "Back to guides"',
  'button "Undo" disabled',
  'button "Redo" disabled',
  'button "Save version"',
];

/** Of a row that can be moved. @param at from 1 on */
function moving(word: string, at: number, count: number): readonly string[] {
  return [
    `button "Move ${word} ${at} up"${at === 1 ? " disabled" : ""}`,
    `button "Move ${word} ${at} down"${at === count ? " disabled" : ""}`,
    `button "Remove ${word} ${at}"`,
  ];
}

const newQuestion = "1 New question has warnings 0 areas · 0 follow-ups";
const questions = backendQuestions.map((title, at) => `${at + 1} ${title} 8 areas · 4 follow-ups`);

const versionTop = [
  ...top("Guides"),
  'link "Back to guides"',
  'link "Edit"',
  'link "Plan an interview"',
  'disclosure "More" collapsed',
];

export const guides: Lists = {
  "/guides": [
    ...top("Guides"),
    'link "Import questions"',
    'link "New guide"',
    'link "Night baker"',
    'link "Continue with Night baker"',
    'button "Delete Night baker"',
    'searchbox "Find"',
    'combobox "Role" = Any role',
    'combobox "Competency" = Any competency',
    ...guidesHere.flatMap((guide) => [
      `link "${guide}"`,
      `link "Plan an interview with ${guide}"`,
      `link "Edit ${guide}"`,
      `button "Export ${guide}"`,
      `button "Archive ${guide}"`,
    ]),
  ],
  "/guides/new": [
    ...editorTop,
    ...parts("About the guide", [newQuestion]),
    'button "+ Add a question"',
    'textbox "Title" required',
    'textbox "Role"',
    'combobox "Language of the questions" = English',
    'textbox "Introduction: purpose and how to use the guide"',
    'button "1. New question It has no question text."',
    'button "1. New question It has no areas, so there is nothing to rate."',
  ],
  "/guides/new/:id": [
    ...editorTop,
    ...parts(newQuestion, [newQuestion]),
    'button "+ Add a question"',
    'button "Discard draft"',
    'button "Keep editing"',
    'button "Move the question up" disabled',
    'button "Move the question down" disabled',
    'button "Add question below"',
    'button "Remove question"',
    'textbox "Question text"',
    'textbox "Short title for lists"',
    'combobox "Competency" = None',
    'spinbutton "Planned minutes" required',
    'button "+ Add an area"',
    'button "+ Add a follow-up"',
  ],
  "/guides/:id/edit": [
    ...editorTop,
    ...parts(questions[0]!, questions),
    'button "+ Add a question"',
    'button "Move the question up" disabled',
    'button "Move the question down"',
    'button "Add question below"',
    'button "Remove question"',
    'textbox "Question text"',
    'textbox "Short title for lists"',
    'combobox "Competency" = Problem solving',
    'spinbutton "Planned minutes" required',
    ...[1, 2, 3, 4, 5, 6, 7, 8].flatMap((at) => [
      `textbox "Area ${at}"`,
      `button "Anchors 3, of area ${at}" collapsed`,
      ...moving("area", at, 8),
    ]),
    'button "+ Add an area"',
    ...[1, 2, 3, 4].flatMap((at) => [`textbox "Follow-up ${at}"`, ...moving("follow-up", at, 4)]),
    'button "+ Add a follow-up"',
  ],
  "/guides/bring-in": [
    ...top("Guides"),
    'link "Back to guides"',
    'textbox "Your questions"',
    'button "Continue" disabled',
    'button "Choose files with questions"',
  ],
  "/guides/:id/history": [...versionTop, 'link "Guide"', 'link "History 1" current'],
  "/guides/:id": [
    ...versionTop,
    'link "Guide" current',
    'link "History 1"',
    'button "Expand all"',
    ...backendQuestions.flatMap((title, at) => [
      `checkbox "Select: ${title}" not checked`,
      // Its competency, its minutes and its words.
      `disclosure "${at + 1}. ${title} {text} · 15 min · 8 areas · 4 follow-ups {text}" collapsed`,
    ]),
  ],
};
