import type { PersonOf } from "../candidates/nameMerges.ts";
import { areaAnswer, isPoint, type Rating } from "../session/answer.ts";
import type { Guide, Level } from "../guides/guide.ts";
import { planSegments, segmentMinutesOf, usualSegmentMinutes } from "../session/segment.ts";
import type { Session, SessionPanel, SessionPlan } from "../session/session.ts";
import { askedQuestions, plannedMinutesOf, planSession, type WholeSession } from "../session/wholeSession.ts";
import { nameToKey } from "../text/nameKey.ts";

/** The interviewers of one candidate for one role, who asks what, and what the debrief agreed. All times are epoch ms. */
export interface Panel {
  readonly id: string;
  readonly candidate: string;
  readonly role: string;
  readonly level: Level;
  readonly remote: boolean;
  /** The guide version that is asked from; scorecards of another are compared by competency only. */
  readonly guideId: string;
  readonly interviewers: readonly PanelInterviewer[];
  /** An age recipient (X25519); null for a panel that was made of plain session files. */
  readonly publicKey: string | null;
  /** The lead's own place among the interviewers; null for a lead who does not interview. */
  readonly leadId: string | null;
  /** The name of a lead who does not interview. */
  readonly leadName?: string;
  /** By when the scorecards are to be in. */
  readonly dueAt?: number;
  /** When each was last sent an invitation from here, by interviewer id. */
  readonly invitedAtById?: Readonly<Record<string, number>>;
  /** Who unlocked the others' scorecards for the lead before the lead's own was submitted, and what the lead said why. */
  readonly unlockedEarly?: readonly EarlyUnlocking[];
  readonly debrief: Debrief;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Fields from the head of the debrief file it came in that this version does not know; they go out again with it. */
  readonly fileFields?: Readonly<Record<string, unknown>>;
}

export interface PanelInterviewer {
  /** Two interviewers may have one name. */
  readonly id: string;
  readonly name: string;
  /** What this one is to ask, in order: ids of the guide's questions. */
  readonly questionIds: readonly string[];
  /** For when the lead planned the interview; it is the interviewer's to change. */
  readonly scheduledAt?: number;
}

export interface EarlyUnlocking {
  /** The seat of the lead that it was for. */
  readonly leadId: string;
  readonly interviewerId: string;
  readonly reason: string;
  readonly at: number;
}

/** How far the debrief is, and what it agreed. Agreed ratings stand beside the individual ones, never over them. */
export interface Debrief {
  /** Null until the lead starts it, and once it is closed again: nothing about scores is shown then. */
  readonly startedAt: number | null;
  /** When it was started first, where it was closed since. */
  readonly firstStartedAt?: number;
  readonly agreedByAreaId: Readonly<Record<string, Agreed>>;
  /** By competency id; null for equal weights. */
  readonly weights: Readonly<Record<string, number>> | null;
  /** Weights without a written reason do not count. */
  readonly weightsReason: string;
  /** When the recommendations were shown, all at once; null until the areas are done. */
  readonly recommendationsShownAt: number | null;
  readonly decision: Decision | null;
  /** What was decided before, the first one first. */
  readonly earlierDecisions?: readonly Decision[];
}

/** @returns when scores were shown first, epoch ms; null where they never were: what was agreed rests on what was in then */
export function debriefBeganAt({
  startedAt,
  firstStartedAt,
}: Pick<Debrief, "startedAt" | "firstStartedAt">): number | null {
  return firstStartedAt ?? startedAt;
}

export interface Agreed {
  readonly rating: Rating | null;
  readonly note: string;
}

export const decisionOutcomes = ["hire", "noHire", "undecided"] as const;

export const decisionWords: Readonly<Record<Decision["outcome"], string>> = {
  hire: "hire",
  noHire: "no hire",
  undecided: "undecided",
};

export interface Decision {
  readonly outcome: (typeof decisionOutcomes)[number];
  readonly reason: string;
  readonly decidedAt: number;
}

export const newDebrief: Debrief = {
  startedAt: null,
  agreedByAreaId: {},
  weights: null,
  weightsReason: "",
  recommendationsShownAt: null,
  decision: null,
};

/** What the lead decides when planning a panel. */
export type PanelPlan = Pick<
  Panel,
  "candidate" | "role" | "level" | "remote" | "guideId" | "interviewers" | "leadId" | "leadName" | "dueAt"
>;

/**
 * @param publicKey what the scorecards are sealed to; null where nothing is sealed
 * @param now epoch ms
 */
export function newPanel(id: string, plan: PanelPlan, publicKey: string | null, now: number): Panel {
  return { ...plan, id, publicKey, debrief: newDebrief, createdAt: now, updatedAt: now };
}

/** What is settled of the seats of a panel, by interviewer id. */
export interface SettledSeats {
  /**
   * Whose scorecards are in. With the first of whom it is, what is asked from, what answers are weighed against and whether
   * the lead interviews is settled, or a lead could read the others’ scorecards by leaving the own seat.
   */
  readonly attendedIds: ReadonlySet<string>;
  /** Which somebody has taken or was invited to: their names stay, or what one person rated would be another’s. */
  readonly namedIds: ReadonlySet<string>;
}

/** @returns the panel with another plan; what was not planned stays, and so does what is settled */
export function planAnew(panel: Panel, plan: PanelPlan, { attendedIds, namedIds }: SettledSeats): Panel {
  const { leadName: _name, dueAt: _due, ...rest } = panel;
  const { candidate, guideId, leadId, level, remote } = panel;
  const isBegun = attendedIds.size > 0;
  const beforeById = new Map(panel.interviewers.map((one) => [one.id, one]));
  const isOtherGuide = plan.guideId !== guideId;
  const interviewers = plan.interviewers.map((one): PanelInterviewer => {
    const before = beforeById.get(one.id);
    const name = (namedIds.has(one.id) ? before?.name : undefined) ?? one.name;
    // Questions of a guide that is not asked from.
    const questionIds = isBegun && isOtherGuide ? (before?.questionIds ?? []) : one.questionIds;
    return { ...one, name, questionIds };
  });
  if (!isBegun) return { ...rest, ...plan, interviewers };
  const plannedIds = new Set(plan.interviewers.map(({ id }) => id));
  const left = panel.interviewers.filter(
    ({ id }) => !plannedIds.has(id) && (id === leadId || attendedIds.has(id)),
  );
  const settled = { candidate, guideId, leadId, level, remote };
  return { ...rest, ...plan, ...settled, interviewers: [...interviewers, ...left] };
}

/** @returns those who were invited to another interview than the plan has for them now, and whose scorecards are not in */
export function invitedOtherwise(
  before: Panel,
  now: Panel,
  { attendedIds }: Pick<SettledSeats, "attendedIds">,
): readonly PanelInterviewer[] {
  const invitationIn = (panel: Panel, interviewer: PanelInterviewer) =>
    JSON.stringify(invitationOf(panel, interviewer));
  return now.interviewers.filter((interviewer) => {
    const { id } = interviewer;
    const earlier = before.interviewers.find((one) => one.id === id);
    const isInvited = before.invitedAtById?.[id] !== undefined && !attendedIds.has(id);
    return isInvited && earlier && invitationIn(before, earlier) !== invitationIn(now, interviewer);
  });
}

/** @returns the panel as it may be told of while it is shut: without what was agreed, weighed and decided on its scorecards */
export function withoutConclusions(panel: Panel): Panel {
  const { startedAt, firstStartedAt } = panel.debrief;
  const debrief = { ...newDebrief, startedAt, ...(firstStartedAt !== undefined && { firstStartedAt }) };
  return { ...panel, debrief };
}

/** @param at epoch ms; null for no time. @returns the interviewer, the interview planned for then */
export function scheduleInterviewer(
  { scheduledAt: _before, ...interviewer }: PanelInterviewer,
  at: number | null,
): PanelInterviewer {
  return at === null ? interviewer : { ...interviewer, scheduledAt: at };
}

/**
 * Puts together what was changed in a list of interviewers in two places: what was added, removed or changed in either
 * is so in both; where both changed the same, it is as it was drafted.
 *
 * @param began what both began with
 */
export function mergeInterviewers(
  began: readonly PanelInterviewer[],
  drafted: readonly PanelInterviewer[],
  stored: readonly PanelInterviewer[],
): readonly PanelInterviewer[] {
  const idsOf = (list: readonly PanelInterviewer[]) => new Set(list.map(({ id }) => id));
  const beganIds = idsOf(began);
  const storedIds = idsOf(stored);
  const both = stored.flatMap((one) => {
    const before = began.find(({ id }) => id === one.id);
    const mine = drafted.find(({ id }) => id === one.id);
    if (!mine) return before ? [] : one;
    const isSame = (name: keyof PanelInterviewer) =>
      before !== undefined && JSON.stringify(before[name]) === JSON.stringify(mine[name]);
    const { name } = isSame("name") ? one : mine;
    const { questionIds } = isSame("questionIds") ? one : mine;
    const { scheduledAt } = isSame("scheduledAt") ? one : mine;
    return scheduleInterviewer({ ...one, name, questionIds }, scheduledAt ?? null);
  });
  return [...both, ...drafted.filter(({ id }) => !beganIds.has(id) && !storedIds.has(id))];
}

/** @returns the interviewers, each without the questions that the guide does not have */
export function withQuestionsOf(
  interviewers: readonly PanelInterviewer[],
  guide: Guide,
): readonly PanelInterviewer[] {
  const known = new Set(guide.questions.map(({ id }) => id));
  return interviewers.map((one) => ({
    ...one,
    questionIds: one.questionIds.filter((id) => known.has(id)),
  }));
}

/** What the lead gives one interviewer: all that the session is planned from, but the guide. */
export interface Invitation extends SessionPanel {
  readonly candidate: string;
  readonly role: string;
  readonly level: Level;
  readonly remote: boolean;
  /** The name of the invited interviewer. */
  readonly interviewer: string;
  readonly questionIds: readonly string[];
  readonly guideId: string;
  /** Epoch ms; absent where the interviewer chooses the time. */
  readonly scheduledAt?: number;
}

/** @returns the name of who leads the panel; empty where it is not known: one who does not interview need not give it */
export function leadNameOf({
  interviewers,
  leadId,
  leadName = "",
}: Pick<Panel, "interviewers" | "leadId" | "leadName">): string {
  return interviewers.find(({ id }) => id === leadId)?.name ?? leadName;
}

/** @returns what that interviewer of the panel is invited with */
export function invitationOf(panel: Panel, interviewer: PanelInterviewer): Invitation {
  const { candidate, role, level, remote, guideId, publicKey, leadId, dueAt } = panel;
  const { id, name, questionIds, scheduledAt } = interviewer;
  const lead = leadNameOf(panel);
  return {
    panelId: panel.id,
    interviewerId: id,
    publicKey,
    candidate,
    role,
    level,
    remote,
    interviewer: name,
    questionIds,
    guideId,
    ...(lead !== "" && { lead }),
    ...(id === leadId && { isLead: true }),
    ...(dueAt !== undefined && { dueAt }),
    ...(scheduledAt !== undefined && { scheduledAt }),
  };
}

/**
 * Plans the session that an invitation asks for.
 *
 * @param when what an invitation leaves open: the time (epoch ms) and the length of the slot
 * @param now epoch ms
 */
export function planInvited(
  id: string,
  invitation: Invitation,
  when: Pick<SessionPlan, "scheduledAt" | "slotMinutes">,
  now: number,
): Session {
  const { panelId, interviewerId, publicKey, lead, isLead, dueAt, ...plan } = invitation;
  return {
    ...planSession(
      id,
      { ...plan, ...when, timeMultiplier: 1, segments: planSegments(usualSegmentMinutes) },
      now,
    ),
    panel: {
      panelId,
      interviewerId,
      publicKey,
      ...(lead !== undefined && { lead }),
      ...(isLead !== undefined && { isLead }),
      ...(dueAt !== undefined && { dueAt }),
    },
  };
}

/** @returns what an invited interviewer's questions and the usual beginning and end take, in minutes */
export function invitedMinutes(guide: Guide, questionIds: readonly string[]): number {
  const questions = questionIds.flatMap((id) => guide.questions.find((one) => one.id === id) ?? []);
  return plannedMinutesOf(questions, 1) + segmentMinutesOf(usualSegmentMinutes);
}

/** @returns those who are to ask the question */
export function askersOf(
  { interviewers }: Pick<Panel, "interviewers">,
  questionId: string,
): readonly PanelInterviewer[] {
  return interviewers.filter(({ questionIds }) => questionIds.includes(questionId));
}

/** @returns the panel with the question given to that interviewer, in the guide's order, or taken away */
export function assignQuestion<P extends Pick<Panel, "interviewers">>(
  panel: P,
  guide: Guide,
  interviewerId: string,
  questionId: string,
  isAssigned: boolean,
): P {
  return {
    ...panel,
    interviewers: panel.interviewers.map((interviewer) => {
      if (interviewer.id !== interviewerId) return interviewer;
      const asked = new Set(interviewer.questionIds);
      if (isAssigned) asked.add(questionId);
      else asked.delete(questionId);
      const questionIds = guide.questions.map(({ id }) => id).filter((id) => asked.has(id));
      return { ...interviewer, questionIds };
    }),
  };
}

/** @returns the plan with every question of the guide asked by everyone, or with none asked by anyone */
export function assignAll<P extends Pick<Panel, "interviewers">>(
  panel: P,
  guide: Guide,
  isAssigned: boolean,
): P {
  const questionIds = isAssigned ? guide.questions.map(({ id }) => id) : [];
  return { ...panel, interviewers: panel.interviewers.map((one) => ({ ...one, questionIds })) };
}

/** Which seat of which panel somebody rates from, as far as it is known, and under what name. */
export interface SessionRater {
  readonly sessionId: string;
  readonly panelId: string | null;
  readonly interviewerId: string | null;
  readonly interviewer: string;
}

/** @returns who rates in a session */
export function raterOf({ id, panel, interviewer }: Session): SessionRater {
  return {
    sessionId: id,
    panelId: panel?.panelId ?? null,
    interviewerId: panel?.interviewerId ?? null,
    interviewer,
  };
}

/**
 * @returns whether both are one person, as far as it can be told: by their seats where both have one in the same panel,
 * else by their names
 */
export function isSameRater(a: SessionRater, b: SessionRater): boolean {
  if (a.sessionId === b.sessionId) return true;
  if (a.panelId !== null && a.panelId === b.panelId) return a.interviewerId === b.interviewerId;
  const name = nameToKey(a.interviewer);
  return name !== "" && name === nameToKey(b.interviewer);
}

/** @returns the place of a session among the panel's interviewers; one that was planned without an invitation has its own */
export function interviewerIdOf(panel: Pick<Panel, "id">, session: Session): string {
  return isOfPanel(panel, session) && session.panel ? session.panel.interviewerId : session.id;
}

/** What may be known of a scorecard before the debrief: who asked what, and how much of it was assessed. No score, no note. */
export interface Attendance {
  readonly sessionId: string;
  readonly interviewerId: string;
  readonly interviewer: string;
  /** Epoch ms, by the clock of the interviewer's device. */
  readonly submittedAt: number;
  /** Epoch ms, when it came in on the device that leads the panel, by the clock of that one; absent elsewhere. */
  readonly receivedAt?: number;
  readonly asked: readonly AskedCount[];
}

export interface AskedCount {
  readonly questionId: string;
  /** Areas with a point on the scale. */
  readonly rated: number;
  readonly areas: number;
}

/** @returns what may be known of a submitted session of the panel */
export function attendanceOf(panel: Pick<Panel, "id">, whole: WholeSession): Omit<Attendance, "receivedAt"> {
  const { id, interviewer, submittedAt, updatedAt } = whole.session;
  const at = submittedAt ?? updatedAt;
  return {
    sessionId: id,
    interviewerId: interviewerIdOf(panel, whole.session),
    interviewer,
    submittedAt: at,
    asked: askedQuestions(whole, at).map((question) => ({
      questionId: question.id,
      rated: question.areas.filter((area) => isPoint(areaAnswer(whole.answers[question.id], area.id).rating))
        .length,
      areas: question.areas.length,
    })),
  };
}

/** What keeps the scorecards of a panel shut on a machine. */
export type ShutReason =
  /** A session with the candidate is not submitted yet. */
  | { readonly kind: "openSession"; readonly session: Session }
  /** The lead interviews too, and has not submitted. */
  | { readonly kind: "leadNotIn"; readonly lead: PanelInterviewer };

/**
 * Independent ratings first: whoever has still to submit a scorecard on the candidate may not read the others'.
 *
 * @param here the sessions of this device that are of the panel or not submitted yet
 * @param isLeadIn whether the panel holds the lead's scorecard, from wherever
 * @returns what keeps the panel shut here; null where it may be opened
 */
export function shutReasonOf(
  panel: Panel,
  here: readonly Session[],
  isLeadIn: boolean,
  personOf: PersonOf,
): ShutReason | null {
  const isEarly = isUnlockedEarly(panel);
  const isLeads = (one: Session) => isOfPanel(panel, one) && one.panel?.interviewerId === panel.leadId;
  const session = here.find((one) => keepsShut(one, panel, personOf) && !(isEarly && isLeads(one)));
  if (session) return { kind: "openSession", session };
  const lead = panel.interviewers.find(({ id }) => id === panel.leadId);
  if (!lead || isLeadIn || isEarly) return null;
  const isSubmitted = here.some((one) => one.status === "submitted" && isLeads(one));
  return isSubmitted ? null : { kind: "leadNotIn", lead };
}

/** @returns whether another seat unlocked the others' scorecards though the lead's own was not submitted */
function isUnlockedEarly({ unlockedEarly = [], leadId }: Panel): boolean {
  return unlockedEarly.some((one) => one.leadId === leadId);
}

/** @returns whether a scorecard is still to be submitted with that session on the candidate of the panel */
export function isToSubmit(
  session: Session,
  panel: Pick<Panel, "id" | "candidate">,
  personOf: PersonOf,
): boolean {
  if (session.status === "submitted") return false;
  return isOfPanel(panel, session) || isOfCandidate(panel, session, personOf);
}

/**
 * An interview that was planned after the panel was first decided, for a later round or with a namesake, shuts nothing: what
 * is here of that debrief could be read before it was planned. What comes in is still asked of by `isToSubmit`, and of an
 * interview by itself `shuttingSession`: of those nobody has decided anything.
 *
 * @returns whether that session keeps the panel shut on the device that has both
 */
export function keepsShut(
  session: Session,
  panel: Pick<Panel, "id" | "candidate" | "debrief">,
  personOf: PersonOf,
): boolean {
  if (!isToSubmit(session, panel, personOf)) return false;
  const { decision, earlierDecisions = [] } = panel.debrief;
  const [first = decision] = earlierDecisions;
  return !first || session.createdAt <= first.decidedAt || isOfPanel(panel, session);
}

function isOfPanel(panel: Pick<Panel, "id">, session: Session): boolean {
  return session.panel?.panelId === panel.id;
}

function isOfCandidate(
  { candidate }: Pick<Panel, "candidate">,
  session: Session,
  personOf: PersonOf,
): boolean {
  return !session.sample && personOf(session.candidate) === personOf(candidate);
}

/** @returns whether it is the panel that comes with the app to try it out */
export function isSamplePanel({ id }: Pick<Panel, "id">): boolean {
  return id === "sample-panel";
}
