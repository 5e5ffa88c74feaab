// @vitest-environment jsdom
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { RescuePage } from "../../../src/features/rescue/RescuePage.tsx";
import { AppContext, type AppParts } from "../../../src/state/app/appContext.ts";
import type { RawExport } from "../../../src/state/backups/rescue.ts";
import { START } from "../../smallInterview.ts";

const raw = vi.hoisted(() => ({ read: () => Promise.reject<RawExport>(new Error("Nothing opens.")) }));
vi.mock(import("../../../src/state/backups/rescue.ts"), async (original) => ({
  ...(await original()),
  makeRawExport: () => raw.read(),
}));
vi.mock(import("../../../src/ui/files/download.ts"), async (original) => ({
  ...(await original()),
  downloadBlob: () => {},
}));

const whole: RawExport = { file: new Blob([]), rowCount: 3, missing: [] };
const app = { clock: { now: () => START, monotonic: () => 0 }, appName: "Test 1" } as AppParts;

beforeEach(() => {
  raw.read = () => Promise.reject(new Error("Nothing opens."));
});

async function saveRaw(kind: "damaged" | "unreadable", read: () => Promise<RawExport>): Promise<void> {
  raw.read = read;
  render(
    <AppContext value={app}>
      <RescuePage kind={kind} message="" />
    </AppContext>,
  );
  expect(screen.getByText("Save the raw data above first.")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Save raw data" }));
}

const deletion = () => screen.queryByRole("button", { name: "Delete and reset" });

test("where one screen failed and all can be read anew, there is nothing to delete", async () => {
  await saveRaw("unreadable", () => Promise.resolve(whole));
  expect(await screen.findByText(/All data could be read/u)).toBeVisible();
  expect(deletion()).toBeNull();
});

test("where a row can’t be read anew either, the database may be deleted", async () => {
  await saveRaw("unreadable", () => Promise.resolve({ ...whole, missing: ["sessions: 1 (broken)"] }));
  expect(await screen.findByText("sessions: 1 (broken)")).toBeVisible();
  expect(deletion()).toBeVisible();
});

test("where it does not open anew, the database may be deleted", async () => {
  await saveRaw("unreadable", () => Promise.reject(new Error("Nothing opens")));
  expect(await screen.findByText(/Nothing can be read/u)).toBeVisible();
  expect(deletion()).toBeVisible();
});

test("where it did not open, to make room on a full disk comes before the reload that may cost the data", async () => {
  await saveRaw("damaged", () => Promise.resolve(whole));
  expect(screen.getByText(/If the disk is full, make room on it first: .* Then reload/u)).toBeVisible();
});

test("where it did not open at the start, the database may be deleted once its rows are saved", async () => {
  await saveRaw("damaged", () => Promise.resolve(whole));
  expect(await screen.findByText("Saved 3 rows.")).toBeVisible();
  expect(deletion()).toBeVisible();
});
