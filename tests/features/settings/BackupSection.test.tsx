// @vitest-environment jsdom
import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { BackupSection } from "../../../src/features/settings/backups/BackupSection.tsx";
import { AppContext, type AppParts } from "../../../src/state/app/appContext.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { takeDownloads } from "../../downloads.ts";
import { FakeWorker } from "../../state/fakeWorkers.ts";
import { plannedInterview, START } from "../../smallInterview.ts";

let app: AppParts;

beforeEach(() => {
  vi.stubGlobal("Worker", FakeWorker);
  app = {
    database: createDatabase("backup section"),
    clock: { now: () => START, monotonic: () => 0 },
    newId: () => "e1",
    appName: "Test 1",
  };
});

afterEach(() => {
  app.database.close();
  vi.unstubAllGlobals();
});

test("a backup says what could not be put into it, of whom and why, and has all else in it", async () => {
  const downloads = takeDownloads();
  const { session, ...whole } = plannedInterview("long");
  await putWholeSessions(app.database, [
    plannedInterview("a"),
    { ...whole, session: { ...session, candidate: "Zuberi Quist", summary: "x".repeat(1_000_001) } },
  ]);
  render(
    <AppContext value={app}>
      <BackupSection />
    </AppContext>,
  );
  await userEvent.click(screen.getByRole("radio", { name: "Plain" }));
  await userEvent.click(screen.getByRole("button", { name: "Back up everything" }));
  const left = /^1 item could not be backed up\. Everything else is in the file/u;
  expect(await screen.findByText(left, {}, { timeout: 10_000 })).toBeVisible();
  expect(screen.getByText("Interview: Zuberi Quist").closest("li")).toHaveTextContent(
    "Interview: Zuberi Quist · session.summary: is too long: the most is 1000000 characters",
  );
  expect(downloads).toHaveLength(1);
});
