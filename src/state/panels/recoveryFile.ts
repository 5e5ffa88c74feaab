import type { Panel } from "../../domain/panels/panel.ts";
import { keyPairToRecoveryFile } from "../../interchange/files/encryption.ts";
import { readPanelKeys } from "../../storage/panels/panels.ts";
import type { AppParts } from "../app/appContext.ts";

/** @returns the text of the file that opens the panel's sealed scorecards; undefined where its key is not here */
export async function panelToRecoveryFile(
  { database }: AppParts,
  { id, publicKey, createdAt }: Panel,
): Promise<string | undefined> {
  const secretKey = (await readPanelKeys(database)).get(id);
  if (publicKey === null || secretKey === undefined) return undefined;
  return keyPairToRecoveryFile({ publicKey, secretKey }, createdAt);
}
