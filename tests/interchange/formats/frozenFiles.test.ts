import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Decoded } from "../../../src/interchange/files/decoding.ts";
import { decodeInvitationFile } from "../../../src/interchange/formats/invitationFile.ts";
import { decodeBackup, decodeDebriefFile } from "../guideText/fileTexts.ts";
import { validateBackupFile, validateDebriefFile, validateInvitationFile } from "./publishedSchemas.ts";

function frozen(name: string): string {
  return readFileSync(join(import.meta.dirname, "../files", name), "utf8");
}

async function decodeEntries(text: string): Promise<Decoded<unknown>> {
  const decoded = await decodeBackup(text);
  return decoded.ok ? { ok: true, value: [...decoded.value.values()] } : decoded;
}

// Beside each file lies what the app that wrote it read from it.
test.each([
  ["backup", "backup-v1.txt", decodeEntries, "backup-v1-read.json", validateBackupFile],
  ["debrief", "debrief-v1.json", decodeDebriefFile, "debrief-v1-read.json", validateDebriefFile],
  [
    "invitation",
    "invitation-v1.json",
    decodeInvitationFile,
    "invitation-v1-read.json",
    validateInvitationFile,
  ],
] as const)(
  "a %s file as the first app of version 1 wrote it opens, and gives what it gave",
  async (_title, file, decode, read, validate) => {
    const text = frozen(file);
    expect(JSON.parse(text)).toMatchObject({ version: 1, app: "Interview Scorecard 0.1.0" });
    expect(await decode(text)).toEqual({ ok: true, value: JSON.parse(frozen(read)) as unknown });
    expect(validate(JSON.parse(text))).toEqual([]);
  },
);
