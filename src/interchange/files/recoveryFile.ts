import * as v from "valibot";
import { parseJson } from "./decoding.ts";
import { keyPairToRecoveryFile, recoveryFileToKeyPairs, type KeyPair } from "./encryption.ts";
import { textToLinkPart } from "./inflate.ts";
import { openLinkPart } from "./openFile.ts";
import { decodeDebrief, encodeDebriefFile, type OpenPanel } from "../formats/debriefFile.ts";

/** What a panel is planned by, and asked from. */
export type PlannedPanel = Pick<OpenPanel, "panel" | "guide">;

/** A panel as a recovery file holds it. */
export interface RecoveredPanel extends PlannedPanel {
  /** The panel's own, which the file has as well. */
  readonly pair: KeyPair;
  /** What its team is led with, as it stands there; null where it has none. */
  readonly team: unknown;
}

export interface Recovery {
  readonly pairs: readonly KeyPair[];
  readonly panels: readonly RecoveredPanel[];
}

/** A panel begins with the one, and goes on with the other: some mail programs cut long lines. */
const [BEGIN, CONTINUE] = ["panel: ", "  "];
const LINE = 1000;

/**
 * @param team what its team is led with, as JSON has it; null for none
 * @param now epoch ms
 * @param app name and version of the app that writes the file
 * @returns the text of a recovery file: the panel's key for the program age, and in its comments the panel
 */
export async function encodeRecoveryFile(
  secretKey: string,
  publicKey: string,
  { panel, guide }: PlannedPanel,
  team: unknown,
  now: number,
  app: string,
): Promise<string> {
  const debrief = encodeDebriefFile({ panel, guide, scorecards: [] }, now, app);
  const part = await textToLinkPart(JSON.stringify({ debrief, team }));
  const lines = part.match(new RegExp(`.{1,${LINE}}`, "gu")) ?? [];
  const comments = lines.map((line, at) => (at === 0 ? BEGIN : CONTINUE) + line);
  return keyPairToRecoveryFile({ publicKey, secretKey }, panel.createdAt, comments);
}

/** @returns what a recovery file holds, without what of it is damaged */
export async function decodeRecoveryFile(text: string): Promise<Recovery> {
  const pairs = await recoveryFileToKeyPairs(text);
  const panels = await Promise.all(partsIn(text).map(partToPanel));
  return {
    pairs,
    panels: panels.flatMap((one) => {
      const pair = one && pairs.find(({ publicKey }) => publicKey === one.panel.publicKey);
      return pair ? { ...one, pair } : [];
    }),
  };
}

function partsIn(text: string): readonly string[] {
  const parts: string[] = [];
  for (const line of text.split(/\r?\n/u)) {
    const comment = /^# (.*)$/u.exec(line)?.[1];
    if (comment === undefined) continue;
    if (comment.startsWith(BEGIN)) parts.push(comment.slice(BEGIN.length).trim());
    else if (comment.startsWith(CONTINUE)) parts.push((parts.pop() ?? "") + comment.trim());
  }
  return parts;
}

const partSchema = v.object({ debrief: v.string(), team: v.unknown() });

async function partToPanel(part: string): Promise<Omit<RecoveredPanel, "pair"> | null> {
  const text = await openLinkPart(part);
  const parsed = text === null ? null : parseJson(text);
  const read = parsed?.ok ? v.safeParse(partSchema, parsed.value) : null;
  if (!read?.success) return null;
  const { debrief, team } = read.output;
  const value = parseJson(debrief);
  const decoded = value.ok ? await decodeDebrief(value.value) : null;
  return decoded?.ok ? { panel: decoded.value.panel, guide: decoded.value.guide, team } : null;
}
