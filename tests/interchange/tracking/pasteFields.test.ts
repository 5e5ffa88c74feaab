import fc from "fast-check";
import { expect, test } from "vitest";
import { titleOf } from "../../../src/domain/guides/questionTitle.ts";
import { scorecardToReport } from "../../../src/domain/session/scorecardReport.ts";
import { settingErrors } from "../../../src/interchange/formats/settings.ts";
import { toPasteFields } from "../../../src/interchange/tracking/pasteFields.ts";
import {
  pasteParts,
  shippedTemplates,
  toPasteTemplates,
  withoutTemplate,
  withTemplate,
  type PastePart,
  type PasteTemplate,
} from "../../../src/interchange/tracking/pasteTemplates.ts";
import { anyWholeSession } from "../formats/wholeSessions.ts";
import { revisedScorecard, scorecardOfText } from "../../nastyScorecard.ts";

const templateOf = (...parts: readonly PastePart[]): PasteTemplate => ({
  id: "own",
  title: "Own",
  fields: parts.map((part, at) => ({ id: `f${at}`, part, name: `name of ${part}`, isRich: true })),
});

const fieldsOf = (...parts: readonly PastePart[]) =>
  toPasteFields(scorecardToReport(revisedScorecard()), templateOf(...parts));

test("fields come in the order of the template, with its names, as the scorecard stands after its revisions", () => {
  expect(fieldsOf("summary", "recommendation").map(({ name, plain }) => [name, plain])).toEqual([
    ["name of summary", "Not the whole cause."],
    ["name of recommendation", "No"],
  ]);
});

test("a part with a field for each has those of the scorecard, with their own names and the template’s for all", () => {
  expect(fieldsOf("areas")).toMatchObject([
    { name: "The cause", group: "name of areas", plain: "3 Sound\nrevised by r1" },
    { name: "What changed", group: "name of areas", plain: "Not assessed, not enough signal" },
  ]);
  expect(fieldsOf("competencies").map(({ name, plain }) => [name, plain])).toEqual([
    ["Dough", "- The cause: 3 Sound – revised by r1\n- What changed: not assessed, not enough signal"],
  ]);
});

test("a question that is called by its first words has all of them, where its text does not stand beside", () => {
  const { first, revisions } = revisedScorecard();
  const text = "What did the oven do before you opened it?";
  const questions = first.guide.questions.map((one) => ({
    ...one,
    text,
    title: titleOf({ title: "", text }),
  }));
  const report = scorecardToReport({ first: { ...first, guide: { ...first.guide, questions } }, revisions });
  const [field] = toPasteFields(report, templateOf("questions"));
  const [whole] = toPasteFields(report, templateOf("everything"));
  expect(field?.name).toBe(text);
  expect(whole?.plain).toContain(`${text}\n- `);
});

test("what has nothing to say is left out", () => {
  const { first } = revisedScorecard();
  const empty = { ...first, session: { ...first.session, summary: "" }, answers: {} };
  const report = scorecardToReport({ first: empty, revisions: [] });
  expect(toPasteFields(report, templateOf(...pasteParts)).map(({ name }) => name)).toEqual([
    "name of recommendation",
  ]);
});

test("formatting is only for a field that is to have it, and nothing that was written becomes a tag", () => {
  const report = scorecardToReport(scorecardOfText("<img src=x onerror=alert(1)>\u0000"));
  const rich = toPasteFields(report, templateOf(...pasteParts));
  expect(rich.length).toBeGreaterThan(5);
  for (const { plain, html } of rich) {
    expect(html).not.toMatch(/<(?!\/?(?:p|b|ul|li|br)\b)/u);
    expect(plain + (html ?? "")).not.toContain("\u0000");
  }
  const [greenhouse] = shippedTemplates;
  const plainOnly = { ...greenhouse, fields: greenhouse.fields.map((one) => ({ ...one, isRich: false })) };
  expect(toPasteFields(report, plainOnly).every(({ html }) => html === null)).toBe(true);
});

test("whatever a session holds, each field has an id of its own and something to paste", () => {
  fc.assert(
    fc.property(anyWholeSession, fc.constantFrom(...shippedTemplates), (first, template) => {
      const fields = toPasteFields(scorecardToReport({ first, revisions: [] }), template);
      expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
      expect(fields.every(({ plain }) => plain !== "")).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test("templates are kept as a setting, which a backup may bring; one that can’t be read is none", () => {
  const own = templateOf("notes", "summary");
  const kept = withTemplate(toPasteTemplates(undefined), own);
  expect(kept).toMatchObject({ chosenId: "own", own: [own] });
  expect(toPasteTemplates(structuredClone(kept))).toEqual(kept);
  expect(settingErrors({ key: "pasteTemplates", value: kept })).toEqual([]);
  expect(settingErrors({ key: "pasteTemplates", value: { chosenId: "x", own: [{}] } })).not.toEqual([]);
  expect(toPasteTemplates({ own: "none" })).toEqual(toPasteTemplates(undefined));
  expect(withoutTemplate(kept, "own")).toEqual(toPasteTemplates(undefined));
});
