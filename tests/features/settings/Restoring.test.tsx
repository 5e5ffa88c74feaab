// @vitest-environment jsdom
import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Restoring } from "../../../src/features/settings/backups/Restoring.tsx";
import { AppContext, type AppParts } from "../../../src/state/app/appContext.ts";
import type * as Backups from "../../../src/state/backups/backups.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { START } from "../../smallInterview.ts";

const work = vi.hoisted(() => ({ readBackup: vi.fn(), restoreBackup: vi.fn() }));
vi.mock(import("../../../src/state/backups/backups.ts"), async (original) => ({
  ...(await original()),
  readBackup: work.readBackup as typeof Backups.readBackup,
  restoreBackup: work.restoreBackup as typeof Backups.restoreBackup,
}));

let app: AppParts;

beforeEach(() => {
  app = {
    database: createDatabase("restoring"),
    clock: { now: () => START, monotonic: () => 0 },
    newId: () => "e1",
    appName: "Test 1",
  };
});

afterEach(() => app.database.close());

const none = { first: [], count: 0 };
const counts = { new: 0, newer: 0, same: 0, older: 0, conflicting: 0, deleted: 0, refused: 0 };
const plan: Backups.RestorePlan = {
  counts: { session: counts, panel: counts, guide: counts },
  otherCount: 1,
  questions: {
    first: [
      {
        id: "p1",
        kind: "panel",
        candidate: "Amira Haddad",
        role: "Baker",
        key: "panel",
        here: null,
        incoming: null,
        other: null,
        revisions: null,
      },
    ],
    count: 1,
  },
  refused: none,
  errors: none,
  barred: {
    first: [{ title: "Interview: Zuberi Quist", errors: [{ path: "", message: "Submit yours first." }] }],
    count: 1,
  },
  removed: none,
  held: [],
  touchedIds: [],
  removedCount: 0,
  staged: [new Blob(["[]"])],
  hasUnasked: true,
};

test("what was ticked is ticked still where a restore came to nothing, and what stays out is said after it", async () => {
  work.readBackup.mockResolvedValue(plan);
  work.restoreBackup.mockResolvedValueOnce(["Tom Ives"]).mockResolvedValueOnce(null);
  render(
    <AppContext value={app}>
      <Restoring file={new Blob()} name="backup.json" onClose={() => {}} />
    </AppContext>,
  );
  await userEvent.click(await screen.findByRole("checkbox", { name: "Use the file’s panel" }));
  await userEvent.click(screen.getByRole("button", { name: "Restore" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("Tom Ives");
  expect(screen.getByRole("checkbox", { name: "Use the file’s panel" })).toBeChecked();
  await userEvent.click(screen.getByRole("button", { name: "Restore" }));
  expect(await screen.findByText(/^Restored:/u)).toBeVisible();
  expect(work.restoreBackup.mock.calls.map((call) => call[3] as unknown)).toEqual([["panel"], ["panel"]]);
  expect(screen.getByText("Interview: Zuberi Quist").closest("li")).toHaveTextContent("Submit yours first.");
});
