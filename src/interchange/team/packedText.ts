import { padText } from "../../domain/team/message.ts";
import { textToLinkPart } from "../files/inflate.ts";
import { openLinkPart } from "../files/openFile.ts";

/** Bytes that a scorecard may have, several times those of a long one: what is packed small can be any length. */
const LONGEST_SCORECARD = 4_000_000;

/** @returns a scorecard file as a team carries it: a tenth as long, and not so long that it tells how much was written */
export async function packText(text: string): Promise<string> {
  return padText(await textToLinkPart(text));
}

/** @param packed or a scorecard file as it is, as it was sent before @returns the file; null where it is damaged, or too large */
export function unpackText(packed: string): Promise<string | null> {
  const text = packed.trimEnd();
  return text.startsWith("{") ? Promise.resolve(text) : openLinkPart(text, LONGEST_SCORECARD);
}
