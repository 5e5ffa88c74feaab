import { useLiveQuery } from "dexie-react-hooks";
import { askForPicked, type PickedFolder } from "../../storage/pickedFolder.ts";
import { putFolder, readAnyFolder, readWaitingFolders } from "../../storage/team/sharedFolders.ts";
import type { CarriedLink as WaitingFolder } from "../../storage/team/teamTables.ts";
import { useApp, type AppParts } from "../app/appContext.ts";
import { useKeptReading } from "../app/keptReading.ts";

/** A seat of this device, or what its panels are led through. */
export type { WaitingFolder };

/** @returns what can't go through a folder now until somebody clicks, kept up to date; undefined until it is read */
export function useWaitingFolders(): readonly WaitingFolder[] | undefined {
  return useKeptReading("waiting folders", readWaitingFolders);
}

/** @returns the name of a folder that was picked on this device; null where there is none, undefined until it is read */
export function useFolderName(): string | null | undefined {
  const { database } = useApp();
  return useLiveQuery(async () => (await readAnyFolder(database))?.name ?? null, [database]);
}

/** Has what waits go through the folder that was picked for it. */
export async function goThroughFolder(
  { database }: AppParts,
  links: readonly WaitingFolder[],
  folder: PickedFolder,
): Promise<void> {
  await putFolder(database, links, folder);
}

/** Has the browser ask for the folders of those links again, on a click. @returns whether all of them may be used then */
export async function askForFolders(
  { database }: AppParts,
  links: readonly WaitingFolder[],
): Promise<boolean> {
  let isAll = true;
  for (const link of links) {
    const { folder } = link;
    if (folder && (await askForPicked(folder))) await putFolder(database, [link], folder);
    else isAll = false;
  }
  return isAll;
}
