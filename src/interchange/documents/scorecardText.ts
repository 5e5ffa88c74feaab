import type { BlockContent, ListItem, Paragraph, PhrasingContent, Root } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";
import { levelWords, type Scale } from "../../domain/guides/guide.ts";
import type { Figures } from "../../domain/panels/figures.ts";
import type {
  ReportedArea,
  ReportedQuestion,
  ScorecardReport,
} from "../../domain/session/scorecardReport.ts";
import { msToClock } from "../../domain/session/timer.ts";
import { statusWords } from "../../domain/session/session.ts";
import {
  changedParts,
  dayAndTime,
  ratingToWords,
  reportedRecommendation,
  resultToText,
  withoutZero,
  spentToText,
} from "./documentWords.ts";

/*
 * A scorecard as a document: a tree, which is written as Markdown or as plain text. What a person has written is a text
 * of that tree and nothing else; it is the writer's business that no sign in it makes a heading, a link or a tag.
 */

/** @returns the document as Markdown (GitHub's kind) */
export function documentToMarkdown(document: Root): string {
  return toMarkdown(document, { bullet: "-", extensions: [gfmToMarkdown()] });
}

/** @returns the document as plain text: nothing is marked up, so nothing needs an escape */
export function documentToPlainText({ children }: Root): string {
  const blocks = children.map((block) => {
    if (block.type === "heading") return phrasingToText(block.children);
    return blockToText(block);
  });
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function blockToText(block: Root["children"][number]): string {
  if (block.type === "paragraph") return phrasingToText(block.children);
  if (block.type === "list") return block.children.map(itemToText).join("\n");
  return "";
}

function itemToText({ children }: ListItem): string {
  const inside = children.map(blockToText).join("\n");
  return `- ${inside.replaceAll("\n", "\n  ")}`;
}

function phrasingToText(children: readonly PhrasingContent[]): string {
  return children
    .map((child) => {
      if (child.type === "break") return "\n";
      if (child.type === "text") return child.value;
      return "children" in child ? phrasingToText(child.children) : "";
    })
    .join("");
}

/** @returns the scorecard as a document */
export function scorecardToDocument(report: ScorecardReport, figures: Figures): Root {
  const { first, final, isSubmitted, competencies, revisions } = report;
  const { session, guide } = final;
  const { recommendation, summary } = session;
  return {
    type: "root",
    children: [
      heading(1, `Scorecard: ${session.candidate}`),
      ...(isSubmitted
        ? []
        : [paragraph(strong(`Not submitted yet (${statusWords[session.status]}). This may still change.`))]),
      list([
        fact("Role", `${session.role}, ${levelWords[session.level]}${session.remote ? ", remote" : ""}`),
        fact("Interviewer", session.interviewer),
        fact("Guide", `${guide.title}, version ${session.guideId.slice(0, 12)}`),
        fact(
          "Interview",
          `${dayAndTime(report.interviewedAt)}, ${spentToText({ elapsedMs: report.elapsedMs, plannedMs: session.slotMinutes * 60_000 })}`,
        ),
        ...report.segments.map((one) => fact(one.title, spentToText(one))),
        ...(first.session.submittedAt === null
          ? []
          : [fact("Submitted", dayAndTime(first.session.submittedAt))]),
        fact("Scale", guide.scale.points.map(({ value, label }) => `${value} ${label}`).join(", ")),
      ]),
      heading(2, `Recommendation: ${reportedRecommendation(report, "final")}`),
      ...paragraphs(summary),
      ...(recommendation === first.session.recommendation
        ? []
        : [paragraph(text(`Submitted as: ${reportedRecommendation(report, "first")}`))]),
      ...(summary === first.session.summary ? [] : paragraphs(`Submitted as: ${first.session.summary}`)),
      ...(revisions.length === 0
        ? []
        : [
            heading(2, "Revised"),
            list(
              revisions.map((one) =>
                item(
                  paragraphs(
                    `${dayAndTime(one.at)}: ${one.reason}\nChanged: ${changedParts(one).join("; ")}`,
                  ),
                ),
              ),
            ),
          ]),
      ...(competencies.length === 0
        ? []
        : [
            heading(2, "Competencies"),
            list(
              competencies.map((one) =>
                fact(
                  one.competencyId === "" ? "No competency" : one.name,
                  `${figures === "on" && one.points.length > 0 ? "mean " : ""}${resultToText(one.points, figures)} (${one.points.length} rated, ${one.notAssessedCount} not assessed)`,
                ),
              ),
            ),
          ]),
      ...report.questions.flatMap((one) => questionBlocks(guide.scale, one)),
    ],
  };
}

function questionBlocks(scale: Scale, one: ReportedQuestion): readonly BlockContent[] {
  const title = heading(2, one.question.title);
  if (!one.isAsked) return [title, paragraph(text("Not asked."))];
  const competency = one.competency === "" ? "" : `, ${one.competency}`;
  return [
    title,
    ...paragraphs(one.question.text),
    paragraph(text(`${spentToText(one)}${competency}`)),
    ...(one.areas.length === 0 ? [] : [list(one.areas.map((area) => areaItem(scale, area)))]),
    ...log("Follow-ups asked", one.followUpsAsked),
    ...log("Notes", one.notes),
  ];
}

function areaItem(scale: Scale, one: ReportedArea): ListItem {
  const covered = one.isCovered ? "" : " (not covered)";
  return item([
    paragraph(strong(ratingToWords(scale, one.rating)), text(`: ${oneLine(one.area.text)}${covered}`)),
    ...paragraphs(one.note),
    ...(one.first === one.rating
      ? []
      : [paragraph(text(`First rating: ${ratingToWords(scale, one.first)}`))]),
    ...(one.firstNote === one.note || one.firstNote === "" ? [] : paragraphs(`First note: ${one.firstNote}`)),
    ...(one.reasons.length === 0 ? [] : paragraphs(`Revised: ${one.reasons.join(" · ")}`)),
  ]);
}

function log(
  title: string,
  entries: readonly { readonly atMs: number; readonly text: string }[],
): readonly BlockContent[] {
  if (entries.length === 0) return [];
  return [
    paragraph(strong(title)),
    list(entries.map((entry) => item(paragraphs(`${msToClock(entry.atMs)} ${entry.text}`)))),
  ];
}

/** @returns a heading of one line */
export function heading(depth: 1 | 2, words: string): BlockContent {
  return { type: "heading", depth, children: [text(oneLine(words))] };
}

/** @returns a list item: what it is about, and what there is to say */
export function fact(name: string, value: string): ListItem {
  return item([paragraph(strong(`${oneLine(name)}:`), text(` ${oneLine(value)}`))]);
}

/** @returns a list with nothing between its items */
export function list(items: readonly ListItem[]): BlockContent {
  return { type: "list", ordered: false, spread: false, children: [...items] };
}

function item(children: readonly BlockContent[]): ListItem {
  return { type: "listItem", spread: false, children: children.length === 0 ? [paragraph()] : [...children] };
}

/** @returns the paragraphs of a text that a person wrote, its lines kept */
export function paragraphs(written: string): readonly Paragraph[] {
  return written
    .split(/(?:\r\n?|\n)[\t ]*(?:\r\n?|\n)/u)
    .map((part) =>
      part
        .split(/\r\n?|\n/u)
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    )
    .filter((part) => part.length > 0)
    .map((part) =>
      paragraph(
        ...part.flatMap((line, at): PhrasingContent[] =>
          at === 0 ? [text(line)] : [{ type: "break" }, text(line)],
        ),
      ),
    );
}

function paragraph(...children: readonly PhrasingContent[]): Paragraph {
  return { type: "paragraph", children: [...children] };
}

function strong(words: string): PhrasingContent {
  return { type: "strong", children: [text(words)] };
}

/** A text stands on one line, wherever it is from: a line end in it would end what it stands in. */
function text(value: string): PhrasingContent {
  return { type: "text", value: withoutZero(value).replaceAll(/[\r\n]+/gu, " ") };
}

function oneLine(written: string): string {
  return written.replaceAll(/[\r\n\u2028\u2029]+/gu, " ").trim();
}
