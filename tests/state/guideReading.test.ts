// @vitest-environment jsdom
import { renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useGuideReader, type ReadingAnswer } from "../../src/state/guideReading.ts";

/** The workers that were started; the first one never answers. */
let workers: FakeWorker[] = [];

class FakeWorker {
  onmessage: ((event: MessageEvent<ReadingAnswer>) => void) | null = null;
  onerror: (() => void) | null = null;
  isEnded = false;
  readonly #answers: boolean;

  constructor() {
    this.#answers = workers.length > 0;
    workers.push(this);
  }

  postMessage(): void {
    if (!this.#answers) return;
    const data: ReadingAnswer = { problem: "Nothing is in it." };
    queueMicrotask(() => this.onmessage?.(new MessageEvent("message", { data })));
  }

  terminate(): void {
    this.isEnded = true;
  }
}

beforeEach(() => {
  workers = [];
  vi.useFakeTimers();
  vi.stubGlobal("Worker", FakeWorker);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a text that takes minutes is given up after one, with a sentence, and the next one is read", async () => {
  const { result } = renderHook(() => useGuideReader());
  const source = { text: "made to be slow", format: undefined } as const;
  const said: string[] = [];
  const listen = (name: string) =>
    result.current.read(source, new Map()).catch((error: unknown) => said.push(`${name}: ${String(error)}`));
  const both = [listen("first"), listen("second")];
  await vi.advanceTimersByTimeAsync(59_000);
  expect(said).toEqual([]);
  await vi.advanceTimersByTimeAsync(2_000);
  await Promise.all(both);
  // The second one waited for the reader that was given up.
  expect(said).toEqual([
    "first: Error: This takes too long to read. Bring in a shorter part of it.",
    "second: Error: This takes too long to read. Bring in a shorter part of it.",
  ]);
  expect(workers.map(({ isEnded }) => isEnded)).toEqual([true]);
  await expect(result.current.read(source, new Map())).rejects.toThrow("Nothing is in it.");
  expect(workers).toHaveLength(2);
});
