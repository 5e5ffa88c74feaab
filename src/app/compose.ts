import type { AppParts } from "../state/app/appContext.ts";
import { openDatabase, type DatabaseOpening } from "../state/app/databaseOpening.ts";
import { askForFirstVisit } from "../state/app/firstVisit.ts";
import { systemParts } from "../state/app/systemParts.ts";
import { createDatabase } from "../storage/database.ts";
import { letGoWhenKept } from "../storage/keptPage.ts";
import { firstScreenDrawn } from "./firstScreen.ts";
import { untilLoaded } from "../ui/page/untilLoaded.ts";

function composeApp(): { readonly parts: AppParts; readonly opening: DatabaseOpening } {
  const firstVisit = askForFirstVisit();
  const database = createDatabase();
  letGoWhenKept(database, window);
  database.on("ready", firstVisit.end);
  const parts = {
    ...systemParts,
    database,
    firstVisit,
    appName: `Interview Scorecard ${import.meta.env.VITE_APP_VERSION}`,
  };
  const onUsable = () => {
    void firstScreenDrawn.then(keepWorking);
  };
  const keepWorking = async () => (await untilLoaded(() => import("./afterStart.ts"))).keepWorking(parts);
  // Planning is drawn without it, and to make it takes as long as that.
  const untilWanted = async () => {
    if (location.hash.startsWith("#/plan") && (await firstVisit.isFirst())) await firstScreenDrawn;
  };
  return {
    parts,
    opening: openDatabase(database, onUsable, untilWanted()),
  };
}

/** The parts that there is one of (the database, the clocks, the source of ids), and how the opening of the database goes. */
export const app = composeApp();
