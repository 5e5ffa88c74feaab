import { useSyncExternalStore } from "react";
import { errorToText } from "../../domain/text/errorText.ts";
import {
  isClosedDatabase,
  isEmptyDatabase,
  isNewerDatabase,
  VanishedError,
  type Database,
} from "../../storage/database.ts";
import { isDataLost } from "../backups/dataLoss.ts";
import { isSiteDataBlocked } from "../../storage/localItems.ts";

/** Why no screen can be shown as usual. */
export interface Trouble {
  readonly kind:
    /** Another tab holds on to an older version; it goes on by itself when that tab is closed. */
    | "blocked"
    /** It is open, and gives nothing that is read; it goes on by itself where another tab lets go. */
    | "held"
    /** A newer version of the app wrote it. This one may not touch it. */
    | "newer"
    /** It was closed under the page, which says nothing of what is in it. */
    | "closed"
    /** The browser keeps nothing for this site, by its settings. */
    | "forbidden"
    /** It does not open. */
    | "damaged"
    /** It opened and is empty, though there was something in it. */
    | "vanished";
  /** What the browser says; empty where it says nothing. */
  readonly message: string;
}

/** How the opening of the database goes. */
export interface DatabaseOpening {
  readonly trouble: () => Trouble | null;
  /** @returns ends it */
  readonly subscribe: (onChange: () => void) => () => void;
}

/** Longer than a database takes to open, or an interview to be read, where nothing stands in the way. */
export const SLOW_MS = 10_000;

/**
 * Opens the database. No query is answered before it is known that nothing vanished, also where the browser has it opened
 * anew later: it may have been deleted under this tab, which must not begin another.
 *
 * @param onUsable called once, where it is open and nothing vanished
 * @param whenWanted resolves when it is to be opened, where nothing that is read opens it before
 */
export function openDatabase(
  database: Database,
  onUsable: () => void,
  whenWanted: Promise<unknown> = Promise.resolve(),
): DatabaseOpening {
  let trouble: Trouble | null = null;
  const listeners = new Set<() => void>();
  const say = (kind: Trouble["kind"] | null, error?: unknown) => {
    trouble = kind && { kind, message: error === undefined ? "" : errorToText(error) };
    for (const listener of listeners) listener();
  };
  let wasOpen = false;
  database.on("blocked", () => say("blocked"));
  database.on("versionchange", ({ newVersion }) => {
    // It is brought up to date in another tab: this one can't open it any more.
    if (newVersion !== null) say("newer");
  });
  let isOpen = false;
  const checkContent = async () => {
    isOpen = true;
    const isGone = (await isEmptyDatabase(database)) && (await isDataLost());
    if (wasOpen && isGone) {
      const error = new VanishedError();
      say("closed", error);
      throw error;
    }
    if (!isGone) {
      if (trouble?.kind === "closed") say(null);
      return;
    }
    say("vanished");
    // What waits for the database would flash up otherwise.
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
  };
  database.on("ready", checkContent, true);
  // Some browsers do not say that another tab blocks it.
  const slow = setTimeout(() => say(isOpen ? "held" : "blocked"), SLOW_MS);
  const open = async () => {
    await whenWanted;
    try {
      await database.open();
      wasOpen = true;
    } catch (error) {
      if (isNewerDatabase(error)) say("newer");
      else if (isClosedDatabase(error)) say("closed", error);
      else say(isSiteDataBlocked() ? "forbidden" : "damaged", error);
    }
    clearTimeout(slow);
    if (trouble?.kind === "blocked" || trouble?.kind === "held") say(null);
    if (!trouble) onUsable();
  };
  void open();
  return {
    trouble: () => trouble,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}

/** @returns why no screen can be shown as usual, or null; kept up to date */
export function useTrouble({ trouble, subscribe }: DatabaseOpening): Trouble | null {
  return useSyncExternalStore(subscribe, trouble);
}
