import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
// Within a worker the library needs none of its own, but what it would run there.
import "pdfjs-dist/legacy/build/pdf.worker.mjs";
import { pageToLines, type PlacedText } from "./pdfLines.ts";

/** A guide has fewer; a book takes minutes. */
const MOST_PAGES = 300;

/** Of this module alone: Firefox loads no part of a worker that another part needs beside the worker itself. */
class TooManyPagesError extends Error {}

/**
 * Reads a PDF. Heavy: load this module when a document is there.
 *
 * @param bytes the whole file; they are given away
 * @returns its text, a line for each paragraph, item and heading ("## …"); cells of a row are parted by tabs
 * @throws Error where the bytes are no PDF, are locked, are too many pages, or hold pictures of text only
 */
export async function pdfToText(bytes: ArrayBuffer): Promise<string> {
  const pages = await placedTexts(bytes);
  if (pages.every((page) => page.every(({ text }) => text.trim() === "")))
    throw new Error(
      "This PDF holds pictures of pages and no text. Save it with text recognition (OCR), or paste its text.",
    );
  return pages.flatMap((page) => [...pageToLines(page), ""]).join("\n");
}

async function placedTexts(bytes: ArrayBuffer): Promise<readonly (readonly PlacedText[])[]> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: true, verbosity: 0 });
  try {
    const document = await task.promise;
    if (document.numPages > MOST_PAGES)
      throw new TooManyPagesError(`The PDF has ${document.numPages} pages, the most is ${MOST_PAGES}.`);
    const pages: (readonly PlacedText[])[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent();
      pages.push(
        items.flatMap((item) => {
          if (!("str" in item) || item.str === "") return [];
          const [, slope = 0, , , x = 0, y = 0] = item.transform as readonly number[];
          // What stands upright is furniture.
          if (slope !== 0) return [];
          const isRightToLeft = item.dir === "rtl";
          return [{ text: item.str, x, y, width: item.width, height: item.height, isRightToLeft }];
        }),
      );
    }
    return pages;
  } catch (error) {
    if (error instanceof TooManyPagesError) throw error;
    throw new Error(
      error instanceof Error && error.name === "PasswordException"
        ? "This PDF is locked with a password. Save it without one."
        : "This is no PDF, or it is damaged.",
      { cause: error },
    );
  } finally {
    await task.destroy();
  }
}
