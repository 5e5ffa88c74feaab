import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import {
  closeUnrated,
  markFollowUp,
  noteArea,
  rateArea,
  writeNote,
  type Answer,
} from "../src/domain/session/answer.ts";
import type { Guide, Question } from "../src/domain/guides/guide.ts";
import {
  elapsedMsOf,
  questionItem,
  runningItems,
  startItem,
  type AgendaItem,
} from "../src/domain/session/agenda.ts";
import { addQuestion, finishSession, startSession, takeOffGap } from "../src/domain/session/call.ts";
import { readClocks } from "../src/domain/session/clockGaps.ts";
import { planSegments, usualSegmentMinutes } from "../src/domain/session/segment.ts";
import type { SessionPlan } from "../src/domain/session/session.ts";
import {
  changeAnswer,
  planSession,
  recommend,
  submitSession,
  summarise,
  type WholeSession,
} from "../src/domain/session/wholeSession.ts";

/** Epoch ms at which the interviews made here begin. */
export const START = Date.parse("2026-11-24T09:30:00.000Z");
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** Three questions of two competencies on a scale of 1 to 5. */
export const smallGuide: Guide = {
  language: "en",
  title: "Night baker",
  role: "Baker",
  introduction: "Ask about one real night.",
  scale: {
    points: [
      { value: 1, label: "Poor", meaning: "Nothing was said." },
      { value: 2, label: "Weak", meaning: "It was touched on." },
      { value: 3, label: "Sound", meaning: "There was a real example." },
      { value: 4, label: "Strong", meaning: "There were reasons and a result." },
      { value: 5, label: "Outstanding", meaning: "There was proof." },
    ],
  },
  competencies: [
    { id: "dough", name: "Dough", anchors: [{ point: 3, text: "says how it was judged" }] },
    { id: "people", name: "People", anchors: [{ point: 1, text: "blames the shift before" }] },
  ],
  questions: [
    {
      id: "failed",
      title: "A failed batch",
      text: "Tell me about a batch that failed.",
      competencyId: "dough",
      plannedMinutes: 15,
      areas: [
        { id: "failed.cause", text: "The cause", anchors: [{ point: 5, text: "shows how it was proved" }] },
        { id: "failed.after", text: "What changed", anchors: [] },
      ],
      followUps: [
        { id: "failed.f1", text: "How did you know?" },
        { id: "failed.f2", text: "What did it cost?" },
      ],
    },
    {
      id: "recipe",
      title: "A new recipe",
      text: "Tell me about a recipe you made.",
      competencyId: "dough",
      plannedMinutes: 10,
      areas: [{ id: "recipe.trial", text: "The trials", anchors: [] }],
      followUps: [],
    },
    {
      id: "apprentice",
      title: "An apprentice",
      text: "Tell me about somebody you taught.",
      competencyId: "people",
      plannedMinutes: 15,
      areas: [{ id: "apprentice.way", text: "The way of teaching", anchors: [] }],
      followUps: [],
    },
  ],
  advice: [
    {
      id: "levels",
      appliesTo: "level",
      title: "Levels",
      text: "Weigh by level.",
      signs: [],
      levels: [{ level: "lead", text: "Ask about teaching.", favours: ["people"] }],
      followUps: [],
    },
    {
      id: "from-home",
      appliesTo: "remote",
      title: "From home",
      text: "Nobody bakes from home.",
      signs: [],
      levels: [],
      followUps: [{ id: "from-home.f1", text: "Who opened the door?" }],
    },
  ],
};

export const ownQuestion: Question = {
  id: "own",
  title: "The oven",
  text: "Tell me about the oven.",
  competencyId: "",
  plannedMinutes: 5,
  areas: [{ id: "own.area", text: "Anything", anchors: [] }],
  followUps: [],
};

export const introduction: AgendaItem = { kind: "segment", id: "introduction" };
export const candidateQuestions: AgendaItem = { kind: "segment", id: "candidateQuestions" };
export const usualSegments = planSegments(usualSegmentMinutes);

/** @returns the guide's id, worked out without the code under test */
export function hashGuide(guide: Guide): string {
  return createHash("sha256")
    .update(String(canonicalize(guide)))
    .digest("hex");
}

export function smallPlan(change: Partial<SessionPlan> = {}): SessionPlan {
  return {
    candidate: "Amira Haddad",
    role: "Baker",
    interviewer: "Noor",
    guideId: hashGuide(smallGuide),
    scheduledAt: START,
    slotMinutes: 60,
    level: "mid",
    remote: false,
    timeMultiplier: 1,
    questionIds: ["failed", "recipe"],
    ...change,
  };
}

export function plannedInterview(id = "s1", change: Partial<SessionPlan> = {}): WholeSession {
  return { session: planSession(id, smallPlan(change), START), guide: smallGuide, answers: {} };
}

/** Begun at `START`, with the first question on the screen and its clock on: the plan has no segments. */
export function liveInterview(id = "s1", change: Partial<SessionPlan> = {}): WholeSession {
  return startSession(plannedInterview(id, change), START);
}

/** As `liveInterview`, with five minutes for an introduction, which runs, and ten for the candidate's own questions. */
export function liveInterviewWithSegments(id = "s1", change: Partial<SessionPlan> = {}): WholeSession {
  return liveInterview(id, { segments: usualSegments, ...change });
}

/** Puts a question to the candidate: its clock starts, and it is on the screen. */
export function askQuestion(whole: WholeSession, id: string, now: number): WholeSession {
  return startItem(whole, questionItem(id), now);
}

/**
 * Ten minutes on the first question, three of them slept through and taken off: a follow-up, a note and an own
 * question, which was not asked. Nothing is missing.
 */
export function completeInterview(id = "s1"): WholeSession {
  const slept = readClocks(
    liveInterview(id),
    { wallMs: START, monotonicMs: 0 },
    { wallMs: START + 3 * MINUTE, monotonicMs: 0 },
  );
  const awake = takeOffGap(slept, questionItem("failed"), START + 3 * MINUTE, START + 3 * MINUTE);
  const asked = changeAnswer(awake, "failed", answerFirst, START + 5 * MINUTE);
  const over = finishSession(addQuestion(asked, ownQuestion, START + 6 * MINUTE), START + 10 * MINUTE);
  return summarise(recommend(over, "yes", over.session.updatedAt), "Found the cause.", START + 11 * MINUTE);
}

export function submittedInterview(id = "s1"): WholeSession {
  return submitSession(completeInterview(id), START + 12 * MINUTE);
}

function answerFirst(answer: Answer): Answer {
  const rated = noteArea(rateArea(answer, "failed.cause", 5), "failed.cause", "weighed the salt again");
  const followed = markFollowUp(rated, "failed.f1", true, START + 4 * MINUTE);
  const noted = writeNote(followed, "n1", "\u201Cit was the salt\u201D", START + 5 * MINUTE);
  return closeUnrated(noted, questionIn(smallGuide, "failed"), "noEvidence");
}

/** @throws where the guide has no such question */
export function questionIn(guide: Guide, id: string): Question {
  const question = guide.questions.find((one) => one.id === id);
  if (!question) throw new Error(`There is no question ${id}`);
  return question;
}

/** @returns ms on the question's clock at `now` (epoch ms) */
export function questionMs(whole: WholeSession, id: string, now: number): number {
  return elapsedMsOf(whole, questionItem(id), now);
}

/** @returns the ids of all whose clocks run */
export function runningIds(whole: WholeSession): readonly string[] {
  return runningItems(whole).map(({ id }) => id);
}
