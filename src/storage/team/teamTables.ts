import type { Bound, Roster, SeatNews, Unlocking, UnlockingPair } from "../../domain/team/message.ts";
import type { LinkProblem } from "../../domain/team/teamWay.ts";
import type { PickedFolder } from "../pickedFolder.ts";

/** A seat, or the lead, of a panel: `seat` is `LEAD` for the lead. */
export interface SeatPlace {
  readonly panelId: string;
  readonly seat: string;
}

/** What is asked to be unlocked before the lead's own scorecard is submitted. */
export type EarlyRequest = Omit<Unlocking, keyof Bound>;

/** The keys that somebody signs with in a panel on this device, and whom the lead knows there; what binds the lead, as a seat was told first. */
export interface TeamKeyRow extends SeatPlace, Bound {
  readonly secretKey: CryptoKey;
  /** Raw, in base64. */
  readonly publicKey: string;
  /** The lead's own, or the last one that came from there. */
  readonly roster: Roster;
  /**
   * The lead's on a device that took the team up: the number of the roster in the recovery file, until one of the lost
   * device is found that is as new.
   */
  readonly takenUpFrom?: number;
  /** What a seat unlocks the others' scorecards with. */
  readonly unlocking?: UnlockingPair;
  /** What a seat was asked to unlock before the lead's own is submitted, and its owner has not agreed to. */
  readonly early?: EarlyRequest;
  /** The reason that its owner did not agree to last: it is not asked for that again. */
  readonly declined?: string;
  /** Why the lead asked for that. */
  readonly earlyReason?: string;
}

/** What a link brought, or a lead gave out; no panel id stands for what panels are led through. */
export type TeamLinkRow =
  /** A server, or a folder: the one that was set up last is what new panels go through. */
  | (SeatPlace & {
      readonly side: "server";
      /** When it was set up, epoch ms. */
      readonly at?: number;
      readonly name: string;
      readonly jwt: string;
      readonly seed: string;
      readonly account: string;
      readonly seatSeed: string;
      /** `jwt` is empty then. */
      readonly folder?: PickedFolder;
      /** Null where it was not tried. */
      readonly problem: LinkProblem | null;
    })
  /** This device is that seat. */
  | (SeatPlace & {
      readonly side: "seat";
      /** What the server knows the seat by; empty where the panel goes through a folder. */
      readonly jwt: string;
      readonly seed: string;
      /** The lead's public key. */
      readonly leadKey: string;
      /** Once it was picked. */
      readonly folder?: PickedFolder;
      readonly problem: LinkProblem;
    })
  /** Given out by the lead on this device. */
  | (SeatPlace & {
      readonly side: "lead";
      readonly jwt: string;
      readonly seed: string;
      /** How far the seat's interview is, as the seat said last. */
      readonly news?: SeatNews;
      /** When another device was let in (epoch ms): what was not taken in before is looked at once more. */
      readonly readAgainAt?: number;
    })
  /** The panel was deleted by its lead; nothing else is left of it here. */
  | (SeatPlace & { readonly side: "ended"; readonly at: number })
  /** The panel was deleted here: the others are still to be told. */
  | (SeatPlace & {
      readonly side: "ending";
      /** When it was deleted, epoch ms: each time that it is told it is the same message. */
      readonly at?: number;
      /** That of its seats. */
      readonly jwt?: string;
    });

export type TeamLinkOf<Side extends TeamLinkRow["side"]> = Extract<TeamLinkRow, { readonly side: Side }>;

/** A link that goes to a server, or to a folder in its place. */
export type CarriedLink = TeamLinkOf<"server"> | TeamLinkOf<"seat">;
