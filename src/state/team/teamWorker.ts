import type { AppParts } from "../app/appContext.ts";
import { createDatabase } from "../../storage/database.ts";
import { systemParts } from "../app/systemParts.ts";
import { workForTeams } from "./teamWork.ts";

/** What the worker is begun with. It says something once it has. */
export interface TeamRequest extends Pick<AppParts, "appName"> {
  readonly databaseName: string;
  /** Of the server. */
  readonly address: string;
}

/** One sender a browser: the workers of other tabs wait for their turn, with all that they need loaded. */
const LOCK = "interview-scorecard team";

addEventListener("message", ({ data: { databaseName, appName, address } }: MessageEvent<TeamRequest>) => {
  const database = createDatabase(databaseName);
  // A newer version of the app brings it up to date, which this one can't open any more.
  database.on("versionchange", ({ newVersion }) => {
    if (newVersion !== null) close();
  });
  const app = { ...systemParts, database, appName };
  const { signal } = new AbortController();
  void navigator.locks.request(LOCK, () => workForTeams(app, address, signal));
  postMessage("begun");
});
