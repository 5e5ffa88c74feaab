// @vitest-environment node
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { openFile, openLinkPart } from "../../../src/interchange/files/openFile.ts";
import { encodeGuideFile } from "../../../src/interchange/formats/guideFile.ts";
import {
  decodeInvitation,
  decodeInvitationFile,
  decodeInvitationLink,
  encodeInvitationFile,
  invitationToLinkPart,
  type InvitationWithGuide,
} from "../../../src/interchange/formats/invitationFile.ts";
import { importFile } from "../../importFile.ts";
import { acceptInvitation, examineInvitation } from "../../../src/state/panels/invitations.ts";
import { readGuide, saveVersion } from "../../../src/storage/guides/guides.ts";
import { loadWholeSession } from "../../../src/storage/session/sessions.ts";
import { decodeGuideFile } from "../../interchange/guideText/fileTexts.ts";
import { validateGuideFile, validateInvitationFile } from "../../interchange/formats/publishedSchemas.ts";
import { hashGuide, smallGuide, START } from "../../smallInterview.ts";
import { byteChanges, chanceOf, makeHostile, pick } from "./hostileFiles.ts";
import { mendGuideIds, newTestMachine, expectNoHarm, type TestMachine } from "./hostileRuns.ts";

const shipped = readFileSync(resolve(import.meta.dirname, "../../../data/guides/data-engineer.json"), "utf8");

async function machineWithGuide(): Promise<TestMachine> {
  const machine = newTestMachine();
  const other = { ...smallGuide, title: "Another guide" };
  await saveVersion(machine.app.database, { id: hashGuide(other), guide: other, previousId: null }, START);
  return machine;
}

test("guide files made from good ones, through the screen that takes them", async () => {
  const machine = await machineWithGuide();
  const small = encodeGuideFile(smallGuide, START, "Test 1");
  await expectNoHarm({
    kind: "guide",
    count: 2000,
    machine,
    take: async (seed) => {
      const { bytes, how } = makeHostile(seed % 8 === 0 ? shipped : small, seed);
      const file = new File([bytes], "guide.json");
      const imported = await importFile(machine.app, file);
      const isStored = imported.ok && imported.value.kind === "guideAdded";
      return {
        how,
        outcome: isStored ? "accepted" : "refused",
        check: async () => {
          if (!imported.ok || imported.value.kind !== "guideAdded") return;
          const { id, guide } = imported.value;
          const opened = await openFile(file);
          expect(opened.ok && validateGuideFile(opened.value.kind === "json" && opened.value.value)).toEqual(
            [],
          );
          const text = encodeGuideFile(guide, START, "Test 1");
          expect(validateGuideFile(JSON.parse(text))).toEqual([]);
          expect(decodeGuideFile(text)).toEqual({ ok: true, value: guide });
          expect((await readGuide(machine.app.database, id))?.guide).toEqual(guide);
        },
      };
    },
  });
}, 300_000);

const invited: InvitationWithGuide = {
  invitation: {
    panelId: "p1",
    interviewerId: "noor",
    publicKey: null,
    candidate: "أميرة حداد",
    role: "Baker",
    level: "mid",
    remote: false,
    interviewer: "Noor",
    questionIds: ["failed", "recipe"],
    guideId: hashGuide(smallGuide),
  },
  guide: smallGuide,
};
const invitationText = encodeInvitationFile(invited, START, "Test 1");

/** Accepts an invitation as the screen does, and looks at what came of it. */
async function acceptAndCheck({ app }: TestMachine, read: InvitationWithGuide): Promise<void> {
  const text = encodeInvitationFile(read, START, "Test 1");
  expect(validateInvitationFile(JSON.parse(text))).toEqual([]);
  expect(await decodeInvitationFile(text)).toEqual({ ok: true, value: read });
  const here = await examineInvitation(app, read);
  if (here.kind !== "new") return;
  const id = await acceptInvitation(app, read, here.guide, { scheduledAt: START, slotMinutes: 60 });
  const planned = await loadWholeSession(app.database, id);
  expect(planned?.session.candidate).toBe(read.invitation.candidate);
}

test("invitation files made from a good one", async () => {
  const machine = await machineWithGuide();
  await expectNoHarm({
    kind: "invitation",
    count: 1000,
    machine,
    take: async (seed) => {
      const { bytes, how } = makeHostile(invitationText, seed, mendGuideIds);
      const opened = await openFile(bytes);
      const decoded =
        opened.ok && opened.value.kind === "json" ? await decodeInvitation(opened.value.value) : null;
      return {
        how,
        outcome: decoded?.ok === true ? "accepted" : "refused",
        check: () => (decoded?.ok === true ? acceptAndCheck(machine, decoded.value) : undefined),
      };
    },
  });
}, 300_000);

test("invitation links made from good ones", async () => {
  const machine = await machineWithGuide();
  await expectNoHarm({
    kind: "link",
    count: 1000,
    machine,
    take: async (seed) => {
      const chance = chanceOf(seed);
      const { how, part } = await makeLink(seed, chance() < 0.5);
      const decoded = await decodeInvitationLink(part);
      return {
        how,
        outcome: decoded.ok ? "accepted" : "refused",
        check: async () => {
          if (!decoded.ok) return;
          expect(await openLinkPart(part)).not.toBeNull();
          await acceptAndCheck(machine, decoded.value);
        },
      };
    },
  });
}, 300_000);

/** @param isPacked whether what was changed is the file that is packed, or the link itself */
async function makeLink(
  seed: number,
  isPacked: boolean,
): Promise<{ readonly how: string; readonly part: string }> {
  if (!isPacked) {
    const chance = chanceOf(seed);
    const how = pick(chance, Object.keys(byteChanges));
    const good = Buffer.from(await invitationToLinkPart(invitationText));
    return { how: `link: ${how}`, part: byteChanges[how]!(good, chance).toString("latin1") };
  }
  const { bytes, how } = makeHostile(invitationText, seed, mendGuideIds);
  if (bytes.size > 30_000_000) return { how, part: "A".repeat(30_000_000) };
  const packed = bytes.stream().pipeThrough(new CompressionStream("deflate-raw"));
  const part = Buffer.from(await new Response(packed).arrayBuffer()).toString("base64url");
  return { how, part };
}
