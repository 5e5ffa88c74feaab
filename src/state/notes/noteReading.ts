import { useCallback } from "react";
import type { SensitiveFind } from "../../domain/notes/sensitiveWords.ts";
import { useApp, type AppParts } from "../app/appContext.ts";
import type { NoteReadingRequest } from "./noteReadingWorker.ts";

let worker: Worker | undefined;

/** Reads a text in the worker, which starts with the first. @returns the finds; never settles where the worker does not start */
async function readNote(app: AppParts, text: string): Promise<readonly SensitiveFind[]> {
  worker ??= new Worker(new URL("noteReadingWorker.ts", import.meta.url), { type: "module" });
  const asked = worker;
  asked.onerror = () => {
    worker = undefined;
  };
  // The worker starts meanwhile.
  const { readSensitiveEdits } = await import("./sensitiveWords.ts");
  const request: NoteReadingRequest = { text, edits: await readSensitiveEdits(app) };
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<readonly SensitiveFind[]>) => {
      resolve(data);
      port1.close();
    };
    asked.postMessage(request, [port2]);
  });
}

/** @returns what finds the words in a note that are about what a scorecard must not hold */
export function useNoteReader(): (text: string) => Promise<readonly SensitiveFind[]> {
  const app = useApp();
  return useCallback((text) => readNote(app, text), [app]);
}
