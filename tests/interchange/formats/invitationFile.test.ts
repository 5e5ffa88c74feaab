import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { invitationOf, newPanel } from "../../../src/domain/panels/panel.ts";
import { MOST_CHARACTERS } from "../../../src/domain/text/limits.ts";
import {
  decodeInvitationFile,
  decodeInvitationLink,
  encodeInvitationFile,
  invitationToLinkPart,
  isInvitationFile,
  LONGEST_LINK,
  type InvitationWithGuide,
} from "../../../src/interchange/formats/invitationFile.ts";
import { hashGuide, smallGuide, START } from "../../smallInterview.ts";
import { anyInvitation } from "./panels.ts";

const interviewer = { id: "i1", name: "Noor", questionIds: ["failed", "recipe"] };
const panel = newPanel(
  "p1",
  {
    candidate: "أميرة حداد",
    role: "Baker",
    level: "mid",
    remote: false,
    guideId: hashGuide(smallGuide),
    interviewers: [interviewer],
    leadId: null,
  },
  "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq",
  START,
);
const invited: InvitationWithGuide = { invitation: invitationOf(panel, interviewer), guide: smallGuide };
const encode = (one: InvitationWithGuide) => encodeInvitationFile(one, START, "Test 1");

async function refusedPaths(change: (file: Record<string, never>) => unknown): Promise<readonly string[]> {
  const decoded = await decodeInvitationFile(JSON.stringify(change(JSON.parse(encode(invited)) as never)));
  return decoded.ok ? [] : decoded.errors.map(({ path }) => path);
}

test("an invitation that was written is read as it was, from its file and from its link", async () => {
  await fc.assert(
    fc.asyncProperty(anyInvitation, async (one) => {
      const text = encode(one);
      expect(isInvitationFile(JSON.parse(text))).toBe(true);
      expect(await decodeInvitationFile(text)).toEqual({ ok: true, value: one });
      const part = await invitationToLinkPart(text);
      expect(part).toMatch(/^[\w-]+$/u);
      expect(await decodeInvitationLink(part)).toEqual({ ok: true, value: one });
    }),
  );
}, 30_000);

test("a link for a guide that ships is short, and one that carries a large guide is too long to be sent", async () => {
  const short = await invitationToLinkPart(encode({ ...invited, guide: null }));
  expect(short.length).toBeLessThan(700);
  const file = resolve(import.meta.dirname, "../../../data/guides/backend-developer.json");
  const { guide } = JSON.parse(readFileSync(file, "utf8")) as {
    readonly guide: InvitationWithGuide["guide"];
  };
  expect((await invitationToLinkPart(encode({ ...invited, guide }))).length).toBeGreaterThan(LONGEST_LINK);
});

describe("what is refused", () => {
  test("a guide that was changed, or that has not the questions", async () => {
    expect(await refusedPaths((file) => ({ ...file, guide: { ...smallGuide, title: "Other" } }))).toEqual([
      "invitation.guideId",
    ]);
    const { questions } = smallGuide;
    const broken = { ...smallGuide, questions: [...questions, questions[0]] };
    expect(await refusedPaths((file) => ({ ...file, guide: broken }))).toContain("guide.questions[3].id");
    const withIds = (ids: readonly string[]) => (file: object) => ({
      ...file,
      invitation: { ...invited.invitation, questionIds: ids },
    });
    expect(await refusedPaths(withIds(["failed", "gone"]))).toEqual(["invitation.questionIds[1]"]);
    expect(await refusedPaths(withIds(["failed", "failed"]))).toEqual(["invitation.questionIds[1]"]);
  });

  test("a file of a newer version, one of another kind, and one without its interviewer", async () => {
    expect(await refusedPaths((file) => ({ ...file, version: 2 }))).toEqual(["version"]);
    expect(await refusedPaths((file) => ({ ...file, format: "interview-scorecard.guide" }))).toEqual([""]);
    expect(await refusedPaths((file) => ({ ...file, format: "other" }))).toEqual(["format"]);
    expect(
      await refusedPaths((file) => ({
        ...file,
        invitation: { ...invited.invitation, interviewerId: undefined },
      })),
    ).toEqual(["invitation.interviewerId"]);
    expect(await decodeInvitationFile("{")).toMatchObject({ ok: false, errors: [{ path: "" }] });
    expect(isInvitationFile(null)).toBe(false);
  });

  test("a link of which a part is missing, or that was changed, with a sentence that says what to do", async () => {
    const part = await invitationToLinkPart(encode(invited));
    for (const damaged of [part.slice(0, -20), `${part.slice(0, 40)}x${part.slice(40)}`, "%", "", "AAAA"]) {
      expect([damaged, (await decodeInvitationLink(damaged)).ok]).toEqual([damaged, false]);
    }
    expect(await decodeInvitationLink(part.slice(0, -20))).toEqual({
      ok: false,
      errors: [{ path: "", message: expect.stringContaining("The link is damaged") as string }],
    });
  });

  test("a link that inflates to more than a file may hold", async () => {
    const bomb = new Blob([" ".repeat(MOST_CHARACTERS + 1)])
      .stream()
      .pipeThrough(new CompressionStream("deflate-raw"));
    const bytes = Buffer.from(await new Response(bomb).arrayBuffer());
    expect(bytes.length).toBeLessThan(100_000);
    expect(await decodeInvitationLink(bytes.toString("base64url"))).toMatchObject({ ok: false });
  });
});
