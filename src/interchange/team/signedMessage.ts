import { base64ToBytes, bytesToBase64 } from "../../domain/text/base64.ts";
import * as v from "valibot";
import {
  messageKinds,
  signedText,
  subjectOf,
  type MessageKind,
  type TeamMessage,
} from "../../domain/team/message.ts";
import { parseJson } from "../files/decoding.ts";
import { textToHash } from "../files/textHash.ts";

/** The keys of one seat, or of the lead, in one panel. */
export interface SigningKeys {
  readonly secretKey: CryptoKey;
  /** Raw, in base64. */
  readonly publicKey: string;
}

const ALGORITHM = "Ed25519";

/**
 * @param isReadable for a lead, whose recovery file has the secret key; that of a seat can be used here and never be read
 * @throws where the browser has no Ed25519
 */
export async function newSigningKeys(isReadable = false): Promise<SigningKeys> {
  const made = await crypto.subtle.generateKey(ALGORITHM, isReadable, ["sign", "verify"]);
  const { privateKey, publicKey } = made;
  const raw = new Uint8Array(await crypto.subtle.exportKey("raw", publicKey));
  return { secretKey: privateKey, publicKey: bytesToBase64(raw) };
}

/** @returns the secret key as PKCS #8, in base64; null where it can't be read */
export async function secretToText({ secretKey }: Pick<SigningKeys, "secretKey">): Promise<string | null> {
  if (!secretKey.extractable) return null;
  return bytesToBase64(new Uint8Array(await crypto.subtle.exportKey("pkcs8", secretKey)));
}

/** @returns the keys of which the secret one was given out by `secretToText`; null where the two don’t belong together */
export async function textToKeys(publicKey: string, secret: string): Promise<SigningKeys | null> {
  try {
    const secretKey = await crypto.subtle.importKey("pkcs8", base64ToBytes(secret), ALGORITHM, true, [
      "sign",
    ]);
    const key = await crypto.subtle.importKey("raw", base64ToBytes(publicKey), ALGORITHM, false, ["verify"]);
    const probe = textToBytes(publicKey);
    const signature = await crypto.subtle.sign(ALGORITHM, secretKey, probe);
    return (await crypto.subtle.verify(ALGORITHM, key, signature, probe)) ? { secretKey, publicKey } : null;
  } catch {
    return null;
  }
}

const wireSchema = v.object({
  team: v.literal(1),
  panelId: v.string(),
  seat: v.string(),
  kind: v.custom<MessageKind>((kind) => typeof kind === "string" && Object.hasOwn(messageKinds, kind)),
  body: v.string(),
  signature: v.string(),
});

/** @returns the message as it is sent, signed, and the hash of its body */
export async function signMessage(
  message: Omit<TeamMessage, "hash">,
  { secretKey }: Pick<SigningKeys, "secretKey">,
): Promise<{ readonly wire: string; readonly hash: string }> {
  const hash = await textToHash(message.body);
  const signed = textToBytes(signedText({ ...message, hash }));
  const signature = new Uint8Array(await crypto.subtle.sign(ALGORITHM, secretKey, signed));
  const { panelId, seat, kind, body } = message;
  return {
    hash,
    wire: JSON.stringify({ team: 1, panelId, seat, kind, body, signature: bytesToBase64(signature) }),
  };
}

/** A message that came in, of which nobody has said yet that it is who it says it is. */
export interface ReceivedMessage {
  readonly message: TeamMessage;
  readonly signature: string;
}

/**
 * @param subject where it was found
 * @returns the message; null where it is none, or stands where another one belongs
 */
export async function readMessage(wire: string, subject: string): Promise<ReceivedMessage | null> {
  try {
    const parsed = parseJson(wire);
    if (!parsed.ok) return null;
    const { signature, team: _team, ...said } = v.parse(wireSchema, parsed.value);
    const message = { ...said, hash: await textToHash(said.body) };
    return subjectOf(message) === subject ? { message, signature } : null;
  } catch {
    return null;
  }
}

/** @param publicKey raw, in base64 @returns whether the holder of that key signed the message */
export async function isSignedBy(
  { message, signature }: ReceivedMessage,
  publicKey: string,
): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey("raw", base64ToBytes(publicKey), ALGORITHM, false, ["verify"]);
    const signed = textToBytes(signedText(message));
    return await crypto.subtle.verify(ALGORITHM, key, base64ToBytes(signature), signed);
  } catch {
    return false;
  }
}

function textToBytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
