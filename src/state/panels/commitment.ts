import type { WholeSession } from "../../domain/session/wholeSession.ts";
import { canonicalText } from "../../domain/text/canonicalText.ts";
import { isolated } from "../../domain/text/isolated.ts";
import type { OpenPanel } from "../../interchange/formats/debriefFile.ts";
import { textToHash } from "../../interchange/files/textHash.ts";
import type { Database } from "../../storage/database.ts";

/*
 * What binds a lead to the own scorecard before the others' are unlocked: its hash goes out with the request to unlock them,
 * and whoever reads the debrief file can check it.
 */

/** @param secretKey that of the panel @returns what is hashed with the scorecard, so that it can't be guessed from the hash by trying */
export function saltOf(secretKey: string): Promise<string> {
  return textToHash(`interview-scorecard commitment ${secretKey}`);
}

/** @returns the SHA-256, hex, of the ratings and notes of a scorecard as it was submitted */
export function commitmentTo({ session, answers }: WholeSession, salt: string): Promise<string> {
  const said = Object.entries(answers).flatMap(([questionId, { areas }]) =>
    Object.entries(areas).flatMap(([areaId, { rating, note }]) =>
      rating === null && note === "" ? [] : [[questionId, areaId, rating, note]],
    ),
  );
  const inOrder = said.map((one) => canonicalText(one)).toSorted();
  return textToHash(canonicalText([salt, session.id, inOrder]));
}

/** @returns what is wrong with the lead's scorecard in a debrief file, by what the lead was bound to on this device; null where nothing is */
export async function commitmentProblem(
  { teamKeys }: Database,
  { panel: { id, leadId }, scorecards, commitmentSalt }: OpenPanel,
): Promise<string | null> {
  const seats = await teamKeys.where("panelId").equals(id).toArray();
  const told = seats.find(({ commitment }) => commitment !== undefined)?.commitment;
  const own = scorecards.find(({ first }) => first.session.panel?.interviewerId === leadId);
  if (told === undefined || commitmentSalt === undefined || !own) return null;
  if ((await commitmentTo(own.first, commitmentSalt)) === told) return null;
  return `${isolated(own.first.session.interviewer)}’s scorecard in this file is not the one that was submitted when yours and the others’ were unlocked.`;
}
