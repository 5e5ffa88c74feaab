import { describe, expect, test } from "vitest";
import { candidateKey } from "../../../src/domain/candidates/candidateKey.ts";
import {
  askersOf,
  assignQuestion,
  attendanceOf,
  interviewerIdOf,
  invitationOf,
  mergeInterviewers,
  newDebrief,
  newPanel,
  planAnew,
  planInvited,
  shutReasonOf,
  type Panel,
  type SettledSeats,
} from "../../../src/domain/panels/panel.ts";
import { planCoverage } from "../../../src/domain/panels/planCoverage.ts";
import type { Session } from "../../../src/domain/session/session.ts";
import { planSession } from "../../../src/domain/session/wholeSession.ts";
import {
  usualSegments,
  completeInterview,
  hashGuide,
  smallGuide,
  smallPlan,
  START,
  submittedInterview,
} from "../../smallInterview.ts";

const lead = { id: "lead", name: "Noor", questionIds: ["failed"] };
const other = { id: "other", name: "Noor", questionIds: ["failed", "recipe"] };
const panel: Panel = newPanel(
  "p1",
  {
    candidate: "Amira Haddad",
    role: "Baker",
    level: "senior",
    remote: true,
    guideId: hashGuide(smallGuide),
    interviewers: [lead, other],
    leadId: "lead",
  },
  "age1x",
  START,
);

test("a new panel has a debrief that has not begun", () => {
  expect(panel).toMatchObject({ createdAt: START, updatedAt: START });
  expect(panel.debrief).toBe(newDebrief);
  expect(newDebrief).toMatchObject({ startedAt: null, agreedByAreaId: {}, decision: null });
});

describe("who asks what", () => {
  test("what nobody asks, what several ask, who asks nothing and what competency is left out are said", () => {
    const withIdle = { interviewers: [lead, other, { id: "idle", name: "Jo", questionIds: [] }] };
    expect(planCoverage(withIdle, smallGuide)).toMatchObject({
      gaps: [{ id: "apprentice" }],
      overlaps: [{ questions: [{ id: "failed" }], interviewers: [lead, other] }],
      missingCompetencies: ["People"],
      idle: [{ id: "idle" }],
    });
  });

  test("a name that two interviewers have is said, however it is written", () => {
    const sharedNames = (...names: readonly string[]) =>
      planCoverage(
        { interviewers: names.map((name, at) => ({ id: `i${at}`, name, questionIds: [] })) },
        smallGuide,
      ).sharedNames;
    expect(sharedNames("Ann", "Noor", " ann ")).toEqual(["Ann"]);
    expect(sharedNames("Ann", "Anna")).toEqual([]);
  });

  test("a competency of which the guide has no question is not missed", () => {
    const guide = {
      ...smallGuide,
      competencies: [...smallGuide.competencies, { id: "till", name: "The till", anchors: [] }],
    };
    expect(planCoverage(panel, guide).missingCompetencies).toEqual(["People"]);
  });

  test("a question is given and taken away, in the guide's order, and nobody else's plan changes", () => {
    const given = assignQuestion(panel, smallGuide, "other", "apprentice", true);
    expect(given.interviewers).toEqual([lead, { ...other, questionIds: ["failed", "recipe", "apprentice"] }]);
    const back = assignQuestion(
      assignQuestion(given, smallGuide, "other", "failed", false),
      smallGuide,
      "other",
      "failed",
      true,
    );
    expect(back).toEqual(given);
    expect(askersOf(given, "failed")).toHaveLength(2);
    expect(assignQuestion(panel, smallGuide, "nobody", "failed", true)).toEqual(panel);
  });
});

test("an invitation plans the session that the panel asks for", () => {
  const invitation = invitationOf(panel, other);
  const when = { scheduledAt: START + 1, slotMinutes: 45 };
  expect(planInvited("s1", invitation, when, START)).toEqual({
    ...planSession(
      "s1",
      smallPlan({
        ...when,
        interviewer: "Noor",
        level: "senior",
        remote: true,
        questionIds: ["failed", "recipe"],
        segments: usualSegments,
      }),
      START,
    ),
    panel: { panelId: "p1", interviewerId: "other", publicKey: "age1x", lead: "Noor" },
  });
});

test("an invitation says who leads, by when, and for when the lead planned it; the lead’s own says that it is", () => {
  const dated: Panel = { ...panel, dueAt: START + 9, leadId: null, leadName: "Lea Vogt" };
  const invitation = invitationOf(dated, { ...other, scheduledAt: START + 5 });
  expect(invitation).toMatchObject({ lead: "Lea Vogt", dueAt: START + 9, scheduledAt: START + 5 });
  expect("isLead" in invitation).toBe(false);
  const when = { scheduledAt: START + 5, slotMinutes: 45 };
  expect(planInvited("s1", invitation, when, START).panel).toMatchObject({
    lead: "Lea Vogt",
    dueAt: START + 9,
  });
  const own = invitationOf({ ...dated, leadId: other.id }, other);
  expect(planInvited("s1", own, when, START).panel).toMatchObject({ lead: "Noor", isLead: true });
  expect("lead" in invitationOf({ ...panel, leadId: null }, other)).toBe(false);
});

test("of a scorecard, who asked what is known before the debrief, and nothing of what was rated or noted", () => {
  const whole = submittedInterview();
  const attendance = attendanceOf(panel, whole);
  expect(attendance).toEqual({
    sessionId: "s1",
    interviewerId: "s1",
    interviewer: "Noor",
    submittedAt: whole.session.submittedAt,
    asked: [{ questionId: "failed", rated: 1, areas: 2 }],
  });
  const ofPanel = {
    ...whole,
    session: { ...whole.session, panel: { panelId: "p1", interviewerId: "other", publicKey: null } },
  };
  expect(attendanceOf(panel, ofPanel).interviewerId).toBe("other");
  expect(interviewerIdOf({ ...panel, id: "p2" }, ofPanel.session)).toBe("s1");
});

describe("what keeps a panel shut", () => {
  const ofPanel = (session: Session, interviewerId: string): Session => ({
    ...session,
    candidate: "Somebody else",
    panel: { panelId: "p1", interviewerId, publicKey: "age1x" },
  });
  const open = completeInterview().session;
  const submitted = submittedInterview().session;

  test("a session of the panel that is not submitted, whoever's", () => {
    expect(shutReasonOf(panel, [ofPanel(open, "other")], true, candidateKey)).toMatchObject({
      kind: "openSession",
    });
  });

  test("a session with the candidate that is not submitted, also one without a panel, under another spelling", () => {
    const here = [{ ...open, candidate: " amira-HADDAD" }];
    expect(shutReasonOf(panel, here, true, candidateKey)).toMatchObject({
      kind: "openSession",
      session: here[0],
    });
  });

  test("not the sample, and not a session with somebody else", () => {
    expect(
      shutReasonOf(
        panel,
        [
          { ...open, sample: true },
          { ...open, candidate: "Jo" },
        ],
        true,
        candidateKey,
      ),
    ).toBeNull();
  });

  test("not one with the candidate that was planned after the decision; of the panel itself any", () => {
    const decision = { outcome: "hire", reason: "", decidedAt: open.createdAt } as const;
    const decided: Panel = { ...panel, debrief: { ...panel.debrief, startedAt: START, decision } };
    const later = { ...open, createdAt: open.createdAt + 1 };
    expect(shutReasonOf(decided, [later], true, candidateKey)).toBeNull();
    expect(shutReasonOf(panel, [later], true, candidateKey)).toMatchObject({ kind: "openSession" });
    expect(shutReasonOf(decided, [open], true, candidateKey)).toMatchObject({ kind: "openSession" });
    const anew = { ...decision, reason: "Asked again.", decidedAt: later.createdAt + 1 };
    const debrief = { ...decided.debrief, decision: anew, earlierDecisions: [decision] };
    expect(shutReasonOf({ ...decided, debrief }, [later], true, candidateKey)).toBeNull();
    expect(shutReasonOf(decided, [ofPanel(later, "other")], true, candidateKey)).toMatchObject({
      kind: "openSession",
    });
  });

  test("that the lead, who interviews too, has not submitted; until then on whatever machine", () => {
    expect(shutReasonOf(panel, [], false, candidateKey)).toEqual({ kind: "leadNotIn", lead });
    expect(shutReasonOf(panel, [ofPanel(submitted, "other")], false, candidateKey)).toMatchObject({
      kind: "leadNotIn",
    });
    expect(shutReasonOf(panel, [ofPanel(submitted, "lead")], false, candidateKey)).toBeNull();
    expect(shutReasonOf(panel, [], true, candidateKey)).toBeNull();
  });

  test("nothing, where the lead does not interview and no session is open", () => {
    expect(shutReasonOf({ ...panel, leadId: null }, [submitted], false, candidateKey)).toBeNull();
  });
});

const settled = (attended: readonly string[], named: readonly string[] = attended): SettledSeats => ({
  attendedIds: new Set(attended),
  namedIds: new Set(named),
});

test("a plan that leaves the lead out of a panel whose scorecards come in leaves the panel shut for the lead", () => {
  const plan = { ...panel, candidate: "Priya Nair", leadId: null, interviewers: [other] };
  expect(planAnew(panel, plan, settled([]))).toMatchObject({ leadId: null, interviewers: [other] });
  const begun = planAnew(panel, plan, settled(["other"]));
  expect(begun).toMatchObject({ candidate: "Amira Haddad", leadId: "lead", interviewers: [other, lead] });
  expect(shutReasonOf(begun, [], false, candidateKey)).toMatchObject({ kind: "leadNotIn" });
});

test("a seat that somebody has taken keeps its name in every plan, or what one person rated would be another’s", () => {
  const renamed = panel.interviewers.map((one) => ({ ...one, name: `${one.name} II` }));
  const again = planAnew(panel, { ...panel, interviewers: renamed }, settled([], ["lead"]));
  expect(again.interviewers.map(({ name }) => name)).toEqual(
    panel.interviewers.map(({ id, name }) => (id === "lead" ? name : `${name} II`)),
  );
});

test("a plan without somebody whose scorecard is in, or of another guide, takes away neither the seat nor its questions", () => {
  const plan = { ...panel, guideId: "another", interviewers: [{ ...lead, questionIds: ["of another"] }] };
  expect(planAnew(panel, plan, settled(["other"]))).toMatchObject({
    guideId: panel.guideId,
    interviewers: [lead, other],
  });
  expect(planAnew(panel, plan, settled([]))).toMatchObject({
    guideId: "another",
    interviewers: plan.interviewers,
  });
});

test("interviewers who were changed in two places are put together, each by what was changed of it", () => {
  const [ann, ben, cleo] = ["ann", "ben", "cleo"].map((id) => ({ id, name: id, questionIds: ["q1"] }));
  const began = [ann!, ben!, cleo!];
  const drafted = [
    { ...ann!, name: "Anne", questionIds: ["q1", "q2"] },
    { ...cleo!, scheduledAt: 5 },
    { id: "dan", name: "Dan", questionIds: [] },
  ];
  const stored = [
    { ...ann!, name: "Anna", scheduledAt: 3 },
    { ...ben!, name: "Benjamin" },
    { id: "eve", name: "Eve", questionIds: ["q1"] },
  ];
  expect(mergeInterviewers(began, drafted, stored)).toEqual([
    { id: "ann", name: "Anne", questionIds: ["q1", "q2"], scheduledAt: 3 },
    { id: "eve", name: "Eve", questionIds: ["q1"] },
    { id: "dan", name: "Dan", questionIds: [] },
  ]);
  expect(mergeInterviewers(began, began, stored)).toEqual(stored);
  expect(mergeInterviewers(began, drafted, began)).toEqual(drafted);
});
