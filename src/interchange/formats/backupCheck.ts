import * as v from "valibot";
import type { Amount } from "../../domain/backups/amount.ts";
import { countGuides } from "../../domain/backups/ownGuides.ts";
import { MOST_BACKUP_BYTES } from "../../domain/text/limits.ts";
import { parseEntry } from "./backupEntries.ts";
import { isoTimeSchema } from "../files/decoding.ts";
import { linesOf, LongLine } from "../files/fileLines.ts";
import { inflateCapped } from "../files/inflate.ts";

const DAMAGED = "The backup can’t be read back.";

/** What of a guide tells whether it is somebody's own. */
const versionSchema = v.object({ id: v.string(), lineId: v.string(), savedAt: v.nullable(isoTimeSchema) });
const draftSchema = v.object({ id: v.string() });

/**
 * Reads a packed backup of this app's own through, a line at a time: that it is whole, and what it holds.
 *
 * @throws where it is cut short or damaged, or has a line that is too long to be restored
 */
export async function countInCopy(file: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Amount> {
  let sessions = 0;
  let panels = 0;
  const versions: v.InferOutput<typeof versionSchema>[] = [];
  const drafts: v.InferOutput<typeof draftSchema>[] = [];
  let entries = 0;
  let end = "";
  const readLine = (line: string | LongLine, index: number) => {
    if (line instanceof LongLine) throw new Error(DAMAGED);
    if (line === "" || index === 0) return;
    if (line.startsWith("]")) {
      end = line;
      return;
    }
    const parsed = parseEntry(line);
    if (!parsed.ok || typeof parsed.value !== "object" || parsed.value === null) throw new Error(DAMAGED);
    entries++;
    if ("session" in parsed.value) sessions++;
    if ("panel" in parsed.value) panels++;
    if ("guide" in parsed.value) versions.push(v.parse(versionSchema, parsed.value.guide));
    if ("guideDraft" in parsed.value) drafts.push(v.parse(draftSchema, parsed.value.guideDraft));
  };
  let lineCount = 0;
  for await (const lines of linesOf(inflateCapped(file, MOST_BACKUP_BYTES)))
    for (const line of lines) readLine(line, lineCount++);
  if (!end.includes(`"count":${entries}}`)) throw new Error(DAMAGED);
  return { sessions, panels, guides: countGuides(versions, drafts).guides };
}
