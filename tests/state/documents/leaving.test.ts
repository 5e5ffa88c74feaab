// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { guardLeaving } from "../../../src/state/documents/leaving.ts";
import { createDatabase, type Database } from "../../../src/storage/database.ts";
import { createDocumentWriter, type DocumentWriter } from "../../../src/storage/documentWriter.ts";
import { draftDocument, type DraftPart } from "../../../src/storage/guides/draftDocument.ts";
import { isLeftBehind } from "../../../src/storage/leftBehind.ts";
import { smallGuide, START } from "../../smallInterview.ts";

guardLeaving(window);

let database: Database;
let writer: DocumentWriter<DraftPart>;
let begun: number;
let isFull: boolean;

beforeEach(async () => {
  database = createDatabase("leaving");
  await database.open();
  writer = createDocumentWriter(database, draftDocument("d"), [], () => {});
  begun = 0;
  isFull = false;
  const connection = database.backendDB();
  const begin = connection.transaction.bind(connection);
  vi.spyOn(connection, "transaction").mockImplementation((...args) => {
    if (isFull) throw new DOMException("The disk is full.", "QuotaExceededError");
    begun++;
    return begin(...args);
  });
});

afterEach(async () => {
  isFull = false;
  writer.flush();
  await writer.settled();
  writer.abandon();
  await database.delete();
});

const draft = (title: string) => ({
  id: "d",
  guide: { ...smallGuide, title },
  previousId: null,
  updatedAt: START,
});
const type = (title: string) => writer.save([{ key: "draft", draft: draft(title) }]);
const isLeft = () => isLeftBehind({ kind: "guideDraft", id: "d" });

/** @returns whether the page asks before it goes */
function leave(): boolean {
  const leaving = new Event("beforeunload", { cancelable: true });
  dispatchEvent(leaving);
  return leaving.defaultPrevented;
}

test.each([["pagehide"], ["beforeunload"]])(
  "at %s all that is not on the disk is left behind",
  async (event) => {
    type("Day baker");
    expect(isLeft()).toBe(false);
    dispatchEvent(new Event(event));
    expect(isLeft()).toBe(true);
    await writer.settled();
    expect(isLeft()).toBe(false);
  },
);

test("a page that is hidden begins to write what waits; one that is shown again does not", () => {
  const visibility = vi.spyOn(document, "visibilityState", "get");
  type("Day baker");
  type("Day bakers");
  visibility.mockReturnValue("visible");
  document.dispatchEvent(new Event("visibilitychange"));
  expect(begun).toBe(1);
  visibility.mockReturnValue("hidden");
  document.dispatchEvent(new Event("visibilitychange"));
  expect(begun).toBe(2);
});

test("a page asks before it goes only where something can’t be written, and no longer once it is", async () => {
  type("Day baker");
  expect(leave()).toBe(false);
  await writer.settled();
  isFull = true;
  type("Day bakers");
  expect(leave()).toBe(true);
  isFull = false;
  writer.flush();
  await writer.settled();
  expect(leave()).toBe(false);
});
