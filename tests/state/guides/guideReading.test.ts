// @vitest-environment jsdom
import { renderHook, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Corrected } from "../../../src/interchange/guideText/guideText.ts";
import {
  useGuideReader,
  useReadGuide,
  type GuideSource,
  type ReadingAnswer,
} from "../../../src/state/guides/guideReading.ts";
import { pdfFile } from "../../interchange/guideText/pdfFile.ts";
import { DeadWorker, FakeWorker } from "../fakeWorkers.ts";

const none: Corrected = { said: new Map(), passed: [], asked: [] };

/** The workers that were started; the first one never answers. */
let workers: SlowWorker[] = [];

class SlowWorker {
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

/** A worker whose library says that it is there before it answers. */
class GreetingWorker extends FakeWorker {
  override postMessage(data: object): void {
    this.onmessage({ data: { sourceName: "worker", targetName: "main", action: "ready" } });
    super.postMessage(data);
  }
}

beforeEach(() => {
  workers = [];
  vi.stubGlobal("Worker", FakeWorker);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a text that takes minutes is given up after one, with a sentence, and the next one is read", async () => {
  vi.useFakeTimers();
  vi.stubGlobal("Worker", SlowWorker);
  const { result } = renderHook(() => useGuideReader());
  const source = { text: "made to be slow", format: undefined } as const;
  const said: string[] = [];
  const listen = (name: string) =>
    result.current.read(source, none).catch((error: unknown) => said.push(`${name}: ${String(error)}`));
  const both = [listen("first"), listen("second")];
  await vi.advanceTimersByTimeAsync(59_000);
  expect(said).toEqual([]);
  await vi.advanceTimersByTimeAsync(2_000);
  await Promise.all(both);
  // The second one waited for the reader that was given up.
  expect(said).toEqual([
    "first: Error: This takes too long to read. Import a shorter part of it.",
    "second: Error: This takes too long to read. Import a shorter part of it.",
  ]);
  expect(workers.map(({ isEnded }) => isEnded)).toEqual([true]);
  await expect(result.current.read(source, none)).rejects.toThrow("Nothing is in it.");
  expect(workers).toHaveLength(2);
});

describe("a file", () => {
  const sourceOf = (name: string, content: string) =>
    renderHook(() => useGuideReader()).result.current.sourceOf(new File([content], name));

  test("of text is read for what its name says it is", async () => {
    expect(await sourceOf("questions.md", "# Night baker")).toMatchObject({
      text: "# Night baker",
      format: "markdown",
    });
  });

  test("that only bears the name of one of Word is refused with a sentence", async () => {
    await expect(sourceOf("letter.docx", "A letter.")).rejects.toThrow("Word");
  });

  test("of a kind that can’t be read is refused, with the kinds that can", async () => {
    await expect(sourceOf("guide.odt", "PK\u0003\u0004")).rejects.toThrow(
      "Save it as .docx, .pdf, .html, .md or .txt first.",
    );
  });

  test("that is a PDF is read, though what reads it first greets whoever started it", async () => {
    vi.stubGlobal("Worker", GreetingWorker);
    const content = pdfFile([[{ text: "Night baker", x: 72, y: 700 }]]);
    const { result } = renderHook(() => useGuideReader());
    const source = await result.current.sourceOf(new File([content], "guide.pdf"));
    expect(source.text).toContain("Night baker");
  });

  test("that only begins as a PDF does is refused with a sentence", async () => {
    await expect(sourceOf("scan.pdf", "%PDF-1.7")).rejects.toThrow("This is no PDF, or it is damaged.");
  });
});

describe("what was pasted", () => {
  const titled = (title: string): GuideSource => ({
    text: `# ${title}\n\n## A failed batch\n\n- The cause\n`,
    format: "markdown",
  });

  function show() {
    return renderHook(
      ({ source, corrected }: { readonly source: GuideSource | null; readonly corrected: Corrected }) =>
        useReadGuide(useGuideReader(), source, corrected),
      { initialProps: { source: null as GuideSource | null, corrected: none } },
    );
  }

  test("is read once there is something, and is behind until then", async () => {
    const { result, rerender } = show();
    expect(result.current).toEqual({ read: null, problem: null, isBehind: false });
    rerender({ source: titled("Night baker"), corrected: none });
    expect(result.current).toEqual({ read: null, problem: null, isBehind: true });
    await waitFor(() => expect(result.current.read?.guide.title).toBe("Night baker"));
    expect(result.current.isBehind).toBe(false);
  });

  test("of many in a row only the newest is read after the first", async () => {
    const asked = vi.spyOn(FakeWorker.prototype, "postMessage");
    const { result, rerender } = show();
    for (const title of ["One", "Two", "Three", "Four"]) {
      rerender({ source: titled(title), corrected: none });
    }
    await waitFor(() => expect(result.current.read?.guide.title).toBe("Four"));
    expect(asked).toHaveBeenCalledTimes(2);
    // What was read of another text is none of this one's.
    rerender({ source: titled("Five"), corrected: none });
    expect(result.current.read).toBeNull();
    await waitFor(() => expect(result.current.read?.guide.title).toBe("Five"));
  });

  test("stays as it was read while what was said of a line is worked in", async () => {
    const { result, rerender } = show();
    const source = titled("Night baker");
    rerender({ source, corrected: none });
    await waitFor(() => expect(result.current.read).not.toBeNull());
    const { line } = result.current.read!.lines.find(({ text }) => text === "The cause")!;
    rerender({ source, corrected: { said: new Map([[line, "leftOut"]]), passed: [], asked: [] } });
    expect(result.current).toMatchObject({ isBehind: true, read: { guide: { title: "Night baker" } } });
    await waitFor(() => expect(result.current.isBehind).toBe(false));
    expect(result.current.read?.lines.find((one) => one.line === line)?.label).toBe("leftOut");
  });

  test("stays as it was read, too, where it can’t be read with what was said, until that is taken back", async () => {
    const { result, rerender } = show();
    const source = titled("Night baker");
    rerender({ source, corrected: none });
    await waitFor(() => expect(result.current.read).not.toBeNull());
    vi.spyOn(FakeWorker.prototype, "postMessage").mockImplementationOnce(function answer(this: FakeWorker) {
      this.onmessage({ data: { problem: "Too long." } });
    });
    rerender({ source, corrected: { said: new Map([[1, "question"]]), passed: [], asked: [] } });
    await waitFor(() => expect(result.current.problem).toBe("Too long."));
    expect(result.current).toMatchObject({ isBehind: true, read: { guide: { title: "Night baker" } } });
    rerender({ source, corrected: none });
    await waitFor(() => expect(result.current).toMatchObject({ isBehind: false, problem: null }));
  });

  test("that can’t be read is said, with what to do", async () => {
    vi.stubGlobal("Worker", DeadWorker);
    const { result, rerender } = show();
    rerender({ source: titled("Night baker"), corrected: none });
    await waitFor(() => expect(result.current.problem).toBe("Reading did not start. Reload the page."));
    expect(result.current).toMatchObject({ read: null, isBehind: false });
  });
});
