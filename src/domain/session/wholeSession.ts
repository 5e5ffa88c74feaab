import {
  adviceFor,
  minutesFor,
  type Area,
  type FollowUp,
  type Guide,
  type Question,
} from "../guides/guide.ts";
import { isAsked, newAnswer, unratedAreas, type Answer } from "./answer.ts";
import { stoppedAt, type Recommendation, type Session, type SessionPlan } from "./session.ts";
import { elapsedMs, newTimer } from "./timer.ts";

/** A session with all that belongs to it. */
export interface WholeSession {
  readonly session: Session;
  readonly guide: Guide;
  /** By question id; a question not opened yet may be missing. */
  readonly answers: Readonly<Record<string, Answer>>;
}

/** A session and its guide, without the answers: what is asked. */
export type Asked = Pick<WholeSession, "session" | "guide">;

/** @param now epoch ms */
export function planSession(id: string, plan: SessionPlan, now: number): Session {
  return {
    ...plan,
    id,
    status: "planned",
    ownQuestions: [],
    currentQuestionId: null,
    clock: newTimer,
    recommendation: null,
    summary: "",
    sample: false,
    createdAt: now,
    updatedAt: now,
    seenAt: null,
    startedAt: null,
    endedAt: null,
    submittedAt: null,
  };
}

/** @returns the session's questions in the order they are asked; ids that point nowhere are passed over */
export function questionsOf(asked: Asked): readonly Question[] {
  return asked.session.questionIds.flatMap((id) => questionById(asked, id) ?? []);
}

/** @returns the guide's or the session's own question of that id, or undefined */
export function questionById({ session, guide }: Asked, id: string | null): Question | undefined {
  return (
    guide.questions.find((question) => question.id === id) ??
    session.ownQuestions.find((own) => own.id === id)
  );
}

/** @returns the question's follow-ups, with the guide's remote ones where the role is remote */
export function followUpsOf({ session, guide }: Asked, question: Question): readonly FollowUp[] {
  if (!session.remote) return question.followUps;
  return [...question.followUps, ...(adviceFor(guide, "remote")?.followUps ?? [])];
}

/** @returns how long the question should take: its plan for this candidate and the minutes granted in the call, in ms */
export function plannedMs({ timeMultiplier }: Session, question: Question, addedMinutes = 0): number {
  return (minutesFor(question, timeMultiplier) + addedMinutes) * 60_000;
}

/** @returns what the questions of a plan take, in minutes */
export function plannedMinutesOf(questions: readonly Question[], timeMultiplier: number): number {
  return questions.reduce((sum, question) => sum + minutesFor(question, timeMultiplier), 0);
}

/**
 * Applies a change to one answer, which is made where it is missing. It is the newer one then, also where the clock was
 * set back, or is another device's.
 *
 * @returns the session itself where nothing is changed
 */
export function changeAnswer(
  whole: WholeSession,
  questionId: string,
  change: (answer: Answer) => Answer,
  now: number,
): WholeSession {
  const before = whole.answers[questionId];
  const known = before ?? newAnswer(whole.session.id, questionId, now);
  const changed = change(known);
  return changed === known
    ? whole
    : {
        ...whole,
        answers: {
          ...whole.answers,
          [questionId]: { ...changed, updatedAt: before ? Math.max(now, before.updatedAt + 1) : now },
        },
      };
}

/** Applies a change to the session itself. It is the newer one then, also where the clock was set back. */
export function changeSession<T extends Pick<WholeSession, "session">>(
  whole: T,
  change: Partial<Session>,
  now: number,
): T {
  const updatedAt = Math.max(now, whole.session.updatedAt + 1);
  return { ...whole, session: { ...whole.session, ...change, updatedAt } };
}

/**
 * Brings a session up to what a page that went away left behind of it: of the session and of each answer what is not
 * older. A scorecard that was submitted elsewhere meanwhile stays as it was submitted.
 *
 * @returns the session itself where all that was left is older
 */
export function takeUpLeft<T extends Pick<WholeSession, "session" | "answers">>(
  whole: T,
  left: { readonly session: Session; readonly answers: readonly Answer[] },
): T {
  const { status, submittedAt, updatedAt } = whole.session;
  if (status === "submitted" && left.session.submittedAt !== submittedAt) return whole;
  const session = left.session.updatedAt >= updatedAt ? left.session : whole.session;
  const newer = left.answers.filter(
    (answer) => answer.updatedAt >= (whole.answers[answer.questionId]?.updatedAt ?? 0),
  );
  if (session === whole.session && newer.length === 0) return whole;
  const newerById = Object.fromEntries(newer.map((answer) => [answer.questionId, answer]));
  return { ...whole, session, answers: { ...whole.answers, ...newerById } };
}

/** Takes down the recommendation. */
export function recommend(whole: WholeSession, recommendation: Recommendation, now: number): WholeSession {
  return changeSession(whole, { recommendation }, now);
}

/** Takes down why the recommendation is what it is. */
export function summarise(whole: WholeSession, summary: string, now: number): WholeSession {
  return changeSession(whole, { summary }, now);
}

/** An area that wants something, with the question it belongs to. */
export interface OpenArea {
  readonly question: Question;
  readonly area: Area;
}

/** @returns the areas of asked questions that are neither rated nor marked not assessed, in order */
export function openAreas(whole: WholeSession, now: number): readonly OpenArea[] {
  return askedQuestions(whole, now).flatMap((question) =>
    unratedAreas(question, whole.answers[question.id]).map((area) => ({ question, area })),
  );
}

/** @returns the questions that were put to the candidate, in order */
export function askedQuestions(whole: WholeSession, now: number): readonly Question[] {
  return questionsOf(whole).filter((question) => isAsked(whole.answers[question.id], now));
}

/** What still stands between a session and its submission. */
export interface Missing {
  readonly unrated: readonly OpenArea[];
  readonly recommendation: boolean;
  readonly summary: boolean;
  /** No question was asked: there is nothing to recommend on, only "no decision" is left. */
  readonly everyQuestion: boolean;
}

/** @param now epoch ms */
export function missingForSubmit(whole: WholeSession, now: number): Missing {
  const { recommendation } = whole.session;
  const everyQuestion = askedQuestions(whole, now).length === 0;
  return {
    unrated: openAreas(whole, now),
    everyQuestion,
    recommendation: recommendation === null || (everyQuestion && recommendation !== "noDecision"),
    summary: whole.session.summary.trim() === "",
  };
}

/** @returns whether nothing stands between the session and its submission */
export function isComplete(missing: Missing): boolean {
  return missing.unrated.length === 0 && !missing.recommendation && !missing.summary;
}

/** Submits the session; one with something missing, or not being wrapped up, is left as it is. */
export function submitSession(whole: WholeSession, now: number): WholeSession {
  if (whole.session.status !== "wrapUp" || !isComplete(missingForSubmit(whole, stoppedAt(whole.session))))
    return whole;
  return changeSession(
    whole,
    { status: "submitted", submittedAt: Math.max(now, whole.session.endedAt ?? now) },
    now,
  );
}

/** For so long a submission can be taken back. */
export const TAKE_BACK_MS = 30_000;

/**
 * Has a session submitted in half a minute, where nothing is missing. It is wrapped up until then: a scorecard that is
 * submitted never changes, nothing of the panel is open before, and nothing can have been handed out. Whoever has it open
 * for writing when the time is over, or opens it after, submits it.
 */
export function submitSoon(whole: WholeSession, now: number): WholeSession {
  return submitSession(whole, now) === whole
    ? whole
    : changeSession(whole, { submitsAt: now + TAKE_BACK_MS }, now);
}

/** Takes back what `submitSoon` began. */
export function takeBackSubmission(whole: WholeSession, now: number): WholeSession {
  const { submitsAt, ...session } = whole.session;
  return submitsAt === undefined ? whole : changeSession({ ...whole, session }, {}, now);
}

/** @returns ms until it is submitted; also where the clock was set, it never takes longer; null where it is not going to be */
export function submitsInMs({ submitsAt }: Session, now: number): number | null {
  if (submitsAt === undefined) return null;
  return Math.max(0, TAKE_BACK_MS - Math.abs(now - (submitsAt - TAKE_BACK_MS)));
}

/** Submits at once what is to be submitted. What cannot be is taken back. */
export function lockSubmission(whole: WholeSession, now: number): WholeSession {
  const taken = takeBackSubmission(whole, now);
  return taken === whole ? whole : submitSession(taken, now);
}

/** As `lockSubmission`, where its time has come. */
export function lockWhenDue(whole: WholeSession, now: number): WholeSession {
  return submitsInMs(whole.session, now) === 0 ? lockSubmission(whole, now) : whole;
}

/** @returns ms of the slot used at `now` (epoch ms) */
export function sessionElapsedMs(session: Session, now: number): number {
  return elapsedMs(session.clock, now);
}
