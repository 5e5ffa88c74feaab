// @vitest-environment node
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { withAreaEach } from "../../../src/domain/guides/guideEditing.ts";
import { versionOf } from "../../../src/domain/guides/guideVersion.ts";
import { guideExcess, longNameOf } from "../../../src/domain/guides/guideLimits.ts";
import { openSource } from "../../../src/interchange/files/openFile.ts";
import { encodeGuideFile } from "../../../src/interchange/formats/guideFile.ts";
import { guideFromText } from "../../../src/interchange/guideText/guideText.ts";
import { pdfToText } from "../../../src/interchange/guideText/sources/pdfText.ts";
import { wordToHtml } from "../../../src/interchange/guideText/sources/wordHtml.ts";
import { saveGuideVersion } from "../../../src/state/guides/guides.ts";
import { decodeGuideFile } from "../../interchange/guideText/fileTexts.ts";
import { validateGuideFile } from "../../interchange/formats/publishedSchemas.ts";
import { START } from "../../smallInterview.ts";
import { below, byteChanges, chanceOf, pick, zipOf, type Bytes } from "./hostileFiles.ts";
import { pdfFile } from "../../interchange/guideText/pdfFile.ts";
import { newTestMachine, expectNoHarm } from "./hostileRuns.ts";

const tests = resolve(import.meta.dirname, "../..");
const texts = readdirSync(join(tests, "interchange/texts")).map((name) => ({
  name,
  bytes: Buffer.from(readFileSync(join(tests, "interchange/texts", name))),
}));

/** What is put many times over into a text. */
const repeated = [
  "\n",
  " ",
  "\t",
  ">",
  "- ",
  "1. ",
  "*a ",
  "[a](",
  "<div>",
  "<b><p>",
  "```\n",
  "|",
  "?",
  "\u200F",
  "&lt;",
];

const sourceChanges: Readonly<Record<string, (bytes: Bytes, chance: () => number) => Bytes>> = {
  ...byteChanges,
  "a piece many times over": (bytes, chance) => {
    const at = below(chance, bytes.length);
    const middle = Buffer.from(pick(chance, repeated).repeat(1 + below(chance, 8_000)));
    return Buffer.concat([bytes.subarray(0, at), middle, bytes.subarray(at)]);
  },
  "as UTF-16": (bytes) => Buffer.from(`\uFEFF${bytes.toString()}`, "utf16le"),
  "the beginning of a picture": (bytes) => Buffer.concat([Buffer.from("%PDF"), bytes]),
  "a zip under another name": (bytes) => Buffer.concat([Buffer.from("PK\u0003\u0004"), bytes]),
};

/** What was read is a guide that can be saved, and its file can be read. */
async function checkGuide(app: Parameters<typeof saveGuideVersion>[0], text: string, format?: "html") {
  const written = withAreaEach(guideFromText(text, format).guide);
  const version = versionOf(written);
  if (version.kind === "refused") {
    const { title, questions } = written;
    const isTooMuch = guideExcess(written) !== null || longNameOf(written) !== null;
    expect(isTooMuch || title === "" || questions.length === 0).toBe(true);
    return;
  }
  const { guide } = version;
  const file = encodeGuideFile(guide, START, "Test 1");
  expect(validateGuideFile(JSON.parse(file))).toEqual([]);
  expect(decodeGuideFile(file)).toEqual({ ok: true, value: guide });
  await saveGuideVersion(app, guide, null);
}

test("texts of guides made from good ones", async () => {
  const machine = newTestMachine();
  await expectNoHarm({
    kind: "text",
    count: 800,
    machine,
    take: async (seed) => {
      const chance = chanceOf(seed);
      const { name, bytes } = pick(chance, texts);
      const how = pick(chance, Object.keys(sourceChanges));
      const opened = await openSource(new File([sourceChanges[how]!(bytes, chance)], name));
      const source = opened.ok && opened.value.kind === "text" ? opened.value : null;
      if (source) guideFromText(source.text, source.format);
      return {
        how: `${name}: ${how}`,
        outcome: source ? "accepted" : "refused",
        check: () => (source ? checkGuide(machine.app, source.text) : undefined),
      };
    },
  });
}, 300_000);

const document = Buffer.from(readFileSync(join(tests, "browser/files/night-baker.docx")));

let bombs: readonly Bytes[] | undefined;
const wordChanges: Readonly<Record<string, (chance: () => number) => Bytes>> = {
  bomb: (chance) => {
    bombs ??= [
      zipOf("word/document.xml", Buffer.alloc(100_000_000, " "), 100_000_000),
      zipOf("word/document.xml", Buffer.alloc(100_000_000, " "), 10),
    ];
    return pick(chance, bombs);
  },
  "deep markup": () => zipOf("word/document.xml", Buffer.from("<a>".repeat(50_000)), 150_000),
  "no document in it": () => zipOf("a.xml", Buffer.from("<a/>"), 4),
  unchanged: () => document,
  ...Object.fromEntries(
    Object.entries(byteChanges).map(([how, change]) => [
      how,
      (chance: () => number) => change(document, chance),
    ]),
  ),
};

test("Word documents made from a good one, zip bombs that lie about their size among them", async () => {
  const machine = newTestMachine();
  await expectNoHarm({
    kind: "word",
    count: 200,
    machine,
    take: async (seed) => {
      const chance = chanceOf(seed);
      const how = pick(chance, Object.keys(wordChanges));
      const opened = await openSource(new File([wordChanges[how]!(chance)], "guide.docx"));
      if (!opened.ok || opened.value.kind !== "word") throw new Error("The door took it for something else");
      let html: string | null = null;
      try {
        html = await wordToHtml(opened.value.bytes);
      } catch (error) {
        expect(String(error)).toMatch(/^Error: (?:This is no Word document|The Word document is too large)/u);
        expect(String(error)).toMatch(how === "bomb" ? /too large/u : /no Word document|too large/u);
      }
      return {
        how,
        outcome: html === null ? "refused" : "accepted",
        check: () => (html === null ? undefined : checkGuide(machine.app, html, "html")),
      };
    },
  });
}, 300_000);

const printed = Buffer.from(
  pdfFile(
    [0, 1].map((page) =>
      [0, 1, 2].map((line) => ({ text: `Line ${page}${line}?`, x: 60, y: 700 - 20 * line })),
    ),
  ),
);

test("PDFs made from a good one", async () => {
  const machine = newTestMachine();
  await expectNoHarm({
    kind: "pdf",
    count: 200,
    machine,
    take: async (seed) => {
      const chance = chanceOf(seed);
      const how = pick(chance, Object.keys(byteChanges));
      const opened = await openSource(new File([byteChanges[how]!(printed, chance)], "guide.pdf"));
      let text: string | null = null;
      try {
        if (opened.ok && opened.value.kind === "pdf") text = await pdfToText(opened.value.bytes);
      } catch (error) {
        expect(String(error)).toMatch(/This is no PDF|holds pictures|is locked|the most is 300/u);
      }
      return {
        how,
        outcome: text === null ? "refused" : "accepted",
        check: () => (text === null ? undefined : checkGuide(machine.app, text)),
      };
    },
  });
}, 300_000);
