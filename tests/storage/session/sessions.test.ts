import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { rateArea } from "../../../src/domain/session/answer.ts";
import type { Revision } from "../../../src/domain/session/scorecard.ts";
import { startSession } from "../../../src/domain/session/call.ts";
import type { SessionPlan, SessionStatus } from "../../../src/domain/session/session.ts";
import { changeAnswer, type WholeSession } from "../../../src/domain/session/wholeSession.ts";
import { createDatabase, sessionToRow, type Database } from "../../../src/storage/database.ts";
import { readGuide, saveVersion } from "../../../src/storage/guides/guides.ts";
import { addRevisions, loadRevisions } from "../../../src/storage/session/revisions.ts";
import {
  countInterviews,
  deleteSession,
  loadWholeSession,
  putBackSession,
  putWholeSessions,
  readSetting,
  savePlan,
  watchWholeSession,
  writeSetting,
} from "../../../src/storage/session/sessions.ts";
import { countSessions } from "../../../src/storage/backups/storedAmount.ts";
import {
  countSessionsUpTo,
  findSessionIds,
  findSessions,
  type SessionFilter,
  type SessionOrder,
} from "../../../src/storage/session/listing.ts";
import {
  completeInterview,
  liveInterview,
  MINUTE,
  plannedInterview,
  smallGuide,
  smallPlan,
  START,
  submittedInterview,
} from "../../smallInterview.ts";

const DAY = 24 * 60 * MINUTE;
const everything: SessionFilter = { status: null, text: "", from: null, until: null };

let database: Database;
let count = 0;

beforeEach(() => {
  database = createDatabase(`sessions ${count++}`);
});

afterEach(() => database.close());

async function found(filter: Partial<SessionFilter>, limit = 50): Promise<readonly string[]> {
  const { sessions } = await findSessions(database, { ...everything, ...filter }, limit);
  return sessions.map(({ id }) => id);
}

describe("whole sessions", () => {
  test("a session comes back as it was put, with its guide and answers, and without the words it is found by", async () => {
    const fileFields = { later: [1] };
    const whole = submittedInterview();
    const kept = { ...whole, session: { ...whole.session, fileFields } };
    await putWholeSessions(database, [kept]);
    expect(await loadWholeSession(database, "s1")).toEqual(kept);
    const id = whole.session.guideId;
    expect(await database.guides.toArray()).toEqual([
      { id, guide: smallGuide, previousId: null, lineId: id, savedAt: null },
    ]);
  });

  test("a session and a plan that hold a version that was saved here leave its history as it is", async () => {
    const { guideId } = plannedInterview().session;
    await saveVersion(database, { id: guideId, guide: smallGuide, previousId: "before" }, START);
    const saved = await readGuide(database, guideId);
    expect(saved).toMatchObject({ previousId: "before", lineId: "before", savedAt: START });
    await putWholeSessions(database, [plannedInterview(), completeInterview("s2")]);
    await savePlan(database, "s3", smallPlan(), smallGuide, START + MINUTE);
    expect(await readGuide(database, guideId)).toEqual(saved);
  });

  test("there is none where the session or its guide is missing", async () => {
    expect(await loadWholeSession(database, "s1")).toBeUndefined();
    await putWholeSessions(database, [submittedInterview()]);
    await database.guides.clear();
    expect(await loadWholeSession(database, "s1")).toBeUndefined();
  });

  test("putting a session over another leaves no answer of the other behind", async () => {
    await putWholeSessions(database, [completeInterview("s1"), completeInterview("s2")]);
    await putWholeSessions(database, [plannedInterview("s1")]);
    expect((await loadWholeSession(database, "s1"))?.answers).toEqual({});
    expect(await loadWholeSession(database, "s2")).toEqual(completeInterview("s2"));
  });

  test("several are put all or none", async () => {
    await putWholeSessions(database, [plannedInterview("s1")]);
    const broken = { ...plannedInterview("s2"), answers: { failed: {} } } as unknown as WholeSession;
    await expect(putWholeSessions(database, [completeInterview("s1"), broken])).rejects.toThrow();
    expect(await loadWholeSession(database, "s1")).toEqual(plannedInterview("s1"));
    expect(await found({})).toEqual(["s1"]);
  });

  test("deleting gives back what was there, to the last note, and leaves the others", async () => {
    await putWholeSessions(database, [completeInterview("s1"), completeInterview("s2")]);
    const deleted = await deleteSession(database, "s1", START);
    expect(deleted).toMatchObject({ first: completeInterview("s1"), revisions: [] });
    expect(await loadWholeSession(database, "s1")).toBeUndefined();
    expect(await database.answers.count()).toBe(1);

    await putWholeSessions(database, [deleted!.first]);
    expect(await loadWholeSession(database, "s1")).toEqual(completeInterview("s1"));
    expect(await deleteSession(database, "gone", START)).toBeUndefined();
  });

  test("a submitted session is not deleted by itself: it is a record", async () => {
    await putWholeSessions(database, [submittedInterview("s1")]);
    await expect(deleteSession(database, "s1", START)).rejects.toThrow(/Delete it under “Candidates”/u);
    expect(await database.sessions.count()).toBe(1);
    expect(await database.answers.count()).toBeGreaterThan(0);
  });

  test("a deleted session is not put back over one that came in since, nor a session over a submitted one", async () => {
    await putWholeSessions(database, [plannedInterview("s1")]);
    const deleted = await deleteSession(database, "s1", START);
    const since = submittedInterview("s1");
    await putWholeSessions(database, [since]);
    expect(await putBackSession(database, deleted!)).toBe("here");
    expect(await putWholeSessions(database, [plannedInterview("s1")])).toBe(false);
    expect(await loadWholeSession(database, "s1")).toEqual(since);
  });

  test("a submitted sample goes with its revisions, and comes back with them", async () => {
    const revision = (id: string, sessionId: string, at: number): Revision => ({
      id,
      sessionId,
      at,
      reason: "Read my notes again.",
      areas: {},
      recommendation: "no",
      summary: "",
    });
    const sample = (id: string) => {
      const whole = submittedInterview(id);
      return { ...whole, session: { ...whole.session, sample: true } };
    };
    await putWholeSessions(database, [sample("s1"), sample("s2")]);
    await addRevisions(database, [revision("b", "s1", 1), revision("c", "s2", 1), revision("a", "s1", 2)]);
    const deleted = await deleteSession(database, "s1", START);
    const ids = deleted!.revisions.map(({ id }) => id);
    expect(ids.toSorted()).toEqual(["a", "b"]);
    expect(await loadRevisions(database, "s1")).toEqual([]);
    expect(await loadRevisions(database, "s2")).toHaveLength(1);

    await putWholeSessions(database, [deleted!.first], deleted!.revisions);
    expect((await loadRevisions(database, "s1")).map(({ id }) => id)).toEqual(["b", "a"]);
  });

  test("whoever watches a session sees it now and after each change, and nothing once it is gone", async () => {
    await putWholeSessions(database, [liveInterview()]);
    const seen: WholeSession[] = [];
    const watching = watchWholeSession(database, "s1", (whole) => seen.push(whole));
    await vi.waitFor(() => expect(seen).toEqual([liveInterview()]));
    const changed = changeAnswer(
      liveInterview(),
      "failed",
      (answer) => rateArea(answer, "failed.cause", 2),
      START,
    );
    await putWholeSessions(database, [changed]);
    await vi.waitFor(() => expect(seen.at(-1)).toEqual(changed));
    const { length } = seen;
    await deleteSession(database, "s1", START);
    await vi.waitFor(async () => expect((await countSessions(database)).all).toBe(0));
    expect(seen).toHaveLength(length);
    watching.unsubscribe();
  });
});

describe("a plan", () => {
  const change = (plan: Partial<SessionPlan>) =>
    savePlan(database, "s1", smallPlan(plan), smallGuide, START + MINUTE);

  test("it is stored as a new session with its guide, and can be changed until the interview begins", async () => {
    await change({});
    await change({ candidate: "Amira Haddad-Roth", questionIds: ["recipe"] });
    expect(await loadWholeSession(database, "s1")).toMatchObject({
      session: { status: "planned", candidate: "Amira Haddad-Roth", questionIds: ["recipe"] },
      guide: smallGuide,
    });
    expect(await found({ text: "roth" })).toEqual(["s1"]);
  });

  test("one that is changed after the clock was set back is newer than before: a file of the plan before does not replace it", async () => {
    const before = plannedInterview();
    await putWholeSessions(database, [before]);
    await savePlan(database, "s1", smallPlan({ slotMinutes: 45 }), smallGuide, START - DAY);
    const changed = (await loadWholeSession(database, "s1"))!;
    expect(changed.session.slotMinutes).toBe(45);
    expect(changed.session.updatedAt).toBeGreaterThan(before.session.updatedAt);
  });

  test("what was set beside the plan stays", async () => {
    await putWholeSessions(database, [plannedInterview()]);
    await change({ slotMinutes: 45 });
    expect((await loadWholeSession(database, "s1"))?.session).toEqual({
      ...plannedInterview().session,
      slotMinutes: 45,
      updatedAt: START + MINUTE,
    });
  });

  test("it does not come back once the interview was deleted, and can be put back as it was then", async () => {
    const planned = plannedInterview();
    await putWholeSessions(database, [planned]);
    const deleted = await deleteSession(database, "s1", START);
    await expect(change({ slotMinutes: 45 })).rejects.toThrow("This interview has been deleted.");
    expect(await loadWholeSession(database, "s1")).toBeUndefined();
    expect(await putBackSession(database, deleted!)).toBe("done");
    await change({ slotMinutes: 45 });
    expect((await loadWholeSession(database, "s1"))?.session.slotMinutes).toBe(45);
  });

  test("it can't change once the interview has begun: what was asked stays what was asked", async () => {
    const live = startSession(plannedInterview(), START);
    await putWholeSessions(database, [live]);
    await expect(change({ questionIds: [] })).rejects.toThrow("so its plan can’t change any more");
    expect(await loadWholeSession(database, "s1")).toEqual(live);
  });
});

describe("finding sessions", () => {
  const people: readonly (readonly [id: string, candidate: string, interviewer: string])[] = [
    ["amira", "Amira Haddad", "Noor"],
    ["jose", "José Núñez-O'Brien", "Noor"],
    ["xiaoming", "王小明", "李娜"],
    ["tanaka", "たなか ゆうこ", "Noor"],
    ["minjun", "김민준", "Noor"],
    ["layla", "ليلى حداد", "Noor"],
    ["anna", "Анна Ёлкина", "Noor"],
    ["emoji", "👩🏽‍💻 Zed 2nd", "Noor"],
  ];

  beforeEach(async () => {
    await putWholeSessions(
      database,
      people.map(([id, candidate, interviewer], index) =>
        plannedInterview(id, { candidate, interviewer, scheduledAt: START + index * DAY }),
      ),
    );
  });

  test.each([
    ["the beginning of a first name", "ami", ["amira"]],
    ["the beginning of a last name", "hadd", ["amira"]],
    ["words in any order and case", "HADDAD amira", ["amira"]],
    ["only what has all of the words", "amira roth", []],
    ["the middle of a word", "mira", []],
    ["an accented name", "josé núñ", ["jose"]],
    ["an accented name typed without its marks", "jose nun", ["jose"]],
    ["a Russian name typed without its dots", "елкина", ["anna"]],
    ["an accented name typed in separate marks", "jose\u0301", ["jose"]],
    ["a name with an apostrophe", "o'br", ["jose"]],
    ["a Chinese name from its beginning", "王小", ["xiaoming"]],
    ["a Chinese given name", "小明", ["xiaoming"]],
    ["one character in the middle of a Chinese name", "小", ["xiaoming"]],
    ["a Chinese interviewer", "李", ["xiaoming"]],
    ["a Japanese given name", "ゆうこ", ["tanaka"]],
    ["a Korean given name", "민준", ["minjun"]],
    ["an Arabic name", "حداد", ["layla"]],
    ["a Cyrillic name in capitals", "ЁЛК", ["anna"]],
    ["a number", "2nd", ["emoji"]],
    ["an interviewer's name, newest first", "noor zed", ["emoji"]],
    ["the role", "baker amira", ["amira"]],
  ])("%s finds it", async (_title, text, ids) => {
    expect(await found({ text })).toEqual(ids);
  });

  test("text without a word in it finds all, newest first", async () => {
    expect(await found({ text: " -- " })).toEqual(people.map(([id]) => id).toReversed());
  });

  test("words and dates go together; the end is not included", async () => {
    expect(await found({ text: "noor", from: START + DAY, until: START + 4 * DAY })).toEqual([
      "tanaka",
      "jose",
    ]);
    expect(await found({ from: START + DAY, until: START + 4 * DAY })).toEqual([
      "tanaka",
      "xiaoming",
      "jose",
    ]);
    expect(await found({ until: START + DAY })).toEqual(["amira"]);
    expect(await found({ from: START + 7 * DAY })).toEqual(["emoji"]);
  });

  test("a page ends at its limit and says whether there is more", async () => {
    const page = await findSessions(database, everything, 3);
    expect(page.sessions.map(({ id }) => id)).toEqual(["emoji", "anna", "layla"]);
    expect(page.hasMore).toBe(true);
    expect((await findSessions(database, everything, people.length)).hasMore).toBe(false);
    const named = await findSessions(database, { ...everything, text: "noor" }, 2);
    expect(named.sessions.map(({ id }) => id)).toEqual(["emoji", "anna"]);
    expect(named.hasMore).toBe(true);
  });

  test("a session is found by its new name and no more by its old one", async () => {
    await savePlan(database, "amira", smallPlan({ candidate: "Amira Roth" }), smallGuide, START);
    expect(await found({ text: "roth" })).toEqual(["amira"]);
    expect(await found({ text: "haddad" })).toEqual([]);
  });
});

test("among thousands of one role the same are found, by a word that all have, one that few have, and both", async () => {
  const names = ["Anna Annan", "Bo Baker", "Annika Baker"];
  const rows = Array.from({ length: 2400 }, (_, at) => {
    const candidate = at === 1000 ? "Quist Baker" : names[at % names.length]!;
    const plan = { candidate, role: "Baker", scheduledAt: START + at * DAY };
    return sessionToRow(plannedInterview(`s${String(at).padStart(4, "0")}`, plan).session);
  });
  await database.sessions.bulkAdd(rows);
  const idsWith = (...words: readonly string[]) =>
    rows
      .filter((row) => words.every((word) => row.words.some((own) => own.startsWith(word))))
      .map(({ id }) => id)
      .toReversed();
  for (const words of [
    ["baker"],
    ["ann"],
    ["ann", "baker"],
    ["quist"],
    ["baker", "qui"],
    ["nobody", "baker"],
  ]) {
    const filter = { ...everything, text: words.join(" ") };
    for (const limit of [5, 5000]) {
      const page = await findSessions(database, filter, limit);
      expect(page.sessions.map(({ id }) => id)).toEqual(idsWith(...words).slice(0, limit));
      expect(page.hasMore).toBe(idsWith(...words).length > limit);
    }
    expect(await findSessionIds(database, filter)).toEqual(idsWith(...words));
    const oldest = await findSessions(database, filter, 3, { by: "held", isDescending: false });
    expect(oldest.sessions.map(({ id }) => id)).toEqual(
      idsWith(...words)
        .toReversed()
        .slice(0, 3),
    );
  }
  const since = { ...everything, text: "baker", from: START + 2390 * DAY };
  expect((await findSessions(database, since, 50)).sessions).toHaveLength(10);
}, 180_000);

describe("by status", () => {
  beforeEach(async () => {
    await putWholeSessions(database, [
      plannedInterview("p1"),
      plannedInterview("p2", { scheduledAt: START + DAY, candidate: "Ben" }),
      liveInterview("l1"),
      completeInterview("w1"),
      submittedInterview("d1"),
    ]);
  });

  test.each<[SessionStatus, readonly string[]]>([
    ["planned", ["p2", "p1"]],
    ["live", ["l1"]],
    ["wrapUp", ["w1"]],
    ["submitted", ["d1"]],
  ])("sessions that are %s are found and counted", async (status, ids) => {
    expect(await found({ status })).toEqual(ids);
    expect((await countSessions(database))[status]).toBe(ids.length);
  });

  test("all are counted", async () => {
    expect((await countSessions(database)).all).toBe(5);
  });

  test("a count up to so many is the same below that, and stops there", async () => {
    expect(await countSessionsUpTo(database, 6)).toEqual(await countSessions(database));
    expect(await countSessionsUpTo(database, 2)).toEqual({
      all: 2,
      planned: 2,
      live: 1,
      wrapUp: 1,
      submitted: 1,
    });
  });

  test("status, words and dates go together", async () => {
    expect(await found({ status: "planned", from: START + 1 })).toEqual(["p2"]);
    expect(await found({ status: "planned", text: "amira" })).toEqual(["p1"]);
    expect(await found({ status: "live", text: "ben" })).toEqual([]);
  });
});

test("an interviewer's other interviews of a day are counted, whatever blanks stand around the name", async () => {
  await putWholeSessions(database, [
    plannedInterview("a"),
    plannedInterview("b", { interviewer: " Noor " }),
    plannedInterview("c", { interviewer: "Noora" }),
    plannedInterview("d", { scheduledAt: START + DAY }),
  ]);
  expect(await countInterviews(database, "Noor", START, START + DAY, null)).toBe(2);
  expect(await countInterviews(database, "Noor ", START, START + DAY, "a")).toBe(1);
});

test("a setting is kept under its key until it is written anew", async () => {
  expect(await readSetting(database, "interviewer")).toBeUndefined();
  await writeSetting(database, "interviewer", "Noor");
  await writeSetting(database, "interviewer", "Ben");
  expect(await readSetting(database, "interviewer")).toBe("Ben");
});

describe("the order of a list", () => {
  const names = ["zoë", "Ada", "Éva", "王小明"];
  const ids = async (
    by: SessionOrder["by"],
    isDescending: boolean,
    filter: Partial<SessionFilter> = {},
    limit = 9,
  ) => {
    const order = { by, isDescending };
    const { sessions } = await findSessions(database, { ...everything, ...filter }, limit, order);
    return sessions.map(({ candidate }) => candidate);
  };

  beforeEach(async () => {
    await putWholeSessions(
      database,
      names.map((candidate, at) => {
        const make = at === 0 ? liveInterview : plannedInterview;
        const role = ["miller", "Baker", "baker", "Cook"][at]!;
        return make(`s${at}`, { candidate, role, scheduledAt: START + at * DAY });
      }),
    );
  });

  test.each([{}, { status: null, text: "", from: START - DAY }])(
    "is the alphabet's, whatever is capital or has an accent, from the index and among those that match (%j)",
    async (filter) => {
      expect(await ids("candidate", false, filter)).toEqual(["Ada", "Éva", "zoë", "王小明"]);
      expect(await ids("candidate", true, filter)).toEqual(["王小明", "zoë", "Éva", "Ada"]);
      expect(await ids("role", false, filter)).toEqual(["Ada", "Éva", "王小明", "zoë"]);
    },
  );

  test("goes by how far the interviews are, and by when they were held, which may not be when they were planned", async () => {
    expect((await ids("status", true))[0]).toBe("zoë");
    expect(await ids("held", false)).toEqual(["zoë", "Ada", "Éva", "王小明"]);
    const late = liveInterview("s1", { candidate: "Ada", scheduledAt: START - 9 * DAY });
    await putWholeSessions(database, [late]);
    expect((await ids("held", false)).slice(0, 2).toSorted()).toEqual(["Ada", "zoë"]);
  });

  describe("with a status, a time or words", () => {
    const listed = async (order: SessionOrder, filter: Partial<SessionFilter>, limit = 9) =>
      (await findSessions(database, { ...everything, ...filter }, limit, order)).sessions.map(({ id }) => id);
    const byStatus = { by: "status", isDescending: false } as const;
    const byTime = { by: "held", isDescending: false } as const;

    beforeEach(async () => {
      await putWholeSessions(database, [
        submittedInterview("s4"),
        completeInterview("s5"),
        plannedInterview("s6", { candidate: "Amira Haddad", scheduledAt: START + 9 * DAY }),
      ]);
    });

    test("those of one status are the newest first, also where the list goes by the status", async () => {
      expect(await listed(byStatus, { status: "planned" })).toEqual(["s6", "s3", "s2", "s1"]);
      expect(await listed({ ...byStatus, isDescending: true }, { status: "planned" })).toEqual([
        "s6",
        "s3",
        "s2",
        "s1",
      ]);
      expect(await listed(byStatus, { status: "planned", until: START + 3 * DAY })).toEqual(["s2", "s1"]);
    });

    test("a page by status goes on with the next status where one ends, and ends at its limit", async () => {
      expect(await listed(byStatus, {}, 6)).toEqual(["s6", "s3", "s2", "s1", "s0", "s5"]);
      expect(await listed({ ...byStatus, isDescending: true }, {}, 3)).toEqual(["s4", "s5", "s0"]);
      expect(await listed({ ...byStatus, isDescending: true }, {}, 1)).toEqual(["s4"]);
      expect(await listed(byStatus, { from: START + 3 * DAY }, 6)).toEqual(["s6", "s3"]);
    });

    test("what is found by words goes by the time both ways, and by how far it is", async () => {
      const text = "amira";
      const last = (await listed(byTime, { text })).at(-1);
      expect(last).toBe("s6");
      expect((await listed({ ...byTime, isDescending: true }, { text }))[0]).toBe("s6");
      expect(await listed(byStatus, { text })).toEqual(["s6", "s5", "s4"]);
      expect(await listed({ ...byStatus, isDescending: true }, { text })).toEqual(["s4", "s5", "s6"]);
    });

    test("among those of one name or one status the newest is first, both ways", async () => {
      await putWholeSessions(database, [plannedInterview("s7", { scheduledAt: START + 8 * DAY })]);
      const amira = { text: "amira", status: "planned" } as const;
      for (const isDescending of [false, true]) {
        expect(await listed({ by: "status", isDescending }, amira)).toEqual(["s6", "s7"]);
        expect(await listed({ by: "candidate", isDescending }, amira)).toEqual(["s6", "s7"]);
      }
    });
  });

  test("reads no more rows of the index than are shown", async () => {
    const read = vi.spyOn(IDBObjectStore.prototype, "getAll");
    expect(await ids("candidate", false, {}, 2)).toEqual(["Ada", "Éva"]);
    expect(read).not.toHaveBeenCalled();
    read.mockRestore();
  });
});

test("a merged name is found by the name that stays and by its own, and stands where the one that stays does", async () => {
  const named = (id: string, candidate: string, at: number) =>
    plannedInterview(id, { candidate, scheduledAt: START + at * MINUTE });
  await putWholeSessions(database, [
    named("a", "Adam Zabel", 1),
    named("z", "Zacharias Smith", 2),
    named("b", "Ben Okafor", 3),
    named("m", "Abel Smth", 4),
  ]);
  const merges = [{ name: "Abel Smth", intoName: "Zacharias Smith", mergedAt: START }];
  await database.settings.put({ key: "mergedNames", value: merges });
  const ids = async (text: string, limit = 10, isDescending = false) => {
    const filter = { status: null, text, from: null, until: null };
    const page = await findSessions(database, filter, limit, { by: "candidate", isDescending });
    return [...page.sessions.map(({ id }) => id), ...(page.hasMore ? ["more"] : [])].join(" ");
  };
  expect(await ids("")).toBe("a b m z");
  expect(await ids("", 2)).toBe("a b more");
  expect(await ids("", 3)).toBe("a b m more");
  expect(await ids("", 2, true)).toBe("m z more");
  expect(await ids("zach")).toBe("m z");
  expect(await ids("abel smth")).toBe("m");
  expect(await ids("zach smith")).toBe("m z");
});
