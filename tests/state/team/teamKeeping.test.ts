import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepTeams } from "../../../src/state/team/teamKeeping.ts";
import { newMachine } from "./teamMachines.ts";

const app = newMachine();
const { appName } = app;
const request = { databaseName: app.database.name, appName, address: "ws://team" };

let page: Window;
beforeEach(() => {
  page = new EventTarget() as Window;
});

/** Tells the page that it goes, or is back; and whether the browser keeps it as it is meanwhile. */
function tell(type: "pagehide" | "pageshow", persisted: boolean): void {
  page.dispatchEvent(Object.assign(new Event(type), { persisted }));
}

/** The workers of the page, the last one last. */
const workers: FakeWorker[] = [];
class FakeWorker {
  readonly said: unknown[] = [];
  isEnded = false;
  onmessage: (() => void) | null = null;

  constructor() {
    workers.push(this);
  }

  postMessage(message: unknown): void {
    this.said.push(message);
    queueMicrotask(() => this.onmessage?.());
  }

  terminate(): void {
    this.isEnded = true;
  }
}

/** Gives the lock to whoever asks first, as a browser does to one of its tabs. */
function stubBrowser() {
  const asked: string[] = [];
  const locks = {
    request: (name: string, hold: () => Promise<void>) => {
      asked.push(name);
      return asked.length === 1 ? hold() : new Promise(() => {});
    },
  };
  vi.stubGlobal("navigator", { locks });
  vi.stubGlobal("Worker", FakeWorker);
  return asked;
}

afterEach(() => {
  vi.unstubAllGlobals();
  workers.length = 0;
});

test("of two tabs one works for the teams of the browser: the other waits for the same lock", async () => {
  const asked = stubBrowser();
  for (const _tab of [1, 2]) keepTeams(app, "ws://team", page, (begin) => begin());
  await vi.waitFor(() => expect(workers.map(({ said }) => said)).toEqual([[request]]));
  expect(asked).toEqual(Array(2).fill("interview-scorecard team"));
});

test("where the browser has no locks, as on a page that is not secure, nothing is begun", () => {
  vi.stubGlobal("navigator", {});
  vi.stubGlobal("Worker", FakeWorker);
  keepTeams(app, "ws://team", page, (begin) => begin());
  expect(workers).toEqual([]);
});

test("a page that is kept for the way back lets go of what others wait for, and goes on when it is back", async () => {
  stubBrowser();
  keepTeams(app, "ws://team", page, (begin) => begin());
  await vi.waitFor(() => expect(workers).toHaveLength(1));
  await Promise.resolve();
  tell("pagehide", false);
  expect(workers[0]?.isEnded).toBe(false);
  tell("pagehide", true);
  expect(workers[0]?.isEnded).toBe(true);
  tell("pageshow", true);
  expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false]);
});
