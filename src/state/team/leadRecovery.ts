import type { Panel } from "../../domain/panels/panel.ts";
import { LEAD } from "../../domain/team/message.ts";
import { isByFolder } from "../../domain/team/teamWay.ts";
import { leadPartToText, textToLeadPart } from "../../interchange/team/leadPart.ts";
import { issueSeat } from "../../interchange/team/serverIdentity.ts";
import { secretToText, textToKeys } from "../../interchange/team/signedMessage.ts";
import { addLeadOfTeam, readLeadLink, readTeamKeys, readTeamLinks } from "../../storage/team/teamRows.ts";
import type { AppParts } from "../app/appContext.ts";
import { folderPlace, serverPlace } from "./teamLinks.ts";

const MINUTE_MS = 60_000;
/** More than a panel has had lists of seats when it is lost; as many as follow fit above those of 400 days. */
const LISTS_BEFORE = 1000;

/** @returns what the panel's team can be led with from another device, for its recovery file; empty where it has no team */
export async function leadToText(
  { database }: AppParts,
  { id, candidate, createdAt }: Panel,
): Promise<string> {
  const [keys, server, links] = await Promise.all([
    readTeamKeys(database, { panelId: id, seat: LEAD }),
    readLeadLink(database, id),
    readTeamLinks(database),
  ]);
  const secretKey = keys && (await secretToText(keys));
  if (!keys || !server || !secretKey) return "";
  const seats = links.flatMap((link) =>
    link.side === "lead" && link.panelId === id ? [[link.seat, link.seed] as const] : [],
  );
  const { name, jwt, seed, account, seatSeed } = server;
  return leadPartToText({
    panelId: id,
    candidate,
    createdAt,
    publicKey: keys.publicKey,
    secretKey,
    access: { name, jwt, seed, account, seatSeed },
    seats: Object.fromEntries(seats),
  });
}

/**
 * Has this device lead a team, where it does not already. All that the seats sent is read again.
 *
 * @param team as `leadToText` gave it
 * @param lost the text of the recovery file, where the panel is not here: it comes back with the first scorecard then
 * @returns the panel, and whether this device did not lead it before; null where the text is damaged
 */
export async function takeUpLead(
  { database, clock }: AppParts,
  team: string,
  lost?: string,
): Promise<(Pick<Panel, "id" | "candidate"> & { readonly isNew: boolean }) | null> {
  const part = textToLeadPart(team);
  const signing = part && (await textToKeys(part.publicKey, part.secretKey));
  if (!part || !signing) return null;
  const { panelId, candidate, createdAt, access, seats } = part;
  const now = clock.now();
  const place = isByFolder(access) ? folderPlace : serverPlace;
  // The seats believe the list with the highest number: each of those before was made by somebody who joined.
  const number = LISTS_BEFORE + Math.max(0, Math.floor((now - createdAt) / MINUTE_MS));
  const isNew = await addLeadOfTeam(
    database,
    {
      panelId,
      seat: LEAD,
      ...signing,
      roster: { number, seats: {} },
      ...(lost !== undefined && { recovery: lost }),
    },
    Object.entries(seats).map(([seat, seed]) => ({
      panelId,
      seat,
      side: "lead",
      ...issueSeat(access, panelId, seat, now, seed),
      ...(isByFolder(access) && { jwt: "" }),
    })),
    { ...access, ...place, side: "server", at: now, problem: isByFolder(access) ? "noFolder" : null },
  );
  return { id: panelId, candidate, isNew };
}
