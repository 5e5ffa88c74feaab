import { errorToText } from "../../domain/text/errorText.ts";
import { MOST_CHARACTERS } from "../../domain/text/limits.ts";
import { UnreadableFile, withErrors } from "./inflate.ts";

/** A line with more characters than a file may have: what it begins with is all that is kept of it. */
export class LongLine {
  constructor(readonly beginning: string) {}
}

/** Enough to tell whose it is. */
const KEPT_OF_A_LONG_LINE = 2000;

/**
 * The lines of a text file (UTF-8) that may be larger than memory, without their ends, as many at a time as came at
 * once.
 *
 * @throws `UnreadableFile` where it is no text, and where the stream fails
 */
export async function* linesOf(
  bytes: ReadableStream<Uint8Array>,
): AsyncGenerator<readonly (string | LongLine)[]> {
  const reader = withErrors(bytes, (error) => new UnreadableFile(errorToText(error))).getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (chunk?: Uint8Array) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw new UnreadableFile(
        "This isn’t a backup of this app, or it is damaged. Choose another file, or copy this one again from its source.",
      );
    }
  };
  // Joined when the line ends: a long one comes in a thousand pieces.
  let begun: string[] = [];
  let length = 0;
  const add = (piece: string) => {
    const wasLong = length > MOST_CHARACTERS;
    length += piece.length;
    if (!wasLong) begun.push(piece);
    if (!wasLong && length > MOST_CHARACTERS) begun = [begun.join("").slice(0, KEPT_OF_A_LONG_LINE)];
  };
  const end = () => {
    const text = begun.join("");
    const line = length > MOST_CHARACTERS ? new LongLine(text) : text.trimEnd();
    begun = [];
    length = 0;
    return line;
  };
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const lines: (string | LongLine)[] = [];
      for (const [at, piece] of decode(next.value).split("\n").entries()) {
        if (at > 0) lines.push(end());
        add(piece);
      }
      yield lines;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
  add(decode());
  yield [end()];
}
