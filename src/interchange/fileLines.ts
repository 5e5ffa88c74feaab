import { errorToText } from "../domain/errorText.ts";
import { MOST_CHARACTERS } from "../domain/limits.ts";
import { UnreadableFile, withErrors } from "./inflate.ts";

/**
 * The lines of a text file (UTF-8) that may be larger than memory, without their ends, as many at a time as came at
 * once.
 *
 * @throws `UnreadableFile` where it is no text, where a line has more characters than a file may have, and where the
 * stream fails
 */
export async function* linesOf(bytes: ReadableStream<Uint8Array>): AsyncGenerator<readonly string[]> {
  const reader = withErrors(bytes, (error) => new UnreadableFile(errorToText(error))).getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (chunk?: Uint8Array) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw new UnreadableFile("The file is no text: it is not a backup, or it is damaged.");
    }
  };
  // Joined when the line ends: a long one comes in a thousand pieces.
  let begun: string[] = [];
  let length = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const lines: string[] = [];
      for (const [at, piece] of decode(next.value).split("\n").entries()) {
        if (at > 0) {
          lines.push(begun.join("").trimEnd());
          begun = [];
          length = 0;
        }
        begun.push(piece);
        length += piece.length;
        if (length > MOST_CHARACTERS) {
          throw new UnreadableFile(
            `A line of the file is too long: the most is ${MOST_CHARACTERS} characters.`,
          );
        }
      }
      yield lines;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
  yield [(begun.join("") + decode()).trimEnd()];
}
