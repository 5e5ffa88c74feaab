import { useLiveQuery } from "dexie-react-hooks";
import { isSensitiveEntry, noEdits, type SensitiveEdits } from "../../domain/notes/sensitiveWords.ts";
import { readSetting, writeSetting } from "../../storage/session/sessions.ts";
import { useApp, type AppParts } from "../app/appContext.ts";

const SENSITIVE_WORDS = "sensitiveWords";

/** @returns what was changed here in the first list */
export async function readSensitiveEdits({ database }: AppParts): Promise<SensitiveEdits> {
  return settingToEdits(await readSetting(database, SENSITIVE_WORDS));
}

/** Keeps what is changed in the first list. */
export async function writeSensitiveEdits({ database }: AppParts, edits: SensitiveEdits): Promise<void> {
  await writeSetting(database, SENSITIVE_WORDS, edits);
}

/** @returns what was changed in the first list, kept up to date; undefined until it is read */
export function useSensitiveEdits(): SensitiveEdits | undefined {
  const app = useApp();
  return useLiveQuery(() => readSensitiveEdits(app), [app]);
}

/** A setting may come from another version of the app: what is no edit is passed over. */
function settingToEdits(setting: unknown): SensitiveEdits {
  if (typeof setting !== "object" || setting === null) return noEdits;
  const listOf = (key: string): readonly unknown[] => {
    const list: unknown = Reflect.get(setting, key);
    return Array.isArray(list) ? list : [];
  };
  return {
    added: listOf("added").filter(isSensitiveEntry),
    removed: listOf("removed").filter((words) => typeof words === "string"),
  };
}
