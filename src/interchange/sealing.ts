import { toIso } from "./decoding.ts";

/** A panel's own pair of keys: the public one goes out with its invitations, the secret one stays with the lead. */
export interface KeyPair {
  /** An age recipient, "age1…". */
  readonly publicKey: string;
  /** An age identity, "AGE-SECRET-KEY-1…". */
  readonly secretKey: string;
}

export type Unsealed =
  | { readonly ok: true; readonly text: string }
  /**
   * "notSealed": it is no armored age file. "otherKey": none of those that it is sealed to is this one, as is the
   * case where the first lines were changed. "tampered": it was changed, or its end is missing.
   */
  | { readonly ok: false; readonly reason: "notSealed" | "otherKey" | "tampered" };

const ARMOR_BEGIN = "-----BEGIN AGE ENCRYPTED FILE-----";

/** The library is loaded when something is sealed, not before the first screen. */
function loadAge() {
  return import("age-encryption");
}

/** @returns whether the text looks like a sealed file, readable or not */
export function isSealed(text: string): boolean {
  return text.trimStart().startsWith(ARMOR_BEGIN);
}

/** @returns a new pair of keys (X25519) */
export async function newKeyPair(): Promise<KeyPair> {
  const age = await loadAge();
  const secretKey = await age.generateX25519Identity();
  return { publicKey: await age.identityToRecipient(secretKey), secretKey };
}

/**
 * @returns an armored age file that only the holder of the secret key can read
 * @throws where the public key is none
 * @see https://age-encryption.org/v1 the format
 */
export async function seal(text: string, publicKey: string): Promise<string> {
  const age = await loadAge();
  const encrypter = new age.Encrypter();
  encrypter.addRecipient(publicKey);
  return age.armor.encode(await encrypter.encrypt(text));
}

/** Opens a sealed file. Every byte of it is checked: what comes out is what went in. */
export async function unseal(armored: string, secretKey: string): Promise<Unsealed> {
  if (!isSealed(armored)) return { ok: false, reason: "notSealed" };
  const age = await loadAge();
  const decrypter = new age.Decrypter();
  decrypter.addIdentity(secretKey);
  try {
    return { ok: true, text: await decrypter.decrypt(age.armor.decode(armored), "text") };
  } catch (error) {
    const isOther = error instanceof Error && error.message.startsWith("no identity matched");
    return { ok: false, reason: isOther ? "otherKey" : "tampered" };
  }
}

/**
 * @param createdAt epoch ms
 * @returns the text of a recovery file: an age identity file, which `age -d -i` takes
 */
export function keyPairToRecoveryFile({ publicKey, secretKey }: KeyPair, createdAt: number): string {
  return `# created: ${toIso(createdAt)}\n# public key: ${publicKey}\n${secretKey}\n`;
}
