// @vitest-environment jsdom
import { render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { AutoBackupList } from "../../../src/features/settings/backups/AutoBackupList.tsx";
import { DataLossPage } from "../../../src/features/settings/backups/DataLossPage.tsx";
import { AppContext, type AppParts } from "../../../src/state/app/appContext.ts";
import { noteAmount } from "../../../src/domain/backups/backupRecord.ts";
import { updateRecord } from "../../../src/state/backups/backupRecord.ts";
import { START } from "../../smallInterview.ts";

const app = { clock: { now: () => START, monotonic: () => 0 } } as AppParts;

afterEach(() => localStorage.clear());

function show() {
  render(
    <AppContext value={app}>
      <DataLossPage />
    </AppContext>,
  );
}

test.each([
  [{ sessions: 0, panels: 0, guides: 3, drafts: 0 }, "This browser had 3 guides ("],
  [{ sessions: 60, panels: 0, guides: 1, drafts: 0 }, "This browser had 60 interviews and 1 guide ("],
  [{ sessions: 1, panels: 2, guides: 3, drafts: 0 }, "This browser had 1 interview, 2 panels and 3 guides ("],
  [{ sessions: 0, panels: 0, guides: 1, drafts: 1 }, "This browser had 1 guide draft ("],
  [
    { sessions: 2, panels: 0, guides: 5, drafts: 2 },
    "This browser had 2 interviews, 3 guides and 2 guide drafts (",
  ],
])("what is lost is told by number: %o", async (amount, words) => {
  updateRecord((record) => noteAmount(record, { ...amount, submitted: 0 }, START));
  show();
  expect(await screen.findByText(new RegExp(words.replaceAll("(", "\\("), "u"))).toBeVisible();
});

test("where no automatic backup is left, none is said to be kept", async () => {
  updateRecord((record) =>
    noteAmount(record, { sessions: 2, panels: 0, guides: 0, submitted: 0, drafts: 0 }, START),
  );
  show();
  expect(await screen.findByText(/^No automatic backup is left/u)).toBeVisible();
  expect(screen.queryByText(/backups are kept/u)).toBeNull();
});

test("an automatic backup is listed with its guides and drafts, which it has counted together, where it has any", () => {
  const backup = { madeAt: START, sessions: 2, panels: 0, guides: 3, writer: "me", isQuarantined: true };
  render(
    <AutoBackupList
      now={START}
      actions={[]}
      files={[
        { backup, size: 10 },
        { backup: { ...backup, madeAt: START - 1, guides: 0, isQuarantined: false }, size: 10 },
      ]}
    />,
  );
  const [first, second] = screen.getAllByRole("listitem");
  expect(first).toHaveTextContent(
    "2 interviews, 3 guides and drafts, 1 kB · much smaller than the one before",
  );
  expect(second).toHaveTextContent("2 interviews, 1 kB");
});

test("two automatic backups of one minute, and their buttons, are told apart by the seconds; one alone has none", () => {
  const backup = { sessions: 2, panels: 0, guides: 0, writer: "me", isQuarantined: false };
  const minute = START - (START % 60_000);
  const madeAt = [minute + 40_000, minute + 5_000, minute - 1];
  render(
    <AutoBackupList
      now={START}
      actions={[{ label: "Restore", act: () => {} }]}
      files={madeAt.map((at) => ({ backup: { ...backup, madeAt: at }, size: 10 }))}
    />,
  );
  for (const ending of [/, \d\d:\d\d:40$/u, /, \d\d:\d\d:05$/u, /, \d\d:\d\d$/u])
    expect(screen.getByRole("button", { name: ending })).toBeVisible();
});
