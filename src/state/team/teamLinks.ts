import { isCarried, LEAD, type InvitedTeam, type Joined } from "../../domain/team/message.ts";
import { issueSeat, vouch, linkPartToLead } from "../../interchange/team/serverIdentity.ts";
import { newSigningKeys, signMessage } from "../../interchange/team/signedMessage.ts";
import {
  addTeamLink,
  putTeamServer,
  readTeamKeys,
  readTeamLink,
  writeTeamChange,
} from "../../storage/team/teamRows.ts";
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
 * Makes this device the seat that an invitation is for: keys are made here, and what says so is put into the outbox.
 *
 * @throws where the browser has no Ed25519
 */
export async function joinTeam(
  { database, clock }: AppParts,
  panelId: string,
  seat: string,
  { jwt, seed, leadKey }: InvitedTeam,
): Promise<void> {
  if (!isCarried(panelId, seat)) return;
  const place = { panelId, seat };
  const keys = { ...place, ...(await newSigningKeys()), roster: { number: 0, seats: {} } };
  const link = { ...place, side: "seat", jwt, seed, leadKey, problem: "" } as const;
  if ((await addTeamLink(database, link, keys)) !== link) return;
  const joined: Joined = { publicKey: keys.publicKey, proof: vouch(seed, keys.publicKey) };
  const message = { ...place, kind: "joined", body: JSON.stringify(joined) } as const;
  const { wire, hash } = await signMessage(message, keys);
  const row = { ...place, hash, kind: "joined", about: "joined", wire, state: "toSend", tries: 0 } as const;
  await writeTeamChange(database, place, { outbox: [{ ...row, at: clock.now() }] });
}
