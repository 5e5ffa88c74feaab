import Papa from "papaparse";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { attendanceOf, type Panel } from "../../../src/domain/panels/panel.ts";
import { defaultAshbyMapping } from "../../../src/interchange/tracking/ashbyFile.ts";
import { filesInZips } from "../../../src/interchange/files/filesInZips.ts";
import { decodeSessionFile } from "../../../src/interchange/formats/sessionFile.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { exportForms, exportToWords, isTracking } from "../../../src/state/exports/exportForms.ts";
import { findLosses } from "../../../src/state/exports/exportLosses.ts";
import { noteExport } from "../../../src/state/exports/exportLog.ts";
import {
  haveSameScorecards,
  sourceToIds,
  type ExportSource,
  type PanelSource,
} from "../../../src/state/exports/exports.ts";
import { exportToTexts } from "../../../src/state/exports/exportTexts.ts";
import { writeExport, writePacket, type Watch } from "../../../src/state/exports/writeExport.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { revisedScorecard } from "../../nastyScorecard.ts";
import { ownQuestion, plannedInterview, smallGuide, START } from "../../smallInterview.ts";
import { smallPanel, smallScorecard, startedPanel } from "../../smallPanel.ts";

let app: AppParts;
let count = 0;
let monotonic = 0;

beforeEach(async () => {
  app = {
    database: createDatabase(`exports ${count++}`),
    // Every look at it is a slice later.
    clock: { now: () => START, monotonic: () => (monotonic += 20) },
    newId: () => `id${count++}`,
    appName: "Test 1",
  };
  const { first, revisions } = revisedScorecard();
  const planned = Array.from({ length: 60 }, (_, at) => plannedInterview(`p${at}`));
  await putWholeSessions(app.database, [first, ...planned], revisions);
});

afterEach(() => app.database.close());

const watch = (): Watch => ({ signal: new AbortController().signal, onProgress: () => {} });
const one: ExportSource = { kind: "sessions", ids: ["s1"] };
const many: ExportSource = {
  kind: "sessions",
  ids: ["s1", ...Array.from({ length: 60 }, (_, at) => `p${at}`)],
};
const write = (form: (typeof exportForms)[number], source: ExportSource) =>
  writeExport(app, form, source, defaultAshbyMapping, watch());

test("one session is a file that says whose it is, and its session file comes in again as it was", async () => {
  const { name, blob } = await write("session", one);
  expect(name).toBe("Amira-Haddad_Baker_Noor.json");
  expect(await decodeSessionFile(await blob.text())).toEqual({ ok: true, value: revisedScorecard() });
});

test("a table of sessions has the columns of every competency that was planned, questions without one last", async () => {
  const own = { ...plannedInterview("own"), guide: smallGuide };
  await putWholeSessions(
    app.database,
    [
      {
        ...own,
        session: { ...own.session, questionIds: ["own", "apprentice"], ownQuestions: [ownQuestion] },
      },
    ],
    [],
  );
  const columnsOf = async (...ids: readonly string[]) => {
    const { blob } = await write("csvSessions", { kind: "sessions", ids });
    const [names = [], ...rows] = Papa.parse<string[]>(await blob.text(), { skipEmptyLines: true }).data;
    expect(rows.map((row) => row.length)).toEqual(ids.map(() => names.length));
    return names.filter((name) => name.endsWith(" (mean)"));
  };
  expect(await columnsOf("own")).toEqual(["People (mean)", "No competency (mean)"]);
  expect(await columnsOf("own", "s1")).toEqual(["People (mean)", "Dough (mean)", "No competency (mean)"]);
});

test("several sessions are one file, JSON forms a ZIP with a file each", async () => {
  const files = await Promise.all(exportForms.map(async (form) => (await write(form, many)).name));
  expect(files).toEqual([
    "61-interviews_2026-11-24.html",
    "61-interviews_2026-11-24_markdown.md",
    "61-interviews_2026-11-24_areas.csv",
    "61-interviews_2026-11-24_interviews.csv",
    "61-interviews_2026-11-24.zip",
    "61-interviews_2026-11-24_greenhouse.zip",
    "61-interviews_2026-11-24_lever.zip",
    "61-interviews_2026-11-24_ashby.zip",
    "61-interviews_2026-11-24_workable.zip",
  ]);
  const text = await (await write("csvSessions", many)).blob.text();
  expect(Papa.parse(text, { skipEmptyLines: true }).data).toHaveLength(62);
  const zip = await (await write("session", many)).blob.text();
  expect(zip.split("interview-scorecard.session")).toHaveLength(62);
});

test("session files that went out together in a ZIP come in again as they were", async () => {
  const { name, blob } = await write("session", many);
  const files = await filesInZips([new File([blob], name)]);
  expect(files).toHaveLength(61);
  const noors = files.find((file) => file.name === "Amira-Haddad_Baker_Noor.json");
  expect(await decodeSessionFile(await noors!.text())).toEqual({ ok: true, value: revisedScorecard() });
});

test("the page hears how far it is, and can stop it", async () => {
  const heard: number[] = [];
  await writeExport(app, "markdown", many, defaultAshbyMapping, {
    ...watch(),
    onProgress: (done) => heard.push(done),
  });
  expect(heard.length).toBeGreaterThan(20);
  expect(heard.at(-1)).toBeLessThanOrEqual(61);

  const controller = new AbortController();
  const stopped = writeExport(app, "markdown", many, defaultAshbyMapping, {
    signal: controller.signal,
    onProgress: () => controller.abort(),
  });
  await expect(stopped).rejects.toThrow("abort");
});

test("what is copied is plain, and formatted where the form has formatting", async () => {
  const formatted = await exportToTexts(app, "html", one, defaultAshbyMapping);
  expect(formatted.plain).toContain("3 Sound: The cause");
  expect(formatted.html).toContain('<h1 dir="auto">Amira Haddad</h1>');
  expect(formatted.html).not.toContain("<style");
  const csv = await exportToTexts(app, "csvAreas", one, defaultAshbyMapping);
  expect(csv.plain.startsWith("Interview ID,")).toBe(true);
  expect(csv.html).toBeNull();
});

test("losses of many are counted together", async () => {
  const found = await findLosses(app, "lever", many, defaultAshbyMapping, watch());
  expect(found).toContain("60 interviews not submitted yet: without a submission time.");
});

describe("of a panel", () => {
  const noor = smallScorecard("noor", { "failed.cause": 5 }, { summary: "NOOR WHY" });
  const ben = smallScorecard("ben", { "failed.cause": 2 }, { summary: "BEN WHY" });
  const sourceOf = (panel: Panel): PanelSource => ({
    kind: "panel",
    panel,
    attendance: [noor, ben].map(({ first }) => attendanceOf(panel, first)),
    scorecards: [noor, ben],
  });
  const shownPanel: Panel = {
    ...startedPanel,
    debrief: {
      ...startedPanel.debrief,
      recommendationsShownAt: START,
      agreedByAreaId: {
        "failed.cause": { rating: 4, note: "AGREED" },
        "failed.after": { rating: null, note: "" },
      },
      decision: { outcome: "hire", reason: "DECIDED", decidedAt: START },
    },
  };
  const textOf = async (form: (typeof exportForms)[number], panel: Panel) => {
    const { plain, html } = await exportToTexts(app, form, sourceOf(panel), defaultAshbyMapping);
    return plain + (html ?? "") + (await (await write(form, sourceOf(panel))).blob.text());
  };

  test("nothing of a scorecard goes out before its debrief has started", async () => {
    for (const form of exportForms) {
      expect(await textOf(form, smallPanel)).not.toMatch(/noor on|ben on|NOOR WHY|BEN WHY/u);
    }
  });

  test("no recommendation goes out before all are shown", async () => {
    for (const form of exportForms.filter((entry) => entry !== "session" && !isTracking(entry))) {
      const text = await textOf(form, startedPanel);
      expect(text).toContain(form === "csvSessions" ? "not revealed yet" : "noor on failed.cause");
      expect(text).not.toMatch(/NOOR WHY|BEN WHY/u);
    }
  });

  test("an export of it is about the panel and every scorecard in it", () => {
    expect(sourceToIds(sourceOf(shownPanel))).toEqual({
      panelIds: ["p1"],
      sessionIds: ["session-noor", "session-ben"],
    });
    expect(sourceToIds(one)).toEqual({ sessionIds: ["s1"] });
  });

  test("it gives the same scorecards whatever is written in its debrief, others once recommendations are shown", () => {
    const source = sourceOf(startedPanel);
    const written: Panel = {
      ...startedPanel,
      debrief: { ...startedPanel.debrief, agreedByAreaId: shownPanel.debrief.agreedByAreaId },
    };
    expect(haveSameScorecards(source, { ...source, panel: written })).toBe(true);
    expect(haveSameScorecards(source, { ...source, panel: shownPanel })).toBe(false);
    expect(haveSameScorecards(source, { ...source, scorecards: [noor] })).toBe(false);
    expect(haveSameScorecards(one, one)).toBe(true);
    expect(haveSameScorecards(one, source)).toBe(false);
  });

  test("then all is there, with what was agreed and decided", async () => {
    const markdown = await textOf("markdown", shownPanel);
    for (const text of ["NOOR WHY", "BEN WHY", "AGREED", "4 Strong", "no rating", "DECIDED", "hire"])
      expect(markdown).toContain(text);
    expect(await textOf("html", shownPanel)).toContain("Decision packet");
    const packet = await writePacket(app, sourceOf(shownPanel));
    const html = await write("html", sourceOf(shownPanel));
    expect(packet.name).toBe("Amira-Haddad_Baker_packet.html");
    expect(html.name).toBe(packet.name);
    expect(await html.blob.text()).toBe(await packet.blob.text());
    const { name } = await write("markdown", sourceOf(shownPanel));
    expect(name).toBe("Amira-Haddad_Baker_debrief_markdown.md");
  });
});

test("an export has one name in the list, wherever it was made", () => {
  expect(exportToWords("html", "panel", "downloaded")).toBe("Decision packet");
  expect(exportToWords("html", "panel", "printed")).toBe("Decision packet, printed");
  expect(exportToWords("html", "panel", "copied")).toBe("Decision packet, copied");
  expect(exportToWords("html", "sessions", "downloaded")).toBe("Formatted text, HTML file");
  expect(exportToWords("html", "sessions", "copied")).toBe("Formatted text, copied");
  expect(exportToWords("markdown", "panel", "copied")).toBe("Markdown, copied");
});

test("an export is written down, and one that can't be does not stand in the way", async () => {
  await noteExport(app, "CSV", { sessionIds: ["s1"] });
  expect(await app.database.exportsMade.toArray()).toMatchObject([
    { at: START, form: "CSV", sessionIds: ["s1"], panelIds: [] },
  ]);
  app.database.close();
  await expect(noteExport(app, "CSV", { panelIds: ["p1"] })).resolves.toBeUndefined();
});
