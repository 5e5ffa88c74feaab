import { nkeys } from "@nats-io/nats-core";
import * as v from "valibot";
import { parseJson } from "../files/decoding.ts";
import {
  base64ToBytes,
  base64UrlToBytes,
  bytesToBase64,
  bytesToBase64Url,
} from "../../domain/text/base64.ts";

/*
 * Who may do what on a server, in the form that NATS asks for: an operator vouches for an account, and two keys of the
 * account for its users. What a user may do follows from which key that was, so that users are made without the server.
 * See https://docs.nats.io/running-a-nats-service/configuration/securing_nats/auth_intro/jwt
 */

/** All that a server is told, and what the leads' browsers get to invite with. */
export interface ServerIdentity {
  readonly operatorJwt: string;
  readonly accounts: readonly { readonly publicKey: string; readonly jwt: string }[];
  /** The public key of the account that holds the panels. */
  readonly account: string;
  readonly systemAccount: string;
  /** What vouches for seats, and what vouches for leads. */
  readonly seatSeed: string;
  readonly leadSeed: string;
}

/** How a machine shows a server who it is. */
export interface ServerUser {
  readonly jwt: string;
  readonly seed: string;
}

/** What the link holds that makes somebody a lead. */
export interface LeadAccess extends ServerUser {
  readonly name: string;
  readonly account: string;
  readonly seatSeed: string;
}

const DAY_S = 86_400;
const VALID_DAYS = 400;

/** Whole tokens only: what is put in for a name or a panel is one. */
const seatMay = {
  pub: [
    "p.{{tag(panel)}}.up.{{name()}}.>",
    "$JS.API.STREAM.MSG.GET.{{tag(panel)}}",
    "$JS.API.STREAM.MSG.GET.ended",
  ],
  sub: [
    "p.{{tag(panel)}}.all.>",
    "p.{{tag(panel)}}.down.{{name()}}.>",
    "ended.{{tag(panel)}}.>",
    "_I.{{tag(panel)}}.{{name()}}.>",
  ],
};

const leadMay = {
  pub: [
    "p.>",
    "ended.>",
    "$JS.API.STREAM.CREATE.*",
    "$JS.API.STREAM.INFO.*",
    "$JS.API.STREAM.DELETE.*",
    "$JS.API.STREAM.MSG.GET.*",
  ],
  sub: ["p.*.up.>", "_I.{{name()}}.>"],
};

/**
 * @param now epoch ms
 * @param diskBytes how much the account may store: less than the disk has
 */
export function newServerIdentity(now: number, diskBytes: number): ServerIdentity {
  const [operator, account, system] = [
    nkeys.createOperator(),
    nkeys.createAccount(),
    nkeys.createAccount(),
  ] as const;
  const [seat, lead] = [nkeys.createAccount(), nkeys.createAccount()] as const;
  const limits = {
    subs: -1,
    data: -1,
    payload: -1,
    imports: -1,
    exports: -1,
    wildcards: true,
    conn: -1,
    leaf: -1,
  };
  const scope = (key: nkeys.KeyPair, role: string, may: typeof seatMay) => ({
    kind: "user_scope",
    key: key.getPublicKey(),
    role,
    template: {
      pub: { allow: may.pub },
      sub: { allow: may.sub },
      subs: -1,
      data: -1,
      payload: -1,
    },
  });
  const accountJwt = signJwt(operator, account.getPublicKey(), "panels", now, {
    type: "account",
    limits: { ...limits, mem_storage: 0, disk_storage: diskBytes, streams: -1, consumer: -1 },
    signing_keys: [scope(seat, "seat", seatMay), scope(lead, "lead", leadMay)],
  });
  const systemJwt = signJwt(operator, system.getPublicKey(), "system", now, { type: "account", limits });
  return {
    operatorJwt: signJwt(operator, operator.getPublicKey(), "interview-scorecard", now, {
      type: "operator",
      system_account: system.getPublicKey(),
    }),
    accounts: [
      { publicKey: account.getPublicKey(), jwt: accountJwt },
      { publicKey: system.getPublicKey(), jwt: systemJwt },
    ],
    account: account.getPublicKey(),
    systemAccount: system.getPublicKey(),
    seatSeed: seedOf(seat),
    leadSeed: seedOf(lead),
  };
}

/** @param name one token @param now epoch ms @returns what makes somebody a lead on that server, for 400 days */
export function issueLead(
  { account, seatSeed, leadSeed }: Pick<ServerIdentity, "account" | "seatSeed" | "leadSeed">,
  name: string,
  now: number,
): LeadAccess {
  return { ...issueUser(leadSeed, account, name, [], now), name, account, seatSeed };
}

/**
 * @param now epoch ms
 * @param seed of one who was that seat before; a new one where it is left out
 * @returns what makes somebody that seat of that panel, for 400 days
 */
export function issueSeat(
  { account, seatSeed }: Pick<LeadAccess, "account" | "seatSeed">,
  panelId: string,
  seat: string,
  now: number,
  seed?: string,
): ServerUser {
  return issueUser(seatSeed, account, seat, [`panel:${panelId}`], now, seed);
}

function issueUser(
  signerSeed: string,
  account: string,
  name: string,
  tags: readonly string[],
  now: number,
  seed?: string,
): ServerUser {
  const user = seed === undefined ? nkeys.createUser() : nkeys.fromSeed(textToBytes(seed));
  const jwt = signJwt(
    nkeys.fromSeed(textToBytes(signerSeed)),
    user.getPublicKey(),
    name,
    now,
    { type: "user", issuer_account: account, tags },
    VALID_DAYS,
  );
  return { jwt, seed: seedOf(user) };
}

function signJwt(
  signer: nkeys.KeyPair,
  subject: string,
  name: string,
  now: number,
  claims: Readonly<Record<string, unknown>>,
  days: number | null = null,
): string {
  const iat = Math.floor(now / 1000);
  const body = {
    jti: subject,
    iat,
    ...(days !== null && { exp: iat + days * DAY_S }),
    iss: signer.getPublicKey(),
    name,
    sub: subject,
    nats: { ...claims, version: 2 },
  };
  const text = [{ typ: "JWT", alg: "ed25519-nkey" }, body]
    .map((part) => bytesToBase64Url(textToBytes(JSON.stringify(part))))
    .join(".");
  return `${text}.${bytesToBase64Url(signer.sign(textToBytes(text)))}`;
}

/** @returns the signature, in base64, by which the holder of an invitation vouches for the text */
export function vouch(seed: string, text: string): string {
  return bytesToBase64(nkeys.fromSeed(textToBytes(seed)).sign(textToBytes(text)));
}

/** @returns whether `vouch` with that seed made the proof */
export function isVouched(seed: string, text: string, proof: string): boolean {
  try {
    return nkeys.fromSeed(textToBytes(seed)).verify(textToBytes(text), base64ToBytes(proof));
  } catch {
    return false;
  }
}

export const seedSchema = v.pipe(v.string(), v.check(isSeed));

export const leadSchema = v.object({
  name: v.string(),
  jwt: v.string(),
  seed: seedSchema,
  account: v.string(),
  seatSeed: seedSchema,
});

function isSeed(text: string): boolean {
  try {
    nkeys.fromSeed(textToBytes(text));
    return true;
  } catch {
    return false;
  }
}

/** @returns what follows "#/team/" in the link that makes somebody a lead */
export function leadToLinkPart(access: LeadAccess): string {
  return bytesToBase64Url(textToBytes(JSON.stringify(access)));
}

/** @returns what `leadToLinkPart` was given; null where the link is damaged */
export function linkPartToLead(part: string): LeadAccess | null {
  const parsed = v.safeParse(leadSchema, partToValue(part));
  return parsed.success ? parsed.output : null;
}

const endingSchema = v.object({ exp: v.number() });

/**
 * Servers refuse whom they do not know and whom they know no longer in the same words.
 *
 * @param now epoch ms
 * @returns whether what somebody is known by says itself that it has ended
 */
export function hasExpired({ jwt }: Pick<ServerUser, "jwt">, now: number): boolean {
  const [, claims = ""] = jwt.split(".");
  const ending = v.safeParse(endingSchema, partToValue(claims));
  return ending.success && ending.output.exp * 1000 <= now;
}

/** @returns what JSON in base64url says; null where it is damaged */
function partToValue(part: string): unknown {
  try {
    const bytes = base64UrlToBytes(part);
    const parsed = parseJson(new TextDecoder().decode(bytes));
    return parsed.ok ? parsed.value : null;
  } catch {
    return null;
  }
}

function seedOf(pair: nkeys.KeyPair): string {
  return new TextDecoder().decode(pair.getSeed());
}

function textToBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
