import type { Roster, SeatNews } from "../../domain/team/message.ts";

/** A seat, or the lead, of a panel: `seat` is `LEAD` for the lead. */
export interface SeatPlace {
  readonly panelId: string;
  readonly seat: string;
}

/** The keys that somebody signs with in a panel on this device, and whom the lead knows there. */
export interface TeamKeyRow extends SeatPlace {
  readonly secretKey: CryptoKey;
  /** Raw, in base64. */
  readonly publicKey: string;
  /** The lead's own, or the last one that came from there. */
  readonly roster: Roster;
}

/** What a link brought, or a lead gave out; no panel id and `LEAD` stand for the server that panels are led through. */
export type TeamLinkRow =
  | (SeatPlace & {
      readonly side: "server";
      readonly name: string;
      readonly jwt: string;
      readonly seed: string;
      readonly account: string;
      readonly seatSeed: string;
      /** Why there is no connection; empty where there is one, null where it was not tried. */
      readonly problem: string | null;
    })
  /** This device is that seat. */
  | (SeatPlace & {
      readonly side: "seat";
      readonly jwt: string;
      readonly seed: string;
      /** The lead's public key. */
      readonly leadKey: string;
      readonly problem: string;
    })
  /** Given out by the lead on this device. */
  | (SeatPlace & {
      readonly side: "lead";
      readonly jwt: string;
      readonly seed: string;
      /** How far the seat's interview is, as the seat said last. */
      readonly news?: SeatNews;
    })
  /** The panel was deleted by its lead; nothing else is left of it here. */
  | (SeatPlace & { readonly side: "ended"; readonly at: number })
  /** The panel was deleted here: the others are still to be told. */
  | (SeatPlace & { readonly side: "ending" });

export type TeamLinkOf<Side extends TeamLinkRow["side"]> = Extract<TeamLinkRow, { readonly side: Side }>;
