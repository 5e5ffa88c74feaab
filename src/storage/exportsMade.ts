import type { ExportMade } from "../domain/deletion.ts";
import type { Database } from "./database.ts";

/** Writes down that an export was made, so that it can be deleted by hand with its candidate. */
export async function noteExport({ exportsMade }: Database, made: ExportMade): Promise<void> {
  await exportsMade.put(made);
}
