// @vitest-environment node
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { armor, Encrypter } from "age-encryption";
import { beforeAll, expect, test } from "vitest";
import {
  isSealed,
  keyPairToRecoveryFile,
  MOST_RECIPIENTS,
  newKeyPair,
  seal,
  unseal,
  type KeyPair,
} from "../../../src/interchange/files/encryption.ts";
import { START } from "../../smallInterview.ts";

const TEXT = `${"Weighed the salt again. ".repeat(3000)}«أميرة» 王小明\n`;
let keys: KeyPair;
let sealed: string;

beforeAll(async () => {
  keys = await newKeyPair();
  sealed = await seal(TEXT, keys.publicKey);
});

/** @returns the sealed file with one byte of what its armor holds changed */
function withFlippedByte(at: number): string {
  const [first = "", ...lines] = sealed.trim().split("\n");
  const bytes = Buffer.from(lines.slice(0, -1).join(""), "base64");
  bytes[at < 0 ? bytes.length + at : at]! ^= 1;
  const armored = bytes.toString("base64").match(/.{1,64}/gu) ?? [];
  return [first, ...armored, lines.at(-1), ""].join("\n");
}

test("what was sealed comes out as it went in, with the secret key alone", async () => {
  expect(isSealed(sealed)).toBe(true);
  // Not as it is armored: any few letters stand in so much base64 by chance.
  const bytes = Buffer.from(sealed.trim().split("\n").slice(1, -1).join(""), "base64");
  expect(bytes.length).toBeGreaterThan(TEXT.length);
  expect(bytes.includes("Weighed the salt")).toBe(false);
  expect(await unseal(sealed, keys.secretKey)).toEqual({ ok: true, text: TEXT });
  const other = await newKeyPair();
  expect(other.publicKey).not.toBe(keys.publicKey);
  expect(await unseal(sealed, other.secretKey)).toEqual({ ok: false, reason: "otherKey" });
});

test("a byte that was changed is found, wherever it is", async () => {
  const header = Buffer.from(sealed.split("\n")[1]!, "base64").toString("latin1").indexOf("X25519");
  expect(header).toBeGreaterThan(0);
  const size = Buffer.from(sealed.split("\n").slice(1, -2).join(""), "base64").length;
  for (const at of [0, header, header + 20, 150, 200, 300, Math.floor(size / 2), -1]) {
    expect([at, (await unseal(withFlippedByte(at), keys.secretKey)).ok]).toEqual([at, false]);
  }
  expect(await unseal(withFlippedByte(-1), keys.secretKey)).toEqual({ ok: false, reason: "tampered" });
  expect(await unseal(withFlippedByte(Math.floor(size / 2)), keys.secretKey)).toEqual({
    ok: false,
    reason: "tampered",
  });
});

test("a file that is cut short is found, also where its last line is put back", async () => {
  const lines = sealed.trimEnd().split("\n");
  expect(await unseal(lines.slice(0, 40).join("\n"), keys.secretKey)).toEqual({
    ok: false,
    reason: "tampered",
  });
  const whole = [...lines.slice(0, 40), lines.at(-1)].join("\n");
  expect(await unseal(whole, keys.secretKey)).toEqual({ ok: false, reason: "tampered" });
});

test("a file that is sealed to many keys is refused before one is tried, also where the first is the right one", async () => {
  const sealTo = async (count: number) => {
    const encrypter = new Encrypter();
    for (let at = 0; at < count; at++) encrypter.addRecipient(keys.publicKey);
    return armor.encode(await encrypter.encrypt(TEXT));
  };
  expect(await unseal(await sealTo(MOST_RECIPIENTS), keys.secretKey)).toEqual({ ok: true, text: TEXT });
  expect(await unseal(await sealTo(MOST_RECIPIENTS + 1), keys.secretKey)).toEqual({
    ok: false,
    reason: "manyRecipients",
  });
});

test("a plain file is not taken for a sealed one", async () => {
  expect(isSealed("{}")).toBe(false);
  expect(await unseal("{}", keys.secretKey)).toEqual({ ok: false, reason: "notSealed" });
});

test("what is no public key seals nothing", async () => {
  await expect(seal(TEXT, "age1nothing")).rejects.toThrow(/./u);
});

const hasAge = spawnSync("age", ["--version"]).status === 0;

// `.ci/install.mjs` installs it on Debian as root, and says so where it is not there and this test is skipped.
test.runIf(hasAge)("the age program opens a sealed file with the recovery file alone", () => {
  const folder = mkdtempSync(join(tmpdir(), "sealed-"));
  writeFileSync(join(folder, "scorecard.age"), sealed);
  writeFileSync(
    join(folder, "recovery.txt"),
    keyPairToRecoveryFile(keys, START, ["panel: eyJ0ZWFtIjoxfQ", "  more"]),
  );
  const { stdout, stderr, status } = spawnSync("age", ["-d", "-i", "recovery.txt", "scorecard.age"], {
    cwd: folder,
    encoding: "utf8",
  });
  rmSync(folder, { recursive: true });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  expect(stdout).toBe(TEXT);
});
