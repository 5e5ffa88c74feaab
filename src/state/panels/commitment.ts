import { isBoundElsewhere, type Bound } from "../../domain/team/message.ts";
import type { WholeSession } from "../../domain/session/wholeSession.ts";
import { canonicalText } from "../../domain/text/canonicalText.ts";
import { isolated } from "../../domain/text/isolated.ts";
import type { OpenPanel } from "../../interchange/formats/debriefFile.ts";
import { textToHash } from "../../interchange/files/textHash.ts";
import type { Database } from "../../storage/database.ts";

/*
 * What binds a lead to the own scorecard before the others' are unlocked: hashes of it go out with the request to unlock them,
 * and whoever reads the debrief file can check them. Ratings and notes are bound from the first file on, recommendation and
 * summary once they are shown. Ticks, follow-ups and times are not bound. Earlier versions bind ratings and the notes of areas
 * alone: where a lead asked by one of those, no more is checked.
 */

/** What the hashes are made with, so that what they are of can't be guessed by trying. */
export interface Salts {
  readonly commitmentSalt: string;
  /** Of its own: few recommendations can be tried, and the other salt goes out before they are shown. */
  readonly recommendationSalt?: string;
}

/** @param secretKey that of the panel */
export async function saltsOf(secretKey: string): Promise<Required<Salts>> {
  const [commitmentSalt, recommendationSalt] = await Promise.all([
    textToHash(`interview-scorecard commitment ${secretKey}`),
    textToHash(`interview-scorecard recommendation ${secretKey}`),
  ]);
  return { commitmentSalt, recommendationSalt };
}

/** @returns the SHA-256, hex, of each part of a scorecard as it was submitted, as far as the part is there with its salt */
export async function commitmentTo(
  { session, answers }: WholeSession,
  { commitmentSalt, recommendationSalt }: Salts,
): Promise<Bound & { readonly commitment: string }> {
  const rated = Object.entries(answers).flatMap(([questionId, { areas }]) =>
    Object.entries(areas).flatMap(([areaId, { rating, note }]) =>
      rating === null && note === "" ? [] : [[questionId, areaId, rating, note]],
    ),
  );
  const noted = Object.entries(answers).flatMap(([questionId, { notes }]) =>
    notes.map(({ id, atMs, text }) => [questionId, id, atMs, text]),
  );
  const { id, recommendation, summary, recommendationHidden } = session;
  const isShown = recommendationSalt !== undefined && recommendationHidden !== true;
  const [commitment, notesCommitment, recommendationCommitment] = await Promise.all([
    hashOf(commitmentSalt, id, inOrder(rated)),
    hashOf(commitmentSalt, id, "notes", inOrder(noted)),
    isShown ? hashOf(recommendationSalt, id, recommendation, summary) : null,
  ]);
  return {
    commitment,
    notesCommitment,
    ...(recommendationCommitment !== null && { recommendationCommitment }),
  };
}

function hashOf(...parts: readonly unknown[]): Promise<string> {
  return textToHash(canonicalText(parts));
}

function inOrder(list: readonly unknown[]): readonly string[] {
  return list.map((one) => canonicalText(one)).toSorted();
}

/** @returns what is wrong with the lead's scorecard in a debrief file, by what the lead was bound to on this device; null where nothing is */
export async function commitmentProblem(
  { teamKeys }: Database,
  { panel: { id, leadId }, scorecards, commitmentSalt, recommendationSalt }: OpenPanel,
): Promise<string | null> {
  const seats = await teamKeys.where("panelId").equals(id).toArray();
  const told = seats.find(({ commitment }) => commitment !== undefined);
  const own = scorecards.find(({ first }) => first.session.panel?.interviewerId === leadId);
  if (told === undefined || commitmentSalt === undefined || !own) return null;
  const salts = { commitmentSalt, ...(recommendationSalt !== undefined && { recommendationSalt }) };
  if (!isBoundElsewhere(told, await commitmentTo(own.first, salts))) return null;
  return `${isolated(own.first.session.interviewer)}’s scorecard in this file is not the one that was submitted when yours and the others’ were unlocked.`;
}
