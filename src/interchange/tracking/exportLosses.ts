import { isPoint } from "../../domain/session/answer.ts";
import type { Scale } from "../../domain/guides/guide.ts";
import { quantityToText } from "../../domain/text/quantityText.ts";
import { pointToStep } from "../../domain/guides/scaleSteps.ts";
import { askedOf, type ScorecardReport } from "../../domain/session/scorecardReport.ts";
import { ASHBY_SCORES, ashbyAreaPath, type AshbyMapping } from "./ashbyFile.ts";
import { greenhouseRatings } from "./greenhouseFile.ts";
import { LEVER_SCORES } from "./leverFile.ts";

/** The forms for scripts that work with an applicant tracking system. Each has less room than a scorecard. */
export type TrackingForm = "greenhouse" | "lever" | "ashby" | "workable";

/** The forms of which it is said what they have no place for. */
export type LossyForm = TrackingForm | "csvAreas";

/** Those in which an area has a score of its own. */
type ScoredForm = Exclude<TrackingForm, "workable">;

/** What is lost on the way, counted; scorecards can be counted one after another. */
export interface Losses {
  readonly scorecards: number;
  readonly notSubmitted: number;
  /** Those with a recommendation or a summary. */
  readonly concluded: number;
  readonly notAssessed: number;
  readonly unrated: number;
  /** On areas without a point. */
  readonly notesWithoutPoint: number;
  readonly noDecision: number;
  /** Recommendations of either "no". */
  readonly against: number;
  readonly revisions: number;
  readonly timedNotes: number;
  readonly followUps: number;
  readonly timers: number;
  /** Of parts of the call that are no questions. */
  readonly segmentTimers: number;
  readonly ticks: number;
  /** Areas of questions with a competency. */
  readonly competencies: number;
  readonly notAsked: number;
  readonly withoutPath: number;
  /** Interviews whose planned times were multiplied. */
  readonly extraTimes: number;
  /** Of each scale that is not one to one: its name, and how many ratings each of its points has. */
  readonly byScale: ReadonlyMap<
    string,
    { readonly scale: Scale; readonly counts: ReadonlyMap<number, number> }
  >;
}

export const noLosses: Losses = {
  scorecards: 0,
  notSubmitted: 0,
  concluded: 0,
  notAssessed: 0,
  unrated: 0,
  notesWithoutPoint: 0,
  noDecision: 0,
  against: 0,
  revisions: 0,
  timedNotes: 0,
  followUps: 0,
  timers: 0,
  segmentTimers: 0,
  ticks: 0,
  competencies: 0,
  notAsked: 0,
  withoutPath: 0,
  extraTimes: 0,
  byScale: new Map(),
};

/**
 * Counts what one more scorecard loses.
 *
 * @param before what those before it lose; `noLosses` for the first
 * @param mapping where Ashby's fields are
 */
export function addLosses(before: Losses, report: ScorecardReport, mapping: AshbyMapping): Losses {
  const asked = askedOf(report);
  const areas = asked.flatMap((one) => one.areas);
  const { scale } = report.final.guide;
  const { recommendation, summary } = report.final.session;
  const points = areas.flatMap(({ rating }) => (isPoint(rating) ? [rating] : []));
  return {
    scorecards: before.scorecards + 1,
    notSubmitted: before.notSubmitted + (report.isSubmitted ? 0 : 1),
    concluded: before.concluded + (recommendation !== null || summary !== "" ? 1 : 0),
    notAssessed: before.notAssessed + count(areas, ({ rating }) => rating !== null && !isPoint(rating)),
    unrated: before.unrated + count(areas, ({ rating }) => rating === null),
    notesWithoutPoint:
      before.notesWithoutPoint + count(areas, ({ rating, note }) => !isPoint(rating) && note !== ""),
    noDecision: before.noDecision + (recommendation === "noDecision" ? 1 : 0),
    against: before.against + (["strongNo", "no"].includes(recommendation ?? "") ? 1 : 0),
    revisions: before.revisions + report.revisions.length,
    timedNotes: before.timedNotes + asked.reduce((sum, { notes }) => sum + notes.length, 0),
    followUps: before.followUps + asked.reduce((sum, { followUpsAsked }) => sum + followUpsAsked.length, 0),
    timers: before.timers + count(asked, ({ elapsedMs }) => elapsedMs > 0),
    segmentTimers: before.segmentTimers + count(report.segments, ({ elapsedMs }) => elapsedMs > 0),
    ticks: before.ticks + count(areas, ({ isCovered }) => isCovered),
    competencies:
      before.competencies +
      asked.reduce((sum, one) => sum + (one.competency === "" ? 0 : one.areas.length), 0),
    notAsked: before.notAsked + (report.questions.length - asked.length),
    withoutPath:
      before.withoutPath + count(areas, (one) => isPoint(one.rating) && ashbyAreaPath(mapping, one) === ""),
    extraTimes: before.extraTimes + (report.final.session.timeMultiplier === 1 ? 0 : 1),
    byScale: addPoints(before.byScale, scale, points),
  };
}

function count<T>(entries: readonly T[], isCounted: (entry: T) => boolean): number {
  return entries.filter(isCounted).length;
}

function addPoints(before: Losses["byScale"], scale: Scale, points: readonly number[]): Losses["byScale"] {
  const key = JSON.stringify(scale.points.map(({ value, label }) => [value, label]));
  const counts = new Map(before.get(key)?.counts);
  for (const point of points) counts.set(point, (counts.get(point) ?? 0) + 1);
  return new Map(before).set(key, { scale, counts });
}

const stepWords: Readonly<Record<ScoredForm, readonly string[]>> = {
  greenhouse: greenhouseRatings,
  lever: Array.from({ length: LEVER_SCORES }, (_, step) => String(step + 1)),
  ashby: Array.from({ length: ASHBY_SCORES }, (_, step) => String(step + 1)),
};

const becomes: Readonly<Record<ScoredForm, string>> = {
  greenhouse: "exported as “no_decision”",
  lever: "exported with a score of null",
  ashby: "not included",
};

/** @returns what was counted, in sentences; those first that change what is said */
export function lossesToSentences(form: LossyForm, losses: Losses): readonly string[] {
  const { notesWithoutPoint, noDecision, timedNotes } = losses;
  if (form === "csvAreas") return areaTableSentences(losses);
  return [
    ...(form === "workable" ? commentSentences(losses) : scoreSentences(form, losses)),
    ...(form === "ashby"
      ? say(
          notesWithoutPoint,
          `${quantityToText(notesWithoutPoint, "note")} on those areas: not included either.`,
        )
      : []),
    ...(form === "greenhouse"
      ? []
      : say(
          noDecision,
          `“No decision” in ${quantityToText(noDecision, "scorecard")}: ${noDecisionWords[form]}.`,
        )),
    ...(form === "ashby"
      ? say(
          losses.withoutPath,
          `${quantityToText(losses.withoutPath, "rated area")} without a path in the field mapping: not included.`,
        )
      : []),
    ...say(
      losses.revisions,
      `${quantityToText(losses.revisions, "revision")}: the file contains the final version. The first version and the reasons are not supported.`,
    ),
    ...say(
      timedNotes,
      `${quantityToText(timedNotes, "timed note")}: kept as ${noteWords[form]}; when each was taken is not supported.`,
    ),
    ...followUpSentences(losses),
    ...say(losses.timers, `The time spent on ${quantityToText(losses.timers, "question")}: not supported.`),
    ...segmentSentences(losses),
    ...say(
      losses.ticks,
      `${quantityToText(losses.ticks, "area")} ticked as covered: the tick is not supported.`,
    ),
    ...(form === "greenhouse"
      ? say(
          losses.competencies,
          `The competency of ${quantityToText(losses.competencies, "area")}: not supported, because Greenhouse uses an id for it.`,
        )
      : []),
    ...say(
      losses.notAsked,
      `${quantityToText(losses.notAsked, "planned question")} not asked: not included.`,
    ),
    ...say(
      losses.notSubmitted,
      `${quantityToText(losses.notSubmitted, "interview")} not submitted yet: ${unsubmitted[form]}.`,
    ),
    ...say(losses.scorecards, whose[form]),
  ];
}

function followUpSentences({ followUps }: Losses): readonly string[] {
  return say(followUps, `${quantityToText(followUps, "follow-up")} asked: not supported.`);
}

function segmentSentences({ segmentTimers }: Losses): readonly string[] {
  return say(
    segmentTimers,
    `The time spent on the introduction and the candidate’s questions (${quantityToText(segmentTimers, "part")} of the call): not supported.`,
  );
}

/** Where a row is an area, what is of a whole question or interview has no column. */
function areaTableSentences(losses: Losses): readonly string[] {
  const { timedNotes, extraTimes, concluded } = losses;
  return [
    ...say(timedNotes, `${quantityToText(timedNotes, "timed note")}: not supported.`),
    ...followUpSentences(losses),
    ...segmentSentences(losses),
    ...say(extraTimes, `The extra time of ${quantityToText(extraTimes, "interview")}: not supported.`),
    ...say(
      concluded,
      `The recommendation and summary of ${quantityToText(concluded, "interview")}: not included. They are in “CSV (one row per interview)”.`,
    ),
  ];
}

function scoreSentences(form: ScoredForm, { byScale, notAssessed, unrated }: Losses): readonly string[] {
  return [
    ...Array.from(byScale.values()).flatMap(({ scale, counts }) => scaleSentences(form, scale, counts)),
    ...say(
      notAssessed,
      `${quantityToText(notAssessed, "area")} not assessed: ${becomes[form]}. The reason (not asked or not enough signal) is not supported.`,
    ),
    ...say(unrated, `${quantityToText(unrated, "area")} not rated yet: ${becomes[form]}.`),
  ];
}

/** Where one score is all there is, and the rest is written into its comment. */
function commentSentences({ byScale, notAssessed, unrated, against }: Losses): readonly string[] {
  const points = Array.from(byScale.values(), ({ counts }) => [...counts.values()]).flat();
  const ratings = points.reduce((sum, number) => sum + number, 0) + notAssessed;
  return [
    ...say(
      ratings,
      `The ratings of ${quantityToText(ratings, "area")}: words in the comment, with no score.`,
    ),
    ...say(unrated, `${quantityToText(unrated, "area")} not rated yet: not included.`),
    ...say(against, `“Strong no” and “no” both become negative (${quantityToText(against, "scorecard")}).`),
  ];
}

function say(number: number, sentence: string): readonly string[] {
  return number === 0 ? [] : [sentence];
}

const noDecisionWords: Readonly<Record<Exclude<TrackingForm, "greenhouse">, string>> = {
  lever: "exported with a value of null",
  ashby: "not included",
  workable: "exported with a score of null",
};

const unsubmitted: Readonly<Record<TrackingForm, string>> = {
  greenhouse: "a draft",
  lever: "without a submission time",
  ashby: "the format can’t show this",
  workable: "the format can’t show this",
};

const whose: Readonly<Record<TrackingForm, string>> = {
  greenhouse:
    "The names of candidate and interviewer, the role and the guide: not supported. Greenhouse has ids for them: application_id, interview_kit_id, interviewer_id, submitter_id, job_id and candidate_attribute_type_id are null until a script fills them in.",
  lever: "The name of the candidate and the role: not supported. The script that posts the file adds them.",
  workable:
    "The names of candidate and interviewer, the role and the time of the interview: not supported. member_id is null until the script that posts the file fills it in.",
  ashby:
    "The names of candidate and interviewer, the role and the time of the interview: not supported. The script that posts the file adds them.",
};

const noteWords: Readonly<Record<TrackingForm, string>> = {
  greenhouse: "the answers to their questions",
  lever: "one text field per question",
  ashby: "one text",
  workable: "part of the comment",
};

function scaleSentences(
  form: ScoredForm,
  scale: Scale,
  counts: ReadonlyMap<number, number>,
): readonly string[] {
  const words = stepWords[form];
  const { points } = scale;
  if (counts.size === 0 || points.length === words.length) return [];
  const steps = points.map(({ value }) => pointToStep(scale, value, words.length) ?? 0);
  const together = words.flatMap((word, step) => {
    const here = points.filter((_, place) => steps[place] === step);
    if (here.length < 2) return [];
    const ratings = here.reduce((sum, { value }) => sum + (counts.get(value) ?? 0), 0);
    const names = here.map(({ value, label }) => `${value} ${label}`.trim());
    const all = here.length > 2 ? "all" : "both";
    return [
      `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""} ${all} become ${word} (${quantityToText(ratings, "rating")})`,
    ];
  });
  const list = points.map(({ value }, place) => `${value} → ${words[steps[place] ?? 0] ?? ""}`).join(", ");
  return [
    `${quantityToText(points.length, "point")} to ${words.length}: ${together.length === 0 ? "all stay separate" : together.join("; ")}. ${list}.`,
  ];
}
