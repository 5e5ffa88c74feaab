import { amountOf } from "../../domain/backups/autoBackups.ts";
import { listCopyFiles, privateDirectory } from "../../storage/backups/copyFiles.ts";
import { readWitness } from "./lastKnownAmount.ts";

/** @returns whether there was something in a database that is empty now. An empty one is a witness too: it was emptied by hand. */
export async function didVanish(): Promise<boolean> {
  const witness = readWitness();
  if (witness) return amountOf(witness) > 0;
  const directory = await privateDirectory();
  const files = directory ? await listCopyFiles(directory).catch(() => []) : [];
  return files.some(({ copy }) => amountOf(copy) > 0);
}
