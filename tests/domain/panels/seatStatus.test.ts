import { describe, expect, test } from "vitest";
import { planAnew, scheduleInterviewer, type Panel } from "../../../src/domain/panels/panel.ts";
import {
  boardSeats,
  openSeats,
  seatStatus,
  type SeatFacts,
  type SeatsHere,
  type SeatView,
} from "../../../src/domain/panels/seatStatus.ts";
import type { Session } from "../../../src/domain/session/session.ts";
import { HOUR, liveInterview, plannedInterview, START, submittedInterview } from "../../smallInterview.ts";
import { smallPanel } from "../../smallPanel.ts";

const DAY = 24 * HOUR;
const nothing: SeatFacts = {
  invitedAt: null,
  openedAt: null,
  plannedAt: null,
  interview: null,
  delivery: null,
};
const lead: SeatView = { side: "lead", isLeadSeat: false, dueAt: null, now: START };
const seat: SeatView = { ...lead, side: "seat" };
const submitted = submittedInterview().session;

describe("the lead sees of each interviewer", () => {
  test.each<[string, Partial<SeatFacts>, object]>([
    ["nothing went out: invite", {}, { state: "toInvite", at: null, next: "invite" }],
    ["invited: wait", { invitedAt: START }, { state: "invited", at: START, next: "none" }],
    ["the invitation was opened", { invitedAt: 1, openedAt: 2 }, { state: "opened", at: 2, next: "none" }],
    [
      "invited for a time",
      { invitedAt: START, plannedAt: START + HOUR },
      { state: "planned", at: START + HOUR, isSilent: false, next: "none" },
    ],
    [
      "a time without an invitation is no plan yet",
      { plannedAt: START },
      { state: "toInvite", next: "invite" },
    ],
    ["live", { interview: liveInterview("s").session }, { state: "live", next: "none" }],
    [
      "submitted, and not here: ask for the file",
      { interview: submitted },
      { state: "submitted", next: "askForFile" },
    ],
    ["on its way", { delivery: { kind: "sent", at: START } }, { state: "sent", at: START, next: "none" }],
    ["here", { delivery: { kind: "received", at: START } }, { state: "received", at: START, next: "none" }],
  ])("%s", (_what, facts, expected) => {
    expect(seatStatus({ ...nothing, ...facts }, lead)).toMatchObject(expected);
  });

  test("late, by days that have begun, until the scorecard is here: a reminder is next", () => {
    const late = { ...lead, dueAt: START - 1 };
    const invited = { ...nothing, invitedAt: START - 5 * DAY };
    expect(seatStatus(invited, late)).toMatchObject({ state: "invited", lateDays: 1, next: "remind" });
    expect(seatStatus(invited, { ...late, dueAt: START - DAY - 1 }).lateDays).toBe(2);
    expect(seatStatus(invited, { ...late, dueAt: START }).lateDays).toBe(0);
    const sent = { ...nothing, delivery: { kind: "sent", at: START } } as const;
    expect(seatStatus(sent, late)).toMatchObject({ lateDays: 1, next: "askForFile" });
    const received = { ...nothing, delivery: { kind: "received", at: START } } as const;
    expect(seatStatus(received, late)).toMatchObject({ lateDays: 0, next: "none" });
  });

  test("a planned interview that must be over, with nothing since: the file is asked for", () => {
    const facts = { ...nothing, invitedAt: START, plannedAt: START };
    expect(seatStatus(facts, { ...lead, now: START + 3 * HOUR })).toMatchObject({
      isSilent: false,
      next: "none",
    });
    expect(seatStatus(facts, { ...lead, now: START + 3 * HOUR + 1 })).toMatchObject({
      isSilent: true,
      next: "askForFile",
    });
  });
});

describe("an interviewer sees of the own seat", () => {
  test.each<[string, Partial<SeatFacts>, object]>([
    ["planned", { interview: plannedInterview("s").session }, { state: "planned", next: "interview" }],
    ["live", { interview: liveInterview("s").session }, { state: "live", next: "interview" }],
    ["to wrap up", { interview: { ...submitted, status: "wrapUp" } }, { state: "toWrapUp", next: "wrapUp" }],
    [
      "submitted is not sent",
      { interview: submitted, delivery: { kind: "toSend" } },
      { state: "submitted", next: "send" },
    ],
    [
      "sent",
      { interview: submitted, delivery: { kind: "sent", at: START } },
      { state: "sent", next: "none" },
    ],
  ])("%s", (_what, facts, expected) => {
    expect(seatStatus({ ...nothing, ...facts }, seat)).toMatchObject(expected);
  });

  test("late until it is sent", () => {
    const late = { ...seat, dueAt: START - DAY };
    expect(seatStatus({ ...nothing, interview: submitted }, late).lateDays).toBe(1);
    expect(seatStatus({ ...nothing, delivery: { kind: "sent", at: START } }, late).lateDays).toBe(0);
  });

  test("what a team carries asks for nothing until it is overdue, then for the file", () => {
    const by = (kind: "toSend" | "sent" | "received", at: number): SeatFacts => ({
      ...nothing,
      interview: submitted,
      delivery: { kind, at, byTeam: "server" },
    });
    expect(seatStatus(by("toSend", START), seat)).toMatchObject({
      state: "submitted",
      team: "carries",
      next: "none",
    });
    expect(seatStatus(by("sent", START - DAY), seat)).toMatchObject({ team: "carries", next: "none" });
    expect(seatStatus(by("toSend", START - DAY - 1), seat)).toMatchObject({ team: "stuck", next: "send" });
    expect(seatStatus(by("sent", START - DAY - 1), seat)).toMatchObject({ team: "stuck", next: "send" });
    expect(seatStatus(by("received", START - DAY - 1), seat)).toMatchObject({
      team: "carries",
      next: "none",
    });
  });

  test("the lead’s own scorecard is moved to the panel, never sent to the lead", () => {
    const facts = { ...nothing, interview: submitted };
    expect(seatStatus(facts, { ...seat, isLeadSeat: true }).next).toBe("moveToLead");
  });
});

describe("a panel’s board", () => {
  const led: Panel = { ...smallPanel, leadId: "noor", invitedAtById: { ben: START } };
  const here: SeatsHere = { side: "lead", receivedAt: new Map([["eva", START + HOUR]]), sessions: [] };
  const own = (change: Partial<Session>): Session => ({
    ...submitted,
    ...change,
    panel: { panelId: "p1", interviewerId: "noor", publicKey: "age1x" },
  });
  const states = (panel: Panel, facts: SeatsHere) =>
    boardSeats(panel, facts, START).map(({ status }) => `${status.state}, ${status.next}`);

  test("has a seat for each interviewer; the lead’s own scorecard is where it belongs once it is submitted", () => {
    expect(states(led, here)).toEqual(["toInvite, planInterview", "invited, none", "received, none"]);
    expect(states(led, { ...here, sessions: [own({ status: "live" })] })[0]).toBe("live, interview");
    expect(states(led, { ...here, sessions: [own({})] })[0]).toBe("received, none");
  });

  test("shows how far an interview elsewhere is, as its seat says; what is here counts for more", () => {
    const news = (status: Session["status"]) => ({
      number: 1,
      status,
      scheduledAt: START + HOUR,
      startedAt: START,
      submittedAt: status === "submitted" ? START : null,
    });
    const boardWith = (status: Session["status"], id = "ben") =>
      boardSeats(led, { ...here, newsById: new Map([[id, news(status)]]) }, START);
    expect(boardWith("planned")[1]?.status).toMatchObject({ state: "planned", at: START + HOUR });
    expect(boardWith("live")[1]?.status).toMatchObject({ state: "live", next: "none" });
    expect(boardWith("wrapUp")[1]?.status).toMatchObject({ state: "toWrapUp" });
    expect(boardWith("submitted")[1]?.status).toMatchObject({ state: "submitted", at: START });
    expect(boardWith("live", "eva")[2]?.status).toMatchObject({ state: "received" });
  });

  test("asks nothing of whom the panel was handed to as a file", () => {
    expect(states(led, { ...here, side: "onlooker" })).toEqual([
      "toInvite, none",
      "invited, none",
      "received, none",
    ]);
  });

  test("tells who is still open", () => {
    const open = openSeats(boardSeats(led, here, START));
    expect(open.map(({ interviewer }) => interviewer.name)).toEqual(["Noor", "Ben"]);
  });

  test("takes the due date and the time of an interview from the plan, and loses them with it", () => {
    const open = { attendedIds: new Set<string>(), namedIds: new Set<string>() };
    const timed = led.interviewers.map((one) => scheduleInterviewer(one, START - DAY));
    const planned = planAnew(led, { ...led, dueAt: START - 1, interviewers: timed }, open);
    const [, ben] = boardSeats(planned, here, START);
    expect(ben?.status).toMatchObject({ state: "planned", at: START - DAY, isSilent: true, lateDays: 1 });
    const { dueAt: _due, ...plan } = planned;
    const untimed = planned.interviewers.map((one) => scheduleInterviewer(one, null));
    const again = planAnew(planned, { ...plan, interviewers: untimed }, open);
    expect(boardSeats(again, here, START)[1]?.status).toMatchObject({ state: "invited", lateDays: 0 });
    expect(again.invitedAtById).toEqual({ ben: START });
  });
});
