import type { AppParts } from "../state/appContext.ts";
import { createDatabase } from "../storage/database.ts";

/** Makes the parts that there is one of: the database, the clocks, the source of ids. */
export function composeApp(): AppParts {
  const database = createDatabase();
  database.open().catch(() => {});
  return {
    database,
    clock: { now: () => Date.now(), monotonic: () => performance.now() },
    newId: () => crypto.randomUUID(),
    appName: `Interview Scorecard ${import.meta.env.VITE_APP_VERSION}`,
  };
}
