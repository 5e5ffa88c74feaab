import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MOST_MOMENTS, MOST_OF_QUESTION, MOST_QUESTIONS } from "../../../src/domain/text/limits.ts";
import { agendaOf, questionItem } from "../../../src/domain/session/agenda.ts";
import type { Revision } from "../../../src/domain/session/scorecard.ts";
import { submitSoon, type WholeSession } from "../../../src/domain/session/wholeSession.ts";
import { decodeSessionFile, encodeSessionFile } from "../../../src/interchange/formats/sessionFile.ts";
import { newKeyPair, seal, unseal } from "../../../src/interchange/files/encryption.ts";
import {
  completeInterview,
  hashGuide,
  START,
  submittedInterview,
  usualSegments,
} from "../../smallInterview.ts";
import { validateSessionFile } from "./publishedSchemas.ts";
import { anyWholeSession } from "./wholeSessions.ts";

const encode = (whole: WholeSession) => encodeSessionFile(whole, START, "Test 1");
const whole = submittedInterview();
const fileText = encode(whole);

const withSegments: WholeSession = {
  ...whole,
  session: { ...whole.session, segments: usualSegments, finishedOn: questionItem("failed") },
};
const segmentsText = encode(withSegments);

const revision: Revision = {
  id: "r1",
  sessionId: "s1",
  at: START + 20 * 60_000,
  reason: "Read my notes again.",
  areas: { "failed.cause": { rating: 4, note: "weighed the salt again, once" } },
  recommendation: null,
  summary: "",
};
const inPanel: WholeSession = {
  ...whole,
  session: { ...whole.session, panel: { panelId: "p1", interviewerId: "i1", publicKey: "age1x" } },
};
const revisedText = encodeSessionFile(inPanel, START, "Test 1", [revision]);

/** A counterexample takes longer to be made small than to be found. */
const PATIENCE_MS = 30_000;

test("a submission that can be taken back goes into no file, and none comes out of one", async () => {
  const over = completeInterview();
  const file = encode(submitSoon(over, over.session.updatedAt));
  const later = { ...over, session: { ...over.session, updatedAt: over.session.updatedAt + 1 } };
  expect(file).toBe(encode(later));
  const decoded = await decodeSessionFile(fileWith(["session", "submitsAt"], 1, file));
  expect(decoded).toMatchObject({ ok: true, value: { first: later } });
  expect(JSON.stringify(decoded)).not.toContain("submitsAt");
});

type Path = readonly (string | number)[];

/** @returns the text of a file with one value in another's place; undefined takes it away */
function fileWith(path: Path, value: unknown, text = fileText): string {
  const file: unknown = JSON.parse(text);
  const parent = path.slice(0, -1).reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), file);
  Reflect.set(Object(parent), path.at(-1)!, value);
  return JSON.stringify(file);
}

function fileValue(path: Path): unknown {
  return path.reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), JSON.parse(fileText));
}

function revisionInFile(): unknown {
  return (JSON.parse(revisedText) as { readonly revisions: readonly unknown[] }).revisions[0];
}

async function expectRefusal(text: string, ...errors: readonly (readonly [path: string, message: string])[]) {
  expect(await decodeSessionFile(text)).toEqual({
    ok: false,
    errors: errors.map(([path, message]) => ({
      path,
      message,
      // Where a person is told of another place than the path.
      ...(path.endsWith(".rating") && {
        place: expect.stringMatching(/, area “.+”$/u) as string,
      }),
    })),
  });
}

async function pathsRefused(text: string): Promise<readonly string[]> {
  const decoded = await decodeSessionFile(text);
  return decoded.ok ? [] : decoded.errors.map(({ path }) => path);
}

/** Accepts a file and gives back what it is written as again. */
async function rewrite(text: string): Promise<string> {
  const decoded = await decodeSessionFile(text);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.errors));
  const { first, revisions } = decoded.value;
  return encodeSessionFile(first, START, "Test 1", revisions);
}

describe("writing and reading", () => {
  test(
    "a session that was written is read as it was, whatever is in it",
    async () => {
      await fc.assert(
        fc.asyncProperty(anyWholeSession, async (one) => {
          // Whoever reads the file has not handed it over.
          const { handedOverAt: _mark, ...session } = one.session;
          expect(await decodeSessionFile(encode(one))).toEqual({
            ok: true,
            value: { first: { ...one, session }, revisions: [] },
          });
        }),
        { numRuns: 200 },
      );
    },
    PATIENCE_MS,
  );

  test("a scorecard of a panel is read with its panel and its revisions", async () => {
    expect(await decodeSessionFile(revisedText)).toEqual({
      ok: true,
      value: { first: inPanel, revisions: [revision] },
    });
    expect(validateSessionFile(JSON.parse(revisedText))).toEqual([]);
  });

  test("an introduction and the candidate's questions are read with their minutes, clocks and gaps", async () => {
    const gap = { at: START + 60_000, gapMs: 5000, takenOff: true };
    const run = { plannedMinutes: 5, timer: { startedAt: null, elapsedBeforeMs: 310_000 }, gaps: [gap] };
    const one: WholeSession = {
      ...withSegments,
      session: { ...withSegments.session, segments: { ...usualSegments, introduction: run } },
    };
    expect(JSON.parse(encode(one))).toMatchObject({
      version: 1,
      session: {
        segments: { introduction: { plannedMinutes: 5, gaps: [{ at: "2026-11-24T09:31:00.000Z" }] } },
      },
    });
    expect(await decodeSessionFile(encode(one))).toEqual({ ok: true, value: { first: one, revisions: [] } });
    expect(validateSessionFile(JSON.parse(encode(one)))).toEqual([]);
  });

  test("without a panel, segments or revisions, a file has no such field, so that older apps read it as ever", async () => {
    const older = completeInterview();
    const { finishedOn: _ran, ...session } = older.session;
    const text = encode({ ...older, session });
    const file = JSON.parse(text) as { readonly session: object };
    expect(file.session).not.toHaveProperty("segments");
    expect(file.session).not.toHaveProperty("finishedOn");
    const decoded = await decodeSessionFile(text);
    expect(decoded.ok && agendaOf(decoded.value.first).map(({ kind }) => kind)).toEqual([
      "question",
      "question",
      "question",
    ]);
    expect(file).not.toHaveProperty("revisions");
    expect(file.session).not.toHaveProperty("panel");
  });

  test("a file says what it is, when it was written and by what, whatever head it came in with", () => {
    const fileFields = { format: "x", version: 9, app: "y", exportedAt: "z", session: 1, later: true };
    const file = { ...whole, session: { ...whole.session, fileFields } };
    expect(JSON.parse(encode(file))).toMatchObject({
      format: "interview-scorecard.session",
      version: 1,
      exportedAt: "2026-11-24T09:30:00.000Z",
      app: "Test 1",
      later: true,
      session: { id: "s1" },
    });
  });

  test.each<[string, Path]>([
    ["the head", []],
    ["the session", ["session"]],
    ["the session's clock", ["session", "clock"]],
    ["an own question", ["session", "ownQuestions", 0]],
    ["an area of an own question", ["session", "ownQuestions", 0, "areas", 0]],
    ["an answer", ["answers", 0]],
    ["a timer", ["answers", 0, "timer"]],
    ["a gap", ["answers", 0, "gaps", 0]],
    ["an area's rating and note", ["answers", 0, "areas", "failed.cause"]],
    ["an asked follow-up", ["answers", 0, "followUpsAsked", 0]],
    ["a note", ["answers", 0, "notes", 0]],
    ["the session's panel", ["session", "panel"]],
    ["a revision", ["revisions", 0]],
    ["a revised area", ["revisions", 0, "areas", "failed.cause"]],
  ])("a field that this version does not know survives in %s", async (_title, path) => {
    const later = { colour: "green", list: [1, null, "é"] };
    const text = fileWith([...path, "later"], later, revisedText);
    expect(JSON.parse(await rewrite(text))).toEqual(JSON.parse(text));
  });

  test.each<[string, Path]>([
    ["the guide", []],
    ["its scale", ["scale"]],
    ["a point", ["scale", "points", 0]],
    ["a competency", ["competencies", 0]],
    ["an anchor", ["competencies", 0, "anchors", 0]],
    ["a question", ["questions", 0]],
    ["an area", ["questions", 0, "areas", 0]],
    ["a follow-up", ["questions", 0, "followUps", 0]],
    ["advice", ["advice", 0]],
    ["advice for a level", ["advice", 0, "levels", 0]],
  ])(
    "a field that this version does not know survives in %s, and is part of its id",
    async (_title, path) => {
      const changed = fileWith(["guide", ...path, "later"], { colour: "green" });
      const { guide } = JSON.parse(changed) as Pick<WholeSession, "guide">;
      const text = fileWith(["session", "guideId"], hashGuide(guide), changed);
      expect(JSON.parse(await rewrite(text))).toEqual(JSON.parse(text));
    },
  );

  test("times of any zone are read", async () => {
    const decoded = await decodeSessionFile(
      fileWith(["session", "scheduledAt"], "2026-11-24T11:30:00.5+02:00"),
    );
    expect(decoded).toMatchObject({ ok: true, value: { first: { session: { scheduledAt: START + 500 } } } });
  });

  test("half of a character in a note is kept as it is", async () => {
    const text = fileWith(["answers", 0, "notes", 0, "text"], "half \uD83D");
    expect(JSON.parse(await rewrite(text))).toEqual(JSON.parse(text));
  });

  test("a byte order mark in front is passed over", async () => {
    expect((await decodeSessionFile(`\uFEFF${fileText}`)).ok).toBe(true);
  });

  test("a session file of version 1 opens", async () => {
    const decoded = await decodeSessionFile(
      readFileSync(join(import.meta.dirname, "../files/session-v1.json"), "utf8"),
    );
    expect(decoded).toMatchObject({
      ok: true,
      value: {
        first: {
          session: { id: "frozen", status: "submitted", submittedAt: START + 12 * 60_000 },
          guide: { title: "Night baker" },
          answers: {
            failed: {
              sessionId: "frozen",
              areas: { "failed.cause": { rating: 5 }, "failed.after": { rating: "noEvidence" } },
              gaps: [{ gapMs: 180_000, takenOff: true }],
            },
          },
        },
        revisions: [],
      },
    });
  });

  test("the sample that comes with the app opens, and is marked as one", async () => {
    const sample = resolve(import.meta.dirname, "../../../data/samples/session.json");
    expect(await decodeSessionFile(readFileSync(sample, "utf8"))).toMatchObject({
      ok: true,
      value: { first: { session: { sample: true, status: "live" } } },
    });
  });
});

describe("what is refused", () => {
  test("a file that is no file of this app", async () => {
    expect(await decodeSessionFile("{")).toMatchObject({ ok: false, errors: [{ path: "" }] });
    expect(await decodeSessionFile("[]")).toMatchObject({ ok: false, errors: [{ path: "" }] });
  });

  test("a guide file", async () => {
    await expectRefusal(fileWith(["format"], "interview-scorecard.guide"), [
      "",
      "This is a guide. Use “Import” in the list of interviews.",
    ]);
  });

  test("a file of a newer version, with a sentence that says so", async () => {
    await expectRefusal(fileWith(["version"], 2), [
      "version",
      "The file was written by a newer version of the app (file version 2, this app reads up to 1). Update the app, then open it again.",
    ]);
  });

  test("a rating off the scale", async () => {
    await expectRefusal(fileWith(["answers", 0, "areas", "failed.after", "rating"], 7), [
      "answers[0].areas.failed.after.rating",
      "7 is not on the scale 1 to 5",
    ]);
  });

  test("a rating off the scale is said to be in which interview, question and area", async () => {
    const decoded = await decodeSessionFile(fileWith(["answers", 0, "areas", "failed.after", "rating"], 7));
    expect(decoded).toMatchObject({
      errors: [{ place: "Amira Haddad, question “A failed batch”, area “What changed”" }],
    });
  });

  test("several things at once are all said", async () => {
    const text = fileWith(["session", "currentQuestionId"], "gone");
    await expectRefusal(
      fileWith(["answers", 0, "areas", "failed.cause", "rating"], 0, text),
      ["session.currentQuestionId", '"gone" is not asked in this interview'],
      ["answers[0].areas.failed.cause.rating", "0 is not on the scale 1 to 5"],
    );
  });

  const note = fileValue(["answers", 0, "notes", 0]);
  const answer = fileValue(["answers", 0]);
  test.each<[string, Path, unknown, string, string]>([
    [
      "a guide that was changed under its id",
      ["guide", "questions", 0, "text"],
      "Something else?",
      "session.guideId",
      "is not the id of the guide in this file: the guide was changed",
    ],
    [
      "a guide with something wrong in it",
      ["guide", "competencies", 1, "id"],
      "other",
      "guide.questions[2].competencyId",
      '"people" is not a competency of the guide',
    ],
    [
      "a question that is nowhere",
      ["session", "questionIds", 1],
      "gone",
      "session.questionIds[1]",
      'there is no question "gone"',
    ],
    [
      "a question asked twice",
      ["session", "questionIds", 1],
      "failed",
      "session.questionIds[1]",
      '"failed" is there twice',
    ],
    [
      "a question on the screen that is not asked",
      ["session", "currentQuestionId"],
      "apprentice",
      "session.currentQuestionId",
      '"apprentice" is not asked in this interview',
    ],
    [
      "an own area that is called like one of the guide's",
      ["session", "ownQuestions", 0, "areas", 0, "id"],
      "failed.cause",
      "session.ownQuestions[0].areas[0].id",
      '"failed.cause" is there twice',
    ],
    [
      "an own anchor off the scale",
      ["session", "ownQuestions", 0, "areas", 0, "anchors"],
      [{ point: 9, text: "" }],
      "session.ownQuestions[0].areas[0].anchors[0].point",
      "9 is not on the scale 1 to 5",
    ],
    [
      "an answer to a question that is not asked",
      ["answers", 0, "questionId"],
      "apprentice",
      "answers[0].questionId",
      '"apprentice" is not asked in this interview',
    ],
    [
      "an answer to a question that is nowhere",
      ["answers", 0, "questionId"],
      "gone",
      "answers[0].questionId",
      '"gone" is not asked in this interview',
    ],
    [
      "two answers to one question",
      ["answers", 1],
      answer,
      "answers[1].questionId",
      '"failed" is there twice',
    ],
    [
      "an area that the question does not have",
      ["answers", 0, "areas", "recipe.trial"],
      { covered: true, rating: 3, note: "" },
      "answers[0].areas.recipe.trial",
      'the question has no area "recipe.trial"',
    ],
    [
      "an area called toString",
      ["answers", 0, "areas", "toString"],
      { covered: true, rating: 3, note: "" },
      "answers[0].areas.toString",
      'the question has no area "toString"',
    ],
    [
      "a follow-up that is nowhere",
      ["answers", 0, "followUpsAsked", 0, "followUpId"],
      "gone",
      "answers[0].followUpsAsked[0]",
      'there is no follow-up "gone"',
    ],
    [
      "a note that is there twice",
      ["answers", 0, "notes", 1],
      note,
      "answers[0].notes[1].id",
      '"n1" is there twice',
    ],
    [
      "an end before the start",
      ["session", "endedAt"],
      "2026-11-24T09:29:59.999Z",
      "session.endedAt",
      "is before session.startedAt",
    ],
    [
      "a submission before the end",
      ["session", "submittedAt"],
      "2026-11-24T09:39:59.999Z",
      "session.submittedAt",
      "is before session.endedAt",
    ],
    [
      "a submitted session without the time of it",
      ["session", "submittedAt"],
      null,
      "session.submittedAt",
      "a submitted interview needs the time of its submission",
    ],
    [
      "a submitted session without a recommendation",
      ["session", "recommendation"],
      null,
      "session.recommendation",
      "a submitted interview needs a recommendation",
    ],
    [
      "a session called toString",
      ["session", "id"],
      "toString",
      "session.id",
      "is a name that no id may have",
    ],
    ["a missing field", ["session", "candidate"], undefined, "session.candidate", '"candidate" is missing'],
    [
      "a status that there is not",
      ["session", "status"],
      "hired",
      "session.status",
      'must be "planned", "live", "wrapUp", or "submitted", not "hired"',
    ],
    [
      "an hour that does not exist",
      ["session", "scheduledAt"],
      "2026-11-24T25:30:00.000Z",
      "session.scheduledAt",
      "is not a day that exists",
    ],
    [
      "a day that does not exist",
      ["session", "scheduledAt"],
      "2026-02-31T09:30:00.000Z",
      "session.scheduledAt",
      "is not a day that exists",
    ],
    [
      "time that runs backwards",
      ["answers", 0, "timer", "elapsedBeforeMs"],
      -1,
      "answers[0].timer.elapsedBeforeMs",
      "may not be negative",
    ],
    [
      "minutes taken away",
      ["answers", 0, "addedMinutes"],
      -5,
      "answers[0].addedMinutes",
      "may not be negative",
    ],
    [
      "less than all of the time",
      ["session", "timeMultiplier"],
      0.5,
      "session.timeMultiplier",
      "must be 1 at least",
    ],
    [
      "more than four times the time",
      ["session", "timeMultiplier"],
      5,
      "session.timeMultiplier",
      "must be 4 at most",
    ],
  ])("%s", async (_title, path, value, errorPath, message) => {
    await expectRefusal(fileWith(path, value), [errorPath, message]);
  });

  test.each<[string, Path, unknown]>([
    ["session.scheduledAt", ["session", "scheduledAt"], "tomorrow"],
    ["answers[0].areas", ["answers", 0, "areas"], []],
  ])("%s of another kind than it must be", async (errorPath, path, value) => {
    expect(await pathsRefused(fileWith(path, value))).toContain(errorPath);
  });

  test.each<[string, Path]>([
    ["session.slotMinutes", ["session", "slotMinutes"]],
    ["answers[0].addedMinutes", ["answers", 0, "addedMinutes"]],
    ["answers[0].timer.elapsedBeforeMs", ["answers", 0, "timer", "elapsedBeforeMs"]],
    ["answers[0].gaps[0].gapMs", ["answers", 0, "gaps", 0, "gapMs"]],
    ["guide.later", ["guide", "later"]],
    ["session.later", ["session", "later"]],
  ])("1e999 in %s, which has no way out again", async (errorPath, path) => {
    expect(await pathsRefused(fileWith(path, "huge").replace('"huge"', "1e999"))).toContain(errorPath);
  });

  test.each(["9999-12-31T23:59:59.000-01:00", "0000-01-01T00:00:00.000+01:00"])(
    "%s, a time outside the years 0 to 9999, which could not be written again",
    async (time) => {
      expect(await pathsRefused(fileWith(["session", "scheduledAt"], time))).toContain("session.scheduledAt");
    },
  );

  test("half of a character in the guide, which can have no id", async () => {
    await expectRefusal(fileWith(["guide", "title"], "\uDE00"), [
      "guide.title",
      "it holds a character that is cut in half",
    ]);
  });
});

describe("segments that are refused", () => {
  const introduction: Path = ["session", "segments", "introduction"];
  test.each<[string, Path, unknown, string, string]>([
    [
      "minutes taken away",
      [...introduction, "plannedMinutes"],
      -1,
      "session.segments.introduction.plannedMinutes",
      "may not be negative",
    ],
    [
      "more than a day",
      [...introduction, "plannedMinutes"],
      1441,
      "session.segments.introduction.plannedMinutes",
      "must be at most 1440 minutes",
    ],
    [
      "time that runs backwards",
      [...introduction, "timer", "elapsedBeforeMs"],
      -1,
      "session.segments.introduction.timer.elapsedBeforeMs",
      "may not be negative",
    ],
    [
      "a question on the clock at the end that is not asked",
      ["session", "finishedOn", "id"],
      "gone",
      "session.finishedOn.id",
      '"gone" is not asked in this interview',
    ],
  ])("%s", async (_title, path, value, errorPath, message) => {
    await expectRefusal(fileWith(path, value, segmentsText), [errorPath, message]);
  });

  test.each<[string, Path, unknown]>([
    ["one that is missing", ["session", "segments"], { introduction: usualSegments.introduction }],
    ["a list of them", ["session", "segments"], []],
    ["a part of the call that there is not", ["session", "finishedOn"], { kind: "segment", id: "lunch" }],
    ["an item of another kind", ["session", "finishedOn"], { kind: "break", id: "failed" }],
  ])("%s", async (_title, path, value) => {
    expect(await pathsRefused(fileWith(path, value, segmentsText))).not.toEqual([]);
  });

  test("more gaps than a person could make", async () => {
    const gap = { at: "2026-11-24T09:31:00.000Z", gapMs: 5000, takenOff: true };
    const gaps = Array.from({ length: MOST_MOMENTS + 1 }, () => gap);
    expect(await pathsRefused(fileWith([...introduction, "gaps"], gaps, segmentsText))).toContain(
      "session.segments.introduction.gaps",
    );
  });
});

describe("revisions that are refused", () => {
  test.each<[string, Path, unknown, string, string]>([
    [
      "one without a reason",
      ["revisions", 0, "reason"],
      "  ",
      "revisions[0].reason",
      "a revision needs a reason",
    ],
    [
      "a rating off the scale",
      ["revisions", 0, "areas", "failed.cause", "rating"],
      9,
      "revisions[0].areas.failed.cause.rating",
      "9 is not on the scale 1 to 5",
    ],
    [
      "an area that is nowhere",
      ["revisions", 0, "areas"],
      { gone: { rating: 3, note: "" } },
      "revisions[0].areas.gone",
      'there is no area "gone"',
    ],
    [
      "a list of areas",
      ["revisions", 0, "areas"],
      [],
      "revisions[0].areas",
      "must be areas by their ids, not a list",
    ],
    ["one that is there twice", ["revisions", 1], revisionInFile(), "revisions[1].id", '"r1" is there twice'],
  ])("%s", async (_title, path, value, errorPath, message) => {
    await expectRefusal(fileWith(path, value, revisedText), [errorPath, message]);
  });

  test("those of a session that is not submitted", async () => {
    await expectRefusal(fileWith(["session", "status"], "wrapUp", revisedText), [
      "revisions",
      "only a submitted interview has revisions",
    ]);
  });
});

describe("whatever a file holds", () => {
  /** A file that is accepted comes out as it went in, and is what the published schema says. */
  async function expectSafe(text: string) {
    const decoded = await decodeSessionFile(text);
    if (!decoded.ok) {
      expect(decoded.errors.length).toBeGreaterThan(0);
      return;
    }
    const { first, revisions } = decoded.value;
    const again = encodeSessionFile(first, START, "Test 1", revisions);
    expect(await decodeSessionFile(again)).toEqual(decoded);
    expect(validateSessionFile(JSON.parse(text.replace(/^\uFEFF/u, "")))).toEqual([]);
    expect(validateSessionFile(JSON.parse(again))).toEqual([]);
  }

  test("a field of the session that is called like what is kept of the head does no harm", async () => {
    await expectSafe(fileWith(["session", "fileFields"], "later"));
  });

  test("text that is no session file is refused, never thrown at", async () => {
    const head = { format: "interview-scorecard.session", version: 1, exportedAt: "", app: "" };
    const anyFile = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.json(),
      fc
        .jsonValue()
        .map((session) => JSON.stringify({ ...head, session, guide: session, answers: [session] })),
    );
    await fc.assert(
      fc.asyncProperty(anyFile, async (text) => {
        expect((await decodeSessionFile(text)).ok).toBe(false);
      }),
    );
  });

  const anyReplacement = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom<unknown[]>(
      null,
      "",
      "toString",
      [],
      {},
      -1,
      7,
      2.5,
      1e300,
      "noEvidence",
      "2026-02-31T00:00:00Z",
      "9999-12-31T23:59:59-12:00",
    ),
  );
  const anyChange = fc.record({
    at: fc.nat(),
    kind: fc.constantFrom("replace", "remove", "duplicate"),
    value: anyReplacement,
  });

  test(
    "a file with one value replaced, removed, or there twice is refused, or comes out as it went in",
    async () => {
      await fc.assert(
        fc.asyncProperty(anyWholeSession, anyChange, async (one, { at, kind, value }) => {
          const file: unknown = JSON.parse(encode(one));
          const places = placesIn(file);
          const { parent, key } = places[at % places.length]!;
          const now: unknown = Reflect.get(parent, key);
          if (kind === "replace") Reflect.set(parent, key, value);
          else if (Array.isArray(parent))
            parent.splice(Number(key), 1, ...(kind === "remove" ? [] : [now, now]));
          else if (kind === "remove") Reflect.deleteProperty(parent, key);
          else Reflect.set(parent, placesIn(parent)[0]!.key, now);
          await expectSafe(JSON.stringify(file));
        }),
        { numRuns: 300 },
      );
    },
    PATIENCE_MS,
  );

  test(
    "a file that was cut, or in which one bit fell over, is refused, or comes out as it went in",
    async () => {
      const damage = fc.record({ at: fc.nat(), bit: fc.nat(7), isCut: fc.boolean() });
      await fc.assert(
        fc.asyncProperty(anyWholeSession, damage, async (one, { at, bit, isCut }) => {
          const bytes = new TextEncoder().encode(encode(one));
          const index = at % bytes.length;
          if (!isCut) bytes[index]! ^= 1 << bit;
          await expectSafe(new TextDecoder().decode(isCut ? bytes.slice(0, index) : bytes));
        }),
        { numRuns: 300 },
      );
    },
    PATIENCE_MS,
  );

  interface Place {
    readonly parent: object;
    readonly key: string;
  }

  function placesIn(value: unknown): readonly Place[] {
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) => [{ parent: value, key }, ...placesIn(inner)]);
  }
});

test("a session as wide as may be, of 1,000 questions and 5,000 notes in one of them, is read in seconds: nothing is looked up in lists", async () => {
  const many = <T>(make: (at: number) => T, count = MOST_OF_QUESTION) =>
    Array.from({ length: count }, (_, at) => make(at));
  const [question] = whole.guide.questions;
  const questions = [
    {
      ...question!,
      id: "wide",
      areas: many((at) => ({ id: `a${at}`, text: "", anchors: [] })),
      followUps: many((at) => ({ id: `f${at}`, text: "" })),
    },
    ...many((at) => ({ ...question!, id: `q${at}`, areas: [], followUps: [] }), MOST_QUESTIONS - 1),
  ];
  const guide = { ...whole.guide, questions };
  const answer = Object.values(whole.answers)[0]!;
  const wide: WholeSession = {
    guide,
    session: {
      ...whole.session,
      guideId: hashGuide(guide),
      ownQuestions: [],
      questionIds: questions.map(({ id }) => id),
      currentQuestionId: null,
      finishedOn: null,
    },
    answers: {
      wide: {
        ...answer,
        questionId: "wide",
        areas: Object.fromEntries(many((at) => [`a${at}`, { covered: true, rating: 5, note: "" }])),
        followUpsAsked: many((at) => ({ followUpId: `f${at}`, atMs: at })),
        notes: many((at) => ({ id: `n${at}`, atMs: at, text: "" }), MOST_MOMENTS),
      },
      ...Object.fromEntries(
        many(
          (at) => [`q${at}`, { ...answer, questionId: `q${at}`, areas: {}, followUpsAsked: [], notes: [] }],
          MOST_QUESTIONS - 1,
        ),
      ),
    },
  };
  const text = encodeSessionFile(wide, START, "Test 1");
  expect((await decodeSessionFile(text)).ok).toBe(true);
});

test("half of a character in a note survives being sealed, and being packed in a text that is UTF-8", async () => {
  const half = { ...whole, session: { ...whole.session, summary: "half \uD83D" } };
  const text = encodeSessionFile(half, START, "Test 1");
  const keys = await newKeyPair();
  const unsealed = await unseal(await seal(text, keys.publicKey), keys.secretKey);
  expect(unsealed).toEqual({ ok: true, text });
  const decoded = await decodeSessionFile(new TextDecoder().decode(new TextEncoder().encode(text)));
  expect(decoded.ok && decoded.value.first.session.summary).toBe("half \uD83D");
});
