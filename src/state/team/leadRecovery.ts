import type { Panel } from "../../domain/panels/panel.ts";
import { LEAD } from "../../domain/team/message.ts";
import { isByFolder } from "../../domain/team/teamWay.ts";
import { decodeLeadPart, type LeadPart } from "../../interchange/team/leadPart.ts";
import { issueSeat } from "../../interchange/team/serverIdentity.ts";
import { secretToText, textToKeys } from "../../interchange/team/signedMessage.ts";
import { addLeadOfTeam, readLeadLink, readTeamKeys, readTeamLinks } from "../../storage/team/teamRows.ts";
import type { AppParts } from "../app/appContext.ts";
import { folderPlace, serverPlace } from "./teamLinks.ts";

const MINUTE_MS = 60_000;
/** More than a panel has had rosters when it is lost. */
const ROSTERS_BEFORE = 1000;
const MOST_BEFORE = 900_000;

/** @returns what the panel's team is led with, for its recovery file; null where it has none, or none that can be read */
export async function leadPartOf(
  { database }: AppParts,
  { id }: Pick<Panel, "id">,
): Promise<LeadPart | null> {
  const [keys, server, links] = await Promise.all([
    readTeamKeys(database, { panelId: id, seat: LEAD }),
    readLeadLink(database, id),
    readTeamLinks(database),
  ]);
  const secretKey = keys && (await secretToText(keys));
  if (!keys || !server || !secretKey) return null;
  const seats = links.flatMap((link) =>
    link.side === "lead" && link.panelId === id ? [[link.seat, link.seed] as const] : [],
  );
  const { name, jwt, seed, account, seatSeed } = server;
  return {
    panelId: id,
    publicKey: keys.publicKey,
    secretKey,
    access: { name, jwt, seed, account, seatSeed },
    seats: Object.fromEntries(seats),
    roster: keys.roster,
  };
}

/**
 * Has this device lead a panel's team, where it does not already: all that the seats sent is read again.
 *
 * @param team as a recovery file of the panel has it
 * @returns whether it leads it now, and did not before
 * @throws where this device leads through another server than the panel goes through
 */
export async function takeUpLead(
  { database, clock }: AppParts,
  { id: panelId, createdAt }: Pick<Panel, "id" | "createdAt">,
  team: unknown,
): Promise<boolean> {
  const part = decodeLeadPart(team);
  if (part?.panelId !== panelId) return false;
  const signing = await textToKeys(part.publicKey, part.secretKey);
  if (!signing) return false;
  const { access, seats, roster } = part;
  const isFolder = isByFolder(access);
  const place = isFolder ? folderPlace : serverPlace;
  const here = (await readTeamLinks(database)).find(
    (link) => link.side === "server" && link.seat === place.seat,
  );
  if (!isFolder && here?.side === "server" && here.account !== access.account) {
    throw new Error(
      "The panels of this device go through another team server. Open the link of this panel’s server, then add the file again.",
    );
  }
  const now = clock.now();
  // The seats believe the roster with the highest number: each before was made by somebody who joined or was let in.
  const minutes = Math.max(0, Math.floor((now - createdAt) / MINUTE_MS));
  const number = Math.min(MOST_BEFORE, roster.number + ROSTERS_BEFORE + minutes);
  return addLeadOfTeam(
    database,
    { panelId, seat: LEAD, ...signing, roster: { ...roster, number }, takenUpFrom: roster.number },
    Object.entries(seats).map(([seat, seed]) => ({
      panelId,
      seat,
      side: "lead",
      ...issueSeat(access, panelId, seat, now, seed),
      ...(isFolder && { jwt: "" }),
    })),
    // Not the one that new panels go through, where there is another.
    { ...access, ...place, side: "server", at: 0, problem: isFolder ? "noFolder" : null },
  );
}
