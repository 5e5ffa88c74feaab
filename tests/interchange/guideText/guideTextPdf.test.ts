// @vitest-environment node
import { describe, expect, test } from "vitest";
import { guideFromText } from "../../../src/interchange/guideText/guideText.ts";
import { pdfToText } from "../../../src/interchange/guideText/sources/pdfText.ts";
import { pdfFile, type PdfText } from "./pdfFile.ts";

const read = (...pages: readonly (readonly PdfText[])[]) => pdfToText(pdfFile(pages));
const lines = async (...pages: readonly (readonly PdfText[])[]) =>
  (await read(...pages)).split("\n").filter((line) => line !== "");
/** Lines of one column, 14 points apart; an empty one leaves room. */
const column = (texts: readonly string[], x = 60): readonly PdfText[] =>
  texts.flatMap((text, index) => (text === "" ? [] : [{ text, x, y: 780 - 14 * index }]));

describe("a PDF", () => {
  test("is read as a guide: a head by its size, lists by their markers, wrapped lines put together", async () => {
    const text = await read([
      { text: "Night baker", x: 60, y: 800, size: 20 },
      ...column([
        "1. Tell me about a batch that failed while the rest of the town was asleep, and of",
        "what you did next.",
        "",
        "Areas to cover",
        "- how it was noticed",
        "- what was thrown away and who of all the people on the shift was told about it at",
        "five",
        "",
        "2. How do you plan a night?",
        "",
        "Areas to cover",
        "- order",
      ]),
    ]);
    const { guide } = guideFromText(text, "text");
    expect(guide.title).toBe("Night baker");
    expect(guide.questions.map(({ text: asked, areas }) => [asked, areas.map((area) => area.text)])).toEqual([
      [
        "Tell me about a batch that failed while the rest of the town was asleep, and of what you did next.",
        [
          "how it was noticed",
          "what was thrown away and who of all the people on the shift was told about it at five",
        ],
      ],
      ["How do you plan a night?", ["order"]],
    ]);
  });

  test("in two columns is read down the one and then down the other", async () => {
    const asked = (from: number) =>
      [0, 1, 2, 3].flatMap((index) => [
        `${from + index}. Tell us about a time when it`,
        "went wrong and you said so.",
        "",
      ]);
    expect(await lines([...column(asked(1)), ...column(asked(5), 330)])).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map(
        (number) => `${number}. Tell us about a time when it went wrong and you said so.`,
      ),
    );
  });

  test("keeps the cells of a row together", async () => {
    const row = (y: number, ...cells: readonly string[]) =>
      cells.map((text, index) => ({ text, x: 60 + 190 * index, y }));
    const text = await read([
      ...row(700, "Question", "Areas to cover"),
      ...row(680, "What do you do first?", "order; calm"),
      ...row(660, "Why here?", "honest"),
    ]);
    const { guide } = guideFromText(text, "text");
    expect(guide.questions.map(({ text: asked, areas }) => [asked, areas.map((area) => area.text)])).toEqual([
      ["What do you do first?", ["order", "calm"]],
      ["Why here?", ["honest"]],
    ]);
  });

  test("goes on with its pages, and loses no line", async () => {
    expect(await lines(column(["One", "Two"]), [], column(["Three"]))).toEqual(["One", "Two", "Three"]);
  });
});

describe("is refused with a sentence", () => {
  test("a PDF of pictures", async () => {
    await expect(read([], [])).rejects.toThrow("This PDF holds pictures of pages and no text.");
  });

  test("what is no PDF, or only a part of one", async () => {
    const whole = pdfFile([column(["One"])]);
    for (const bytes of [new ArrayBuffer(0), new TextEncoder().encode("%PDF-1.7").buffer])
      await expect(pdfToText(bytes)).rejects.toThrow("This is no PDF, or it is damaged.");
    await expect(pdfToText(whole.slice(0, 60))).rejects.toThrow("This is no PDF, or it is damaged.");
  });

  test("a PDF that is locked with a password", async () => {
    const plain = new TextDecoder("latin1").decode(pdfFile([column(["One"])]));
    const key = "0".repeat(64);
    const lock = `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}> >>`;
    const locked = new TextEncoder().encode(plain.replace("/Root 1 0 R", `/Root 1 0 R ${lock}`)).buffer;
    await expect(pdfToText(locked)).rejects.toThrow("This PDF is locked with a password.");
  });

  test("a book", async () => {
    await expect(read(...Array.from({ length: 301 }, () => column(["One"])))).rejects.toThrow(
      "The PDF has 301 pages, the most is 300.",
    );
  });
});
