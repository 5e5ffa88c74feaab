import { screen, within } from "@testing-library/react";
import { vi } from "vitest";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { submittedInterview } from "../../smallInterview.ts";
import { FakeWorker } from "../../state/fakeWorkers.ts";
import { fakeDirectory } from "../../storage/fakeDirectory.ts";
import { leaveApp, newApp } from "../shownApp.tsx";

/** Begins the app with one interview, and with private files and a worker for its backups. */
export async function newAppWithBackups(): Promise<AppParts> {
  const app = newApp();
  const own = fakeDirectory();
  vi.stubGlobal("Worker", FakeWorker);
  Object.defineProperty(navigator, "storage", {
    value: {
      getDirectory: () =>
        Promise.resolve({ getDirectoryHandle: () => Promise.resolve(own.handle) } as unknown),
    },
    configurable: true,
  });
  await putWholeSessions(app.database, [submittedInterview("s1")], []);
  return app;
}

export async function leaveAppWithBackups(app: AppParts): Promise<void> {
  await leaveApp(app);
  Reflect.deleteProperty(navigator, "storage");
  vi.unstubAllGlobals();
}

/** @returns one part of the settings: to look for a role through all of them takes long */
export async function partOf(title: string) {
  const heading = await screen.findByText(title, { selector: "h2" });
  return within(heading.closest("section")!);
}
