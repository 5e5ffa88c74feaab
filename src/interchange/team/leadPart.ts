import * as v from "valibot";
import { isCarried, type Roster } from "../../domain/team/message.ts";
import { rosterSchema } from "./messageBodies.ts";
import { leadSchema, seedSchema, type LeadAccess } from "./serverIdentity.ts";

/** What lets a lead go on with a panel's team on another device: whoever has it can do all that the lead can. */
export interface LeadPart {
  readonly panelId: string;
  /** What the lead signs with: Ed25519, raw and PKCS #8, in base64. */
  readonly publicKey: string;
  readonly secretKey: string;
  readonly access: LeadAccess;
  /** The seed that each seat was invited with. */
  readonly seats: Readonly<Record<string, string>>;
  readonly roster: Roster;
}

const schema = v.pipe(
  v.object({
    panelId: v.string(),
    publicKey: v.string(),
    secretKey: v.string(),
    access: leadSchema,
    seats: v.record(v.string(), seedSchema),
    roster: rosterSchema,
  }),
  v.check(({ panelId, seats }) => Object.keys(seats).every((seat) => isCarried(panelId, seat))),
);

/** @param value as a file has it @returns the part; null where it is none */
export function decodeLeadPart(value: unknown): LeadPart | null {
  const decoded = v.safeParse(schema, value);
  return decoded.success ? decoded.output : null;
}
