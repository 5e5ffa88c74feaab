import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { toJsonSchema, type ConversionConfig } from "@valibot/to-json-schema";
import fc from "fast-check";
import { format } from "oxfmt";
import type * as v from "valibot";
import { expect, test } from "vitest";
import {
  encodeGuideFile,
  guideFileSchema,
  guideSchema,
  questionSchema,
} from "../../../src/interchange/formats/guideFile.ts";
import { backupFileSchema } from "../../../src/interchange/formats/backupFile.ts";
import { debriefFileSchema, encodeDebriefFile } from "../../../src/interchange/formats/debriefFile.ts";
import {
  encodeInvitationFile,
  invitationFileSchema,
} from "../../../src/interchange/formats/invitationFile.ts";
import { encodeSessionFile } from "../../../src/interchange/formats/sessionFile.ts";
import { sessionFileSchema } from "../../../src/interchange/formats/sessionSchema.ts";
import { START } from "../../smallInterview.ts";
import { anyBackupEntries } from "./backups.ts";
import { encodeBackup } from "../guideText/fileTexts.ts";
import { anyInvitation, anyOpenPanel } from "./panels.ts";
import {
  backupSchemaPath,
  debriefSchemaPath,
  guideSchemaPath,
  invitationSchemaPath,
  sessionSchemaPath,
  validateBackupFile,
  validateCaseRubric,
  validateDebriefFile,
  validateGreenhouseFile,
  validateGuideFile,
  validateInvitationFile,
  validateSessionFile,
  validateWorkableFile,
} from "./publishedSchemas.ts";
import { anyGuide, anyWholeSession } from "./wholeSessions.ts";

const root = resolve(import.meta.dirname, "../../..");

/** What JSON Schema cannot say (an id is there once, a rating is on the scale) is left out; the decoder checks it. */
const conversion: ConversionConfig = {
  target: "draft-2020-12",
  typeMode: "input",
  errorMode: "ignore",
  definitions: { guide: guideSchema, question: questionSchema },
};

async function publish(schema: v.GenericSchema, title: string, description: string): Promise<string> {
  const { $schema, ...converted } = toJsonSchema(schema, conversion);
  const options = JSON.parse(readFileSync(resolve(root, ".oxfmtrc.json"), "utf8")) as { printWidth: number };
  const { code } = await format(
    "schema.json",
    JSON.stringify({ $schema, title, description, ...converted }),
    {
      printWidth: options.printWidth,
    },
  );
  return code;
}

// `vitest -u` writes the schemas anew.
test("the published schema of a session file is the one that files are checked against", async () => {
  await expect(
    await publish(
      sessionFileSchema,
      "Session file",
      "One interview: the session, the guide version it was planned with, every answer and revision.",
    ),
  ).toMatchFileSnapshot(sessionSchemaPath);
});

test("the published schema of a guide file is the one that files are checked against", async () => {
  await expect(
    await publish(
      guideFileSchema,
      "Guide file",
      "What to ask for a role: questions, areas, follow-ups, advice.",
    ),
  ).toMatchFileSnapshot(guideSchemaPath);
});

test("the published schema of an invitation file is the one that files are checked against", async () => {
  await expect(
    await publish(
      invitationFileSchema,
      "Invitation file",
      "What one interviewer of a panel is to ask of whom, and the key that the scorecard is sealed to.",
    ),
  ).toMatchFileSnapshot(invitationSchemaPath);
});

test("the published schema of a debrief file is the one that files are checked against", async () => {
  await expect(
    await publish(
      debriefFileSchema,
      "Debrief file",
      "A panel: its interviewers, its guide versions, every scorecard with its revisions, what was agreed.",
    ),
  ).toMatchFileSnapshot(debriefSchemaPath);
});

test("the published schema of a backup file is the one that files are checked against", async () => {
  await expect(
    await publish(
      backupFileSchema,
      "Backup file",
      "Everything on one machine. Each entry stands on a line of its own; what another points at stands before it.",
    ),
  ).toMatchFileSnapshot(backupSchemaPath);
});

test("every file that the app writes is valid by its published schema", () => {
  fc.assert(
    fc.property(anyWholeSession, anyGuide, anyInvitation, (whole, guide, invitation) => {
      expect(validateSessionFile(JSON.parse(encodeSessionFile(whole, START, "Test 1")))).toEqual([]);
      expect(validateGuideFile(JSON.parse(encodeGuideFile(guide, START, "Test 1")))).toEqual([]);
      expect(validateInvitationFile(JSON.parse(encodeInvitationFile(invitation, START, "Test 1")))).toEqual(
        [],
      );
    }),
  );
  fc.assert(
    fc.property(anyOpenPanel, (open) => {
      expect(validateDebriefFile(JSON.parse(encodeDebriefFile(open, START, "Test 1")))).toEqual([]);
    }),
    { numRuns: 30 },
  );
  fc.assert(
    fc.property(anyBackupEntries, (entries) => {
      expect(validateBackupFile(JSON.parse(encodeBackup(entries, START, "Test 1")))).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test.each([
  ["the sample session", "data/samples/session.json", validateSessionFile],
  ["the guide that ships", "data/guides/backend-developer.json", validateGuideFile],
  ["a session file of version 1", "tests/interchange/files/session-v1.json", validateSessionFile],
  ["a guide file of version 1", "tests/interchange/files/guide-v1.json", validateGuideFile],
])("%s is valid by its published schema", (_title, path, validate) => {
  expect(validate(JSON.parse(readFileSync(resolve(root, path), "utf8")))).toEqual([]);
});

test("the schemas refuse what is of the wrong shape", () => {
  expect(validateSessionFile({})).not.toEqual([]);
  expect(validateGuideFile({ format: "interview-scorecard.session" })).not.toEqual([]);
  expect(validateInvitationFile({ format: "interview-scorecard.invitation" })).not.toEqual([]);
  expect(validateDebriefFile({ format: "interview-scorecard.debrief" })).not.toEqual([]);
  expect(validateBackupFile({ format: "interview-scorecard.backup" })).not.toEqual([]);
  expect(validateGreenhouseFile({ overall_recommendation: "yes" })).not.toEqual([]);
  expect(validateWorkableFile({ member_id: null, comment: "", score: 3 })).not.toEqual([]);
  expect(validateCaseRubric({ title: "Night baker" })).not.toEqual([]);
});
