import type { Revision } from "../session/scorecard.ts";
import type { Session } from "../session/session.ts";
import type { TeamWay } from "../team/teamWay.ts";

/**
 * How far a submitted scorecard is on its way to the panel's lead: all that a server, a shared folder or a file tells of it
 * comes to this one value. All times are epoch ms.
 */
export type Delivery =
  | TeamDelivery
  /** Nothing left this device since it was submitted, or since it was last revised. */
  | { readonly kind: "toSend" }
  /** It was given away: nobody has said yet that it arrived. */
  | { readonly kind: "sent"; readonly at: number }
  /** The lead has it. */
  | { readonly kind: "received"; readonly at: number };

/** A team carries it: it goes by itself. */
export interface TeamDelivery {
  readonly kind: "toSend" | "sent" | "received";
  /** Since when it is so. */
  readonly at: number;
  readonly byTeam: TeamWay;
}

/** What goes by itself, and did not arrive for so long, is better sent by hand. */
const STUCK_MS = 86_400_000;

/** @param now epoch ms @returns whether a team has had the scorecard for a day, and its lead has not said that it is there */
export function isStuck(delivery: Delivery, now: number): boolean {
  return "byTeam" in delivery && delivery.kind !== "received" && now - delivery.at > STUCK_MS;
}

/** @param now epoch ms @returns whether somebody has to give the scorecard away */
export function isToSend(delivery: Delivery, now: number): boolean {
  return "byTeam" in delivery ? isStuck(delivery, now) : delivery.kind === "toSend";
}

/** What a device has written down of one scorecard. */
export interface DeliveryFacts {
  /** When it was submitted, or last revised: a revision is to be sent as well. */
  readonly changedAt: number;
  /** When it was given away, each time. */
  readonly sentAt: readonly number[];
  /** When the lead's side is known to have had it as it is: a receipt, or a debrief file that has it; null for neither. */
  readonly receivedAt: number | null;
}

/** @returns when a scorecard was submitted or, where that was later, revised last (epoch ms): since then it is to be sent */
export function changedAtOf(
  { submittedAt }: Pick<Session, "submittedAt">,
  revisions: readonly Pick<Revision, "at">[],
): number {
  return Math.max(submittedAt ?? 0, ...revisions.map(({ at }) => at));
}

/** @returns how far the scorecard is */
export function deliveryOf({ changedAt, sentAt, receivedAt }: DeliveryFacts): Delivery {
  if (receivedAt !== null) return { kind: "received", at: receivedAt };
  const last = Math.max(...sentAt);
  return last >= changedAt ? { kind: "sent", at: last } : { kind: "toSend" };
}

/**
 * @param ledIds the panels that are led from this device
 * @returns whether the scorecard of the session leaves this device for its panel's lead once it is submitted
 */
export function isToLead({ panel, sample }: Session, ledIds: ReadonlySet<string>): boolean {
  return panel !== undefined && panel.publicKey !== null && !sample && !ledIds.has(panel.panelId);
}

/** What the list of exports calls the file in which a scorecard goes to the lead. */
export const SENT_FORM = "Encrypted scorecard file";

/** @returns whether an export of that name went to the lead, or was made for it; earlier versions called it sealed */
export function isSentForm(form: string): boolean {
  return /^(?:encrypted|sealed) scorecard/iu.test(form);
}
