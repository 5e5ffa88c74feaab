// @vitest-environment node
import { expect, test } from "vitest";
import {
  hasExpired,
  issueLead,
  issueSeat,
  isVouched,
  leadToLinkPart,
  linkPartToLead,
  newServerIdentity,
  vouch,
} from "../../../src/interchange/team/serverIdentity.ts";

const NOW = Date.parse("2026-11-24T09:30:00.000Z");
const identity = newServerIdentity(NOW, 1e9);
const lead = issueLead(identity, "lead-1", NOW);

interface Claims {
  readonly exp?: number;
  readonly iss: string;
  readonly name: string;
  readonly nats: {
    readonly tags?: readonly string[];
    readonly issuer_account?: string;
    readonly signing_keys?: readonly { readonly key: string; readonly role: string }[];
    readonly limits?: { readonly disk_storage?: number };
  };
}

function claimsOf(jwt: string): Claims {
  return JSON.parse(Buffer.from(jwt.split(".")[1]!, "base64url").toString()) as Claims;
}

test("an account says who may vouch for leads and for seats, and how much may be stored", () => {
  const claims = claimsOf(identity.accounts[0]!.jwt);
  expect(claims.nats.limits?.disk_storage).toBe(1e9);
  const keyOf = (role: string) => claims.nats.signing_keys?.find((key) => key.role === role)?.key;
  expect(claimsOf(lead.jwt).iss).toBe(keyOf("lead"));
  expect(claimsOf(issueSeat(lead, "p1", "noor", NOW).jwt).iss).toBe(keyOf("seat"));
});

test("a seat is bound to its panel, and its access ends after 400 days", () => {
  const claims = claimsOf(issueSeat(lead, "p1", "noor", NOW).jwt);
  expect(claims).toMatchObject({ name: "noor", exp: NOW / 1000 + 400 * 86_400 });
  expect(claims.nats).toMatchObject({ tags: ["panel:p1"], issuer_account: identity.account });
});

test("who is known until a day is told from who is known no longer", () => {
  const seat = issueSeat(lead, "p1", "noor", NOW);
  const ends = NOW + 400 * 86_400_000;
  expect([hasExpired(seat, ends - 1000), hasExpired(seat, ends)]).toEqual([false, true]);
  for (const jwt of ["", "x", "a.b.c", seat.jwt.replace(/\..*/u, ".e30")])
    expect(hasExpired({ jwt }, ends)).toBe(false);
});

test("what a link holds makes a lead, and no more than that", () => {
  const part = leadToLinkPart(lead);
  expect(linkPartToLead(part)).toEqual(lead);
  expect(part).not.toContain(identity.leadSeed);
  expect(part).toMatch(/^[\w-]+$/u);
});

test.each(["", "x", "é", leadToLinkPart(lead).slice(0, -8), Buffer.from("{}").toString("base64url")])(
  "a damaged link makes none: %j",
  (part) => {
    expect(linkPartToLead(part)).toBeNull();
  },
);

test("who holds an invitation can vouch for a key, for no other text, and nobody else can", () => {
  const { seed } = issueSeat(lead, "p1", "noor", NOW);
  const proof = vouch(seed, "my key");
  expect(isVouched(seed, "my key", proof)).toBe(true);
  expect(isVouched(seed, "another key", proof)).toBe(false);
  expect(isVouched(issueSeat(lead, "p1", "noor", NOW).seed, "my key", proof)).toBe(false);
  expect(isVouched(seed, "my key", "no base64 é")).toBe(false);
});
