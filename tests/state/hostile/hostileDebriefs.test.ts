// @vitest-environment node
import { expect, test } from "vitest";
import type { Panel } from "../../../src/domain/panels/panel.ts";
import { encodeDebriefFile } from "../../../src/interchange/formats/debriefFile.ts";
import { openFile } from "../../../src/interchange/files/openFile.ts";
import { seal } from "../../../src/interchange/files/encryption.ts";
import { decodeSessionFile, encodeSessionFile } from "../../../src/interchange/formats/sessionFile.ts";
import { createPanel } from "../../../src/state/panels/panels.ts";
import { addScorecardFiles } from "../../../src/state/panels/scorecardIntake.ts";
import { readPanel } from "../../../src/storage/panels/panels.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { decodeDebriefFile } from "../../interchange/guideText/fileTexts.ts";
import { validateDebriefFile, validateSessionFile } from "../../interchange/formats/publishedSchemas.ts";
import { hashGuide, smallGuide, START, submittedInterview } from "../../smallInterview.ts";
import { smallRevision, smallScorecard, startedPanel } from "../../smallPanel.ts";
import { byteChanges, chanceOf, makeHostile, pick } from "./hostileFiles.ts";
import { mendGuideIds, newTestMachine, expectNoHarm, type TestMachine } from "./hostileRuns.ts";

const scorecards = [
  smallScorecard(
    "noor",
    { "failed.cause": 5, "failed.after": 2 },
    {
      revisions: [smallRevision("r1", START, "failed.cause", 4)],
    },
  ),
  smallScorecard("ben", { "failed.cause": 1, "apprentice.way": "notAsked" }),
];
const panel: Panel = {
  ...startedPanel,
  debrief: {
    ...startedPanel.debrief,
    agreedByAreaId: { "failed.cause": { rating: 3, note: "Agreed." } },
    weights: { dough: 2, people: 1 },
    weightsReason: "Dough is the work.",
    recommendationsShownAt: START,
    decision: { outcome: "hire", reason: "Finds causes.", decidedAt: START },
  },
};
const debriefText = encodeDebriefFile({ panel, guide: smallGuide, scorecards }, START, "Test 1");

/** Takes one file in as the panels' screen does. */
async function takeIn({ app }: TestMachine, panelId: string | null, file: File) {
  const intake = await addScorecardFiles(app, panelId, [file], {
    onProgress: () => {},
    signal: new AbortController().signal,
  });
  const result = intake.kind === "done" ? intake.files[0]?.result : undefined;
  return result && (result.kind === "added" || result.kind === "revised") ? result : null;
}

async function machineWithSession(): Promise<TestMachine> {
  const machine = newTestMachine();
  await putWholeSessions(machine.app.database, [submittedInterview("other")]);
  return machine;
}

test("debrief files made from a good one", async () => {
  const machine = await machineWithSession();
  await expectNoHarm({
    kind: "debrief",
    count: 1700,
    machine,
    take: async (seed) => {
      const { bytes, how } = makeHostile(debriefText, seed, mendGuideIds);
      const taken = await takeIn(machine, null, new File([bytes], "debrief.json"));
      return {
        how,
        outcome: taken ? "accepted" : "refused",
        check: async () => {
          const opened = await openFile(bytes);
          if (!opened.ok || opened.value.kind !== "json") throw new Error("It was taken in past the door");
          expect(validateDebriefFile(opened.value.value)).toEqual([]);
          const decoded = await decodeDebriefFile(opened.value.text);
          if (!decoded.ok) throw new Error("It was taken in though it can't be read");
          const again = encodeDebriefFile(decoded.value, START, "Test 1");
          expect(validateDebriefFile(JSON.parse(again))).toEqual([]);
          expect(await decodeDebriefFile(again)).toEqual(decoded);
          const stored = await readPanel(machine.app.database, decoded.value.panel.id);
          // A scorecard that does not belong there keeps no other out.
          const isIn = decoded.value.scorecards.length - (taken?.problems.length ?? 0);
          expect(stored?.rows).toHaveLength(isIn);
        },
      };
    },
  });
}, 300_000);

/** @returns what is wrong with a scorecard that a panel has taken in */
async function checkScorecard(text: string): Promise<void> {
  const decoded = await decodeSessionFile(text);
  if (!decoded.ok) throw new Error("It was taken in though it can't be read");
  const { first, revisions } = decoded.value;
  const again = encodeSessionFile(first, START, "Test 1", revisions);
  expect(validateSessionFile(JSON.parse(again))).toEqual([]);
  expect(await decodeSessionFile(again)).toEqual(decoded);
}

const scorecardText = encodeSessionFile(scorecards[0]!.first, START, "Test 1", scorecards[0]!.revisions);

test("plain scorecards made from a good one", async () => {
  const machine = await machineWithSession();
  await expectNoHarm({
    kind: "scorecard",
    count: 500,
    machine,
    take: async (seed) => {
      const { bytes, how } = makeHostile(scorecardText, seed + 70_000, mendGuideIds);
      const taken = await takeIn(machine, null, new File([bytes], "scorecard.json"));
      return {
        how,
        outcome: taken ? "accepted" : "refused",
        check: async () => {
          const stored = taken && (await readPanel(machine.app.database, taken.panelId));
          for (const { text } of stored?.rows ?? []) await checkScorecard(text);
          expect(stored?.rows).toHaveLength(1);
        },
      };
    },
  });
}, 300_000);

test("sealed scorecards: changed after they were sealed, and sealed though they were bad", async () => {
  const machine = await machineWithSession();
  const { candidate, role, level, remote, interviewers } = startedPanel;
  const plan = { candidate, role, level, remote, interviewers, leadId: null, guideId: hashGuide(smallGuide) };
  const { id, publicKey } = await createPanel(machine.app, plan, smallGuide);
  const { first, revisions } = scorecards[0]!;
  const ours = { panelId: id, interviewerId: "noor", publicKey };
  const text = encodeSessionFile(
    { ...first, session: { ...first.session, panel: ours } },
    START,
    "Test 1",
    revisions,
  );
  const sealed = Buffer.from(await seal(text, publicKey ?? ""));
  await expectNoHarm({
    kind: "sealed",
    count: 300,
    machine,
    take: async (seed) => {
      const chance = chanceOf(seed + 80_000);
      const isOutside = chance() < 0.5;
      const outside = pick(chance, Object.keys(byteChanges));
      const inside = makeHostile(text, seed + 80_000, mendGuideIds);
      // What is sealed is a text; nobody seals 100 MB.
      const isHuge = inside.bytes.size > 5_000_000;
      const content =
        isOutside || isHuge
          ? byteChanges[outside]!(sealed, chance)
          : await seal(await inside.bytes.text(), publicKey ?? "");
      const taken = await takeIn(machine, seed % 2 === 0 ? id : null, new File([content], "a.age"));
      return {
        how: isOutside || isHuge ? `sealed: ${outside}` : inside.how,
        outcome: taken ? "accepted" : "refused",
        check: async () => {
          const stored = await readPanel(machine.app.database, id);
          expect(stored?.rows).toHaveLength(1);
          // Nothing but ciphertext: a name of four letters stands in one by chance now and then.
          expect(stored?.rows[0]?.text).toMatch(
            /^-----BEGIN AGE ENCRYPTED FILE-----\n[\w+/=\n]+-----END AGE ENCRYPTED FILE-----\s*$/u,
          );
        },
      };
    },
  });
}, 300_000);
