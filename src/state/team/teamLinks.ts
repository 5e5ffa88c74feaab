import { isCarried, LEAD, type InvitedTeam } from "../../domain/team/message.ts";
import { issueSeat, linkPartToLead } from "../../interchange/team/serverIdentity.ts";
import { newSigningKeys } from "../../interchange/team/signedMessage.ts";
import { addTeamLink, putTeamServer, readTeamKeys, readTeamLink } from "../../storage/team/teamRows.ts";
import type { TeamLinkOf } from "../../storage/team/teamTables.ts";
import type { AppParts } from "../app/appContext.ts";

const serverPlace = { panelId: "", seat: LEAD };

/**
 * Takes up the link that makes this device one that leads panels through a server.
 *
 * @param part what follows "#/team/"
 * @returns false where the link is damaged; nothing was changed then
 */
export async function leadThroughServer({ database }: AppParts, part: string): Promise<boolean> {
  const access = linkPartToLead(part);
  if (access === null) return false;
  await putTeamServer(database, { ...access, ...serverPlace, side: "server", problem: null });
  return true;
}

/**
 * @returns what goes with an invitation to a seat so that its scorecard comes by itself, the same each time; null where
 * this device leads through no server
 */
export async function teamForInvitation(
  { database, clock }: AppParts,
  panelId: string,
  seat: string,
): Promise<InvitedTeam | null> {
  const server = await readTeamLink(database, serverPlace);
  if (server?.side !== "server" || !isCarried(panelId, seat)) return null;
  const place = { panelId, seat: LEAD };
  const made = { ...place, ...(await newSigningKeys()), roster: { number: 0, seats: {} } };
  const issued: TeamLinkOf<"lead"> = {
    panelId,
    seat,
    side: "lead",
    ...issueSeat(server, panelId, seat, clock.now()),
  };
  const link = await addTeamLink(database, issued, made);
  // Several seats are invited at once: the keys that are here are those of the first.
  const keys = await readTeamKeys(database, place);
  if (link.side !== "lead" || !keys) return null;
  return { jwt: link.jwt, seed: link.seed, leadKey: keys.publicKey };
}

/**
 * Makes this device the seat that an invitation is for: keys are made here, and `fillOutbox` says so.
 *
 * @throws where the browser has no Ed25519
 */
export async function joinTeam(
  { database }: AppParts,
  panelId: string,
  seat: string,
  { jwt, seed, leadKey }: InvitedTeam,
): Promise<void> {
  if (!isCarried(panelId, seat)) return;
  const place = { panelId, seat };
  const keys = { ...place, ...(await newSigningKeys()), roster: { number: 0, seats: {} } };
  const link = { ...place, side: "seat", jwt, seed, leadKey, problem: "" } as const;
  await addTeamLink(database, link, keys);
}
