import { agendaOf, clockOf, elapsedMsOf, plannedMsOf, type SegmentId } from "./agenda.ts";
import { areaAnswer, isAsked, isNoteWritten, type Rating, type TimedNote } from "./answer.ts";
import { competencyName, type Area, type FollowUp, type Question } from "../guides/guide.ts";
import { finalOf, mergeRevisions } from "./revision.ts";
import { segmentWords } from "./segment.ts";
import { competencyResults, type CompetencyResult, type Revision, type Scorecard } from "./scorecard.ts";
import { interviewedAt, stoppedAt } from "./session.ts";
import { plannedMs, questionsOf, sessionElapsedMs, type Asked, type WholeSession } from "./wholeSession.ts";
import { elapsedMs, type ClockGap } from "./timer.ts";

/** All that a scorecard says, laid out question by question and area by area: every export is written from it. */
export interface ScorecardReport {
  /** As it was submitted; as it is where it was not. */
  readonly first: WholeSession;
  /** With its revisions. */
  readonly final: WholeSession;
  readonly isSubmitted: boolean;
  /** When the interview began, or is planned to. Epoch ms. */
  readonly interviewedAt: number;
  /** What the call took. */
  readonly elapsedMs: number;
  /** Those that were planned, in their order. */
  readonly segments: readonly ReportedSegment[];
  readonly questions: readonly ReportedQuestion[];
  /** Of the questions that were asked. */
  readonly competencies: readonly CompetencyResult[];
  /** By time. */
  readonly revisions: readonly ReportedRevision[];
}

/** A part of the call that is no question. */
export interface ReportedSegment {
  readonly id: SegmentId;
  readonly title: string;
  readonly elapsedMs: number;
  readonly plannedMs: number;
  readonly gaps: readonly ClockGap[];
}

export interface ReportedQuestion {
  readonly question: Question;
  /** Empty where the question names none. */
  readonly competency: string;
  readonly isAsked: boolean;
  readonly elapsedMs: number;
  /** With the minutes that were granted in the call. */
  readonly plannedMs: number;
  readonly areas: readonly ReportedArea[];
  readonly followUpsAsked: readonly ReportedFollowUp[];
  readonly notes: readonly TimedNote[];
}

export interface ReportedFollowUp {
  readonly id: string;
  readonly text: string;
  /** Ms on the question's timer. */
  readonly atMs: number;
}

export interface ReportedArea {
  readonly area: Area;
  readonly isCovered: boolean;
  /** As it was submitted. */
  readonly first: Rating | null;
  readonly firstNote: string;
  /** After the revisions; it is what counts. */
  readonly rating: Rating | null;
  readonly note: string;
  /** Why it was revised, by time. */
  readonly reasons: readonly string[];
}

export interface ReportedRevision extends Pick<
  Revision,
  "id" | "at" | "reason" | "recommendation" | "summary"
> {
  /** Those that it changes, each as it is then. */
  readonly areas: readonly {
    readonly id: string;
    readonly text: string;
    readonly rating: Rating;
    readonly note: string;
  }[];
}

/** Lays a scorecard out for reading elsewhere. A session that is still planned or live can be laid out as well. */
export function scorecardToReport(scorecard: Scorecard): ScorecardReport {
  const { first } = scorecard;
  const { session } = first;
  const final = finalOf(scorecard);
  const revisions = mergeRevisions(scorecard.revisions, []);
  const endedAt = stoppedAt(session);
  const questions = questionsOf(final).map((question) =>
    reportQuestion(first, final, question, revisions, endedAt),
  );
  return {
    first,
    final,
    isSubmitted: session.status === "submitted",
    interviewedAt: interviewedAt(session),
    elapsedMs: sessionElapsedMs(session, endedAt),
    segments: agendaOf(final).flatMap((item) =>
      item.kind === "segment"
        ? {
            id: item.id,
            title: segmentWords[item.id],
            elapsedMs: elapsedMsOf(final, item, endedAt),
            plannedMs: plannedMsOf(final, item),
            gaps: clockOf(final, item).gaps,
          }
        : [],
    ),
    questions,
    competencies: competencyResults(
      final,
      askedOf({ questions }).map(({ question }) => question),
    ),
    revisions: revisions.map((revision) => reportRevision(final, revision)),
  };
}

function reportQuestion(
  first: WholeSession,
  final: WholeSession,
  question: Question,
  revisions: readonly Revision[],
  endedAt: number,
): ReportedQuestion {
  const answer = final.answers[question.id];
  return {
    question,
    competency: competencyName(final.guide, question.competencyId),
    isAsked: isAsked(answer, endedAt),
    elapsedMs: answer ? elapsedMs(answer.timer, endedAt) : 0,
    plannedMs: plannedMs(final.session, question, answer?.addedMinutes),
    areas: question.areas.map((area) => {
      const before = areaAnswer(first.answers[question.id], area.id);
      const after = areaAnswer(answer, area.id);
      return {
        area,
        isCovered: after.covered,
        first: before.rating,
        firstNote: before.note,
        rating: after.rating,
        note: after.note,
        reasons: revisions.filter(({ areas }) => Object.hasOwn(areas, area.id)).map(({ reason }) => reason),
      };
    }),
    followUpsAsked: (answer?.followUpsAsked ?? []).map(({ followUpId, atMs }) => ({
      id: followUpId,
      text: followUpText(final, question, followUpId),
      atMs,
    })),
    notes: (answer?.notes ?? []).filter(isNoteWritten),
  };
}

function reportRevision(
  { session, guide }: WholeSession,
  { id, at, reason, recommendation, summary, areas }: Revision,
): ReportedRevision {
  const all = [...guide.questions, ...session.ownQuestions].flatMap((question) => question.areas);
  return {
    id,
    at,
    reason,
    recommendation,
    summary,
    areas: Object.entries(areas).map(([areaId, { rating, note }]) => ({
      id: areaId,
      text: all.find((area) => area.id === areaId)?.text ?? areaId,
      rating,
      note,
    })),
  };
}

/** @returns the words of a follow-up that was asked with that question; its id where the guide has none of it */
function followUpText({ guide }: WholeSession, question: Question, followUpId: string): string {
  const all: readonly FollowUp[] = [
    ...question.followUps,
    ...guide.advice.flatMap((advice) => advice.followUps),
  ];
  return all.find(({ id }) => id === followUpId)?.text ?? followUpId;
}

/** @returns the questions of a report that were put to the candidate, in order */
export function askedOf({ questions }: Pick<ScorecardReport, "questions">): readonly ReportedQuestion[] {
  return questions.filter((one) => one.isAsked);
}

/**
 * @returns the names of the competencies that the session's questions are about, in the guide's order, and last an empty
 * one where a question names none: those that a report may have a result of
 */
export function competencyNamesOf(asked: Asked): readonly string[] {
  const questions = questionsOf(asked);
  return [...asked.guide.competencies, { id: "", name: "" }]
    .filter(({ id }) => questions.some(({ competencyId }) => competencyId === id))
    .map(({ name }) => name);
}
