import type { Session } from "../session/session.ts";
import type { SeatNews } from "../team/message.ts";
import type { TeamWay } from "../team/teamWay.ts";
import { isStuck, type Delivery } from "./delivery.ts";
import type { Panel, PanelInterviewer, SettledSeats } from "./panel.ts";

/** How far somebody's part in a panel is, in its order. */
export type SeatState =
  | "toInvite"
  | "invited"
  | "opened"
  | "planned"
  | "live"
  | "toWrapUp"
  | "submitted"
  | "sent"
  | "received";

/** What one is to do next about a seat: as the lead, or in the seat itself. */
export type SeatStep =
  | "invite"
  | "remind"
  | "askForFile"
  | "planInterview"
  | "interview"
  | "wrapUp"
  | "send"
  /** The lead's own scorecard, on a device that the panel is not led from. */
  | "moveToLead"
  | "none";

/** What is known of a seat on this device, from whichever side. All times are epoch ms, null where nothing is known. */
export interface SeatFacts {
  readonly invitedAt: number | null;
  /** When its invitation was opened. */
  readonly openedAt: number | null;
  /** For when the lead planned it. */
  readonly plannedAt: number | null;
  /** The interview, as far as it is known here. */
  readonly interview: Pick<Session, "status" | "scheduledAt" | "startedAt" | "submittedAt"> | null;
  /** Of its scorecard; null before there is one. */
  readonly delivery: Delivery | null;
}

/** Whose device it is: the one that the panel is led from, the seat's own, or one that got the panel as a file. */
export type SeatSide = "lead" | "seat" | "onlooker";

/** Who looks at a seat, and when. */
export interface SeatView {
  readonly side: SeatSide;
  /** Whether it is the seat of the lead. */
  readonly isLeadSeat: boolean;
  /** Until when the scorecards are due, epoch ms; null for no date. */
  readonly dueAt: number | null;
  /** Epoch ms. */
  readonly now: number;
}

export interface SeatStatus {
  readonly state: SeatState;
  /** Since when, or for when it is planned, epoch ms; null where nobody knows. */
  readonly at: number | null;
  /** Days since it was due, each that has begun; 0 where it is not late. */
  readonly lateDays: number;
  /** Whether its interview was planned for a time that is over, and nothing came since. */
  readonly isSilent: boolean;
  /** Set where a team carries its scorecard: it goes by itself, or it should have arrived long ago. */
  readonly team?: "carries" | "stuck";
  /** What carries it there. */
  readonly teamWay?: TeamWay;
  readonly next: SeatStep;
}

/** An interview that began so long ago is over, wherever it is. */
const LONGEST_INTERVIEW_MS = 3 * 3_600_000;
const DAY_MS = 86_400_000;

/** @returns where somebody stands in a panel, and what is to be done about it */
export function seatStatus(facts: SeatFacts, view: SeatView): SeatStatus {
  const [state, at] = stateOf(facts);
  const isSettled = state === "received" || (view.side === "seat" && state === "sent");
  const lateMs = isSettled || view.dueAt === null ? 0 : Math.max(0, view.now - view.dueAt);
  const lateDays = Math.ceil(lateMs / DAY_MS);
  const isSilent = state === "planned" && at !== null && view.now > at + LONGEST_INTERVIEW_MS;
  const next = stepOf(state, view, lateDays > 0, isSilent);
  const { delivery } = facts;
  if (delivery === null || !("byTeam" in delivery)) return { state, at, lateDays, isSilent, next };
  const team = isStuck(delivery, view.now) ? "stuck" : "carries";
  return {
    state,
    at,
    lateDays,
    isSilent,
    team,
    teamWay: delivery.byTeam,
    next: team === "stuck" ? "send" : "none",
  };
}

function stateOf({
  invitedAt,
  openedAt,
  plannedAt,
  interview,
  delivery,
}: SeatFacts): readonly [SeatState, number | null] {
  if (delivery?.kind === "received") return ["received", delivery.at];
  if (delivery?.kind === "sent") return ["sent", delivery.at];
  if (interview?.status === "submitted") return ["submitted", interview.submittedAt];
  if (interview?.status === "wrapUp") return ["toWrapUp", interview.startedAt];
  if (interview?.status === "live") return ["live", interview.startedAt];
  if (interview) return ["planned", interview.scheduledAt];
  if (openedAt !== null && plannedAt === null) return ["opened", openedAt];
  if (plannedAt !== null && (openedAt !== null || invitedAt !== null)) return ["planned", plannedAt];
  return invitedAt === null ? ["toInvite", null] : ["invited", invitedAt];
}

function stepOf(state: SeatState, view: SeatView, isLate: boolean, isSilent: boolean): SeatStep {
  if (view.side === "onlooker") return "none";
  const isLed = view.side === "lead";
  const isOwn = !isLed || view.isLeadSeat;
  switch (state) {
    case "received":
      return "none";
    case "sent":
      return isLed && isLate ? "askForFile" : "none";
    case "submitted":
      if (isLed) return view.isLeadSeat ? "none" : "askForFile";
      return view.isLeadSeat ? "moveToLead" : "send";
    case "toInvite":
      return isOwn ? "planInterview" : "invite";
    case "invited":
    case "opened":
    case "planned":
    case "live":
    case "toWrapUp":
      if (!isOwn) return isSilent ? "askForFile" : isLate ? "remind" : "none";
      if (state === "live" || state === "planned") return "interview";
      return state === "toWrapUp" ? "wrapUp" : "planInterview";
  }
}

/** What of a panel's seats is on this device. */
export interface SeatsHere {
  readonly side: Exclude<SeatSide, "seat">;
  /** When each scorecard came in (epoch ms), by interviewer id. */
  readonly receivedAt: ReadonlyMap<string, number>;
  /** The interviews of this device that are of the panel. */
  readonly sessions: readonly Session[];
  /** What came of the others' interviews by a team, by interviewer id. */
  readonly newsById?: ReadonlyMap<string, SeatNews>;
}

/** @returns what is settled of the panel's seats, as far as it is known on this device */
export function settledSeats(
  { invitedAtById = {} }: Pick<Panel, "invitedAtById">,
  { receivedAt, sessions, newsById = new Map() }: Omit<SeatsHere, "side">,
): SettledSeats {
  const seatsOf = (ofSeats: readonly Session[]) => ofSeats.flatMap(({ panel }) => panel?.interviewerId ?? []);
  const submitted = sessions.filter(({ status }) => status === "submitted");
  return {
    attendedIds: new Set([...receivedAt.keys(), ...seatsOf(submitted)]),
    namedIds: new Set([
      ...Object.keys(invitedAtById),
      ...receivedAt.keys(),
      ...seatsOf(sessions),
      ...newsById.keys(),
    ]),
  };
}

/** A seat of a panel, and where it stands. */
export interface BoardSeat {
  readonly interviewer: PanelInterviewer;
  readonly isLeadSeat: boolean;
  readonly status: SeatStatus;
}

/**
 * @param now epoch ms
 * @returns where each interviewer of the panel stands, as far as it is known on this device
 */
export function boardSeats(panel: Panel, here: SeatsHere, now: number): readonly BoardSeat[] {
  return panel.interviewers.map((interviewer) => {
    const { id } = interviewer;
    const isLeadSeat = id === panel.leadId;
    const own = here.sessions.find((one) => one.panel?.interviewerId === id);
    // On the lead's device a scorecard is where it belongs.
    const ownAt = here.side === "lead" && own?.status === "submitted" ? own.submittedAt : null;
    const receivedAt = here.receivedAt.get(id) ?? ownAt;
    const facts: SeatFacts = {
      invitedAt: panel.invitedAtById?.[id] ?? null,
      openedAt: null,
      plannedAt: interviewer.scheduledAt ?? null,
      interview: own ?? here.newsById?.get(id) ?? null,
      delivery: receivedAt === null ? null : { kind: "received", at: receivedAt },
    };
    const view = { side: here.side, isLeadSeat, dueAt: panel.dueAt ?? null, now };
    return { interviewer, isLeadSeat, status: seatStatus(facts, view) };
  });
}

/** @returns those who have not handed in their scorecards, in their order */
export function openSeats(seats: readonly BoardSeat[]): readonly BoardSeat[] {
  return seats.filter(({ status }) => status.state !== "received");
}
