import { createContext, useContext } from "react";
import type { Database } from "../../storage/database.ts";

/** The machine's clocks. */
export interface Clock {
  /** Wall clock, epoch ms. */
  readonly now: () => number;
  /** Ms since some start, never set. */
  readonly monotonic: () => number;
}

/** Whether a browser is here for the first time, as long as its database is being made. */
export interface FirstVisit {
  readonly isFirst: () => Promise<boolean>;
  /** The database is there, and is read from now on. */
  readonly end: () => void;
}

/** What is made once, in `app/compose.ts`, and handed to all that needs it. */
export interface AppParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Name and version, for the head of files. */
  readonly appName: string;
  /** Only where the first screen is drawn without the database. */
  readonly firstVisit?: FirstVisit | undefined;
}

export const AppContext = createContext<AppParts | null>(null);

/** @throws outside the provider */
export function useApp(): AppParts {
  const app = useContext(AppContext);
  if (!app) throw new Error("useApp needs the AppContext around it");
  return app;
}
