import fc from "fast-check";
import { expect, test } from "vitest";
import type { Database } from "../../src/storage/database.ts";
import { createDocumentWriter, type Timers, type WrittenDocument } from "../../src/storage/documentWriter.ts";
import {
  nextWriterState,
  retryAfterMs,
  type WriterEvent,
  type WriterState,
} from "../../src/storage/writerState.ts";

const states: { readonly [K in WriterState["kind"]]: WriterState } = {
  saved: { kind: "saved" },
  saving: { kind: "saving" },
  held: { kind: "held" },
  failed: { kind: "failed", failure: "full", message: "The disk is full." },
  reconnecting: { kind: "reconnecting", failure: "disconnected", message: "It is gone.", attempts: 2 },
};

const events: { readonly [K in WriterEvent["kind"]]: WriterEvent } = {
  changed: { kind: "changed" },
  written: { kind: "written" },
  aborted: { kind: "aborted", failure: "other", message: "The disk is broken." },
  disconnected: { kind: "disconnected", message: "It is gone." },
  opened: { kind: "opened" },
  openFailed: { kind: "openFailed", failure: "gone", message: "It is empty." },
  hung: { kind: "hung" },
  certain: { kind: "certain" },
};

/** What becomes of each state; what is not named stays as it is. */
const walk: {
  readonly [K in WriterState["kind"]]: Partial<Record<WriterEvent["kind"], WriterState["kind"]>>;
} = {
  saved: { changed: "saving", aborted: "failed", disconnected: "reconnecting" },
  saving: { written: "saved", aborted: "failed", disconnected: "reconnecting", hung: "held" },
  held: { disconnected: "reconnecting", certain: "saving" },
  failed: { written: "saved", disconnected: "reconnecting", hung: "held" },
  reconnecting: { opened: "saving" },
};

test.each(
  Object.values(states).flatMap((state) => Object.values(events).map((event) => [state, event] as const)),
)("$kind, then $1.kind", (state, event) => {
  expect(nextWriterState(state, event).kind).toBe(walk[state.kind][event.kind] ?? state.kind);
});

test("whatever is not written is tried again, or waits for something that comes", () => {
  expect(Object.values(states).map((state) => [state.kind, retryAfterMs(state)])).toEqual([
    ["saved", null],
    ["saving", null],
    ["held", null],
    ["failed", 1000],
    ["reconnecting", 400],
  ]);
});

test("openings that fail are tried further and further apart, and half a minute at most", () => {
  let state = nextWriterState(states.saving, events.disconnected);
  const pauses: (number | null)[] = [];
  for (let index = 0; index < 12; index++) {
    pauses.push(retryAfterMs(state));
    state = nextWriterState(state, { kind: "openFailed", failure: "disconnected", message: "It is locked." });
  }
  expect(pauses).toEqual([100, 200, 400, 800, 1600, 3200, 6400, 12_800, 25_600, 30_000, 30_000, 30_000]);
});

test("a full disk that takes the connection along stays a full disk, and is looked at every second, until there is room", () => {
  const full = { failure: "full", message: "The disk is full." } as const;
  let state = nextWriterState(states.failed, events.disconnected);
  for (let index = 0; index < 9; index++) {
    expect(state).toMatchObject({ kind: "reconnecting", ...full });
    expect(retryAfterMs(state)).toBe(1000);
    state = nextWriterState(state, {
      kind: "openFailed",
      failure: "disconnected",
      message: "Internal error.",
    });
  }
  expect(nextWriterState(state, events.opened).kind).toBe("saving");
  expect(nextWriterState(state, events.openFailed)).toMatchObject({ failure: "gone" });
});

interface Row {
  readonly key: string;
  readonly text: number;
}

interface Write {
  readonly parts: readonly Row[];
  readonly transaction: IDBTransaction;
}

/** A database whose every answer comes when the test says so, as one on a busy machine, and timers that do. */
function fakeMachine() {
  const disk = new Map<string, number>();
  const inFlight: Write[] = [];
  const timers = new Map<object, () => void>();
  const machine = { isConnected: true, opens: true };
  const database = {
    name: "fake",
    verno: 1,
    backendDB: () => ({
      transaction: () => {
        if (!machine.isConnected) throw new DOMException("It is closing.", "InvalidStateError");
        return { abort: () => {} };
      },
    }),
    table: () => ({ schema: { indexes: [] } }),
    close: () => {
      machine.isConnected = false;
    },
    open: () => {
      if (!machine.opens) return Promise.reject(new Error("It can't be opened."));
      machine.isConnected = true;
      return Promise.resolve();
    },
  } as unknown as Database;
  const document: WrittenDocument<Row> = {
    kind: "session",
    id: "fake",
    mostInFlight: 3,
    isShared: false,
    storesOf: () => ["answers"],
    put: (transaction, parts) => void inFlight.push({ parts, transaction }),
    isIn: () => Promise.resolve(true),
    toLeave: () => null,
  };
  const clock: Timers = {
    set: (act) => {
      const timer = {};
      timers.set(timer, act);
      return timer;
    },
    clear: (timer) => void timers.delete(timer as object),
  };
  return {
    machine,
    database,
    document,
    clock,
    disk,
    isQuiet: () => inFlight.length === 0 && timers.size === 0,
    /** Ends the write that was begun first: only of those of one connection the browser keeps the order. */
    end: (error: DOMException | null) => {
      const write = inFlight.shift();
      if (!write) return;
      if (error === null) for (const { key, text } of write.parts) disk.set(key, text);
      const { transaction } = write;
      Object.defineProperty(transaction, "error", { value: error });
      const event = { target: transaction } as unknown as Event;
      if (error === null) transaction.oncomplete?.(event);
      else transaction.onabort?.(event);
    },
    ring: () => {
      const [first] = timers;
      if (!first) return;
      timers.delete(first[0]);
      first[1]();
    },
  };
}

const pause = () =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

test("in whatever order keys, writes, losses, openings and hangs come, all is saved once the database works", async () => {
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("a", "b").map((key) => ({ kind: "key" as const, key })) },
    { weight: 2, arbitrary: fc.constant({ kind: "written" as const }) },
    fc.constantFrom("QuotaExceededError", "UnknownError", "AbortError").map((name) => ({
      kind: "aborted" as const,
      name,
    })),
    fc.constantFrom(
      ...(["dies", "opensNot", "opens", "timer", "hang", "certain", "flush"] as const).map((kind) => ({
        kind,
      })),
    ),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 40 }),
      fc.infiniteStream(fc.boolean()),
      async (steps, fails) => {
        const fake = fakeMachine();
        const typed = new Map<string, number>();
        const hangs: (() => void)[] = [];
        const writer = createDocumentWriter(fake.database, fake.document, [], () => {}, fake.clock);
        for (const [at, one] of steps.entries()) {
          if (one.kind === "key") {
            typed.set(one.key, at);
            writer.save([{ key: one.key, text: at }]);
          } else if (one.kind === "written") fake.end(null);
          else if (one.kind === "aborted") fake.end(new DOMException("It came to nothing.", one.name));
          else if (one.kind === "dies") fake.machine.isConnected = false;
          else if (one.kind === "opensNot" || one.kind === "opens") fake.machine.opens = one.kind === "opens";
          else if (one.kind === "timer") fake.ring();
          else if (one.kind === "hang")
            writer.holdUntil(
              new Promise<void>((resolve) => {
                hangs.push(resolve);
              }),
            );
          else if (one.kind === "certain") hangs.shift()?.();
          else writer.flush();
          await pause();
          if (writer.state().kind === "saved") expect(fake.disk).toEqual(typed);
        }
        // It works from here on; what was in flight when the connection went may still come to nothing.
        fake.machine.opens = true;
        if (!fake.machine.isConnected)
          while (!fake.isQuiet() && writer.state().kind !== "reconnecting") {
            const isLost = fails.next().value as boolean;
            fake.end(isLost ? new DOMException("The connection went.", "AbortError") : null);
            fake.ring();
            await pause();
          }
        for (const resolve of hangs) resolve();
        await pause();
        for (let left = 200; left > 0 && writer.state().kind !== "saved"; left--) {
          fake.end(null);
          fake.ring();
          await pause();
        }
        expect(writer.state()).toEqual({ kind: "saved" });
        expect(fake.disk).toEqual(typed);
        await writer.settled();
      },
    ),
    { numRuns: 300 },
  );
});

test("a full disk is said to be full in whatever words the browser tells it, and while the database does not open for it", async () => {
  const fake = fakeMachine();
  const writer = createDocumentWriter(fake.database, fake.document, [], () => {}, fake.clock);
  writer.save([{ key: "a", text: 1 }]);
  fake.end(new DOMException("IO error: 000003.log: FILE_ERROR_NO_SPACE", "UnknownError"));
  expect(writer.state()).toMatchObject({ kind: "failed", failure: "full" });
  const expectThreeTries = async (kind: WriterState["kind"]) => {
    for (let left = 3; left > 0; left--) {
      fake.ring();
      await pause();
      expect(writer.state()).toMatchObject({ kind, failure: "full" });
    }
  };
  fake.machine.isConnected = false;
  fake.machine.opens = false;
  await expectThreeTries("reconnecting");
  fake.machine.opens = true;
  // There is no room for a new log yet.
  fake.database.isLogCut = true;
  await expectThreeTries("failed");
  fake.database.isLogCut = false;
  fake.ring();
  await pause();
  fake.end(null);
  expect(writer.state()).toEqual({ kind: "saved" });
  expect([...fake.disk]).toEqual([["a", 1]]);
});
