import fc from "fast-check";
import { toBackup, type Entry } from "../../../src/domain/admission/entries.ts";
import { EVERYBODY, type AuditChange } from "../../../src/domain/candidates/auditEntry.ts";
import { mergeRevisions } from "../../../src/domain/session/revision.ts";
import { hashGuide } from "../../smallInterview.ts";
import { decisionOutcomes } from "../../../src/domain/panels/panel.ts";
import { anyId, anyOpenPanel, anyScorecard } from "./panels.ts";
import { anyGuide, anyMs, anyText, anyWholeSession, few, withLater } from "./wholeSessions.ts";

const anyRowKey = anyText.map((text) => `key ${text}`);

const anyRating = fc.option(fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant("notAsked" as const)));
const anyWeights = fc.option(fc.dictionary(anyId, fc.nat(9), { noNullPrototype: true, maxKeys: 3 }));
const anyCount = fc.nat(600);

const anyChange: fc.Arbitrary<AuditChange> = fc.oneof(
  withLater({ what: fc.constant("takenBack" as const) }),
  withLater({ what: fc.constant("agreed" as const), areaId: anyId, from: anyRating, to: anyRating }),
  withLater({ what: fc.constant("weighed" as const), from: anyWeights, to: anyWeights, reason: anyText }),
  withLater({
    what: fc.constant("decided" as const),
    outcome: fc.constantFrom(...decisionOutcomes),
    reason: anyText,
  }),
  withLater({ what: fc.constant("received" as const), interviewer: anyText }),
  withLater({ what: fc.constant("received" as const), interviewer: anyText, isFromSeat: fc.boolean() }),
  withLater({ what: fc.constant("removed" as const), interviewer: anyText }),
  withLater({ what: fc.constantFrom("held" as const, "released" as const), reason: anyText }),
  withLater({ what: fc.constant("retention" as const), from: anyCount, to: anyCount }),
  withLater({
    what: fc.constantFrom("merged" as const, "separated" as const),
    goesId: fc.option(anyId),
    staysId: fc.option(anyId),
  }),
  withLater({ what: fc.constant("deleted" as const), count: anyCount, reason: anyText }),
);

/** Entries that point at nothing. */
const anyFreeEntry: fc.Arbitrary<Entry> = fc.oneof(
  withLater({ id: anyId, deletedAt: anyMs, reason: anyText }).map((value): Entry => ({
    kind: "tombstone",
    value,
  })),
  withLater({ lineId: anyRowKey, archivedAt: anyMs }).map((value): Entry => ({
    kind: "archivedGuide",
    value,
  })),
  withLater({ id: anyRowKey, guide: anyGuide, previousId: fc.option(anyRowKey), updatedAt: anyMs }).map(
    (value): Entry => ({ kind: "guideDraft", value }),
  ),
  withLater({ candidateKey: anyRowKey, reason: anyText, heldAt: anyMs }).map((value): Entry => ({
    kind: "hold",
    value,
  })),
  withLater({
    id: anyId,
    at: anyMs,
    form: anyText,
    sessionIds: few(anyRowKey),
    panelIds: few(anyRowKey),
  }).map((value): Entry => ({ kind: "exportMade", value })),
  withLater({
    id: anyId,
    subjectId: fc.oneof(anyId, fc.constant(EVERYBODY)),
    at: anyMs,
    change: anyChange,
  }).map((value): Entry => ({ kind: "auditEntry", value })),
  fc
    .record({ key: anyRowKey, value: fc.jsonValue({ maxDepth: 2 }) })
    .filter((setting) => !/"(?:__proto__|constructor|prototype)":/u.test(JSON.stringify(setting)))
    // A minus zero can be read from JSON and not be written to it.
    .map(({ key, value }): Entry => ({
      kind: "setting",
      value: { key, value: JSON.parse(JSON.stringify(value)) as unknown },
    })),
);

const inOrder = new Map(
  (
    [
      "tombstone",
      "guide",
      "session",
      "panel",
      "panelKey",
      "sealedScorecard",
      "archivedGuide",
      "guideDraft",
      "hold",
      "exportMade",
      "auditEntry",
      "setting",
    ] as const
  ).map((kind, at) => [kind as string, at]),
);

/** Any backup that a backup file may hold, its entries in their order. */
export const anyBackupEntries: fc.Arbitrary<readonly Entry[]> = fc
  .record({
    sessions: few(anyWholeSession),
    scorecards: few(anyScorecard),
    panels: few(anyOpenPanel),
    free: fc.array(anyFreeEntry, { maxLength: 6 }),
    line: withLater({ previousId: fc.option(anyRowKey), lineId: anyRowKey, savedAt: fc.option(anyMs) }),
    sealed: withLater({
      sessionId: anyId,
      interviewerId: anyId,
      interviewer: anyText,
      submittedAt: anyMs,
      asked: few(withLater({ questionId: anyId, rated: fc.nat(9), areas: fc.nat(9) })),
      addedAt: anyMs,
      isFromSeat: fc.boolean(),
      text: anyText,
    }),
    secretKey: anyText,
  })
  .map(({ sessions, scorecards, panels, free, line, sealed, secretKey }) => {
    const all = [...sessions.map((first) => ({ first, revisions: [] })), ...scorecards];
    const guides = [...all.map(({ first }) => first.guide), ...panels.map(({ guide }) => guide)];
    const entries: readonly Entry[] = [
      ...free,
      ...guides.map((guide): Entry => ({ kind: "guide", value: { ...line, id: hashGuide(guide), guide } })),
      ...all.map(({ first: { session, answers }, revisions }): Entry => ({
        kind: "session",
        value: { session, answers, revisions: mergeRevisions(revisions, []) },
      })),
      ...panels.flatMap(({ panel }): readonly Entry[] => [
        { kind: "panel", value: panel },
        { kind: "panelKey", value: { panelId: panel.id, secretKey } },
        { kind: "sealedScorecard", value: { ...sealed, panelId: panel.id } },
      ]),
    ];
    return [...toBackup(entries).values()].toSorted(
      (a, b) => (inOrder.get(a.kind) ?? 0) - (inOrder.get(b.kind) ?? 0),
    );
  });
