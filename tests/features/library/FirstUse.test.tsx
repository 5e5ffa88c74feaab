// @vitest-environment jsdom
import { act, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { FirstUse } from "../../../src/features/library/FirstUse.tsx";
import { AppContext, type AppParts } from "../../../src/state/app/appContext.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { START } from "../../smallInterview.ts";

const app: AppParts = {
  database: createDatabase("first use"),
  clock: { now: () => START, monotonic: () => 0 },
  newId: () => "id",
  appName: "Test 1",
};

afterEach(() => vi.unstubAllEnvs());

async function show() {
  render(
    <AppContext value={app}>
      <FirstUse onSample={() => {}}>{null}</FirstUse>
    </AppContext>,
  );
  // The advice is loaded after the first picture.
  await screen.findByRole("heading", { level: 2 }, { timeout: 10_000 });
}

test("on the app's own port an empty library says where earlier versions kept interviews, and how to move them", async () => {
  vi.stubEnv("VITE_APP_PORT", location.port);
  await show();
  (await screen.findByText("Your interviews are missing?")).click();
  expect(screen.getByRole("link", { name: "the settings there" })).toHaveAttribute(
    "href",
    "http://localhost:4173/#/settings",
  );
  expect(screen.getByRole("link", { name: "the settings here" })).toBeVisible();
});

test("at any other address an empty library says nothing of earlier versions", async () => {
  await show();
  // It would come as a part of its own.
  await import("../../../src/features/library/EarlierAddress.tsx");
  await act(async () => {});
  expect(screen.queryByText("Your interviews are missing?")).toBeNull();
});
