import type { Session } from "../session/session.ts";
import { canonicalText } from "../text/canonicalText.ts";

/** What a seat sends up, what goes down to one seat, what goes to all of them, and that a panel is deleted. */
export const messageKinds = {
  joined: "up",
  status: "up",
  card: "up",
  revision: "up",
  receipt: "down",
  roster: "all",
  ended: "ended",
} as const;

export type MessageKind = keyof typeof messageKinds;

/** Who sends what the lead sends: no seat's id, as those are random. */
export const LEAD = "lead";

/** What one machine of a panel says to the others. */
export interface TeamMessage {
  readonly panelId: string;
  /** The id of the seat that it is from, or to where the lead sends it to one; `LEAD` where it goes to all. */
  readonly seat: string;
  readonly kind: MessageKind;
  /** An age file for a scorecard and a status, else JSON without anything of the candidate. */
  readonly body: string;
  /** SHA-256 of the body, 64 hex digits. */
  readonly hash: string;
}

/** A token of a subject: what else an id may hold would stand for several of them. */
const TOKEN = /^[a-z0-9_-]{1,64}$/u;

/** @returns whether a panel of that id and a seat of that id can be carried by a server */
export function isCarried(panelId: string, seat: string): boolean {
  return TOKEN.test(panelId) && TOKEN.test(seat) && seat !== LEAD;
}

/** A subject is written once and never again: it ends in the hash of what is written there. */
export function subjectOf({ panelId, seat, kind, hash }: Omit<TeamMessage, "body">): string {
  const end = hash.slice(0, 32);
  const way = messageKinds[kind];
  if (way === "ended") return `ended.${panelId}.${end}`;
  return `p.${panelId}.${way}.${way === "all" ? "" : `${seat}.`}${kind}.${end}`;
}

/** @returns what of the panel is to be read there: by its lead what comes up, by a seat what is for it */
export function subjectsFor(panelId: string, reader: string): readonly string[] {
  return reader === LEAD ? [`p.${panelId}.up.>`] : [`p.${panelId}.all.>`, `p.${panelId}.down.${reader}.>`];
}

/** @returns what is signed: whose words, in which panel, of which kind. Nothing signed elsewhere says the same */
export function signedText({ panelId, seat, kind, hash }: Omit<TeamMessage, "body">): string {
  return canonicalText(["interview-scorecard team 1", panelId, seat, kind, hash]);
}

/** @returns what the holder of an invitation vouches for: the key that the seat signs with from then on */
export function joiningText(panelId: string, seat: string, publicKey: string): string {
  return canonicalText(["interview-scorecard team 1 joins", panelId, seat, publicKey]);
}

/** Bytes that a server takes of one message, less what stands around it. */
export const LONGEST_WIRE = 890_000;

const BLOCK_BYTES = 4096;

/** @returns the JSON with blanks behind it, as long as others are: its length says how much somebody wrote */
export function padText(text: string): string {
  const { length } = new TextEncoder().encode(text);
  return text + " ".repeat((BLOCK_BYTES - (length % BLOCK_BYTES)) % BLOCK_BYTES);
}

/** What goes with an invitation, so that what its seat sends comes by itself. */
export interface InvitedTeam {
  /**
   * What the server knows the seat by, and the seed that shows that it is the seat. No `jwt`, an empty text, is for a panel
   * that goes through a folder, which its seats pick.
   */
  readonly jwt: string;
  readonly seed: string;
  /** The lead's Ed25519 key, raw, in base64. */
  readonly leadKey: string;
}

/** What a seat says when it joins. */
export interface Joined {
  /** Its Ed25519 key, raw, in base64. */
  readonly publicKey: string;
  /** That it holds the invitation's own key: the signature of the public key with it, in base64. */
  readonly proof: string;
}

/** Who is in the panel, as its lead knows them. Of two the one with the higher number holds. */
export interface Roster {
  readonly number: number;
  /** The public key of each seat that joined. */
  readonly seats: Readonly<Record<string, string>>;
}

/** That the lead has something, and what came of it. */
export interface Receipt {
  /** Of the message that it answers. */
  readonly hash: string;
  /** Epoch ms. */
  readonly at: number;
  /** Why it is not taken in; absent where it is. */
  readonly refused?: string;
}

/** How far a seat's interview is: of two the one with the higher number holds. Never a rating. */
export interface SeatNews extends Pick<Session, "status" | "scheduledAt" | "startedAt" | "submittedAt"> {
  readonly number: number;
}
