import { anchorsFor, type Area, type Guide, type Question } from "../../domain/guides/guide.ts";
import { notAssessedReasons, notAssessedWords } from "../../domain/session/answer.ts";
import { recommendations, recommendationToWords } from "../../domain/session/session.ts";
import { encodeXlsx } from "../files/xlsx.ts";

/** What is in a row of the form, by the columns of the standard; what is left out is empty. */
type Row<Columns extends readonly string[]> = Readonly<Partial<Record<Columns[number], string>>>;

const surveyColumns = ["type", "name", "label", "hint", "required", "appearance"] as const;
const choiceColumns = ["list_name", "name", "label"] as const;
const settingColumns = ["form_title", "form_id", "version", "default_language"] as const;

type SurveyRow = Row<typeof surveyColumns>;
type ChoiceRow = Row<typeof choiceColumns>;

/**
 * Writes a guide as an XLSForm, which ODK, KoboToolbox, SurveyCTO and Survey123 read: a group a question, in it a
 * rating and a note for each area, the follow-ups to be ticked, and notes; last the recommendation and its reasons.
 * What an anchor says is the hint of its area.
 *
 * @param id of the guide version
 * @param at when it is written, epoch ms
 * @returns the bytes of an .xlsx file, in parts
 * @see https://xlsform.org/en/ref-table/
 */
export function encodeXlsForm(guide: Guide, id: string, at: number): readonly Uint8Array<ArrayBuffer>[] {
  const settings: Row<typeof settingColumns> = {
    form_title: worded(guide.title, "Interview"),
    form_id: `guide_${id.slice(0, 12)}`,
    version: id.slice(0, 12),
    default_language: languageToName(guide.language),
  };
  return encodeXlsx(
    [
      { name: "survey", rows: toTable(surveyColumns, surveyOf(guide)) },
      { name: "choices", rows: toTable(choiceColumns, choicesOf(guide)) },
      { name: "settings", rows: toTable(settingColumns, [settings]) },
    ],
    at,
  );
}

function surveyOf(guide: Guide): readonly SurveyRow[] {
  return [
    ...(guide.introduction.trim() === ""
      ? []
      : [{ type: "note", name: "introduction", label: guide.introduction }]),
    { type: "text", name: "candidate", label: "Candidate", required: "yes" },
    { type: "text", name: "interviewer", label: "Interviewer", required: "yes" },
    ...guide.questions.flatMap((question, at) => questionRows(guide, question, questionName(at))),
    { type: "select_one recommendation", name: "recommendation", label: "Recommendation", required: "yes" },
    { type: "text", name: "summary", label: "Reasons for the recommendation", appearance: "multiline" },
  ];
}

function questionRows(guide: Guide, question: Question, name: string): readonly SurveyRow[] {
  const title = worded(question.title, worded(question.text, name));
  return [
    { type: "begin_group", name, label: title },
    {
      type: "note",
      name: `${name}_text`,
      label: worded(question.text, title),
      hint: `${question.plannedMinutes} min`,
    },
    ...question.areas.flatMap((area, at) => areaRows(guide, question, area, `${name}_a${at + 1}`)),
    ...(question.followUps.length === 0
      ? []
      : [
          {
            type: `select_multiple ${followUpList(name)}`,
            name: `${name}_followups`,
            label: "Follow-ups asked",
          },
        ]),
    { type: "text", name: `${name}_notes`, label: "Notes", appearance: "multiline" },
    { type: "end_group" },
  ];
}

function areaRows(guide: Guide, question: Question, area: Area, name: string): readonly SurveyRow[] {
  const label = worded(area.text, name);
  const anchors = anchorsFor(guide, question, area).toSorted((a, b) => a.point - b.point);
  return [
    {
      type: "select_one rating",
      name,
      label,
      hint: anchors.map(({ point, text }) => `${point}: ${text}`).join("\n"),
    },
    { type: "text", name: `${name}_note`, label: `Note: ${label}`, appearance: "multiline" },
  ];
}

function choicesOf(guide: Guide): readonly ChoiceRow[] {
  return [
    ...guide.scale.points.map(({ value, label }) => ({
      list_name: "rating",
      name: String(value),
      label: `${value} ${label}`.trim(),
    })),
    ...notAssessedReasons.map((reason) => ({
      list_name: "rating",
      name: reason,
      label: `Not assessed: ${notAssessedWords[reason]}`,
    })),
    ...recommendations.map((one) => ({
      list_name: "recommendation",
      name: one,
      label: recommendationToWords(one),
    })),
    ...guide.questions.flatMap(({ followUps }, at) =>
      followUps.map(({ text }, place) => ({
        list_name: followUpList(questionName(at)),
        name: `f${place + 1}`,
        label: worded(text, `Follow-up ${place + 1}`),
      })),
    ),
  ];
}

/** A form in which something has no words can't be read. */
function worded(text: string, otherwise: string): string {
  return text.trim() === "" ? otherwise : text;
}

function questionName(at: number): string {
  return `q${at + 1}`;
}

function followUpList(question: string): string {
  return `${question}_followups`;
}

function toTable<Columns extends readonly string[]>(
  columns: Columns,
  rows: readonly Row<Columns>[],
): readonly (readonly string[])[] {
  return [
    columns,
    ...rows.map((row) => columns.map((column: Columns[number]) => withoutReference(row[column] ?? ""))),
  ];
}

/** `${name}` is the answer to another question, and a form in which there is no such question can't be read. */
function withoutReference(text: string): string {
  return text.replaceAll("${", "$ {");
}

/** @returns a language as the standard names one, "English (en)"; empty where the tag is none */
function languageToName(tag: string): string {
  try {
    const { language } = new Intl.Locale(tag);
    const name = new Intl.DisplayNames(["en"], { type: "language" }).of(language);
    return name === undefined || language === "und" ? "" : `${name} (${language})`;
  } catch {
    return "";
  }
}
