import { expect, test } from "vitest";
import { countInCopy } from "../../../src/interchange/formats/backupCheck.ts";
import { MOST_CHARACTERS } from "../../../src/domain/text/limits.ts";
import { smallGuide, submittedInterview, START } from "../../smallInterview.ts";
import { encodeBackup } from "../guideText/fileTexts.ts";

function backupText(): string {
  const { session, answers } = submittedInterview();
  return encodeBackup(
    [
      { kind: "tombstone", value: { id: "gone", deletedAt: START, reason: "" } },
      { kind: "session", value: { session, answers, revisions: [] } },
      { kind: "session", value: { session: { ...session, id: "s2" }, answers: {}, revisions: [] } },
      { kind: "guide", value: { id: "g", guide: smallGuide, previousId: null, lineId: "g", savedAt: START } },
      { kind: "guide", value: { id: "h", guide: smallGuide, previousId: null, lineId: "h", savedAt: null } },
      { kind: "guideDraft", value: { id: "d", guide: smallGuide, previousId: null, updatedAt: START } },
      { kind: "panelKey", value: { panelId: "p1", secretKey: "a key" } },
    ],
    START,
    "App",
  );
}

function pack(text: string): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
}

async function cutAt(part: number): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const bytes = await new Response(pack(backupText())).arrayBuffer();
  return new Blob([bytes.slice(0, Math.floor(bytes.byteLength * part))]).stream();
}

test("a copy that is read back tells how many sessions, panels and guides of somebody’s own are in it", async () => {
  expect(await countInCopy(pack(backupText()))).toEqual({ sessions: 2, panels: 0, guides: 2 });
});

test.each([0, 0.3, 0.99])("a copy cut short at %d of its length is found out", async (part) => {
  await expect(countInCopy(await cutAt(part))).rejects.toThrow();
});

test("a copy in which an entry is missing or unreadable is found out", async () => {
  const lines = backupText().split("\n");
  await expect(countInCopy(pack(lines.toSpliced(2, 1).join("\n")))).rejects.toThrow("can’t be read back");
  await expect(countInCopy(pack(lines.slice(0, -2).join("\n")))).rejects.toThrow("can’t be read back");
  await expect(countInCopy(pack(lines.with(2, '{"session":').join("\n")))).rejects.toThrow(
    "can’t be read back",
  );
});

test("a copy with a line that is too long to be restored is found out before all of it is in memory", async () => {
  const [head = ""] = backupText().split("\n");
  const long = `${head}\n{"setting":{"key":"a","value":"${"a".repeat(MOST_CHARACTERS)}"}}\n],"count":1}\n`;
  await expect(countInCopy(pack(long))).rejects.toThrow("can’t be read back");
});
