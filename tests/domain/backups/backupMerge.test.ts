import fc from "fast-check";
import { expect, test } from "vitest";
import { newAnswer } from "../../../src/domain/session/answer.ts";
import {
  entryKey,
  mergeBackups,
  planRestore,
  toBackup,
  type Backup,
  type Entry,
  type KeptSession,
} from "../../../src/domain/backups/backupMerge.ts";
import { mergeRevisions } from "../../../src/domain/session/revision.ts";
import { hashGuide, plannedInterview, smallGuide, START } from "../../smallInterview.ts";
import { smallPanel, smallRevision } from "../../smallPanel.ts";

const base = plannedInterview().session;
const knowsAll = { guideLine: () => true, candidate: () => true, exportLeft: () => true };
const knowsNothing = { guideLine: () => false, candidate: () => false, exportLeft: () => false };

// Few ids and few times, so that backups share both.
const anyId = fc.constantFrom("a", "b", "c");
const anyTime = fc.integer({ min: 1, max: 4 });
const anyWord = fc.constantFrom("", "salt", "sugar");

const anyContent = fc.oneof(
  // Often the same, so that copies meet that differ in their revisions alone.
  fc.constantFrom("", "changed since").map(
    (summary) =>
      ({
        status: "submitted",
        candidate: "salt",
        summary,
        panelId: null,
        updatedAt: 3,
        seenAt: null,
        answers: {},
      }) as const,
  ),
  fc.record({
    status: fc.constantFrom("planned" as const, "live" as const, "submitted" as const),
    candidate: anyWord,
    panelId: fc.option(anyId),
    updatedAt: anyTime,
    seenAt: fc.option(anyTime),
    answers: fc.dictionary(fc.constantFrom("q", "r"), fc.record({ at: anyTime, addedMinutes: fc.nat(2) })),
  }),
);
const anySession: fc.Arbitrary<KeptSession> = fc
  .record({
    id: anyId,
    content: anyContent,
    revisions: fc.uniqueArray(fc.tuple(anyId, anyTime), { maxLength: 2, selector: ([id]) => id }),
  })
  .map(({ id, content: { answers, panelId, ...session }, revisions }) => ({
    session: {
      ...base,
      ...session,
      id,
      ...(panelId !== null && { panel: { panelId, interviewerId: "i", publicKey: null } }),
    },
    answers: Object.fromEntries(
      Object.entries(answers).map(([questionId, { at, addedMinutes }]) => [
        questionId,
        { ...newAnswer(id, questionId, at), addedMinutes },
      ]),
    ),
    revisions:
      session.status === "submitted"
        ? mergeRevisions(
            revisions.map(([revisionId, at]) => ({
              ...smallRevision(revisionId, at, "x", 1),
              sessionId: id,
            })),
            [],
          )
        : [],
  }));

const anyEntry: fc.Arbitrary<Entry> = fc.oneof(
  { weight: 4, arbitrary: anySession.map((value): Entry => ({ kind: "session", value })) },
  {
    weight: 2,
    arbitrary: fc
      .record({ id: anyId, deletedAt: anyTime, reason: anyWord })
      .map((value): Entry => ({ kind: "tombstone", value })),
  },
  fc.record({ lineId: anyId, savedAt: fc.option(anyTime) }).map((parts): Entry => ({
    kind: "guide",
    value: { ...parts, id: hashGuide(smallGuide), guide: smallGuide, previousId: null },
  })),
  fc
    .record({ id: anyId, updatedAt: anyTime, candidate: anyWord })
    .map((parts): Entry => ({ kind: "panel", value: { ...smallPanel, ...parts } })),
  fc.record({ panelId: anyId, secretKey: anyWord }).map((value): Entry => ({ kind: "panelKey", value })),
  fc.record({ panelId: anyId, sessionId: anyId, addedAt: anyTime, text: anyWord }).map((parts): Entry => ({
    kind: "sealedScorecard",
    value: { ...parts, interviewerId: "i", interviewer: "Ben", submittedAt: 1, asked: [] },
  })),
  fc.record({ lineId: anyId, archivedAt: anyTime }).map((value): Entry => ({ kind: "archivedGuide", value })),
  fc
    .record({ id: anyId, updatedAt: anyTime, previousId: fc.option(anyId) })
    .map((parts): Entry => ({ kind: "guideDraft", value: { ...parts, guide: smallGuide } })),
  fc
    .record({ id: anyId, deletedAt: anyTime, candidate: anyWord })
    .map((parts): Entry => ({ kind: "deletedByHand", value: { ...parts, kind: "session", role: "Baker" } })),
  fc
    .record({ candidateKey: anyId, heldAt: anyTime, reason: anyWord })
    .map((value): Entry => ({ kind: "hold", value })),
  fc
    .record({ id: anyId, at: anyTime, form: anyWord, sessionIds: fc.array(anyId), panelIds: fc.array(anyId) })
    .map((value): Entry => ({ kind: "exportMade", value })),
  fc.record({ key: anyId, value: fc.jsonValue() }).map((value): Entry => ({ kind: "setting", value })),
);

/** As a machine has them: what its tombstones name is not there. */
const anyBackup: fc.Arbitrary<Backup> = fc
  .array(anyEntry, { maxLength: 25 })
  .map((entries) => mergeBackups(toBackup(entries), new Map()));

const many = { numRuns: 2000 };

test("it is the same whichever of two backups is merged into which", () => {
  fc.assert(
    fc.property(anyBackup, anyBackup, (a, b) => {
      expect(mergeBackups(a, b)).toEqual(mergeBackups(b, a));
    }),
    many,
  );
});

test("it is the same in which groups several backups are merged", () => {
  fc.assert(
    fc.property(anyBackup, anyBackup, anyBackup, (a, b, c) => {
      expect(mergeBackups(mergeBackups(a, b), c)).toEqual(mergeBackups(a, mergeBackups(b, c)));
    }),
    many,
  );
});

test("merging again changes nothing", () => {
  fc.assert(
    fc.property(anyBackup, anyBackup, (a, b) => {
      expect(mergeBackups(a, structuredClone(a))).toEqual(a);
      const merged = mergeBackups(a, b);
      expect(mergeBackups(merged, b)).toEqual(merged);
      expect(mergeBackups(merged, a)).toEqual(merged);
    }),
    many,
  );
});

test("what was deleted anywhere is nowhere in what is merged, and no tombstone is lost", () => {
  fc.assert(
    fc.property(anyBackup, anyBackup, (a, b) => {
      const merged = [...mergeBackups(a, b).values()];
      const gone = new Set(
        [...a.values(), ...b.values()].flatMap(({ kind, value }) => (kind === "tombstone" ? value.id : [])),
      );
      expect(new Set(merged.flatMap(({ kind, value }) => (kind === "tombstone" ? value.id : [])))).toEqual(
        gone,
      );
      for (const { kind, value } of merged) {
        if (kind === "session") expect(gone).not.toContain(value.session.id);
        if (kind === "deletedByHand") expect(gone).not.toContain(value.id);
        if (kind === "panel") expect(gone).not.toContain(value.id);
        if (kind === "panelKey") expect(gone).not.toContain(value.panelId);
        if (kind === "sealedScorecard") {
          expect(gone).not.toContain(value.panelId);
          expect(gone).not.toContain(value.sessionId);
        }
      }
    }),
    many,
  );
});

test("merging in parts, each with all tombstones, is merging the whole", () => {
  fc.assert(
    fc.property(anyBackup, anyBackup, (a, b) => {
      const tombstones = [...a, ...b].filter(([, { kind }]) => kind === "tombstone");
      const parts = [...new Set([...a.keys(), ...b.keys()])].flatMap((key) => {
        const [ofA, ofB] = [a, b].map((whole) => [...whole].filter(([name]) => name === key));
        const merged = mergeBackups(new Map([...tombstones, ...ofA!]), new Map(ofB));
        return [...merged].filter(([name]) => name === key);
      });
      const whole = [...mergeBackups(a, b)].filter(([, { kind }]) => kind !== "tombstone");
      expect(new Map(parts.filter(([, { kind }]) => kind !== "tombstone"))).toEqual(new Map(whole));
    }),
    many,
  );
});

test("restoring a file comes to what merging it gives, apart from settings, archive marks and new sessions of deleted panels", () => {
  fc.assert(
    fc.property(anyBackup, anyBackup, (here, file) => {
      const step = planRestore(here, file, { ...knowsNothing, candidate: () => true });
      const after = new Map(here);
      for (const entry of step.removed) after.delete(entryKey(entry));
      for (const entry of step.puts) after.set(entryKey(entry), entry);
      const merged = mergeBackups(here, file);
      const isOfDeletedPanel = (key: string, { kind, value }: Entry) =>
        kind === "session" &&
        !here.has(key) &&
        [...merged.values()].some(
          (one) => one.kind === "tombstone" && one.value.id === value.session.panel?.panelId,
        );
      const without = (backup: Backup) =>
        new Map(
          [...backup].filter(([key, entry]) => entry.kind !== "setting" && !isOfDeletedPanel(key, entry)),
        );
      expect(without(after)).toEqual(without(merged));
      expect([...after].filter(([key, entry]) => isOfDeletedPanel(key, entry))).toEqual([]);
      // Nothing is left to do.
      const again = planRestore(after, file, { ...knowsNothing, candidate: () => true });
      expect(again.puts).toEqual([]);
      expect(again.removed).toEqual([]);
    }),
    many,
  );
});

test("the file's session is taken where it is newer, and the one here stays where that is newer", () => {
  fc.assert(
    fc.property(anySession, anySession, (one, other) => {
      const file = { ...other, session: { ...other.session, id: one.session.id } };
      const [found, stays] = standing(one, file);
      if (found === "newer") expect(stays).toBe("file");
      if (found === "older" || found === "same") expect(stays).toBe("here");
    }),
    many,
  );
});

test("of two tombstones of one id the earlier stays", () => {
  const at = (deletedAt: number) =>
    toBackup([{ kind: "tombstone", value: { id: "a", deletedAt, reason: "" } }]);
  expect(mergeBackups(at(7), at(9))).toEqual(at(7));
  expect(mergeBackups(at(9), at(7))).toEqual(at(7));
});

function kept(
  parts: Partial<KeptSession["session"]>,
  answers: Readonly<Record<string, number>> = {},
): KeptSession {
  return {
    session: { ...base, id: "a", ...parts },
    answers: Object.fromEntries(
      Object.entries(answers).map(([id, at]) => [id, { ...newAnswer("a", id, at), addedMinutes: at }]),
    ),
    revisions: [],
  };
}

function standing(here: KeptSession, file: KeptSession) {
  const [mine, theirs] = [here, file].map((value): Entry => ({ kind: "session", value }));
  const { standings } = planRestore(toBackup([mine!]), toBackup([theirs!]), knowsNothing);
  return [standings[0]?.standing, standings[0]?.isTaken ? "file" : "here"];
}

test("a session that went on in one place alone is newer there, and one that went on in both conflicts", () => {
  const early = kept({}, { q: START + 1 });
  const later = kept({}, { q: START + 2, r: START + 3 });
  expect(standing(early, early)).toEqual(["same", "here"]);
  expect(standing(early, later)).toEqual(["newer", "file"]);
  expect(standing(later, early)).toEqual(["older", "here"]);
  const apart = kept({}, { q: START + 9 });
  expect(standing(later, apart)).toEqual(["conflicting", "file"]);
  expect(standing(apart, later)).toEqual(["conflicting", "here"]);
  // Both are of one moment: the one that got further stays.
  expect(standing(kept({}), kept({ status: "live" }))).toEqual(["conflicting", "file"]);
  expect(standing(kept({ status: "live" }), kept({}))).toEqual(["conflicting", "here"]);
  const sameTime = kept({ summary: "another" }, { q: START + 1 });
  expect(standing(early, sameTime)[0]).toBe("conflicting");
});

test("a submitted session stays, whatever came later, and two that differ conflict", () => {
  const submitted = kept({ status: "submitted", updatedAt: START });
  const open = kept({ updatedAt: START + 99 });
  expect(standing(submitted, open)).toEqual(["conflicting", "here"]);
  expect(standing(open, submitted)).toEqual(["conflicting", "file"]);
  expect(standing(kept({ updatedAt: START - 1 }), submitted)).toEqual(["newer", "file"]);
  expect(standing(submitted, { ...submitted, session: { ...submitted.session, summary: "z" } })[0]).toBe(
    "conflicting",
  );
});

test("revisions that are new come to a submitted session, and none of those here goes", () => {
  const submitted = kept({ status: "submitted" });
  const revision = (id: string) => ({ ...smallRevision(id, START, "x", 2), sessionId: "a" });
  const here: KeptSession = { ...submitted, revisions: [revision("r1")] };
  const file: KeptSession = { ...submitted, revisions: [revision("r2")] };
  expect(standing(here, file)).toEqual(["newer", "file"]);
  const { puts } = planRestore(
    toBackup([{ kind: "session", value: here }]),
    toBackup([{ kind: "session", value: file }]),
    knowsNothing,
  );
  expect(puts).toMatchObject([{ value: { revisions: [{ id: "r1" }, { id: "r2" }] } }]);
  expect(standing({ ...submitted, revisions: [revision("r1"), revision("r2")] }, file)).toEqual([
    "older",
    "here",
  ]);
});

test("a session that was deleted here does not come back, and the plan says when it was deleted", () => {
  const here = toBackup([{ kind: "tombstone", value: { id: "a", deletedAt: 7, reason: "" } }]);
  const file = toBackup([{ kind: "session", value: kept({}) }]);
  const step = planRestore(here, file, knowsAll);
  expect(step.standings).toMatchObject([{ standing: "deleted", isTaken: false, deletedAt: 7 }]);
  expect(step.puts).toEqual([]);
});

test("what was deleted where the backup was made is deleted here", () => {
  const panel: Entry = { kind: "panel", value: { ...smallPanel, id: "p" } };
  const key: Entry = { kind: "panelKey", value: { panelId: "p", secretKey: "k" } };
  const tombstone: Entry = { kind: "tombstone", value: { id: "p", deletedAt: 7, reason: "asked for" } };
  const step = planRestore(toBackup([panel, key]), toBackup([tombstone]), knowsAll);
  expect(step.removed).toEqual([panel, key]);
  expect(step.puts).toEqual([tombstone]);
});

test("settings of this machine stay, and a guide that is here is not archived by a file", () => {
  const setting = (value: unknown): Entry => ({ kind: "setting", value: { key: "interviewer", value } });
  const archived: Entry = { kind: "archivedGuide", value: { lineId: "l", archivedAt: 1 } };
  expect(planRestore(toBackup([setting("Noor")]), toBackup([setting("Zoë")]), knowsAll).puts).toEqual([]);
  expect(planRestore(new Map(), toBackup([setting("Zoë"), archived]), knowsNothing).puts).toEqual([
    setting("Zoë"),
    archived,
  ]);
  expect(planRestore(new Map(), toBackup([archived]), knowsAll).puts).toEqual([]);
});

test("a hold, which has a name in it, comes only with its candidate", () => {
  const hold: Entry = { kind: "hold", value: { candidateKey: "amira haddad", reason: "x", heldAt: 1 } };
  expect(planRestore(new Map(), toBackup([hold]), knowsNothing).puts).toEqual([]);
  expect(planRestore(new Map(), toBackup([hold]), knowsAll).puts).toEqual([hold]);
});

test("an export that is or was left to be deleted by hand is not brought up again", () => {
  const made: Entry = {
    kind: "exportMade",
    value: { id: "e", at: 1, form: "CSV", sessionIds: ["a"], panelIds: [] },
  };
  expect(planRestore(new Map(), toBackup([made]), knowsAll).puts).toEqual([]);
  expect(planRestore(new Map(), toBackup([made]), knowsNothing).puts).toEqual([made]);
});

test("a session of the file that lacks a revision made here is older", () => {
  const one = kept({ status: "submitted" });
  const revised = { ...one, revisions: [{ ...smallRevision("r", 9, "x", 1), sessionId: "a" }] };
  expect(standing(revised, one)).toEqual(["older", "here"]);
  expect(standing(one, revised)).toEqual(["newer", "file"]);
});
