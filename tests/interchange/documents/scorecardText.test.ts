import fc from "fast-check";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { expect, test } from "vitest";
import { scorecardToReport } from "../../../src/domain/session/scorecardReport.ts";
import type { Scorecard } from "../../../src/domain/session/scorecard.ts";
import {
  documentToMarkdown,
  documentToPlainText,
  scorecardToDocument,
} from "../../../src/interchange/documents/scorecardText.ts";
import {
  revisedScorecard,
  scorecardOfText,
  scorecardWithSegments,
  unassessedScorecard,
} from "../../nastyScorecard.ts";
import { liveInterview } from "../../smallInterview.ts";
import { anyText } from "../formats/wholeSessions.ts";

const documentOf = (scorecard: Scorecard) => scorecardToDocument(scorecardToReport(scorecard), "on");
const markdownOf = (scorecard: Scorecard) => documentToMarkdown(documentOf(scorecard));

/** What a document is made of and says; neighbouring texts are one. */
type Shape = string | readonly [string, ...Shape[]];

function shapeOf(node: Nodes): Shape {
  if (node.type === "text") return node.value;
  if (!("children" in node)) return [node.type];
  const parts: Shape[] = [];
  for (const part of node.children.map(shapeOf)) {
    const last = parts.at(-1);
    if (typeof part === "string" && typeof last === "string") parts.splice(-1, 1, last + part);
    else parts.push(part);
  }
  return [node.type, ...parts.filter((part) => part !== "")];
}

/**
 * Some readers make a link of a bare address after they have read, escaped or not; such a link says where it leads, and
 * is left aside here.
 */
const readMarkdown = (markdown: string) =>
  fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: gfmFromMarkdown().map(({ transforms: _after, ...extension }) => extension),
  });

const planted = [
  "<script>x()</script>",
  "<img src=x onerror=x()>",
  "[a](javascript:x())",
  "![a](http://x/y.png)",
  "# Heading",
  "Heading\n===",
  "- item\n- item",
  "1. item",
  "| a | b |\n|---|---|\n| c | d |",
  "a | b\n--- | ---",
  "> quote",
  "```\ncode\n```",
  "    code",
  "~~gone~~ **bold** _soft_ `code`",
  "https://example.org www.example.org a@example.org",
  "<https://example.org>",
  "[^1]: note",
  "[a]: http://x",
  "- [ ] task",
  "---",
  "&lt;b&gt; &#60;",
  "a\\",
  "a  \nb",
  "1) a\n\n\n2) b",
  "*",
  "+ ",
];

test("it says what a reader needs, first and final", () => {
  const markdown = markdownOf(revisedScorecard());
  for (const text of [
    "# Scorecard: Amira Haddad",
    "- **Interviewer:** Noor",
    "## Recommendation: no",
    "Submitted as: yes",
    "Submitted as: Found the cause.",
    "because of r1",
    "Changed: The cause; the recommendation; its reasons",
    "- **Dough:** mean 3.0 (1 rated, 1 not assessed)",
    "## A failed batch",
    "07:00 of 15:00, Dough",
    "**3 Sound**: The cause",
    "revised by r1",
    "First rating: 5 Outstanding",
    "First note: weighed the salt again",
    "**not enough signal**: What changed (not covered)",
    "01:00 How did you know?",
    "02:00 “it was the salt”",
    "Not asked.",
  ])
    expect(markdown).toContain(text);
  expect(markdown).not.toContain("Not submitted");
});

test("it says how long the introduction and the candidate's questions took; where they were not planned, nothing", () => {
  const markdown = markdownOf(scorecardWithSegments());
  expect(markdown).toContain(
    "- **Introduction:** 05:10 of 05:00\n- **Candidate’s questions:** 08:00 of 10:00\n",
  );
  expect(markdownOf(revisedScorecard())).not.toContain("Introduction");
});

test("how long the interview took and how long it was to be are said in one form, as of its questions", () => {
  expect(markdownOf(revisedScorecard())).toMatch(/\*\*Interview:\*\* .*, \d{2}:\d{2} of 1:00:00$/mu);
});

test("a remote sample in which nothing could be assessed says so", () => {
  const markdown = markdownOf(unassessedScorecard());
  expect(markdown).toContain("mid-level, remote");
  expect(markdown).toContain("- **No competency:** not assessed (0 rated, 1 not assessed)");
  expect(markdown).toContain("00:00 of 05:00\n");
});

test("a session that is not submitted says so at once", () => {
  expect(markdownOf({ first: liveInterview(), revisions: [] })).toMatch(
    /^# Scorecard: Amira Haddad\n\n\*\*Not submitted yet \(live\)/u,
  );
});

test.each(planted)("%j stays text: a reader of Markdown sees the document that was written", (text) => {
  const scorecard = scorecardOfText(text);
  expect(shapeOf(readMarkdown(markdownOf(scorecard)))).toEqual(shapeOf(documentOf(scorecard)));
});

test("whatever is written stays text", () => {
  const markup = fc.string({
    unit: fc.constantFrom(...Array.from(`<>[]()*_\`#-+=|~!&;:/\\.@"' \n\t1ax`)),
    maxLength: 14,
  });
  fc.assert(
    fc.property(fc.oneof(markup, anyText), (text) => {
      const scorecard = scorecardOfText(text);
      expect(shapeOf(readMarkdown(markdownOf(scorecard)))).toEqual(shapeOf(documentOf(scorecard)));
    }),
    { numRuns: 60 },
  );
});

test("plain text has the words as they were written, without an escape", () => {
  const text = documentToPlainText(documentOf(scorecardOfText("a_b *c* <d> https://x\n\nnext")));
  expect(text).toContain("a_b *c* <d> https://x\n\nnext");
  expect(text).toContain("- 3 a_b");
  expect(text).not.toContain("\\");
});
