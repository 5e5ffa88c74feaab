import { expect, test } from "vitest";
import { newKeyPair, unseal } from "../../../src/interchange/files/encryption.ts";
import {
  headerOf,
  lockText,
  newUnlockingPair,
  unlockHeader,
  unlockText,
} from "../../../src/interchange/team/lockedScorecard.ts";

const pairOf = async () => (await newUnlockingPair())!;

async function locked(text = "a scorecard") {
  const [panel, jo, mia, lead] = await Promise.all([newKeyPair(), pairOf(), pairOf(), pairOf()]);
  const sent = await lockText(text, [jo.recipient, mia.recipient], panel.publicKey);
  const opened = await unseal(sent, panel.secretKey);
  if (!opened.ok) throw new Error(opened.reason);
  return { panel, jo, mia, lead, inner: opened.text };
}

test("what is locked can’t be read with the panel’s key alone", async () => {
  const { inner, panel } = await locked();
  expect(inner).not.toContain("a scorecard");
  expect(await unseal(inner, panel.secretKey)).toEqual({ ok: false, reason: "otherKey" });
});

test("each of those it is locked to unlocks it from its header alone, and nobody else does", async () => {
  const { inner, jo, mia, lead } = await locked();
  const header = (await headerOf(inner))!;
  expect(header.length).toBeLessThan(500);
  for (const pair of [jo, mia]) {
    const fileKey = (await unlockHeader(header, pair))!;
    expect(await unlockText(inner, fileKey)).toBe("a scorecard");
  }
  expect(await unlockHeader(header, lead)).toBeNull();
});

test("a key opens nothing but what it belongs to, and nothing that was changed", async () => {
  const [{ inner, jo }, other] = [await locked(), await locked("another one")];
  const fileKey = (await unlockHeader((await headerOf(inner))!, jo))!;
  expect(await unlockText(other.inner, fileKey)).toBeNull();
  const lines = inner.split("\n");
  const spoiled = [...lines.slice(0, -3), lines.at(-3)!.replaceAll(/[a-m]/gu, "n"), ...lines.slice(-2)];
  expect(await unlockText(spoiled.join("\n"), fileKey)).toBeNull();
});

test.each(["", "no header", "-----BEGIN AGE ENCRYPTED FILE-----\nAAAA\n-----END AGE ENCRYPTED FILE-----"])(
  "of what is no locked scorecard there is no header: %j",
  async (text) => {
    expect(await headerOf(text)).toBeNull();
  },
);

test("a header that is none unlocks nothing", async () => {
  const jo = await pairOf();
  expect(await unlockHeader("age-encryption.org/v1\n--- none\n", jo)).toBeNull();
});
