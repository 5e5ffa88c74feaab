import { useLiveQuery } from "dexie-react-hooks";
import { reviseScorecard, type RevisionRefusal, type WantedChange } from "../../domain/session/revision.ts";
import type { Revision, Scorecard } from "../../domain/session/scorecard.ts";
import { seal } from "../../interchange/files/encryption.ts";
import { encodeSessionFile } from "../../interchange/formats/sessionFile.ts";
import { addRevisions, loadRevisions } from "../../storage/session/revisions.ts";
import { useApp, type AppParts } from "../app/appContext.ts";

/** @returns the revisions of a session by time, kept up to date; undefined until they are read */
export function useRevisions(sessionId: string): readonly Revision[] | undefined {
  const { database } = useApp();
  return useLiveQuery(() => loadRevisions(database, sessionId), [database, sessionId]);
}

/**
 * Records a revision of a submitted scorecard. What was submitted stays as it is.
 *
 * @returns why there is nothing to record, or null where it is recorded
 */
export async function recordRevision(
  { database, clock, newId }: AppParts,
  scorecard: Scorecard,
  wanted: WantedChange,
): Promise<RevisionRefusal | null> {
  const revision = reviseScorecard(scorecard, wanted, newId(), clock.now());
  if (typeof revision === "string") return revision;
  await addRevisions(database, [revision]);
  return null;
}

/** @returns the text of the scorecard's file */
export function scorecardToFileText({ clock, appName }: AppParts, { first, revisions }: Scorecard): string {
  return encodeSessionFile(first, clock.now(), appName, revisions);
}

/** @returns the scorecard's file, sealed so that the lead of its panel alone can read it */
export function scorecardToSealedText(
  app: AppParts,
  scorecard: Scorecard,
  publicKey: string,
): Promise<string> {
  return seal(scorecardToFileText(app, scorecard), publicKey);
}
