/** What carries what a team says. */
export type TeamWay = "server" | "folder";

/**
 * @param link what an invitation says of its team, that of a seat, or of what panels are led through
 * @returns whether it goes through a folder that the team shares, in place of a server
 */
export function isByFolder({ jwt }: { readonly jwt?: string }): boolean {
  return jwt === "";
}
