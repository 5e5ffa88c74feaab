import { useLiveQuery } from "dexie-react-hooks";
import { createContext, useContext } from "react";
import { readSetting, writeSetting } from "../../storage/session/sessions.ts";
import { useApp, type AppParts } from "../app/appContext.ts";

/** How keys act in a call. */
export interface KeySettings {
  /** Whether keys of one letter, digit or sign act at all (WCAG 2.1.4). */
  readonly singleKeys: boolean;
  /** Whether a rating takes one on to the next area that is not rated yet. */
  readonly nextAfterRating: boolean;
}

/** @returns how keys act, kept up to date; undefined until it is read */
export function useStoredKeySettings(): KeySettings | undefined {
  const { database } = useApp();
  return useLiveQuery(async () => {
    const [singleKeys, nextAfterRating] = await Promise.all([
      readSetting(database, "singleKeys"),
      readSetting(database, "nextAfterRating"),
    ]);
    // What another version of the app may have stored is no choice made here.
    return { singleKeys: singleKeys !== false, nextAfterRating: nextAfterRating !== false };
  }, [database]);
}

/** For a session's screens, which are shown once this is read: so no key is dead on them, nor acts where it should not. */
export const KeySettingsContext = createContext<KeySettings | null>(null);

/** @throws outside the provider */
export function useKeySettings(): KeySettings {
  const settings = useContext(KeySettingsContext);
  if (!settings) throw new Error("useKeySettings needs the KeySettingsContext around it");
  return settings;
}

/** Keeps one choice. */
export function writeKeySetting(
  { database }: AppParts,
  key: keyof KeySettings,
  value: boolean,
): Promise<void> {
  return writeSetting(database, key, value);
}
