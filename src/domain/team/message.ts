import type { Panel } from "../panels/panel.ts";
import type { Session } from "../session/session.ts";
import { canonicalText } from "../text/canonicalText.ts";

/** What a seat sends up, what goes down to one seat, what goes to all of them, and that a panel is deleted. */
export const messageKinds = {
  joined: "up",
  status: "up",
  card: "up",
  revision: "up",
  key: "up",
  receipt: "down",
  roster: "all",
  open: "all",
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

/** @returns of what kind the message on a subject is that `subjectOf` gave, and how its hash begins; that of an end names no kind */
export function readSubject(subject: string): { readonly kind: string; readonly hashStart: string } {
  const [kind = "", hashStart = ""] = subject.split(".").slice(-2);
  return { kind, hashStart };
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
  /** An age recipient, of which the browser has the identity and gives it to nobody; absent where it can't make one. */
  readonly recipient?: string;
}

/** Who is in the panel, as its lead knows them. Of two the one with the higher number holds. */
export interface Roster {
  readonly number: number;
  /** The public key of each seat that joined. */
  readonly seats: Readonly<Record<string, string>>;
  /** The age recipient of each that made one. */
  readonly recipients?: Readonly<Record<string, string>>;
  /** The seat of a lead who interviews too, and so reads no other scorecard before the own one is submitted. */
  readonly leadSeat?: string;
}

/**
 * @param device its public key, and its age recipient where it made one
 * @param panel as it is planned; undefined where that is not here
 * @returns the next roster, in which that device is the seat
 */
export function rosterWith(
  { recipients: before = {}, leadSeat: _before, ...roster }: Roster,
  seat: string,
  { device, recipient }: { readonly device: string; readonly recipient?: string },
  panel: Pick<Panel, "leadId"> | undefined,
): Roster {
  const { [seat]: _other, ...others } = before;
  return {
    number: roster.number + 1,
    seats: { ...roster.seats, [seat]: device },
    recipients: { ...others, ...(recipient !== undefined && { [seat]: recipient }) },
    ...leadSeatOf(panel),
  };
}

/** @returns the next roster, where the plan says otherwise than this one whether the lead interviews; null where it does not */
export function rosterFor(
  { leadSeat: before, ...roster }: Roster,
  panel: Pick<Panel, "leadId">,
): Roster | null {
  const now = leadSeatOf(panel);
  if (roster.number === 0 || now.leadSeat === before) return null;
  return { ...roster, number: roster.number + 1, ...now };
}

function leadSeatOf(panel: Pick<Panel, "leadId"> | undefined): Pick<Roster, "leadSeat"> {
  const leadId = panel?.leadId ?? null;
  return leadId === null ? {} : { leadSeat: leadId };
}

/** One of those that sent a scorecard or unlock it is enough, and what is locked to hundreds is long. */
const MOST_UNLOCKERS = 16;

/**
 * Blindness that does not rest on the lead's browser: a scorecard is encrypted to the seats, the lead's left out, then to the
 * panel's key.
 *
 * @returns the age recipients of those who can unlock what that seat sends, its own first; nobody where the lead does not
 * interview, or has finished, and nobody for the lead's own seat
 */
export function unlockersFor(
  { recipients = {}, leadSeat }: Roster,
  seat: string,
  isLeadBound: boolean,
): readonly string[] {
  const { [seat]: own, ...others } = recipients;
  if (leadSeat === undefined || leadSeat === seat || isLeadBound || own === undefined) return [];
  const { [leadSeat]: _lead, ...rest } = others;
  return [own, ...Object.values(rest)].slice(0, MOST_UNLOCKERS);
}

/** What a seat unlocks with. */
export interface UnlockingPair {
  /** X25519. It can be used here and never be read. */
  readonly identity: CryptoKey;
  /** The age recipient that belongs to it. */
  readonly recipient: string;
}

/** What binds the lead to the own submitted scorecard: a hash of each part. What one side has no hash of is not compared. */
export interface Bound {
  /** Of the ratings, with the notes of areas: all that earlier versions know. */
  readonly commitment?: string;
  /** Of the timed notes. */
  readonly notesCommitment?: string;
  /** Of the recommendation and the summary. */
  readonly recommendationCommitment?: string;
}

/** @returns whether one is bound to another scorecard than the other says */
export function isBoundElsewhere(one: Bound, other: Bound): boolean {
  const parts = ["commitment", "notesCommitment", "recommendationCommitment"] as const;
  return parts.some(
    (part) => one[part] !== undefined && other[part] !== undefined && one[part] !== other[part],
  );
}

/** What the lead sends to have scorecards unlocked. */
export interface Unlocking extends Omit<Bound, "commitment"> {
  /** Null where the lead's own scorecard is not submitted, or the lead does not interview. */
  readonly commitment: string | null;
  /** Why it is asked for before; empty where the own one is submitted, or there will be none. */
  readonly reason: string;
  /** The panel's, for the answer. */
  readonly publicKey: string;
  /** The age header of each locked scorecard, by the hash of the message it came in. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What a seat answers: what unlocks one scorecard, and nothing else. */
export interface UnlockingKey {
  /** Of the message that the scorecard came in. */
  readonly hash: string;
  /** age's file key, in base64. */
  readonly fileKey: string;
  /** The lead's reason, where this was confirmed by somebody; empty where the lead's own is submitted. */
  readonly reason: string;
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
