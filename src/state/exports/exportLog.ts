import type { ExportMade } from "../../domain/candidates/deletion.ts";
import { noteExport as keepNote } from "../../storage/exports/exportLog.ts";
import type { AppParts } from "../app/appContext.ts";

/** Whom an export is about; or that everything that there is is in it, and then the name of the file. */
export type ExportedIds = Partial<Pick<ExportMade, "sessionIds" | "panelIds" | "isOfAll" | "fileName">>;

/**
 * Writes down that an export is made: the file is out of reach then, and to be deleted by hand with its candidate. A
 * database that does not take the note must not keep anybody from getting their data out, so it never fails.
 *
 * @param form what it is, as the screen names it
 * @param notBefore when the last of what is in it was written, epoch ms: a clock that was set back since does not have it
 *   exported before that
 */
export async function noteExport(
  { database, clock, newId }: AppParts,
  form: string,
  about: ExportedIds,
  notBefore = 0,
): Promise<void> {
  const at = Math.max(clock.now(), notBefore);
  const made = { id: newId(), at, form, sessionIds: [], panelIds: [], ...about };
  await keepNote(database, made).catch(() => {});
}
