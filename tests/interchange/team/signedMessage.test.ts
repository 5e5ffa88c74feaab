// @vitest-environment node
import { beforeAll, expect, test } from "vitest";
import { subjectOf } from "../../../src/domain/team/message.ts";
import {
  isSignedBy,
  newSigningKeys,
  readMessage,
  signMessage,
  type SigningKeys,
} from "../../../src/interchange/team/signedMessage.ts";

const said = { panelId: "p1", seat: "noor", kind: "card", body: "an age file" } as const;

let keys: SigningKeys;
let wire: string;
let subject: string;

beforeAll(async () => {
  keys = await newSigningKeys();
  const signed = await signMessage(said, keys);
  wire = signed.wire;
  subject = subjectOf({ ...said, hash: signed.hash });
});

/** @returns the wire with something else in it, and the subject that it would stand under */
function changed(change: object): string {
  return JSON.stringify({ ...(JSON.parse(wire) as object), ...change });
}

test("a message is read where it was written, and is signed by its keys alone", async () => {
  const received = await readMessage(wire, subject);
  expect(received?.message).toMatchObject(said);
  expect(await isSignedBy(received!, keys.publicKey)).toBe(true);
  expect(await isSignedBy(received!, (await newSigningKeys()).publicKey)).toBe(false);
  expect(await isSignedBy(received!, "no key")).toBe(false);
  expect(await isSignedBy({ ...received!, signature: "é" }, keys.publicKey)).toBe(false);
});

test("the secret key can’t be taken out of the browser", async () => {
  await expect(crypto.subtle.exportKey("pkcs8", keys.secretKey)).rejects.toThrow();
});

test.each(["p.p1.up.ben.card.", "p.p2.up.noor.card.", "p.p1.up.noor.revision.", "p.p1.down.noor.card."])(
  "the same bytes are no message under another subject: %s",
  async (begin) => {
    expect(await readMessage(wire, `${begin}${subject.split(".").at(-1)}`)).toBeNull();
  },
);

test.each<[string, object]>([
  ["another body", { body: "another file" }],
  ["another seat", { seat: "ben" }],
  ["another panel", { panelId: "p2" }],
  ["a kind that there is none of", { kind: "order" }],
  ["no signature", { signature: undefined }],
  ["another version", { team: 2 }],
])("with %s it is no message there", async (_what, change) => {
  expect(await readMessage(changed(change), subject)).toBeNull();
});

test("text that is no JSON is no message", async () => {
  expect(await readMessage("", subject)).toBeNull();
  expect(await readMessage("{", subject)).toBeNull();
});

test("a forger who puts the words of another under the right subject lacks the signature", async () => {
  const forger = await newSigningKeys();
  const forged = await signMessage({ ...said, body: "a worse file" }, forger);
  const received = await readMessage(forged.wire, subjectOf({ ...said, hash: forged.hash }));
  expect(received).not.toBeNull();
  expect(await isSignedBy(received!, keys.publicKey)).toBe(false);
});
