import type { Delivery } from "../panels/delivery.ts";
import type { MessageKind, SeatNews } from "./message.ts";
import type { TeamWay } from "./teamWay.ts";

/** How far a message is. */
export type OutboxState =
  | "toSend"
  /** A server has stored it; it may lose it again, so it is sent anew with every connection. */
  | "sent"
  /** The lead's signed receipt is here. */
  | "delivered"
  /** The lead's signed receipt says that it was not taken in. */
  | "refused";

type OutboxEvent = "stored" | "received" | "refused";

/** What is not named changes nothing. */
const transitions: Readonly<Record<OutboxState, Partial<Record<OutboxEvent, OutboxState>>>> = {
  toSend: { stored: "sent", received: "delivered", refused: "refused" },
  sent: { received: "delivered", refused: "refused" },
  // What came in locked may be no scorecard of the panel's once it is unlocked.
  delivered: { refused: "refused" },
  refused: { received: "delivered" },
};

/** @returns how far a message in that state is after that */
export function nextState(state: OutboxState, event: OutboxEvent): OutboxState {
  return transitions[state][event] ?? state;
}

/** A message of this device, on its way. */
export interface OutboxRow {
  readonly hash: string;
  readonly panelId: string;
  readonly seat: string;
  readonly kind: MessageKind;
  /** What it says: the same is not said twice. */
  readonly about: string;
  /** As it is sent: the same bytes each time. */
  readonly wire: string;
  readonly state: OutboxState;
  /** How often it was given to a server. */
  readonly tries: number;
  /** When it came into its state, epoch ms. */
  readonly at: number;
  /** Why the lead did not take it in. */
  readonly refused?: string;
}

/** A message that came in, by the SHA-256 of all its bytes: what was seen is not looked at again. */
export interface InboxRow {
  readonly hash: string;
  readonly panelId: string;
  readonly seat: string;
  readonly kind: MessageKind | "unknown";
  /** Epoch ms. */
  readonly at: number;
  /** Empty where it was taken in, else why not. */
  readonly refused: string;
  /** The public key of a device that holds its seat's invitation and joined with it. */
  readonly device?: string;
  /** The age recipient that the device joined with. */
  readonly recipient?: string;
}

/** A scorecard that came in and can't be read here yet: a seat has to unlock it for the lead. */
export interface LockedRow {
  readonly panelId: string;
  readonly seat: string;
  /** Of the message that it came in. */
  readonly hash: string;
  /** An age file, armored. */
  readonly text: string;
  /** Epoch ms. */
  readonly addedAt: number;
}

/** What a locked scorecard is stored under. */
export type LockedKey = [panelId: string, seat: string, hash: string];

/** Why a device that joined with an invitation is not let in, where another one did before. */
export const OTHER_DEVICE = "Another device has joined with the same invitation before.";

/** @returns what stands in `OutboxRow.about` for a scorecard with those revisions: a new one is to be sent as well */
export function cardAbout(sessionId: string, revisionIds: readonly string[]): string {
  return ["card", sessionId, ...revisionIds.toSorted()].join(" ");
}

/** @returns what stands in `OutboxRow.about` for news of a seat */
export function newsAbout({
  number,
  status,
  scheduledAt,
}: Omit<SeatNews, "startedAt" | "submittedAt">): string {
  return ["status", number, status, scheduledAt].join(" ");
}

/**
 * @param row of the scorecard as it is now; undefined where it is not in the outbox yet
 * @param changedAt when it was submitted, or last revised, epoch ms
 * @param byTeam what carries it
 * @returns how far a team has it
 */
export function teamDelivery(row: OutboxRow | undefined, changedAt: number, byTeam: TeamWay): Delivery {
  switch (row?.state) {
    case "delivered":
      return { kind: "received", at: row.at, byTeam };
    case "sent":
      return { kind: "sent", at: row.at, byTeam };
    case "refused":
      return { kind: "toSend" };
    default:
      return { kind: "toSend", at: changedAt, byTeam };
  }
}
