import fc from "fast-check";
import { expect, test } from "vitest";
import { attendanceOf, type Panel } from "../../../src/domain/panels/panel.ts";
import { compareAreas, seatPanel, seatedScorecards, toAgenda } from "../../../src/domain/panels/debrief.ts";
import type { Rating } from "../../../src/domain/session/answer.ts";
import type { Figures } from "../../../src/domain/panels/figures.ts";
import { competencyNamesOf, scorecardToReport } from "../../../src/domain/session/scorecardReport.ts";
import { csvHead, scorecardToCsv, type CsvRows } from "../../../src/interchange/documents/csvFile.ts";
import { packetToFragment } from "../../../src/interchange/documents/packet.ts";
import { panelToDocument } from "../../../src/interchange/documents/panelText.ts";
import { scorecardToFragment } from "../../../src/interchange/documents/scorecardHtml.ts";
import { documentToMarkdown, scorecardToDocument } from "../../../src/interchange/documents/scorecardText.ts";
import { encodeSubjectAccess } from "../../../src/interchange/documents/subjectAccess.ts";
import { computedIn } from "../../computedFigures.ts";
import { START } from "../../smallInterview.ts";
import { smallScorecard, startedPanel } from "../../smallPanel.ts";

const panel: Panel = {
  ...startedPanel,
  debrief: {
    ...startedPanel.debrief,
    recommendationsShownAt: START,
    weights: { dough: 3 },
    weightsReason: "Alone at night.",
    agreedByAreaId: { "failed.cause": { rating: 4, note: "As Ben heard." } },
  },
};

const areaIds = ["failed.cause", "failed.after", "recipe.trial"] as const;
const everyQuestion = ["failed", "recipe"];
const anyRating = fc.constantFrom<Rating>(1, 2, 3, 4, 5, "noEvidence", "notAsked");
const anyScorecards = fc
  .array(fc.tuple(anyRating, anyRating, anyRating), { minLength: 3, maxLength: 3 })
  .map((all) =>
    ["noor", "ben", "ida"].map((id, at) =>
      smallScorecard(id, Object.fromEntries(areaIds.map((area, place) => [area, all[at]?.[place] ?? 1])), {
        questionIds: everyQuestion,
      }),
    ),
  );
type Scorecards = ReturnType<typeof sampleOf>;
const sampleOf = () =>
  [
    { "failed.cause": 1, "failed.after": 2, "recipe.trial": 2 },
    { "failed.cause": 5, "failed.after": 2, "recipe.trial": 4 },
  ].map((ratings, at) => smallScorecard(["noor", "ben"][at]!, ratings, { questionIds: everyQuestion }));

/** Every file that people read, by its name. */
async function filesOf(scorecards: Scorecards, figures: Figures): Promise<Readonly<Record<string, string>>> {
  const attendance = scorecards.map(({ first }) => attendanceOf(panel, first));
  const reports = scorecards.map(scorecardToReport);
  const competencies = scorecards.flatMap(({ first }) => competencyNamesOf(first));
  const rows: CsvRows = { of: "sessions", competencies: [...new Set(competencies)], figures };
  const records = {
    candidate: panel.candidate,
    names: [],
    panels: [{ panel, attendance, scorecards, notReadableBecause: "", lockedNames: [] }],
    scorecards,
    dueAt: START,
    isHeld: false,
    shutCount: 0,
    exports: [],
    figures,
  };
  return {
    packet: packetToFragment({ ...seatPanel(panel, scorecards), attendance, figures }, START, "Test"),
    scorecards: reports.map((report) => scorecardToFragment(report, figures)).join(""),
    markdown: reports.map((report) => documentToMarkdown(scorecardToDocument(report, figures))).join(""),
    csv: csvHead(rows) + reports.map((report) => scorecardToCsv(report, rows)).join(""),
    subjectAccess: await encodeSubjectAccess(records, [], START, "Test"),
    debrief: documentToMarkdown(panelToDocument(seatPanel(panel, scorecards))),
  };
}

test("with computed figures off no file has one, whatever was rated", async () => {
  await fc.assert(
    fc.asyncProperty(anyScorecards, async (scorecards) => {
      for (const [name, text] of Object.entries(await filesOf(scorecards, "off")))
        expect([name, ...computedIn(text)]).toEqual([name]);
    }),
    { numRuns: 40 },
  );
});

test("with them on each file but the debrief’s text has some: what looks for them finds them", async () => {
  for (const [name, text] of Object.entries(await filesOf(sampleOf(), "on")))
    expect([name, computedIn(text).length > 0]).toEqual([name, name !== "debrief"]);
});

test("off, the ratings themselves are in the place of what was computed of them", async () => {
  const { packet, csv, markdown } = await filesOf(sampleOf(), "off");
  expect(packet).toContain(">1, 2, 2</td>");
  expect(csv).toContain("Dough (each rating)");
  expect(csv).toContain('"1, 2, 2"');
  expect(markdown).toContain("**Dough:** 1, 2, 2 (3 rated, 0 not assessed)");
});

test("the packet says whether there were any", async () => {
  for (const figures of ["on", "off"] as const) {
    const { packet } = await filesOf(sampleOf(), figures);
    expect(packet?.replaceAll(/\s+/gu, " ")).toContain(
      `<dt>Computed figures</dt> <dd>${figures === "on" ? "on" : "off: only the ratings themselves"}</dd>`,
    );
  }
});

test("off, the packet’s areas stand in the order of the guide", async () => {
  const { packet = "" } = await filesOf(sampleOf(), "off");
  const section = packet.slice(packet.indexOf("<h2>Areas</h2>"));
  const areas = compareAreas(panel, seatedScorecards(panel, sampleOf()), "off");
  const places = toAgenda(areas, []).map(({ area }) => section.indexOf(area.text));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places.every((place) => place >= 0)).toBe(true);
});
