import * as v from "valibot";
import { MOST_KEPT } from "../../domain/text/limits.ts";
import type { Recommendation } from "../../domain/session/session.ts";
import { pointToStep } from "../../domain/guides/scaleSteps.ts";
import { askedOf, type ReportedArea, type ScorecardReport } from "../../domain/session/scorecardReport.ts";
import { listSchema, nameSchema } from "../files/decoding.ts";
import { noteSections, sectionsToText } from "./reportSections.ts";

const pathText = v.pipe(nameSchema, v.trim());

/** Which field of a customer's feedback form takes what; without a path a part is left out. */
export const ashbyMappingSchema = v.object({
  recommendationPath: pathText,
  summaryPath: pathText,
  notesPath: pathText,
  /** For an area without a path of its own; `{area}` stands for its id. */
  areaPath: pathText,
  /** Areas with a path of their own, each by its words. */
  areas: listSchema(v.object({ area: pathText, path: pathText }), MOST_KEPT, "areas"),
});

export type AshbyMapping = Readonly<v.InferOutput<typeof ashbyMappingSchema>>;

/** What stands until somebody writes down the paths of their own form. */
export const defaultAshbyMapping: AshbyMapping = {
  recommendationPath: "overall_recommendation",
  summaryPath: "feedback",
  notesPath: "notes",
  areaPath: "area.{area}",
  areas: [],
};

/** @returns a mapping that was kept before; the default where it can't be read */
export function toAshbyMapping(value: unknown): AshbyMapping {
  const read = v.safeParse(ashbyMappingSchema, value);
  return read.success ? read.output : defaultAshbyMapping;
}

/** @returns what is wrong with a mapping: two parts would go into one field; empty where nothing is */
export function ashbyMappingProblems(mapping: AshbyMapping): readonly string[] {
  const { recommendationPath, summaryPath, notesPath, areaPath, areas } = mapping;
  const paths = [recommendationPath, summaryPath, notesPath, ...areas.map(({ path }) => path)].filter(
    (path) => path !== "",
  );
  const doubled = new Set(paths.filter((path, at) => paths.indexOf(path) < at));
  return [
    ...Array.from(doubled, (path) => `The path “${path}” is used twice. Each field needs its own path.`),
    ...(areaPath === "" || areaPath.includes("{area}")
      ? []
      : ["The path of the other areas needs {area} in it. Otherwise they would all go into one field."]),
  ];
}

/** @returns the path of an area's field; empty where it is left out */
export function ashbyAreaPath({ areaPath, areas }: AshbyMapping, { area }: ReportedArea): string {
  const words = wordsToKey(area.text);
  const own = areas.find((one) => wordsToKey(one.area) === words);
  return own ? own.path : areaPath.replaceAll("{area}", () => area.id);
}

function wordsToKey(words: string): string {
  return words.normalize("NFKC").trim().replaceAll(/\s+/gu, " ").toLocaleLowerCase("en");
}

/** How many scores Ashby has, from 1 on. */
export const ASHBY_SCORES = 4;

const scoreByRecommendation: Readonly<Record<Recommendation, number | null>> = {
  strongNo: 1,
  no: 2,
  yes: 3,
  strongYes: 4,
  noDecision: null,
};

/**
 * Writes a scorecard in the shape of Ashby's feedback submission. Scores are 1 to 4; what is not assessed, or not rated
 * yet, is left out, and so is "no decision". The script that sends it adds whose application it is.
 */
export function encodeAshbyFile(report: ScorecardReport, mapping: AshbyMapping): string {
  const { session, guide } = report.final;
  const asked = askedOf(report);
  const recommended = session.recommendation ? scoreByRecommendation[session.recommendation] : null;
  const notes = sectionsToText(noteSections(report));
  const fieldSubmissions = [
    ...(recommended === null ? [] : [{ path: mapping.recommendationPath, value: scored(recommended, "") }]),
    ...(session.summary === "" ? [] : [{ path: mapping.summaryPath, value: plainText(session.summary) }]),
    ...asked.flatMap(({ areas }) =>
      areas.flatMap((one) => {
        const step =
          typeof one.rating === "number" ? pointToStep(guide.scale, one.rating, ASHBY_SCORES) : null;
        return step === null
          ? []
          : [{ path: ashbyAreaPath(mapping, one), value: scored(step + 1, one.note) }];
      }),
    ),
    ...(notes === "" ? [] : [{ path: mapping.notesPath, value: plainText(notes) }]),
  ].filter(({ path }) => path !== "");
  return `${JSON.stringify({ feedbackForm: { fieldSubmissions } }, null, 2)}\n`;
}

function plainText(value: string) {
  return { type: "PlainText", value };
}

function scored(score: number, comment: string) {
  return comment === "" ? { score } : { score, comments: plainText(comment) };
}
