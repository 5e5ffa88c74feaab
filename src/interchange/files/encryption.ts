import { toIso } from "./decoding.ts";
import { UnreadableFile, withErrors } from "./inflate.ts";

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
   * case where the first lines were changed. "tampered": it was changed, or its end is missing. "manyRecipients": it is
   * sealed to more than `MOST_RECIPIENTS`, and none was tried.
   */
  | { readonly ok: false; readonly reason: "notSealed" | "otherKey" | "tampered" | "manyRecipients" };

/** To try a key on one recipient takes about a millisecond, and 20 MB hold 150,000 of them. The app seals to one. */
export const MOST_RECIPIENTS = 64;

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
    const sealed = age.armor.decode(armored);
    if (hasManyRecipients(sealed)) return { ok: false, reason: "manyRecipients" };
    return { ok: true, text: await decrypter.decrypt(sealed, "text") };
  } catch (error) {
    const isOther = error instanceof Error && error.message.startsWith("no identity matched");
    return { ok: false, reason: isOther ? "otherKey" : "tampered" };
  }
}

/** Counts the lines of the header that begin with "->", up to the one that begins with "---". */
function hasManyRecipients(sealed: Uint8Array): boolean {
  const [lineEnd, dash, arrow] = [10, 45, 62];
  let count = 0;
  let at = sealed.indexOf(lineEnd);
  while (at >= 0 && count <= MOST_RECIPIENTS) {
    if (sealed[at + 1] === dash && sealed[at + 2] === dash) return false;
    if (sealed[at + 1] === dash && sealed[at + 2] === arrow) count++;
    at = sealed.indexOf(lineEnd, at + 1);
  }
  return count > MOST_RECIPIENTS;
}

/**
 * @param createdAt epoch ms
 * @param comments further lines, which age passes over; it takes none of more than 64 kB
 * @returns the text of a recovery file: an age identity file, which `age -d -i` takes
 */
export function keyPairToRecoveryFile(
  { publicKey, secretKey }: KeyPair,
  createdAt: number,
  comments: readonly string[] = [],
): string {
  const before = [`created: ${toIso(createdAt)}`, `public key: ${publicKey}`, ...comments];
  return [...before.map((line) => `# ${line}`), secretKey, ""].join("\n");
}

/** A file of this app that small is not worth sparing. Bytes. */
export const LONGEST_RECOVERY_FILE = 262_144;

/** @returns whether the text is to be read as a recovery file, whole or not */
export function isRecoveryFile(text: string): boolean {
  return identityLines(text).length > 0;
}

/** @returns the pairs of keys that a recovery file holds, without those that are damaged */
export async function recoveryFileToKeyPairs(text: string): Promise<readonly KeyPair[]> {
  const pairs = await Promise.all(
    identityLines(text).map(async (secretKey) => ({
      publicKey: await secretToPublicKey(secretKey),
      secretKey,
    })),
  );
  return pairs.flatMap(({ publicKey, secretKey }) => (publicKey === null ? [] : { publicKey, secretKey }));
}

/** @returns the public key that belongs to a secret one; null where that is none */
export async function secretToPublicKey(secretKey: string): Promise<string | null> {
  const age = await loadAge();
  try {
    return await age.identityToRecipient(secretKey);
  } catch {
    return null;
  }
}

/** Comments are left out, as `age` does; blanks around a key may come from a mail program. */
function identityLines(text: string): readonly string[] {
  return text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line.startsWith("AGE-SECRET-KEY-"));
}

const BINARY_BEGIN = "age-encryption.org/v1\n";

/** @returns whether the first bytes of a file are those of a sealed one (an age file that is not armored) */
export function isSealedBytes(head: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(head).startsWith(BINARY_BEGIN);
}

/** @returns whether they are those of one that a passphrase opens */
export function isSealedWithPassphrase(head: Uint8Array): boolean {
  return isSealedBytes(head) && isForPassphrase(new TextDecoder("latin1").decode(head));
}

/** @returns whether they are those of one, armored or not, that a key opens: no backup is, and every sealed scorecard */
export function isSealedToKey(head: Uint8Array): boolean {
  const text = new TextDecoder("latin1").decode(head);
  if (isSealedBytes(head)) return !isForPassphrase(text);
  if (!isSealed(text)) return false;
  const [, firstLine = ""] = text.trimStart().split(/\r?\n/u);
  try {
    return !isForPassphrase(atob(firstLine));
  } catch {
    return true;
  }
}

function isForPassphrase(beginning: string): boolean {
  return beginning.startsWith(`${BINARY_BEGIN}-> scrypt `);
}

/** @returns an age file that the passphrase opens (scrypt), as a stream */
export async function sealStream(
  bytes: ReadableStream<Uint8Array>,
  passphrase: string,
): Promise<ReadableStream<Uint8Array>> {
  const age = await loadAge();
  const encrypter = new age.Encrypter();
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(bytes);
}

/**
 * Opens an age file that a passphrase sealed, as a stream. Every byte is checked as it comes.
 *
 * @throws `UnreadableFile`, and so does the stream, where the passphrase is another or the file was changed or cut
 */
export async function unsealStream(
  sealed: ReadableStream<Uint8Array>,
  passphrase: string,
): Promise<ReadableStream<Uint8Array>> {
  const age = await loadAge();
  const decrypter = new age.Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return withErrors(await decrypter.decrypt(sealed), () => new UnreadableFile(DAMAGED));
  } catch (error) {
    const isOther = error instanceof Error && error.message.startsWith("no identity matched");
    throw new UnreadableFile(isOther ? WRONG_PASSPHRASE : DAMAGED, { cause: error });
  }
}

const WRONG_PASSPHRASE =
  "The passphrase doesn’t open this file. Check it and try again; the app can’t recover a passphrase.";
const DAMAGED =
  "The encrypted file is damaged: it was changed, or its end is missing. Copy it again from its source.";
