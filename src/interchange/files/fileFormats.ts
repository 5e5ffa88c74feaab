/** What each file of the app calls itself in its head, by what is in it. */
export const fileFormats = {
  session: "interview-scorecard.session",
  guide: "interview-scorecard.guide",
  invitation: "interview-scorecard.invitation",
  debrief: "interview-scorecard.debrief",
  backup: "interview-scorecard.backup",
  raw: "interview-scorecard.raw",
} as const;

/** What is said of a file where another is needed: what it is, and where it goes. */
export const wrongPlaceMessages: Readonly<
  Record<keyof typeof fileFormats | "sealedScorecard" | "recovery" | "calendar" | "spreadsheet", string>
> = {
  session: "This is an interview. Use “Import” in the list of interviews.",
  guide: "This is a guide. Use “Import” in the list of interviews.",
  invitation: "This is an invitation to a panel. Use “Import” in the list of interviews.",
  debrief: "This is the debrief of a panel. Add it under “Panels”.",
  backup: "This is a backup of everything. Restore it under “Settings”.",
  raw: "These are the raw rows of a database, for repair. The app can’t import them.",
  sealedScorecard: "This is an encrypted scorecard. The panel’s lead adds it under “Panels”.",
  recovery: "This is a panel’s recovery file. The panel’s lead adds it under “Panels”.",
  calendar: "This is a calendar. Use “Import” in the list of interviews to plan an interview from it.",
  spreadsheet:
    "This is a spreadsheet. To bring a guide back, import its guide file; to bring an interview back, import its session JSON.",
};

/** @param format what a file calls itself. @returns what it is; undefined for a format that is none of ours */
export function kindOfFormat(format: unknown): keyof typeof fileFormats | undefined {
  const kinds = ["session", "guide", "invitation", "debrief", "backup", "raw"] as const;
  return kinds.find((kind) => fileFormats[kind] === format);
}

/** @returns what is said of a file of that format where another is needed; undefined for a format that is none of ours */
export function wrongPlaceMessageOf(format: unknown): string | undefined {
  const kind = kindOfFormat(format);
  return kind && wrongPlaceMessages[kind];
}

const TO_INTERVIEW = "To bring the interview back, import its session JSON.";

/** What the app writes for other programs and does not read back: the names that stand in each, and what is said of it. */
const exportsForPrograms: readonly (readonly [names: readonly string[], message: string])[] = [
  [
    ["CFRubricCriteria", "title"],
    "This is a CASE rubric for other programs. To bring the guide back, import its guide file.",
  ],
  [["scorecards", "job_candidate_attributes"], `This is an export for Greenhouse. ${TO_INTERVIEW}`],
  [["type", "user", "completedAt", "fields"], `This is an export for Lever. ${TO_INTERVIEW}`],
  [["feedbackForm"], `This is an export for Ashby. ${TO_INTERVIEW}`],
  [["member_id", "comment", "score"], `This is an export for Workable. ${TO_INTERVIEW}`],
];

/** @param value of a parsed file. @returns what is said of one that the app wrote for another program; undefined for all else */
export function programMessageOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  return exportsForPrograms.find(([names]) => names.every((name) => Object.hasOwn(value, name)))?.[1];
}

/** A file for people to read that the app wrote: nothing is read back from it. */
export type WrittenDocument = "scorecard" | "debrief" | "candidateData" | "table";

/** What each HTML file for people to read is called in its head. */
export const documentTitles = {
  scorecard: "Scorecards",
  debrief: "Decision packet",
  candidateData: "Candidate data",
} as const satisfies Readonly<Record<Exclude<WrittenDocument, "table">, string>>;

/** What is said of such a file where another is needed. */
export const documentMessages: Readonly<Record<WrittenDocument, string>> = {
  scorecard:
    "This is a scorecard to read, not an interview guide. To bring the interview back, import its session JSON.",
  debrief:
    "This is the record of a debrief to read, not an interview guide. To bring the panel back, add its debrief file under “Panels” or restore a backup; to bring an interview back, import its session JSON.",
  candidateData:
    "This is an access request file to read, not an interview guide. To bring an interview back, import its session JSON.",
  table: "This is a table for spreadsheets. To bring an interview back, import its session JSON.",
};

/** How each of the app’s HTML files begins: with a policy that names the one style that is in it. */
const HTML_SIGN =
  /^\s*<!doctype html>[^\0]{0,300}?content="default-src &#39;none&#39;; style-src &#39;sha256-[^"]{0,200}"[^\0]{0,200}?<title>([^<]*)<\/title>/iu;
/** How its Markdown scorecards begin: with the version of the guide, which nobody writes by hand. */
const SCORECARD =
  /# Scorecard: [^\n]*\n\s*(?:\*\*Not submitted[^\n]*\n\s*)?- \*\*Role:\*\* [^\n]*\n- \*\*Interviewer:\*\*[^\n]*\n- \*\*Guide:\*\* [^\n]*, version [\da-f]{12}\s/u
    .source;
const SCORECARD_SIGN = new RegExp(`^${SCORECARD}`, "u");
/** How its Markdown debriefs begin: with the minute of the decision; before there is one, only what was agreed or a scorecard may follow. */
const DEBRIEF_SIGN = new RegExp(
  String.raw`^# Debrief: [^\n]*\n\s*- \*\*Role:\*\* [^\n]*\n- \*\*Decision:\*\* (?:[^\n]*\n- \*\*Decided:\*\* \d{1,2} \p{L}+ \d{4,}, \d\d:\d\d\s|none yet\s*(?:$|## Agreed in the debrief\s|${SCORECARD}))`,
  "u",
);
/** How its CSV files begin, also where a spreadsheet wrote them again. */
const TABLE_SIGN =
  /^\uFEFF?"?(?:Interview ID"?[,;\t]"?Candidate|Time \(local time\)"?[,;\t]"?Time \(UTC\))(?=[",;\t])/u;

/** @returns what the app wrote the text as, for people to read; null for all else */
export function writtenDocumentOf(text: string): WrittenDocument | null {
  const opening = text.slice(0, 10_000);
  const title = HTML_SIGN.exec(opening)?.[1];
  if (title !== undefined) {
    const kinds = ["scorecard", "debrief", "candidateData"] as const;
    return kinds.find((kind) => documentTitles[kind] === title) ?? null;
  }
  if (SCORECARD_SIGN.test(opening)) return "scorecard";
  if (TABLE_SIGN.test(opening)) return "table";
  return DEBRIEF_SIGN.test(opening) ? "debrief" : null;
}
