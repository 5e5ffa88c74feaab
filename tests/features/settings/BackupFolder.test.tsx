// @vitest-environment jsdom
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { noteStatus } from "../../../src/domain/backups/backupRecord.ts";
import { SettingsPage } from "../../../src/features/settings/SettingsPage.tsx";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { updateRecord } from "../../../src/state/backups/backupRecord.ts";
import { fakeDirectory } from "../../storage/fakeDirectory.ts";
import { showPart } from "../shownApp.tsx";
import { leaveAppWithBackups, newAppWithBackups, partOf } from "./settingsStage.ts";

/** The folder that is picked. A fake one can't be kept in a database. */
const picked = vi.hoisted(() => ({ folder: undefined as FileSystemDirectoryHandle | undefined }));
vi.mock(import("../../../src/storage/backups/backupFolder.ts"), async (original) => ({
  ...(await original()),
  loadBackupFolder: () => Promise.resolve(picked.folder),
  keepBackupFolder: (folder) => {
    picked.folder = folder ?? undefined;
    return Promise.resolve();
  },
}));

let app: AppParts;

beforeEach(async () => {
  app = await newAppWithBackups();
});

afterEach(async () => {
  await leaveAppWithBackups(app);
  picked.folder = undefined;
});

test("who chooses a folder for backups, and stops using it, has the focus on the button that chooses one", async () => {
  const handle = Object.assign(fakeDirectory().handle, {
    name: "Scorecards",
    queryPermission: () => Promise.resolve("granted"),
  });
  vi.stubGlobal("showDirectoryPicker", () => Promise.resolve(handle));
  showPart(app, <SettingsPage />);
  const part = await partOf("Automatic backups");
  await userEvent.click(await part.findByRole("button", { name: /^Choose folder/u }));
  expect(await part.findByText("A backup was saved to the folder.")).toBeVisible();
  expect(part.getByRole("button", { name: "Choose another" })).toHaveFocus();
  await userEvent.click(part.getByRole("button", { name: "Stop using folder" }));
  expect(await part.findByText(/^No more backups are saved there/u)).toBeVisible();
  expect(part.getByRole("button", { name: /^Choose folder/u })).toHaveFocus();
});

test("of a folder that is gone it is said what to do, in the place of the browser’s own words", async () => {
  const gone = () => Promise.reject(new DOMException("An object could not be found.", "NotFoundError"));
  const handle = Object.assign(fakeDirectory().handle, {
    name: "Scorecards",
    queryPermission: () => Promise.resolve("granted"),
    getFileHandle: gone,
  });
  picked.folder = handle;
  updateRecord((record) => noteStatus(record, { folder: "Scorecards" }));
  vi.stubGlobal("showDirectoryPicker", () => Promise.resolve(handle));
  showPart(app, <SettingsPage />);
  const part = await partOf("Automatic backups");
  await userEvent.click(await part.findByRole("button", { name: "Back up now" }));
  expect(await part.findByText("Backed up.")).toBeVisible();
  expect(part.getByText(/^The last backup was not saved to the folder/u)).toHaveTextContent(
    "Scorecards: The folder can’t be reached. Choose it again, or stop using it.",
  );
});
