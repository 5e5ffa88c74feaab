import { fullTitle } from "../../domain/guides/questionTitle.ts";
import { isPoint } from "../../domain/session/answer.ts";
import {
  askedOf,
  type ReportedArea,
  type ReportedQuestion,
  type ScorecardReport,
} from "../../domain/session/scorecardReport.ts";
import { ratingToWords, withoutZero } from "../documents/documentWords.ts";
import { html, lines, nothing } from "../documents/htmlDocument.ts";

/** A part of what stands in one field of a form: a title, a text and a list, each of which may be empty. */
export interface Section {
  readonly title: string;
  readonly text: string;
  readonly items: readonly string[];
}

/** @returns a rating in the scale's words, "4 Strong", or that it is not assessed and why */
export function areaRating({ final }: ScorecardReport, { rating }: ReportedArea): string {
  const reason = isPoint(rating) || rating === null ? "" : "not assessed, ";
  return `${reason}${ratingToWords(final.guide.scale, rating)}`;
}

/** @returns the areas of which there is something to say */
export function saidAreas(areas: readonly ReportedArea[]): readonly ReportedArea[] {
  return areas.filter(({ rating, note }) => rating !== null || note !== "");
}

/** @returns what there is to say of areas: each with its rating and its note */
export function areaItems(report: ScorecardReport, areas: readonly ReportedArea[]): readonly string[] {
  return saidAreas(areas).map(
    (one) => `${one.area.text}: ${areaRating(report, one)}${one.note === "" ? "" : ` – ${one.note}`}`,
  );
}

/** @returns what was rated and noted under a question */
export function questionItems(
  report: ScorecardReport,
  { areas, notes }: ReportedQuestion,
): readonly string[] {
  return [...areaItems(report, areas), ...notes.map(({ text }) => `Note: ${text}`)];
}

/** @returns all that one comment is to hold: the reasons for the recommendation, then question by question */
export function commentSections(report: ScorecardReport): readonly Section[] {
  return [
    { title: "", text: report.final.session.summary, items: [] },
    ...askedOf(report).map((one) => ({
      title: fullTitle(one.question),
      text: "",
      items: questionItems(report, one),
    })),
  ];
}

/** @returns the timed notes, under the questions that they were taken on */
export function noteSections(report: ScorecardReport): readonly Section[] {
  return askedOf(report)
    .filter(({ notes }) => notes.length > 0)
    .map(({ question, notes }) => ({
      title: fullTitle(question),
      text: "",
      items: notes.map(({ text }) => text),
    }));
}

/** @returns sections as a text without any formatting */
export function sectionsToText(sections: readonly Section[]): string {
  return withoutZero(
    sections
      .map(({ title, text, items }) =>
        [title, text, ...items.map((item) => `- ${item}`)].filter((line) => line !== "").join("\n"),
      )
      .filter((text) => text !== "")
      .join("\n\n"),
  );
}

/** @returns sections as a piece of HTML, of elements that the editors of forms know */
export function sectionsToHtml(sections: readonly Section[]): string {
  return withoutZero(sections.map(sectionToHtml).join("\n"));
}

function sectionToHtml({ title, text, items }: Section): string {
  const head = title === "" ? nothing : html`<p><b>${title}</b></p>`;
  const body = text === "" ? nothing : html`<p>${lines(text)}</p>`;
  const list =
    items.length === 0
      ? nothing
      : html`<ul>
          ${items.map((item) => html`<li>${lines(item)}</li>`)}
        </ul>`;
  return html`${head}${body}${list}`.html;
}
