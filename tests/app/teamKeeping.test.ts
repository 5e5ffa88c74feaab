// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepTeams } from "../../src/app/teamKeeping.ts";
import { newMachine } from "../state/team/teamMachines.ts";

const app = newMachine();

/** The workers of the page, the last one last. */
const workers: FakeWorker[] = [];
let isBroken = false;
const LOADING_MS = 20;

/** It has begun, or failed to, a moment after it is asked to. */
class FakeWorker {
  readonly said: unknown[] = [];
  isEnded = false;
  onmessage: (() => void) | null = null;
  onerror: (() => void) | null = null;

  constructor() {
    workers.push(this);
  }

  postMessage(message: unknown): void {
    this.said.push(message);
    setTimeout(() => {
      if (this.isEnded) return;
      if (isBroken) this.onerror?.();
      else this.onmessage?.();
    }, LOADING_MS);
  }

  terminate(): void {
    this.isEnded = true;
  }
}

/** Tells the page that it goes and is kept as it is, or that it is back. */
function tell(type: "pagehide" | "pageshow", persisted = true): void {
  window.dispatchEvent(Object.assign(new Event(type), { persisted }));
}

const running = () => workers.filter(({ isEnded }) => !isEnded).length;
const loaded = () => vi.advanceTimersByTimeAsync(2 * LOADING_MS);

let listeners = new AbortController();
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("Worker", FakeWorker);
  vi.stubGlobal("navigator", { locks: {} });
  isBroken = false;
  listeners = new AbortController();
  const { signal } = listeners;
  const add = window.addEventListener.bind(window);
  vi.spyOn(window, "addEventListener").mockImplementation((type: string, listener: unknown) =>
    add(type, listener as EventListener, { signal }),
  );
});

afterEach(() => {
  listeners.abort();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  workers.length = 0;
});

test("a worker works for the teams, and is told of the database and of the server on the app’s own address", async () => {
  keepTeams(app);
  await loaded();
  const address = new URL("team", document.baseURI).href.replace("http", "ws");
  expect(workers.map(({ said }) => said)).toEqual([
    [{ databaseName: app.database.name, appName: app.appName, address }],
  ]);
  tell("pagehide", false);
  expect(running()).toBe(1);
});

test("where the browser has no locks, as on a page that is not secure, nothing is begun", async () => {
  vi.stubGlobal("navigator", {});
  keepTeams(app);
  await loaded();
  expect(workers).toEqual([]);
});

test("a page that is kept for the way back lets go of what others wait for, and goes on when it is back", async () => {
  keepTeams(app);
  await loaded();
  tell("pagehide");
  expect(running()).toBe(0);
  tell("pageshow");
  await loaded();
  expect(running()).toBe(1);
});

test("so does one that is kept while its worker still loads", async () => {
  keepTeams(app);
  tell("pagehide");
  await loaded();
  expect(running()).toBe(0);
});

test("back, forth and back again in a moment leave one worker, and none where the page is kept", async () => {
  keepTeams(app);
  await loaded();
  for (const type of ["pagehide", "pageshow", "pagehide"] as const) tell(type);
  await loaded();
  expect(running()).toBe(0);
  tell("pageshow");
  await loaded();
  expect(running()).toBe(1);
});

test("a worker that does not start is begun again, and not while the page is kept", async () => {
  isBroken = true;
  keepTeams(app);
  await vi.advanceTimersByTimeAsync(5000);
  expect([workers.length > 1, running()]).toEqual([true, 1]);
  tell("pagehide");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(running()).toBe(0);
  tell("pageshow");
  isBroken = false;
  await loaded();
  expect(running()).toBe(1);
});
