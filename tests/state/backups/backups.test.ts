import { Encrypter } from "age-encryption";
import { Dexie } from "dexie";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import {
  makeBackup,
  PassphraseNeeded,
  readBackup,
  restoreBackup,
} from "../../../src/state/backups/backups.ts";
import { deleteCandidates, holdCandidate } from "../../../src/state/candidates/candidates.ts";
import { readWholeSession } from "../../../src/state/session/planning.ts";
import { acquireDocumentLock } from "../../../src/state/documents/documentLock.ts";
import { mustReplaceIn } from "../../../src/domain/backups/backupRecord.ts";
import { backUpNow, makeDueBackup } from "../../../src/state/backups/autoBackups.ts";
import { listAutoBackups } from "../../../src/storage/backups/autoBackupFiles.ts";
import { noteDeletedForGood, readRecord } from "../../../src/state/backups/backupRecord.ts";
import { readCandidates } from "../../../src/storage/candidates/candidates.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { completeInterview, plannedInterview, START, submittedInterview } from "../../smallInterview.ts";
import { fakeDirectory } from "../../storage/fakeDirectory.ts";
import { createLocks } from "../fakeLocks.ts";
import { fakeStorage } from "../fakeStorage.ts";
import { DeadWorker, FakeWorker, renewWorkers } from "../fakeWorkers.ts";

const MANY_YEARS_MS = 1e12;

let app: AppParts;
let now: number;
let count = 0;
let progress: (readonly [done: number, of: number])[];

beforeEach(() => {
  now = START;
  progress = [];
  vi.stubGlobal("localStorage", fakeStorage());
  vi.stubGlobal("Worker", FakeWorker);
  vi.stubGlobal("navigator", { locks: createLocks() });
  app = newApp();
});

afterEach(() => {
  app.database.close();
  vi.unstubAllGlobals();
});

function newApp(): AppParts {
  return {
    database: createDatabase(`backups ${count++}`),
    clock: { now: () => (now += 1000), monotonic: () => 0 },
    newId: () => `id${count++}`,
    appName: "Test 1",
  };
}

/** The browser is another one, with nothing in it. */
function moveOn(): void {
  app.database.close();
  app = newApp();
}

function workUntil(signal: AbortSignal = new AbortController().signal) {
  return { onProgress: (done: number, of: number) => void progress.push([done, of]), signal };
}

const make = async (passphrase: string | null = null) =>
  (await makeBackup(app, { passphrase, ...workUntil() })).blob;
const read = (file: Blob, passphrase: string | null = null) =>
  readBackup(app, file, { passphrase, ...workUntil() });
const mustReplace = () => mustReplaceIn(readRecord());
const idsHere = () => app.database.sessions.toCollection().primaryKeys();

/** @returns a backup that was made where one of two candidates was deleted */
async function backupOfDeletion(): Promise<Blob> {
  await putWholeSessions(app.database, [
    submittedInterview("a"),
    plannedInterview("b", { candidate: "Eva Lund" }),
  ]);
  now += MANY_YEARS_MS;
  const { candidates } = await readCandidates(app.database);
  const gone = candidates.filter(({ name }) => name === "Amira Haddad");
  await deleteCandidates(
    app,
    gone.map((candidate) => ({ candidate, parts: candidate.parts })),
    "",
  );
  const file = await make();
  moveOn();
  vi.stubGlobal("localStorage", fakeStorage());
  return file;
}

describe("a backup", () => {
  test("restored in another browser, it brings back all that was in the first", async () => {
    const wholes = [submittedInterview("a"), plannedInterview("b", { candidate: "Eva Lund" })];
    await putWholeSessions(app.database, wholes);
    const file = await make();
    expect(progress.at(-1)).toEqual([4, 4]);
    moveOn();

    progress = [];
    const plan = await read(file);
    expect(progress.at(-1)).toEqual([file.size, file.size]);
    expect(await idsHere()).toEqual([]);
    expect(await restoreBackup(app, plan, workUntil())).toBeNull();
    expect([await readWholeSession(app, "a"), await readWholeSession(app, "b")]).toEqual(wholes);
  });

  test("with a passphrase, it asks for it, refuses a wrong one, and opens with the right one", async () => {
    await putWholeSessions(app.database, [submittedInterview("a")]);
    const encrypter = new Encrypter();
    encrypter.setPassphrase("rye and salt");
    encrypter.setScryptWorkFactor(8);
    const file = new Blob([new Uint8Array(await encrypter.encrypt(await (await make()).text()))]);
    await expect(read(file)).rejects.toThrow(PassphraseNeeded);
    const wrong = read(file, "rye");
    await expect(wrong).rejects.toThrow("The passphrase doesn’t open this file. Check it and try again");
    await expect(wrong).rejects.not.toThrow(PassphraseNeeded);
    expect((await read(file, "rye and salt")).counts.session).toMatchObject({ same: 1 });
  });

  test("is not made with an empty passphrase, which would keep nobody out", async () => {
    await expect(make("")).rejects.toThrow("Enter a passphrase");
  });

  test("a file that is none is refused, and nobody is asked for a passphrase", async () => {
    const reading = read(new Blob(["A letter."]));
    await expect(reading).rejects.toThrow(Error);
    await expect(reading).rejects.not.toThrow(PassphraseNeeded);
  });
});

describe("work that is cancelled", () => {
  afterEach(renewWorkers);

  test("before it begins, it does not begin", async () => {
    await expect(
      makeBackup(app, { passphrase: null, ...workUntil(AbortSignal.abort(new Error("Enough."))) }),
    ).rejects.toThrow("Enough.");
    expect(progress).toEqual([]);
  });

  test("in the middle, it ends there with no file", async () => {
    await putWholeSessions(app.database, [submittedInterview("a")]);
    const stopping = new AbortController();
    const onProgress = () => stopping.abort(new Error("Enough."));
    await expect(makeBackup(app, { passphrase: null, onProgress, signal: stopping.signal })).rejects.toThrow(
      "Enough.",
    );
  });
});

test("where the worker does not start, it is said what to do", async () => {
  vi.stubGlobal("Worker", DeadWorker);
  await expect(make()).rejects.toThrow("Reload the page.");
});

describe("a restore", () => {
  test("over a session that a tab has open does nothing, and names its candidate", async () => {
    const newer = completeInterview("a");
    await putWholeSessions(app.database, [
      { ...newer, session: { ...newer.session, updatedAt: newer.session.updatedAt + 1, summary: "Newer." } },
    ]);
    const file = await make();
    moveOn();
    await putWholeSessions(app.database, [newer]);
    const plan = await read(file);
    const lock = await acquireDocumentLock("a", { onAsked: () => Promise.resolve(), onLost: () => {} });
    expect(await restoreBackup(app, plan, workUntil())).toEqual(["Amira Haddad"]);
    expect(await readWholeSession(app, "a")).toEqual(newer);
    lock?.release();
    await vi.waitFor(async () => expect(await restoreBackup(app, plan, workUntil())).toBeNull());
    expect((await readWholeSession(app, "a"))?.session.summary).toBe("Newer.");
  });

  test("that deletes somebody has the older automatic backups replaced", async () => {
    const file = await backupOfDeletion();
    await putWholeSessions(app.database, [submittedInterview("a")]);
    const plan = await read(file);
    expect(mustReplace()).toBe(false);
    expect(await restoreBackup(app, plan, workUntil())).toBeNull();
    expect(await idsHere()).toEqual(["b"]);
    expect(mustReplace()).toBe(true);
  });

  test("is done where what is noted of it afterwards can’t be, and the screens are told", async () => {
    const file = await backupOfDeletion();
    await putWholeSessions(app.database, [submittedInterview("a")]);
    const plan = await read(file);
    const told: string[] = [];
    const tell = (parts: object) => void told.push(...Object.keys(parts));
    Dexie.on("storagemutated", tell);
    vi.spyOn(app.database.tombstones, "count").mockRejectedValue(new Error("The disk is full."));
    expect(await restoreBackup(app, plan, workUntil())).toBeNull();
    Dexie.on.storagemutated.unsubscribe(tell);
    expect(await idsHere()).toEqual(["b"]);
    expect(told).toContain(`idb://${app.database.name}/sessions/`);
    expect(mustReplace()).toBe(true);
  });

  test("of what changed since it was shown changes nothing, and the automatic backups stay", async () => {
    const file = await backupOfDeletion();
    const whole = submittedInterview("a");
    await putWholeSessions(app.database, [whole]);
    const plan = await read(file);
    await putWholeSessions(app.database, [plannedInterview("b", { candidate: "Somebody else" })]);
    await expect(restoreBackup(app, plan, workUntil())).rejects.toThrow(/changed/u);
    expect(await readWholeSession(app, "a")).toEqual(whole);
    expect(mustReplace()).toBe(false);
  });

  test("does not delete whom a hold keeps here", async () => {
    const file = await backupOfDeletion();
    await putWholeSessions(app.database, [submittedInterview("a")]);
    const { candidates } = await readCandidates(app.database);
    await holdCandidate(app, candidates[0]!.key, "a complaint");
    await expect(restoreBackup(app, await read(file), workUntil())).rejects.toThrow("hold");
    expect(await idsHere()).toEqual(["a"]);
  });
});

test("where the browser has no locks, a backup is restored all the same", async () => {
  const whole = submittedInterview("a");
  await putWholeSessions(app.database, [whole]);
  const file = await make();
  moveOn();
  vi.stubGlobal("navigator", {});
  expect(await restoreBackup(app, await read(file), workUntil())).toBeNull();
  expect(await readWholeSession(app, "a")).toEqual(whole);
});

describe("a restore that would delete somebody, and is cancelled", () => {
  /** Ends no restore: it is under way until it is cancelled. */
  class SlowWorker extends FakeWorker {
    override postMessage(data: object): void {
      const { kind } = data as { readonly kind?: string };
      if (kind === "cancel") this.onmessage({ data: { kind: "cancelled" } });
      else if (kind !== "restore") super.postMessage(data);
    }
  }
  const amounts = async () => ((await listAutoBackups()) ?? []).map(({ backup }) => backup.sessions);
  let stopping: AbortController;
  let restoring: Promise<unknown>;
  let removedCount: number;

  beforeEach(async () => {
    const own = fakeDirectory();
    const storage = {
      getDirectory: () => Promise.resolve({ getDirectoryHandle: () => Promise.resolve(own.handle) }),
    };
    const file = await backupOfDeletion();
    vi.stubGlobal("navigator", { locks: createLocks(), storage });
    await putWholeSessions(app.database, [submittedInterview("a")]);
    await backUpNow(app);
    await putWholeSessions(app.database, [plannedInterview("c", { candidate: "Ida Moe" })]);
    await backUpNow(app);
    const plan = await read(file);
    ({ removedCount } = plan);
    vi.stubGlobal("Worker", SlowWorker);
    stopping = new AbortController();
    restoring = restoreBackup(app, plan, workUntil(stopping.signal));
    restoring.catch(() => {});
  });

  test("erases no automatic backup: none is made of what is half restored, nor are older ones replaced", async () => {
    expect(removedCount).toBe(1);
    await makeDueBackup(app, false);
    const asked = backUpNow(app);
    expect(await amounts()).toEqual([2, 1]);
    stopping.abort(new Error("Enough."));
    await expect(restoring).rejects.toThrow("Enough.");
    await makeDueBackup(app, false);
    expect(mustReplace()).toBe(false);
    await asked;
    expect(await amounts()).toEqual([2, 2]);
    expect(await idsHere()).toEqual(["a", "c"]);
  });

  test("takes nothing back of what somebody else deleted meanwhile", async () => {
    noteDeletedForGood(app);
    stopping.abort(new Error("Enough."));
    await expect(restoring).rejects.toThrow("Enough.");
    expect(mustReplace()).toBe(true);
  });

  test("can be cancelled as well while it waits for an automatic backup to be made", async () => {
    stopping.abort(new Error("Enough."));
    await expect(restoring).rejects.toThrow("Enough.");
    const never = new Promise<void>(() => {});
    void navigator.locks.request("interview-scorecard copies", {}, () => never);
    const waiting = restoreBackup(app, await read(await make()), workUntil(AbortSignal.timeout(20)));
    await expect(waiting).rejects.toThrow(Error);
  });
});

test("a restore that deletes nobody leaves the automatic backups as they are", async () => {
  const whole = submittedInterview("a");
  await putWholeSessions(app.database, [whole]);
  await restoreBackup(app, await read(await make()), workUntil());
  expect(mustReplace()).toBe(false);
  expect(await readWholeSession(app, "a")).toEqual(whole);
});

test("while the browser has no room for a new log nothing is restored, and it is once there is", async () => {
  await putWholeSessions(app.database, [submittedInterview("a")]);
  const file = await make();
  moveOn();
  const plan = await read(file);
  app.database.isLogCut = true;
  await expect(restoreBackup(app, plan, workUntil())).rejects.toThrow("The disk has no room left");
  expect(await app.database.sessions.count()).toBe(0);
  app.database.isLogCut = false;
  await restoreBackup(app, plan, workUntil());
  expect(await app.database.sessions.count()).toBe(1);
});
