import type { AppParts } from "../state/app/appContext.ts";
import { keepTakingUp } from "../state/documents/leftBehind.ts";
import { openDatabase, type DatabaseOpening } from "../state/app/databaseOpening.ts";
import { createDatabase } from "../storage/database.ts";

/** When the first screen has been drawn. */
const AFTER_START_MS = 500;
/** When whoever came for one thing has it. */
const WHEN_IDLE_MS = 10_000;

function composeApp(): { readonly parts: AppParts; readonly opening: DatabaseOpening } {
  const database = createDatabase();
  const parts = {
    database,
    clock: { now: () => Date.now(), monotonic: () => performance.now() },
    newId: () => crypto.randomUUID(),
    appName: `Interview Scorecard ${import.meta.env.VITE_APP_VERSION}`,
    teamAddress: new URL("team", document.baseURI).href.replace(/^http/u, "ws"),
  };
  const onUsable = () => {
    keepTakingUp(parts);
    setTimeout(() => void keepAutoBackups(), AFTER_START_MS);
    setTimeout(() => void keepTeams(), AFTER_START_MS);
    setTimeout(() => void keepNotesIndexed(), WHEN_IDLE_MS);
  };
  const keepAutoBackups = async () =>
    (await import("../state/backups/autoBackupKeeping.ts")).keepAutoBackups(parts);
  const keepTeams = async () => (await import("../state/team/teamStart.ts")).keepTeamsIfAny(parts);
  const keepNotesIndexed = async () =>
    (await import("../state/search/noteSearch.ts")).keepNotesIndexed(parts, new AbortController().signal);
  return {
    parts,
    opening: openDatabase(database, onUsable),
  };
}

/** The parts that there is one of (the database, the clocks, the source of ids), and how the opening of the database goes. */
export const app = composeApp();
