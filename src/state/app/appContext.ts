import { createContext, useContext } from "react";
import type { Database } from "../../storage/database.ts";

/** The machine's clocks. */
export interface Clock {
  /** Wall clock, epoch ms. */
  readonly now: () => number;
  /** Ms since some start, never set. */
  readonly monotonic: () => number;
}

/** What is made once, in `app/compose.ts`, and handed to all that needs it. */
export interface AppParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Name and version, for the head of files. */
  readonly appName: string;
}

export const AppContext = createContext<AppParts | null>(null);

/** @throws outside the provider */
export function useApp(): AppParts {
  const app = useContext(AppContext);
  if (!app) throw new Error("useApp needs the AppContext around it");
  return app;
}
