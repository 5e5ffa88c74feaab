import { expect, test } from "vitest";
import type { Entry } from "../../src/domain/admission/entries.ts";
import {
  LONGEST_NAME,
  LONGEST_TEXT,
  MOST_AREAS,
  MOST_CHARACTERS,
  MOST_LOGGED,
  MOST_OF_QUESTION,
  MOST_QUESTIONS,
  MOST_SEATS,
} from "../../src/domain/text/limits.ts";
import { auditEntries } from "../../src/domain/candidates/auditEntry.ts";
import { invitationOf, newPanel } from "../../src/domain/panels/panel.ts";
import { entryReader, entryToFile } from "../../src/interchange/formats/backupEntries.ts";
import { encodeDebriefFile } from "../../src/interchange/formats/debriefFile.ts";
import { parseJson, type Decoded } from "../../src/interchange/files/decoding.ts";
import { encodeGuideFile } from "../../src/interchange/formats/guideFile.ts";
import { decodeInvitationFile, encodeInvitationFile } from "../../src/interchange/formats/invitationFile.ts";
import { decodeSessionFile, encodeSessionFile } from "../../src/interchange/formats/sessionFile.ts";
import { hashGuide, smallGuide, START, submittedInterview } from "../smallInterview.ts";
import { decodeBackup, decodeDebriefFile, decodeGuideFile, encodeBackup } from "./guideText/fileTexts.ts";

type Path = readonly (string | number)[];
type Decode = (text: string) => Decoded<unknown> | Promise<Decoded<unknown>>;

const APP = "Test 1";
const submitted = submittedInterview("s1");
const interviewer = { id: "i1", name: "Noor", questionIds: ["failed"] };
const guideId = hashGuide(smallGuide);
const panel = newPanel(
  "p1",
  {
    candidate: "Amira Haddad",
    role: "Baker",
    level: "mid",
    remote: false,
    guideId,
    interviewers: [interviewer],
    leadId: null,
  },
  "age1x",
  START,
);
const entries: readonly Entry[] = [
  { kind: "tombstone", value: { id: "gone", deletedAt: START, reason: "" } },
  { kind: "guide", value: { id: guideId, guide: smallGuide, previousId: null, lineId: "l", savedAt: START } },
  { kind: "session", value: { ...submitted, revisions: [] } },
  { kind: "panel", value: panel },
  { kind: "exportMade", value: { id: "e1", at: START, form: "CSV", sessionIds: ["s1"], panelIds: [] } },
];

const session = [encodeSessionFile(submitted, START, APP), decodeSessionFile] as const;
const guide = [encodeGuideFile(smallGuide, START, APP), decodeGuideFile] as const;
const debrief = [
  encodeDebriefFile(
    { panel, guide: smallGuide, scorecards: [{ first: submitted, revisions: [] }] },
    START,
    APP,
  ),
  decodeDebriefFile,
] as const;
const invitation = [
  encodeInvitationFile({ invitation: invitationOf(panel, interviewer), guide: smallGuide }, START, APP),
  decodeInvitationFile,
] as const;
const backup = [encodeBackup(entries, START, APP), decodeBackup] as const;

/** @returns what is said at that path of a file with another value there */
async function saidAt(
  [text, decode]: readonly [string, Decode],
  path: Path,
  value: unknown,
  at = pathText(path),
) {
  expect((await decode(text)).ok).toBe(true);
  const file: unknown = JSON.parse(text);
  const parent = path.slice(0, -1).reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), file);
  Reflect.set(Object(parent), path.at(-1)!, value);
  const decoded = await decode(JSON.stringify(file));
  return decoded.ok ? "accepted" : decoded.errors.find((error) => error.path === at)?.message;
}

function pathText(path: Path): string {
  return path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : text === "" ? key : `${text}.${key}`),
    "",
  );
}

test.each([
  ["a session", session, ["session", "id"]],
  ["a note", session, ["answers", 0, "notes", 0, "id"]],
  ["a question", guide, ["guide", "questions", 0, "id"]],
  ["an area", guide, ["guide", "questions", 0, "areas", 0, "id"]],
  ["a panel", debrief, ["panel", "id"]],
  ["an interviewer", debrief, ["panel", "interviewers", 0, "id"]],
  ["a scorecard", debrief, ["scorecards", 0, "session", "id"]],
  ["an invited panel", invitation, ["invitation", "panelId"]],
  ["an invited interviewer", invitation, ["invitation", "interviewerId"]],
  ["a deletion in a backup", backup, ["entries", 0, "tombstone", "id"]],
  ["a guide line in a backup", backup, ["entries", 1, "guide", "lineId"]],
  ["a session in a backup", backup, ["entries", 2, "session", "id"]],
  ["a panel in a backup", backup, ["entries", 3, "panel", "id"]],
  ["an exported session in a backup", backup, ["entries", 4, "exportMade", "sessionIds", 0]],
] as const)("the id of %s can’t be half of a character", async (_title, file, path) => {
  expect(await saidAt(file, path, "\uD800")).toBe("it holds a character that is cut in half");
  expect(await saidAt(file, path, "")).toBe("may not be empty");
});

test("the id of an area that a panel agreed on can’t be half of a character", async () => {
  const agreed = { "\uD800": { rating: null, note: "" } };
  const path = ["panel", "debrief", "agreedByAreaId"];
  expect(await saidAt(debrief, path, agreed, "panel.debrief.agreedByAreaId.\uFFFD")).toBe(
    "it holds a character that is cut in half",
  );
});

test.each([
  ["a session", session, ["session", "updatedAt"]],
  ["an answer", session, ["answers", 0, "updatedAt"]],
  ["a panel", debrief, ["panel", "updatedAt"]],
  ["a deletion in a backup", backup, ["entries", 0, "tombstone", "deletedAt"]],
] as const)("the time of %s lies between 1970 and 9998", async (_title, file, path) => {
  for (const time of ["9999-06-01T00:00:00.000Z", "1969-12-31T23:59:59.999Z"])
    expect(await saidAt(file, path, time)).toBe("is before 1970 or after 9998");
});

test.each([
  ["a candidate", session, ["session", "candidate"], LONGEST_NAME],
  ["a summary", session, ["session", "summary"], LONGEST_TEXT],
  ["a note", session, ["answers", 0, "areas", "failed.cause", "note"], LONGEST_TEXT],
  ["what a later version writes", session, ["session", "later"], LONGEST_TEXT],
  ["an interviewer", debrief, ["panel", "interviewers", 0, "name"], LONGEST_NAME],
  ["an invited candidate", invitation, ["invitation", "candidate"], LONGEST_NAME],
  ["a note in a backup", backup, ["entries", 2, "answers", 0, "areas", "failed.cause", "note"], LONGEST_TEXT],
] as const)("the text of %s is no longer than fields let it be", async (_title, file, path, most) => {
  expect(await saidAt(file, path, "a".repeat(most))).toBe("accepted");
  expect(await saidAt(file, path, "a".repeat(most + 1))).toBe(`is too long: the most is ${most} characters`);
});

const areas = (count: number, of = "") =>
  Array.from({ length: count }, (_, at) => ({ id: `${of}a${at}`, text: "Listen", anchors: [] }));
const [question] = smallGuide.questions;

test("a guide with more areas than a page can show is refused, and so is one with more questions", () => {
  const decoded = (questions: readonly unknown[]) => {
    const text = encodeGuideFile({ ...smallGuide, questions } as typeof smallGuide, START, APP);
    const read = decodeGuideFile(text);
    return read.ok ? "accepted" : read.errors[0];
  };
  const wide = Array.from({ length: 4 }, (_, at) => ({
    ...question!,
    id: `q${at}`,
    areas: areas(MOST_OF_QUESTION, `q${at}`),
    followUps: [],
  }));
  expect(decoded(wide)).toBe("accepted");
  expect(decoded([...wide, { ...question!, followUps: [] }])).toEqual({
    path: "guide.questions",
    message: `has more than ${MOST_AREAS} areas together`,
  });
  expect(decoded([{ ...question!, areas: areas(60_000) }])).toEqual({
    path: "guide.questions[0].areas",
    message: `has more than ${MOST_OF_QUESTION} areas`,
  });
  expect(
    decoded(
      Array.from({ length: MOST_QUESTIONS + 1 }, (_, at) => ({ ...question!, id: `q${at}`, areas: [] })),
    ),
  ).toEqual({
    path: "guide.questions",
    message: `has more than ${MOST_QUESTIONS} questions`,
  });
});

test("own questions of a session have no more areas together than a page can show", async () => {
  const own = Array.from({ length: 5 }, (_, at) => ({
    ...question!,
    id: `own${at}`,
    areas: areas(MOST_OF_QUESTION, `own${at}`),
    followUps: [],
  }));
  expect(await saidAt(session, ["session", "ownQuestions"], own)).toBe(
    `has more than ${MOST_AREAS} areas together`,
  );
});

test("a panel of a thousand interviewers is read, and one of far more is refused", async () => {
  const interviewers = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ id: `i${at}`, name: "Noor", questionIds: [] }));
  const path = ["panel", "interviewers"];
  expect(await saidAt(debrief, path, interviewers(1000))).toBe("accepted");
  expect(await saidAt(debrief, path, interviewers(MOST_SEATS + 1))).toBe(
    `has more than ${MOST_SEATS} interviewers`,
  );
});

test("numbers that grow when they are written count as long as they become", () => {
  const grown = `{"a":[${"1e20,".repeat(400_000)}1],"b":"${"x".repeat(999_999)}"}`;
  expect(parseJson(grown).ok).toBe(true);
  const numbers = `[${"1e20,".repeat(489_000)}1]`;
  const texts = Array.from({ length: 10 }, () => "x".repeat(999_999));
  const tooLarge = parseJson(`{"a":${numbers},"b":${JSON.stringify(texts)}}`);
  expect(tooLarge.ok ? "" : tooLarge.errors[0]?.message).toMatch(
    new RegExp(`^The file is too large: \\d+ characters, the most is ${MOST_CHARACTERS}\\.$`, "u"),
  );
});

test("an entry of the audit log with a change that this version does not know is left out alone", async () => {
  const read = entryReader();
  const [entry] = auditEntries(["s1"], 1, { what: "removed", interviewer: "Noor" });
  const known = entryToFile({ kind: "auditEntry", value: entry! });
  const later: unknown = JSON.parse(JSON.stringify(known).replace('"removed"', '"of a later version"'));
  expect(await read(later, "entries[7]")).toMatchObject({
    ok: false,
    title: "Audit log entry",
    errors: [{ path: "entries[7].auditEntry.change.what" }],
  });
  expect((await read(known, "")).ok).toBe(true);
});

test("no more of one interview’s audit log is read from a backup than a person can have made, and another’s is read all the same", async () => {
  const read = entryReader();
  const entryOf = (subjectId: string, at: number) =>
    entryToFile({ kind: "auditEntry", value: auditEntries([subjectId], at, { what: "takenBack" })[0]! });
  for (let at = 0; at < MOST_LOGGED; at++) await read(entryOf("s1", at), "");
  const [more, other] = [
    await read(entryOf("s1", MOST_LOGGED), "entries[7]"),
    await read(entryOf("s2", 1), ""),
  ];
  expect(more).toMatchObject({
    ok: false,
    title: "Audit log entry",
    errors: [
      {
        path: "entries[7].auditEntry.subjectId",
        message: `has more than ${MOST_LOGGED} entries in this file`,
      },
    ],
  });
  expect(other.ok).toBe(true);
});
