import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { candidateKey } from "../../../src/domain/candidates/candidateKey.ts";
import { newAnswer, rateArea } from "../../../src/domain/session/answer.ts";
import { heartbeat, reopenSession } from "../../../src/domain/session/clockGaps.ts";
import { handedOver, handOver } from "../../../src/domain/session/handOver.ts";
import { changeAnswer, type WholeSession } from "../../../src/domain/session/wholeSession.ts";
import {
  admit,
  admitAll,
  isOffered,
  nothingTakenBack,
  seatKey,
  toWrite,
  type Admission,
  type Here,
} from "../../../src/domain/admission/admission.ts";
import {
  entryKey,
  entryKinds,
  neededKey,
  toBackup,
  type Entry,
  type EntryOf,
  type KeptSession,
} from "../../../src/domain/admission/entries.ts";
import { auditEntries } from "../../../src/domain/candidates/auditEntry.ts";
import { attendanceOf } from "../../../src/domain/panels/panel.ts";
import { mergeRevisions } from "../../../src/domain/session/revision.ts";
import type { Scorecard } from "../../../src/domain/session/scorecard.ts";
import {
  completeInterview,
  hashGuide,
  liveInterview,
  MINUTE,
  plannedInterview,
  smallGuide,
  START,
} from "../../smallInterview.ts";
import { smallPanel, smallRevision, smallScorecard, startedPanel } from "../../smallPanel.ts";

const base = plannedInterview().session;

/** A machine that has these, and knows of no more. */
function machine(
  entries: readonly Entry[],
  parts: Partial<Here> = {},
  knows: Partial<Here["knows"]> = {},
): Here {
  return {
    entries: toBackup(entries),
    open: [],
    seats: new Map(),
    revised: new Map(),
    ledIds: new Set(),
    personOf: candidateKey,
    subjectIds: new Set(),
    takenBack: nothingTakenBack,
    knows: {
      guideLine: () => false,
      candidate: () => false,
      exportLeft: () => false,
      shippedGuide: () => false,
      ...knows,
    },
    ...parts,
  };
}

function kept(
  parts: Partial<KeptSession["session"]>,
  answers: Readonly<Record<string, number>> = {},
  revisionIds: readonly string[] = [],
): KeptSession {
  return {
    session: { ...base, id: "a", ...parts },
    answers: Object.fromEntries(
      Object.entries(answers).map(([id, at]) => [id, { ...newAnswer("a", id, at), addedMinutes: at }]),
    ),
    revisions: revisionIds.map((id) => ({ ...smallRevision(id, START, "x", 2), sessionId: "a" })),
  };
}

const sessionOf = (value: KeptSession): Entry => ({ kind: "session", value });
const tombstoneOf = (id: string, deletedAt: number): Entry => ({
  kind: "tombstone",
  value: { id, deletedAt, reason: "" },
});
const panelOf = (parts: Partial<typeof smallPanel> = {}): Entry => ({
  kind: "panel",
  value: { ...smallPanel, ...parts },
});
const keyEntry = (publicKey?: string | null, secretKey = "secret"): Entry => ({
  kind: "panelKey",
  value: { panelId: smallPanel.id, secretKey },
  ...(publicKey !== undefined && { publicKey }),
});

/** @param opened null for one that is sealed and can't be opened */
function rowOf(scorecard: Scorecard, opened: Scorecard | null = scorecard): EntryOf<"sealedScorecard"> {
  const { first, revisions } = scorecard;
  return {
    kind: "sealedScorecard",
    value: {
      ...attendanceOf(smallPanel, first),
      panelId: smallPanel.id,
      addedAt: START,
      text: JSON.stringify([first.session, first.answers, revisions, opened === null]),
    },
    ...(opened ? { opened } : { isSealed: true }),
  };
}

/** What a session comes to: its admission, and which of both is there then, unasked. */
function outcome(here: KeptSession, file: KeptSession): readonly [kind: string, stays: string] {
  const admission = admit(machine([sessionOf(here)]), sessionOf(file));
  const kind = admission.kind === "same" && admission.isOlder ? "older" : admission.kind;
  return [isOffered(admission) ? `${kind}, asked` : kind, toWrite(admission, false) ? "file" : "here"];
}

describe("a session", () => {
  test("that went on in one place alone is newer there, and one that went on in both is a conflict", () => {
    const early = kept({}, { q: START + 1 });
    const later = kept({}, { q: START + 2, r: START + 3 });
    const apart = kept({}, { q: START + 9 });
    expect(outcome(early, early)).toEqual(["same", "here"]);
    expect(outcome(early, later)).toEqual(["newer", "file"]);
    expect(outcome(later, early)).toEqual(["older", "here"]);
    expect(outcome(later, apart)).toEqual(["conflict, asked", "here"]);
    expect(outcome(apart, later)).toEqual(["conflict, asked", "here"]);
    expect(outcome(early, kept({ summary: "of one moment" }, { q: START + 1 }))[0]).toBe("conflict, asked");
  });

  test("whose submission can still be taken back is the same as before it", () => {
    const over = kept({ status: "wrapUp" });
    expect(outcome(kept({ status: "wrapUp", submitsAt: START }), over)).toEqual(["same", "here"]);
  });

  test("that is live is never replaced, neither by what is newer nor by what was submitted", () => {
    const live = kept({ status: "live", updatedAt: START + 1 }, { q: START + 1 });
    const later = { updatedAt: START + 99 };
    expect(outcome(live, kept({ status: "wrapUp", ...later }, { q: START + 9 }))).toEqual([
      "conflict",
      "here",
    ]);
    expect(outcome(live, kept({ status: "submitted", ...later }, { q: START + 9 }))).toEqual([
      "conflict",
      "here",
    ]);
    expect(outcome(live, kept({}))).toEqual(["older", "here"]);
  });

  test("that was handed over, live or not, comes back newer; where it was changed here as well, somebody is asked", () => {
    for (const status of ["live", "wrapUp"] as const) {
      const away = kept({ status, handedOverAt: START + 2 }, { q: START + 1 });
      expect(outcome(away, kept({ status }, { q: START + 1 }))).toEqual(["same", "here"]);
      expect(outcome(away, kept({ status }, { q: START + 9 }))).toEqual(["newer", "file"]);
      expect(outcome(away, kept({ status: "submitted", updatedAt: START + 9 }, { q: START + 9 }))).toEqual([
        "newer",
        "file",
      ]);
      const both = kept({ status }, { q: START + 9 });
      expect(outcome({ ...away, session: { ...away.session, updatedAt: START + 5 } }, both)).toEqual([
        "conflict, asked",
        "here",
      ]);
    }
  });

  test("that was handed over to a machine whose clock is behind comes back with what was added there", () => {
    const LEFT = START + 10 * MINUTE;
    const behind = (at: number) => at - 5 * MINUTE;
    const rated = (whole: WholeSession, rating: number, at: number) =>
      changeAnswer(whole, "failed", (answer) => rateArea(answer, "failed.cause", rating), at);
    for (const begin of [liveInterview(), completeInterview()]) {
      const away = handOver(rated(begin, 2, LEFT - 1000), LEFT);
      const opened = reopenSession(handedOver(away), behind(LEFT + 30_000));
      const added = heartbeat(rated(opened, 4, behind(LEFT + MINUTE)), behind(LEFT + MINUTE));
      const back = handedOver(handOver(added, behind(LEFT + 2 * MINUTE)));
      const whole = (one: WholeSession) => ({ ...one, revisions: [] });
      expect(outcome(whole(away), whole(back))).toEqual(["newer", "file"]);
    }
  });

  test("that says two things of one moment is a conflict, whatever else is newer in one of them", () => {
    const here = kept({}, { q: START + 1, r: START + 2 });
    const answer = { ...here.answers["q"]!, notes: [{ id: "n", atMs: 0, text: "salt" }] };
    const file = { ...kept({}, { r: START + 1 }) };
    expect(outcome(here, { ...file, answers: { ...file.answers, q: answer } })).toEqual([
      "conflict, asked",
      "here",
    ]);
  });

  test("that is submitted stays, whatever came later; one that was submitted elsewhere comes where it has all that is here", () => {
    const submitted = kept({ status: "submitted", updatedAt: START });
    expect(outcome(submitted, kept({ updatedAt: START + 99 }))).toEqual(["conflict", "here"]);
    expect(outcome(submitted, kept({ updatedAt: START - 9 }))).toEqual(["older", "here"]);
    expect(outcome(submitted, kept({ status: "submitted", summary: "z", updatedAt: START + 9 }))).toEqual([
      "conflict",
      "here",
    ]);
    expect(outcome(kept({ updatedAt: START + 99 }), submitted)).toEqual(["conflict, asked", "here"]);
    expect(outcome(kept({ updatedAt: START - 1 }), submitted)).toEqual(["newer", "file"]);
  });

  test("gets revisions only when somebody takes them, and none that is here changes", () => {
    const submitted = { status: "submitted" } as const;
    const here = kept(submitted, {}, ["r1"]);
    const file = kept(submitted, {}, ["r2"]);
    const admission = admit(machine([sessionOf(here)]), sessionOf(file));
    expect(admission).toMatchObject({
      kind: "newer",
      asked: { interviewer: "Noor", revisions: [{ id: "r2" }] },
    });
    expect(toWrite(admission, false)).toBeNull();
    expect(toWrite(admission, true)).toMatchObject({ value: { revisions: [{ id: "r1" }, { id: "r2" }] } });
    expect(outcome(kept(submitted, {}, ["r1", "r2"]), file)).toEqual(["older", "here"]);
    const forged = { ...here, revisions: [{ ...here.revisions[0]!, reason: "another" }] };
    expect(outcome(here, forged)).toEqual(["conflict", "here"]);
  });

  test("in conflict names both: who, from which seat, how far, and when", () => {
    const panel = { panelId: "p1", publicKey: null };
    const here = kept({ status: "live", panel: { ...panel, interviewerId: "seat 1" } });
    const file = kept({
      status: "wrapUp",
      updatedAt: START + 5,
      panel: { ...panel, interviewerId: "seat 2" },
    });
    expect(admit(machine([sessionOf(here)]), sessionOf(file))).toEqual({
      kind: "conflict",
      entry: null,
      here: { interviewer: "Noor", seat: "seat 1", status: "live", at: START, ratings: 0, notes: 0 },
      incoming: {
        interviewer: "Noor",
        seat: "seat 2",
        status: "wrapUp",
        at: START + 5,
        ratings: 0,
        notes: 0,
      },
    });
  });

  test("is the same in whatever order its fields were written, with half of a character in it too; a note makes it another", () => {
    const here = kept({ status: "submitted", summary: "half \uD83D" }, { q: START });
    const reversed = Object.fromEntries(Object.entries(here.session).toReversed()) as typeof here.session;
    expect(outcome(here, { ...structuredClone(here), session: reversed })).toEqual(["same", "here"]);
    const noted = { ...here.answers["q"]!, notes: [{ id: "n", atMs: 0, text: "salt" }] };
    expect(outcome(here, { ...here, answers: { q: noted } })).toEqual(["conflict", "here"]);
  });

  test("that an invitation plans is there once for its seat", () => {
    const panel = { panelId: "p1", interviewerId: "noor", publicKey: null };
    const here = machine([], { seats: new Map([[seatKey("session", "p1", "noor"), "b"]]) });
    expect(admit(here, sessionOf(kept({ panel })))).toEqual({ kind: "same", isOlder: false });
    expect(admit(here, sessionOf(kept({ panel: { ...panel, interviewerId: "ben" } })))).toMatchObject({
      kind: "new",
    });
  });

  test("is a sample only where it comes with the app", () => {
    const put = (id: string) => toWrite(admit(machine([]), sessionOf(kept({ id, sample: true }))), false);
    expect(put("a")).toMatchObject({ value: { session: { sample: false } } });
    expect(put("sample-backend-developer")).toMatchObject({ value: { session: { sample: true } } });
  });
});

describe("others’ ratings", () => {
  const open = [{ ...base, id: "mine" }];
  const submitted = kept({ id: "theirs", interviewer: "Ben", status: "submitted" });
  const sealed = { kind: "refused", reason: "openSession", session: { id: "mine" } };

  test("stay out while one has still to submit on their candidate, whatever they come as", () => {
    const row = rowOf(smallScorecard("ben", {}));
    const here = machine([panelOf()], { open });
    expect(admit(here, sessionOf(submitted))).toMatchObject(sealed);
    expect(admit(here, row)).toMatchObject(sealed);
    expect(admit(here, panelOf({ ...startedPanel, id: "p2" }))).toMatchObject(sealed);
    // A debrief that was closed again has still what was agreed.
    const closed = { ...startedPanel.debrief, startedAt: null, firstStartedAt: START };
    expect(admit(here, panelOf({ ...startedPanel, id: "p2", debrief: closed }))).toMatchObject(sealed);
    expect(admit(here, { ...row, isSealed: true })).toMatchObject({ kind: "new" });
    expect(admit(here, panelOf({ id: "p2" }))).toMatchObject({ kind: "new" });
  });

  test("are not those of one’s own seat or name, of a plan, or of what is here already", () => {
    const here = machine([sessionOf(submitted)], { open });
    expect(admit(here, sessionOf(submitted))).toMatchObject({ kind: "same" });
    const { session } = submitted;
    const of = (parts: Partial<typeof session>) =>
      admit(here, sessionOf({ ...submitted, session: { ...session, id: "c", ...parts } })).kind;
    expect(of({ interviewer: " NOOR" })).toBe("new");
    expect(of({ status: "planned" })).toBe("new");
    expect(of({ candidate: "Li Na" })).toBe("new");
    expect(of({ interviewer: "" })).toBe("refused");
    const seated = {
      ...base,
      id: "mine",
      interviewer: "",
      panel: { panelId: "p1", interviewerId: "n", publicKey: null },
    };
    const own = { ...submitted, session: { ...session, id: "c", panel: seated.panel } };
    expect(admit(machine([], { open: [seated] }), sessionOf(own)).kind).toBe("new");
  });
});

describe("a scorecard of a panel", () => {
  const first = smallScorecard("ben", { "failed.cause": 4 });
  const revised = {
    ...first,
    revisions: [{ ...smallRevision("r", START, "failed.cause", 1), sessionId: "session-ben" }],
  };
  const other = smallScorecard("ben", { "failed.cause": 1 });
  const here = (...entries: readonly Entry[]) => machine([panelOf(), ...entries]);

  test("never changes; a revision of it waits; what can’t be opened is not guessed at", () => {
    expect(admit(here(), rowOf(first))).toMatchObject({ kind: "new" });
    expect(admit(here(rowOf(first)), rowOf(first))).toEqual({ kind: "same", isOlder: false });
    expect(admit(here(rowOf(revised)), rowOf(first))).toEqual({ kind: "same", isOlder: true });
    expect(admit(here(rowOf(first)), rowOf(other))).toMatchObject({ kind: "conflict", entry: null });
    expect(admit(here(rowOf(first)), rowOf(revised))).toMatchObject({
      kind: "newer",
      asked: { interviewer: "Ben", isOwn: false },
    });
    expect(admit(here(rowOf(first, null)), rowOf(revised))).toMatchObject({ reason: "shut" });
  });

  test("keeps when and by which way it came in first, whatever brings a revision of it", () => {
    const at = (row: EntryOf<"sealedScorecard">, addedAt: number, isFromSeat?: boolean): Entry => ({
      ...row,
      value: { ...row.value, addedAt, ...(isFromSeat !== undefined && { isFromSeat }) },
    });
    const cameOf = (admission: Admission) => {
      if (admission.kind !== "newer" || admission.entry.kind !== "sealedScorecard") return null;
      const { addedAt, isFromSeat } = admission.entry.value;
      return [addedAt, isFromSeat];
    };
    const incoming = at(rowOf(revised), START + 9, false);
    expect(cameOf(admit(here(at(rowOf(first), START, true)), incoming))).toEqual([START, true]);
    expect(cameOf(admit(here(at(rowOf(first), START)), incoming))).toEqual([START, undefined]);
  });

  test("is compared with the one in the library as well, where it is one’s own", () => {
    const { session, answers } = first.first;
    const own = sessionOf({ session, answers, revisions: [] });
    expect(admit(here(own), rowOf(other))).toMatchObject({ kind: "conflict", entry: null });
    expect(admit(here(own), rowOf(first))).toMatchObject({ kind: "new" });
    expect(admit(here(own), rowOf(revised))).toMatchObject({ kind: "newer", asked: { isOwn: true } });
    const ownRevised = sessionOf({ session, answers, revisions: revised.revisions });
    const changed = { ...revised, revisions: [{ ...revised.revisions[0]!, reason: "another" }] };
    expect(admit(here(ownRevised), rowOf(changed))).toMatchObject({ kind: "conflict", entry: null });
  });

  test("comes in for its own panel, candidate and seat only", () => {
    const { session } = first.first;
    const as = (parts: Partial<typeof session>) => {
      const changed = { ...first, first: { ...first.first, session: { ...session, ...parts } } };
      return rowOf(first, changed);
    };
    expect(admit(machine([]), rowOf(first))).toMatchObject({ reason: "alone" });
    const { panel: _panel, ...unplanned } = session;
    const stray = { ...first, first: { ...first.first, session: { ...unplanned, candidate: "Li Na" } } };
    expect(admit(here(), rowOf(first, stray))).toMatchObject({ reason: "otherCandidate" });
    // The lead may have put the name right after the invitation.
    expect(admit(here(), as({ candidate: "Li Na" }))).toMatchObject({ kind: "new" });
    expect(admit(here(), as({ status: "wrapUp" }))).toMatchObject({ reason: "notSubmitted" });
    const keyed = machine([panelOf({ publicKey: "age1" })]);
    const elsewhere = { panelId: "p2", interviewerId: "ben", publicKey: null };
    expect(admit(keyed, as({ panel: elsewhere }))).toMatchObject({ reason: "otherPanel" });
    const seats = new Map([[seatKey("sealedScorecard", "p1", "ben"), "another session"]]);
    expect(admit(machine([panelOf()], { seats }), rowOf(first))).toMatchObject({ reason: "secondSession" });
    expect(admit(machine([panelOf()], { seats }), rowOf(first, null))).toMatchObject({
      reason: "secondSession",
    });
    expect(admit(here(), rowOf(first, null))).toMatchObject({ kind: "new" });
  });
});

describe("a panel", () => {
  test("keeps what its scorecards are sealed to, and its secret key", () => {
    const here = machine([panelOf({ publicKey: "age1 ours" }), keyEntry("age1 ours")]);
    const forged = panelOf({ publicKey: "age1 theirs", updatedAt: START + 9 });
    expect(toWrite(admit(here, forged), true)).toMatchObject({
      value: { publicKey: "age1 ours", updatedAt: START + 9 },
    });
    expect(admit(here, keyEntry("age1 theirs", "theirs"))).toMatchObject({ reason: "otherKey" });
    expect(admit(here, keyEntry("age1 ours", "theirs"))).toMatchObject({ kind: "conflict", entry: null });
    const without = machine([panelOf({ publicKey: "age1 ours" })]);
    expect(admit(without, keyEntry(null))).toMatchObject({ reason: "otherKey" });
    expect(admit(without, keyEntry("age1 ours"))).toMatchObject({ kind: "new" });
  });

  test("that is newer is taken, but asked for where it is led from, or changed at one moment", () => {
    const newer = panelOf({ updatedAt: START + 1, role: "Pastry cook" });
    expect(admit(machine([panelOf()]), newer)).toMatchObject({ kind: "newer", asked: null });
    const led = admit(machine([panelOf()], { ledIds: new Set(["p1"]) }), newer);
    expect([isOffered(led), toWrite(led, true)]).toEqual([true, newer]);
    expect(isOffered(admit(machine([panelOf()]), panelOf({ role: "Pastry cook" })))).toBe(true);
    expect(admit(machine([newer]), panelOf())).toEqual({ kind: "same", isOlder: true });
  });
});

test("a guide that comes with the app, or that nobody saved, begins its own line", () => {
  const id = hashGuide(smallGuide);
  const guide = (savedAt: number | null): Entry => ({
    kind: "guide",
    value: { id, guide: smallGuide, previousId: "before", lineId: "of another", savedAt },
  });
  const put = (entry: Entry, isShipped: boolean) =>
    toWrite(admit(machine([], {}, { shippedGuide: () => isShipped }), entry), false)?.value;
  expect(put(guide(START), true)).toMatchObject({ lineId: id, previousId: null });
  expect(put(guide(null), false)).toMatchObject({ lineId: id, previousId: null });
  expect(put(guide(START), false)).toMatchObject({ lineId: "of another", previousId: "before" });
});

describe("what was deleted", () => {
  test("does not come back, and it is said when it was deleted; of two deletions the earlier stays", () => {
    const here = machine([tombstoneOf("a", 7)]);
    expect(admit(here, sessionOf(kept({})))).toEqual({ kind: "refused", reason: "deleted", deletedAt: 7 });
    const panel = { panelId: "a", interviewerId: "i", publicKey: null };
    expect(admit(here, sessionOf(kept({ id: "b", panel })))).toMatchObject({ reason: "deleted" });
    expect(toWrite(admit(here, tombstoneOf("a", 5)), false)).toEqual(tombstoneOf("a", 5));
    expect(toWrite(admit(here, tombstoneOf("a", 9)), false)).toBeNull();
  });

  test("where it comes from is deleted here, with all that is its own", () => {
    const here = machine([panelOf(), keyEntry(), sessionOf(kept({}))]);
    const { removed, entries } = admitAll(here, [tombstoneOf("p1", 7), panelOf()]);
    expect(removed).toEqual([panelOf(), keyEntry()]);
    expect(entries.map(({ admission }) => admission.kind)).toEqual(["new", "refused"]);
  });
});

test("what this device keeps for itself stays: settings, the archive, exports left over, holds on nobody", () => {
  const setting = (value: unknown): Entry => ({ kind: "setting", value: { key: "interviewer", value } });
  const archived: Entry = { kind: "archivedGuide", value: { lineId: "l", archivedAt: 1 } };
  const hold: Entry = { kind: "hold", value: { candidateKey: "amira haddad", reason: "x", heldAt: 1 } };
  const made: Entry = {
    kind: "exportMade",
    value: { id: "e", at: 1, form: "CSV", sessionIds: ["a"], panelIds: [] },
  };
  const knowsAll = { guideLine: () => true, candidate: () => true, exportLeft: () => true };
  const kinds = (here: Here) =>
    [setting("Zoë"), archived, hold, made].map((entry) => admit(here, entry).kind);
  expect(kinds(machine([]))).toEqual(["new", "new", "refused", "new"]);
  expect(kinds(machine([setting("Noor")], {}, knowsAll))).toEqual(["refused", "refused", "new", "refused"]);
});

test("entries that come together count for each other: a panel for its scorecards, the first session of a seat", () => {
  const row = rowOf(smallScorecard("ben", {}));
  const second = {
    ...row,
    value: { ...row.value, sessionId: "second", text: "second" },
    isSealed: true as const,
  };
  const { opened: _none, ...shut } = second;
  const { entries, after } = admitAll(machine([]), [
    panelOf({ publicKey: "age1" }),
    keyEntry("age1"),
    row,
    shut,
  ]);
  expect(
    entries.map(({ admission }) => (admission.kind === "refused" ? admission.reason : admission.kind)),
  ).toEqual(["new", "new", "new", "secondSession"]);
  expect(after.ledIds).toEqual(new Set(["p1"]));
  expect([...after.entries.keys()]).toEqual([entryKey(panelOf())]);
});

test("an entry of the audit log comes in after the interview, panel or deletion that it is of, and never over another", () => {
  const entryOf = (subjectId: string, at = 1): Entry => {
    const [value] = auditEntries([subjectId], 1, { what: "held", reason: "A complaint." });
    return { kind: "auditEntry", value: { ...value!, at } };
  };
  const byHand = { id: "c", candidate: "Amira Haddad", role: "Baker", deletedAt: 1 };
  const deleted: Entry = { kind: "deletedByHand", value: { ...byHand, kind: "session" } };
  const coming = [
    sessionOf(kept({})),
    panelOf(),
    deleted,
    ...["a", "p1", "c", "d", ""].map((id) => entryOf(id)),
  ];
  const words = ({ entries }: ReturnType<typeof admitAll>) =>
    entries.map(({ admission }) => (admission.kind === "refused" ? admission.reason : admission.kind));
  const first = admitAll(machine([]), coming);
  expect(words(first)).toEqual(["new", "new", "new", "new", "new", "new", "alone", "new"]);
  // Those that came before count for what comes later.
  expect(words(admitAll(first.after, [entryOf("a", 2)]))).toEqual(["new"]);
  const known = machine([entryOf("a")], { subjectIds: new Set(["a"]) });
  expect(admit(known, entryOf("a"))).toEqual({ kind: "same", isOlder: false });
  expect(admit(known, entryOf("a", 2))).toMatchObject({ kind: "conflict", entry: null });
  const { removed } = admitAll(known, [tombstoneOf("a", 1)]);
  expect(removed).toEqual([entryOf("a")]);
});

// Few ids and few times, so that what comes in meets what is here.
const anyId = fc.constantFrom("a", "b");
const anyTime = fc.integer({ min: 1, max: 3 });
const anyWord = fc.constantFrom("", "salt", "sugar");
const anySession = fc
  .record({
    id: anyId,
    status: fc.constantFrom("planned" as const, "live" as const, "wrapUp" as const, "submitted" as const),
    summary: anyWord,
    updatedAt: anyTime,
    answers: fc.dictionary(fc.constantFrom("q", "r"), anyTime),
    revisions: fc.subarray(["r1", "r2", "r3"]),
  })
  .map(({ answers, revisions, ...session }) =>
    sessionOf(kept(session, answers, session.status === "submitted" ? revisions : [])),
  );
const anyRecord: fc.Arbitrary<Entry> = fc.oneof(
  fc
    .record({ id: anyId, deletedAt: anyTime, reason: anyWord })
    .map((value): Entry => ({ kind: "tombstone", value })),
  fc.record({ lineId: anyId, savedAt: fc.option(anyTime) }).map((parts): Entry => ({
    kind: "guide",
    value: { ...parts, id: hashGuide(smallGuide), guide: smallGuide, previousId: null },
  })),
  fc
    .record({ id: anyId, deletedAt: anyTime, candidate: anyWord })
    .map((parts): Entry => ({ kind: "deletedByHand", value: { ...parts, kind: "session", role: "Baker" } })),
  fc
    .record({ candidateKey: anyId, heldAt: anyTime, reason: anyWord })
    .map((value): Entry => ({ kind: "hold", value })),
  fc
    .record({ id: anyId, at: anyTime, form: anyWord, sessionIds: fc.array(anyId), panelIds: fc.array(anyId) })
    .map((value): Entry => ({ kind: "exportMade", value })),
);
const anyWritten: fc.Arbitrary<Entry> = fc.oneof(
  anySession,
  fc.record({ updatedAt: anyTime, candidate: anyWord }).map((parts) => panelOf(parts)),
  fc
    .record({ id: anyId, updatedAt: anyTime, previousId: fc.option(anyId) })
    .map((parts): Entry => ({ kind: "guideDraft", value: { ...parts, guide: smallGuide } })),
);
const many = { numRuns: 2000 };

/** Lets entries in one after the other. */
function letIn(entries: readonly Entry[], isTaken: boolean) {
  const here = new Map<string, Entry>();
  for (const entry of entries) {
    const put = toWrite(
      admit({ ...machine([], {}, { candidate: () => true }), entries: here }, entry),
      isTaken,
    );
    if (put) here.set(entryKey(put), put);
  }
  return new Map([...here].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

test("records come to the same in any order, any number of times", () => {
  fc.assert(
    fc.property(
      fc
        .array(anyRecord, { maxLength: 6 })
        .chain((entries) =>
          fc.tuple(
            fc.constant(entries),
            fc.shuffledSubarray([...entries, ...entries], { minLength: 2 * entries.length }),
          ),
        ),
      ([entries, shuffled]) => {
        // A deletion found out later takes what came before it away: that is `removed`.
        const of = (all: readonly Entry[]) => letIn(all.toSorted(byTombstone), false);
        expect(of(shuffled)).toEqual(of(entries));
      },
    ),
    many,
  );
});

function byTombstone(a: Entry, b: Entry): number {
  return Number(b.kind === "tombstone") - Number(a.kind === "tombstone");
}

test("what came in is the same when it comes again", () => {
  fc.assert(
    fc.property(fc.oneof(anyWritten, anyRecord), fc.oneof(anyWritten, anyRecord), (here, entry) => {
      const first = admit(machine([here], {}, { candidate: () => true }), entry);
      const put = toWrite(first, true);
      if (!put) return;
      const again: Admission = admit(machine([put], {}, { candidate: () => true }), entry);
      expect(["same", "refused"]).toContain(again.kind);
    }),
    many,
  );
});

test("unasked nothing takes the place of what is submitted or live, and revisions only grow", () => {
  fc.assert(
    fc.property(anySession, anySession, fc.boolean(), (here, entry, isTaken) => {
      const put = toWrite(admit(machine([here]), entry), isTaken);
      if (here.kind !== "session" || put?.kind !== "session" || entryKey(here) !== entryKey(put)) return;
      const { session, answers, revisions } = here.value;
      expect(session.status).not.toBe("live");
      if (session.status !== "submitted") return;
      expect(isTaken).toBe(true);
      expect(put.value).toMatchObject({ session, answers });
      expect(mergeRevisions(put.value.revisions, revisions)).toEqual(put.value.revisions);
    }),
    many,
  );
});

test("what others point at stands before them in a backup", () => {
  const needing = [sessionOf(kept({})), panelOf(), keyEntry(), rowOf(smallScorecard("ben", {}))];
  for (const entry of needing) {
    const [kind] = JSON.parse(neededKey(entry) ?? "[]") as ["guide" | "panel"];
    expect(entryKinds.indexOf(kind)).toBeLessThan(entryKinds.indexOf(entry.kind));
  }
});
