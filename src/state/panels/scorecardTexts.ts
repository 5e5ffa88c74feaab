import type { Scorecard } from "../../domain/session/scorecard.ts";
import { errorsToText } from "../../interchange/files/decoding.ts";
import { isSealed, unseal } from "../../interchange/files/encryption.ts";
import { decodeSessionFile } from "../../interchange/formats/sessionFile.ts";

/**
 * @returns the scorecard that the text of a panel's row holds
 * @throws where it can't be opened with that key, or is damaged
 */
export async function openScorecardText(text: string, secretKey: string | undefined): Promise<Scorecard> {
  const plain = isSealed(text) ? await unsealed(text, secretKey) : text;
  const decoded = await decodeSessionFile(plain);
  if (!decoded.ok) throw new Error(`A scorecard can’t be read. ${errorsToText(decoded.errors.slice(0, 1))}`);
  return decoded.value;
}

async function unsealed(text: string, secretKey: string | undefined): Promise<string> {
  if (secretKey === undefined)
    throw new Error("A scorecard is encrypted, and the panel’s key is not on this device.");
  const opened = await unseal(text, secretKey);
  if (!opened.ok) throw new Error("An encrypted scorecard can’t be opened: it was changed on the disk.");
  return opened.text;
}
