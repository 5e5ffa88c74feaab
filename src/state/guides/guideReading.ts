import { useEffect, useRef, useState } from "react";
import { errorToText } from "../../domain/text/errorText.ts";
import { openSource } from "../../interchange/files/openFile.ts";
import type { Corrected, ReadGuide } from "../../interchange/guideText/guideText.ts";
import type { SourceFormat } from "../../interchange/guideText/sources/sourceFormat.ts";

/** What a guide is read from. Without a format the text is looked at. */
export interface GuideSource {
  readonly text: string;
  readonly format: SourceFormat | undefined;
  /** Of the file that it comes from, where it comes from one. */
  readonly fileName?: string;
  /** Whether questions are offered though it does not look like an interview guide. */
  readonly isReadAnyway?: boolean;
}

export type ReadingRequest =
  | { readonly kind: "word" | "pdf"; readonly bytes: ArrayBuffer }
  | { readonly source: GuideSource; readonly corrected: Corrected };

export type ReadingAnswer =
  | { readonly source: GuideSource }
  | { readonly read: ReadGuide }
  | { readonly problem: string };

/** Far longer than the longest guide takes: what takes longer was made to. */
const LONGEST_READING_MS = 60_000;

/**
 * Reads guides in a worker, so that nothing typed waits for a long text. It starts with the first text.
 *
 * @returns read: gives the draft. sourceOf: gives the text of a file; it throws where the file cannot be read.
 */
function createGuideReader() {
  let worker: Worker | undefined;
  /** Answers come in the order of the questions: one at a time is asked. */
  let before: Promise<unknown> = Promise.resolve();

  function ask(request: ReadingRequest): Promise<ReadingAnswer> {
    worker ??= new Worker(new URL("guideReadingWorker.ts", import.meta.url), { type: "module" });
    const asked = worker;
    const answer = before.then(
      () =>
        new Promise<ReadingAnswer>((resolve, reject) => {
          const giveUp = () => {
            close();
            reject(new Error("This takes too long to read. Import a shorter part of it."));
          };
          if (asked !== worker) {
            giveUp();
            return;
          }
          const timeout = setTimeout(giveUp, LONGEST_READING_MS);
          asked.onmessage = ({ data }: MessageEvent<ReadingAnswer>) => {
            // The library that reads PDFs greets whoever started its worker.
            if ("targetName" in data) return;
            clearTimeout(timeout);
            resolve(data);
          };
          asked.onerror = () => {
            clearTimeout(timeout);
            reject(new Error("Reading did not start. Reload the page."));
          };
          asked.postMessage(request);
        }),
    );
    before = answer.catch(() => {});
    return answer;
  }

  async function read(source: GuideSource, corrected: Corrected): Promise<ReadGuide> {
    const answer = await ask({ source, corrected });
    if ("read" in answer) return answer.read;
    throw new Error("problem" in answer ? answer.problem : "There is no answer.");
  }

  async function sourceOf(file: File): Promise<GuideSource> {
    const opened = await openSource(file);
    if (!opened.ok) throw new Error(opened.errors.map(({ message }) => message).join(" "));
    const { name: fileName } = file;
    if (opened.value.kind === "text") return { ...opened.value, fileName };
    const answer = await ask(opened.value);
    if ("source" in answer) return { ...answer.source, fileName };
    throw new Error("problem" in answer ? answer.problem : "There is no answer.");
  }

  function close(): void {
    worker?.terminate();
    worker = undefined;
  }

  return { read, sourceOf, close };
}

/** A reader for the life of a screen. */
export function useGuideReader(): ReturnType<typeof createGuideReader> {
  const [reader] = useState(createGuideReader);
  useEffect(() => reader.close, [reader]);
  return reader;
}

interface Reading {
  readonly source: GuideSource;
  readonly corrected: Corrected;
  readonly read: ReadGuide | null;
  /** Why nothing could be read, or null. */
  readonly problem: string | null;
}

/** @returns what was read of the source last, and whether that is behind; a source of null was not chosen yet */
export function useReadGuide(
  reader: ReturnType<typeof createGuideReader>,
  source: GuideSource | null,
  corrected: Corrected,
): Pick<Reading, "read" | "problem"> & { readonly isBehind: boolean } {
  const [reading, setReading] = useState<Reading>();
  const wanted = useRef({ source, corrected });
  const isReading = useRef(false);
  useEffect(() => {
    wanted.current = { source, corrected };
    // While one is read, only the newest waits.
    const next = async () => {
      const { current } = wanted;
      if (current.source === null || isReading.current) return;
      isReading.current = true;
      const asked = { source: current.source, corrected: current.corrected };
      const answer = await reader.read(asked.source, asked.corrected).then(
        (read) => ({ read, problem: null }),
        (error: unknown) => ({ read: null, problem: errorToText(error) }),
      );
      setReading((before) => ({
        ...asked,
        ...answer,
        // What was read before stays, for what was said since to be taken back.
        read: answer.read ?? (before?.source === asked.source ? before.read : null),
      }));
      isReading.current = false;
      if (wanted.current !== current) await next();
    };
    void next();
  }, [reader, source, corrected]);
  if (source === null || reading?.source !== source)
    return { read: null, problem: null, isBehind: source !== null };
  const isOfBefore = reading.problem !== null && reading.read !== null;
  return { ...reading, isBehind: reading.corrected !== corrected || isOfBefore };
}
