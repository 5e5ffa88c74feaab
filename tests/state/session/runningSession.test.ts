// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { dropEmptyNotes, newAnswer, noteArea, rateArea } from "../../../src/domain/session/answer.ts";
import { pauseItem, questionItem, runningItem, showQuestion } from "../../../src/domain/session/agenda.ts";
import { finishSession } from "../../../src/domain/session/call.ts";
import { continueHere, handOver } from "../../../src/domain/session/handOver.ts";
import { planSegments } from "../../../src/domain/session/segment.ts";
import {
  changeAnswer,
  submitSession,
  submitSoon,
  summarise,
  takeBackSubmission,
} from "../../../src/domain/session/wholeSession.ts";
import { newTimer } from "../../../src/domain/session/timer.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { scorecardsOf } from "../../../src/state/exports/exports.ts";
import { keepTakingUp } from "../../../src/state/documents/leftBehind.ts";
import { openSession, type RunningSession } from "../../../src/state/session/runningSession.ts";
import { createDatabase, type Database } from "../../../src/storage/database.ts";
import { isWorkUnwritten, leaveDocuments } from "../../../src/storage/openWriters.ts";
import { isLeftBehind, leaveBehind, readLeftSession } from "../../../src/storage/leftBehind.ts";
import { readAuditEntries } from "../../../src/storage/candidates/auditLog.ts";
import { takeUpLeftBehind } from "../../../src/storage/takingUp.ts";
import { deleteSession, loadWholeSession, putWholeSessions } from "../../../src/storage/session/sessions.ts";
import {
  askQuestion,
  completeInterview,
  liveInterview,
  MINUTE,
  START,
  submittedInterview,
} from "../../smallInterview.ts";
import { createLocks } from "../fakeLocks.ts";

/** Of its own for each test: unsaved work outlives the test that made it. */
let id: string;
let database: Database;
let clock: { wallMs: number; monotonicMs: number };
let tabs: RunningSession[];
let count = 0;

/** From the start of the interview to its being opened: too short for a gap. */
const AWAY = 30_000;
/** For so long a submission can be taken back. */
const HALF_A_MINUTE = 30_000;

beforeEach(async () => {
  Object.defineProperty(navigator, "locks", { value: createLocks(), configurable: true });
  id = `s${count++}`;
  database = createDatabase(`running session ${id}`);
  clock = { wallMs: START + AWAY, monotonicMs: AWAY };
  tabs = [];
  await putWholeSessions(database, [liveInterview(id)]);
});

afterEach(async () => {
  vi.restoreAllMocks();
  localStorage.clear();
  sessionStorage.clear();
  for (const { close } of tabs) close();
  await untilNobodyWrites();
  database.close();
});

const untilNobodyWrites = () =>
  vi.waitFor(async () => expect((await navigator.locks.query()).held).toEqual([]));

async function openTab(): Promise<RunningSession> {
  const running = await openSession(
    {
      database,
      clock: { now: () => clock.wallMs, monotonic: () => clock.monotonicMs },
      newId: () => "n1",
      appName: "Test 1",
    },
    id,
  );
  if (!running) throw new Error("There is no such session.");
  tabs.push(running);
  return running;
}

function pass(ms: number): void {
  clock = { wallMs: clock.wallMs + ms, monotonicMs: clock.monotonicMs + ms };
}

const rate = (running: RunningSession, questionId: string, areaId: string) =>
  running.changeAnswer(questionId, (answer) => rateArea(answer, areaId, 4));
const answerOf = (running: RunningSession, questionId: string) =>
  running.store.getState().whole.answers[questionId];
const saveKind = ({ store }: RunningSession) => store.getState().saveState.kind;
const mode = ({ store }: RunningSession) => store.getState().mode;
const untilSaved = (running: RunningSession) => vi.waitFor(() => expect(saveKind(running)).toBe("saved"));

/** No write gets to the disk until it is told so. */
function breakDisk(): () => void {
  const connection = database.backendDB();
  const begin = connection.transaction.bind(connection);
  const spy = vi.spyOn(connection, "transaction").mockImplementation((...args) => {
    if (args[1] === "readwrite") throw new DOMException("The disk is full.", "QuotaExceededError");
    return begin(...args);
  });
  return () => spy.mockRestore();
}

/** @returns a tab that could not save its last change, and the one that took the interview over from it */
async function takenOverUnsaved(): Promise<readonly [RunningSession, RunningSession]> {
  const first = await openTab();
  const second = await openTab();
  const mendDisk = breakDisk();
  rate(first, "failed", "failed.cause");
  await vi.waitFor(() => expect(saveKind(first)).toBe("failed"));
  await second.takeOver();
  mendDisk();
  return [first, second];
}

describe("the tab that writes", () => {
  test("what is recorded is saved, and touches no clock: neither that of its question nor the one that runs", async () => {
    const segments = planSegments({ introduction: 5, candidateQuestions: 10 });
    await putWholeSessions(database, [liveInterview(id, { segments })]);
    const running = await openTab();
    pass(5000);
    rate(running, "failed", "failed.cause");
    rate(running, "recipe", "recipe.trial");
    const { whole } = running.store.getState();
    expect(runningItem(whole)).toEqual({ kind: "segment", id: "introduction" });
    expect([answerOf(running, "failed"), answerOf(running, "recipe")]).toMatchObject([
      { timer: newTimer },
      { timer: newTimer },
    ]);
    await untilSaved(running);
    expect(await loadWholeSession(database, id)).toEqual(whole);
  });

  test("a question that is paused stays so, whatever is recorded on it", async () => {
    const running = await openTab();
    running.change((whole, now) => pauseItem(whole, questionItem("failed"), now));
    pass(5000);
    rate(running, "failed", "failed.after");
    expect(answerOf(running, "failed")?.timer).toEqual({ startedAt: null, elapsedBeforeMs: AWAY });
  });

  test("a change after the call starts no timer", async () => {
    const running = await openTab();
    running.change(finishSession);
    rate(running, "failed", "failed.cause");
    expect(answerOf(running, "failed")?.timer.startedAt).toBeNull();
  });

  test("a sleep of the machine is recorded before the change that follows it", async () => {
    const running = await openTab();
    rate(running, "failed", "failed.cause");
    clock = { wallMs: clock.wallMs + 60 * MINUTE, monotonicMs: clock.monotonicMs + 500 };
    rate(running, "failed", "failed.after");
    expect(answerOf(running, "failed")?.gaps).toEqual([
      { at: clock.wallMs, gapMs: 60 * MINUTE - 500, takenOff: false },
    ]);
  });

  test("a submitted session never changes", async () => {
    await putWholeSessions(database, [submittedInterview(id)]);
    const running = await openTab();
    running.change((whole, now) => summarise(whole, "Another one.", now));
    rate(running, "recipe", "recipe.trial");
    expect(running.store.getState().whole).toEqual(submittedInterview(id));
    expect(await loadWholeSession(database, id)).toEqual(submittedInterview(id));
  });
});

describe("taking back", () => {
  const ratingOf = (running: RunningSession) => answerOf(running, "failed")?.areas["failed.cause"]?.rating;

  test("the last change is taken back and brought again, whichever way it was made, and each is saved", async () => {
    const running = await openTab();
    expect(running.undo()).toBeNull();
    rate(running, "failed", "failed.cause");
    running.change((whole, now) =>
      changeAnswer(whole, "recipe", (answer) => ({ ...answer, addedMinutes: 2 }), now),
    );
    running.change((whole, now) => showQuestion(whole, "recipe", now));
    expect(running.undo()).toEqual({
      questionId: "recipe",
      parts: [{ kind: "addedMinutes", from: 2, to: 0 }],
    });
    expect(running.undo()?.questionId).toBe("failed");
    expect([running.undo(), ratingOf(running)]).toEqual([null, null]);
    await untilSaved(running);
    expect(await loadWholeSession(database, id)).toEqual(running.store.getState().whole);
    expect(running.redo()?.questionId).toBe("failed");
    expect(ratingOf(running)).toBe(4);
  });

  test("the clock that runs goes on, and so does a sleep that was not seen yet", async () => {
    const running = await openTab();
    rate(running, "failed", "failed.cause");
    clock = { wallMs: clock.wallMs + 60 * MINUTE, monotonicMs: clock.monotonicMs + 500 };
    running.undo();
    expect(answerOf(running, "failed")).toMatchObject({
      timer: { startedAt: START },
      gaps: [{ gapMs: 60 * MINUTE - 500 }],
    });
  });

  test("a tab that only reads takes nothing back; one that takes over takes back its own changes alone", async () => {
    const first = await openTab();
    const second = await openTab();
    rate(first, "failed", "failed.cause");
    expect(second.undo()).toBeNull();
    await second.takeOver();
    expect([first.undo(), second.undo(), ratingOf(second)]).toEqual([null, null, 4]);
    second.changeAnswer("failed", (answer) => rateArea(answer, "failed.cause", 2));
    await first.takeOver();
    expect([first.undo(), ratingOf(first)]).toEqual([null, 2]);
  });

  test("nothing is taken back from what was handed over; once it goes on here, it is", async () => {
    const running = await openTab();
    rate(running, "failed", "failed.cause");
    running.change(handOver);
    expect([running.undo(), running.redo(), ratingOf(running)]).toEqual([null, null, 4]);
    running.change(continueHere);
    expect([running.undo()?.questionId, ratingOf(running)]).toEqual(["failed", null]);
  });

  test("nothing is taken back from a scorecard that is submitted", async () => {
    await putWholeSessions(database, [completeInterview(id)]);
    const running = await openTab();
    running.changeAnswer("failed", (answer) => rateArea(answer, "failed.after", 3));
    running.change(submitSession);
    expect(running.store.getState().whole.session.status).toBe("submitted");
    expect(running.undo()).toBeNull();
    expect(answerOf(running, "failed")?.areas["failed.after"]?.rating).toBe(3);
  });
});

describe("a submission that can be taken back", () => {
  const statusOnDisk = async () => (await loadWholeSession(database, id))?.session.status;
  const pending = () => submitSoon(completeInterview(id), clock.wallMs);

  beforeEach(() => pass(20 * MINUTE));

  test("is made by whoever opens the session after its time, when the tab it was made in is gone", async () => {
    await putWholeSessions(database, [pending()]);
    pass(HALF_A_MINUTE);
    const running = await openTab();
    const { session } = running.store.getState().whole;
    expect(session).toMatchObject({ status: "submitted", submittedAt: clock.wallMs });
    expect(session).not.toHaveProperty("submitsAt");
    await vi.waitFor(async () => expect(await statusOnDisk()).toBe("submitted"));
  });

  test("can still be taken back by whoever opens the session before", async () => {
    await putWholeSessions(database, [pending()]);
    pass(HALF_A_MINUTE - 1000);
    const running = await openTab();
    expect(running.store.getState().whole.session.status).toBe("wrapUp");
    running.change(takeBackSubmission);
    pass(MINUTE);
    running.change((whole, now) => summarise(whole, "Another one.", now));
    await untilSaved(running);
    expect(await statusOnDisk()).toBe("wrapUp");
    expect(await readAuditEntries(database, [id])).toMatchObject([{ change: { what: "takenBack" } }]);
  });

  test("that a page took back as it went is logged by whoever takes up what it left", async () => {
    await putWholeSessions(database, [pending()]);
    const { session } = takeBackSubmission(pending(), clock.wallMs + 1);
    leaveBehind(database, { kind: "session", session, answers: [] });
    await takeUpLeftBehind(database, { kind: "session", id });
    expect((await loadWholeSession(database, id))?.session).not.toHaveProperty("submitsAt");
    expect(await readAuditEntries(database, [id])).toMatchObject([{ change: { what: "takenBack" } }]);
  });

  test("is made before any change that comes after its time", async () => {
    await putWholeSessions(database, [pending()]);
    const running = await openTab();
    pass(HALF_A_MINUTE);
    running.change(takeBackSubmission);
    expect(running.store.getState().whole.session.status).toBe("submitted");
  });
});

describe("a second tab", () => {
  test("it only reads: it changes nothing, and follows the one that writes", async () => {
    const first = await openTab();
    const second = await openTab();
    expect([mode(first), mode(second)]).toEqual(["writing", "reading"]);

    const before = second.store.getState().whole;
    rate(second, "failed", "failed.cause");
    second.change((whole, now) => summarise(whole, "From the second.", now));
    expect(second.store.getState().whole).toBe(before);

    first.change((whole, now) => askQuestion(whole, "recipe", now));
    await vi.waitFor(() =>
      expect(second.store.getState().whole.session).toMatchObject({
        currentQuestionId: "recipe",
        summary: "",
      }),
    );
  });

  test("a sleep of the machine is recorded once, by the tab that writes", async () => {
    const first = await openTab();
    const second = await openTab();
    rate(first, "failed", "failed.cause");
    clock = { wallMs: clock.wallMs + 60 * MINUTE, monotonicMs: clock.monotonicMs + 500 };
    await vi.waitFor(() => {
      expect(second.store.getState().now).toBe(clock.wallMs);
      expect(first.store.getState().now).toBe(clock.wallMs);
    });
    await untilSaved(first);
    expect((await loadWholeSession(database, id))?.answers["failed"]?.gaps).toHaveLength(1);
    await vi.waitFor(() => expect(second.store.getState().whole).toEqual(first.store.getState().whole));
  });

  test("it can take the session over, with all that the first one wrote", async () => {
    const first = await openTab();
    const second = await openTab();
    rate(first, "failed", "failed.cause");
    await second.takeOver();
    expect([mode(first), mode(second)]).toEqual(["reading", "writing"]);
    expect(answerOf(second, "failed")?.areas["failed.cause"]?.rating).toBe(4);
  });

  test("it goes on by itself when the first one is closed", async () => {
    const first = await openTab();
    const second = await openTab();
    first.close();
    await vi.waitFor(() => expect(mode(second)).toBe("writing"));
    rate(second, "failed", "failed.cause");
    await untilSaved(second);
    expect((await loadWholeSession(database, id))?.answers["failed"]).toBeDefined();
  });
});

test("a tab that is reloaded goes on writing, though another stands in line", async () => {
  const first = await openTab();
  const second = await openTab();
  await second.takeOver();
  vi.spyOn(performance, "getEntriesByType").mockReturnValue([
    { type: "reload" } as unknown as PerformanceEntry,
  ]);
  const reloaded = await openTab();
  expect([first, second, reloaded].map(mode)).toEqual(["reading", "reading", "writing"]);
});

test("so does one that was left and opened again before its last changes were saved", async () => {
  const first = await openTab();
  const mendDisk = breakDisk();
  rate(first, "failed", "failed.cause");
  first.close();
  expect(await openTab()).toBe(first);
  const second = await openTab();
  mendDisk();
  await untilSaved(first);
  vi.spyOn(performance, "getEntriesByType").mockReturnValue([
    { type: "reload" } as unknown as PerformanceEntry,
  ]);
  const reloaded = await openTab();
  expect([first, second, reloaded].map(mode)).toEqual(["reading", "reading", "writing"]);
});

describe("work that could not be saved", () => {
  test("it outlives its screen: the next visit finds it, and it is written when that is possible", async () => {
    const running = await openTab();
    const mendDisk = breakDisk();
    rate(running, "failed", "failed.cause");
    await vi.waitFor(() => expect(saveKind(running)).toBe("failed"));
    running.close();
    const source = { kind: "sessions", ids: [id] } as const;
    const exported: unknown[] = [];
    for await (const { first } of scorecardsOf({ database } as AppParts, source))
      exported.push(first.answers["failed"]?.areas["failed.cause"]?.rating);
    expect(exported).toEqual([4]);
    expect(await openTab()).toBe(running);

    mendDisk();
    rate(running, "failed", "failed.after");
    await untilSaved(running);
    expect((await loadWholeSession(database, id))?.answers["failed"]?.areas).toMatchObject({
      "failed.cause": { rating: 4 },
      "failed.after": { rating: 4 },
    });
  });

  test("left alone it is tried again until it is written, and only then lets go of the session", async () => {
    const running = await openTab();
    const mendDisk = breakDisk();
    rate(running, "failed", "failed.cause");
    running.close();
    expect((await navigator.locks.query()).held).toHaveLength(1);

    mendDisk();
    await untilNobodyWrites();
    expect((await loadWholeSession(database, id))?.answers["failed"]?.areas["failed.cause"]?.rating).toBe(4);
  });
});

describe("a page that goes away before its last keys are on the disk", () => {
  const left = () => isLeftBehind({ kind: "session", id });
  const savedRating = async () =>
    (await loadWholeSession(database, id))?.answers["failed"]?.areas["failed.cause"]?.rating;

  /** As a page does of which the browser then drops the writes in its queue. */
  function leaveUnwritten(): void {
    const { session } = liveInterview(id);
    const answer = rateArea(newAnswer(id, "failed", clock.wallMs), "failed.cause", 4);
    leaveBehind(database, { kind: "session", session, answers: [answer] });
  }

  test("they are taken up and written where the session was handed over with them, which stays so", async () => {
    const away = handOver(liveInterview(id), clock.wallMs);
    await database.sessions.update(id, away.session);
    const answer = rateArea(newAnswer(id, "failed", clock.wallMs), "failed.cause", 4);
    leaveBehind(database, { kind: "session", session: away.session, answers: [answer] });
    const running = await openTab();
    expect(answerOf(running, "failed")?.areas).toMatchObject({ "failed.cause": { rating: 4 } });
    expect(running.store.getState().whole.session).toEqual(away.session);
    await vi.waitFor(async () => expect(await savedRating()).toBe(4));
    await vi.waitFor(() => expect(left()).toBe(false));
  });

  test("it leaves them behind until they are written: what can't be written at once, before anything says that it goes", async () => {
    const running = await openTab();
    const mendDisk = breakDisk();
    rate(running, "failed", "failed.cause");
    await vi.waitFor(() => expect(left()).toBe(true));
    expect(await readLeftSession(database, id)).toMatchObject({
      answers: [{ questionId: "failed", areas: { "failed.cause": { rating: 4 } } }],
    });
    mendDisk();
    await untilSaved(running);
    expect(left()).toBe(false);
    leaveDocuments();
    expect(left()).toBe(false);
  });

  test("the next one that opens the session has them, writes them, and leaves nothing behind", async () => {
    leaveUnwritten();
    expect([left(), await savedRating()]).toEqual([true, undefined]);
    const next = await openTab();
    expect(answerOf(next, "failed")?.areas["failed.cause"]?.rating).toBe(4);
    await untilSaved(next);
    expect([left(), await savedRating()]).toEqual([false, 4]);
  });

  test("a tab that only reads the library writes them too, as soon as no tab has the session", async () => {
    leaveUnwritten();
    keepTakingUp({ database }, 0);
    await vi.waitFor(async () => expect([left(), await savedRating()]).toEqual([false, 4]));
  });

  test("so does one that was open when the page went", async () => {
    keepTakingUp({ database }, 0);
    leaveUnwritten();
    window.dispatchEvent(new StorageEvent("storage", { key: `left behind session ${id}`, newValue: "{}" }));
    await vi.waitFor(async () => expect([left(), await savedRating()]).toEqual([false, 4]));
  });

  test("what is newer in the database stays", async () => {
    leaveUnwritten();
    const newer = rateArea(newAnswer(id, "failed", clock.wallMs + MINUTE), "failed.cause", 2);
    await database.answers.put(newer);
    const next = await openTab();
    expect(answerOf(next, "failed")?.areas["failed.cause"]?.rating).toBe(2);
  });

  test("a scorecard that was submitted meanwhile stays as it was submitted", async () => {
    leaveUnwritten();
    await putWholeSessions(database, [submittedInterview(id)]);
    leaveUnwritten();
    keepTakingUp({ database }, 0);
    await vi.waitFor(() => expect(left()).toBe(false));
    expect(await loadWholeSession(database, id)).toEqual(submittedInterview(id));
  });

  test("a session that is deleted leaves nothing behind, and does not come back", async () => {
    leaveUnwritten();
    await deleteSession(database, id, START);
    expect(left()).toBe(false);
    leaveUnwritten();
    keepTakingUp({ database }, 0);
    await vi.waitFor(() => expect(left()).toBe(false));
    expect(await loadWholeSession(database, id)).toBeUndefined();
  });

  test("what the version before an update left is taken up after it", async () => {
    leaveUnwritten();
    const key = `left behind session ${id}`;
    localStorage.setItem(key, (localStorage.getItem(key) ?? "").replace(/"verno":\d+/u, '"verno":5'));
    const next = await openTab();
    expect(answerOf(next, "failed")?.areas).not.toEqual({});
  });

  test.each([
    ["rows of a later version of the database", (text: string) => text.replace(/"verno":\d+/u, '"verno":99')],
    ["rows of another version of the database", (text: string) => text.replace(/"verno":\d+/u, '"verno":1')],
    ["words that another page wrote under their key", () => "{"],
  ])("%s are not taken up", async (_title, spoil) => {
    leaveUnwritten();
    const key = `left behind session ${id}`;
    localStorage.setItem(key, spoil(localStorage.getItem(key) ?? ""));
    const next = await openTab();
    expect([left(), answerOf(next, "failed")?.areas]).toEqual([false, {}]);
  });
});

describe("a page that is left with work that could not be saved", () => {
  test("is known to have it, and no longer once it is saved", async () => {
    const running = await openTab();
    expect(isWorkUnwritten()).toBe(false);
    const mendDisk = breakDisk();
    rate(running, "failed", "failed.cause");
    await vi.waitFor(() => expect(saveKind(running)).toBe("failed"));
    expect(isWorkUnwritten()).toBe(true);
    mendDisk();
    rate(running, "failed", "failed.after");
    await untilSaved(running);
    expect(isWorkUnwritten()).toBe(false);
  });

  test("keeps that work on the screen where another tab takes the interview over", async () => {
    const [first, second] = await takenOverUnsaved();
    expect([mode(first), saveKind(first)]).toEqual(["reading", "failed"]);
    expect(answerOf(first, "failed")?.areas["failed.cause"]?.rating).toBe(4);
    second.change((whole, now) => askQuestion(whole, "recipe", now));
    await untilSaved(second);
    // What the other writes does not cover it.
    expect(answerOf(first, "failed")?.areas["failed.cause"]?.rating).toBe(4);

    first.close();
    const exported: unknown[] = [];
    const source = { kind: "sessions", ids: [id] } as const;
    for await (const one of scorecardsOf({ database } as AppParts, source))
      exported.push(one.first.session.currentQuestionId);
    // An export is of what the other one writes.
    expect(exported).toEqual(["recipe"]);
  });

  test("and is shown again leaves the interview to the tab that took it over, also when it is reloaded", async () => {
    const [first, second] = await takenOverUnsaved();
    first.close();
    expect(await openTab()).toBe(first);
    expect(answerOf(first, "failed")?.areas["failed.cause"]?.rating).toBe(4);
    vi.spyOn(performance, "getEntriesByType").mockReturnValue([
      { type: "reload" } as unknown as PerformanceEntry,
    ]);
    const reloaded = await openTab();
    expect([first, second, reloaded].map(mode)).toEqual(["reading", "writing", "reading"]);
  });
});

test("a take-over that is asked for twice is done once, and this tab goes on writing", async () => {
  const [first, second] = [await openTab(), await openTab()];
  const lost = vi.fn();
  second.store.subscribe(() => {
    if (second.store.getState().mode === "reading") lost();
  });
  const [one, other] = [second.takeOver(), second.takeOver()];
  await one;
  rate(second, "failed", "failed.cause");
  await other;
  await vi.waitFor(() => expect(saveKind(second)).toBe("saved"));
  expect([mode(first), mode(second), lost.mock.calls.length]).toEqual(["reading", "writing", 0]);
  expect(second.undo()).not.toBeNull();
});

test("the first key after a hang is not lost where another tab asks for the session in that moment", async () => {
  const [first, second] = [await openTab(), await openTab()];
  pass(1000);
  const taking = second.takeOver();
  // On a busy machine the browser's answer about locks takes a moment.
  const query = navigator.locks.query.bind(navigator.locks);
  vi.spyOn(navigator.locks, "query").mockImplementation(async () => {
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
    return query();
  });
  rate(first, "failed", "failed.cause");
  await taking;
  expect(answerOf(second, "failed")?.areas["failed.cause"]?.rating).toBe(4);
});

test("a letter is written at once, and what follows hears once of several letters and of the end of their writing", async () => {
  const running = await openTab();
  const begin = vi.spyOn(database.backendDB(), "transaction");
  const heard = vi.fn();
  const unfollow = running.store.subscribe(heard);
  for (const note of ["s", "sa"]) running.typeInAnswer("q1", (answer) => noteArea(answer, "a", note));
  expect([begin.mock.calls.length, heard.mock.calls.length]).toEqual([2, 0]);
  expect(running.store.getState()).toMatchObject({
    whole: { answers: { q1: { areas: { a: { note: "sa" } } } } },
    saveState: { kind: "saving" },
  });
  expect(running.undo()).toBeNull();
  await vi.waitFor(() => expect(running.store.getState().saveState.kind).toBe("saved"));
  await vi.waitFor(() => expect(heard.mock.lastCall?.[0]).toBe(running.store.getState()));
  // Of both letters and of their writing together.
  expect(heard).toHaveBeenCalledTimes(1);
  expect((await loadWholeSession(database, id))?.answers["q1"]?.areas["a"]?.note).toBe("sa");
  unfollow();
});

test("leaving an empty quick note changes nothing, and writes nothing", async () => {
  const running = await openTab();
  const before = running.store.getState().whole;
  running.changeAnswer("failed", dropEmptyNotes);
  expect(running.store.getState().whole).toBe(before);
});

test("a live interview says every ten seconds that it is still on", async () => {
  const running = await openTab();
  const seenAt = () => running.store.getState().whole.session.seenAt;
  pass(30_000);
  await vi.waitFor(() => expect(seenAt()).toBe(clock.wallMs));
  const before = seenAt();
  pass(5000);
  await vi.waitFor(() => expect(running.store.getState().now).toBe(clock.wallMs));
  expect(seenAt()).toBe(before);
});

test("a live interview that has never said that it is on says so with the first second", async () => {
  const { session, ...others } = liveInterview(id);
  await putWholeSessions(database, [{ ...others, session: { ...session, seenAt: null } }]);
  const running = await openTab();
  await vi.waitFor(() => expect(running.store.getState().whole.session.seenAt).toBe(clock.wallMs));
  await untilSaved(running);
  expect((await loadWholeSession(database, id))?.session.seenAt).toBe(clock.wallMs);
});

test("a session that was handed over stands still, also over a reload, until it goes on here", async () => {
  const running = await openTab();
  running.change(handOver);
  const { whole } = running.store.getState();
  pass(30_000);
  rate(running, "failed", "failed.cause");
  await vi.waitFor(() => expect(running.store.getState().now).toBe(clock.wallMs));
  expect(running.store.getState().whole).toBe(whole);
  running.close();
  await untilNobodyWrites();
  pass(5 * MINUTE);
  const again = await openTab();
  expect(again.store.getState().whole).toEqual(whole);
  again.change(continueHere);
  expect(answerOf(again, "failed")?.gaps).toMatchObject([{ gapMs: 5 * MINUTE + 30_000 }]);
  rate(again, "failed", "failed.cause");
  expect(answerOf(again, "failed")?.areas).toMatchObject({ "failed.cause": { rating: 4 } });
});

test("shown in another window, its seconds go on by that one’s timer too, until it is shown there no more", async () => {
  const running = await openTab();
  let tick = () => {};
  const cleared: number[] = [];
  const view = {
    setInterval: (act: () => void) => {
      tick = act;
      return 7;
    },
    clearInterval: (timer: number) => void cleared.push(timer),
  };
  const hide = running.showIn(view);
  const before = running.store.getState().now;
  pass(5000);
  tick();
  expect(running.store.getState().now).toBe(before + 5000);
  hide();
  expect(cleared).toEqual([7]);
});

test("screen-share mode belongs to the interview and its tab: it is there after a reload, and nowhere else", async () => {
  const running = await openTab();
  running.share(true);
  expect(running.store.getState().isShared).toBe(true);
  running.close();
  await untilNobodyWrites();
  expect((await openTab()).store.getState().isShared).toBe(true);
  await putWholeSessions(database, [liveInterview("another")]);
  const own = id;
  id = "another";
  expect((await openTab()).store.getState().isShared).toBe(false);
  // Another tab has a storage of its own.
  id = own;
  sessionStorage.clear();
  const other = await openTab();
  other.share(true);
  other.share(false);
  expect(running.store.getState().isShared).toBe(true);
});

test("there is nothing to open where there is no such session", async () => {
  await database.sessions.clear();
  await expect(openTab()).rejects.toThrow("There is no such session.");
});
