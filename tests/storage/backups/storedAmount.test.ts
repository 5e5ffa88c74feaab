import { expect, test, vi } from "vitest";
import { watchChanges } from "../../../src/storage/writeNotices.ts";
import { countAmount, countDeletedSince } from "../../../src/storage/backups/storedAmount.ts";
import {
  keepBackupFolder,
  loadBackupFolder,
  loadBackupWriter,
} from "../../../src/storage/backups/backupFolder.ts";
import { createDatabase, isEmptyDatabase } from "../../../src/storage/database.ts";
import { deleteDraft, saveVersion, writeDraft } from "../../../src/storage/guides/guides.ts";
import { deleteSession, putWholeSessions, writeSetting } from "../../../src/storage/session/sessions.ts";
import { plannedInterview, smallGuide, START, submittedInterview } from "../../smallInterview.ts";

test("sessions, submitted ones and panels are counted, and what was deleted since a time", async () => {
  const database = createDatabase("amount");
  await putWholeSessions(database, [submittedInterview("a"), plannedInterview("b")]);
  await database.tombstones.bulkPut([
    { id: "x", deletedAt: START, reason: "" },
    { id: "y", deletedAt: START + 1, reason: "" },
  ]);
  expect(await countAmount(database)).toEqual({ sessions: 2, submitted: 1, panels: 0, guides: 0, drafts: 0 });
  expect(await countDeletedSince(database, START)).toBe(1);
  database.close();
});

test("guides that were saved here and drafts are counted, those that a session brought along are not", async () => {
  const database = createDatabase("own guides");
  await putWholeSessions(database, [plannedInterview("a")]);
  await deleteSession(database, "a", START);
  expect(await database.guides.count()).toBe(1);
  expect(await isEmptyDatabase(database)).toBe(true);

  await writeDraft(database, { id: "new", guide: smallGuide, previousId: null, updatedAt: START });
  expect(await isEmptyDatabase(database)).toBe(false);
  await saveVersion(database, { id: "mine", guide: smallGuide, previousId: null }, START);
  await writeDraft(database, { id: "mine", guide: smallGuide, previousId: "mine", updatedAt: START });
  expect(await countAmount(database)).toMatchObject({ sessions: 0, guides: 2, drafts: 1 });

  expect(await deleteDraft(database, "mine")).toBe(false);
  expect(await deleteDraft(database, "new")).toBe(true);
  expect(await deleteDraft(database, "new")).toBe(false);
  expect(await countAmount(database)).toMatchObject({ guides: 1, drafts: 0 });
  expect(await isEmptyDatabase(database)).toBe(false);
  database.close();
});

test("a change of a session is told of; a setting is none", async () => {
  const onChange = vi.fn();
  watchChanges(onChange);
  const database = createDatabase();
  await database.open();
  onChange.mockClear();
  await writeSetting(database, "nextAfterRating", true);
  expect(onChange).not.toHaveBeenCalled();
  await putWholeSessions(database, [plannedInterview("a")]);
  expect(onChange).toHaveBeenCalled();
  database.close();
});

test("a browser profile makes backups under one id, whatever becomes of the folder", async () => {
  expect(await loadBackupWriter(() => "first")).toBe("first");
  await keepBackupFolder(null);
  expect(await loadBackupWriter(() => "second")).toBe("first");
});

test("the picked folder is kept apart from the database, until it is forgotten", async () => {
  expect(await loadBackupFolder()).toBeUndefined();
  await keepBackupFolder({ name: "Scorecards" } as FileSystemDirectoryHandle);
  expect(await loadBackupFolder()).toMatchObject({ name: "Scorecards" });
  await keepBackupFolder(null);
  expect(await loadBackupFolder()).toBeUndefined();
});
