// @vitest-environment node
import { deflateRawSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { seatPanel } from "../../../src/domain/panels/debrief.ts";
import { MOST_BYTES } from "../../../src/domain/text/limits.ts";
import { openFile, openJsonFile, openLinkPart, openSource } from "../../../src/interchange/files/openFile.ts";
import { documentTitles } from "../../../src/interchange/files/fileFormats.ts";
import { encodePacket } from "../../../src/interchange/documents/packet.ts";
import { panelToDocument } from "../../../src/interchange/documents/panelText.ts";
import { frameScorecards, scorecardToFragment } from "../../../src/interchange/documents/scorecardHtml.ts";
import { documentToMarkdown, scorecardToDocument } from "../../../src/interchange/documents/scorecardText.ts";
import { scorecardToReport } from "../../../src/domain/session/scorecardReport.ts";
import { smallPanel, smallScorecard, startedPanel } from "../../smallPanel.ts";
import { inflateCapped, streamToBytes, TooLargeError } from "../../../src/interchange/files/inflate.ts";
import { seal, newKeyPair } from "../../../src/interchange/files/encryption.ts";

const blob = (content: string | Buffer<ArrayBuffer>) => new Blob([content]);
const messageOf = async (content: string | Buffer<ArrayBuffer>) => {
  const opened = await openFile(blob(content));
  return opened.ok ? null : opened.errors.map(({ message }) => message).join();
};

describe("a file of this app", () => {
  test("is parsed, whether plain, packed with gzip or in UTF-16", async () => {
    const text = '{"a":"Ärger 王"}';
    for (const content of [
      text,
      `\uFEFF${text}`,
      gzipSync(text),
      Buffer.from(`\uFEFF${text}`, "utf16le"),
      Buffer.from(`\uFEFF${text}`, "utf16le").swap16(),
    ])
      expect(await openFile(blob(content))).toMatchObject({ ok: true, value: { value: { a: "Ärger 王" } } });
  });

  test("is not read where it is larger than any of ours, and not unpacked where it would become so", async () => {
    const large = Buffer.alloc(MOST_BYTES + 1, " ");
    expect(await messageOf(large)).toBe("The file is too large: 21 MB, the most is 20 MB.");
    expect(await messageOf(gzipSync(large))).toBe(
      "The file is too large: more when it is unpacked, the most is 20 MB.",
    );
  });

  test("is refused where a byte of it is no text: a guess would change what was written", async () => {
    expect(await messageOf(Buffer.from('{"a":"\u00e9"}', "latin1"))).toContain("isn’t text (UTF-8)");
    // Half of a surrogate pair, as some programs write it.
    expect(await messageOf(Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]))).toContain("isn’t text (UTF-8)");
  });

  test("is refused where its gzip is cut short, or where it can't be read any more", async () => {
    expect(await messageOf(gzipSync('{"a":1}').subarray(0, -6))).toContain("it is damaged");
    const gone = Object.assign(blob("{}"), { arrayBuffer: () => Promise.reject(new Error("gone")) });
    expect(await openFile(gone)).toMatchObject({
      ok: false,
      errors: [{ message: expect.stringContaining("moved or changed") as string }],
    });
  });

  test("that is sealed is told from one that is not", async () => {
    const sealed = await seal("{}", (await newKeyPair()).publicKey);
    expect(await openFile(blob(sealed))).toEqual({
      ok: true,
      value: { kind: "sealedScorecard", text: sealed },
    });
    expect(await openJsonFile(blob(sealed))).toMatchObject({
      ok: false,
      errors: [{ message: expect.stringContaining("encrypted scorecard") as string }],
    });
    expect(await openJsonFile(blob('{"a":1}'))).toEqual({ ok: true, value: { a: 1 } });
    expect(await openJsonFile(blob("{"))).toMatchObject({ ok: false });
  });
});

describe("what somebody wrote elsewhere", () => {
  test.each([
    ["a.md", "markdown"],
    ["a.MARKDOWN", "markdown"],
    ["a.html", "html"],
    ["a.htm", "html"],
    ["a.txt", undefined],
  ])("%s is read as %s", async (name, format) => {
    expect(await openSource(new File(["# A"], name))).toEqual({
      ok: true,
      value: { kind: "text", text: "# A", format },
    });
  });

  test("is a Word document by its name, a PDF by how it begins, and else refused where it is a zip or too large", async () => {
    const bytes = Buffer.from("PK\u0003\u0004");
    expect(await openSource(new File([bytes], "a.DOCX"))).toMatchObject({
      ok: true,
      value: { kind: "word" },
    });
    const refused = {
      ok: false,
      errors: [{ message: expect.stringContaining("can’t be read") as string }],
    };
    expect(await openSource(new File([bytes], "a.odt"))).toMatchObject(refused);
    expect(await openSource(new File(["%PDF-1.7"], "a.txt"))).toMatchObject({
      ok: true,
      value: { kind: "pdf" },
    });
    expect(await openSource(new File([Buffer.alloc(MOST_BYTES + 1)], "a.txt"))).toMatchObject({ ok: false });
  });
});

describe("what the app wrote for people to read is no guide", () => {
  const scorecard = smallScorecard("noor", { "failed.cause": 5 });
  const report = scorecardToReport(scorecard);
  const toSession = expect.stringContaining("import its session JSON") as string;
  const begun = (title: string) => ({
    ok: false,
    errors: [{ message: expect.stringMatching(title) as string }],
  });
  const open = (name: string, text: string) => openSource(new File([text], name));

  test("a scorecard, in HTML or Markdown, submitted or not, says how the interview comes back", async () => {
    const { head, tail } = await frameScorecards(documentTitles.scorecard, 0, "Test 1");
    const page = `${head}${scorecardToFragment(report, "on")}${tail}`;
    const refused = { ok: false, errors: [{ message: toSession }] };
    expect(await open("a.html", page)).toMatchObject(refused);
    expect(await open("a.html", page)).toMatchObject(begun("^This is a scorecard to read"));
    for (const status of ["submitted", "live"] as const) {
      const { first } = scorecard;
      const of = { first: { ...first, session: { ...first.session, status } }, revisions: [] };
      const text = documentToMarkdown(scorecardToDocument(scorecardToReport(of), "on"));
      expect(await open("a.md", text)).toMatchObject(refused);
      expect(await open("a.md", text.replaceAll("\n", "\r\n"))).toMatchObject(refused);
    }
  });

  test("a decision packet and a debrief are told apart from it", async () => {
    const parts = { ...seatPanel(smallPanel, [scorecard]), attendance: [], figures: "on" } as const;
    expect(await open("a.html", await encodePacket(parts, 0, "Test 1"))).toMatchObject(
      begun("record of a debrief"),
    );
    const agreedByAreaId = { "failed.cause": { rating: 3, note: "agreed" } } as const;
    const decision = { outcome: "hire", reason: "why", decidedAt: 5 } as const;
    const others = [smallScorecard("ben", { "failed.cause": 3 }), scorecard];
    for (const changed of [{}, { agreedByAreaId }, { decision }, { agreedByAreaId, decision }]) {
      const panel = { ...startedPanel, debrief: { ...startedPanel.debrief, ...changed } };
      const debrief = documentToMarkdown(panelToDocument(seatPanel(panel, others)));
      expect(debrief.includes("Agreed in the debrief")).toBe("agreedByAreaId" in changed);
      for (const text of [debrief, debrief.replaceAll("\n", "\r\n")])
        expect(await open("a.md", text)).toMatchObject(begun("record of a debrief"));
    }
  });

  test("a debrief that has agreed on nothing yet is known by the scorecards behind it, and says what brings the panel back", async () => {
    const scorecards = [smallScorecard("ben", { "failed.cause": 3 }), scorecard];
    const parts = [
      panelToDocument(seatPanel(startedPanel, scorecards)),
      ...scorecards.map((one) => scorecardToDocument(scorecardToReport(one), "on")),
    ];
    const text = parts.map(documentToMarkdown).join("\n");
    expect(text).toContain("none yet\n\n# Scorecard: ");
    for (const written of [text, text.replaceAll("\n", "\r\n")])
      expect(await open("a.md", written)).toMatchObject(
        begun("bring the panel back, add its debrief file under “Panels” or restore a backup"),
      );
  });

  test.each([
    "# Scorecard: Backend engineer\n\n- **Role:** Backend engineer\n- **Interviewer:** (your name)\n",
    "# Scorecard: Backend engineer\n\n- **Role:** Backend engineer\n- **Interviewer:** (your name)\n- **Guide:** Backend, version 2\n",
    "# Debrief: Backend engineer\n\n- **Role:** Backend engineer\n- **Decision:** hire or no hire\n",
    "# Debrief: Backend engineer\n\n- **Role:** Backend engineer\n- **Decision:** none yet\n",
    "# Debrief: Backend engineer\n\n- **Role:** Backend engineer\n- **Decision:** none yet\n\n# Scorecard: Backend engineer\n\n- **Role:** Backend engineer\n- **Interviewer:** (your name)\n",
  ])("a guide that begins with facts to fill in, as %j, is imported", async (facts) => {
    const text = `${facts}\n## Questions\n\n1. Tell me about a service that you built.\n2. How do you test?\n`;
    expect(await open("a.md", text)).toMatchObject({ ok: true, value: { text } });
  });

  test("a guide about scorecards is still read", async () => {
    const text = "# Scorecard: Baker\n\n- **Role:** Baker\n- What do you bake?\n";
    expect(await open("a.md", text)).toMatchObject({ ok: true });
    expect(await open("a.html", "<!doctype html><title>Scorecards</title><h1>Guide</h1>")).toMatchObject({
      ok: true,
    });
  });
});

test("a link that is far longer than any of ours is not looked at, and one that is a bomb gives nothing", async () => {
  expect(await openLinkPart("A".repeat(2_000_001))).toBeNull();
  const bomb = deflateRawSync(Buffer.alloc(MOST_BYTES + 1, " ")).toString("base64url");
  expect(bomb.length).toBeLessThan(50_000);
  expect(await openLinkPart(bomb)).toBeNull();
  expect(await openLinkPart(deflateRawSync("{}").toString("base64url"))).toBe("{}");
});

describe("inflating under a cap", () => {
  const inflate = (bytes: Buffer<ArrayBuffer>, most: number) =>
    streamToBytes(inflateCapped(blob(bytes).stream(), most));

  test("gives all up to the cap, and stops with an error of its own above it", async () => {
    const packed = gzipSync(Buffer.alloc(100_000, "a"));
    expect((await inflate(packed, 100_000)).byteLength).toBe(100_000);
    await expect(inflate(packed, 99_999)).rejects.toThrow(TooLargeError);
    await expect(inflate(packed.subarray(0, 20), 100_000)).rejects.not.toThrow(TooLargeError);
  });

  test("stops above the cap, and does not wait for the end of what it does not give", async () => {
    const packed = gzipSync(Buffer.alloc(300_000_000, "a"));
    const endless = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (controller) => controller.enqueue(new Uint8Array(packed)),
      pull: () => new Promise(() => {}),
    });
    await expect(streamToBytes(inflateCapped(endless, 1_000_000))).rejects.toThrow(TooLargeError);
  });
});
