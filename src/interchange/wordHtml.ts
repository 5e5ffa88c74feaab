import mammoth from "mammoth";

/**
 * Reads a Word document (.docx). Heavy: load this module when a document is there.
 *
 * @param bytes the whole file
 * @returns its text as HTML, without pictures
 * @throws Error where the bytes are no Word document
 */
export async function wordToHtml(bytes: ArrayBuffer): Promise<string> {
  // In a browser the library reads "arrayBuffer", in Node "buffer".
  const input = { arrayBuffer: bytes, buffer: bytes };
  const noPicture = mammoth.images.imgElement(() => Promise.resolve({ src: "" }));
  try {
    const { value } = await mammoth.convertToHtml(input, { convertImage: noPicture });
    return value;
  } catch {
    throw new Error("This is no Word document (.docx), or it is damaged.");
  }
}
