import { useLiveQuery } from "dexie-react-hooks";
import { readSetting, writeSetting } from "../../storage/session/sessions.ts";
import { useApp, type AppParts } from "../app/appContext.ts";

/** How keys act in a call. */
export interface KeySettings {
  /** Whether keys of one letter, digit or sign act at all (WCAG 2.1.4). */
  readonly singleKeys: boolean;
  /** Whether a rating takes one on to the next area that is not rated yet. */
  readonly nextAfterRating: boolean;
}

/** Until they are read nobody knows whether somebody dictates. */
const unreadSettings = { singleKeys: false, nextAfterRating: true, isRead: false };

/** @returns how keys act, kept up to date; until that is read, keys of one letter, digit or sign do not */
export function useKeySettings(): KeySettings & { readonly isRead: boolean } {
  const { database } = useApp();
  const kept = useLiveQuery(async () => {
    const [singleKeys, nextAfterRating] = await Promise.all([
      readSetting(database, "singleKeys"),
      readSetting(database, "nextAfterRating"),
    ]);
    // What another version of the app may have stored is no choice made here.
    return { singleKeys: singleKeys !== false, nextAfterRating: nextAfterRating !== false, isRead: true };
  }, [database]);
  return kept ?? unreadSettings;
}

/** Keeps one choice. */
export function writeKeySetting(
  { database }: AppParts,
  key: keyof KeySettings,
  value: boolean,
): Promise<void> {
  return writeSetting(database, key, value);
}
