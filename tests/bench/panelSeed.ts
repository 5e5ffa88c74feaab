import type { Page } from "@playwright/test";
import guideFile from "../../data/guides/backend-developer.json" with { type: "json" };
import { newAnswer } from "../../src/domain/session/answer.ts";
import type { Guide } from "../../src/domain/guides/guide.ts";
import { attendanceOf, newPanel, type Panel } from "../../src/domain/panels/panel.ts";
import { planSession, type WholeSession } from "../../src/domain/session/wholeSession.ts";
import { decodeGuide, guideToId } from "../../src/interchange/formats/guideFile.ts";
import { newKeyPair, seal } from "../../src/interchange/files/encryption.ts";
import { encodeSessionFile } from "../../src/interchange/formats/sessionFile.ts";
import type { GuideRow, PanelScorecardRow } from "../../src/domain/backups/storedRows.ts";
import { DATABASE_NAME } from "../../src/storage/database.ts";
import { noteOf } from "./seed.ts";

const HOUR_MS = 3_600_000;
const INTERVIEWERS_OF_A_CANDIDATE = 4;
const QUESTIONS_OF_A_CANDIDATE = 4;
/** Each of those questions is of another one. */
export const candidateCompetencies = 4;

/** A panel of eight, each of whom asked every question of the guide. */
export const largePanelId = "large-panel";
export const largePanelSize = { interviewers: 8, areas: 120 } as const;

interface Rows {
  readonly guides: readonly GuideRow[];
  readonly panels: readonly Panel[];
  readonly sealedScorecards: readonly PanelScorecardRow[];
}

/** Fills the app's database, which the page has open, with panels whose debriefs have started: the large one, and one a candidate. */
export async function seedPanels(page: Page, candidateCount: number): Promise<void> {
  const rows = await makeRows(candidateCount, Date.now());
  await page.evaluate(storeRows, [DATABASE_NAME, JSON.stringify(rows)] as const);
}

/** Fills the app's database with panels that are led there, each of eight who were invited. */
export async function seedBoard(page: Page, count: number): Promise<void> {
  const { panels, ...rows } = await makeRows(0, Date.now());
  const [large] = panels as [Panel];
  const { publicKey, secretKey } = await newKeyPair();
  const led = Array.from({ length: count }, (_, at): Panel => {
    const id = `led-${at}`;
    const createdAt = large.createdAt + at;
    const debrief = { ...large.debrief, startedAt: null };
    return {
      ...large,
      id,
      candidate: `Candidate ${at}`,
      publicKey,
      debrief,
      createdAt,
      updatedAt: createdAt,
    };
  });
  const panelKeys = led.map(({ id }) => ({ panelId: id, secretKey }));
  const stored = { ...rows, panels: led, panelKeys, sealedScorecards: [] };
  await page.evaluate(storeRows, [DATABASE_NAME, JSON.stringify(stored)] as const);
}

/** @returns the scorecards of the large panel, each sealed, and the key that opens them */
export async function sealLargePanel(): Promise<{
  readonly texts: readonly string[];
  readonly secretKey: string;
}> {
  const [{ publicKey, secretKey }, { sealedScorecards }] = await Promise.all([
    newKeyPair(),
    makeRows(0, Date.now()),
  ]);
  return { texts: await Promise.all(sealedScorecards.map(({ text }) => seal(text, publicKey))), secretKey };
}

async function makeRows(candidateCount: number, now: number): Promise<Rows> {
  const decoded = decodeGuide(guideFile);
  if (!decoded.ok) throw new Error("The guide can't be read.");
  const guide = decoded.value;
  const guideId = await guideToId(guide);
  const make = (id: string, role: string, interviewerCount: number, questionCount: number) => {
    const questionIds = guide.questions.slice(0, questionCount).map((question) => question.id);
    const plan = {
      candidate: `Candidate ${id}`,
      role,
      level: "senior" as const,
      remote: false,
      guideId,
      interviewers: Array.from({ length: interviewerCount }, (_, at) => ({
        id: `${id}-${at}`,
        name: `Interviewer ${at}`,
        questionIds,
      })),
      leadId: null,
    };
    const made = newPanel(id, plan, null, now);
    const panel: Panel = { ...made, debrief: { ...made.debrief, startedAt: now } };
    const scorecards = panel.interviewers.map((_, at) => toRow(panel, makeWhole(panel, guide, at, now), now));
    return { panel, scorecards };
  };
  const all = [
    make(
      largePanelId,
      "Large panel",
      largePanelSize.interviewers,
      largePanelSize.areas / guide.questions[0]!.areas.length,
    ),
    ...Array.from({ length: candidateCount }, (_, index) =>
      // The first role in the list is the one that is shown: the last made comes first.
      make(`candidate-${index}`, "Backend developer", INTERVIEWERS_OF_A_CANDIDATE, QUESTIONS_OF_A_CANDIDATE),
    ),
  ];
  return {
    guides: [{ id: guideId, guide, previousId: null, lineId: guideId, savedAt: null }],
    panels: all.map(({ panel }, index) => ({ ...panel, createdAt: now + index, updatedAt: now + index })),
    sealedScorecards: all.flatMap(({ scorecards }) => scorecards),
  };
}

function makeWhole(panel: Panel, guide: Guide, at: number, now: number): WholeSession {
  const interviewer = panel.interviewers[at]!;
  const { questionIds } = interviewer;
  const scheduledAt = now - 24 * HOUR_MS;
  const id = `session-${interviewer.id}`;
  const planned = planSession(
    id,
    {
      candidate: panel.candidate,
      role: panel.role,
      interviewer: interviewer.name,
      guideId: panel.guideId,
      scheduledAt,
      slotMinutes: 60,
      level: panel.level,
      remote: panel.remote,
      timeMultiplier: 1,
      questionIds,
    },
    scheduledAt,
  );
  const answers = questionIds.map((questionId, place) => ({
    ...newAnswer(id, questionId, scheduledAt),
    timer: { startedAt: null, elapsedBeforeMs: 600_000 },
    areas: Object.fromEntries(
      guide.questions[place]!.areas.map((area, index) => [
        area.id,
        { covered: true, rating: 1 + ((index * 7 + at * 3 + place) % 5), note: noteOf(100 + index * 20) },
      ]),
    ),
  }));
  return {
    session: {
      ...planned,
      status: "submitted",
      recommendation: "yes",
      summary: noteOf(400),
      startedAt: scheduledAt,
      endedAt: scheduledAt + HOUR_MS,
      submittedAt: scheduledAt + HOUR_MS,
      panel: { panelId: panel.id, interviewerId: interviewer.id, publicKey: null },
    },
    guide,
    answers: Object.fromEntries(answers.map((answer) => [answer.questionId, answer])),
  };
}

function toRow(panel: Panel, whole: WholeSession, now: number): PanelScorecardRow {
  return {
    ...attendanceOf(panel, whole),
    panelId: panel.id,
    addedAt: now,
    text: encodeSessionFile(whole, now, "bench"),
  };
}

/** Runs in the page. */
async function storeRows([databaseName, json]: readonly [string, string]): Promise<void> {
  const rows = JSON.parse(json) as Readonly<Record<string, readonly unknown[]>>;
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(databaseName);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("The database does not open."));
  });
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction(Object.keys(rows), "readwrite");
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("The rows can't be written."));
    for (const [store, all] of Object.entries(rows)) {
      for (const row of all) transaction.objectStore(store).put(row);
    }
  });
  database.close();
}
