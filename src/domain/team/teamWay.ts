/** What carries what a team says. */
export type TeamWay = "server" | "folder";

/**
 * @param link what an invitation says of its team, that of a seat, or of what panels are led through
 * @returns whether it goes through a folder that the team shares, in place of a server
 */
export function isByFolder({ jwt }: { readonly jwt?: string }): boolean {
  return jwt === "";
}

/** Why nothing goes to a server or a folder, or comes from there; empty where it does. */
export type LinkProblem =
  | ""
  | "offline"
  /** The link says that it ends, or the server does not know it. */
  | "expired"
  | "unknown"
  /** It is there, but what carries a panel that is new can't be made: one of three servers can't be reached. */
  | "panelWaits"
  /** The folder is still to be picked, is to be asked for again, or is not there any more; or the panel is not in it. */
  | "noFolder"
  | "askAgain"
  | "folderGone"
  | "panelMissing";
