import { withAreaEach } from "../../../domain/guides/guideEditing.ts";
import { errorToText } from "../../../domain/text/errorText.ts";
import { handFiles } from "../../../state/admission/handedFiles.ts";
import type { AppParts } from "../../../state/app/appContext.ts";
import { nowAndThen } from "../../../state/app/longWork.ts";
import type { useGuideReader } from "../../../state/guides/guideReading.ts";
import { writeGuideDraft } from "../../../state/guides/guideDrafts.ts";
import { newGuideAddress } from "../../../ui/page/addresses.ts";
import { correctedBy } from "./corrections.ts";

/** What became of one of several files. */
export interface FileDraft {
  readonly name: string;
  /** Where its draft is gone on with, or a file of the app is previewed; null where there is none. */
  readonly address: string | null;
  /** Why there is none, or an empty string. */
  readonly problem: string;
}

/**
 * Makes a draft of each file, one after the other; what cannot be read stops no other.
 *
 * @param files may get more while they are read
 * @param onProgress called now and then with how many are read
 * @returns what became of each; of those alone that were read where it was aborted
 */
export async function draftsOf(
  app: AppParts,
  reader: ReturnType<typeof useGuideReader>,
  files: readonly File[],
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<readonly FileDraft[]> {
  const drafts: FileDraft[] = [];
  const tell = nowAndThen(app.clock, onProgress);
  for (const file of files) {
    if (signal.aborted) break;
    tell(drafts.length);
    try {
      drafts.push({ name: file.name, address: await addressOf(app, reader, file), problem: "" });
    } catch (error) {
      drafts.push({ name: file.name, address: null, problem: errorToText(error) });
    }
  }
  return drafts;
}

/** @returns whether it can be a file of the app, which holds a guide as it is and not a text to be read */
export function isAppFile({ name }: File): boolean {
  return name.toLowerCase().endsWith(".json");
}

async function addressOf(
  app: AppParts,
  reader: ReturnType<typeof useGuideReader>,
  file: File,
): Promise<string> {
  if (isAppFile(file)) return handFiles([file]);
  const { guide, withheld } = await reader.read(await reader.sourceOf(file), correctedBy([]));
  if (withheld > 0)
    throw new Error("This does not look like an interview guide. Open it alone to read it anyway.");
  if (guide.questions.length === 0) throw new Error("No question was found.");
  const id = app.newId();
  await writeGuideDraft(app, {
    id,
    guide: withAreaEach(guide),
    previousId: null,
    updatedAt: app.clock.now(),
  });
  return newGuideAddress(id);
}
