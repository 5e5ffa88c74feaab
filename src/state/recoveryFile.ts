import type { Panel } from "../domain/panel.ts";
import { keyPairToRecoveryFile } from "../interchange/sealing.ts";
import { readPanelKeys } from "../storage/panels.ts";
import type { AppParts } from "./appContext.ts";

/** @returns the text of the file that opens the panel's sealed scorecards; undefined where its key is not here */
export async function panelToRecoveryFile(
  { database }: AppParts,
  { id, publicKey, createdAt }: Panel,
): Promise<string | undefined> {
  const secretKey = (await readPanelKeys(database)).get(id);
  if (publicKey === null || secretKey === undefined) return undefined;
  return keyPairToRecoveryFile({ publicKey, secretKey }, createdAt);
}
