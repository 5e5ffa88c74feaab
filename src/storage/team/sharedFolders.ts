import { isByFolder, type LinkProblem } from "../../domain/team/teamWay.ts";
import type { Database } from "../database.ts";
import type { PickedFolder } from "../pickedFolder.ts";
import type { CarriedLink, SeatPlace } from "./teamTables.ts";

const waitingFor: ReadonlySet<LinkProblem | null> = new Set([
  "noFolder",
  "askAgain",
  "folderGone",
  "panelMissing",
]);

/** @returns the links of this device that go through a folder, and can't now until somebody clicks */
export async function readWaitingFolders({ teamLinks }: Database): Promise<readonly CarriedLink[]> {
  const links = await teamLinks.toArray();
  return links.filter(
    (link): link is CarriedLink =>
      (link.side === "server" || link.side === "seat") && isByFolder(link) && waitingFor.has(link.problem),
  );
}

/** @returns a folder that was picked on this device; undefined where there is none */
export async function readAnyFolder({ teamLinks }: Database): Promise<PickedFolder | undefined> {
  const links = await teamLinks.toArray();
  return links.flatMap((link) => ("folder" in link ? [link.folder] : []))[0];
}

/** Has the work for those links go on with that folder, which may be the one that they had. */
export function putFolder(
  { teamLinks }: Database,
  places: readonly SeatPlace[],
  folder: PickedFolder,
): Promise<number> {
  return teamLinks
    .where("[panelId+seat]")
    .anyOf(places.map(({ panelId, seat }): [string, string] => [panelId, seat]))
    .modify((link) => void Object.assign(link, { folder, problem: "" }));
}
