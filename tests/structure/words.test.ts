// @vitest-environment node
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { advicePlaces, levels } from "../../src/domain/guides/guide.ts";
import { sensitiveTopics } from "../../src/domain/notes/sensitiveTopics.ts";
import { decisionOutcomes } from "../../src/domain/panels/panel.ts";
import { notAssessedReasons } from "../../src/domain/session/answer.ts";
import { recommendations, sessionStatuses } from "../../src/domain/session/session.ts";

const source = resolve(import.meta.dirname, "../../src");

/** What is one of a few things, and the file in which each of them has its word. */
const unions: readonly { readonly home: string; readonly members: readonly string[] }[] = [
  { home: "domain/guides/guide.ts", members: levels },
  { home: "domain/guides/guide.ts", members: advicePlaces },
  { home: "domain/session/session.ts", members: sessionStatuses },
  { home: "domain/session/session.ts", members: recommendations },
  { home: "domain/session/answer.ts", members: notAssessedReasons },
  { home: "domain/panels/panel.ts", members: decisionOutcomes },
  { home: "domain/panels/debrief.ts", members: ["notPlanned", "otherVersion"] },
  { home: "ui/words/topicWords.ts", members: sensitiveTopics },
];

/** Tables over the same things that say something else of them. */
const others = new Set([
  // Which screen shows it.
  "app/session/SessionPage.tsx",
  // What a click on the session does.
  "features/library/SessionRow.tsx",
  // Within a sentence that says whose it is.
  "ui/words/whoseWords.ts",
  // What the other system calls it.
  "interchange/tracking/greenhouseFile.ts",
  "interchange/tracking/leverFile.ts",
  "interchange/tracking/workableFile.ts",
]);

/** @returns the tables of a file, without those inside of them, that have a text for two or more of the members */
function tablesIn(text: string, members: readonly string[]): readonly string[] {
  return Array.from(text.matchAll(/\{[^{}]*\}/gu), ([table]) => table).filter(
    (table) =>
      members.filter((member) => new RegExp(`\\b${member}["']?: (?:"|'|\`)`, "u").test(table)).length > 1,
  );
}

const read = (path: string) => readFileSync(join(source, path), "utf8");

test("what is one of a few things has its words in one place", () => {
  const paths = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.tsx?$/u.test(path),
  );
  expect(paths.length).toBeGreaterThan(150);
  for (const { home, members } of unions) {
    const places = paths
      .filter((path) => !others.has(path))
      .flatMap((path) => tablesIn(read(path), members).map(() => path));
    expect([members, places]).toEqual([members, [home]]);
  }
});

test.each([
  'const words: Readonly<Record<Level, string>> = { junior: "Jr", mid: "Mid", senior: "Sr", lead: "Lead" };',
  'const shown = { yes: "Go", no: "Stop" } as const;',
  "const said = { 'noEvidence': 'nothing', notAsked: `left out` };",
])("a second table is found: %s", (line) => {
  expect(unions.flatMap(({ members }) => tablesIn(`import "x";\n${line}\n`, members))).toHaveLength(1);
});

test("every file that says something else of the same things is there and says it", () => {
  for (const path of others) {
    expect([path, unions.some(({ members }) => tablesIn(read(path), members).length > 0)]).toEqual([
      path,
      true,
    ]);
  }
});
