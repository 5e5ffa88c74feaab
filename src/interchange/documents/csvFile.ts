import { format } from "date-fns";
import { isPoint, type Rating, notAssessedWords } from "../../domain/session/answer.ts";
import { levelWords, type Scale } from "../../domain/guides/guide.ts";
import { meanOf, type Figures } from "../../domain/panels/figures.ts";
import { askedOf, type ScorecardReport } from "../../domain/session/scorecardReport.ts";
import { segmentIds, segmentWords, type SegmentId } from "../../domain/session/segment.ts";
import { statusWords } from "../../domain/session/session.ts";
import { reportedRecommendation } from "./documentWords.ts";

/** One cell; null is an empty one. */
type Cell = string | number | null;

interface Column<Row> {
  readonly name: string;
  readonly cell: (row: Row) => Cell;
}

/**
 * What a table has a row of. With a row a session, each of those competencies has its columns: by their names, as they
 * are in every row alike; the empty name is of questions without one.
 */
export type CsvRows =
  | { readonly of: "areas" }
  | { readonly of: "sessions"; readonly competencies: readonly string[]; readonly figures: Figures };

interface AreaRow {
  readonly report: ScorecardReport;
  readonly question: ScorecardReport["questions"][number];
  readonly area: ScorecardReport["questions"][number]["areas"][number];
}

const minutes = (ms: number) => Math.round(ms / 600) / 100;

/** @param at epoch ms. @returns the time by this device's clock, in a form that spreadsheets take for one */
export function spreadsheetTime(at: number): string {
  return format(at, "yyyy-MM-dd HH:mm:ss");
}

const time = (at: number | null) => (at === null ? null : spreadsheetTime(at));

/** One that is only planned was not held yet. */
const heldAt = ({ first, interviewedAt }: ScorecardReport) =>
  time(first.session.status === "planned" ? null : interviewedAt);

const sessionColumns: readonly Column<ScorecardReport>[] = [
  { name: "Interview ID", cell: ({ first }) => first.session.id },
  { name: "Candidate", cell: ({ first }) => first.session.candidate },
  { name: "Role", cell: ({ first }) => first.session.role },
  { name: "Level", cell: ({ first }) => levelWords[first.session.level] },
  { name: "Interviewer", cell: ({ first }) => first.session.interviewer },
  { name: "Guide", cell: ({ first }) => first.guide.title },
  { name: "Guide version", cell: ({ first }) => first.session.guideId },
  { name: "Held (local time)", cell: heldAt },
  { name: "Status", cell: ({ first }) => statusWords[first.session.status] },
  { name: "Submitted (local time)", cell: ({ first }) => time(first.session.submittedAt) },
  { name: "Scale", cell: ({ first }) => scaleToWords(first.guide.scale) },
];

const wholeColumns: readonly Column<ScorecardReport>[] = [
  ...sessionColumns,
  { name: "Sample", cell: ({ first }) => (first.session.sample ? "yes" : "no") },
  { name: "Remote", cell: ({ first }) => (first.session.remote ? "yes" : "no") },
  { name: "Duration (minutes)", cell: ({ first }) => first.session.slotMinutes },
  { name: "Used (minutes)", cell: ({ elapsedMs }) => minutes(elapsedMs) },
  ...segmentIds.flatMap((id): readonly Column<ScorecardReport>[] => [
    { name: `${segmentWords[id]}: planned (minutes)`, cell: segmentCell(id, "plannedMs") },
    { name: `${segmentWords[id]}: used (minutes)`, cell: segmentCell(id, "elapsedMs") },
  ]),
  { name: "Questions planned", cell: ({ questions }) => questions.length },
  { name: "Questions asked", cell: (report) => askedOf(report).length },
  { name: "Areas rated", cell: (report) => countRatings(report, isPoint) },
  {
    name: "Areas not assessed",
    cell: (report) => countRatings(report, (rating) => rating !== null && !isPoint(rating)),
  },
  { name: "Areas not rated", cell: (report) => countRatings(report, (rating) => rating === null) },
  { name: "Recommendation", cell: (report) => reportedRecommendation(report, "final") },
  { name: "First recommendation", cell: (report) => reportedRecommendation(report, "first") },
  { name: "Summary", cell: ({ final }) => final.session.summary },
  { name: "Revisions", cell: ({ revisions }) => revisions.length },
  {
    name: "Reasons for revisions",
    cell: ({ revisions }) => revisions.map(({ reason }) => reason).join("\n"),
  },
];

/**
 * @returns the columns of a competency: its mean, or each of its ratings where nothing is computed, and how many these
 * are; empty where none of it was asked
 */
function competencyColumns(name: string, figures: Figures): readonly Column<ScorecardReport>[] {
  const shown = name === "" ? "No competency" : name;
  // Two of one guide can have one name.
  const resultsOf = ({ competencies }: ScorecardReport) => competencies.filter((one) => one.name === name);
  const pointsOf = (report: ScorecardReport) => resultsOf(report).flatMap(({ points }) => points);
  return [
    figures === "on"
      ? {
          name: `${shown} (mean)`,
          cell: (report) => {
            const mean = meanOf(pointsOf(report), figures);
            return mean === null ? null : Math.round(mean * 100) / 100;
          },
        }
      : { name: `${shown} (each rating)`, cell: (report) => pointsOf(report).join(", ") },
    {
      name: `${shown} (ratings)`,
      cell: (report) => (resultsOf(report).length === 0 ? null : pointsOf(report).length),
    },
  ];
}

const areaColumns: readonly Column<AreaRow>[] = [
  ...sessionColumns.map(({ name, cell }): Column<AreaRow> => ({ name, cell: ({ report }) => cell(report) })),
  { name: "Question", cell: ({ question }) => question.question.title },
  { name: "Competency", cell: ({ question }) => question.competency },
  { name: "Asked", cell: ({ question }) => (question.isAsked ? "yes" : "no") },
  { name: "Planned (minutes)", cell: ({ question }) => minutes(question.plannedMs) },
  { name: "Used (minutes)", cell: ({ question }) => minutes(question.elapsedMs) },
  { name: "Area", cell: ({ area }) => area.area.text },
  { name: "Covered", cell: ({ area }) => (area.isCovered ? "yes" : "no") },
  { name: "Rating", cell: ({ area }) => pointOf(area.rating) },
  { name: "Not assessed", cell: ({ area }) => notAssessedOf(area.rating) },
  { name: "Note", cell: ({ area }) => area.note },
  { name: "First rating", cell: ({ area }) => pointOf(area.first) },
  { name: "First not assessed", cell: ({ area }) => notAssessedOf(area.first) },
  { name: "First note", cell: ({ area }) => area.firstNote },
  { name: "Reasons for revisions", cell: ({ area }) => area.reasons.join("\n") },
  // Two questions can have one title: of one's own it is the first words. Last, for those who count columns.
  { name: "Question text", cell: ({ question }) => question.question.text },
];

/** Empty where the interview had no such part. */
function segmentCell(id: SegmentId, field: "plannedMs" | "elapsedMs") {
  return ({ segments }: ScorecardReport): Cell => {
    const segment = segments.find((one) => one.id === id);
    return segment ? minutes(segment[field]) : null;
  };
}

function countRatings(report: ScorecardReport, isCounted: (rating: Rating | null) => boolean): number {
  return askedOf(report).reduce(
    (sum, { areas }) => sum + areas.filter(({ rating }) => isCounted(rating)).length,
    0,
  );
}

function pointOf(rating: Rating | null): number | null {
  return isPoint(rating) ? rating : null;
}

function notAssessedOf(rating: Rating | null): string {
  return rating === null || isPoint(rating) ? "" : notAssessedWords[rating];
}

function scaleToWords({ points }: Scale): string {
  return points.map(({ value, label }) => `${value} ${label}`).join("; ");
}

/**
 * How a CSV file begins: the mark by which a spreadsheet knows UTF-8, and the names of the columns. Rows follow, each
 * with its line end (RFC 4180).
 */
export function csvHead(rows: CsvRows): string {
  const columns = rows.of === "areas" ? areaColumns : sessionTable(rows);
  return rowsToCsvFile([columns.map(({ name }) => name)]);
}

/** @returns the rows of one scorecard, each with its line end */
export function scorecardToCsv(report: ScorecardReport, rows: CsvRows): string {
  if (rows.of === "sessions") return rowsToCsv([sessionTable(rows).map(({ cell }) => cell(report))]);
  return rowsToCsv(
    report.questions.flatMap((question) =>
      question.areas.map((area) => areaColumns.map(({ cell }) => cell({ report, question, area }))),
    ),
  );
}

function sessionTable({
  competencies,
  figures,
}: Extract<CsvRows, { readonly of: "sessions" }>): readonly Column<ScorecardReport>[] {
  return [...wholeColumns, ...competencies.flatMap((name) => competencyColumns(name, figures))];
}

/** @returns those rows as a file, or as its beginning: the first has the names of the columns */
export function rowsToCsvFile(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rowsToCsv(rows)}`;
}

function rowsToCsv(rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return "";
  const lines = rows.map((row) => row.map(cellToCsv).join(","));
  return `${lines.join("\r\n")}\r\n`;
}

/** RFC 4180; and some spreadsheets split at several separators at once, but at none between quotes. */
const unsafe = /[",;\t|\r\n\uFEFF]|^ | $/u;

function cellToCsv(cell: Cell): string {
  if (typeof cell !== "string") return String(cell ?? "");
  const text = harmlessText(cell);
  return unsafe.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** How a formula begins, in wide and small forms as well. */
const sign = String.raw`[=+\-@\u2212\uFE62\uFE63\uFE66\uFE6B\uFF0B\uFF0D\uFF1D\uFF20]`;

const formulaLike = new RegExp(String.raw`^(?:[\t\r\n]|[\s"\p{Cc}\p{Cf}]*${sign})`, "u");

/** Where a cell may begin in the middle of a text, and what begins there may be run. */
const innerFormulas = new RegExp(
  String.raw`(?:\r\n|[,;\t|\r\n])(?=(?:(?![\t\r\n])[\s"\p{Cc}\p{Cf}])*${sign})`,
  "gu",
);

/**
 * Makes a text harmless that a spreadsheet may run as a formula: one that begins with a sign of formulas after anything
 * that a program may skip, or with a tab or a line end. It may also begin so behind a comma, semicolon, tab, bar or line
 * end inside: whoever opens the file with another separator than the comma gets a cell that begins there, as the quotes
 * are then in the middle of cells. What is read back from the file has those apostrophes in it.
 *
 * @returns the text, with an apostrophe where a formula would begin; a zero becomes U+FFFD
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function harmlessText(text: string): string {
  const known = text.replaceAll("\u0000", "\uFFFD").replaceAll(innerFormulas, "$&'");
  return formulaLike.test(known) ? `'${known}` : known;
}
