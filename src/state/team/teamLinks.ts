import { isCarried, LEAD, type InvitedTeam } from "../../domain/team/message.ts";
import { isByFolder } from "../../domain/team/teamWay.ts";
import {
  issueLead,
  issueSeat,
  linkPartToLead,
  newServerIdentity,
} from "../../interchange/team/serverIdentity.ts";
import { newUnlockingPair } from "../../interchange/team/lockedScorecard.ts";
import { newSigningKeys } from "../../interchange/team/signedMessage.ts";
import type { PickedFolder } from "../../storage/pickedFolder.ts";
import { readAnyFolder } from "../../storage/team/sharedFolders.ts";
import {
  addTeamLink,
  putTeamServer,
  readLeadLink,
  readTeamKeys,
  readTeamLink,
} from "../../storage/team/teamRows.ts";
import type { TeamLinkOf } from "../../storage/team/teamTables.ts";
import type { AppParts } from "../app/appContext.ts";

export const serverPlace = { panelId: "", seat: LEAD };
export const folderPlace = { panelId: "", seat: "folder" };

/**
 * Takes up the link that makes this device one that leads panels through a server.
 *
 * @param part what follows "#/team/"
 * @returns false where the link is damaged; nothing was changed then
 */
export async function leadThroughServer({ database, clock }: AppParts, part: string): Promise<boolean> {
  const access = linkPartToLead(part);
  if (access === null) return false;
  await putTeamServer(database, {
    ...access,
    ...serverPlace,
    side: "server",
    at: clock.now(),
    problem: null,
  });
  return true;
}

/** Makes this device one that leads panels through a folder that was picked, or through another one than before. */
export async function leadThroughFolder({ database, clock }: AppParts, folder: PickedFolder): Promise<void> {
  const before = await readTeamLink(database, folderPlace);
  const at = clock.now();
  // Nobody else is asked who may do what: this device vouches for its seats.
  const access = before?.side === "server" ? before : issueLead(newServerIdentity(at, 0), LEAD, at);
  await putTeamServer(database, {
    ...access,
    ...folderPlace,
    side: "server",
    at,
    jwt: "",
    folder,
    problem: null,
  });
}

/**
 * @returns what goes with an invitation to a seat so that its scorecard comes by itself, the same each time; null where
 * this device leads through neither a server nor a folder
 */
export async function teamForInvitation(
  { database, clock }: AppParts,
  panelId: string,
  seat: string,
): Promise<InvitedTeam | null> {
  const server = await readLeadLink(database, panelId);
  if (!server || !isCarried(panelId, seat)) return null;
  const place = { panelId, seat: LEAD };
  const made = { ...place, ...(await newSigningKeys(true)), roster: { number: 0, seats: {} } };
  const issued: TeamLinkOf<"lead"> = {
    panelId,
    seat,
    side: "lead",
    ...issueSeat(server, panelId, seat, clock.now()),
    ...(isByFolder(server) && { jwt: "" }),
  };
  const link = await addTeamLink(database, issued, made);
  // Several seats are invited at once: the keys that are here are those of the first.
  const keys = await readTeamKeys(database, place);
  if (link.side !== "lead" || !keys) return null;
  return { jwt: link.jwt, seed: link.seed, leadKey: keys.publicKey };
}

/** @returns whether this device is that seat, or was before the panel ended */
export async function hasJoined({ database }: AppParts, panelId: string, seat: string): Promise<boolean> {
  return (await readTeamLink(database, { panelId, seat })) !== undefined;
}

/**
 * Makes this device the seat that an invitation is for: keys are made here, and `fillOutbox` says so. Where it
 * goes through a folder and none was picked, that of another panel here is its own as well.
 *
 * @throws where the browser has no Ed25519
 */
export async function joinTeam(
  { database }: AppParts,
  panelId: string,
  seat: string,
  { jwt, seed, leadKey }: InvitedTeam,
  picked?: PickedFolder,
): Promise<void> {
  if (!isCarried(panelId, seat)) return;
  const place = { panelId, seat };
  const unlocking = await newUnlockingPair();
  const keys = {
    ...place,
    ...(await newSigningKeys()),
    roster: { number: 0, seats: {} },
    ...(unlocking && { unlocking }),
  };
  const folder = isByFolder({ jwt }) ? (picked ?? (await readAnyFolder(database))) : undefined;
  const link = {
    ...place,
    side: "seat",
    jwt,
    seed,
    leadKey,
    ...(folder && { folder }),
    problem: "",
  } as const;
  await addTeamLink(database, link, keys);
}
