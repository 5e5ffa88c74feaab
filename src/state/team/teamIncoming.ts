import {
  joiningText,
  LEAD,
  LONGEST_WIRE,
  messageKinds,
  readSubject,
  subjectsFor,
  rosterWith,
  type Roster,
} from "../../domain/team/message.ts";
import { OTHER_DEVICE, type InboxRow } from "../../domain/team/outbox.ts";
import type { EarlyUnlocking, Panel } from "../../domain/panels/panel.ts";
import { isSealed, unseal } from "../../interchange/files/encryption.ts";
import { headerOf, unlockText } from "../../interchange/team/lockedScorecard.ts";
import {
  decodeCardSeat,
  decodeJoined,
  decodeReceipt,
  decodeRoster,
  decodeSeatNews,
  decodeUnlockingKey,
} from "../../interchange/team/messageBodies.ts";
import { textToHash } from "../../interchange/files/textHash.ts";
import { unpackText } from "../../interchange/team/packedText.ts";
import { isVouched } from "../../interchange/team/serverIdentity.ts";
import { isSignedBy, readMessage, type ReceivedMessage } from "../../interchange/team/signedMessage.ts";
import { changePanel, readPanelKey, readPanelRow } from "../../storage/panels/panels.ts";
import type { Database } from "../../storage/database.ts";
import { lockedOf } from "../../storage/team/lockedRows.ts";
import {
  noteOutbox,
  readOutbox,
  readSeen,
  readTeamKeys,
  readTeamLink,
  writeTeamChange,
  type TeamChange,
} from "../../storage/team/teamRows.ts";
import { endSeats } from "../../storage/team/teamEnding.ts";
import type { SeatPlace, TeamKeyRow, TeamLinkOf, TeamLinkRow } from "../../storage/team/teamTables.ts";
import type { AppParts } from "../app/appContext.ts";
import { addSeatScorecard } from "../panels/scorecardIntake.ts";
import { receiptAbout, receiptRow, rosterRow } from "./teamOutgoing.ts";
import type { TeamTransport } from "../../storage/team/teamTransport.ts";
import { answerUnlocking, leadScorecard } from "./unlocking.ts";

/** How far a stream was read, by its subject: what was read is not asked for again with this connection. */
export type ReadUpTo = Map<string, number>;

/** What comes of a message: what is to be written, or that it is to be looked at again later. */
type Taken = Omit<TeamChange, "inbox"> &
  Pick<InboxRow, "refused" | "device" | "recipient"> & {
    /** Whose and what it is said to be, where it is not what the message is. */
    readonly of?: Pick<InboxRow, "seat" | "kind">;
  };
const LATER = "later";

/** What a lead judges a message by, as it is here; the panel and its key may still come, in a backup or a file. */
interface PanelHere {
  readonly keys: TeamKeyRow;
  readonly panel: Panel | undefined;
  readonly secretKey: string | undefined;
}

const NOT_LET_IN = "It comes from a device that was not let in.";
const TOO_LARGE = "It is too large.";
const NO_MESSAGE = "It is no message, or stands where another one belongs.";

/** Reads what is new in a panel's stream and takes it in. @returns false where something could not be judged yet */
export async function readNews(
  app: AppParts,
  place: SeatPlace,
  transport: TeamTransport,
  readUpTo: ReadUpTo,
): Promise<boolean> {
  let isAllJudged = true;
  for (const subject of subjectsFor(place.panelId, place.seat)) {
    let isComplete = true;
    for (;;) {
      const from = (readUpTo.get(subject) ?? 0) + 1;
      const found = await transport.next(place.panelId, from, subject);
      if (!found) break;
      const isJudged = await takeMessage(app, place, found.subject, found.wire);
      // One that could not be written down is read once more.
      readUpTo.set(subject, found.number);
      if (!isJudged) isComplete = false;
    }
    // Nothing says in which order they come: what could not be judged yet is looked at once more with the next news.
    if (!isComplete) readUpTo.delete(subject);
    isAllJudged &&= isComplete;
  }
  return isAllJudged;
}

/**
 * Has a device that took a team up know the seats that the lost one knew last, where that is found.
 *
 * @returns the keys as they were before
 */
export async function readRoster(
  app: AppParts,
  place: SeatPlace,
  transport: TeamTransport,
): Promise<TeamKeyRow | undefined> {
  const keys = await readTeamKeys(app.database, place);
  if (keys?.takenUpFrom === undefined) return keys;
  let last: Roster | null = null;
  for (let from = 1; ;) {
    const found = await transport.next(place.panelId, from, `p.${place.panelId}.all.>`);
    if (!found) break;
    from = found.number + 1;
    const received = await readMessage(found.wire, found.subject);
    if (received?.message.kind !== "roster" || !(await isSignedBy(received, keys.publicKey))) continue;
    const roster = decodeRoster(received.message.body);
    if (roster && roster.number >= (last?.number ?? keys.takenUpFrom)) last = roster;
  }
  if (!last) return keys;
  const { takenUpFrom: _found, ...known } = keys;
  const number = Math.max(last.number, keys.roster.number) + 1;
  const roster: Roster = {
    ...keys.roster,
    ...last,
    number,
    seats: { ...keys.roster.seats, ...last.seats },
    recipients: { ...keys.roster.recipients, ...last.recipients },
  };
  const row = await rosterRow(roster, keys, app.clock.now());
  await writeTeamChange(
    app.database,
    place,
    { keys: { ...known, roster }, outbox: [row] },
    keys.roster.number,
  );
  return keys;
}

/**
 * Takes one message in, once.
 *
 * @param subject where it was found
 * @param isHeard whether it was published, and may never be stored, as where its subject is written: of what has its receipt
 *   nothing is heard again
 * @returns false where it can't be judged yet, or was passed over
 */
export async function takeMessage(
  app: AppParts,
  place: SeatPlace,
  subject: string,
  wire: string,
  isHeard = false,
): Promise<boolean> {
  const { database, clock } = app;
  // Two seats of one panel may be on this device.
  const hash = await textToHash([place.seat, subject, wire].join(" "));
  const { inbox: seen, teamKeys, outbox } = database;
  // In one transaction: each by itself takes its time of whoever waits for the message.
  const [isSeen, keys, isAnswered] = await database.transaction("r", seen, teamKeys, outbox, () =>
    Promise.all([
      readSeen(database, hash),
      readTeamKeys(database, place),
      isHeard && hasReceipt(database, place, subject),
    ]),
  );
  if (isAnswered) return false;
  if (isSeen || !keys) return true;
  const received = wire.length > LONGEST_WIRE ? null : await readMessage(wire, subject);
  const taken = received
    ? await judge(app, place, keys, received)
    : { refused: wire.length > LONGEST_WIRE ? TOO_LARGE : NO_MESSAGE };
  if (taken === LATER) return false;
  if (taken === null) return true;
  const { refused, device, recipient, of, ...change } = taken;
  const inbox: InboxRow = {
    hash,
    panelId: place.panelId,
    seat: received?.message.seat ?? "",
    kind: received?.message.kind ?? "unknown",
    at: clock.now(),
    ...of,
    refused,
    ...(device !== undefined && { device }),
    ...(recipient !== undefined && { recipient }),
  };
  // It was judged by a roster that may be another one by now.
  return writeTeamChange(database, place, { ...change, inbox }, keys.roster.number);
}

async function hasReceipt(database: Database, { panelId }: SeatPlace, subject: string): Promise<boolean> {
  const about = receiptAbout(readSubject(subject).hashStart);
  return (await readOutbox(database, panelId)).some((row) => row.about.startsWith(about));
}

/** @returns null where the place itself is gone with it */
async function judge(
  app: AppParts,
  place: SeatPlace,
  keys: TeamKeyRow,
  received: ReceivedMessage,
): Promise<Taken | typeof LATER | null> {
  const { message } = received;
  if (message.panelId !== place.panelId) return { refused: "It is of another panel." };
  if (place.seat !== LEAD) return takeFromLead(app, place, keys, received);
  if (messageKinds[message.kind] !== "up") return { refused: "It is not for the lead." };
  // At once: each that is waited for is a turn more.
  const { database } = app;
  const { teamLinks, panels, panelKeys } = database;
  const [link, panel, secretKey] = await database.transaction("r", teamLinks, panels, panelKeys, () =>
    Promise.all([
      readTeamLink(database, { panelId: place.panelId, seat: message.seat }),
      readPanelRow(database, place.panelId),
      readPanelKey(database, place.panelId),
    ]),
  );
  const here: PanelHere = { keys, panel, secretKey };
  if (message.kind === "joined") return takeJoined(app, here, link, received);
  if (link?.side !== "lead") return { refused: "Nobody was invited to that seat." };
  const known = keys.roster.seats[message.seat];
  if (known === undefined) return LATER;
  const isLetIn = await isSignedBy(received, known);
  // What a key is good for shows by itself, whoever sends it: the seat's last device may be the one that has it.
  if (message.kind === "key") return takeKey(app, here, received, isLetIn);
  if (!isLetIn) return { refused: NOT_LET_IN };
  return message.kind === "status" ? takeNews(here, link, received) : takeCard(app, here, received);
}

async function takeNews(
  { secretKey }: PanelHere,
  link: TeamLinkOf<"lead">,
  { message }: ReceivedMessage,
): Promise<Taken | typeof LATER> {
  if (secretKey === undefined) return LATER;
  const opened = await unseal(message.body, secretKey);
  const news = opened.ok ? decodeSeatNews(opened.text) : null;
  if (!news) return { refused: "It says nothing of an interview." };
  if (news.number <= (link.news?.number ?? 0)) return { refused: "Newer news of the seat is here." };
  return { refused: "", news: { seat: message.seat, news } };
}

async function takeJoined(
  app: AppParts,
  { keys, panel }: PanelHere,
  link: TeamLinkRow | undefined,
  received: ReceivedMessage,
): Promise<Taken> {
  const { panelId, seat, body } = received.message;
  const joined = decodeJoined(body);
  const isInvited =
    joined !== null &&
    link?.side === "lead" &&
    isVouched(link.seed, joiningText(panelId, seat, joined.publicKey), joined.proof);
  if (!joined || !isInvited || !(await isSignedBy(received, joined.publicKey))) {
    return { refused: "It is not from whoever was invited." };
  }
  const { publicKey: device, recipient } = joined;
  const who = { device, ...(recipient !== undefined && { recipient }) };
  const known = keys.roster.seats[seat];
  if (known !== undefined && known !== device) return { refused: OTHER_DEVICE, ...who };
  // One who says it again is told again, where a server has lost it.
  const roster = rosterWith(keys.roster, seat, who, panel);
  const row = await rosterRow(roster, keys, app.clock.now());
  return { refused: "", ...who, outbox: [row], keys: { ...keys, roster } };
}

async function takeCard(
  app: AppParts,
  { keys, panel, secretKey }: PanelHere,
  { message }: ReceivedMessage,
): Promise<Taken | typeof LATER> {
  const { panelId, seat, body, hash } = message;
  const answer = async (refused: string): Promise<Taken> => {
    const receipt = { hash, at: app.clock.now(), ...(refused !== "" && { refused }) };
    return { refused, outbox: [await receiptRow({ panelId, seat }, receipt, keys)] };
  };
  if (!panel) return LATER;
  if (!panel.interviewers.some(({ id }) => id === seat))
    return answer("The seat is not in the panel any more.");
  if (secretKey === undefined) return LATER;
  const opened = await unseal(body, secretKey);
  if (!opened.ok) return answer("It can’t be opened with the panel’s key.");
  if (isSealed(opened.text)) {
    if ((await headerOf(opened.text)) === null) return answer("It is locked so that nobody can unlock it.");
    const locked = { panelId, seat, hash, text: opened.text, addedAt: app.clock.now() };
    return { ...(await answer("")), locked };
  }
  const refused = await addToPanel(app, panel, seat, opened.text);
  return refused === LATER ? LATER : answer(refused);
}

/**
 * What unlocks a scorecard that came in locked: it is taken in then, as any other.
 *
 * @param isLetIn whether the seat's own device sent it; another one unlocks nothing early
 */
async function takeKey(
  app: AppParts,
  { keys, panel, secretKey }: PanelHere,
  { message }: ReceivedMessage,
  isLetIn: boolean,
): Promise<Taken | typeof LATER> {
  const { panelId, body } = message;
  const { database } = app;
  if (!panel || secretKey === undefined) return LATER;
  const opened = await unseal(body, secretKey);
  const key = opened.ok ? decodeUnlockingKey(opened.text) : null;
  if (!key) return { refused: "It is no key." };
  if (key.reason !== "" && !isLetIn) return { refused: NOT_LET_IN };
  const unlocked = await lockedOf(database, panelId)
    .filter(({ hash }) => hash === key.hash)
    .first();
  if (!unlocked) {
    const rows = await readOutbox(database, panelId);
    // Another seat was first; or the scorecard is still to come, as a server that was wiped may have it.
    return rows.some(({ about }) => about === receiptAbout(key.hash)) ? { refused: "" } : LATER;
  }
  const text = await unlockText(unlocked.text, key.fileKey);
  if (text === null) return { refused: "It unlocks nothing." };
  const refused = await addToPanel(app, panel, unlocked.seat, text);
  if (refused === LATER) return LATER;
  const at = app.clock.now();
  const isEarly = key.reason !== "" && key.reason === keys.earlyReason;
  if (isEarly && panel.leadId !== null && (await leadScorecard(database, panel)) === null) {
    const early = { leadId: panel.leadId, interviewerId: message.seat, reason: key.reason, at };
    await changePanel(database, panelId, (before) => withEarly(before, early), null, at);
  }
  if (refused === "") return { refused, unlocked };
  const receipt = { hash: unlocked.hash, at, refused };
  return {
    refused,
    unlocked,
    of: { seat: unlocked.seat, kind: "card" },
    outbox: [await receiptRow(unlocked, receipt, keys)],
  };
}

function withEarly(panel: Panel, early: EarlyUnlocking): Panel {
  const before = panel.unlockedEarly ?? [];
  const isKnown = before.some(
    ({ interviewerId, reason }) => interviewerId === early.interviewerId && reason === early.reason,
  );
  return isKnown ? panel : { ...panel, unlockedEarly: [...before, early] };
}

/**
 * Its seat signed it, so that nobody has to say whose a revision is.
 *
 * @param packed the scorecard, or as it is
 * @returns why it is not taken in, empty where it is; `LATER` where it could not be stored now
 */
async function addToPanel(app: AppParts, panel: Panel, seat: string, packed: string): Promise<string> {
  const text = await unpackText(packed);
  if (text === null) return "It is damaged, or too large.";
  const said = decodeCardSeat(text);
  if (said?.seat !== seat || said.panelId !== panel.id) return "It is the scorecard of another seat.";
  try {
    const result = await addSeatScorecard(app, panel, text, said.sessionId);
    if (result === undefined) return LATER;
    if (result.kind === "refused") return result.errors.map((error) => error.message).join(" ");
    return result.waiting.length > 0
      ? "It changes what the panel has, so the lead has to add it as a file."
      : "";
  } catch {
    return LATER;
  }
}

async function takeFromLead(
  app: AppParts,
  place: SeatPlace,
  keys: TeamKeyRow,
  received: ReceivedMessage,
): Promise<Taken | typeof LATER | null> {
  const { database, clock } = app;
  const link = await readTeamLink(database, place);
  const { message } = received;
  if (link?.side !== "seat" || !(await isSignedBy(received, link.leadKey))) {
    return { refused: "It is not signed by the lead." };
  }
  if (message.kind === "ended") {
    await endSeats(database, place.panelId, clock.now());
    return null;
  }
  if (message.kind === "roster") {
    const roster = decodeRoster(message.body);
    if (!roster || roster.number <= keys.roster.number) return { refused: "A newer list of seats is here." };
    if (roster.seats[place.seat] === keys.publicKey) {
      const joined = (await readOutbox(database, place.panelId)).find(
        ({ seat, kind }) => seat === place.seat && kind === "joined",
      );
      if (joined) await noteOutbox(database, place, joined.hash, "received", clock.now());
    }
    return { refused: "", keys: { ...keys, roster } };
  }
  if (message.kind === "open") return (await answerUnlocking(app, place, keys, message.body)) ?? LATER;
  const receipt = decodeReceipt(message.body);
  if (!receipt || message.seat !== place.seat) return { refused: "It is no receipt of this seat." };
  const event = receipt.refused === undefined ? "received" : "refused";
  await noteOutbox(database, place, receipt.hash, event, receipt.at, receipt.refused);
  return { refused: "" };
}
