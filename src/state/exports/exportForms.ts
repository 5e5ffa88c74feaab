import type { LossyForm, TrackingForm } from "../../interchange/tracking/exportLosses.ts";
import type { ExportSource } from "./exports.ts";

export const exportForms = [
  "html",
  "markdown",
  "csvAreas",
  "csvSessions",
  "session",
  "greenhouse",
  "lever",
  "ashby",
  "workable",
] as const;
export type ExportForm = (typeof exportForms)[number];

interface FormWords {
  readonly name: string;
  /** What it is good for. */
  readonly about: string;
}

const formWords: Readonly<Record<ExportForm, FormWords>> = {
  html: {
    name: "Formatted text, HTML file",
    about: "For a document, an email or a tracking system; as a file for the record, for any browser.",
  },
  markdown: { name: "Markdown", about: "For wikis, issue trackers and notes." },
  csvAreas: { name: "CSV (one row per area)", about: "For spreadsheets: every rating, and the note on it." },
  csvSessions: {
    name: "CSV (one row per interview)",
    about: "For spreadsheets: counts, results by competency, recommendations.",
  },
  session: {
    name: "Session JSON",
    about: "Everything, nothing lost. “Import” reads it, here or on another device.",
  },
  greenhouse: {
    name: "Greenhouse JSON",
    about: "For a script: a scorecard in the records of the Harvest API, version 3.",
  },
  lever: { name: "Lever JSON", about: "For a script: a feedback form." },
  ashby: {
    name: "Ashby JSON",
    about: "For a script: a feedback submission, with the paths from the settings.",
  },
  workable: { name: "Workable JSON", about: "For a script: the rating of a candidate, with a comment." },
};

/** @returns what the form is good for: of a panel, the session files are its scorecards alone */
export function aboutForm(form: ExportForm, kind: ExportSource["kind"]): string {
  return form === "session" && kind === "panel"
    ? "Every scorecard, nothing lost. “Import” reads it, here or on another device. What the panel agreed and decided is in its debrief file."
    : formWords[form].about;
}

/** @returns whether the form is one for a tracking system */
export function isTracking(form: ExportForm): form is TrackingForm {
  return form === "greenhouse" || form === "lever" || form === "ashby" || form === "workable";
}

/** @returns whether it is said of the form what it has no place for */
export function isLossy(form: ExportForm): form is LossyForm {
  return form === "csvAreas" || isTracking(form);
}

/** @returns whether the form has in it what a debrief agreed and decided; the others have the scorecards alone */
export function hasDebrief(form: ExportForm): boolean {
  return form === "html" || form === "markdown";
}

/** How an export leaves the app. */
export type ExportWay = "downloaded" | "copied" | "printed";

/** @returns an export as the list of those made names it: one name, wherever in the app it was made */
export function exportToWords(form: ExportForm, kind: ExportSource["kind"], way: ExportWay): string {
  const name = nameOf(form, kind, way);
  return way === "downloaded" ? name : `${name}, ${way}`;
}

function nameOf(form: ExportForm, kind: ExportSource["kind"], way: ExportWay): string {
  if (form !== "html") return formWords[form].name;
  if (kind === "panel") return "Decision packet";
  return way === "copied" ? "Formatted text" : formWords.html.name;
}
