import { expect, test, vi } from "vitest";
import { watchChanges } from "../../src/storage/changes.ts";
import { countAmount, countDeletedSince } from "../../src/storage/copyAmount.ts";
import { keepCopyFolder, loadCopyFolder } from "../../src/storage/copyFolder.ts";
import { createDatabase } from "../../src/storage/database.ts";
import { deleteSession, putWholeSessions, writeSetting } from "../../src/storage/sessions.ts";
import { plannedInterview, START, submittedInterview } from "../smallInterview.ts";

test("sessions, submitted ones and panels are counted, and what was deleted since a time", async () => {
  const database = createDatabase("amount");
  await putWholeSessions(database, [submittedInterview("a"), plannedInterview("b")]);
  await database.tombstones.bulkPut([
    { id: "x", deletedAt: START, reason: "" },
    { id: "y", deletedAt: START + 1, reason: "" },
  ]);
  expect(await countAmount(database)).toEqual({ sessions: 2, submitted: 1, panels: 0 });
  expect(await countDeletedSince(database, START)).toBe(1);
  database.close();
});

test("a change of a session is told of, and whether one may be gone; a setting is none", async () => {
  const onChange = vi.fn();
  watchChanges(onChange);
  const database = createDatabase();
  await database.open();
  onChange.mockClear();
  await writeSetting(database, "scoresHidden", true);
  expect(onChange).not.toHaveBeenCalled();
  await database.holds.put({ candidateKey: "ada", reason: "", heldAt: START });
  expect(onChange).toHaveBeenLastCalledWith(false);
  await putWholeSessions(database, [plannedInterview("a")]);
  await deleteSession(database, "a", START);
  expect(onChange).toHaveBeenLastCalledWith(true);
  database.close();
});

test("the picked folder is kept apart from the database, until it is forgotten", async () => {
  expect(await loadCopyFolder()).toBeUndefined();
  await keepCopyFolder({ name: "Scorecards" } as FileSystemDirectoryHandle);
  expect(await loadCopyFolder()).toMatchObject({ name: "Scorecards" });
  await keepCopyFolder(null);
  expect(await loadCopyFolder()).toBeUndefined();
});
