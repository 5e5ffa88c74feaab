import type { Panel } from "../../domain/panels/panel.ts";
import {
  isBoundElsewhere,
  LEAD,
  rosterFor,
  type Unlocking,
  type UnlockingKey,
} from "../../domain/team/message.ts";
import type { OutboxRow } from "../../domain/team/outbox.ts";
import { canonicalText } from "../../domain/text/canonicalText.ts";
import type { WholeSession } from "../../domain/session/wholeSession.ts";
import { seal } from "../../interchange/files/encryption.ts";
import { textToHash } from "../../interchange/files/textHash.ts";
import { headerOf, unlockHeader } from "../../interchange/team/lockedScorecard.ts";
import { decodeUnlocking } from "../../interchange/team/messageBodies.ts";
import type { Database } from "../../storage/database.ts";
import { readSeatSessions } from "../../storage/panels/ownSeats.ts";
import { readPanelKey, readPanelRow } from "../../storage/panels/panels.ts";
import { rowsOf } from "../../storage/panels/scorecardRows.ts";
import { loadWholeSession } from "../../storage/session/sessions.ts";
import { lockedOf } from "../../storage/team/lockedRows.ts";
import { readOutbox, readTeamKeys, writeTeamChange, type TeamChange } from "../../storage/team/teamRows.ts";
import type { EarlyRequest, SeatPlace, TeamKeyRow } from "../../storage/team/teamTables.ts";
import type { AppParts } from "../app/appContext.ts";
import { commitmentTo, saltsOf } from "../panels/commitment.ts";
import { openScorecardText } from "../panels/scorecardTexts.ts";
import { outboxRow, rosterRow } from "./teamOutgoing.ts";

/*
 * Scorecards that come in locked: the lead binds the own one and asks; the browser of any seat but the lead's answers with
 * what unlocks them. Before the lead's own is submitted only somebody does, who is told why.
 */

/** Tells the seats of a panel that is led here whether its lead interviews, where the plan was changed since they were told. */
export async function tellLeadSeat({ database, clock }: AppParts, panelId: string): Promise<void> {
  const place = { panelId, seat: LEAD };
  const [keys, panel] = await Promise.all([readTeamKeys(database, place), readPanelRow(database, panelId)]);
  const roster = keys && panel ? rosterFor(keys.roster, panel) : null;
  if (!keys || !roster) return;
  const outbox = [await rosterRow(roster, keys, clock.now())];
  await writeTeamChange(database, place, { keys: { ...keys, roster }, outbox }, keys.roster.number);
}

/** Headers in one message: each is short of what a message may be by far, however many it is wrapped for. */
const MOST_HEADERS = 50;

/**
 * Puts into the outbox that the seats are to unlock what came in locked, once the lead's own is submitted, or a reason was
 * given, or there will be no own one.
 */
export async function fillUnlocking(app: AppParts, panelId: string): Promise<void> {
  const { database } = app;
  const place = { panelId, seat: LEAD };
  const [keys, lockedKeys] = await Promise.all([
    readTeamKeys(database, place),
    lockedOf(database, panelId).primaryKeys(),
  ]);
  // Who was asked early is told as well when that is over.
  if (!keys || (lockedKeys.length === 0 && keys.earlyReason === undefined)) return;
  const panel = await readPanelRow(database, panelId);
  const secretKey = await readPanelKey(database, panelId);
  if (!panel || panel.publicKey === null || secretKey === undefined) return;
  const own = await leadScorecard(database, panel);
  const reason = own ? "" : (keys.earlyReason ?? "");
  if (!own && panel.leadId !== null && (reason === "" || lockedKeys.length === 0)) return;
  const bound = own ? await commitmentTo(own, await saltsOf(secretKey)) : { commitment: null };
  const hashes = lockedKeys.map(([, , hash]) => hash).toSorted();
  const about = `open ${await textToHash(canonicalText([bound, reason, ...hashes]))}`;
  if ((await readOutbox(database, panelId)).some((row) => row.about === about)) return;
  const rows = await lockedOf(database, panelId).toArray();
  const headers = await Promise.all(
    rows.map(async ({ hash, text }) => [hash, (await headerOf(text)) ?? ""] as const),
  );
  const outbox: OutboxRow[] = [];
  for (let from = 0; from === 0 || from < headers.length; from += MOST_HEADERS) {
    const part = Object.fromEntries(headers.slice(from, from + MOST_HEADERS));
    const body: Unlocking = { ...bound, reason, publicKey: panel.publicKey, headers: part };
    outbox.push(await outboxRow(place, "open", about, JSON.stringify(body), keys, app.clock.now()));
  }
  await writeTeamChange(database, place, { outbox }, keys.roster.number);
}

/** @returns the lead's own scorecard as it was submitted, wherever; null where it was not */
export async function leadScorecard(database: Database, { id, leadId }: Panel): Promise<WholeSession | null> {
  const sessions = await readSeatSessions(database, { panelId: id, seat: leadId ?? "" });
  const here = sessions.find(({ status }) => status === "submitted");
  if (here) return (await loadWholeSession(database, here.id)) ?? null;
  const row = await rowsOf(database, id)
    .filter(({ interviewerId }) => interviewerId === leadId)
    .first();
  const secretKey = await readPanelKey(database, id);
  return row ? (await openScorecardText(row.text, secretKey)).first : null;
}

/** What is asked of the person in a seat where the lead is bound to another scorecard than before. */
const BOUND_ANEW = "I have submitted another scorecard than before.";

/**
 * What a seat does on the lead's request: it answers by itself where the lead's own is submitted, or there is none to be, else
 * its owner is asked.
 *
 * @returns null where it can't be judged before the next roster
 */
export async function answerUnlocking(
  app: AppParts,
  place: SeatPlace,
  keys: TeamKeyRow,
  body: string,
): Promise<(TeamChange & { readonly refused: string }) | null> {
  const asked = decodeUnlocking(body);
  if (!asked) return { refused: "It asks for nothing that can be unlocked." };
  const { reason, publicKey, headers, commitment, ...more } = asked;
  const request = { reason, publicKey, headers };
  if (commitment === null && reason === "") {
    if (keys.roster.leadSeat !== undefined) return null;
    return { refused: "", outbox: await keyRows(app, place, keys, request) };
  }
  if (commitment !== null && !isBoundElsewhere(keys, { commitment, ...more })) {
    const outbox = await keyRows(app, place, keys, request);
    // What an earlier version of the lead's app bound stays bound; what it did not know is from now on.
    return { refused: "", told: { commitment, ...more, early: null }, outbox };
  }
  // It was asked before the lead was bound, and came later.
  if (commitment === null && keys.commitment !== undefined) return { refused: "" };
  const early = commitment === null ? request : { ...request, reason: BOUND_ANEW };
  // Also where more came in locked since.
  if (early.reason === keys.declined) return { refused: "" };
  const isOpen = (await keyRows(app, place, keys, early)).length > 0;
  return { refused: "", ...(isOpen && { told: { early } }) };
}

/** @returns what unlocks those that this seat can and has not unlocked for that reason, for its outbox */
export async function keyRows(
  { database, clock }: AppParts,
  place: SeatPlace,
  keys: TeamKeyRow,
  { reason, publicKey, headers }: EarlyRequest,
): Promise<readonly OutboxRow[]> {
  const { unlocking } = keys;
  if (!unlocking) return [];
  const said = new Set((await readOutbox(database, place.panelId)).map(({ about }) => about));
  const rows: OutboxRow[] = [];
  for (const [hash, header] of Object.entries(headers)) {
    const about = `key ${hash} ${reason}`;
    const fileKey = said.has(about) ? null : await unlockHeader(header, unlocking);
    if (fileKey === null) continue;
    const key: UnlockingKey = { hash, fileKey, reason };
    const body = await seal(JSON.stringify(key), publicKey);
    rows.push(await outboxRow(place, "key", about, body, keys, clock.now()));
  }
  return rows;
}
