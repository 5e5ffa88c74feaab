import { createDatabase } from "../../storage/database.ts";
import { systemParts } from "../app/systemParts.ts";
import type { TeamRequest } from "./teamKeeping.ts";
import { workForTeams } from "./teamWork.ts";

addEventListener("message", ({ data: { databaseName, appName, address } }: MessageEvent<TeamRequest>) => {
  const database = createDatabase(databaseName);
  // One that is brought up to date, or deleted, is not to be opened anew from here.
  database.on("versionchange", () => close());
  void workForTeams({ ...systemParts, database, appName }, address, new AbortController().signal);
  postMessage("begun");
});
