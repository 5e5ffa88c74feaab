import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Scorecard } from "../../../src/domain/session/scorecard.ts";
import { scorecardToReport } from "../../../src/domain/session/scorecardReport.ts";
import { documentStyle } from "../../../src/interchange/documents/htmlDocument.ts";
import { frameScorecards, scorecardToFragment } from "../../../src/interchange/documents/scorecardHtml.ts";
import {
  revisedScorecard,
  scorecardOfText,
  scorecardWithSegments,
  unassessedScorecard,
} from "../../nastyScorecard.ts";
import { plannedInterview, START } from "../../smallInterview.ts";

const fragmentOf = (scorecard: Scorecard) => scorecardToFragment(scorecardToReport(scorecard), "on");
const tagsOf = (html: string) => html.replaceAll(/>[^<]*</gu, "><");

test("everything is in the file: recommendation, ratings, notes, first and final, reasons", () => {
  const html = fragmentOf(revisedScorecard());
  for (const text of [
    "Amira Haddad",
    "Recommendation: <b>no</b>",
    "Submitted as: yes",
    "Not the whole cause.",
    "Changed: The cause; the recommendation; its reasons",
    "revised by r1",
    "first 5",
    "First note: <bdi>weighed the salt again</bdi>",
    "because of r1",
    "not enough signal",
    "How did you know?",
    "“it was the salt”",
    "Not asked.",
    "07:00 of",
  ])
    expect(html).toContain(text);
  expect(html).not.toContain("Not submitted yet");
});

test("it says how long the introduction and the candidate's questions took; where they were not planned, nothing", () => {
  const text = fragmentOf(scorecardWithSegments()).replaceAll(/<[^>]*>\s*/gu, " ");
  expect(text).toMatch(/Introduction\s+05:10 of 05:00\s+Candidate’s questions\s+08:00 of 10:00/u);
  expect(fragmentOf(revisedScorecard())).not.toContain("Introduction");
});

test("a remote sample in which nothing could be assessed says so", () => {
  const html = fragmentOf(unassessedScorecard());
  for (const text of [
    "Scorecard, sample",
    "mid-level, remote",
    "No competency",
    "not assessed",
    "not covered",
  ])
    expect(html).toContain(text);
});

test("a planned session says that it is not submitted", () => {
  const html = fragmentOf({ first: plannedInterview(), revisions: [] });
  expect(html).toContain("Not submitted yet");
  expect(html).toContain("no: planned");
});

test("the file lets in no script and nothing from elsewhere, and its own style by its hash", async () => {
  const { head, tail } = await frameScorecards("a <b>", START, "Interview Scorecard test");
  const hash = createHash("sha256").update(documentStyle).digest("base64");
  expect(head).toContain(`default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri`);
  expect(/<style>([^]*)<\/style>/u.exec(head)?.[1]).toBe(documentStyle);
  expect(head).toContain("<title>a &lt;b&gt;</title>");
  const file = head + fragmentOf(revisedScorecard()) + tail;
  expect(file).not.toMatch(/<script|style="|<link|<img|src=|https?:|url\(/u);
  expect(file).toContain("Interview Scorecard test");
});

test("whatever is written makes no other tags than plain words do", () => {
  const plain = tagsOf(fragmentOf(scorecardOfText("plain")));
  const planted = `"'></bdi></td></title></style><script>x()</script><img src=x onerror=x()>&amp;`;
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom(planted, "<!--", "]]>", "</body>")),
      (text) => {
        fc.pre(text.trim() !== "");
        expect(tagsOf(fragmentOf(scorecardOfText(text)))).toBe(plain);
      },
    ),
  );
});

test("lines stay lines where it is pasted", () => {
  expect(fragmentOf(scorecardOfText("one\ntwo\r\nthree"))).toContain("one<br />two<br />three");
});

test("it says that no area counts more than another", () => {
  expect(fragmentOf(revisedScorecard())).toContain(
    "All areas carry equal weight; areas not assessed are excluded.",
  );
});

test("each point’s name of the scale stands in its own direction", () => {
  const names = /The scale:([^]*?)<\/p>/u.exec(fragmentOf(revisedScorecard()))?.[1]?.replaceAll(/\s+/gu, " ");
  expect(names).toMatch(/^(?: \d <bdi>[^<,]+<\/bdi>,)+ \d <bdi>[^<,]+<\/bdi>\. $/u);
});
