import {
  nextState,
  OTHER_DEVICE,
  type InboxRow,
  type LockedRow,
  type OutboxRow,
} from "../../domain/team/outbox.ts";
import { isByFolder, type LinkProblem } from "../../domain/team/teamWay.ts";
import type { Database } from "../database.ts";
import type { Bound, SeatNews } from "../../domain/team/message.ts";
import type { EarlyRequest, SeatPlace, TeamKeyRow, TeamLinkOf, TeamLinkRow } from "./teamTables.ts";

/** @returns what links brought to this device, and what was given out on it */
export function readTeamLinks({ teamLinks }: Database): Promise<readonly TeamLinkRow[]> {
  return teamLinks.toArray();
}

/** @returns that link; undefined where it is not here */
export function readTeamLink(
  { teamLinks }: Database,
  { panelId, seat }: SeatPlace,
): Promise<TeamLinkRow | undefined> {
  return teamLinks.get([panelId, seat]);
}

/** Keeps a link with the keys that belong to it; both stay as they are where they are here. @returns the link that is here then */
export function addTeamLink(
  database: Database,
  link: TeamLinkRow,
  keys: TeamKeyRow | null,
): Promise<TeamLinkRow> {
  const { teamLinks, teamKeys } = database;
  return database.transaction("rw", teamLinks, teamKeys, async () => {
    const known = await teamLinks.get([link.panelId, link.seat]);
    if (known) return known;
    await teamLinks.put(link);
    if (keys && !(await teamKeys.get([keys.panelId, keys.seat]))) await teamKeys.put(keys);
    return link;
  });
}

/**
 * Has this device lead a panel's team with those keys, where it does not already.
 *
 * @param server what it is led through, where this device has none of its kind
 * @returns false where it led it before; nothing was changed then
 */
export function addLeadOfTeam(
  database: Database,
  keys: TeamKeyRow,
  seats: readonly TeamLinkOf<"lead">[],
  server: TeamLinkOf<"server">,
): Promise<boolean> {
  const { teamLinks, teamKeys } = database;
  return database.transaction("rw", teamLinks, teamKeys, async () => {
    if (await readTeamKeys(database, keys)) return false;
    await teamKeys.put(keys);
    await teamLinks.bulkPut(seats);
    if (!(await readTeamLink(database, server))) await teamLinks.put(server);
    return true;
  });
}

/** Keeps what panels are led through, in place of another one of its kind. */
export async function putTeamServer({ teamLinks }: Database, server: TeamLinkOf<"server">): Promise<void> {
  await teamLinks.put(server);
}

/**
 * @param panelId of one that was invited to, perhaps: all its seats go the same way
 * @returns what panels of this device are led through; null where that is nothing
 */
export async function readLeadLink(
  { teamLinks }: Database,
  panelId = "",
): Promise<TeamLinkOf<"server"> | null> {
  const links = await teamLinks.where("panelId").anyOf("", panelId).toArray();
  const invited = links.find((link) => link.side === "lead");
  const [last = null] = links
    .filter((link) => link.side === "server")
    .filter((link) => !invited || isByFolder(link) === isByFolder(invited))
    .toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0));
  return last;
}

/** Keeps why nothing goes by a link, or that it does. */
export async function noteLinkProblem(
  database: Database,
  { panelId, seat }: SeatPlace,
  problem: LinkProblem,
): Promise<void> {
  const { teamLinks } = database;
  await database.transaction("rw", teamLinks, async () => {
    const link = await teamLinks.get([panelId, seat]);
    if (link && "problem" in link && link.problem !== problem) await teamLinks.put({ ...link, problem });
  });
}

/** @returns the keys of that place; undefined where they are not here */
export function readTeamKeys(
  { teamKeys }: Database,
  { panelId, seat }: SeatPlace,
): Promise<TeamKeyRow | undefined> {
  return teamKeys.get([panelId, seat]);
}

/**
 * @returns whether a seat of this device is one of those that unlock the scorecards of one of these panels, and was not asked
 *   to for good: the lead's own is still to come
 */
export async function isStillToUnlock({ teamKeys }: Database, panelIds: readonly string[]): Promise<boolean> {
  const rows = await teamKeys.where("panelId").anyOf(panelIds).toArray();
  return rows.some(
    ({ seat, roster: { leadSeat }, unlocking, commitment }) =>
      unlocking !== undefined && leadSeat !== undefined && leadSeat !== seat && commitment === undefined,
  );
}

/** @returns the messages of a panel that are on their way from this device, or were */
export function readOutbox({ outbox }: Database, panelId: string): Promise<readonly OutboxRow[]> {
  return outbox.where("panelId").equals(panelId).toArray();
}

/** @param hash as in `InboxRow` @returns whether the message came in before */
export async function readSeen({ inbox }: Database, hash: string): Promise<boolean> {
  return (await inbox.get(hash)) !== undefined;
}

/** @param device its public key @returns the age recipient that it joined the panel with; undefined where it had none */
export async function readRecipient(
  { inbox }: Database,
  panelId: string,
  device: string,
): Promise<string | undefined> {
  const rows = await inbox.where("panelId").equals(panelId).toArray();
  return rows.find((row) => row.device === device)?.recipient;
}

const TOLD_OF = new Set<InboxRow["kind"]>(["joined", "card", "revision"]);

/** @returns what came in the name of a panel's seats and was not taken in, the oldest first; without news, of which the last counts */
export async function readRefused({ inbox }: Database, panelId: string): Promise<readonly InboxRow[]> {
  const rows = await inbox.where("panelId").equals(panelId).toArray();
  return rows
    .filter(({ refused, kind }) => refused !== "" && TOLD_OF.has(kind))
    .toSorted((a, b) => a.at - b.at);
}

/** What a message that came in, or one that is to go, changes. */
export interface TeamChange {
  readonly inbox?: InboxRow;
  readonly outbox?: readonly OutboxRow[];
  readonly keys?: TeamKeyRow;
  /** How far a seat is, of a panel that is led here. */
  readonly news?: { readonly seat: string; readonly news: SeatNews };
  /** The device, by its public key, that a seat is from now on, of those that joined; and when, epoch ms. */
  readonly letIn?: { readonly seat: string; readonly device: string; readonly at: number };
  /** A scorecard that came in locked; or one that is unlocked, or never will be, and is dropped. */
  readonly locked?: LockedRow;
  readonly unlocked?: LockedRow;
  /** What the lead is bound to or asks for, as one or the other side has it; null where nothing is asked any more. */
  readonly told?: Pick<TeamKeyRow, keyof Bound | "declined" | "earlyReason"> & {
    readonly early?: EarlyRequest | null;
  };
}

/**
 * Writes all of it in one transaction.
 *
 * @param rosterNumber of the roster that it was judged by
 * @returns false where the panel ended meanwhile, or has another roster, and nothing was written
 */
export function writeTeamChange(
  database: Database,
  place: SeatPlace,
  { inbox: seen, outbox: sent = [], keys, news, letIn, locked, unlocked, told }: TeamChange,
  rosterNumber: number,
): Promise<boolean> {
  const { teamLinks, teamKeys, outbox, inbox, lockedScorecards } = database;
  return database.transaction("rw", teamLinks, teamKeys, outbox, inbox, lockedScorecards, async () => {
    const key: [string, string] = [place.panelId, place.seat];
    // At once: each that is waited for is a turn more.
    const [known, own, there, ofSeat] = await Promise.all([
      teamKeys.get(key),
      teamLinks.get(key),
      outbox.bulkGet(sent.map(({ hash }) => hash)),
      teamLinks.get([place.panelId, news?.seat ?? letIn?.seat ?? ""]),
    ]);
    // Its keys stay until its seats are told that it ended.
    if (known?.roster.number !== rosterNumber || own?.side === "ending") return false;
    const { early: before, ...rest } = known;
    const { early = before, ...more } = told ?? {};
    await Promise.all([
      outbox.bulkPut(sent.filter((_row, at) => there[at] === undefined)),
      seen && inbox.put(seen),
      locked && lockedScorecards.put(locked),
      unlocked && lockedScorecards.delete([unlocked.panelId, unlocked.seat, unlocked.hash]),
      keys && teamKeys.put(keys),
      told && teamKeys.put({ ...rest, ...more, ...(early && { early }) }),
    ]);
    if (ofSeat?.side !== "lead") return true;
    if (news) await teamLinks.put({ ...ofSeat, news: news.news });
    if (letIn) {
      // The news were those of the other device.
      const { news: _others, ...link } = ofSeat;
      await teamLinks.put({ ...link, readAgainAt: letIn.at });
      await markDevices(database, place.panelId, letIn);
    }
    return true;
  });
}

/** Has what a seat sent be looked at once more, and each other device that joined be one that can be let in. */
async function markDevices(
  { inbox }: Database,
  panelId: string,
  { seat, device: current }: { readonly seat: string; readonly device: string },
): Promise<void> {
  const rows = await inbox.where("panelId").equals(panelId).toArray();
  for (const row of rows.filter((one) => one.seat === seat)) {
    const { hash, device } = row;
    if (device !== undefined) {
      await inbox.put({ ...row, refused: device === current ? "" : OTHER_DEVICE });
    } else if (row.refused !== "") await inbox.delete(hash);
  }
}

/** Notes what became of a message of that place. @param at epoch ms @param refused why the lead did not take it in */
export async function noteOutbox(
  database: Database,
  { panelId, seat }: SeatPlace,
  hash: string,
  event: Parameters<typeof nextState>[1],
  at: number,
  refused?: string,
): Promise<void> {
  const { outbox } = database;
  await database.transaction("rw", outbox, async () => {
    const row = await outbox.get(hash);
    if (row?.panelId !== panelId || row.seat !== seat) return;
    const state = nextState(row.state, event);
    const tries = row.tries + (event === "stored" ? 1 : 0);
    const isNew = state !== row.state;
    await outbox.put({
      ...row,
      state,
      tries,
      at: isNew ? at : row.at,
      ...(isNew && refused !== undefined && { refused }),
    });
  });
}
