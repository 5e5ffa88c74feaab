import type { Decoded } from "../src/interchange/files/decoding.ts";
import type { AppParts } from "../src/state/app/appContext.ts";
import { saveGuideVersion, type SavedGuide } from "../src/state/guides/guides.ts";
import { examineFile, importNew, type Found } from "../src/state/session/importing.ts";

/** Does what "Import" does of one file once its preview was seen: what is new comes in. @returns what came of it */
export async function importFile(app: AppParts, file: File): Promise<Decoded<Found | SavedGuide>> {
  const found = await examineFile(app, file);
  if (!found.ok) return found;
  switch (found.value.kind) {
    case "new":
      return importNew(app, found.value);
    case "guideNew":
    case "guideArchived":
      return { ok: true, value: await saveGuideVersion(app, found.value.guide, null) };
    default:
      return found;
  }
}
