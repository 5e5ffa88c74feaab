import type { Page } from "@playwright/test";
import guideFile from "../../data/guides/backend-developer.json" with { type: "json" };
import { wordsOfNotes } from "../../src/domain/search/noteSearch.ts";
import { newAnswer, type Answer } from "../../src/domain/session/answer.ts";
import type { Guide, Question } from "../../src/domain/guides/guide.ts";
import { finishSession, startSession } from "../../src/domain/session/call.ts";
import type { Session } from "../../src/domain/session/session.ts";
import { planSession } from "../../src/domain/session/wholeSession.ts";
import { decodeGuide, guideToId } from "../../src/interchange/formats/guideFile.ts";
import type { GuideRow } from "../../src/domain/backups/storedRows.ts";
import { DATABASE_NAME, sessionToRow, type SessionRow } from "../../src/storage/database.ts";

const HOUR_MS = 3_600_000;
const QUESTIONS_OF_A_SESSION = 4;
const LIVE_SESSIONS = 40;

const NOTE =
  "Took over the import job after it had failed twice; measured first, found one query a row, batched it " +
  "and went from 40 minutes to 3. Kept the old path behind a switch for a week, then told the team. ";

/** @returns the last word of the name of the candidate of the oldest of so many sessions: no other name begins like it */
export function nameOfLast(count: number): string {
  return (count - LIVE_SESSIONS - 1).toString(36);
}

interface Rows {
  readonly guides: readonly GuideRow[];
  readonly sessions: readonly SessionRow[];
  /** Answers that every session gets, under its own id. */
  readonly answers: readonly Answer[];
  /** Answers that the live ones get besides. */
  readonly liveAnswers: readonly Answer[];
}

interface SeededRows extends Rows {
  /** Of the notes of each submitted session; none where they are not indexed. */
  readonly words: readonly string[];
}

/** The live sessions, of 15 questions each. */
export const liveIds: readonly string[] = Array.from(
  { length: LIVE_SESSIONS },
  (_, index) => `live-${index}`,
);

/** The question on their screen. */
export const firstQuestionId = guideFile.guide.questions[0]!.id;

/** A guide of 40 questions, each of eight areas with anchors of their own. */
export const wideGuideId = "wide";
const QUESTIONS_OF_THE_WIDE_GUIDE = 40;

/** @returns a note of that many letters */
export function noteOf(length: number): string {
  return NOTE.repeat(Math.ceil(length / NOTE.length)).slice(0, length);
}

const pageMarks = {
  text: { question: "", label: "", item: "- " },
  markdown: { question: "### ", label: "**", item: "- " },
  html: { question: "<h3>", label: "<p><b>", item: "<li>" },
} as const;

/** @returns the first guide as a page, again and again up to that many characters */
export function guideTextOf(length: number, format: keyof typeof pageMarks): string {
  const { question, label, item } = pageMarks[format];
  const labelled = (text: string) => `${label}${text}${format === "markdown" ? "**" : ""}`;
  const page = guideFile.guide.questions
    .flatMap(({ text, areas, followUps }) => [
      question + text,
      labelled("Areas to cover:"),
      ...areas.map((area) => item + area.text),
      labelled("Follow-up questions:"),
      ...followUps.map((followUp) => item + followUp.text),
      "",
    ])
    .join("\n");
  return page.repeat(Math.ceil(length / page.length)).slice(0, length);
}

/** @returns a guide of that many questions of some 600 letters, each about one of eight things */
export function guideOfLongQuestions(count: number): Guide {
  const topics = ["deploy", "customer", "budget", "outage", "design", "review", "hiring", "migration"];
  const decoded = decodeGuide(guideFile);
  if (!decoded.ok) throw new Error("The guide can't be read.");
  const guide = decoded.value;
  const questions = Array.from({ length: count }, (_, index) => ({
    ...guide.questions[0]!,
    id: `q${index}`,
    text: `Tell me about ${topics[index % 8]} number ${index} and ${"then what you did, ".repeat(30)} in the end?`,
  }));
  return { ...guide, questions };
}

/** Among them are those that are planned or being wrapped up. */
const RECENT_SESSIONS = 1000;

/** At once: more would be one text that is longer than a browser takes. */
const SEEDED_AT_ONCE = 10_000;

interface SeedOptions {
  /** How many of its four questions each session has an answer to. */
  readonly answersEach?: number;
  /** Whom the session of an index is with. */
  readonly candidateOf?: (index: number) => string;
  /** Whether the notes are there to be looked up: who has so many had them indexed over the years. */
  readonly isIndexed?: boolean;
}

/** Fills the app's database, which the page has open, with that many sessions. */
export async function seedSessions(page: Page, count: number, options: SeedOptions = {}): Promise<void> {
  const {
    answersEach = QUESTIONS_OF_A_SESSION,
    candidateOf = (index: number) => `Candidate ${index.toString(36)}`,
    isIndexed = false,
  } = options;
  const { sessions, answers, ...rows } = await makeRows(count, Date.now(), candidateOf);
  const submitted = sessions.find(({ status }) => status === "submitted");
  const words = submitted && isIndexed ? [...wordsOfNotes(submitted, answers.slice(0, answersEach), [])] : [];
  for (let from = 0; from < sessions.length; from += SEEDED_AT_ONCE) {
    const some = {
      ...rows,
      words,
      sessions: sessions.slice(from, from + SEEDED_AT_ONCE),
      answers: answers.slice(0, answersEach),
    };
    await page.evaluate(storeRows, [DATABASE_NAME, JSON.stringify(some)] as const);
  }
}

async function makeRows(count: number, now: number, candidateOf: (index: number) => string): Promise<Rows> {
  const decoded = decodeGuide(guideFile);
  if (!decoded.ok) throw new Error("The guide can't be read.");
  const guide = decoded.value;
  const guideId = await guideToId(guide);
  const questionIds = guide.questions.map(({ id }) => id);
  const plan = (index: number) => ({
    candidate: candidateOf(index),
    role: "Backend developer",
    interviewer: `Interviewer ${index % 25}`,
    guideId,
    scheduledAt: now - index * HOUR_MS,
    slotMinutes: 60,
    level: "senior" as const,
    remote: index % 2 === 0,
    timeMultiplier: 1,
    questionIds: questionIds.slice(0, QUESTIONS_OF_A_SESSION),
  });
  const start = (session: Session, at: number) => startSession({ session, guide, answers: {} }, at);
  const live = liveIds.map((id, index) => {
    const planned = planSession(id, { ...plan(index), questionIds }, now);
    return start(planned, now).session;
  });
  const others = Array.from({ length: count - live.length }, (_, index): Session => {
    const planned = planSession(`session-${index}`, plan(index), now - (index + 24) * HOUR_MS);
    // What waits for a person is of the last weeks, however much there is behind it.
    const isRecent = index < RECENT_SESSIONS;
    if (isRecent && index % 20 === 0) return planned;
    const begun = start(planned, planned.scheduledAt);
    const endedAt = planned.scheduledAt + HOUR_MS;
    const finished = finishSession(begun, endedAt).session;
    if (isRecent && index % 20 === 1) return finished;
    return {
      ...finished,
      status: "submitted",
      recommendation: "yes",
      summary: noteOf(400),
      submittedAt: endedAt,
    };
  });
  const answers = guide.questions.map((question) => makeAnswer(question, now));
  return {
    guides: [
      { id: guideId, guide, previousId: null, lineId: guideId, savedAt: null },
      { id: wideGuideId, guide: widen(guide), previousId: null, lineId: wideGuideId, savedAt: now },
    ],
    sessions: [...live, ...others].map(sessionToRow),
    answers: answers.slice(0, QUESTIONS_OF_A_SESSION),
    liveAnswers: answers.slice(QUESTIONS_OF_A_SESSION),
  };
}

function widen(guide: Guide): Guide {
  const questions = Array.from({ length: QUESTIONS_OF_THE_WIDE_GUIDE }, (_, index): Question => {
    const question = guide.questions[index % guide.questions.length]!;
    const rename = <T extends { readonly id: string }>(item: T): T => ({
      ...item,
      id: `${index}.${item.id}`,
    });
    return {
      ...rename(question),
      areas: question.areas.map(rename),
      followUps: question.followUps.map(rename),
    };
  });
  return { ...guide, questions };
}

function makeAnswer(question: Question, now: number): Answer {
  return {
    ...newAnswer("", question.id, now),
    timer: { startedAt: null, elapsedBeforeMs: 600_000 },
    areas: Object.fromEntries(
      question.areas.map(({ id }, index) => [
        id,
        { covered: true, rating: 1 + (index % 5), note: noteOf(100 + index * 20) },
      ]),
    ),
    followUpsAsked: question.followUps.slice(0, 2).map(({ id }) => ({ followUpId: id, atMs: 300_000 })),
    notes: [{ id: `note-${question.id}`, atMs: 120_000, text: noteOf(80) }],
  };
}

/** Runs in the page. */
async function storeRows([databaseName, json]: readonly [string, string]): Promise<void> {
  const { guides, sessions, answers, liveAnswers, words } = JSON.parse(json) as SeededRows;
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(databaseName);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("The database does not open."));
  });
  const batchSize = 1000;
  for (let from = 0; from < sessions.length; from += batchSize) {
    await new Promise<void>((resolve, reject) => {
      const stores = ["guides", "sessions", "answers", "noteWords"];
      const transaction = database.transaction(stores, "readwrite");
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error("The rows can't be written."));
      for (const row of guides) transaction.objectStore("guides").put(row);
      for (const row of sessions.slice(from, from + batchSize)) {
        transaction.objectStore("sessions").put(row);
        if (words.length > 0 && row.status === "submitted") {
          const { id: sessionId, scheduledAt } = row;
          transaction.objectStore("noteWords").put({ scheduledAt, sessionId, words });
        }
        const all = row.status === "live" ? [...answers, ...liveAnswers] : answers;
        for (const answer of all) transaction.objectStore("answers").put({ ...answer, sessionId: row.id });
      }
    });
  }
  database.close();
}
