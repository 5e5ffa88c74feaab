import * as v from "valibot";
import { isTime } from "../../domain/text/limits.ts";
import { parseJson } from "../files/decoding.ts";
import { leadSchema, type LeadAccess } from "./serverIdentity.ts";
import { base64ToBytes, bytesToBase64 } from "./signedMessage.ts";

/** What lets a lead go on with a panel's team on another device: whoever has it can do all that the lead can. */
export interface LeadPart {
  readonly panelId: string;
  readonly candidate: string;
  /** When the panel was planned, epoch ms. */
  readonly createdAt: number;
  /** What the lead signs with: Ed25519, raw and PKCS #8, in base64. */
  readonly publicKey: string;
  readonly secretKey: string;
  readonly access: LeadAccess;
  /** The seed that each seat was invited with. */
  readonly seats: Readonly<Record<string, string>>;
}

const schema = v.object({
  panelId: v.string(),
  candidate: v.string(),
  createdAt: v.pipe(v.number(), v.check(isTime)),
  publicKey: v.string(),
  secretKey: v.string(),
  access: leadSchema,
  seats: v.record(v.string(), v.string()),
});

/** @returns the part as a recovery file has it */
export function leadPartToText(part: LeadPart): string {
  return bytesToBase64(new TextEncoder().encode(JSON.stringify(part)));
}

/** @returns the part; null where the text is damaged */
export function textToLeadPart(text: string): LeadPart | null {
  try {
    const parsed = parseJson(new TextDecoder().decode(base64ToBytes(text)));
    return parsed.ok ? v.parse(schema, parsed.value) : null;
  } catch {
    return null;
  }
}
