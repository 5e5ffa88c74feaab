// @vitest-environment node
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Entry } from "../../../src/domain/admission/entries.ts";
import { UnreadableFile } from "../../../src/interchange/files/inflate.ts";
import {
  carryOut,
  planFromFile,
  writeBackup,
  type BackupWork,
} from "../../../src/state/backups/backupWork.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { encodeBackup } from "../../interchange/guideText/fileTexts.ts";
import { validateBackupFile } from "../../interchange/formats/publishedSchemas.ts";
import { hashGuide, smallGuide, START, submittedInterview } from "../../smallInterview.ts";
import { smallPanel } from "../../smallPanel.ts";
import { makeHostile } from "./hostileFiles.ts";
import { expectNoHarm, newTestMachine } from "./hostileRuns.ts";

const { session, answers } = submittedInterview("s1");
const entries: readonly Entry[] = [
  { kind: "tombstone", value: { id: "gone", deletedAt: START, reason: "" } },
  {
    kind: "guide",
    value: { id: hashGuide(smallGuide), guide: smallGuide, previousId: null, lineId: "l", savedAt: START },
  },
  { kind: "session", value: { session, answers, revisions: [] } },
  { kind: "panel", value: smallPanel },
  { kind: "panelKey", value: { panelId: smallPanel.id, secretKey: "AGE-SECRET-KEY-1" } },
  { kind: "setting", value: { key: "interviewer", value: "Noor" } },
];
const text = encodeBackup(entries, START, "Test 1");
const head = { exportedAt: START, appName: "Test 1" };

const work: BackupWork = { onProgress: () => {}, signal: new AbortController().signal };

test("backups made from a good one: what can't be read changes nothing, what is restored can be backed up again", async () => {
  const machine = newTestMachine();
  const { database } = machine.app;
  await putWholeSessions(database, [submittedInterview("other")]);
  await expectNoHarm({
    kind: "backup",
    count: 700,
    machine,
    take: async (seed) => {
      const { bytes, how } = makeHostile(text, seed);
      const plan = await planFromFile(database, bytes, null, head, work).catch((error: unknown) => {
        expect(error).toBeInstanceOf(UnreadableFile);
        return null;
      });
      if (!plan || plan.errors.count > 0 || plan.staged.length === 0 || plan.held.length > 0)
        return { how, outcome: "refused", check: () => {} };
      const texts = new Map(
        await Promise.all(plan.staged.map(async (blob) => [blob, await blob.text()] as const)),
      );
      await carryOut(database, plan, (blob) => texts.get(blob) ?? "", work);
      return {
        how,
        outcome: "accepted",
        check: async () => {
          const again = await writeBackup(database, null, head, work);
          expect(again.leftOut.count).toBe(0);
          const written = await again.blob.text();
          expect(validateBackupFile(JSON.parse(written))).toEqual([]);
          const read = await planFromFile(database, new Blob([gzipSync(written)]), null, head, work);
          expect(read.errors.count).toBe(0);
          // All of it is here.
          expect(read.questions.count).toBe(0);
          expect(read.hasUnasked && read.otherCount > 0).toBe(false);
        },
      };
    },
  });
}, 300_000);
