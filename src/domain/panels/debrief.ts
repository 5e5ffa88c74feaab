import { areaAnswer, isAsked, type Rating, type TimedNote, notAssessedWords } from "../session/answer.ts";
import { competencyName, type Area, type Guide, type Question } from "../guides/guide.ts";
import {
  attendanceOf,
  debriefBeganAt,
  type Agreed,
  type AskedCount,
  type Attendance,
  type Debrief,
  type Decision,
  type Panel,
} from "./panel.ts";
import { fullTitle } from "../guides/questionTitle.ts";
import { groupBy } from "./groupBy.ts";
import { finalOf, hideRecommendation, revisionsInOrder } from "../session/revision.ts";
import { MOST_REVISIONS } from "../text/limits.ts";
import type { Figures } from "./figures.ts";
import type { Scorecard } from "../session/scorecard.ts";
import { stoppedAt, type Recommendation } from "../session/session.ts";
import { initialsOf } from "../text/initials.ts";
import { nameToKey } from "../text/nameKey.ts";
import { questionsOf, type WholeSession } from "../session/wholeSession.ts";

/** A place at the table: an interviewer of the panel, or one who came in without being planned. */
export interface Seat {
  readonly id: string;
  /** That on the scorecard, before one is here that of the plan. Two of one name are told apart by a number. */
  readonly name: string;
  /** Of the name, with the number that tells it from another of that name: "ML2" of "Mei Li (2)". */
  readonly initials: string;
  /** The name in the plan, where the scorecard has another one; null where they are the same. */
  readonly plannedName: string | null;
  /** Whether a scorecard is here. */
  readonly isIn: boolean;
  /** Whether it was submitted after the debrief began: who wrote it may have heard the others. */
  readonly isAfterStart: boolean;
}

/** Who is in, and which questions each asked: all that is shown before the debrief starts. No score. */
export interface Coverage {
  readonly seats: readonly SeatCoverage[];
  readonly questions: readonly QuestionCoverage[];
}

export interface SeatCoverage extends Seat {
  /** Of the scorecard that is in; null for one who is not in. */
  readonly sessionId: string | null;
  /** Epoch ms; null for one who is not in. */
  readonly submittedAt: number | null;
  /** Questions asked; those to be asked for one who is not in. */
  readonly questionCount: number;
  /** Areas with a point on the scale; one that is marked not assessed is none of them. */
  readonly assessedCount: number;
  /** Areas of the questions that were asked. */
  readonly areaCount: number;
}

export interface QuestionCoverage {
  readonly questionId: string;
  /** One for each seat, in the order of the seats. */
  readonly bySeat: readonly Asking[];
}

/** How far a question was asked by one interviewer: counts where it was, or why there are none. */
export type Asking = AskedCount | "notAsked" | "awaited" | "notPlanned";

/** What one scorecard says of one area: its rating, or why there is none. Null for one that was left open. */
export type Mark = Rating | "notPlanned" | "otherVersion" | null;

const markWords: Readonly<Record<Extract<Mark, string>, string>> = {
  ...notAssessedWords,
  notPlanned: "not assigned",
  otherVersion: "other guide version",
};

/** @returns why there is no rating */
export function markToWords(mark: Exclude<Mark, number>): string {
  return mark === null ? "not rated" : markWords[mark];
}

/** What is said of a scorecard, or of its rating, that is still to come. */
export const pendingWords = "pending";

/** What is said of a scorecard that was not independent any more. */
export const afterStartWords = "Submitted after the debrief began";

export interface Cell {
  readonly seatId: string;
  /** As it was submitted. */
  readonly first: Mark;
  readonly firstNote: string;
  /** After the revisions; it is what counts. */
  readonly final: Mark;
  readonly note: string;
  /** Why it was revised, oldest first; empty where it was not. */
  readonly reasons: readonly string[];
  /** What was noted with its time while the question was asked, whatever the area. */
  readonly timedNotes: readonly TimedNote[];
}

/** How far the ratings of one area lie apart. */
export interface Spread {
  /** From the lowest to the highest, in points of the scale. */
  readonly range: number;
  /** Mean distance from the mean, in points of the scale. */
  readonly averageDeviation: number;
}

/** One area that somebody was to rate. */
export interface ComparedArea {
  /** What is agreed on is kept under this: the area's id as `idAmongAll` gives it. */
  readonly id: string;
  /** The question's, in the same way. */
  readonly questionKey: string;
  readonly guideId: string;
  readonly guide: Guide;
  readonly question: Question;
  readonly area: Area;
  /** One for each seat that is in, in the order of the seats. */
  readonly cells: readonly Cell[];
  /** Null below two ratings: one alone has no spread. */
  readonly spread: Spread | "notComputed" | null;
}

/** What one interviewer recommends. */
export interface SeatRecommendation {
  readonly seatId: string;
  readonly name: string;
  readonly first: Recommendation | null;
  readonly final: Recommendation | null;
  readonly firstSummary: string;
  readonly summary: string;
  readonly reasons: readonly string[];
  /** It came in a debrief file that was written before the recommendations were shown. */
  readonly isHidden: boolean;
  readonly isAfterStart: boolean;
}

/** Ratings this many points apart are worth talking about. */
const DISCUSS_FROM = 2;

/** What the areas are compared by: not what was agreed on, which changes with every word of a note. */
export type PanelOutline = Pick<Panel, "id" | "guideId" | "interviewers"> & {
  readonly debrief: Pick<Debrief, "startedAt" | "firstStartedAt" | "recommendationsShownAt">;
};

/** A panel with what its debrief shows of the scorecards that are in. */
export interface SeatedPanel {
  readonly panel: Panel;
  readonly seated: readonly SeatedScorecard[];
}

/** A scorecard that is in, with whose it is. */
export interface SeatedScorecard {
  readonly seat: Seat;
  readonly scorecard: Scorecard;
  /** After the revisions. */
  readonly final: WholeSession;
}

/**
 * @param attendances what may be known of the scorecards that are in, in any order
 * @returns who is in, and which questions each asked, in the order in which they come up
 */
export function coverageOf(panel: Panel, attendances: readonly Attendance[]): Coverage {
  const seated = seatAttendances(panel, attendances);
  const plannedIdsOf = ({ id }: Seat) => panel.interviewers.find((one) => one.id === id)?.questionIds ?? [];
  const seats = seated.map(({ seat, attendance }): SeatCoverage => ({
    ...seat,
    sessionId: attendance?.sessionId ?? null,
    submittedAt: attendance?.submittedAt ?? null,
    questionCount: attendance?.asked.length ?? plannedIdsOf(seat).length,
    assessedCount: sumOf(attendance?.asked.map(({ rated }) => rated) ?? []),
    areaCount: sumOf(attendance?.asked.map(({ areas }) => areas) ?? []),
  }));
  const questionIds = new Set(
    seated.flatMap(({ seat, attendance }) => [
      ...plannedIdsOf(seat),
      ...(attendance?.asked.map(({ questionId }) => questionId) ?? []),
    ]),
  );
  const questions = Array.from(questionIds, (questionId) => ({
    questionId,
    bySeat: seated.map(({ seat, attendance }): Asking => {
      const asked = attendance?.asked.find((count) => count.questionId === questionId);
      if (asked) return asked;
      if (!plannedIdsOf(seat).includes(questionId)) return "notPlanned";
      return attendance ? "notAsked" : "awaited";
    }),
  }));
  return { seats, questions };
}

/** @returns the questions that were planned and that nobody asked or is still to ask, by the names that the guide gives them */
export function neverAsked({ questions }: Coverage, guide: Guide): readonly string[] {
  return questions.flatMap(({ questionId, bySeat }) => {
    const isOpen = bySeat.some((asking) => typeof asking === "object" || asking === "awaited");
    const question = guide.questions.find(({ id }) => id === questionId);
    if (isOpen || !question) return [];
    const competency = competencyName(guide, question.competencyId);
    const title = fullTitle(question);
    return [competency === "" ? title : `${title} (${competency})`];
  });
}

interface SeatedAttendance {
  readonly seat: Seat;
  readonly attendance: Attendance | null;
}

function seatAttendances(
  panel: Pick<PanelOutline, "interviewers" | "debrief">,
  attendances: readonly Attendance[],
): readonly SeatedAttendance[] {
  const inOrder = attendances.toSorted(
    (a, b) => a.submittedAt - b.submittedAt || (a.sessionId < b.sessionId ? -1 : 1),
  );
  const planned = panel.interviewers.map(({ id, name: plannedName }) => {
    const attendance = inOrder.find(({ interviewerId }) => interviewerId === id) ?? null;
    const signed = attendance?.interviewer.trim() ?? "";
    return signed === "" || nameToKey(signed) === nameToKey(plannedName)
      ? { id, name: plannedName, plannedName: null, attendance }
      : { id, name: signed, plannedName, attendance };
  });
  // Nothing that came in is left out: a second scorecard of one interviewer has a seat of its own.
  const others = inOrder
    .filter((attendance) => !planned.some((one) => one.attendance === attendance))
    .map((attendance) => ({
      id: attendance.sessionId,
      name: attendance.interviewer,
      plannedName: null,
      attendance,
    }));
  const all = [...planned, ...others];
  const beganAt = debriefBeganAt(panel.debrief);
  return all.map(({ id, name, plannedName, attendance }, index) => {
    const isShared = all.filter((one) => one.name === name).length > 1;
    const number = isShared ? all.slice(0, index + 1).filter((one) => one.name === name).length : null;
    return {
      seat: {
        id,
        name: number === null ? name : `${name} (${number})`,
        initials: `${initialsOf(name)}${number ?? ""}`,
        plannedName,
        isIn: attendance !== null,
        isAfterStart: attendance !== null && beganAt !== null && isAfter(attendance, beganAt),
      },
      attendance,
    };
  });
}

/** What had come in by then was submitted by then, whatever the interviewer's clock said. */
function isAfter({ submittedAt, receivedAt = Infinity }: Attendance, beganAt: number): boolean {
  return Math.min(submittedAt, receivedAt) > beganAt;
}

/**
 * @returns the scorecards that are in, in the order of the seats, whatever theirs is; none before the debrief has started,
 * and without recommendations until those are shown
 */
export function seatedScorecards(
  panel: PanelOutline,
  scorecards: readonly Scorecard[],
): readonly SeatedScorecard[] {
  if (panel.debrief.startedAt === null) return [];
  const bySessionId = new Map(scorecards.map((scorecard) => [scorecard.first.session.id, scorecard]));
  const attendances = Array.from(bySessionId.values(), ({ first, receivedAt }) => ({
    ...attendanceOf(panel, first),
    ...(receivedAt !== undefined && { receivedAt }),
  }));
  return seatAttendances(panel, attendances).flatMap(({ seat, attendance }) => {
    const known = attendance && bySessionId.get(attendance.sessionId);
    if (!known) return [];
    const scorecard = shownScorecard(panel, known);
    return { seat, scorecard, final: finalOf(scorecard) };
  });
}

/** Seats the scorecards of a panel once, for all that is read from it together. */
export function seatPanel(panel: Panel, scorecards: readonly Scorecard[]): SeatedPanel {
  return { panel, seated: seatedScorecards(panel, scorecards) };
}

/** @returns the scorecard without its recommendation, until the recommendations are shown */
export function shownScorecard(
  { debrief }: { readonly debrief: Pick<Debrief, "recommendationsShownAt"> },
  scorecard: Scorecard,
): Scorecard {
  if (debrief.recommendationsShownAt !== null) return scorecard;
  const { first, revisions } = scorecard;
  const hidden = hideRecommendation({ session: first.session, revisions });
  return { ...scorecard, first: { ...first, session: hidden.session }, revisions: hidden.revisions };
}

/**
 * Every area that somebody was to rate, in the guide's order: the panel's guide version first, own questions last.
 * Ratings are compared within one guide version, own questions with nothing.
 *
 * @param seated those of the panel: none before the debrief has started
 */
export function compareAreas(
  panel: PanelOutline,
  seated: readonly SeatedScorecard[],
  figures: Figures,
): readonly ComparedArea[] {
  const awaitedIds = panel.interviewers
    .filter(({ id }) => !seated.some(({ seat }) => seat.id === id))
    .flatMap(({ questionIds }) => questionIds);
  const guides = new Map(seated.map(({ final }) => [final.session.guideId, final.guide]));
  const inOrder = [...guides].toSorted(
    ([a], [b]) => Number(b === panel.guideId) - Number(a === panel.guideId) || (a < b ? -1 : 1),
  );
  const ofGuides = inOrder.flatMap(([guideId, guide]) => {
    const isPanels = guideId === panel.guideId;
    const wanted = new Set(
      seated.flatMap(({ final: { session } }) => (session.guideId === guideId ? session.questionIds : [])),
    );
    if (isPanels) for (const id of awaitedIds) wanted.add(id);
    return guide.questions
      .filter(({ id }) => wanted.has(id))
      .flatMap((question) =>
        question.areas.map((area): ComparedArea => {
          const cells = seated.map((one) => cellOf(one, guideId, question, area.id));
          const id = idAmongAll(panel, guideId, area.id);
          const questionKey = idAmongAll(panel, guideId, question.id);
          const spread = figures === "on" ? spreadOf(guide, cells) : "notComputed";
          return { id, questionKey, guideId, guide, question, area, cells, spread };
        }),
      );
  });
  const own = seated.flatMap((owner) =>
    owner.final.session.ownQuestions
      .filter(({ id }) => owner.final.session.questionIds.includes(id))
      .flatMap((question) =>
        question.areas.map((area): ComparedArea => {
          const { session, guide } = owner.final;
          const cells = seated.map((one) =>
            one === owner ? cellOf(one, session.guideId, question, area.id) : emptyCell(one, "notPlanned"),
          );
          const id = idAmongAll(panel, session.id, area.id);
          const questionKey = idAmongAll(panel, session.id, question.id);
          const spread = figures === "on" ? null : "notComputed";
          return { id, questionKey, guideId: session.guideId, guide, question, area, cells, spread };
        }),
      ),
  );
  return [...ofGuides, ...own];
}

/**
 * Versions of a guide share the ids of their questions and areas, and own questions may have any.
 *
 * @param source the guide version that a question or an area is of, or the session that an own one is of
 * @returns its id among those of all scorecards: the panel's guide version goes without saying
 */
function idAmongAll({ guideId }: PanelOutline, source: string, id: string): string {
  return source === guideId ? id : `${source}/${id}`;
}

/** What was noted with its time on a question without areas, of which no compared area tells. */
export interface QuestionNotes {
  /** As `ComparedArea` has it. */
  readonly questionKey: string;
  readonly question: Question;
  /** Of those who noted anything, in the order of the seats. */
  readonly bySeat: readonly { readonly seat: Seat; readonly timedNotes: readonly TimedNote[] }[];
}

/**
 * @param seated those of the panel: none before the debrief has started
 * @returns the notes on questions without areas, in the order in which they come up
 */
export function notesWithoutArea(
  panel: PanelOutline,
  seated: readonly SeatedScorecard[],
): readonly QuestionNotes[] {
  const found = seated.flatMap(({ seat, final }) =>
    questionsOf(final)
      .filter(({ areas }) => areas.length === 0)
      .flatMap((question) => {
        const { session, answers } = final;
        const timedNotes = answers[question.id]?.notes ?? [];
        const isOwn = session.ownQuestions.includes(question);
        const questionKey = idAmongAll(panel, isOwn ? session.id : session.guideId, question.id);
        return timedNotes.length === 0 ? [] : { questionKey, question, bySeat: [{ seat, timedNotes }] };
      }),
  );
  return [...groupBy(found, ({ questionKey }) => questionKey)].map(([questionKey, ofQuestion]) => ({
    questionKey,
    question: ofQuestion[0].question,
    bySeat: ofQuestion.flatMap(({ bySeat }) => bySeat),
  }));
}

/**
 * @param areas all that somebody was to rate
 * @param agreedIds of those on which something was agreed
 * @returns those to go through, in the order of `widestFirst`: an area of which nobody who is in was heard is left out, unless
 *   something was agreed on it, or none would be left
 */
export function toAgenda(
  areas: readonly ComparedArea[],
  agreedIds: readonly string[],
): readonly ComparedArea[] {
  const heard = areas.filter(({ id, cells }) => cells.some(isHeard) || agreedIds.includes(id));
  return widestFirst(heard.length > 0 ? heard : areas);
}

/** @returns whether the question of the area was asked there, or something was noted on it */
function isHeard({ final, note, timedNotes }: Cell): boolean {
  const isUnasked = final === "notAsked" || final === "notPlanned" || final === "otherVersion";
  return !isUnasked || note !== "" || timedNotes.length > 0;
}

/**
 * The order of the agenda: those areas first that lie furthest apart, by range, then by average deviation, then as they were. Range
 * comes first, since it is what makes an area one to discuss and what the room reads ("3 apart"); the average deviation
 * can be less at a wider range (0.8 for 1, 3, 3, 3, 5 and 1 for 1, 1, 3, 3) and tells apart areas of one range. Where
 * no spread is computed, they stay as they were.
 */
function widestFirst(areas: readonly ComparedArea[]): readonly ComparedArea[] {
  return areas.toSorted(
    (a, b) =>
      widthOf(b, ({ range }) => range) - widthOf(a, ({ range }) => range) ||
      widthOf(b, ({ averageDeviation }) => averageDeviation) -
        widthOf(a, ({ averageDeviation }) => averageDeviation),
  );
}

/** One rating comes after several that agree, none last of all. */
function widthOf({ spread, cells }: ComparedArea, pick: (spread: Spread) => number): number {
  if (spread === "notComputed") return 0;
  if (spread) return pick(spread);
  return cells.some(isRated) ? -1 : -2;
}

function cellOf(seated: SeatedScorecard, guideId: string, question: Question, areaId: string): Cell {
  const { seat, scorecard, final } = seated;
  if (final.session.guideId !== guideId) return emptyCell(seated, "otherVersion");
  if (!final.session.questionIds.includes(question.id)) return emptyCell(seated, "notPlanned");
  return {
    seatId: seat.id,
    first: markOf(scorecard.first, question.id, areaId),
    firstNote: areaAnswer(scorecard.first.answers[question.id], areaId).note,
    final: markOf(final, question.id, areaId),
    note: areaAnswer(final.answers[question.id], areaId).note,
    reasons: reasonsOf(scorecard, ({ areas }) => Object.hasOwn(areas, areaId)),
    timedNotes: final.answers[question.id]?.notes ?? [],
  };
}

function emptyCell({ seat }: SeatedScorecard, mark: Mark): Cell {
  return { seatId: seat.id, first: mark, firstNote: "", final: mark, note: "", reasons: [], timedNotes: [] };
}

function markOf(whole: WholeSession, questionId: string, areaId: string): Mark {
  const answer = whole.answers[questionId];
  const { rating } = areaAnswer(answer, areaId);
  return rating === null && !isAsked(answer, stoppedAt(whole.session)) ? "notAsked" : rating;
}

function reasonsOf({ revisions }: Scorecard, isAbout: (revision: Scorecard["revisions"][number]) => boolean) {
  return revisionsInOrder(revisions)
    .filter(isAbout)
    .map(({ reason }) => reason);
}

function spreadOf({ scale }: Guide, cells: readonly Cell[]): Spread | null {
  // Places on the scale, so that "2 apart" means the same on a scale that skips numbers.
  const places = cells.flatMap(({ final }) =>
    typeof final === "number" ? scale.points.findIndex(({ value }) => value === final) : [],
  );
  if (places.length < 2) return null;
  const mean = sumOf(places) / places.length;
  return {
    range: Math.max(...places) - Math.min(...places),
    averageDeviation: sumOf(places.map((place) => Math.abs(place - mean))) / places.length,
  };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** @returns whether two ratings of any area can be compared: of one scorecard nobody says that all agree */
export function isComparable(areas: readonly ComparedArea[]): boolean {
  return areas.some(({ spread }) => spread !== null && spread !== "notComputed");
}

/** @returns whether the ratings lie far enough apart to be talked about: where a scale has two points, at both its ends */
export function isToDiscuss({ spread, guide }: Pick<ComparedArea, "spread" | "guide">): boolean {
  const widest = guide.scale.points.length - 1;
  return spread !== null && spread !== "notComputed" && spread.range >= Math.min(DISCUSS_FROM, widest);
}

/**
 * @returns the areas to discuss that the debrief has not gone through yet; where no spread is computed, all that somebody
 * rated are to be discussed
 */
export function areasLeft(
  areas: readonly ComparedArea[],
  { agreedByAreaId }: Debrief,
): readonly ComparedArea[] {
  return areas.filter((area) => isOnList(area) && !Object.hasOwn(agreedByAreaId, area.id));
}

function isOnList(area: ComparedArea): boolean {
  return area.spread === "notComputed" ? area.cells.some(isRated) : isToDiscuss(area);
}

function isRated({ final }: Cell): boolean {
  return typeof final === "number";
}

/** @returns what each interviewer recommends; null until the recommendations are shown, all at once */
export function recommendationsOf(
  { debrief }: Pick<PanelOutline, "debrief">,
  seated: readonly SeatedScorecard[],
): readonly SeatRecommendation[] | null {
  if (debrief.recommendationsShownAt === null) return null;
  return seated.map(({ seat, scorecard, final }) => ({
    seatId: seat.id,
    name: seat.name,
    first: scorecard.first.session.recommendation,
    final: final.session.recommendation,
    firstSummary: scorecard.first.session.summary,
    summary: final.session.summary,
    reasons: reasonsOf(scorecard, ({ recommendation, summary }) => recommendation !== null || summary !== ""),
    isHidden: scorecard.first.session.recommendationHidden === true,
    isAfterStart: seat.isAfterStart,
  }));
}

/**
 * Starts the debrief: from here on scores are shown.
 *
 * @param now epoch ms
 */
export function startDebrief(debrief: Debrief, now: number): Debrief {
  return debrief.startedAt === null ? { ...debrief, startedAt: now } : debrief;
}

/**
 * Closes a debrief that was started too soon: scores are hidden again, and what was agreed stays. Once the recommendations
 * were shown nothing changes: they can't be forgotten.
 */
export function closeDebrief(debrief: Debrief): Debrief {
  const beganAt = debriefBeganAt(debrief);
  if (beganAt === null || !canClose(debrief)) return debrief;
  return { ...debrief, startedAt: null, firstStartedAt: beganAt };
}

/** @returns whether a debrief that was started too soon can be closed again */
export function canClose({ startedAt, recommendationsShownAt }: Debrief): boolean {
  return startedAt !== null && recommendationsShownAt === null;
}

/**
 * Takes down what the panel agreed on for an area, rating or note; what is not given stays. With neither, the area
 * counts as gone through without an agreement.
 */
export function agree(debrief: Debrief, areaId: string, change: Partial<Agreed>): Debrief {
  const before = debrief.agreedByAreaId[areaId] ?? { rating: null, note: "" };
  return {
    ...debrief,
    agreedByAreaId: { ...debrief.agreedByAreaId, [areaId]: { ...before, ...change } },
  };
}

/** Takes an area back to where nobody had talked about it. */
export function takeBackAgreed(debrief: Debrief, areaId: string): Debrief {
  const { [areaId]: _taken, ...agreedByAreaId } = debrief.agreedByAreaId;
  return { ...debrief, agreedByAreaId };
}

/**
 * Weighs competencies against each other; without a written reason nothing changes.
 *
 * @param weights by competency id; null for equal weights, which need no reason
 */
export function weigh(debrief: Debrief, weights: Debrief["weights"], reason: string): Debrief {
  if (weights === null) return { ...debrief, weights: null, weightsReason: "" };
  return reason.trim() === "" ? debrief : { ...debrief, weights, weightsReason: reason.trim() };
}

/**
 * Shows the recommendations, all at once; while an area is left to discuss nothing changes.
 *
 * @param options.anyway the lead's word that the rest need not be talked about
 * @param now epoch ms
 */
export function showRecommendations(
  debrief: Debrief,
  areas: readonly ComparedArea[],
  { anyway }: { readonly anyway: boolean },
  now: number,
): Debrief {
  if (debrief.startedAt === null || debrief.recommendationsShownAt !== null) return debrief;
  if (areasLeft(areas, debrief).length > 0 && !anyway) return debrief;
  return { ...debrief, recommendationsShownAt: now };
}

/** @returns whether the panel may decide: it has seen what each of its interviewers recommends */
export function canDecide({ recommendationsShownAt }: Pick<Debrief, "recommendationsShownAt">): boolean {
  return recommendationsShownAt !== null;
}

/**
 * Takes down the decision, or another in its place, which keeps the one before. Before the recommendations were shown,
 * without a reason, or where it is the same once more, nothing changes.
 *
 * @param now epoch ms
 */
export function decide(debrief: Debrief, outcome: Decision["outcome"], reason: string, now: number): Debrief {
  if (!canDecide(debrief) || reason.trim() === "") return debrief;
  const { decision, earlierDecisions = [] } = debrief;
  if (decision?.outcome === outcome && decision.reason === reason.trim()) return debrief;
  return {
    ...debrief,
    decision: { outcome, reason: reason.trim(), decidedAt: now },
    ...(decision && { earlierDecisions: [...earlierDecisions, decision].slice(-MOST_REVISIONS) }),
  };
}
