import type { LinkProblem, TeamWay } from "../../domain/team/teamWay.ts";

/** @param problem why nothing goes that way; null where it was not tried @returns how it stands, in a sentence or two */
export function connectionWords(problem: LinkProblem | null | undefined, way: TeamWay): string {
  switch (problem) {
    case "":
      return "Connected.";
    case "expired":
      return "The link has expired. Ask whoever runs the server for a new one.";
    case "unknown":
      return "The server does not know this link. Ask whoever runs it for a new one.";
    case "offline":
      return way === "folder"
        ? "It can’t be reached now. What is to be sent waits here."
        : "It can’t be reached now: there is no network, it is off, or the browser does not accept its certificate. What is to be sent waits here.";
    case "panelWaits":
      return way === "folder"
        ? "Connected, but a panel waits: the app can’t make a folder for it in there."
        : "Connected, but a panel waits: not all of the team’s servers can be reached. It goes on by itself once they can.";
    case "folderGone":
      return "The folder is not there any more. Pick it again.";
    case "askAgain":
      return "The browser asks again before the app may use it: see Panels.";
    default:
      return "Connecting…";
  }
}
