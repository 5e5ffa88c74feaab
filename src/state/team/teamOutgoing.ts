import {
  joiningText,
  LEAD,
  LONGEST_WIRE,
  messageKinds,
  padText,
  subjectOf,
  type Joined,
  type MessageKind,
  type Receipt,
  type Roster,
  type SeatNews,
  unlockersFor,
} from "../../domain/team/message.ts";
import { cardAbout, newsAbout, type OutboxRow } from "../../domain/team/outbox.ts";
import { vouch } from "../../interchange/team/serverIdentity.ts";
import { seal } from "../../interchange/files/encryption.ts";
import { lockText } from "../../interchange/team/lockedScorecard.ts";
import { packText } from "../../interchange/team/packedText.ts";
import { encodeSessionFile } from "../../interchange/formats/sessionFile.ts";
import { signMessage } from "../../interchange/team/signedMessage.ts";
import { readSeatToTell } from "../../storage/team/seatRows.ts";
import { noteOutbox, readOutbox, writeTeamChange } from "../../storage/team/teamRows.ts";
import type { SeatPlace, TeamKeyRow } from "../../storage/team/teamTables.ts";
import type { AppParts } from "../app/appContext.ts";
import type { TeamTransport } from "../../storage/team/teamTransport.ts";

/** What stands in `OutboxRow.about` where a seat says that it joined. */
const JOINED = "joined";

/** @returns a message of this device, signed, as it goes into the outbox */
export async function outboxRow(
  place: SeatPlace,
  kind: MessageKind,
  about: string,
  body: string,
  keys: TeamKeyRow,
  now: number,
): Promise<OutboxRow> {
  const { wire, hash } = await signMessage({ ...place, kind, body }, keys);
  const row = { ...place, hash, kind, about, tries: 0, at: now };
  return wire.length > LONGEST_WIRE
    ? { ...row, wire: "", state: "refused", refused: "It is too large for a team to carry." }
    : { ...row, wire, state: "toSend" };
}

/** @returns who is in a panel, as its lead tells all of them, for the outbox of the lead */
export function rosterRow(roster: Roster, keys: TeamKeyRow, now: number): Promise<OutboxRow> {
  const place = { panelId: keys.panelId, seat: LEAD };
  return outboxRow(place, "roster", `roster ${roster.number}`, JSON.stringify(roster), keys, now);
}

/** @returns what stands in `OutboxRow.about` for the receipt of the message of that hash */
export function receiptAbout(hash: string): string {
  return `receipt ${hash}`;
}

/** @returns the receipt of a message, for the outbox of the lead */
export function receiptRow(
  { panelId, seat }: SeatPlace,
  receipt: Receipt,
  keys: TeamKeyRow,
): Promise<OutboxRow> {
  const about = receiptAbout(receipt.hash);
  return outboxRow({ panelId, seat }, "receipt", about, JSON.stringify(receipt), keys, receipt.at);
}

/**
 * Puts into the outbox what a seat has to say and has not said yet. What is submitted is what is to be sent: the submission
 * itself says so, in its own transaction, and so does each revision; a submission that can still be taken back is none.
 *
 * @returns what it put there; null where the place is no seat of this device
 */
export async function fillOutbox(app: AppParts, place: SeatPlace): Promise<readonly OutboxRow[] | null> {
  const { database, clock, appName } = app;
  const toTell = await readSeatToTell(database, place);
  if (!toTell) return null;
  const { keys, link, said, session, scorecards } = toTell;
  const hasSaid = (about: string) => said.some((row) => row.about === about);
  const rows: Promise<OutboxRow>[] = [];
  if (!hasSaid(JOINED)) {
    const { publicKey } = keys;
    const text = joiningText(place.panelId, place.seat, publicKey);
    const recipient = keys.unlocking?.recipient;
    const body: Joined = {
      publicKey,
      proof: vouch(link.seed, text),
      ...(recipient !== undefined && { recipient }),
    };
    rows.push(outboxRow(place, "joined", JOINED, JSON.stringify(body), keys, clock.now()));
  }
  const publicKey = session?.panel?.publicKey ?? null;
  if (session && publicKey !== null) {
    const add = async (kind: MessageKind, about: string, body: Promise<string>) =>
      outboxRow(place, kind, about, await body, keys, clock.now());
    const unlockers = unlockersFor(keys.roster, place.seat, keys.commitment !== undefined);
    const close = async (packed: Promise<string>) =>
      unlockers.length > 0 ? lockText(await packed, unlockers, publicKey) : seal(await packed, publicKey);
    for (const { first, revisions } of scorecards) {
      const about = cardAbout(
        session.id,
        revisions.map(({ id }) => id),
      );
      const kind = revisions.length === 0 ? "card" : "revision";
      if (hasSaid(about)) continue;
      const write = () => close(packText(encodeSessionFile(first, clock.now(), appName, revisions)));
      if (session.status === "submitted") rows.push(add(kind, about, write()));
      else void rehearse(write);
    }
    const { status, scheduledAt, startedAt, submittedAt } = session;
    const number = said.filter(({ kind }) => kind === "status").length;
    const news: SeatNews = { number: number + 1, status, scheduledAt, startedAt, submittedAt };
    // A scorecard says more: what is put there rings for the next round, and the news go with that.
    if (rows.length === 0 && !hasSaid(newsAbout({ ...news, number })))
      rows.push(add("status", newsAbout(news), seal(padText(JSON.stringify(news)), publicKey)));
  }
  const outbox = await Promise.all(rows);
  if (outbox.length === 0) return [];
  return (await writeTeamChange(database, place, { outbox }, keys.roster.number)) ? outbox : [];
}

const REHEARSALS = 3;
let hasRehearsed = false;

/**
 * While a submission can be taken back: what locks it takes several times as long where it runs for the first times. Once is
 * enough for all that this worker locks.
 */
async function rehearse(write: () => Promise<unknown>): Promise<void> {
  if (hasRehearsed) return;
  hasRehearsed = true;
  try {
    for (let times = 0; times < REHEARSALS; times++) await write();
  } catch {
    // The submission itself meets it.
    hasRehearsed = false;
  }
}

/** Nobody takes a scorecard from a seat that has not joined, and news of it can wait. */
const ranks: Partial<Readonly<Record<MessageKind, number>>> = { joined: -1, status: 1 };

/** What nobody has yet goes before what goes again. */
function inOrderToSend(rows: readonly OutboxRow[]): readonly OutboxRow[] {
  const rankOf = ({ state, kind }: OutboxRow) => (state === "toSend" ? 0 : 10) + (ranks[kind] ?? 0);
  return rows.toSorted((a, b) => rankOf(a) - rankOf(b));
}

/**
 * Gives a server what is on its way from that place and was not given to it before. A lead may have heard what is not stored
 * yet, and answered: it is stored all the same, for a lead who comes back on another device.
 *
 * @param given the hashes of what this connection was given already: with a new one all that has no receipt goes again
 * @param rows what of the outbox is looked at; all of it where they are left out
 * @returns false where something could not be stored now
 */
export async function sendOutbox(
  { database, clock }: AppParts,
  { panelId, seat }: SeatPlace,
  transport: TeamTransport,
  given: Set<string>,
  rows?: readonly OutboxRow[],
): Promise<boolean> {
  let isAllStored = true;
  const isNew = ({ state, tries }: OutboxRow) => tries === 0 && state !== "refused";
  for (const row of inOrderToSend(rows ?? (await readOutbox(database, panelId)))) {
    const isFrom = seat === LEAD ? messageKinds[row.kind] !== "up" : row.seat === seat;
    // Who has joined says so to each server, which may be a new one, for a lead who may be on a new device.
    const isOnItsWay = isNew(row) || row.state === "sent" || row.kind === "joined";
    if (!isFrom || !isOnItsWay || given.has(row.hash)) continue;
    if (!(await transport.store(subjectOf(row), row.wire))) {
      isAllStored = false;
      continue;
    }
    given.add(row.hash);
    if (isNew(row)) await noteOutbox(database, row, row.hash, "stored", clock.now());
  }
  return isAllStored;
}
