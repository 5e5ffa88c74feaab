import { expect, test, vi } from "vitest";
import type { Entry } from "../../src/domain/admission/entries.ts";
import { unseal } from "../../src/interchange/files/encryption.ts";
import { decodeSessionFile } from "../../src/interchange/formats/sessionFile.ts";
import { admitEntries } from "../../src/storage/admission/entryStore.ts";
import { readAuditEntries } from "../../src/storage/candidates/auditLog.ts";
import { readCandidates } from "../../src/storage/candidates/candidates.ts";
import {
  createDatabase,
  isClosedDatabase,
  isDatabaseError,
  isNewerDatabase,
  rowToSession,
  sessionToRow,
} from "../../src/storage/database.ts";
import { readShelf, writeDraft } from "../../src/storage/guides/guides.ts";
import { listPanels, readPanel } from "../../src/storage/panels/panels.ts";
import { readRawDatabase } from "../../src/storage/backups/rawExport.ts";
import { loadRevisions } from "../../src/storage/session/revisions.ts";
import { findSessions, sessionOrders } from "../../src/storage/session/listing.ts";
import { loadWholeSession, readSetting, savePlan } from "../../src/storage/session/sessions.ts";
import { refuseDeleted } from "../../src/storage/candidates/tombstones.ts";
import type { Guide } from "../../src/domain/guides/guide.ts";
import { layDown, readFrozen, type FrozenDatabase } from "../frozenDatabase.ts";
import {
  hashGuide,
  plannedInterview,
  smallGuide,
  smallPlan,
  START,
  submittedInterview,
} from "../smallInterview.ts";

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9])(
  "a database of version %i opens with all that was in it, and can be worked on",
  async (version) => {
    await layDown({ name: `frozen ${version}`, frozen: readFrozen(version) });
    const database = createDatabase(`frozen ${version}`);
    expect(await loadWholeSession(database, "done")).toMatchObject({
      session: { status: "submitted", summary: "Found the cause.", questionIds: ["failed", "recipe", "own"] },
      guide: { title: "Night baker" },
      answers: { failed: { areas: { "failed.cause": { rating: 5, note: "weighed the salt again" } } } },
    });
    expect(await loadWholeSession(database, "next")).toMatchObject({ session: { candidate: "王小明" } });
    expect(await readSetting(database, "interviewer")).toBe("Noor");
    const filter = { status: null, text: "小明", from: null, until: null };
    expect((await findSessions(database, filter, 9)).sessions.map(({ id }) => id)).toEqual(["next"]);

    await savePlan(database, "next", smallPlan({ candidate: "李娜" }), smallGuide, START);
    expect((await findSessions(database, filter, 9)).sessions).toEqual([]);
    database.close();
  },
);

/** As it was when it was put into the frozen copies. */
const frozenGuide: Guide = {
  ...smallGuide,
  scale: {
    points: smallGuide.scale.points.map((point) =>
      point.value === 1 ? { ...point, label: "No evidence of it" } : point,
    ),
  },
};

test.each([1, 2])(
  "in a database of version %i, each guide is the first version of its line and was not saved here",
  async (version) => {
    await layDown({ name: `guides of ${version}`, frozen: readFrozen(version) });
    const database = createDatabase(`guides of ${version}`);
    const shelf = await readShelf(database);
    const id = hashGuide(frozenGuide);
    expect(shelf).toMatchObject({ rows: [{ id, lineId: id, previousId: null, savedAt: null }], drafts: [] });
    expect(shelf.usedIds).toEqual(new Set([id]));
    database.close();
  },
);

test.each([3, 4, 5, 6, 7, 8, 9])(
  "a database of version %i keeps its guide's versions and its draft",
  async (version) => {
    await layDown({ name: `guides of ${version}`, frozen: readFrozen(version) });
    const database = createDatabase(`guides of ${version}`);
    const shelf = await readShelf(database);
    const first = hashGuide(frozenGuide);
    const second = hashGuide({ ...frozenGuide, title: "Night and day baker" });
    expect(shelf.rows.toSorted((a, b) => (a.savedAt ?? 0) - (b.savedAt ?? 0))).toMatchObject([
      { id: first, previousId: null, lineId: first, savedAt: null },
      { id: second, previousId: first, lineId: first, savedAt: 1795513200000 },
    ]);
    expect(shelf.archivedLineIds).toEqual(new Set([first]));
    expect(shelf.drafts).toMatchObject([{ id: second, guide: { title: "Night and day baker, not done" } }]);
    database.close();
  },
);

test("a database of version 3 has no panels and no revisions", async () => {
  await layDown({ name: "panels of 3", frozen: readFrozen(3) });
  const database = createDatabase("panels of 3");
  expect(await listPanels(database)).toEqual([]);
  expect(await loadRevisions(database, "done")).toEqual([]);
  database.close();
});

test.each([4, 5, 6, 7, 8, 9])(
  "a database of version %i keeps its panel with key and sealed scorecard, and the revision",
  async (version) => {
    await layDown({ name: `panels of ${version}`, frozen: readFrozen(version) });
    const database = createDatabase(`panels of ${version}`);
    expect(await listPanels(database)).toMatchObject([
      { panel: { id: "panel", interviewers: [{ id: "lead" }, { id: "other" }] }, inCount: 2, hasKey: true },
    ]);
    const stored = await readPanel(database, "panel");
    expect(stored).toMatchObject({
      guide: { title: "Night baker" },
      rows: [{ sessionId: "theirs", interviewerId: "other", asked: [{ questionId: "failed", rated: 1 }] }],
      own: [
        { first: { session: { id: "done" } }, revisions: [{ id: "r1", reason: "Read my notes again." }] },
      ],
    });
    const opened = await unseal(stored!.rows[0]!.text, stored!.secretKey!);
    expect(opened.ok && (await decodeSessionFile(opened.text))).toMatchObject({
      ok: true,
      value: { first: { session: { id: "theirs", summary: "Found the cause." } } },
    });
    database.close();
  },
);

test("in a database of version 5, which orders by the planned time alone, interviews can be ordered by each column", async () => {
  await layDown({ name: "orders of 5", frozen: readFrozen(5) });
  const database = createDatabase("orders of 5");
  const everything = { status: null, text: "", from: null, until: null };
  for (const by of sessionOrders) {
    const { sessions } = await findSessions(database, everything, 9, { by, isDescending: false });
    expect([by, sessions.map(({ id }) => id).toSorted()]).toEqual([by, ["done", "next"]]);
  }
  database.close();
});

test("a database of version 4 has no tombstone, no hold and no export written down", async () => {
  await layDown({ name: "deletions of 4", frozen: readFrozen(4) });
  const database = createDatabase("deletions of 4");
  expect((await readCandidates(database)).candidates.filter(({ hold }) => hold)).toEqual([]);
  expect(await database.tombstones.count()).toBe(0);
  expect(await database.exportsMade.count()).toBe(0);
  database.close();
});

test("a database of version 5 keeps its tombstone, its hold, what was deleted by hand and the export that was made", async () => {
  await layDown({ name: "deletions of 5", frozen: readFrozen(5) });
  const database = createDatabase("deletions of 5");
  expect((await readCandidates(database)).candidates).toMatchObject([
    { key: "amira haddad", hold: { reason: "A complaint is open." }, parts: [{ id: "panel" }] },
    { key: "王小明 小明 明", hold: null, parts: [{ id: "next" }], deletedByHand: [{ id: "erased" }] },
  ]);
  await expect(refuseDeleted(database, ["gone"])).rejects.toThrow("was deleted here on 25 November 2026");
  const [made] = await database.exportsMade.toArray();
  expect(made).toEqual({
    id: "e1",
    at: 1795515600000,
    form: "CSV",
    sessionIds: ["done"],
    panelIds: ["panel"],
  });
  database.close();
});

test("a database of version 6 has no entry of the audit log", async () => {
  await layDown({ name: "log of 6", frozen: readFrozen(6) });
  const database = createDatabase("log of 6");
  expect(await readAuditEntries(database, ["done", "panel"])).toEqual([]);
  database.close();
});

test("a database of version 9 keeps the scorecards that are here and locked", async () => {
  await layDown({ name: "locked of 9", frozen: readFrozen(9) });
  const database = createDatabase("locked of 9");
  expect(await database.lockedScorecards.toArray()).toMatchObject([{ panelId: "panel", seat: "other" }]);
  expect((await readPanel(database, "panel"))?.lockedAt).toEqual(new Map([["other", 1795516200000]]));
  database.close();
});

test("a database of version 8 keeps what is on its way to the panel's lead, and that a panel ended", async () => {
  await layDown({ name: "team of 8", frozen: readFrozen(8) });
  const database = createDatabase("team of 8");
  expect(await database.outbox.toArray()).toMatchObject([{ kind: "card", state: "sent" }]);
  expect(await database.inbox.toArray()).toMatchObject([{ kind: "roster" }]);
  expect(await database.teamLinks.toArray()).toMatchObject([{ side: "ended" }]);
  database.close();
});

test("a database of version 7 keeps what was logged of its interview and of its panel", async () => {
  await layDown({ name: "log of 7", frozen: readFrozen(7) });
  const database = createDatabase("log of 7");
  expect(await readAuditEntries(database, ["done"])).toMatchObject([{ change: { what: "takenBack" } }]);
  expect(await readAuditEntries(database, ["done", "panel"])).toMatchObject([
    { at: 1795513000000, subjectId: "done" },
    { at: 1795516200000, change: { what: "held", reason: "A complaint is open." } },
  ]);
  database.close();
});

/** @returns what a database is made of, as the browser has it */
async function shapeOf(name: string) {
  const database = await createDatabase(name).open();
  const native = database.backendDB();
  const transaction = native.transaction([...native.objectStoreNames]);
  const stores = [...native.objectStoreNames].map((storeName) => {
    const store = transaction.objectStore(storeName);
    const indexes = [...store.indexNames].map((indexName) => {
      const { keyPath, multiEntry, unique } = store.index(indexName);
      return { name: indexName, keyPath, multiEntry, unique };
    });
    return { name: storeName, keyPath: store.keyPath, indexes };
  });
  database.close();
  return { version: native.version, stores };
}

test("the schema has the stores and indexes of its newest frozen version, so that none changes without a new one", async () => {
  const shape = await shapeOf("new");
  const { version, stores } = readFrozen(shape.version / 10);
  expect(shape).toEqual({
    version,
    stores: stores.map(({ name, keyPath, indexes }) => ({ name, keyPath, indexes })),
  });
});

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9])(
  "a database of version %i has the stores and indexes of a new one once it is open",
  async (version) => {
    await layDown({ name: `shape of ${version}`, frozen: readFrozen(version) });
    expect(await shapeOf(`shape of ${version}`)).toEqual(await shapeOf("new"));
  },
);

test.each([
  ["that a newer app wrote", (frozen: FrozenDatabase) => ({ ...frozen, version: frozen.version + 10 }), true],
  [
    "in which a part is missing",
    ({ version, stores }: FrozenDatabase) => ({
      version,
      stores: stores.filter(({ name }) => name !== "answers"),
    }),
    false,
  ],
])("a database %s does not open, and nothing is changed in it", async (_which, change, isNewer) => {
  const frozen = change(readFrozen(9));
  const name = `unopened ${String(isNewer)}`;
  await layDown({ name, frozen });
  const error: unknown = await createDatabase(name)
    .open()
    .then(
      () => null,
      (reason: unknown) => reason,
    );
  expect(isNewerDatabase(error)).toBe(isNewer);
  expect(isDatabaseError(error as Error)).toBe(true);
  const { version, stores } = await readRawDatabase(name);
  const lengths = (of: readonly { name: string; rows: readonly unknown[] }[]) =>
    Object.fromEntries(of.map((store) => [store.name, store.rows.length]));
  expect({ version, stores: lengths(stores) }).toEqual({
    version: frozen.version,
    // What can be worked out from the others is not read raw.
    stores: lengths(frozen.stores.filter(({ name: store }) => store !== "noteWords")),
  });
});

test("a tab whose database a newer version brought up to date is told so, and not that it is damaged", async () => {
  const name = "brought up to date";
  const database = createDatabase(name);
  await database.open();
  await layDown({ name, frozen: { version: 100, stores: [] } });
  const failure = () =>
    database.sessions.count().then(
      () => null,
      (reason: unknown) => reason as Error,
    );
  for (const error of [await failure(), await failure()]) {
    expect(isDatabaseError(error!)).toBe(true);
    expect(isNewerDatabase(error)).toBe(true);
  }
});

test("a database that was closed under the page is told from one that can't be read", async () => {
  const database = createDatabase("closed");
  await database.open();
  database.close();
  const closed: unknown = await database.sessions.count().then(
    () => null,
    (reason: unknown) => reason,
  );
  expect([isClosedDatabase(closed), isNewerDatabase(closed)]).toEqual([true, false]);
  expect(isClosedDatabase(new DOMException("Its file is gone.", "NotReadableError"))).toBe(false);
  expect([isClosedDatabase("a text"), isNewerDatabase(null)]).toEqual([false, false]);
});

test.each([
  { when: "before anything is changed is tried again, and is open then", isChanging: false, openings: 2 },
  { when: "in a change of its schema, as on a full disk, is not tried again", isChanging: true, openings: 1 },
  {
    when: "with words of a full disk is not tried again",
    isChanging: false,
    message: "Connection is closing because of: database or disk is full.",
    openings: 1,
  },
])("an opening that the browser gives up $when", async ({ isChanging, message, openings }) => {
  const open = vi.spyOn(indexedDB, "open");
  const reallyOpen = IDBFactory.prototype.open.bind(indexedDB);
  open.mockImplementationOnce((name) => {
    const opening = reallyOpen(`${name} that is given up`);
    if (message !== undefined) {
      const error = new DOMException(message, "AbortError");
      Object.defineProperty(opening, "error", { get: () => error, set: () => {}, configurable: true });
    }
    opening.addEventListener("upgradeneeded", (event) => {
      if (!isChanging) event.stopImmediatePropagation();
      // When all that was asked for is done: a browser that can't write it down gives it up then.
      const asked = opening.result.createObjectStore("asked").count();
      asked.addEventListener("success", () => opening.transaction?.abort());
    });
    return opening;
  });
  const database = createDatabase(`given up ${isChanging} ${message}`);
  const opening = database.open();
  if (openings === 1) await expect(opening).rejects.toThrow(message ?? /abort/iu);
  else await opening;
  expect(open).toHaveBeenCalledTimes(openings);
  open.mockRestore();
  database.close();
});

test("while the browser's log is cut and there is no room for another, nothing is written on any way: it would be lost with all before", async () => {
  const database = createDatabase("cut log");
  await savePlan(database, "before", smallPlan(), smallGuide, START);
  database.isLogCut = true;
  const { session, answers } = submittedInterview("in a file");
  const entry: Entry = { kind: "session", value: { session, answers, revisions: [] } };
  const known = { candidate: () => true, shippedGuide: () => false, open: () => Promise.resolve(null) };
  const ways = {
    plan: () => savePlan(database, "plan", smallPlan(), smallGuide, START),
    draft: () => writeDraft(database, { id: "draft", guide: smallGuide, previousId: null, updatedAt: START }),
    import: () => admitEntries(database, [entry], known, () => true),
  };
  for (const write of Object.values(ways))
    await expect(write()).rejects.toThrow("The disk has no room left for this browser.");
  const idsOf = async () => [
    await database.sessions.toCollection().primaryKeys(),
    await database.guideDrafts.toCollection().primaryKeys(),
  ];
  expect(await idsOf()).toEqual([["before"], []]);
  database.isLogCut = false;
  for (const write of Object.values(ways)) await write();
  expect(await idsOf()).toEqual([["before", "in a file", "plan"], ["draft"]]);
  database.close();
});

test("the app's own database has its name", () => {
  expect(createDatabase().name).toBe("interview-scorecard");
});

test("a stored session differs from the session by what it is found and ordered by alone", () => {
  const { session } = plannedInterview();
  const row = sessionToRow(session);
  expect(row).toEqual({
    ...session,
    words: ["amira", "haddad", "baker", "noor"],
    heldAt: START,
    candidateOrder: "amira haddad\u0000amira haddad",
    roleOrder: "baker\u0000Baker",
  });
  expect(rowToSession(row)).toEqual(session);
});
