// @vitest-environment jsdom
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { areaAnswer, noteArea, rateArea } from "../../../src/domain/session/answer.ts";
import { openSession, type RunningSession } from "../../../src/state/session/runningSession.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { leaveDocuments, openWriters } from "../../../src/storage/openWriters.ts";
import { loadWholeSession, putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { amountOf } from "../../amount.ts";
import { liveInterview, smallGuide, START } from "../../smallInterview.ts";
import { createLocks } from "../fakeLocks.ts";

/** Each is an interview of its own. */
const SEEDS = amountOf(2000, 24);
/** From the start of the interview to its being opened: too short for a gap. */
const AWAY = 30_000;

const areas = smallGuide.questions.flatMap(({ id, areas: of }) => of.map((area) => [id, area.id] as const));

type Operation =
  | { readonly kind: "rate"; readonly at: number; readonly value: number }
  | { readonly kind: "note"; readonly at: number; readonly text: string }
  | { readonly kind: "undo" | "redo" | "wait" }
  /** From now on the browser's queue holds what is begun, until the page is gone: none of it gets to the disk. */
  | { readonly kind: "hold" }
  /** The page is reloaded, left or closed, and says so; or its process is killed, and says nothing. */
  | { readonly kind: "leave" | "kill" };

const at = fc.nat(areas.length - 1);
const operation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant("rate"), at, value: fc.integer({ min: 1, max: 5 }) }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("note"), at, text: fc.string({ maxLength: 8 }) }) },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constantFrom("undo", "redo", "wait", "hold", "leave", "kill") }),
  },
);

/** What a person has put into an interview, worked out without the code under test. */
interface Model {
  readonly ratings: readonly (number | null)[];
  readonly notes: readonly string[];
}

interface Change {
  readonly at: number;
  readonly from: number | null;
  readonly to: number | null;
}

const empty: Model = { ratings: areas.map(() => null), notes: areas.map(() => "") };

/** A page that has the interview open, on a connection of its own. */
interface OpenPage {
  readonly running: RunningSession;
  /** No write that is begun from now on gets to the disk, and none is heard of. */
  readonly hold: () => void;
  readonly read: () => Promise<Model>;
  readonly end: () => void;
}

beforeEach(() => {
  // What waits for time to pass waits for none; the database is not held up.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
});
afterEach(() => {
  vi.useRealTimers();
  localStorage.clear();
  sessionStorage.clear();
});

/** Lets time pass until it is settled. */
async function passing<T>(work: Promise<T>): Promise<T> {
  const ended = new AbortController();
  const settled = work.finally(() => ended.abort());
  // What it waits for may be the database.
  while (!ended.signal.aborted) {
    await vi.advanceTimersByTimeAsync(50);
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
  return settled;
}

async function openPage(name: string): Promise<OpenPage> {
  Object.defineProperty(navigator, "locks", { value: createLocks(), configurable: true });
  openWriters.clear();
  vi.clearAllTimers();
  const database = createDatabase(name);
  const app = {
    database,
    clock: { now: () => START + AWAY, monotonic: () => AWAY },
    newId: () => "n1",
    appName: "Test 1",
  };
  const running = await passing(openSession(app, "s1"));
  if (!running) throw new Error("The interview is not there.");
  expect(running.store.getState().mode).toBe("writing");
  const connection = database.backendDB();
  const begin = connection.transaction.bind(connection);
  const held = { objectStore: () => ({ put: () => ({}) }), commit: () => {}, abort: () => {} };
  return {
    running,
    hold: () => {
      vi.spyOn(connection, "transaction").mockImplementation((...args) =>
        args[1] === "readwrite" ? (held as unknown as IDBTransaction) : begin(...args),
      );
    },
    read: async () => {
      const other = createDatabase(name);
      const whole = await passing(loadWholeSession(other, "s1"));
      other.close();
      const answers = areas.map(([questionId, areaId]) => areaAnswer(whole?.answers[questionId], areaId));
      return {
        ratings: answers.map(({ rating }) => (typeof rating === "number" ? rating : null)),
        notes: answers.map(({ note }) => note),
      };
    },
    end: () => database.close(),
  };
}

let count = 0;

async function play(operations: readonly Operation[]): Promise<void> {
  const name = `crashes ${count++}`;
  localStorage.clear();
  sessionStorage.clear();
  const first = createDatabase(name);
  await passing(putWholeSessions(first, [liveInterview("s1")]));
  first.close();
  let page = await openPage(name);
  let model = empty;
  let [done, undone]: [readonly Change[], readonly Change[]] = [[], []];
  /** What it has been since it was said to be saved last, each in its order. */
  let since: Model[] = [model];
  const become = (next: Model) => {
    model = next;
    since.push(next);
    if (page.running.store.getState().saveState.kind === "saved") since = [next];
  };
  const withRating = (place: number, rating: number | null): Model => ({
    ...model,
    ratings: model.ratings.with(place, rating),
  });
  const afterPage = async () => {
    page.end();
    page = await openPage(name);
    [done, undone] = [[], []];
  };
  for (const one of [...operations, { kind: "kill" } as const]) {
    switch (one.kind) {
      case "rate": {
        const [questionId, areaId] = areas[one.at]!;
        page.running.changeAnswer(questionId, (answer) => rateArea(answer, areaId, one.value));
        const from = model.ratings[one.at]!;
        if (from !== one.value) {
          done = [...done, { at: one.at, from, to: one.value }];
          undone = [];
        }
        become(withRating(one.at, one.value));
        break;
      }
      case "note": {
        const [questionId, areaId] = areas[one.at]!;
        page.running.typeInAnswer(questionId, (answer) => noteArea(answer, areaId, one.text));
        become({ ...model, notes: model.notes.with(one.at, one.text) });
        break;
      }
      case "undo": {
        page.running.undo();
        const last = done.at(-1);
        if (!last) break;
        [done, undone] = [done.slice(0, -1), [...undone, last]];
        become(withRating(last.at, last.from));
        break;
      }
      case "redo": {
        page.running.redo();
        const last = undone.at(-1);
        if (!last) break;
        [done, undone] = [[...done, last], undone.slice(0, -1)];
        become(withRating(last.at, last.to));
        break;
      }
      case "wait":
        await new Promise((resolve) => {
          setImmediate(resolve);
        });
        become(model);
        break;
      case "hold":
        page.hold();
        break;
      case "leave":
        leaveDocuments();
        page.hold();
        await afterPage();
        // Nothing is lost, also of what the queue held.
        since = [model];
        break;
      case "kill": {
        page.hold();
        const found = await page.read();
        expect(since).toContainEqual(found);
        model = found;
        since = [found];
        await afterPage();
        break;
      }
    }
    const { whole } = page.running.store.getState();
    const shown = areas.map(([questionId, areaId]) => areaAnswer(whole.answers[questionId], areaId));
    expect(shown.map(({ note }) => note)).toEqual(model.notes);
    expect(shown.map(({ rating }) => rating)).toEqual(model.ratings);
  }
  page.end();
}

test(
  "whatever is rated, noted and taken back, and wherever the page is left or killed: nothing that was said to be saved is lost, and nothing at all where the page was left",
  { timeout: 1_500_000 },
  async () => {
    await fc.assert(fc.asyncProperty(fc.array(operation, { minLength: 4, maxLength: 24 }), play), {
      numRuns: SEEDS,
    });
  },
);
