import mammoth from "mammoth";
import { TooLargeError } from "../../files/inflate.ts";
import { unpackZip } from "../../files/unzip.ts";
import { createZip } from "../../files/zip.ts";

/** The text and the styles of a document, unpacked; a long guide takes less than a tenth of it. */
const MOST_UNPACKED_BYTES = 10_000_000;

/**
 * Reads a Word document (.docx). Heavy: load this module when a document is there.
 *
 * @param bytes the whole file
 * @returns its text as HTML, without pictures
 * @throws Error where the bytes are no Word document, or would become too many
 */
export async function wordToHtml(bytes: ArrayBuffer): Promise<string> {
  const noPicture = mammoth.images.imgElement(() => Promise.resolve({ src: "" }));
  try {
    const plain = await unpackedDocument(bytes);
    // In a browser the library reads "arrayBuffer", in Node "buffer".
    const input = { arrayBuffer: plain, buffer: plain };
    const { value } = await mammoth.convertToHtml(input, { convertImage: noPicture });
    return value;
  } catch (error) {
    throw new Error(
      error instanceof TooLargeError
        ? "The Word document is too large for a guide when it is unpacked."
        : "This is no Word document (.docx), or it is damaged.",
      { cause: error },
    );
  }
}

/** The library would unpack whatever is in the file; it gets what was unpacked under a cap, and no pictures. */
async function unpackedDocument(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const isText = (name: string) => /\.(?:xml|rels)$/i.test(name);
  const entries = await unpackZip(bytes, isText, MOST_UNPACKED_BYTES);
  if (entries.some((entry) => isNestedTooDeeply(new TextDecoder().decode(entry.bytes))))
    throw new TooLargeError("Elements in elements");
  const zip = createZip(0);
  const parts = entries.flatMap(({ name, bytes: content }) => zip.add(name, content));
  return new Blob([...parts, ...zip.finish()]).arrayBuffer();
}

/** What the reader of XML takes for elements in each other grows with the square of their depth. */
const DEEPEST = 500;
/** A comment, a section of text or an instruction, in which nothing is an element; or a tag, with its attributes. */
const XML_PART =
  /<!--[^]*?(?:-->|$)|<!\[CDATA\[[^]*?(?:\]\]>|$)|<[?!][^>]*>?|<(\/?)(?:[^<>"']|"[^"]*"|'[^']*')*?(\/?)>/g;

function isNestedTooDeeply(xml: string): boolean {
  let depth = 0;
  for (const [part, end, empty] of xml.matchAll(XML_PART)) {
    if (part.startsWith("<!") || part.startsWith("<?")) continue;
    if (end === "/") depth--;
    else if (empty !== "/") depth++;
    if (depth > DEEPEST) return true;
  }
  return false;
}
