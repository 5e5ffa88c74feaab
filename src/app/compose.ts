import type { AppParts } from "../state/app/appContext.ts";
import { openDatabase, type DatabaseOpening } from "../state/app/databaseOpening.ts";
import { askForFirstVisit } from "../state/app/firstVisit.ts";
import { systemParts } from "../state/app/systemParts.ts";
import { createDatabase } from "../storage/database.ts";
import { letGoWhenKept } from "../storage/keptPage.ts";
import { firstScreenDrawn, loadAfterFirstScreen } from "./firstScreen.ts";

function composeApp(): { readonly parts: AppParts; readonly opening: DatabaseOpening } {
  // Planning alone is drawn without the database, and to make that takes as long as to draw.
  const firstVisit = location.hash.startsWith("#/plan") ? askForFirstVisit() : undefined;
  const database = createDatabase();
  letGoWhenKept(database, window);
  if (firstVisit) database.on("ready", firstVisit.end);
  const parts = {
    ...systemParts,
    database,
    firstVisit,
    appName: `Interview Scorecard ${import.meta.env.VITE_APP_VERSION}`,
  };
  const untilWanted = async () => {
    if (await firstVisit?.isFirst()) await firstScreenDrawn;
  };
  const keepWorking = () => {
    database.lasts = loadAfterFirstScreen(() => import("./afterStart.ts")).then((all) =>
      all.keepWorking(parts),
    );
  };
  return {
    parts,
    opening: openDatabase(database, keepWorking, untilWanted()),
  };
}

/** The parts that there is one of (the database, the clocks, the source of ids), and how the opening of the database goes. */
export const app = composeApp();
