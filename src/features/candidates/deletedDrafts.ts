import type { CandidateDeletion } from "../../state/candidates/candidates.ts";
import { forgetRemoved } from "../../state/session/removal.ts";
import { candidateKey } from "../../domain/candidates/candidateKey.ts";
import { forgetTabDrafts } from "../../ui/page/tabDraft.ts";

/**
 * Forgets what this tab keeps of what was deleted: forms that edit a part of it and, of somebody of whom nothing is left,
 * forms that name them and interviews that were deleted before. Where parts are left, a new plan may be about the other person of that name.
 */
export function forgetDraftsOf(deleted: readonly CandidateDeletion[]): void {
  const ids = new Set(deleted.flatMap(({ parts }) => parts.flatMap(idsOf)));
  const whole = deleted.filter(({ candidate, parts }) => parts.length === candidate.parts.length);
  const keys = new Set(whole.map(({ candidate }) => candidate.key));
  const byHand = whole.flatMap(({ candidate }) => candidate.deletedByHand.map(({ id }) => id));
  forgetRemoved(new Set([...ids, ...byHand]));
  forgetTabDrafts((candidate, id) => keys.has(candidateKey(candidate)) || ids.has(id));
}

function idsOf({ id, sessions }: CandidateDeletion["parts"][number]): readonly string[] {
  return [id, ...sessions.map((session) => session.id)];
}
