import type { Amount } from "../domain/copies.ts";
import { MOST_BACKUP_BYTES } from "./backupFile.ts";
import { parseJson } from "./decoding.ts";
import { linesOf } from "./fileLines.ts";
import { inflateCapped } from "./inflate.ts";

const DAMAGED = "The copy can’t be read back.";

/**
 * Reads a packed backup through, a line at a time: that it is whole, and what it holds.
 *
 * @throws where it is cut short or damaged, or has a line that is too long to be restored
 */
export async function countInCopy(file: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Amount> {
  let sessions = 0;
  let panels = 0;
  let entries = 0;
  let end = "";
  const readLine = (line: string, index: number) => {
    if (line === "" || index === 0) return;
    if (line.startsWith("]")) {
      end = line;
      return;
    }
    const parsed = parseJson(line.replace(/,$/u, ""));
    if (!parsed.ok || typeof parsed.value !== "object" || parsed.value === null) throw new Error(DAMAGED);
    entries++;
    if ("session" in parsed.value) sessions++;
    if ("panel" in parsed.value) panels++;
  };
  let lineCount = 0;
  for await (const lines of linesOf(inflateCapped(file, MOST_BACKUP_BYTES)))
    for (const line of lines) readLine(line, lineCount++);
  if (!end.includes(`"count":${entries}}`)) throw new Error(DAMAGED);
  return { sessions, panels };
}
