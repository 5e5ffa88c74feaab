// @vitest-environment node
import { afterEach, beforeEach, test, expect, vi } from "vitest";
import { openFile } from "../../../src/interchange/files/openFile.ts";
import { decodeSessionFile, encodeSessionFile } from "../../../src/interchange/formats/sessionFile.ts";
import { importFile } from "../../importFile.ts";
import { loadWholeSession, putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { validateSessionFile } from "../../interchange/formats/publishedSchemas.ts";
import { START, submittedInterview, liveInterview } from "../../smallInterview.ts";
import { createLocks } from "../fakeLocks.ts";
import { makeHostile } from "./hostileFiles.ts";
import { mendGuideIds, newTestMachine, expectNoHarm } from "./hostileRuns.ts";

beforeEach(() => {
  vi.stubGlobal("navigator", { locks: createLocks() });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const submitted = submittedInterview("s1");
const revisions = [
  {
    id: "r1",
    sessionId: "s1",
    at: START + 9_000_000,
    reason: "Read my notes again.",
    areas: { "failed.cause": { rating: 4, note: "Less than I thought." } },
    recommendation: null,
    summary: "",
  },
] as const;
const files = [
  encodeSessionFile(submitted, START, "Test 1", revisions),
  encodeSessionFile({ ...liveInterview("s2"), answers: submitted.answers }, START, "Test 1"),
];

test("session files made from good ones: none hangs, none that is refused leaves a trace, what is accepted is valid", async () => {
  const machine = newTestMachine();
  await putWholeSessions(machine.app.database, [submittedInterview("other")]);
  await expectNoHarm({
    kind: "session",
    count: 2500,
    machine,
    take: async (seed) => {
      const { bytes, how } = makeHostile(files[seed % files.length]!, seed, mendGuideIds);
      const file = new File([bytes], "session.json");
      const imported = await importFile(machine.app, file);
      // A conflict with what is here is asked about, and an invitation is only shown: nothing is stored.
      const isStored = imported.ok && ["added", "revised", "guideAdded"].includes(imported.value.kind);
      return {
        how,
        outcome: isStored ? "accepted" : "refused",
        check: async () => {
          if (!imported.ok || imported.value.kind !== "added") return;
          const { whole } = imported.value;
          const opened = await openFile(file);
          expect(
            opened.ok && validateSessionFile(opened.value.kind === "json" && opened.value.value),
          ).toEqual([]);
          expect(await loadWholeSession(machine.app.database, whole.session.id)).toEqual(whole);
          const text = encodeSessionFile(whole, START, "Test 1");
          expect(validateSessionFile(JSON.parse(text))).toEqual([]);
          expect(await decodeSessionFile(text)).toEqual({ ok: true, value: { first: whole, revisions: [] } });
        },
      };
    },
  });
}, 300_000);
