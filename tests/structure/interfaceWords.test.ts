// @vitest-environment node
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");

/** What people in hiring do not say, and what they say instead. */
const avoided: readonly { readonly say: string; readonly not: RegExp }[] = [
  { say: "interview", not: /\bsessions?\b(?! JSON)/iu },
  { say: "interviews, list of interviews", not: /\blibrary\b/iu },
  { say: "device", not: /\bmachines?\b/iu },
  { say: "automatic backup", not: /\bcopies\b|\bcopy now\b|\b(?:automatic|no) copy\b/iu },
  { say: "encrypted", not: /\bseal(?:s|ed|ing)?\b/iu },
  { say: "import", not: /\bbr(?:ing|ings|ought) (?:it |them )?in\b|\bbring in\b/iu },
  { say: "not enough signal", not: /\bno evidence\b(?! (?:yet|noted))/iu },
  { say: "legal hold, release hold", not: /\bon hold\b|\bholds? off\b|(?<!legal )\bhold (?:on|since)\b/iu },
  { say: "data retention", not: /\bcandidates are kept\b/iu },
  { say: "access request", not: /\bfile for the candidate\b/iu },
  { say: "redact", not: /\bblack(?:ed|s)? out\b/iu },
  { say: "remove", not: /\b(?:leave|leaves|left|leaving|take|takes|taken|took) out\b/iu },
  { say: "gap of 4 points", not: /\} apart\b|\bfar apart\b|\bfurthest apart\b/iu },
  { say: "reset", not: /\banew\b/iu },
  { say: "anyway", not: /\ball the same\b/iu },
  { say: "permanently", not: /\bfor good\b/iu },
  { say: "not supported, not included", not: /\bno place\b(?! for one)/iu },
  { say: "flagged", not: /\bhinted\b/iu },
  { say: "restore", not: /\bput back\b/iu },
  { say: "unassigned", not: /\bby nobody\b/iu },
  { say: "received", not: /\} in$|\bnot in yet\b|\bin already\b/iu },
  { say: "copy to, expand all, unarchive", not: /\btake into\b|\b(?:un)?fold all\b/iu },
  { say: "Back to …", not: /^To the (?:interviews|panels?|guides?)$/u },
];

/** What is none of these words for a person, by how it stands in the code. */
const exceptions: readonly string[] = [
  // Names of locks and of what is kept in the browser: they are stored, and never shown.
  "interview-scorecard session",
  "interview-scorecard copies",
  "interview-scorecard copies to replace",
  "interview-scorecard copies to replace in the folder",
  // Fields of session JSON.
  "is before session.startedAt",
  "is before session.endedAt",
  // A stored scale keeps its words, and so do the earlier versions of the guides that come with the app.
  "No evidence of it",
];

interface Saying {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

function sayingsIn(folder: string): readonly Saying[] {
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, ".ci/words.mjs"), "--json", folder], {
    encoding: "utf8",
    cwd: root,
    maxBuffer: 2 ** 26,
  });
  expect(stderr).toBe("");
  return JSON.parse(stdout) as Saying[];
}

/** @returns each text with an avoided word in it: where it stands, what it says, and what to say instead */
function findingsIn(sayings: readonly Saying[]): readonly string[] {
  return sayings
    .filter(({ text }) => !exceptions.includes(text))
    .flatMap(({ file, line, text }) =>
      avoided
        .filter(({ not }) => not.test(text))
        .map(({ say }) => `${relative(root, file)}:${line}: ${text} (say: ${say})`),
    );
}

const said = sayingsIn(join(root, "src"));

test("nothing that the app says has a word in it that people in hiring do not use", () => {
  expect(said.length).toBeGreaterThan(1500);
  expect(findingsIn(said)).toEqual([]);
});

test("every exception is still said", () => {
  expect(exceptions.filter((exception) => !said.some(({ text }) => text === exception))).toEqual([]);
});

test("the README says it in the same words, but for session JSON", () => {
  const text = readFileSync(join(root, "README.md"), "utf8").split("## Layout")[0] ?? "";
  const prose = text.replaceAll(/`[^`]*`|\[[^\]]*\]\([^)]*\)/gu, "");
  const lines = prose
    .split("\n")
    .map((line, at) => ({ file: join(root, "README.md"), line: at + 1, text: line }));
  expect(findingsIn(lines)).toEqual([]);
});

/** Each in a place of its own kind: [what it is, the source, what is found in it]. */
const planted: readonly (readonly [string, string, number])[] = [
  ["the words of an element", "export const a = <p>This session is live.</p>;", 1],
  ["an element between the words", "export const a = <p>The <b>old</b> session is live.</p>;", 1],
  ["a label", 'export const a = <button aria-label="Session" />;', 1],
  ["a choice in an element", 'export const a = (b: boolean) => <p>{b ? "session" : "panel"}</p>;', 1],
  ["a message", 'export const a = () => new Error("The session was not saved.");', 1],
  ["a message with a value in it", "export const a = (b: string) => `No session of ${b}.`;", 1],
  ["a table of words", 'export const kindWords = { one: "session" };', 1],
  [
    "what is counted",
    'declare function quantityToText(n: number, word: string): string;\nexport const a = quantityToText(2, "session");',
    1,
  ],
  ["a value that is never said", 'export const a = { kind: "session" };', 0],
  ["a comparison", 'export const a = (b: string) => <p>{b === "session" && "It is live."}</p>;', 0],
  ["the name of the export", "export const a = <p>Session JSON loses nothing.</p>;", 0],
];

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "words-"));
  for (const [at, [, source]] of planted.entries()) writeFileSync(join(folder, `p${at}.tsx`), source);
});

afterAll(() => rmSync(folder, { recursive: true }));

test("a word that is avoided is found wherever it is said, and nowhere else", () => {
  const sayings = sayingsIn(folder);
  const found = planted.map(([what], at) => [
    what,
    findingsIn(sayings.filter(({ file }) => file.endsWith(`p${at}.tsx`))).length,
  ]);
  expect(found).toEqual(planted.map(([what, , count]) => [what, count]));
});
