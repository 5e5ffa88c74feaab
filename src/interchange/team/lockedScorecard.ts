import type { UnlockingPair } from "../../domain/team/message.ts";
import { MOST_RECIPIENTS, seal } from "../files/encryption.ts";
import { base64ToBytes, bytesToBase64 } from "../../domain/text/base64.ts";

/*
 * A locked scorecard: an age file for the seats of its panel, the lead's left out, inside an age file for the panel's key. A seat unlocks it
 * from its header alone, which holds age's file key wrapped for each of them, and never sees the scorecard.
 * See https://age-encryption.org/v1 for the header and the file key.
 */

/** Characters of a header of that many recipients. */
export const LONGEST_HEADER = 200 * MOST_RECIPIENTS;

/** @returns a new pair; null where the browser has no X25519 */
export async function newUnlockingPair(): Promise<UnlockingPair | null> {
  try {
    const { privateKey: identity } = await crypto.subtle.generateKey("X25519", false, ["deriveBits"]);
    const { identityToRecipient } = await import("age-encryption");
    return { identity, recipient: await identityToRecipient(identity) };
  } catch {
    return null;
  }
}

/**
 * @param recipients one at least
 * @returns an armored age file that nobody reads but the holder of the panel's key, once one of the recipients has unlocked it
 */
export async function lockText(
  text: string,
  recipients: readonly string[],
  publicKey: string,
): Promise<string> {
  const { armor, Encrypter } = await import("age-encryption");
  const encrypter = new Encrypter();
  for (const one of recipients) encrypter.addRecipient(one);
  return seal(armor.encode(await encrypter.encrypt(text)), publicKey);
}

/** @param locked what the panel's key opened @returns its header; null where it has none that can be asked about */
export async function headerOf(locked: string): Promise<string | null> {
  const { armor } = await import("age-encryption");
  try {
    const text = String.fromCodePoint(...armor.decode(locked).subarray(0, LONGEST_HEADER));
    return /^age-encryption\.org\/v1\n(?:[^-].*\n|->.*\n)*--- .*\n/u.exec(text)?.[0] ?? null;
  } catch {
    return null;
  }
}

/** @returns the file key of what has that header, in base64; null where the pair unlocks nothing there */
export async function unlockHeader(
  header: string,
  { identity }: Pick<UnlockingPair, "identity">,
): Promise<string | null> {
  const { Decrypter } = await import("age-encryption");
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    return bytesToBase64(await decrypter.decryptHeader(new TextEncoder().encode(header)));
  } catch {
    return null;
  }
}

/** @returns what was locked; null where the key is that of another file, or the file was changed */
export async function unlockText(locked: string, fileKey: string): Promise<string | null> {
  const { armor, Decrypter } = await import("age-encryption");
  const decrypter = new Decrypter();
  decrypter.addIdentity({ unwrapFileKey: () => base64ToBytes(fileKey) });
  try {
    return await decrypter.decrypt(armor.decode(locked), "text");
  } catch {
    return null;
  }
}
