import { useLiveQuery } from "dexie-react-hooks";
import { toPasteTemplates, type PasteTemplates } from "../../interchange/tracking/pasteTemplates.ts";
import { readSetting, writeSetting } from "../../storage/session/sessions.ts";
import { useApp, type AppParts } from "../app/appContext.ts";

const PASTE_TEMPLATES = "pasteTemplates";

/** @returns the templates by which a scorecard is pasted into forms, kept up to date; undefined until they are read */
export function usePasteTemplates(): PasteTemplates | undefined {
  const { database } = useApp();
  return useLiveQuery(async () => toPasteTemplates(await readSetting(database, PASTE_TEMPLATES)), [database]);
}

/** Keeps which template is used, and those that a person made. */
export function keepPasteTemplates({ database }: AppParts, templates: PasteTemplates): Promise<void> {
  return writeSetting(database, PASTE_TEMPLATES, templates);
}
